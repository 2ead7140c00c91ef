//! `regel`: how a line of a note is read: what it is, whose, what and when.
//!
//! The rule: a line is read as the screen reads it, by the same function. The people are those of the next meeting of
//! the file; the file is opened for an action alone, and where there is none, only roles are known.

use serde::Serialize;

use super::answer::Answer;
use super::lines::initials;
use super::options::{Format, Options};
use super::output::{Failure, Io, visible};
use crate::domain::Day;
use crate::domain::codes::PartyKind;
use crate::domain::dates::DateContext;
use crate::domain::dossier::{Sitting, SittingBlock};
use crate::domain::line::{ActionLine, Line, LineKind, OwnerFound, read_line};
use crate::domain::people::Person;
use crate::domain::writing::Owner;
use crate::text::Catalog;

#[derive(Serialize)]
struct Row {
    kind: &'static str,
    owner: Option<OwnerRow>,
    owners: Vec<OwnerRow>,
    text: String,
    due: Option<Day>,
}

#[derive(Serialize)]
struct OwnerRow {
    name: String,
    role: &'static str,
}

/// Reads the line.
///
/// # Errors
/// When the file is there but cannot be read.
pub(super) fn line(
    text: &str,
    with_names: bool,
    format: Format,
    options: &Options,
    io: &mut Io<'_>,
) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    let today = options.now().date_naive();
    let mut dates = DateContext {
        today,
        next_meeting: None,
        summer_end: options.settings.summer_end(today),
    };
    let mut table = nobody_but_roles();
    let is_action = matches!(read_line(text, &table, catalog.roles, &dates), Line::Action(_));
    if is_action && std::fs::symlink_metadata(super::place(options)?).is_ok() {
        let session = super::session(options, io)?;
        let failed = |error| session.failed(&error);
        dates.next_meeting = session.store.next_meeting_day(today).map_err(failed)?;
        if let Some(next) = session.store.current_meeting(today).map_err(failed)? {
            table = people_of(&session.store.sitting(next).map_err(failed)?);
        }
    }
    let read = read_line(text, &table, catalog.roles, &dates);
    Ok(match format {
        Format::Json => Answer::json(&row(&read, text, with_names)),
        Format::Text | Format::Csv => Answer::text(told(&read, text, catalog)),
    })
}

/// Somebody without a name for each role, so that a line can still name the role.
fn nobody_but_roles() -> Vec<Person> {
    let of = |kind: &PartyKind| Person {
        id: 0,
        party: 0,
        party_kind: *kind,
        party_name: String::new(),
        given: String::new(),
        family: String::new(),
        position: String::new(),
        phone: String::new(),
        email: String::new(),
        active: true,
    };
    PartyKind::ALL.iter().map(of).collect()
}

/// The people around the tables of a meeting, each once.
fn people_of(sitting: &Sitting) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for seat in sitting.blocks.iter().flat_map(SittingBlock::people) {
        if people.iter().all(|there| there.id != seat.person.id) {
            people.push(seat.person.clone());
        }
    }
    people
}

/// Whom an action line names: one, several of that name, or nobody.
fn owners(action: &ActionLine) -> &[Owner] {
    match &action.owner {
        OwnerFound::Nobody => &[],
        OwnerFound::One(owner) => std::slice::from_ref(owner),
        OwnerFound::Several(owners) => owners,
    }
}

/// The line for programs: names by initials, unless they were asked for.
fn row(read: &Line<'_>, line: &str, with_names: bool) -> Row {
    let owner = |owner: &Owner| OwnerRow {
        name: match with_names || owner.name.is_empty() {
            true => owner.name.clone(),
            false => initials(&owner.name),
        },
        role: owner.role.code(),
    };
    match read {
        Line::Text => Row {
            kind: "text",
            owner: None,
            owners: Vec::new(),
            text: line.to_owned(),
            due: None,
        },
        Line::Plain(kind, text) => Row {
            kind: match kind {
                LineKind::Action => "action",
                LineKind::Decision => "decision",
                LineKind::WorkingNote => "working_note",
                LineKind::Park => "parked",
                LineKind::Lesson => "lesson",
            },
            owner: None,
            owners: Vec::new(),
            text: (*text).to_owned(),
            due: None,
        },
        Line::Action(action) => Row {
            kind: "action",
            owner: action.owner.one().map(owner),
            owners: owners(action).iter().map(owner).collect(),
            text: action.text.clone(),
            due: action.due,
        },
    }
}

/// The line for a reader, a part on each row.
fn told(read: &Line<'_>, line: &str, catalog: &Catalog) -> String {
    let (words, papers) = (&catalog.follow_up, &catalog.papers);
    let mut rows = Vec::new();
    match read {
        Line::Text => rows.extend([words.free_text.to_owned(), line.to_owned()]),
        Line::Plain(kind, text) => rows.extend([words.line(*kind).to_owned(), (*text).to_owned()]),
        Line::Action(action) => {
            let role = |owner: &Owner| {
                let role = catalog.codes.party_short(owner.role);
                match owner.name.as_str() {
                    "" => role.to_owned(),
                    name => format!("{name} ({role})"),
                }
            };
            let known: Vec<String> = owners(action).iter().map(role).collect();
            let whose = match known.as_slice() {
                [] => papers.nobody.to_owned(),
                [one] => one.clone(),
                several => format!("{} {}", words.several, several.join(", ")),
            };
            let due = action.due.map_or_else(
                || papers.no_day.to_owned(),
                |day| format!("{day} {}", catalog.cli.date(day)),
            );
            rows.push(words.line(LineKind::Action).to_owned());
            rows.push(format!("{}: {whose}", papers.who));
            rows.push(format!("{}: {}", papers.what, action.text));
            rows.push(format!("{}: {due}", papers.when));
        }
    }
    rows.iter().map(|row| format!("{}\n", visible(row))).collect()
}
