//! The cursor on the timeline: where it goes, and the tile that fills the gap under it.

use crate::app::effect::{Act, Effect};
use crate::app::roof::{Offered, Picture, Spot, Stop, What, gap_here, here, scroll_to, window};
use crate::app::state::State;
use crate::domain::Id;
use crate::domain::codes::TileKind;
use crate::domain::intent::Intent;
use crate::domain::trajectory::{Part, TileDetails};
use crate::public::{Pane, Scale};
use crate::store::NewTile;
use crate::text::notice::{Notice, Refusal};

use super::pupil;

/// Answers the keys that move on the timeline.
pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::NextGap => next(state),
        Intent::EarlierDays | Intent::LaterDays => {
            state.scroll += if intent == Intent::LaterDays { 1 } else { -1 };
            Vec::new()
        }
        Intent::Left | Intent::Right => along(state, intent == Intent::Right),
        Intent::Up | Intent::Down => across(state, intent == Intent::Down),
        _ => Vec::new(),
    }
}

/// The next scale, with the cursor in sight.
pub(super) fn scale(state: &mut State) -> Vec<Effect> {
    state.scale = match state.scale {
        Scale::Month => Scale::Quarter,
        Scale::Quarter => Scale::Year,
        Scale::Year => Scale::Month,
    };
    state.scroll = 0;
    let stop = stops(state).into_iter().find(|stop| Some(stop.what) == here(state));
    if let Some(stop) = stop {
        state.scroll = scroll_to(state, stop.span);
    }
    Vec::new()
}

fn stops(state: &State) -> Vec<Stop> {
    Picture::of(state)
        .map(|picture| picture.stops(!state.private))
        .unwrap_or_default()
}

/// Whether there is anything ahead to go to.
pub(in crate::app) fn anything_ahead(state: &State) -> bool {
    stops(state).iter().any(|stop| stop.urgent)
}

/// Puts the cursor on a stop. For a gap it is asked who could fill it.
fn stand(state: &mut State, stop: Stop) -> Vec<Effect> {
    (state.part, state.spot) = match stop.what {
        What::Part(part) => (Some(part), None),
        What::Spot(spot) => (None, Some(spot)),
    };
    state.scroll = scroll_to(state, stop.span);
    state.offer = None;
    gap_here(state).map(Effect::Propose).into_iter().collect()
}

/// Nothing is under the cursor any more: another pupil comes.
pub(super) fn leave(state: &mut State) {
    (state.part, state.spot, state.offer) = (None, None, None);
}

/// The timeline has the focus: the cursor stands where it stood, else on whatever holds today or next.
pub(super) fn arrive(state: &mut State) -> Vec<Effect> {
    let stops = stops(state);
    let kept = stops.iter().find(|stop| Some(stop.what) == here(state));
    let today = state.today;
    let now = stops.iter().find(|stop| stop.span.holds(today));
    let nearest = stops
        .iter()
        .min_by_key(|stop| (stop.span.from - today).num_days().abs());
    match kept.or(now).or(nearest).copied() {
        Some(stop) => stand(state, stop),
        None => {
            leave(state);
            Vec::new()
        }
    }
}

/// The dossier was read again: what the cursor stood on may be gone, and what could fill a gap may have changed.
pub(super) fn read_again(state: &mut State) -> Vec<Effect> {
    if state.focus == Pane::Timeline {
        return arrive(state);
    }
    if !stops(state).iter().any(|stop| Some(stop.what) == here(state)) {
        leave(state);
    }
    Vec::new()
}

/// A tile was laid: the cursor stands on it.
pub(super) fn laid(state: &mut State, tile: Option<Id>) {
    if let Some(tile) = tile.filter(|_| state.focus == Pane::Timeline) {
        (state.part, state.spot, state.offer) = (Some(Part::Tile(tile)), None, None);
    }
}

/// To the next gap, cold handover or day to keep in sight, and from the last to the first. From another pane to the
/// first gap, because that is what the roof is about; where there is none, to whatever comes first.
fn next(state: &mut State) -> Vec<Effect> {
    let mut urgent: Vec<Stop> = stops(state).into_iter().filter(|stop| stop.urgent).collect();
    urgent.sort_by_key(|stop| (stop.span.from, stop.lane));
    let at = urgent.iter().position(|stop| Some(stop.what) == here(state));
    let gap = urgent
        .iter()
        .position(|stop| matches!(stop.what, What::Spot(Spot::Gap(_))));
    let to = match at.filter(|_| state.focus == Pane::Timeline) {
        Some(at) => (at + 1) % urgent.len().max(1),
        None => gap.unwrap_or(0),
    };
    let Some(stop) = urgent.get(to).copied() else {
        return Vec::new();
    };
    state.focus = Pane::Timeline;
    stand(state, stop)
}

/// To the next or previous thing in the row; beyond the last the timeline scrolls.
fn along(state: &mut State, on: bool) -> Vec<Effect> {
    let stops = stops(state);
    let Some(at) = stops.iter().position(|stop| Some(stop.what) == here(state)) else {
        return arrive(state);
    };
    let lane = stops.get(at).map(|stop| stop.lane);
    let to = if on { at.checked_add(1) } else { at.checked_sub(1) };
    let to = to.and_then(|to| stops.get(to)).filter(|stop| Some(stop.lane) == lane);
    match to.copied() {
        Some(stop) => stand(state, stop),
        None => {
            state.scroll += if on { 1 } else { -1 };
            Vec::new()
        }
    }
}

/// To the row above or below, where it is nearest in time.
fn across(state: &mut State, down: bool) -> Vec<Effect> {
    let stops = stops(state);
    let Some(from) = stops.iter().find(|stop| Some(stop.what) == here(state)).copied() else {
        return arrive(state);
    };
    let beyond = |stop: &&Stop| {
        if down {
            stop.lane > from.lane
        } else {
            stop.lane < from.lane
        }
    };
    let lanes = stops.iter().filter(beyond).map(|stop| stop.lane);
    let lane = if down { lanes.min() } else { lanes.max() };
    let shown = window(state.today, state.scale, state.scroll);
    let start = from.span.from.max(shown.from);
    let away = |stop: &&Stop| {
        let distance = if stop.span.holds(start) {
            0
        } else {
            (stop.span.from - start)
                .num_days()
                .abs()
                .min((stop.span.until - start).num_days().abs())
        };
        (distance, stop.span)
    };
    let nearest = stops.iter().filter(|stop| Some(stop.lane) == lane).min_by_key(away);
    nearest.copied().map(|stop| stand(state, stop)).unwrap_or_default()
}

/// Who could fill the gap under the cursor, once it was asked.
pub(super) fn offered(state: &mut State, offer: Offered) {
    if gap_here(state) == Some(offer.gap) {
        state.offer = Some(offer);
    }
}

/// Lays the tile that fills the gap under the cursor. `None` when the cursor is on something else, so that the key
/// keeps its other meaning.
pub(super) fn fill(state: &mut State) -> Option<Vec<Effect>> {
    let gap = gap_here(state).filter(|_| state.focus == Pane::Timeline)?;
    let pupil = state.pupil()?;
    let tile = state.offer.as_ref().filter(|offer| offer.gap == gap);
    let Some((tile, _)) = tile.and_then(|offer| offer.tile.as_ref()) else {
        state.notice = Some(Notice::Refused(Intent::AddTile, Refusal::NothingToPropose));
        return Some(Vec::new());
    };
    let tile = NewTile {
        kind: TileKind::Guidance,
        party: tile.party,
        holder: Some(tile.holder),
        label: String::new(),
        from: tile.from,
        until: Some(tile.until),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    };
    Some(pupil::change(
        state,
        Intent::AddTile,
        vec![Act::Tile { pupil, id: 0, tile }],
    ))
}
