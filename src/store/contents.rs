//! What a file holds, in numbers, and whether it is sound: what is asked of a backup before it is put back.
//!
//! The rule: it is asked of a file of any version, and changes nothing.

use rusqlite::{Connection, OptionalExtension};

use super::At;
use super::error::StoreError;
use crate::domain::Moment;

/// What a file holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// When it was last changed; none when nothing was ever changed in it.
    pub last_change: Option<Moment>,
    /// Schools.
    pub schools: u64,
    /// Pupils.
    pub pupils: u64,
    /// Meetings.
    pub meetings: u64,
    /// The last entry of its journal.
    pub(super) last: i64,
}

/// Looks through a file: every page against its seal, and how the pages hang together.
pub(super) fn sound(connection: &Connection) -> Result<(), StoreError> {
    for sql in ["PRAGMA cipher_integrity_check", "PRAGMA quick_check"] {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if row.get_ref(0)?.as_str().unwrap_or_default() != "ok" {
                return Err(StoreError::Corrupt);
            }
        }
    }
    Ok(())
}

pub(super) fn contents(connection: &Connection) -> Result<Contents, StoreError> {
    let sql = "SELECT (SELECT count(*) FROM school), (SELECT count(*) FROM pupil), (SELECT count(*) FROM meeting),
               (SELECT coalesce(max(seq), 0) FROM journal), (SELECT at FROM journal ORDER BY seq DESC LIMIT 1)";
    let contents = connection.query_row(sql, [], |row| {
        Ok(Contents {
            schools: count(row, 0)?,
            pupils: count(row, 1)?,
            meetings: count(row, 2)?,
            last: row.get(3)?,
            last_change: row.get::<_, Option<At>>(4)?.map(|at| at.0),
        })
    });
    Ok(contents?)
}

pub(super) fn count(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

/// When an entry of the journal was made, as it is written there.
pub(super) fn entry_at(connection: &Connection, seq: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT at FROM journal WHERE seq = ?1";
    Ok(connection.query_row(sql, [seq], |row| row.get(0)).optional()?)
}
