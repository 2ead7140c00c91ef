//! How pupils stand, read for one, for a school or for everybody: what reasons, coverage and lists are made of.
//!
//! The rule: the number of statements is the same whatever the scope, each is read once in the order of the pupils, and
//! what is read of one pupil is what would be read of that pupil alone. Rows are lean: days, codes and ids, no words.

mod around;
mod read;

use std::collections::HashMap;

use self::around::Around;
pub use self::read::TermsOf;
use self::read::{PUPILS, Questions, read_head};
use super::Store;
use super::error::StoreError;
use super::feed::Scope;
use super::rows::all;
use crate::domain::Id;
use crate::domain::dossier::PupilLine;
use crate::domain::reason::{Reason, reasons};
use crate::domain::standing::{Asking, Standing};

/// A pupil with how they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The pupil, as in a list.
    pub line: PupilLine,
    /// Whether an objection stands: such a pupil is on no list by name.
    pub objects: bool,
    /// How they stand.
    pub standing: Standing,
}

/// The list by name: everybody of a scope, and how many were left out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByName {
    /// The pupils, by school in the order of their names and then by name. Who is out of sight stands among them.
    pub rows: Vec<Stood>,
    /// Who was left out.
    pub left_out: LeftOut,
}

/// How many names a list lacks, and why. What was erased is not in the file at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// An objection stands.
    pub objection: usize,
    /// Taken off the proposals by hand; these are on the list by name.
    pub removed: usize,
}

/// A pupil in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// The pupil, as in a list.
    pub line: PupilLine,
    /// Why, the most urgent first; never empty.
    pub reasons: Vec<Reason>,
}

/// The queue of a scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// The pupils with a reason: by school in the order of their names, and within a school the most urgent first.
    pub rows: Vec<Queued>,
    /// Who was left out although there may be a reason.
    pub left_out: LeftOut,
}

impl Store {
    /// Hands over how every pupil of a scope stands, one after another by id, keeping none. The number of statements
    /// hangs on the schools, parties and people that are met, and not on the pupils.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn each_standing(
        &self,
        scope: Scope,
        asking: &Asking<'_>,
        visit: &mut dyn FnMut(Stood),
    ) -> Result<(), StoreError> {
        self.each_around(scope, asking, &mut Around::of(self.sql(), scope)?, visit)
    }

    /// How each of some pupils stands, in the order asked; whoever is not there is passed over. Eleven statements
    /// for each: for the rows that a screen shows, not for a list.
    ///
    /// # Errors
    /// As [`Store::each_standing`].
    pub fn standings(
        &self,
        pupils: &[Id],
        asking: &Asking<'_>,
        visit: &mut dyn FnMut(Stood),
    ) -> Result<(), StoreError> {
        let mut around: Option<Around<'_>> = None;
        for pupil in pupils {
            let scope = Scope::Pupil(*pupil);
            let around = match &mut around {
                Some(met) => met,
                None => around.insert(Around::of(self.sql(), scope)?),
            };
            self.each_around(scope, asking, around, visit)?;
        }
        Ok(())
    }

    /// Hands over every pupil of a scope with all that the rules of terms look at, one after another by id. The same
    /// reading as [`Store::each_standing`].
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn each_terms(&self, scope: Scope, visit: &mut dyn FnMut(TermsOf)) -> Result<(), StoreError> {
        let sql = self.sql();
        let mut around = Around::of(sql, scope)?;
        let mut pupils = scope.prepare(sql, PUPILS)?;
        let mut questions = Questions::prepare(sql, scope)?;
        let mut feeds = questions.begin()?;
        let mut heads = pupils.feed(read_head)?;
        while let Some((pupil, head)) = heads.next()? {
            visit(feeds.of(pupil, head, &mut around)?.0);
        }
        Ok(())
    }

    /// How many pupils each school has; a school without any is not among them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pupil_counts(&self) -> Result<HashMap<Id, usize>, StoreError> {
        const COUNTS: &str = "SELECT school, count(*) FROM pupil GROUP BY school";
        let counts = all(self.sql(), COUNTS, [], |c| {
            let school: Id = c.get()?;
            let pupils: i64 = c.get()?;
            Ok((school, usize::try_from(pupils).unwrap_or(usize::MAX)))
        })?;
        Ok(counts.into_iter().collect())
    }

    fn each_around(
        &self,
        scope: Scope,
        asking: &Asking<'_>,
        around: &mut Around<'_>,
        visit: &mut dyn FnMut(Stood),
    ) -> Result<(), StoreError> {
        let sql = self.sql();
        let mut pupils = scope.prepare(sql, PUPILS)?;
        let mut questions = Questions::prepare(sql, scope)?;
        let mut feeds = questions.begin()?;
        let mut heads = pupils.feed(read_head)?;
        while let Some((pupil, head)) = heads.next()? {
            let (of, standing) = feeds.standing(pupil, head, around, asking)?;
            visit(Stood {
                objects: of.objects(),
                line: of.into_line(),
                standing,
            });
        }
        Ok(())
    }

    /// How one pupil stands.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil; else as [`Store::each_standing`].
    pub fn standing(&self, pupil: Id, asking: &Asking<'_>) -> Result<Stood, StoreError> {
        let mut found = None;
        self.each_standing(Scope::Pupil(pupil), asking, &mut |stood| found = Some(stood))?;
        found.ok_or(StoreError::Missing("pupil"))
    }

    /// The list by name: everybody of a scope but those with an objection, whose number is told instead. Who is out of
    /// sight, has no reason to be discussed or was taken off the proposals by hand stands on it like anybody else.
    ///
    /// # Errors
    /// As [`Store::each_standing`].
    pub fn by_name(&self, scope: Scope, asking: &Asking<'_>) -> Result<ByName, StoreError> {
        let mut list = ByName::default();
        self.each_standing(scope, asking, &mut |stood| {
            if stood.objects {
                list.left_out.objection += 1;
            } else {
                list.left_out.removed += usize::from(stood.standing.removed.is_some());
                list.rows.push(stood);
            }
        })?;
        let places = self.places()?;
        list.rows.sort_by_cached_key(|stood| {
            let line = &stood.line;
            let name = (line.name.family.clone(), line.name.given.clone());
            (places.get(&line.school).copied(), name, line.id)
        });
        Ok(list)
    }

    /// The queue of a scope on a day: who is to be discussed and why. Urgency orders within a school, never across
    /// schools. Those with an objection and those taken off by hand are told by their number alone.
    ///
    /// # Errors
    /// As [`Store::each_standing`].
    pub fn queue(&self, scope: Scope, asking: &Asking<'_>) -> Result<Queue, StoreError> {
        let mut queue = Queue::default();
        self.each_standing(scope, asking, &mut |stood| {
            if stood.objects {
                queue.left_out.objection += 1;
            } else if stood.standing.removed.is_some() {
                queue.left_out.removed += 1;
            } else {
                let reasons = reasons(&stood.standing, asking.today, &asking.practice);
                if !reasons.is_empty() {
                    queue.rows.push(Queued {
                        line: stood.line,
                        reasons,
                    });
                }
            }
        })?;
        let places = self.places()?;
        queue.rows.sort_by_key(|row| {
            let first = row.reasons.first().map(|reason| (reason.on, reason.kind));
            (
                places.get(&row.line.school).copied(),
                first,
                row.line.leaving,
                row.line.id,
            )
        });
        Ok(queue)
    }

    /// The name of every party, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn party_names(&self) -> Result<HashMap<Id, String>, StoreError> {
        let names = all(self.sql(), "SELECT id, name FROM party", [], |c| {
            Ok((c.get()?, c.get()?))
        })?;
        Ok(names.into_iter().collect())
    }

    /// The full name of every professional, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person_names(&self) -> Result<HashMap<Id, String>, StoreError> {
        const QUERY: &str = "SELECT id, trim(given || ' ' || family) FROM person";
        let names = all(self.sql(), QUERY, [], |c| Ok((c.get()?, c.get()?)))?;
        Ok(names.into_iter().collect())
    }

    /// The cohort of exactly this name, capitals aside.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cohort_named(&self, name: &str) -> Result<Option<Id>, StoreError> {
        super::results::named(self.sql(), name)
    }

    /// The place of each school in the order of their names.
    fn places(&self) -> Result<HashMap<Id, usize>, StoreError> {
        let schools = all(self.sql(), "SELECT id FROM school ORDER BY name, id", [], |c| c.get())?;
        Ok(schools.into_iter().zip(0..).collect())
    }
}
