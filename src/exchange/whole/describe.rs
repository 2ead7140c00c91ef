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
}

#[derive(Serialize)]
struct Words {
    nl: String,
    en: String,
}

/// The description as JSON. `about` gives what a table holds, in Dutch and English; `rows` how many rows it has.
#[must_use]
pub fn describe(
    folder: &Folder<'_>,
    tables: &[TableShape],
    about: &dyn Fn(&str) -> [&'static str; 2],
    rows: &dyn Fn(&str) -> u64,
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
            json!({
                "name": table.name,
                "about": words(about(&table.name)),
                "rows": rows(&table.name),
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
