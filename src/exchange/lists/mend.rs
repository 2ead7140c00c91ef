//! Refused rows written down again, for a person to mend and send back.
//!
//! Two rules. The file can be read again as it is: its first columns are those of the list, and the two that are added
//! mean nothing to the reader. And it does nothing when a spreadsheet opens it: a cell that could be a formula is made a
//! text, while a number with zeros in front is written so that the zeros stay.

use super::{Refusal, Source};
use crate::exchange::formula::SIGNS;

/// The byte-order mark, by which a spreadsheet knows UTF-8.
const MARK: &str = "\u{FEFF}";

impl Source {
    /// The rows with a refusal as CSV with `;`: the cells of the list, then the row and why it was refused, under two
    /// headings that are given. Empty when nothing was refused.
    #[must_use]
    pub fn to_mend(&self, refused: &[Refusal], headings: [&str; 2], why: &dyn Fn(&Refusal) -> String) -> String {
        if refused.is_empty() {
            return String::new();
        }
        let table = &self.table;
        let width = table.headings.len();
        let mut lines = vec![line(table.headings.iter().map(String::as_str).chain(headings))];
        for row in refused.chunk_by(|one, next| one.row == next.row) {
            let Some(first) = row.first() else { continue };
            let at = table.records.partition_point(|record| record.row < first.row);
            let Some(record) = table.records.get(at).filter(|record| record.row == first.row) else {
                continue;
            };
            let cells = (0..width).map(|index| record.cells.get(index).unwrap_or_default());
            let reasons: Vec<String> = row.iter().map(why).collect();
            let (number, reasons) = (first.row.to_string(), reasons.join("; "));
            lines.push(line(cells.chain([number.as_str(), &reasons])));
        }
        format!("{MARK}{}\r\n", lines.join("\r\n"))
    }
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(safe).collect::<Vec<_>>().join(";")
}

/// A cell that a spreadsheet takes for text, quoted where it has to be.
fn safe(cell: &str) -> String {
    let zeros = cell.len() > 1 && cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit());
    let text = match cell.trim_start().chars().next() {
        _ if zeros => format!("=\"{cell}\""),
        Some(first) if SIGNS.contains(&first) => format!("'{}", cell.trim_start()),
        _ => cell.replace('\t', " "),
    };
    if text.contains([';', '"', '\n', '\r', '\'']) || text.starts_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
