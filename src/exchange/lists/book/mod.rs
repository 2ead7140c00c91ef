//! Workbooks: the rows of a sheet, as a person sees them.
//!
//! The rule: a workbook is a program for whoever opens it, so nothing of it is believed. What it says about its own size
//! is not read, every part is unpacked through one meter, cells are taken one by one and only as far as a list can go,
//! and a part that breaks off turns the whole file away.
//!
//! The two formats are read here and not by a library. The one that was tried, `calamine`, sets memory aside for as many
//! shared strings as the file claims to have, which ends the program on sixty bytes, unfolds the repeated cells of an ODS
//! before anybody can count them, and gives the value of a number but not the zeros with which it is shown: a pupil number
//! `004745` would come out as `4745`. The tests compare with it.

mod cells;
mod formats;
mod ods;
mod package;
mod sheet;
mod xlsx;

use super::table::{Known, Serials, Table};
use super::{ListError, Watch};
use package::Package;
use sheet::{Sheet, Upto};

/// The first bytes of a zip, which both formats are.
const ZIP: &[u8] = b"PK\x03\x04";

/// The first bytes of a compound file: a workbook of before 2007, or one that is locked with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// The most sheets that are looked at.
const MOST_SHEETS: usize = 200;

/// The sheets of a workbook and the table of the one that was chosen.
pub(super) struct Book {
    /// The format, by its short name.
    pub(super) kind: &'static str,
    /// The names of all sheets, in the order of the workbook.
    pub(super) sheets: Vec<String>,
    /// The sheet that was read.
    pub(super) sheet: String,
    /// Its table.
    pub(super) table: Table,
}

/// Whether bytes are a workbook.
///
/// # Errors
///
/// [`ListError::OldWorkbook`] for one of before 2007 or with a password.
pub(super) fn is_workbook(bytes: &[u8]) -> Result<bool, ListError> {
    if bytes.starts_with(COMPOUND) {
        return Err(ListError::OldWorkbook);
    }
    Ok(bytes.starts_with(ZIP))
}

/// Either format behind one door.
enum Format<'a> {
    Xlsx(xlsx::Xlsx<'a>),
    Ods(ods::Ods<'a>),
}

impl Format<'_> {
    fn kind(&self) -> &'static str {
        match self {
            Self::Xlsx(_) => "XLSX",
            Self::Ods(_) => "ODS",
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.names(),
            Self::Ods(book) => book.names().to_vec(),
        }
    }

    fn sheet(&mut self, place: usize, upto: Upto, watch: Watch<'_>) -> Result<Sheet, ListError> {
        match self {
            Self::Xlsx(book) => book.sheet(place, upto, watch),
            Self::Ods(book) => book.sheet(place, upto, watch),
        }
    }

    fn serials(&self) -> Serials {
        match self {
            Self::Xlsx(book) => book.serials(),
            // A day in an ODS is written as a day; a bare number is read as in the other programs.
            Self::Ods(_) => Serials::From1900,
        }
    }
}

/// Reads a workbook: the sheet that was named, else the one whose headings say most.
///
/// # Errors
///
/// A [`ListError`] when it is no workbook of either format, is damaged or too large, has no such sheet, or when several
/// sheets would do equally well.
pub(super) fn read(
    bytes: &[u8],
    (sheet, guess): (Option<&str>, bool),
    known: Known<'_>,
    watch: Watch<'_>,
) -> Result<Book, ListError> {
    let package = Package::open(bytes)?;
    let mut format = if package.has("content.xml") {
        Format::Ods(ods::Ods::open(package)?)
    } else {
        Format::Xlsx(xlsx::Xlsx::open(package)?)
    };
    let sheets = format.names();
    let place = match sheet {
        Some(name) => named(&sheets, name)?,
        None => best(&mut format, &sheets, known, watch)?,
    };
    let chosen = sheets.get(place).cloned().unwrap_or_default();
    let rows = format.sheet(place, Upto::End, watch)?;
    let table = Table::from_rows(rows.into_records(watch)?, known, guess, format.serials())?;
    Ok(Book {
        kind: format.kind(),
        sheets,
        sheet: chosen,
        table,
    })
}

/// The place of the sheet of a name; capitals and spaces around it make no difference, unless two names differ in them
/// alone.
fn named(sheets: &[String], name: &str) -> Result<usize, ListError> {
    let same = |sheet: &String| sheet.trim().to_lowercase() == name.trim().to_lowercase();
    let exact = sheets.iter().position(|sheet| sheet == name);
    exact
        .or_else(|| sheets.iter().position(same))
        .ok_or_else(|| ListError::NoSuchSheet {
            name: name.to_owned(),
            sheets: sheets.to_vec(),
        })
}

/// The place of the sheet whose headings name most columns.
fn best(format: &mut Format<'_>, sheets: &[String], known: Known<'_>, watch: Watch<'_>) -> Result<usize, ListError> {
    if sheets.len() == 1 {
        return Ok(0);
    }
    let mut understood = Vec::with_capacity(sheets.len());
    for place in 0..sheets.len() {
        let head = format.sheet(place, Upto::Headings, watch)?;
        understood.push(super::table::understood(&head.into_records(watch)?, known));
    }
    let most = understood.iter().copied().max().unwrap_or(0);
    let fit = || (0..).zip(&understood).filter(|(_, count)| **count == most);
    if most > 0 && fit().count() > 1 {
        let equal = fit().filter_map(|(place, _): (usize, _)| sheets.get(place).cloned());
        return Err(ListError::SeveralSheets {
            sheets: equal.collect(),
        });
    }
    Ok(fit().next().map_or(0, |(place, _)| place))
}
