//! Coverage (the roof): whether a pupil is held on every day to come, by whom, and where the hole is.
//!
//! The rule: pure reckoning with days, each inclusive, over the tiles of one pupil. Nothing here knows a name; a hand
//! is the party that holds. What counts as holding is decided in [`Tile::hold`], everything else here.
//!
//! Source of the rules: the way of working of Sociale Dienst Drechtsteden (parties overlap like roof tiles, nobody lets
//! go before the next one holds on) and the articles on guidance after school (WEC art. 44, WVO 2020 art. 2.31a, WEB
//! art. 9.2.12).

mod hands;

use chrono::{Datelike, Days, Months};

use super::codes::{PartyKind, SchoolKind, TileKind};
use super::trajectory::Tile;
use super::{Day, Id};

pub use hands::{beside, together};

/// How many days two parties must hold a pupil together for a warm handover, unless the chair sets otherwise.
pub const HANDOVER_DAYS: u16 = 28;

/// Days from the first up to and including the last. A span that ends before it starts is empty and never built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

impl Span {
    /// The days from `from` up to and including `until`; `None` when there are none.
    pub fn new(from: Day, until: Day) -> Option<Self> {
        (from <= until).then_some(Self { from, until })
    }

    /// How many days it has, at least one.
    pub fn days(self) -> u32 {
        u32::try_from((self.until - self.from).num_days() + 1).unwrap_or(0)
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// The days that two spans share.
    pub fn shared(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.until.min(other.until))
    }
}

/// Since when and by which party a tile holds a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The party: of a job, placement or internship that of its supporter, so that two jobs with one coach are one
    /// hand; where no guidance is needed, the tile's own.
    pub hand: Id,
    /// First day on which it holds: of a tile, or the day on which it was decided that no guidance is needed.
    pub from: Day,
}

/// As much of a tile as the reckoning needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoofTile {
    /// The tile.
    pub tile: Id,
    /// Its first day.
    pub from: Day,
    /// Its actual last day, else its planned one; open-ended when absent.
    pub until: Option<Day>,
    /// How it holds; a tile that does not is drawn, but not counted.
    pub hold: Option<Hold>,
}

impl RoofTile {
    /// A tile that ended before it began, because it was called off, has no days and counts for nothing.
    fn is_empty(&self) -> bool {
        self.until.is_some_and(|until| until < self.from)
    }
}

/// What decides by itself whether a tile of this kind, with this party, can hold a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldFacts {
    /// What the tile is.
    pub kind: TileKind,
    /// Its party.
    pub party: Id,
    /// What kind of party that is.
    pub party_kind: PartyKind,
    /// The party of the named person; absent when nobody is named.
    pub holder_party: Option<Id>,
    /// First day of the tile.
    pub from: Day,
    /// Day on which it was recorded that no guidance is needed.
    pub no_guidance_on: Option<Day>,
}

impl PartyKind {
    /// Whether it is a party's task to hold a pupil with guidance of its own: an employer and a youth desk have none.
    pub const fn can_hold(self) -> bool {
        !matches!(self, Self::Employer | Self::YouthDesk)
    }
}

impl HoldFacts {
    /// How the tile holds. Work (a job, placement or internship) holds only with a named supporter, or from the
    /// recorded decision that no guidance is needed; any other tile with a named person, at a party whose task it is to
    /// hold: an employer and a youth desk are drawn, but not counted.
    pub fn hold(self) -> Option<Hold> {
        let work = matches!(self.kind, TileKind::Job | TileKind::Placement | TileKind::Internship);
        if work {
            let supported = self.holder_party.map(|hand| Hold { hand, from: self.from });
            let decided = self.no_guidance_on.map(|day| Hold {
                hand: self.party,
                from: self.from.max(day),
            });
            return supported.or(decided);
        }
        (self.party_kind.can_hold() && self.holder_party.is_some()).then_some(Hold {
            hand: self.party,
            from: self.from,
        })
    }
}

impl Tile {
    /// How the tile holds the pupil; `None` when it does not.
    pub fn hold(&self) -> Option<Hold> {
        HoldFacts {
            kind: self.kind,
            party: self.party,
            party_kind: self.party_kind,
            holder_party: self.holder_party,
            from: self.from,
            no_guidance_on: self.no_guidance_on,
        }
        .hold()
    }

    /// As much of it as the roof needs.
    pub fn roof_tile(&self) -> RoofTile {
        RoofTile {
            tile: self.id,
            from: self.from,
            until: self.last_day(),
            hold: self.hold(),
        }
    }
}

/// When a pupil leaves school, and which school that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// What kind of school.
    pub school: SchoolKind,
    /// The day on which the pupil left, else the day on which that is expected.
    pub day: Option<Day>,
    /// The day of the diploma, of Entree.
    pub diploma: Option<Day>,
}

impl Leaving {
    /// Last day of the school's guidance after leaving: two years after leaving VSO (WEC art. 44) and PrO (WVO 2020
    /// art. 2.31a), one year after the diploma of Entree (WEB art. 9.2.12), and after leaving where there is none.
    pub fn guidance_ends(&self) -> Option<Day> {
        let (since, months) = match self.school {
            SchoolKind::Vso | SchoolKind::Pro => (self.day, 24),
            SchoolKind::Entree => (self.diploma.or(self.day), 12),
        };
        since?.checked_add_months(Months::new(months))
    }

    /// First day of the final year; see [`final_year`].
    pub fn final_year_starts(&self) -> Option<Day> {
        final_year(self.day?)
    }
}

/// First day, 1 August, of the final year of who leaves on a day: the school year, by law from 1 August up to and
/// including 31 July (WVO 2020 art. 1.1), that holds the day before leaving. Who leaves on the first day of a school
/// year had the last one before it.
pub fn final_year(leaving: Day) -> Option<Day> {
    let last = leaving.pred_opt()?;
    let year = if last.month() >= 8 {
        last.year()
    } else {
        last.year() - 1
    };
    Day::from_ymd_opt(year, 8, 1)
}

/// A party that lets go before the next one has held on long enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColdHandover {
    /// The tile that ends.
    pub tile: Id,
    /// Whose hand lets go.
    pub hand: Id,
    /// Its last day, planned or actual.
    pub on: Day,
    /// On how many of the handover days another hand that goes on also holds.
    pub overlap: u16,
    /// On how many it should: the handover days, or the whole tile when that is shorter.
    pub needed: u16,
    /// The hand that goes on: of several the one that held first.
    pub to: Id,
}

/// The roof over one pupil.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roof {
    /// The days on which the pupil must be held; `None` when there are none.
    pub span: Option<Span>,
    /// The days of it on which nobody holds, in order, none touching the next.
    pub gaps: Vec<Span>,
    /// Handovers without enough overlap, by day.
    pub cold: Vec<ColdHandover>,
}

impl Roof {
    /// Days to cover.
    pub fn days(&self) -> u32 {
        self.span.map_or(0, Span::days)
    }

    /// Days on which nobody holds.
    pub fn gap_days(&self) -> u32 {
        self.gaps.iter().map(|gap| gap.days()).sum()
    }

    /// Days on which somebody holds.
    pub fn covered_days(&self) -> u32 {
        self.days() - self.gap_days()
    }

    /// The part of the roof that lies in a period; handovers by their last day.
    pub fn within(&self, period: Span) -> Self {
        Self {
            span: self.span.and_then(|span| span.shared(period)),
            gaps: self.gaps.iter().filter_map(|gap| gap.shared(period)).collect(),
            cold: self.cold.iter().filter(|cold| period.holds(cold.on)).copied().collect(),
        }
    }
}

/// The last day on which a pupil must be held: the latest of the last planned or actual day of any tile and the end of
/// the school's guidance; with none of these one year from today. An open-ended tile does not move it.
pub fn horizon(tiles: &[RoofTile], leaving: &Leaving, today: Day) -> Day {
    let ends = tiles
        .iter()
        .filter(|tile| !tile.is_empty())
        .filter_map(|tile| tile.until);
    let last = ends.chain(leaving.guidance_ends()).max();
    last.or_else(|| today.checked_add_months(Months::new(12)))
        .unwrap_or(today)
}

/// The roof over a pupil: from the first tile to the horizon; without a tile from the first school day of the final
/// year, else from today. `handover_days` is how long two hands must hold together.
pub fn roof(tiles: &[RoofTile], leaving: &Leaving, today: Day, handover_days: u16) -> Roof {
    let first = tiles.iter().filter(|tile| !tile.is_empty()).map(|tile| tile.from).min();
    let from = first.or_else(|| leaving.final_year_starts()).unwrap_or(today);
    let Some(span) = Span::new(from, horizon(tiles, leaving, today)) else {
        return Roof::default();
    };
    let held = held(tiles);
    let mut cold: Vec<ColdHandover> = held
        .iter()
        .filter(|letting_go| letting_go.until < span.until)
        .filter_map(|letting_go| cold_handover(letting_go, &held, handover_days))
        .collect();
    cold.sort_by_key(|cold| (cold.on, cold.tile));
    Roof {
        span: Some(span),
        gaps: gaps(&held, span),
        cold,
    }
}

/// A tile that holds, from the day it does; open-ended until the end of days.
#[derive(Clone, Copy)]
struct Held {
    tile: Id,
    hand: Id,
    /// The tile's own first day: how much handover it needs follows from its whole length, also when it held only later.
    begins: Day,
    from: Day,
    until: Day,
}

/// The tiles that hold, by first day.
fn held(tiles: &[RoofTile]) -> Vec<Held> {
    let mut held: Vec<Held> = tiles
        .iter()
        .filter_map(|tile| {
            let hold = tile.hold?;
            let until = tile.until.unwrap_or(Day::MAX);
            (hold.from <= until).then_some(Held {
                tile: tile.tile,
                hand: hold.hand,
                begins: tile.from,
                from: hold.from,
                until,
            })
        })
        .collect();
    held.sort_unstable_by_key(|held| (held.from, held.tile));
    held
}

/// The days of a span under none of the tiles, which come by first day.
fn gaps(held: &[Held], span: Span) -> Vec<Span> {
    let mut gaps = Vec::new();
    // The first day that is not known to be covered.
    let mut open = span.from;
    for tile in held {
        if let Some(before) = tile.from.pred_opt() {
            gaps.extend(Span::new(open, before.min(span.until)));
        }
        match tile.until.succ_opt() {
            Some(after) => open = open.max(after),
            None => return gaps,
        }
        if open > span.until {
            return gaps;
        }
    }
    gaps.extend(Span::new(open, span.until));
    gaps
}

/// Whether the hand of a tile that ends is let go of without enough overlap.
fn cold_handover(letting_go: &Held, held: &[Held], handover_days: u16) -> Option<ColdHandover> {
    let last = letting_go.until;
    let after = last.succ_opt()?;
    let goes_on = |other: &&Held| other.from <= after && other.until >= after;
    // The same hand goes on: a renewal, which hands nothing over.
    if held.iter().filter(goes_on).any(|other| other.hand == letting_go.hand) {
        return None;
    }
    // Nobody goes on: that is a gap. The tiles come by first day, so the first found held first.
    let next = held.iter().find(goes_on)?;
    let whole = Span::new(letting_go.begins, last)?.days();
    let needed = u32::from(handover_days).min(whole);
    let first_day = last.checked_sub_days(Days::new(u64::from(needed.saturating_sub(1))))?;
    // Whoever goes on holds without a break up to the last day, so the one that held first decides.
    let overlap = Span::new(next.from.max(first_day), last).map_or(0, Span::days);
    let count = |days: u32| u16::try_from(days).unwrap_or(u16::MAX);
    (overlap < needed).then_some(ColdHandover {
        tile: letting_go.tile,
        hand: letting_go.hand,
        on: last,
        overlap: count(overlap),
        needed: count(needed),
        to: next.hand,
    })
}

/// A tile that would fill a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The party.
    pub party: Id,
    /// Who holds the pupil.
    pub holder: Id,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

/// A tile of guidance that fills a gap: whoever holds after it begins earlier, with the days of a handover before the
/// gap; when nobody does whose party `can_hold` one, the party and person of `fallback`, until the end of the gap. Days
/// that are gone by are not proposed. `None` for a gap that is over, and without anybody to propose.
pub fn proposal(
    tiles: &[Tile],
    gap: Span,
    fallback: Option<(Id, Id)>,
    today: Day,
    handover_days: u16,
    can_hold: impl Fn(Id) -> bool,
) -> Option<Proposal> {
    let mut after: Vec<(Day, Id, Id)> = tiles
        .iter()
        .filter_map(|tile| Some((tile.hold()?, tile.holder?)))
        // A supporter of the employer's own holds by the work itself, and cannot hold before it began.
        .filter(|(hold, _)| hold.from > gap.until && can_hold(hold.hand))
        .map(|(hold, holder)| (hold.from, hold.hand, holder))
        .collect();
    after.sort_unstable();
    let next = after.first().map(|(_, party, holder)| (*party, *holder));
    let (party, holder) = next.or_else(|| fallback.filter(|(party, _)| can_hold(*party)))?;
    let early = gap.from.checked_sub_days(Days::new(u64::from(handover_days)))?;
    let first_held = tiles.iter().filter_map(Tile::hold).map(|hold| hold.from).min();
    // Before the first tile there is nobody to take over from.
    let from = match first_held {
        Some(first) if first < gap.from => early,
        _ => gap.from,
    };
    Span::new(from.max(today), gap.until).map(|span| Proposal {
        party,
        holder,
        from: span.from,
        until: span.until,
    })
}
