//! Who is at the demo table: parties, the professionals who work there, and the schools with whom to call.
//!
//! The rule: the data name each other by key, so that they can be read and changed by hand; ids exist only in the
//! file that is filled.

use std::collections::BTreeMap;

use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::domain::people::SchoolCode;
use crate::store::{NewPerson, NewSchool, StoreError, Tx};

use super::Story;
use super::data::{PeopleFile, PersonData, SchoolData, wrong};

/// Ids by the keys of the data.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) parties: BTreeMap<String, Id>,
    pub(super) people: BTreeMap<String, Id>,
    pub(super) schools: BTreeMap<String, Id>,
    pub(super) pupils: BTreeMap<String, Id>,
}

impl Keys {
    /// The party of a key; a school's key is also its party's.
    pub(super) fn party(&self, key: &str) -> Result<Id, StoreError> {
        find(&self.parties, key)
    }

    /// The person of a key.
    pub(super) fn person(&self, key: &str) -> Result<Id, StoreError> {
        find(&self.people, key)
    }

    /// The people of keys, in order.
    pub(super) fn people(&self, keys: &[String]) -> Result<Vec<Id>, StoreError> {
        keys.iter().map(|key| self.person(key)).collect()
    }

    /// The school of a key.
    pub(super) fn school(&self, key: &str) -> Result<Id, StoreError> {
        find(&self.schools, key)
    }

    /// The pupil of a key.
    pub(super) fn pupil(&self, key: &str) -> Result<Id, StoreError> {
        find(&self.pupils, key)
    }
}

fn find(ids: &BTreeMap<String, Id>, key: &str) -> Result<Id, StoreError> {
    ids.get(key).copied().ok_or_else(wrong)
}

/// Writes the chair, the parties and the schools, as typed one after another on one morning.
pub(super) fn write(story: &mut Story<'_>, file: &PeopleFile) -> Result<Keys, StoreError> {
    let mut keys = Keys::default();
    let first = story.day("d-100")?;
    story.go(first, "09:10")?;
    story.store.set_who(&file.chair);
    story.change(Intent::SetChair, (None, None), |tx| {
        tx.set_setting("chair", &file.chair)
    })?;
    story.store.set_who(&file.office);
    for party in &file.party {
        story.clock.pass(140);
        story.change(Intent::NewParty, (None, None), |tx| {
            let id = tx.insert_party(party.kind, &party.name, &party.place)?;
            keys.parties.insert(party.key.clone(), id);
            add_people(tx, &mut keys, id, &party.people)
        })?;
    }
    for school in &file.school {
        story.clock.pass(200);
        story.change(Intent::NewSchool, (None, None), |tx| add_school(tx, &mut keys, school))?;
        story.clock.pass(60);
        story.change(Intent::EditSchool, (None, None), |tx| add_contacts(tx, &keys, school))?;
    }
    Ok(keys)
}

fn add_people(tx: &mut Tx<'_>, keys: &mut Keys, party: Id, people: &[PersonData]) -> Result<(), StoreError> {
    for person in people {
        let id = tx.insert_person(&NewPerson {
            party,
            given: person.given.clone(),
            family: person.family.clone(),
            position: person.position.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
        })?;
        keys.people.insert(person.key.clone(), id);
    }
    Ok(())
}

fn add_school(tx: &mut Tx<'_>, keys: &mut Keys, school: &SchoolData) -> Result<(), StoreError> {
    let id = tx.insert_school(&NewSchool {
        code: SchoolCode::parse(&school.code).ok_or_else(wrong)?,
        kind: school.kind,
        name: school.name.clone(),
        place: school.place.clone(),
        party: None,
        uwv_contact: Some(keys.person(&school.uwv)?),
    })?;
    let party = tx.school(id)?.party;
    keys.schools.insert(school.key.clone(), id);
    keys.parties.insert(school.key.clone(), party);
    add_people(tx, keys, party, &school.people)
}

/// The coordinator, who can only be told once the school is there, and the fixed contacts by rank.
fn add_contacts(tx: &mut Tx<'_>, keys: &Keys, school: &SchoolData) -> Result<(), StoreError> {
    let mut known = tx.school(keys.school(&school.key)?)?;
    known.coordinator = Some(keys.person(&school.coordinator)?);
    tx.update_school(&known)?;
    for (rank, person) in (1..).zip(&school.fixed) {
        tx.set_fixed_contact(known.id, rank, Some(keys.person(person)?))?;
    }
    Ok(())
}
