//! Two files of one region: a bundle collected from one and merged into another.

use dakpan::domain::bundle::{Bundle, OwnKey};
use dakpan::domain::codes::Route;
use dakpan::domain::intent::Intent;
use dakpan::store::{About, Opening, QueueFrom, Store};
use divan::Bencher;
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::tables::{SIZES, now, open, opening};

/// Whom the bundles are for.
const OTHER: &str = "the other laptop";

/// A copy of the file of so many pupils, which has its own name among others.
fn donor(pupils: usize) -> (TempDir, Store) {
    open(pupils).close().unwrap();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("hier.dakpan");
    std::fs::copy(opening(pupils).path, &path).unwrap();
    let store = Store::open(Opening {
        path,
        ..opening(pupils)
    })
    .unwrap();
    (folder, named(store, 1))
}

/// An empty file of another laptop.
fn receiver() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("daar.dakpan");
    let store = Store::create(Opening {
        path,
        seed: 8,
        ..opening(0)
    })
    .unwrap();
    (folder, named(store, 2))
}

fn named(mut store: Store, number: u128) -> Store {
    let own = || OwnKey {
        file: format!("{number:032x}"),
        secret: Zeroizing::new(String::new()),
    };
    store.own_key_or(own).unwrap();
    store
}

/// What a bundle of all schools holds, remembered as sent.
fn bundle(store: &mut Store, whole: bool) -> Bundle {
    let schools = store.schools().unwrap();
    let collected = store.collect(OTHER, &schools, whole, now()).unwrap();
    store.bundle_written(&collected).unwrap();
    collected.bundle
}

/// Everything of a file, merged into an empty one.
#[divan::bench(args = [SIZES[0], SIZES[1]], sample_count = 3, sample_size = 1)]
fn merge_of_everything(bencher: Bencher<'_, '_>, pupils: usize) {
    let (_here, mut donor) = donor(pupils);
    let bundle = bundle(&mut donor, true);
    bencher.with_inputs(receiver).bench_local_values(|(folder, mut store)| {
        store.merge(&bundle, now(), false).unwrap();
        (folder, store)
    });
}

/// What one meeting changes, sixty changes, merged into a file that has the rest: what two tables exchange in a week.
#[divan::bench(args = [SIZES[0], SIZES[1]], sample_count = 5, sample_size = 1)]
fn merge_of_a_meeting(bencher: Bencher<'_, '_>, pupils: usize) {
    let (_here, mut donor) = donor(pupils);
    let (_there, mut other) = receiver();
    other.merge(&bundle(&mut donor, true), now(), false).unwrap();
    let page = donor.queue_page(None, QueueFrom::Start, 60).unwrap();
    let about = About {
        intent: Intent::SetRoute.code(),
        pupil: None,
        meeting: None,
    };
    let routes = [Route::Uwv, Route::School];
    let mut turn = 0;
    bencher
        .with_inputs(|| {
            turn += 1;
            for line in &page.lines {
                donor
                    .change(about, now(), |tx| tx.set_route(line.id, routes[turn % 2]))
                    .unwrap();
            }
            bundle(&mut donor, false)
        })
        .bench_local_values(|bundle| other.merge(&bundle, now(), false).unwrap());
}
