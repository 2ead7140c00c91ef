//! The roof of the pupil at hand, as it lies on the timeline: its rows, and everything the cursor can stand on.
//!
//! The rule: what acts on the timeline and what draws it read the same rows and the same stops, reckoned anew from the
//! dossier in memory; nothing is read from the file for it, and nothing is kept that could grow old.

use chrono::{Datelike, Days, Months};

use super::state::State;
use crate::domain::codes::{InstrumentKind, SchoolKind};
use crate::domain::dossier::Dossier;
use crate::domain::people::Person;
use crate::domain::pupil::Pupil;
use crate::domain::roof::{self, Leaving, Proposal, Roof, RoofTile, Span};
use crate::domain::term::{self, Due, Rules, TermKind};
use crate::domain::trajectory::{Instrument, Part, Tile};
use crate::domain::{Day, Id};
use crate::public::{Guarded, Scale, Work};

/// How many days ahead a gap is told on the card.
const CARD_DAYS: u64 = 90;

/// What the cursor can stand on besides a part of the trajectory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A gap.
    Gap(Span),
    /// The cold handover at the end of a tile.
    Cold(Id),
    /// The day on which an instrument is looked at again.
    Review(Id),
    /// A term: the place of its rule, and the tile or instrument it is about.
    Term(usize, Option<Id>),
}

/// A tile that would fill a gap, with whoever would hold; none when nobody can be proposed.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The gap.
    pub gap: Span,
    /// The tile and its person.
    pub tile: Option<(Proposal, Person)>,
}

/// When the pupil leaves which kind of school: what the horizon follows from.
fn leaving(state: &State, pupil: &Pupil) -> Option<Leaving> {
    let school = state.schools.iter().find(|school| school.id == pupil.school)?;
    Some(Leaving {
        school: school.kind,
        day: pupil.left_on.or(pupil.leaving),
        diploma: pupil.diploma_on,
    })
}

/// On which row of the timeline something stands, from above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lane {
    /// A row of a party.
    Row(usize),
    /// The instruments.
    Instruments,
    /// Days to keep in sight.
    Marks,
    /// Whether the pupil is held.
    Held,
}

/// Something that the cursor can stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// Its row.
    pub(super) lane: Lane,
    /// Its days.
    pub(super) span: Span,
    /// What it is.
    pub(super) what: What,
    /// Whether it asks for attention: the key for the next goes there.
    pub(super) urgent: bool,
}

/// What the cursor stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Part(Part),
    Spot(Spot),
}

/// The roof of the pupil at hand.
pub(super) struct Picture<'s> {
    pub(super) dossier: &'s Dossier,
    pub(super) tiles: Vec<RoofTile>,
    pub(super) roof: Roof,
    /// The tiles in rows: one per party in the order of its first tile, and another where tiles of one party overlap,
    /// so that none lies over another.
    pub(super) rows: Vec<Vec<&'s Tile>>,
    school: SchoolKind,
    rules: &'s Rules,
    today: Day,
}

/// A day to keep in sight.
pub(super) struct Mark<'s> {
    /// Its day: of a start that has begun, its last.
    pub(super) on: Day,
    /// What it is.
    pub(super) kind: MarkOf<'s>,
}

/// What a day is to be kept in sight for.
pub(super) enum MarkOf<'s> {
    /// An instrument is looked at again.
    Review(&'s Instrument),
    /// A term: the place of its rule, and how it stands.
    Term(usize, Due<'s>),
}

impl Mark<'_> {
    /// Whether something is still to be done.
    pub(super) fn is_open(&self, today: Day) -> bool {
        match &self.kind {
            MarkOf::Review(instrument) => instrument.runs_on(today) || self.on >= today,
            MarkOf::Term(_, due) => due.is_open(),
        }
    }

    /// How the cursor knows it.
    pub(super) fn spot(&self) -> Spot {
        match &self.kind {
            MarkOf::Review(instrument) => Spot::Review(instrument.id),
            MarkOf::Term(place, due) => Spot::Term(*place, due.occurrence),
        }
    }

    /// Whether everybody may see it.
    fn may_be_shared(&self) -> bool {
        match &self.kind {
            MarkOf::Review(instrument) => instrument.kind.may_be_shared(),
            MarkOf::Term(_, due) => due.is_shareable(),
        }
    }
}

impl<'s> Picture<'s> {
    /// The roof as it is today; none while nobody is at hand.
    pub(super) fn of(state: &'s State) -> Option<Self> {
        let pupil = state.pupil()?;
        let dossier = state.dossier.as_ref().filter(|d| d.pupil.id == pupil)?;
        let leaving = leaving(state, &dossier.pupil)?;
        let rows = rows(&dossier.tiles);
        let tiles: Vec<RoofTile> = dossier.tiles.iter().map(Tile::roof_tile).collect();
        let roof = roof::roof(&tiles, &leaving, state.today, state.settings.practice.handover_days);
        Some(Self {
            dossier,
            tiles,
            roof,
            rows,
            school: leaving.school,
            rules: &state.rules,
            today: state.today,
        })
    }

    /// The instruments with a day, as far as they may be seen.
    pub(super) fn instruments(&self, shared: bool) -> impl Iterator<Item = (&'s Instrument, Span)> {
        let may = move |kind: InstrumentKind| !shared || kind.may_be_shared();
        let seen = self.dossier.instruments.iter().filter(move |i| may(i.kind));
        seen.filter_map(|i| Some((i, instrument_days(i)?)))
    }

    /// The row of an instrument's party; none when that has no row.
    pub(super) fn row_of(&self, instrument: &Instrument) -> Option<usize> {
        let party = instrument.party?;
        let of = |row: &Vec<&Tile>| row.first().is_some_and(|tile| tile.party == party);
        self.rows.iter().position(of)
    }

    /// Days to keep in sight, as far as they may be seen, by day: terms that are open, and reviews of instruments.
    pub(super) fn marks(&self, shared: bool) -> Vec<Mark<'s>> {
        let reviews = self.dossier.instruments.iter().filter_map(|i| {
            Some(Mark {
                on: i.review?,
                kind: MarkOf::Review(i),
            })
        });
        let facts = self.dossier.term_facts(self.school);
        let due = term::terms(&facts, self.rules, self.today).into_iter();
        let terms = due.filter(Due::is_open).filter_map(|due| {
            let place = self.rules.iter().position(|rule| std::ptr::eq(rule, due.rule))?;
            let begun = due.rule.kind == TermKind::Start && due.on < self.today;
            Some(Mark {
                on: due.until.filter(|_| begun).unwrap_or(due.on),
                kind: MarkOf::Term(place, due),
            })
        });
        let seen = reviews.chain(terms).filter(|mark| !shared || mark.may_be_shared());
        let mut marks: Vec<Mark<'s>> = seen.collect();
        marks.sort_by_key(|mark| mark.on);
        marks
    }

    /// Everything the cursor can stand on, row by row from above, each row by first day.
    pub(super) fn stops(&self, shared: bool) -> Vec<Stop> {
        let mut stops = Vec::new();
        let mut add = |lane, span, what, urgent| {
            stops.push(Stop {
                lane,
                span,
                what,
                urgent,
            });
        };
        for (at, row) in self.rows.iter().enumerate() {
            for tile in row {
                if let Some(span) = days(tile) {
                    add(Lane::Row(at), span, What::Part(Part::Tile(tile.id)), false);
                }
            }
        }
        for (instrument, span) in self.instruments(shared) {
            let deferred = instrument.deferred_until.is_some_and(|day| day >= self.today);
            add(
                self.row_of(instrument).map_or(Lane::Instruments, Lane::Row),
                span,
                What::Part(Part::Instrument(instrument.id)),
                deferred,
            );
        }
        for mark in self.marks(shared) {
            add(
                Lane::Marks,
                point(mark.on),
                What::Spot(mark.spot()),
                mark.is_open(self.today),
            );
        }
        for gap in &self.roof.gaps {
            add(Lane::Held, *gap, What::Spot(Spot::Gap(*gap)), gap.until >= self.today);
        }
        for cold in &self.roof.cold {
            let urgent = cold.on >= self.today;
            add(Lane::Held, point(cold.on), What::Spot(Spot::Cold(cold.tile)), urgent);
        }
        stops.sort_by_key(|stop| (stop.lane, stop.span));
        stops
    }

    /// The next days on which nobody holds, from today on and within ninety days.
    pub(super) fn next_gap(&self) -> Option<Span> {
        let horizon = self.today.checked_add_days(Days::new(CARD_DAYS))?;
        let ahead = Span::new(self.today, Day::MAX)?;
        let gap = self.roof.gaps.iter().find_map(|gap| gap.shared(ahead))?;
        (gap.from <= horizon).then_some(gap)
    }

    /// What a tile is, for the guard.
    pub(super) fn work(tile: &Tile) -> Work {
        Work {
            kind: tile.kind,
            party: tile.party_kind,
            label: tile.label.clone(),
        }
    }
}

fn rows(tiles: &[Tile]) -> Vec<Vec<&Tile>> {
    let mut rows: Vec<Vec<&Tile>> = Vec::new();
    for tile in tiles.iter().filter(|tile| days(tile).is_some()) {
        let same = |row: &[&Tile]| row.last().is_some_and(|last| last.party == tile.party);
        let free = |row: &[&Tile]| {
            let end = row.last().and_then(|last| last.last_day());
            end.is_some_and(|end| end < tile.from)
        };
        match rows.iter_mut().find(|row| same(row) && free(row)) {
            Some(row) => row.push(tile),
            None => {
                let behind = rows.iter().rposition(|row| same(row)).map_or(rows.len(), |at| at + 1);
                rows.insert(behind, vec![tile]);
            }
        }
    }
    rows
}

/// The days of a tile; none when it ended before it began.
pub(super) fn days(tile: &Tile) -> Option<Span> {
    Span::new(tile.from, tile.last_day().unwrap_or(Day::MAX))
}

fn point(day: Day) -> Span {
    Span { from: day, until: day }
}

/// The days of an instrument: from its mark to its end, or to the day to which it is put off.
fn instrument_days(instrument: &Instrument) -> Option<Span> {
    let from = instrument.mark()?;
    let until = instrument.ended.or(instrument.deferred_until).unwrap_or(from);
    Some(Span {
        from,
        until: until.max(from),
    })
}

/// What the cursor stands on.
pub(super) fn here(state: &State) -> Option<What> {
    let part = state.part.map(What::Part);
    part.or_else(|| state.spot.map(What::Spot))
}

/// The gap under the cursor.
pub(super) fn gap_here(state: &State) -> Option<Span> {
    match here(state) {
        Some(What::Spot(Spot::Gap(gap))) => Some(gap),
        _ => None,
    }
}

/// Months before and after the middle that a scale shows, and months of one step of scrolling.
const fn reach(scale: Scale) -> (u32, u32, i32) {
    match scale {
        Scale::Month => (2, 4, 1),
        Scale::Quarter => (6, 12, 3),
        Scale::Year => (18, 36, 12),
    }
}

/// The days that the timeline shows.
pub(super) fn window(today: Day, scale: Scale, scroll: i32) -> Span {
    let (before, after, step) = reach(scale);
    let middle = shift(today, scroll.saturating_mul(step));
    let from = shift(middle, -i32::try_from(before).unwrap_or(6));
    let from = from.with_day(1).unwrap_or(from);
    let until = shift(from, i32::try_from(before + after).unwrap_or(18));
    Span {
        from,
        until: until.pred_opt().unwrap_or(until).max(from),
    }
}

fn shift(day: Day, months: i32) -> Day {
    let by = Months::new(months.unsigned_abs());
    let to = if months < 0 {
        day.checked_sub_months(by)
    } else {
        day.checked_add_months(by)
    };
    to.unwrap_or(day)
}

/// How far the timeline is to be scrolled for a span to be seen, with some days of it when it is long: as it is when
/// that is so already.
pub(super) fn scroll_to(state: &State, span: Span) -> i32 {
    // A step is at least a month, so this is a century: beyond it nothing is scrolled to.
    const MOST: usize = 1200;
    const SEEN: u64 = 28;
    let wanted = span
        .from
        .checked_add_days(Days::new(SEEN))
        .unwrap_or(span.from)
        .min(span.until);
    let mut scroll = state.scroll;
    for _ in 0..MOST {
        let shown = window(state.today, state.scale, scroll);
        if wanted > shown.until && span.from > shown.from {
            scroll += 1;
        } else if span.until < shown.from {
            scroll -= 1;
        } else {
            break;
        }
    }
    scroll
}
