//! The roof: one row per party, from a while ago to a while ahead.

use chrono::{Datelike, Days, Months};

use crate::app::state::State;
use crate::domain::Day;
use crate::domain::codes::{PartyKind, TileKind};
use crate::domain::name::Name;
use crate::domain::trajectory::Tile;
use crate::public::{Scale, TileView, Timeline, TimelineRow};

/// Months before and after today that a scale shows.
const fn span(scale: Scale) -> (u32, u32) {
    match scale {
        Scale::Month => (2, 4),
        Scale::Quarter => (6, 12),
        Scale::Year => (18, 36),
    }
}

/// A timeline without rows, for while nobody is at hand.
pub(super) fn empty(state: &State) -> Timeline {
    let (before, after) = span(state.scale);
    let step = match state.scale {
        Scale::Month => 1,
        Scale::Quarter => 3,
        Scale::Year => 12,
    };
    let middle = shift(state.today, state.scroll.saturating_mul(step));
    let from = shift(middle, -i32::try_from(before).unwrap_or(6))
        .with_day(1)
        .unwrap_or(middle);
    let until = shift(from, i32::try_from(before + after).unwrap_or(18))
        .checked_sub_days(Days::new(1))
        .unwrap_or(middle);
    Timeline {
        rows: Vec::new(),
        from,
        until,
        scale: state.scale,
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

/// The tiles of the pupil at hand. While shared, care is drawn as another party without its name: that somebody
/// holds the pupil may be seen, that it is care may not.
pub(super) fn timeline(state: &State, shared: bool) -> Timeline {
    let mut timeline = empty(state);
    let Some(dossier) = state.dossier.as_ref().filter(|d| Some(d.pupil.id) == state.pupil()) else {
        return timeline;
    };
    let mut rows: Vec<((i64, Option<i64>), TimelineRow)> = Vec::new();
    for tile in &dossier.tiles {
        let hide = shared && (tile.party_kind == PartyKind::CareProvider || tile.kind == TileKind::Care);
        let key = (tile.party, tile.holder);
        let view = tile_view(tile, hide);
        match rows.iter_mut().find(|(k, _)| *k == key) {
            Some((_, row)) => row.tiles.push(view),
            None => rows.push((
                key,
                TimelineRow {
                    party: (!hide).then_some(tile.party_kind),
                    name: if hide { String::new() } else { tile.party_name.clone() },
                    holder: tile.holder_name.as_deref().filter(|_| !hide).map(initials),
                    tiles: vec![view],
                },
            )),
        }
    }
    timeline.rows = rows.into_iter().map(|(_, row)| row).collect();
    timeline
}

fn initials(full: &str) -> crate::domain::name::Initials {
    let (given, family) = full.split_once(' ').unwrap_or((full, ""));
    let family = family.rsplit(' ').next().unwrap_or(family);
    Name {
        given: given.to_owned(),
        infix: String::new(),
        family: family.to_owned(),
    }
    .initials()
}

fn tile_view(tile: &Tile, hide: bool) -> TileView {
    TileView {
        kind: if hide { TileKind::Guidance } else { tile.kind },
        label: if hide { String::new() } else { tile.label.clone() },
        from: tile.from,
        until: tile.last_day(),
        holds: tile.hold().is_some(),
        broken: tile
            .ended
            .is_some_and(|ended| tile.until.is_none_or(|until| ended < until)),
    }
}
