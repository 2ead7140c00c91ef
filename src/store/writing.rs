//! What is written at the table: notes, decisions, lessons.
//!
//! The rules: there is one table note and one working note per pupil and meeting, and a note without text is no
//! note. A working note is read only by what names it; whatever may go out is read from table notes.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::rows::{Columns, all, one, write, write_one};
use super::{At, Store, Tx};
use crate::domain::codes::{LessonState, NoteKind};
use crate::domain::writing::Decision;
use crate::domain::{Day, Id, Moment};

/// A decision before it has an id.
#[derive(Clone, PartialEq, Eq)]
pub struct NewDecision {
    /// About which pupil.
    pub pupil: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// At which agenda item.
    pub item: Option<Id>,
    /// The text.
    pub text: String,
    /// Taken under reservation.
    pub provisional: bool,
    /// Day.
    pub decided_on: Day,
}

/// What the table notices across pupils (signaal, leerpunt), before it has an id.
#[derive(Clone, PartialEq, Eq)]
pub struct NewLesson {
    /// At which pupil it was noticed.
    pub pupil: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// The text.
    pub text: String,
    /// Day.
    pub noticed_on: Day,
}

/// A lesson and what became of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The id.
    pub id: Id,
    /// What was noticed, where and when.
    pub noticed: NewLesson,
    /// How far it is.
    pub state: LessonState,
    /// Who picked it up; may be empty.
    pub picked_up_by: String,
    /// From which budget it is paid; may be empty.
    pub paid_from: String,
}

/// Implements a `Debug` that tells nothing, for what holds a text and has no id.
macro_rules! without_text {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
pub(super) use without_text;
without_text!(NewDecision, NewLesson, Lesson);

/// The columns of a [`Decision`], from `decision d`.
macro_rules! decision_columns {
    () => {
        "d.id, d.pupil, d.meeting, d.item, d.text, d.provisional, d.decided_on"
    };
}
pub(super) use decision_columns;

/// Reads the columns of [`decision_columns`].
pub(super) fn read_decision(c: &mut Columns<'_, '_>) -> Result<Decision, StoreError> {
    Ok(Decision {
        id: c.get()?,
        pupil: c.get()?,
        meeting: c.get()?,
        item: c.get()?,
        text: c.get()?,
        provisional: c.get()?,
        decided_on: c.day("decision.decided_on")?,
    })
}

/// The note of a kind of a pupil and meeting: its id and text.
fn note(sql: &Connection, kind: NoteKind, pupil: Id, meeting: Option<Id>) -> Result<Option<(Id, String)>, StoreError> {
    one(
        sql,
        "SELECT id, text FROM note WHERE pupil = ?1 AND meeting IS ?2 AND kind = ?3 ORDER BY id LIMIT 1",
        params![pupil, meeting, kind.code()],
        |c| Ok((c.get()?, c.get()?)),
    )
}

/// Writes a text in the place of the note that is `there`, for a pupil, meeting and item. Whether anything changed.
pub(super) fn put_note(
    tx: &mut Tx<'_>,
    kind: NoteKind,
    there: Option<(Id, String)>,
    (pupil, meeting, item): (Option<Id>, Option<Id>, Option<Id>),
    text: &str,
    at: Moment,
) -> Result<bool, StoreError> {
    match there {
        Some((_, present)) if present == text => return Ok(false),
        None if text.trim().is_empty() => return Ok(false),
        Some((id, _)) if text.trim().is_empty() => write(tx.sql(), "DELETE FROM note WHERE id = ?1", [id])?,
        Some((id, _)) => write(
            tx.sql(),
            "UPDATE note SET text = ?2, written_at = ?3, item = coalesce(?4, item) WHERE id = ?1",
            params![id, text, At(at), item],
        )?,
        None => {
            let id = tx.new_id();
            write(
                tx.sql(),
                "INSERT INTO note (id, pupil, meeting, item, kind, text, written_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![id, pupil, meeting, item, kind.code(), text, At(at)],
            )?
        }
    };
    Ok(true)
}

impl Store {
    /// The text of the table note or working note of a pupil in a meeting, or between meetings.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn note_text(&self, kind: NoteKind, pupil: Id, meeting: Option<Id>) -> Result<Option<String>, StoreError> {
        Ok(note(self.sql(), kind, pupil, meeting)?.map(|(_, text)| text))
    }

    /// The lessons, newest first, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn lessons(&self, limit: u32) -> Result<Vec<Lesson>, StoreError> {
        all(
            self.sql(),
            "SELECT id, pupil, meeting, text, noticed_on, state, picked_up_by, paid_from FROM lesson
             ORDER BY noticed_on DESC, id DESC LIMIT ?1",
            [limit],
            |c| {
                Ok(Lesson {
                    id: c.get()?,
                    noticed: NewLesson {
                        pupil: c.get()?,
                        meeting: c.get()?,
                        text: c.get()?,
                        noticed_on: c.day("lesson.noticed_on")?,
                    },
                    state: c.text("lesson.state", LessonState::from_code)?,
                    picked_up_by: c.get()?,
                    paid_from: c.get()?,
                })
            },
        )
    }
}

impl Tx<'_> {
    /// Writes the table note or working note of a pupil in a meeting, or between meetings. A text of nothing but
    /// spaces takes the note away; the same text writes nothing. Whether anything changed.
    ///
    /// # Errors
    /// When the pupil, meeting or item does not exist, or the file cannot be written.
    pub fn write_note(
        &mut self,
        kind: NoteKind,
        pupil: Id,
        meeting: Option<Id>,
        item: Option<Id>,
        text: &str,
        at: Moment,
    ) -> Result<bool, StoreError> {
        let there = note(self.sql(), kind, pupil, meeting)?;
        put_note(self, kind, there, (Some(pupil), meeting, item), text, at)
    }

    /// Adds a decision.
    ///
    /// # Errors
    /// When what it points at does not exist, or the file cannot be written.
    pub fn add_decision(&mut self, decision: &NewDecision) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO decision (id, pupil, meeting, item, text, provisional, decided_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                id,
                decision.pupil,
                decision.meeting,
                decision.item,
                decision.text,
                decision.provisional,
                decision.decided_on
            ],
        )?;
        Ok(id)
    }

    /// Changes the words of a decision, and whether it is under reservation.
    ///
    /// # Errors
    /// When there is no such decision or the file cannot be written.
    pub fn update_decision(&mut self, decision: Id, text: &str, provisional: bool) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "decision",
            "UPDATE decision SET text = ?2, provisional = ?3 WHERE id = ?1",
            params![decision, text, provisional],
        )
    }

    /// Adds a lesson, as noticed.
    ///
    /// # Errors
    /// When what it points at does not exist, or the file cannot be written.
    pub fn add_lesson(&mut self, lesson: &NewLesson) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO lesson (id, pupil, meeting, text, noticed_on) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, lesson.pupil, lesson.meeting, lesson.text, lesson.noticed_on],
        )?;
        Ok(id)
    }
}
