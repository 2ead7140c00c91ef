//! The rows that merging looks at again, whatever it brings.
//!
//! The rule: what is in the file follows from all that is known, and not from which bundle came first. Most rows follow
//! from what is known of themselves. Two kinds do not: a row that somebody removed stays as long as another one points at
//! it, and one that says the same as another waits until that one goes. What they depend on may change in any change of
//! this file, so they are written down when merging makes them so. To go through everything that was ever removed or
//! said twice instead would cost as much as the file is large.
//!
//! The list only grows, by such rows alone: when a merge is undone, a row that had become like any other is again what
//! it was.

use rusqlite::Connection;

use super::super::error::StoreError;
use super::super::rows::{all, write};
use super::ops::{self, RowKey, Shapes};
use super::same::SAME;

/// Writes down a row that is not as what is known of itself says.
pub(super) fn add(sql: &Connection, row: &RowKey) -> Result<(), StoreError> {
    let statement = "INSERT INTO peer_watch (record, row_key) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    write(sql, statement, (&row.record, &row.key))?;
    Ok(())
}

/// Every row that was written down.
fn all_of(sql: &Connection) -> Result<Vec<RowKey>, StoreError> {
    all(sql, "SELECT record, row_key FROM peer_watch", [], |c| {
        Ok(RowKey {
            record: c.get()?,
            key: c.get()?,
        })
    })
}

/// The rows that are there although somebody removed them, because something pointed at them: perhaps nothing does any
/// more.
pub(super) fn kept_alive(sql: &Connection, shapes: &mut Shapes) -> Result<Vec<RowKey>, StoreError> {
    here(sql, shapes, true)
}

/// The rows that say the same as another one and wait behind it, and those among them that were removed since.
pub(super) fn hidden(sql: &Connection, shapes: &mut Shapes) -> Result<Vec<RowKey>, StoreError> {
    let mut rows = here(sql, shapes, false)?;
    rows.retain(|row| SAME.contains(&row.record.as_str()));
    Ok(rows)
}

/// The rows that were written down and that are in the file, or are not.
fn here(sql: &Connection, shapes: &mut Shapes, is_here: bool) -> Result<Vec<RowKey>, StoreError> {
    let mut rows = Vec::new();
    for row in all_of(sql)? {
        if ops::current(sql, shapes.of(sql, &row.record)?, &row)?.is_some() == is_here {
            rows.push(row);
        }
    }
    Ok(rows)
}
