//! Where a cell stands, and a number as text.

/// The most rows and columns that a sheet of either format can have.
const MOST_SHEET_ROWS: usize = 1_048_576;
const MOST_SHEET_COLUMNS: usize = 16_384;

/// An area of cells that shows one value, as far as it goes down: in the columns beside the first nothing is shown, and
/// a list has nothing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Merged {
    /// The row with the value, from 1.
    pub(super) first_row: usize,
    /// The last row.
    pub(super) last_row: usize,
    /// The column, from 0.
    pub(super) column: usize,
}

/// Row from 1 and column from 0 of a reference such as `AB12`; none when it is none within a sheet.
pub(super) fn place(reference: &str) -> Option<(usize, usize)> {
    let split = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = reference.split_at_checked(split)?;
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|value| *value < 26)?;
        column = column * 26 + usize::from(value) + 1;
    }
    let row: usize = digits.parse().ok()?;
    let within = (1..=MOST_SHEET_ROWS).contains(&row) && column <= MOST_SHEET_COLUMNS;
    within.then_some((row, column - 1))
}

/// A merged area such as `F4:F9`, when it goes over several rows.
pub(super) fn merged(reference: &str) -> Option<Merged> {
    let (first, last) = reference.split_once(':')?;
    let ((first_row, column), (last_row, _)) = (place(first)?, place(last)?);
    (first_row < last_row).then_some(Merged {
        first_row,
        last_row,
        column,
    })
}

/// A number as a person would write it: whole numbers without a point, no more digits than it has. Above fifteen digits
/// a spreadsheet has lost some, so it is written as a quantity, which no pupil number is.
pub(super) fn number(value: f64) -> String {
    if value.abs() >= 1e15 {
        return format!("{value:E}").replace('E', "E+");
    }
    format!("{value}")
}
