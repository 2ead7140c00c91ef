//! The groups of the past as the file of the demo writes them.
//!
//! The rule: how many there were in each group is data, and nothing else of the tables is.

use serde::Deserialize;

use crate::domain::Day;
use crate::domain::codes::{ContractForm, PrimaryResult, SchoolKind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) cohort: Vec<CohortData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CohortData {
    pub(super) name: String,
    pub(super) set: String,
    pub(super) came: [Day; 2],
    pub(super) done: [Day; 2],
    pub(super) held_until: Day,
    /// Who takes over: party and person, by key.
    pub(super) takers: Vec<String>,
    pub(super) residences: Vec<String>,
    pub(super) schools: Vec<SchoolData>,
    pub(super) group: Vec<GroupData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SchoolData {
    pub(super) code: String,
    pub(super) kind: SchoolKind,
    pub(super) name: String,
    pub(super) place: String,
    /// The coordinator.
    pub(super) given: String,
    pub(super) family: String,
    pub(super) phone: String,
    pub(super) email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupData {
    pub(super) count: u32,
    pub(super) support: bool,
    pub(super) result: Option<PrimaryResult>,
    pub(super) course: Trail,
    #[serde(default)]
    pub(super) contracts: Vec<ContractForm>,
}

/// What a trajectory is like.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Trail {
    Work,
    WorkBrokenOff,
    Internship,
    Placement,
    Trial,
    DayActivity,
    Sheltered,
    Exemption,
    Training,
    Talk,
    Education,
    Uwv,
    School,
}
