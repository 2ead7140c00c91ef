//! The reckoning without a file: the roof, the dates, the line that becomes an action, folding for find.

use std::hint::black_box;

use chrono::Duration;
use dakpan::domain::codes::{ExitProfile, Route, SchoolKind};
use dakpan::domain::dates::{DateContext, read_date};
use dakpan::domain::fold::fold;
use dakpan::domain::practice::Practice;
use dakpan::domain::reason::reasons;
use dakpan::domain::roof::{HANDOVER_DAYS, Hold, Leaving, RoofTile, roof};
use dakpan::domain::standing::Standing;
use dakpan::domain::term::{Rules, TermFacts, terms};
use divan::Bencher;

use crate::tables::today;

/// Twenty tiles over ten years, of six hands, every fourth drawn only.
fn twenty_tiles(shift: i64) -> Vec<RoofTile> {
    let base = today() - Duration::days(8 * 365);
    (0..20i64)
        .map(|n| {
            let from = base + Duration::days(n * 180 + shift % 37);
            RoofTile {
                tile: n,
                from,
                until: (n % 7 != 6).then(|| from + Duration::days(150 + shift % 50)),
                hold: (n % 4 != 3).then_some(Hold { hand: n % 6, from }),
            }
        })
        .collect()
}

const LEAVING: Leaving = Leaving {
    school: SchoolKind::Pro,
    day: None,
    diploma: None,
};

/// Coverage, gaps and cold handovers of one pupil with twenty tiles.
#[divan::bench]
fn roof_of_one_pupil(bencher: Bencher<'_, '_>) {
    let tiles = twenty_tiles(11);
    bencher.bench_local(|| roof(black_box(&tiles), &LEAVING, today(), HANDOVER_DAYS));
}

/// The same for many pupils: it must grow with their number and no faster.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn roof_of_all(bencher: Bencher<'_, '_>, pupils: usize) {
    let some: Vec<Vec<RoofTile>> = (0..997).map(twenty_tiles).collect();
    bencher.bench_local(|| {
        (0..pupils)
            .map(|n| u64::from(roof(&some[n % some.len()], &LEAVING, today(), HANDOVER_DAYS).gap_days()))
            .sum::<u64>()
    });
}

/// Why each of so many pupils is in the queue, from what is in memory: twenty tiles, an action that is due, a talk.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn reasons_of_all_in_memory(bencher: Bencher<'_, '_>, pupils: usize) {
    let some: Vec<Standing> = (0..997)
        .map(|n| Standing {
            tiles: twenty_tiles(n),
            action_due: (n % 3 == 0).then(|| today() - Duration::days(n % 11)),
            discussed: (n % 2 == 0).then(|| today() - Duration::days(n)),
            ..Standing::new(LEAVING, 1)
        })
        .collect();
    let practice = Practice::default();
    bencher.bench_local(|| {
        (0..pupils)
            .map(|n| reasons(&some[n % some.len()], today(), &practice).len())
            .sum::<usize>()
    });
}

/// The terms of each of so many pupils, by all the rules that ship with the program.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn terms_of_all(bencher: Bencher<'_, '_>, pupils: usize) {
    let rules = Rules::built_in().unwrap();
    let of = |n: usize| TermFacts {
        school: [SchoolKind::Pro, SchoolKind::Vso, SchoolKind::Entree][n % 3],
        profile: ExitProfile::LabourMarket,
        route: Route::Municipality,
        birth: Some(today() - Duration::days(17 * 365 + i64::try_from(n % 800).unwrap())),
        expected_leaving: Some(today() + Duration::days(i64::try_from(n % 400).unwrap())),
        left_on: None,
        diploma_on: None,
        client_since: None,
        discussed_on: None,
        tiles: &[],
        instruments: &[],
        chances: &[],
        marks: &[],
    };
    bencher.bench_local(|| (0..pupils).map(|n| terms(&of(n), &rules, today()).len()).sum::<usize>());
}

/// One phrase of a date.
#[divan::bench(args = ["vr", "over 2 weken", "eind augustus", "12-6", "geen datum"])]
fn date(bencher: Bencher<'_, '_>, phrase: &str) {
    let context = DateContext {
        today: today(),
        next_meeting: None,
        summer_end: None,
    };
    bencher.bench_local(|| read_date(black_box(phrase), &context));
}

/// Folding of a name for find.
#[divan::bench]
fn fold_a_name() -> String {
    fold(black_box("Łukasz Özdemir-van der Ĳssel"))
}
