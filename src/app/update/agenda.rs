//! The agenda by hand: add, remove, order, lane, minutes.

use crate::app::edit::{Editor, Kind};
use crate::app::effect::{Act, Change, Effect, ItemForm};
use crate::app::reading::item_meant;
use crate::app::state::{At, Overlay, State};
use crate::domain::codes::Lane;
use crate::domain::intent::Intent;
use crate::domain::meeting::AgendaItem;
use crate::public::{FindPurpose, Pane};

use super::meeting::LINE_LIMIT;
use super::{finding, walk};

pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::AddToAgenda => return add(state),
        Intent::AddFreeItem => {
            state.overlay = Some(Overlay::Prompt {
                purpose: intent,
                input: Editor::new("", Kind::OneLine, LINE_LIMIT),
                refusal: None,
            });
            return Vec::new();
        }
        _ => {}
    }
    let Some(item) = item_meant(state).map(|i| i.item.clone()) else {
        return Vec::new();
    };
    if matches!(intent, Intent::MoveUp | Intent::MoveDown) {
        state.follow = Some(item.id).filter(|_| state.focus == Pane::Agenda);
        walk::remember_place(state, item.id);
    }
    let act = match intent {
        Intent::Lane => Act::Lane(item.id, next_lane(item.lane)),
        Intent::MoveUp | Intent::MoveDown => Act::MoveItem(item.id, intent == Intent::MoveUp),
        Intent::MoreMinutes => Act::Item(ItemForm {
            minutes: item.minutes.saturating_add(1).min(600),
            ..item_form(&item)
        }),
        Intent::RemoveFromAgenda => return remove(state, &item),
        _ => return Vec::new(),
    };
    vec![Effect::Change(Change {
        intent,
        pupil: item.pupil,
        acts: vec![act],
    })]
}

/// The particulars of an item as they are, to be changed in one of them.
pub(super) fn item_form(item: &AgendaItem) -> ItemForm {
    ItemForm {
        id: item.id,
        title: item.title.clone(),
        minutes: item.minutes,
        fixed_time: item.fixed_time,
        question: item.question.clone(),
        asked_by: item.asked_by.clone(),
        proposal: item.proposal.clone(),
    }
}

const fn next_lane(lane: Lane) -> Lane {
    match lane {
        Lane::Agreed => Lane::Discuss,
        Lane::Discuss => Lane::Complex,
        Lane::Complex => Lane::Agreed,
    }
}

/// A pupil of this school who is looked at goes on the agenda at once; else one is looked for.
fn add(state: &mut State) -> Vec<Effect> {
    let Some((block, school)) = state.block().map(|b| (b.block.id, b.block.school)) else {
        return Vec::new();
    };
    match state.at {
        At::Pupil(pupil) if state.school_at_hand() == Some(school) => {
            vec![Effect::Change(Change {
                intent: Intent::AddToAgenda,
                pupil: Some(pupil),
                acts: vec![Act::AddPupilItem(block, pupil)],
            })]
        }
        _ => finding::start(state, FindPurpose::AddToAgenda),
    }
}

/// Takes the item off and goes to its neighbour first, so that the walk never stands on something that is gone.
fn remove(state: &mut State, item: &AgendaItem) -> Vec<Effect> {
    let before = state.at;
    state.removing = Some(before);
    let mut effects = Vec::new();
    if before == At::Item(item.id) {
        effects = walk::act(state, Intent::Next);
        if state.at == before {
            effects.extend(walk::act(state, Intent::Previous));
        }
    }
    state.notice = None;
    effects.push(Effect::Change(Change {
        intent: Intent::RemoveFromAgenda,
        pupil: item.pupil,
        acts: vec![Act::RemoveItem(item.id)],
    }));
    effects
}
