//! Where the chair is, and who is there: what is asked of the state most.
//!
//! The rule: nothing of it is kept. The block, the item and the pupil at hand and the people at the table follow from what was read and from where the walk is, so that they cannot say two things.

use chrono::NaiveTime;

use super::{At, State};
use crate::domain::codes::{ItemKind, Presence};
use crate::domain::dates::DateContext;
use crate::domain::dossier::{SittingBlock, SittingItem};
use crate::domain::meeting::case_number;
use crate::domain::people::Person;
use crate::domain::{Id, Moment};

impl State {
    /// The block at hand: that of the item at hand, else of the school looked at, else the first.
    pub fn block(&self) -> Option<&SittingBlock> {
        let sitting = self.sitting.as_ref()?;
        let school = self.school;
        let by_item = match self.at {
            At::Item(item) => sitting
                .blocks
                .iter()
                .find(|b| b.items.iter().any(|i| i.item.id == item)),
            At::Pupil(_) | At::Nowhere => None,
        };
        by_item
            .or_else(|| sitting.blocks.iter().find(|b| Some(b.block.school) == school))
            .or_else(|| sitting.blocks.first())
    }

    /// The school whose pupils are looked at.
    pub fn school_at_hand(&self) -> Option<Id> {
        let of_block = self.block().map(|b| b.block.school);
        match self.at {
            At::Item(_) => of_block,
            At::Pupil(_) | At::Nowhere => self.school.or(of_block),
        }
    }

    /// The agenda item at hand.
    pub fn item(&self) -> Option<&SittingItem> {
        let At::Item(id) = self.at else { return None };
        self.items().find(|i| i.item.id == id)
    }

    /// All items of the meeting in order.
    pub fn items(&self) -> impl Iterator<Item = &SittingItem> {
        self.sitting
            .iter()
            .flat_map(|s| s.blocks.iter())
            .flat_map(|b| b.items.iter())
    }

    /// The pupil at hand.
    pub fn pupil(&self) -> Option<Id> {
        match self.at {
            At::Nowhere => None,
            At::Pupil(id) => Some(id),
            At::Item(_) => self.item().and_then(|i| i.item.pupil),
        }
    }

    /// Whether the table sits.
    pub fn is_open(&self) -> bool {
        self.sitting.as_ref().is_some_and(|s| s.meeting.is_open())
    }

    /// The meeting, when it sits: what is recorded now belongs to it.
    pub fn open_meeting(&self) -> Option<Id> {
        self.sitting
            .as_ref()
            .filter(|s| s.meeting.is_open())
            .map(|s| s.meeting.id)
    }

    /// The people at the table of the block at hand.
    pub fn table(&self) -> Vec<Person> {
        self.block()
            .map(|b| b.people().map(|a| a.person.clone()).collect())
            .unwrap_or_default()
    }

    /// The people who were expected at the block at hand and are not there.
    pub fn away(&self) -> Vec<Person> {
        let attendance = self.block().map(|b| b.attendance.as_slice()).unwrap_or_default();
        let away = attendance
            .iter()
            .filter(|a| matches!(a.state, Presence::Excused | Presence::Absent));
        away.map(|a| a.person.clone()).collect()
    }

    /// How it was recorded that somebody who was expected at the block at hand is not there; none for who is.
    pub fn recorded_away(&self, person: Id) -> Option<Presence> {
        let attendance = self.block().map(|b| b.attendance.as_slice()).unwrap_or_default();
        let state = attendance.iter().find(|a| a.person.id == person)?.state;
        matches!(state, Presence::Excused | Presence::Absent).then_some(state)
    }

    /// The days that phrases refer to.
    pub fn dates(&self) -> DateContext {
        let told = self.sitting.as_ref().and_then(|s| s.meeting.next_day);
        let school = self.school_at_hand();
        let planned = || self.elsewhere.next_days.iter().find(|(of, _)| Some(*of) == school);
        let next_meeting = told.or_else(|| planned().map(|(_, day)| *day));
        DateContext {
            today: self.today,
            next_meeting,
            summer_end: self.settings.summer_end(self.today),
        }
    }

    /// The pupils of the block at hand in the order of the agenda.
    pub fn pupil_items(&self) -> Vec<&SittingItem> {
        self.block()
            .map(|b| b.items.iter().filter(|i| i.item.kind == ItemKind::Pupil).collect())
            .unwrap_or_default()
    }

    /// The number of a pupil in their block of the meeting on the table, from 1; zero when on no agenda of it.
    pub fn case_number(&self, pupil: Id) -> u16 {
        let blocks = self.sitting.iter().flat_map(|s| s.blocks.iter());
        let numbers = blocks.map(|b| case_number(b.items.iter().map(|i| &i.item), pupil));
        numbers.max().unwrap_or(0)
    }

    /// The place of a pupil among those of their block, from 1: the number before a name wherever one stands. None for
    /// whoever is on no agenda of the meeting on the table.
    pub fn place_number(&self, pupil: Id) -> Option<usize> {
        let blocks = self.sitting.iter().flat_map(|s| s.blocks.iter());
        let mut places = blocks.filter_map(|b| {
            let mut pupils = b.items.iter().filter_map(|i| i.item.pupil);
            pupils.position(|of| of == pupil)
        });
        places.next().map(|at| at + 1)
    }

    /// Seconds since the item at hand came on the table, in this visit.
    pub fn visit_seconds(&self) -> u32 {
        self.seconds_since(self.sitting.as_ref().and_then(|s| s.place).and_then(|p| p.since))
    }

    /// Seconds from a moment until now; none while a clock is paused.
    pub fn seconds_since(&self, since: Option<Moment>) -> u32 {
        since.map_or(0, |since| {
            u32::try_from((self.now - since).num_seconds().max(0)).unwrap_or(u32::MAX)
        })
    }

    /// The item that is on the table in an open meeting, and the seconds of this visit.
    pub fn on_the_table(&self) -> Option<(Id, u32)> {
        let place = self.sitting.as_ref().filter(|s| s.meeting.is_open())?.place?;
        Some((place.item, self.visit_seconds()))
    }

    /// The time of day.
    pub fn time(&self) -> NaiveTime {
        self.now.time()
    }
}
