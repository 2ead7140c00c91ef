//! What was rectified here, so that no bundle brings back what stood there.
//!
//! The rule: what another file did before the field was rectified, or did to something else in the row afterwards, says in
//! that field what was put there, as every image of this file does. So the older value comes neither into the row nor
//! beside it, also when a bundle is merged again whose merging was taken back. A value that somebody wrote there since is
//! a change like any other, told before it is merged, and a conflict where whoever wrote it knew of another value.
//!
//! A copy of the file from before the pupil came knows, once it was put back, that a field was rectified and not what was
//! put there: that stood in the file that made way. When a bundle then brings the pupil, a question mark takes the place of
//! what it tells of the field up to the rectification, or nothing where a day or an empty text may stand: the chair fills
//! it in, and what stood there does not come back.

use std::collections::HashSet;

use rusqlite::Connection;
use serde_json::Value;

use super::super::erase::{Mended, PutThere, mended};
use super::super::error::StoreError;
use super::super::rows as sql;
use super::check::Line;
use super::conflicts;
use super::fold::Image;
use super::ops::RowKey;
use crate::domain::Id;

/// Puts what was rectified in what a bundle tells, and leaves out what it tells of conflicts about it from before.
pub(super) fn put_right(connection: &Connection, lines: &mut Vec<(RowKey, Line)>) -> Result<(), StoreError> {
    let rectified = mended(connection)?;
    if rectified.is_empty() {
        return Ok(());
    }
    let about: HashSet<Id> = lines.iter().filter_map(|(row, _)| row.id()).collect();
    let told = rectified
        .iter()
        .map(|one| one.pupil)
        .filter(|pupil| about.contains(pupil));
    let there = PutThere::of(connection, told)?;
    for one in &rectified {
        let (field, of_pupil) = (one.field.column(), format!("[{}]", one.pupil));
        let value = match there.value(one.pupil, one.field) {
            Some(value) => value.as_deref().map_or(Value::Null, Value::from),
            None => unknown(one),
        };
        lines.retain(|(row, line)| {
            row.record != conflicts::RECORD || line.tick > one.tick || !is_about(line, &of_pupil, field)
        });
        if !about.contains(&one.pupil) {
            continue;
        }
        let now = format!("SELECT \"{field}\" FROM pupil WHERE id = ?1");
        let now: Option<Option<String>> = sql::one(connection, &now, [one.pupil], |c| c.get())?;
        let now = now.map(|now| now.map_or(Value::Null, Value::from));
        let own = lines
            .iter_mut()
            .filter(|(row, _)| row.record == "pupil" && row.key == of_pupil);
        for (_, line) in own {
            let (later, writes) = (line.tick > one.tick, writes(line, field));
            // Whoever wrote later what stands here, or knew of it, told nothing of the older value.
            let known = |image: &Image| {
                let said = image.get(field);
                later && (said == Some(&value) || said == now.as_ref())
            };
            if let Some(before) = line.before.as_mut().filter(|before| !known(before)) {
                // Who wrote something else later saw the older value: that stays a conflict.
                let saw = if later && writes {
                    Value::from("")
                } else {
                    value.clone()
                };
                before.insert(field.to_owned(), saw);
            }
            if let Some(after) = line.after.as_mut().filter(|after| !(known(after) || later && writes)) {
                after.insert(field.to_owned(), value.clone());
            }
        }
    }
    Ok(())
}

/// What takes the place of a value of which nothing is known but that it was rectified. No two pupils of a school have one
/// number.
fn unknown(one: &Mended) -> Value {
    match one.field.column() {
        "birth" => Value::Null,
        "number" => Value::from(format!("?{}", one.pupil)),
        "given" | "family" => Value::from("?"),
        _ => Value::from(""),
    }
}

/// Whether a change wrote something else in a field than it found there.
fn writes(line: &Line, field: &str) -> bool {
    match (&line.before, &line.after) {
        (Some(before), Some(after)) => before.get(field) != after.get(field),
        _ => false,
    }
}

/// Whether a line of a conflict is about a field of a pupil.
fn is_about(line: &Line, of_pupil: &str, field: &str) -> bool {
    let said = |image: &Image, column: &str, wanted: &str| image.get(column).and_then(Value::as_str) == Some(wanted);
    let mut images = [&line.before, &line.after].into_iter().flatten();
    images
        .any(|image| said(image, "record", "pupil") && said(image, "row_key", of_pupil) && said(image, "field", field))
}
