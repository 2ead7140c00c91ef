//! What must hold of the reasons, the coverage and who holds, whatever the tiles.

use chrono::Days;
use dakpan::domain::Day;
use dakpan::domain::coverage::{Tally, held_by, summer};
use dakpan::domain::practice::Practice;
use dakpan::domain::reason::{GAP_DAYS, ReasonKind, reasons};
use dakpan::domain::roof::{Hold, RoofTile, Span};
use dakpan::domain::standing::Standing;
use proptest::prelude::*;

use super::{day, leaving, plus};

const FIRST: &str = "2025-01-01";

prop_compose! {
    /// A tile of one of four hands somewhere in three years; some open, some called off, some that do not hold.
    fn any_tile()(id in 1..1000_i64, hand in 1..5_i64, from in 0..1100_u64, length in -5..500_i64, shape in 0..10_u8)
        -> RoofTile {
        let from = plus(FIRST, from);
        let until = from.checked_add_signed(chrono::TimeDelta::days(length)).unwrap();
        RoofTile {
            tile: id,
            from,
            until: (shape != 0).then_some(until),
            hold: (shape > 2).then_some(Hold { hand, from }),
        }
    }
}

prop_compose! {
    fn any_standing()(tiles in prop::collection::vec(any_tile(), 0..20), days in 0..1200_u64, due in 0..1200_u64)
        -> Standing {
        let mut standing = leaving(&plus(FIRST, days).to_string());
        standing.tiles = tiles;
        standing.action_due = Some(plus(FIRST, due));
        standing
    }
}

fn every_day(span: Span) -> impl Iterator<Item = Day> {
    span.from.iter_days().take(span.days() as usize)
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn reasons_come_by_day_and_do_not_depend_on_the_order_of_tiles(
        standing in any_standing(),
        today in 0..1200_u64,
    ) {
        let (today, practice) = (plus(FIRST, today), Practice::default());
        let found = reasons(&standing, today, &practice);
        prop_assert!(found.is_sorted_by_key(|reason| (reason.on, reason.kind)));
        let mut turned = standing;
        turned.tiles.reverse();
        prop_assert_eq!(found, reasons(&turned, today, &practice));
    }

    #[test]
    fn a_day_without_anybody_in_the_next_ninety_is_a_reason(standing in any_standing(), today in 0..1200_u64) {
        let (today, practice) = (plus(FIRST, today), Practice::default());
        let roof = standing.roof(today, &practice);
        let soon = Span::new(today, today.checked_add_days(Days::new(GAP_DAYS.into())).unwrap()).unwrap();
        let open = roof.span.and_then(|span| span.shared(soon)).is_some_and(|within| {
            every_day(within).any(|day| !standing.tiles.iter().any(|tile| {
                tile.hold.is_some() && tile.from <= day && tile.until.is_none_or(|until| day <= until)
            }))
        });
        let told = reasons(&standing, today, &practice).iter().any(|reason| reason.kind == ReasonKind::Gap);
        prop_assert_eq!(open, told);
    }

    #[test]
    fn covered_and_gap_days_are_always_the_days(standings in prop::collection::vec(any_standing(), 0..8),
        today in 0..1200_u64, from in 0..1200_u64, length in 0..400_u64) {
        let today = plus(FIRST, today);
        let period = Span::new(plus(FIRST, from), plus(FIRST, from + length)).unwrap();
        let (mut whole, mut part) = (Tally::default(), Tally::default());
        for standing in &standings {
            let roof = standing.roof(today, &Practice::default());
            whole.add(&roof);
            part.add(&roof.within(period));
        }
        for tally in [whole, part] {
            prop_assert_eq!(tally.covered_days + tally.gap_days, tally.days);
            prop_assert_eq!(tally.pupils, standings.len());
        }
        prop_assert!(part.days <= whole.days && part.gap_days <= whole.gap_days);
    }

    /// Counted day by day, the slow way.
    #[test]
    fn each_hand_holds_on_exactly_its_days(standing in any_standing(), from in 0..1200_u64, length in 0..200_u64) {
        let within = Span::new(plus(FIRST, from), plus(FIRST, from + length)).unwrap();
        let found = held_by(&standing.tiles, within);
        for hand in 1..5 {
            let days = every_day(within).filter(|day| standing.tiles.iter().any(|tile| {
                tile.hold.is_some_and(|hold| hold.hand == hand && hold.from <= *day)
                    && tile.until.is_none_or(|until| *day <= until)
            })).count();
            let held = found.iter().find(|held| held.hand == hand);
            prop_assert_eq!(held.map_or(0, |held| held.count() as usize), days);
        }
    }
}

#[test]
fn the_coming_summer_is_this_years_until_its_last_day() {
    let of = |today: &str| summer(day(today)).unwrap();
    let year = |year: i32| Span::new(day(&format!("{year}-08-01")), day(&format!("{year}-09-30"))).unwrap();
    assert_eq!(year(2026).days(), 61);
    assert_eq!((of("2026-01-01"), of("2026-09-30")), (year(2026), year(2026)));
    assert_eq!((of("2026-10-01"), of("2026-12-31")), (year(2027), year(2027)));
}
