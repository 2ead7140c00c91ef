//! The rules of the roof for any tiles: the reckoning agrees with counting day by day, and no order or cut changes it.

use super::*;
use proptest::prelude::*;

/// Tiles within some years around a day, with and without an end, some called off, some that do not hold.
fn any_tiles() -> impl Strategy<Value = Vec<RoofTile>> {
    let tile = (0..900i64, -5..400i64, 0..6u8, 1..5i64, 0..60i64).prop_map(|(from, long, sort, hand, later)| {
        let base = day("2026-01-01");
        let from = base + chrono::Duration::days(from);
        let hold = Hold {
            hand,
            from: from + chrono::Duration::days(if sort == 4 { later } else { 0 }),
        };
        RoofTile {
            tile: 0,
            from,
            until: (sort != 5).then(|| from + chrono::Duration::days(long)),
            hold: (sort != 0).then_some(hold),
        }
    });
    proptest::collection::vec(tile, 0..12)
        .prop_map(|tiles| (1..).zip(tiles).map(|(tile, rest)| RoofTile { tile, ..rest }).collect())
}

fn any_leaving() -> impl Strategy<Value = Leaving> {
    (
        0..3usize,
        proptest::option::of(0..1200i64),
        proptest::option::of(0..1200i64),
    )
        .prop_map(|(school, left, diploma)| {
            let on = |days: i64| day("2025-06-01") + chrono::Duration::days(days);
            Leaving {
                school: SchoolKind::ALL[school],
                day: left.map(on),
                diploma: diploma.map(on),
            }
        })
}

fn holds_on(tile: &RoofTile, day: Day) -> Option<Id> {
    let hold = tile.hold?;
    (hold.from <= day && tile.until.is_none_or(|until| day <= until)).then_some(hold.hand)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    /// The reckoning, day by day, as a policy officer would do it with a calendar and a pencil.
    #[test]
    fn gaps_and_handovers_are_what_counting_day_by_day_gives(
        tiles in any_tiles(), leaving in any_leaving(), needed in 0..40u16,
    ) {
        let today = day("2026-06-03");
        let roof = roof(&tiles, &leaving, today, needed);
        prop_assert_eq!(roof.covered_days() + roof.gap_days(), roof.days());
        let Some(span) = roof.span else { return Ok(()) };
        prop_assert_eq!(span.until, horizon(&tiles, &leaving, today));
        for day in span.from.iter_days().take_while(|day| *day <= span.until) {
            let held = tiles.iter().any(|tile| holds_on(tile, day).is_some());
            let open = roof.gaps.iter().any(|gap| gap.holds(day));
            prop_assert_eq!(held, !open, "{}", day);
        }
        for pair in roof.gaps.windows(2) {
            prop_assert!(pair[0].until.succ_opt().unwrap() < pair[1].from, "gaps are apart and in order");
        }
        let mut expected = Vec::new();
        for tile in &tiles {
            let (Some(hold), Some(last)) = (tile.hold, tile.until) else { continue };
            if hold.from > last || last >= span.until { continue }
            let after = last.succ_opt().unwrap();
            let going: Vec<&RoofTile> = tiles.iter().filter(|other| holds_on(other, after).is_some()).collect();
            if going.is_empty() || going.iter().any(|other| other.hold.unwrap().hand == hold.hand) { continue }
            // The window is cut from the whole tile, also when it held only from a later day on.
            let window: Vec<Day> = tile.from.iter_days().take_while(|day| *day <= last).collect();
            let window = &window[window.len().saturating_sub(usize::from(needed))..];
            let warm = window.iter().filter(|day| going.iter().any(|other| holds_on(other, **day).is_some())).count();
            if warm < window.len() {
                expected.push((last, tile.tile, warm, window.len()));
            }
        }
        expected.sort_unstable();
        let found: Vec<_> = roof
            .cold
            .iter()
            .map(|cold| (cold.on, cold.tile, usize::from(cold.overlap), usize::from(cold.needed)))
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_order_of_the_tiles_does_not_matter(
        (tiles, shuffled) in any_tiles().prop_flat_map(|tiles| (Just(tiles.clone()), Just(tiles).prop_shuffle())),
        leaving in any_leaving(),
    ) {
        let today = day("2026-06-03");
        prop_assert_eq!(roof(&tiles, &leaving, today, 28), roof(&shuffled, &leaving, today, 28));
    }

    #[test]
    fn a_holding_tile_inside_the_span_never_adds_a_gap_day(
        tiles in any_tiles(), leaving in any_leaving(), from in 0..900i64, long in 0..300i64,
    ) {
        let today = day("2026-06-03");
        let before = roof(&tiles, &leaving, today, 28);
        let Some(span) = before.span else { return Ok(()) };
        let from = (day("2026-01-01") + chrono::Duration::days(from)).clamp(span.from, span.until);
        let until = (from + chrono::Duration::days(long)).min(span.until);
        let mut more = tiles.clone();
        more.push(RoofTile { tile: 99, from, until: Some(until), hold: Some(Hold { hand: 9, from }) });
        let after = roof(&more, &leaving, today, 28);
        // The span itself may shrink: a first tile begins it, and a first end takes the place of a year from today.
        prop_assert!(after.gap_days() <= before.gap_days());
    }

    #[test]
    fn cutting_a_period_in_two_adds_up(tiles in any_tiles(), leaving in any_leaving(), cut in 0..900i64) {
        let whole = roof(&tiles, &leaving, day("2026-06-03"), 28);
        let cut = day("2026-01-01") + chrono::Duration::days(cut);
        let early = whole.within(Span::new(Day::MIN, cut).unwrap());
        let late = whole.within(Span::new(cut.succ_opt().unwrap(), Day::MAX).unwrap());
        prop_assert_eq!(early.gap_days() + late.gap_days(), whole.gap_days());
        prop_assert_eq!(early.days() + late.days(), whole.days());
        prop_assert_eq!(early.cold.len() + late.cold.len(), whole.cold.len());
    }
}
