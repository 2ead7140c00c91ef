//! What becomes of the file while it is open: moved, deleted, replaced, made read-only, cut short, flipped.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use dakpan::store::Store;
use tempfile::TempDir;

use super::chair::{Chair, assert_sound, lay, opening};
use super::matrix::record;
use super::{rounds, seed};
use crate::desk::Table;
use crate::fuzz::Dice;

/// A meeting in which something was typed.
fn begun(folder: &Path) -> (Chair, std::path::PathBuf, Table) {
    let (path, table) = lay(folder, 2);
    let mut chair = Chair::sit(&path).unwrap();
    chair.go_to_first_note().write("voor ");
    (chair, path, table)
}

/// Types on, takes a decision, and goes.
fn go_on(chair: &mut Chair) {
    chair.write("na").press("Enter").write("/b besluit").press("Enter");
    assert_eq!(chair.problem(), None);
}

/// Fails unless the file has all of it.
fn assert_all_there(path: &Path, table: &Table, told: &str) {
    Chair::sit(path).unwrap().program.close().unwrap();
    let store = assert_sound(path, told);
    let dossier = store.dossier(table.pupils[0]).unwrap();
    assert!(dossier.notes[0].text.starts_with("voor na"), "{told}");
    assert_eq!(dossier.decisions.len(), 1, "{told}");
}

#[test]
fn a_file_that_is_deleted_is_put_back_with_everything() {
    let folder = TempDir::new().unwrap();
    let (mut chair, path, table) = begun(folder.path());
    fs::remove_file(&path).unwrap();
    go_on(&mut chair);
    assert!(path.exists());
    // Killed now: what was put back is a whole file by itself.
    let copy = TempDir::new().unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        if !entry.file_type().unwrap().is_file() {
            continue;
        }
        fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    assert_all_there(
        &copy.path().join("tafel.dakpan"),
        &table,
        "killed after it was put back",
    );
    drop(chair);
    assert_all_there(&path, &table, "deleted");
    record(
        "file deleted",
        "while typing",
        "put back at the next letter with everything; nothing lost",
    );
}

/// Nothing is written any more, and still the file must not go with the last handle of it.
#[test]
fn a_file_that_is_deleted_is_there_again_after_quitting_and_after_locking() {
    let folder = TempDir::new().unwrap();
    let (path, table) = lay(folder.path(), 2);
    for locks in [false, true] {
        let mut store = Store::open(opening(&path)).unwrap();
        fs::remove_file(&path).unwrap();
        if locks {
            store.lock().unwrap();
            assert!(path.exists());
            // While it is locked nobody has it open, and what is done to it is not this program's to mend.
            fs::rename(&path, folder.path().join("elders.dakpan")).unwrap();
            store.close().unwrap();
            assert!(!path.exists());
            fs::rename(folder.path().join("elders.dakpan"), &path).unwrap();
        } else {
            store.close().unwrap();
        }
        let store = assert_sound(&path, "deleted before it was let go of");
        assert_eq!(store.pupil_counts().unwrap().get(&table.school), Some(&2));
    }
    record(
        "file deleted",
        "just before quitting or locking",
        "there again with everything",
    );
}

#[test]
fn a_file_that_is_moved_is_put_back_and_the_moved_one_is_left() {
    let folder = TempDir::new().unwrap();
    let (mut chair, path, table) = begun(folder.path());
    let elsewhere = folder.path().join("elders.dakpan");
    fs::rename(&path, &elsewhere).unwrap();
    go_on(&mut chair);
    drop(chair);
    assert_all_there(&path, &table, "moved");
    assert!(elsewhere.exists());
    record(
        "file moved",
        "while typing",
        "work goes on in a whole file in the old place; the moved one is left",
    );
}

#[test]
fn a_file_that_is_replaced_stops_the_saving_until_the_other_is_gone() {
    for back in [false, true] {
        let folder = TempDir::new().unwrap();
        let (mut chair, path, table) = begun(folder.path());
        let elsewhere = folder.path().join("elders.dakpan");
        fs::rename(&path, &elsewhere).unwrap();
        fs::write(&path, "iets anders").unwrap();
        chair.write("na");
        chair.sees("ander bestand").sees("voor na");
        chair.press("Esc");
        assert_eq!(chair.typed(), Some("voor na"), "the note is not let go");
        assert_eq!(fs::read(&path).unwrap(), b"iets anders");
        fs::remove_file(&path).unwrap();
        if back {
            fs::rename(&elsewhere, &path).unwrap();
        }
        chair.press("Enter").write("/b besluit").press("Enter");
        assert_eq!(chair.problem(), None);
        drop(chair);
        assert_all_there(&path, &table, "replaced");
    }
    record(
        "file replaced",
        "while typing",
        "the screen says so and what to do, the note stays under the cursor, the other file is not touched; saving goes \
         on once it is away",
    );
}

#[test]
fn a_file_that_is_made_read_only_is_written_on() {
    let folder = TempDir::new().unwrap();
    let (mut chair, path, table) = begun(folder.path());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    go_on(&mut chair);
    drop(chair);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    assert_all_there(&path, &table, "read-only");
    record(
        "file made read-only",
        "while typing",
        "it was open already: saving goes on, nothing lost",
    );
}

/// What a start makes of a damaged file: an error, damage that is named, or nothing wrong.
fn found(path: &Path) -> &'static str {
    let Ok(store) = Store::open(opening(path)) else {
        return "refused";
    };
    match store.check() {
        Ok(problems) if problems.is_empty() => "sound",
        Ok(_) | Err(_) => "named",
    }
}

#[test]
fn a_file_that_is_cut_short_under_way_is_never_taken_for_a_whole_one() {
    let mut told = 0;
    for part in [1, 3, 10] {
        let folder = TempDir::new().unwrap();
        let (mut chair, path, _) = begun(folder.path());
        let length = fs::metadata(&path).unwrap().len();
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(length * part / 11)
            .unwrap();
        for keys in ["Esc", "PgDn", "c", "Esc", "W", "Esc", "T", "Esc"] {
            chair.press(keys);
            chair.screen();
            told += usize::from(chair.problem().is_some());
        }
        drop(chair);
        assert_ne!(found(&path), "sound", "cut to {part} in eleven");
    }
    assert!(told > 0, "nobody was ever told");
    record(
        "file cut short",
        "in an open meeting, to 1, 3 and 10 parts in 11",
        &format!("no panic; told {told} times where it was read, and refused or named as damaged at the next start"),
    );
}

#[test]
fn a_flipped_bit_anywhere_in_the_file_is_noticed() {
    let folder = TempDir::new().unwrap();
    let (path, _) = lay(folder.path(), 2);
    let whole = fs::read(&path).unwrap();
    let mut dice = Dice::new(seed() ^ 6);
    let flips = rounds(60);
    let (mut refused, mut named) = (0, 0);
    for flip in 0..flips {
        let mut bytes = whole.clone();
        // The first in the head of the file, where the salt is, the others anywhere.
        let at = if flip < 16 { flip } else { dice.below(bytes.len()) };
        bytes[at] ^= 1 << dice.below(8);
        fs::write(&path, &bytes).unwrap();
        match found(&path) {
            "refused" => refused += 1,
            "named" => named += 1,
            other => panic!("a bit flipped at byte {at}: {other}"),
        }
        let _ = fs::remove_file(format!("{}-wal", path.display()));
    }
    record(
        "bit flipped",
        "anywhere in a closed file",
        &format!("{flips} flips: {refused} refused at the start, {named} named by the check, none passed over"),
    );
}

#[test]
fn bits_flipped_under_way_end_in_a_sentence_and_not_in_a_panic() {
    let mut dice = Dice::new(seed() ^ 7);
    let (rounds, mut told) = (rounds(6), 0);
    for _ in 0..rounds {
        let folder = TempDir::new().unwrap();
        let (mut chair, path, _) = begun(folder.path());
        let mut bytes = fs::read(&path).unwrap();
        for page in bytes.chunks_mut(4096).skip(1) {
            let at = dice.below(page.len());
            page[at] ^= 0x10;
        }
        {
            use std::os::unix::fs::FileExt;
            let file = File::options().write(true).open(&path).unwrap();
            file.write_all_at(&bytes, 0).unwrap();
        }
        for keys in ["Esc", "PgDn", "PgDn", "c", "Esc", ":", "Esc", "T", "Esc"] {
            chair.press(keys);
            chair.screen();
            told += usize::from(chair.problem().is_some());
        }
        drop(chair);
        assert_ne!(found(&path), "sound");
    }
    assert!(told > 0, "nobody was ever told");
    record(
        "bits flipped",
        "in every page of an open file",
        &format!("{rounds} meetings: no panic, told {told} times; refused or named as damaged at the next start"),
    );
}
