//! The lists over many pupils: opening one, what its keys do, and why somebody is to be discussed.
//!
//! The rule: what is done to the pupil of a row is recorded under the same intent as from anywhere else, and the list
//! stays open: it takes in that one pupil, and reads everything again only when that is asked for.

use crate::app::effect::{Act, Change, Effect};
use crate::app::listing::{ListAsk, ListKind, Place};
use crate::app::reading::{pointed_at, queue_places};
use crate::app::state::{At, Overlay, State};
use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::domain::reason::ReasonKind;
use crate::public::ReasonView;
use crate::text::notice::{Notice, Refusal};

use super::{finding, forms, walk, writing};

/// Whether an intent means something else in a list than in other overlays.
pub(super) const fn answers(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Confirm
            | Intent::AddToAgenda
            | Intent::AskForPupil
            | Intent::RemoveFromQueue
            | Intent::OutOfSight
            | Intent::ListSchools
            | Intent::ListEverything
            | Intent::TurnList
            | Intent::NameList
            | Intent::CoverageList
            | Intent::SummerList
    )
}

pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::TurnList => open(state, ListKind::Turn),
        Intent::NameList => open(state, ListKind::Names),
        Intent::CoverageList => open(state, ListKind::Coverage),
        Intent::SummerList => open(state, ListKind::Summer),
        Intent::ListSchools => {
            let here = state.school_at_hand();
            again(state, |ask| ListAsk {
                school: here.filter(|_| ask.school.is_none()),
                everything: false,
                ..ask
            })
        }
        Intent::ListEverything => again(state, |ask| ListAsk {
            everything: true,
            ..ask
        }),
        Intent::Confirm => pick(state),
        Intent::AddToAgenda => add(state),
        Intent::AskForPupil => {
            state.asked_about = pointed_at(state);
            forms::open(state, intent)
        }
        Intent::RemoveFromQueue => {
            let mut effects = writing::leave(state);
            state.asked_about = pointed_at(state);
            effects.extend(finding::prompt(state, intent, ""));
            effects
        }
        Intent::OutOfSight => out_of_sight(state),
        _ => Vec::new(),
    }
}

/// Opens a list: of the school at hand, and the coverage of all schools; from another list for the same schools.
fn open(state: &mut State, kind: ListKind) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    let here = state.school_at_hand().filter(|_| kind != ListKind::Coverage);
    let school = match (&state.overlay, &state.listing) {
        (Some(Overlay::Listing), Some(listing)) => listing.ask.school,
        _ => here,
    };
    effects.push(Effect::List(ListAsk {
        kind,
        school,
        everything: false,
    }));
    effects
}

/// Asks for the list again, in another way.
fn again(state: &State, other: impl Fn(ListAsk) -> ListAsk) -> Vec<Effect> {
    let listing = state.listing.as_ref();
    listing
        .map(|listing| vec![Effect::List(other(listing.ask))])
        .unwrap_or_default()
}

/// A list was read: it opens, and stays at the pupil that was selected when it is the same one.
pub(super) fn listed(state: &mut State, mut read: Box<crate::app::listing::Listing>) {
    if !state.private {
        state.notice = Some(Notice::Refused(Intent::TurnList, Refusal::Private));
        return;
    }
    if let Some(before) = state.listing.as_ref().filter(|before| before.ask.kind == read.ask.kind) {
        let same = before.ask.school == read.ask.school;
        read.select(
            before.pupil().map(|row| row.line.id),
            if same { before.selected } else { 0 },
        );
    }
    state.listing = Some(read);
    if !matches!(state.overlay, Some(Overlay::Prompt { .. } | Overlay::Form(_))) {
        state.overlay = Some(Overlay::Listing);
    }
}

/// Goes to what is selected: a pupil, or the list of a school alone.
fn pick(state: &mut State) -> Vec<Effect> {
    let Some(listing) = &state.listing else {
        return Vec::new();
    };
    let ask = listing.ask;
    let of_school = |at: usize| listing.sections.get(at).map(|section| section.school);
    match listing.place() {
        Some(Place::Pupil(..)) => {
            let Some(line) = listing.pupil().map(|row| row.line.clone()) else {
                return Vec::new();
            };
            (state.overlay, state.listing) = (None, None);
            walk::go_to_pupil(state, line.id, line.school)
        }
        Some(Place::School(at)) => vec![Effect::List(ListAsk {
            school: of_school(at),
            ..ask
        })],
        Some(Place::More(at)) => vec![Effect::List(ListAsk {
            school: of_school(at),
            // What one school has more is read when that school is the list.
            everything: ask.school.is_some(),
            ..ask
        })],
        Some(Place::Hand(_)) | None => Vec::new(),
    }
}

/// Puts the pupil of the row on the agenda of their school's block.
fn add(state: &mut State) -> Vec<Effect> {
    let row = state.listing.as_ref().and_then(|listing| listing.pupil());
    let Some((pupil, school)) = row.map(|row| (row.line.id, row.line.school)) else {
        state.notice = Some(Notice::Refused(Intent::AddToAgenda, Refusal::NothingSelected));
        return Vec::new();
    };
    let mut blocks = state.sitting.iter().flat_map(|sitting| sitting.blocks.iter());
    let block = blocks
        .find(|block| block.block.school == school)
        .map(|block| block.block.id);
    let refused = match block {
        None => Some(Refusal::NoMeeting),
        Some(_) if state.items().any(|item| item.item.pupil == Some(pupil)) => Some(Refusal::OnAgenda),
        Some(_) => None,
    };
    if let Some(refusal) = refused {
        state.notice = Some(Notice::Refused(Intent::AddToAgenda, refusal));
        return Vec::new();
    }
    let act = block.map(|block| Act::AddPupilItem(block, pupil));
    about(state, Intent::AddToAgenda, pupil, act.into_iter().collect())
}

/// A change about one pupil, whom the list takes in again when it is done.
fn about(state: &mut State, intent: Intent, pupil: Id, acts: Vec<Act>) -> Vec<Effect> {
    state.asked_about = Some(pupil);
    vec![Effect::Change(Change {
        intent,
        pupil: Some(pupil),
        acts,
    })]
}

/// Takes the pupil who was asked about off the queue, with the reason that was typed.
pub(super) fn remove(state: &mut State, why: String) -> Vec<Effect> {
    let Some(pupil) = state.asked_about else {
        return Vec::new();
    };
    about(
        state,
        Intent::RemoveFromQueue,
        pupil,
        vec![Act::RemoveFromQueue(pupil, why)],
    )
}

/// Records that a pupil is out of sight since today, or is no longer.
fn out_of_sight(state: &mut State) -> Vec<Effect> {
    let Some(pupil) = pointed_at(state) else {
        return Vec::new();
    };
    let of_row = state.listing.as_ref().and_then(|listing| listing.pupil());
    let recorded = match (&state.overlay, of_row) {
        (Some(Overlay::Listing), Some(row)) => row.recorded_out_of_sight,
        _ => {
            let dossier = state.dossier.as_ref().filter(|dossier| dossier.pupil.id == pupil);
            dossier.and_then(|dossier| dossier.pupil.out_of_sight_since)
        }
    };
    let since = recorded.is_none().then_some(state.today);
    // Which of the two it became is said; a change that fails says so in its place.
    state.notice = Some(Notice::OutOfSight(since.is_some()));
    about(state, Intent::OutOfSight, pupil, vec![Act::OutOfSight(pupil, since)])
}

/// What lies over the panes closes: the list beneath it comes back, or there is none.
pub(super) fn uncover(state: &mut State) {
    let covered = !matches!(state.overlay, Some(Overlay::Listing)) && state.listing.is_some();
    state.overlay = covered.then_some(Overlay::Listing);
    state.asked_about = None;
}

/// Something was recorded while a list is open: it comes back, and takes in the pupil it was about.
pub(super) fn changed(state: &mut State, intent: Intent) -> Vec<Effect> {
    let about = state.asked_about.take();
    if state.listing.is_some() && state.overlay.is_none() {
        state.overlay = Some(Overlay::Listing);
    }
    let today = state.today;
    let Some((listing, pupil)) = state.listing.as_mut().zip(about) else {
        return Vec::new();
    };
    for section in &mut listing.sections {
        let Some(at) = section.rows.iter().position(|row| row.line.id == pupil) else {
            continue;
        };
        if intent == Intent::RemoveFromQueue {
            section.removed += 1;
            if listing.ask.kind == ListKind::Turn {
                section.rows.remove(at);
            } else if let Some(row) = section.rows.get_mut(at) {
                row.removed = Some(today);
            }
        }
        if let Some(row) = section.rows.get_mut(at).filter(|row| row.line.id == pupil) {
            match intent {
                Intent::AskForPupil if row.removed.take().is_some() => section.removed -= 1,
                Intent::OutOfSight => {
                    row.recorded_out_of_sight = match row.recorded_out_of_sight {
                        Some(_) => None,
                        None => Some(today),
                    };
                }
                _ => {}
            }
        }
    }
    let rows = listing.places().len();
    listing.selected = listing.selected.min(rows.saturating_sub(1));
    vec![Effect::Why(vec![pupil])]
}

/// Asks why those in sight are to be discussed: the pupil at hand, and in the private state whoever the queue can show
/// around and was not read yet. `fresh` says that the pupil at hand was read anew.
pub(super) fn ask_why(state: &State, fresh: bool) -> Vec<Effect> {
    let at_hand = state.pupil();
    let mut wanted: Vec<Id> = at_hand.filter(|_| fresh).into_iter().collect();
    if state.private {
        let places = queue_places(state);
        let here = places.iter().position(|at| *at == state.at).unwrap_or(0);
        let (first, last) = in_sight(here, usize::from(state.size.1));
        let near = places.iter().take(last).skip(first);
        let pupils = near.filter_map(|at| match at {
            At::Item(item) => state.items().find(|i| i.item.id == *item).and_then(|i| i.item.pupil),
            At::Pupil(pupil) => Some(*pupil),
            At::Nowhere => None,
        });
        wanted.extend(pupils.filter(|id| !state.why.contains_key(id) && at_hand != Some(*id)));
    }
    match wanted.is_empty() {
        true => Vec::new(),
        false => vec![Effect::Why(wanted)],
    }
}

/// The rows of the queue, from the first up to the one after the last, that a window of so many rows can show around
/// the one at hand: a third of a pane above the end, or the beginning of the list. A pane is at most as high as the
/// window.
fn in_sight(here: usize, rows: usize) -> (usize, usize) {
    let below = here + rows / 3 + 1;
    if here < rows {
        (0, below.max(rows))
    } else {
        (here + 1 + rows / 3 - rows, below)
    }
}

/// How many pupils' reasons are held at once: what stands far from the one at hand is read again when it comes near.
const HELD: usize = 400;

/// Why pupils are to be discussed was read.
pub(super) fn why_read(state: &mut State, read: Vec<(Id, Vec<ReasonView>)>) {
    if state.why.len() > HELD {
        state.why.clear();
    }
    for (pupil, why) in read {
        if let Some(listing) = state.listing.as_mut() {
            let turn = listing.ask.kind == ListKind::Turn;
            let rows = listing.sections.iter_mut().map(|section| &mut section.rows);
            for rows in rows {
                for row in rows.iter_mut().filter(|row| row.line.id == pupil) {
                    let since = why.iter().find(|why| why.reason.kind == ReasonKind::OutOfSight);
                    row.out_of_sight = since.map(|why| why.reason.on);
                    row.why.clone_from(&why);
                }
                if turn {
                    rows.retain(|row| !row.why.is_empty());
                }
            }
        }
        state.why.insert(pupil, why);
    }
}

/// The screen became private or shared: what may be told of others is asked for, or forgotten.
pub(super) fn sight_changed(state: &mut State) -> Vec<Effect> {
    if state.private {
        return ask_why(state, false);
    }
    let at_hand = state.pupil();
    state.why.retain(|pupil, _| Some(*pupil) == at_hand);
    (state.listing, state.asked_about) = (None, None);
    Vec::new()
}
