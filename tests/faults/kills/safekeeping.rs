//! Killed while a backup is put back, a pupil is erased or the key is changed: the file is as it was or as it was to
//! be, nobody who was erased is back, and every copy is whole.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use dakpan::domain::Id;
use dakpan::store::{
    BackupKind, Current, EraseReason, Opening, QueueFrom, RestoreStep, Restoring, Secret, Store, StoreError,
    backup_folder, backup_place, own_backups,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::{ABOUT, moment, party_and_person};
use crate::faults::chair::{assert_sound, lay, opening};
use crate::faults::matrix::record;
use crate::faults::process::{Running, acknowledge, part};
use crate::faults::{rounds, seed};
use crate::fuzz::Dice;

/// What the file has and the backup does not.
const NEWER: &str = "Nieuwer dan de kopie";

/// What opens the file after its key was changed.
fn new_key() -> Secret {
    Secret::KeyFile(Zeroizing::new([9; 32]))
}

fn on(_: RestoreStep) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Copies a file and its backups to a fresh folder.
fn copy_of(file: &Path) -> (TempDir, PathBuf) {
    let (folder, path) = super::copy_of(file);
    std::fs::create_dir(backup_folder(&path)).unwrap();
    for backup in own_backups(file).unwrap() {
        let name = backup.path.file_name().unwrap();
        std::fs::copy(&backup.path, backup_folder(&path).join(name)).unwrap();
    }
    (folder, path)
}

/// A file that went on from its backup, and in which a pupil was erased who is in the backup that lies elsewhere.
fn gone_on(folder: &Path) -> (PathBuf, Id) {
    let (path, table) = lay(folder, 3);
    let mut store = Store::open(opening(&path)).unwrap();
    store.backup(&elsewhere(&path), &mut go_on).unwrap();
    let now = opening(&path).now;
    store.change(ABOUT, now, |tx| party_and_person(tx, NEWER)).unwrap();
    let mut all = |_| ControlFlow::Continue(());
    store
        .forget(table.pupils[0], EraseReason::Request, now, &mut all)
        .unwrap();
    store.close().unwrap();
    (path, table.pupils[0])
}

/// Where the backup lies that is put back.
fn elsewhere(path: &Path) -> PathBuf {
    path.with_file_name("elders.dakpan")
}

fn has_newer(store: &Store) -> bool {
    store.party_names().unwrap().values().any(|name| name == NEWER)
}

/// The pupil whom the child erases too.
fn first_pupil(store: &Store) -> Id {
    store.queue_page(None, QueueFrom::Start, 1).unwrap().lines[0].id
}

/// What is left half made beside a file, after somebody opened it.
fn half_made(path: &Path) -> usize {
    let folders = [path.parent().unwrap().to_owned(), backup_folder(path)];
    let names = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok());
    let names = names
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".part")).count()
}

/// Runs a child to its end once, to know how long its work takes here and now.
fn microseconds_of(test: &str, file: &Path) -> usize {
    let (_folder, path) = prepared(file);
    let mut child = start(test, &path);
    let began = Instant::now();
    assert!(child.hear(2), "the child failed");
    usize::try_from(began.elapsed().as_micros()).unwrap()
}

fn prepared(file: &Path) -> (TempDir, PathBuf) {
    let (folder, path) = copy_of(file);
    if elsewhere(file).exists() {
        std::fs::copy(elsewhere(file), elsewhere(&path)).unwrap();
    }
    (folder, path)
}

/// A child that has said that it begins.
fn start(test: &str, path: &Path) -> Running {
    let test = format!("faults::kills::safekeeping::{test}");
    let mut child = Running::start(&test, &path.display().to_string());
    assert!(child.hear(1));
    child
}

/// Kills a child in so many rounds, each on a fresh copy of a file, and looks at what it left. Returns how often it was
/// in the midst of its work.
fn kill_often(test: &str, file: &Path, kills: usize, look: &mut dyn FnMut(&Path, bool, &str)) -> usize {
    let whole = microseconds_of(test, file);
    let mut dice = Dice::new(seed() ^ test.bytes().map(u64::from).sum::<u64>());
    let mut midway = 0;
    for round in 0..kills {
        let (_folder, path) = prepared(file);
        let heard = start(test, &path).kill_after(moment(&mut dice, whole + whole / 8));
        midway += usize::from(heard.len() == 1);
        look(&path, heard.len() == 2, &format!("{test}, kill {round} of {whole} µs"));
        assert_eq!(half_made(&path), 0, "{test}, kill {round}");
    }
    assert!(midway > 0, "every kill came too late");
    midway
}

#[test]
fn while_a_backup_is_put_back_one_whole_file_is_there_and_nobody_erased_is_back() {
    let folder = TempDir::new().unwrap();
    let (file, erased) = gone_on(folder.path());
    let kills = rounds(12);
    for (test, moment) in [
        ("puts_back", "putting a backup back"),
        ("goes_on", "the same, in the program"),
    ] {
        let (mut old, mut restored) = (0, 0);
        let midway = kill_often(test, &file, kills, &mut |path, done, told| {
            let store = assert_sound(path, told);
            assert_eq!(store.pupil(erased).unwrap_err(), StoreError::Missing("pupil"), "{told}");
            assert_eq!(store.tombstones(), Ok(1), "{told}");
            assert!(!store.is_forgetting().unwrap(), "{told}");
            assert!(!done || !has_newer(&store), "{told}: it was acknowledged");
            *(if has_newer(&store) { &mut old } else { &mut restored }) += 1;
            store.close().unwrap();
            for copy in own_backups(path).unwrap() {
                assert_eq!(copy.kind, BackupKind::BeforeRestore, "{told}");
                assert!(has_newer(&assert_sound(&copy.path, told)), "{told}: the safety copy");
            }
        });
        record(
            "kill -9",
            moment,
            &format!("{kills} kills, {midway} in the midst; {old} times the file, {restored} times the backup, whole"),
        );
    }
}

#[test]
fn while_a_pupil_is_erased_they_are_there_whole_or_gone_from_every_copy() {
    let folder = TempDir::new().unwrap();
    let (file, _) = lay(folder.path(), 3);
    let store = Store::open(opening(&file)).unwrap();
    let pupil = first_pupil(&store);
    for kind in [BackupKind::Made, BackupKind::BeforeRestore] {
        let to = backup_place(&file, kind, opening(&file).now);
        store.backup(&to, &mut go_on).unwrap();
    }
    let before = store.dump().unwrap();
    store.close().unwrap();
    let kills = rounds(12);
    let (mut whole, mut gone) = (0, 0);
    let midway = kill_often("forgets", &file, kills, &mut |path, done, told| {
        let store = assert_sound(path, told);
        assert!(!store.is_forgetting().unwrap(), "{told}: opening went on with it");
        let is_there = store.pupil(pupil).is_ok();
        assert!(!done || !is_there, "{told}: it was acknowledged");
        if is_there {
            assert_eq!(store.dump().unwrap(), before, "{told}: half erased");
        }
        *(if is_there { &mut whole } else { &mut gone }) += 1;
        store.close().unwrap();
        let copies = own_backups(path).unwrap();
        assert_eq!(copies.len(), 2, "{told}");
        for copy in copies {
            let copy = assert_sound(&copy.path, told);
            assert_eq!(copy.pupil(pupil).is_ok(), is_there, "{told}");
        }
    });
    record(
        "kill -9",
        "erasing a pupil",
        &format!("{kills} kills, {midway} in the midst; {whole} times whole, {gone} times gone from file and backups"),
    );
}

#[test]
fn while_the_key_is_changed_every_file_opens_with_the_old_or_the_new() {
    let folder = TempDir::new().unwrap();
    let (file, _) = lay(folder.path(), 2);
    let store = Store::open(opening(&file)).unwrap();
    for kind in [BackupKind::Made, BackupKind::BeforeRestore] {
        let to = backup_place(&file, kind, opening(&file).now);
        store.backup(&to, &mut go_on).unwrap();
    }
    let before = store.dump().unwrap();
    store.close().unwrap();
    let open_new = |path: &Path| {
        Store::open(Opening {
            secret: new_key(),
            ..opening(path)
        })
    };
    let kills = rounds(12);
    let (mut old, mut new) = (0, 0);
    let midway = kill_often("changes_key", &file, kills, &mut |path, done, told| {
        let is_new = open_new(path).is_ok();
        assert!(!done || is_new, "{told}: it was acknowledged");
        *(if is_new { &mut new } else { &mut old }) += 1;
        let copies = own_backups(path).unwrap();
        assert_eq!(copies.len(), 2, "{told}");
        for file in copies.iter().map(|copy| copy.path.as_path()).chain([path]) {
            let store = open_new(file).or_else(|_| Store::open(opening(file)));
            let store = store.unwrap_or_else(|error| panic!("{told}: {error}"));
            assert_eq!(store.check().unwrap(), Vec::<String>::new(), "{told}");
            assert_eq!(store.dump().unwrap(), before, "{told}");
        }
    });
    record(
        "kill -9",
        "changing the key",
        &format!("{kills} kills, {midway} in the midst; {old} times the old one, {new} times the new one, all whole"),
    );
}

/// The file that a child works on.
fn of_child() -> Option<PathBuf> {
    let path = part().map(PathBuf::from);
    if path.is_some() {
        acknowledge("begins");
    }
    path
}

#[test]
fn puts_back() {
    let Some(path) = of_child() else {
        return assert_ne!(elsewhere(Path::new("a/tafel.dakpan")), PathBuf::from("a/tafel.dakpan"));
    };
    let restoring = Restoring::prepare(&elsewhere(&path), opening(&path), None, &mut go_on).unwrap();
    let current = Current::open(opening(&path), None).unwrap();
    restoring.commit(Some(current), &mut on).unwrap();
    acknowledge("put back");
}

#[test]
fn goes_on() {
    let Some(path) = of_child() else {
        return assert_eq!(elsewhere(Path::new("a/b")).parent(), Some(Path::new("a")));
    };
    let mut store = Store::open(opening(&path)).unwrap();
    let now = opening(&path).now;
    let restoring = store.prepare_restore(&elsewhere(&path), now, &mut go_on).unwrap();
    store.restore(restoring, &mut on).unwrap();
    acknowledge("put back");
    std::hint::black_box(&store);
}

#[test]
fn forgets() {
    let Some(path) = of_child() else {
        return assert_eq!(opening(Path::new("x")).salt, Some([5; 9]));
    };
    let mut store = Store::open(opening(&path)).unwrap();
    let pupil = first_pupil(&store);
    let mut all = |_| ControlFlow::Continue(());
    store
        .forget(pupil, EraseReason::Request, opening(&path).now, &mut all)
        .unwrap();
    acknowledge("erased");
}

#[test]
fn changes_key() {
    let Some(path) = of_child() else {
        return assert_ne!(format!("{:?}", new_key()), "");
    };
    let mut store = Store::open(opening(&path)).unwrap();
    let (old, now) = (opening(&path).secret, opening(&path).now);
    store.change_secret(&old, new_key(), now, &mut go_on).unwrap();
    acknowledge("changed");
    std::hint::black_box(&store);
}
