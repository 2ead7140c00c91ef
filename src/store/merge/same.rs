//! Two rows that say the same, made by two tables without knowing of each other: two first contacts, somebody present
//! twice, a member twice.
//!
//! The rule: the one that was made first, with the lowest id, is in the file; the other waits. Every such row that is
//! known is looked at each time, because one that waits comes back when the one before it is removed: so what is in the
//! file follows from all that is known, and not from which bundle came first. What the two say differently is a conflict
//! of the one that is in the file.

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

/// Records of which two that say the same are one: nothing points at them, and they say nothing else.
pub(super) const SAME: &[&str] = &["fixed_contact", "attendance", "cohort_member"];

/// Every row of these records that is in the file or that any journal tells of.
fn known_rows(sql: &Connection) -> Result<HashSet<RowKey>, StoreError> {
    let mut rows = HashSet::new();
    for record in SAME {
        let query = format!(
            "SELECT json_array(id) FROM \"{record}\" UNION SELECT row_key FROM peer_row WHERE record = ?1
             UNION SELECT json_array(coalesce(after ->> 'id', before ->> 'id')) FROM journal_row
             WHERE record = ?1 AND coalesce(after ->> 'id', before ->> 'id') IS NOT NULL"
        );
        let keys: Vec<String> = all(sql, &query, [record], |c| c.get())?;
        rows.extend(keys.into_iter().map(|key| RowKey {
            record: (*record).to_owned(),
            key,
        }));
    }
    Ok(rows)
}

/// The rows that are known and not in the file.
fn hidden(sql: &Connection, shapes: &mut Shapes) -> Result<HashSet<RowKey>, StoreError> {
    let mut hidden = HashSet::new();
    for row in known_rows(sql)? {
        if ops::current(sql, shapes.of(sql, &row.record)?, &row)?.is_none() {
            hidden.insert(row);
        }
    }
    Ok(hidden)
}

/// The rows that are to be looked at again when anything is merged, with those that the waiting ones point at: they have
/// to be there when one comes back.
pub(super) fn to_look_at(
    sql: &Connection,
    me: &str,
    (shapes, pointing): (&mut Shapes, &Pointing),
) -> Result<HashSet<RowKey>, StoreError> {
    let mut rows = known_rows(sql)?;
    let mut next = hidden(sql, shapes)?;
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

/// The rows that wait behind another one, with what they say: they travel as if they were in the file.
pub(super) fn waiting(
    sql: &Connection,
    me: &str,
    shapes: &mut Shapes,
) -> Result<Vec<(RowKey, fold::Image)>, StoreError> {
    let hidden = hidden(sql, shapes)?;
    if hidden.is_empty() {
        return Ok(Vec::new());
    }
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
