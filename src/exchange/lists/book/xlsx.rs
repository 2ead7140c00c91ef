//! Workbooks of Excel: Office Open XML (ECMA-376, part 1).

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::MOST_SHEETS;
use super::cells::{merged, place};
use super::formats::{Shown, built_in, of_code, text};
use super::package::{MOST_PIECE, Package, Piece, Xml, attribute, number};
use super::sheet::{Sheet, Upto};
use crate::exchange::lists::table::Serials;
use crate::exchange::lists::{ListError, Watch};

/// The most texts that cells share.
const MOST_SHARED: usize = 4_000_000;

/// The most bytes that they take together.
const MOST_SHARED_TEXT: usize = 96 * 1024 * 1024;

/// The most formats and merged areas that are kept.
const MOST_KEPT: usize = 100_000;

/// How many rows lie between two looks at whether to go on.
const LOOK: usize = 1000;

/// The texts that cells share: one after the other, with where each ends. One by one they would take four times as much.
#[derive(Default)]
struct Shared {
    text: String,
    ends: Vec<usize>,
}

impl Shared {
    fn get(&self, index: usize) -> Option<&str> {
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(index)?)
    }
}

/// An open workbook.
pub(super) struct Xlsx<'a> {
    package: Package<'a>,
    /// Name of each sheet, and its part.
    sheets: Vec<(String, String)>,
    shared: Shared,
    /// What each cell format shows.
    formats: Vec<Shown>,
    serials: Serials,
}

impl<'a> Xlsx<'a> {
    /// Opens a workbook: its sheets, shared texts and formats.
    ///
    /// # Errors
    ///
    /// [`ListError::NotText`] when the zip holds something else, and those of unpacking.
    pub(super) fn open(mut package: Package<'a>) -> Result<Self, ListError> {
        let main = main_part(&mut package)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let related = relations(&mut package, &main, &folder)?;
        let part = |kind: &str| related.values().find(|(k, _)| k == kind).map(|(_, part)| part.clone());
        let (named, serials) = sheets(&mut package, &main)?;
        let shared = match part("sharedStrings") {
            Some(part) => shared(&mut package, &part)?,
            None => Shared::default(),
        };
        let formats = match part("styles") {
            Some(part) => formats(&mut package, &part)?,
            None => Vec::new(),
        };
        let sheets: Vec<(String, String)> = named
            .into_iter()
            .filter_map(|(name, id)| {
                let (kind, part) = related.get(&id)?;
                (kind == "worksheet").then(|| (name, part.clone()))
            })
            .collect();
        if sheets.is_empty() {
            return Err(ListError::Damaged);
        }
        Ok(Self {
            package,
            sheets,
            shared,
            formats,
            serials,
        })
    }

    /// The names of the sheets.
    pub(super) fn names(&self) -> Vec<String> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    /// From which day its serial numbers count.
    pub(super) fn serials(&self) -> Serials {
        self.serials
    }

    /// The rows of a sheet.
    ///
    /// # Errors
    ///
    /// Those of unpacking; a part that breaks off is damaged.
    pub(super) fn sheet(&mut self, index: usize, upto: Upto, watch: Watch<'_>) -> Result<Sheet, ListError> {
        let mut sheet = Sheet::new(upto);
        let (_, part) = self.sheets.get(index).ok_or(ListError::Damaged)?;
        let mut xml = self.package.xml(part)?.ok_or(ListError::Damaged)?;
        let reading = Cells {
            shared: &self.shared,
            formats: &self.formats,
            serials: self.serials,
        };
        // A row without a filled cell is not kept and has to be passed over all the same.
        let (mut row, mut column, mut read) = (0_usize, 0, 0_usize);
        loop {
            let piece = xml.next()?;
            let Piece::Start(start) = piece else {
                match piece {
                    Piece::Over => return Err(ListError::Damaged),
                    Piece::End(name) if name == "worksheet" => return Ok(sheet),
                    _ => continue,
                }
            };
            match start.local_name().as_ref() {
                "row" => {
                    row = number(&start, "r").unwrap_or_else(|| row.saturating_add(1));
                    column = 0;
                    if sheet.begin(row)? {
                        return Ok(sheet);
                    }
                    if read.is_multiple_of(LOOK) && !watch(read) {
                        return Err(ListError::Stopped);
                    }
                    read += 1;
                }
                "c" => {
                    let start = start.into_owned();
                    if let Some(reference) = attribute(&start, "r") {
                        let (at, there) = place(&reference).ok_or(ListError::Damaged)?;
                        if at != row {
                            return Err(ListError::Damaged);
                        }
                        column = there;
                    }
                    let text = reading.cell(&mut xml, &start)?;
                    sheet.put(column, text)?;
                    column += 1;
                }
                "mergeCell" if sheet.merged.len() < MOST_KEPT => {
                    let area = attribute(&start, "ref");
                    sheet.merged.extend(area.and_then(|area| merged(&area)));
                }
                _ => {}
            }
        }
    }
}

/// What is needed to read a cell.
struct Cells<'a> {
    shared: &'a Shared,
    formats: &'a [Shown],
    serials: Serials,
}

impl Cells<'_> {
    /// The text of a cell as it is shown, up to its end tag. A formula counts for the value it had when it was saved.
    fn cell(&self, xml: &mut Xml<'_, '_>, start: &BytesStart<'_>) -> Result<Cow<'_, str>, ListError> {
        let kind = attribute(start, "t").unwrap_or_default();
        let (mut value, mut inline) = (String::new(), String::new());
        loop {
            let name = match xml.next()? {
                Piece::Start(start) => start.local_name().as_ref().to_owned(),
                Piece::End(name) if name == "c" => break,
                Piece::Over => return Err(ListError::Damaged),
                Piece::End(_) | Piece::Text(_) => continue,
            };
            match name.as_str() {
                "v" => value = xml.text_until("v")?,
                "is" => inline = rich(xml, "is")?,
                _ => xml.pass(&name)?,
            }
        }
        let bare = value.trim();
        if kind == "s" && !bare.is_empty() {
            let index: Option<usize> = bare.parse().ok();
            let text = index.and_then(|index| self.shared.get(index));
            return text.map(Cow::Borrowed).ok_or(ListError::Damaged);
        }
        Ok(Cow::Owned(match kind.as_str() {
            "s" => String::new(),
            "inlineStr" => inline,
            "b" => match bare {
                "" => String::new(),
                "0" | "false" => "FALSE".to_owned(),
                _ => "TRUE".to_owned(),
            },
            "str" | "e" | "d" => value,
            _ => match bare.parse::<f64>() {
                Ok(amount) if amount.is_finite() => {
                    let shown = number(start, "s").and_then(|index| self.formats.get(index));
                    text(amount, shown.copied().unwrap_or(Shown::Plain), self.serials)
                }
                _ => value,
            },
        }))
    }
}

/// The text of a shared or inline string: all its runs, without the reading aids that some languages have.
fn rich(xml: &mut Xml<'_, '_>, name: &str) -> Result<String, ListError> {
    let mut text = String::new();
    loop {
        let within = match xml.next()? {
            Piece::Start(start) => start.local_name().as_ref().to_owned(),
            Piece::End(end) if end == name => return Ok(text),
            Piece::Over => return Err(ListError::Damaged),
            Piece::End(_) | Piece::Text(_) => continue,
        };
        match within.as_str() {
            "t" => text.push_str(&xml.text_until("t")?),
            "rPh" => xml.pass("rPh")?,
            _ => {}
        }
        if text.len() > MOST_PIECE {
            return Err(ListError::Swollen);
        }
    }
}

/// The part with the workbook itself. A text document has a main part as well, of another name.
fn main_part(package: &mut Package<'_>) -> Result<String, ListError> {
    let part = told_main_part(package)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    match package.has(&part) && part.contains("workbook") && !part.ends_with(".bin") {
        true => Ok(part),
        false => Err(ListError::NotText),
    }
}

fn told_main_part(package: &mut Package<'_>) -> Result<Option<String>, ListError> {
    let Some(mut xml) = package.xml("_rels/.rels")? else {
        return Ok(None);
    };
    loop {
        match xml.next()? {
            Piece::Start(start) => {
                let kind = attribute(&start, "Type").unwrap_or_default();
                let target = attribute(&start, "Target");
                if let Some(target) = target.filter(|_| kind.ends_with("/officeDocument")) {
                    return Ok(Some(target.trim_start_matches('/').to_owned()));
                }
            }
            Piece::Over => return Ok(None),
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
}

/// By its id, the kind and part of everything the workbook refers to.
type Related = HashMap<String, (String, String)>;

fn relations(package: &mut Package<'_>, main: &str, folder: &str) -> Result<Related, ListError> {
    let file = main.rsplit_once('/').map_or(main, |(_, file)| file);
    let name = format!("{folder}/_rels/{file}.rels");
    let mut found = Related::new();
    let Some(mut xml) = package.xml(name.trim_start_matches('/'))? else {
        return Ok(found);
    };
    loop {
        match xml.next()? {
            Piece::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let kind = attribute(&start, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                if let (Some(id), Some(target)) = (attribute(&start, "Id"), attribute(&start, "Target"))
                    && found.len() < MOST_KEPT
                {
                    found.insert(id, (kind, resolve(folder, &target)));
                }
            }
            Piece::Over => return Ok(found),
            _ => {}
        }
    }
}

/// A part by its name within a folder: `../xl/a.xml`, `/xl/a.xml`, `worksheets/a.xml`.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

/// The sheets by name and id, and from which day serial numbers count.
fn sheets(package: &mut Package<'_>, main: &str) -> Result<(Vec<(String, String)>, Serials), ListError> {
    let mut xml = package.xml(main)?.ok_or(ListError::Damaged)?;
    let (mut found, mut serials) = (Vec::new(), Serials::From1900);
    loop {
        match xml.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "sheet" if found.len() < MOST_SHEETS => {
                    let id = attribute(&start, "r:id").or_else(|| attribute(&start, "id"));
                    found.extend(attribute(&start, "name").zip(id));
                }
                "workbookPr" => {
                    let since = attribute(&start, "date1904").unwrap_or_default();
                    if matches!(since.as_str(), "1" | "true") {
                        serials = Serials::From1904;
                    }
                }
                _ => {}
            },
            Piece::End(name) if name == "workbook" => return Ok((found, serials)),
            Piece::Over => return Err(ListError::Damaged),
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
}

fn shared(package: &mut Package<'_>, part: &str) -> Result<Shared, ListError> {
    let mut shared = Shared::default();
    let Some(mut xml) = package.xml(part)? else {
        return Ok(shared);
    };
    loop {
        match xml.next()? {
            Piece::Start(start) if start.local_name().as_ref() == "si" => {
                shared.text.push_str(&rich(&mut xml, "si")?);
                shared.ends.push(shared.text.len());
                if shared.ends.len() > MOST_SHARED || shared.text.len() > MOST_SHARED_TEXT {
                    return Err(ListError::Swollen);
                }
            }
            Piece::End(name) if name == "sst" => return Ok(shared),
            Piece::Over => return Err(ListError::Damaged),
            _ => {}
        }
    }
}

/// What each cell format shows, in the order in which cells refer to them.
fn formats(package: &mut Package<'_>, part: &str) -> Result<Vec<Shown>, ListError> {
    let (mut codes, mut formats, mut within) = (HashMap::new(), Vec::new(), false);
    let Some(mut xml) = package.xml(part)? else {
        return Ok(formats);
    };
    loop {
        match xml.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "numFmt" if codes.len() < MOST_KEPT => {
                    if let (Some(id), Some(code)) = (number(&start, "numFmtId"), attribute(&start, "formatCode")) {
                        codes.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => within = true,
                "xf" if within && formats.len() < MOST_KEPT => {
                    let id = number(&start, "numFmtId").unwrap_or(0);
                    formats.push(codes.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Piece::End(name) if name == "cellXfs" => within = false,
            Piece::End(name) if name == "styleSheet" => return Ok(formats),
            Piece::Over => return Err(ListError::Damaged),
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
}
