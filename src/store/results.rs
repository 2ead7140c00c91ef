//! What result tables are made of, and the groups they are made for: cohorts with their members.
//!
//! The rules: who is a member is a record like any other, journaled and undoable. The table reads as little as it can
//! of each member, in a constant number of statements whatever the number of members; what happened to them besides is
//! read by [`Store::each_course`], which reads far more.

mod courses;

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::feed::{Scope, Scoped, scoped};
use super::rows::{Columns, all, one, write, write_one};
use super::{Store, Tx};
use crate::domain::codes::{ContractForm, PrimaryResult, Route};
use crate::domain::fold::fold;
use crate::domain::result::{Member, Worked, broken_off};
use crate::domain::{Day, Id};

const MEMBERS: Scoped = scoped!(
    "SELECT u.id, u.school, u.support_needed, u.route, u.residence FROM pupil u",
    "u.id",
    " ORDER BY u.id"
);
const BARE_MEMBERS: Scoped = scoped!("SELECT u.id, u.support_needed FROM pupil u", "u.id", " ORDER BY u.id");
const RESULTS: Scoped = scoped!(
    "SELECT r.pupil, r.on_day, r.category FROM primary_result r",
    "r.pupil",
    " ORDER BY r.pupil, r.on_day, r.id"
);
const WORKED: Scoped = scoped!(
    "SELECT t.pupil, t.party, t.from_on, t.until_on, t.ended_on, t.contract_form FROM tile t",
    "t.pupil",
    " AND (t.kind = 'job' OR (t.kind = 'placement' AND t.contract_form IS NOT NULL)) ORDER BY t.pupil, t.id"
);

/// A cohort, and how many members it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// The id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// In which rows its members count: the id of a set; empty for the one in force.
    pub set: String,
    /// How many members it has.
    pub members: usize,
}

/// A member with what a table is divided by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The pupil.
    pub pupil: Id,
    /// The school.
    pub school: Id,
    /// Which party leads.
    pub route: Route,
    /// Woongemeente; may be empty.
    pub residence: String,
    /// The day on which the result was recorded.
    pub result_on: Option<Day>,
    /// What the rows ask for.
    pub member: Member,
}

pub(super) fn read_worked(c: &mut Columns<'_, '_>) -> Result<Worked, StoreError> {
    Ok(Worked {
        employer: c.get()?,
        from: c.day("tile.from_on")?,
        until: c.optional_day("tile.until_on")?,
        ended: c.optional_day("tile.ended_on")?,
        contract: c.optional("tile.contract_form", ContractForm::from_code)?,
    })
}

/// A result with its day.
type Recorded = (Day, PrimaryResult);

fn read_recorded(c: &mut Columns<'_, '_>) -> Result<Recorded, StoreError> {
    let day = c.day("primary_result.on_day")?;
    Ok((day, c.text("primary_result.category", PrimaryResult::from_code)?))
}

impl Store {
    /// Every cohort, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cohorts(&self) -> Result<Vec<Cohort>, StoreError> {
        const QUERY: &str = "SELECT c.id, c.name, c.category_set, \
             (SELECT count(*) FROM cohort_member m WHERE m.cohort = c.id) FROM cohort c ORDER BY c.name, c.id";
        all(self.sql(), QUERY, [], |c| {
            let (id, name, set): (Id, String, String) = (c.get()?, c.get()?, c.get()?);
            Ok(Cohort {
                id,
                name,
                set,
                members: c.count()?,
            })
        })
    }

    /// The cohorts that a pupil is a member of, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cohorts_of(&self, pupil: Id) -> Result<Vec<Id>, StoreError> {
        const QUERY: &str = "SELECT cohort FROM cohort_member WHERE pupil = ?1 ORDER BY cohort";
        all(self.sql(), QUERY, [pupil], |c| c.get())
    }

    /// The first day on which anything was recorded of a member of a cohort, where that comes after a day: a result, a
    /// chance, a talk or an action. None where something was recorded by then, or nothing at all. Usually the first record
    /// that is looked at says so, however many members there are.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn cohort_begins_after(&self, cohort: Id, on: Day) -> Result<Option<Day>, StoreError> {
        const RECORDED: &str = "SELECT r.on_day AS day FROM cohort_member c JOIN primary_result r ON r.pupil = c.pupil \
                 WHERE c.cohort = ?1 \
             UNION ALL SELECT t.assessed_on FROM cohort_member c JOIN transition_chance t ON t.pupil = c.pupil \
                 WHERE c.cohort = ?1 \
             UNION ALL SELECT m.day FROM cohort_member c JOIN agenda_item i ON i.pupil = c.pupil \
                 JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting \
                 WHERE c.cohort = ?1 AND i.state <> 'open' \
             UNION ALL SELECT a.agreed_on FROM cohort_member c JOIN action a ON a.pupil = c.pupil WHERE c.cohort = ?1 \
             UNION ALL SELECT on_day FROM anonymous_result WHERE cohort = ?1 AND category <> ''";
        let by_then = format!("SELECT 1 FROM ({RECORDED}) WHERE day <= ?2 LIMIT 1");
        if one(self.sql(), &by_then, params![cohort, on], |c| c.get::<i64>())?.is_some() {
            return Ok(None);
        }
        let first = format!("SELECT min(day) FROM ({RECORDED})");
        let read = one(self.sql(), &first, [cohort], |c| c.optional_day("cohort_member"))?;
        Ok(read.flatten())
    }

    /// How many pupils a school has.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pupil_count(&self, school: Id) -> Result<usize, StoreError> {
        let count = "SELECT count(*) FROM pupil WHERE school = ?1";
        Ok(one(self.sql(), count, [school], |c| c.count())?.unwrap_or(0))
    }

    /// Hands over what the rows of a table ask of everybody in a scope on a reference date, one after another by id.
    /// `contracts` says whether the set asks if a contract was broken off, which reads every tile of theirs.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn each_member(
        &self,
        scope: Scope,
        on: Day,
        contracts: bool,
        visit: &mut dyn FnMut(&Member),
    ) -> Result<(), StoreError> {
        let sql = self.sql();
        let mut heads = scope.prepare(sql, BARE_MEMBERS)?;
        let mut heads = heads.feed(|c| c.get::<Option<bool>>())?;
        let mut facts = Facts::prepare(self, scope, contracts)?;
        let mut facts = facts.begin(on)?;
        while let Some((pupil, support_needed)) = heads.next()? {
            let (member, _) = facts.of(pupil, support_needed)?;
            visit(&member);
        }
        self.each_erased(scope, on, visit)
    }

    /// Hands over what is left of those of a scope who were erased: they still count, as nobody in particular.
    ///
    /// # Errors
    /// As [`Store::each_member`].
    pub fn each_erased(&self, scope: Scope, on: Day, visit: &mut dyn FnMut(&Member)) -> Result<(), StoreError> {
        let cohort = match scope {
            Scope::All => None,
            Scope::Cohort(cohort) => Some(cohort),
            Scope::School(_) | Scope::Pupil(_) => return Ok(()),
        };
        for erased in self.anonymous_results(cohort, on)? {
            let member = Member {
                support_needed: erased.support_needed,
                result: erased.category,
                broken_off: erased.broken_off,
            };
            (0..erased.count).for_each(|_| visit(&member));
        }
        Ok(())
    }

    /// As [`Store::each_member`], with what a table is divided by; without those who were erased, of whom that is no
    /// longer known.
    ///
    /// # Errors
    /// As [`Store::each_member`].
    pub fn each_counted(
        &self,
        scope: Scope,
        on: Day,
        contracts: bool,
        visit: &mut dyn FnMut(Counted),
    ) -> Result<(), StoreError> {
        let sql = self.sql();
        let mut heads = scope.prepare(sql, MEMBERS)?;
        let mut heads = heads.feed(|c| {
            let (school, support): (Id, Option<bool>) = (c.get()?, c.get()?);
            let route = c.text("pupil.route", Route::from_code)?;
            Ok((school, support, route, c.get::<String>()?))
        })?;
        let mut facts = Facts::prepare(self, scope, contracts)?;
        let mut facts = facts.begin(on)?;
        while let Some((pupil, (school, support, route, residence))) = heads.next()? {
            let (member, result_on) = facts.of(pupil, support)?;
            visit(Counted {
                pupil,
                school,
                route,
                residence,
                result_on,
                member,
            });
        }
        Ok(())
    }
}

/// The statements that are read beside the members.
struct Facts<'c> {
    results: super::feed::Question<'c>,
    worked: Option<super::feed::Question<'c>>,
}

impl<'c> Facts<'c> {
    fn prepare(store: &'c Store, scope: Scope, contracts: bool) -> Result<Self, StoreError> {
        let sql = store.sql();
        let worked = contracts.then(|| scope.prepare(sql, WORKED)).transpose()?;
        Ok(Self {
            results: scope.prepare(sql, RESULTS)?,
            worked,
        })
    }

    fn begin(&mut self, on: Day) -> Result<Read<'_>, StoreError> {
        let worked = self.worked.as_mut().map(|asked| asked.feed(read_worked)).transpose()?;
        Ok(Read {
            on,
            results: self.results.feed(read_recorded)?,
            worked,
        })
    }
}

/// Their rows.
struct Read<'s> {
    on: Day,
    results: super::feed::Feed<'s, Recorded>,
    worked: Option<super::feed::Feed<'s, Worked>>,
}

impl Read<'_> {
    /// A member, and the day of their result.
    fn of(&mut self, pupil: Id, support_needed: Option<bool>) -> Result<(Member, Option<Day>), StoreError> {
        let (mut last, on): (Option<Recorded>, Day) = (None, self.on);
        self.results.of(pupil, |recorded| {
            if recorded.0 <= on {
                last = Some(recorded);
            }
        })?;
        let (result, result_on) = (last.map(|(_, result)| result), last.map(|(day, _)| day));
        let mut worked = Vec::new();
        if let Some(feed) = &mut self.worked {
            feed.of(pupil, |one| worked.push(one))?;
        }
        let member = Member {
            support_needed,
            result,
            broken_off: !worked.is_empty() && broken_off(&worked, self.on),
        };
        Ok((member, result_on))
    }
}

/// The cohort of exactly this name, capitals aside.
pub(super) fn named(sql: &Connection, name: &str) -> Result<Option<Id>, StoreError> {
    let wanted = fold(name.trim());
    let cohorts = all(sql, "SELECT id, name FROM cohort ORDER BY id", [], |c| {
        Ok((c.get()?, c.get::<String>()?))
    })?;
    let same = |(_, name): &(Id, String)| fold(name) == wanted;
    Ok(cohorts.into_iter().find(same).map(|(id, _)| id))
}

impl Tx<'_> {
    /// Adds a cohort whose members count in the rows of a set; empty for the one in force.
    ///
    /// # Errors
    /// When a cohort has that name already, or the file cannot be written.
    pub fn insert_cohort(&mut self, name: &str, set: &str) -> Result<Id, StoreError> {
        let id = self.new_id();
        let statement = "INSERT INTO cohort (id, name, category_set) VALUES (?1, ?2, ?3)";
        write(self.sql(), statement, params![id, name.trim(), set])?;
        Ok(id)
    }

    /// The cohort of this name, capitals aside; made when there is none, with the rows in force.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn cohort(&mut self, name: &str) -> Result<Id, StoreError> {
        match named(self.sql(), name)? {
            Some(id) => Ok(id),
            None => self.insert_cohort(name, ""),
        }
    }

    /// Takes a pupil out of the cohort of this name.
    ///
    /// # Errors
    /// When there is no such cohort, the pupil is no member of it, or the file cannot be written.
    pub fn remove_from_cohort(&mut self, name: &str, pupil: Id) -> Result<(), StoreError> {
        let cohort = named(self.sql(), name)?.ok_or(StoreError::Missing("cohort"))?;
        self.remove_cohort_member(cohort, pupil)
    }

    /// Makes a pupil a member of a cohort; who is one already stays one. Whether it changed anything.
    ///
    /// # Errors
    /// When there is no such cohort or pupil, or the file cannot be written.
    pub fn add_cohort_member(&mut self, cohort: Id, pupil: Id) -> Result<bool, StoreError> {
        const THERE: &str = "SELECT 1 FROM cohort_member WHERE cohort = ?1 AND pupil = ?2";
        if !all(self.sql(), THERE, [cohort, pupil], |c| c.get::<i64>())?.is_empty() {
            return Ok(false);
        }
        let id = self.new_id();
        let statement = "INSERT INTO cohort_member (id, cohort, pupil) VALUES (?1, ?2, ?3)";
        write(self.sql(), statement, params![id, cohort, pupil])?;
        Ok(true)
    }

    /// Makes every pupil of a school a member of a cohort. How many are new.
    ///
    /// # Errors
    /// As [`Tx::add_cohort_member`].
    pub fn add_school_to_cohort(&mut self, cohort: Id, school: Id) -> Result<usize, StoreError> {
        let pupils = all(
            self.sql(),
            "SELECT id FROM pupil WHERE school = ?1 ORDER BY id",
            [school],
            |c| c.get(),
        )?;
        let mut added = 0;
        for pupil in pupils {
            added += usize::from(self.add_cohort_member(cohort, pupil)?);
        }
        Ok(added)
    }

    /// Makes the pupils of a school with one of these numbers members of a cohort. How many are new.
    ///
    /// # Errors
    /// As [`Tx::add_cohort_member`].
    pub fn add_list_to_cohort(&mut self, cohort: Id, school: Id, numbers: &[String]) -> Result<usize, StoreError> {
        const LISTED: &str = "SELECT id FROM pupil WHERE school = ?1 AND number = ?2";
        let mut added = 0;
        for number in numbers {
            for pupil in all(self.sql(), LISTED, params![school, number], |c| c.get())? {
                added += usize::from(self.add_cohort_member(cohort, pupil)?);
            }
        }
        Ok(added)
    }

    /// Takes a pupil out of a cohort.
    ///
    /// # Errors
    /// When the pupil is no member of it, or the file cannot be written.
    pub fn remove_cohort_member(&mut self, cohort: Id, pupil: Id) -> Result<(), StoreError> {
        let statement = "DELETE FROM cohort_member WHERE cohort = ?1 AND pupil = ?2";
        write_one(self.sql(), "cohort_member", statement, params![cohort, pupil])
    }
}
