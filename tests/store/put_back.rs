//! What a file tells of itself once a backup was put in its place.

use std::ops::ControlFlow;

use dakpan::domain::rights::{Rectified, TrailKind};
use dakpan::store::{BackupKind, Current, EraseReason, NewLine, Restoring, backup_place};

use super::*;

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn looked_at(store: &mut Store, why: &str) {
    let line = NewLine {
        kind: TrailKind::Opened,
        pupil: None,
        meeting: None,
        export: None,
        why,
    };
    store.add_trail(line, at("10:05:00")).unwrap();
}

fn prepare(place: &Place, from: &Path) -> Restoring {
    Restoring::prepare(from, place.opening(key()), None, &mut go_on).unwrap()
}

/// The kind, who and why of each line, the first one first.
fn told(store: &Store) -> Vec<(TrailKind, String, String)> {
    let lines = store.trail(100, None).unwrap().into_iter().rev();
    lines.map(|line| (line.kind, line.who, line.why)).collect()
}

#[test]
fn the_trail_goes_back_and_says_which_backup_was_put_back_when_and_by_whom() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| put(tx, "party", &party(1, "De Brug")));
    looked_at(&mut store, "meeting");
    let backup = backup_place(&place.path(), BackupKind::Made, at("10:06:00"));
    store.backup(&backup, &mut go_on).unwrap();
    looked_at(&mut store, "between_meetings");
    let restoring = prepare(&place, &backup).by("Jo de Wit", at("11:30:00"));
    restoring.commit(Some(store.into()), &mut on).unwrap();
    let store = place.open();
    let opened = |why: &str| (TrailKind::Opened, "Els Vos".to_owned(), why.to_owned());
    let backup_said = "backup 2026.06.03 10.05 20260603_100600.backup.dakpan";
    let restored = |who: &str| (TrailKind::Restored, who.to_owned(), backup_said.to_owned());
    assert_eq!(told(&store), [opened("meeting"), restored("Jo de Wit")]);
    assert_eq!(store.trail(1, None).unwrap()[0].at, at("11:30:00"));
    assert_eq!(store.verify_trail().unwrap(), []);
    // From within the program it is the same.
    let mut store = store;
    let restoring = store.prepare_restore(&backup, at("12:00:00"), &mut go_on).unwrap();
    store.restore(restoring, &mut on).unwrap();
    assert_eq!(told(&store), [opened("meeting"), restored("Els Vos")]);
    assert_eq!(store.verify_trail().unwrap(), []);
}

#[test]
fn a_backup_of_an_older_version_takes_the_line_too() {
    let place = super::migrations::version_1();
    let backup = place.folder.path().join("elders.dakpan");
    fs::copy(place.path(), &backup).unwrap();
    let restoring = prepare(&place, &backup);
    let current = Current::open(place.opening(key()), None).unwrap();
    restoring.commit(Some(current), &mut on).unwrap();
    let store = place.open();
    let line = (
        TrailKind::Restored,
        "Els Vos".to_owned(),
        "backup 2026.06.02 10.00".to_owned(),
    );
    assert_eq!(told(&store), [line]);
    assert_eq!(store.verify_trail().unwrap(), []);
}

fn rectify(store: &mut Store, family: &str) {
    let field = Rectified::of("family").unwrap();
    let mut each = |_| ControlFlow::Continue(());
    store
        .rectify(3, field, Some(family), at("10:30:00"), &mut each)
        .unwrap();
    assert!(!store.is_forgetting().unwrap(), "nothing of it is still to be done");
}

fn rename(store: &mut Store, family: &str) {
    let mut known = store.pupil(3).unwrap();
    known.name.family = family.into();
    change(store, |tx| tx.update_pupil(&known));
}

fn put_back(place: &Place, store: Store, backup: &Path) -> Store {
    let restoring = prepare(place, backup);
    restoring.commit(Some(store.into()), &mut on).unwrap();
    place.open()
}

fn holds(path: &Path, text: &str) -> bool {
    let bytes = raw(path).serialize("main").unwrap().to_vec();
    memchr::memmem::find(&bytes, text.as_bytes()).is_some()
}

#[test]
fn a_copy_that_nobody_knew_of_does_not_bring_back_what_was_rectified() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Kanarie"))
    });
    // On a stick, so that the program did not find it when the backups were gone through.
    let stick = place.folder.path().join("stick.dakpan");
    store.backup(&stick, &mut go_on).unwrap();
    rectify(&mut store, "Merel");
    // What was changed since like any other field goes back, as everything does.
    rename(&mut store, "Vink");
    let rectified = (TrailKind::Rectified, "Els Vos".to_owned(), "pupil.family".to_owned());
    let restored = (
        TrailKind::Restored,
        "Els Vos".to_owned(),
        "backup 2026.06.03 10.05".to_owned(),
    );
    for _ in 0..2 {
        store = put_back(&place, store, &stick);
        assert_eq!(store.pupil(3).unwrap().name.family, "Merel");
        // Its own trail says so: else the next such copy would bring it back after all.
        assert_eq!(told(&store), [rectified.clone(), restored.clone()]);
        assert_eq!(store.verify_trail().unwrap(), []);
        assert_eq!(store.check().unwrap(), Vec::<String>::new());
        store.close().unwrap();
        assert!(!holds(&place.path(), "Kanarie") && holds(&stick, "Kanarie"));
        store = place.open();
    }
}

#[test]
fn a_copy_from_after_a_rectification_is_put_back_with_what_was_changed_until_then() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Kanarie"))
    });
    rectify(&mut store, "Merel");
    rename(&mut store, "Vink");
    let stick = place.folder.path().join("stick.dakpan");
    store.backup(&stick, &mut go_on).unwrap();
    rename(&mut store, "Mus");
    let store = put_back(&place, store, &stick);
    assert_eq!(store.pupil(3).unwrap().name.family, "Vink");
}

#[test]
fn the_file_of_before_a_wrong_restore_keeps_what_was_changed_after_a_rectification() {
    let (place, mut store) = two_pupils();
    let paths = ["stick.dakpan", "kept.dakpan"].map(|name| place.folder.path().join(name));
    let [stick, kept] = &paths;
    store.backup(stick, &mut go_on).unwrap();
    rectify(&mut store, "Merel");
    rename(&mut store, "Vink");
    store.backup(kept, &mut go_on).unwrap();
    let store = put_back(&place, store, stick);
    assert_eq!(store.pupil(3).unwrap().name.family, "Merel");
    let mut store = put_back(&place, store, kept);
    assert_eq!(store.pupil(3).unwrap().name.family, "Vink");
    assert_eq!(store.verify_trail().unwrap(), []);
    store.undo(at("10:30:00")).unwrap();
    assert_eq!(store.pupil(3).unwrap().name.family, "Merel");
}

fn renumber(store: &mut Store, pupil: i64, number: &str, now: &str) {
    let field = Rectified::of("number").unwrap();
    let mut each = |_| ControlFlow::Continue(());
    store.rectify(pupil, field, Some(number), at(now), &mut each).unwrap();
}

#[test]
fn a_copy_from_before_numbers_changed_hands_can_be_put_back() {
    let (place, mut store) = two_pupils();
    let stick = place.folder.path().join("stick.dakpan");
    store.backup(&stick, &mut go_on).unwrap();
    // Rectified to each other's.
    renumber(&mut store, 3, "x", "10:05:00");
    renumber(&mut store, 4, "00003", "10:05:01");
    renumber(&mut store, 3, "00004", "10:05:02");
    let mut store = put_back(&place, store, &stick);
    let number = |store: &Store, pupil| store.pupil(pupil).unwrap().number;
    assert_eq!([number(&store, 3), number(&store, 4)], ["00004", "00003"]);
    // One that somebody has there who was given another since.
    let older = place.folder.path().join("older.dakpan");
    store.backup(&older, &mut go_on).unwrap();
    change(&mut store, |tx| {
        let mut row = pupil(4, 2, "Tess", "", "Test");
        row["number"] = "00009".into();
        put(tx, "pupil", &row)
    });
    renumber(&mut store, 3, "00003", "10:06:00");
    let mut store = put_back(&place, store, &older);
    assert_eq!([number(&store, 3), number(&store, 4)], ["00003?3", "00003"]);
    // And one of somebody who was erased since.
    store.backup(&older, &mut go_on).unwrap();
    let mut each = |_| ControlFlow::Continue(());
    store
        .forget(4, EraseReason::Request, at("10:07:00"), &mut each)
        .unwrap();
    renumber(&mut store, 3, "00003", "10:08:00");
    let store = put_back(&place, store, &older);
    assert_eq!(number(&store, 3), "00003");
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    assert_eq!(store.verify_trail().unwrap(), []);
}

/// A file of two pupils, 3 and 4.
fn two_pupils() -> (Place, Store) {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Kanarie"))?;
        put(tx, "pupil", &pupil(4, 2, "Tess", "", "Test"))
    });
    (place, store)
}
