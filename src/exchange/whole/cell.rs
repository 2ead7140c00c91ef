//! A value as a cell of CSV that a spreadsheet shows as it is, and back.
//!
//! The scheme, which the description of the tables tells too: nothing is an empty cell. A number is written as it is.
//! A text that is empty, or begins with `=`, `+`, `-`, `@` (also full-width), a tab, a line end or an apostrophe, gets
//! one apostrophe in front; every other text is written as it is. So no cell begins a formula, and taking one apostrophe away gives back
//! what was there.

use crate::exchange::formula;

/// What a Dutch spreadsheet separates cells by.
pub const SEPARATOR: u8 = b';';

/// A text as a cell.
#[must_use]
pub fn of_text(text: &str) -> String {
    match text.chars().next() {
        Some(first) if first != '\'' && !formula::begins(text) => text.to_owned(),
        _ => format!("'{text}"),
    }
}

/// The text of a cell; none of an empty one.
#[must_use]
pub fn to_text(cell: &str) -> Option<&str> {
    match cell {
        "" => None,
        cell => Some(cell.strip_prefix('\'').unwrap_or(cell)),
    }
}
