//! Placements with an employer: what lasted.
//!
//! Employers rarely dare to give a permanent contract, so a placement is not lasting by itself (practice of
//! Stroomopwaarts). Whether it lasted is told by days, which nobody can dispute.

use super::Day;
use super::codes::{ContractForm, TileKind};
use super::dossier::PupilLine;
use super::trajectory::TileDetails;

/// One pupil's tile with an employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Who.
    pub pupil: PupilLine,
    /// Job, placement or internship.
    pub kind: TileKind,
    /// A word of its own; may be empty.
    pub label: String,
    /// First day.
    pub from: Day,
    /// Last planned day; open when absent.
    pub until: Option<Day>,
    /// Day on which it actually ended.
    pub ended: Option<Day>,
    /// Form of the contract.
    pub contract: Option<ContractForm>,
    /// Why it ended, hours in a week, wage value.
    pub details: TileDetails,
}

/// How long somebody was placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasted {
    /// It begins later.
    NotYet,
    /// Still placed, for so many days, today included.
    Still(u32),
    /// It ended after so many days, its last included. None when it was called off before it began.
    Ended(u32),
}

impl Placement {
    /// What it came to on a day: the actual last day counts, else the planned one.
    pub fn lasted(&self, today: Day) -> Lasted {
        let days = |until: Day| u32::try_from((until - self.from).num_days() + 1).unwrap_or(0);
        match self.ended.or(self.until) {
            Some(last) if last < today || last < self.from => Lasted::Ended(days(last)),
            _ if self.from > today => Lasted::NotYet,
            _ => Lasted::Still(days(today)),
        }
    }
}
