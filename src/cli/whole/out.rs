//! `uitvoer`: everything out of the file.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use serde::Serialize;

use super::folder::{NewFolder, settle};
use super::{CSV, HISTORY, JSON_LINES, SQLITE, confirmed};
use crate::cli::answer::{Answer, Session, answer};
use crate::cli::options::Format;
use crate::cli::output::{Failure, Io, visible};
use crate::cli::rights::note_list;
use crate::domain::rights::TrailKind;
use crate::domain::whole::TableShape;
use crate::exchange::whole::{self, Folder, SCHEMA_FILE, Written, cell, csv_headings, csv_row};
use crate::store::{self, Store, StoreError};
use crate::text::{EN, NL};

/// What is asked of an export.
pub(in crate::cli) struct Asked<'a> {
    pub(in crate::cli) folder: &'a Path,
    pub(in crate::cli) sqlite: bool,
    pub(in crate::cli) yes: bool,
    pub(in crate::cli) format: Format,
}

#[derive(Serialize)]
struct Told {
    folder: String,
    tables: usize,
    rows: u64,
    records: String,
    sqlite: bool,
}

/// What the trail calls an export of everything.
const EVERYTHING: &str = "everything";

/// Writes everything into a new folder, after a line in the trail that it goes out.
pub(in crate::cli) fn out(session: &mut Session, asked: &Asked<'_>, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let words = &session.catalog.whole;
    confirmed(words.warning, asked.yes, io, session.catalog)?;
    let mut folder = NewFolder::make(asked.folder).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Told(format!("{}: {}", asked.folder.display(), words.folder_in_use)),
        _ => failed(session, asked, &error.into()),
    })?;
    note_list(session, Some((TrailKind::Exported, EVERYTHING)))?;
    let told = write(session, asked, &mut folder).map_err(|error| failed(session, asked, &error))?;
    folder.finished();
    let text = || {
        format!(
            "{}\n{}\n",
            visible(&words.written(told.tables, told.rows, &told.folder)),
            words.digest(&told.records)
        )
    };
    Ok(answer(asked.format, &told, text))
}

fn failed(session: &Session, asked: &Asked<'_>, error: &StoreError) -> Failure {
    Failure::of_reading(asked.folder, &error.into(), session.catalog)
}

fn write(session: &Session, asked: &Asked<'_>, folder: &mut NewFolder) -> Result<Told, StoreError> {
    let store = &session.store;
    let tables = store.tables()?;
    for name in [CSV, JSON_LINES, HISTORY] {
        folder.folder(name)?;
    }
    let mut done: HashMap<String, Written> = HashMap::new();
    for table in &tables {
        let rows = records(store, table, folder)?;
        let digest = store.record_hash(&table.name)?;
        done.insert(table.name.clone(), Written { rows, digest });
    }
    for table in store::HISTORY {
        let file = RefCell::new(folder.file(&format!("{HISTORY}/{table}.jsonl"))?);
        store.history(table, &mut |row| Ok(line(&mut file.borrow_mut(), row)?))?;
        settle(file.into_inner())?;
    }
    let records = store.records_hash()?;
    let approach = store.approach()?;
    let about = Folder {
        schema: Store::schema_version(),
        approach: approach.as_deref(),
        made_at: session.now.to_rfc3339(),
        records: &records,
        about: [NL.whole.about_folder, EN.whole.about_folder],
        cells: [NL.whole.about_cells, EN.whole.about_cells],
    };
    let of_table = |table: &str| done.get(table).cloned().unwrap_or_default();
    let words = |table: &str| [NL.whole.about(table), EN.whole.about(table)];
    let mut file = folder.file(SCHEMA_FILE)?;
    file.write_all(whole::describe(&about, &tables, &words, &of_table).as_bytes())?;
    settle(file)?;
    if asked.sqlite {
        let place = folder.place(SQLITE);
        store.plain_copy(&place)?;
    }
    Ok(Told {
        folder: asked.folder.display().to_string(),
        tables: tables.len(),
        rows: done.values().map(|table| table.rows).sum(),
        records,
        sqlite: asked.sqlite,
    })
}

/// Writes the rows of a table in both forms; how many there are.
fn records(store: &Store, table: &TableShape, folder: &mut NewFolder) -> Result<u64, StoreError> {
    let mut json = folder.file(&format!("{JSON_LINES}/{}.jsonl", table.name))?;
    let mut csv = csv::WriterBuilder::new()
        .delimiter(cell::SEPARATOR)
        .from_writer(folder.file(&format!("{CSV}/{}.csv", table.name))?);
    csv.write_record(csv_headings(table)).map_err(of_csv)?;
    let mut count = 0;
    store.images(&table.name, &mut |image| {
        line(&mut json, image)?;
        let cells = csv_row(table, image).ok_or(StoreError::BadValue("image"))?;
        csv.write_record(cells).map_err(of_csv)?;
        count += 1;
        Ok(())
    })?;
    settle(json)?;
    settle(csv.into_inner().map_err(|error| StoreError::from(error.into_error()))?)?;
    Ok(count)
}

fn line(file: &mut BufWriter<File>, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")
}

fn of_csv(error: csv::Error) -> StoreError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        _ => StoreError::BadValue("csv"),
    }
}
