//! What a value of a record says, in words: for the page that tells a pupil everything.
//!
//! The rule: nobody has to know the program's codes to read what is held on them. A code is told by the word that the
//! screen has for it, a day and a moment as they are written, and what has no word yet as it stands in the file.

use serde_json::{Map, Value};

use crate::text::{Catalog, values};

/// A value as it is told: in words where it is a code, a day, a moment or a yes or no.
pub(super) fn said(record: &str, column: &str, value: &Value, catalog: &Catalog) -> String {
    if let Some(label) = label(record, column, value, catalog) {
        return label;
    }
    match value {
        Value::Null => String::new(),
        Value::String(text) => values::moment(column, text, catalog).unwrap_or_else(|| text.clone()),
        other => other.to_string(),
    }
}

/// A column of a conflict: both of its values are kept as JSON, and are told as the field says that they are of.
pub(super) fn beside(row: &Map<String, Value>, column: &str, value: &Value, catalog: &Catalog) -> String {
    let of = |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
    let kept = value.as_str().filter(|_| ["here", "other"].contains(&column));
    match kept.and_then(|text| serde_json::from_str(text).ok()) {
        Some(kept) => said(of("record"), of("field"), &kept, catalog),
        None => said("conflict", column, value, catalog),
    }
}

/// What something that is pointed at is called; a meeting is called by its day and time.
pub(super) fn named(column: &str, name: &str, catalog: &Catalog) -> String {
    let parts = name.split_once(' ').filter(|_| column == "meeting");
    let told = parts.and_then(|(day, time)| Some(format!("{} {time}", catalog.dates.day_year(day.parse().ok()?))));
    told.unwrap_or_else(|| name.to_owned())
}

/// The word of a code, and of a number that is a yes or a no; none for any other value.
pub(super) fn label(record: &str, column: &str, value: &Value, catalog: &Catalog) -> Option<String> {
    let yes_or_no = |yes| if yes { catalog.screen.yes } else { catalog.screen.no }.to_owned();
    match value {
        Value::Bool(yes) => Some(yes_or_no(*yes)),
        Value::Number(number) => values::code(record, column, &number.to_string(), catalog),
        Value::String(code) => values::code(record, column, code, catalog),
        _ => None,
    }
}
