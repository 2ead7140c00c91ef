//! The roof as it is drawn: one row per party, instruments, days to keep in sight, and whether the pupil is held.
//!
//! The rule: what a sight may not tell is refused by its guard, and then the thing is left out or drawn as that of
//! another party: that somebody holds the pupil may be seen, that it is care may not.

mod detail;

use crate::app::roof::{Mark, MarkOf, Picture, Spot, What, days, here, window};
use crate::app::state::State;
use crate::domain::Day;
use crate::domain::name::{Initials, Name};
use crate::domain::roof::together;
use crate::domain::term::{self, Due};
use crate::domain::trajectory::{Part, Tile};
use crate::public::{
    Cursor, Guard, Hand, HeldView, InstrumentView, MarkKind, MarkView, Pane, Sight, Standing, TermView, TileView,
    Timeline, TimelineRow, Whose,
};
use crate::text::Lang;

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
    timeline.rows = picture.rows.iter().map(|row| row_view(row, state.today)).collect();
    let instruments = picture.instruments(shared);
    timeline.instruments = instruments
        .filter_map(|(instrument, span)| {
            let begun = instrument.started.or(instrument.decided);
            Some(InstrumentView {
                kind: S::Of::of(instrument.kind)?,
                row: picture.row_of(instrument),
                from: span.from,
                until: span.until,
                begun: begun.is_some_and(|day| day <= state.today),
            })
        })
        .collect();
    let marks = picture.marks(shared);
    timeline.marks = marks.iter().filter_map(|mark| mark_view(mark, state)).collect();
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
        timeline.detail = timeline.cursor.and_then(|_| detail::detail(state, &picture, shared));
    }
    timeline
}

/// Which of the things drawn the cursor stands on, when it is on one of them.
fn cursor(state: &State, picture: &Picture<'_>, shared: bool) -> Option<Cursor> {
    match here(state)? {
        What::Part(Part::Tile(id)) => {
            let mut rows = picture.rows.iter().enumerate();
            rows.find_map(|(row, tiles)| Some(Cursor::Tile(row, tiles.iter().position(|tile| tile.id == id)?)))
        }
        What::Part(Part::Instrument(id)) => {
            let mut drawn = picture.instruments(shared);
            drawn
                .position(|(instrument, _)| instrument.id == id)
                .map(Cursor::Instrument)
        }
        What::Spot(Spot::Gap(gap)) => picture.roof.gaps.iter().position(|g| *g == gap).map(Cursor::Gap),
        What::Spot(Spot::Cold(tile)) => picture.roof.cold.iter().position(|c| c.tile == tile).map(Cursor::Cold),
        What::Spot(spot) => {
            let marks = picture.marks(shared);
            marks.iter().position(|mark| mark.spot() == spot).map(Cursor::Mark)
        }
    }
}

fn mark_view<S: Sight>(mark: &Mark<'_>, state: &State) -> Option<MarkView<S>> {
    let standing = match &mark.kind {
        _ if !mark.is_open(state.today) => Standing::Settled,
        MarkOf::Term(_, due) if due.standing == term::TermStanding::Late => Standing::Late,
        MarkOf::Term(_, due) if due.standing == term::TermStanding::Running => Standing::Running,
        MarkOf::Review(_) if mark.on < state.today => Standing::Late,
        MarkOf::Term(..) | MarkOf::Review(_) => Standing::Ahead,
    };
    let kind = match &mark.kind {
        MarkOf::Review(instrument) => MarkKind::Review(S::Of::of(instrument.kind)?),
        MarkOf::Term(_, due) => MarkKind::Term(S::Of::of(term_view(due, state))?),
    };
    Some(MarkView {
        kind,
        on: mark.on,
        standing,
    })
}

fn term_view(due: &Due<'_>, state: &State) -> TermView {
    let words = match state.lang {
        Lang::Nl => &due.rule.nl,
        Lang::En => &due.rule.en,
    };
    TermView {
        label: words.label.clone(),
        text: words.text.clone(),
        article: due.rule.article.clone(),
        shared: due.is_shareable(),
    }
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
pub(super) fn hand<S: Sight>(tile: &Tile) -> Hand<S> {
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
