//! Another meeting on the table: looking back at one that was, or ahead at one that is planned.
//!
//! The rule: the meeting that sits goes on meanwhile, with its clock, and is one choice away. While the screen is
//! shared only meetings of the school whose people are in the room can be chosen, and with a guest there none: looking
//! back crosses no boundary that the walk would not cross.

use crate::app::effect::{Effect, RestFrom};
use crate::app::state::{At, Overlay, State};
use crate::domain::Id;
use crate::domain::dossier::MeetingLine;

use super::{walk, writing};

/// Asks for the meetings to choose from.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    effects.push(Effect::Meetings);
    effects
}

/// The meetings were read: the list opens on the way back when another one is looked at, else on the one before.
pub(super) fn opened(state: &mut State, mut rows: Vec<MeetingLine>) {
    if !state.private {
        rows.retain(|line| state.room().may_look_at(line));
    }
    let place = |wanted: Option<Id>| rows.iter().position(|line| Some(line.meeting.id) == wanted);
    let here = state.sitting.as_ref().map(|s| s.meeting.id);
    let open = match &state.overlay {
        Some(Overlay::Meetings { rows, selected }) => rows.get(*selected).map(|line| line.meeting.id),
        _ => None,
    };
    let selected = if open.is_some() {
        // Read anew, the list keeps its cursor.
        place(open)
    } else if here == state.elsewhere.current {
        place(here)
            .map(|at| at + 1)
            .filter(|at| *at < rows.len())
            .or(place(here))
    } else {
        place(state.elsewhere.current)
    };
    state.overlay = Some(Overlay::Meetings {
        rows,
        selected: selected.unwrap_or(0),
    });
}

/// Puts the chosen meeting on the table.
pub(super) fn choose(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Meetings { rows, selected }) = &state.overlay else {
        return Vec::new();
    };
    let Some(line) = rows.get(*selected) else {
        return Vec::new();
    };
    let (meeting, schools) = (line.meeting.id, line.schools.clone());
    let may_be_seen = state.private || state.room().may_look_at(line);
    state.overlay = None;
    if !may_be_seen || state.sitting.as_ref().is_some_and(|s| s.meeting.id == meeting) {
        return Vec::new();
    }
    if !state.private {
        let seen = state.room().schools();
        let school = schools.iter().map(|(id, _)| *id).find(|id| seen.contains(id));
        state.school = school.or(state.school);
    }
    put_on_table(state, Some(meeting))
}

/// Puts a meeting on the table, or without one the meeting that the program shows by itself.
fn put_on_table(state: &mut State, meeting: Option<Id>) -> Vec<Effect> {
    state.at = At::Nowhere;
    state.dossier = None;
    state.point = None;
    state.agenda_row = 0;
    state.opening = true;
    vec![Effect::LoadSitting(meeting)]
}

/// The screen becomes shared again: what the people in the room may not see goes off the table.
pub(super) fn leave_other_rooms(state: &mut State) -> Vec<Effect> {
    let room = state.room();
    if room.may_see_table() {
        return Vec::new();
    }
    if room.is_beside() {
        return put_on_table(state, None);
    }
    let Some(place) = state.sitting.as_ref().and_then(|sitting| sitting.place) else {
        return Vec::new();
    };
    let mut effects = walk::go(state, At::Item(place.item));
    state.school = state.school_at_hand();
    effects.push(Effect::LoadRest(RestFrom::Start, walk::WINDOW));
    effects
}
