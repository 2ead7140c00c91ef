//! Who sits at the table of a block, and what they confirmed.

use rusqlite::params;

use super::error::StoreError;
use super::rows::{one, write, write_one};
use super::{At, Tx};
use crate::domain::codes::Presence;
use crate::domain::{Id, Moment};

/// Whether somebody of a pupil's surroundings is in the room of `block b`.
macro_rules! family_is_there {
    () => {
        "EXISTS (SELECT 1 FROM setting f WHERE f.key = 'family.' || b.id AND f.value = 'present')"
    };
}
pub(super) use family_is_there;

impl Tx<'_> {
    /// Expects somebody at the table of a block, with mandate; the attendance is given back, also of somebody who
    /// was expected already.
    ///
    /// # Errors
    /// When the block or person does not exist, or the file cannot be written.
    pub fn add_participant(&mut self, block: Id, person: Id) -> Result<Id, StoreError> {
        let there = one(
            self.sql(),
            "SELECT id FROM attendance WHERE block = ?1 AND person = ?2",
            [block, person],
            |c| c.get(),
        )?;
        if let Some(attendance) = there {
            return Ok(attendance);
        }
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO attendance (id, block, person) VALUES (?1, ?2, ?3)",
            [id, block, person],
        )?;
        Ok(id)
    }

    /// Records whether somebody is at the table.
    ///
    /// # Errors
    /// When there is no such attendance or the file cannot be written.
    pub fn set_attendance(&mut self, attendance: Id, state: Presence) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "attendance",
            "UPDATE attendance SET state = ?2 WHERE id = ?1",
            params![attendance, state.code()],
        )
    }

    /// Records whether a parent, a pupil or somebody else of a pupil's surroundings is in the room of a block. They are
    /// no professionals of a party, and who they are is nobody's business afterwards: only that somebody was there is
    /// kept.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_family(&mut self, block: Id, there: bool) -> Result<(), StoreError> {
        let state = if there { Presence::Present } else { Presence::Unknown };
        self.set_setting(&format!("family.{block}"), state.code())
    }

    /// Records whether somebody may decide for their party.
    ///
    /// # Errors
    /// When there is no such attendance or the file cannot be written.
    pub fn set_mandate(&mut self, attendance: Id, mandate: bool) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "attendance",
            "UPDATE attendance SET mandate = ?2 WHERE id = ?1",
            params![attendance, mandate],
        )
    }

    /// Records that the chair confirmed who is present in a block.
    ///
    /// # Errors
    /// When there is no such block or the file cannot be written.
    pub fn confirm_present(&mut self, block: Id, at: Moment) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "block",
            "UPDATE block SET present_confirmed_at = ?2 WHERE id = ?1",
            params![block, At(at)],
        )
    }

    /// Records that decisions and actions of a block were read back and confirmed.
    ///
    /// # Errors
    /// When there is no such block or the file cannot be written.
    pub fn confirm_read_back(&mut self, block: Id, at: Moment) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "block",
            "UPDATE block SET read_back_at = ?2 WHERE id = ?1",
            params![block, At(at)],
        )
    }
}
