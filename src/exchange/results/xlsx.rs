//! Result tables as a workbook, one sheet for each.
//!
//! The rule: a count is a number and everything else is text, also what begins like a formula: no cell is computed.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{Cell, Grid, ResultPaper};

/// The most characters of the name of a sheet.
const NAME: usize = 31;
/// How wide the first column is, and the others, in characters.
const WIDTHS: (f64, f64) = (56.0, 14.0);

/// The bytes of the workbook.
///
/// # Errors
/// When the library refuses, which it does for more rows or columns than a sheet can have.
pub fn workbook(paper: &ResultPaper) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut names: Vec<String> = Vec::new();
    for grid in &paper.grids {
        let name = free_name(&grid.title, &names);
        write(paper, grid, book.add_worksheet().set_name(&name)?)?;
        names.push(name);
    }
    book.save_to_buffer()
}

fn write(paper: &ResultPaper, grid: &Grid, sheet: &mut rust_xlsxwriter::Worksheet) -> Result<(), XlsxError> {
    let (bold, date) = (Format::new().set_bold(), Format::new());
    let mut at = 0;
    for (line, format) in std::iter::once((&paper.title, &bold)).chain(paper.lines.iter().map(|line| (line, &date))) {
        sheet.write_string_with_format(at, 0, line, format)?;
        at += 1;
    }
    at += 1;
    for (column, heading) in (0..).zip(&grid.columns) {
        sheet.write_string_with_format(at, column, heading, &bold)?;
        sheet.set_column_width(column, if column == 0 { WIDTHS.0 } else { WIDTHS.1 })?;
    }
    for row in &grid.rows {
        at += 1;
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text, depth) => {
                    let format = Format::new().set_indent(u8::try_from(*depth).unwrap_or(0));
                    sheet.write_string_with_format(at, column, text, &format)?;
                }
                // A count of young people is far below where a spreadsheet's numbers lose their last digits.
                Cell::Count(count) => {
                    sheet.write_number(at, column, *count as f64)?;
                }
            }
        }
    }
    at += 1;
    for note in &grid.notes {
        at += 1;
        sheet.write_string(at, 0, note)?;
    }
    Ok(())
}

/// A name that a sheet may have and no other sheet has.
fn free_name(title: &str, taken: &[String]) -> String {
    let plain =
        |letter: char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !letter.is_control();
    let base: String = title.chars().filter(|letter| plain(*letter)).take(NAME).collect();
    let is_taken = |name: &String| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let numbered = |number: usize| {
        let tail = format!(" {number}");
        let head: String = base.chars().take(NAME - tail.chars().count()).collect();
        format!("{head}{tail}")
    };
    if !base.trim().is_empty() && !is_taken(&base) {
        return base;
    }
    (2..).map(numbered).find(|name| !is_taken(name)).unwrap_or(base)
}
