//! The file at three sizes: what a step, a keystroke, a change and a question cost.

use std::ops::ControlFlow;

use dakpan::domain::codes::{NoteKind, Route};
use dakpan::domain::draft::DraftEdit;
use dakpan::domain::intent::Intent;
use dakpan::domain::practice::Practice;
use dakpan::domain::standing::Asking;
use dakpan::domain::term::Rules;
use dakpan::store::{About, EraseReason, NewDraft, QueueFrom, Reach, Scope, Store};
use divan::Bencher;

use crate::tables::{SIZES, now, open, opening, today};

fn about(intent: Intent) -> About {
    About {
        intent: intent.code(),
        pupil: None,
        meeting: None,
    }
}

/// A pupil in the middle of the queue.
fn somebody(store: &Store) -> i64 {
    let page = store.queue_page(None, QueueFrom::Start, 64).unwrap();
    page.lines[32].id
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn open_and_close(bencher: Bencher<'_, '_>, pupils: usize) {
    drop(open(pupils));
    bencher.bench_local(|| Store::open(opening(pupils)).unwrap());
}

#[divan::bench(args = SIZES)]
fn queue_page_of_64(bencher: Bencher<'_, '_>, pupils: usize) {
    let store = open(pupils);
    let middle = somebody(&store);
    bencher.bench_local(|| store.queue_page(None, QueueFrom::Around(middle), 64).unwrap());
}

#[divan::bench(args = SIZES)]
fn everything_on_one_pupil(bencher: Bencher<'_, '_>, pupils: usize) {
    let store = open(pupils);
    let middle = somebody(&store);
    bencher.bench_local(|| store.dossier(middle).unwrap());
}

#[divan::bench(args = SIZES)]
fn the_meeting_on_the_table(bencher: Bencher<'_, '_>, pupils: usize) {
    let store = open(pupils);
    let meeting = store.current_meeting(today()).unwrap().unwrap();
    bencher.bench_local(|| store.sitting(meeting).unwrap());
}

#[divan::bench(args = SIZES)]
fn find(bencher: Bencher<'_, '_>, pupils: usize) {
    let store = open(pupils);
    bencher.bench_local(|| store.find("dieren", 12, Reach::All).unwrap());
}

/// One change on the disk with its journal, and the undo of it.
#[divan::bench(args = SIZES, sample_count = 30, sample_size = 1)]
fn a_change_and_its_undo(bencher: Bencher<'_, '_>, pupils: usize) {
    let mut store = open(pupils);
    let pupil = somebody(&store);
    let mut turn = false;
    bencher.bench_local(|| {
        turn = !turn;
        let route = if turn { Route::Uwv } else { Route::School };
        store
            .change(about(Intent::SetRoute), now(), |tx| tx.set_route(pupil, route))
            .unwrap();
        store.undo(now()).unwrap();
    });
}

/// The undo of one change that touched twenty rows, and its redo.
#[divan::bench(args = SIZES, sample_count = 30, sample_size = 1)]
fn undo_and_redo_of_twenty_rows(bencher: Bencher<'_, '_>, pupils: usize) {
    let mut store = open(pupils);
    let page = store.queue_page(None, QueueFrom::Start, 64).unwrap();
    let twenty: Vec<i64> = page.lines.iter().take(20).map(|line| line.id).collect();
    for route in [Route::Uwv, Route::School] {
        store
            .change(about(Intent::SetRoute), now(), |tx| {
                twenty.iter().try_for_each(|&pupil| tx.set_route(pupil, route))
            })
            .unwrap();
    }
    bencher.bench_local(|| {
        store.undo(now()).unwrap();
        store.redo(now()).unwrap();
    });
    store.undo(now()).unwrap();
    store.undo(now()).unwrap();
}

/// One keystroke in a note, committed.
#[divan::bench(args = SIZES, sample_size = 1)]
fn a_keystroke(bencher: Bencher<'_, '_>, pupils: usize) {
    let mut store = open(pupils);
    let pupil = somebody(&store);
    let draft = store
        .open_draft(NewDraft {
            pupil: Some(pupil),
            meeting: None,
            item: None,
            kind: NoteKind::Table.code(),
            base: "",
        })
        .unwrap();
    let mut at = 0;
    bencher.bench_local(|| {
        let edit = DraftEdit {
            at,
            removed: String::new(),
            inserted: "e".into(),
        };
        at += 1;
        store.append_edits(draft, &[edit]).unwrap();
    });
    store.unjournaled(now(), |tx| tx.clear_draft(draft)).unwrap();
}

/// Why everybody is in the queue, from the file: once for all schools, once for one.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn reasons_of_all(bencher: Bencher<'_, '_>, pupils: usize) {
    reasons(bencher, pupils, |_| Scope::All);
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn reasons_of_one_school(bencher: Bencher<'_, '_>, pupils: usize) {
    reasons(bencher, pupils, |store| Scope::School(store.schools().unwrap()[0].id));
}

fn reasons(bencher: Bencher<'_, '_>, pupils: usize, scope: impl Fn(&Store) -> Scope) {
    let (store, rules) = (open(pupils), Rules::built_in().unwrap());
    let scope = scope(&store);
    let asking = Asking {
        today: today(),
        practice: Practice::default(),
        rules: &rules,
    };
    bencher.bench_local(|| store.queue(scope, &asking).unwrap());
}

/// One pupil erased from the file, with the proof; the file has no backups. The goal is two seconds, and two more for
/// each backup, which costs the same once more.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn a_pupil_erased(bencher: Bencher<'_, '_>, pupils: usize) {
    let mut store = open(pupils);
    bencher.bench_local(|| {
        let pupil = somebody(&store);
        let erased = store
            .forget(pupil, EraseReason::Request, now(), &mut |_| ControlFlow::Continue(()))
            .unwrap();
        assert_eq!(erased.proof.found, 0);
    });
}
