//! Everything held on one pupil, as a document and as JSON (inzage, AVG article 15).
//!
//! The rules: working notes are in it, because the pupil may see them, and nowhere else; the line of the trail is
//! written before the files are; the files are for the owner of the account alone, and nothing that is there is
//! replaced.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::PaperError;
use super::said::{beside, label, named, said};
use crate::domain::intent::Intent;
use crate::domain::rights::TrailKind;
use crate::domain::{Id, Moment};
use crate::exchange::minutes::content::{AccessPaper, Changed, access};
use crate::exchange::minutes::input::MadeFor;
use crate::exchange::minutes::{Form, render};
use crate::store::{Everything, NewLine, Store, StoreError, Touched, TouchedField};
use crate::text::Catalog;

/// The most numbers that are tried behind a name.
const MOST: u32 = 10_000;

/// Writes everything held on a pupil into a folder, as PDF and as JSON. Returns the files.
///
/// # Errors
/// [`PaperError`]: when there is no such pupil, when the document could not be made, and the disk errors; what was
/// written is then removed.
pub fn give_access(
    store: &mut Store,
    pupil: Id,
    folder: &Path,
    at: Moment,
    catalog: &Catalog,
) -> Result<Vec<PathBuf>, PaperError> {
    let line = NewLine {
        kind: TrailKind::Access,
        pupil: Some(pupil),
        meeting: None,
        export: None,
        why: "request",
    };
    let name = store.pupil(pupil)?.name.full();
    store.add_trail(line, at)?;
    let held = store.everything_on(pupil)?;
    let made = MadeFor {
        whom: catalog.rights.the_pupil.to_owned(),
        at,
    };
    let document = access(&paper(&name, &held, catalog), &made, catalog);
    let mut as_json = serde_json::to_vec_pretty(&told(&held, catalog)).unwrap_or_default();
    as_json.push(b'\n');
    let files = [("pdf", render(&document, Form::Pdf)?), ("json", as_json)];
    let stem = format!("{}-{}", catalog.rights.file_everything, at.format("%Y%m%d"));
    Ok(write(folder, &stem, &files)?)
}

/// Writes files under one name that is free for all of them.
fn write(folder: &Path, stem: &str, files: &[(&str, Vec<u8>)]) -> Result<Vec<PathBuf>, StoreError> {
    make_private(folder)?;
    let path = |number: u32, ending: &str| match number {
        1 => folder.join(format!("{stem}.{ending}")),
        _ => folder.join(format!("{stem}-{number}.{ending}")),
    };
    let is_free = |number: &u32| {
        files
            .iter()
            .all(|(ending, _)| fs::symlink_metadata(path(*number, ending)).is_err())
    };
    let number = (1..MOST).find(is_free).ok_or(StoreError::AlreadyExists)?;
    let mut written: Vec<PathBuf> = Vec::new();
    for (ending, bytes) in files {
        let to = path(number, ending);
        if let Err(error) = write_one(folder, &to, bytes) {
            for file in &written {
                // What cannot be removed is no worse than before: the error is what is told.
                let _ = fs::remove_file(file);
            }
            return Err(error);
        }
        written.push(to);
    }
    Ok(written)
}

/// Writes a file that only its owner may read, and that is whole when it has its name.
fn write_one(folder: &Path, to: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(to) {
        Ok(_) => Ok(()),
        Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => Err(StoreError::AlreadyExists),
        Err(other) => Err(other.error.into()),
    }
}

/// Makes a folder that is not there, for its owner alone.
fn make_private(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Everything in words.
fn paper(name: &str, held: &Everything, catalog: &Catalog) -> AccessPaper {
    let words = &catalog.rights;
    let moment = |at: Moment| catalog.cli.moment(at);
    let records = held.records.iter().map(|(record, rows)| {
        let rows = rows.iter().map(|row| facts(record, row, catalog)).collect();
        (words.record(record), rows)
    });
    let looked = held.trail.iter().map(|line| {
        [
            moment(line.at),
            line.who.clone(),
            words.trail(line.kind).to_owned(),
            words.why(&line.why),
        ]
    });
    let exports = held.exports.iter().map(|one| {
        let export = &one.export;
        words.export(export.kind, &export.made_for, export.made_at, one.alone)
    });
    AccessPaper {
        name: name.to_owned(),
        records: records.collect(),
        drafts: held.drafts.clone(),
        changes: held
            .changes
            .iter()
            .map(|change| changed(change, catalog))
            .filter(|change| !change.fields.is_empty())
            .collect(),
        looked: looked.collect(),
        exports: exports.collect(),
        mentions: held
            .mentions
            .iter()
            .map(|one| words.mention(one.record, one.on, one.whole))
            .collect(),
    }
}

/// Whether a column is of use to the program alone.
fn is_inner(column: &str) -> bool {
    matches!(
        column,
        "id" | "pupil" | "seq" | "block" | "item" | "carried_from" | "occurrence" | "row_key" | "stood"
    )
}

/// The columns of a row in words: a name in place of the id it belongs to, and no numbers that only the file knows.
fn facts(record: &str, row: &Map<String, Value>, catalog: &Catalog) -> Vec<(String, String)> {
    let name = |column: &str| row.get(&format!("{column}_name")).and_then(Value::as_str);
    let told = row
        .iter()
        .filter(|(column, value)| !is_inner(column) && !column.ends_with("_name") && !value.is_null());
    told.map(|(column, value)| {
        let value = match name(column) {
            Some(name) => named(column, name, catalog),
            None if record == "conflict" => beside(row, column, value, catalog),
            None => said(record, column, value, catalog),
        };
        (catalog.rights.column(column), value)
    })
    .collect()
}

/// A change of a row: when, by whom and what, and each field with what it was and became.
fn changed(change: &Touched, catalog: &Catalog) -> Changed {
    let words = &catalog.rights;
    let act = Intent::from_code(&change.intent).map_or(change.intent.as_str(), |intent| catalog.intents.change(intent));
    let side = |field: &TouchedField, value: &Value, name: &Option<String>| match name {
        Some(name) => named(&field.column, name, catalog),
        None if change.record == "conflict" => beside(&Map::new(), &field.column, value, catalog),
        None => said(&change.record, &field.column, value, catalog),
    };
    let told = change.fields.iter().filter(|field| !is_inner(&field.column));
    Changed {
        heading: format!(
            "{} · {} · {}: {act}",
            catalog.cli.moment(change.at),
            change.who,
            words.record(&change.record)
        ),
        fields: told
            .map(|field| {
                let before = side(field, &field.before, &field.before_name);
                let after = side(field, &field.after, &field.after_name);
                (words.column(&field.column), words.became(&before, &after))
            })
            .collect(),
    }
}

/// A row for a program: codes as they are, each with its word beside it, named after it with `_label`.
fn labelled(record: &str, row: &Map<String, Value>, catalog: &Catalog) -> Value {
    let mut told = Map::new();
    for (column, value) in row {
        told.insert(column.clone(), value.clone());
        if let Some(word) = label(record, column, value, catalog) {
            told.insert(format!("{column}_label"), Value::from(word));
        }
    }
    Value::Object(told)
}

/// Everything for a program: keys in English, days and moments in ISO form, nothing left out.
fn told(held: &Everything, catalog: &Catalog) -> Value {
    let records: Map<String, Value> = held
        .records
        .iter()
        .map(|(record, rows)| {
            (
                record.clone(),
                rows.iter().map(|row| labelled(record, row, catalog)).collect(),
            )
        })
        .collect();
    let changes = held.changes.iter().map(|change| {
        let fields = change
            .fields
            .iter()
            .map(|field| touched(&change.record, field, catalog));
        json!({
            "at": change.at.to_rfc3339(),
            "who": change.who,
            "intent": change.intent,
            "record": change.record,
            "fields": fields.collect::<Vec<_>>(),
        })
    });
    let trail = held.trail.iter().map(|line| {
        json!({
            "seq": line.seq,
            "at": line.at.to_rfc3339(),
            "who": line.who,
            "kind": line.kind,
            "meeting": line.meeting.map(|id| id.to_string()),
            "why": line.why,
        })
    });
    let exports = held.exports.iter().map(|one| {
        json!({
            "kind": one.export.kind,
            "made_for": one.export.made_for,
            "made_at": one.export.made_at.to_rfc3339(),
            "alone": one.alone,
        })
    });
    let mentions = held
        .mentions
        .iter()
        .map(|one| json!({ "record": one.record, "on": one.on, "given_and_family_name": one.whole }));
    json!({
        "pupil": held.pupil.to_string(),
        "records": records,
        "changes": changes.collect::<Vec<_>>(),
        "drafts": held.drafts,
        "trail": trail.collect::<Vec<_>>(),
        "exports": exports.collect::<Vec<_>>(),
        "mentions": mentions.collect::<Vec<_>>(),
    })
}

/// A field that was changed, with the words and names of its values where they have any.
fn touched(record: &str, field: &TouchedField, catalog: &Catalog) -> Value {
    let mut told = Map::new();
    told.insert("column".to_owned(), Value::from(field.column.clone()));
    for (side, value, name) in [
        ("before", &field.before, &field.before_name),
        ("after", &field.after, &field.after_name),
    ] {
        told.insert(side.to_owned(), value.clone());
        let word = name.clone().or_else(|| label(record, &field.column, value, catalog));
        if let Some(word) = word {
            told.insert(format!("{side}_label"), Value::from(word));
        }
    }
    Value::Object(told)
}
