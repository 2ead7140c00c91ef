//! The roof, by examples that can be checked on paper with a calendar, and by rules that hold for any tiles.

use dakpan::domain::codes::{PartyKind, SchoolKind, TileKind};
use dakpan::domain::roof::{HANDOVER_DAYS, Hold, HoldFacts, Leaving, Roof, RoofTile, Span, horizon, roof};
use dakpan::domain::{Day, Id};

mod any;
mod cold;
mod proposal;

const SCHOOL: Id = 1;
const TOWN: Id = 2;
const UWV: Id = 3;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span::new(day(from), day(until)).unwrap()
}

/// A tile that holds; the id is the place in the list.
fn held(hand: Id, from: &str, until: &str) -> RoofTile {
    RoofTile {
        tile: 0,
        from: day(from),
        until: (!until.is_empty()).then(|| day(until)),
        hold: Some(Hold { hand, from: day(from) }),
    }
}

fn beside(from: &str, until: &str) -> RoofTile {
    RoofTile {
        hold: None,
        ..held(0, from, until)
    }
}

fn numbered<const N: usize>(tiles: [RoofTile; N]) -> Vec<RoofTile> {
    (1..).zip(tiles).map(|(tile, rest)| RoofTile { tile, ..rest }).collect()
}

/// A pupil of whom no day of leaving is known, so that the tiles alone decide.
const UNKNOWN: Leaving = Leaving {
    school: SchoolKind::Pro,
    day: None,
    diploma: None,
};

fn leaving(school: SchoolKind, day_of_leaving: &str) -> Leaving {
    Leaving {
        school,
        day: Some(day(day_of_leaving)),
        diploma: None,
    }
}

fn over<const N: usize>(tiles: [RoofTile; N]) -> Roof {
    roof(&numbered(tiles), &UNKNOWN, day("2026-06-03"), HANDOVER_DAYS)
}

// The span --------------------------------------------------------------------------------------------------------

#[test]
fn the_school_guides_two_years_after_leaving_and_entree_one_year_after_the_diploma() {
    assert_eq!(
        leaving(SchoolKind::Vso, "2026-07-31").guidance_ends(),
        Some(day("2028-07-31"))
    );
    assert_eq!(
        leaving(SchoolKind::Pro, "2026-07-31").guidance_ends(),
        Some(day("2028-07-31"))
    );
    assert_eq!(
        leaving(SchoolKind::Entree, "2026-07-31").guidance_ends(),
        Some(day("2027-07-31"))
    );
    let with_diploma = Leaving {
        diploma: Some(day("2026-06-19")),
        ..leaving(SchoolKind::Entree, "2026-07-31")
    };
    assert_eq!(with_diploma.guidance_ends(), Some(day("2027-06-19")));
    // 29 February has no day two years on: the last day of that month.
    assert_eq!(
        leaving(SchoolKind::Pro, "2024-02-29").guidance_ends(),
        Some(day("2026-02-28"))
    );
    assert_eq!(UNKNOWN.guidance_ends(), None);
}

#[test]
fn the_final_year_is_the_school_year_of_the_day_before_leaving() {
    assert_eq!(
        leaving(SchoolKind::Pro, "2026-07-31").final_year_starts(),
        Some(day("2025-08-01"))
    );
    assert_eq!(
        leaving(SchoolKind::Pro, "2026-08-01").final_year_starts(),
        Some(day("2025-08-01"))
    );
    assert_eq!(
        leaving(SchoolKind::Pro, "2026-08-02").final_year_starts(),
        Some(day("2026-08-01"))
    );
    assert_eq!(
        leaving(SchoolKind::Pro, "2026-01-15").final_year_starts(),
        Some(day("2025-08-01"))
    );
}

#[test]
fn the_horizon_is_the_latest_end_or_the_end_of_guidance() {
    let today = day("2026-06-03");
    let pro = leaving(SchoolKind::Pro, "2026-07-31");
    assert_eq!(
        horizon(&[held(SCHOOL, "2024-08-01", "2026-07-31")], &pro, today),
        day("2028-07-31")
    );
    assert_eq!(
        horizon(&[held(TOWN, "2026-07-01", "2029-01-31")], &pro, today),
        day("2029-01-31")
    );
    // A tile that does not hold moves it as well, an open-ended one does not.
    assert_eq!(
        horizon(&[beside("2026-07-01", "2030-01-31")], &pro, today),
        day("2030-01-31")
    );
    assert_eq!(horizon(&[held(TOWN, "2026-07-01", "")], &pro, today), day("2028-07-31"));
    assert_eq!(horizon(&[], &UNKNOWN, today), day("2027-06-03"));
    assert_eq!(
        horizon(&[held(TOWN, "2026-07-01", "")], &UNKNOWN, day("2024-02-29")),
        day("2025-02-28")
    );
}

#[test]
fn without_a_tile_the_final_year_is_one_gap() {
    let roof = roof(
        &[],
        &leaving(SchoolKind::Pro, "2026-07-31"),
        day("2026-06-03"),
        HANDOVER_DAYS,
    );
    assert_eq!(roof.gaps, [span("2025-08-01", "2028-07-31")]);
    assert_eq!((roof.days(), roof.covered_days()), (1096, 0));
}

#[test]
fn without_anything_the_gap_is_the_coming_year() {
    let roof = over([]);
    assert_eq!(roof.gaps, [span("2026-06-03", "2027-06-03")]);
}

#[test]
fn a_span_that_ends_before_it_starts_is_empty() {
    // The only tile is open-ended and begins after the year from today that stands in for a horizon.
    assert_eq!(over([held(TOWN, "2028-01-01", "")]), Roof::default());
    assert_eq!(over([held(TOWN, "2028-01-01", "")]).days(), 0);
}

#[test]
fn a_tile_that_was_called_off_before_it_began_counts_for_nothing() {
    let tiles = [
        held(TOWN, "2026-09-01", "2026-08-20"),
        held(SCHOOL, "2026-01-01", "2026-07-31"),
    ];
    let roof = over(tiles);
    assert_eq!(roof.span, Some(span("2026-01-01", "2026-07-31")));
    assert_eq!(roof.gap_days(), 0);
}

#[test]
fn a_tile_of_one_day_begins_and_ends_the_span() {
    let only = over([beside("2026-01-05", "2026-01-05")]);
    assert_eq!(only.span, Some(span("2026-01-05", "2026-01-05")));
}

// Gaps ------------------------------------------------------------------------------------------------------------

#[test]
fn august_between_school_and_town_is_a_gap_of_31_days() {
    let roof = over([
        held(SCHOOL, "2025-08-01", "2026-07-31"),
        held(TOWN, "2026-09-01", "2026-12-31"),
    ]);
    assert_eq!(roof.gaps, [span("2026-08-01", "2026-08-31")]);
    assert_eq!((roof.days(), roof.covered_days(), roof.gap_days()), (518, 487, 31));
    // Nobody goes on after the school: a gap, not a cold handover.
    assert_eq!(roof.cold, []);
}

#[test]
fn tiles_that_touch_leave_no_gap_and_one_day_between_is_a_gap_of_one_day() {
    let touching = over([
        held(SCHOOL, "2026-01-01", "2026-02-28"),
        held(TOWN, "2026-03-01", "2026-06-30"),
    ]);
    assert_eq!(touching.gap_days(), 0);
    let leap = over([
        held(SCHOOL, "2028-01-01", "2028-02-28"),
        held(TOWN, "2028-03-01", "2028-06-30"),
    ]);
    assert_eq!(leap.gaps, [span("2028-02-29", "2028-02-29")]);
}

#[test]
fn a_day_held_by_several_counts_once() {
    let roof = over([
        held(SCHOOL, "2026-01-01", "2026-01-31"),
        held(TOWN, "2026-01-10", "2026-01-20"),
        held(TOWN, "2026-01-10", "2026-01-31"),
    ]);
    assert_eq!((roof.days(), roof.covered_days()), (31, 31));
}

#[test]
fn a_tile_broken_off_holds_up_to_and_including_its_last_day() {
    let roof = over([
        held(SCHOOL, "2026-01-01", "2026-03-10"),
        beside("2026-01-01", "2026-03-12"),
    ]);
    assert_eq!(roof.gaps, [span("2026-03-11", "2026-03-12")]);
}

#[test]
fn an_open_ended_tile_covers_to_the_horizon() {
    let roof = roof(
        &numbered([held(SCHOOL, "2025-08-01", "2026-07-31"), held(TOWN, "2026-07-01", "")]),
        &leaving(SchoolKind::Pro, "2026-07-31"),
        day("2026-06-03"),
        HANDOVER_DAYS,
    );
    assert_eq!(roof.gap_days(), 0);
    assert_eq!(roof.span, Some(span("2025-08-01", "2028-07-31")));
}

#[test]
fn a_tile_of_one_day_covers_that_day() {
    let roof = over([
        held(SCHOOL, "2026-01-01", "2026-01-01"),
        beside("2026-01-01", "2026-01-02"),
    ]);
    assert_eq!(
        (roof.covered_days(), roof.gaps.as_slice()),
        (1, [span("2026-01-02", "2026-01-02")].as_slice())
    );
}

// What holds ------------------------------------------------------------------------------------------------------

fn facts(
    kind: TileKind,
    party_kind: PartyKind,
    holder_party: Option<Id>,
    no_guidance_on: Option<&str>,
) -> Option<Hold> {
    HoldFacts {
        kind,
        party: 9,
        party_kind,
        holder_party,
        from: day("2026-03-01"),
        no_guidance_on: no_guidance_on.map(day),
    }
    .hold()
}

#[test]
fn a_party_holds_with_a_named_person_only() {
    let from = day("2026-03-01");
    for kind in PartyKind::ALL {
        let drawn_only = matches!(kind, PartyKind::Employer | PartyKind::YouthDesk);
        let expected = (!drawn_only).then_some(Hold { hand: 9, from });
        assert_eq!(facts(TileKind::Guidance, *kind, Some(9), None), expected, "{kind:?}");
        assert_eq!(facts(TileKind::Guidance, *kind, None, None), None, "{kind:?}");
        // The decision that no guidance is needed is about work.
        assert_eq!(
            facts(TileKind::School, *kind, None, Some("2026-04-01")),
            None,
            "{kind:?}"
        );
    }
}

#[test]
fn work_holds_by_its_supporter_or_from_the_day_it_was_decided_that_none_is_needed() {
    for kind in [TileKind::Job, TileKind::Placement, TileKind::Internship] {
        assert_eq!(facts(kind, PartyKind::Employer, None, None), None);
        let supported = Hold {
            hand: TOWN,
            from: day("2026-03-01"),
        };
        assert_eq!(facts(kind, PartyKind::Employer, Some(TOWN), None), Some(supported));
        assert_eq!(
            facts(kind, PartyKind::Employer, Some(TOWN), Some("2026-04-01")),
            Some(supported)
        );
        let decided = |from| {
            Some(Hold {
                hand: 9,
                from: day(from),
            })
        };
        assert_eq!(
            facts(kind, PartyKind::Employer, None, Some("2026-04-01")),
            decided("2026-04-01")
        );
        // Decided before the job began: it holds from the first day of the job.
        assert_eq!(
            facts(kind, PartyKind::Employer, None, Some("2026-02-01")),
            decided("2026-03-01")
        );
    }
}

#[test]
fn work_without_guidance_is_a_gap_until_the_decision() {
    let job = RoofTile {
        hold: Some(Hold {
            hand: 9,
            from: day("2026-04-01"),
        }),
        ..held(9, "2026-03-01", "2026-12-31")
    };
    assert_eq!(over([job]).gaps, [span("2026-03-01", "2026-03-31")]);
}
