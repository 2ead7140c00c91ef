//! What is written at the table: notes, decisions, actions, lessons.
//!
//! A table note and a working note are two types on purpose. Whatever may be seen by others is built from a
//! [`TableNote`]; a [`WorkingNote`] has no way into it.

use super::codes::{ActionState, PartyKind};
use super::{Day, Id, Moment, redacted_debug};

/// A note that may go into the minutes.
#[derive(Clone, PartialEq, Eq)]
pub struct TableNote {
    /// The id.
    pub id: Id,
    /// Meeting in which it was taken; none when between meetings.
    pub meeting: Option<Id>,
    /// Agenda item it was taken at.
    pub item: Option<Id>,
    /// The text.
    pub text: String,
    /// When it was last written.
    pub written_at: Moment,
}

/// A note private to the chair: never in minutes, exports, logs, titles or on a shared screen.
#[derive(Clone, PartialEq, Eq)]
pub struct WorkingNote {
    /// The id.
    pub id: Id,
    /// Meeting in which it was taken.
    pub meeting: Option<Id>,
    /// Agenda item it was taken at.
    pub item: Option<Id>,
    /// The text.
    pub text: String,
    /// When it was last written.
    pub written_at: Moment,
}

/// What the table agreed (besluit).
#[derive(Clone, PartialEq, Eq)]
pub struct Decision {
    /// The id.
    pub id: Id,
    /// About which pupil.
    pub pupil: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// At which agenda item.
    pub item: Option<Id>,
    /// The text.
    pub text: String,
    /// Taken under reservation (onder voorbehoud), because a role was missing.
    pub provisional: bool,
    /// Day.
    pub decided_on: Day,
}

/// Who does what, and when (actie).
#[derive(Clone, PartialEq, Eq)]
pub struct Action {
    /// The id.
    pub id: Id,
    /// About which pupil.
    pub pupil: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// At which agenda item.
    pub item: Option<Id>,
    /// Whose it is; none is accepted and flagged at the read-back.
    pub owner: Option<Owner>,
    /// What is to be done.
    pub text: String,
    /// When it is due; none is accepted and flagged at the read-back.
    pub due: Option<Day>,
    /// Day on which it was agreed.
    pub agreed_on: Day,
    /// How it stands.
    pub state: ActionState,
}

/// The owner of an action: somebody at the table.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Owner {
    /// The person.
    pub person: Id,
    /// Name, read along.
    pub name: String,
    /// Kind of party, read along: the role in which the person sits there.
    pub role: PartyKind,
}

impl Action {
    /// Whether it is open and past its day.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state == ActionState::Open && self.due.is_some_and(|due| due < today)
    }
}

redacted_debug!(TableNote, WorkingNote, Decision, Action);
