//! What is known to have happened to rows: by this file's own journal, and by what came from others.
//!
//! The rule: what merging did here is not a change of its own. It follows from changes that are known anyway, so the
//! entries under which bundles were merged, and those that took such an entry back, are passed over.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use super::super::error::StoreError;
use super::super::journal::Shape;
use super::choices::{self, Choosing};
use super::conflicts;
use super::fold::{Image, Op};

/// The act under which a bundle is merged.
pub(super) const MERGE: &str = "merge_bundle";

/// Which entries of others count: those that changed nothing when they were merged, those being merged, and those whose
/// merging stands.
pub(super) const IN_FORCE: &str = "(merge = 0 OR merge = (SELECT entry FROM journal_open)
  OR EXISTS (SELECT 1 FROM journal WHERE seq = merge AND state = 'done'))";

/// One row of one record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::store) struct RowKey {
    pub(in crate::store) record: String,
    /// The values of its key as a JSON list: `[5]`.
    pub(in crate::store) key: String,
}

impl RowKey {
    /// Its id: the last value of every key.
    pub(super) fn id(&self) -> Option<i64> {
        let values: Vec<Value> = serde_json::from_str(&self.key).ok()?;
        values.last()?.as_i64()
    }
}

/// The shapes of records, each read once.
#[derive(Default)]
pub(super) struct Shapes(HashMap<String, Shape>);

impl Shapes {
    pub(super) fn of(&mut self, sql: &Connection, record: &str) -> Result<&Shape, StoreError> {
        if !self.0.contains_key(record) {
            self.0.insert(record.to_owned(), Shape::of(sql, record)?);
        }
        self.0.get(record).ok_or(StoreError::Missing("record"))
    }

    /// The key of an image.
    pub(super) fn key(&mut self, sql: &Connection, record: &str, image: &Image) -> Result<RowKey, StoreError> {
        let shape = self.of(sql, record)?;
        let key: Vec<&Value> = shape.key.iter().filter_map(|column| image.get(column)).collect();
        if key.len() != shape.key.len() {
            return Err(StoreError::BadValue("image"));
        }
        Ok(RowKey {
            record: record.to_owned(),
            key: serde_json::to_string(&key).map_err(|_| StoreError::BadValue("image"))?,
        })
    }
}

/// Reads an image.
pub(super) fn image(text: &str) -> Result<Image, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::BadValue("image"))
}

/// The row with a key as it is now.
pub(super) fn current(sql: &Connection, shape: &Shape, row: &RowKey) -> Result<Option<Image>, StoreError> {
    let columns = shape.key.iter().enumerate();
    let is_key: Vec<String> = columns
        .map(|(place, column)| format!("\"{column}\" = json_extract(?1, '$[{place}]')"))
        .collect();
    let select = format!(
        "SELECT {} FROM \"{}\" WHERE {}",
        shape.image(&format!("\"{}\"", row.record)),
        row.record,
        is_key.join(" AND ")
    );
    let mut select = sql.prepare_cached(&select)?;
    let text: Option<String> = select.query_row([&row.key], |row| row.get(0)).optional()?;
    text.as_deref().map(image).transpose()
}

/// What one line of this file's own journal did to one row.
pub(super) struct Event {
    pub(super) seq: i64,
    pub(super) tick: i64,
    /// Whether it is one of merging.
    pub(super) merged: bool,
    pub(super) row: RowKey,
    pub(super) before: Option<Image>,
    pub(super) after: Option<Image>,
}

/// Which lines of this file's own journal are gone through.
#[derive(Clone, Copy)]
pub(super) enum Lines<'a> {
    /// All of them.
    All,
    /// Those of the entries after this one.
    Since(i64),
    /// Those about the row of this record that has this id, the last value of every key. An id never changes.
    Of(&'a str, i64),
    /// Those of this record.
    Record(&'a str),
}

impl Lines<'_> {
    /// The condition, and the order of writing as the index that finds them has it.
    const fn clause(self) -> &'static str {
        match self {
            Self::All => "record <> 'setting' AND ?2 IS NULL AND ?3 IS NULL ORDER BY r.id",
            Self::Since(_) => "entry > ?2 AND record <> 'setting' AND ?3 IS NULL ORDER BY entry, r.id",
            Self::Of(..) => {
                "coalesce(json_extract(after, '$.id'), json_extract(before, '$.id')) = ?2 AND record = ?3 ORDER BY r.id"
            }
            Self::Record(_) => "record = ?3 AND ?2 IS NULL ORDER BY r.id",
        }
    }

    const fn params(&self) -> (Option<i64>, Option<&str>) {
        match self {
            Self::All => (None, None),
            Self::Since(entry) => (Some(*entry), None),
            Self::Of(record, id) => (Some(*id), Some(record)),
            Self::Record(record) => (None, Some(record)),
        }
    }
}

/// Goes through lines of the journal in the order of writing. A row whose key changed is one that went and one that came.
pub(super) fn each_event(
    sql: &Connection,
    shapes: &mut Shapes,
    lines: Lines<'_>,
    visit: &mut dyn FnMut(Event),
) -> Result<(), StoreError> {
    let query = format!(
        "SELECT entry, j.tick, j.intent = ?1, record, before, after
         FROM journal_row r CROSS JOIN journal j ON j.seq = entry WHERE {}",
        lines.clause()
    );
    let mut select = sql.prepare_cached(&query)?;
    let (number, record) = lines.params();
    let mut rows = select.query((MERGE, number, record))?;
    while let Some(row) = rows.next()? {
        let record: String = row.get(3)?;
        let texts: [Option<String>; 2] = [row.get(4)?, row.get(5)?];
        let [before, after] = texts;
        let before = before.as_deref().map(image).transpose()?;
        let after = after.as_deref().map(image).transpose()?;
        let mut key_of = |image: &Option<Image>| {
            let key = image.as_ref().map(|image| shapes.key(sql, &record, image));
            key.transpose()
        };
        let (old, new) = (key_of(&before)?, key_of(&after)?);
        let (seq, tick, merged) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let mut tell = |row: RowKey, before, after| {
            visit(Event {
                seq,
                tick,
                merged,
                row,
                before,
                after,
            });
        };
        match (old, new) {
            (Some(old), Some(new)) if old == new => tell(new, before, after),
            (old, new) => {
                if let Some(old) = old {
                    tell(old, before, None);
                }
                if let Some(new) = new {
                    tell(new, None, after);
                }
            }
        }
    }
    Ok(())
}

/// What this file's journal tells of one row.
#[derive(Default)]
struct Own {
    /// The row before the first line about it; none inside when there was none, none at all without a line.
    first: Option<Option<Image>>,
    ops: Vec<(i64, Op)>,
}

impl Own {
    fn take(&mut self, event: Event, me: &str) {
        if self.first.is_none() {
            self.first = Some(event.before.clone());
        }
        if event.merged {
            return;
        }
        match self.ops.last_mut() {
            Some((seq, op)) if *seq == event.seq => op.after = event.after,
            _ => self.ops.push((
                event.seq,
                Op {
                    tick: event.tick,
                    file: me.to_owned(),
                    before: event.before,
                    after: event.after,
                    choices: Vec::new(),
                },
            )),
        }
    }

    /// The row as it was before any journal told of it, as a change of its own.
    fn base(&self, now: Option<Image>, me: &str) -> Option<Op> {
        let stood = match &self.first {
            None => now,
            Some(before) => before.clone(),
        };
        stood.map(|image| Op {
            tick: 0,
            file: me.to_owned(),
            before: None,
            after: Some(image),
            choices: Vec::new(),
        })
    }
}

/// Everything that is known to have happened to some rows; `me` is the name of this file.
pub(super) fn load(
    sql: &Connection,
    me: &str,
    shapes: &mut Shapes,
    rows: &HashSet<RowKey>,
) -> Result<HashMap<RowKey, Vec<Op>>, StoreError> {
    Ok(load_with_choices(sql, me, shapes, rows)?.0)
}

/// As [`load`], with what is known of choosing in conflicts about these rows, by conflict.
pub(super) fn load_with_choices(
    sql: &Connection,
    me: &str,
    shapes: &mut Shapes,
    rows: &HashSet<RowKey>,
) -> Result<(HashMap<RowKey, Vec<Op>>, Choosing), StoreError> {
    let mut own: HashMap<RowKey, Own> = HashMap::new();
    let mut chosen: HashMap<RowKey, Own> = HashMap::new();
    // Two keys may have one id: of a tile that went from one pupil to another.
    let told = rows.iter().filter(|row| row.record != conflicts::RECORD);
    let ids: BTreeSet<(&str, i64)> = told.filter_map(|row| Some((row.record.as_str(), row.id()?))).collect();
    for (record, id) in ids {
        each_event(sql, shapes, Lines::Of(record, id), &mut |event| {
            if rows.contains(&event.row) {
                own.entry(event.row.clone()).or_default().take(event, me);
            }
        })?;
    }
    each_event(sql, shapes, Lines::Record(conflicts::RECORD), &mut |event| {
        chosen.entry(event.row.clone()).or_default().take(event, me);
    })?;
    let mut known = HashMap::with_capacity(rows.len());
    for row in rows {
        let now = current(sql, shapes.of(sql, &row.record)?, row)?;
        let own = own.remove(row).unwrap_or_default();
        let mut ops = peers(sql, row)?;
        ops.extend(own.base(now, me));
        ops.extend(own.ops.into_iter().map(|(_, op)| op));
        ops.retain(|op| op.before != op.after);
        known.insert(row.clone(), ops);
    }
    let own = chosen
        .into_iter()
        .map(|(row, own)| (row, own.ops.into_iter().map(|(_, op)| op).collect()));
    let choosing = choices::about(sql, rows, own.collect())?;
    choices::attach(&choosing, &mut known)?;
    Ok((known, choosing))
}

/// What others told of a row.
fn peers(sql: &Connection, row: &RowKey) -> Result<Vec<Op>, StoreError> {
    let query =
        format!("SELECT tick, file, before, after FROM peer_row WHERE record = ?1 AND row_key = ?2 AND {IN_FORCE}");
    let mut select = sql.prepare_cached(&query)?;
    let mut rows = select.query((&row.record, &row.key))?;
    let mut ops = Vec::new();
    while let Some(row) = rows.next()? {
        let texts: [Option<String>; 2] = [row.get(2)?, row.get(3)?];
        let [before, after] = texts;
        ops.push(Op {
            tick: row.get(0)?,
            file: row.get(1)?,
            before: before.as_deref().map(image).transpose()?,
            after: after.as_deref().map(image).transpose()?,
            choices: Vec::new(),
        });
    }
    Ok(ops)
}
