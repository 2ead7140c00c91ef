use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::process::Command;

use dakpan::store::{Constraint, Foreign, SecretKind, recognise};
use rusqlite::ffi;

use super::*;

/// Names another program's file to [`as_another_program`].
const FILE: &str = "DAKPAN_TEST_FILE";

#[test]
fn a_setting_survives_closing() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    store.close().unwrap();
    assert_eq!(place.files().len(), 1, "everything is in one file again");
    assert_eq!(place.open().setting("chair").unwrap().as_deref(), Some("Els"));
    assert_eq!(recognise(&place.path()), Ok(SecretKind::KeyFile));
}

#[test]
fn making_a_file_refuses_when_there_is_one_and_leaves_it() {
    let place = Place::new();
    fs::write(place.path(), "something else").unwrap();
    let before = place.files();
    assert_eq!(
        Store::create(place.opening(key())).unwrap_err(),
        StoreError::AlreadyExists
    );
    assert_eq!(place.files(), before);
}

#[cfg(unix)]
#[test]
fn only_this_user_may_read_what_is_made() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let path = place.folder.path().join("new/folder/tafel.dakpan");
    let store = Store::create(Opening {
        path: path.clone(),
        ..place.opening(key())
    })
    .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600, "files beside it too");
    }
    drop(store);
}

#[test]
fn what_is_not_a_file_of_ours_is_told_apart_without_a_key_and_left_alone() {
    let place = Place::new();
    let try_both = || {
        let seen = recognise(&place.path()).unwrap_err();
        assert_eq!(Store::open(place.opening(key())).unwrap_err(), seen);
        seen
    };
    assert_eq!(try_both(), StoreError::NotFound);
    fs::create_dir(place.path()).unwrap();
    assert_eq!(try_both(), StoreError::NotOurs(Foreign::NotAFile));
    fs::remove_dir(place.path()).unwrap();
    let page = |head: &[u8]| [head, &[0x5a; 8192]].concat();
    let cases = [
        (Vec::new(), StoreError::NotOurs(Foreign::Empty)),
        (page(b"SQLite format 3\0"), StoreError::NotOurs(Foreign::PlainSqlite)),
        (page(b"%PDF-1.7 and so on"), StoreError::NotOurs(Foreign::Other)),
        (b"dakpan".to_vec(), StoreError::NotOurs(Foreign::Other)),
        (page(b"dakpan\0"), StoreError::NotOurs(Foreign::Other)),
        (page(b"dakpan\x09"), StoreError::Newer { file: 9, program: 2 }),
        (b"dakpan\x02 and cut off".to_vec(), StoreError::Corrupt),
    ];
    for (bytes, expected) in cases {
        fs::write(place.path(), bytes).unwrap();
        let before = place.files();
        assert_eq!(try_both(), expected);
        assert_eq!(place.files(), before);
    }
}

#[test]
fn a_wrong_passphrase_leaves_every_byte_and_the_right_one_opens() {
    let place = Place::new();
    Store::create(place.opening(passphrase("drie wolken één")))
        .unwrap()
        .close()
        .unwrap();
    let before = place.files();
    assert_eq!(recognise(&place.path()), Ok(SecretKind::Passphrase));
    assert_eq!(
        Store::open(place.opening(passphrase("demo"))).unwrap_err(),
        StoreError::WrongKey
    );
    assert_eq!(
        Store::open(place.opening(key())).unwrap_err(),
        StoreError::NeedsPassphrase
    );
    assert_eq!(place.files(), before);
    Store::open(place.opening(passphrase("drie wolken e\u{301}e\u{301}n"))).expect("however the accents are typed");
}

#[test]
fn a_wrong_key_leaves_what_a_crash_left_and_the_right_one_takes_it_in() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    // What is on the disk now is what a killed program leaves: the change is in the log only.
    let crashed = Place::new();
    for (path, bytes, _) in place.files() {
        fs::write(crashed.folder.path().join(path.file_name().unwrap()), bytes).unwrap();
    }
    let before = crashed.files();
    assert_eq!(before.len(), 2);
    let wrong = Secret::KeyFile(Zeroizing::new([4; 32]));
    assert_eq!(Store::open(crashed.opening(wrong)).unwrap_err(), StoreError::WrongKey);
    assert_eq!(
        Store::open(crashed.opening(passphrase("demo"))).unwrap_err(),
        StoreError::NeedsKeyFile
    );
    assert_eq!(crashed.files(), before);
    let store = crashed.open();
    assert_eq!(store.setting("chair").unwrap().as_deref(), Some("Els"));
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_key_file_holds_32_bytes() {
    let place = Place::new();
    for (length, good) in [(31, false), (32, true), (33, false), (0, false)] {
        fs::write(place.path(), vec![1; length]).unwrap();
        let read = Secret::from_key_file(&place.path()).map(|secret| secret.kind());
        assert_eq!(
            read,
            if good {
                Ok(SecretKind::KeyFile)
            } else {
                Err(StoreError::BadKeyFile)
            }
        );
    }
}

#[test]
fn a_file_that_is_open_is_not_opened_again() {
    let place = Place::new();
    let store = place.create();
    assert_eq!(Store::open(place.opening(key())).unwrap_err(), StoreError::InUse);
    assert_eq!(recognise(&place.path()), Err(StoreError::InUse));
    // Looking at it from this process must not have let go of the lock that keeps others out.
    assert!(another_program_is_refused(&place));
    drop(store);
    assert!(!another_program_is_refused(&place));
    let other = raw(&place.path());
    other.query_row("SELECT count(*) FROM setting", [], |_| Ok(())).unwrap();
    assert_eq!(Store::open(place.opening(key())).unwrap_err(), StoreError::InUse);
    drop(other);
    place.open();
    crate::faults::matrix::record(
        "second program",
        "on a file that is open",
        "refused at once with a sentence; the first goes on",
    );
}

fn another_program_is_refused(place: &Place) -> bool {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["store::open::as_another_program", "--exact", "--ignored", "--nocapture"])
        .env(FILE, place.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("REFUSED") ^ said.contains("OPENED"), "{said}");
    said.contains("REFUSED")
}

#[test]
#[ignore = "run by another test as a process of its own"]
fn as_another_program() {
    let place = Place::new();
    let path = PathBuf::from(std::env::var(FILE).unwrap());
    let said = match Store::open(Opening {
        path,
        ..place.opening(key())
    }) {
        Ok(_) => "OPENED",
        Err(StoreError::InUse) => "REFUSED",
        Err(error) => panic!("{error}"),
    };
    std::io::stderr().write_all(said.as_bytes()).unwrap();
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_left() {
    let place = Place::new();
    place.create().close().unwrap();
    raw(&place.path()).execute_batch("PRAGMA user_version = 99").unwrap();
    let before = place.files();
    assert_eq!(
        Store::open(place.opening(key())).unwrap_err(),
        StoreError::Newer {
            file: 99,
            program: newest()
        }
    );
    assert_eq!(place.files(), before);
}

#[test]
fn an_encrypted_database_of_another_program_is_refused_and_left() {
    let place = Place::new();
    raw(&place.path())
        .execute_batch("CREATE TABLE other (a); PRAGMA application_id = 77;")
        .unwrap();
    let before = place.files();
    assert_eq!(
        Store::open(place.opening(key())).unwrap_err(),
        StoreError::NotOurs(Foreign::Other)
    );
    assert_eq!(place.files(), before);
}

#[test]
fn an_older_file_is_copied_beside_it_and_then_migrated() {
    let place = Place::new();
    raw(&place.path())
        .execute_batch("PRAGMA application_id = 0x646b706e; PRAGMA user_version = 0;")
        .unwrap();
    let mut store = place.open();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    store.close().unwrap();
    let beside = place.folder.path().join("tafel-v0-20260603-100000.backup.dakpan");
    let version = |path: &Path| {
        raw(path)
            .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!((version(&beside), version(&place.path())), (0, newest()));
}

#[test]
fn no_word_of_a_record_can_be_read_from_the_files() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "Kanariepietschool"))?;
        put(tx, "note", &note(2, "working", "kanariepietnotitie"))
    });
    let contains = |needle: &str| {
        place.files().iter().any(|(_, bytes, _)| {
            let text: Vec<u8> = bytes.iter().map(u8::to_ascii_lowercase).collect();
            text.windows(needle.len()).any(|window| window == needle.as_bytes())
        })
    };
    assert_eq!(place.files().len(), 2, "the log is looked at too");
    for needle in ["kanariepiet", "create table", "journal", "els vos"] {
        assert!(!contains(needle), "{needle}");
    }
    store.close().unwrap();
    assert!(!contains("kanariepiet"));
    assert!(contains("dakpan"), "looking works");
}

#[test]
fn damage_is_noticed() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| put(tx, "party", &party(1, "De Brug")));
    store.close().unwrap();
    let length = fs::metadata(place.path()).unwrap().len();
    let mut unnoticed = Vec::new();
    for page in 0..length / 4096 {
        let copy = Place::new();
        fs::copy(place.path(), copy.path()).unwrap();
        let mut file = OpenOptions::new().write(true).open(copy.path()).unwrap();
        file.seek(SeekFrom::Start(page * 4096 + 1000)).unwrap();
        file.write_all(&[0x55; 8]).unwrap();
        drop(file);
        match Store::open(copy.opening(key())) {
            Err(StoreError::WrongKey | StoreError::Corrupt) => {}
            Err(error) => panic!("page {page}: {error:?}"),
            Ok(store) => match store.check() {
                Ok(problems) if problems.is_empty() => unnoticed.push(page),
                Ok(_) | Err(StoreError::Corrupt) => {}
                Err(error) => panic!("page {page}: {error:?}"),
            },
        }
    }
    assert_eq!(unnoticed, Vec::<u64>::new());
}

#[test]
fn ids_are_new_and_go_up_whatever_the_clock_does() {
    let place = Place::new();
    let mut store = place.create();
    let mut ids = vec![store.next_id(), store.next_id()];
    let new_id = |store: &mut Store, time: &str| {
        store
            .change(ABOUT, at(time), |tx| {
                let id = tx.new_id();
                tx.set_setting("last", &id.to_string())?;
                Ok(id)
            })
            .unwrap()
    };
    ids.push(new_id(&mut store, "10:00:01"));
    ids.push(new_id(&mut store, "10:00:01"));
    ids.push(new_id(&mut store, "09:00:00"));
    ids.push(new_id(&mut store, "10:00:02"));
    drop(store);
    let mut store = place.open();
    ids.push(store.next_id());
    ids.push(new_id(&mut store, "08:00:00"));
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    assert_eq!(
        ids[2] >> 32,
        at("10:00:01").timestamp() - 1_704_067_200,
        "the second is the upper half"
    );
    let other = Place::new();
    let mut other = Store::create(Opening {
        seed: 8,
        ..other.opening(key())
    })
    .unwrap();
    assert_ne!(other.next_id(), ids[0], "another seed, another beginning");
}

#[test]
fn the_same_seed_salt_and_moments_give_the_same_records_and_journal() {
    let make = || {
        let place = Place::new();
        let mut store = place.create();
        for name in ["De Brug", "De Schakel"] {
            change(&mut store, |tx| {
                let id = tx.new_id();
                put(tx, "party", &party(id, name))
            });
        }
        let journal = store.journal(10, None).unwrap();
        let rows = dump(&store);
        drop(store);
        (rows, journal, fs::read(place.path()).unwrap()[..16].to_vec())
    };
    assert_eq!(make(), make());
}

#[test]
fn what_the_database_reports_is_told_by_kind() {
    let kind = |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
    assert_eq!(kind(ffi::SQLITE_BUSY), StoreError::InUse);
    assert_eq!(kind(ffi::SQLITE_LOCKED), StoreError::InUse);
    assert_eq!(kind(ffi::SQLITE_FULL), StoreError::Full);
    assert_eq!(kind(ffi::SQLITE_READONLY), StoreError::ReadOnly);
    assert_eq!(kind(ffi::SQLITE_READONLY_DIRECTORY), StoreError::ReadOnly);
    assert_eq!(kind(ffi::SQLITE_CORRUPT), StoreError::Corrupt);
    assert_eq!(kind(ffi::SQLITE_NOTADB), StoreError::WrongKey);
    assert_eq!(kind(ffi::SQLITE_CANTOPEN), StoreError::Permission);
    assert_eq!(kind(ffi::SQLITE_IOERR_FSYNC), StoreError::Disk(ffi::SQLITE_IOERR_FSYNC));
    assert_eq!(kind(ffi::SQLITE_INTERRUPT), StoreError::Cancelled);
    assert_eq!(
        kind(ffi::SQLITE_CONSTRAINT_UNIQUE),
        StoreError::Refused(Constraint::Unique)
    );
    assert_eq!(
        kind(ffi::SQLITE_CONSTRAINT_FOREIGNKEY),
        StoreError::Refused(Constraint::ForeignKey)
    );
    assert_eq!(kind(ffi::SQLITE_ERROR), StoreError::Sqlite(ffi::SQLITE_ERROR));
    let file = |kind: std::io::ErrorKind| StoreError::from(std::io::Error::from(kind));
    assert_eq!(file(std::io::ErrorKind::StorageFull), StoreError::Full);
    assert_eq!(file(std::io::ErrorKind::PermissionDenied), StoreError::Permission);
    assert_eq!(file(std::io::ErrorKind::ReadOnlyFilesystem), StoreError::ReadOnly);
    assert_eq!(
        file(std::io::ErrorKind::TimedOut),
        StoreError::Io(std::io::ErrorKind::TimedOut)
    );
}

#[test]
fn what_is_filled_all_at_once_is_in_the_file_itself_when_that_returns() {
    let place = Place::new();
    let mut store = place.create();
    let parties = |from: i64| {
        move |store: &mut Store| {
            for id in from..from + 3 {
                store.fill(at("10:06:00"), |tx| put(tx, "party", &party(id, "De Brug")))?;
            }
            Ok(())
        }
    };
    store.all_at_once(parties(1)).unwrap();
    // A power cut takes the log at most: the file alone holds everything.
    let alone = Place::new();
    fs::copy(place.path(), alone.path()).unwrap();
    assert!(dump(&alone.open()) == dump(&store) && dump(&store).len() > 2);
    // One that fails is told, and a change after it is one like any other.
    let failed = store.all_at_once(|store| parties(4)(store).and(Err::<(), _>(StoreError::Full)));
    assert_eq!(failed, Err(StoreError::Full));
    change(&mut store, |tx| put(tx, "party", &party(7, "De Schakel")));
    assert_eq!(store.undo(at("10:08:00")).unwrap().intent, ABOUT.intent);
}
