//! Rows that come pupil by pupil: one statement over many pupils, read beside others of the same order.
//!
//! The rule: a list over a whole region is a constant number of statements, each read once from beginning to end, and
//! nothing is kept of a pupil when the next one comes. Every statement gives the pupil's id in its first column and
//! comes in the order of those ids.

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, Rows};

use super::error::StoreError;
use super::rows::Columns;
use crate::domain::Id;

/// Whose rows are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's.
    All,
    /// Of the pupils of a school.
    School(Id),
    /// Of the members of a cohort.
    Cohort(Id),
    /// Of one pupil.
    Pupil(Id),
}

/// One statement for each kind of [`Scope`]: the tables before, the column that holds the pupil, and what follows, an
/// `ORDER BY` of that column first.
pub(super) type Scoped = [&'static str; 4];

/// Writes the four statements of a [`Scoped`].
macro_rules! scoped {
    ($head:expr, $pupil:literal, $tail:literal) => {
        [
            concat!($head, " WHERE ?1 IS NULL", $tail),
            concat!(
                $head,
                " WHERE ",
                $pupil,
                " IN (SELECT id FROM pupil WHERE school = ?1)",
                $tail
            ),
            concat!(
                $head,
                " WHERE ",
                $pupil,
                " IN (SELECT pupil FROM cohort_member WHERE cohort = ?1)",
                $tail
            ),
            concat!($head, " WHERE ", $pupil, " = ?1", $tail),
        ]
    };
}
pub(super) use scoped;

impl Scope {
    /// The statement for this scope, and what it is about.
    fn statement(self, [all, school, cohort, pupil]: Scoped) -> (&'static str, Value) {
        match self {
            Self::All => (all, Value::Null),
            Self::School(id) => (school, Value::Integer(id)),
            Self::Cohort(id) => (cohort, Value::Integer(id)),
            Self::Pupil(id) => (pupil, Value::Integer(id)),
        }
    }

    /// A statement, prepared, with what it is about.
    pub(super) fn prepare(self, sql: &Connection, scoped: Scoped) -> Result<Question<'_>, StoreError> {
        let (statement, about) = self.statement(scoped);
        Ok(Question {
            statement: sql.prepare_cached(statement)?,
            about,
        })
    }
}

/// A statement that is about to be read.
pub(super) struct Question<'c> {
    statement: CachedStatement<'c>,
    about: Value,
}

impl Question<'_> {
    /// Its rows, pupil by pupil.
    pub(super) fn feed<T>(&mut self, read: Read<T>) -> Result<Feed<'_, T>, StoreError> {
        let mut feed = Feed {
            rows: self.statement.query([&self.about])?,
            read,
            next: None,
        };
        feed.step()?;
        Ok(feed)
    }
}

/// Reads a row, from the column behind the pupil's id.
type Read<T> = fn(&mut Columns<'_, '_>) -> Result<T, StoreError>;

/// Rows by pupil, one read ahead.
pub(super) struct Feed<'s, T> {
    rows: Rows<'s>,
    read: Read<T>,
    next: Option<(Id, T)>,
}

impl<T> Feed<'_, T> {
    /// Takes the row read ahead, and reads the one after it.
    fn step(&mut self) -> Result<Option<(Id, T)>, StoreError> {
        let ahead = match self.rows.next()? {
            Some(row) => {
                let mut columns = Columns::of(row);
                Some((columns.get()?, (self.read)(&mut columns)?))
            }
            None => None,
        };
        Ok(std::mem::replace(&mut self.next, ahead))
    }

    /// The next pupil of all, with what was read.
    pub(super) fn next(&mut self) -> Result<Option<(Id, T)>, StoreError> {
        self.step()
    }

    /// Every row of a pupil, after those of the pupils before, which are passed over.
    pub(super) fn of(&mut self, pupil: Id, mut each: impl FnMut(T)) -> Result<(), StoreError> {
        while self.next.as_ref().is_some_and(|(id, _)| *id <= pupil) {
            if let Some((id, row)) = self.step()?
                && id == pupil
            {
                each(row);
            }
        }
        Ok(())
    }
}
