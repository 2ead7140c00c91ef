//! The one table of keys.
//!
//! Dispatch, footer, help, palette, the README's table and the tests read one table; nothing else knows a key. The
//! table in force is a [`Keymap`]: [`BINDINGS`], with the chair's own keys from the settings in place of some. Both
//! are held to the same rules ([`check`]).
//!
//! An intent without keys is reached through the palette. Two intents may share a key in one scope only when never
//! both can act at once (opening and closing a meeting): the one that can is taken.

mod editing;
mod letters;
mod names;
mod rules;
mod scope;

use std::borrow::Cow;

use super::message::{Code, Key};
use crate::domain::intent::Intent;
use Intent as I;

pub use editing::{EDIT_KEYS, MOTION_KEYS, edit_command};
pub use letters::{CHANCE_LETTERS, INSTRUMENT_LETTER, RESULT_LETTERS, ROUTE_LETTERS, TILE_LETTERS};
pub use names::{key_text, read_key, shown};
pub use rules::{Broken, check};
pub use scope::Scope;

/// What must follow the key before anything happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Now,
    /// The same key once more.
    Same,
    /// The letter for yes: `j`, in English also `y`.
    Yes,
    /// A letter of a code list.
    Letter,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub scope: Scope,
    /// The keys that do it; the first is the one that is shown.
    pub keys: Cow<'static, [Key]>,
    /// What.
    pub intent: Intent,
    /// What must follow.
    pub then: Then,
    /// Place in the footer, the smallest first; zero for never.
    pub footer: u8,
}

const fn c(letter: char) -> Key {
    Key::plain(Code::Char(letter))
}
const fn p(code: Code) -> Key {
    Key::plain(code)
}
const SHIFT_TAB: Key = Key {
    code: Code::Tab,
    ctrl: false,
    alt: false,
    shift: true,
};

const fn bind(scope: Scope, keys: &'static [Key], intent: Intent, then: Then, footer: u8) -> Binding {
    Binding {
        scope,
        keys: Cow::Borrowed(keys),
        intent,
        then,
        footer,
    }
}

use Scope::{
    Anywhere, Attendance, Card, Choose, Contacts, FollowUp, Form, History, Import, Lessons, List, Meetings, Naming,
    OldActions, Part, Path, Pupils, ReadBack, Results, Search, Terms, Write,
};
use Then::{Letter, Now, Same, Yes};

/// Every key of the program, before the chair changed any.
pub const BINDINGS: &[Binding] = &[
    // What is under the cursor of the timeline, before the panes: there the same keys mean the pupil or the agenda.
    bind(Part, &[p(Code::Enter), c('e')], I::EditPart, Now, 1),
    bind(Part, &[c('x')], I::EndPart, Now, 2),
    bind(Part, &[p(Code::Delete)], I::RemovePart, Same, 3),
    // Who is meant behind an `@`, before the note: there the same keys move the cursor, break the line
    // or leave.
    bind(Naming, &[p(Code::Tab), p(Code::Enter)], I::TakeName, Now, 1),
    bind(Naming, &[p(Code::Esc)], I::Close, Now, 3),
    bind(Naming, &[p(Code::Down)], I::Down, Now, 2),
    bind(Naming, &[p(Code::Up)], I::Up, Now, 0),
    // The meeting and the walk through it.
    bind(Choose, &[c('S')], I::OpenMeeting, Now, 1),
    bind(Choose, &[c('S')], I::CloseMeeting, Same, 0),
    bind(Choose, &[p(Code::PageDown)], I::Next, Now, 2),
    bind(Choose, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Write, &[p(Code::PageDown)], I::Next, Now, 1),
    bind(Write, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Choose, &[p(Code::Down)], I::Down, Now, 0),
    bind(Choose, &[p(Code::Up)], I::Up, Now, 0),
    bind(Choose, &[p(Code::Left)], I::Left, Now, 0),
    bind(Choose, &[p(Code::Right)], I::Right, Now, 0),
    bind(Choose, &[c('1')], I::PaneQueue, Now, 0),
    bind(Choose, &[c('2')], I::PanePupil, Now, 0),
    bind(Choose, &[c('3')], I::PaneAgenda, Now, 0),
    bind(Choose, &[c('4')], I::PaneTimeline, Now, 0),
    bind(Choose, &[p(Code::Tab)], I::NextPane, Now, 0),
    bind(Choose, &[SHIFT_TAB], I::PreviousPane, Now, 0),
    bind(Choose, &[c('z')], I::Zoom, Now, 12),
    // Writing.
    bind(Choose, &[p(Code::Enter), c('i')], I::Write, Now, 3),
    bind(Write, &[p(Code::Esc)], I::Escape, Now, 2),
    bind(Choose, &[p(Code::Esc)], I::Escape, Now, 0),
    bind(Write, &[p(Code::Tab)], I::Expand, Now, 0),
    bind(Write, &[Key::ctrl('t')], I::ToAction, Now, 0),
    bind(Write, &[Key::ctrl('d')], I::ToDecision, Now, 0),
    bind(Choose, &[], I::ToAction, Now, 0),
    bind(Choose, &[], I::ToDecision, Now, 0),
    bind(Choose, &[c('a')], I::AddAction, Now, 5),
    bind(Choose, &[c('b')], I::AddDecision, Now, 6),
    bind(Choose, &[c('v')], I::Park, Now, 0),
    bind(Choose, &[], I::AddLesson, Now, 0),
    bind(Choose, &[c('p')], I::WorkingNote, Now, 0),
    // The outcome.
    bind(Choose, &[c('u')], I::Result, Letter, 7),
    bind(Choose, &[c('r')], I::SetRoute, Letter, 8),
    bind(Choose, &[c('k')], I::SetChances, Letter, 9),
    bind(Choose, &[c('h')], I::Agree, Same, 0),
    bind(Choose, &[c('H')], I::AgreeAll, Now, 0),
    bind(Choose, &[c('d')], I::CarryOver, Same, 0),
    bind(Choose, &[c('t')], I::Relapse, Now, 0),
    bind(Choose, &[c('n')], I::AddTile, Letter, 0),
    bind(Choose, &[], I::AddInstrument, Now, 0),
    bind(Choose, &[c('L')], I::History, Now, 0),
    // The agenda by hand.
    bind(Choose, &[c('l')], I::Lane, Now, 0),
    bind(Choose, &[c('A')], I::AddToAgenda, Now, 0),
    bind(Choose, &[c('x')], I::RemoveFromAgenda, Same, 0),
    bind(Choose, &[c('<')], I::MoveUp, Now, 0),
    bind(Choose, &[c('>')], I::MoveDown, Now, 0),
    bind(Choose, &[c('E')], I::EditItem, Now, 0),
    bind(Choose, &[c('F')], I::AddFreeItem, Now, 0),
    bind(Choose, &[c('+')], I::MoreMinutes, Now, 0),
    bind(Choose, &[c(' ')], I::PauseClock, Now, 0),
    // Who is there, what was agreed.
    bind(Choose, &[c('w')], I::Attendance, Now, 10),
    bind(Choose, &[c('o')], I::OldActions, Now, 11),
    bind(Choose, &[c('T')], I::ReadBack, Now, 0),
    bind(Choose, &[c('D')], I::Terms, Now, 0),
    bind(Choose, &[c('c')], I::Contacts, Now, 4),
    bind(Anywhere, &[p(Code::F(4))], I::Contacts, Now, 14),
    // Finding and asking.
    bind(Choose, &[c('/')], I::Find, Now, 0),
    bind(Choose, &[c(':')], I::Palette, Now, 0),
    bind(Choose, &[c('?')], I::Help, Now, 20),
    bind(Anywhere, &[p(Code::F(1))], I::Help, Now, 0),
    bind(Choose, &[c('s')], I::ChooseSchool, Now, 0),
    bind(Choose, &[c('O')], I::ChooseMeeting, Now, 0),
    // The timeline.
    bind(Choose, &[c('y')], I::TimelineScale, Now, 0),
    bind(Choose, &[c('g')], I::NextGap, Now, 13),
    bind(Choose, &[c(',')], I::EarlierDays, Now, 0),
    bind(Choose, &[c('.')], I::LaterDays, Now, 0),
    // Lists over many pupils.
    bind(Choose, &[c('W')], I::TurnList, Now, 0),
    bind(Choose, &[], I::NameList, Now, 0),
    bind(Choose, &[c('G')], I::CoverageList, Now, 0),
    bind(Choose, &[c('Z')], I::SummerList, Now, 0),
    bind(Choose, &[c('R')], I::Results, Now, 0),
    bind(Choose, &[], I::NewCohort, Now, 0),
    bind(Choose, &[], I::AddToCohort, Now, 0),
    bind(Choose, &[], I::AddSchoolToCohort, Now, 0),
    bind(Choose, &[], I::AddListToCohort, Now, 0),
    bind(Choose, &[], I::RemoveFromCohort, Now, 0),
    bind(Choose, &[], I::AskForPupil, Now, 0),
    bind(Choose, &[], I::RemoveFromQueue, Now, 0),
    bind(Choose, &[], I::OutOfSight, Now, 0),
    // The private state.
    bind(Anywhere, &[p(Code::F(8))], I::TogglePrivate, Yes, 0),
    bind(Anywhere, &[p(Code::F(9))], I::Blank, Now, 15),
    bind(Choose, &[c('e')], I::EditPupil, Now, 0),
    bind(Choose, &[c('N')], I::NewPupil, Now, 0),
    bind(Choose, &[c('P')], I::PlanMeeting, Now, 0),
    bind(Choose, &[], I::CorrectTimes, Now, 0),
    bind(Choose, &[], I::ReopenMeeting, Now, 0),
    bind(Choose, &[], I::NewSchool, Now, 0),
    bind(Choose, &[], I::EditSchool, Now, 0),
    bind(Choose, &[], I::NewPerson, Now, 0),
    bind(Choose, &[], I::EditPerson, Now, 0),
    bind(Choose, &[], I::NewParty, Now, 0),
    bind(Choose, &[], I::EditParty, Now, 0),
    bind(Choose, &[], I::PartyCard, Now, 0),
    bind(Choose, &[], I::NewNetworkPerson, Now, 0),
    bind(Choose, &[], I::EditNetworkPerson, Now, 0),
    bind(Choose, &[], I::SetChair, Now, 0),
    // The rights of the pupil.
    bind(Choose, &[], I::RecordSharing, Now, 0),
    bind(Choose, &[], I::InformList, Now, 0),
    bind(Choose, &[], I::EditAgreement, Now, 0),
    bind(Choose, &[], I::Rectify, Now, 0),
    bind(Choose, &[], I::ImportList, Now, 0),
    bind(Choose, &[], I::ImportSchools, Now, 0),
    bind(Choose, &[], I::ImportContacts, Now, 0),
    // What follows the meeting.
    bind(Choose, &[c('V')], I::IssuePapers, Now, 0),
    bind(Choose, &[c('U')], I::FollowUp, Now, 0),
    bind(Choose, &[c('I')], I::Lessons, Now, 0),
    bind(Choose, &[c('C')], I::CopyActions, Now, 0),
    // Safety.
    bind(Anywhere, &[Key::ctrl('z')], I::Undo, Now, 0),
    bind(Anywhere, &[Key::ctrl('y')], I::Redo, Now, 0),
    bind(Anywhere, &[Key::ctrl('l')], I::Lock, Now, 0),
    bind(Choose, &[], I::Backup, Now, 0),
    bind(Choose, &[], I::Restore, Now, 0),
    bind(Choose, &[], I::ChangePassphrase, Now, 0),
    bind(Anywhere, &[Key::ctrl('s')], I::AlreadySaved, Now, 0),
    bind(Anywhere, &[Key::ctrl('c')], I::HowToQuit, Now, 0),
    bind(Choose, &[c('q')], I::Quit, Yes, 21),
    // Lists in overlays.
    bind(List, &[p(Code::Esc), c('q')], I::Close, Now, 3),
    bind(List, &[p(Code::Enter), c('j')], I::Confirm, Now, 1),
    bind(List, &[p(Code::Down)], I::Down, Now, 0),
    bind(List, &[p(Code::Up)], I::Up, Now, 0),
    bind(List, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(List, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(ReadBack, &[p(Code::Esc), c('q')], I::Close, Now, 4),
    bind(ReadBack, &[p(Code::Enter), c('j')], I::Confirm, Now, 1),
    bind(ReadBack, &[c('e')], I::Mend, Now, 2),
    bind(ReadBack, &[p(Code::Down)], I::Down, Now, 3),
    bind(ReadBack, &[p(Code::Up)], I::Up, Now, 0),
    bind(ReadBack, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(ReadBack, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Search, &[p(Code::Esc)], I::Close, Now, 3),
    bind(Search, &[p(Code::Enter)], I::Pick, Now, 1),
    bind(Search, &[p(Code::Down), p(Code::Tab)], I::Down, Now, 2),
    bind(Search, &[p(Code::Up), SHIFT_TAB], I::Up, Now, 0),
    bind(Search, &[Key::ctrl('u')], I::ClearField, Now, 0),
    bind(Search, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Search, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Attendance, &[p(Code::Esc)], I::Close, Now, 8),
    bind(Attendance, &[p(Code::Enter)], I::Confirm, Now, 1),
    bind(Attendance, &[p(Code::Down)], I::Down, Now, 0),
    bind(Attendance, &[p(Code::Up)], I::Up, Now, 0),
    bind(Attendance, &[c('a')], I::MarkPresent, Now, 2),
    bind(Attendance, &[c('f')], I::MarkExcused, Now, 3),
    bind(Attendance, &[c('x')], I::MarkAbsent, Now, 4),
    bind(Attendance, &[c('m')], I::ToggleMandate, Now, 5),
    bind(Attendance, &[c('+'), c('/')], I::AddParticipant, Now, 6),
    bind(OldActions, &[p(Code::Esc)], I::Close, Now, 6),
    bind(OldActions, &[p(Code::Enter)], I::Close, Now, 0),
    bind(OldActions, &[p(Code::Down)], I::Down, Now, 5),
    bind(OldActions, &[p(Code::Up)], I::Up, Now, 0),
    bind(OldActions, &[c('g')], I::ActionDone, Now, 1),
    bind(OldActions, &[c('k')], I::ActionNotPossible, Now, 2),
    bind(OldActions, &[c('n')], I::ActionNotDone, Now, 3),
    bind(OldActions, &[c('x')], I::ActionCancelled, Now, 4),
    bind(Meetings, &[p(Code::Esc), c('q')], I::Close, Now, 3),
    bind(Meetings, &[p(Code::Enter)], I::Pick, Now, 1),
    bind(Meetings, &[p(Code::Down)], I::Down, Now, 2),
    bind(Meetings, &[p(Code::Up)], I::Up, Now, 0),
    bind(Meetings, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Meetings, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Contacts, &[p(Code::Esc)], I::Close, Now, 3),
    bind(Contacts, &[p(Code::Enter), c('1')], I::CopyFirst, Now, 1),
    bind(Contacts, &[c('2')], I::CopySecond, Now, 2),
    bind(Contacts, &[Key::ctrl('u')], I::ClearField, Now, 0),
    bind(History, &[p(Code::Esc), c('q')], I::Close, Now, 4),
    bind(History, &[p(Code::Enter), c('e')], I::EditPart, Now, 1),
    bind(History, &[c('x')], I::EndPart, Now, 2),
    bind(History, &[p(Code::Delete)], I::RemovePart, Same, 3),
    bind(History, &[p(Code::Down)], I::Down, Now, 0),
    bind(History, &[p(Code::Up)], I::Up, Now, 0),
    bind(History, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(History, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Card, &[p(Code::Esc), c('q')], I::Close, Now, 2),
    bind(Card, &[c('e'), p(Code::Enter)], I::EditParty, Now, 1),
    bind(Card, &[p(Code::Down)], I::Down, Now, 0),
    bind(Card, &[p(Code::Up)], I::Up, Now, 0),
    bind(Card, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Card, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Form, &[p(Code::F(2))], I::PartyCard, Now, 5),
    bind(Terms, &[p(Code::Esc)], I::Close, Now, 4),
    bind(Terms, &[p(Code::Enter)], I::Close, Now, 0),
    bind(Terms, &[p(Code::Down)], I::Down, Now, 3),
    bind(Terms, &[p(Code::Up)], I::Up, Now, 0),
    bind(Terms, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Terms, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Terms, &[c('g')], I::TermDone, Now, 1),
    bind(Terms, &[c('n'), c('x')], I::TermNotApplicable, Now, 2),
    bind(Pupils, &[p(Code::Esc), c('q')], I::Close, Now, 9),
    bind(Pupils, &[p(Code::Enter)], I::Pick, Now, 1),
    bind(Pupils, &[p(Code::Down)], I::Down, Now, 0),
    bind(Pupils, &[p(Code::Up)], I::Up, Now, 0),
    bind(Pupils, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Pupils, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Pupils, &[c('A'), c('+')], I::AddToAgenda, Now, 2),
    bind(Pupils, &[c('v')], I::AskForPupil, Now, 3),
    bind(Pupils, &[c('x')], I::RemoveFromQueue, Now, 4),
    bind(Pupils, &[c('b')], I::OutOfSight, Now, 0),
    bind(Pupils, &[c('s')], I::ListSchools, Now, 5),
    bind(Pupils, &[c('w'), c('W')], I::TurnList, Now, 0),
    bind(Pupils, &[c('n')], I::NameList, Now, 6),
    bind(Pupils, &[c('g'), c('G')], I::CoverageList, Now, 7),
    bind(Pupils, &[c('z'), c('Z')], I::SummerList, Now, 8),
    bind(Pupils, &[c('*')], I::ListEverything, Same, 0),
    bind(Results, &[p(Code::Esc), c('q')], I::Close, Now, 9),
    bind(Results, &[p(Code::Right)], I::Right, Now, 0),
    bind(Results, &[p(Code::Left)], I::Left, Now, 0),
    bind(Results, &[p(Code::Down)], I::Down, Now, 0),
    bind(Results, &[p(Code::Up)], I::Up, Now, 0),
    bind(Results, &[c('v')], I::CompareCohort, Now, 1),
    bind(Results, &[c('u')], I::DivideResults, Now, 2),
    bind(Results, &[c('p')], I::ReferenceDate, Now, 3),
    bind(Results, &[c('a')], I::AddToCohort, Now, 4),
    bind(Results, &[c('A')], I::AddSchoolToCohort, Now, 5),
    bind(Results, &[c('x')], I::RemoveFromCohort, Now, 6),
    bind(Results, &[c('n')], I::NewCohort, Now, 7),
    bind(FollowUp, &[p(Code::Esc), c('q')], I::Close, Now, 9),
    bind(FollowUp, &[p(Code::Down)], I::Down, Now, 0),
    bind(FollowUp, &[p(Code::Up)], I::Up, Now, 0),
    bind(FollowUp, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(FollowUp, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(FollowUp, &[c('g')], I::ActionDone, Now, 1),
    bind(FollowUp, &[c('k')], I::ActionNotPossible, Now, 2),
    bind(FollowUp, &[c('n')], I::ActionNotDone, Now, 3),
    bind(FollowUp, &[c('x')], I::ActionCancelled, Now, 4),
    bind(FollowUp, &[c('m'), p(Code::Enter)], I::MoveAction, Now, 5),
    bind(FollowUp, &[p(Code::Tab)], I::GroupRows, Now, 6),
    bind(FollowUp, &[c('/')], I::FilterRows, Now, 7),
    bind(FollowUp, &[c('V')], I::ExportOwner, Now, 8),
    bind(Path, &[p(Code::Esc)], I::Close, Now, 4),
    bind(Path, &[p(Code::Enter)], I::Pick, Now, 1),
    bind(Path, &[p(Code::Tab)], I::Complete, Now, 2),
    bind(Path, &[p(Code::Down)], I::Down, Now, 3),
    bind(Path, &[p(Code::Up)], I::Up, Now, 0),
    bind(Path, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Path, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Path, &[Key::ctrl('u')], I::ClearField, Now, 0),
    bind(Import, &[p(Code::Esc), c('q')], I::Close, Now, 9),
    bind(Import, &[p(Code::Enter)], I::Confirm, Now, 1),
    bind(Import, &[p(Code::Down)], I::Down, Now, 0),
    bind(Import, &[p(Code::Up)], I::Up, Now, 0),
    bind(Import, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Import, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Import, &[p(Code::Right), c(' ')], I::ColumnOn, Now, 2),
    bind(Import, &[p(Code::Left)], I::ColumnBack, Now, 0),
    bind(Import, &[c('k')], I::ImportColumns, Now, 3),
    bind(Import, &[c('b')], I::ImportSheet, Now, 4),
    bind(Import, &[c('v')], I::Vanish, Now, 5),
    bind(Import, &[c('V')], I::VanishAll, Now, 6),
    bind(Import, &[c('g')], I::MendRefused, Now, 7),
    bind(Lessons, &[p(Code::Esc), c('q')], I::Close, Now, 9),
    bind(Lessons, &[p(Code::Down)], I::Down, Now, 0),
    bind(Lessons, &[p(Code::Up)], I::Up, Now, 0),
    bind(Lessons, &[p(Code::PageDown)], I::Next, Now, 0),
    bind(Lessons, &[p(Code::PageUp)], I::Previous, Now, 0),
    bind(Lessons, &[c('p'), p(Code::Enter)], I::LessonPickedUp, Now, 1),
    bind(Lessons, &[c('b')], I::LessonPaidFrom, Now, 2),
    bind(Lessons, &[c('g')], I::LessonDone, Now, 3),
    bind(Lessons, &[c('o')], I::LessonNoticed, Now, 4),
    bind(Lessons, &[c('/')], I::FilterRows, Now, 5),
    bind(Form, &[p(Code::Esc)], I::Close, Now, 4),
    bind(Form, &[p(Code::Enter)], I::Keep, Now, 1),
    bind(Form, &[Key::ctrl('u')], I::ClearField, Now, 6),
    bind(Form, &[Key::ctrl('x')], I::Discard, Same, 7),
    bind(Form, &[p(Code::Tab), p(Code::Down)], I::NextField, Now, 2),
    bind(Form, &[SHIFT_TAB, p(Code::Up)], I::PreviousField, Now, 3),
];

/// The table in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap(Cow<'static, [Binding]>);

impl Default for Keymap {
    fn default() -> Self {
        Self(Cow::Borrowed(BINDINGS))
    }
}

impl Keymap {
    /// Every line, in the order of the table.
    pub fn bindings(&self) -> &[Binding] {
        &self.0
    }

    /// What a key may mean in these scopes, in the order of the table.
    pub fn resolve(&self, scopes: &[Scope], key: Key) -> impl Iterator<Item = &Binding> {
        self.0
            .iter()
            .filter(move |b| scopes.contains(&b.scope) && b.keys.contains(&key))
    }

    /// The line of an intent, preferring one of these scopes, and there one with a key, so that what is shown is the
    /// key that works here.
    pub fn binding_of(&self, intent: Intent, scopes: &[Scope]) -> Option<&Binding> {
        let lines = || self.0.iter().filter(|b| b.intent == intent);
        let here = || lines().filter(|b| scopes.contains(&b.scope));
        here()
            .find(|b| !b.keys.is_empty())
            .or_else(|| here().next())
            .or_else(|| lines().next())
    }

    /// The place in which an act has its key when none is named: where it is chosen, else where it stands first.
    pub fn home(&self, intent: Intent) -> Option<Scope> {
        self.binding_of(intent, &[Choose]).map(|b| b.scope)
    }

    /// Gives an act other keys in one place: all of them, for an act of two lines. False when the act has no line
    /// there. The table may break a rule afterwards; [`check`] tells.
    pub fn set(&mut self, scope: Scope, intent: Intent, keys: Vec<Key>) -> bool {
        let mut keys = Some(keys);
        let lines = self.0.to_mut().iter_mut();
        for line in lines.filter(|b| b.scope == scope && b.intent == intent) {
            line.keys = Cow::Owned(keys.take().unwrap_or_default());
        }
        keys.is_none()
    }
}
