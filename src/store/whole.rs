//! Everything out of a file and into another: so that nobody is locked in.
//!
//! The rules: what goes out is what the tables hold, found through the schema, so that a record that is added later is
//! not forgotten. What comes in goes into a file without records only, row for row and checked by the schema, in one
//! transaction. What is only the chair's (drafts, the key of the file) never goes out.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::doors::{WRITES, WRITES_NOTHING};
use super::error::{Constraint, StoreError};
use super::journal::{RECORDS, Shape};
use super::{Door, Store, Tx, migrate, open};
use crate::domain::whole::RowFault;
use crate::domain::{Day, Moment};

/// The tables that are no records and are told all the same: what was changed when and by whom, who looked, and who was
/// erased.
pub const HISTORY: &[&str] = &["journal", "journal_row", "trail", TOMBSTONE];

/// The table of who was erased, which is brought in too: nobody comes back that way.
pub const TOMBSTONE: &str = "tombstone";

/// The record of what is told of the file itself: a new file has some of it already.
pub const OF_THE_FILE: &str = "setting";

/// A row that is refused: what is wrong with it, and with which column, when that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// What is wrong.
    pub fault: RowFault,
    /// With which column.
    pub column: Option<String>,
}

/// A reference of a row to one that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// The kind of the row that points.
    pub record: String,
    /// Its key as JSON: `[5]`.
    pub key: String,
    /// The column that points.
    pub column: String,
}

/// Why rows cannot be brought in.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// The row is refused.
    #[error("a row is refused")]
    Refused(RefusedRow),
    /// The file.
    #[error("the file")]
    Store(#[from] StoreError),
}

impl Store {
    /// The version of the schema that this program writes.
    #[must_use]
    pub fn schema_version() -> i64 {
        migrate::VERSION
    }

    /// A digest of every row of every record: two files that hold the same records have the same one, whatever their
    /// journals say. SHA-256 over [`Store::dump`], in hexadecimal.
    ///
    /// # Errors
    /// The disk errors.
    pub fn records_hash(&self) -> Result<String, StoreError> {
        let mut digest = Sha256::new();
        for record in RECORDS {
            self.add_rows(&mut digest, record)?;
        }
        Ok(hexadecimal(digest))
    }

    /// The same of the rows of one record.
    ///
    /// # Errors
    /// As [`Store::records_hash`], and [`StoreError::Missing`] for what is no record.
    pub fn record_hash(&self, record: &str) -> Result<String, StoreError> {
        let mut digest = Sha256::new();
        self.add_rows(&mut digest, record)?;
        Ok(hexadecimal(digest))
    }

    fn add_rows(&self, digest: &mut Sha256, record: &str) -> Result<(), StoreError> {
        self.images(record, &mut |image| {
            for part in [record, " ", image, "\n"] {
                digest.update(part.as_bytes());
            }
            Ok(())
        })
    }

    /// Goes through the rows of a table of [`HISTORY`], each as a JSON object.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for another table, whatever `visit` returns, and the disk errors.
    pub fn history(
        &self,
        table: &str,
        visit: &mut dyn FnMut(&str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if !HISTORY.contains(&table) {
            return Err(StoreError::Missing("history"));
        }
        let shape = Shape::of_any(self.sql(), table)?;
        let image = shape.image(&format!("\"{table}\""));
        let sql = format!("SELECT {image} FROM \"{table}\" ORDER BY {}", shape.key.join(", "));
        let mut select = self.sql().prepare_cached(&sql)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            visit(row.get_ref(0)?.as_str().map_err(|_| StoreError::BadValue("image"))?)?;
        }
        Ok(())
    }

    /// Whether the file holds no records but what is told of the file itself: who chairs, for which approach it is.
    ///
    /// # Errors
    /// The disk errors.
    pub fn is_without_records(&self) -> Result<bool, StoreError> {
        for record in RECORDS.iter().filter(|record| **record != OF_THE_FILE) {
            let any = format!("SELECT EXISTS (SELECT 1 FROM \"{record}\")");
            if self.sql().prepare_cached(&any)?.query_row([], |row| row.get(0))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Brings rows into a file that has none, beside the journal: all of them, or none when `work` fails or a
    /// reference is left that points nowhere.
    ///
    /// # Errors
    /// What `work` returns and the disk errors, and the references that point nowhere; the file is then as it was.
    pub fn take_in(
        &mut self,
        now: Moment,
        work: &mut dyn FnMut(&mut Tx<'_>) -> Result<(), TakeError>,
    ) -> Result<Vec<Loose>, TakeError> {
        let mut stopped = Ok(Vec::new());
        let done = self.enter(Door::Fill, now, |tx, _| {
            tx.sql().execute_batch("PRAGMA defer_foreign_keys = ON")?;
            if let Err(error) = work(tx) {
                stopped = Err(error);
                return Err(StoreError::Cancelled);
            }
            let loose = loose(tx.sql())?;
            if !loose.is_empty() {
                stopped = Ok(loose);
                return Err(StoreError::Cancelled);
            }
            Ok(())
        });
        match (stopped, done) {
            (Err(error), _) => Err(error),
            (Ok(loose), _) if !loose.is_empty() => Ok(loose),
            (_, Err(error)) => Err(error.into()),
            (Ok(none), Ok(())) => Ok(none),
        }
    }

    /// Copies the records and the history into a plain SQLite file that any program reads, readable for this user
    /// only: the tables with their rules and indexes, without triggers and without what only this program needs.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when anything has that name, and the disk errors; nothing is then left behind.
    pub fn plain_copy(&self, to: &Path) -> Result<(), StoreError> {
        open::private_file(to)?;
        let place = to.to_str().ok_or(StoreError::BadValue("path"))?;
        // SQLite copies a whole table without counting that its rows are what others wait for, so that a copy of sound
        // records would be refused at its end. The records were checked when they were written.
        self.sql().execute_batch("PRAGMA foreign_keys = OFF")?;
        self.sql().execute_batch(WRITES)?;
        let copied = self.attach_and_copy(place);
        self.sql().execute_batch("PRAGMA foreign_keys = ON")?;
        if !self.watched {
            self.sql().execute_batch(WRITES_NOTHING)?;
        }
        let let_go = self.sql().execute_batch("DETACH DATABASE plain");
        let done = copied.and(let_go.map_err(StoreError::from));
        if done.is_err() {
            let _ = std::fs::remove_file(to);
        }
        done
    }

    fn attach_and_copy(&self, place: &str) -> Result<(), StoreError> {
        let sql = self.sql();
        sql.execute("ATTACH DATABASE ?1 AS plain KEY ''", [place])?;
        // Nothing of the copy is written anywhere but in it, and it is thrown away when it is not finished.
        sql.execute_batch("PRAGMA plain.journal_mode = OFF; PRAGMA plain.synchronous = FULL; BEGIN IMMEDIATE")?;
        let copied = copy_tables(sql);
        sql.execute_batch(if copied.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        copied
    }
}

fn hexadecimal(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn copy_tables(sql: &Connection) -> Result<(), StoreError> {
    for table in RECORDS.iter().chain(HISTORY) {
        let made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?1";
        let made: String = sql.query_row(made, [table], |row| row.get(0))?;
        sql.execute_batch(&made.replacen("CREATE TABLE ", "CREATE TABLE plain.", 1))?;
    }
    for table in RECORDS.iter().chain(HISTORY) {
        sql.execute_batch(&format!("INSERT INTO plain.\"{table}\" SELECT * FROM main.\"{table}\""))?;
    }
    for table in RECORDS.iter().chain(HISTORY) {
        let indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL";
        let mut select = sql.prepare_cached(indexes)?;
        let indexes: Vec<String> = select.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for index in indexes {
            sql.execute_batch(&index.replacen(" INDEX ", " INDEX plain.", 1))?;
        }
    }
    sql.execute_batch(&format!("PRAGMA plain.user_version = {}", migrate::VERSION))?;
    Ok(())
}

/// The references that point nowhere, at most so many.
const MOST_LOOSE: usize = 20;

/// Finds references that point nowhere. By the tables themselves and not by their row numbers, because a table whose
/// rows lie in another order than that of their numbers has none.
fn loose(sql: &Connection) -> Result<Vec<Loose>, StoreError> {
    let mut found = Vec::new();
    for record in RECORDS {
        let any = format!("SELECT 1 FROM pragma_foreign_key_check('{record}') LIMIT 1");
        if sql.query_row(&any, [], |_| Ok(())).optional()?.is_none() {
            continue;
        }
        let key = Shape::of(sql, record)?.key.join("\", \"");
        let mut points = sql.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
        let points: Vec<(String, String)> = points
            .query_map([record], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (column, parent) in points {
            let sought = format!(
                "SELECT json_array(\"{key}\") FROM \"{record}\" WHERE \"{column}\" IS NOT NULL
                 AND \"{column}\" NOT IN (SELECT id FROM \"{parent}\") LIMIT {MOST_LOOSE}"
            );
            let mut select = sql.prepare(&sought)?;
            let keys: Vec<String> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            found.extend(keys.into_iter().map(|key| Loose {
                record: (*record).to_owned(),
                key,
                column: column.clone(),
            }));
        }
    }
    found.truncate(MOST_LOOSE);
    Ok(found)
}

impl Tx<'_> {
    /// Puts in a row that is not there yet. A setting replaces the one of the new file.
    ///
    /// # Errors
    /// [`TakeError::Refused`] when the schema does not allow it, with the column that the schema names, and the disk
    /// errors.
    pub fn take_row(&mut self, record: &str, image: &str) -> Result<(), TakeError> {
        if record == OF_THE_FILE {
            return Ok(self.put_image(record, image)?);
        }
        let shape = Shape::of(self.sql(), record)?;
        let insert = shape.insert(record, "?1");
        let mut insert = self.sql().prepare_cached(&insert).map_err(StoreError::from)?;
        let Err(error) = insert.execute([image]) else {
            return Ok(());
        };
        let column = match &error {
            rusqlite::Error::SqliteFailure(_, Some(said)) => named(&shape, said),
            _ => None,
        };
        let fault = match StoreError::from(error) {
            StoreError::Refused(Constraint::Unique) => RowFault::Twice,
            StoreError::Refused(Constraint::NotNull) => RowFault::Empty,
            StoreError::Refused(Constraint::Type) => RowFault::WrongKind,
            StoreError::Refused(Constraint::ForeignKey) => RowFault::PointsNowhere,
            StoreError::Refused(_) => RowFault::NotAllowed,
            other => return Err(other.into()),
        };
        Err(TakeError::Refused(RefusedRow { fault, column }))
    }
}

impl Tx<'_> {
    /// Takes over that a pupil was erased.
    ///
    /// # Errors
    /// [`StoreError::BadValue`] when the row is no JSON object with a pupil and a day, and the disk errors.
    pub fn take_tombstone(&mut self, row: &str) -> Result<(), StoreError> {
        let row: serde_json::Value = serde_json::from_str(row).map_err(|_| StoreError::BadValue("tombstone"))?;
        let pupil = row.get("pupil").and_then(serde_json::Value::as_i64);
        let day = row.get("erased_on").and_then(|day| day.as_str()?.parse::<Day>().ok());
        let (Some(pupil), Some(day)) = (pupil, day) else {
            return Err(StoreError::BadValue("tombstone"));
        };
        let bury = "INSERT INTO tombstone (pupil, erased_on) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.sql().prepare_cached(bury)?.execute((pupil, day))?;
        Ok(())
    }
}

/// The first column that the database names in what it says of a refusal.
fn named(shape: &Shape, said: &str) -> Option<String> {
    let mut words = said.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words
        .find(|word| shape.columns.iter().any(|column| column == word))
        .map(str::to_owned)
}
