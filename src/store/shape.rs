//! The tables of the records, as the file itself describes them.

use std::collections::HashMap;

use super::Store;
use super::error::StoreError;
use super::journal::{RECORDS, Shape};
use crate::domain::whole::{ColumnDefault, ColumnKind, ColumnShape, TableShape};

impl Store {
    /// The table of every record, in the order of [`RECORDS`].
    ///
    /// # Errors
    /// The disk errors.
    pub fn tables(&self) -> Result<Vec<TableShape>, StoreError> {
        RECORDS.iter().map(|record| table(self, record)).collect()
    }
}

fn table(store: &Store, record: &str) -> Result<TableShape, StoreError> {
    let sql = store.sql();
    let mut select = sql.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
    let points: HashMap<String, String> = select
        .query_map([record], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let columns = "SELECT name, type, \"notnull\" OR pk > 0, dflt_value FROM pragma_table_info(?1) ORDER BY cid";
    let mut select = sql.prepare_cached(columns)?;
    let columns = select.query_map([record], |row| {
        let name: String = row.get(0)?;
        let kind = match row.get::<_, String>(1)?.as_str() {
            "INTEGER" => ColumnKind::Integer,
            _ => ColumnKind::Text,
        };
        Ok(ColumnShape {
            points_at: points.get(&name).cloned(),
            name,
            kind,
            required: row.get(2)?,
            default: row.get::<_, Option<String>>(3)?.as_deref().and_then(default),
        })
    })?;
    let columns = columns.collect::<Result<_, _>>()?;
    let made_with = sql
        .prepare_cached("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?1")?
        .query_row([record], |row| row.get(0))?;
    Ok(TableShape {
        name: record.to_owned(),
        columns,
        key: Shape::of(sql, record)?.key,
        made_with,
    })
}

/// A default as the schema writes it: a text between quotation marks, or a number.
fn default(written: &str) -> Option<ColumnDefault> {
    if let Ok(number) = written.parse() {
        return Some(ColumnDefault::Integer(number));
    }
    let text = written.strip_prefix('\'')?.strip_suffix('\'')?;
    Some(ColumnDefault::Text(text.replace("''", "'")))
}
