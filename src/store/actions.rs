//! Actions: who does what and when, and what became of it; and what a block agreed, for the read-back.
//!
//! The rule: an action without an owner or a day is written like any other. The read-back flags it.

use std::collections::BTreeSet;

use rusqlite::params;

use super::error::StoreError;
use super::pupils::{LINE_COLUMNS, line_columns, read_line};
use super::rows::{Columns, all, write, write_one};
use super::writing::{decision_columns, read_decision, without_text};
use super::{Store, Tx};
use crate::domain::codes::{ActionState, ItemKind, PartyKind};
use crate::domain::dossier::{Agreed, OldAction, PupilLine};
use crate::domain::writing::{Action, Owner};
use crate::domain::{Day, Id};

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

without_text!(NewAction);

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

impl Store {
    /// The open actions of a school from before a meeting, or all of them: the one longest overdue first, those without a day last.
    /// Actions agreed in that meeting or later are not old.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn old_actions(&self, school: Id, before_meeting: Option<Id>) -> Result<Vec<OldAction>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            action_columns!(),
            ", ",
            line_columns!(),
            " FROM ",
            action_tables!(),
            " LEFT JOIN pupil u ON u.id = a.pupil",
            " WHERE a.state = 'open' AND a.school = ?1 AND (?2 IS NULL OR (a.meeting IS NOT ?2",
            " AND a.agreed_on <= (SELECT day FROM meeting WHERE id = ?2)))",
            " ORDER BY a.due IS NULL, a.due, a.id"
        );
        all(self.sql(), QUERY, (school, before_meeting), |c| {
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
        let mut items = self.agreed_at_each(block)?;
        items.retain(|agreed| !(agreed.decisions.is_empty() && agreed.actions.is_empty()));
        Ok(items)
    }

    /// The same with every item of the block.
    pub(super) fn agreed_at_each(&self, block: Id) -> Result<Vec<Agreed>, StoreError> {
        const ITEMS: &str = concat!(
            "SELECT i.id, i.kind, i.title, ",
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
        let items: Vec<(Id, (ItemKind, String), Option<PupilLine>)> = all(sql, ITEMS, [block], |c| {
            let id = c.get()?;
            let part = (c.text("agenda_item.kind", ItemKind::from_code)?, c.get()?);
            Ok((id, part, c.joined(LINE_COLUMNS, read_line)?))
        })?;
        // As at the table itself: whoever may not be shared with somebody who sits there has no name.
        let barred = self.barred_in_block(block)?;
        let named = |line: PupilLine| PupilLine {
            may_name: line.may_name && !barred.contains(&line.id),
            ..line
        };
        let mut at_each = Vec::new();
        for (item, part, pupil) in items {
            let decisions: Vec<_> = decisions.iter().filter(|d| d.item == Some(item)).cloned().collect();
            let actions: Vec<_> = actions.iter().filter(|a| a.item == Some(item)).cloned().collect();
            let told = decisions.iter().map(|one| one.pupil);
            let told = told.chain(actions.iter().map(|one| one.pupil)).flatten();
            let own = pupil.as_ref().map(|line| line.id);
            let others: BTreeSet<Id> = told.filter(|id| Some(*id) != own).collect();
            let about = others.into_iter().map(|id| self.pupil_line(id).map(named));
            at_each.push(Agreed {
                about: about.collect::<Result<_, _>>()?,
                pupil: pupil.map(named),
                item,
                part,
                decisions,
                actions,
            });
        }
        Ok(at_each)
    }
}

impl Tx<'_> {
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
}
