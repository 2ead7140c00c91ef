//! Whose hands are at a pupil: where two hold together, and who stands on either side of a gap.

use super::{RoofTile, Span};
use crate::domain::Day;
use crate::domain::trajectory::Tile;

/// The days of a period on which two or more different hands hold, in order, none touching the next: where a handover
/// is under way.
pub fn together(tiles: &[RoofTile], within: Span) -> Vec<Span> {
    let mut shared: Vec<Span> = Vec::new();
    for (at, one) in tiles.iter().enumerate() {
        for other in tiles.iter().skip(at + 1) {
            let hands = one.hold.map(|hold| hold.hand) != other.hold.map(|hold| hold.hand);
            let span = days(one).zip(days(other)).filter(|_| hands);
            let both = span.and_then(|(one, other)| one.shared(other)?.shared(within));
            shared.extend(both);
        }
    }
    shared.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(shared.len());
    for span in shared {
        match merged.last_mut() {
            Some(last) if last.until.succ_opt().is_none_or(|after| span.from <= after) => {
                last.until = last.until.max(span.until);
            }
            _ => merged.push(span),
        }
    }
    merged
}

/// The days on which a tile holds.
fn days(tile: &RoofTile) -> Option<Span> {
    Span::new(tile.hold?.from, tile.until.unwrap_or(Day::MAX))
}

/// Who stands on either side of a gap: whose tile lets go on the day before it, and whose holds on the day after it.
/// Of several the one that held first.
pub fn beside(tiles: &[Tile], gap: Span) -> (Option<&Tile>, Option<&Tile>) {
    let holding = |day: Option<Day>| {
        let day = day?;
        let holds = |tile: &&Tile| days(&tile.roof_tile()).is_some_and(|span| span.holds(day));
        tiles.iter().filter(holds).min_by_key(|tile| (tile.from, tile.id))
    };
    (holding(gap.from.pred_opt()), holding(gap.until.succ_opt()))
}
