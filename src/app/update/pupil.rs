//! What is recorded of a pupil with one or two keys: result, route, chances, hamerstuk, carrying over, relapse.

use crate::app::effect::{Act, Change, Effect};
use crate::app::keymap::{CHANCE_LETTERS, RESULT_LETTERS, ROUTE_LETTERS};
use crate::app::reading::{part_at_hand, role_missing, to_agree};
use crate::app::state::{Overlay, State, Waiting};
use crate::domain::Id;
use crate::domain::codes::{ChanceKind, ChanceLevel, ItemState, PrimaryResult};
use crate::domain::intent::Intent;
use crate::domain::pupil::TransitionChance;
use crate::domain::trajectory::Part;
use crate::text::notice::{Notice, Refusal};

use super::{forms, walk};

/// A change about the pupil or the point at hand; in an open meeting it marks the item as discussed, because something was
/// recorded: merely passing by never does, so that nobody is lost who was skipped.
pub(super) fn change(state: &State, intent: Intent, mut acts: Vec<Act>) -> Vec<Effect> {
    if let Some(item) = state.item().filter(|_| state.is_open()) {
        acts.push(Act::Discussed(item.item.id));
    }
    vec![Effect::Change(Change {
        intent,
        pupil: state.pupil(),
        acts,
    })]
}

/// The letter after `u`, `r` or `k`. A letter that means nothing is said so, and changes nothing.
pub(super) fn letter(state: &mut State, waiting: Waiting, letter: char) -> Option<Vec<Effect>> {
    let pupil = state.pupil()?;
    if waiting.intent == Intent::AddTile {
        return Some(forms::lay(state, letter));
    }
    let act = match waiting.intent {
        Intent::Result => RESULT_LETTERS
            .iter()
            .find(|(l, _)| *l == letter)
            .map(|(_, result)| Act::Result(pupil, *result)),
        Intent::SetRoute => ROUTE_LETTERS
            .iter()
            .find(|(l, _)| *l == letter)
            .map(|(_, route)| Act::Route(pupil, *route)),
        Intent::SetChances => return Some(chance(state, waiting, letter, pupil)),
        _ => None,
    };
    let Some(act) = act else {
        state.notice = Some(Notice::UnknownKey(letter.to_string()));
        return Some(Vec::new());
    };
    Some(change(state, waiting.intent, vec![act]))
}

fn chance(state: &mut State, waiting: Waiting, letter: char, pupil: Id) -> Vec<Effect> {
    let Some(level) = CHANCE_LETTERS
        .iter()
        .find(|(l, _)| *l == letter)
        .map(|(_, level)| *level)
    else {
        state.notice = Some(Notice::UnknownKey(letter.to_string()));
        return Vec::new();
    };
    let Some(education) = waiting.first else {
        state.waiting = Some(Waiting {
            first: Some(level),
            ..waiting
        });
        return Vec::new();
    };
    let assessed = |kind: ChanceKind, level: ChanceLevel| {
        Act::Chance(
            pupil,
            TransitionChance {
                kind,
                level,
                assessed_on: state.today,
                assessed_by: state.chair.clone(),
            },
        )
    };
    let acts = vec![
        assessed(ChanceKind::FurtherEducation, education),
        assessed(ChanceKind::LastingWork, level),
    ];
    change(state, Intent::SetChances, acts)
}

pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    let Some(pupil) = state.pupil() else { return Vec::new() };
    match intent {
        Intent::Agree => {
            let Some(item) = state.item() else { return Vec::new() };
            let acts = agree(state, item.item.id, pupil, item.item.proposal.clone());
            let mut effects = vec![Effect::Change(Change {
                intent,
                pupil: Some(pupil),
                acts,
            })];
            effects.extend(walk::act(state, Intent::Next));
            // One hamerstuk after another: the next is chosen too, and no key of it falls into a note.
            state.arriving = false;
            effects
        }
        Intent::CarryOver => {
            let Some(item) = state.item() else { return Vec::new() };
            let to = if item.item.state == ItemState::Carried {
                ItemState::Open
            } else {
                ItemState::Carried
            };
            vec![Effect::Change(Change {
                intent,
                pupil: Some(pupil),
                acts: vec![Act::ItemState(item.item.id, to)],
            })]
        }
        Intent::Relapse => relapse(state, pupil),
        Intent::RemovePart => part_at_hand(state)
            .map(|part| change(state, intent, vec![Act::RemovePart(pupil, part)]))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Back on the list, in one change that one undo takes back: where the pupil stood is noted, the work that was found
/// ends today, and the pupil is in discussion again.
fn relapse(state: &State, pupil: Id) -> Vec<Effect> {
    let dossier = state.dossier.as_ref().filter(|d| d.pupil.id == pupil);
    let stood = dossier.and_then(|d| d.result).map(|r| r.category);
    let from = stood.filter(|category| *category != PrimaryResult::InDiscussion);
    let mut acts = vec![
        Act::Relapse(pupil, from),
        Act::Result(pupil, PrimaryResult::InDiscussion),
    ];
    let why = state.catalog().entry.relapse;
    let tiles = dossier.map(|d| d.tiles.as_slice()).unwrap_or_default();
    let running = tiles.iter().filter(|t| t.is_placement() && t.is_on(state.today));
    acts.extend(running.map(|t| Act::EndPart(pupil, Part::Tile(t.id), state.today, why.to_owned())));
    change(state, Intent::Relapse, acts)
}

/// A hamerstuk: the proposal on the card becomes the decision.
fn agree(state: &State, item: Id, pupil: Id, proposal: String) -> Vec<Act> {
    let decision = Act::Decision {
        pupil: Some(pupil),
        meeting: state.open_meeting(),
        item: Some(item),
        text: proposal.trim().to_owned(),
        provisional: role_missing(state),
    };
    vec![decision, Act::ItemState(item, ItemState::Agreed)]
}

/// Shows the hamerstukken before they are agreed in one go. Where the room may see none of them there is nothing to
/// agree with.
pub(super) fn show_agreed(state: &mut State) -> Vec<Effect> {
    let (shown, hidden) = to_agree(state, !state.private);
    if let Some(hidden) = state.room().left_out(hidden).filter(|_| shown.is_empty()) {
        state.notice = Some(Notice::Hidden(hidden));
        return Vec::new();
    }
    state.overlay = Some(Overlay::AgreeAll);
    Vec::new()
}

/// All hamerstukken of the block in one change, so that one undo takes them all back. Only those that are shown are
/// recorded.
pub(super) fn agree_all(state: &mut State) -> Vec<Effect> {
    let items: Vec<(Id, Option<Id>, String)> = to_agree(state, !state.private)
        .0
        .into_iter()
        .map(|i| (i.item.id, i.item.pupil, i.item.proposal.clone()))
        .collect();
    state.overlay = None;
    let mut acts = Vec::new();
    for (item, pupil, proposal) in items {
        acts.extend(
            pupil
                .map(|pupil| agree(state, item, pupil, proposal))
                .unwrap_or_default(),
        );
    }
    if acts.is_empty() {
        state.notice = Some(Notice::Refused(Intent::AgreeAll, Refusal::NoAgreedItems));
        return Vec::new();
    }
    vec![Effect::Change(Change {
        intent: Intent::AgreeAll,
        pupil: None,
        acts,
    })]
}
