//! What is read back of a block, what a meeting leaves behind when it is closed, and what takes back that an item was discussed.
//!
//! The rule: an item was discussed when something was recorded at it, never because the table passed by. A note that
//! was erased takes that back, unless something else says it.

use std::collections::HashMap;

use super::error::StoreError;
use super::rows::{all, one, write};
use super::{Store, Tx};
use crate::domain::Id;
use crate::domain::codes::ItemState;
use crate::domain::dossier::{Closing, ReadBack, UntakenLine};
use crate::domain::line::untaken;
use crate::domain::recorded::Recorded;

/// How an item stands: its state and its table note.
type Stand = (ItemState, Option<String>);

impl Store {
    /// A block as it is read back, in the order of the agenda: every pupil who is no longer open, and whatever else
    /// something was agreed at or a line was left at.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn read_back(&self, block: Id) -> Result<Vec<ReadBack>, StoreError> {
        const STANDS: &str = "SELECT i.id, i.state,
            (SELECT n.text FROM note n WHERE n.item = i.id AND n.kind = 'table' ORDER BY n.id LIMIT 1)
            FROM agenda_item i WHERE i.block = ?1";
        let mut stands: HashMap<Id, Stand> = all(self.sql(), STANDS, [block], |c| {
            Ok((c.get()?, (c.text("agenda_item.state", ItemState::from_code)?, c.get()?)))
        })?
        .into_iter()
        .collect();
        const SAT: &str = "SELECT m.id, m.day FROM block b JOIN meeting m ON m.id = b.meeting WHERE b.id = ?1";
        let sat = one(self.sql(), SAT, [block], |c| Ok((c.get()?, c.day("meeting.day")?)))?;
        let mut since = self.since_read_back(block)?;
        let mut rows = Vec::new();
        for agreed in self.agreed_at_each(block)? {
            let Some((state, note)) = stands.remove(&agreed.item) else {
                continue;
            };
            let lines = note
                .as_deref()
                .map(|text| untaken(text).map(|line| UntakenLine(line.trim().to_owned())));
            let untaken: Vec<UntakenLine> = lines.into_iter().flatten().collect();
            let since = since.remove(&agreed.item).unwrap_or_default();
            let quiet = agreed.decisions.is_empty() && agreed.actions.is_empty() && untaken.is_empty();
            let passed_by = agreed.pupil.is_none() || state == ItemState::Open;
            if quiet && passed_by && since.is_empty() {
                continue;
            }
            let recorded = match (sat, &agreed.pupil) {
                (Some((meeting, day)), Some(line)) => self.recorded(meeting, day, line.id)?,
                _ => Recorded::default(),
            };
            rows.push(ReadBack {
                agreed,
                state,
                recorded,
                since,
                untaken,
            });
        }
        Ok(rows)
    }

    /// What closing this meeting leaves behind: items that carry over, open actions without an owner or a day, lines of
    /// table notes that begin with a command and were not taken, blocks that were not held or not read back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn closing(&self, meeting: Id) -> Result<Closing, StoreError> {
        const LEFT: &str = "SELECT
            (SELECT count(*) FROM agenda_item WHERE state = 'open' AND kind IN ('pupil', 'free')
             AND block IN (SELECT id FROM block WHERE meeting = ?1)),
            (SELECT count(*) FROM action WHERE meeting = ?1 AND state = 'open' AND (owner IS NULL OR due IS NULL)),
            (SELECT count(*) FROM block b WHERE b.meeting = ?1 AND b.present_confirmed_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM agenda_item i WHERE i.block = b.id AND i.state IN ('discussed', 'agreed'))),
            (SELECT count(*) FROM block b WHERE b.meeting = ?1 AND b.read_back_at IS NULL
             AND EXISTS (SELECT 1 FROM agenda_item i WHERE i.block = b.id
              AND (EXISTS (SELECT 1 FROM decision WHERE item = i.id)
               OR EXISTS (SELECT 1 FROM action WHERE item = i.id))))";
        const NOTES: &str = "SELECT text FROM note WHERE meeting = ?1 AND kind = 'table'";
        let left = one(self.sql(), LEFT, [meeting], |c| {
            Ok((c.count()?, c.count()?, c.count()?, c.count()?))
        })?;
        let (carried, lacking, unheld, unread) = left.unwrap_or_default();
        const CONFIRMED: &str = "SELECT id FROM block WHERE meeting = ?1 AND read_back_at IS NOT NULL";
        let mut unread = unread;
        for block in all(self.sql(), CONFIRMED, [meeting], |c| c.get())? {
            unread += usize::from(!self.since_read_back(block)?.is_empty());
        }
        let notes: Vec<String> = all(self.sql(), NOTES, [meeting], |c| c.get())?;
        Ok(Closing {
            carried,
            lacking,
            untaken: notes.iter().map(|text| untaken(text).count()).sum(),
            unheld,
            unread,
        })
    }
}

impl Tx<'_> {
    /// Takes back that an item was discussed, unless a decision, an action or another record of its meeting says that
    /// it was: a result, route, chance, relapse, tile or instrument of its pupil, a lesson or a parked point. Those
    /// name no item, so the journal tells. Whether anything changed.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn unmark_discussed(&mut self, item: Id) -> Result<bool, StoreError> {
        let marked = write(
            self.sql(),
            "UPDATE agenda_item AS i SET state = 'open' WHERE i.id = ?1 AND i.state = 'discussed'
             AND NOT EXISTS (SELECT 1 FROM decision WHERE item = ?1)
             AND NOT EXISTS (SELECT 1 FROM action WHERE item = ?1)
             AND NOT EXISTS (SELECT 1 FROM journal j JOIN block b ON b.id = i.block
                 WHERE j.pupil IS i.pupil AND j.meeting = b.meeting AND j.state = 'done'
                 AND j.intent IN ('result', 'set_route', 'set_chances', 'relapse', 'add_tile', 'add_instrument',
                                  'add_lesson', 'park'))",
            [item],
        )?;
        Ok(marked > 0)
    }
}
