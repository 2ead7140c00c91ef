//! Documents that go out: what the file holds, made into what may be told, and written beside a record of for whom.
//!
//! [`make`] reads the store and returns documents as bytes; [`issue`] writes them into a folder and records each in the
//! same transaction. The rules: the minutes of a meeting are a document for each table, because a change of school is
//! a privacy boundary; a pupil is told by initials, unless names were asked for, and as a case when they may not be
//! named, whatever was asked for; every text passes a mask of the names of all pupils of the meeting.

mod access;
mod calendars;
mod clipboard;
mod owners;
mod said;
mod source;
mod tables;
mod write;
mod young;

use thiserror::Error;

use crate::domain::papers::{PaperFormat, PaperKind};
use crate::domain::{Day, Id, Moment};
use crate::exchange::calendar::{CalendarPaper, calendar};
use crate::exchange::minutes::input::MadeFor;
use crate::exchange::minutes::{Document, Form, RenderError, render};
use crate::store::{Store, StoreError};
use crate::text::Catalog;

pub use access::give_access;
pub use clipboard::to_copy;
pub use owners::{Listed, listed};
use source::Source;
pub use write::{Written, issue};

/// For which readers of a meeting minutes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Those at each table: one document for each.
    Tables,
    /// One party: its own actions, and the decisions of the tables at which it sits.
    Party(Id),
    /// Every party at one of the tables: one document for each.
    EveryParty,
}

/// Which documents are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What kind.
    pub kind: PaperKind,
    /// Of which meeting; not looked at for lists of actions.
    pub meeting: Option<Id>,
    /// For whom, of minutes.
    pub readers: Readers,
    /// For which pupil, of pages for young people; for each who was discussed when absent.
    pub pupil: Option<Id>,
    /// Of which owner, of lists of actions; of each who has one when absent.
    pub owner: Option<Id>,
    /// In which forms.
    pub formats: Vec<PaperFormat>,
    /// With the table notes.
    pub with_notes: bool,
    /// With the full names of pupils who may be named.
    pub with_names: bool,
}

/// A document for somebody, in the forms that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What kind it is.
    pub kind: PaperKind,
    /// The one pupil it is about, if it is about one.
    pub pupil: Option<Id>,
    /// The meeting it is of.
    pub meeting: Option<Id>,
    /// For whom it is made.
    pub whom: String,
    /// What its files are called, without an ending.
    pub stem: String,
    /// The forms with their bytes.
    pub files: Vec<(PaperFormat, Vec<u8>)>,
}

/// Why a document could not be made.
#[derive(Debug, Error)]
pub enum PaperError {
    /// The file.
    #[error("the file")]
    Store(#[from] StoreError),
    /// The form of a document.
    #[error("a form")]
    Render(#[from] RenderError),
    /// There is no meeting to write about.
    #[error("no meeting")]
    NoMeeting,
}

/// What a document is made of, before its forms.
struct Draft {
    kind: PaperKind,
    pupil: Option<Id>,
    meeting: Option<Id>,
    whom: String,
    stem: String,
    /// None for what is only a calendar.
    document: Option<Document>,
    /// None for what has no days.
    calendar: Option<CalendarPaper>,
}

/// Makes the documents that are asked for; none when there is nothing to tell to anybody.
///
/// # Errors
/// [`PaperError`]; nothing was written.
pub fn make(store: &Store, wanted: &Wanted, at: Moment, catalog: &Catalog) -> Result<Vec<Paper>, PaperError> {
    let drafts = match wanted.kind {
        PaperKind::Actions => owners::drafts(store, wanted, at, catalog)?,
        kind => {
            let meeting = wanted.meeting.ok_or(PaperError::NoMeeting)?;
            let source = Source::read(store, meeting, wanted, catalog)?;
            match kind {
                PaperKind::Agenda => tables::agendas(&source, at),
                PaperKind::YoungPerson => young::drafts(&source, at)?,
                _ => tables::minutes(&source, at)?,
            }
        }
    };
    let mut papers = Vec::new();
    for draft in drafts {
        let made = MadeFor {
            whom: draft.whom.clone(),
            at,
        };
        let mut files = Vec::new();
        for format in &wanted.formats {
            let form = match format {
                PaperFormat::Docx => Some(Form::Docx),
                PaperFormat::Pdf => Some(Form::Pdf),
                PaperFormat::Markdown => Some(Form::Markdown),
                PaperFormat::Calendar => None,
            };
            match (form, &draft.document, &draft.calendar) {
                (Some(form), Some(document), _) => files.push((*format, render(document, form)?)),
                (None, _, Some(days)) => files.push((*format, calendar(days, &made, catalog))),
                _ => {}
            }
        }
        if !files.is_empty() {
            papers.push(Paper {
                kind: draft.kind,
                pupil: draft.pupil,
                meeting: draft.meeting,
                whom: draft.whom,
                stem: draft.stem,
                files,
            });
        }
    }
    Ok(papers)
}

/// The meeting a document is of when none is named. Minutes: the latest that was opened, up to today; else today's.
/// An agenda: the one that is open, today's or the next planned.
///
/// # Errors
/// When the file cannot be read.
pub fn usual_meeting(store: &Store, kind: PaperKind, today: Day) -> Result<Option<Id>, StoreError> {
    /// More meetings than a region has in twenty years.
    const MOST: u32 = 5000;
    if kind != PaperKind::Agenda {
        let meetings = store.meetings(MOST)?;
        let held = meetings.iter().find(|m| m.day <= today && m.opened_at.is_some());
        if let Some(held) = held {
            return Ok(Some(held.id));
        }
    }
    store.current_meeting(today)
}

/// A part of a file name: small letters and digits of ASCII, with dashes between words.
fn slug(text: &str) -> String {
    let words = crate::domain::fold::words(text);
    let plain = words
        .iter()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let plain: Vec<String> = plain.filter(|word| !word.is_empty()).collect();
    plain.join("-")
}

/// The name of a file: what it is, the day, and whose.
fn stem(what: &str, day: Day, whose: &str) -> String {
    let whose = slug(whose);
    match whose.as_str() {
        "" => format!("{what}-{day}"),
        _ => format!("{what}-{day}-{whose}"),
    }
}
