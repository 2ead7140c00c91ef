//! What was said of terms.
//!
//! The rule: a term itself is never kept, because it follows from the rules and from what is recorded. Only what a
//! professional says of it is a record.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::rows::{Columns, all, write};
use super::{Store, Tx};
use crate::domain::term::{TermMark, TermMarkState};
use crate::domain::{Day, Id};

/// The columns of a [`TermMark`], from `term_mark k`.
macro_rules! mark_columns {
    () => {
        "k.id, k.rule, k.occurrence, k.state, k.reason, k.on_day, k.marked_by"
    };
}
pub(super) use mark_columns;

/// Reads [`mark_columns`].
pub(super) fn read_mark(c: &mut Columns<'_, '_>) -> Result<TermMark, StoreError> {
    Ok(TermMark {
        id: c.get()?,
        rule: c.get()?,
        occurrence: c.get()?,
        state: c.text("term_mark.state", TermMarkState::from_code)?,
        reason: c.get()?,
        on: c.day("term_mark.on_day")?,
        by: c.get()?,
    })
}

/// The last day on which a pupil was discussed, and what was said of the pupil's terms, in one statement.
pub(super) fn term_marks(sql: &Connection, pupil: Id) -> Result<(Option<Day>, Vec<TermMark>), StoreError> {
    const QUERY: &str = concat!(
        "SELECT 0, ",
        mark_columns!(),
        " FROM term_mark k WHERE k.pupil = ?1 UNION ALL SELECT 1, max(m.day), NULL, NULL, NULL, NULL, NULL, NULL",
        " FROM agenda_item i JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting",
        " WHERE i.pupil = ?1 AND i.state IN ('discussed', 'agreed') ORDER BY 1, 2"
    );
    let mut discussed = None;
    let mut marks = Vec::new();
    all(sql, QUERY, [pupil], |c| {
        if c.get::<bool>()? {
            discussed = c.optional_day("meeting.day")?;
        } else {
            marks.push(read_mark(c)?);
        }
        Ok(())
    })?;
    Ok((discussed, marks))
}

impl Store {
    /// What was said of a pupil's terms, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn term_marks(&self, pupil: Id) -> Result<Vec<TermMark>, StoreError> {
        Ok(term_marks(self.sql(), pupil)?.1)
    }
}

impl Tx<'_> {
    /// Says of a term of a pupil that it was done or does not apply, in the place of what was said before; `None`
    /// takes back what was said. The rule is known by its id, the occurrence is the tile or instrument it is about.
    ///
    /// # Errors
    /// When there is no such pupil or the file cannot be written.
    pub fn set_term_mark(
        &mut self,
        pupil: Id,
        (rule, occurrence): (&str, Option<Id>),
        mark: Option<(TermMarkState, &str)>,
        on: Day,
    ) -> Result<(), StoreError> {
        let Some((state, reason)) = mark else {
            let delete = "DELETE FROM term_mark WHERE pupil = ?1 AND rule = ?2 AND occurrence IS ?3";
            write(self.sql(), delete, params![pupil, rule, occurrence])?;
            return Ok(());
        };
        let who = self.who().to_owned();
        let update = "UPDATE term_mark SET state = ?4, reason = ?5, on_day = ?6, marked_by = ?7 \
             WHERE pupil = ?1 AND rule = ?2 AND occurrence IS ?3";
        let values = params![pupil, rule, occurrence, state.code(), reason, on, who];
        if write(self.sql(), update, values)? == 0 {
            let id = self.new_id();
            let insert = "INSERT INTO term_mark (pupil, rule, occurrence, state, reason, on_day, marked_by, id) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
            let values = params![pupil, rule, occurrence, state.code(), reason, on, who, id];
            write(self.sql(), insert, values)?;
        }
        Ok(())
    }
}
