//! What can be wrong with a list, as values.
//!
//! Three weights, kept apart by type: a [`ListError`] turns the whole file away, a [`Refusal`] one row, a [`Remark`]
//! asks for a look at a row that was accepted. Each carries what a sentence about it needs and nothing more: a
//! [`ListError`] holds headings but never a value from a pupil's row, and the `Debug` of the other two leaves the value
//! out, so that neither a log nor a crash report can show one.

use std::fmt;

use super::Column;

/// Why a file as a whole was turned away.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// There is nothing in the file but white space.
    #[error("empty list")]
    Empty,
    /// The file has headings, and no pupil below them.
    #[error("no pupils below the headings")]
    NoPupils,
    /// The bytes are no list: a picture, a document, or something that no longer is text.
    #[error("not text")]
    NotText,
    /// A workbook of before 2007, or one that is locked with a password.
    #[error("old or locked workbook")]
    OldWorkbook,
    /// A workbook that breaks off or contradicts itself.
    #[error("damaged workbook")]
    Damaged,
    /// A workbook that unpacks to, or claims, more than any list holds.
    #[error("workbook unpacks to too much")]
    Swollen,
    /// The workbook has no sheet of that name.
    #[error("no sheet {name}")]
    NoSuchSheet {
        /// The name that was asked for.
        name: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// Several sheets have headings that say equally much, and none was asked for.
    #[error("several sheets")]
    SeveralSheets {
        /// Those sheets.
        sheets: Vec<String>,
    },
    /// A heading that was said to be a column is not in the list.
    #[error("no heading {heading}")]
    NoSuchHeading {
        /// The heading that was named.
        heading: String,
        /// The headings there are.
        headings: Vec<String>,
    },
    /// Reading was broken off by whoever asked for it.
    #[error("stopped")]
    Stopped,
    /// The file is larger than [`super::MOST_BYTES`].
    #[error("list too large: {bytes} bytes")]
    TooLarge {
        /// The size of the file in bytes.
        bytes: usize,
        /// The limit in bytes.
        most: usize,
    },
    /// The file has more records than [`super::MOST_ROWS`].
    #[error("more than {most} rows")]
    TooManyRows {
        /// The limit in records.
        most: usize,
    },
    /// The headings run over more columns than [`super::MOST_COLUMNS`], or a line over more than any spreadsheet has.
    #[error("too many columns: {found}")]
    TooManyColumns {
        /// How many columns they take.
        found: usize,
        /// The limit in columns.
        most: usize,
    },
    /// No row among the first ones reads as headings. The rows themselves are not carried: without headings they are
    /// probably pupils.
    #[error("no heading row")]
    NoHeading {
        /// How many rows from the top are looked at.
        looked_at: usize,
    },
    /// There are headings, but not all that every row needs.
    #[error("columns missing: {missing:?}")]
    MissingColumn {
        /// The row of the headings.
        row: usize,
        /// The columns without a heading, never empty.
        missing: Vec<Column>,
        /// The headings that mean nothing to the program, among which the missing one may be.
        unknown: Vec<String>,
    },
    /// A list of schools or contacts lacks columns that every row needs.
    #[error("columns missing: {missing:?}")]
    MissingHeadings {
        /// The usual headings of those columns, never empty.
        missing: Vec<&'static str>,
        /// The headings that mean nothing to the program.
        unknown: Vec<String>,
    },
    /// The same heading stands above two columns, and nothing says which of them is the pupil's.
    #[error("two columns named {heading}")]
    ColumnTwice {
        /// The heading as in the file.
        heading: String,
        /// The column that both were taken for.
        column: Column,
    },
    /// A column holds citizen service numbers, by its heading or by its values. There is no field for them, and a list
    /// that has them was sent by mistake.
    #[error("column {column} holds citizen service numbers")]
    BsnColumn {
        /// The heading as in the file, or the column's spreadsheet letters when it has none.
        column: String,
    },
    /// A quotation mark opens a cell and is never closed, so that the rest of the file is one cell.
    #[error("quotation mark not closed, row {row}")]
    UnclosedQuote {
        /// The row in which the mark stands.
        row: usize,
    },
}

/// One problem of one row that was not accepted.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The row as a spreadsheet numbers it, from 1.
    pub row: usize,
    /// The heading as in the file, or the column's spreadsheet letters when it has none.
    pub column: String,
    /// The value as in the file, control characters escaped and cut after 80 characters, so that it can be shown.
    pub value: String,
    /// What is wrong with it.
    pub reason: RefusalReason,
}

/// Why a row was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// The pupil number is blank. Matching with earlier lists is by school and number, so there is nothing to go by.
    MissingNumber,
    /// The given or the family name is blank; the refusal's column says which.
    MissingName,
    /// The number was damaged by a spreadsheet: `1,2E+08`, or `4745.0`, which once may have been `004745`.
    DamagedNumber,
    /// The number holds `?` or U+FFFD where a character was lost.
    UnreadableNumber,
    /// Nine digits that pass the test of a citizen service number, among numbers that are otherwise none. The refusal
    /// does not carry the value.
    LooksLikeBsn,
    /// An earlier row of a list of schools has the same code: that one counts.
    SchoolTwice {
        /// That row.
        first_row: usize,
    },
    /// Another row has the same number: nobody knows whose it is, so neither is read.
    DuplicateNumber {
        /// That row, the first of several.
        other_row: usize,
    },
    /// The value is no date in any of the forms that are read.
    BadDate,
    /// The value has the form of a date, and there is no such day: 31 June.
    ImpossibleDate,
    /// A day of a year before 1900 or after 2099.
    FarDate,
    /// The day of the week that stands before it is that of another day.
    OtherWeekday,
    /// The day of birth is still to come.
    NotYetBorn,
    /// The pupil would leave on or before the day of birth.
    LeavingBeforeBirth,
    /// A control character that is no white space.
    ControlCharacter,
    /// A formula that could not be computed: `#N/B`, `#VALUE!`.
    CellError,
    /// No BRIN with a branch number.
    BadCode,
    /// A school that is not in the file.
    UnknownSchool,
    /// A party that is not in the file.
    UnknownParty,
    /// A rank that is no number from 1 to 9.
    BadRank,
    /// An earlier row has the same rank of the same school.
    RankTwice,
    /// A truth value, `WAAR` or `FALSE`, where a text or a day belongs.
    TruthValue,
    /// More than [`super::MOST_LETTERS`] characters.
    TooLong,
    /// The row has a filled cell where there is no heading: most often a delimiter in a value without quotation marks,
    /// which moves every value after it one column on.
    MoreCellsThanHeadings,
    /// A quotation mark in this row is closed in a later one, and the rows between have become one cell.
    SwallowedRows {
        /// How many lines that cell takes.
        lines: usize,
    },
}

/// Something to look at in a row that was accepted.
#[derive(Clone, PartialEq, Eq)]
pub struct Remark {
    /// The row as a spreadsheet numbers it, from 1.
    pub row: usize,
    /// The heading as in the file.
    pub column: String,
    /// The value as in the file, control characters escaped and cut after 80 characters, so that it can be shown.
    pub value: String,
    /// What to look at.
    pub reason: RemarkReason,
}

/// Why an accepted row asks for a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkReason {
    /// A name of a person or place holds a character that no name has: `?` where the school's program could not write a
    /// letter (`?ukasz`), U+FFFD where a byte fits no letter, or letters read in the wrong encoding (`ZoÃ«`, `Yýldýz`).
    /// In other texts only the last two are seen, since a company's name may hold any sign.
    UnreadableLetter,
    /// The value begins as a formula does: most often a cell that was meant to be computed and was not.
    Formula,
    /// The exit profile is a word that is not known; the row's profile is left as `None`.
    UnknownProfile,
    /// The pupil number is shorter than the others, which are all of one length and some of which begin with a zero: a
    /// spreadsheet may have taken its zeros off.
    ShortNumber,
}

impl fmt::Debug for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Refusal")
            .field("row", &self.row)
            .field("column", &self.column)
            .field("reason", &self.reason)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Remark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Remark")
            .field("row", &self.row)
            .field("column", &self.column)
            .field("reason", &self.reason)
            .finish_non_exhaustive()
    }
}
