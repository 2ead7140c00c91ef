//! The form of a bundle, version 1: a line of JSON that says what it is, one for each entry, row and erased pupil, and
//! one that counts them.

use chrono::SecondsFormat;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::bundle::{Bundle, BundleEntry, BundleRow, BundleSchool};
use crate::domain::{Day, Id, Moment};

/// The most bytes of a bundle, locked or not.
pub const MOST_BYTES: usize = 256 * 1024 * 1024;

/// What a bundle calls itself.
const FORMAT: &str = "dakpan-bundle";

/// The version of the form.
const VERSION: u32 = 1;

/// Why something is not a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is larger than a bundle may be.
    TooLarge,
    /// It does not call itself a bundle.
    NotABundle,
    /// It is of a form this program does not know.
    OtherVersion(u32),
    /// It is not text.
    NotText,
    /// It is no line of a bundle.
    NotALine,
    /// It ends too early, or goes on after its end.
    WrongEnd,
}

/// A line that is not one of a bundle, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// Which line.
    pub line: usize,
    /// What is wrong.
    pub wrong: Wrong,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: String,
    version: u32,
    schema: i64,
    file: String,
    number: i64,
    whole: bool,
    approach: Option<String>,
    made_at: String,
    who: String,
    schools: Vec<School>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct School {
    code: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Entry {
        file: String,
        tick: i64,
        at: String,
        who: String,
        intent: String,
    },
    Row {
        file: String,
        tick: i64,
        record: String,
        before: Option<serde_json::Map<String, Value>>,
        after: Option<serde_json::Map<String, Value>>,
    },
    Erased {
        pupil: Id,
        on: Day,
    },
    End {
        lines: usize,
    },
}

/// A bundle as text. Nothing when an image in it is no JSON object.
#[must_use]
pub fn write(bundle: &Bundle) -> Option<Vec<u8>> {
    let moment = |at: &Moment| at.to_rfc3339_opts(SecondsFormat::Secs, false);
    let mut text = Vec::new();
    let mut line = |value: Value| {
        text.extend_from_slice(value.to_string().as_bytes());
        text.push(b'\n');
    };
    let head = Head {
        format: FORMAT.to_owned(),
        version: VERSION,
        schema: bundle.schema,
        file: bundle.file.clone(),
        number: bundle.number,
        whole: bundle.whole,
        approach: bundle.approach.clone(),
        made_at: moment(&bundle.made_at),
        who: bundle.who.clone(),
        schools: bundle
            .schools
            .iter()
            .map(|school| School {
                code: school.code.clone(),
                name: school.name.clone(),
            })
            .collect(),
    };
    line(serde_json::to_value(head).ok()?);
    for entry in &bundle.entries {
        let entry = Line::Entry {
            file: entry.file.clone(),
            tick: entry.tick,
            at: moment(&entry.at),
            who: entry.who.clone(),
            intent: entry.intent.clone(),
        };
        line(serde_json::to_value(entry).ok()?);
    }
    for row in &bundle.rows {
        let side = |image: &Option<String>| image.as_deref().map(serde_json::from_str).transpose().ok();
        let row = Line::Row {
            file: row.file.clone(),
            tick: row.tick,
            record: row.record.clone(),
            before: side(&row.before)?,
            after: side(&row.after)?,
        };
        line(serde_json::to_value(row).ok()?);
    }
    for (pupil, on) in &bundle.erased {
        let erased = Line::Erased { pupil: *pupil, on: *on };
        line(serde_json::to_value(erased).ok()?);
    }
    let lines = bundle.entries.len() + bundle.rows.len() + bundle.erased.len();
    line(serde_json::to_value(Line::End { lines }).ok()?);
    Some(text)
}

/// Reads a bundle.
///
/// # Errors
/// [`Garbled`]: the first line that is not one of a bundle, and why.
pub fn read(bytes: &[u8]) -> Result<Bundle, Garbled> {
    let at = |line, wrong| Garbled { line, wrong };
    if bytes.len() > MOST_BYTES {
        return Err(at(0, Wrong::TooLarge));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| at(0, Wrong::NotText))?;
    let mut lines = (1..).zip(text.lines());
    let (_, first) = lines.next().ok_or(at(1, Wrong::NotABundle))?;
    let mut bundle = head(first).map_err(|wrong| at(1, wrong))?;
    let mut ended = None;
    for (number, line) in lines {
        if ended.is_some() {
            return Err(at(number, Wrong::WrongEnd));
        }
        let line: Line = serde_json::from_str(line).map_err(|_| at(number, Wrong::NotALine))?;
        match take(&mut bundle, line).ok_or(at(number, Wrong::NotALine))? {
            Some(count) if count.checked_add(2) == Some(number) => ended = Some(number),
            Some(_) => return Err(at(number, Wrong::WrongEnd)),
            None => {}
        }
    }
    match ended {
        Some(_) => Ok(bundle),
        None => Err(at(text.lines().count(), Wrong::WrongEnd)),
    }
}

/// The line that says what it is.
fn head(line: &str) -> Result<Bundle, Wrong> {
    #[derive(Deserialize)]
    struct Name {
        format: String,
        version: u32,
    }
    let name: Name = serde_json::from_str(line).map_err(|_| Wrong::NotABundle)?;
    if name.format != FORMAT {
        return Err(Wrong::NotABundle);
    }
    if name.version != VERSION {
        return Err(Wrong::OtherVersion(name.version));
    }
    let head: Head = serde_json::from_str(line).map_err(|_| Wrong::NotALine)?;
    if head.number < 1 {
        return Err(Wrong::NotALine);
    }
    Ok(Bundle {
        schema: head.schema,
        file: head.file,
        number: head.number,
        whole: head.whole,
        approach: head.approach,
        made_at: Moment::parse_from_rfc3339(&head.made_at).map_err(|_| Wrong::NotALine)?,
        who: head.who,
        schools: head
            .schools
            .into_iter()
            .map(|school| BundleSchool {
                code: school.code,
                name: school.name,
            })
            .collect(),
        entries: Vec::new(),
        rows: Vec::new(),
        erased: Vec::new(),
    })
}

/// Adds a line to the bundle; the count of the one that ends it. Nothing when a value in it is none.
fn take(bundle: &mut Bundle, line: Line) -> Option<Option<usize>> {
    match line {
        Line::Entry {
            file,
            tick,
            at,
            who,
            intent,
        } => bundle.entries.push(BundleEntry {
            file,
            tick,
            at: Moment::parse_from_rfc3339(&at).ok()?,
            who,
            intent,
        }),
        Line::Row {
            file,
            tick,
            record,
            before,
            after,
        } => {
            let text =
                |image: Option<serde_json::Map<String, Value>>| image.map(|image| Value::Object(image).to_string());
            bundle.rows.push(BundleRow {
                file,
                tick,
                record,
                before: text(before),
                after: text(after),
            });
        }
        Line::Erased { pupil, on } => bundle.erased.push((pupil, on)),
        Line::End { lines } => return Some(Some(lines)),
    }
    Some(None)
}
