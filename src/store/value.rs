//! How moments lie in the file: RFC 3339 with seconds and offset, `2026-06-03T10:04:00+02:00`.
//!
//! Days need nothing: `NaiveDate` is written as `2026-06-03` by the database library itself, whose own form of a
//! moment has a space in it and is not what other databases read.

use chrono::{DateTime, SecondsFormat};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

use crate::domain::Moment;

/// A moment on its way into or out of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At(pub(crate) Moment);

impl ToSql for At {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_rfc3339_opts(SecondsFormat::Secs, false)))
    }
}

impl FromSql for At {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let moment = DateTime::parse_from_rfc3339(value.as_str()?).map_err(FromSqlError::other)?;
        Ok(Self(moment))
    }
}
