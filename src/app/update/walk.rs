//! Going to the next and the previous, through an open meeting's whole agenda or else through the queue.

use crate::app::effect::{Effect, RestFrom};
use crate::app::reading::{agenda_parts, queue_from, queue_places};
use crate::app::state::{At, Overlay, State};
use crate::domain::Id;
use crate::domain::dossier::Place;
use crate::domain::intent::Intent;
use crate::public::Pane;
use crate::text::notice::Notice;

use super::{roof, writing};

/// How many pupils off the agenda are held in memory at once, whatever their number in the file.
pub(super) const WINDOW: usize = 64;

/// How near the end of the window a new one is read.
const NEAR: usize = 12;

pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    match (intent, state.focus) {
        (Intent::Next | Intent::Previous, _) => step(state, intent == Intent::Next),
        (Intent::Up | Intent::Down | Intent::Left | Intent::Right, Pane::Timeline) => roof::act(state, intent),
        (Intent::Up | Intent::Down, Pane::Agenda) => agenda_row(state, intent == Intent::Down),
        (Intent::Up | Intent::Down, _) => step(state, intent == Intent::Down),
        (Intent::Left | Intent::Right, _) => {
            state.scroll += if intent == Intent::Right { 1 } else { -1 };
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Every place of the walk: all items of an open meeting; of one that was closed all items of the block, so that what
/// was said at each can be read; else the block's pupils. Without an open meeting the school's other pupils follow.
fn places(state: &State) -> Vec<At> {
    if state.is_open() {
        return state.items().map(|i| At::Item(i.item.id)).collect();
    }
    let mut places = queue_places(state);
    if state.sitting.as_ref().is_some_and(|s| s.meeting.is_closed()) {
        let items = state.block().map(|b| b.items.as_slice()).unwrap_or_default();
        places.retain(|at| matches!(at, At::Pupil(_)));
        places.splice(0..0, items.iter().map(|i| At::Item(i.item.id)));
    }
    places
}

fn step(state: &mut State, on: bool) -> Vec<Effect> {
    let places = places(state);
    // From a pupil off the agenda the walk goes on from the item that is on the table.
    let table = state.on_the_table().map(|(item, _)| At::Item(item));
    let position = |wanted: At| places.iter().position(|at| *at == wanted);
    let here = position(state.at).or_else(|| table.and_then(position));
    let passed_over = state
        .moved
        .filter(|(moved, from)| state.at == At::Item(*moved) && here.is_some_and(|here| here > *from));
    let to = match (here, on) {
        (Some(_), true) if passed_over.is_some() => passed_over.map(|(_, from)| from),
        (Some(at), true) => at.checked_add(1),
        (Some(at), false) => at.checked_sub(1),
        (None, _) => Some(0),
    };
    let Some(to) = to.and_then(|to| places.get(to).copied()) else {
        state.notice = Some(Notice::NoMore);
        return Vec::new();
    };
    let mut effects = go(state, to);
    effects.extend(more(state));
    effects
}

/// Remembers from where the item at hand is moved down, so that the walk goes on with whoever was passed over.
pub(super) fn remember_place(state: &mut State, item: Id) {
    let here = places(state).iter().position(|at| *at == At::Item(item));
    if state.at == At::Item(item) && state.moved.is_none_or(|(moved, _)| moved != item) {
        state.moved = here.map(|from| (item, from));
    }
}

/// Reads another window when the walk comes near the end of this one.
fn more(state: &State) -> Option<Effect> {
    let At::Pupil(id) = state.at else { return None };
    let at = state.rest.rows.iter().position(|line| line.id == id)?;
    let near_end = state.rest.more_after && at + NEAR >= state.rest.rows.len();
    let near_start = state.rest.more_before && at < NEAR;
    (near_end || near_start).then_some(Effect::LoadRest(RestFrom::Around(id), WINDOW))
}

/// Goes to a place: leaves the note, keeps the time, reads the pupil.
pub(super) fn go(state: &mut State, to: At) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    let block_before = state.block().map(|b| b.block.id);
    let left = state.on_the_table();
    state.at = to;
    state.moved = None;
    state.scroll = 0;
    roof::leave(state);
    if let (Some(meeting), At::Item(item)) = (state.open_meeting(), to) {
        effects.push(Effect::Place {
            meeting,
            place: Some(Place {
                item,
                since: Some(state.now),
            }),
            left,
        });
    }
    let block = state.block().map(|b| b.block.id);
    if block != block_before {
        state.agenda_row = 0;
        if let Some(school) = state.school_at_hand().filter(|_| state.is_open()) {
            state.school = Some(school);
        }
    }
    let asked = block.is_some_and(|block| state.asked_attendance.contains(&block));
    if state.awaits_others() || (state.awaits_attendance() && !asked) {
        // Whoever passed it by types a note next, which must not be taken for marks: it is not asked again. Only where
        // others are in the room nothing is seen before it was answered.
        state.asked_attendance.extend(block.filter(|_| !asked));
        state.overlay = Some(Overlay::Attendance { selected: 0 });
        // The header says that it is open; the footer has the keys of the list to tell.
        if state.notice == Some(Notice::Done(Intent::OpenMeeting)) {
            state.notice = None;
        }
    }
    state.arriving = state.is_open();
    if state.pupil().is_none() {
        state.dossier = None;
    }
    effects.extend(at_hand(state));
    effects
}

/// Reads what is at hand: the pupil, or what was written at a point of the agenda.
pub(super) fn at_hand(state: &State) -> Option<Effect> {
    match (state.pupil(), state.item()) {
        (Some(pupil), _) => Some(Effect::LoadDossier(pupil)),
        (None, Some(item)) => Some(Effect::LoadPoint(item.item.id)),
        (None, None) => None,
    }
}

/// Goes to the first item of an open meeting, or to where it was; else to the first of the queue.
pub(in crate::app) fn go_first(state: &mut State) -> Vec<Effect> {
    let open_at = state
        .sitting
        .as_ref()
        .filter(|s| s.meeting.is_open())
        .and_then(|s| s.place)
        .map(|p| At::Item(p.item));
    let places = places(state);
    let pupil = |at: &&At| match at {
        At::Item(id) => state.items().any(|i| i.item.id == *id && i.item.pupil.is_some()),
        At::Pupil(_) => true,
        At::Nowhere => false,
    };
    let to = open_at
        .filter(|at| places.contains(at))
        .or_else(|| places.iter().find(|at| !state.is_open() && pupil(at)).copied())
        .or_else(|| places.first().copied());
    match to {
        Some(to) => go(state, to),
        None => {
            state.at = At::Nowhere;
            state.dossier = None;
            Vec::new()
        }
    }
}

/// Goes to a pupil, wherever they are: on the agenda, else among the others of their school.
pub(super) fn go_to_pupil(state: &mut State, pupil: Id, school: Id) -> Vec<Effect> {
    let on_agenda = state.items().find(|i| i.item.pupil == Some(pupil)).map(|i| i.item.id);
    if let Some(item) = on_agenda {
        return go(state, At::Item(item));
    }
    state.school = Some(school);
    let mut effects = go(state, At::Pupil(pupil));
    effects.push(Effect::LoadRest(RestFrom::Around(pupil), WINDOW));
    effects
}

/// Looks at another school; choosing the one that is looked at changes nothing.
pub(super) fn go_to_school(state: &mut State, school: Id) -> Vec<Effect> {
    if state.school_at_hand() == Some(school) && state.at != At::Nowhere {
        return Vec::new();
    }
    let mut effects = writing::leave(state);
    let first = state
        .sitting
        .iter()
        .flat_map(|s| s.blocks.iter())
        .find(|b| b.block.school == school)
        .and_then(|b| b.items.first())
        .map(|i| i.item.id);
    state.school = Some(school);
    state.focus = Pane::Queue;
    if let Some(item) = first.filter(|_| state.is_open()) {
        effects.extend(go(state, At::Item(item)));
        return effects;
    }
    state.at = At::Nowhere;
    state.dossier = None;
    state.opening = true;
    effects.push(Effect::LoadRest(RestFrom::Start, WINDOW));
    effects
}

fn agenda_row(state: &mut State, down: bool) -> Vec<Effect> {
    let rows = agenda_parts(state).len();
    let to = if down {
        state.agenda_row.saturating_add(1)
    } else {
        state.agenda_row.saturating_sub(1)
    };
    state.agenda_row = to.min(rows.saturating_sub(1));
    Vec::new()
}

/// Goes to the part of the agenda under the cursor.
pub(super) fn go_to_part(state: &mut State) -> Vec<Effect> {
    let first = agenda_parts(state)
        .get(state.agenda_row)
        .and_then(|ids| ids.first().copied());
    let to = first.map(At::Item).filter(|at| places(state).contains(at));
    to.map(|to| go(state, to)).unwrap_or_default()
}

/// Something in a pane was pointed at. What lies over the panes, or a blank screen, is not pointed through.
pub(super) fn point(state: &mut State, pane: Pane, row: usize) -> Vec<Effect> {
    if state.overlay.is_some() || state.blank {
        return Vec::new();
    }
    (state.notice, state.waiting) = (None, None);
    let to = match pane {
        // What is drawn there is the pupil at hand.
        Pane::Queue if !state.private && state.room().has_guest() => None,
        Pane::Queue => {
            let places = queue_places(state);
            let from = queue_from(state, &places);
            from.checked_add(row).and_then(|at| places.get(at).copied())
        }
        Pane::Agenda => part(state, row),
        Pane::Pupil | Pane::Timeline => None,
    };
    if to == Some(state.at) && state.writing.is_some() {
        // Whoever points at what is at hand goes on writing there.
        return Vec::new();
    }
    // A note is written in its own pane only, where it is seen.
    let mut effects = match pane {
        Pane::Pupil => Vec::new(),
        Pane::Queue | Pane::Agenda | Pane::Timeline => writing::leave(state),
    };
    state.focus = pane;
    if pane == Pane::Agenda {
        state.agenda_row = row.min(agenda_parts(state).len().saturating_sub(1));
    }
    if pane == Pane::Timeline {
        effects.extend(roof::arrive(state));
    }
    if let Some(to) = to.filter(|to| *to != state.at) {
        effects.extend(go(state, to));
        effects.extend(more(state));
    }
    effects
}

/// Where pointing at a part of the agenda leads: to where the walk is when that is in it, else to its first item.
fn part(state: &State, row: usize) -> Option<At> {
    let items = agenda_parts(state).into_iter().nth(row)?;
    let here = items.iter().copied().map(At::Item).find(|at| *at == state.at);
    let first = items.first().copied().map(At::Item);
    here.or(first).filter(|at| places(state).contains(at))
}

/// The wheel over the queue is the walk.
pub(super) fn wheel(state: &mut State, pane: Pane, on: bool) -> Vec<Effect> {
    if pane != Pane::Queue || state.overlay.is_some() || state.blank {
        return Vec::new();
    }
    (state.notice, state.waiting) = (None, None);
    step(state, on)
}
