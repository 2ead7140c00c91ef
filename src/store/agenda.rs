//! The agenda of a block: everything the chair changes there before and while the meeting runs.
//!
//! The rules: an item stays within the frame of its block, pupils and free points between the old actions and the
//! aftercare; an item about which something was recorded is not taken off, because the minutes would lose it.

use chrono::NaiveTime;
use rusqlite::params;

use super::Tx;
use super::error::StoreError;
use super::meetings::blank_item;
use super::rows::{Columns, all, hours, one, write, write_one};
use crate::domain::Id;
use crate::domain::codes::{ItemKind, ItemState, Lane};
use crate::domain::meeting::{AgendaItem, SEQ_STEP, lane_minutes};

/// What the chair can fill in at an item.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ItemDetails {
    /// Planned minutes, at most 600.
    pub minutes: u16,
    /// A fixed time.
    pub fixed_time: Option<NaiveTime>,
    /// The question of whoever brings the pupil.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal: what a hamerstuk agrees with.
    pub proposal: String,
    /// The title of a free item.
    pub title: String,
}

impl std::fmt::Debug for ItemDetails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ItemDetails({} min)", self.minutes)
    }
}

/// Which way an item moves on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One place earlier.
    Up,
    /// One place later.
    Down,
}

/// The columns of an [`AgendaItem`], from `agenda_item i` and its `item_clock k`.
macro_rules! item_columns {
    () => {
        "i.id, i.block, i.seq, i.kind, i.pupil, i.title, i.lane, i.minutes, i.fixed_time, i.question, i.asked_by, \
         i.proposal, i.state, coalesce(k.seconds, 0)"
    };
}
pub(super) use item_columns;

/// Reads the columns of [`item_columns`].
pub(super) fn read_item(c: &mut Columns<'_, '_>) -> Result<AgendaItem, StoreError> {
    Ok(AgendaItem {
        id: c.get()?,
        block: c.get()?,
        seq: c.get()?,
        kind: c.text("agenda_item.kind", ItemKind::from_code)?,
        pupil: c.get()?,
        title: c.get()?,
        lane: c.text("agenda_item.lane", Lane::from_code)?,
        minutes: c.get()?,
        fixed_time: c.optional_time("agenda_item.fixed_time")?,
        question: c.get()?,
        asked_by: c.get()?,
        proposal: c.get()?,
        state: c.text("agenda_item.state", ItemState::from_code)?,
        seconds: c.get()?,
    })
}

/// Whether the chair may put items of a kind in another order, and where new ones belong.
const fn is_movable(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Pupil | ItemKind::Free)
}

/// An item as far as its place is concerned.
struct Placed {
    id: Id,
    seq: i64,
    kind: ItemKind,
}

impl Tx<'_> {
    /// Writes an item as it stands, open, with the one it was carried over from.
    pub(super) fn insert_item(&mut self, item: &AgendaItem, carried_from: Option<Id>) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO agenda_item (id, block, seq, kind, pupil, title, lane, minutes, question, asked_by, proposal,
             carried_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                id,
                item.block,
                item.seq,
                item.kind.code(),
                item.pupil,
                item.title,
                item.lane.code(),
                item.minutes,
                item.question,
                item.asked_by,
                item.proposal,
                carried_from
            ],
        )?;
        Ok(id)
    }

    fn places(&self, block: Id) -> Result<Vec<Placed>, StoreError> {
        all(
            self.sql(),
            "SELECT id, seq, kind FROM agenda_item WHERE block = ?1 ORDER BY seq, id",
            [block],
            |c| {
                Ok(Placed {
                    id: c.get()?,
                    seq: c.get()?,
                    kind: c.text("agenda_item.kind", ItemKind::from_code)?,
                })
            },
        )
    }

    /// The place of a new item: after the last pupil or free point, before what closes the block. Only when two
    /// neighbours lie side by side are the items of the block spread again.
    fn new_place(&mut self, block: Id) -> Result<i64, StoreError> {
        let places = self.places(block)?;
        let opens = |p: &Placed| matches!(p.kind, ItemKind::Opening | ItemKind::OldActions);
        let next = places
            .iter()
            .rposition(|p| is_movable(p.kind) || opens(p))
            .map_or(0, |at| at + 1);
        let before = next.checked_sub(1).and_then(|at| places.get(at)).map_or(0, |p| p.seq);
        let Some(after) = places.get(next) else {
            return Ok(before + SEQ_STEP);
        };
        let between = before + (after.seq - before) / 2;
        if between > before {
            return Ok(between);
        }
        let mut place = SEQ_STEP;
        let mut free = SEQ_STEP;
        for (at, item) in places.iter().enumerate() {
            if at == next {
                free = place;
                place += SEQ_STEP;
            }
            self.set_seq(item.id, place)?;
            place += SEQ_STEP;
        }
        Ok(free)
    }

    fn set_seq(&mut self, item: Id, seq: i64) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "agenda_item",
            "UPDATE agenda_item SET seq = ?2 WHERE id = ?1",
            [item, seq],
        )
    }

    /// Puts a pupil on the agenda of a block, after the last one, with the minutes of a normal item. A pupil who is
    /// there already stays where they are; the item is given back either way.
    ///
    /// # Errors
    /// When the block or pupil does not exist, or the file cannot be written.
    pub fn add_pupil_item(&mut self, block: Id, pupil: Id) -> Result<Id, StoreError> {
        let there = one(
            self.sql(),
            "SELECT id FROM agenda_item WHERE block = ?1 AND pupil = ?2",
            [block, pupil],
            |c| c.get(),
        )?;
        if let Some(item) = there {
            return Ok(item);
        }
        let mut item = blank_item(ItemKind::Pupil, lane_minutes(Lane::Discuss));
        item.pupil = Some(pupil);
        self.add_item(block, item)
    }

    /// Puts a free point on the agenda of a block, after the last pupil.
    ///
    /// # Errors
    /// When the block does not exist or the file cannot be written.
    pub fn add_free_item(&mut self, block: Id, title: &str, minutes: u16) -> Result<Id, StoreError> {
        let mut item = blank_item(ItemKind::Free, minutes);
        title.clone_into(&mut item.title);
        self.add_item(block, item)
    }

    fn add_item(&mut self, block: Id, mut item: AgendaItem) -> Result<Id, StoreError> {
        item.block = block;
        item.seq = self.new_place(block)?;
        self.insert_item(&item, None)
    }

    /// Takes an item off the agenda, unless something was recorded at it or a later agenda took it up: then it stays
    /// and `false` is given back. A working note about a pupil is the chair's own: it stays with the pupil, in that
    /// meeting, and does not hold the item.
    ///
    /// # Errors
    /// When there is no such item or the file cannot be written.
    pub fn remove_item(&mut self, item: Id) -> Result<bool, StoreError> {
        let in_use = one(
            self.sql(),
            "SELECT EXISTS (SELECT 1 FROM note WHERE item = ?1 AND (kind <> 'working' OR pupil IS NULL)) OR EXISTS (SELECT 1 FROM decision WHERE item = ?1)
             OR EXISTS (SELECT 1 FROM action WHERE item = ?1)
             OR EXISTS (SELECT 1 FROM agenda_item WHERE carried_from = ?1)",
            [item],
            |c| c.get(),
        )?;
        if in_use == Some(true) {
            return Ok(false);
        }
        write(
            self.sql(),
            "UPDATE note SET item = NULL WHERE item = ?1 AND kind = 'working'",
            [item],
        )?;
        write_one(
            self.sql(),
            "agenda_item",
            "DELETE FROM agenda_item WHERE id = ?1",
            [item],
        )?;
        Ok(true)
    }

    /// Moves a pupil or free point one place among the others of its block; `false` at the end of them, and for an
    /// item of the frame.
    ///
    /// # Errors
    /// When there is no such item or the file cannot be written.
    pub fn move_item(&mut self, item: Id, to: Move) -> Result<bool, StoreError> {
        let block = one(self.sql(), "SELECT block FROM agenda_item WHERE id = ?1", [item], |c| {
            c.get::<Id>()
        })?
        .ok_or(StoreError::Missing("agenda_item"))?;
        let mut places = self.places(block)?;
        places.retain(|p| is_movable(p.kind));
        let Some(here) = places.iter().position(|p| p.id == item) else {
            return Ok(false);
        };
        let there = match to {
            Move::Up => here.checked_sub(1),
            Move::Down => here.checked_add(1),
        };
        let (Some(one), Some(other)) = (places.get(here), there.and_then(|at| places.get(at))) else {
            return Ok(false);
        };
        let (one, other) = ((one.id, other.seq), (other.id, one.seq));
        self.set_seq(one.0, one.1)?;
        self.set_seq(other.0, other.1)?;
        Ok(true)
    }

    /// Gives an item a lane, and the minutes that go with it.
    ///
    /// # Errors
    /// When there is no such item or the file cannot be written.
    pub fn set_lane(&mut self, item: Id, lane: Lane) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "agenda_item",
            "UPDATE agenda_item SET lane = ?2, minutes = ?3 WHERE id = ?1",
            params![item, lane.code(), lane_minutes(lane)],
        )
    }

    /// Fills in an item.
    ///
    /// # Errors
    /// When there is no such item, the minutes are above 600, or the file cannot be written.
    pub fn set_item(&mut self, item: Id, details: &ItemDetails) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "agenda_item",
            "UPDATE agenda_item SET minutes = ?2, fixed_time = ?3, question = ?4, asked_by = ?5, proposal = ?6,
             title = ?7 WHERE id = ?1",
            params![
                item,
                details.minutes,
                details.fixed_time.map(hours),
                details.question,
                details.asked_by,
                details.proposal,
                details.title
            ],
        )
    }

    /// Gives an item other minutes.
    ///
    /// # Errors
    /// When there is no such item, the minutes are above 600, or the file cannot be written.
    pub fn set_minutes(&mut self, item: Id, minutes: u16) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "agenda_item",
            "UPDATE agenda_item SET minutes = ?2 WHERE id = ?1",
            params![item, minutes],
        )
    }

    /// Records how an item stands.
    ///
    /// # Errors
    /// When there is no such item or the file cannot be written.
    pub fn set_item_state(&mut self, item: Id, state: ItemState) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "agenda_item",
            "UPDATE agenda_item SET state = ?2 WHERE id = ?1",
            params![item, state.code()],
        )
    }

    /// Records that something was said about an item, when it was still open; whether it was.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn mark_discussed(&mut self, item: Id) -> Result<bool, StoreError> {
        let marked = write(
            self.sql(),
            "UPDATE agenda_item SET state = 'discussed' WHERE id = ?1 AND state = 'open'",
            [item],
        )?;
        Ok(marked > 0)
    }
}
