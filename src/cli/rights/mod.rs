//! `inzage`, `wissen`, `bewaartermijn` and `logboek`: the rights of the pupil, from the command line.
//!
//! The rules: nothing is erased without the pupil's number being typed; a pupil is found by the number that `zoek`
//! gives, by the number at school or by the whole name, and only when that is one pupil; whoever could have been meant
//! is told by number, never by name.

mod erase;
mod retention;
mod trail;

use std::path::PathBuf;

use super::answer::{Answer, Session};
use super::around::{scope, told as as_told};
use super::options::{Command, Format};
use super::output::{Failure, Io, visible};
use crate::app::papers::{PaperError, give_access};
use crate::app::settings::Settings;
use crate::domain::Id;
use crate::domain::fold::fold;
use crate::domain::pupil::Pupil;
use crate::domain::rights::TrailKind;
use crate::store::{NewLine, Scope, StoreError};
use crate::text::cli::Trouble;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Everything held on a pupil, into a folder.
    Access {
        /// Whom.
        pupil: String,
        /// Of this school, by any part of its name.
        school: Option<String>,
        /// Where to.
        folder: PathBuf,
    },
    /// Erase a pupil.
    Erase {
        /// Whom.
        pupil: String,
        /// Of this school.
        school: Option<String>,
        /// The number at school, given beforehand.
        confirmation: Option<String>,
    },
    /// Who is past the retention date.
    Retention {
        /// Of this school.
        school: Option<String>,
        /// Erase them, each after its number was typed.
        erase: bool,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Who looked, and what went out.
    Trail {
        /// Whether it is whole and complete.
        verify: bool,
        /// At most so many lines.
        count: Option<u32>,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
}

/// Answers.
pub(super) fn answer_to(
    session: &mut Session,
    asked: &Asked,
    settings: &Settings,
    io: &mut Io<'_>,
) -> Result<Answer, Failure> {
    match asked {
        Asked::Access { pupil, school, folder } => {
            let pupil = named(session, pupil, school.as_deref())?;
            let (at, catalog) = (session.now, session.catalog);
            let files =
                give_access(&mut session.store, pupil.id, folder, at, catalog).map_err(|error| match error {
                    PaperError::Store(error) => Failure::of_store(folder, &error, catalog),
                    PaperError::Render(_) | PaperError::NoMeeting => Failure::of(&Trouble::NotWritten, catalog),
                })?;
            let words = &catalog.papers;
            let mut text = String::new();
            for file in files {
                let line = words.written(&file.display().to_string(), catalog.rights.the_pupil);
                text.push_str(&visible(&line));
                text.push('\n');
            }
            text.push_str(words.written_open);
            text.push('\n');
            Ok(Answer::text(text))
        }
        Asked::Erase {
            pupil,
            school,
            confirmation,
        } => {
            let pupil = named(session, pupil, school.as_deref())?;
            erase::erase(session, &pupil, confirmation.as_deref(), io)
        }
        Asked::Retention {
            school,
            erase,
            with_names,
            format,
        } => {
            let about = retention::About {
                school: school_of(session, school.as_deref())?,
                erase: *erase,
                with_names: *with_names,
                format: *format,
            };
            retention::retention(session, &about, settings, io)
        }
        Asked::Trail {
            verify: true, format, ..
        } => trail::verify(session, *format),
        Asked::Trail {
            count,
            with_names,
            format,
            ..
        } => trail::trail(session, *count, *with_names, *format),
    }
}

/// What the trail tells of a list with names in full: whether it went out, and its English name and form. None for a
/// command that names nobody, or only whom it is about.
///
/// A list for a program or a spreadsheet goes out. What is read in the terminal was looked at, and so was what only
/// looks: finding somebody, and looking back.
pub(super) fn list_told(command: &Command) -> Option<(TrailKind, &'static str)> {
    use Command as C;
    let (with_names, format, codes) = match command {
        C::Find { with_names, .. } => (*with_names, Format::Text, ["find", "find.json", ""]),
        C::Terms { with_names, format, .. } => (*with_names, *format, ["terms", "terms.json", ""]),
        C::Queue { with_names, format, .. } => (*with_names, *format, ["queue", "queue.json", "queue.csv"]),
        C::Coverage { with_names, format, .. } => (*with_names, *format, ["coverage", "coverage.json", "coverage.csv"]),
        C::Summer { with_names, format, .. } => (
            *with_names,
            *format,
            ["summer_list", "summer_list.json", "summer_list.csv"],
        ),
        C::Journal { with_names, format, .. } => (*with_names, *format, ["journal", "journal.json", ""]),
        C::Actions { with_names, format, .. } => (*with_names, *format, ["actions", "actions.json", "actions.csv"]),
        C::Rights(Asked::Retention { with_names, format, .. }) => (
            *with_names,
            *format,
            ["retention_list", "retention_list.json", "retention_list.csv"],
        ),
        C::Rights(Asked::Trail { with_names, format, .. }) => {
            (*with_names, *format, ["trail", "trail.json", "trail.csv"])
        }
        _ => return None,
    };
    let only_looks = matches!(
        command,
        C::Find { .. } | C::Journal { .. } | C::Rights(Asked::Trail { .. })
    );
    let kind = match format {
        Format::Json | Format::Csv if !only_looks => TrailKind::Exported,
        _ => TrailKind::Opened,
    };
    let [text, json, csv] = codes;
    let code = match format {
        Format::Text => text,
        Format::Json => json,
        Format::Csv => csv,
    };
    with_names.then_some((kind, code))
}

/// Writes the line of the trail for what is told of the file, before the first byte of it is: a list with names,
/// everything, or a bundle.
pub(super) fn note_list(session: &mut Session, telling: Option<(TrailKind, &str)>) -> Result<(), Failure> {
    let Some((kind, why)) = telling else { return Ok(()) };
    let line = NewLine {
        kind,
        pupil: None,
        meeting: None,
        export: None,
        why,
    };
    let now = session.now;
    session
        .store
        .add_trail(line, now)
        .map_err(|error| session.failed(&error))
}

/// The school that is meant, when one is.
fn school_of(session: &Session, wanted: Option<&str>) -> Result<Option<Id>, Failure> {
    Ok(match scope(session, wanted)? {
        Scope::School(school) => Some(school),
        _ => None,
    })
}

/// The pupil who is meant: by the number in the file, the number at school, or the whole name.
fn named(session: &Session, wanted: &str, school: Option<&str>) -> Result<Pupil, Failure> {
    let school = school_of(session, school)?;
    let store = &session.store;
    let failed = |error: StoreError| session.failed(&error);
    let wanted = wanted.trim();
    let mut found: Vec<Pupil> = Vec::new();
    let mut near: Vec<Id> = Vec::new();
    if let Ok(id) = wanted.parse::<Id>() {
        match store.pupil(id) {
            Ok(pupil) => found.push(pupil),
            Err(StoreError::Missing(_)) => {}
            Err(error) => return Err(failed(error)),
        }
    }
    if found.is_empty() {
        let mut ids = store.pupils_numbered(wanted).map_err(failed)?;
        if ids.is_empty() {
            let hits = store.find_pupils(wanted, school, MOST).map_err(failed)?;
            ids = hits.into_iter().map(|hit| hit.id).collect();
        }
        for id in ids {
            found.push(store.pupil(id).map_err(failed)?);
        }
        near.extend(found.iter().map(|pupil| pupil.id));
        let is_meant = |pupil: &Pupil| pupil.number == wanted || fold(&pupil.name.full()) == fold(wanted);
        found.retain(is_meant);
    }
    found.retain(|pupil| school.is_none_or(|school| pupil.school == school));
    let told = |trouble: Trouble| Failure::of(&trouble, session.catalog);
    match found.as_slice() {
        [] => {
            let near = near_by(session, &near)?;
            Err(told(Trouble::NotWhole(wanted.to_owned(), near)))
        }
        [_] => found
            .pop()
            .ok_or_else(|| told(Trouble::NotWhole(wanted.to_owned(), Vec::new()))),
        several => {
            let numbers = several.iter().map(|pupil| pupil.id.to_string()).collect();
            Err(told(Trouble::Several(wanted.to_owned(), numbers)))
        }
    }
}

/// Those who could have been meant, as the shared screen calls them, each with the number by which a command takes one.
fn near_by(session: &Session, near: &[Id]) -> Result<Vec<String>, Failure> {
    let lines = (1..).zip(near.iter().take(MOST_TOLD)).map(|(at, id)| {
        let line = session.store.pupil_line(*id).map_err(|error| session.failed(&error))?;
        Ok(format!("{} {}", as_told(session, &line, false, at), line.id))
    });
    lines.collect()
}

/// At most this many of them are told.
const MOST_TOLD: usize = 8;

/// At most this many pupils are looked at for a name.
const MOST: usize = 50;
