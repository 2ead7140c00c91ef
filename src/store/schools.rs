//! Schools, and whom to call for each.
//!
//! The rule of the field that stands here: a school has fixed contacts by rank at the social service, so that a
//! coordinator with a question always knows whom to call. Two are expected, none is refused.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::people::{person_columns, read_person};
use super::rows::{Columns, all, one, write, write_one};
use super::{Store, Tx};
use crate::domain::Id;
use crate::domain::codes::{PartyKind, SchoolKind};
use crate::domain::fold::fold;
use crate::domain::people::{Person, School, SchoolCode, SchoolContacts};

/// A school before it has an id. Its coordinator is a person of its party and is told afterwards, with
/// [`Tx::update_school`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSchool {
    /// BRIN and branch.
    pub code: SchoolCode,
    /// VSO, PrO or Entree.
    pub kind: SchoolKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// The party it is at the table; absent to make one of the same name and place.
    pub party: Option<Id>,
    /// Whom to call at UWV for this school.
    pub uwv_contact: Option<Id>,
}

/// The columns of a [`School`], from `school s`. The code comes as one text.
macro_rules! school_columns {
    () => {
        "s.id, s.brin || s.branch, s.kind, s.name, s.place, s.party, s.coordinator, s.uwv_contact"
    };
}
pub(super) use school_columns;

/// Reads the columns of [`school_columns`].
pub(super) fn read_school(c: &mut Columns<'_, '_>) -> Result<School, StoreError> {
    Ok(School {
        id: c.get()?,
        code: c.text("school.brin", SchoolCode::parse)?,
        kind: c.text("school.kind", SchoolKind::from_code)?,
        name: c.get()?,
        place: c.get()?,
        party: c.get()?,
        coordinator: c.get()?,
        uwv_contact: c.get()?,
    })
}

/// Everybody to call for a set of schools, given as a condition on `school s`: school, rank, person. The
/// coordinator has rank 0 and the contact at UWV rank -1, so that one statement reads them all.
macro_rules! contact_people {
    ($where:literal) => {
        concat!(
            "SELECT s.id, f.rank AS rank, ",
            person_columns!(),
            " FROM school s JOIN fixed_contact f ON f.school = s.id",
            " JOIN person p ON p.id = f.person JOIN party y ON y.id = p.party WHERE ",
            $where,
            " UNION ALL SELECT s.id, 0, ",
            person_columns!(),
            " FROM school s JOIN person p ON p.id = s.coordinator JOIN party y ON y.id = p.party WHERE ",
            $where,
            " UNION ALL SELECT s.id, -1, ",
            person_columns!(),
            " FROM school s JOIN person p ON p.id = s.uwv_contact JOIN party y ON y.id = p.party WHERE ",
            $where,
            " ORDER BY rank"
        )
    };
}
pub(super) use contact_people;

/// A row of [`contact_people`].
pub(super) struct ContactPerson {
    school: Id,
    rank: i64,
    person: Person,
}

/// Reads a row of [`contact_people`].
pub(super) fn read_contact_person(c: &mut Columns<'_, '_>) -> Result<ContactPerson, StoreError> {
    Ok(ContactPerson {
        school: c.get()?,
        rank: c.get()?,
        person: read_person(c)?,
    })
}

/// Puts a school together with its people among those read.
pub(super) fn with_people(school: School, people: &[ContactPerson]) -> SchoolContacts {
    let mut contacts = SchoolContacts {
        school,
        fixed: Vec::new(),
        coordinator: None,
        uwv: None,
    };
    for row in people.iter().filter(|row| row.school == contacts.school.id) {
        match (row.rank, u8::try_from(row.rank)) {
            (0, _) => contacts.coordinator = Some(row.person.clone()),
            (_, Ok(rank)) => contacts.fixed.push((rank, row.person.clone())),
            _ => contacts.uwv = Some(row.person.clone()),
        }
    }
    contacts
}

/// A school by id.
pub(super) fn school(sql: &Connection, id: Id) -> Result<School, StoreError> {
    const QUERY: &str = concat!("SELECT ", school_columns!(), " FROM school s WHERE s.id = ?1");
    one(sql, QUERY, [id], read_school)?.ok_or(StoreError::Missing("school"))
}

/// A school with everybody to call for it.
pub(super) fn contacts(sql: &Connection, id: Id) -> Result<SchoolContacts, StoreError> {
    let school = school(sql, id)?;
    let people = all(sql, contact_people!("s.id = ?1"), [id], read_contact_person)?;
    Ok(with_people(school, &people))
}

fn schools(sql: &Connection) -> Result<Vec<School>, StoreError> {
    const QUERY: &str = concat!("SELECT ", school_columns!(), " FROM school s ORDER BY s.name, s.id");
    all(sql, QUERY, [], read_school)
}

impl Store {
    /// Every school by name; a region has at most some hundreds.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn schools(&self) -> Result<Vec<School>, StoreError> {
        schools(self.sql())
    }

    /// A school by id.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn school(&self, id: Id) -> Result<School, StoreError> {
        school(self.sql(), id)
    }

    /// A school by its BRIN and branch.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn school_by_code(&self, code: &SchoolCode) -> Result<Option<School>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            school_columns!(),
            " FROM school s WHERE s.brin = ?1 AND s.branch = ?2"
        );
        one(self.sql(), QUERY, [code.brin(), code.branch()], read_school)
    }

    /// A school with everybody to call for it.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn contacts(&self, school: Id) -> Result<SchoolContacts, StoreError> {
        contacts(self.sql(), school)
    }

    /// The schools whose name, place or code holds every word of `text`, anywhere and however it is accented, with
    /// everybody to call for them; by name, at most `limit`. When none does, those that find gives, which forgives
    /// one typing error. An empty text gives the first schools.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn find_contacts(&self, text: &str, limit: u32) -> Result<Vec<SchoolContacts>, StoreError> {
        let limit = limit as usize;
        let wanted = fold(text);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let mut found: Vec<Id> = schools(self.sql())?
            .into_iter()
            .filter(|school| {
                let held = fold(&format!("{} {} {}", school.name, school.place, school.code));
                words.iter().all(|word| held.contains(word))
            })
            .map(|school| school.id)
            .take(limit)
            .collect();
        if found.is_empty() {
            found = self.find_schools(text, limit)?.into_iter().map(|hit| hit.id).collect();
        }
        let mut schools = Vec::with_capacity(found.len());
        for id in found {
            schools.push(contacts(self.sql(), id)?);
        }
        Ok(schools)
    }
}

impl Tx<'_> {
    /// A school by id, as this change has it so far.
    ///
    /// # Errors
    /// As [`Store::school`].
    pub fn school(&self, id: Id) -> Result<School, StoreError> {
        school(self.sql(), id)
    }

    /// Adds a school, with a party of its own when none is given.
    ///
    /// # Errors
    /// When there is a school of that code already, or the file cannot be written.
    pub fn insert_school(&mut self, school: &NewSchool) -> Result<Id, StoreError> {
        let party = match school.party {
            Some(party) => party,
            None => self.insert_party(PartyKind::School, &school.name, &school.place)?,
        };
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO school (id, brin, branch, kind, name, place, party, uwv_contact)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                id,
                school.code.brin(),
                school.code.branch(),
                school.kind.code(),
                school.name,
                school.place,
                party,
                school.uwv_contact
            ],
        )?;
        Ok(id)
    }

    /// Changes a school.
    ///
    /// # Errors
    /// When another school has that code, or the file cannot be written.
    pub fn update_school(&mut self, school: &School) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "school",
            "UPDATE school SET brin = ?2, branch = ?3, kind = ?4, name = ?5, place = ?6, party = ?7,
             coordinator = ?8, uwv_contact = ?9 WHERE id = ?1",
            params![
                school.id,
                school.code.brin(),
                school.code.branch(),
                school.kind.code(),
                school.name,
                school.place,
                school.party,
                school.coordinator,
                school.uwv_contact
            ],
        )
    }

    /// Makes somebody the fixed contact of a rank (1 to 9), or nobody. Somebody who already has another rank of
    /// this school changes places with whoever stood here, so that nobody is a contact twice.
    ///
    /// # Errors
    /// When the rank is outside 1 to 9, the person does not exist, or the file cannot be written.
    pub fn set_fixed_contact(&mut self, school: Id, rank: u8, person: Option<Id>) -> Result<(), StoreError> {
        let present: Vec<(u8, Id)> = all(
            self.sql(),
            "SELECT rank, person FROM fixed_contact WHERE school = ?1",
            [school],
            |c| Ok((c.get()?, c.get()?)),
        )?;
        let here = present.iter().find(|(r, _)| *r == rank).map(|(_, p)| *p);
        if here == person {
            return Ok(());
        }
        let other_rank = present
            .iter()
            .find(|(r, p)| Some(*p) == person && *r != rank)
            .map(|(r, _)| *r);
        if let Some(other_rank) = other_rank {
            self.put_fixed_contact(school, other_rank, here)?;
        }
        self.put_fixed_contact(school, rank, person)
    }

    /// Writes one rank. Only the person of a row ever changes, never its rank: the index that keeps ranks unique
    /// is then never in the way, of a swap or of undoing one.
    fn put_fixed_contact(&mut self, school: Id, rank: u8, person: Option<Id>) -> Result<(), StoreError> {
        let Some(person) = person else {
            write(
                self.sql(),
                "DELETE FROM fixed_contact WHERE school = ?1 AND rank = ?2",
                params![school, rank],
            )?;
            return Ok(());
        };
        let changed = write(
            self.sql(),
            "UPDATE fixed_contact SET person = ?3 WHERE school = ?1 AND rank = ?2",
            params![school, rank, person],
        )?;
        if changed == 0 {
            let id = self.new_id();
            write(
                self.sql(),
                "INSERT INTO fixed_contact (id, school, rank, person) VALUES (?1, ?2, ?3, ?4)",
                params![id, school, rank, person],
            )?;
        }
        Ok(())
    }
}
