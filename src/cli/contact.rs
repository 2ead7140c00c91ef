//! `contact`: whom to call for a school.
//!
//! Every school has two fixed contacts at the social service, so that a coordinator with a question always knows whom
//! to call (practice of Sociale Dienst Drechtsteden). Their names are the point here, so they are always shown.

use serde::Serialize;

use super::answer::{Answer, Session, answer};
use super::lines::columns;
use super::options::Format;
use super::output::{Failure, visible};
use crate::domain::fold::fold;
use crate::domain::people::{Person, SchoolCode, SchoolContacts};
use crate::text::Catalog;
use crate::text::cli::Trouble;

/// At most this many schools are told; a region has fewer.
const MOST: u32 = 200;

#[derive(Serialize)]
struct School<'a> {
    school: &'a str,
    code: String,
    kind: &'static str,
    place: &'a str,
    contacts: Vec<Contact<'a>>,
    coordinator: Option<Reachable<'a>>,
    uwv: Option<Reachable<'a>>,
}

#[derive(Serialize)]
struct Contact<'a> {
    rank: u8,
    #[serde(flatten)]
    person: Reachable<'a>,
}

#[derive(Serialize)]
struct Reachable<'a> {
    name: String,
    phone: &'a str,
    email: &'a str,
}

impl<'a> Reachable<'a> {
    fn of(person: &'a Person) -> Self {
        Self {
            name: person.full(),
            phone: &person.phone,
            email: &person.email,
        }
    }
}

impl<'a> School<'a> {
    fn of(found: &'a SchoolContacts) -> Self {
        let contact = |(rank, person): &'a (u8, Person)| Contact {
            rank: *rank,
            person: Reachable::of(person),
        };
        Self {
            school: &found.school.name,
            code: found.school.code.to_string(),
            kind: found.school.kind.code(),
            place: &found.school.place,
            contacts: found.fixed.iter().map(contact).collect(),
            coordinator: found.coordinator.as_ref().map(Reachable::of),
            uwv: found.uwv.as_ref().map(Reachable::of),
        }
    }
}

/// Answers with the one school that is meant as one object, with several as a list of them.
pub(super) fn contact(session: &Session, wanted: &str, format: Format) -> Result<Answer, Failure> {
    let found = session
        .store
        .find_contacts(wanted, MOST)
        .map_err(|error| session.failed(&error))?;
    let found = narrowed(found, wanted);
    let words = session.catalog;
    Ok(match found.as_slice() {
        [] => Answer::default().but(Some(Trouble::NoSchoolNamed(wanted.to_owned()))),
        [one] => answer(format, &School::of(one), || told(one, words)),
        several => {
            let json: Vec<School<'_>> = several.iter().map(School::of).collect();
            let text = || {
                several
                    .iter()
                    .map(|one| told(one, words))
                    .collect::<Vec<_>>()
                    .join("\n")
            };
            answer(format, &json, text)
        }
    })
}

/// The one school with exactly this name or code, when there is one among those found.
pub(super) fn narrowed(found: Vec<SchoolContacts>, wanted: &str) -> Vec<SchoolContacts> {
    let (name, code) = (fold(wanted.trim()), SchoolCode::parse(wanted));
    let exact = |one: &SchoolContacts| fold(&one.school.name) == name || Some(&one.school.code) == code.as_ref();
    match found.iter().filter(|one| exact(one)).count() {
        1 => found.into_iter().filter(exact).collect(),
        _ => found,
    }
}

fn told(found: &SchoolContacts, catalog: &Catalog) -> String {
    let school = &found.school;
    let kind = catalog.codes.school_kind(school.kind);
    let place = if school.place.is_empty() {
        String::new()
    } else {
        format!(", {}", school.place)
    };
    let mut text = visible(&format!("{} ({kind}{place}) · {}", school.name, school.code));
    text.push('\n');
    let row = |role: &str, person: &Person| {
        let name = catalog.room.to_call(person);
        vec![role.to_owned(), name, person.phone.clone(), person.email.clone()]
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    rows.extend(found.fixed.iter().map(|(rank, person)| row(&rank.to_string(), person)));
    rows.extend(
        found
            .coordinator
            .iter()
            .map(|person| row(catalog.cli.coordinator, person)),
    );
    rows.extend(found.uwv.iter().map(|person| row(catalog.cli.uwv, person)));
    text.push_str(&columns("  ", &rows));
    if !found.is_complete() {
        text.push_str(&format!("  ! {}\n", catalog.screen.contacts_not_two(found.fixed.len())));
    }
    text
}
