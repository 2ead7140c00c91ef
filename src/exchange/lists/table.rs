//! Text to headings and records.
//!
//! Which of the three delimiters a file uses, and which of its first rows holds the headings, is one question: the
//! answer is the pair under which most headings are understood. Counting delimiters would go wrong on names and
//! companies with commas in them. A workbook makes the same [`Table`] of the rows of a sheet.

use std::io::Read;

use chrono::NaiveDate;
use csv::StringRecord;

use super::values::heading_text;
use super::{ListError, MOST_COLUMNS, MOST_ROWS, Watch};

/// Which column a heading names, as a number: 0 is the one that proves by itself that a row holds headings.
pub(super) type Known<'a> = &'a dyn Fn(&str) -> Option<u8>;

/// From which day a spreadsheet counts the serial numbers of its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Serials {
    /// 1 January 1900 is 1, and the day that 1900 did not have, 29 February, is counted.
    #[default]
    From1900,
    /// 1 January 1904 is 0: workbooks that began on a Mac.
    From1904,
}

impl Serials {
    /// The day whose number is 0, for every day after February 1900.
    pub(super) fn zero(self) -> Option<NaiveDate> {
        match self {
            Self::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
            Self::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        }
    }
}

/// What separates cells, in order of preference when two explain the headings equally well.
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// How many rows from the top are looked at for headings: titles and the date of printing take fewer.
pub(super) const HEADINGS_WITHIN: usize = 20;

/// The most delimiters a line may have: the columns of the widest spreadsheet. Programs do write thousands of blank
/// cells after the last heading, but a line of millions is there to claim memory.
const MOST_DELIMITERS: usize = 16_384;

/// Written after the last line while reading. If it does not come back as a record of its own, a quotation mark was
/// never closed. It holds a private-use character, so that no list has this line.
const END: &str = "\u{F8FF}end\u{F8FF}";

/// No headings among the first rows.
const NO_HEADING: ListError = ListError::NoHeading {
    looked_at: HEADINGS_WITHIN,
};

/// One row of cells below the headings.
#[derive(Clone)]
pub(super) struct Record {
    /// The row as a spreadsheet numbers it, from 1.
    pub(super) row: usize,
    /// The cells up to the last one that holds anything, as in the file.
    pub(super) cells: StringRecord,
    /// How many cells the row has in the file, blank ones after the last filled one included.
    pub(super) width: usize,
}

/// A list as a grid, before anything is made of its cells.
pub(super) struct Table {
    /// What separated the cells; nothing in a sheet.
    pub(super) delimiter: Option<u8>,
    /// What a bare number means as a day.
    pub(super) serials: Serials,
    /// The row of the headings.
    pub(super) heading_row: usize,
    /// The headings, fit to be shown; a blank one is empty.
    pub(super) headings: Vec<String>,
    /// How many cells the row of the headings has in the file.
    pub(super) width: usize,
    /// The rows below the headings that hold anything, never none.
    pub(super) records: Vec<Record>,
}

impl Table {
    /// Reads a table from CSV text with `\n` line ends.
    ///
    /// # Errors
    ///
    /// [`ListError::NoHeading`], [`ListError::TooManyColumns`], [`ListError::TooManyRows`],
    /// [`ListError::UnclosedQuote`] or [`ListError::NoPupils`].
    pub(super) fn from_csv(text: &str, known: Known<'_>, guess: bool, watch: Watch<'_>) -> Result<Self, ListError> {
        let (text, told) = told_delimiter(text);
        if let Some(found) = too_wide(text) {
            return Err(ListError::TooManyColumns {
                found,
                most: MOST_COLUMNS,
            });
        }
        let head = |delimiter| find_headings(Records::new(text.as_bytes(), delimiter), known);
        let (delimiter, found) = DELIMITERS
            .into_iter()
            .filter(|delimiter| told.is_none_or(|told| told == *delimiter))
            .filter_map(|delimiter| Some((delimiter, head(delimiter)?)))
            // The first of equals wins, where `max_by_key` alone would take the last.
            .rev()
            .max_by_key(|(_, found)| found.understood)
            .or_else(|| {
                let most = DELIMITERS.into_iter().rev().filter(|_| guess).filter_map(|delimiter| {
                    let found = guess_headings(Records::new(text.as_bytes(), delimiter))?;
                    Some((delimiter, found))
                });
                most.max_by_key(|(_, found)| found.headings.len())
            })
            .ok_or(NO_HEADING)?;
        let table = Self {
            delimiter: Some(delimiter),
            serials: Serials::From1900,
            heading_row: found.row,
            headings: found.headings,
            width: found.width,
            records: Vec::new(),
        };
        table.fitting()?.over(all_records(text, delimiter, watch)?)
    }

    /// Makes a table of the rows of a sheet.
    ///
    /// # Errors
    ///
    /// [`ListError::Empty`], [`ListError::NoHeading`], [`ListError::TooManyColumns`] or [`ListError::NoPupils`].
    pub(super) fn from_rows(
        records: Vec<Record>,
        known: Known<'_>,
        guess: bool,
        serials: Serials,
    ) -> Result<Self, ListError> {
        if records.is_empty() {
            return Err(ListError::Empty);
        }
        let found = find_headings(records.iter().cloned(), known)
            .or_else(|| guess_headings(records.iter().filter(|_| guess).cloned()))
            .ok_or(NO_HEADING)?;
        let table = Self {
            delimiter: None,
            serials,
            heading_row: found.row,
            headings: found.headings,
            width: found.width,
            records: Vec::new(),
        };
        table.fitting()?.over(records)
    }

    /// Refuses headings that run over too many columns, before any row below them is read.
    fn fitting(self) -> Result<Self, ListError> {
        let found = self.headings.len();
        if found > MOST_COLUMNS {
            return Err(ListError::TooManyColumns {
                found,
                most: MOST_COLUMNS,
            });
        }
        Ok(self)
    }

    /// The table with the records below its headings, of which there must be one.
    fn over(mut self, mut records: Vec<Record>) -> Result<Self, ListError> {
        records.retain(|record| record.row > self.heading_row);
        if records.is_empty() {
            return Err(ListError::NoPupils);
        }
        self.records = records;
        Ok(self)
    }

    /// What a column is called in a problem: its heading, or its spreadsheet letters when it has none.
    pub(super) fn column_name(&self, index: usize) -> String {
        match self.headings.get(index) {
            Some(heading) if !heading.is_empty() => heading.clone(),
            _ => letters(index),
        }
    }
}

/// Some programs write `sep=;` above the headings for Excel, which obeys the line and does not show it; so it is taken
/// off and not counted as a row.
fn told_delimiter(text: &str) -> (&str, Option<u8>) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let told = first.trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match told {
        Some([delimiter]) if DELIMITERS.contains(delimiter) => (rest, Some(*delimiter)),
        _ => (text, None),
    }
}

/// The number of cells of the first line that has more than any list can.
fn too_wide(text: &str) -> Option<usize> {
    let long = text.split('\n').filter(|line| line.len() > MOST_DELIMITERS);
    long.flat_map(|line| DELIMITERS.map(|delimiter| line.matches(char::from(delimiter)).count()))
        .find(|delimiters| *delimiters > MOST_DELIMITERS)
        .map(|delimiters| delimiters + 1)
}

/// The row that reads as headings under one delimiter.
struct HeadingsFound {
    headings: Vec<String>,
    width: usize,
    row: usize,
    /// How many different columns it names.
    understood: usize,
}

/// How many different columns the headings among some rows name; 0 when none of the rows reads as headings.
pub(super) fn understood(records: &[Record], known: Known<'_>) -> usize {
    find_headings(records.iter().cloned(), known).map_or(0, |found| found.understood)
}

/// Finds the row among the first ones that names most columns. One word that happens to be a heading proves nothing,
/// unless it is one that no row below has, as the pupil number's.
fn find_headings(records: impl Iterator<Item = Record>, known: Known<'_>) -> Option<HeadingsFound> {
    let mut best: Option<HeadingsFound> = None;
    for record in records.take(HEADINGS_WITHIN) {
        let headings: Vec<String> = record.cells.iter().map(heading_text).collect();
        let mut columns: Vec<u8> = headings.iter().filter_map(|heading| known(heading)).collect();
        columns.sort_unstable();
        columns.dedup();
        let sure = columns.len() > 1 || columns.contains(&0);
        if sure && best.as_ref().is_none_or(|best| columns.len() > best.understood) {
            best = Some(HeadingsFound {
                headings,
                width: record.width,
                row: record.row,
                understood: columns.len(),
            });
        }
    }
    best
}

/// Takes the first row that could be headings for them, where none is understood and a person will say what each is:
/// three words or more, and no number among them.
fn guess_headings(records: impl Iterator<Item = Record>) -> Option<HeadingsFound> {
    let figures = |cell: &str| cell.bytes().any(|byte| byte.is_ascii_digit());
    let mut first = records.take(HEADINGS_WITHIN);
    let record = first.find(|record| {
        let filled = record.cells.iter().filter(|cell| !cell.trim().is_empty());
        filled.count() > 2 && !record.cells.iter().any(figures)
    })?;
    Some(HeadingsFound {
        headings: record.cells.iter().map(heading_text).collect(),
        width: record.width,
        row: record.row,
        understood: 0,
    })
}

/// All records of the text that hold anything.
fn all_records(text: &str, delimiter: u8, watch: Watch<'_>) -> Result<Vec<Record>, ListError> {
    let tail = ["\n", END, "\n"].concat();
    let mut records = Vec::new();
    for record in Records::new(text.as_bytes().chain(tail.as_bytes()), delimiter) {
        // Besides the pupils there are the headings and the end mark.
        if records.len() > MOST_ROWS + 1 {
            return Err(ListError::TooManyRows { most: MOST_ROWS });
        }
        if records.len().is_multiple_of(1000) && !watch(records.len()) {
            return Err(ListError::Stopped);
        }
        records.push(record);
    }
    match records.pop() {
        Some(last) if last.cells == *[END].as_slice() => Ok(records),
        // The line break that would have ended this record is within it, so it counted itself one row too early.
        last => Err(ListError::UnclosedQuote {
            row: last.map_or(1, |record| record.row + 1),
        }),
    }
}

/// The records of CSV text that hold anything, each with its row.
struct Records<R> {
    reader: csv::Reader<R>,
    record: StringRecord,
    /// Line breaks within cells so far: a spreadsheet shows such a cell in one row, so they do not count as rows.
    within: usize,
}

impl<R: Read> Records<R> {
    fn new(text: R, delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text);
        Self {
            reader,
            record: StringRecord::new(),
            within: 0,
        }
    }
}

impl<R: Read> Iterator for Records<R> {
    type Item = Record;

    /// The next record. Reading from memory in flexible mode over valid UTF-8 cannot fail, so a failure would only be
    /// the end; the end mark then shows that it came too early.
    fn next(&mut self) -> Option<Record> {
        while self.reader.read_record(&mut self.record).unwrap_or(false) {
            self.within += self.record.as_slice().matches('\n').count();
            let next_line = usize::try_from(self.reader.position().line()).unwrap_or(usize::MAX);
            let row = next_line.saturating_sub(1 + self.within);
            let filled = self
                .record
                .iter()
                .enumerate()
                .filter(|(_, cell)| !cell.trim().is_empty());
            if let Some((last, _)) = filled.last() {
                let mut cells = self.record.clone();
                cells.truncate(last + 1);
                let width = self.record.len();
                return Some(Record { row, cells, width });
            }
        }
        None
    }
}

/// A column's letters as a spreadsheet shows them, from an index that starts at 0: A, B, … Z, AA.
fn letters(index: usize) -> String {
    let mut rest = index + 1;
    let mut reversed = String::new();
    while rest > 0 {
        rest -= 1;
        reversed.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    reversed.chars().rev().collect()
}
