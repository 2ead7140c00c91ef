//! One message in, effects out: which function answers which intent.
//!
//! A key is looked up in the one table for the scopes of the moment; what it means goes through one pure function
//! that says whether it can be done now; then exactly one function does it.

mod agenda;
mod contacts;
mod employers;
mod finding;
mod follow_up;
mod forms;
mod history;
mod importing;
mod listing;
mod lock;
mod meeting;
mod naming;
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
mod walk;
mod window;
mod writing;

use super::edit::{Area, EditCommand, Editor};
use super::effect::{Effect, Outcome};
use super::enabled::enabled;
use super::keymap::{Scope, Then, edit_command};
use super::message::{Code, Key, Message};
use super::reading::scopes;
use super::state::{Overlay, State, Waiting};
use crate::domain::intent::Intent;
use crate::public::Pane;
use crate::text::notice::{Notice, Refusal};

pub(super) use lock::{go_on_with_draft, go_on_writing};
pub(super) use roof::anything_ahead;
pub(super) use sittings::schools_in_sight;
pub(super) use window::window;
pub(super) use writing::flush;

/// Answers a message. The store performs what comes back, in order, and hands each outcome to [`take`].
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let effects = answer(state, message);
    if state.overlay.is_none() {
        // No list lies beneath what was closed.
        (state.listing, state.asked_about) = (None, None);
    }
    effects
}

fn answer(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => press(state, key),
        Message::Paste(text) => paste(state, text),
        Message::Resize(columns, rows) => {
            state.size = (columns, rows);
            // A larger window shows more of the queue.
            listing::ask_why(state, false)
        }
        Message::Point(pane, row) => walk::point(state, pane, row),
        Message::Wheel(pane, on) => walk::wheel(state, pane, on),
        Message::Act(intent) => ask(state, intent),
        // The sentence that announces it is on the screen by now.
        Message::Tick => follow_up::due(state),
    }
}

/// Takes in what the store did.
pub fn take(state: &mut State, outcome: Outcome) -> Vec<Effect> {
    outcome::take(state, outcome)
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    if let Some(waiting) = state.waiting.take()
        && let Some(effects) = second_key(state, waiting, key)
    {
        return effects;
    }
    if state.blank && !acts_when_blank(state, key) {
        // While the screen is blank nobody sees what a key would do, nor what is typed: it would stand on the shared
        // screen afterwards. So only the key that ends it is taken, and the screen says which that is.
        state.notice = Some(Notice::Paused);
        return Vec::new();
    }
    let scopes = scopes(state);
    let mut refused = None;
    let meant = state
        .settings
        .keys
        .resolve(&scopes, key)
        .map(|b| (b.intent, b.then, b.scope));
    for (intent, then, scope) in meant.collect::<Vec<_>>() {
        match enabled(intent, state) {
            Ok(()) => return begin(state, intent, then, key),
            Err(refusal) => refused = refused.or(Some((intent, refusal))),
        }
        // What is meant for the part under the cursor is never taken for the pupil or the agenda instead.
        if scope == Scope::Part {
            break;
        }
    }
    if let Some((intent, refusal)) = refused {
        state.notice = Some(Notice::Refused(intent, refusal));
        return Vec::new();
    }
    if let Some(effects) = type_key(state, key) {
        return effects;
    }
    state.notice = unknown(key);
    Vec::new()
}

/// Does what is asked without a key, where the key would have done it.
fn ask(state: &mut State, intent: Intent) -> Vec<Effect> {
    (state.notice, state.waiting) = (None, None);
    if state.blank {
        state.notice = Some(Notice::Paused);
        return Vec::new();
    }
    match enabled(intent, state) {
        Ok(()) => act(state, intent),
        Err(refusal) => {
            state.notice = Some(Notice::Refused(intent, refusal));
            Vec::new()
        }
    }
}

/// Whether a key brings a blank screen back, or locks what lies behind it.
fn acts_when_blank(state: &State, key: Key) -> bool {
    let mut meant = state.settings.keys.resolve(&[Scope::Anywhere], key);
    meant.any(|b| matches!(b.intent, Intent::Blank | Intent::Lock))
}

/// What the status line says of a key that means nothing here; a key without a sign says nothing.
fn unknown(key: Key) -> Option<Notice> {
    match key.code {
        Code::Char(letter) if !key.ctrl && !letter.is_control() => Some(Notice::UnknownKey(letter.to_string())),
        _ => None,
    }
}

/// Begins an intent: now, or after its second key.
fn begin(state: &mut State, intent: Intent, then: Then, key: Key) -> Vec<Effect> {
    let other_day = meeting::day_to_confirm(state).filter(|_| intent == Intent::OpenMeeting);
    if (then == Then::Now && other_day.is_none()) || (intent == Intent::TogglePrivate && state.private) {
        return act(state, intent);
    }
    state.waiting = Some(Waiting {
        intent,
        key,
        first: None,
    });
    if let Some(day) = other_day {
        state.notice = Some(Notice::AskOpen(day));
    }
    if matches!(then, Then::Same | Then::Yes) {
        state.notice = Some(Notice::AskConfirm(intent));
    }
    let closes = state.open_meeting().filter(|_| intent == Intent::CloseMeeting);
    closes.map(Effect::Closing).into_iter().collect()
}

/// The key after a prefix. `None` lets the key be taken for itself: whoever thought better of it loses nothing.
fn second_key(state: &mut State, waiting: Waiting, key: Key) -> Option<Vec<Effect>> {
    let keys = &state.settings.keys;
    let then = keys
        .bindings()
        .iter()
        .find(|b| b.intent == waiting.intent && b.keys.contains(&waiting.key))
        .map(|b| b.then);
    let letter = match key {
        Key {
            code: Code::Char(letter),
            ctrl: false,
            alt: false,
            ..
        } => Some(letter),
        _ => None,
    };
    let elsewhere = keys.resolve(&[Scope::Anywhere], key).next().is_some();
    match then? {
        // Blank, undo and the like are never swallowed.
        Then::Yes if elsewhere => None,
        Then::Same if key == waiting.key => Some(act(state, waiting.intent)),
        Then::Yes => match letter {
            Some(letter) if state.lang.is_yes(letter) => Some(act(state, waiting.intent)),
            _ => Some(Vec::new()),
        },
        Then::Letter => pupil::letter(state, waiting, letter?),
        // Only opening a meeting of another day waits for its key a second time.
        Then::Now if key == waiting.key => Some(act(state, waiting.intent)),
        Then::Same | Then::Now => None,
    }
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
        I::AgreeAll => {
            state.overlay = Some(Overlay::AgreeAll);
            Vec::new()
        }
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
    Vec::new()
}

/// Gives a key to whatever is being typed in.
fn type_key(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        return forms::type_key(state, key);
    }
    if state.overlay.is_some() {
        let command = edit_command(key)?;
        let edited = edit_overlay(state, command);
        return Some(if edited {
            finding::query_changed(state)
        } else {
            Vec::new()
        });
    }
    state.writing.as_ref()?;
    writing::type_key(state, key)
}

/// The line being typed in an overlay, if it has one.
fn overlay_line(state: &mut State) -> Option<&mut Editor> {
    match state.overlay.as_mut()? {
        Overlay::Help { query, .. }
        | Overlay::Palette { query, .. }
        | Overlay::Find { query, .. }
        | Overlay::Contacts { query, .. } => Some(query),
        Overlay::Prompt { input, .. } => Some(input),
        Overlay::FollowUp(list) => list.filtering.then_some(&mut list.filter),
        Overlay::Lessons(list) => list.filtering.then_some(&mut list.filter),
        Overlay::Restore(backups) => backups.word(),
        Overlay::Import(import) => import.is_typing().then_some(&mut import.path),
        Overlay::Attendance { .. }
        | Overlay::OldActions { .. }
        | Overlay::Terms { .. }
        | Overlay::ReadBack { .. }
        | Overlay::Meetings { .. }
        | Overlay::Listing
        | Overlay::Results(_)
        | Overlay::AgreeAll
        | Overlay::PartyCard { .. }
        | Overlay::Issued(_)
        | Overlay::ToldBefore(_)
        | Overlay::History { .. }
        | Overlay::Form(_) => None,
    }
}

/// Undo and redo of what is being typed in an overlay; false where nothing is typed, so that the journal is meant.
fn undo_in_overlay(state: &mut State, back: bool) -> bool {
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        forms::undo(state, back);
        return true;
    }
    let command = if back { EditCommand::Undo } else { EditCommand::Redo };
    overlay_line(state).is_some_and(|line| line.input(command, LINE).is_ok())
}

fn edit_overlay(state: &mut State, command: EditCommand) -> bool {
    let refused = match overlay_line(state) {
        None => return false,
        Some(line) => line.input(command, LINE).is_err(),
    };
    if refused {
        state.notice = Some(Notice::Refused(Intent::Find, Refusal::TooLong));
    }
    !refused
}

/// The room a one-line text is edited in; its width only matters to what is drawn.
const LINE: Area = Area { width: 60, height: 1 };

fn paste(state: &mut State, text: String) -> Vec<Effect> {
    state.waiting = None;
    if state.blank {
        state.notice = Some(Notice::Paused);
        return Vec::new();
    }
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        return forms::paste(state, text);
    }
    if state.overlay.is_some() {
        return if edit_overlay(state, EditCommand::Insert(text)) {
            finding::query_changed(state)
        } else {
            Vec::new()
        };
    }
    writing::paste(state, text)
}
