//! `invoer`: everything into a new file.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{CSV, HISTORY, JSON_LINES};
use crate::cli::answer::{Answer, Session, answer};
use crate::cli::options::Format;
use crate::cli::output::{Failure, visible};
use crate::domain::whole::{RowFault, TableShape};
use crate::exchange::whole::{Refused, SCHEMA_FILE, Told, cell, read_csv_row, read_description, read_json_row};
use crate::store::{Loose, OF_THE_FILE, Store, StoreError, TOMBSTONE, TakeError, Tx};
use crate::text::Catalog;
use crate::text::notice::Problem;

/// The most bytes of a description.
const LONGEST_DESCRIPTION: u64 = 8 * 1024 * 1024;

/// An export to be brought in: its folder, and what its description says.
pub(in crate::cli) struct Source {
    folder: PathBuf,
    told: Told,
    /// By JSON Lines, else by CSV.
    json: bool,
}

/// Reads the description, before any file is made or opened.
pub(in crate::cli) fn read(folder: &Path, catalog: &Catalog) -> Result<Source, Failure> {
    let words = &catalog.whole;
    let file = folder.join(SCHEMA_FILE);
    let refused = |sentence: String| Failure::Told(format!("{}: {sentence}", folder.display()));
    let length = fs::metadata(&file).map_or(u64::MAX, |known| known.len());
    let text = match length {
        0..=LONGEST_DESCRIPTION => fs::read_to_string(&file).ok(),
        _ => None,
    };
    let told = text.as_deref().and_then(read_description);
    let told = told.ok_or_else(|| refused(words.no_description.to_owned()))?;
    let ours = Store::schema_version();
    if told.schema > ours {
        return Err(refused(words.newer(told.schema, ours)));
    }
    Ok(Source {
        json: folder.join(JSON_LINES).is_dir(),
        folder: folder.to_owned(),
        told,
    })
}

/// Refuses an export that was made with another approach than is asked for.
pub(in crate::cli) fn fits(source: &Source, approach: Option<&str>, catalog: &Catalog) -> Result<(), Failure> {
    match source.told.approach.as_deref() == approach {
        true => Ok(()),
        false => Err(Failure::Told(format!(
            "{}: {}",
            source.folder.display(),
            catalog.whole.other_approach
        ))),
    }
}

#[derive(Serialize)]
struct Taken {
    tables: usize,
    rows: u64,
    records: String,
    /// The tables that are not as the description says: somebody changed them since.
    altered: Vec<String>,
}

/// Brings everything into the file of the session, which holds no records yet.
pub(in crate::cli) fn take_in(session: &mut Session, source: &Source, format: Format) -> Result<Answer, Failure> {
    let catalog = session.catalog;
    let words = &catalog.whole;
    let failed = |session: &Session, error| session.failed(&error);
    if !session
        .store
        .is_without_records()
        .map_err(|error| failed(session, error))?
    {
        let place = session.store.path().display();
        return Err(Failure::Told(format!("{place}: {}", words.not_empty)));
    }
    let tables = session.store.tables().map_err(|error| failed(session, error))?;
    let mut reading = Reading {
        source,
        rows: 0,
        stopped: None,
    };
    let now = session.now;
    let done = session.store.take_in(now, &mut |tx| reading.all(&tables, tx));
    let Reading { rows, stopped, .. } = reading;
    match (stopped, done) {
        (Some(stop), _) => return Err(stop.told(catalog)),
        (None, Err(TakeError::Store(error))) => return Err(session.failed(&error)),
        (None, Err(TakeError::Refused(_))) => return Err(session.failed(&StoreError::BadValue("row"))),
        (None, Ok(loose)) => {
            if let Some(first) = loose.first() {
                return Err(points_nowhere(source, &tables, first).told(catalog));
            }
        }
    }
    let told = Taken {
        tables: tables.len(),
        rows,
        records: session.store.records_hash().map_err(|error| session.failed(&error))?,
        altered: altered(session, source, &tables).map_err(|error| session.failed(&error))?,
    };
    Ok(answer(format, &told, || {
        let mut lines = vec![
            words.taken(told.tables, told.rows),
            words.digest(&told.records),
            words.without_history.to_owned(),
        ];
        if !told.altered.is_empty() {
            lines.push(words.altered(&told.altered.join(", ")));
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }))
}

/// The tables whose rows are not those that were written. Whoever changed them on purpose may, but nobody is to take
/// them for what was written. Rows of an older program have other columns here, and are not compared.
fn altered(session: &Session, source: &Source, tables: &[TableShape]) -> Result<Vec<String>, StoreError> {
    let mut altered = Vec::new();
    if source.told.schema != Store::schema_version() {
        return Ok(altered);
    }
    // What is told of the file itself is partly that of the new file.
    for table in tables.iter().filter(|table| table.name != OF_THE_FILE) {
        let told = source.told.table(&table.name).and_then(|told| told.digest.as_ref());
        if let Some(told) = told
            && *told != session.store.record_hash(&table.name)?
        {
            altered.push(table.name.clone());
        }
    }
    Ok(altered)
}

/// Where reading stopped, and why.
struct Stop {
    file: PathBuf,
    why: Why,
}

enum Why {
    /// A row, and what is wrong with it.
    Row(u64, Refused),
    /// The file is not there, or is no text.
    NoTable,
    /// It has another number of rows than were written: those that were, and those that are there.
    Incomplete(u64, u64),
    /// The system.
    Problem(Problem),
}

impl Stop {
    fn told(self, catalog: &Catalog) -> Failure {
        let words = &catalog.whole;
        let sentence = match self.why {
            Why::Row(line, refused) => words.row(line, refused.column.as_deref(), refused.fault),
            Why::NoTable => words.no_table.to_owned(),
            Why::Incomplete(told, found) => words.incomplete(told, found),
            Why::Problem(problem) => catalog.problem(&problem),
        };
        Failure::Told(visible(&format!("{}: {sentence}", self.file.display())))
    }
}

/// Goes through the files of an export. The first thing that is wrong ends it.
struct Reading<'s> {
    source: &'s Source,
    rows: u64,
    stopped: Option<Stop>,
}

impl Reading<'_> {
    fn all(&mut self, tables: &[TableShape], tx: &mut Tx<'_>) -> Result<(), TakeError> {
        for table in tables {
            let before = self.rows;
            let rows = &mut self.rows;
            let done = each_row(self.source, table, &mut |line, image| {
                *rows += 1;
                tx.take_row(&table.name, image).map_err(|error| match error {
                    TakeError::Refused(row) => Why::Row(
                        line,
                        Refused {
                            fault: row.fault,
                            column: row.column,
                        },
                    ),
                    TakeError::Store(error) => Why::Problem(Problem::from(&error)),
                })
            });
            let found = self.rows - before;
            let told = self.source.told.table(&table.name).and_then(|told| told.rows);
            let done = done.and_then(|()| match told {
                Some(told) if told != found => Err(Stop {
                    file: self.source.file(table),
                    why: Why::Incomplete(told, found),
                }),
                _ => Ok(()),
            });
            if let Err(stop) = done {
                self.stopped = Some(stop);
                return Err(StoreError::Cancelled.into());
            }
        }
        if let Err(stop) = self.tombstones(tx) {
            self.stopped = Some(stop);
            return Err(StoreError::Cancelled.into());
        }
        Ok(())
    }

    /// Who was erased stays so in the new file. An export from before there was erasing has none.
    fn tombstones(&self, tx: &mut Tx<'_>) -> Result<(), Stop> {
        let file = self.source.folder.join(HISTORY).join(format!("{TOMBSTONE}.jsonl"));
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(_) => {
                return Err(Stop {
                    file,
                    why: Why::NoTable,
                });
            }
        };
        for (line, row) in (1..).zip(text.lines()) {
            if tx.take_tombstone(row).is_err() {
                let refused = Refused {
                    fault: RowFault::NotARow,
                    column: None,
                };
                return Err(Stop {
                    file,
                    why: Why::Row(line, refused),
                });
            }
        }
        Ok(())
    }
}

/// Reads the rows of a table in the form the export has, each with its line.
fn each_row(
    source: &Source,
    table: &TableShape,
    take: &mut dyn FnMut(u64, &str) -> Result<(), Why>,
) -> Result<(), Stop> {
    let file = source.file(table);
    let done = match File::open(&file) {
        // A table that is younger than the export is empty.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && source.is_older() => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Why::NoTable),
        Err(error) => Err(Why::Problem(Problem::from(&StoreError::from(error)))),
        Ok(opened) if source.json => json_rows(table, BufReader::new(opened), take),
        Ok(opened) => csv_rows(table, opened, take),
    };
    done.map_err(|why| Stop { file, why })
}

impl Source {
    fn file(&self, table: &TableShape) -> PathBuf {
        let (folder, ending) = if self.json { (JSON_LINES, "jsonl") } else { (CSV, "csv") };
        self.folder.join(folder).join(format!("{}.{ending}", table.name))
    }

    fn is_older(&self) -> bool {
        self.told.schema < Store::schema_version()
    }
}

fn json_rows(
    table: &TableShape,
    file: impl BufRead,
    take: &mut dyn FnMut(u64, &str) -> Result<(), Why>,
) -> Result<(), Why> {
    for (number, line) in (1_u64..).zip(file.lines()) {
        let line = line.map_err(|_| Why::NoTable)?;
        if line.trim().is_empty() {
            continue;
        }
        let image = read_json_row(table, &line).map_err(|refused| Why::Row(number, refused))?;
        take(number, &image)?;
    }
    Ok(())
}

fn csv_rows(table: &TableShape, file: File, take: &mut dyn FnMut(u64, &str) -> Result<(), Why>) -> Result<(), Why> {
    let not_a_row = |line| {
        let refused = Refused {
            fault: RowFault::NotARow,
            column: None,
        };
        Why::Row(line, refused)
    };
    let mut file = BufReader::new(file);
    // No heading holds either sign, so the first line tells by which of the two the cells are separated.
    let start = file.fill_buf().map_err(|_| not_a_row(1))?;
    let heading = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = match heading.contains(&cell::SEPARATOR) {
        true => cell::SEPARATOR,
        false => b',',
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(file);
    let headings = reader.headers().map_err(|_| not_a_row(1))?;
    let headings: Vec<String> = headings
        .iter()
        .map(|heading| heading.trim_start_matches('\u{feff}').to_owned())
        .collect();
    let mut row = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut row) {
            Ok(false) => return Ok(()),
            Ok(true) => {}
            Err(error) => return Err(not_a_row(error.position().map_or(0, csv::Position::line))),
        }
        let line = row.position().map_or(0, csv::Position::line);
        let cells: Vec<&str> = row.iter().collect();
        let image = read_csv_row(table, &headings, &cells).map_err(|refused| Why::Row(line, refused))?;
        take(line, &image)?;
    }
}

/// The line of a row whose reference points nowhere, found by reading its table once more.
fn points_nowhere(source: &Source, tables: &[TableShape], loose: &Loose) -> Stop {
    let mut found = 0;
    let table = tables.iter().find(|table| table.name == loose.record);
    if let Some(table) = table {
        let _ = each_row(source, table, &mut |line, image| {
            let row: serde_json::Value = serde_json::from_str(image).unwrap_or_default();
            let key: Vec<&serde_json::Value> = table.key.iter().filter_map(|column| row.get(column)).collect();
            if found == 0 && serde_json::to_string(&key).is_ok_and(|key| key == loose.key) {
                found = line;
            }
            Ok(())
        });
    }
    Stop {
        file: table.map_or_else(|| source.folder.clone(), |table| source.file(table)),
        why: Why::Row(
            found,
            Refused {
                fault: RowFault::PointsNowhere,
                column: Some(loose.column.clone()),
            },
        ),
    }
}
