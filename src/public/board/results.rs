//! Results on the screen: the chair sees every count, everybody else only those that may be told to anybody.
//!
//! The rule: what may be shared is decided by the type of a count. A shared board holds [`PublicCount`]s, which only
//! publishing a table makes, with small counts hidden; a plain number does not fit.

use crate::domain::Day;
use crate::domain::result::{Division, PublicCount};

/// A count as a board holds it.
pub trait Counted: Clone + std::fmt::Debug + PartialEq {
    /// The number; none when it is hidden.
    fn number(&self) -> Option<u64>;
}

impl Counted for PublicCount {
    fn number(&self) -> Option<u64> {
        self.told()
    }
}

impl Counted for u64 {
    fn number(&self) -> Option<u64> {
        Some(*self)
    }
}

/// Tables of one cohort, or of two beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultsView<C> {
    /// The cohorts.
    pub cohorts: Vec<String>,
    /// The reference date.
    pub on: Day,
    /// The name of the rows.
    pub set: String,
    /// The rows.
    pub rows: Vec<ResultLine<C>>,
    /// The selected row.
    pub selected: usize,
    /// By what it is divided.
    pub by: Option<Division>,
    /// The selected row in each group.
    pub groups: Vec<GroupLine<C>>,
    /// What is to be known of the reference date, in sentences.
    pub remarks: Vec<String>,
}

/// A row with a count for each cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLine<C> {
    /// What it is called.
    pub label: String,
    /// How far it stands in.
    pub depth: usize,
    /// Whether it is computed.
    pub computed: bool,
    /// The counts.
    pub counts: Vec<C>,
}

/// A group with a count for each cohort; none where a cohort does not have the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLine<C> {
    /// What it is called.
    pub name: String,
    /// The counts.
    pub counts: Vec<Option<C>>,
}
