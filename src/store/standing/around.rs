//! What stands around pupils and belongs to few: schools, parties and the people who work there.
//!
//! The rule: for one pupil, a school or a cohort each of them is looked up by its key when it is first met, and kept;
//! for everybody all are read beforehand. A region has thousands of parties and one pupil has three, so reading them
//! all at every step would cost more than the step; and joining them to a million tiles costs more than reading them.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::codes::{PartyKind, SchoolKind};
use crate::domain::trajectory::Tile;
use crate::domain::{Day, Id};
use crate::store::error::StoreError;
use crate::store::feed::Scope;
use crate::store::rows::{Columns, all, one};

/// What is told of a pupil's school.
#[derive(Clone, Copy)]
pub(super) struct SchoolAround {
    pub(super) kind: SchoolKind,
    pub(super) party: Id,
    /// The day on which its table last sat.
    pub(super) held: Option<Day>,
}

/// The statement over all of a kind, and the one by key.
macro_rules! by_key {
    ($head:literal, $key:literal) => {
        ($head, concat!($head, " WHERE ", $key, " = ?1"))
    };
}
const SCHOOLS: (&str, &str) = by_key!(
    "SELECT s.id, s.kind, s.party, (SELECT max(m.day) FROM block b JOIN meeting m ON m.id = b.meeting \
     WHERE b.school = s.id AND m.closed_at IS NOT NULL) FROM school s",
    "s.id"
);
const PARTIES: (&str, &str) = by_key!("SELECT y.id, y.kind FROM party y", "y.id");
const PEOPLE: (&str, &str) = by_key!("SELECT p.id, p.party FROM person p", "p.id");

fn read_school(c: &mut Columns<'_, '_>) -> Result<(Id, SchoolAround), StoreError> {
    let id = c.get()?;
    let kind = c.text("school.kind", SchoolKind::from_code)?;
    let (party, held) = (c.get()?, c.optional_day("meeting.day")?);
    Ok((id, SchoolAround { kind, party, held }))
}

fn read_party(c: &mut Columns<'_, '_>) -> Result<(Id, PartyKind), StoreError> {
    Ok((c.get()?, c.text("party.kind", PartyKind::from_code)?))
}

fn read_person(c: &mut Columns<'_, '_>) -> Result<(Id, Id), StoreError> {
    Ok((c.get()?, c.get()?))
}

/// The schools, parties and people that were met so far.
pub(super) struct Around<'c> {
    sql: &'c Connection,
    schools: HashMap<Id, SchoolAround>,
    parties: HashMap<Id, PartyKind>,
    people: HashMap<Id, Id>,
}

impl<'c> Around<'c> {
    /// What has to be known before the pupils of a scope are read.
    pub(super) fn of(sql: &'c Connection, scope: Scope) -> Result<Self, StoreError> {
        let mut around = Self {
            sql,
            schools: HashMap::new(),
            parties: HashMap::new(),
            people: HashMap::new(),
        };
        if scope == Scope::All {
            around.schools.extend(all(sql, SCHOOLS.0, [], read_school)?);
            around.parties.extend(all(sql, PARTIES.0, [], read_party)?);
            around.people.extend(all(sql, PEOPLE.0, [], read_person)?);
        }
        Ok(around)
    }

    /// A school.
    pub(super) fn school(&mut self, id: Id) -> Result<SchoolAround, StoreError> {
        if let Some(known) = self.schools.get(&id) {
            return Ok(*known);
        }
        let (_, read) = one(self.sql, SCHOOLS.1, [id], read_school)?.ok_or(StoreError::Missing("school"))?;
        self.schools.insert(id, read);
        Ok(read)
    }

    fn party(&mut self, id: Id) -> Result<PartyKind, StoreError> {
        if let Some(known) = self.parties.get(&id) {
            return Ok(*known);
        }
        let (_, read) = one(self.sql, PARTIES.1, [id], read_party)?.ok_or(StoreError::Missing("party"))?;
        self.parties.insert(id, read);
        Ok(read)
    }

    fn employer_of(&mut self, person: Id) -> Result<Id, StoreError> {
        if let Some(known) = self.people.get(&person) {
            return Ok(*known);
        }
        let (_, read) = one(self.sql, PEOPLE.1, [person], read_person)?.ok_or(StoreError::Missing("person"))?;
        self.people.insert(person, read);
        Ok(read)
    }

    /// Fills in what is read along with a tile.
    pub(super) fn complete(&mut self, tile: &mut Tile) -> Result<(), StoreError> {
        tile.party_kind = self.party(tile.party)?;
        tile.holder_party = match tile.holder {
            Some(person) => Some(self.employer_of(person)?),
            None => None,
        };
        Ok(())
    }
}
