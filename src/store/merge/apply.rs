//! Puts rows as they follow from what is known into the file.
//!
//! The rules, none of which depends on the order in which bundles came:
//! - A row that another one points at is there, also when somebody removed it: what is written of it elsewhere would
//!   otherwise hang in the air.
//! - Of two rows that may not both be there because they say the same (somebody present twice, two first contacts), the
//!   one that was made first stays.
//! - When columns of two sides together are a row that the schema does not allow, the last change decides the whole row.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::super::Tx;
use super::super::error::{Constraint, StoreError};
use super::super::rows::all;
use super::check::MergeError;
use super::conflicts::plain;
use super::fold::{Folded, Image, Op};
use super::ops::{self, RowKey, Shapes};
use super::same::{self, SAME};
use super::scope::Pointing;
use super::watch;
use crate::domain::bundle::{FieldMerge, RowMerge};

/// What there is to be put into the file.
pub(super) struct Wanted<'a> {
    pub(super) folded: &'a mut HashMap<RowKey, Folded>,
    pub(super) known: &'a HashMap<RowKey, Vec<Op>>,
    pub(super) pointing: &'a Pointing,
    pub(super) shapes: &'a mut Shapes,
}

/// What was done to the rows.
pub(super) type Done = Vec<(RowKey, Option<i64>, RowMerge)>;

/// Puts everything into the file.
pub(super) fn apply(tx: &mut Tx<'_>, wanted: &mut Wanted<'_>) -> Result<Done, MergeError> {
    for row in keep_what_is_pointed_at(wanted) {
        watch::add(tx.sql(), &row)?;
    }
    let mut rows: Vec<RowKey> = wanted.folded.keys().cloned().collect();
    rows.sort();
    let (mut done, mut crossed, mut dead) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let Some(folded) = wanted.folded.get(&row) else {
            continue;
        };
        let now = ops::current(tx.sql(), wanted.shapes.of(tx.sql(), &row.record)?, &row)?;
        match (folded.alive, now) {
            (true, Some(now)) if now == folded.image => {}
            (true, now) => match put(tx, wanted, &row)? {
                true => done.push(told(wanted, &row, now.as_ref())),
                false => crossed.push((row, now)),
            },
            (false, Some(_)) => dead.push(row),
            (false, None) => {}
        }
    }
    remove_the_dead(tx, wanted, dead, &mut done)?;
    // Rows in each other's way: all of them make room first, then come in one by one.
    for (row, now) in &crossed {
        if now.is_some() {
            take_away(tx, wanted, row)?;
        }
    }
    for (row, now) in crossed {
        if put(tx, wanted, &row)? || make_room(tx, wanted, &row, &mut done)? {
            done.push(told(wanted, &row, now.as_ref()));
        } else if now.is_some() {
            done.push((row, None, RowMerge::Removed));
        }
    }
    Ok(done)
}

fn told(wanted: &Wanted<'_>, row: &RowKey, now: Option<&Image>) -> (RowKey, Option<i64>, RowMerge) {
    let image = wanted.folded.get(row).map(|folded| &folded.image);
    let pupil = image.and_then(|image| wanted.pointing.pupil(&row.record, image));
    let what = match (now, image) {
        (Some(now), Some(image)) => {
            let changed = image.iter().filter(|(name, value)| now.get(*name) != Some(value));
            let changed = changed.map(|(name, value)| FieldMerge {
                field: name.clone(),
                before: now.get(name).and_then(plain),
                after: plain(value),
            });
            RowMerge::Changed(changed.collect())
        }
        _ => RowMerge::Made,
    };
    (row.clone(), pupil, what)
}

/// Rows that were removed and that a row which is there points at are there; which those are.
fn keep_what_is_pointed_at(wanted: &mut Wanted<'_>) -> Vec<RowKey> {
    let mut kept = Vec::new();
    let mut next: Vec<RowKey> = wanted
        .folded
        .iter()
        .filter(|(_, folded)| folded.alive)
        .map(|(row, _)| row.clone())
        .collect();
    while let Some(row) = next.pop() {
        let Some(folded) = wanted.folded.get(&row) else {
            continue;
        };
        for target in wanted.pointing.targets(&row.record, &folded.image) {
            if let Some(held) = wanted.folded.get_mut(&target).filter(|held| !held.alive) {
                held.alive = true;
                kept.push(target.clone());
                next.push(target);
            }
        }
    }
    kept
}

/// Puts a row in, or in the place of the one with its key; false when another row stands in the way.
fn put(tx: &mut Tx<'_>, wanted: &mut Wanted<'_>, row: &RowKey) -> Result<bool, MergeError> {
    let Some(folded) = wanted.folded.get_mut(row) else {
        return Ok(true);
    };
    let text = |image: &Image| serde_json::to_string(image).map_err(|_| StoreError::BadValue("image"));
    match tx.put_image(&row.record, &text(&folded.image)?) {
        Ok(()) => Ok(true),
        Err(StoreError::Refused(Constraint::Unique)) => Ok(false),
        Err(StoreError::Refused(Constraint::Check)) => {
            let ops = wanted.known.get(row).into_iter().flatten();
            let last = ops
                .filter(|op| op.after.is_some())
                .max_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)));
            let last = last.and_then(|op| op.after.clone());
            folded.image = last.ok_or(StoreError::Refused(Constraint::Check))?;
            match tx.put_image(&row.record, &text(&folded.image)?) {
                Ok(()) => Ok(true),
                Err(StoreError::Refused(Constraint::Unique)) => Ok(false),
                Err(error) => Err(error.into()),
            }
        }
        Err(error) => Err(error.into()),
    }
}

fn take_away(tx: &mut Tx<'_>, wanted: &mut Wanted<'_>, row: &RowKey) -> Result<(), MergeError> {
    let now = ops::current(tx.sql(), wanted.shapes.of(tx.sql(), &row.record)?, row)?;
    if let Some(now) = now {
        let image = serde_json::to_string(&now).map_err(|_| StoreError::BadValue("image"))?;
        tx.remove_image(&row.record, &image)?;
    }
    Ok(())
}

/// Another row says the same: the one that was made first stays. Whether this one was put in.
fn make_room(tx: &mut Tx<'_>, wanted: &mut Wanted<'_>, row: &RowKey, done: &mut Done) -> Result<bool, MergeError> {
    if !SAME.contains(&row.record.as_str()) {
        let same = super::super::journal::RECORDS
            .iter()
            .find(|record| **record == row.record);
        return Err(MergeError::Same(same.copied().unwrap_or_default()));
    }
    let image = wanted
        .folded
        .get(row)
        .map(|folded| folded.image.clone())
        .unwrap_or_default();
    let mut others = BTreeSet::new();
    for columns in unique(tx.sql(), &row.record)? {
        others.extend(same::in_file(tx.sql(), &row.record, &columns, &image)?);
    }
    let own = row.id().unwrap_or(i64::MAX);
    if others.iter().any(|other| other.id().is_some_and(|other| other < own)) {
        watch::add(tx.sql(), row)?;
        return Ok(false);
    }
    for other in others {
        watch::add(tx.sql(), &other)?;
        take_away(tx, wanted, &other)?;
        done.push((other, None, RowMerge::Removed));
    }
    put(tx, wanted, row)
}

/// The columns that are unique together, of each such index of a record.
pub(super) fn unique(sql: &Connection, record: &str) -> Result<Vec<Vec<String>>, StoreError> {
    let indexes: Vec<String> = all(
        sql,
        "SELECT name FROM pragma_index_list(?1) WHERE \"unique\" AND origin = 'c'",
        [record],
        |c| c.get(),
    )?;
    indexes
        .iter()
        .map(|index| all(sql, "SELECT name FROM pragma_index_info(?1)", [index], |c| c.get()))
        .collect()
}

/// Removes rows that are gone and that nothing in the file points at; one may wait for another.
fn remove_the_dead(
    tx: &mut Tx<'_>,
    wanted: &mut Wanted<'_>,
    mut dead: Vec<RowKey>,
    done: &mut Done,
) -> Result<(), MergeError> {
    let mut went = true;
    while went {
        went = false;
        let mut left = Vec::new();
        for row in dead {
            if is_pointed_at(tx.sql(), wanted.pointing, &row)? {
                left.push(row);
                continue;
            }
            let now = ops::current(tx.sql(), wanted.shapes.of(tx.sql(), &row.record)?, &row)?;
            let pupil = now.and_then(|now| wanted.pointing.pupil(&row.record, &now));
            take_away(tx, wanted, &row)?;
            done.push((row, pupil, RowMerge::Removed));
            went = true;
        }
        dead = left;
    }
    // What stays because something points at it is as everywhere else.
    for row in dead {
        watch::add(tx.sql(), &row)?;
        let now = ops::current(tx.sql(), wanted.shapes.of(tx.sql(), &row.record)?, &row)?;
        let folded = wanted.folded.get(&row).map(|folded| &folded.image);
        if folded != now.as_ref() && put(tx, wanted, &row)? {
            done.push(told(wanted, &row, now.as_ref()));
        }
    }
    Ok(())
}

/// Whether a row of the file points at this one. Conflicts do not count: they follow from the rows.
fn is_pointed_at(sql: &Connection, pointing: &Pointing, row: &RowKey) -> Result<bool, StoreError> {
    for record in super::super::journal::RECORDS {
        let columns = pointing.of(record).iter().filter(|(_, target)| *target == row.record);
        for (column, _) in columns {
            let query = format!("SELECT 1 FROM \"{record}\" WHERE \"{column}\" = json_extract(?1, '$[0]') LIMIT 1");
            if sql.prepare_cached(&query)?.exists([&row.key])? && *record != super::conflicts::RECORD {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
