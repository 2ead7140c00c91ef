//! Cold handovers: when the next hand holds too late.

use super::*;

/// Last day, overlap, needed and to whom, of every cold handover.
fn cold(roof: &Roof) -> Vec<(Day, u16, u16, Id)> {
    roof.cold
        .iter()
        .map(|cold| (cold.on, cold.overlap, cold.needed, cold.to))
        .collect()
}

#[test]
fn twenty_eight_days_together_are_warm_and_twenty_seven_are_cold() {
    let with = |from| over([held(SCHOOL, "2025-08-01", "2026-07-31"), held(TOWN, from, "2026-12-31")]);
    assert_eq!(cold(&with("2026-07-04")), []);
    assert_eq!(cold(&with("2026-07-05")), [(day("2026-07-31"), 27, 28, TOWN)]);
    // The next one begins the day after: no day together. One day later it is a gap.
    assert_eq!(cold(&with("2026-08-01")), [(day("2026-07-31"), 0, 28, TOWN)]);
    assert_eq!(cold(&with("2026-08-02")), []);
    assert_eq!(with("2026-08-02").gap_days(), 1);
}

#[test]
fn overlap_with_whoever_stops_too_warms_nothing() {
    let roof = over([
        held(SCHOOL, "2025-08-01", "2026-07-31"),
        held(UWV, "2025-08-01", "2026-07-31"),
        held(TOWN, "2026-07-20", "2026-12-31"),
    ]);
    assert_eq!(
        cold(&roof),
        [(day("2026-07-31"), 12, 28, TOWN), (day("2026-07-31"), 12, 28, TOWN)]
    );
}

#[test]
fn a_tile_shorter_than_the_handover_needs_overlap_over_its_whole_length() {
    let with = |from| {
        over([
            held(UWV, "2026-07-22", "2026-07-31"),
            held(TOWN, from, "2026-12-31"),
            beside("2026-07-01", "2026-07-02"),
        ])
    };
    assert_eq!(cold(&with("2026-07-22")), []);
    assert_eq!(cold(&with("2026-07-23")), [(day("2026-07-31"), 9, 10, TOWN)]);
}

/// A job of a whole year, of which it was decided in its last days that it needs no guidance: it holds twelve days, and
/// is no tile of twelve days.
#[test]
fn a_tile_that_held_late_needs_the_overlap_of_the_whole_tile() {
    let job = RoofTile {
        hold: Some(Hold {
            hand: UWV,
            from: day("2026-12-20"),
        }),
        ..held(UWV, "2026-01-01", "2026-12-31")
    };
    let with = |from| over([job, held(TOWN, from, "2027-12-31")]);
    assert_eq!(cold(&with("2026-12-20")), [(day("2026-12-31"), 12, 28, TOWN)]);
    assert_eq!(cold(&with("2026-12-05")), [(day("2026-12-31"), 27, 28, TOWN)]);
    assert_eq!(cold(&with("2026-12-04")), []);
    assert_eq!(cold(&with("2026-12-01")), []);
}

#[test]
fn a_renewal_hands_nothing_over() {
    let renewed = over([
        held(TOWN, "2026-01-01", "2026-06-30"),
        held(TOWN, "2026-07-01", "2026-12-31"),
        held(UWV, "2026-06-25", "2026-12-31"),
    ]);
    assert_eq!(cold(&renewed), []);
    // A day between, and it is a handover after all: to UWV, with six days together.
    let broken = over([
        held(TOWN, "2026-01-01", "2026-06-30"),
        held(TOWN, "2026-07-02", "2026-12-31"),
        held(UWV, "2026-06-25", "2026-12-31"),
    ]);
    assert_eq!(cold(&broken), [(day("2026-06-30"), 6, 28, UWV)]);
}

#[test]
fn what_ends_at_the_horizon_hands_nothing_over() {
    assert_eq!(
        cold(&over([
            held(TOWN, "2026-01-01", "2026-12-31"),
            held(UWV, "2026-12-20", "2026-12-31")
        ])),
        []
    );
    // Nor to whoever goes on without an end, which lies behind what the roof is asked about.
    assert_eq!(
        cold(&over([
            held(TOWN, "2026-01-01", "2026-12-31"),
            held(UWV, "2026-12-20", "")
        ])),
        []
    );
}

#[test]
fn the_handover_days_are_a_setting() {
    let tiles = numbered([
        held(SCHOOL, "2025-08-01", "2026-07-31"),
        held(TOWN, "2026-07-18", "2026-12-31"),
    ]);
    let cold_with = |days| roof(&tiles, &UNKNOWN, day("2026-06-03"), days).cold.len();
    assert_eq!((cold_with(0), cold_with(14), cold_with(15)), (0, 0, 1));
}

#[test]
fn a_period_cuts_the_roof() {
    let roof = over([
        held(SCHOOL, "2025-08-01", "2026-07-31"),
        held(TOWN, "2026-09-01", "2026-12-31"),
    ]);
    let august = roof.within(span("2026-08-11", "2026-09-10"));
    assert_eq!((august.days(), august.gap_days(), august.covered_days()), (31, 21, 10));
    assert_eq!(roof.within(span("2020-01-01", "2020-12-31")), Roof::default());
}
