//! Parties and the professionals who work there.
//!
//! The rule: a professional is never deleted, because actions and earlier meetings name them; who has left is only
//! no longer offered.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::rows::{Columns, all, one, write, write_one};
use super::{Store, Tx};
use crate::domain::Id;
use crate::domain::codes::PartyKind;
use crate::domain::people::{Party, Person};

/// A professional before they have an id.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewPerson {
    /// The party they work for.
    pub party: Id,
    /// Given name.
    pub given: String,
    /// Family name, with its infix.
    pub family: String,
    /// What they do, in their own words.
    pub position: String,
    /// Telephone at work.
    pub phone: String,
    /// Mail address at work.
    pub email: String,
}

impl std::fmt::Debug for NewPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewPerson(of party {})", self.party)
    }
}

/// The columns of a [`Person`], from `person p` and its `party y`.
macro_rules! person_columns {
    () => {
        "p.id, p.party, y.kind, y.name, p.given, p.family, p.position, p.phone, p.email, p.active"
    };
}
pub(super) use person_columns;

/// Reads the columns of [`person_columns`].
pub(super) fn read_person(c: &mut Columns<'_, '_>) -> Result<Person, StoreError> {
    Ok(Person {
        id: c.get()?,
        party: c.get()?,
        party_kind: c.text("party.kind", PartyKind::from_code)?,
        party_name: c.get()?,
        given: c.get()?,
        family: c.get()?,
        position: c.get()?,
        phone: c.get()?,
        email: c.get()?,
        active: c.get()?,
    })
}

/// A professional by id.
pub(super) fn person(sql: &Connection, id: Id) -> Result<Person, StoreError> {
    const QUERY: &str = concat!(
        "SELECT ",
        person_columns!(),
        " FROM person p JOIN party y ON y.id = p.party WHERE p.id = ?1"
    );
    one(sql, QUERY, [id], read_person)?.ok_or(StoreError::Missing("person"))
}

fn read_party(c: &mut Columns<'_, '_>) -> Result<Party, StoreError> {
    Ok(Party {
        id: c.get()?,
        kind: c.text("party.kind", PartyKind::from_code)?,
        name: c.get()?,
        place: c.get()?,
    })
}

impl Store {
    /// The parties by name, all of them or those of one kind.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn parties(&self, kind: Option<PartyKind>) -> Result<Vec<Party>, StoreError> {
        all(
            self.sql(),
            "SELECT id, kind, name, place FROM party WHERE ?1 IS NULL OR kind = ?1 ORDER BY name, id",
            [kind.map(PartyKind::code)],
            read_party,
        )
    }

    /// A party.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn party(&self, id: Id) -> Result<Party, StoreError> {
        const QUERY: &str = "SELECT id, kind, name, place FROM party WHERE id = ?1";
        one(self.sql(), QUERY, [id], read_party)?.ok_or(StoreError::Missing("party"))
    }

    /// The professionals still at work, by family name: all of them or those of one party, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn people(&self, party: Option<Id>, limit: u32) -> Result<Vec<Person>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            person_columns!(),
            " FROM person p JOIN party y ON y.id = p.party WHERE p.active = 1 AND (?1 IS NULL OR p.party = ?1)",
            " ORDER BY p.family, p.given, p.id LIMIT ?2"
        );
        all(self.sql(), QUERY, params![party, limit], read_person)
    }

    /// A professional.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn person(&self, id: Id) -> Result<Person, StoreError> {
        person(self.sql(), id)
    }
}

impl Tx<'_> {
    /// Adds a party.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn insert_party(&mut self, kind: PartyKind, name: &str, place: &str) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO party (id, kind, name, place) VALUES (?1, ?2, ?3, ?4)",
            params![id, kind.code(), name, place],
        )?;
        Ok(id)
    }

    /// Changes a party.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn update_party(&mut self, party: &Party) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "party",
            "UPDATE party SET kind = ?2, name = ?3, place = ?4 WHERE id = ?1",
            params![party.id, party.kind.code(), party.name, party.place],
        )
    }

    /// Adds a professional.
    ///
    /// # Errors
    /// When the party does not exist or the file cannot be written.
    pub fn insert_person(&mut self, person: &NewPerson) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO person (id, party, given, family, position, phone, email)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                id,
                person.party,
                person.given,
                person.family,
                person.position,
                person.phone,
                person.email
            ],
        )?;
        Ok(id)
    }

    /// Changes a professional; what is read along of their party is not looked at.
    ///
    /// # Errors
    /// When the party does not exist or the file cannot be written.
    pub fn update_person(&mut self, person: &Person) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "person",
            "UPDATE person SET party = ?2, given = ?3, family = ?4, position = ?5, phone = ?6, email = ?7,
             active = ?8 WHERE id = ?1",
            params![
                person.id,
                person.party,
                person.given,
                person.family,
                person.position,
                person.phone,
                person.email,
                person.active
            ],
        )
    }
}
