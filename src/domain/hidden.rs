//! What the room may not hear, in numbers.
//!
//! The rule: a list that leaves rows out says how many and why, so that an empty list never passes for one in which
//! nothing stands; it tells nothing else of them.

use serde::{Deserialize, Serialize};

/// A guest at the table, because of whom only the pupil at hand is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guest {
    /// A pupil, a parent or somebody else of a pupil's own surroundings.
    Network,
    /// An employer.
    Employer,
}

/// Rows that are left out of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// How many; zero when they were not counted.
    pub count: usize,
    /// Because of whom.
    pub guest: Guest,
}
