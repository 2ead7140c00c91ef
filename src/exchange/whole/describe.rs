//! The description beside the tables: what each table and column is, so that another program can read them without
//! this one.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::whole::{ColumnDefault, TableShape};

/// The name of the description in the folder.
pub const SCHEMA_FILE: &str = "schema.json";

/// What the description calls the folder.
pub const FORMAT: &str = "dakpan-export";

/// The version of the folder's form.
pub const VERSION: u32 = 1;

/// What is told of the folder as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder<'a> {
    /// The version of the tables.
    pub schema: i64,
    /// The approach the file was made with, if with one.
    pub approach: Option<&'a str>,
    /// When it was written.
    pub made_at: String,
    /// The digest of the records.
    pub records: &'a str,
    /// What it is, in both languages: Dutch, English.
    pub about: [&'a str; 2],
    /// How a cell is written, in both languages.
    pub cells: [&'a str; 2],
}

/// What a description says when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Told {
    format: String,
    version: u32,
    /// The version of the tables.
    pub schema: i64,
    /// The approach the file was made with, if with one.
    pub approach: Option<String>,
    /// What it says of each table. A description of before this was told, or one made by hand, says nothing.
    #[serde(default)]
    pub tables: Vec<ToldTable>,
}

impl Told {
    /// What it says of a table.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&ToldTable> {
        self.tables.iter().find(|table| table.name == name)
    }
}

/// What a description says of a table, by which is seen whether all of it is there and as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ToldTable {
    /// The name of the record.
    pub name: String,
    /// How many rows it has.
    #[serde(default)]
    pub rows: Option<u64>,
    /// The digest of its rows.
    #[serde(default)]
    pub digest: Option<String>,
}

/// What was written of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many rows.
    pub rows: u64,
    /// The digest of its rows.
    pub digest: String,
}

#[derive(Serialize)]
struct Words {
    nl: String,
    en: String,
}

/// The description as JSON. `about` gives what a table holds, in Dutch and English; `written` what was written of it.
#[must_use]
pub fn describe(
    folder: &Folder<'_>,
    tables: &[TableShape],
    about: &dyn Fn(&str) -> [&'static str; 2],
    written: &dyn Fn(&str) -> Written,
) -> String {
    let words = |[nl, en]: [&str; 2]| Words {
        nl: nl.to_owned(),
        en: en.to_owned(),
    };
    let tables: Vec<Value> = tables
        .iter()
        .map(|table| {
            let columns: Vec<Value> = table
                .columns
                .iter()
                .map(|column| {
                    json!({
                        "name": column.name,
                        "type": column.kind.code(),
                        "required": column.required,
                        "default": column.default.as_ref().map(|default| match default {
                            ColumnDefault::Text(text) => Value::from(text.as_str()),
                            ColumnDefault::Integer(number) => Value::from(*number),
                        }),
                        "references": column.points_at,
                    })
                })
                .collect();
            let Written { rows, digest } = written(&table.name);
            json!({
                "name": table.name,
                "about": words(about(&table.name)),
                "rows": rows,
                "digest": digest,
                "key": table.key,
                "columns": columns,
                "sql": table.made_with,
            })
        })
        .collect();
    let whole = json!({
        "format": FORMAT,
        "version": VERSION,
        "schema": folder.schema,
        "approach": folder.approach,
        "made_at": folder.made_at,
        "records": folder.records,
        "about": words(folder.about),
        "cells": words(folder.cells),
        "tables": tables,
    });
    // Texts, numbers and lists of them always have a form in JSON.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a description; none when it is not one, or one of a form that is not known yet.
#[must_use]
pub fn read_description(text: &str) -> Option<Told> {
    let told: Told = serde_json::from_str(text).ok()?;
    (told.format == FORMAT && told.version == VERSION).then_some(told)
}
