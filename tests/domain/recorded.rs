//! What is told of the tiles of a meeting: who holds, and from which day.

use dakpan::domain::Day;
use dakpan::domain::codes::{PartyKind, Route, TileKind};
use dakpan::domain::recorded::Recorded;
use dakpan::domain::trajectory::Tile;

use super::terms::tile;

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn of(tile: Tile) -> Recorded {
    Recorded {
        tiles: vec![tile],
        ..Recorded::default()
    }
}

fn job() -> Tile {
    tile(1, TileKind::Job, PartyKind::Employer, "2026-09-01", Some("2027-08-31"))
}

fn days(recorded: &Recorded) -> Vec<(Day, Option<Day>)> {
    recorded.told().map(|(_, from, until)| (from, until)).collect()
}

#[test]
fn work_without_a_supporter_is_not_told_as_holding_and_leaves_nothing_recorded() {
    let alone = of(job());
    assert!(days(&alone).is_empty());
    assert!(alone.is_empty());
    let supported = of(Tile {
        holder: Some(2),
        holder_party: Some(3),
        ..job()
    });
    assert_eq!(days(&supported), [(day("2026-09-01"), Some(day("2027-08-31")))]);
    assert!(!supported.is_empty());
}

#[test]
fn work_that_needs_no_guidance_holds_from_the_day_on_which_that_was_decided() {
    let decided = |on| {
        of(Tile {
            no_guidance_on: Some(day(on)),
            ..job()
        })
    };
    assert_eq!(
        days(&decided("2026-12-01")),
        [(day("2026-12-01"), Some(day("2027-08-31")))]
    );
    // Decided after the last day: it never held.
    assert!(days(&decided("2027-09-01")).is_empty());
}

#[test]
fn a_tile_that_was_called_off_leaves_nothing_recorded_and_a_route_does() {
    let called_off = Tile {
        ended: Some(day("2026-08-31")),
        holder: Some(2),
        holder_party: Some(3),
        ..job()
    };
    let mut recorded = of(called_off);
    assert!(recorded.is_empty());
    recorded.route = Some(Route::Uwv);
    assert!(!recorded.is_empty());
}
