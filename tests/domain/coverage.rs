//! Days of a group and who holds a pupil, by hand: what is added up, in which order, and which spans become one.

use dakpan::domain::coverage::{HeldBy, Tally, held_by};
use dakpan::domain::roof::{ColdHandover, Hold, Roof, RoofTile, Span};
use dakpan::domain::{Day, Id};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span::new(day(from), day(until)).unwrap()
}

fn tile(tile: Id, hand: Id, from: &str, until: &str) -> RoofTile {
    RoofTile {
        tile,
        from: day(from),
        until: Some(day(until)),
        hold: Some(Hold { hand, from: day(from) }),
    }
}

#[test]
fn the_days_and_the_handovers_of_a_group_are_those_of_its_pupils_together() {
    let cold = ColdHandover {
        tile: 1,
        hand: 2,
        on: day("2026-01-10"),
        overlap: 0,
        needed: 10,
        to: 3,
    };
    // 31 days of which 10 and 1 are open, with two cold handovers; and 28 days that are held.
    let open = Roof {
        span: Some(span("2026-01-01", "2026-01-31")),
        gaps: vec![span("2026-01-11", "2026-01-20"), span("2026-01-31", "2026-01-31")],
        cold: vec![cold, cold],
    };
    let whole = Roof {
        span: Some(span("2026-02-01", "2026-02-28")),
        ..Roof::default()
    };
    let mut tally = Tally::default();
    tally.add(&open);
    let of_one = Tally {
        pupils: 1,
        with_gap: 1,
        days: 31,
        covered_days: 20,
        gap_days: 11,
        cold_handovers: 2,
    };
    assert_eq!(tally, of_one);
    tally.add(&whole);
    let of_two = Tally {
        pupils: 2,
        days: 59,
        covered_days: 48,
        ..of_one
    };
    assert_eq!(tally, of_two);
    tally.add(&open);
    let of_three = Tally {
        pupils: 3,
        with_gap: 2,
        days: 90,
        covered_days: 68,
        gap_days: 22,
        cold_handovers: 4,
    };
    assert_eq!(tally, of_three);
}

#[test]
fn a_party_is_told_once_with_days_that_do_not_touch_and_its_tiles_in_order() {
    let within = span("2026-01-01", "2026-12-31");
    let tiles = [
        tile(5, 8, "2026-06-01", "2026-06-30"),
        tile(1, 7, "2025-06-01", "2026-01-31"),
        // The day after, a day later than that, and within another.
        tile(2, 7, "2026-02-01", "2026-02-28"),
        tile(3, 7, "2026-03-02", "2026-03-31"),
        tile(4, 7, "2026-03-05", "2026-03-10"),
    ];
    let told = held_by(&tiles, within);
    let school = HeldBy {
        hand: 7,
        days: vec![span("2026-01-01", "2026-02-28"), span("2026-03-02", "2026-03-31")],
        tiles: vec![1, 2, 3, 4],
    };
    let other = HeldBy {
        hand: 8,
        days: vec![span("2026-06-01", "2026-06-30")],
        tiles: vec![5],
    };
    assert_eq!(told, [school.clone(), other]);
    assert_eq!(school.count(), 59 + 30);
    // Outside the period nobody holds.
    assert_eq!(held_by(&tiles, span("2024-01-01", "2024-12-31")), []);
}
