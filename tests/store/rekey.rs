use std::ops::ControlFlow;

use dakpan::store::{BackupKind, SecretKind, backup_place, make_key_file, others_may_read, own_backups};

use super::*;

const OLD: &str = "oud wachtwoord";
const NEW: &str = "nieuw wachtwoord";

/// A file with a passphrase, something in it, and two backups.
fn filled(place: &Place) -> Store {
    let mut store = Store::create(place.opening(passphrase(OLD))).unwrap();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        (1..200).try_for_each(|id| put(tx, "note", &note(id, "table", &"kanariepiet ".repeat(300))))
    });
    for time in ["09:00:00", "09:30:00"] {
        let to = backup_place(&place.path(), BackupKind::Made, at(time));
        store.backup(&to, &mut |_, _| ControlFlow::Continue(())).unwrap();
    }
    store
}

fn opens(path: &Path, place: &Place, secret: Secret) -> Result<Store, StoreError> {
    Store::open(Opening {
        path: path.to_owned(),
        ..place.opening(secret)
    })
}

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn another_passphrase_opens_the_file_and_its_backups_and_the_old_one_nothing() {
    let place = Place::new();
    let mut store = filled(&place);
    let before = dump(&store);
    let head = fs::read(place.path()).unwrap()[..16].to_vec();
    let mut seen = Vec::new();
    let changed = store
        .change_secret(&passphrase(OLD), passphrase(NEW), at("10:00:00"), &mut |done, total| {
            seen.push((done, total));
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!((changed.backups, changed.left.len()), (2, 0));
    assert!(
        seen.is_sorted() && seen.last().is_some_and(|(done, total)| done == total),
        "{seen:?}"
    );
    assert_eq!(dump(&store), before);
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    let backups = own_backups(store.path()).unwrap();
    assert!(backups.len() == 2 && backups.iter().all(|backup| store.shares_key(backup)));
    store.close().unwrap();
    let salt = fs::read(place.path()).unwrap()[..16].to_vec();
    assert!(
        salt.starts_with(b"dakpan\x01") && salt != head,
        "a fresh salt, marked as before"
    );
    for path in backups
        .iter()
        .map(|backup| backup.path.as_path())
        .chain([place.path().as_path()])
    {
        assert_eq!(
            opens(path, &place, passphrase(OLD)).unwrap_err(),
            StoreError::WrongKey,
            "{path:?}"
        );
        let store = opens(path, &place, passphrase(NEW)).unwrap();
        assert_eq!(store.check().unwrap(), Vec::<String>::new());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    let names: Vec<_> = place.files().into_iter().map(|(path, ..)| path).collect();
    assert_eq!(names, [place.path()], "nothing half made");
}

#[test]
fn from_a_passphrase_to_a_key_file_and_back() {
    let place = Place::new();
    let mut store = filled(&place);
    let before = dump(&store);
    let path = place.folder.path().join("sleutel");
    make_key_file(&path).unwrap();
    assert_eq!(make_key_file(&path), Err(StoreError::AlreadyExists), "never replaced");
    assert!(!others_may_read(&path));
    let key = Secret::from_key_file(&path).unwrap();
    store
        .change_secret(&passphrase(OLD), key.clone(), at("10:00:00"), &mut go_on)
        .unwrap();
    assert_eq!(store.opens_with(), SecretKind::KeyFile);
    assert!(
        own_backups(store.path())
            .unwrap()
            .iter()
            .all(|b| b.opens_with == Some(SecretKind::KeyFile))
    );
    store.close().unwrap();
    assert_eq!(
        opens(&place.path(), &place, passphrase(OLD)).unwrap_err(),
        StoreError::NeedsKeyFile
    );
    let mut store = opens(&place.path(), &place, key.clone()).unwrap();
    store
        .change_secret(&key, passphrase(NEW), at("10:00:00"), &mut go_on)
        .unwrap();
    drop(store);
    assert_eq!(dump(&opens(&place.path(), &place, passphrase(NEW)).unwrap()), before);
}

#[test]
fn who_does_not_know_the_old_one_changes_nothing() {
    let place = Place::new();
    let mut store = filled(&place);
    let changed = store.change_secret(&passphrase("geraden"), passphrase(NEW), at("10:00:00"), &mut go_on);
    assert_eq!(changed, Err(StoreError::WrongKey));
    assert_eq!(store.is_opened_by(&passphrase(OLD)), Ok(true));
}

#[test]
fn stopped_anywhere_it_changes_nothing() {
    let place = Place::new();
    let mut store = filled(&place);
    let mut steps = 0;
    let count = &mut |_: usize, _: usize| {
        steps += 1;
        ControlFlow::Continue(())
    };
    store
        .change_secret(&passphrase(OLD), passphrase("en weer anders"), at("10:00:00"), count)
        .unwrap();
    store
        .change_secret(
            &passphrase("en weer anders"),
            passphrase(OLD),
            at("10:00:00"),
            &mut go_on,
        )
        .unwrap();
    let same = store.change_secret(&passphrase(OLD), passphrase(OLD), at("10:00:00"), &mut go_on);
    assert_eq!(same, Err(StoreError::SameSecret));
    for stop in [1, steps / 2, steps - 1] {
        let backups = own_backups(store.path()).unwrap();
        let bytes: Vec<_> = backups.iter().map(|backup| fs::read(&backup.path).unwrap()).collect();
        let mut left = stop;
        let changed = store.change_secret(&passphrase(OLD), passphrase(NEW), at("10:00:00"), &mut |_, _| {
            left -= 1;
            if left == 0 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert_eq!(changed, Err(StoreError::Cancelled), "at {stop} of {steps}");
        assert_eq!(store.is_opened_by(&passphrase(OLD)), Ok(true));
        let after: Vec<_> = backups.iter().map(|backup| fs::read(&backup.path).unwrap()).collect();
        assert!(after == bytes);
        let folder = fs::read_dir(backups[0].path.parent().unwrap()).unwrap().count();
        assert_eq!(folder, 2, "nothing half made");
    }
}

#[test]
fn a_backup_under_another_passphrase_is_left_and_named() {
    let place = Place::new();
    let mut store = filled(&place);
    let foreign = backup_place(&place.path(), BackupKind::Made, at("08:00:00"));
    let other = Place::new();
    Store::create(other.opening(passphrase("van vroeger")))
        .unwrap()
        .close()
        .unwrap();
    fs::copy(other.path(), &foreign).unwrap();
    let bytes = fs::read(&foreign).unwrap();
    let changed = store
        .change_secret(&passphrase(OLD), passphrase(NEW), at("10:00:00"), &mut go_on)
        .unwrap();
    assert_eq!((changed.backups, changed.left), (2, vec![foreign.clone()]));
    assert_eq!(fs::read(&foreign).unwrap(), bytes);
}

#[test]
fn after_a_change_that_was_killed_between_two_names_it_can_be_done_again() {
    let place = Place::new();
    let mut store = filled(&place);
    // As the kill leaves it: a backup has the new passphrase already, the file does not.
    let other = Place::new();
    let done = Store::create(other.opening(passphrase(NEW))).unwrap();
    done.close().unwrap();
    let first = own_backups(store.path()).unwrap()[0].path.clone();
    fs::copy(other.path(), &first).unwrap();
    let changed = store
        .change_secret(&passphrase(OLD), passphrase(NEW), at("10:00:00"), &mut go_on)
        .unwrap();
    assert_eq!((changed.backups, changed.left.len()), (2, 0));
    assert!(
        own_backups(store.path())
            .unwrap()
            .iter()
            .all(|backup| store.shares_key(backup))
    );
}

#[test]
fn a_key_file_that_others_may_read_is_known() {
    let place = Place::new();
    let path = place.folder.path().join("sleutel");
    make_key_file(&path).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(others_may_read(&path));
    }
    assert!(!others_may_read(&place.folder.path().join("nergens")));
}

#[test]
fn a_change_that_fails_between_two_names_locks_the_file_so_that_what_was_made_for_it_is_kept() {
    let place = Place::new();
    let mut store = filled(&place);
    let backups = own_backups(store.path()).unwrap();
    let stuck = backups[1].path.clone();
    // A folder that is not empty takes the name of the second backup just before the names are given.
    let changed = store.change_secret(&passphrase(OLD), passphrase(NEW), at("10:00:00"), &mut |done, total| {
        if done == total && stuck.is_file() {
            fs::remove_file(&stuck).unwrap();
            fs::create_dir_all(stuck.join("vol")).unwrap();
        }
        ControlFlow::Continue(())
    });
    assert!(changed.is_err(), "{changed:?}");
    assert!(
        stuck.is_dir() && store.is_locked(),
        "something has changed, and that is told"
    );
    assert!(opens(&backups[0].path, &place, passphrase(NEW)).is_ok());
    assert!(opens(&place.path(), &place, passphrase(OLD)).is_ok());
    for folder in [place.folder.path(), stuck.parent().unwrap()] {
        for file in fs::read_dir(folder).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            assert!(!name.contains("part"), "{name} is left");
        }
    }
    drop(store);
}

#[cfg(unix)]
#[test]
fn a_file_that_got_the_name_meanwhile_is_not_written_over() {
    for before in [true, false] {
        let place = Place::new();
        let mut store = filled(&place);
        let bytes: Vec<_> = own_backups(store.path()).unwrap();
        let bytes: Vec<_> = bytes.iter().map(|backup| fs::read(&backup.path).unwrap()).collect();
        let name = place.path();
        let swap = || {
            fs::rename(&name, name.with_extension("weg")).unwrap();
            fs::write(&name, "van een ander").unwrap();
        };
        let mut swapped = before;
        if before {
            swap();
        }
        let changed = store.change_secret(&passphrase(OLD), passphrase(NEW), at("10:00:00"), &mut |done, total| {
            if done == total && !swapped {
                swapped = true;
                swap();
            }
            ControlFlow::Continue(())
        });
        assert_eq!(changed, Err(StoreError::Replaced), "{before}");
        assert!(!store.is_locked(), "nothing has changed");
        assert_eq!(fs::read(&name).unwrap(), b"van een ander");
        let after = own_backups(store.path()).unwrap();
        let after: Vec<_> = after.iter().map(|backup| fs::read(&backup.path).unwrap()).collect();
        assert!(after == bytes);
    }
}
