//! Who belongs in the queue by hand: a party asks for a pupil, or the chair takes a pupil off the proposals.
//!
//! The rule: a mark is a record like any other, with its reason and who made it, so that nobody comes on the list or
//! off it silently. How long a mark stands is reckoned when standings are read, never by deleting it.

use rusqlite::params;

use super::error::StoreError;
use super::rows::{Columns, all, write};
use super::{Store, Tx};
use crate::domain::standing::{ByHand, HandMark, HandMarkRecord};
use crate::domain::{Day, Id};

impl Store {
    /// Every mark of a pupil, the newest first, also those that stand no longer.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn queue_marks(&self, pupil: Id) -> Result<Vec<HandMarkRecord>, StoreError> {
        const QUERY: &str = "SELECT id, kind, on_day, party, reason, by FROM queue_mark WHERE pupil = ?1 \
             ORDER BY on_day DESC, id DESC";
        all(self.sql(), QUERY, [pupil], |c| {
            Ok(HandMarkRecord {
                id: c.get()?,
                mark: read_hand_mark(c)?,
                reason: c.get()?,
                by: c.get()?,
            })
        })
    }
}

/// Reads kind, day and party.
pub(super) fn read_hand_mark(c: &mut Columns<'_, '_>) -> Result<HandMark, StoreError> {
    Ok(HandMark {
        kind: c.text("queue_mark.kind", ByHand::from_code)?,
        on: c.day("queue_mark.on_day")?,
        party: c.get()?,
    })
}

impl Tx<'_> {
    /// Records that a party, or without one the chair, asks for a pupil: a reason from that day until the pupil is
    /// discussed after it. The reason in words may be empty.
    ///
    /// # Errors
    /// When there is no such pupil or party, or the file cannot be written.
    pub fn ask_for_pupil(&mut self, pupil: Id, party: Option<Id>, reason: &str, on: Day) -> Result<Id, StoreError> {
        self.insert_queue_mark(pupil, ByHand::Asked, party, reason, on)
    }

    /// Takes a pupil off the proposals, until the school's next meeting after that day has been held. The reason in
    /// words may be empty.
    ///
    /// # Errors
    /// When there is no such pupil, or the file cannot be written.
    pub fn remove_from_queue(&mut self, pupil: Id, reason: &str, on: Day) -> Result<Id, StoreError> {
        self.insert_queue_mark(pupil, ByHand::Removed, None, reason, on)
    }

    fn insert_queue_mark(
        &mut self,
        pupil: Id,
        kind: ByHand,
        party: Option<Id>,
        reason: &str,
        on: Day,
    ) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO queue_mark (id, pupil, kind, reason, party, on_day, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![id, pupil, kind.code(), reason, party, on, self.who()],
        )?;
        Ok(id)
    }
}
