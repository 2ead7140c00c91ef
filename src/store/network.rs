//! The pupil's own surroundings: parents, family, care workers. They are read with the pupil and with nothing else.

use rusqlite::{Connection, params};

use super::Tx;
use super::error::StoreError;
use super::rows::{all, write, write_one};
use crate::domain::Id;
use crate::domain::codes::Willing;
use crate::domain::people::NetworkPerson;

/// Everybody of a pupil's own surroundings, in the order in which they were added.
pub(super) fn network(sql: &Connection, pupil: Id) -> Result<Vec<NetworkPerson>, StoreError> {
    all(
        sql,
        "SELECT id, pupil, name, relation, phone, willing FROM network_person WHERE pupil = ?1 ORDER BY id",
        [pupil],
        |c| {
            Ok(NetworkPerson {
                id: c.get()?,
                pupil: c.get()?,
                name: c.get()?,
                relation: c.get()?,
                phone: c.get()?,
                willing: c.text("network_person.willing", Willing::from_code)?,
            })
        },
    )
}

impl Tx<'_> {
    /// Adds somebody of a pupil's own surroundings; the id in `person` is not looked at.
    ///
    /// # Errors
    /// When there is no such pupil or the file cannot be written.
    pub fn insert_network_person(&mut self, person: &NetworkPerson) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO network_person (id, pupil, name, relation, phone, willing) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id,
                person.pupil,
                person.name,
                person.relation,
                person.phone,
                person.willing.code()
            ],
        )?;
        Ok(id)
    }

    /// Changes somebody of a pupil's own surroundings.
    ///
    /// # Errors
    /// When there is no such person or the file cannot be written.
    pub fn update_network_person(&mut self, person: &NetworkPerson) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "network_person",
            "UPDATE network_person SET name = ?3, relation = ?4, phone = ?5, willing = ?6 WHERE id = ?1 AND pupil = ?2",
            params![
                person.id,
                person.pupil,
                person.name,
                person.relation,
                person.phone,
                person.willing.code()
            ],
        )
    }

    /// Takes somebody out of a pupil's own surroundings.
    ///
    /// # Errors
    /// When there is no such person or the file cannot be written.
    pub fn delete_network_person(&mut self, person: Id) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "network_person",
            "DELETE FROM network_person WHERE id = ?1",
            [person],
        )
    }
}
