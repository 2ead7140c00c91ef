//! `zoek`: pupils, schools, professionals and table notes.
//!
//! The rule: without `--met-namen` a pupil is told as on the shared screen, by initials or as a case, also not within a note, whose text is then left out;
//! and in JSON, which goes on to other programs, no professional either. A working note is never found.

use std::collections::HashMap;

use serde::Serialize;

use super::answer::{Answer, Session, answer};
use super::around::told;
use super::lines::{columns, initials};
use super::options::Format;
use super::output::Failure;
use crate::domain::dossier::{Found, PupilLine};
use crate::domain::{Day, Id};
use crate::store::{Reach, StoreError};
use crate::text::cli::Trouble;

/// How many answers there are at most, when no number is asked for.
const USUAL: u32 = 40;

#[derive(Default, Serialize)]
struct Answers {
    pupils: Vec<Pupil>,
    schools: Vec<School>,
    people: Vec<Professional>,
    notes: Vec<Note>,
}

/// Ids are texts, because they have more figures than numbers of JSON keep.
#[derive(Serialize)]
struct Pupil {
    id: String,
    pupil: String,
    school: String,
    leaving: Option<Day>,
}

#[derive(Serialize)]
struct School {
    id: String,
    school: String,
    place: String,
}

#[derive(Serialize)]
struct Professional {
    id: String,
    name: String,
    party: String,
    phone: String,
}

#[derive(Serialize)]
struct Note {
    pupil: String,
    school: String,
    date: Day,
    text: Option<String>,
}

/// Answers with what was found, the best answers first; fails when that is nothing.
pub(super) fn find(
    session: &Session,
    wanted: &str,
    count: Option<u32>,
    with_names: bool,
    format: Format,
) -> Result<Answer, Failure> {
    let failed = |error| session.failed(&error);
    let limit = count.unwrap_or(USUAL) as usize;
    // One more than is told shows whether there is more.
    let mut found = session
        .store
        .find(wanted, limit.saturating_add(1), Reach::All)
        .map_err(failed)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let mut schools = Schools {
        session,
        names: HashMap::new(),
    };
    let mut answers = Answers::default();
    let mut rows = Vec::new();
    for one in found {
        rows.push(take(one, &mut answers, &mut schools, with_names, format).map_err(failed)?);
    }
    let nothing = rows.is_empty().then(|| Trouble::NothingFound(wanted.to_owned()));
    let text = || {
        let mut text = columns("", &rows);
        if more {
            text.push_str(&format!("{}\n", session.catalog.cli.more(limit)));
        }
        text
    };
    Ok(answer(format, &answers, text).but(nothing))
}

/// The names of the schools of what was found, each read once.
struct Schools<'a> {
    session: &'a Session,
    names: HashMap<Id, String>,
}

impl Schools<'_> {
    fn name(&mut self, id: Id) -> Result<String, StoreError> {
        if let Some(name) = self.names.get(&id) {
            return Ok(name.clone());
        }
        let name = self.session.store.school(id)?.name;
        self.names.insert(id, name.clone());
        Ok(name)
    }
}

/// Puts what was found among the answers, and returns its row.
fn take(
    one: Found,
    answers: &mut Answers,
    schools: &mut Schools<'_>,
    with_names: bool,
    format: Format,
) -> Result<Vec<String>, StoreError> {
    let catalog = schools.session.catalog;
    let words = &catalog.cli;
    let session = schools.session;
    // A case without a number: outside a meeting there is none.
    let named = |line: &PupilLine| told(session, line, with_names, 0);
    Ok(match one {
        Found::Pupil(line) => {
            let (name, school) = (named(&line), schools.name(line.school)?);
            let leaving = line
                .leaving
                .map_or(String::new(), |day| format!("{} {}", words.leaving, words.date(day)));
            let number = catalog.rights.numbered(line.id);
            let row = vec![words.pupil.to_owned(), name.clone(), school.clone(), leaving, number];
            answers.pupils.push(Pupil {
                id: line.id.to_string(),
                pupil: name,
                school,
                leaving: line.leaving,
            });
            row
        }
        Found::School { id, name, place } => {
            let row = vec![words.school.to_owned(), name.clone(), place.clone()];
            answers.schools.push(School {
                id: id.to_string(),
                school: name,
                place,
            });
            row
        }
        // Parties are looked for by the form that changes one; finding does not give them.
        Found::Party { .. } => Vec::new(),
        Found::Person { id, name, party, phone } => {
            let row = vec![words.person.to_owned(), name.clone(), party.clone(), phone.clone()];
            let name = if with_names || format == Format::Text {
                name
            } else {
                initials(&name)
            };
            answers.people.push(Professional {
                id: id.to_string(),
                name,
                party,
                phone,
            });
            row
        }
        Found::Note {
            pupil: line,
            on,
            snippet,
        } => {
            let (name, school) = (named(&line), schools.name(line.school)?);
            let text = with_names.then_some(snippet.0);
            let shown = [words.date(on), text.clone().unwrap_or_default()].join("  ");
            let row = vec![words.note.to_owned(), name.clone(), school.clone(), shown];
            answers.notes.push(Note {
                pupil: name,
                school,
                date: on,
                text,
            });
            row
        }
    })
}
