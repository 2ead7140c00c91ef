//! Which rows belong to a school.
//!
//! The rule: it follows from what a row points at. A row of a pupil belongs to the pupil's school; without a pupil to
//! the school of its agenda item or block; else to the school it names; else, when it is of a meeting, to the schools
//! of that meeting if all of them are asked for. Whatever belongs to no school goes along only when something points at
//! it. A working note is the chair's own and belongs nowhere.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::journal::{RECORDS, Shape};
use super::fold::Image;
use super::ops::RowKey;

/// Records that never leave the file: what is told of the file itself, counts of who was erased, and conflicts, which go
/// with the rows they are about.
pub(super) const STAYS: &[&str] = &["setting", "anonymous_result", "conflict"];

/// The columns of a record that point at rows of others.
#[derive(Debug, Default)]
pub(super) struct Pointing(HashMap<String, Vec<(String, String)>>);

impl Pointing {
    /// Reads the columns of every record, with the records they point at.
    pub(super) fn read(sql: &Connection) -> Result<Self, StoreError> {
        let mut all = HashMap::new();
        for record in RECORDS {
            let mut select = sql.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
            let columns = select.query_map([record], |row| Ok((row.get(0)?, row.get(1)?)))?;
            all.insert((*record).to_owned(), columns.collect::<Result<_, _>>()?);
        }
        Ok(Self(all))
    }

    /// The columns of a record, with the records they point at.
    pub(super) fn of(&self, record: &str) -> &[(String, String)] {
        self.0.get(record).map_or(&[], Vec::as_slice)
    }

    /// The rows an image points at.
    pub(super) fn targets(&self, record: &str, image: &Image) -> Vec<RowKey> {
        let targets = self.of(record).iter().filter_map(|(column, target)| {
            let id = image.get(column)?.as_i64()?;
            Some(RowKey {
                record: target.clone(),
                key: format!("[{id}]"),
            })
        });
        targets.collect()
    }

    /// The pupil an image is of.
    pub(super) fn pupil(&self, record: &str, image: &Image) -> Option<i64> {
        let column = match record {
            "pupil" => "id",
            _ => self.of(record).iter().find(|(_, target)| target == "pupil")?.0.as_str(),
        };
        image.get(column)?.as_i64()
    }

    /// Whether a row belongs to the schools `?1` (a JSON list), as an expression; `?2` are pupils of theirs who are no
    /// longer there. `value` writes a column.
    fn belongs(&self, record: &str, value: &dyn Fn(&str) -> String) -> Option<String> {
        let chosen = "SELECT value FROM json_each(?1)";
        let at = |table: &str, id: &str| {
            format!("EXISTS (SELECT 1 FROM \"{table}\" WHERE id = {id} AND school IN ({chosen}))")
        };
        // Asked of one row at a time, so that a row costs the same however many there are of what it points at.
        let is_in = |target: &str, id: &str| match target {
            "pupil" => format!("({} OR {id} IN (SELECT value FROM json_each(?2)))", at("pupil", id)),
            "agenda_item" => format!(
                "EXISTS (SELECT 1 FROM agenda_item i JOIN block b ON b.id = i.block
                 WHERE i.id = {id} AND b.school IN ({chosen}))"
            ),
            "block" => at("block", id),
            "meeting" => format!("coalesce((SELECT min(school IN ({chosen})) FROM block WHERE meeting = {id}), 0)"),
            _ => format!("{id} IN ({chosen})"),
        };
        match record {
            "school" => return Some(format!("{} IN ({chosen})", value("id"))),
            "pupil" => return Some(format!("{} IN ({chosen})", value("school"))),
            _ if STAYS.contains(&record) => return None,
            _ => {}
        }
        let mut cases = String::new();
        for target in ["pupil", "agenda_item", "block", "school", "meeting"] {
            let columns = self.of(record).iter().filter(|(_, at)| at == target && at != record);
            for (column, _) in columns {
                let column = value(column);
                cases.push_str(&format!("WHEN {column} IS NOT NULL THEN {} ", is_in(target, &column)));
            }
        }
        if cases.is_empty() {
            return None;
        }
        // The chair's own notes go nowhere.
        let shared = match record {
            "note" => format!("{} <> 'working' AND ", value("kind")),
            _ => String::new(),
        };
        Some(format!("{shared}CASE {cases} ELSE 0 END"))
    }

    /// The rows that are there and belong to the schools.
    pub(super) fn living(&self, sql: &Connection, schools: &str) -> Result<Vec<RowKey>, StoreError> {
        let mut found = Vec::new();
        for record in RECORDS {
            let Some(belongs) = self.belongs(record, &|column| format!("\"{record}\".\"{column}\"")) else {
                continue;
            };
            let key = Shape::of(sql, record)?.key.join("\", \"");
            let query = format!("SELECT json_array(\"{key}\") FROM \"{record}\" WHERE ?2 IS NOT NULL AND {belongs}");
            let mut select = sql.prepare_cached(&query)?;
            let keys = select.query_map(params![schools, "[]"], |row| row.get(0))?;
            for key in keys {
                found.push(RowKey {
                    record: (*record).to_owned(),
                    key: key?,
                });
            }
        }
        Ok(found)
    }

    /// Whether a row that is no longer there belonged to the schools; `gone` are pupils of theirs who are not either.
    pub(super) fn belonged(
        &self,
        sql: &Connection,
        schools: &str,
        gone: &str,
        (record, image): (&str, &Image),
    ) -> Result<bool, StoreError> {
        let Some(belongs) = self.belongs(record, &|column| format!("(?3 ->> '{column}')")) else {
            return Ok(false);
        };
        let image = serde_json::to_string(image).map_err(|_| StoreError::BadValue("image"))?;
        let query = format!("SELECT coalesce({belongs}, 0) AND ?2 IS NOT NULL AND ?1 IS NOT NULL");
        Ok(sql
            .prepare_cached(&query)?
            .query_row(params![schools, gone, image], |row| row.get(0))?)
    }
}
