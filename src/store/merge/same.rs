//! Two rows that say the same, made by two tables without knowing of each other: two first contacts, somebody present
//! twice, a member twice.
//!
//! The rule: the one that was made first, with the lowest id, is in the file; the other waits. Every row that waits is
//! looked at each time, because it comes back when the one before it is removed: so what is in the file follows from all
//! that is known, and not from which bundle came first. What the two say differently is a conflict of the one that is in
//! the file.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use serde_json::Value;

use super::super::error::StoreError;
use super::super::rows::all;
use super::apply::unique;
use super::fold::{self, Folded, Lost, Op, Writer};
use super::ops::{self, RowKey, Shapes};
use super::scope::Pointing;
use super::version::version;
use super::watch;

/// Records of which two that say the same are one: nothing points at them, and they say nothing else.
pub(super) const SAME: &[&str] = &["fixed_contact", "attendance", "cohort_member"];

/// The rows that wait, with those that they point at: they have to be there when one comes back.
pub(super) fn to_look_at(
    sql: &Connection,
    me: &str,
    (shapes, pointing): (&mut Shapes, &Pointing),
) -> Result<HashSet<RowKey>, StoreError> {
    let mut next: HashSet<RowKey> = watch::hidden(sql, shapes)?.into_iter().collect();
    let mut rows = next.clone();
    while !next.is_empty() {
        let found = ops::load(sql, me, shapes, &next)?;
        let images = found.iter().flat_map(|(row, ops)| {
            let images = ops.iter().flat_map(|op| [&op.before, &op.after]).flatten();
            images.map(|image| (row.record.as_str(), image))
        });
        let targets = images.flat_map(|(record, image)| pointing.targets(record, image));
        next = targets.filter(|target| !rows.contains(target)).collect();
        rows.extend(next.iter().cloned());
    }
    Ok(rows)
}

/// The rows of the file that say the same as one that is to be in it, and are not looked at yet.
pub(super) fn beside(sql: &Connection, folded: &HashMap<RowKey, Folded>) -> Result<HashSet<RowKey>, StoreError> {
    let mut beside = HashSet::new();
    for record in SAME {
        let together = unique(sql, record)?;
        let rows = folded
            .iter()
            .filter(|(row, folded)| row.record == *record && folded.alive);
        for (_, folded) in rows {
            for columns in &together {
                let others = in_file(sql, record, columns, &folded.image)?;
                beside.extend(others);
            }
        }
    }
    beside.retain(|row| !folded.contains_key(row));
    Ok(beside)
}

/// The rows of the file in which some columns say what they say in an image.
pub(super) fn in_file(
    sql: &Connection,
    record: &str,
    columns: &[String],
    image: &fold::Image,
) -> Result<Vec<RowKey>, StoreError> {
    let same: Vec<String> = columns
        .iter()
        .map(|column| format!("\"{column}\" IS (?1 ->> '{column}')"))
        .collect();
    let query = format!("SELECT json_array(id) FROM \"{record}\" WHERE {}", same.join(" AND "));
    let text = serde_json::to_string(image).map_err(|_| StoreError::BadValue("image"))?;
    all(sql, &query, [text], |c| {
        Ok(RowKey {
            record: record.to_owned(),
            key: c.get()?,
        })
    })
}

/// The rows that wait behind another one, with what they say: they travel as if they were in the file.
pub(super) fn waiting(
    sql: &Connection,
    me: &str,
    shapes: &mut Shapes,
) -> Result<Vec<(RowKey, fold::Image)>, StoreError> {
    let hidden = watch::hidden(sql, shapes)?.into_iter().collect();
    let known = ops::load(sql, me, shapes, &hidden)?;
    let folded = known.into_iter().map(|(row, ops)| {
        let folded = fold::fold(&row, &ops);
        (row, folded)
    });
    Ok(folded
        .filter(|(_, folded)| folded.alive)
        .map(|(row, folded)| (row, folded.image))
        .collect())
}

/// Of all rows that say the same the first stays, and bears as conflicts what the others say differently; the others are
/// not in the file.
pub(super) fn first_of_each(
    sql: &Connection,
    folded: &mut HashMap<RowKey, Folded>,
    known: &HashMap<RowKey, Vec<Op>>,
) -> Result<(), StoreError> {
    for record in SAME {
        let together = unique(sql, record)?;
        let mut rows: Vec<(i64, RowKey)> = folded
            .iter()
            .filter(|(row, folded)| row.record == *record && folded.alive)
            .filter_map(|(row, folded)| Some((folded.image.get("id")?.as_i64()?, row.clone())))
            .collect();
        rows.sort();
        let mut taken: HashMap<(usize, String), RowKey> = HashMap::new();
        for (_, row) in rows {
            let Some(image) = folded.get(&row).map(|folded| folded.image.clone()) else {
                continue;
            };
            let says = |(at, columns): (usize, &Vec<String>)| {
                let values: Vec<Option<&Value>> = columns.iter().map(|column| image.get(column)).collect();
                let values = serde_json::to_string(&values).map_err(|_| StoreError::BadValue("image"))?;
                Ok::<_, StoreError>((at, values))
            };
            let says = together.iter().enumerate().map(says).collect::<Result<Vec<_>, _>>()?;
            let Some(first) = says.iter().find_map(|one| taken.get(one)).cloned() else {
                taken.extend(says.into_iter().map(|one| (one, row.clone())));
                continue;
            };
            let ops = |row: &RowKey| known.get(row).map(Vec::as_slice).unwrap_or_default();
            if let Some(winner) = folded.get_mut(&first) {
                differences((&first, winner), ops(&first), &image, ops(&row));
            }
            watch::add(sql, &row)?;
            if let Some(waits) = folded.get_mut(&row) {
                waits.alive = false;
                waits.lost.clear();
            }
        }
    }
    Ok(())
}

/// Adds what another row says differently. Whoever changed the column of the first one after the other was written chose,
/// and so did whoever chose between the two.
fn differences((row, winner): (&RowKey, &mut Folded), own: &[Op], other: &fold::Image, others: &[Op]) {
    for (column, value) in other.iter().filter(|(column, _)| *column != "id") {
        let stands = winner.image.get(column);
        let is_told = |lost: &Lost| lost.field == *column && lost.value.as_ref() == Some(value);
        if stands == Some(value) || winner.lost.iter().any(is_told) {
            continue;
        }
        let Some(op) = last_written(others, column) else {
            continue;
        };
        let writer = Writer {
            tick: op.tick,
            file: op.file.clone(),
        };
        let id = version(row, column, &writer);
        let mut choices = own.iter().flat_map(|op| &op.choices);
        let chosen = choices.any(|choice| choice.stands && choice.conflict == id)
            || last_changed(own, column)
                .is_some_and(|own| own.before.is_some() && (own.tick, &own.file) > (op.tick, &op.file));
        if !chosen {
            winner.lost.push(Lost {
                field: column.clone(),
                value: Some(value.clone()),
                writer,
            });
        }
    }
}

/// Whether a change wrote a column otherwise than by choosing in a conflict.
fn changed(op: &Op, column: &str) -> bool {
    let value = |image: &Option<fold::Image>| image.as_ref().and_then(|image| image.get(column).cloned());
    op.after.is_some() && value(&op.before) != value(&op.after) && !op.chooses(column)
}

fn last<'a>(ops: impl Iterator<Item = &'a Op>) -> Option<&'a Op> {
    ops.max_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)))
}

/// The last change that wrote a column otherwise than by choosing.
fn last_changed<'a>(ops: &'a [Op], column: &str) -> Option<&'a Op> {
    last(ops.iter().filter(|op| changed(op, column)))
}

/// The last change that wrote a column, by choosing or otherwise.
fn last_written<'a>(ops: &'a [Op], column: &str) -> Option<&'a Op> {
    let chose = |op: &Op| {
        let mut choices = op.choices.iter();
        choices.any(|choice| choice.stands && choice.stood.is_some() && choice.field == column)
    };
    last(ops.iter().filter(|op| changed(op, column) || chose(op)))
}
