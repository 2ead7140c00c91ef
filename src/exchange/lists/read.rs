//! Records to rows.
//!
//! Each record is judged as a whole: all its problems are named at once, so that the chair mends a row in one go. The
//! columns come from outside, so that a mapping chosen by hand can take the place of the one that was recognised.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::dates::{self, Century};
use super::source::Origin;
use super::table::{Record, Table};
use super::values::{clean, fold, is_misread, is_unreadable, number, profile, shown, unwrapped};
use super::{Column, List, ListError, ListProfile, ListRow, Refusal, RefusalReason, Remark, RemarkReason, Watch};
use crate::domain::bsn::looks_like_bsn;
use crate::exchange::formula;

/// Makes the list of a table whose columns are known.
///
/// # Errors
///
/// [`ListError::NoPupils`] when the table holds nothing but its headings over again, [`ListError::Stopped`].
pub(super) fn read(
    origin: &Origin,
    table: &Table,
    (columns, today): (Vec<Option<Column>>, Option<NaiveDate>),
    watch: Watch<'_>,
) -> Result<List, ListError> {
    let mut list = List {
        encoding: origin.kind,
        sheet: origin.sheet.clone(),
        delimiter: table.delimiter.map_or('\t', char::from),
        heading_row: table.heading_row,
        columns: (0..).map(|index| table.column_name(index)).zip(columns).collect(),
        rows: Vec::with_capacity(table.records.len()),
        refused: Vec::new(),
        refused_numbers: Vec::new(),
        remarks: Vec::new(),
    };
    let places = list
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, (_, column))| Some(((*column)?, index)));
    let layout = Layout {
        places: places.collect(),
        table,
        unicode: origin.unicode,
        today,
        many_nine: has_many_of_nine(table, &list),
    };
    let mut numbers = Numbers::default();
    for (read, record) in table.records.iter().enumerate() {
        if read.is_multiple_of(LOOK) && !watch(read) {
            return Err(ListError::Stopped);
        }
        if layout.is_headings_again(record) {
            continue;
        }
        let mut reading = Reading {
            layout: &layout,
            record,
            refused: Vec::new(),
            remarks: Vec::new(),
        };
        let row = reading.row(&mut numbers);
        if reading.refused.is_empty() {
            list.rows.push(row);
            list.remarks.append(&mut reading.remarks);
        } else {
            list.refused.append(&mut reading.refused);
            list.refused_numbers
                .extend(Some(row.number).filter(|number| !number.is_empty()));
        }
    }
    if list.rows.is_empty() && list.refused.is_empty() {
        return Err(ListError::NoPupils);
    }
    refuse_the_first_of_each(&mut list, numbers);
    remark_short_numbers(&mut list);
    Ok(list)
}

/// The numbers so far: the first row of each, and the row after it that has the same.
#[derive(Default)]
struct Numbers {
    first: HashMap<String, usize>,
    twice: HashMap<String, usize>,
}

/// Refuses the rows whose number came again further down, as those were refused: which of them is the pupil nobody
/// knows, and the first is no better than the last.
fn refuse_the_first_of_each(list: &mut List, numbers: Numbers) {
    if numbers.twice.is_empty() {
        return;
    }
    let column = list.columns.iter().find(|(_, column)| *column == Some(Column::Number));
    let column = column.map(|(heading, _)| heading.clone()).unwrap_or_default();
    let mut firsts: HashMap<usize, (String, usize)> = HashMap::new();
    for (number, other_row) in numbers.twice {
        if let Some(row) = numbers.first.get(&number) {
            firsts.insert(*row, (number, other_row));
        }
    }
    list.rows.retain(|row| !firsts.contains_key(&row.row));
    list.remarks.retain(|remark| !firsts.contains_key(&remark.row));
    for (row, (number, other_row)) in firsts {
        list.refused.push(Refusal {
            row,
            column: column.clone(),
            value: shown(&number),
            reason: RefusalReason::DuplicateNumber { other_row },
        });
    }
    list.refused.sort_by_key(|refusal| refusal.row);
}

/// Whether at least half of the pupil numbers have nine figures: then one of eleven passes for a citizen service number
/// by chance, and that it does says nothing.
fn has_many_of_nine(table: &Table, list: &List) -> bool {
    let place = list
        .columns
        .iter()
        .position(|(_, column)| *column == Some(Column::Number));
    let cells = table.records.iter().filter_map(|record| record.cells.get(place?));
    let (mut filled, mut nine) = (0_usize, 0_usize);
    for cell in cells.map(|cell| unwrapped(cell.trim())).filter(|cell| !cell.is_empty()) {
        filled += 1;
        nine += usize::from(cell.len() == 9 && cell.bytes().all(|byte| byte.is_ascii_digit()));
    }
    // By itself a number is no series.
    filled > 1 && 2 * nine >= filled
}

/// Remarks on numbers that may have lost their zeros: shorter than most, which are of one length and of which one begins
/// with a zero. What they were is not guessed.
fn remark_short_numbers(list: &mut List) {
    let mut lengths: HashMap<usize, (usize, bool)> = HashMap::new();
    for number in list.rows.iter().map(|row| &row.number) {
        let (count, zero) = lengths.entry(number.len()).or_default();
        *count += 1;
        *zero |= number.starts_with('0') && number.len() > 1;
    }
    let usual = lengths.into_iter().max_by_key(|(length, (count, _))| (*count, *length));
    let Some((length, (count, true))) = usual else { return };
    let column = list.columns.iter().find(|(_, column)| *column == Some(Column::Number));
    let heading = column.map(|(heading, _)| heading.clone()).unwrap_or_default();
    if 2 * count <= list.rows.len() {
        return;
    }
    let digits = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    let short = list
        .rows
        .iter()
        .filter(|row| row.number.len() < length && digits(&row.number));
    let remarks: Vec<Remark> = short
        .map(|row| Remark {
            row: row.row,
            column: heading.clone(),
            value: row.number.clone(),
            reason: RemarkReason::ShortNumber,
        })
        .collect();
    list.remarks.extend(remarks);
    list.remarks.sort_by_key(|remark| remark.row);
}

/// How many rows lie between two looks at whether to go on.
const LOOK: usize = 1000;

/// Where each column stands.
struct Layout<'a> {
    places: Vec<(Column, usize)>,
    table: &'a Table,
    unicode: bool,
    /// The day on which it is read; without one nothing is said of days to come.
    today: Option<NaiveDate>,
    /// Whether the numbers of this list have nine figures.
    many_nine: bool,
}

impl Layout<'_> {
    fn place(&self, column: Column) -> Option<usize> {
        self.places
            .iter()
            .find(|(known, _)| *known == column)
            .map(|(_, index)| *index)
    }

    /// Whether a record repeats the headings, as lists do that were made for printing.
    fn is_headings_again(&self, record: &Record) -> bool {
        self.places.iter().take(2).all(|(_, index)| {
            record.cells.get(*index).is_some_and(|cell| {
                self.table
                    .headings
                    .get(*index)
                    .is_some_and(|heading| fold(cell) == fold(heading))
            })
        })
    }
}

/// One record being read, and what is wrong with it so far.
struct Reading<'a> {
    layout: &'a Layout<'a>,
    record: &'a Record,
    refused: Vec<Refusal>,
    remarks: Vec<Remark>,
}

impl Reading<'_> {
    /// Reads the record; the row counts only if nothing was refused on the way.
    fn row(&mut self, numbers: &mut Numbers) -> ListRow {
        let mut row = ListRow {
            row: self.record.row,
            number: String::new(),
            given: String::new(),
            infix: String::new(),
            family: String::new(),
            birth: None,
            class: String::new(),
            profile: None,
            leaving: None,
            placement: String::new(),
            residence: String::new(),
        };
        if self.is_out_of_place() {
            return row;
        }
        row.number = self.number(numbers);
        row.given = self.name(Column::Given);
        row.infix = self.name(Column::Infix);
        row.family = self.name(Column::Family);
        row.birth = self.day(Column::Birth, Century::Birth);
        row.class = self.text(Column::Class);
        row.profile = self.profile();
        row.leaving = self.day(Column::Leaving, Century::Leaving);
        row.placement = self.text(Column::Placement);
        row.residence = self.name(Column::Residence);
        if row
            .birth
            .zip(self.layout.today)
            .is_some_and(|(birth, today)| birth > today)
        {
            self.refuse(Column::Birth, RefusalReason::NotYetBorn);
        } else if matches!((row.birth, row.leaving), (Some(birth), Some(leaving)) if leaving <= birth) {
            self.refuse(Column::Leaving, RefusalReason::LeavingBeforeBirth);
        }
        row
    }

    /// Refuses a record whose values do not stand under their own headings: nothing else in it can be trusted.
    fn is_out_of_place(&mut self) -> bool {
        let width = self.layout.table.headings.len();
        // In a sheet every cell stands where it belongs, and what is noted beside the list is not the list.
        let Some(delimiter) = self.layout.table.delimiter.map(char::from) else {
            return false;
        };
        // A cell that swallowed rows was opened in one column of its own row and closed in some column of a later one.
        // Not further left, and it holds as many delimiters as a row has; further left, and its row has cells too many.
        let more = self.record.width > self.layout.table.width;
        let swallowed = |cell: &str| {
            let delimiters = cell.matches(delimiter).count();
            cell.contains('\n') && delimiters > 0 && (more || delimiters + 1 >= width)
        };
        if let Some((index, cell)) = self.record.cells.iter().enumerate().find(|(_, cell)| swallowed(cell)) {
            let lines = cell.matches('\n').count() + 1;
            self.refuse_at(index, RefusalReason::SwallowedRows { lines });
        } else if let Some((index, _)) = self
            .record
            .cells
            .iter()
            .enumerate()
            .skip(width)
            .find(|(_, cell)| !cell.trim().is_empty())
        {
            self.refuse_at(index, RefusalReason::MoreCellsThanHeadings);
        }
        !self.refused.is_empty()
    }

    /// The cell under a column as in the file; empty when the list has no such column or the row ends before it.
    fn cell(&self, column: Column) -> &str {
        let cell = self.layout.place(column).and_then(|index| self.record.cells.get(index));
        cell.map_or("", str::trim)
    }

    /// A column's text, empty when it was refused, and remarked on when it was read in the wrong encoding. What else
    /// may stand in the name of a class or a company nobody can say.
    fn text(&mut self, column: Column) -> String {
        let text = self.cleaned(column);
        if is_misread(self.cell(column)) {
            self.remark(column, RemarkReason::UnreadableLetter);
        }
        text
    }

    fn cleaned(&mut self, column: Column) -> String {
        self.kept(column, clean(self.cell(column)))
    }

    /// A name of a person or place; given and family name must be there. A letter that arrived damaged is remarked on,
    /// not refused.
    fn name(&mut self, column: Column) -> String {
        let faults = self.refused.len();
        let name = self.cleaned(column);
        if self.refused.len() > faults {
            return name;
        }
        if name.is_empty() && Column::REQUIRED.contains(&column) {
            self.refuse(column, RefusalReason::MissingName);
        } else if formula::begins(unwrapped(self.cell(column))) {
            self.remark(column, RemarkReason::Formula);
        } else if is_unreadable(unwrapped(self.cell(column)), self.layout.unicode) {
            self.remark(column, RemarkReason::UnreadableLetter);
        }
        name
    }

    /// The pupil number, which must be there and be new.
    fn number(&mut self, numbers: &mut Numbers) -> String {
        let faults = self.refused.len();
        if !self.layout.many_nine && looks_like_bsn(unwrapped(self.cell(Column::Number))) {
            self.refuse(Column::Number, RefusalReason::LooksLikeBsn);
            return String::new();
        }
        let number = self.kept(Column::Number, number(self.cell(Column::Number)));
        if self.refused.len() > faults {
            return number;
        }
        if number.is_empty() {
            self.refuse(Column::Number, RefusalReason::MissingNumber);
        } else if let Some(other_row) = numbers.first.get(&number).copied() {
            self.refuse(Column::Number, RefusalReason::DuplicateNumber { other_row });
            numbers.twice.entry(number.clone()).or_insert(self.record.row);
        } else {
            numbers.first.insert(number.clone(), self.record.row);
        }
        number
    }

    /// A day, if the list gives one.
    fn day(&mut self, column: Column, century: Century) -> Option<NaiveDate> {
        let day = clean(self.cell(column)).and_then(|text| dates::read(&text, century, self.layout.table.serials));
        self.kept(column, day)
    }

    /// The exit profile, if the list gives one that is known.
    fn profile(&mut self) -> Option<ListProfile> {
        let text = self.cleaned(Column::Profile);
        profile(&text).unwrap_or_else(|()| {
            self.remark(Column::Profile, RemarkReason::UnknownProfile);
            None
        })
    }

    /// The value, or nothing and a refusal.
    fn kept<T: Default>(&mut self, column: Column, value: Result<T, RefusalReason>) -> T {
        value.unwrap_or_else(|reason| {
            self.refuse(column, reason);
            T::default()
        })
    }

    fn refuse(&mut self, column: Column, reason: RefusalReason) {
        if let Some(index) = self.layout.place(column) {
            self.refuse_at(index, reason);
        }
    }

    fn refuse_at(&mut self, index: usize, reason: RefusalReason) {
        let (row, column) = (self.record.row, self.layout.table.column_name(index));
        // What has no place here is not told on either.
        let value = match reason {
            RefusalReason::LooksLikeBsn => String::new(),
            _ => shown(self.cell_at(index)),
        };
        self.refused.push(Refusal {
            row,
            column,
            value,
            reason,
        });
    }

    fn remark(&mut self, column: Column, reason: RemarkReason) {
        if let Some(index) = self.layout.place(column) {
            let (row, column) = (self.record.row, self.layout.table.column_name(index));
            self.remarks.push(Remark {
                row,
                column,
                value: shown(self.cell_at(index)),
                reason,
            });
        }
    }

    fn cell_at(&self, index: usize) -> &str {
        self.record.cells.get(index).unwrap_or_default()
    }
}
