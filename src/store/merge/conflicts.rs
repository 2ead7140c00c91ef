//! Values that two files changed without knowing of each other: which there are, and choosing between them.
//!
//! The rule: which conflicts there are follows from what is known of a row, as the row itself does, with ids that follow
//! from what they are about. So two files that know the same hold the same conflicts, and one that was settled in the
//! one is settled in the other, until somebody writes anew without knowing of it.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Connection;
use serde_json::Value;

use super::super::error::StoreError;
use super::super::journal::Shape;
use super::super::rows::{all, one, write};
use super::super::{About, Store, Tx};
use super::choices::{self, Choosing};
use super::fold::{self, Folded, Image, Lost, Writer};
use super::ops::{self, RowKey, Shapes};
use super::scope::Pointing;
use super::version::version;
use crate::domain::bundle::{Conflict, Keep};
use crate::domain::{Day, Id, Moment};

/// The record of conflicts.
pub(super) const RECORD: &str = "conflict";

/// The act of settling one.
const SETTLE: &str = "settle_conflict";

/// Whose a change is, for people: from this file's journal or from what came.
fn told_of(sql: &Connection, me: &str, writer: &Writer) -> Result<(String, String), StoreError> {
    let query = "SELECT at, who FROM journal WHERE ?1 = ?3 AND tick = ?2
                 UNION ALL SELECT at, who FROM peer_entry WHERE file = ?1 AND tick = ?2 LIMIT 1";
    let told = one(sql, query, (&writer.file, writer.tick, me), |c| {
        Ok((c.get()?, c.get()?))
    })?;
    Ok(told.unwrap_or_default())
}

/// Brings the conflicts of rows in line with what is known of them, and with what was chosen in them. Returns the
/// ids of those that are newly open.
///
/// Those that somebody chose in stay, with what was chosen between, as long as their pupil is there: a row that is gone
/// may come back, and what was chosen about it with it.
pub(super) fn bring_in_line(
    tx: &mut Tx<'_>,
    (me, pointing): (&str, &Pointing),
    folded: &HashMap<RowKey, Folded>,
    choosing: &Choosing,
) -> Result<Vec<Id>, StoreError> {
    let shape = Shape::of(tx.sql(), RECORD)?;
    let mut wanted: BTreeMap<Id, Image> = BTreeMap::new();
    let mut had: BTreeMap<Id, Image> = BTreeMap::new();
    for (row, folded) in folded {
        for lost in &folded.lost {
            let id = version(row, &lost.field, &lost.writer);
            wanted.insert(id, open(tx.sql(), (me, pointing), (row, folded), (id, lost))?);
        }
        let query = format!(
            "SELECT {} FROM conflict WHERE record = ?1 AND row_key = ?2",
            shape.image(RECORD)
        );
        let images: Vec<String> = all(tx.sql(), &query, (&row.record, &row.key), |c| c.get())?;
        for text in images {
            let image = ops::image(&text)?;
            let id = image.get("id").and_then(Value::as_i64);
            had.insert(id.ok_or(StoreError::BadValue("conflict.id"))?, image);
        }
    }
    for (row, told) in choosing {
        let Some(image) = choices::settled(told) else { continue };
        let id = image.get("id").and_then(Value::as_i64);
        let pupil = image.get("pupil").and_then(Value::as_i64);
        let is_here = match pupil {
            Some(pupil) => one(tx.sql(), "SELECT 1 FROM pupil WHERE id = ?1", [pupil], |_| Ok(()))?.is_some(),
            None => true,
        };
        match (id, is_here) {
            (Some(id), true) if row.key == format!("[{id}]") => wanted.insert(id, image.clone()),
            (Some(id), _) => wanted.remove(&id),
            (None, _) => None,
        };
    }
    for id in had.keys().filter(|id| !wanted.contains_key(id)) {
        write(tx.sql(), "DELETE FROM conflict WHERE id = ?1", [id])?;
    }
    let is_open = |image: &Image| image.get("settled_on").is_none_or(Value::is_null);
    let mut new = Vec::new();
    for (id, image) in wanted {
        let before = had.get(&id);
        if is_open(&image) && !before.is_some_and(is_open) {
            new.push(id);
        }
        if before != Some(&image) {
            let text = serde_json::to_string(&image).map_err(|_| StoreError::BadValue("image"))?;
            tx.put_image(RECORD, &text)?;
        }
    }
    Ok(new)
}

/// A conflict that nobody has chosen in.
fn open(
    sql: &Connection,
    (me, pointing): (&str, &Pointing),
    (row, folded): (&RowKey, &Folded),
    (id, lost): (Id, &Lost),
) -> Result<Image, StoreError> {
    let (at, who) = told_of(sql, me, &lost.writer)?;
    let nothing = Value::Null;
    let columns = [
        ("id", Value::from(id)),
        ("pupil", pointing.pupil(&row.record, &folded.image).into()),
        ("record", row.record.as_str().into()),
        ("row_key", row.key.as_str().into()),
        ("field", lost.field.as_str().into()),
        ("other", lost.value.as_ref().map(Value::to_string).into()),
        ("other_at", at.into()),
        ("other_by", who.into()),
        ("settled_on", nothing.clone()),
        ("here", nothing.clone()),
        ("kept", nothing.clone()),
        ("stood", nothing),
    ];
    Ok(columns
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect())
}

/// The rows that conflicts are about.
pub(super) fn rows_about(sql: &Connection) -> Result<Vec<RowKey>, StoreError> {
    all(sql, "SELECT DISTINCT record, row_key FROM conflict", [], |c| {
        Ok(RowKey {
            record: c.get()?,
            key: c.get()?,
        })
    })
}

/// The conflicts that nobody has settled, with what stands and what the other side has; `me` is what this file is called.
pub(super) fn open_ones(sql: &Connection, me: &str) -> Result<Vec<Conflict>, StoreError> {
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
    let rows: HashSet<RowKey> = found.iter().map(|(row, ..)| row.clone()).collect();
    // Without conflicts, or changes of its own, there is nothing to go through the journal for.
    let known = match me.is_empty() || rows.is_empty() {
        true => HashMap::new(),
        false => ops::load(sql, me, &mut Shapes::default(), &rows)?,
    };
    let mut conflicts = Vec::with_capacity(found.len());
    for (row, id, pupil, field, other, at, other_by) in found {
        let here = ops::current(sql, &Shape::of(sql, &row.record)?, &row)?;
        let writer = known.get(&row).and_then(|ops| fold::standing(&row, ops, &field));
        let told = writer.map(|writer| told_of(sql, me, &writer)).transpose()?;
        let (here_at, here_by) = told.unwrap_or_default();
        conflicts.push(Conflict {
            id,
            pupil,
            here: here.and_then(|image| image.get(&field).and_then(plain)),
            here_at: Moment::parse_from_rfc3339(&here_at).ok(),
            here_by,
            record: row.record,
            other: other.and_then(|text| plain(&serde_json::from_str(&text).ok()?)),
            field,
            other_at: Moment::parse_from_rfc3339(&at).ok(),
            other_by,
        });
    }
    Ok(conflicts)
}

impl Store {
    /// The conflicts that nobody has settled.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        let me = self.own_key()?.map(|own| own.file).unwrap_or_default();
        open_ones(self.sql(), &me)
    }

    /// Settles a conflict: what stands stays, or what the other side had comes in its place. Either way that is a change
    /// with a moment of its own, which goes along in the next bundle.
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
        let (pupil, row, field, other): (Option<Id>, _, _, _) = found.ok_or(StoreError::Missing("conflict"))?;
        let stood = self.version_in(&row, &field)?;
        let about = About {
            intent: SETTLE,
            pupil,
            meeting: None,
        };
        self.change(about, now, |tx| {
            let sql = tx.sql();
            let mut image = ops::current(sql, &Shape::of(sql, &row.record)?, &row)?;
            let here = image.as_ref().and_then(|image| image.get(&field)).map(Value::to_string);
            // Whoever is removed can no longer be pointed at.
            let removes = keep == Keep::Other && field.is_empty();
            let pupil = pupil.filter(|_| !(removes && row.record == "pupil"));
            let (day, kept): (Day, _) = (now.date_naive(), if keep == Keep::Here { "here" } else { "other" });
            write(
                sql,
                "UPDATE conflict SET settled_on = ?2, here = ?3, kept = ?4, stood = ?5, pupil = ?6 WHERE id = ?1",
                (id, day, here, kept, stood, pupil),
            )?;
            if keep == Keep::Here {
                return Ok(());
            }
            let image = image.as_mut().ok_or(StoreError::Missing("record"))?;
            if !removes {
                let other = other.as_deref().map_or(Ok(Value::Null), serde_json::from_str);
                let other = other.map_err(|_| StoreError::BadValue("conflict.other"))?;
                image.insert(field.clone(), other);
            }
            let text = serde_json::to_string(image).map_err(|_| StoreError::BadValue("image"))?;
            match removes {
                true => tx.remove_image(&row.record, &text).map(|_| ()),
                false => tx.put_image(&row.record, &text),
            }
        })
    }

    /// The version of a column that is in a row; none of a row whose changes this file does not know.
    fn version_in(&self, row: &RowKey, field: &str) -> Result<Option<Id>, StoreError> {
        let Some(me) = self.own_key()? else { return Ok(None) };
        let rows = HashSet::from([row.clone()]);
        let known = ops::load(self.sql(), &me.file, &mut Shapes::default(), &rows)?;
        let writer = known.get(row).and_then(|ops| fold::standing(row, ops, field));
        Ok(writer.map(|writer| version(row, field, &writer)))
    }
}

/// A value as a text; none of nothing.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
