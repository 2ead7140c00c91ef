//! Which rows are a pupil's, in any file of any version, and taking them out.
//!
//! The rule: what is a pupil's follows from the schema: every row of a record that points at the pupil, and every row
//! that points at one of those. A kind of record that is added later is erased without anybody thinking of it. The
//! same statements run in the file and in its backups, also those that an older program made.

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::journal::{RECORDS, Shape};
use super::super::rows::{all, one, write};
use crate::domain::Id;

/// A column of a record that points at a pupil, or at a row that does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pointer {
    /// The record that points.
    pub(super) table: String,
    /// Its column.
    pub(super) column: String,
    /// The record pointed at, with its own column that points at the pupil; none when this is a pointer at the pupil.
    pub(super) through: Option<(String, String)>,
}

/// The one record that stays when its pupil goes: for whom a document was made is asked by whoever has to be told. It
/// stays without the pupil and without the name of the receiver, which may be the pupil's own.
const STAYS: &str = "export";

/// What came from other files: the same images as those of the journal, of files that have exchanged something.
const PEERS: &str = "peer_row";

/// Which rows merging looks at again, by their keys.
const WATCHED: &str = "peer_watch";

/// Whether a file has a table: a backup of an older version may not.
pub(super) fn has_table(sql: &Connection, name: &str) -> Result<bool, StoreError> {
    let query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    Ok(one(sql, query, [name], |_| Ok(()))?.is_some())
}

/// The records of the file at hand.
fn records(sql: &Connection) -> Result<Vec<&'static str>, StoreError> {
    let mut found = Vec::new();
    for record in RECORDS {
        if has_table(sql, record)? {
            found.push(*record);
        }
    }
    Ok(found)
}

/// The columns of a record that point at another.
fn pointing(sql: &Connection, table: &str, at: &str) -> Result<Vec<String>, StoreError> {
    let query = "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2";
    all(sql, query, [table, at], |c| c.get())
}

/// Every pointer at a pupil, and at the rows that point at one; those at rows first, so that nothing is left pointing
/// at what went.
pub(super) fn pointers(sql: &Connection) -> Result<Vec<Pointer>, StoreError> {
    let records = records(sql)?;
    let mut direct = Vec::new();
    for table in &records {
        for column in pointing(sql, table, "pupil")? {
            direct.push(Pointer {
                table: (*table).to_owned(),
                column,
                through: None,
            });
        }
    }
    let mut through = Vec::new();
    for held in &direct {
        for table in &records {
            for column in pointing(sql, table, &held.table)? {
                through.push(Pointer {
                    table: (*table).to_owned(),
                    column,
                    through: Some((held.table.clone(), held.column.clone())),
                });
            }
        }
    }
    through.extend(direct);
    Ok(through)
}

impl Pointer {
    /// The rows it finds for the pupil `?1`, as a condition.
    pub(super) fn condition(&self) -> String {
        match &self.through {
            None => format!("\"{}\" = ?1", self.column),
            Some((table, column)) => {
                format!(
                    "\"{}\" IN (SELECT id FROM \"{table}\" WHERE \"{column}\" = ?1)",
                    self.column
                )
            }
        }
    }
}

/// How many rows of each record are a pupil's, the pupil's own row among them.
pub(super) fn count(sql: &Connection, pupil: Id) -> Result<Vec<(String, usize)>, StoreError> {
    let mut counted = Vec::new();
    let pointers = pointers(sql)?;
    for record in records(sql)? {
        let conditions: Vec<String> = match record {
            "pupil" => vec!["id = ?1".to_owned()],
            _ => pointers
                .iter()
                .filter(|pointer| pointer.table == record)
                .map(Pointer::condition)
                .collect(),
        };
        if conditions.is_empty() {
            continue;
        }
        let query = format!("SELECT count(*) FROM \"{record}\" WHERE {}", conditions.join(" OR "));
        let rows = one(sql, &query, [pupil], |c| c.count())?.unwrap_or(0);
        if rows > 0 {
            counted.push((record.to_owned(), rows));
        }
    }
    Ok(counted)
}

/// Takes everything of a pupil out: records, images of the journal, drafts, clocks. Entries of the journal stay, about
/// nobody; so do lines of the trail and records of documents.
pub(super) fn remove_pupil(sql: &Connection, pupil: Id) -> Result<(), StoreError> {
    sql.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let pointers = pointers(sql)?;
    // Before the rows go: what points at them is found through them.
    forget_images(sql, pupil, &pointers)?;
    let items = "SELECT id FROM agenda_item WHERE pupil = ?1";
    write(sql, &format!("DELETE FROM item_clock WHERE item IN ({items})"), [pupil])?;
    write(
        sql,
        &format!("UPDATE place SET item = NULL WHERE item IN ({items})"),
        [pupil],
    )?;
    let drafts = format!("SELECT id FROM draft WHERE pupil = ?1 OR item IN ({items})");
    write(
        sql,
        &format!("DELETE FROM draft_edit WHERE draft IN ({drafts})"),
        [pupil],
    )?;
    write(sql, &format!("DELETE FROM draft WHERE id IN ({drafts})"), [pupil])?;
    for pointer in &pointers {
        let statement = match (pointer.table.as_str(), &pointer.through) {
            (STAYS, None) => "UPDATE export SET pupil = NULL, made_for = '' WHERE pupil = ?1".to_owned(),
            (table, _) => format!("DELETE FROM \"{table}\" WHERE {}", pointer.condition()),
        };
        write(sql, &statement, [pupil])?;
    }
    write(sql, "DELETE FROM pupil WHERE id = ?1", [pupil])?;
    write(sql, "UPDATE journal SET pupil = NULL WHERE pupil = ?1", [pupil])?;
    if has_table(sql, PEERS)? {
        write(sql, "DELETE FROM peer_row WHERE pupil = ?1", [pupil])?;
        forget_keys(
            sql,
            "bundle_row",
            "receiver IN (SELECT receiver FROM bundle_out) AND",
            pupil,
        )?;
    }
    if has_table(sql, WATCHED)? {
        forget_keys(sql, WATCHED, "", pupil)?;
    }
    if has_table(sql, "trail")? {
        write(
            sql,
            "UPDATE trail SET pupil = NULL, salt = NULL WHERE pupil = ?1",
            [pupil],
        )?;
    }
    Ok(())
}

/// Takes the keys of a pupil's rows out of a list of keys: the pupil's own, and those that begin with it. As they are
/// written, so that they are found where they stand and the list, which holds every row that was ever sent, is not read.
fn forget_keys(sql: &Connection, table: &str, and: &str, pupil: Id) -> Result<(), StoreError> {
    let own = format!("DELETE FROM {table} WHERE {and} record = 'pupil' AND row_key = '[' || ?1 || ']'");
    write(sql, &own, [pupil])?;
    // A comma stands before a hyphen.
    let with = format!(
        "DELETE FROM {table} WHERE {and} record IN ('tile', 'instrument')
         AND row_key > '[' || ?1 || ',' AND row_key < '[' || ?1 || '-'"
    );
    write(sql, &with, [pupil])?;
    Ok(())
}

/// The images that may be of the pupil at hand, and the rows that hold others: in memory, for one erasure.
const NEAR: &str = "CREATE TEMP TABLE IF NOT EXISTS near_image (id INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS held_row (pointer INTEGER NOT NULL, id INTEGER);
DELETE FROM temp.near_image;
DELETE FROM temp.held_row;";

/// Takes the images of a pupil's rows out of the journal. Every image is read, because an import touches thousands of
/// pupils under one entry; but only twice, however many records there are: once for the id of the pupil, which is asked
/// of the text because that costs less than reading it as JSON, and once for what points at rows of the pupil.
fn forget_images(sql: &Connection, pupil: Id, pointers: &[Pointer]) -> Result<(), StoreError> {
    sql.execute_batch(NEAR)?;
    write(
        sql,
        "INSERT INTO temp.near_image SELECT id, record FROM journal_row
         WHERE instr(before, CAST(?1 AS TEXT)) OR instr(after, CAST(?1 AS TEXT))",
        [pupil],
    )?;
    let pointed = |column: &str| format!("(before ->> '{column}' = ?1 OR after ->> '{column}' = ?1)");
    let near = |record: &str| format!("id IN (SELECT id FROM temp.near_image WHERE record = '{record}')");
    // Before any image goes: those that were there once tell which rows were held.
    let through = pointers.iter().zip(0_i64..);
    let through: Vec<_> = through
        .filter_map(|(pointer, number)| Some((pointer, pointer.through.as_ref()?, number)))
        .collect();
    for (_, (held, by), number) in &through {
        let statement = format!(
            "INSERT INTO temp.held_row SELECT {number}, id FROM \"{held}\" WHERE \"{by}\" = ?1 UNION
             SELECT {number}, coalesce(after, before) ->> 'id' FROM journal_row WHERE {} AND {}",
            near(held),
            pointed(by)
        );
        write(sql, &statement, [pupil])?;
    }
    let held = |(pointer, _, number): &(&Pointer, _, i64)| {
        let (table, column) = (&pointer.table, &pointer.column);
        let ids = format!("(SELECT id FROM temp.held_row WHERE pointer = {number})");
        format!("(record = '{table}' AND (before ->> '{column}' IN {ids} OR after ->> '{column}' IN {ids}))")
    };
    let held: Vec<String> = through.iter().map(held).collect();
    if !held.is_empty() {
        write(sql, &format!("DELETE FROM journal_row WHERE {}", held.join(" OR ")), [])?;
    }
    for pointer in pointers.iter().filter(|pointer| pointer.through.is_none()) {
        let (table, column) = (&pointer.table, &pointer.column);
        let statement = if table == STAYS {
            let emptied = |side: &str| format!("{side} = json_set({side}, '$.\"{column}\"', NULL, '$.made_for', '')");
            format!(
                "UPDATE journal_row SET {}, {} WHERE {} AND {}",
                emptied("before"),
                emptied("after"),
                near(table),
                pointed(column)
            )
        } else {
            format!("DELETE FROM journal_row WHERE {} AND {}", near(table), pointed(column))
        };
        write(sql, &statement, [pupil])?;
    }
    let own = format!(
        "DELETE FROM journal_row WHERE {} AND ?1 IN (before ->> 'id', after ->> 'id')",
        near("pupil")
    );
    write(sql, &own, [pupil])?;
    sql.execute_batch("DELETE FROM temp.near_image; DELETE FROM temp.held_row;")?;
    Ok(())
}

/// Takes one row of a record out, with its images.
pub(super) fn remove_row(sql: &Connection, record: &str, id: Id) -> Result<(), StoreError> {
    // The name becomes part of a statement, so it has to be that of a record.
    let known = RECORDS.iter().find(|known| **known == record);
    let record = known.ok_or(StoreError::Missing("record"))?;
    if !has_table(sql, record)? {
        return Ok(());
    }
    write(sql, &format!("DELETE FROM \"{record}\" WHERE id = ?1"), [id])?;
    write(
        sql,
        "DELETE FROM journal_row WHERE record = ?2 AND ?1 IN (before ->> 'id', after ->> 'id')",
        params![id, record],
    )?;
    if has_table(sql, PEERS)? {
        let gone = "DELETE FROM peer_row WHERE record = ?2 AND ?1 IN (before ->> 'id', after ->> 'id')";
        write(sql, gone, params![id, record])?;
    }
    Ok(())
}

/// Gives a column of a pupil another value everywhere, so that no older one is left: in the row and in every image of
/// it, which then agree with each other again, so that other changes of the pupil can still be taken back.
pub(super) fn replace(sql: &Connection, pupil: Id, column: &str, value: Option<&str>) -> Result<(), StoreError> {
    let shape = Shape::of(sql, "pupil")?;
    if !shape.columns.iter().any(|known| known == column) {
        return Err(StoreError::Missing("column"));
    }
    write(
        sql,
        &format!("UPDATE pupil SET \"{column}\" = ?2 WHERE id = ?1"),
        params![pupil, value],
    )?;
    let replaced = |side: &str| format!("{side} = json_set({side}, '$.\"{column}\"', ?2)");
    let statement = format!(
        "UPDATE journal_row SET {}, {} WHERE record = 'pupil' AND ?1 IN (before ->> 'id', after ->> 'id')",
        replaced("before"),
        replaced("after")
    );
    write(sql, &statement, params![pupil, value])?;
    if has_table(sql, PEERS)? {
        let statement = statement.replacen("journal_row", PEERS, 1);
        write(sql, &statement, params![pupil, value])?;
        // What stood beside it is an older value too.
        let beside = "DELETE FROM conflict WHERE record = 'pupil' AND field = ?2 AND row_key = json_array(?1)";
        write(sql, beside, params![pupil, column])?;
        // So are the images of it, in what was done here and in what other files told.
        let about = |side: &str| {
            format!(
                "({side} ->> 'record' = 'pupil' AND {side} ->> 'field' = ?2 AND {side} ->> 'row_key' = json_array(?1))"
            )
        };
        for table in ["journal_row", PEERS] {
            let gone = format!(
                "DELETE FROM {table} WHERE record = 'conflict' AND ({} OR {})",
                about("before"),
                about("after")
            );
            write(sql, &gone, params![pupil, column])?;
        }
    }
    Ok(())
}
