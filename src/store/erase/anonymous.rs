//! What an erasure leaves for the results: counts without anybody in them.
//!
//! The rule: the table of a reference date adds up as it did. What is kept is how many more or fewer stand in a category
//! of a cohort from a day on; what one person went through is not kept together, and adds itself to what others left.

use std::collections::BTreeSet;

use rusqlite::params;

use super::super::error::StoreError;
use super::super::results::read_worked;
use super::super::rows::{all, one, write};
use super::super::{Store, Tx};
use crate::domain::codes::PrimaryResult;
use crate::domain::result::broken_off;
use crate::domain::{Day, Id};

/// So many erased pupils stood in a category on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnonymousCount {
    /// The category; none for a member without a result.
    pub category: Option<PrimaryResult>,
    /// Whether support was needed, as it was recorded.
    pub support_needed: Option<bool>,
    /// Whether a contract had ended before its time and none ran.
    pub broken_off: bool,
    /// How many.
    pub count: usize,
}

/// The day from which a member counts: before every other.
const ALWAYS: &str = "0001-01-01";

impl Store {
    /// How many erased pupils stood in which category on a day: of a cohort, or of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn anonymous_results(&self, cohort: Option<Id>, on: Day) -> Result<Vec<AnonymousCount>, StoreError> {
        const QUERY: &str = "SELECT category, support_needed, broken_off, sum(change) FROM anonymous_result
             WHERE cohort IS ?1 AND on_day <= ?2 GROUP BY category, support_needed, broken_off
             HAVING sum(change) > 0 ORDER BY category, support_needed, broken_off";
        all(self.sql(), QUERY, params![cohort, on], |c| {
            Ok(AnonymousCount {
                category: c.text("anonymous_result.category", |code| match code {
                    "" => Some(None),
                    code => PrimaryResult::from_code(code).map(Some),
                })?,
                support_needed: c.get()?,
                broken_off: c.get()?,
                count: c.count()?,
            })
        })
    }

    /// How many pupils were erased from this file, or from one it was merged with.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tombstones(&self) -> Result<usize, StoreError> {
        Ok(one(self.sql(), "SELECT count(*) FROM tombstone", [], |c| c.count())?.unwrap_or(0))
    }
}

/// What a pupil counts in on a day: the code of the category, and whether a contract was broken off.
type Stands = (String, bool);

/// Adds what a pupil counts in to the counts, before the pupil goes.
pub(super) fn keep(tx: &mut Tx<'_>, pupil: Id) -> Result<(), StoreError> {
    let support = "SELECT support_needed FROM pupil WHERE id = ?1";
    let support: Option<bool> = one(tx.sql(), support, [pupil], |c| c.get())?.flatten();
    let cohorts = "SELECT cohort FROM cohort_member WHERE pupil = ?1";
    let cohorts: Vec<Option<Id>> = all(tx.sql(), cohorts, [pupil], |c| c.get())?;
    let course = course(tx, pupil)?;
    for cohort in cohorts.into_iter().chain([None]) {
        let mut stands = Stands::default();
        change(tx, (cohort, support), &stands, ALWAYS, 1)?;
        for (day, now) in &course {
            if *now != stands {
                let day = day.to_string();
                change(tx, (cohort, support), &stands, &day, -1)?;
                change(tx, (cohort, support), now, &day, 1)?;
                stands.clone_from(now);
            }
        }
    }
    Ok(())
}

/// What a pupil counted in from each day on that something changed.
fn course(tx: &Tx<'_>, pupil: Id) -> Result<Vec<(Day, Stands)>, StoreError> {
    let results = "SELECT on_day, category FROM primary_result WHERE pupil = ?1 ORDER BY on_day, id";
    let results: Vec<(Day, String)> = all(tx.sql(), results, [pupil], |c| {
        Ok((c.day("primary_result.on_day")?, c.get()?))
    })?;
    const WORKED: &str = "SELECT party, from_on, until_on, ended_on, contract_form FROM tile
         WHERE pupil = ?1 AND (kind = 'job' OR (kind = 'placement' AND contract_form IS NOT NULL)) ORDER BY id";
    let worked = all(tx.sql(), WORKED, [pupil], read_worked)?;
    let ends = worked.iter().flat_map(|one| [one.until, one.ended]).flatten();
    let mut days: BTreeSet<Day> = ends.flat_map(|day| [Some(day), day.succ_opt()]).flatten().collect();
    days.extend(worked.iter().map(|one| one.from));
    days.extend(results.iter().map(|(day, _)| *day));
    let stands = |day: Day| {
        let last = results.iter().rfind(|(on, _)| *on <= day);
        let category = last.map(|(_, category)| category.clone()).unwrap_or_default();
        (day, (category, !worked.is_empty() && broken_off(&worked, day)))
    };
    Ok(days.into_iter().map(stands).collect())
}

/// So many more in a category from a day on. A row that no longer says anything goes.
fn change(
    tx: &mut Tx<'_>,
    (cohort, support): (Option<Id>, Option<bool>),
    (category, broken): &Stands,
    day: &str,
    by: i64,
) -> Result<(), StoreError> {
    let known = write(
        tx.sql(),
        "UPDATE anonymous_result SET change = change + ?5
         WHERE cohort IS ?1 AND category = ?2 AND support_needed IS ?3 AND on_day = ?4 AND broken_off = ?6",
        params![cohort, category, support, day, by, broken],
    )?;
    if known == 0 {
        let id = tx.new_id();
        write(
            tx.sql(),
            "INSERT INTO anonymous_result (id, cohort, category, support_needed, on_day, change, broken_off)
             VALUES (?7, ?1, ?2, ?3, ?4, ?5, ?6)",
            params![cohort, category, support, day, by, broken, id],
        )?;
    }
    write(tx.sql(), "DELETE FROM anonymous_result WHERE change = 0", [])?;
    Ok(())
}
