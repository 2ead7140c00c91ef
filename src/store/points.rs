//! What is written at a point of the agenda that is about no pupil: the opening, aftercare, a free point.
//!
//! The rule is that of a pupil's note: one table note and one working note, here per item, and the two kinds part by
//! their column and never meet again.

use super::actions::{action_columns, action_tables, read_action};
use super::error::StoreError;
use super::rows::{all, one};
use super::writing::{decision_columns, put_note, read_decision};
use super::{Store, Tx};
use crate::domain::codes::NoteKind;
use crate::domain::dossier::Point;
use crate::domain::writing::{TableNote, WorkingNote};
use crate::domain::{Id, Moment};

/// The note of a kind at an item that is about no pupil.
const NOTE: &str = "SELECT id, meeting, item, text, written_at FROM note
     WHERE item = ?1 AND pupil IS NULL AND kind = ?2 ORDER BY id LIMIT 1";

impl Store {
    /// Everything that was written at a point of the agenda, about no pupil; empty when nothing was.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn point(&self, item: Id) -> Result<Point, StoreError> {
        const DECISIONS: &str = concat!(
            "SELECT ",
            decision_columns!(),
            " FROM decision d WHERE d.item = ?1 AND d.pupil IS NULL ORDER BY d.id"
        );
        const ACTIONS: &str = concat!(
            "SELECT ",
            action_columns!(),
            " FROM ",
            action_tables!(),
            " WHERE a.item = ?1 AND a.pupil IS NULL ORDER BY a.id"
        );
        let sql = self.sql();
        let note = one(sql, NOTE, (item, NoteKind::Table.code()), |c| {
            Ok(TableNote {
                id: c.get()?,
                meeting: c.get()?,
                item: c.get()?,
                text: c.get()?,
                written_at: c.moment("note.written_at")?,
            })
        })?;
        let working = one(sql, NOTE, (item, NoteKind::Working.code()), |c| {
            Ok(WorkingNote {
                id: c.get()?,
                meeting: c.get()?,
                item: c.get()?,
                text: c.get()?,
                written_at: c.moment("note.written_at")?,
            })
        })?;
        Ok(Point {
            item,
            note,
            working,
            decisions: all(sql, DECISIONS, [item], read_decision)?,
            actions: all(sql, ACTIONS, [item], read_action)?,
        })
    }

    /// The text of the table note or working note of a point of the agenda.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn point_note_text(&self, kind: NoteKind, item: Id) -> Result<Option<String>, StoreError> {
        const TEXT: &str = "SELECT text FROM note WHERE item = ?1 AND pupil IS NULL AND kind = ?2 ORDER BY id LIMIT 1";
        one(self.sql(), TEXT, (item, kind.code()), |c| c.get())
    }
}

impl Tx<'_> {
    /// Writes the table note or working note of a point of the agenda that is about no pupil. A text of nothing but
    /// spaces takes the note away; the same text writes nothing. Whether anything changed.
    ///
    /// # Errors
    /// When the meeting or item does not exist, or the file cannot be written.
    pub fn write_point_note(
        &mut self,
        kind: NoteKind,
        (meeting, item): (Id, Id),
        text: &str,
        at: Moment,
    ) -> Result<bool, StoreError> {
        let there = one(self.sql(), NOTE, (item, kind.code()), |c| {
            let (id, _, _) = (c.get()?, c.get::<Option<Id>>()?, c.get::<Option<Id>>()?);
            Ok((id, c.get()?))
        })?;
        put_note(self, kind, there, (None, Some(meeting), Some(item)), text, at)
    }
}
