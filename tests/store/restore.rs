mod newer;

use std::ops::ControlFlow;

use dakpan::store::{BackupKind, Current, Foreign, Restored, Restoring, Standing, backup_place, own_backups};

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

/// Where the log of a place's file lies.
fn log_of(place: &Place) -> PathBuf {
    place.folder.path().join("tafel.dakpan-wal")
}

/// As a kill leaves a file that went on from its backup: with its log beside it, and nobody who has it open. Gives the
/// backup, and the bytes of the two.
fn killed(place: &Place) -> (PathBuf, Vec<u8>, Vec<u8>) {
    let (store, backup) = gone_on(place);
    let (bytes, logged) = (fs::read(place.path()).unwrap(), fs::read(log_of(place)).unwrap());
    assert!(!logged.is_empty());
    drop(store);
    fs::write(place.path(), &bytes).unwrap();
    fs::write(log_of(place), &logged).unwrap();
    (backup, bytes, logged)
}

/// A party, its school and a pupil of it.
fn one_pupil(tx: &mut Tx<'_>, family: &str) -> Result<(), StoreError> {
    put(tx, "party", &party(1, "De Brug"))?;
    put(tx, "school", &school(2, "De Brug"))?;
    put(tx, "pupil", &pupil(3, 2, "Samira", "", family))
}

fn prepare(place: &Place, from: &Path) -> Result<Restoring, StoreError> {
    Restoring::prepare(from, to(place, key()), None, &mut go_on)
}

/// The file of a place at eleven, and what opens the backup.
fn to(place: &Place, secret: Secret) -> Opening {
    Opening {
        now: at("11:00:00"),
        ..place.opening(secret)
    }
}

#[test]
fn a_backup_that_is_put_back_is_the_file_as_it_was() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    let newer = dump(&store);
    let before = fs::read(&backup).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    let current = Current::from(store);
    let standing = restoring.standing(Some(&current)).unwrap();
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
    let kept = restoring.commit(Some(current), &mut on).unwrap().kept.unwrap();
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
    restoring.commit(Some(place.open().into()), &mut on).unwrap();
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
    assert_eq!(restoring.commit(None, &mut on), Ok(Restored::default()));
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
    let kept = restoring.commit(None, &mut on).unwrap().kept.unwrap();
    assert!(fs::read(kept).unwrap() == damaged);
    assert_eq!(dump(&place.open()).len(), 1);
}

#[test]
fn a_log_that_a_killed_program_left_is_never_read_into_the_backup() {
    let place = Place::new();
    let (backup, ..) = killed(&place);
    let restoring = prepare(&place, &backup).unwrap();
    let kept = restoring.commit(None, &mut on).unwrap().kept.unwrap();
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
    assert_eq!(restoring.commit(None, &mut on), Err(StoreError::InUse));
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
    let wrong = Restoring::prepare(&backup, to(&place, wrong), None, &mut go_on);
    assert_eq!(wrong.unwrap_err(), StoreError::WrongKey);
    let stopped = Restoring::prepare(&backup, to(&place, key()), None, &mut |_, _| ControlFlow::Break(()));
    assert_eq!(stopped.unwrap_err(), StoreError::Cancelled);
    let approach = Restoring::prepare(&backup, to(&place, key()), Some("anders"), &mut go_on);
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
    let standing = restoring.standing(Some(&other.into())).unwrap();
    assert!(matches!(standing, Standing::Other { .. }), "{standing:?}");
}

#[test]
fn looking_at_an_older_file_leaves_it_as_it_is_and_so_does_its_copy() {
    let place = super::migrations::version_1();
    let before = place.files();
    let backup = place.folder.path().join("elders.dakpan");
    fs::copy(place.path(), &backup).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    let current = Current::open(to(&place, key()), None).unwrap();
    let standing = restoring.standing(Some(&current)).unwrap();
    assert!(matches!(standing, Standing::WentOn { changes: 0, .. }), "{standing:?}");
    // Nobody said yes.
    drop((restoring, current));
    fs::remove_file(&backup).unwrap();
    assert!(place.files() == before, "not even brought up to date");
    fs::copy(place.path(), &backup).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    let current = Current::open(to(&place, key()), None).unwrap();
    let kept = restoring.commit(Some(current), &mut on).unwrap().kept.unwrap();
    let version = |path: &Path| -> i64 {
        let file = raw(path);
        file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    assert_eq!((version(&kept), version(&backup)), (1, 1), "each as it was");
    assert_eq!(version(&place.path()), newest(), "before it got its place");
    assert_eq!(own_backups(&place.path()).unwrap().len(), 1, "only what was there");
}

#[test]
fn looking_at_a_file_that_a_killed_program_left_leaves_its_log_too() {
    let place = Place::new();
    let (backup, ..) = killed(&place);
    let before = place.files();
    let restoring = prepare(&place, &backup).unwrap();
    let current = Current::open(to(&place, key()), None).unwrap();
    let standing = restoring.standing(Some(&current)).unwrap();
    assert!(matches!(standing, Standing::WentOn { changes: 1, .. }), "{standing:?}");
    drop((restoring, current));
    assert!(place.files() == before);
    assert_eq!(dump(&place.open()).len(), 2);
}

#[test]
fn a_copy_that_was_kept_with_its_log_can_be_put_back() {
    let place = Place::new();
    let (backup, bytes, logged) = killed(&place);
    let restoring = prepare(&place, &backup).unwrap();
    let kept = restoring.commit(None, &mut on).unwrap().kept.unwrap();
    let kept_log = PathBuf::from(format!("{}-wal", kept.display()));
    assert_eq!(
        (fs::read(&kept).unwrap(), fs::read(&kept_log).unwrap()),
        (bytes, logged)
    );
    // As long as somebody has it open, it is not put back.
    let held = raw(&kept);
    held.query_row("SELECT count(*) FROM party", [], |_| Ok(())).unwrap();
    assert_eq!(prepare(&place, &kept).unwrap_err(), StoreError::InUse);
    held.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .unwrap();
    drop(held);
    let restoring = prepare(&place, &kept).unwrap();
    assert!(kept_log.exists(), "the copy is as it was");
    restoring.commit(Some(place.open().into()), &mut on).unwrap();
    assert_eq!(dump(&place.open()).len(), 2, "with what was in its log");
}

#[test]
fn the_log_of_a_file_that_is_gone_is_not_read_into_the_one_that_comes() {
    let place = Place::new();
    let (store, backup) = gone_on(&place);
    let logged = fs::read(log_of(&place)).unwrap();
    store.close().unwrap();
    fs::remove_file(place.path()).unwrap();
    fs::write(log_of(&place), logged).unwrap();
    let restoring = prepare(&place, &backup).unwrap();
    restoring.commit(None, &mut on).unwrap();
    let restored = place.open();
    assert_eq!(dump(&restored).len(), 1);
    assert_eq!(restored.check().unwrap(), Vec::<String>::new());
}

#[test]
fn whoever_was_erased_is_out_of_the_copy_before_it_takes_the_place_of_the_file() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| one_pupil(tx, "Kanarie"));
    let backup = place.folder.path().join("elders.dakpan");
    store.backup(&backup, &mut go_on).unwrap();
    change(&mut store, |tx| {
        put(tx, "pupil", &pupil(4, 2, "Tess", "", "Nachtegaal"))
    });
    let own = backup_place(&place.path(), BackupKind::Made, at("10:06:00"));
    store.backup(&own, &mut go_on).unwrap();
    let forget = |store: &mut Store, pupil| {
        let mut go_on = |_| ControlFlow::Continue(());
        let why = dakpan::store::EraseReason::Request;
        store.forget(pupil, why, at("10:30:00"), &mut go_on).unwrap()
    };
    forget(&mut store, 3);
    // One of which a backup is still to be gone through, because it is in use.
    let held = raw(&own);
    held.execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM pupil;")
        .unwrap();
    forget(&mut store, 4);
    assert!(store.is_forgetting().unwrap());
    let restoring = prepare(&place, &backup).unwrap();
    let done = restoring.commit(Some(store.into()), &mut on).unwrap();
    assert_eq!(done.erased_again, 1);
    let mut file = raw(&place.path());
    let count = |sql: &str| -> i64 { file.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(count("SELECT count(*) FROM pupil"), 0, "as it got its place");
    assert_eq!(count("SELECT count(*) FROM tombstone"), 2, "also of whom it never knew");
    assert_eq!(
        count("SELECT count(*) FROM forgetting"),
        1,
        "what is still to be done goes on"
    );
    let bytes = file.serialize("main").unwrap();
    assert!(memchr::memmem::find(&bytes, b"Kanarie").is_none());
    drop((file, held));
    let restored = place.open();
    assert!(!restored.is_forgetting().unwrap());
    assert_eq!(restored.check().unwrap(), Vec::<String>::new());
    drop(restored);
    let copy = raw(&own).serialize("main").unwrap().to_vec();
    assert!(memchr::memmem::find(&copy, b"Nachtegaal").is_none());
}

#[test]
fn what_waits_to_be_rectified_or_erased_in_the_backups_is_so_in_the_copy_that_is_put_back() {
    use dakpan::domain::rights::Rectified;
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        one_pupil(tx, "Nachtegaal")?;
        let mut row = note(4, "working", "kanariepiet van het vorige overleg, alleen voor mij");
        row["pupil"] = json!(3);
        put(tx, "note", &row)
    });
    let elsewhere = place.folder.path().join("elders.dakpan");
    store.backup(&elsewhere, &mut go_on).unwrap();
    let own = backup_place(&place.path(), BackupKind::Made, at("10:06:00"));
    store.backup(&own, &mut go_on).unwrap();
    // A backup that somebody has open cannot be written: it waits.
    let held = raw(&own);
    held.execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM pupil;")
        .unwrap();
    let mut each = |_| ControlFlow::Continue(());
    store
        .rectify(
            3,
            Rectified::of("family").unwrap(),
            Some("Merel"),
            at("10:30:00"),
            &mut each,
        )
        .unwrap();
    store.close().unwrap();
    // And a working note that is to go.
    raw(&place.path())
        .execute_batch("INSERT INTO forgetting (record, subject) VALUES ('copies:note', 4)")
        .unwrap();
    let restoring = prepare(&place, &elsewhere).unwrap();
    let current = Current::open(to(&place, key()), None).unwrap();
    let kept = restoring.commit(Some(current), &mut on).unwrap().kept.unwrap();
    let bytes = raw(&place.path()).serialize("main").unwrap().to_vec();
    for gone in ["Nachtegaal", "kanariepiet van het vorige"] {
        assert!(memchr::memmem::find(&bytes, gone.as_bytes()).is_none(), "{gone}");
    }
    drop(held);
    let restored = place.open();
    assert!(!restored.is_forgetting().unwrap());
    assert_eq!(restored.check().unwrap(), Vec::<String>::new());
    drop(restored);
    for path in [place.path(), own, kept] {
        let family = "SELECT family || (SELECT count(*) FROM note) FROM pupil WHERE id = 3";
        let family: String = raw(&path).query_row(family, [], |row| row.get(0)).unwrap();
        assert_eq!(family, "Merel0", "{}", path.display());
    }
}

#[test]
fn the_file_that_is_worked_in_goes_on_with_what_was_put_back() {
    let place = Place::new();
    let (mut store, backup) = gone_on(&place);
    let restoring = store.prepare_restore(&backup, at("11:00:00"), &mut go_on).unwrap();
    let standing = restoring.standing_beside(&store).unwrap();
    assert!(matches!(standing, Standing::WentOn { changes: 1, .. }), "{standing:?}");
    let done = store.restore(restoring, &mut on).unwrap();
    assert!(!store.is_locked());
    assert_eq!(dump(&store).len(), 1);
    change(&mut store, |tx| put(tx, "party", &party(5, "De Haven")));
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    store.close().unwrap();
    assert_eq!(dump(&place.open()).len(), 2);
    assert!(
        own_backups(&place.path())
            .unwrap()
            .iter()
            .any(|one| Some(&one.path) == done.kept.as_ref())
    );
    // One that opens with something else is left to the command, which asks for it.
    let other = Place::new();
    Store::create(other.opening(Secret::KeyFile(Zeroizing::new([9; 32]))))
        .unwrap()
        .close()
        .unwrap();
    let store = place.open();
    let refused = store.prepare_restore(&other.path(), at("11:00:00"), &mut go_on);
    assert_eq!(refused.unwrap_err(), StoreError::WrongKey);
}
