//! Killed while an older file is brought up to date: it is still the older file or it is the newer one.

use std::path::Path;
use std::time::Instant;

use rusqlite::Connection;
use tempfile::TempDir;

use super::letters::{letter, letters_in};
use super::{copy_of, moment};
use crate::faults::chair::{assert_sound, opening};
use crate::faults::matrix::record;
use crate::faults::process::Running;
use crate::faults::{rounds, seed};
use crate::fuzz::Dice;

/// Pupils in the older file: enough for the migration to take a while.
const PUPILS: usize = 400;

/// Letters of a note that was under way in the older program.
const LETTERS: usize = 30;

/// A file as version 1 wrote it.
fn older(path: &Path) {
    // The first page of a file this program made holds the salt; the rest is what version 1 wrote.
    drop(dakpan::store::Store::create(opening(path)).unwrap());
    std::fs::remove_file(path).unwrap();
    let old: Connection = crate::store::raw(path);
    old.execute_batch(include_str!("../../../data/migrations/0001_records.sql"))
        .unwrap();
    old.execute_batch(
        "INSERT INTO party (id, kind, name) VALUES (1, 'school', 'De Brug');
         INSERT INTO school (id, brin, branch, kind, name, party) VALUES (2, '00AB', '00', 'pro', 'De Brug', 1);",
    )
    .unwrap();
    for id in 0..PUPILS {
        let insert = "INSERT INTO pupil (id, school, number, given, family) VALUES (?1, 2, ?2, 'Samira', 'Kaya')";
        old.execute(insert, (i64::try_from(id + 10).unwrap(), format!("{id:05}")))
            .unwrap();
    }
    old.execute_batch("INSERT INTO draft (id, kind, base) VALUES (5, 'table', '')")
        .unwrap();
    for at in 0..LETTERS {
        let edits = serde_json::to_string(&[letter(at)]).unwrap();
        let insert = "INSERT INTO draft_edit (draft, seq, edits) VALUES (5, ?1, ?2)";
        old.execute(insert, (i64::try_from(at + 1).unwrap(), edits)).unwrap();
    }
    old.execute_batch("PRAGMA application_id = 0x646b706e; PRAGMA user_version = 1;")
        .unwrap();
}

#[test]
fn while_migrating_the_file_is_the_older_one_or_the_newer_one() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("tafel.dakpan");
    older(&file);
    let test = "faults::kills::working::opens";
    // How long it takes here and now, so that the kills fall in the midst of it.
    let (_first, path) = copy_of(&file);
    let mut child = Running::start(test, &path.display().to_string());
    assert!(child.hear(1));
    let began = Instant::now();
    assert!(child.hear(2), "the child could not open it");
    let whole = usize::try_from(began.elapsed().as_micros()).unwrap();
    let mut dice = Dice::new(seed() ^ 4);
    let (kills, mut midway) = (rounds(25), 0);
    for round in 0..kills {
        let (folder, path) = copy_of(&file);
        let mut child = Running::start(test, &path.display().to_string());
        assert!(child.hear(1));
        let heard = child.kill_after(moment(&mut dice, whole + whole / 4));
        midway += usize::from(heard.len() == 1);
        let told = format!("kill {round}");
        let store = assert_sound(&path, &told);
        let rows = store.pupil_counts().unwrap();
        assert_eq!(rows.get(&2), Some(&PUPILS), "{told}");
        assert_eq!(letters_in(&store), LETTERS, "{told}");
        store.close().unwrap();
        let copies = dakpan::store::own_backups(&path).unwrap();
        assert!(!copies.is_empty(), "{told}: the older file was copied first");
        drop(folder);
    }
    assert!(midway > 0, "every kill came too late");
    record(
        "kill -9",
        "migrating",
        &format!(
            "{kills} kills, {midway} in the midst of it; every pupil and every letter of the note under way there, a copy \
             of the older file beside it"
        ),
    );
}
