//! What the queue, the coverage and the summer list share: whom they are about, what is asked, and the words for people.
//!
//! The rule for names: without `--met-namen` a pupil is told by initials, and one who was not informed or who objects
//! is told as a case; an objection keeps the name away also then.

use std::collections::HashMap;

use serde::Serialize;

use super::answer::Session;
use super::contact::narrowed;
use super::lines::{initials, pupil};
use super::output::Failure;
use crate::domain::dossier::PupilLine;
use crate::domain::people::School;
use crate::domain::roof::Span;
use crate::domain::standing::Asking;
use crate::domain::term::Rules;
use crate::domain::{Day, Id};
use crate::store::{Scope, StoreError};
use crate::text::Lang;
use crate::text::cli::Trouble;

/// At most this many schools are looked at for a part of a name.
const MOST: u32 = 200;

/// Schools, parties and people by name, and the terms.
pub(super) struct Around {
    /// In the order of their names.
    pub(super) schools: Vec<School>,
    parties: HashMap<Id, String>,
    people: HashMap<Id, String>,
    pub(super) rules: Rules,
    lang: Lang,
}

impl Around {
    /// Reads them; the rules are those in force.
    pub(super) fn read(session: &Session, rules: Rules) -> Result<Self, Failure> {
        let read = || {
            Ok(Self {
                schools: session.store.schools()?,
                parties: session.store.party_names()?,
                people: session.store.person_names()?,
                rules,
                lang: session.catalog.lang,
            })
        };
        read().map_err(|error: StoreError| session.failed(&error))
    }

    /// What is asked, on the day of the session.
    pub(super) fn asking(&self, session: &Session) -> Asking<'_> {
        Asking {
            today: session.now.date_naive(),
            practice: session.practice,
            rules: &self.rules,
        }
    }

    pub(super) fn school(&self, id: Id) -> &str {
        let found = self.schools.iter().find(|school| school.id == id);
        found.map_or("", |school| &school.name)
    }

    pub(super) fn party(&self, id: Id) -> &str {
        self.parties.get(&id).map_or("", String::as_str)
    }

    /// A professional in full or by initials.
    pub(super) fn person(&self, id: Id, in_full: bool) -> String {
        let name = self.people.get(&id).map_or("", String::as_str);
        if in_full { name.to_owned() } else { initials(name) }
    }

    /// The label of a statutory term.
    pub(super) fn term(&self, rule: &str) -> Option<&str> {
        let rule = self.rules.get(rule)?;
        let words = match self.lang {
            Lang::Nl => &rule.nl,
            Lang::En => &rule.en,
        };
        Some(&words.label)
    }
}

/// A pupil as told: in full, by initials, or as a case with a number in this answer.
pub(super) fn told(session: &Session, line: &PupilLine, in_full: bool, number: usize) -> String {
    if in_full || line.may_name {
        pupil(&line.name, in_full)
    } else {
        session.catalog.screen.case(u16::try_from(number).unwrap_or(u16::MAX))
    }
}

/// As [`told`], for what leaves the chair's own hands or is about somebody who objects: a case stays a case.
pub(super) fn told_outside(session: &Session, line: &PupilLine, in_full: bool, number: usize) -> String {
    told(session, line, in_full && line.may_name, number)
}

/// Whom it is about: a school by any part of its name, or everybody.
pub(super) fn scope(session: &Session, school: Option<&str>) -> Result<Scope, Failure> {
    let Some(wanted) = school else {
        return Ok(Scope::All);
    };
    let found = session
        .store
        .find_contacts(wanted, MOST)
        .map_err(|error| session.failed(&error))?;
    let found = narrowed(found, wanted);
    let trouble = match found.as_slice() {
        [one] => return Ok(Scope::School(one.school.id)),
        [] => Trouble::NoSchoolNamed(wanted.to_owned()),
        several => {
            let names: Vec<&str> = several.iter().map(|one| one.school.name.as_str()).collect();
            Trouble::SeveralSchools(wanted.to_owned(), names.join(", "))
        }
    };
    Err(Failure::of(&trouble, session.catalog))
}

/// Days from one up to and including another, as JSON.
#[derive(Serialize)]
pub(super) struct Days {
    from: Day,
    until: Day,
    days: u32,
}

impl From<&Span> for Days {
    fn from(span: &Span) -> Self {
        Self {
            from: span.from,
            until: span.until,
            days: span.days(),
        }
    }
}

/// How many were left out, as JSON.
#[derive(Serialize)]
pub(super) struct LeftOut {
    pub(super) objection: usize,
    /// Erased, of all schools together: which school they were of is not known any more.
    #[serde(skip_serializing_if = "is_zero")]
    pub(super) erased: usize,
}

/// Whether a count says nothing.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}
