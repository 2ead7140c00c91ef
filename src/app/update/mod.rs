//! One message in, effects out: which function answers which intent.
//!
//! A key is looked up in the one table for the scopes of the moment; what it means goes through one pure function
//! that says whether it can be done now; then exactly one function does it.

mod again;
mod agenda;
mod contacts;
mod employers;
mod finding;
mod follow_up;
mod forms;
mod history;
mod importing;
mod keys;
mod listing;
mod lock;
mod meeting;
mod naming;
mod network;
mod outcome;
mod paragraph;
mod pupil;
mod read_back;
mod restoring;
mod results;
mod roof;
mod sittings;
mod snippets;
mod terms;
mod told;
mod typing;
mod walk;
mod window;
mod writing;

use super::effect::{Effect, Outcome};
use super::message::Message;
use super::state::State;
use crate::domain::intent::Intent;
use crate::public::Pane;
use crate::text::notice::Notice;

pub(super) use lock::{go_on_with_draft, go_on_writing};
pub(super) use roof::anything_ahead;
pub(super) use window::window;
pub(super) use writing::flush;

/// Answers a message. The store performs what comes back, in order, and hands each outcome to [`take`].
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let effects = answer(state, message);
    if state.overlay.is_none() {
        // No list lies beneath what was closed.
        (state.listing, state.asked_about) = (None, None);
    }
    state.note_room();
    effects
}

fn answer(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => keys::press(state, key),
        Message::Paste(text) => typing::paste(state, text),
        Message::Resize(columns, rows) => {
            state.size = (columns, rows);
            // A larger window shows more of the queue.
            listing::ask_why(state, false)
        }
        Message::Point(pane, row) => walk::point(state, pane, row),
        Message::Wheel(pane, on) => walk::wheel(state, pane, on),
        Message::Act(intent) => keys::ask(state, intent),
        // The sentence that announces it is on the screen by now.
        Message::Tick => follow_up::due(state),
    }
}

/// Takes in what the store did.
pub fn take(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    let effects = outcome::take(state, outcome);
    state.note_room();
    effects
}

/// Does what is asked. Every intent has its one line here.
fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    if state.overlay.is_some() {
        return finding::in_overlay(state, intent);
    }
    anywhere(state, intent).unwrap_or_else(|| on_panes(state, intent))
}

/// Intents that mean the same in every scope.
fn anywhere(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    Some(match intent {
        Intent::Blank => {
            state.blank = !state.blank;
            Vec::new()
        }
        Intent::Lock => {
            state.lock_asked = true;
            Vec::new()
        }
        Intent::TogglePrivate => meeting::toggle_private(state),
        Intent::AlreadySaved => {
            state.notice = Some(Notice::AlreadySaved);
            Vec::new()
        }
        Intent::HowToQuit => {
            state.notice = Some(Notice::HowToQuit);
            Vec::new()
        }
        Intent::Quit => {
            let effects = writing::leave(state);
            state.quit = true;
            effects
        }
        Intent::Undo => writing::undo(state, true),
        Intent::Redo => writing::undo(state, false),
        Intent::Contacts => contacts::open(state),
        Intent::Help => finding::help(state),
        _ => return None,
    })
}

fn on_panes(state: &mut State, intent: Intent) -> Vec<Effect> {
    use Intent as I;
    match intent {
        I::OpenMeeting
        | I::CloseMeeting
        | I::ReopenMeeting
        | I::PauseClock
        | I::Attendance
        | I::OldActions
        | I::ReadBack => meeting::act(state, intent),
        I::Up | I::Down if state.writing.is_some() => naming::step(state, intent == I::Down),
        I::TakeName => naming::take(state),
        I::Close if state.writing.is_some() => naming::close(state),
        I::ToAction | I::ToDecision => paragraph::turn(state, intent),
        I::Next | I::Previous | I::Up | I::Down | I::Left | I::Right => walk::act(state, intent),
        I::PaneQueue => focus(state, Pane::Queue),
        I::PanePupil => focus(state, Pane::Pupil),
        I::PaneAgenda => focus(state, Pane::Agenda),
        I::PaneTimeline => focus(state, Pane::Timeline),
        I::NextPane | I::PreviousPane => turn(state, intent == I::NextPane),
        I::Zoom => {
            state.zoom = !state.zoom;
            Vec::new()
        }
        I::TimelineScale => roof::scale(state),
        I::NextGap | I::EarlierDays | I::LaterDays => roof::act(state, intent),
        I::Write | I::WorkingNote | I::AddAction | I::AddDecision | I::Park | I::AddLesson => {
            writing::start(state, intent)
        }
        I::Escape => escape(state),
        I::Expand => snippets::expand(state),
        I::Agree | I::CarryOver | I::Relapse => pupil::act(state, intent),
        I::AgreeAll => pupil::show_agreed(state),
        I::Lane | I::RemoveFromAgenda | I::MoveUp | I::MoveDown | I::MoreMinutes | I::AddToAgenda | I::AddFreeItem => {
            agenda::act(state, intent)
        }
        I::Terms => terms::open(state),
        I::Find | I::Palette | I::ChooseSchool => finding::open(state, intent),
        I::ChooseMeeting => sittings::open(state),
        I::EditPerson | I::EditParty | I::PartyCard => finding::open(state, intent),
        I::RemovePart => pupil::act(state, intent),
        I::History => history::open(state),
        I::TurnList
        | I::NameList
        | I::CoverageList
        | I::SummerList
        | I::AskForPupil
        | I::RemoveFromQueue
        | I::OutOfSight => listing::act(state, intent),
        I::ImportList | I::ImportSchools | I::ImportContacts => importing::open(state, intent),
        I::EditNetworkPerson => network::open(state),
        I::Backup => vec![Effect::Backup(true)],
        I::Restore => restoring::open(state),
        I::ChangePassphrase => vec![Effect::ChangePassphrase],
        I::Results => results::open(state),
        I::NewCohort | I::AddToCohort | I::AddSchoolToCohort | I::AddListToCohort | I::RemoveFromCohort => {
            results::ask(state, intent)
        }
        I::IssuePapers | I::FollowUp | I::Lessons | I::CopyActions => follow_up::open(state, intent),
        _ => forms::open(state, intent),
    }
}

fn focus(state: &mut State, pane: Pane) -> Vec<Effect> {
    // The same key once more gives the pane its full height, which is how 80×24 reads the others.
    state.zoom = state.focus == pane && !state.zoom;
    state.focus = pane;
    arrived(state)
}

/// The pane that has the focus now gets its cursor.
fn arrived(state: &mut State) -> Vec<Effect> {
    if state.focus == Pane::Timeline {
        roof::arrive(state)
    } else {
        Vec::new()
    }
}

fn turn(state: &mut State, on: bool) -> Vec<Effect> {
    use Pane::{Agenda, Pupil, Queue, Timeline};
    state.focus = match (state.focus, on) {
        (Queue, true) | (Agenda, false) => Pupil,
        (Pupil, true) | (Timeline, false) => Agenda,
        (Agenda, true) | (Queue, false) => Timeline,
        (Timeline, true) | (Pupil, false) => Queue,
    };
    arrived(state)
}

fn escape(state: &mut State) -> Vec<Effect> {
    if state.writing.is_some() {
        return writing::leave(state);
    }
    if state.backing {
        return vec![Effect::StopBackup];
    }
    state.zoom = false;
    told::back(state);
    Vec::new()
}
