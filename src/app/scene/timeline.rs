//! The roof as it is drawn: one row per party, instruments, days to keep in sight, and whether the pupil is held.
//!
//! The rule: what a sight may not tell is refused by its guard, and then the thing is left out or drawn as that of
//! another party: that somebody holds the pupil may be seen, that it is care may not.

mod detail;

use crate::app::roof::{Lane, Picture, What, days, here, is_open, window};
use crate::app::state::State;
use crate::domain::Day;
use crate::domain::name::{Initials, Name};
use crate::domain::roof::together;
use crate::domain::trajectory::{Instrument, Tile};
use crate::public::{
    Cursor, Guard, Hand, HeldView, InstrumentView, MarkKind, MarkView, Pane, Sight, Standing, TileView, Timeline,
    TimelineRow, Whose,
};

/// A timeline without rows, for while nobody is at hand.
pub(super) fn empty<S: Sight>(state: &State) -> Timeline<S> {
    let shown = window(state.today, state.scale, state.scroll);
    Timeline {
        from: shown.from,
        until: shown.until,
        scale: state.scale,
        ..Timeline::default()
    }
}

/// The roof over the pupil at hand.
pub(super) fn timeline<S: Sight>(state: &State, shared: bool) -> Timeline<S> {
    let mut timeline = empty(state);
    let Some(picture) = Picture::of(state) else {
        return timeline;
    };
    let rows = picture.rows();
    timeline.rows = rows.iter().map(|row| row_view(row, state.today)).collect();
    let instruments = picture.instruments(shared);
    timeline.instruments = instruments
        .filter_map(|(instrument, span)| {
            Some(InstrumentView {
                kind: S::Of::of(instrument.kind)?,
                from: span.from,
                until: span.until,
                begun: instrument
                    .started
                    .or(instrument.decided)
                    .is_some_and(|day| day <= state.today),
            })
        })
        .collect();
    let reviews = picture.reviews(shared);
    timeline.marks = reviews
        .iter()
        .filter_map(|(instrument, day)| review(instrument, *day, state.today))
        .collect();
    timeline.held = HeldView {
        span: picture.roof.span,
        gaps: picture.roof.gaps.clone(),
        together: picture
            .roof
            .span
            .map(|span| together(&picture.tiles, span))
            .unwrap_or_default(),
        cold: picture.roof.cold.iter().map(|cold| cold.on).collect(),
    };
    if state.focus == Pane::Timeline {
        timeline.cursor = cursor(state, &picture, shared);
        timeline.detail = timeline.cursor.and_then(|_| detail::detail(state, &picture));
    }
    timeline
}

/// Which of the things drawn the cursor stands on: counted as they are drawn, row by row.
fn cursor(state: &State, picture: &Picture<'_>, shared: bool) -> Option<Cursor> {
    let here = here(state)?;
    let stops = picture.stops(shared);
    let stop = stops.iter().find(|stop| stop.what == here)?;
    let of_lane = || stops.iter().filter(|other| other.lane == stop.lane);
    let at = of_lane().position(|other| other.what == here)?;
    Some(match (stop.lane, stop.what) {
        (Lane::Row(row), _) => Cursor::Tile(row, at),
        (Lane::Instruments, What::Part(part)) => {
            let drawn = picture.instruments(shared);
            let ids = drawn.map(|(instrument, _)| crate::domain::trajectory::Part::Instrument(instrument.id));
            Cursor::Instrument(ids.into_iter().position(|id| id == part)?)
        }
        (Lane::Instruments, What::Spot(_)) => return None,
        (Lane::Marks, _) => Cursor::Mark(at),
        (Lane::Held, _) => held(picture, here)?,
    })
}

fn held(picture: &Picture<'_>, here: What) -> Option<Cursor> {
    use crate::app::roof::Spot;
    match here {
        What::Spot(Spot::Gap(gap)) => picture.roof.gaps.iter().position(|g| *g == gap).map(Cursor::Gap),
        What::Spot(Spot::Cold(tile)) => picture.roof.cold.iter().position(|c| c.tile == tile).map(Cursor::Cold),
        What::Spot(_) | What::Part(_) => None,
    }
}

fn review<S: Sight>(instrument: &Instrument, on: Day, today: Day) -> Option<MarkView<S>> {
    let standing = match (is_open(instrument), on >= today) {
        (_, true) => Standing::Ahead,
        (true, false) => Standing::Late,
        (false, false) => Standing::Settled,
    };
    Some(MarkView {
        kind: MarkKind::Review(S::Of::of(instrument.kind)?),
        on,
        standing,
    })
}

/// A row, with whoever holds there today, else nearest to it.
fn row_view<S: Sight>(row: &[&Tile], today: Day) -> TimelineRow<S> {
    let away = |tile: &&&Tile| match days(tile) {
        Some(span) if span.holds(today) => 0,
        Some(span) => (span.from - today)
            .num_days()
            .abs()
            .min((span.until - today).num_days().abs()),
        None => i64::MAX,
    };
    let nearest = row.iter().min_by_key(away);
    TimelineRow {
        hand: nearest.map_or(Hand::Nobody, |tile| hand(tile)),
        tiles: row.iter().map(|tile| tile_view(tile)).collect(),
    }
}

/// Whose a tile is, with whoever holds.
fn hand<S: Sight>(tile: &Tile) -> Hand<S> {
    let person = tile.holder_name.clone().unwrap_or_default();
    let whose = S::Of::of(Whose {
        kind: tile.party_kind,
        name: tile.party_name.clone(),
        initials: tile.holder_name.as_deref().map(initials),
        person,
    });
    // A tile of care tells whose it is by what it is.
    match (whose, S::Of::of(Picture::work(tile))) {
        (Some(whose), Some(_)) => Hand::Known(whose),
        _ => Hand::Other,
    }
}

fn initials(full: &str) -> Initials {
    let (given, family) = full.split_once(' ').unwrap_or((full, ""));
    let family = family.rsplit(' ').next().unwrap_or(family);
    Name {
        given: given.to_owned(),
        infix: String::new(),
        family: family.to_owned(),
    }
    .initials()
}

fn tile_view<S: Sight>(tile: &Tile) -> TileView<S> {
    TileView {
        work: S::Of::of(Picture::work(tile)),
        from: tile.from,
        until: tile.last_day(),
        holds: tile.hold().is_some(),
        broken: is_broken(tile),
    }
}

/// Whether a tile ended before its planned day.
fn is_broken(tile: &Tile) -> bool {
    tile.ended
        .is_some_and(|ended| tile.until.is_none_or(|until| ended < until))
}
