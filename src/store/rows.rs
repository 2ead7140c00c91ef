//! Statements and rows: how every record file asks the database and reads its answer.
//!
//! The rule: a statement is prepared once and kept, and a row is read column by column in the order of its
//! `SELECT`, so that the list of columns and the value built from it stand in the same order side by side. Whatever
//! has a closed form (codes, days, moments) is checked while it is read: a value this program does not know is
//! reported by the name of its column, never guessed and never a panic.

use chrono::NaiveTime;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Connection, Params, Row};

use super::error::StoreError;
use crate::domain::{Day, Moment};

/// Runs a query and reads every row.
pub(super) fn all<T>(
    sql: &Connection,
    query: &str,
    params: impl Params,
    mut read: impl FnMut(&mut Columns<'_, '_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = sql.prepare_cached(query)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(&mut Columns { row, at: 0 })?);
    }
    Ok(found)
}

/// Runs a query and reads its first row; `None` when there is none.
pub(super) fn one<T>(
    sql: &Connection,
    query: &str,
    params: impl Params,
    read: impl FnOnce(&mut Columns<'_, '_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = sql.prepare_cached(query)?;
    let mut rows = statement.query(params)?;
    match rows.next()? {
        Some(row) => Ok(Some(read(&mut Columns { row, at: 0 })?)),
        None => Ok(None),
    }
}

/// Runs a statement that writes; the number of rows it touched.
pub(super) fn write(sql: &Connection, statement: &str, params: impl Params) -> Result<usize, StoreError> {
    Ok(sql.prepare_cached(statement)?.execute(params)?)
}

/// Runs a statement that writes exactly one record of a kind; a record that is not there is an error.
pub(super) fn write_one(
    sql: &Connection,
    kind: &'static str,
    statement: &str,
    params: impl Params,
) -> Result<(), StoreError> {
    match write(sql, statement, params)? {
        0 => Err(StoreError::Missing(kind)),
        _ => Ok(()),
    }
}

/// A row, read from its first column to its last. Readers of a closed form are given the column's name for their
/// error; it never holds the value, which may be personal.
pub(super) struct Columns<'row, 'stmt> {
    row: &'row Row<'stmt>,
    at: usize,
}

impl<'row, 'stmt> Columns<'row, 'stmt> {
    /// A row, from its first column.
    pub(super) fn of(row: &'row Row<'stmt>) -> Self {
        Self { row, at: 0 }
    }
}

impl Columns<'_, '_> {
    /// The next column as it is.
    pub(super) fn get<T: FromSql>(&mut self) -> Result<T, StoreError> {
        let at = self.step();
        Ok(self.row.get(at)?)
    }

    /// The next column, a count.
    pub(super) fn count(&mut self) -> Result<usize, StoreError> {
        usize::try_from(self.get::<i64>()?).map_err(|_| StoreError::BadValue("count"))
    }

    /// The next column, a text that `read` understands: a code for example.
    pub(super) fn text<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        self.optional(column, read)?.ok_or(StoreError::BadValue(column))
    }

    /// The next column, absent or a text that `read` understands.
    pub(super) fn optional<T>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        let at = self.step();
        let bad = StoreError::BadValue(column);
        match self.row.get_ref(at)?.as_str_or_null().map_err(|_| bad)? {
            Some(text) => read(text).map(Some).ok_or(bad),
            None => Ok(None),
        }
    }

    /// The next column, a day.
    pub(super) fn day(&mut self, column: &'static str) -> Result<Day, StoreError> {
        self.text(column, read_day)
    }

    /// The next column, a day or nothing.
    pub(super) fn optional_day(&mut self, column: &'static str) -> Result<Option<Day>, StoreError> {
        self.optional(column, read_day)
    }

    /// The next column, a moment.
    pub(super) fn moment(&mut self, column: &'static str) -> Result<Moment, StoreError> {
        self.text(column, read_moment)
    }

    /// The next column, a moment or nothing.
    pub(super) fn optional_moment(&mut self, column: &'static str) -> Result<Option<Moment>, StoreError> {
        self.optional(column, read_moment)
    }

    /// The next column, a time of the day.
    pub(super) fn time(&mut self, column: &'static str) -> Result<NaiveTime, StoreError> {
        self.text(column, read_time)
    }

    /// The next column, a time of the day or nothing.
    pub(super) fn optional_time(&mut self, column: &'static str) -> Result<Option<NaiveTime>, StoreError> {
        self.optional(column, read_time)
    }

    /// Reads a record of `width` columns joined from the left: `None` when its first column is empty.
    pub(super) fn joined<T>(
        &mut self,
        width: usize,
        read: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let next = self.at + width;
        let joined = match self.row.get_ref(self.at)? {
            ValueRef::Null => None,
            _ => Some(read(self)?),
        };
        self.at = next;
        Ok(joined)
    }

    fn step(&mut self) -> usize {
        let at = self.at;
        self.at += 1;
        at
    }
}

/// A time of the day as the file keeps it: `09:30`.
pub(super) fn hours(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A day as the file keeps it, `2026-06-03`. Written out because two million tiles and instruments are read at once
/// for the queue of a region, and the calendar's own parser takes several times as long; what does not look like that
/// form is left to it.
fn read_day(text: &str) -> Option<Day> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return text.parse().ok();
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    Day::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

fn read_moment(text: &str) -> Option<Moment> {
    Moment::parse_from_rfc3339(text).ok()
}

fn read_time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}
