//! The meeting (overleg): one sitting, in blocks of one school each, with an agenda that keeps the time.
//!
//! The program hints and the chair decides: nothing here refuses a sequence of states.

use chrono::{Duration, NaiveTime};

use super::codes::{ItemKind, ItemState, Lane, MeetingKind, Presence};
use super::people::Person;
use super::{Day, Id, Moment};

/// One sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The id.
    pub id: Id,
    /// Uitstroomoverleg or doorstroomtafel.
    pub kind: MeetingKind,
    /// The day.
    pub day: Day,
    /// Planned start.
    pub starts: NaiveTime,
    /// Planned end.
    pub ends: NaiveTime,
    /// Where.
    pub place: String,
    /// When it was opened; can be corrected.
    pub opened_at: Option<Moment>,
    /// When it was closed; can be corrected.
    pub closed_at: Option<Moment>,
    /// Reference of the privacy agreement (convenant) under which it sits.
    pub agreement: String,
    /// Last day of that agreement.
    pub agreement_until: Option<Day>,
    /// Day of the next meeting.
    pub next_day: Option<Day>,
}

impl Meeting {
    /// Whether the table sits now: opened and not closed.
    pub fn is_open(&self) -> bool {
        self.opened_at.is_some() && self.closed_at.is_none()
    }

    /// Whether its minutes are frozen.
    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }
}

/// The part of a meeting about one school. Other people sit at the table, so it has its own attendance, old
/// actions, pupils, aftercare and read-back; VSO and PrO are never one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The id.
    pub id: Id,
    /// The meeting.
    pub meeting: Id,
    /// The school.
    pub school: Id,
    /// When the chair confirmed who is present; until then a shared screen stays blank after a change of block.
    pub present_confirmed_at: Option<Moment>,
    /// When decisions and actions were read back and confirmed.
    pub read_back_at: Option<Moment>,
    /// Whether a parent, a pupil or somebody else of a pupil's own surroundings is in the room. They belong to no party
    /// and decide nothing; while they are there nobody is told but the pupil at hand.
    pub family: bool,
}

/// One point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// The id.
    pub id: Id,
    /// The block.
    pub block: Id,
    /// Its place in the block, in steps that leave room between.
    pub seq: i64,
    /// What it is.
    pub kind: ItemKind,
    /// The pupil, for a pupil's item and only then.
    pub pupil: Option<Id>,
    /// The title of a free item.
    pub title: String,
    /// How much time it asks.
    pub lane: Lane,
    /// Planned minutes.
    pub minutes: u16,
    /// A fixed time (parents at 10:30).
    pub fixed_time: Option<NaiveTime>,
    /// The question of whoever brings the pupil.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal: what a hamerstuk agrees with.
    pub proposal: String,
    /// How it stands.
    pub state: ItemState,
    /// Seconds it has been on the table, without the present visit.
    pub seconds: u32,
}

/// Somebody's presence in one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The id.
    pub id: Id,
    /// The block.
    pub block: Id,
    /// Who.
    pub person: Person,
    /// Present, excused, absent or not yet asked.
    pub state: Presence,
    /// Whether they may decide for their party.
    pub mandate: bool,
}

/// The minutes a lane gets at first; the chair changes them per item. Fourteen pupils in 48 minutes, with the
/// short ones together in seven, gives about six minutes for a normal one (90-minute practice).
pub const fn lane_minutes(lane: Lane) -> u16 {
    match lane {
        Lane::Agreed => 2,
        Lane::Discuss => 5,
        Lane::Complex => 10,
    }
}

/// The fixed frame of a block around its pupils, with the minutes of the 90-minute practice.
pub const FRAME_BEFORE: [(ItemKind, u16); 2] = [(ItemKind::Opening, 5), (ItemKind::OldActions, 10)];

/// The fixed frame of a block after its pupils.
pub const FRAME_AFTER: [(ItemKind, u16); 2] = [(ItemKind::Aftercare, 9), (ItemKind::ReadBack, 8)];

/// How far apart two neighbours of a new agenda lie, so that an item fits between without moving the others.
pub const SEQ_STEP: i64 = 1024;

/// Where a meeting stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Clock {
    /// Seconds the item at hand has been on the table.
    pub item_seconds: u32,
    /// Planned minutes of the item at hand.
    pub item_minutes: u16,
    /// Minutes of agenda still to do, the rest of the item at hand included.
    pub minutes_left: i64,
    /// When the meeting will end at this pace.
    pub expected_end: NaiveTime,
    /// Minutes later (or, negative, earlier) than planned.
    pub minutes_late: i64,
}

/// The number of a pupil among the pupils of a block, from 1: in the order in which they were put on its agenda, so that
/// neither the order of the agenda nor another lane changes it. Zero for a pupil who is not there.
///
/// A pupil who may not be named is told by this number, the same on every screen and in every document of the meeting.
pub fn case_number<'a>(items: impl Iterator<Item = &'a AgendaItem>, pupil: Id) -> u16 {
    let mut on_agenda: Vec<(Id, Id)> = items.filter_map(|i| Some((i.id, i.pupil?))).collect();
    on_agenda.sort_unstable();
    let at = on_agenda.iter().position(|(_, who)| *who == pupil);
    at.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
}

/// Computes the running end time: now, plus what the item at hand and every item still open were planned to take. Nobody
/// who was asked for a fixed time is there before it: an item that would come up sooner is waited for.
///
/// `items` are the items of the whole meeting in order; `current` is the index of the one at hand, with
/// `visit_seconds` since the present visit began. Items that are done take nothing more; neither does an item
/// that has run over its time.
pub fn clock(
    items: &[AgendaItem],
    current: usize,
    visit_seconds: u32,
    now: NaiveTime,
    planned_end: NaiveTime,
) -> Clock {
    let at_hand = items.get(current);
    let item_seconds = at_hand.map_or(0, |item| item.seconds.saturating_add(visit_seconds));
    let item_minutes = at_hand.map_or(0, |item| item.minutes);
    let rest = |item: &AgendaItem, spent: u32| (i64::from(item.minutes) * 60 - i64::from(spent)).max(0);
    let mut seconds = at_hand.map_or(0, |item| rest(item, item_seconds));
    let mut waited = 0;
    // What was skipped comes after what is still ahead.
    let (before, after) = items.split_at(current.min(items.len()));
    let ahead = after.iter().skip(1).map(|item| (item, false));
    for (item, skipped) in ahead.chain(before.iter().map(|item| (item, true))) {
        let frame_done = skipped && item.kind != ItemKind::Pupil;
        if item.state != ItemState::Open || frame_done {
            continue;
        }
        if let Some(fixed) = item.fixed_time {
            waited += ((fixed - now).num_seconds() - seconds - waited).max(0);
        }
        seconds += rest(item, item.seconds);
    }
    let minutes_left = (seconds + 59) / 60;
    let (expected_end, _) = now.overflowing_add_signed(Duration::seconds(seconds + waited));
    let minutes_late = (expected_end - planned_end).num_minutes();
    Clock {
        item_seconds,
        item_minutes,
        minutes_left,
        expected_end,
        minutes_late,
    }
}
