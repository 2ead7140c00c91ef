//! What was chosen in conflicts, as it bears on the rows they are about.
//!
//! The rule: choosing is told as a change of the conflict, by whoever chose, and means what it says for the row. Each
//! file stands by the last it said of a conflict, and takes back only what it said itself. That a change of the row came
//! of choosing is told as long as the change is, also when it was taken back: without it the row would look as if
//! somebody had written in it.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use serde_json::Value;

use super::super::error::StoreError;
use super::super::rows::all;
use super::conflicts::RECORD;
use super::fold::{Choice, Image, Op};
use super::ops::{self, RowKey};

/// By conflict, what each file did in it.
pub(super) type Choosing = HashMap<RowKey, Vec<Op>>;

/// What is known of choosing about some rows; `own` is what this file's journal tells of conflicts.
pub(super) fn about(sql: &Connection, rows: &HashSet<RowKey>, own: Choosing) -> Result<Choosing, StoreError> {
    let mut choosing = own;
    let query = format!(
        "SELECT row_key, tick, file, before, after FROM peer_row
         WHERE record = ?1 AND before IS NOT NULL AND after IS NOT NULL AND {}",
        ops::IN_FORCE
    );
    let told = all(sql, &query, [RECORD], |c| {
        let row = RowKey {
            record: RECORD.to_owned(),
            key: c.get()?,
        };
        let (tick, file) = (c.get()?, c.get()?);
        let (before, after): (String, String) = (c.get()?, c.get()?);
        let op = Op {
            tick,
            file,
            before: Some(ops::image(&before)?),
            after: Some(ops::image(&after)?),
            choices: Vec::new(),
        };
        Ok((row, op))
    })?;
    for (row, op) in told {
        choosing.entry(row).or_default().push(op);
    }
    for ops in choosing.values_mut() {
        ops.retain(|op| {
            is_choosing(op)
                && op
                    .after
                    .as_ref()
                    .and_then(row_of)
                    .is_some_and(|row| rows.contains(&row))
        });
        ops.sort_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)));
    }
    choosing.retain(|_, ops| !ops.is_empty());
    Ok(choosing)
}

/// Adds to each change of a row what it chose, as changes of their own where nothing was changed by choosing.
pub(super) fn attach(choosing: &Choosing, known: &mut HashMap<RowKey, Vec<Op>>) -> Result<(), StoreError> {
    for (conflict, told) in choosing {
        let id = serde_json::from_str(&conflict.key).ok();
        let [id]: [i64; 1] = id.ok_or(StoreError::BadValue("conflict"))?;
        for op in told {
            let (Some(before), Some(after)) = (&op.before, &op.after) else {
                continue;
            };
            let settled = if is_settled(after) { after } else { before };
            let Some(ops) = row_of(settled).and_then(|row| known.get_mut(&row)) else {
                continue;
            };
            let choice = choice(id, settled, stands_by(told, op));
            match ops
                .iter_mut()
                .find(|known| (known.tick, &known.file) == (op.tick, &op.file))
            {
                Some(known) => known.choices.push(choice),
                None => ops.push(Op {
                    before: None,
                    after: None,
                    choices: vec![choice],
                    ..op.clone()
                }),
            }
        }
    }
    Ok(())
}

/// The conflict as the last of those who chose in it and stand by it left it; none when nobody does.
pub(super) fn settled(told: &[Op]) -> Option<&Image> {
    let standing = told.iter().rev().find(|op| stands_by(told, op));
    standing.and_then(|op| op.after.as_ref())
}

/// Every conflict that anything is known of, with the row it is about.
pub(super) fn all_with_rows(sql: &Connection) -> Result<Vec<(RowKey, RowKey)>, StoreError> {
    let told = |table: &str| {
        format!(
            "SELECT coalesce(after, before) ->> 'id', coalesce(after, before) ->> 'record',
               coalesce(after, before) ->> 'row_key' FROM {table} WHERE record = 'conflict'"
        )
    };
    let query = format!(
        "SELECT id, record, row_key FROM conflict UNION {} UNION {}",
        told("journal_row"),
        told("peer_row")
    );
    all(sql, &query, [], |c| {
        let id: i64 = c.get()?;
        let conflict = RowKey {
            record: RECORD.to_owned(),
            key: format!("[{id}]"),
        };
        let about = RowKey {
            record: c.get()?,
            key: c.get()?,
        };
        Ok((conflict, about))
    })
}

/// The row that a conflict is about, of its image.
pub(super) fn row_of(image: &Image) -> Option<RowKey> {
    Some(RowKey {
        record: image.get("record")?.as_str()?.to_owned(),
        key: image.get("row_key")?.as_str()?.to_owned(),
    })
}

/// Whether a change of a conflict is choosing in it, or taking that back.
fn is_choosing(op: &Op) -> bool {
    match (&op.before, &op.after) {
        (Some(before), Some(after)) => is_settled(before) != is_settled(after),
        _ => false,
    }
}

fn is_settled(image: &Image) -> bool {
    image.get("settled_on").is_some_and(|day| !day.is_null())
}

/// Whether its file stands by it: it chose, and said nothing of the conflict since.
fn stands_by(told: &[Op], op: &Op) -> bool {
    let is_last = !told.iter().any(|later| later.file == op.file && later.tick > op.tick);
    is_last && op.after.as_ref().is_some_and(is_settled)
}

fn choice(conflict: i64, image: &Image, stands: bool) -> Choice {
    let text = |column: &str| image.get(column).and_then(Value::as_str);
    let keeps = text("kept") != Some("other");
    let chosen = text(if keeps { "here" } else { "other" });
    Choice {
        field: text("field").unwrap_or_default().to_owned(),
        conflict,
        stood: image.get("stood").and_then(Value::as_i64),
        keeps,
        value: chosen
            .and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default(),
        stands,
    }
}
