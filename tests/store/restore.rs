use std::ops::ControlFlow;

use dakpan::store::{BackupKind, Foreign, Restoring, Standing, backup_place, own_backups};

use super::*;

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A file with one party, and a backup of it; then a second party.
fn gone_on(place: &Place) -> (Store, PathBuf) {
    let mut store = place.create();
    change(&mut store, |tx| put(tx, "party", &party(1, "De Brug")));
    let backup = backup_place(&place.path(), BackupKind::Made, at("10:06:00"));
    store.backup(&backup, &mut go_on).unwrap();
    change(&mut store, |tx| put(tx, "party", &party(2, "De Schakel")));
    (store, backup)
}

fn prepare(place: &Place, from: &Path) -> Result<Restoring, StoreError> {
    Restoring::prepare(from, &place.path(), &key(), None, &mut go_on)
}

#[test]
fn a_backup_that_is_put_back_is_the_file_as_it_was() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    let newer = dump(&store);
    let before = fs::read(&backup).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    let standing = restoring.standing(Some(&store)).unwrap();
    let Standing::WentOn {
        changes,
        pupils,
        meetings,
        ..
    } = standing
    else {
        panic!("{standing:?}")
    };
    assert_eq!((changes, pupils, meetings), (1, 0, 0));
    let kept = restoring
        .commit(Some(store), at("11:00:00"), &mut go_on)
        .unwrap()
        .unwrap();
    let mut restored = place.open();
    assert_eq!(restored.check().unwrap(), Vec::<String>::new());
    let rows = dump(&restored);
    assert!(rows.len() == 1 && rows[0].1.contains("De Brug"), "{rows:?}");
    restored.undo(at("11:01:00")).expect("its journal is in it");
    drop(restored);
    assert!(fs::read(&backup).unwrap() == before, "the backup stays");
    let kinds: Vec<_> = own_backups(&place.path()).unwrap().iter().map(|b| b.kind).collect();
    assert_eq!(kinds, [BackupKind::BeforeRestore, BackupKind::Made]);
    let copy = Store::open(Opening {
        path: kept.clone(),
        ..place.opening(key())
    })
    .unwrap();
    assert_eq!(dump(&copy), newer, "what was there is kept");
    drop(copy);
    // And that can be put back in turn.
    let restoring = prepare(&place, &kept).unwrap();
    restoring
        .commit(Some(place.open()), at("11:02:00"), &mut go_on)
        .unwrap();
    assert_eq!(dump(&place.open()), newer);
}

#[test]
fn until_it_is_committed_nothing_is_touched() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    store.close().unwrap();
    let before = place.files();
    drop(prepare(&place, &backup).unwrap());
    assert!(place.files() == before);
}

#[test]
fn a_file_that_is_gone_comes_back_from_its_backup() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    store.close().unwrap();
    fs::remove_file(place.path()).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    assert_eq!(restoring.standing(None), Ok(Standing::None));
    assert_eq!(restoring.commit(None, at("11:00:00"), &mut go_on), Ok(None));
    assert_eq!(dump(&place.open()).len(), 1);
}

#[test]
fn a_damaged_file_is_kept_as_it_is_and_replaced() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    store.close().unwrap();
    let mut damaged = fs::read(place.path()).unwrap();
    damaged[100..4000].fill(7);
    fs::write(place.path(), &damaged).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    assert_eq!(restoring.standing(None), Ok(Standing::Closed));
    let kept = restoring.commit(None, at("11:00:00"), &mut go_on).unwrap().unwrap();
    assert!(fs::read(kept).unwrap() == damaged);
    assert_eq!(dump(&place.open()).len(), 1);
}

#[test]
fn a_log_that_a_killed_program_left_is_never_read_into_the_backup() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    // As a kill leaves it: the file with its log beside it, and nobody who has it open.
    let (bytes, log) = (
        fs::read(place.path()).unwrap(),
        place.folder.path().join("tafel.dakpan-wal"),
    );
    let logged = fs::read(&log).unwrap();
    assert!(!logged.is_empty());
    drop(store);
    fs::write(place.path(), &bytes).unwrap();
    fs::write(&log, &logged).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    let kept = restoring.commit(None, at("11:00:00"), &mut go_on).unwrap().unwrap();
    assert_eq!(dump(&place.open()).len(), 1, "only what the backup holds");
    let copy = Store::open(Opening {
        path: kept,
        ..place.opening(key())
    })
    .unwrap();
    assert_eq!(dump(&copy).len(), 2, "with what was in its log");
}

#[test]
fn a_file_that_is_open_is_never_replaced() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    let restoring = prepare(&place, &backup).unwrap();
    assert_eq!(
        restoring.commit(None, at("11:00:00"), &mut go_on),
        Err(StoreError::InUse)
    );
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    assert_eq!(
        prepare(&place, &place.path()).unwrap_err(),
        StoreError::InUse,
        "nor by itself"
    );
}

#[test]
fn what_is_no_sound_backup_is_refused_before_anything_is_touched() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    store.close().unwrap();
    let before = place.files();
    let other = place.folder.path().join("andere");
    let refused = |bytes: &[u8]| {
        fs::write(&other, bytes).unwrap();
        let error = prepare(&place, &other).unwrap_err();
        fs::remove_file(&other).unwrap();
        error
    };
    let good = fs::read(&backup).unwrap();
    let mut damaged = good.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    assert_eq!(refused(&damaged), StoreError::Corrupt);
    assert_eq!(refused(&good[..good.len() / 2]), StoreError::Corrupt);
    assert_eq!(refused(b""), StoreError::NotOurs(Foreign::Empty));
    assert_eq!(
        refused(&[b"PK\x03\x04".as_slice(), &[0; 5000]].concat()),
        StoreError::NotOurs(Foreign::Other)
    );
    let mut newer = good.clone();
    newer[6] = 9;
    assert!(matches!(refused(&newer), StoreError::Newer { .. }));
    let wrong = Secret::KeyFile(Zeroizing::new([4; 32]));
    let wrong = Restoring::prepare(&backup, &place.path(), &wrong, None, &mut go_on);
    assert_eq!(wrong.unwrap_err(), StoreError::WrongKey);
    let stopped = Restoring::prepare(&backup, &place.path(), &key(), None, &mut |_, _| ControlFlow::Break(()));
    assert_eq!(stopped.unwrap_err(), StoreError::Cancelled);
    let approach = Restoring::prepare(&backup, &place.path(), &key(), Some("anders"), &mut go_on);
    assert!(matches!(approach.unwrap_err(), StoreError::OtherApproach { .. }));
    assert_eq!(
        prepare(&place, &place.folder.path().join("nergens")).unwrap_err(),
        StoreError::NotFound
    );
    assert!(place.files() == before);
}

#[test]
fn another_file_is_told_apart_from_one_that_went_on() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    store.close().unwrap();
    fs::remove_file(place.path()).unwrap();
    let mut other = place.create();
    other
        .change(ABOUT, at("12:00:00"), |tx| put(tx, "party", &party(9, "Anders")))
        .unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    let standing = restoring.standing(Some(&other)).unwrap();
    assert!(matches!(standing, Standing::Other(_)), "{standing:?}");
}
