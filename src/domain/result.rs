//! Results: in which row each young person of a group counts on a reference date, and the table that follows.
//!
//! The rule: a young person counts once, in one row of each level, whatever number of instruments run. What a table
//! calls the rest is computed and never recorded, so a table always adds up. Which rows there are is data
//! ([`ResultSets`]); everything here is pure.
//!
//! Source: the result tables of Sociale Dienst Drechtsteden (first half of 2016) and Stroomopwaarts (December 2017).

mod follow;
mod hide;
mod plot;
mod set;

use std::collections::BTreeMap;

use super::codes::{PrimaryResult, Route};
use super::{Day, Id};

pub use follow::{
    Course, Durability, FOLLOWED, Flow, Followed, Month, Outcomes, Placement, TermTally, Used, Worked, broken_off,
    placements,
};
pub use hide::{PublicCount, PublicTable, SMALLEST, publish, publish_groups};
pub use plot::{Plot, PlotLine, PlotPoint};
pub use set::{Condition, ResultRow, ResultSet, ResultSets, SetError, SetFault};

/// What is known of a member of a group on a reference date, as far as the table asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Whether support is needed: recorded yes or no, or not recorded.
    pub support_needed: Option<bool>,
    /// The primary result that was recorded last, on or before the date.
    pub result: Option<PrimaryResult>,
    /// Whether a contract ended before its time and none runs on the date; only known where a set asks for it.
    pub broken_off: bool,
}

/// The counts of a set, row by row in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultTable {
    /// One number for each row of the set.
    pub counts: Vec<u64>,
    /// Of those in a computed row: who has a result recorded that no row beside it counts. They are somewhere, and the
    /// table should be read knowing that.
    pub unlisted: u64,
}

impl ResultTable {
    /// How many young people there are.
    pub fn total(&self) -> u64 {
        self.counts.first().copied().unwrap_or(0)
    }
}

/// Counts members in the rows of a set. Direct rows are counted; a remainder is what its row has left of its parts.
pub fn tabulate<'m>(set: &ResultSet, members: impl IntoIterator<Item = &'m Member>) -> ResultTable {
    let mut counting = Counting::new(set);
    for member in members {
        counting.add(member);
    }
    counting.done()
}

/// A table under way, for whoever reads members one after another.
#[derive(Clone, Debug)]
pub struct Counting<'s> {
    set: &'s ResultSet,
    counts: Vec<u64>,
    unlisted: u64,
}

impl<'s> Counting<'s> {
    /// A table without anybody.
    pub fn new(set: &'s ResultSet) -> Self {
        Self {
            set,
            counts: vec![0; set.rows().len()],
            unlisted: 0,
        }
    }

    /// Counts a member.
    pub fn add(&mut self, member: &Member) {
        let mut at = Some(0);
        while let Some(row) = at {
            if let Some(count) = self.counts.get_mut(row) {
                *count += 1;
            }
            let next = self.set.part_of(row, member);
            if let Some((_, true)) = next
                && self.set.counts_results(row)
                && member
                    .result
                    .is_some_and(|result| result != PrimaryResult::InDiscussion)
            {
                self.unlisted += 1;
            }
            at = next.map(|(part, _)| part);
        }
    }

    /// The table: every remainder computed from the row it is left of.
    pub fn done(mut self) -> ResultTable {
        for (at, row) in self.set.rows().iter().enumerate() {
            let Some(of) = row.of.filter(|_| row.is_computed()) else {
                continue;
            };
            let whole = self.counts.get(of).copied().unwrap_or(0);
            let others = self.set.parts(of).filter(|part| *part != at);
            let counted: u64 = others.filter_map(|part| self.counts.get(part)).sum();
            if let Some(count) = self.counts.get_mut(at) {
                *count = whole.saturating_sub(counted);
            }
        }
        ResultTable {
            counts: self.counts,
            unlisted: self.unlisted,
        }
    }
}

coded! {
    /// By what a table is divided. Each member is in exactly one group, so that the groups add up to the whole.
    Division {
        /// The school.
        School = "school",
        /// The party that holds on the date; of several the one that began last.
        Party = "party",
        /// Which party leads.
        Route = "route",
        /// Woongemeente.
        Residence = "residence",
        /// The month in which the result that counts was recorded.
        Month = "month",
    }
}

/// A group that a table is divided in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A school.
    School(Id),
    /// A party; nobody holds when absent.
    Party(Option<Id>),
    /// A route.
    Route(Route),
    /// A municipality; not known when empty.
    Residence(String),
    /// The first day of a month; nothing recorded when absent.
    Month(Option<Day>),
    /// Not known: those who were erased, of whom nothing is left but what they count in.
    Unknown,
}

/// A table for each group.
pub type Divided = BTreeMap<Group, ResultTable>;

/// Divides members into groups and counts each.
pub fn divide<'m>(set: &ResultSet, members: impl IntoIterator<Item = (Group, &'m Member)>) -> Divided {
    let mut groups: BTreeMap<Group, Counting<'_>> = BTreeMap::new();
    for (group, member) in members {
        groups.entry(group).or_insert_with(|| Counting::new(set)).add(member);
    }
    groups.into_iter().map(|(group, table)| (group, table.done())).collect()
}
