//! Tiles and instruments by their days, worked out by hand: until when one lasts, and on which day it is told.

use dakpan::domain::Day;
use dakpan::domain::codes::{InstrumentKind, PartyKind, TileKind};
use dakpan::domain::trajectory::{Instrument, Tile};

use super::terms::{instrument, tile};

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

#[test]
fn a_tile_lasts_from_its_first_day_to_the_day_it_ended_else_was_to_end() {
    let planned = tile(1, TileKind::Job, PartyKind::Employer, "2026-01-10", Some("2026-06-30"));
    let broken_off = Tile {
        ended: Some(day("2026-03-01")),
        ..planned.clone()
    };
    let open = Tile {
        until: None,
        ..planned.clone()
    };
    assert_eq!(planned.last_day(), Some(day("2026-06-30")));
    assert_eq!(broken_off.last_day(), Some(day("2026-03-01")));
    assert_eq!(open.last_day(), None);
    let on = |tile: &Tile, days: [&str; 4]| days.map(|on| tile.is_on(day(on)));
    assert_eq!(
        on(&planned, ["2026-01-09", "2026-01-10", "2026-06-30", "2026-07-01"]),
        [false, true, true, false]
    );
    assert_eq!(
        on(&broken_off, ["2026-01-09", "2026-01-10", "2026-03-01", "2026-03-02"]),
        [false, true, true, false]
    );
    assert_eq!(
        on(&open, ["2026-01-09", "2026-01-10", "2026-07-01", "2199-12-31"]),
        [false, true, true, true]
    );
}

#[test]
fn work_is_a_job_or_a_placement() {
    for kind in TileKind::ALL {
        let expected = matches!(kind, TileKind::Job | TileKind::Placement);
        let tile = tile(1, *kind, PartyKind::Employer, "2026-01-10", None);
        assert_eq!(tile.is_placement(), expected, "{kind:?}");
    }
}

#[test]
fn an_instrument_is_told_on_its_start_else_the_decision_the_request_or_until_when_it_is_put_off() {
    let put_off = Instrument {
        deferred_until: Some(day("2026-09-01")),
        ..instrument(1, InstrumentKind::JobCoach)
    };
    let requested = Instrument {
        requested: Some(day("2026-02-01")),
        ..put_off.clone()
    };
    let decided = Instrument {
        decided: Some(day("2026-03-01")),
        ..requested.clone()
    };
    let started = Instrument {
        started: Some(day("2026-04-01")),
        ..decided.clone()
    };
    let told = [&put_off, &requested, &decided, &started].map(|one| one.mark().map(|day| day.to_string()));
    let expected = ["2026-09-01", "2026-02-01", "2026-03-01", "2026-04-01"];
    assert_eq!(told, expected.map(|day| Some(day.to_owned())));
    assert_eq!(instrument(1, InstrumentKind::JobCoach).mark(), None);
}

#[test]
fn an_instrument_runs_up_to_and_including_its_last_day() {
    let ended = Instrument {
        ended: Some(day("2026-03-01")),
        ..instrument(1, InstrumentKind::JobCoach)
    };
    assert!(ended.runs_on(day("2026-03-01")) && !ended.runs_on(day("2026-03-02")));
    assert!(instrument(1, InstrumentKind::JobCoach).runs_on(day("2199-12-31")));
}

#[test]
fn wage_value_register_and_exemption_are_never_on_a_shared_screen() {
    use InstrumentKind as K;
    for kind in K::ALL {
        let expected = matches!(
            kind,
            K::WageValueAssessment | K::TargetGroupRegister | K::WorkDutyExemption
        );
        assert_eq!(kind.is_held_back(), expected, "{kind:?}");
        assert_eq!(instrument(1, *kind).is_held_back(), expected, "{kind:?}");
    }
}
