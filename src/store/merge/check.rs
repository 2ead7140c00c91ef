//! Whether a bundle can be what it says.
//!
//! The rule: a bundle is made by somebody else. Before anything of it is written, each image has exactly the columns of
//! its record, each of its kind, so that what is wrong is told as a place in the bundle and not as a failure of the
//! file.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::super::Store;
use super::super::error::StoreError;
use super::fold::Image;
use super::ops::image;
use super::scope::STAYS;
use crate::domain::Moment;
use crate::domain::bundle::Bundle;
use crate::domain::whole::{ColumnKind, ColumnShape, TableShape};

/// Why a bundle is not merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// It was made by a program with other tables: their version.
    #[error("tables of version {0}")]
    OtherSchema(i64),
    /// It is of another approach.
    #[error("another approach")]
    OtherApproach,
    /// It is of days after what this clock says: this one is behind, or the other was ahead.
    #[error("this clock is behind the bundle")]
    Clock,
    /// This file made it itself.
    #[error("a bundle of this file")]
    OwnBundle,
    /// The line of so many is not what a bundle holds.
    #[error("row {0} is not one of a bundle")]
    Row(usize),
    /// Both files made the same thing by themselves: a school with one code, a pupil with one number.
    #[error("both made the same {0}")]
    Same(&'static str),
    /// What it points at is neither in it nor here.
    #[error("it points at nothing")]
    PointsNowhere,
    /// The file.
    #[error("the file")]
    Store(#[from] StoreError),
}

/// A line of a bundle that was read.
pub(super) struct Line {
    pub(super) file: String,
    pub(super) tick: i64,
    pub(super) record: String,
    pub(super) before: Option<Image>,
    pub(super) after: Option<Image>,
}

/// How far a clock may be ahead, in milliseconds: two days, for one that stands on another day.
const AHEAD: i64 = 2 * 24 * 60 * 60 * 1000;

/// Reads every line, or says which is none.
pub(super) fn lines(store: &Store, bundle: &Bundle, now: Moment) -> Result<Vec<Line>, MergeError> {
    if bundle.schema != Store::schema_version() {
        return Err(MergeError::OtherSchema(bundle.schema));
    }
    if bundle.approach != store.approach()? {
        return Err(MergeError::OtherApproach);
    }
    let latest = now.timestamp_millis().saturating_add(AHEAD);
    let ticks = bundle.rows.iter().map(|row| row.tick);
    let ticks = ticks.chain(bundle.entries.iter().map(|entry| entry.tick));
    if ticks.max().is_some_and(|tick| tick > latest) {
        return Err(MergeError::Clock);
    }
    let tables: HashMap<String, TableShape> = store
        .tables()?
        .into_iter()
        .filter(|table| table.name == "conflict" || !STAYS.contains(&table.name.as_str()))
        .map(|table| (table.name.clone(), table))
        .collect();
    let entries: HashSet<(&str, i64)> = bundle
        .entries
        .iter()
        .map(|entry| (entry.file.as_str(), entry.tick))
        .collect();
    let rows = bundle.rows.iter().enumerate();
    rows.map(|(at, row)| {
        let wrong = MergeError::Row(at + 1);
        let table = tables.get(&row.record).ok_or(wrong)?;
        let side = |text: &Option<String>| {
            let read = text.as_deref().map(|text| image(text).map_err(|_| wrong)).transpose()?;
            match &read {
                Some(image) if !fits(table, image) => Err(wrong),
                _ => Ok(read),
            }
        };
        let (before, after) = (side(&row.before)?, side(&row.after)?);
        let same_key = match (&before, &after) {
            (Some(before), Some(after)) => table.key.iter().all(|column| before.get(column) == after.get(column)),
            (None, None) => false,
            _ => true,
        };
        // A working note is its chair's own: no file takes one from another.
        let working = [&before, &after]
            .into_iter()
            .flatten()
            .any(|image| row.record == "note" && image.get("kind").and_then(Value::as_str) == Some("working"));
        // Of a conflict only what was chosen in it is told.
        let settled = row.record != "conflict"
            || [&before, &after]
                .into_iter()
                .all(|image| image.as_ref().is_some_and(|image| is_conflict(&tables, image)));
        let has_entry = row.tick == 0 || entries.contains(&(row.file.as_str(), row.tick));
        if row.tick < 0 || !has_entry || !same_key || working || !settled || !is_name(&row.file) {
            return Err(wrong);
        }
        Ok(Line {
            file: row.file.clone(),
            tick: row.tick,
            record: row.record.clone(),
            before,
            after,
        })
    })
    .collect()
}

/// Whether an image has the columns of its table, each of its kind.
fn fits(table: &TableShape, image: &Image) -> bool {
    table.columns.len() == image.len()
        && table
            .columns
            .iter()
            .all(|column| image.get(&column.name).is_some_and(|value| holds(column, value)))
}

/// Whether a column may hold a value, by its kind.
fn holds(column: &ColumnShape, value: &Value) -> bool {
    match value {
        Value::Null => !column.required,
        Value::String(_) => column.kind == ColumnKind::Text,
        Value::Number(number) => column.kind == ColumnKind::Integer && number.is_i64(),
        _ => false,
    }
}

/// Whether a conflict is about a row of a record that travels, between values that its column may hold.
fn is_conflict(tables: &HashMap<String, TableShape>, image: &Image) -> bool {
    let text = |column: &str| image.get(column).and_then(Value::as_str);
    let table = text("record").and_then(|record| tables.get(record));
    let Some(table) = table.filter(|table| table.name != "conflict") else {
        return false;
    };
    let key: Option<Vec<i64>> = text("row_key").and_then(|key| serde_json::from_str(key).ok());
    let is_key = key.is_some_and(|key| {
        let written = serde_json::to_string(&key).ok();
        key.len() == table.key.len() && written.as_deref() == text("row_key")
    });
    let field = text("field").unwrap_or_default();
    let column = table.column(field);
    let fits = |json: &str| {
        let value: Option<Value> = serde_json::from_str(json).ok();
        value.is_some_and(|value| column.is_some_and(|column| holds(column, &value)))
    };
    let values = ["here", "other"];
    is_key && (field.is_empty() || column.is_some()) && values.iter().all(|side| text(side).is_none_or(fits))
}

/// Whether it is the name of a file: 32 hexadecimal digits.
pub(super) fn is_name(file: &str) -> bool {
    file.len() == 32 && file.bytes().all(|byte| byte.is_ascii_hexdigit())
}
