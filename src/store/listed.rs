//! A school's list against the pupils of that school: first what it would do, then doing it.
//!
//! The rule: what the preview says is what is written, because both are the same comparison. A list never empties a
//! field and never takes a pupil away.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};

use super::consent::other_basis;
use super::error::StoreError;
use super::pupils::read_name;
use super::rows::{Columns, all, write_one};
use super::{Store, Tx};
use crate::domain::codes::ExitProfile;
use crate::domain::dossier::PupilLine;
use crate::domain::listed::{ListComparison, ListedChange, ListedPupil, Vanishing};
use crate::domain::pupil::Sharing;
use crate::domain::{Day, Id};

/// A pupil as far as a list can say, with what its line needs besides.
struct Known {
    id: Id,
    listed: ListedPupil,
    left_on: Option<Day>,
    sharing: Sharing,
}

fn read_known(c: &mut Columns<'_, '_>) -> Result<Known, StoreError> {
    Ok(Known {
        id: c.get()?,
        listed: ListedPupil {
            number: c.get()?,
            name: read_name(c)?,
            birth: c.optional_day("pupil.birth")?,
            class: c.get()?,
            residence: c.get()?,
            profile: Some(c.text("pupil.profile", ExitProfile::from_code)?),
            leaving: c.optional_day("pupil.leaving")?,
            placement: c.get()?,
        },
        left_on: c.optional_day("pupil.left_on")?,
        sharing: Sharing {
            informed_on: c.optional_day("pupil.informed_on")?,
            basis: c.get()?,
            other_basis: c.get()?,
            objection_on: c.optional_day("pupil.objection_on")?,
            ..Sharing::default()
        },
    })
}

/// The comparison, with the pupils of the school for whoever goes on to write.
fn compare(
    sql: &Connection,
    school: Id,
    rows: &[ListedPupil],
    there: &[String],
) -> Result<(ListComparison, HashMap<Id, ListedPupil>), StoreError> {
    const QUERY: &str = concat!(
        "SELECT u.id, u.number, u.given, u.infix, u.family, u.birth, u.class, u.residence, u.profile, u.leaving,",
        " u.placement, u.left_on, u.informed_on, u.basis, ",
        other_basis!(),
        ", u.objection_on FROM pupil u WHERE u.school = ?1 ORDER BY u.leaving, u.family, u.id"
    );
    let known = all(sql, QUERY, [school], read_known)?;
    let by_number: HashMap<&str, &Known> = known.iter().map(|k| (k.listed.number.as_str(), k)).collect();
    let mut seen: HashSet<&str> = HashSet::with_capacity(rows.len());
    let mut comparison = ListComparison::default();
    for (row, listed) in rows.iter().enumerate() {
        if !seen.insert(&listed.number) {
            comparison.repeated.push(row);
            continue;
        }
        let Some(pupil) = by_number.get(listed.number.as_str()) else {
            comparison.new.push(row);
            continue;
        };
        let fields = listed.changes(&pupil.listed);
        if fields.is_empty() {
            comparison.unchanged += 1;
        } else {
            comparison.changed.push(ListedChange {
                row,
                pupil: pupil.id,
                fields,
            });
        }
    }
    seen.extend(there.iter().map(String::as_str));
    comparison.vanished = known
        .iter()
        .filter(|k| k.left_on.is_none() && !seen.contains(k.listed.number.as_str()))
        .map(|k| PupilLine {
            id: k.id,
            school,
            name: k.listed.name.clone(),
            may_name: k.sharing.may_name(),
            leaving: k.listed.leaving,
        })
        .collect();
    let changing: HashSet<Id> = comparison.changed.iter().map(|c| c.pupil).collect();
    let before = known
        .into_iter()
        .filter(|k| changing.contains(&k.id))
        .map(|k| (k.id, k.listed))
        .collect();
    Ok((comparison, before))
}

impl Store {
    /// What a list would do to the pupils of a school; writes nothing. Rows and pupils match on the pupil's number.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn compare_list(&self, school: Id, rows: &[ListedPupil]) -> Result<ListComparison, StoreError> {
        self.compare_list_with(school, rows, &[])
    }

    /// The same for a list of which some rows were refused: `there` holds the numbers of those pupils, who are on the
    /// list all the same and have not vanished.
    ///
    /// # Errors
    /// As [`Store::compare_list`].
    pub fn compare_list_with(
        &self,
        school: Id,
        rows: &[ListedPupil],
        there: &[String],
    ) -> Result<ListComparison, StoreError> {
        Ok(compare(self.sql(), school, rows, there)?.0)
    }
}

/// How many rows are written between two looks at whether to go on.
const LOOK: usize = 500;

impl Tx<'_> {
    /// Writes a list: adds the pupils it has new and fills what it changes of the others. Pupils who vanished stay.
    /// Gives back what was done, as the preview gave it.
    ///
    /// # Errors
    /// When the school does not exist or the file cannot be written; then nothing of the list is.
    pub fn write_list(&mut self, school: Id, rows: &[ListedPupil]) -> Result<ListComparison, StoreError> {
        self.write_list_watched(school, rows, &mut |_, _| true)
    }

    /// The same, asking now and then whether to go on, with the rows written so far and all of them.
    ///
    /// # Errors
    /// As [`Tx::write_list`], and [`StoreError::Cancelled`] when it was not to go on.
    pub fn write_list_watched(
        &mut self,
        school: Id,
        rows: &[ListedPupil],
        watch: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<ListComparison, StoreError> {
        const UPDATE: &str = "UPDATE pupil SET given = ?2, infix = ?3, family = ?4, birth = ?5, class = ?6, \
             residence = ?7, profile = ?8, leaving = ?9, placement = ?10 WHERE id = ?1";
        let (comparison, before) = compare(self.sql(), school, rows, &[])?;
        let all = comparison.new.len() + comparison.changed.len();
        let mut look = |done: usize| match done.is_multiple_of(LOOK) && !watch(done, all) {
            true => Err(StoreError::Cancelled),
            false => Ok(()),
        };
        for (done, listed) in comparison.new.iter().filter_map(|row| rows.get(*row)).enumerate() {
            look(done)?;
            self.insert_pupil(&listed.pupil(school))?;
        }
        for (done, change) in (comparison.new.len()..).zip(&comparison.changed) {
            look(done)?;
            let (Some(listed), Some(known)) = (rows.get(change.row), before.get(&change.pupil)) else {
                continue;
            };
            let after = listed.over(known);
            write_one(
                self.sql(),
                "pupil",
                UPDATE,
                params![
                    change.pupil,
                    after.name.given,
                    after.name.infix,
                    after.name.family,
                    after.birth,
                    after.class,
                    after.residence,
                    after.profile.unwrap_or(ExitProfile::Unknown).code(),
                    after.leaving,
                    after.placement
                ],
            )?;
        }
        Ok(comparison)
    }

    /// What was chosen for a pupil whom a list no longer has, as of a day. Who had left or was out of sight already
    /// keeps the day on which that was noted first.
    ///
    /// # Errors
    /// When the pupil does not exist or the file cannot be written.
    pub fn set_vanished(&mut self, pupil: Id, what: Vanishing, today: Day) -> Result<(), StoreError> {
        let statement = match what {
            Vanishing::Keep => return Ok(()),
            Vanishing::Left => "UPDATE pupil SET left_on = coalesce(left_on, ?2) WHERE id = ?1",
            Vanishing::OutOfSight => {
                "UPDATE pupil SET out_of_sight_since = coalesce(out_of_sight_since, ?2) WHERE id = ?1"
            }
        };
        write_one(self.sql(), "pupil", statement, params![pupil, today])
    }
}
