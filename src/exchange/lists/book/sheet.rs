//! The cells of one sheet, kept as far as a list can use them.

use std::borrow::Cow;
use std::collections::HashSet;

use csv::StringRecord;

use super::cells::Merged;
use crate::exchange::lists::table::{HEADINGS_WITHIN, Record};
use crate::exchange::lists::{ListError, MOST_COLUMNS, MOST_ROWS, Watch};

/// Columns beyond this are not kept: twice as many as a list may have, so that headings that run on are noticed.
pub(super) const KEPT_COLUMNS: usize = 2 * MOST_COLUMNS;

/// The most cells that are kept, blank ones before a filled one counted.
const MOST_CELLS: usize = 8_000_000;

/// The most bytes of text that are kept. A shared text is stored once in the file and copied to each of its cells here.
pub(super) const MOST_TEXT: usize = 96 * 1024 * 1024;

/// The most bytes of rows that are written anew to fill merged areas. A few areas over each row of a long list stay far
/// below it; areas of which every one lies over the whole list would never end.
const MOST_FILLED: usize = 512 * 1024 * 1024;

/// How many merged areas lie between two looks at whether to go on.
const LOOK: usize = 100;

/// How far a sheet is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Upto {
    /// As far as headings are looked for.
    Headings,
    /// To its end.
    End,
}

/// A sheet while it is read: rows from top to bottom, cells in any order within a row.
pub(super) struct Sheet {
    upto: Upto,
    /// The row being filled, from 1.
    row: usize,
    /// Its cells: column from 0, and text.
    cells: Vec<(usize, String)>,
    records: Vec<Record>,
    /// Areas that show one value.
    pub(super) merged: Vec<Merged>,
    kept_cells: usize,
    kept_text: usize,
}

impl Sheet {
    pub(super) fn new(upto: Upto) -> Self {
        Self {
            upto,
            row: 0,
            cells: Vec::new(),
            records: Vec::new(),
            merged: Vec::new(),
            kept_cells: 0,
            kept_text: 0,
        }
    }

    /// Goes to a row, from 1; whether the rows that were asked for are there, and the rest need not be read.
    ///
    /// # Errors
    ///
    /// [`ListError::Damaged`] when the row is not below the one before.
    pub(super) fn begin(&mut self, row: usize) -> Result<bool, ListError> {
        if row <= self.row {
            return Err(ListError::Damaged);
        }
        self.end()?;
        self.row = row;
        Ok(self.upto == Upto::Headings && self.records.len() >= HEADINGS_WITHIN)
    }

    /// Puts a text in a cell of the row. A borrowed text is copied only when it is kept, and a blank one counts as well:
    /// that it is blank is seen only by going through it, for each cell that shares it again.
    ///
    /// # Errors
    ///
    /// [`ListError::Swollen`] when the sheet holds more than a list can.
    pub(super) fn put(&mut self, column: usize, text: Cow<'_, str>) -> Result<(), ListError> {
        if column >= KEPT_COLUMNS {
            return Ok(());
        }
        self.kept_text += text.len();
        if self.kept_text > MOST_TEXT {
            return Err(ListError::Swollen);
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        if self.cells.len() >= KEPT_COLUMNS {
            return Err(ListError::Swollen);
        }
        self.cells.push((column, text.into_owned()));
        Ok(())
    }

    /// Makes a record of the row, when it holds anything.
    fn end(&mut self) -> Result<(), ListError> {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return Ok(());
        }
        if self.records.len() > MOST_ROWS {
            return Err(ListError::TooManyRows { most: MOST_ROWS });
        }
        // In a sound file they stand in order and each once; of two in one place the first counts.
        cells.sort_by_key(|(column, _)| *column);
        cells.dedup_by_key(|(column, _)| *column);
        let width = cells.last().map_or(0, |(column, _)| column + 1);
        self.kept_cells += width;
        if self.kept_cells > MOST_CELLS {
            return Err(ListError::Swollen);
        }
        let bytes = cells.iter().map(|(_, text)| text.len()).sum();
        let mut record = StringRecord::with_capacity(bytes, width);
        for (column, text) in &cells {
            while record.len() < *column {
                record.push_field("");
            }
            record.push_field(text);
        }
        self.records.push(Record {
            row: self.row,
            cells: record,
            width,
        });
        cells.clear();
        self.cells = cells;
        Ok(())
    }

    /// The rows that hold anything. A value that is merged over several rows stands in each of them, as it is shown.
    ///
    /// # Errors
    ///
    /// As [`Sheet::put`]; [`ListError::Stopped`].
    pub(super) fn into_records(mut self, watch: Watch<'_>) -> Result<Vec<Record>, ListError> {
        self.end()?;
        let mut seen = HashSet::new();
        self.merged.retain(|area| seen.insert(*area));
        let mut filled = 0_usize;
        for (at, area) in self.merged.iter().enumerate() {
            if at % LOOK == LOOK - 1 && !watch(self.records.len()) {
                return Err(ListError::Stopped);
            }
            let first = self.records.partition_point(|record| record.row < area.first_row);
            let last = self.records.partition_point(|record| record.row <= area.last_row);
            let Some((top, below)) = self.records.get_mut(first..last).and_then(<[Record]>::split_first_mut) else {
                continue;
            };
            let value = top.cells.get(area.column).unwrap_or_default().to_owned();
            if top.row != area.first_row || value.is_empty() {
                continue;
            }
            for record in below {
                // The whole row is written anew, however many of its cells were there already.
                self.kept_text += value.len();
                self.kept_cells += record.cells.len().max(area.column + 1);
                filled += record.cells.as_slice().len();
                if self.kept_text > MOST_TEXT || self.kept_cells > MOST_CELLS || filled > MOST_FILLED {
                    return Err(ListError::Swollen);
                }
                fill(record, area.column, &value);
            }
        }
        Ok(self.records)
    }
}

/// Puts a value in a cell of a record. What a program left there is not shown under a merged area, so it goes.
fn fill(record: &mut Record, column: usize, value: &str) {
    let length = record.cells.len().max(column + 1);
    let cells = (0..length).map(|at| match record.cells.get(at) {
        _ if at == column => value,
        Some(cell) => cell,
        None => "",
    });
    record.cells = cells.collect();
    record.width = record.width.max(length);
}
