//! Undo and redo: the images of an entry put back, backwards or forwards.
//!
//! The rule: taking back is a change like any other. It runs through the same door, is journaled under an entry of
//! its own that names the one it took back, and is refused when a row is no longer what the entry left, so that it
//! can never overwrite what came after.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use super::error::{Constraint, StoreError};
use super::journal::{self, EntryState, Shape};
use super::{At, Door, Store};
use crate::domain::Moment;

/// What was undone or redone: the original change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Number of the original entry.
    pub seq: i64,
    /// The name of its intent.
    pub intent: String,
    /// The pupil it was about.
    pub pupil: Option<i64>,
    /// The meeting it was made in.
    pub meeting: Option<i64>,
    /// When it was first made.
    pub at: Moment,
}

/// What an entry did to one row in all: the journal rows that hold its first and its last image, none where the row
/// did not exist.
struct Net {
    first: Option<i64>,
    last: Option<i64>,
}

impl Store {
    /// Takes back the latest change that is in force.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], [`StoreError::UndoBlocked`] when one of its rows has changed since in a way
    /// that cannot be undone first, and the disk errors; the file is then as it was.
    pub fn undo(&mut self, now: Moment) -> Result<Undone, StoreError> {
        let seq = journal::next_to_revert(self.sql(), true)?.ok_or(StoreError::NothingToUndo)?;
        self.revert(seq, now, true)
    }

    /// Makes the change again that was taken back last.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`], and as [`Store::undo`].
    pub fn redo(&mut self, now: Moment) -> Result<Undone, StoreError> {
        let seq = journal::next_to_revert(self.sql(), false)?.ok_or(StoreError::NothingToRedo)?;
        self.revert(seq, now, false)
    }

    /// Both directions.
    fn revert(&mut self, seq: i64, now: Moment, back: bool) -> Result<Undone, StoreError> {
        let original = original(self.sql(), seq)?;
        let reverted = if back {
            seq
        } else {
            latest_revert(self.sql(), seq)?.unwrap_or(seq)
        };
        let entry = journal::Entry {
            intent: &original.intent,
            pupil: original.pupil,
            meeting: original.meeting,
            state: EntryState::Revert,
            reverts: Some(reverted),
        };
        let done = self.enter(Door::Change(entry), now, |tx, _| {
            tx.sql().execute_batch("PRAGMA defer_foreign_keys = ON")?;
            put_back(tx.sql(), seq, back)?;
            let state = if back { "undone" } else { "done" };
            tx.sql()
                .prepare_cached("UPDATE journal SET state = ?1 WHERE seq = ?2")?
                .execute((state, seq))?;
            Ok(())
        });
        match done {
            Ok(()) => Ok(original),
            Err(StoreError::Refused(Constraint::ForeignKey | Constraint::Unique)) => {
                Err(StoreError::UndoBlocked { seq })
            }
            Err(error) => Err(error),
        }
    }
}

/// What the journal says of an entry.
fn original(connection: &Connection, seq: i64) -> Result<Undone, StoreError> {
    let sql = "SELECT intent, pupil, meeting, at FROM journal WHERE seq = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([seq], |row| {
        Ok(Undone {
            seq,
            intent: row.get(0)?,
            pupil: row.get(1)?,
            meeting: row.get(2)?,
            at: row.get::<_, At>(3)?.0,
        })
    })?)
}

/// The undo that a redo takes back.
fn latest_revert(connection: &Connection, seq: i64) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT max(seq) FROM journal WHERE reverts = ?1";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([seq], |row| row.get(0))
        .optional()?
        .flatten())
}

/// Puts every row of an entry back to what it was before it (`back`) or after it: first all present rows are taken
/// away, then the others are put in, so that two rows that swap a unique value cannot be in each other's way.
fn put_back(connection: &Connection, seq: i64, back: bool) -> Result<(), StoreError> {
    let mut records = connection.prepare_cached("SELECT DISTINCT record FROM journal_row WHERE entry = ?1")?;
    let records: Vec<String> = records.query_map([seq], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut to_insert = Vec::with_capacity(records.len());
    for record in records {
        let statements = Statements::of(&record, &Shape::of(connection, &record)?, back);
        let mut delete = connection.prepare_cached(&statements.delete)?;
        let mut find = connection.prepare_cached(&statements.find)?;
        let mut wanted = Vec::new();
        for (key, net) in coalesce(connection, seq, &record, &statements.keys)? {
            let (present, former) = if back {
                (net.last, net.first)
            } else {
                (net.first, net.last)
            };
            let as_left = match present {
                Some(row) => delete.execute((&key, row))? == 1,
                None => !find.exists([&key])?,
            };
            if !as_left {
                return Err(StoreError::UndoBlocked { seq });
            }
            wanted.extend(former);
        }
        to_insert.push((statements.insert, wanted));
    }
    for (insert, rows) in to_insert {
        let mut insert = connection.prepare_cached(&insert)?;
        for row in rows {
            insert.execute([row])?;
        }
    }
    Ok(())
}

/// Reduces the rows of an entry to one net change for each primary key, in the order in which keys first appear.
fn coalesce(connection: &Connection, seq: i64, record: &str, keys: &str) -> Result<Vec<(String, Net)>, StoreError> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut nets: Vec<(String, Net)> = Vec::new();
    let mut select = connection.prepare_cached(keys)?;
    let mut rows = select.query((seq, record))?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let sides: [(Option<String>, bool); 2] = [(row.get(1)?, true), (row.get(2)?, false)];
        for (key, is_before) in sides {
            let Some(key) = key else { continue };
            let place = *places.entry(key.clone()).or_insert_with(|| {
                nets.push((
                    key,
                    Net {
                        first: is_before.then_some(id),
                        last: None,
                    },
                ));
                nets.len() - 1
            });
            if let Some((_, net)) = nets.get_mut(place) {
                net.last = (!is_before).then_some(id);
            }
        }
    }
    Ok(nets)
}

/// The statements that take back rows of one table, or make them again. Images stay inside the database: only keys and
/// the numbers of journal rows pass through here, so an import of thousands is taken back in little memory.
struct Statements {
    /// The numbers of an entry's journal rows, each with the keys of its two images.
    keys: String,
    /// Whether there is a row with a key.
    find: String,
    /// Removes the row with a key if it is still the image that the entry left.
    delete: String,
    /// Puts in the image from the other side of a journal row.
    insert: String,
}

impl Statements {
    fn of(table: &str, shape: &Shape, back: bool) -> Self {
        let (left, wanted) = if back { ("after", "before") } else { ("before", "after") };
        let key_in = |image: &str| {
            let parts: Vec<String> = shape
                .key
                .iter()
                .map(|column| format!("{image} ->> '{column}'"))
                .collect();
            format!(
                "CASE WHEN {image} IS NOT NULL THEN json_array({}) END",
                parts.join(", ")
            )
        };
        let parts = shape.key.iter().enumerate();
        let is_key: Vec<String> = parts
            .map(|(place, column)| format!("\"{column}\" = json_extract(?1, '$[{place}]')"))
            .collect();
        let (is_key, image) = (is_key.join(" AND "), shape.image(&format!("\"{table}\"")));
        Self {
            keys: format!(
                "SELECT id, {}, {} FROM journal_row WHERE entry = ?1 AND record = ?2 ORDER BY id",
                key_in("before"),
                key_in("after")
            ),
            find: format!("SELECT 1 FROM \"{table}\" WHERE {is_key}"),
            delete: format!(
                "DELETE FROM \"{table}\" WHERE {is_key} AND {image} = (SELECT {left} FROM journal_row WHERE id = ?2)"
            ),
            insert: format!("{} FROM journal_row WHERE id = ?1", shape.insert(table, wanted)),
        }
    }
}
