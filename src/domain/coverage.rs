//! The proof: how many days a group of pupils is to be held, how many they are, and by whom.
//!
//! The rule: days are counted pupil by pupil and then added up, so that covered days and gap days are always the days
//! to cover. A day on which two parties hold a pupil is one covered day of the pupil, and a held day of each party.
//!
//! Source: zero gap days is what a region steers on (Sociale Dienst Drechtsteden: parties overlap like roof tiles).

use chrono::Datelike;

use super::roof::{Roof, RoofTile, Span};
use super::{Day, Id};

/// Days and handovers of a group of pupils.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many pupils.
    pub pupils: usize,
    /// How many of them have a gap.
    pub with_gap: usize,
    /// Days to cover, of all of them together.
    pub days: u64,
    /// Days on which somebody holds.
    pub covered_days: u64,
    /// Days on which nobody does.
    pub gap_days: u64,
    /// Cold handovers.
    pub cold_handovers: usize,
}

impl Tally {
    /// Counts a pupil with the roof over them, or with the part of it that is asked about.
    pub fn add(&mut self, roof: &Roof) {
        self.pupils += 1;
        self.with_gap += usize::from(!roof.gaps.is_empty());
        self.days += u64::from(roof.days());
        self.covered_days += u64::from(roof.covered_days());
        self.gap_days += u64::from(roof.gap_days());
        self.cold_handovers += roof.cold.len();
    }
}

/// The days on which a party holds a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBy {
    /// The party whose hand it is.
    pub hand: Id,
    /// The days, in order, none touching the next.
    pub days: Vec<Span>,
    /// The tiles of these days, by first day.
    pub tiles: Vec<Id>,
}

impl HeldBy {
    /// How many days.
    pub fn count(&self) -> u32 {
        self.days.iter().map(|span| span.days()).sum()
    }
}

/// Who holds a pupil within a span, by first day and then by party: each party once, however many tiles it has.
pub fn held_by(tiles: &[RoofTile], within: Span) -> Vec<HeldBy> {
    let mut holds: Vec<(Span, Id, Id)> = tiles
        .iter()
        .filter_map(|tile| {
            let hold = tile.hold?;
            let span = Span::new(hold.from, tile.until.unwrap_or(Day::MAX))?.shared(within)?;
            Some((span, hold.hand, tile.tile))
        })
        .collect();
    holds.sort_unstable();
    let mut found: Vec<HeldBy> = Vec::new();
    for (span, hand, tile) in holds {
        match found.iter_mut().find(|held| held.hand == hand) {
            Some(held) => {
                held.tiles.push(tile);
                join(&mut held.days, span);
            }
            None => found.push(HeldBy {
                hand,
                days: vec![span],
                tiles: vec![tile],
            }),
        }
    }
    found
}

/// Adds a span to others that all begin no later.
fn join(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        Some(last) if last.until.succ_opt().is_none_or(|after| span.from <= after) => {
            last.until = last.until.max(span.until);
        }
        _ => spans.push(span),
    }
}

/// The coming summer, or the one that is going on: from 1 August up to and including 30 September, when schools are
/// closed or begin without those who left, and most are lost.
pub fn summer(today: Day) -> Option<Span> {
    let of = |year: i32| Span::new(Day::from_ymd_opt(year, 8, 1)?, Day::from_ymd_opt(year, 9, 30)?);
    let this = of(today.year())?;
    if today <= this.until {
        Some(this)
    } else {
        of(today.year() + 1)
    }
}
