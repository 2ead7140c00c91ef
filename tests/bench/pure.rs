//! The reckoning without a file: the roof, the dates, the line that becomes an action, folding for find.

use std::hint::black_box;

use chrono::Duration;
use dakpan::domain::codes::SchoolKind;
use dakpan::domain::dates::{DateContext, read_date};
use dakpan::domain::fold::fold;
use dakpan::domain::roof::{HANDOVER_DAYS, Hold, Leaving, RoofTile, roof};
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
