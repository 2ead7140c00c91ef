//! Answers as a table for a spreadsheet: CSV that opens with a double click and obeys nobody.
//!
//! The rules: separated by semicolons and marked as UTF-8, because that is how a Dutch spreadsheet opens a file without
//! asking; headings in English `snake_case`, the same in every language. A cell that a spreadsheet would take for a
//! formula gets an apostrophe before it, because names and labels come from outside.

use super::answer::Answer;
use crate::exchange::formula;
use crate::exchange::whole::cell::SEPARATOR;

/// Says that what follows is UTF-8.
const MARK: &str = "\u{feff}";

/// The rows below their headings.
pub(super) fn sheet(headings: &[&str], rows: &[Vec<String>]) -> Answer {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(SEPARATOR)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory fails for rows of different lengths alone, which the flexible-less writer would report; every
    // row here has as many cells as there are headings.
    let mut all = vec![headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>()];
    all.extend(rows.iter().map(|row| row.iter().map(|cell| harmless(cell)).collect()));
    let written = all.iter().try_for_each(|row| writer.write_record(row));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    Answer::text(format!("{MARK}{}", String::from_utf8_lossy(&bytes)))
}

/// The cell as text that no spreadsheet computes: what begins like a formula, also behind a tab or line end, is quoted
/// with an apostrophe. A number may begin with a minus.
pub(super) fn harmless(cell: &str) -> String {
    if formula::begins(cell) && cell.parse::<i64>().is_err() {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
