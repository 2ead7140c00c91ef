//! What the public window shows, whatever the chair's own screen does.
//!
//! The rule: something is shown only while a meeting sits, after it was said who is present, and of the school whose
//! people are in the room. That holds in the private state too: there the window goes on with what the shared screen
//! would show, and with nothing as soon as the chair looks at something that is not for the room. Another meeting than
//! the one that sits is such a thing, of whatever school.

use crate::app::screen::Screen;
use crate::app::state::{At, State};
use crate::public::{Blank, Projection, Show};

/// What the public window is to show. `drawn` is what the chair's own screen shows, so that a scene is not made twice.
pub(in crate::app) fn show(state: &State, drawn: &Screen) -> Show {
    match hidden(state) {
        Some(why) => Show::Blank(why),
        None => {
            let room = is_for_the_room(state);
            let projection = match drawn {
                Screen::Shared(scene) => Projection::of(scene, room),
                Screen::Blank(..) | Screen::Locked(_) | Screen::Private(_) => {
                    Projection::of(&super::board(state), room)
                }
            };
            Show::Scene(Box::new(projection))
        }
    }
}

/// Why nothing is to be shown, when nothing is.
fn hidden(state: &State) -> Option<Blank> {
    if state.locked.is_some() {
        return Some(Blank::Locked);
    }
    if state.blank {
        return Some(Blank::Paused);
    }
    let room = state.room();
    if room.sits().is_none() {
        return Some(match was_closed_today(state) {
            true => Blank::Closed,
            false => Blank::Waiting,
        });
    }
    let Some(confirmed) = room.confirmed() else {
        return Some(Blank::Attendance);
    };
    if !state.is_open() {
        // What lies on the table is another meeting: its agenda, its pupils and its lists were for other people.
        Some(Blank::Elsewhere)
    } else if state.school_at_hand() == Some(confirmed.school) {
        None
    } else {
        Some(Blank::Attendance)
    }
}

/// Whether the meeting on the table was closed today: its people may still be in the room, and nothing is to begin.
fn was_closed_today(state: &State) -> bool {
    let closed = state.sitting.as_ref().and_then(|sitting| sitting.meeting.closed_at);
    closed.is_some_and(|at| at.date_naive() == state.today)
}

/// Whether what is at hand stands on the agenda of the people in the room. A pupil who was looked up does not, and
/// neither does anything of a meeting that does not sit.
fn is_for_the_room(state: &State) -> bool {
    state.is_open() && matches!(state.at, At::Item(_))
}
