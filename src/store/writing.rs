//! What is written at the table: notes, decisions, actions, lessons.
//!
//! The rules: there is one table note and one working note per pupil and meeting, and a note without text is no
//! note. A working note is read only by what names it; whatever may go out is read from table notes.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::pupils::{LINE_COLUMNS, line_columns, read_line};
use super::rows::{Columns, all, one, write, write_one};
use super::{At, Store, Tx};
use crate::domain::codes::{ActionState, LessonState, NoteKind, PartyKind};
use crate::domain::dossier::{Agreed, OldAction, PupilLine};
use crate::domain::writing::{Action, Decision, Owner};
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

/// An action before it has an id.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAction {
    /// About which pupil.
    pub pupil: Option<Id>,
    /// Of which school; needed only for an action that is about no pupil.
    pub school: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// At which agenda item.
    pub item: Option<Id>,
    /// Whose it is.
    pub owner: Option<Id>,
    /// What is to be done.
    pub text: String,
    /// When it is due.
    pub due: Option<Day>,
    /// Day on which it was agreed.
    pub agreed_on: Day,
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

macro_rules! without_text {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
without_text!(NewDecision, NewAction, NewLesson, Lesson);

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

/// The columns of an [`Action`], from [`action_tables`]. The owner comes last, as they may be absent.
macro_rules! action_columns {
    () => {
        "a.id, a.pupil, a.meeting, a.item, a.text, a.due, a.agreed_on, a.state, \
         o.id, trim(o.given || ' ' || o.family), y.kind"
    };
}
pub(super) use action_columns;

/// An action with its owner and the party they come from.
macro_rules! action_tables {
    () => {
        "action a LEFT JOIN person o ON o.id = a.owner LEFT JOIN party y ON y.id = o.party"
    };
}
pub(super) use action_tables;

/// Reads the columns of [`action_columns`].
pub(super) fn read_action(c: &mut Columns<'_, '_>) -> Result<Action, StoreError> {
    Ok(Action {
        id: c.get()?,
        pupil: c.get()?,
        meeting: c.get()?,
        item: c.get()?,
        text: c.get()?,
        due: c.optional_day("action.due")?,
        agreed_on: c.day("action.agreed_on")?,
        state: c.text("action.state", ActionState::from_code)?,
        owner: c.joined(3, |c| {
            Ok(Owner {
                person: c.get()?,
                name: c.get()?,
                role: c.text("party.kind", PartyKind::from_code)?,
            })
        })?,
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

impl Store {
    /// The text of the table note or working note of a pupil in a meeting, or between meetings.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn note_text(&self, kind: NoteKind, pupil: Id, meeting: Option<Id>) -> Result<Option<String>, StoreError> {
        Ok(note(self.sql(), kind, pupil, meeting)?.map(|(_, text)| text))
    }

    /// The open actions of a school from before a meeting: the one longest overdue first, those without a day last.
    /// Actions agreed in that meeting or later are not old.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn old_actions(&self, school: Id, before_meeting: Id) -> Result<Vec<OldAction>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            action_columns!(),
            ", ",
            line_columns!(),
            " FROM ",
            action_tables!(),
            " LEFT JOIN pupil u ON u.id = a.pupil",
            " WHERE a.state = 'open' AND a.school = ?1 AND a.meeting IS NOT ?2",
            " AND a.agreed_on <= (SELECT day FROM meeting WHERE id = ?2)",
            " ORDER BY a.due IS NULL, a.due, a.id"
        );
        all(self.sql(), QUERY, [school, before_meeting], |c| {
            Ok(OldAction {
                action: read_action(c)?,
                pupil: c.joined(LINE_COLUMNS, read_line)?,
            })
        })
    }

    /// What was agreed in a block, item by item in the order of the agenda; items about which nothing was agreed
    /// are left out.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn agreed(&self, block: Id) -> Result<Vec<Agreed>, StoreError> {
        const ITEMS: &str = concat!(
            "SELECT i.id, ",
            line_columns!(),
            " FROM agenda_item i LEFT JOIN pupil u ON u.id = i.pupil WHERE i.block = ?1 ORDER BY i.seq, i.id"
        );
        const DECISIONS: &str = concat!(
            "SELECT ",
            decision_columns!(),
            " FROM decision d WHERE d.meeting = (SELECT meeting FROM block WHERE id = ?1)",
            " AND d.item IN (SELECT id FROM agenda_item WHERE block = ?1) ORDER BY d.id"
        );
        const ACTIONS: &str = concat!(
            "SELECT ",
            action_columns!(),
            " FROM ",
            action_tables!(),
            " WHERE a.meeting = (SELECT meeting FROM block WHERE id = ?1)",
            " AND a.item IN (SELECT id FROM agenda_item WHERE block = ?1) ORDER BY a.id"
        );
        let sql = self.sql();
        let decisions = all(sql, DECISIONS, [block], read_decision)?;
        let actions = all(sql, ACTIONS, [block], read_action)?;
        let items: Vec<(Id, Option<PupilLine>)> =
            all(sql, ITEMS, [block], |c| Ok((c.get()?, c.joined(LINE_COLUMNS, read_line)?)))?;
        Ok(items
            .into_iter()
            .map(|(item, pupil)| Agreed {
                pupil,
                item,
                decisions: decisions.iter().filter(|d| d.item == Some(item)).cloned().collect(),
                actions: actions.iter().filter(|a| a.item == Some(item)).cloned().collect(),
            })
            .filter(|agreed| !(agreed.decisions.is_empty() && agreed.actions.is_empty()))
            .collect())
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
        match there {
            Some((_, present)) if present == text => return Ok(false),
            None if text.trim().is_empty() => return Ok(false),
            Some((id, _)) if text.trim().is_empty() => write(self.sql(), "DELETE FROM note WHERE id = ?1", [id])?,
            Some((id, _)) => write(
                self.sql(),
                "UPDATE note SET text = ?2, written_at = ?3, item = coalesce(?4, item) WHERE id = ?1",
                params![id, text, At(at), item],
            )?,
            None => {
                let id = self.new_id();
                write(
                    self.sql(),
                    "INSERT INTO note (id, pupil, meeting, item, kind, text, written_at)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    params![id, pupil, meeting, item, kind.code(), text, At(at)],
                )?
            }
        };
        Ok(true)
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

    /// Takes a decision back as if it was never written.
    ///
    /// # Errors
    /// When there is no such decision or the file cannot be written.
    pub fn delete_decision(&mut self, decision: Id) -> Result<(), StoreError> {
        write_one(self.sql(), "decision", "DELETE FROM decision WHERE id = ?1", [decision])
    }

    /// Adds an action, open. One about a pupil is of that pupil's school.
    ///
    /// # Errors
    /// When what it points at does not exist, or the file cannot be written.
    pub fn add_action(&mut self, action: &NewAction) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO action (id, pupil, school, meeting, item, owner, text, due, agreed_on)
             VALUES (?1, ?2, coalesce((SELECT school FROM pupil WHERE id = ?2), ?3), ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                id,
                action.pupil,
                action.school,
                action.meeting,
                action.item,
                action.owner,
                action.text,
                action.due,
                action.agreed_on
            ],
        )?;
        Ok(id)
    }

    /// Changes what an action says, whose it is and when it is due.
    ///
    /// # Errors
    /// When there is no such action, the owner does not exist, or the file cannot be written.
    pub fn update_action(
        &mut self,
        action: Id,
        text: &str,
        owner: Option<Id>,
        due: Option<Day>,
    ) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "action",
            "UPDATE action SET text = ?2, owner = ?3, due = ?4 WHERE id = ?1",
            params![action, text, owner, due],
        )
    }

    /// Records how an action stands, with the day on which it was closed and a word about it. An action that is
    /// opened again has neither.
    ///
    /// # Errors
    /// When there is no such action or the file cannot be written.
    pub fn set_action_state(
        &mut self,
        action: Id,
        state: ActionState,
        closed_on: Day,
        word: &str,
    ) -> Result<(), StoreError> {
        let closed = (state != ActionState::Open).then_some((closed_on, word));
        write_one(
            self.sql(),
            "action",
            "UPDATE action SET state = ?2, closed_on = ?3, closing_word = ?4 WHERE id = ?1",
            params![
                action,
                state.code(),
                closed.map(|(day, _)| day),
                closed.map_or("", |(_, word)| word)
            ],
        )
    }

    /// Takes an action back as if it was never written.
    ///
    /// # Errors
    /// When there is no such action or the file cannot be written.
    pub fn delete_action(&mut self, action: Id) -> Result<(), StoreError> {
        write_one(self.sql(), "action", "DELETE FROM action WHERE id = ?1", [action])
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
