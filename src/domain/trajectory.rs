//! The trajectory (traject): everything that holds a pupil over time.
//!
//! Tiles (dakpannen) are periods with one party; a tile that holds also names the person who holds. Whether it holds,
//! and the coverage, gaps and cold handovers that follow, are reckoned in [`super::roof`].

use super::codes::{ContractForm, InstrumentKind, PartyKind, TileKind};
use super::{Day, Id};

/// A period with one party. All days are inclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The id.
    pub id: Id,
    /// What it is.
    pub kind: TileKind,
    /// The party.
    pub party: Id,
    /// What kind of party that is, read along.
    pub party_kind: PartyKind,
    /// The party's name, read along.
    pub party_name: String,
    /// The person who holds the pupil, or the supporter of a job or placement.
    pub holder: Option<Id>,
    /// Their name, read along.
    pub holder_name: Option<String>,
    /// Their party, read along: the hand that holds in a job or placement.
    pub holder_party: Option<Id>,
    /// A word of its own, `dierenasiel`; may be empty.
    pub label: String,
    /// First day.
    pub from: Day,
    /// Last planned day; open when absent.
    pub until: Option<Day>,
    /// Day on which it actually ended.
    pub ended: Option<Day>,
    /// Form of the contract, of a job or placement.
    pub contract: Option<ContractForm>,
    /// Since when it is recorded that no guidance is needed.
    pub no_guidance_on: Option<Day>,
    /// Who decided that; may be empty.
    pub no_guidance_by: String,
    /// What is told of it besides.
    pub details: TileDetails,
}

/// What is told of a tile that the roof does not reckon with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileDetails {
    /// Why it ended; may be empty.
    pub ended_why: String,
    /// Hours of work in a week.
    pub hours: Option<u16>,
    /// The wage value (loonwaarde): a percentage of the minimum wage, 0 to 100. Never on a shared screen.
    pub wage_value: Option<u8>,
}

impl Tile {
    /// The last day: the actual one, else the planned one; `None` while open-ended.
    pub fn last_day(&self) -> Option<Day> {
        self.ended.or(self.until)
    }

    /// Whether it lies over a day.
    pub fn is_on(&self, day: Day) -> bool {
        self.from <= day && self.last_day().is_none_or(|last| last >= day)
    }

    /// Whether it is the work somebody was placed in: a job, or a trial or participation placement.
    pub fn is_placement(&self) -> bool {
        matches!(self.kind, TileKind::Job | TileKind::Placement)
    }
}

/// Something set in motion: a point or a span on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The id.
    pub id: Id,
    /// What it is.
    pub kind: InstrumentKind,
    /// The party that carries it out or decides on it.
    pub party: Option<Id>,
    /// That party's name, read along.
    pub party_name: Option<String>,
    /// Day of the request.
    pub requested: Option<Day>,
    /// Day of the decision.
    pub decided: Option<Day>,
    /// First day.
    pub started: Option<Day>,
    /// Last day.
    pub ended: Option<Day>,
    /// When to look again.
    pub review: Option<Day>,
    /// Put off until this day, on purpose.
    pub deferred_until: Option<Day>,
    /// Why it was put off; may be empty.
    pub deferred_reason: String,
    /// A percentage: the wage value that was measured, the part of the wage that is subsidised. Never on a shared screen.
    pub value: Option<u8>,
    /// What came of it, in the table's own words; may be empty.
    pub result: String,
}

impl Instrument {
    /// The day at which its mark stands: start, else decision, else request, else the day it is put off to.
    pub fn mark(&self) -> Option<Day> {
        self.started.or(self.decided).or(self.requested).or(self.deferred_until)
    }

    /// Whether it is still to be reckoned with on a day: nothing ended it before. A last day may be planned, and holds.
    pub fn runs_on(&self, day: Day) -> bool {
        self.ended.is_none_or(|last| last >= day)
    }

    /// Whether it is told to the chair alone: wage value, register and exemption are never on a shared screen.
    pub const fn is_held_back(&self) -> bool {
        self.kind.is_held_back()
    }
}

/// A part of a trajectory that can be pointed at on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A tile, by its id.
    Tile(Id),
    /// An instrument, by its id.
    Instrument(Id),
}
