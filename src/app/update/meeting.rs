//! Opening, attendance, old actions, read-back, closing, and a correction afterwards.

use crate::app::edit::{Editor, Kind};
use crate::app::effect::{Act, Change, Effect};
use crate::app::state::{Overlay, State};
use crate::domain::codes::{ActionState, Presence};
use crate::domain::dossier::{Place, SittingBlock};
use crate::domain::intent::Intent;
use crate::domain::{Day, Id};
use crate::text::notice::Notice;

use super::{again, read_back, writing};

/// The most bytes of a line that is asked for.
pub(super) const LINE_LIMIT: usize = 400;

/// A change about the meeting, not about one pupil.
pub(super) fn change(intent: Intent, acts: Vec<Act>) -> Effect {
    Effect::Change(Change {
        intent,
        pupil: None,
        acts,
    })
}

pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    let Some(meeting) = state.sitting.as_ref().map(|s| s.meeting.id) else {
        return if intent == Intent::OldActions {
            old_actions(state)
        } else {
            Vec::new()
        };
    };
    match intent {
        Intent::OpenMeeting => {
            state.opening = true;
            // A place left by an opening that was taken back would count the time between.
            let place = Effect::Place {
                meeting,
                place: None,
                left: None,
            };
            vec![place, change(intent, vec![Act::Opened(meeting, Some(state.now))])]
        }
        Intent::CloseMeeting => close(state, meeting),
        Intent::ReopenMeeting => {
            state.overlay = Some(Overlay::Prompt {
                purpose: intent,
                input: Editor::new("", Kind::OneLine, LINE_LIMIT),
                refusal: None,
            });
            Vec::new()
        }
        Intent::PauseClock => pause(state, meeting),
        Intent::Attendance => {
            let effects = writing::leave(state);
            state.overlay = Some(Overlay::Attendance { selected: 0 });
            effects
        }
        Intent::OldActions => old_actions(state),
        Intent::ReadBack => read_back::open(state),
        _ => Vec::new(),
    }
}

/// The day of the meeting that would be opened, when that is not today: then the key is asked a second time.
pub(super) fn day_to_confirm(state: &State) -> Option<Day> {
    let meeting = &state.sitting.as_ref()?.meeting;
    (meeting.opened_at.is_none() && meeting.day != state.today).then_some(meeting.day)
}

fn old_actions(state: &mut State) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    effects.extend(again::old_actions(state));
    effects
}

/// Closing freezes the minutes: what was not discussed goes to the next meeting by itself.
fn close(state: &mut State, meeting: Id) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    let left = state.on_the_table();
    // The place is kept, with its clock stopped: taking the closing back goes on there.
    let place = state.sitting.as_ref().and_then(|s| s.place);
    let place = place.map(|place| Place { since: None, ..place });
    effects.push(Effect::Place { meeting, place, left });
    effects.push(change(
        Intent::CloseMeeting,
        vec![Act::CarryOpenItems(meeting), Act::Closed(meeting, Some(state.now))],
    ));
    effects
}

fn pause(state: &mut State, meeting: Id) -> Vec<Effect> {
    let Some(place) = state.sitting.as_ref().and_then(|s| s.place) else {
        return Vec::new();
    };
    let (since, left) = match place.since {
        None => (Some(state.now), None),
        Some(_) => (None, state.on_the_table()),
    };
    let place = Some(Place { since, ..place });
    vec![Effect::Place { meeting, place, left }]
}

/// Shared to private and back. Going back closes what may not be seen; what was typed there is kept.
pub(super) fn toggle_private(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.private {
        if state
            .writing
            .as_ref()
            .is_some_and(|w| w.target.kind == crate::domain::codes::NoteKind::Working)
        {
            effects.extend(writing::leave(state));
        }
        super::forms::put_aside(state);
        state.following.behind = None;
        // What was found or listed in private may be wider than may be shared.
        if !matches!(state.overlay, Some(Overlay::Attendance { .. })) {
            state.overlay = None;
        }
    }
    state.private = !state.private;
    effects.extend(super::listing::sight_changed(state));
    // What came of results besides is read for the chair alone, and the chair alone sees every row of a list.
    effects.extend(again::lists(state));
    if !state.private {
        effects.extend(super::sittings::leave_other_rooms(state));
        if state.awaits_others() && state.overlay.is_none() {
            state.overlay = Some(Overlay::Attendance { selected: 0 });
        }
    }
    effects
}

/// Marks the selected person and goes to the next, so that a table of six is six keys.
pub(super) fn mark(state: &mut State, presence: Presence, intent: Intent) -> Vec<Effect> {
    let Some(Overlay::Attendance { selected }) = state.overlay else {
        return Vec::new();
    };
    let Some(block) = state.block() else { return Vec::new() };
    let Some(row) = block.attendance.get(selected) else {
        return vec![change(
            intent,
            vec![Act::Family(block.block.id, presence == Presence::Present)],
        )];
    };
    let effect = change(intent, vec![Act::Attendance(row.id, presence)]);
    let last = block.attendance.len().saturating_sub(1);
    state.overlay = Some(Overlay::Attendance {
        selected: (selected + 1).min(last),
    });
    vec![effect]
}

/// Mandate yes or no of the selected person.
pub(super) fn mandate(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Attendance { selected }) = state.overlay else {
        return Vec::new();
    };
    let row = state.block().and_then(|b| b.attendance.get(selected));
    row.map(|row| vec![change(Intent::ToggleMandate, vec![Act::Mandate(row.id, !row.mandate)])])
        .unwrap_or_default()
}

/// Confirms who is present. Only an open meeting keeps the moment. That nobody is there is asked a second time, for
/// decisions are then all provisional, and is never a stop.
pub(super) fn confirm_present(state: &mut State) -> Vec<Effect> {
    let waits = state.awaits_attendance();
    let empty = state
        .block()
        .filter(|b| waits && !anybody_present(b))
        .map(|b| b.block.id);
    if empty.is_some() && state.asked_empty != empty {
        state.asked_empty = empty;
        state.notice = Some(Notice::NobodyPresent);
        return Vec::new();
    }
    if !waits {
        state.overlay = None;
    }
    let hint = state
        .block()
        .filter(|b| !b.contacts.is_complete())
        .map(|b| b.contacts.fixed.len());
    let effects = match state.block().map(|b| b.block.id).filter(|_| waits) {
        Some(block) => vec![change(Intent::Attendance, vec![Act::ConfirmPresent(block)])],
        None => Vec::new(),
    };
    if let Some(count) = hint {
        state.notice = Some(Notice::ContactsNotTwo(count));
    }
    effects
}

fn anybody_present(block: &SittingBlock) -> bool {
    block.attendance.iter().any(|row| row.state == Presence::Present)
}

/// Asks for the day of an old action that was not done; without one it only leaves the list.
pub(super) fn ask_again(state: &mut State) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::OldActions { rows, selected }) if rows.get(*selected).is_some() => {
            super::follow_up::question(state, Intent::ActionNotDone)
        }
        _ => Vec::new(),
    }
}

/// Closes the selected old action.
pub(super) fn close_action(state: &mut State, to: ActionState, intent: Intent) -> Vec<Effect> {
    let Some(Overlay::OldActions { rows, selected }) = &state.overlay else {
        return Vec::new();
    };
    let Some(row) = rows.get(*selected) else {
        return Vec::new();
    };
    let pupil = row.pupil.as_ref().map(|p| p.id);
    vec![Effect::Change(Change {
        intent,
        pupil,
        acts: vec![Act::ActionState(row.action.id, to)],
    })]
}
