//! Pupils, and what the table records about one with a single key: route, result, chances, relapse.
//!
//! The rule: nothing here blocks. States follow each other in any order, and what was recorded before stays as
//! history, except that a second word on the same day corrects the first.

use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use super::error::StoreError;
use super::rows::{Columns, all, one, write, write_one};
use super::{Store, Tx};
use crate::domain::codes::{ChanceKind, ChanceLevel, ExitProfile, Goal, PrimaryResult, Route};
use crate::domain::dossier::PupilLine;
use crate::domain::name::Name;
use crate::domain::pupil::{Pupil, Relapse, Sharing, TransitionChance};
use crate::domain::{Day, Id};

/// The columns of a [`Pupil`], from `pupil u`.
macro_rules! pupil_columns {
    () => {
        concat!(
            "u.id, u.school, u.number, u.given, u.infix, u.family, u.birth, u.class, u.residence, u.profile, u.leaving, \
         u.left_on, u.diploma_on, u.wish, u.strengths, u.goal, u.route, u.placement, u.client_since, \
         u.support_needed, u.out_of_sight_since, u.informed_on, u.informed_how, u.basis, ",
            crate::store::consent::other_basis!(),
            ", u.objection_on"
        )
    };
}

/// Reads the columns of [`pupil_columns`].
pub(super) fn read_pupil(c: &mut Columns<'_, '_>) -> Result<Pupil, StoreError> {
    Ok(Pupil {
        id: c.get()?,
        school: c.get()?,
        number: c.get()?,
        name: read_name(c)?,
        birth: c.optional_day("pupil.birth")?,
        class: c.get()?,
        residence: c.get()?,
        profile: c.text("pupil.profile", ExitProfile::from_code)?,
        leaving: c.optional_day("pupil.leaving")?,
        left_on: c.optional_day("pupil.left_on")?,
        diploma_on: c.optional_day("pupil.diploma_on")?,
        wish: c.get()?,
        strengths: c.get()?,
        goal: c.text("pupil.goal", Goal::from_code)?,
        route: c.text("pupil.route", Route::from_code)?,
        placement: c.get()?,
        client_since: c.optional_day("pupil.client_since")?,
        support_needed: c.get()?,
        out_of_sight_since: c.optional_day("pupil.out_of_sight_since")?,
        sharing: Sharing {
            informed_on: c.optional_day("pupil.informed_on")?,
            informed_how: c.get()?,
            basis: c.get()?,
            other_basis: c.get()?,
            objection_on: c.optional_day("pupil.objection_on")?,
        },
    })
}

pub(super) fn read_name(c: &mut Columns<'_, '_>) -> Result<Name, StoreError> {
    Ok(Name {
        given: c.get()?,
        infix: c.get()?,
        family: c.get()?,
    })
}

/// The columns of a [`PupilLine`], from `pupil u`.
macro_rules! line_columns {
    () => {
        concat!(
            "u.id, u.school, u.given, u.infix, u.family, u.informed_on, u.basis, ",
            crate::store::consent::other_basis!(),
            ", u.objection_on, coalesce(u.left_on, u.leaving)"
        )
    };
}
pub(super) use line_columns;

/// How many columns [`line_columns`] has.
pub(super) const LINE_COLUMNS: usize = 10;

/// Reads the columns of [`line_columns`].
pub(super) fn read_line(c: &mut Columns<'_, '_>) -> Result<PupilLine, StoreError> {
    Ok(read_line_and_objection(c)?.0)
}

/// Reads the columns of [`line_columns`], and tells whether an objection stands.
pub(super) fn read_line_and_objection(c: &mut Columns<'_, '_>) -> Result<(PupilLine, bool), StoreError> {
    let (id, school, name) = (c.get()?, c.get()?, read_name(c)?);
    let sharing = Sharing {
        informed_on: c.optional_day("pupil.informed_on")?,
        basis: c.get()?,
        other_basis: c.get()?,
        objection_on: c.optional_day("pupil.objection_on")?,
        ..Sharing::default()
    };
    let line = PupilLine {
        id,
        school,
        name,
        may_name: sharing.may_name(),
        leaving: c.optional_day("pupil.leaving")?,
    };
    Ok((line, sharing.objection_on.is_some()))
}

/// A pupil by id.
pub(super) fn pupil(sql: &Connection, id: Id) -> Result<Pupil, StoreError> {
    const QUERY: &str = concat!("SELECT ", pupil_columns!(), " FROM pupil u WHERE u.id = ?1");
    one(sql, QUERY, [id], read_pupil)?.ok_or(StoreError::Missing("pupil"))
}

/// A pupil's line by id.
pub(super) fn pupil_line(sql: &Connection, id: Id) -> Result<PupilLine, StoreError> {
    const QUERY: &str = concat!("SELECT ", line_columns!(), " FROM pupil u WHERE u.id = ?1");
    one(sql, QUERY, [id], read_line)?.ok_or(StoreError::Missing("pupil"))
}

/// Reads day, category (absent when it is not known) and word of a relapse.
pub(super) fn read_relapse(c: &mut Columns<'_, '_>) -> Result<Relapse, StoreError> {
    Ok(Relapse {
        on: c.day("relapse.on_day")?,
        from: c.optional("relapse.from_category", PrimaryResult::from_code)?,
        word: c.get()?,
    })
}

impl Store {
    /// A pupil.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn pupil(&self, id: Id) -> Result<Pupil, StoreError> {
        pupil(self.sql(), id)
    }

    /// A pupil as a line in a list.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn pupil_line(&self, id: Id) -> Result<PupilLine, StoreError> {
        pupil_line(self.sql(), id)
    }

    /// The pupil of a school with a number; leading zeros count.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn pupil_by_number(&self, school: Id, number: &str) -> Result<Option<Pupil>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            pupil_columns!(),
            " FROM pupil u WHERE u.school = ?1 AND u.number = ?2"
        );
        one(self.sql(), QUERY, params![school, number], read_pupil)
    }

    /// Every assessment of a pupil's chances, newest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn chances(&self, pupil: Id) -> Result<Vec<TransitionChance>, StoreError> {
        all(
            self.sql(),
            "SELECT kind, level, assessed_on, assessed_by FROM transition_chance WHERE pupil = ?1
             ORDER BY assessed_on DESC, id DESC",
            [pupil],
            |c| {
                Ok(TransitionChance {
                    kind: c.text("transition_chance.kind", ChanceKind::from_code)?,
                    level: c.text("transition_chance.level", ChanceLevel::from_code)?,
                    assessed_on: c.day("transition_chance.assessed_on")?,
                    assessed_by: c.get()?,
                })
            },
        )
    }

    /// A pupil's relapses, newest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn relapses(&self, pupil: Id) -> Result<Vec<Relapse>, StoreError> {
        all(
            self.sql(),
            "SELECT on_day, nullif(from_category, ''), word FROM relapse WHERE pupil = ?1 ORDER BY on_day DESC, id DESC",
            [pupil],
            read_relapse,
        )
    }
}

/// Gives the parameters of a pupil's row, the id first, to a statement.
fn with_row<T>(id: Id, p: &Pupil, run: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    run(params![
        id,
        p.school,
        p.number,
        p.name.given,
        p.name.infix,
        p.name.family,
        p.birth,
        p.class,
        p.residence,
        p.profile.code(),
        p.leaving,
        p.left_on,
        p.diploma_on,
        p.wish,
        p.strengths,
        p.goal.code(),
        p.route.code(),
        p.placement,
        p.client_since,
        p.support_needed,
        p.out_of_sight_since,
        p.sharing.informed_on,
        p.sharing.informed_how,
        p.sharing.basis,
        p.sharing.objection_on,
    ])
}

impl Tx<'_> {
    /// A pupil, as this change has them so far.
    ///
    /// # Errors
    /// As [`Store::pupil`].
    pub fn pupil(&self, id: Id) -> Result<Pupil, StoreError> {
        pupil(self.sql(), id)
    }

    /// Adds a pupil; the id in `pupil` is not looked at.
    ///
    /// # Errors
    /// When the school has that number already, or the file cannot be written.
    pub fn insert_pupil(&mut self, pupil: &Pupil) -> Result<Id, StoreError> {
        const STATEMENT: &str = "INSERT INTO pupil (id, school, number, given, infix, family, birth, class, residence, \
             profile, leaving, left_on, diploma_on, wish, strengths, goal, route, placement, client_since, \
             support_needed, out_of_sight_since, informed_on, informed_how, basis, objection_on) \
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25)";
        let id = self.new_id();
        with_row(id, pupil, |row| write(self.sql(), STATEMENT, row))?;
        Ok(id)
    }

    /// Changes a pupil.
    ///
    /// # Errors
    /// When there is no such pupil, the number is another pupil's, or the file cannot be written.
    pub fn update_pupil(&mut self, pupil: &Pupil) -> Result<(), StoreError> {
        const STATEMENT: &str = "UPDATE pupil SET school=?2, number=?3, given=?4, infix=?5, family=?6, birth=?7, \
             class=?8, residence=?9, profile=?10, leaving=?11, left_on=?12, diploma_on=?13, wish=?14, strengths=?15, \
             goal=?16, route=?17, placement=?18, client_since=?19, support_needed=?20, out_of_sight_since=?21, \
             informed_on=?22, informed_how=?23, basis=?24, objection_on=?25 WHERE id = ?1";
        with_row(pupil.id, pupil, |row| write_one(self.sql(), "pupil", STATEMENT, row))
    }

    /// Records which party leads.
    ///
    /// # Errors
    /// When there is no such pupil or the file cannot be written.
    pub fn set_route(&mut self, pupil: Id, route: Route) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "pupil",
            "UPDATE pupil SET route = ?2 WHERE id = ?1",
            params![pupil, route.code()],
        )
    }

    /// Records the primary result since a day. A result of that same day is replaced: a young person counts in one
    /// category on any day.
    ///
    /// # Errors
    /// When there is no such pupil or meeting, or the file cannot be written.
    pub fn set_result(
        &mut self,
        pupil: Id,
        category: PrimaryResult,
        on: Day,
        meeting: Option<Id>,
    ) -> Result<(), StoreError> {
        let replaced = write(
            self.sql(),
            "UPDATE primary_result SET category = ?3, meeting = ?4 WHERE pupil = ?1 AND on_day = ?2",
            params![pupil, on, category.code(), meeting],
        )?;
        if replaced == 0 {
            let id = self.new_id();
            write(
                self.sql(),
                "INSERT INTO primary_result (id, pupil, category, on_day, meeting) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, pupil, category.code(), on, meeting],
            )?;
        }
        Ok(())
    }

    /// Records an assessment of a chance; one of the same kind and day is replaced.
    ///
    /// # Errors
    /// When there is no such pupil or the file cannot be written.
    pub fn add_chance(&mut self, pupil: Id, chance: &TransitionChance) -> Result<(), StoreError> {
        let replaced = write(
            self.sql(),
            "UPDATE transition_chance SET level = ?4, assessed_by = ?5
             WHERE pupil = ?1 AND assessed_on = ?2 AND kind = ?3",
            params![
                pupil,
                chance.assessed_on,
                chance.kind.code(),
                chance.level.code(),
                chance.assessed_by
            ],
        )?;
        if replaced == 0 {
            let id = self.new_id();
            write(
                self.sql(),
                "INSERT INTO transition_chance (id, pupil, assessed_on, kind, level, assessed_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    id,
                    pupil,
                    chance.assessed_on,
                    chance.kind.code(),
                    chance.level.code(),
                    chance.assessed_by
                ],
            )?;
        }
        Ok(())
    }

    /// Records a relapse; what was recorded before stays.
    ///
    /// # Errors
    /// When there is no such pupil or the file cannot be written.
    pub fn add_relapse(&mut self, pupil: Id, relapse: &Relapse) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO relapse (id, pupil, on_day, from_category, word) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                id,
                pupil,
                relapse.on,
                relapse.from.map_or("", PrimaryResult::code),
                relapse.word
            ],
        )?;
        Ok(id)
    }
}
