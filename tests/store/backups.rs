use std::ops::ControlFlow;

use dakpan::store::{BackupKind, SecretKind, backup_folder, backup_place, own_backups, rotate};

use super::*;

/// The beginning of a file that opens with a key file.
const HEAD: &[u8] = b"dakpan\x02123456789";

fn lay(path: &Path, bytes: &[u8]) -> PathBuf {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
    path.to_owned()
}

#[test]
fn the_programs_own_backups_are_listed_newest_first_with_their_reason() {
    let place = Place::new();
    let path = place.path();
    let laid = |kind, time| lay(&backup_place(&path, kind, at(time)), HEAD);
    let made = laid(BackupKind::Made, "10:00:00");
    let migrated = laid(BackupKind::BeforeMigration(3), "12:00:00");
    let replaced = laid(BackupKind::BeforeRestore, "11:00:00");
    let found = own_backups(&path).unwrap();
    let told: Vec<_> = found.iter().map(|b| (b.path.clone(), b.kind, b.bytes)).collect();
    let bytes = HEAD.len() as u64;
    let expected = [
        (migrated, BackupKind::BeforeMigration(3), bytes),
        (replaced, BackupKind::BeforeRestore, bytes),
        (made, BackupKind::Made, bytes),
    ];
    assert_eq!(told, expected);
    assert!(found.iter().all(|b| b.opens_with == Some(SecretKind::KeyFile)));
    assert_eq!(found[0].made.to_string(), "2026-06-03 12:00:00");
}

#[test]
fn what_the_program_did_not_make_is_no_backup_of_its_own() {
    let place = Place::new();
    let path = place.path();
    let folder = backup_folder(&path);
    for name in [
        "tafel.dakpan",
        "tafel-20260603-090000.dakpan",
        "andere-20260603-090000.backup.dakpan",
        "tafel-20260603x090000.backup.dakpan",
        "tafel-20261303-090000.backup.dakpan",
        "tafel-2026063-090000.backup.dakpan",
        "tafel-20260603-090000.backup.dakpan.part",
        "tafel-x3-20260603-090000.backup.dakpan",
    ] {
        lay(&folder.join(name), HEAD);
        lay(&place.folder.path().join(name), HEAD);
    }
    // The name of a backup, and something else in it.
    lay(
        &backup_place(&path, BackupKind::Made, at("10:00:00")),
        b"SQLite format 3\0",
    );
    fs::create_dir(backup_place(&path, BackupKind::Made, at("10:01:00"))).unwrap();
    assert_eq!(own_backups(&path), Ok(Vec::new()));
}

#[test]
fn a_file_without_backups_has_none() {
    let place = Place::new();
    assert_eq!(own_backups(&place.path()), Ok(Vec::new()));
}

#[test]
fn an_open_file_tells_which_backups_share_its_key() {
    let place = Place::new();
    let store = place.create();
    let made = backup_place(&place.path(), BackupKind::Made, at("10:00:00"));
    store.backup(&made, &mut |_, _| ControlFlow::Continue(())).unwrap();
    lay(&backup_place(&place.path(), BackupKind::Made, at("09:00:00")), HEAD);
    let shares: Vec<bool> = own_backups(store.path())
        .unwrap()
        .iter()
        .map(|b| store.shares_key(b))
        .collect();
    assert_eq!(shares, [true, false]);
    assert_eq!(
        store.check().unwrap(),
        Vec::<String>::new(),
        "the file kept its locks and is sound"
    );
}

#[test]
fn rotation_keeps_the_newest_and_touches_nothing_else() {
    let place = Place::new();
    let path = place.path();
    let lay_at = |kind, time| lay(&backup_place(&path, kind, at(time)), HEAD);
    let made = ["10:00:00", "11:00:00", "09:00:00", "12:30:00"].map(|time| lay_at(BackupKind::Made, time));
    let others = [
        lay_at(BackupKind::BeforeMigration(1), "08:00:00"),
        lay_at(BackupKind::BeforeRestore, "08:00:00"),
        lay(&backup_folder(&path).join("tafel-20260603-080000.dakpan"), HEAD),
        lay(
            &backup_folder(&path).join("tafel-20260603-080000.backup.dakpan"),
            b"not ours",
        ),
        lay(&place.folder.path().join("tafel-20260603-080000.backup.dakpan"), HEAD),
    ];
    let left = |paths: &[PathBuf]| paths.iter().map(|path| path.exists()).collect::<Vec<_>>();
    assert_eq!(rotate(&path, 2), Ok(2));
    assert_eq!(left(&made), [false, true, false, true]);
    assert_eq!(rotate(&path, 2), Ok(0));
    assert_eq!(rotate(&path, 0), Ok(1), "the newest always stays");
    assert_eq!(left(&made), [false, false, false, true]);
    assert_eq!(left(&others), [true; 5]);
}

#[test]
fn a_backup_that_cannot_be_looked_at_is_listed_and_left_alone() {
    let place = Place::new();
    let store = place.create();
    let made = backup_place(&place.path(), BackupKind::Made, at("10:00:00"));
    store.backup(&made, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let open = Store::open(Opening {
        path: made.clone(),
        ..place.opening(key())
    })
    .unwrap();
    let listed = |store: &Store| own_backups(store.path()).unwrap();
    assert_eq!(listed(&store)[0].opens_with, None, "this process has it open");
    assert!(!store.shares_key(&listed(&store)[0]));
    assert_eq!((rotate(&place.path(), 1), made.exists()), (Ok(0), true));
    assert_eq!(open.check().unwrap(), Vec::<String>::new(), "it kept its locks");
    drop(open);
    assert!(store.shares_key(&listed(&store)[0]));
    #[cfg(unix)]
    if !is_root() {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&made, fs::Permissions::from_mode(0o000)).unwrap();
        assert_eq!(listed(&store)[0].opens_with, None, "nobody may read it");
    }
}

/// Whether the tests run as the one user whom no permission stops.
#[cfg(unix)]
fn is_root() -> bool {
    let place = Place::new();
    let path = place.folder.path().join("dicht");
    fs::write(&path, "x").unwrap();
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o000)).unwrap();
    fs::read(&path).is_ok()
}
