//! Who is in the room, and what they may hear.
//!
//! The rule: this is answered here and nowhere else. The room belongs to the meeting that sits, whether that lies on the
//! table or another one is looked at meanwhile; where none sits it is whoever the meeting on the table is for. Every list,
//! key and frame asks the one value made here, so that none of them can forget a guest, a party that a pupil may not be
//! shared with, or the people of another school.

use std::borrow::Cow;

use super::state::State;
use crate::domain::Id;
use crate::domain::codes::{PartyKind, Presence};
use crate::domain::dossier::{MeetingLine, PupilLine, ReadBack, Readable, Sitting, SittingBlock};
use crate::domain::hidden::{Guest, Hidden};
use crate::domain::meeting::Block;
use crate::domain::pupil::Pupil;

/// The people in the room. Made of the state whenever it is asked for, so that it cannot say something else.
pub(in crate::app) struct Room<'s> {
    state: &'s State,
    /// The meeting that sits, on the table or beside it.
    sits: Option<&'s Sitting>,
    /// Whether another meeting than that lies on the table.
    beside: bool,
    /// The block whose people are there: of the meeting that sits, else the one at hand.
    block: Option<&'s SittingBlock>,
    guest: Option<Guest>,
}

impl State {
    /// Who is in the room.
    pub(in crate::app) fn room(&self) -> Room<'_> {
        let on_table = self.sitting.as_ref().filter(|sitting| sitting.meeting.is_open());
        let beside = on_table.is_none() && self.elsewhere.open.is_some();
        let sits = on_table.or(self.elsewhere.open.as_deref());
        let block = match sits.filter(|_| beside) {
            Some(sitting) => on_the_table(sitting),
            None => self.block(),
        };
        Room {
            state: self,
            sits,
            beside,
            block,
            guest: block.and_then(guest),
        }
    }

    /// Whether an open meeting waits for the chair to say who is present in the block at hand.
    pub(in crate::app) fn awaits_attendance(&self) -> bool {
        let confirmed = self.room().confirmed().map(|block| block.id);
        self.is_open() && self.block().is_some_and(|b| confirmed != Some(b.block.id))
    }

    /// Whether nothing of the block at hand may be seen: the people of another school are still in the room, or may be
    /// because nobody said who is, and the screen is shared. A change of school is a privacy boundary, in either
    /// direction.
    pub(in crate::app) fn awaits_others(&self) -> bool {
        let here = self.block().map(|b| b.block.school);
        let others = self.room().confirmed().is_some() || (self.unasked_room.is_some() && self.unasked_room != here);
        !self.private && others && self.awaits_attendance()
    }

    /// Remembers of which school the room was shown something while nobody was confirmed. What it saw of a meeting before
    /// that was opened counts too: it may have been opened in the private state, and the walk gone on there.
    pub(in crate::app) fn note_room(&mut self) {
        if self.room().confirmed().is_some() {
            self.unasked_room = None;
        } else if !self.private && (!self.is_open() || self.unasked_room.is_none()) {
            self.unasked_room = self.school_at_hand();
        }
    }
}

/// The block of a meeting that sits while another one is looked at: whose attendance was confirmed last, else where its
/// clock runs.
fn on_the_table(sitting: &Sitting) -> Option<&SittingBlock> {
    let confirmed = confirmed(sitting).map(|block| block.id);
    let place = sitting.place.map(|place| place.item);
    let mut blocks = sitting.blocks.iter();
    let found = match confirmed {
        Some(id) => blocks.find(|b| b.block.id == id),
        None => blocks.find(|b| b.items.iter().any(|i| Some(i.item.id) == place)),
    };
    found.or(sitting.blocks.first())
}

fn confirmed(sitting: &Sitting) -> Option<&Block> {
    let blocks = sitting.blocks.iter().map(|b| &b.block);
    let confirmed = blocks.filter(|b| b.present_confirmed_at.is_some());
    confirmed.max_by_key(|b| b.present_confirmed_at)
}

/// Who of a block is a guest: of two the one of a pupil's own surroundings.
fn guest(block: &SittingBlock) -> Option<Guest> {
    if block.block.family {
        return Some(Guest::Network);
    }
    let mut present = block.attendance.iter().filter(|a| a.state == Presence::Present);
    let employer = present.any(|a| a.person.party_kind == PartyKind::Employer);
    employer.then_some(Guest::Employer)
}

impl<'s> Room<'s> {
    /// The meeting that sits.
    pub(in crate::app) fn sits(&self) -> Option<&'s Sitting> {
        self.sits
    }

    /// The block of it whose attendance was confirmed last: its people are in the room. None before the first.
    pub(in crate::app) fn confirmed(&self) -> Option<&'s Block> {
        self.sits.and_then(confirmed)
    }

    /// A parent, a young person or an employer who is there: of the pupils such a room hears of nobody but whoever is at
    /// hand.
    pub(in crate::app) fn guest(&self) -> Option<Guest> {
        self.guest
    }

    /// Whether there is one.
    pub(in crate::app) fn has_guest(&self) -> bool {
        self.guest.is_some()
    }

    /// That so many rows are left out of a list because of a guest; nothing where none are.
    pub(in crate::app) fn left_out(&self, rows: usize) -> Option<Hidden> {
        let guest = self.guest.filter(|_| rows > 0)?;
        Some(Hidden { count: rows, guest })
    }

    /// Whether they may hear of this pupil in a list that is read together: with a guest among them of nobody but the
    /// pupil at hand. What is about no pupil is for everybody.
    pub(in crate::app) fn hears(&self, pupil: Option<Id>) -> bool {
        pupil.is_none() || pupil == self.state.pupil() || !self.has_guest()
    }

    /// Whether they may hear a line of a row of the read-back: an old action stands under a point of the agenda and is of
    /// a pupil all the same.
    pub(in crate::app) fn hears_line(&self, row: &ReadBack, line: &Readable<'_>) -> bool {
        let about = match line {
            Readable::Decision(decision) => decision.pupil,
            Readable::Action(action) => action.pupil,
            Readable::Untaken(_) | Readable::Item => None,
        };
        self.hears(row.agreed.pupil.as_ref().map(|line| line.id)) && self.hears(about)
    }

    /// How many lines of a row they may not hear.
    pub(in crate::app) fn unheard_lines(&self, row: &ReadBack) -> usize {
        let lines = row.readable();
        lines.iter().filter(|line| !self.hears_line(row, line)).count()
    }

    /// What they may hear of a row; nothing when that leaves no line of it.
    pub(in crate::app) fn heard<'r>(&self, row: &'r ReadBack) -> Option<Cow<'r, ReadBack>> {
        match self.unheard_lines(row) {
            0 => return Some(Cow::Borrowed(row)),
            unheard if unheard == row.readable().len() => return None,
            _ => {}
        }
        let mut told = row.clone();
        told.agreed.decisions.retain(|one| self.hears(one.pupil));
        told.agreed.actions.retain(|one| self.hears(one.pupil));
        Some(Cow::Owned(told))
    }

    /// Whether a pupil in a list has a name here: not where somebody sits with whom the pupil may not be shared, on the
    /// agenda or not; and whoever has no name at the table on the screen has none in a list either.
    pub(in crate::app) fn names(&self, line: &PupilLine) -> bool {
        line.may_name && !self.is_barred(line.id)
    }

    /// The same of a pupil whose file is open.
    pub(in crate::app) fn may_name(&self, pupil: &Pupil) -> bool {
        pupil.sharing.may_name() && !self.is_barred(pupil.id)
    }

    fn is_barred(&self, pupil: Id) -> bool {
        let planned = self.state.items().filter_map(|item| item.pupil.as_ref());
        let mut there = self.block.into_iter().chain(self.state.block());
        planned.filter(|line| line.id == pupil).any(|line| !line.may_name)
            || there.any(|block| block.barred.contains(&pupil))
    }

    /// The schools of which something may be seen while shared. With a meeting that sits that is the school whose people
    /// are in the room; else those of the meeting on the table.
    pub(in crate::app) fn schools(&self) -> Vec<Id> {
        if self.sits.is_some() {
            return self.block.map(|b| b.block.school).into_iter().collect();
        }
        let blocks = self.state.sitting.iter().flat_map(|s| s.blocks.iter());
        blocks.map(|b| b.block.school).collect()
    }

    /// Whether a meeting may come to the shared table: the one that is shown by itself, or another of a school that these
    /// people may see; with a guest none, for an earlier meeting was another room's, and a guest came for one pupil.
    pub(in crate::app) fn may_look_at(&self, line: &MeetingLine) -> bool {
        let seen = self.schools();
        let of_theirs = || line.schools.iter().any(|(id, _)| seen.contains(id));
        Some(line.meeting.id) == self.state.elsewhere.current || (!self.has_guest() && of_theirs())
    }

    /// Whether what lies on the table may lie there while the screen is shared.
    pub(in crate::app) fn may_see_table(&self) -> bool {
        let at_hand = self.state.school_at_hand();
        let theirs = self.sits.is_none() || at_hand.is_some_and(|school| self.schools().contains(&school));
        theirs && !(self.beside && self.has_guest())
    }

    /// Whether another meeting lies on the table than the one that sits.
    pub(in crate::app) fn is_beside(&self) -> bool {
        self.beside
    }
}
