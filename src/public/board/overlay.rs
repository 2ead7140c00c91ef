//! What lies over the panes.

use super::{ActionRow, Hand, Hint, InputView, Phase, PresenceRow, Preview, ResultsView, Sight, Written};
use crate::domain::codes::{
    ChanceKind, ChanceLevel, ItemKind, MeetingKind, PartyKind, PrimaryResult, Route, SchoolKind,
};
use crate::domain::intent::Intent;
use crate::domain::result::PublicCount;
use crate::domain::roof::Span;
use crate::domain::term::{TermKind, TermStanding};
use crate::domain::{Day, Moment};
use crate::text::notice::Refusal;

/// What lies over the panes.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay<S: Sight> {
    /// Help for where the chair is.
    Help {
        /// What was typed to filter.
        query: InputView,
        /// Keys and what they do.
        rows: Vec<Hint>,
        /// First row shown.
        top: usize,
    },
    /// The command palette.
    Palette {
        /// What was typed.
        query: InputView,
        /// Commands with their keys, and why not when they cannot act.
        rows: Vec<(Hint, Option<Refusal>)>,
        /// The selected one.
        selected: usize,
    },
    /// Find, or choose one of what is found.
    Find {
        /// For what.
        purpose: FindPurpose,
        /// What was typed.
        query: InputView,
        /// What was found.
        rows: Vec<FindRow<S>>,
        /// The selected one.
        selected: usize,
    },
    /// The fixed contacts of a school.
    Contacts {
        /// What was typed to get another school.
        query: InputView,
        /// The school shown, with its contacts.
        school: Option<ContactsView>,
        /// Other schools that match.
        others: Vec<String>,
    },
    /// Who is present.
    Attendance {
        /// The school of the block.
        school: String,
        /// Everybody expected.
        rows: Vec<PresenceRow>,
        /// Whether somebody of a pupil's own surroundings is there, which is the row behind them.
        family: bool,
        /// The selected one.
        selected: usize,
        /// Roles that are missing.
        missing: Vec<PartyKind>,
        /// Whether the block waits for this, so that the screen behind it is blank.
        required: bool,
        /// Whether it is not confirmed yet, and may be later.
        asked: bool,
    },
    /// Open actions of earlier meetings.
    OldActions {
        /// The actions.
        rows: Vec<OldActionRow<S>>,
        /// The selected one.
        selected: usize,
    },
    /// The terms of the pupil at hand: while shared only those that may be seen.
    Terms {
        /// Open ones first, by their day.
        rows: Vec<TermRow<S>>,
        /// The selected one.
        selected: usize,
    },
    /// Decisions and actions read back.
    ReadBack {
        /// Per pupil what was agreed.
        rows: Vec<ReadBackRow<S>>,
        /// What the cursor stands on, counted over what was written and the lines not taken of all rows; a row
        /// without either counts as one.
        selected: usize,
        /// Its confirmation.
        confirmed: Option<Confirmed>,
    },
    /// The meetings to choose from.
    Meetings {
        /// The meetings, the latest first.
        rows: Vec<MeetingRow>,
        /// The selected one.
        selected: usize,
    },
    /// The hamerstukken of the block, before they are agreed in one go.
    AgreeAll {
        /// Who, and the proposal.
        rows: Vec<(S::Name, String)>,
    },
    /// One line that is asked for.
    Prompt {
        /// For what.
        purpose: Intent,
        /// About whom, where a list was left for it.
        about: Option<S::Name>,
        /// What was typed.
        input: InputView,
        /// Why it cannot be taken as it is.
        refusal: Option<Refusal>,
        /// How what was typed will be taken, where that is more than its words.
        preview: Option<Preview>,
    },
    /// Results as anybody may be told them.
    Results(ResultsView<PublicCount>),
    /// An overlay that may not be shared: a form.
    Private(S::Overlay),
}

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRow {
    /// What it is.
    pub kind: MeetingKind,
    /// When.
    pub day: Day,
    /// How it stands.
    pub phase: Phase,
    /// Of which schools.
    pub schools: Vec<String>,
    /// Whether it is the one that is looked at.
    pub on_table: bool,
}

/// What finding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindPurpose {
    /// Go there.
    Go,
    /// Put the pupil on the agenda.
    AddToAgenda,
    /// Add a person to the table.
    AddParticipant,
    /// Look at another school.
    ChooseSchool,
    /// Change a person.
    EditPerson,
    /// Change a party.
    EditParty,
    /// The card of an employer.
    PartyCard,
}

impl FindPurpose {
    /// Whether pupils are looked for.
    pub const fn asks_pupils(self) -> bool {
        matches!(self, Self::Go | Self::AddToAgenda)
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub enum FindRow<S: Sight> {
    /// A pupil.
    Pupil(S::Name),
    /// A school and its place.
    School(String, String),
    /// A party and its place.
    Party(String, String),
    /// A person, their party, their telephone.
    Person(String, String, String),
    /// A table note: who, when, a piece of it.
    Note(S::Name, Day, String),
}

/// The contacts of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsView {
    /// The school's name.
    pub school: String,
    /// Its kind.
    pub kind: SchoolKind,
    /// Its place.
    pub place: String,
    /// Fixed contacts: rank, name, telephone, mail.
    pub fixed: Vec<(u8, String, String, String)>,
    /// The internship coordinator: name, telephone.
    pub coordinator: Option<(String, String)>,
    /// The contact at UWV: name, telephone.
    pub uwv: Option<(String, String)>,
}

/// An action from an earlier meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct OldActionRow<S: Sight> {
    /// About whom.
    pub pupil: Option<S::Name>,
    /// The action.
    pub action: ActionRow,
}

/// A term: when, what to do, and where that is written.
#[derive(Clone, Debug, PartialEq)]
pub struct TermRow<S: Sight> {
    /// What happens on its day.
    pub kind: TermKind,
    /// Its day.
    pub on: Day,
    /// Whether that day hangs on a day of leaving that is only expected.
    pub expected: bool,
    /// How it stands.
    pub standing: TermStanding,
    /// Some words.
    pub label: String,
    /// What to do.
    pub text: String,
    /// The article, or the practice it comes from.
    pub article: String,
    /// Where that can be read.
    pub address: Option<String>,
    /// When that was read.
    pub read: Day,
    /// What was noted at the mark.
    pub aside: Option<S::Aside>,
}

/// What was agreed about one pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadBackRow<S: Sight> {
    /// About whom; none for a point that is about no pupil.
    pub pupil: Option<S::Name>,
    /// What the item is, and the title of a free one.
    pub part: (ItemKind, String),
    /// What was agreed.
    pub written: Vec<Written>,
    /// Nothing was decided, and nobody took an action.
    pub nothing: bool,
    /// Whose hands were laid on the pupil or changed, in the order in which that was done.
    pub held: Vec<HeldRow<S>>,
    /// What else became of it, and what is missing.
    pub also: ReadBackAlso,
}

/// A hand at a pupil, and how long.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldRow<S: Sight> {
    /// Whose, as far as the sight may tell.
    pub hand: Hand<S>,
    /// First day.
    pub from: Day,
    /// Last day; open when absent.
    pub until: Option<Day>,
}

/// What became of an item besides decisions and actions, and what is missing.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ReadBackAlso {
    /// It goes to the next meeting.
    pub carried: bool,
    /// The table agreed with the proposal.
    pub agreed: bool,
    /// The primary result that was recorded there.
    pub result: Option<PrimaryResult>,
    /// Which party leads, when that was set there.
    pub route: Option<Route>,
    /// The chances that were assessed.
    pub chances: Vec<(ChanceKind, ChanceLevel)>,
    /// Days to come that nobody holds.
    pub gaps: Vec<Span>,
    /// It was discussed and nothing was decided.
    pub lacks_decision: bool,
    /// What came after the read-back was confirmed.
    pub since: SinceRow,
    /// Lines of the note that begin with a command and were not taken.
    pub untaken: Vec<String>,
}

/// What of an item came after the read-back was confirmed.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SinceRow {
    /// Of each line that was written whether it did.
    pub written: Vec<bool>,
    /// Whether something besides did.
    pub besides: bool,
    /// Whether something was taken back.
    pub gone: bool,
}

/// The confirmation of a read-back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Confirmed {
    /// When it was given.
    pub at: Moment,
    /// Whether nothing was recorded afterwards.
    pub stands: bool,
}
