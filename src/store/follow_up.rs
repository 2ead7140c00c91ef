//! What is followed up between meetings: actions of all schools, and what became of lessons.
//!
//! The rule: an action that was not done stays as it was closed; what takes its place is another action, so that the
//! file tells that it took two.

use rusqlite::params;

use super::actions::{action_columns, action_tables, read_action};
use super::error::StoreError;
use super::pupils::{LINE_COLUMNS, line_columns, read_line};
use super::rows::{all, write_one};
use super::{Store, Tx};
use crate::domain::codes::{ActionState, LessonState};
use crate::domain::dossier::SchoolAction;
use crate::domain::{Day, Id};

/// What is told of a lesson besides how far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonWords {
    /// Who picks it up; what stands stays when absent.
    pub picked_up_by: Option<String>,
    /// From what it is paid; what stands stays when absent.
    pub paid_from: Option<String>,
}

impl Store {
    /// The actions of all schools that are open or were closed on this day or later: the one longest overdue first,
    /// those without a day last.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn followed_actions(&self, closed_since: Day) -> Result<Vec<SchoolAction>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            action_columns!(),
            ", coalesce(s.name, ''), ",
            line_columns!(),
            " FROM ",
            action_tables!(),
            " LEFT JOIN school s ON s.id = a.school LEFT JOIN pupil u ON u.id = a.pupil",
            " WHERE a.state = 'open' OR a.closed_on >= ?1",
            " ORDER BY a.state <> 'open', a.due IS NULL, a.due, a.id"
        );
        all(self.sql(), QUERY, [closed_since], |c| {
            Ok(SchoolAction {
                action: read_action(c)?,
                school: c.get()?,
                pupil: c.joined(LINE_COLUMNS, read_line)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Gives an action another day. One that was closed is open again.
    ///
    /// # Errors
    /// When there is no such action or the file cannot be written.
    pub fn move_action(&mut self, action: Id, due: Day, today: Day) -> Result<(), StoreError> {
        self.set_action_state(action, ActionState::Open, today, "")?;
        write_one(
            self.sql(),
            "action",
            "UPDATE action SET due = ?2 WHERE id = ?1",
            params![action, due],
        )
    }

    /// Writes an action once more, open, agreed today and due on another day: what takes the place of one that was not
    /// done. Its id.
    ///
    /// # Errors
    /// When there is no such action or the file cannot be written.
    pub fn repeat_action(
        &mut self,
        action: Id,
        due: Day,
        (today, meeting): (Day, Option<Id>),
    ) -> Result<Id, StoreError> {
        let id = self.new_id();
        write_one(
            self.sql(),
            "action",
            "INSERT INTO action (id, pupil, school, owner, text, due, agreed_on, meeting, item)
             SELECT ?2, a.pupil, a.school, a.owner, a.text, ?3, ?4, ?5,
              (SELECT i.id FROM agenda_item i JOIN block b ON b.id = i.block WHERE b.meeting = ?5
               AND (i.pupil = a.pupil OR (b.school = a.school AND i.kind = 'old_actions'))
               ORDER BY i.pupil IS NULL, b.seq, i.seq LIMIT 1)
             FROM action a WHERE a.id = ?1",
            params![action, id, due, today, meeting],
        )?;
        Ok(id)
    }

    /// Records what became of a lesson.
    ///
    /// # Errors
    /// When there is no such lesson or the file cannot be written.
    pub fn set_lesson(&mut self, lesson: Id, state: LessonState, words: &LessonWords) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "lesson",
            "UPDATE lesson SET state = ?2, picked_up_by = coalesce(?3, picked_up_by),
             paid_from = coalesce(?4, paid_from) WHERE id = ?1",
            params![lesson, state.code(), words.picked_up_by, words.paid_from],
        )
    }
}
