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
    /// Form of the contract, of a job.
    pub contract: Option<ContractForm>,
    /// Since when it is recorded that no guidance is needed.
    pub no_guidance_on: Option<Day>,
}

impl Tile {
    /// The last day: the actual one, else the planned one; `None` while open-ended.
    pub fn last_day(&self) -> Option<Day> {
        self.ended.or(self.until)
    }
}

/// Something set in motion: a point or a span on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The id.
    pub id: Id,
    /// What it is.
    pub kind: InstrumentKind,
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
    /// Why it was put off.
    pub deferred_reason: String,
}

impl Instrument {
    /// The day at which its mark stands: start, else decision, else request, else the day it is put off to.
    pub fn mark(&self) -> Option<Day> {
        self.started.or(self.decided).or(self.requested).or(self.deferred_until)
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
