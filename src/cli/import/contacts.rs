//! Fixed contacts: who is called for a school, by rank. A person is known by the mail address, else by the full name
//! within the party; who is not known is added, and what the list says of a known person is filled in.

use std::collections::HashSet;

use super::super::answer::{Answer, Session, answer};
use super::super::options::Import;
use super::super::output::Failure;
use super::schools::{Told, faults, text};
use crate::domain::Id;
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::{Party, Person, School, SchoolCode};
use crate::exchange::lists::{ContactList, ListError, ListedContact, RefusalReason, read_contacts};
use crate::store::{About, NewPerson, StoreError};
use crate::text::cli::Trouble;

/// How many people names are looked up among.
const PEOPLE: u32 = 100_000;

/// Reads the list.
pub(super) fn read(bytes: &[u8], asked: &Import) -> Result<ContactList, ListError> {
    read_contacts(bytes, asked.sheet.as_deref(), &|_| true)
}

/// What a row would do.
struct Planned {
    school: Id,
    rank: u8,
    /// The person as the list has them; id zero for a new one.
    person: Person,
    /// Whether the person is new or changes.
    writes_person: bool,
    /// Whether the rank has nobody yet.
    is_new: bool,
    /// Whether somebody else takes the rank, or somebody takes it for the first time.
    takes_rank: bool,
    /// Whom and where, to be told.
    line: String,
}

/// Writes the list, or tells what writing it would do.
pub(super) fn import(session: &mut Session, mut list: ContactList, asked: &Import) -> Result<Answer, Failure> {
    let planned = plan(session, &mut list).map_err(|error| session.failed(&error))?;
    let acts = |one: &&Planned| one.writes_person || one.takes_rank;
    let new = planned.iter().filter(|one| one.is_new).count();
    let changed = planned.iter().filter(acts).filter(|one| !one.is_new).count();
    let (usable, writes) = (!planned.is_empty(), planned.iter().any(|one| acts(&one)));
    let written = writes && !asked.check_only;
    if written {
        write(session, &planned).map_err(|error| session.failed(&error))?;
    }
    let told = Told {
        written,
        new,
        changed,
        unchanged: planned.len() - new - changed,
        passed_over: 0,
        refused: faults(&list.refused),
    };
    let done = answer(asked.format, &told, || {
        let sign = |one: &Planned| if one.is_new { '+' } else { '~' };
        let lines = planned
            .iter()
            .filter(acts)
            .map(|one| format!("{} {}", sign(one), one.line));
        text(
            lines.collect(),
            &told,
            &list.refused,
            (usable, asked.check_only),
            session,
        )
    });
    Ok(done.but((!usable).then_some(Trouble::NoRowAccepted)))
}

/// Looks up schools, parties and people; rows whose school or party is not there are refused.
fn plan(session: &Session, list: &mut ContactList) -> Result<Vec<Planned>, StoreError> {
    let (schools, parties) = (session.store.schools()?, session.store.parties(None)?);
    let people = session.store.people(None, PEOPLE)?;
    let (mut planned, mut taken) = (Vec::new(), HashSet::new());
    for row in list.rows.clone() {
        let Some(school) = school_of(&schools, &row.school) else {
            list.refuse(row.row, RefusalReason::UnknownSchool);
            continue;
        };
        let Some(party) = one(&parties, |party| fold(&party.name) == fold(&row.party)) else {
            list.refuse(row.row, RefusalReason::UnknownParty);
            continue;
        };
        if !taken.insert((school.id, row.rank)) {
            list.refuse(row.row, RefusalReason::RankTwice);
            continue;
        }
        let known = known_person(&people, party, &row);
        let person = person_of(&row, party, known);
        let contacts = session.store.contacts(school.id)?;
        let here = contacts.fixed.iter().find(|(rank, _)| *rank == row.rank);
        planned.push(Planned {
            school: school.id,
            rank: row.rank,
            writes_person: known != Some(&person),
            is_new: here.is_none(),
            takes_rank: known.is_none() || here.map(|(_, there)| there.id) != known.map(|one| one.id),
            line: format!("{} {}: {}, {}", school.name, row.rank, person.full(), party.name),
            person,
        });
    }
    Ok(planned)
}

/// The school of a code, else the one school of that name.
fn school_of<'a>(schools: &'a [School], text: &str) -> Option<&'a School> {
    match SchoolCode::parse(text) {
        Some(code) => schools.iter().find(|school| school.code == code),
        None => one(schools, |school| fold(&school.name) == fold(text)),
    }
}

/// The only one that fits: of two nobody knows which is meant.
fn one<T>(all: &[T], fits: impl Fn(&T) -> bool) -> Option<&T> {
    let mut fitting = all.iter().filter(|one| fits(one));
    fitting.next().filter(|_| fitting.next().is_none())
}

fn known_person<'a>(people: &'a [Person], party: &Party, row: &ListedContact) -> Option<&'a Person> {
    let name = fold(format!("{} {}", row.given, row.family).trim());
    let by_mail = |person: &Person| !row.email.is_empty() && person.email.eq_ignore_ascii_case(&row.email);
    one(people, |person| person.party == party.id && by_mail(person)).or_else(|| {
        one(people, |person| {
            person.party == party.id && fold(&person.full()) == name
        })
    })
}

/// A person with what the list says; a blank empties nothing.
fn person_of(row: &ListedContact, party: &Party, known: Option<&Person>) -> Person {
    let over = |said: &str, known: Option<&String>| match (said, known) {
        ("", Some(known)) => known.clone(),
        _ => said.to_owned(),
    };
    // The same name with its words divided otherwise is no change.
    let same = known.filter(|known| known.full() == format!("{} {}", row.given, row.family).trim());
    Person {
        id: known.map_or(0, |known| known.id),
        party: party.id,
        party_kind: party.kind,
        party_name: party.name.clone(),
        given: same.map_or_else(|| row.given.clone(), |known| known.given.clone()),
        family: same.map_or_else(|| row.family.clone(), |known| known.family.clone()),
        position: over(&row.position, known.map(|known| &known.position)),
        phone: over(&row.phone, known.map(|known| &known.phone)),
        email: over(&row.email, known.map(|known| &known.email)),
    }
}

fn write(session: &mut Session, planned: &[Planned]) -> Result<(), StoreError> {
    let about = About {
        intent: Intent::ImportList.code(),
        pupil: None,
        meeting: None,
    };
    session.store.change(about, session.now, |tx| {
        // Somebody new who is the contact of several schools is added once.
        let mut added: Vec<(&Person, Id)> = Vec::new();
        for one in planned {
            let person = &one.person;
            let id = match (person.id, added.iter().find(|(there, _)| *there == person)) {
                (0, Some((_, id))) => *id,
                (0, None) => {
                    let id = tx.insert_person(&NewPerson {
                        party: person.party,
                        given: person.given.clone(),
                        family: person.family.clone(),
                        position: person.position.clone(),
                        phone: person.phone.clone(),
                        email: person.email.clone(),
                    })?;
                    added.push((person, id));
                    id
                }
                (id, _) => {
                    if one.writes_person {
                        tx.update_person(person)?;
                    }
                    id
                }
            };
            if one.takes_rank {
                tx.set_fixed_contact(one.school, one.rank, Some(id))?;
            }
        }
        Ok(())
    })
}
