//! The public version of a result table: small numbers hidden, and hidden so that nobody can compute them.
//!
//! The rules: a count below the smallest that may be told is hidden, zero too. Then, as long as a hidden count follows
//! from what is shown, another one is hidden beside it, the smallest first: because it would be the only one hidden in a
//! sum, because the hidden ones of a sum are small together, because their sum leaves each only one value, or because
//! several sums together give it away. A [`PublicTable`] holds what may be told and nothing else, so nothing else can
//! be drawn from it or written.
//!
//! Source: domain rule on privacy (public figures hide cells under five), and the practice of statistical offices, who
//! call this primary and complementary suppression.

use std::collections::{BTreeMap, BTreeSet};

use super::set::ResultSet;
use super::{Divided, Group, ResultTable};

/// The smallest count that a public table tells, unless it is asked otherwise.
pub const SMALLEST: u64 = 5;

/// A count that may be told to anybody, or that is hidden: only publishing a table makes one that tells a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicCount(Option<u64>);

impl PublicCount {
    /// The number; none when it is hidden.
    pub fn told(self) -> Option<u64> {
        self.0
    }
}

/// A table that may be told to anybody: a hidden count is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicTable {
    counts: Vec<PublicCount>,
}

impl PublicTable {
    /// One for each row of the set; none where it is hidden.
    pub fn counts(&self) -> Vec<Option<u64>> {
        self.counts.iter().map(|count| count.0).collect()
    }

    /// The same as counts that say of themselves that they may be told.
    pub fn cells(&self) -> &[PublicCount] {
        &self.counts
    }

    /// How many young people there are, when that may be told.
    pub fn total(&self) -> Option<u64> {
        self.counts.first().and_then(|count| count.0)
    }
}

/// The public version of a table.
pub fn publish(set: &ResultSet, table: &ResultTable, smallest: u64) -> PublicTable {
    let mut cells = Cells::new(smallest);
    cells.add(set, table);
    cells.protect();
    cells.table(0, set.rows().len())
}

/// The public version of a table with the groups it is divided in: also what the groups tell of each other stays hidden.
pub fn publish_groups(
    set: &ResultSet,
    whole: &ResultTable,
    groups: &Divided,
    smallest: u64,
) -> (PublicTable, BTreeMap<Group, PublicTable>) {
    let rows = set.rows().len();
    let mut cells = Cells::new(smallest);
    cells.add(set, whole);
    for table in groups.values() {
        cells.add(set, table);
    }
    for row in (0..rows).filter(|_| !groups.is_empty()) {
        let parts = (1..=groups.len()).map(|group| group * rows + row).collect();
        cells.sums.push(Sum { whole: row, parts });
    }
    cells.protect();
    let told = groups.keys().cloned().zip(1..);
    let told = told.map(|(group, at)| (group, cells.table(at * rows, rows))).collect();
    (cells.table(0, rows), told)
}

/// A count that is the sum of others, by their places.
struct Sum {
    whole: usize,
    parts: Vec<usize>,
}

/// Every count that is to be told, and what anybody knows of them: which are sums of which.
struct Cells {
    smallest: u64,
    counts: Vec<u64>,
    hidden: Vec<bool>,
    sums: Vec<Sum>,
}

impl Cells {
    fn new(smallest: u64) -> Self {
        Self {
            smallest,
            counts: Vec::new(),
            hidden: Vec::new(),
            sums: Vec::new(),
        }
    }

    fn add(&mut self, set: &ResultSet, table: &ResultTable) {
        let first = self.counts.len();
        for (row, count) in (0..set.rows().len()).zip(table.counts.iter().copied().chain(std::iter::repeat(0))) {
            self.counts.push(count);
            self.hidden.push(count < self.smallest);
            let parts: Vec<usize> = set.parts(row).map(|part| first + part).collect();
            if !parts.is_empty() {
                self.sums.push(Sum {
                    whole: first + row,
                    parts,
                });
            }
        }
    }

    fn table(&self, first: usize, rows: usize) -> PublicTable {
        let cell = |at: usize| self.counts.get(at).copied().filter(|_| !self.is_hidden(at));
        PublicTable {
            counts: (first..first + rows).map(|at| PublicCount(cell(at))).collect(),
        }
    }

    fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(true)
    }

    fn count(&self, at: usize) -> u64 {
        self.counts.get(at).copied().unwrap_or(0)
    }

    /// Hides more until nothing hidden can be computed. Each round hides one that was shown, so it ends.
    fn protect(&mut self) {
        while let Some(shown) = self.to_hide().and_then(|at| self.hidden.get_mut(at)) {
            *shown = true;
        }
    }

    /// What is to be hidden next.
    fn to_hide(&self) -> Option<usize> {
        let by_one_sum = self.sums.iter().filter(|sum| self.tells(sum));
        by_one_sum
            .filter_map(|sum| self.beside(sum))
            .next()
            .or_else(|| self.given_away())
    }

    /// Whether one sum by itself tells too much of what is hidden in it.
    fn tells(&self, sum: &Sum) -> bool {
        let hidden: Vec<u64> = sum
            .parts
            .iter()
            .filter(|at| self.is_hidden(**at))
            .map(|at| self.count(*at))
            .collect();
        if self.is_hidden(sum.whole) {
            return hidden.is_empty();
        }
        let together: u64 = hidden.iter().sum();
        let most = self.smallest.saturating_sub(1);
        let others = u64::try_from(hidden.len()).unwrap_or(u64::MAX).saturating_sub(1);
        let all_small = hidden.iter().all(|count| *count <= most);
        // What each is at least, for who knows that all of them are small: when that is the most as well, it is told.
        let least = together.saturating_sub(others.saturating_mul(most));
        let pinned = all_small && least >= most;
        !hidden.is_empty() && (hidden.len() < 2 || together < self.smallest || pinned)
    }

    /// The smallest count of a sum that is still shown: a part, else the whole.
    fn beside(&self, sum: &Sum) -> Option<usize> {
        let shown = sum.parts.iter().copied().filter(|at| !self.is_hidden(*at));
        let part = shown.min_by_key(|at| (self.count(*at), *at));
        part.or(Some(sum.whole).filter(|at| !self.is_hidden(*at)))
    }

    /// What to hide because several sums together give a hidden count away: the smallest one shown in a sum with it.
    fn given_away(&self) -> Option<usize> {
        let known = self.solved();
        let sums = self
            .sums
            .iter()
            .filter(|sum| known.contains(&sum.whole) || sum.parts.iter().any(|at| known.contains(at)));
        sums.filter_map(|sum| self.beside(sum))
            .min_by_key(|at| (self.count(*at), *at))
    }

    /// The hidden counts that the sums determine, by elimination. The rows of a set are a tree and groups have one whole:
    /// such sums are a network, in whose elimination no number comes up but one, none and minus one (its matrix is totally
    /// unimodular). Of such numbers it is enough to know whether they are there: even and odd tell the same as all numbers
    /// would, and a whole need not be told from a part.
    fn solved(&self) -> BTreeSet<usize> {
        let mut rows: Vec<BTreeSet<usize>> = Vec::new();
        for sum in &self.sums {
            let counts = sum.parts.iter().chain([&sum.whole]).copied();
            let mut row: BTreeSet<usize> = counts.filter(|at| self.is_hidden(*at)).collect();
            // Every row is kept with its first place in none of the others.
            for kept in &rows {
                clear(&mut row, kept);
            }
            for kept in &mut rows {
                clear(kept, &row);
            }
            rows.push(row);
        }
        let alone = rows.into_iter().filter(|row| row.len() == 1);
        alone.flatten().collect()
    }
}

/// Takes a row off another that holds its first place, so that it no longer does.
fn clear(row: &mut BTreeSet<usize>, kept: &BTreeSet<usize>) {
    if kept.first().is_some_and(|first| row.contains(first)) {
        *row = &*row ^ kept;
    }
}
