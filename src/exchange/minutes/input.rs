//! What a document may tell: domain values in types that hold nothing private.
//!
//! The rule, by type: there is no field for a working note, a surname, a birth date, an address, a telephone number
//! of family, a register, a wage value or another private part. A pupil is a [`Called`], which is made of initials, a
//! case number or, when that was asked for, a full name. Texts have been through a [`Mask`](crate::domain::mask::Mask)
//! before they come here.

use chrono::NaiveTime;

use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ItemState, Lane, MeetingKind, PartyKind, Presence, PrimaryResult, Route,
    SchoolKind,
};
use crate::domain::name::Initials;
use crate::domain::papers::Correction;
use crate::domain::roof::Span;
use crate::domain::{Day, Id, Moment};

/// What a pupil is called in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// By initials, as is usual.
    Initials(Initials),
    /// In full, because it was asked for.
    Full(FullName),
    /// As a case, because the pupil may not be named.
    Case(u16),
}

/// A full name that may be written, because it was asked for; prints itself without it.
#[derive(Clone, PartialEq, Eq)]
pub struct FullName(pub String);

impl std::fmt::Debug for FullName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FullName(…)")
    }
}

/// For whom a document is made and when: it says so itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFor {
    /// For whom.
    pub whom: String,
    /// When.
    pub at: Moment,
}

/// The part of a meeting at one table, as its minutes and its agenda tell it: one school, or what one party may read
/// of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPaper {
    /// Uitstroomoverleg or doorstroomtafel.
    pub kind: MeetingKind,
    /// The day.
    pub day: Day,
    /// Start, planned or actual.
    pub starts: NaiveTime,
    /// End, planned or actual.
    pub ends: NaiveTime,
    /// Where; may be empty.
    pub place: String,
    /// Reference of the privacy agreement; may be empty.
    pub agreement: String,
    /// Last day of that agreement.
    pub agreement_until: Option<Day>,
    /// Whether the minutes are frozen.
    pub closed: bool,
    /// The day of the next meeting.
    pub next_day: Option<Day>,
    /// Corrections made after the minutes were frozen, the oldest first.
    pub corrections: Vec<Correction>,
    /// The tables it tells about, in order.
    pub tables: Vec<TablePaper>,
}

impl MeetingPaper {
    /// The number of this version: every correction makes a new one.
    pub fn version(&self) -> usize {
        self.corrections.len() + 1
    }
}

/// One block: a school, the people at its table, and what was discussed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePaper {
    /// Name of the school.
    pub school: String,
    /// VSO, PrO or Entree.
    pub school_kind: SchoolKind,
    /// Who was expected there, and who came.
    pub seats: Vec<Seat>,
    /// Its pupils and free points, in the order of the agenda.
    pub items: Vec<ItemPaper>,
}

/// Somebody at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Name of the professional.
    pub name: String,
    /// Name of their party.
    pub party: String,
    /// Present, excused, absent or not asked.
    pub presence: Presence,
    /// Whether they may decide for their party.
    pub mandate: bool,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A pupil.
    Pupil(Called),
    /// A free point, by its title.
    Point(String),
}

/// One pupil or free point.
#[derive(Clone, PartialEq, Eq)]
pub struct ItemPaper {
    /// What it is about.
    pub subject: Subject,
    /// How much time it asks.
    pub lane: Lane,
    /// Planned minutes.
    pub minutes: u16,
    /// A fixed time.
    pub fixed_time: Option<NaiveTime>,
    /// How it stands.
    pub state: ItemState,
    /// The question of whoever brings the pupil.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal.
    pub proposal: String,
    /// The table note, when notes were chosen; never a working note.
    pub note: Option<String>,
    /// Who holds the pupil, and what else was recorded.
    pub recorded: RecordedPaper,
    /// What was decided.
    pub decisions: Vec<DecisionPaper>,
    /// Who does what.
    pub actions: Vec<ActionPaper>,
}

/// What was recorded of a pupil besides decisions and actions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordedPaper {
    /// Whose hands were laid on the pupil or changed, in the order in which that was done.
    pub held: Vec<HeldPaper>,
    /// Days that stay without anybody who holds.
    pub gaps: Vec<Span>,
    /// The primary result.
    pub result: Option<PrimaryResult>,
    /// Which party leads.
    pub route: Option<Route>,
    /// The chances, where the reader may know them.
    pub chances: Vec<(ChanceKind, ChanceLevel)>,
}

/// A hand at a pupil, and how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPaper {
    /// Kind and name of the party, and who holds there; the name of a person may be empty. None for a provider of care,
    /// of whom a document tells no more than that somebody holds.
    pub whose: Option<(PartyKind, String, String)>,
    /// First day.
    pub from: Day,
    /// Last day; open when absent.
    pub until: Option<Day>,
}

impl RecordedPaper {
    /// Whether anything was recorded; that a gap stays is no record.
    #[must_use]
    pub fn has_something(&self) -> bool {
        let said = self.result.is_some() || self.route.is_some();
        said || !self.held.is_empty() || !self.chances.is_empty()
    }
}

impl std::fmt::Debug for ItemPaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ItemPaper({:?})", self.subject)
    }
}

/// A decision.
#[derive(Clone, PartialEq, Eq)]
pub struct DecisionPaper {
    /// What was decided.
    pub text: String,
    /// Under reservation.
    pub provisional: bool,
}

/// An action.
#[derive(Clone, PartialEq, Eq)]
pub struct ActionPaper {
    /// The record, for the calendar's own name of it.
    pub id: Id,
    /// Whose; none when nobody took it.
    pub owner: Option<OwnerPaper>,
    /// What is to be done.
    pub text: String,
    /// When it is due.
    pub due: Option<Day>,
    /// How it stands.
    pub state: ActionState,
}

/// The owner of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerPaper {
    /// Name of the professional.
    pub name: String,
    /// The role in which they sit there.
    pub role: PartyKind,
}

/// The page for a young person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YoungPaper {
    /// What they are called.
    pub called: Called,
    /// The day of the talk.
    pub day: Day,
    /// What was decided.
    pub decisions: Vec<DecisionPaper>,
    /// What others will do, and until when.
    pub actions: Vec<ActionPaper>,
    /// Who helps now, in the order in which they let go.
    pub helpers: Vec<Helper>,
    /// Who comes after, by first day.
    pub later: Vec<Helper>,
    /// When the table talks about them again.
    pub next_day: Option<Day>,
    /// Whom to call with a question.
    pub questions: Option<Helper>,
}

/// Somebody who holds the young person for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Name of the professional.
    pub name: String,
    /// Name of their party.
    pub party: String,
    /// Telephone at work; may be empty.
    pub phone: String,
    /// First day.
    pub from: Option<Day>,
    /// Last day; open when absent.
    pub until: Option<Day>,
}

/// The open actions of one owner, over all schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerActions {
    /// The owner.
    pub owner: OwnerPaper,
    /// The day on which the list is made: what is due before it is overdue.
    pub today: Day,
    /// The actions, the one longest overdue first.
    pub actions: Vec<OwnerAction>,
}

/// One of them.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnerAction {
    /// The action.
    pub action: ActionPaper,
    /// The pupil it is about.
    pub called: Option<Called>,
    /// Name of the school; empty when it is of none.
    pub school: String,
}

/// Implements a `Debug` that tells nothing, for what holds a text of the table.
macro_rules! without_text {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
without_text!(DecisionPaper, ActionPaper, OwnerAction);
