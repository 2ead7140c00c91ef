//! What a form says once it is filled in.
//!
//! The rule: every field has been read, so that nothing here can be wrong by itself; what the file refuses is another
//! matter.

use chrono::NaiveTime;

use crate::domain::codes::{MeetingKind, SchoolKind};
use crate::domain::people::SchoolCode;
use crate::domain::{Day, Id};

/// What the planning form asks.
#[derive(Clone, Debug)]
pub struct PlanForm {
    /// Uitstroomoverleg or doorstroomtafel.
    pub kind: MeetingKind,
    /// The day.
    pub day: Day,
    /// Start.
    pub starts: NaiveTime,
    /// End.
    pub ends: NaiveTime,
    /// Where.
    pub place: String,
    /// The schools, one block each.
    pub schools: Vec<Id>,
    /// The pupils proposed for each block; filled in from the file before it is written.
    pub proposed: Vec<Vec<Id>>,
    /// Reference of the privacy agreement.
    pub agreement: String,
    /// Its last day.
    pub agreement_until: Option<Day>,
}

/// What the item form asks.
#[derive(Clone, Debug)]
pub struct ItemForm {
    /// The item.
    pub id: Id,
    /// Title of a free item.
    pub title: String,
    /// Minutes.
    pub minutes: u16,
    /// A fixed time.
    pub fixed_time: Option<NaiveTime>,
    /// Question.
    pub question: String,
    /// Who asks.
    pub asked_by: String,
    /// Proposal.
    pub proposal: String,
}

/// What the school form asks.
#[derive(Clone, Debug)]
pub struct SchoolForm {
    /// The school; zero for a new one.
    pub id: Id,
    /// BRIN and branch.
    pub code: SchoolCode,
    /// Kind.
    pub kind: SchoolKind,
    /// Name.
    pub name: String,
    /// Place.
    pub place: String,
    /// Fixed contacts, rank 1 and 2.
    pub fixed: [Option<Id>; 2],
    /// Internship coordinator.
    pub coordinator: Option<Id>,
    /// Contact at UWV.
    pub uwv: Option<Id>,
}
