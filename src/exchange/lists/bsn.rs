//! Turns away a list with citizen service numbers (burgerservicenummers).
//!
//! Such a number may be processed only for a purpose that a law names (UAVG art. 46); the table has none, so the
//! program has no field for it. Leaving the column out in silence would leave the file with its numbers on the chair's
//! machine: the list is refused, and the column named, so that the school sends another.

use super::ListError;
use super::table::Table;
use super::values::{fold, unwrapped};
use crate::domain::bsn::bsn_digits;

/// Refuses a table with a column that holds citizen service numbers, by its heading or by most of its filled values.
/// Every column is looked at, also the ones that are not read.
///
/// # Errors
///
/// [`ListError::BsnColumn`] for the first such column.
pub(super) fn turn_away(table: &Table) -> Result<(), ListError> {
    let named = table.headings.iter().position(|heading| says_bsn(heading));
    match named.or_else(|| filled_with_bsn(table)) {
        Some(index) => Err(ListError::BsnColumn {
            column: table.column_name(index),
        }),
        None => Ok(()),
    }
}

/// Whether a heading announces the number. In education it goes by *persoonsgebonden nummer* (PGN), which is the
/// citizen service number or, for a pupil without one, the *onderwijsnummer* that takes its place.
fn says_bsn(heading: &str) -> bool {
    let folded = fold(heading);
    [
        "burgerservice",
        "sofinummer",
        "sofinr",
        "persoonsgebondennummer",
        "onderwijsnummer",
        "onderwijsnr",
    ]
    .iter()
    .any(|name| folded.contains(name))
        || folded.starts_with("bsn")
        || folded.ends_with("bsn")
        || heading
            .split(|letter: char| !letter.is_alphanumeric())
            .map(fold)
            .any(|word| ["bsn", "pgn", "sofi"].contains(&word.as_str()))
}

/// What a column's cells look like.
#[derive(Clone, Copy, Default)]
struct Tally {
    filled: usize,
    nine: usize,
    eight: usize,
}

/// The first column of whose filled cells more than half look like citizen service numbers. Eight digits can be one
/// that lost its leading zero in a spreadsheet, and count where others have nine; by themselves they are too often
/// something else, a day written as 20090208 for one.
fn filled_with_bsn(table: &Table) -> Option<usize> {
    let widest = table
        .records
        .iter()
        .map(|record| record.cells.len())
        .max()
        .unwrap_or_default();
    let mut tallies = vec![Tally::default(); widest];
    for record in &table.records {
        for (tally, cell) in tallies.iter_mut().zip(record.cells.iter()) {
            let cell = unwrapped(cell.trim());
            tally.filled += usize::from(!cell.is_empty());
            match bsn_digits(cell) {
                Some(9) => tally.nine += 1,
                Some(8) => tally.eight += 1,
                _ => {}
            }
        }
    }
    tallies
        .iter()
        .position(|tally| tally.nine > 0 && 2 * (tally.nine + tally.eight) > tally.filled)
}
