//! What a spreadsheet takes for the beginning of a formula.
//!
//! The rule: one list for everything that is written for a spreadsheet, so that no form forgets a sign. Full-width signs
//! are in it because spreadsheets with Asian languages read them as the plain ones.

/// The signs by which a formula begins.
pub const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a cell would begin a formula: by a sign, or by a tab or line end that a spreadsheet may skip before one.
#[must_use]
pub fn begins(cell: &str) -> bool {
    cell.starts_with(SIGNS) || cell.starts_with(['\t', '\r', '\n'])
}
