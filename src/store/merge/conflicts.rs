//! Values that two files changed without knowing of each other: which there are, and choosing between them.
//!
//! The rule: which conflicts there are follows from what is known of a row, as the row itself does, with ids that follow
//! from what they are about. So two files that know the same hold the same conflicts, and one that was settled in the
//! one is settled in the other.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::super::error::StoreError;
use super::super::journal::Shape;
use super::super::rows::{all, one, write};
use super::super::{About, Store};
use super::fold::{Folded, Lost};
use super::ops::{self, RowKey, Shapes};
use super::scope::Pointing;
use crate::domain::bundle::{Conflict, Keep};
use crate::domain::{Day, Id, Moment};

/// The record of conflicts.
pub(super) const RECORD: &str = "conflict";

/// The act of settling one.
const SETTLE: &str = "settle_conflict";

/// The id of a conflict: 63 bits of a digest of what it is about.
fn id_of(row: &RowKey, lost: &Lost) -> Id {
    let mut digest = Sha256::new();
    for part in [&row.record, &row.key, &lost.field, &lost.writer.file] {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    digest.update(lost.writer.tick.to_be_bytes());
    let bytes: [u8; 8] = digest.finalize().first_chunk().copied().unwrap_or_default();
    i64::from_be_bytes(bytes) & i64::MAX
}

/// Whose a change is, for people: from this file's journal or from what came.
fn told_of(sql: &Connection, me: &str, lost: &Lost) -> Result<(String, String), StoreError> {
    let query = "SELECT at, who FROM journal WHERE ?1 = ?3 AND tick = ?2
                 UNION ALL SELECT at, who FROM peer_entry WHERE file = ?1 AND tick = ?2 LIMIT 1";
    let told = one(sql, query, (&lost.writer.file, lost.writer.tick, me), |c| {
        Ok((c.get()?, c.get()?))
    })?;
    Ok(told.unwrap_or_default())
}

/// Brings the conflicts of rows in line with what is known of them, and takes over which were settled. Returns how many
/// are new.
pub(super) fn settle_rows(
    sql: &Connection,
    (me, shapes, pointing): (&str, &mut Shapes, &Pointing),
    folded: &HashMap<RowKey, Folded>,
    told: &HashSet<RowKey>,
) -> Result<usize, StoreError> {
    let mut rows: Vec<(&RowKey, &Folded)> = folded.iter().collect();
    rows.sort_by_key(|(row, _)| *row);
    let mut keys = told.clone();
    for (row, folded) in &rows {
        keys.extend(folded.lost.iter().map(|lost| row_of(id_of(row, lost))));
    }
    let settled = settlements(sql, me, shapes, &keys)?;
    let mut new = 0;
    for (row, folded) in rows {
        let had = "SELECT id FROM conflict WHERE record = ?1 AND row_key = ?2";
        let had: Vec<Id> = all(sql, had, (&row.record, &row.key), |c| c.get())?;
        let stand: Vec<(Id, &Lost)> = folded.lost.iter().map(|lost| (id_of(row, lost), lost)).collect();
        for id in had.iter().filter(|id| !stand.iter().any(|(known, _)| known == *id)) {
            write(sql, "DELETE FROM conflict WHERE id = ?1", [id])?;
        }
        for (id, lost) in stand.iter().filter(|(id, _)| !had.contains(id)) {
            let (at, who) = told_of(sql, me, lost)?;
            write(
                sql,
                "INSERT INTO conflict (id, pupil, record, row_key, field, other, other_at, other_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                (
                    id,
                    pointing.pupil(&row.record, &folded.image),
                    &row.record,
                    &row.key,
                    &lost.field,
                    lost.value.as_ref().map(Value::to_string),
                    at,
                    who,
                ),
            )?;
            new += 1;
        }
    }
    for (row, day) in settled {
        let settle = "UPDATE conflict SET settled_on = ?2 WHERE id = json_extract(?1, '$[0]') AND settled_on IS NOT ?2";
        write(sql, settle, (row.key, day))?;
    }
    Ok(new)
}

fn row_of(id: Id) -> RowKey {
    RowKey {
        record: RECORD.to_owned(),
        key: format!("[{id}]"),
    }
}

/// When conflicts were settled, by what is known of settling; those that were is all that is told of them.
fn settlements(
    sql: &Connection,
    me: &str,
    shapes: &mut Shapes,
    rows: &HashSet<RowKey>,
) -> Result<Vec<(RowKey, Option<String>)>, StoreError> {
    let known = ops::load(sql, me, shapes, rows)?;
    let mut settled = Vec::new();
    for (row, mut ops) in known {
        ops.retain(|op| op.before.is_some() && op.after.is_some());
        let last = ops.into_iter().max_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)));
        if let Some(after) = last.and_then(|op| op.after) {
            settled.push((row, after.get("settled_on").and_then(plain)));
        }
    }
    settled.sort();
    Ok(settled)
}

impl Store {
    /// The conflicts that nobody has settled.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        let sql = self.sql();
        let query = "SELECT id, pupil, record, row_key, field, other, other_at, other_by FROM conflict
                     WHERE settled_on IS NULL ORDER BY record, row_key, field, id";
        let found = all(sql, query, [], |c| {
            let (id, pupil) = (c.get()?, c.get()?);
            let row = RowKey {
                record: c.get()?,
                key: c.get()?,
            };
            let field: String = c.get()?;
            let other: Option<String> = c.get()?;
            let at: String = c.get()?;
            Ok((row, id, pupil, field, other, at, c.get()?))
        })?;
        let mut conflicts = Vec::with_capacity(found.len());
        for (row, id, pupil, field, other, at, other_by) in found {
            let here = ops::current(sql, &Shape::of(sql, &row.record)?, &row)?;
            conflicts.push(Conflict {
                id,
                pupil,
                here: here.and_then(|image| image.get(&field).and_then(plain)),
                record: row.record,
                other: other.and_then(|text| plain(&serde_json::from_str(&text).ok()?)),
                field,
                other_at: Moment::parse_from_rfc3339(&at).ok(),
                other_by,
            });
        }
        Ok(conflicts)
    }

    /// Settles a conflict: what stands stays, or what the other side had comes in its place.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such conflict or it was settled, [`StoreError::Refused`] when the other
    /// value cannot be had any more, and the disk errors; nothing is then changed.
    pub fn settle_conflict(&mut self, id: Id, keep: Keep, now: Moment) -> Result<(), StoreError> {
        let query = "SELECT pupil, record, row_key, field, other FROM conflict WHERE id = ?1 AND settled_on IS NULL";
        let found = one(self.sql(), query, [id], |c| {
            let pupil = c.get()?;
            let row = RowKey {
                record: c.get()?,
                key: c.get()?,
            };
            Ok((pupil, row, c.get::<String>()?, c.get::<Option<String>>()?))
        })?;
        let (pupil, row, field, other) = found.ok_or(StoreError::Missing("conflict"))?;
        let about = About {
            intent: SETTLE,
            pupil,
            meeting: None,
        };
        self.change(about, now, |tx| {
            let sql = tx.sql();
            if keep == Keep::Here {
                let day: Day = now.date_naive();
                write(sql, "UPDATE conflict SET settled_on = ?2 WHERE id = ?1", (id, day))?;
                return Ok(());
            }
            let here = ops::current(sql, &Shape::of(sql, &row.record)?, &row)?;
            let mut image = here.ok_or(StoreError::Missing("record"))?;
            // The conflict is gone with the choice: nothing stands beside the row any more.
            write(sql, "DELETE FROM conflict WHERE id = ?1", [id])?;
            let text =
                |image: &super::fold::Image| serde_json::to_string(image).map_err(|_| StoreError::BadValue("image"));
            if field.is_empty() {
                let image = text(&image)?;
                tx.remove_image(&row.record, &image)?;
            } else {
                let other = other.as_deref().map_or(Ok(Value::Null), serde_json::from_str);
                image.insert(
                    field.clone(),
                    other.map_err(|_| StoreError::BadValue("conflict.other"))?,
                );
                let image = text(&image)?;
                tx.put_image(&row.record, &image)?;
            }
            Ok(())
        })
    }
}

/// A value as a text; none of nothing.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
