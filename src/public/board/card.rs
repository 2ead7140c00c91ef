//! The card of the pupil at hand, with its note.

use super::{Hint, Sight};
use crate::domain::Day;
use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ExitProfile, Goal, ItemKind, Presence, PrimaryResult, Route, SchoolKind,
};
use crate::domain::naming::Named;
use crate::domain::roof::Span;
use crate::domain::writing::Owner;

/// The card of the pupil at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<S: Sight> {
    /// Place in the agenda, from 1.
    pub number: Option<usize>,
    /// Who.
    pub title: S::Title,
    /// Age in years.
    pub age: Option<u32>,
    /// Kind of school.
    pub school: SchoolKind,
    /// Expected direction.
    pub profile: ExitProfile,
    /// Expected day of leaving.
    pub leaving: Option<Day>,
    /// What the pupil wants.
    pub wish: String,
    /// What the pupil can.
    pub strengths: String,
    /// The goal.
    pub goal: Goal,
    /// The question and who asks it.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal.
    pub proposal: String,
    /// Where the pupil works or is an intern.
    pub placement: String,
    /// The route.
    pub route: Route,
    /// The chances assessed so far.
    pub chances: Vec<(ChanceKind, ChanceLevel)>,
    /// The primary result.
    pub result: Option<PrimaryResult>,
    /// The last relapse: its day, and the category the pupil fell back from.
    pub relapse: Option<(Day, Option<PrimaryResult>)>,
    /// Whether the pupil leaves within six months.
    pub leaves_soon: bool,
    /// The next days on which nobody holds the pupil, when they are near.
    pub next_gap: Option<Span>,
    /// Why the pupil is to be discussed, the most urgent first.
    pub reasons: Vec<S::Reason>,
    /// Open actions, overdue first.
    pub open_actions: Vec<ActionRow>,
    /// Decisions and actions of this meeting, in the order in which they were taken.
    pub written: Vec<Written>,
    /// The note of this meeting.
    pub note: NoteView,
    /// Earlier table notes: day and text, newest first.
    pub earlier: Vec<(Day, String)>,
    /// What only the private state shows.
    pub extra: S::Extra,
}

/// A point of the agenda that is about no pupil: the opening, aftercare, a free point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointView {
    /// What it is.
    pub kind: ItemKind,
    /// The title of a free one.
    pub title: String,
    /// The key that goes with it, and any before it.
    pub hint: Option<Hint>,
    /// The question that is asked at it.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal.
    pub proposal: String,
    /// Decisions and actions taken at it, in the order in which they were.
    pub written: Vec<Written>,
    /// Its note.
    pub note: NoteView,
}

/// An action as a row.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ActionRow {
    /// Whose.
    pub owner: Option<Owner>,
    /// What.
    pub text: String,
    /// When.
    pub due: Option<Day>,
    /// How it stands.
    pub state: ActionState,
    /// Whether it is past its day.
    pub overdue: bool,
}

/// Something recorded in this meeting.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Written {
    /// A decision and whether it is provisional.
    Decision(String, bool),
    /// An action.
    Action(ActionRow),
}

/// The note at hand: text with a cursor, and how the line under it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteView {
    /// The text. A working note is never put here while shared.
    pub input: InputView,
    /// Whether it is the private working note.
    pub working: bool,
    /// How the line under the cursor will be taken, when it begins with a command.
    pub preview: Option<Preview>,
    /// The key that writes headings into it, where it is empty and there are any.
    pub headings: Option<String>,
    /// Whom the beginning of a name before the cursor may mean: people at the table, whom everybody there sees.
    pub names: Vec<Named>,
    /// Which of them is chosen.
    pub chosen: usize,
}

/// A text being written: what an editor shows, as plain values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputView {
    /// The text.
    pub text: String,
    /// Byte offset of the cursor while writing; none when only read.
    pub cursor: Option<usize>,
    /// Selected bytes.
    pub selection: Option<std::ops::Range<usize>>,
}

/// How a line will be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preview {
    /// An action.
    Action {
        /// Whose; none gives the mark "wie?".
        owner: Option<Owner>,
        /// More than one person of that name: the choice.
        choice: Vec<Owner>,
        /// What.
        text: String,
        /// When; none gives the mark "datum?".
        due: Option<Day>,
        /// How it was recorded that the owner, who was expected, is not at the table.
        away: Option<Presence>,
        /// A day that no calendar has, as it was typed.
        impossible: Option<String>,
    },
    /// A decision, and whether it will be provisional.
    Decision(String, bool),
    /// A point parked for later.
    Park(String),
    /// A lesson.
    Lesson(String),
    /// So many pupils of a school, who come into a cohort.
    Joining {
        /// The school.
        school: String,
        /// How many.
        pupils: usize,
    },
    /// A working note, refused while shared.
    WorkingNote {
        /// Whether it is refused.
        refused: bool,
    },
}
