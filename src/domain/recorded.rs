//! What a table recorded of a pupil besides decisions and actions: who takes hold until when, and what follows.
//!
//! The rule: who holds this pupil and until when is what the meeting is for, so it is read back and written down as
//! well as what was decided in words.

use super::Day;
use super::codes::{PrimaryResult, Route};
use super::pupil::TransitionChance;
use super::roof::Span;
use super::trajectory::Tile;

/// What was recorded of one pupil in one meeting, as the meeting left it, and which days stay open by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Tiles that were laid or changed, in the order in which that was done.
    pub tiles: Vec<Tile>,
    /// The days from the meeting's day on that nobody holds, by the roof as it lies when this is asked.
    pub gaps: Vec<Span>,
    /// The primary result that was recorded there.
    pub result: Option<PrimaryResult>,
    /// Which party leads, when that was set there.
    pub route: Option<Route>,
    /// The chances that were assessed there.
    pub chances: Vec<TransitionChance>,
}

impl Recorded {
    /// Whether nothing was recorded that is told; that a gap stays is no record.
    pub fn is_empty(&self) -> bool {
        let silent = self.result.is_none() && self.route.is_none();
        silent && self.told().next().is_none() && self.chances.is_empty()
    }

    /// The tiles that hold, with the first day on which they do and the last. Work without a supporter and a period in
    /// which nobody holds tell what is going on in a life and not who has the pupil, and one that was called off has no
    /// days.
    pub fn told(&self) -> impl Iterator<Item = (&Tile, Day, Option<Day>)> {
        self.tiles.iter().filter_map(|tile| {
            let (from, last) = (tile.hold()?.from, tile.last_day());
            last.is_none_or(|last| last >= from).then_some((tile, from, last))
        })
    }
}
