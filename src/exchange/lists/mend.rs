//! Refused rows written down again, for a person to mend and send back.
//!
//! Two rules. The file can be read again as it is: its first columns are those of the list, and the two that are added
//! mean nothing to the reader. And it does nothing when a spreadsheet opens it: a cell that could be a formula is made a
//! text, while a number with zeros in front is written so that the zeros stay.
//!
//! Of a row whose cells do not stand under their own headings nobody knows which pupil it is. Sent back as it is it must
//! not pass for one, so it has no pupil number there: that stands behind the reason, with the cells that no heading is
//! above, for whoever mends the row to put each where it belongs.

use super::values::is_invisible;
use super::{Column, List, Refusal, RefusalReason, Source};
use crate::exchange::formula::SIGNS;

/// The byte-order mark, by which a spreadsheet knows UTF-8.
const MARK: &str = "\u{FEFF}";

impl Source {
    /// The rows with a refusal as CSV with `;`: the cells of the list, then the row and why it was refused, under two
    /// headings that are given; behind them, of a row that is out of place, its number and its cells without a heading.
    /// Empty when nothing was refused. `list` is what was read of this source.
    #[must_use]
    pub fn to_mend(&self, list: &List, headings: [&str; 2], why: &dyn Fn(&Refusal) -> String) -> String {
        if list.refused.is_empty() {
            return String::new();
        }
        let table = &self.table;
        let width = table.headings.len();
        let place = list
            .columns
            .iter()
            .position(|(_, column)| *column == Some(Column::Number));
        let mut lines = vec![line(table.headings.iter().map(String::as_str).chain(headings))];
        for row in list.refused.chunk_by(|one, next| one.row == next.row) {
            let Some(first) = row.first() else { continue };
            let at = table.records.partition_point(|record| record.row < first.row);
            let Some(record) = table.records.get(at).filter(|record| record.row == first.row) else {
                continue;
            };
            let displaced = row.iter().any(|one| is_out_of_place(one.reason));
            // What looks like a citizen service number goes nowhere, this file included.
            let bsn = row.iter().any(|one| one.reason == RefusalReason::LooksLikeBsn);
            let withheld = place.filter(|_| displaced || bsn);
            let cells = (0..width).map(|index| match record.cells.get(index) {
                Some(cell) if withheld != Some(index) => cell,
                _ => "",
            });
            let number_there = withheld
                .filter(|_| !bsn)
                .map(|place| record.cells.get(place).unwrap_or_default());
            let surplus = record.cells.iter().skip(width).filter(|_| displaced);
            let reasons: Vec<String> = row.iter().map(why).collect();
            let (number, reasons) = (first.row.to_string(), reasons.join("; "));
            let told = cells.chain([number.as_str(), &reasons]);
            lines.push(line(told.chain(number_there).chain(surplus)));
        }
        format!("{MARK}{}\r\n", lines.join("\r\n"))
    }
}

/// Whether the cells of a row do not stand under their own headings.
fn is_out_of_place(reason: RefusalReason) -> bool {
    matches!(
        reason,
        RefusalReason::MoreCellsThanHeadings | RefusalReason::SwallowedRows { .. }
    )
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(safe).collect::<Vec<_>>().join(";")
}

/// A cell that a spreadsheet takes for text, quoted where it has to be. A control character, which could steer whatever
/// shows the file, is a mark that something was lost; what cannot be seen at all is left out.
fn safe(cell: &str) -> String {
    let kept = |letter: &char| !is_invisible(*letter);
    let plain: String = cell
        .chars()
        .filter(kept)
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            '\r' => '\n',
            letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
            letter => letter,
        })
        .collect();
    let cell = plain.replace("\n\n", "\n");
    let cell = cell.as_str();
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
