//! Workbooks of LibreOffice and others: OpenDocument spreadsheets (ISO/IEC 26300, part 1).

use quick_xml::events::BytesStart;

use super::MOST_SHEETS;
use super::cells::{self, Merged};
use super::package::{Package, Piece, Xml, attribute, number};
use super::sheet::{KEPT_COLUMNS, MOST_TEXT, Sheet, Upto};
use crate::exchange::lists::{ListError, Watch};

/// The part with all sheets.
const CONTENT: &str = "content.xml";

/// The most blanks that one element may stand for.
const MOST_BLANKS: usize = 1000;

/// The most merged areas that are kept.
const MOST_MERGED: usize = 100_000;

/// The most times that a filled row or cell is repeated: a list has no two rows alike, and a cell that fills a whole row
/// is a line or a colour.
const MOST_REPEATED: usize = 1000;

/// How many rows lie between two looks at whether to go on.
const LOOK: usize = 1000;

/// An open workbook.
pub(super) struct Ods<'a> {
    package: Package<'a>,
    names: Vec<String>,
}

impl<'a> Ods<'a> {
    /// Opens a workbook and reads the names of its sheets.
    ///
    /// # Errors
    ///
    /// [`ListError::OldWorkbook`] when it is locked, [`ListError::NotText`] when it is no workbook, and those of
    /// unpacking.
    pub(super) fn open(mut package: Package<'a>) -> Result<Self, ListError> {
        if is_locked(&mut package)? {
            return Err(ListError::OldWorkbook);
        }
        let mut names = Vec::new();
        let mut is_spreadsheet = false;
        let mut xml = package.xml(CONTENT)?.ok_or(ListError::Damaged)?;
        loop {
            match xml.next()? {
                Piece::Start(start) => match start.local_name().as_ref() {
                    "spreadsheet" => is_spreadsheet = true,
                    "table" if is_spreadsheet && names.len() < MOST_SHEETS => {
                        names.push(attribute(&start, "table:name").unwrap_or_default());
                        xml.pass("table")?;
                    }
                    _ => {}
                },
                Piece::End(name) if name == "document-content" => break,
                Piece::Over => return Err(ListError::Damaged),
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
        drop(xml);
        match (is_spreadsheet, names.is_empty()) {
            (true, false) => Ok(Self { package, names }),
            (true, true) => Err(ListError::Empty),
            (false, _) => Err(ListError::NotText),
        }
    }

    /// The names of the sheets.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The rows of a sheet.
    ///
    /// # Errors
    ///
    /// Those of unpacking; a part that breaks off is damaged.
    pub(super) fn sheet(&mut self, index: usize, upto: Upto, watch: Watch<'_>) -> Result<Sheet, ListError> {
        let mut xml = self.package.xml(CONTENT)?.ok_or(ListError::Damaged)?;
        let mut passed = 0;
        loop {
            match xml.next()? {
                Piece::Start(start) if start.local_name().as_ref() == "table" => {
                    if passed == index {
                        break;
                    }
                    passed += 1;
                    xml.pass("table")?;
                }
                Piece::Over => return Err(ListError::Damaged),
                _ => {}
            }
        }
        let mut sheet = Sheet::new(upto);
        // A row without a filled cell is not kept and has to be passed over all the same.
        let (mut row, mut read) = (1_usize, 0_usize);
        loop {
            let start = match xml.next()? {
                Piece::Start(start) => start.into_owned(),
                Piece::End(name) if name == "table" => return Ok(sheet),
                Piece::Over => return Err(ListError::Damaged),
                Piece::End(_) | Piece::Text(_) => continue,
            };
            let name = start.local_name().as_ref().to_owned();
            match name.as_str() {
                "table-row" => {
                    let repeated = number(&start, "table:number-rows-repeated").unwrap_or(1).max(1);
                    let cells = cells_of_row(&mut xml, row, &mut sheet.merged)?;
                    let times = if cells.is_empty() { 1 } else { repeated };
                    if times > MOST_REPEATED {
                        return Err(ListError::Swollen);
                    }
                    for at in 0..times {
                        if sheet.begin(row.saturating_add(at))? {
                            return Ok(sheet);
                        }
                        for cell in &cells {
                            for beside in 0..cell.repeated {
                                sheet.put(cell.column.saturating_add(beside), cell.text.as_str().into())?;
                            }
                        }
                    }
                    row = row.saturating_add(repeated);
                    if read.is_multiple_of(LOOK) && !watch(read) {
                        return Err(ListError::Stopped);
                    }
                    read += 1;
                }
                // A chart or a table of its own within the sheet, and what programs keep about it.
                "shapes" | "table" | "named-expressions" | "annotation" => xml.pass(&name)?,
                _ => {}
            }
        }
    }
}

/// Whether the parts are locked with a password, which only the manifest tells.
fn is_locked(package: &mut Package<'_>) -> Result<bool, ListError> {
    let Some(mut xml) = package.xml("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    loop {
        match xml.next()? {
            Piece::Start(start) if start.local_name().as_ref() == "encryption-data" => return Ok(true),
            Piece::Over => return Ok(false),
            _ => {}
        }
    }
}

/// A filled cell as it stands in the file: once, however often it is repeated. Copies are made one by one where they
/// are counted, because a text of a megabyte that says it stands in a thousand columns takes a gigabyte.
struct Filled {
    column: usize,
    repeated: usize,
    text: String,
}

/// The filled cells of a row, by column; areas that begin in it are added.
fn cells_of_row(xml: &mut Xml<'_, '_>, row: usize, areas: &mut Vec<Merged>) -> Result<Vec<Filled>, ListError> {
    let (mut found, mut column, mut claimed) = (Vec::new(), 0_usize, 0_usize);
    loop {
        let start = match xml.next()? {
            Piece::Start(start) => start.into_owned(),
            Piece::End(name) if name == "table-row" => return Ok(found),
            Piece::Over => return Err(ListError::Damaged),
            Piece::End(_) | Piece::Text(_) => continue,
        };
        let name = start.local_name().as_ref().to_owned();
        if !matches!(name.as_str(), "table-cell" | "covered-table-cell") {
            xml.pass(&name)?;
            continue;
        }
        let repeated = number(&start, "table:number-columns-repeated").unwrap_or(1).max(1);
        let text = cell(xml, &start, &name)?;
        if !text.trim().is_empty() {
            let down = number(&start, "table:number-rows-spanned").unwrap_or(1);
            if down > 1 && areas.len() < MOST_MERGED {
                areas.push(Merged {
                    first_row: row,
                    last_row: row.saturating_add(down - 1),
                    column,
                });
            }
            if repeated > MOST_REPEATED {
                return Err(ListError::Swollen);
            }
            // What lies under a merged cell is not shown.
            if name == "table-cell" && column < KEPT_COLUMNS {
                claimed = claimed.saturating_add(text.len().saturating_mul(repeated));
                if claimed > MOST_TEXT {
                    return Err(ListError::Swollen);
                }
                found.push(Filled { column, repeated, text });
            }
        }
        column = column.saturating_add(repeated);
    }
}

/// The text of a cell as it is shown, up to its end tag.
fn cell(xml: &mut Xml<'_, '_>, start: &BytesStart<'_>, name: &str) -> Result<String, ListError> {
    let shown = paragraphs(xml, name)?;
    let value = |name: &str| attribute(start, name).unwrap_or_default();
    Ok(match value("office:value-type").as_str() {
        "date" => value("office:date-value"),
        "boolean" => value("office:boolean-value").to_uppercase(),
        "float" | "percentage" | "currency" => {
            let amount = value("office:value").trim().parse::<f64>();
            match amount {
                // Zeros in front are part of what is shown.
                Ok(amount) if amount.is_finite() && !shows_digits(&shown, amount) => cells::number(amount),
                _ => shown,
            }
        }
        "string" if shown.is_empty() => value("office:string-value"),
        _ => shown,
    })
}

/// Whether a text is the digits of a number, with zeros in front or without.
fn shows_digits(shown: &str, amount: f64) -> bool {
    let digits = !shown.is_empty() && shown.bytes().all(|byte| byte.is_ascii_digit());
    digits && shown.parse::<f64>().is_ok_and(|value| value == amount)
}

/// The paragraphs within a cell, one a line; notes beside it are not its text.
fn paragraphs(xml: &mut Xml<'_, '_>, name: &str) -> Result<String, ListError> {
    let (mut text, mut count, mut within) = (String::new(), 0, 0_usize);
    loop {
        match xml.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "p" => {
                    if count > 0 {
                        text.push('\n');
                    }
                    (count, within) = (count + 1, within + 1);
                }
                "s" => {
                    let blanks = number(&start, "text:c").unwrap_or(1).min(MOST_BLANKS);
                    text.extend(std::iter::repeat_n(' ', blanks));
                }
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                "annotation" => xml.pass("annotation")?,
                "table" => xml.pass("table")?,
                _ => {}
            },
            Piece::Text(more) if within > 0 => text.push_str(&more),
            Piece::End(end) if end == name => return Ok(text),
            Piece::End(end) if end == "p" => within = within.saturating_sub(1),
            Piece::Over => return Err(ListError::Damaged),
            Piece::Text(_) | Piece::End(_) => {}
        }
        if text.len() > 1024 * 1024 {
            return Err(ListError::Swollen);
        }
    }
}
