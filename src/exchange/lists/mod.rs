//! A school's pupil list: bytes in, rows and problems out.
//!
//! A chair never types a class list, and no pupil may drop off one silently. So every line of the file ends in
//! exactly one of three places: in [`List::rows`], in [`List::refused`] with its row, column, value and reason, or,
//! when the file as a whole cannot be trusted, behind one [`ListError`]. Only title lines above the headings, headings
//! repeated further down and lines that hold nothing at all are passed over.
//!
//! What is read is never guessed. A value that has one reading is read, whatever its form; a value with none
//! refuses its row. A name that arrived damaged (`?ukasz`) is the one exception: a wrong name for a minor is bad,
//! but a pupil missing from the list is worse, so the row is accepted and a [`Remark`] names it until somebody mends
//! it.
//!
//! The way in has four steps, one module each: `decode` makes text of bytes, or `book` rows of a workbook's sheet;
//! `table` makes headings and records of them; `columns` says which heading is which [`Column`], with what a person said
//! of it ([`Mapping`]) before what is recognised; and `read` makes rows of records. A [`Source`] is the file after the
//! second step, so that a mapping can be changed without reading it again. `bsn` stands between the last two and turns
//! away a file with citizen service numbers. `mend` writes refused rows down again. Nothing here opens files, knows the
//! day, or holds a sentence: problems are values, and the text room makes sentences of them.

mod book;
mod bsn;
mod columns;
mod contacts;
mod dates;
mod decode;
mod mapping;
mod mend;
mod plain;
mod problems;
mod read;
mod schools;
mod source;
mod table;
mod values;

pub use columns::Column;
pub use contacts::{ContactList, ListedContact, read_contacts};
pub use mapping::Mapping;
pub use problems::{ListError, Refusal, RefusalReason, Remark, RemarkReason};
pub use schools::{ListedSchool, SchoolList, read_schools};
pub use source::{Choice, Heading, Source};

use std::fmt;

use chrono::NaiveDate;

/// The exit profile as a list can give it: one of the three of special secondary education, whose words practical
/// education uses too, or that it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListProfile {
    /// *Vervolgonderwijs*: on to further education.
    FurtherEducation,
    /// *Arbeidsmarkt*: on to work.
    LabourMarket,
    /// *Dagbesteding*: on to day activities.
    DayActivity,
    /// *Onbekend*: the list says in so many words that it is not known.
    Unknown,
}

/// One pupil of the list. Texts are trimmed, in NFC, without control characters, with single spaces, and at most
/// [`MOST_LETTERS`] characters; a text the list does not give is empty.
///
/// Its `Debug` shows the row number alone: a pupil's name has no place in a log or a crash report.
#[derive(Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The row as a spreadsheet numbers it, from 1; a heading on the first line is row 1.
    pub row: usize,
    /// The pupil number as text: `000012` and `12` are two numbers. Never empty, and unique within the list.
    pub number: String,
    /// *Roepnaam*, the name the pupil goes by. Never empty.
    pub given: String,
    /// *Tussenvoegsel*, as in `van der`.
    pub infix: String,
    /// *Achternaam* without the infix. Never empty.
    pub family: String,
    /// *Geboortedatum*.
    pub birth: Option<NaiveDate>,
    /// *Klas* or *groep*.
    pub class: String,
    /// *Uitstroomprofiel*; `None` when the list says nothing, or nothing that is understood (see [`RemarkReason`]).
    pub profile: Option<ListProfile>,
    /// *Verwachte uitstroomdatum*, the day the pupil is expected to leave.
    pub leaving: Option<NaiveDate>,
    /// *Stagebedrijf*, where the pupil does an internship.
    pub placement: String,
    /// *Woongemeente*, or *woonplaats* when the list has no municipality.
    pub residence: String,
}

impl fmt::Debug for ListRow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ListRow")
            .field("row", &self.row)
            .finish_non_exhaustive()
    }
}

/// A list that was read: what it was taken for, its pupils, and everything that needs a person's eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The encoding the bytes were read as, by its name in the Encoding Standard (`UTF-8`, `UTF-16LE`,
    /// `windows-1252`); of a workbook its format, `XLSX` or `ODS`.
    pub encoding: &'static str,
    /// The sheet of a workbook; none of a text.
    pub sheet: Option<String>,
    /// What separates the cells: `;`, `,` or a tab; of a workbook a tab, which is what copying a sheet gives.
    pub delimiter: char,
    /// The row with the headings, 1 unless title lines stand above it.
    pub heading_row: usize,
    /// Every heading in the order of the file, with the column it was taken for, or `None` when it is not read. A
    /// cell without a heading goes by its spreadsheet letters.
    pub columns: Vec<(String, Option<Column>)>,
    /// The pupils, in the order of the file.
    pub rows: Vec<ListRow>,
    /// The problems of the rows that were not accepted, in the order of the file; a row with two problems stands
    /// here twice, so that both are mended at once.
    pub refused: Vec<Refusal>,
    /// The pupil numbers of refused rows, as far as they could be read: those pupils are in the list all the same.
    pub refused_numbers: Vec<String>,
    /// What is to be looked at in rows that were accepted.
    pub remarks: Vec<Remark>,
}

impl List {
    /// How many rows were refused, each counted once however many problems it has.
    #[must_use]
    pub fn refused_rows(&self) -> usize {
        self.refused.chunk_by(|one, next| one.row == next.row).count()
    }
}

/// The largest file that is read, in bytes. The list of 50,000 pupils that an import must manage is a third of this;
/// what is larger is no pupil list.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The most records a list may hold, refused ones included: it bounds what a hostile file can claim of memory.
pub const MOST_ROWS: usize = 200_000;

/// The most columns a list may have, counted up to its last heading.
pub const MOST_COLUMNS: usize = 256;

/// The most characters a cell that is read may hold. The longest Dutch surname takes about 40.
pub const MOST_LETTERS: usize = 200;

/// Asked now and then while a file is read, with the rows read so far: whether to go on.
pub type Watch<'a> = &'a dyn Fn(usize) -> bool;

/// Reads a pupil list as it comes: a text, or a workbook with one sheet that is clearly the list.
///
/// Understood are UTF-8 with or without byte-order mark, UTF-16, and the single-byte encodings that a Windows program
/// writes, Windows-1252 above all; `;`, `,` and tab as delimiters; quoted cells with delimiters, doubled quotes and line
/// breaks in them; sheets in XLSX and ODS; columns in any order under their usual Dutch names; title lines above the
/// headings; and the date forms that schools send.
///
/// # Errors
///
/// A [`ListError`] when no row of the file can be trusted: it is no text, too large, has no headings, lacks the number
/// or a name column, or holds citizen service numbers. Problems of a single row are in [`List::refused`] instead.
pub fn read_list(bytes: &[u8]) -> Result<List, ListError> {
    let source = Source::open(bytes, &Choice::default(), &|_| true)?;
    source.list(&Mapping::default(), &|_| true)
}
