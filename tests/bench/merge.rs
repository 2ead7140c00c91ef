//! Two files of one region: a bundle collected from one and merged into another.

use std::cell::RefCell;

use dakpan::domain::Id;
use dakpan::domain::bundle::{Bundle, OwnKey};
use dakpan::domain::codes::Route;
use dakpan::domain::intent::Intent;
use dakpan::domain::people::School;
use dakpan::store::{About, Opening, QueueFrom, Store};
use divan::Bencher;
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::tables::{SIZES, now, open, opening};

/// Whom the bundles are for.
const OTHER: &str = "the other laptop";

/// A copy of the file of so many pupils, which has its own name among others.
fn copy(pupils: usize, number: u128) -> (TempDir, Store) {
    open(pupils).close().unwrap();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("hier.dakpan");
    std::fs::copy(opening(pupils).path, &path).unwrap();
    let store = Store::open(Opening {
        path,
        ..opening(pupils)
    })
    .unwrap();
    (folder, named(store, number))
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

/// What a bundle of some schools holds, remembered as sent.
fn bundle(store: &mut Store, schools: &[School], whole: bool) -> Bundle {
    let collected = store.collect(OTHER, schools, whole, now()).unwrap();
    store.bundle_written(&collected).unwrap();
    collected.bundle
}

/// Everything of a file, merged into an empty one.
#[divan::bench(args = [SIZES[0], SIZES[1]], sample_count = 3, sample_size = 1)]
fn merge_of_everything(bencher: Bencher<'_, '_>, pupils: usize) {
    let (_here, mut donor) = copy(pupils, 1);
    let schools = donor.schools().unwrap();
    let bundle = bundle(&mut donor, &schools, true);
    bencher.with_inputs(receiver).bench_local_values(|(folder, mut store)| {
        store.merge(&bundle, now(), false).unwrap();
        (folder, store)
    });
}

/// Two laptops that know the same of so many pupils, the school that meets, of which the one has told the other
/// everything, and twenty pupils of it.
struct Meeting {
    _folders: [TempDir; 2],
    here: Store,
    there: Store,
    schools: Vec<School>,
    pupils: Vec<Id>,
    turn: usize,
}

impl Meeting {
    fn of(pupils: usize) -> Self {
        let (hither, mut here) = copy(pupils, 1);
        let (thither, mut there) = copy(pupils, 2);
        let school = here.schools().unwrap().swap_remove(0);
        let page = here.queue_page(Some(school.id), QueueFrom::Start, 20).unwrap();
        let schools = vec![school];
        there.merge(&bundle(&mut here, &schools, true), now(), false).unwrap();
        Self {
            _folders: [hither, thither],
            here,
            there,
            schools,
            pupils: page.lines.iter().map(|line| line.id).collect(),
            turn: 0,
        }
    }

    /// What the meeting changes: the route of each pupil, and back the next time.
    fn change(&mut self) {
        let about = About {
            intent: Intent::SetRoute.code(),
            pupil: None,
            meeting: None,
        };
        self.turn += 1;
        for pupil in &self.pupils {
            let route = [Route::Uwv, Route::School][self.turn % 2];
            self.here
                .change(about, now(), |tx| tx.set_route(*pupil, route))
                .unwrap();
        }
    }
}

/// What one meeting changes of twenty pupils, merged into a file that knows the rest.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn merge_of_a_meeting(bencher: Bencher<'_, '_>, pupils: usize) {
    let meeting = RefCell::new(Meeting::of(pupils));
    bencher
        .with_inputs(|| {
            let meeting = &mut *meeting.borrow_mut();
            meeting.change();
            bundle(&mut meeting.here, &meeting.schools, false)
        })
        .bench_local_values(|bundle| meeting.borrow_mut().there.merge(&bundle, now(), false).unwrap());
}

/// What merging it would do, without doing it.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn look_at_a_meeting(bencher: Bencher<'_, '_>, pupils: usize) {
    let meeting = RefCell::new(Meeting::of(pupils));
    meeting.borrow_mut().change();
    let bundle = {
        let meeting = &mut *meeting.borrow_mut();
        bundle(&mut meeting.here, &meeting.schools, false)
    };
    bencher.bench_local(|| meeting.borrow_mut().there.merge(&bundle, now(), true).unwrap());
}

/// The bundle of it.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn bundle_of_a_meeting(bencher: Bencher<'_, '_>, pupils: usize) {
    let mut meeting = Meeting::of(pupils);
    meeting.change();
    bencher.bench_local(|| meeting.here.collect(OTHER, &meeting.schools, false, now()).unwrap());
}
