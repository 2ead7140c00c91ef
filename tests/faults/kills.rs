//! Kill -9 at random moments: while typing, importing, undoing, backing up, migrating and merging, more than two hundred
//! times in all.
//!
//! Each round starts a process that works without end and says after each thing that it is done. After a number of
//! those and a fraction more it is killed, and this process looks at what it left. Beside the work a note is under way
//! in each of them, and its letters must all be there.

mod letters;
mod merging;
mod migrating;
mod safekeeping;
mod working;

use std::path::{Path, PathBuf};
use std::time::Duration;

use dakpan::domain::codes::PartyKind;
use dakpan::domain::intent::Intent;
use dakpan::domain::listed::ListedPupil;
use dakpan::domain::name::Name;
use dakpan::store::About;
use tempfile::TempDir;

use super::chair::{assert_sound, lay};
use super::matrix::record;
use super::process::Running;
use super::{rounds, seed};
use crate::fuzz::Dice;
use letters::assert_typed;

/// What a change of these tests is about.
pub(super) const ABOUT: About = About {
    intent: Intent::NewPupil.code(),
    pupil: None,
    meeting: None,
};

/// A fresh folder with a copy of a file.
fn copy_of(file: &Path) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tafel.dakpan");
    std::fs::copy(file, &path).unwrap();
    (folder, path)
}

/// A moment of up to so many microseconds.
fn moment(dice: &mut Dice, most: usize) -> Duration {
    Duration::from_micros(u64::try_from(dice.below(most)).unwrap())
}

/// Starts the child of a test on a file, and kills it after some acknowledgements and a moment.
fn kill(test: &str, path: &Path, dice: &mut Dice, acks: usize, micros: usize) -> Vec<String> {
    let mut child = Running::start(&format!("faults::kills::working::{test}"), &path.display().to_string());
    let wanted = dice.below(acks + 1);
    assert!(child.hear(wanted), "the child ended by itself");
    child.kill_after(moment(dice, micros))
}

/// The rows of list number `list`: other pupils than those of every other list.
fn rows(list: usize) -> Vec<ListedPupil> {
    let one = |at: usize| ListedPupil {
        number: format!("{list:03}{at:04}"),
        name: Name {
            given: format!("Kind{at}"),
            infix: String::new(),
            family: format!("Lijst{list}"),
        },
        class: format!("{list}A"),
        ..ListedPupil::default()
    };
    (0..120).map(one).collect()
}

/// One school year: every letter that was drawn is there, run after run, on the same file.
#[test]
fn while_typing_nothing_drawn_is_lost() {
    let folder = TempDir::new().unwrap();
    let (path, table) = lay(folder.path(), 2);
    super::chair::Chair::sit(&path).unwrap().go_to_first_note();
    let mut dice = Dice::new(seed());
    let (kills, mut drawn, mut seen) = (rounds(80), 0, Vec::<String>::new());
    for round in 0..kills {
        let heard = kill("types", &path, &mut dice, 30, 3000);
        // Each acknowledgement is the line as it was drawn last.
        if let Some(line) = heard.last() {
            drawn += line.chars().count();
            seen.push(line.clone());
        }
        let told = format!("kill {round}");
        assert_sound(&path, &told).close().unwrap();
        let chair = super::chair::Chair::sit(&path).unwrap();
        let dossier = chair.program.store().dossier(table.pupils[0]).unwrap();
        let text = &dossier.notes[0].text;
        let mut from = 0;
        for line in &seen {
            let at = text[from..].find(line.as_str());
            from += at.unwrap_or_else(|| panic!("{told}: lost {line:?} of {text:?}"));
        }
    }
    assert!(drawn > kills, "hardly anything was drawn: {drawn} letters");
    record(
        "kill -9",
        "typing",
        &format!("{kills} kills, {drawn} letters drawn, none lost; sound each time"),
    );
}

#[test]
fn while_importing_a_list_is_there_whole_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let (file, table) = lay(folder.path(), 2);
    let mut dice = Dice::new(seed() ^ 1);
    let (kills, mut whole, mut cut) = (rounds(30), 0, 0);
    for round in 0..kills {
        let (_folder, path) = copy_of(&file);
        let done = kill("imports", &path, &mut dice, 3, 60_000).len();
        let told = format!("kill {round}, {done} lists acknowledged");
        let store = assert_sound(&path, &told);
        assert_typed(&store, done, &told);
        for list in 0..done + 2 {
            let compared = store.compare_list(table.school, &rows(list)).unwrap();
            let there = compared.unchanged;
            assert!(there == 0 || there == 120, "{told}: {there} of list {list}");
            assert!(list >= done || there == 120, "{told}: list {list} is gone");
            whole += usize::from(there == 120);
            cut += usize::from(list >= done && there == 0);
        }
    }
    assert!(whole > 0 && cut > 0);
    record(
        "kill -9",
        "importing",
        &format!(
            "{kills} kills; {whole} lists whole, every other one not there at all; every letter typed before is there; \
             sound each time"
        ),
    );
}

#[test]
fn while_undoing_and_redoing_a_change_is_there_whole_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let (file, _) = lay(folder.path(), 2);
    let mut dice = Dice::new(seed() ^ 2);
    let (kills, mut steps) = (rounds(40), 0);
    let laid = assert_sound(&file, "before");
    let before = (laid.party_names().unwrap().len(), laid.person_names().unwrap().len());
    laid.close().unwrap();
    for round in 0..kills {
        let (_folder, path) = copy_of(&file);
        let done = kill("undoes", &path, &mut dice, 40, 8000).len();
        steps += done;
        let told = format!("kill {round} after {done} steps");
        let mut store = assert_sound(&path, &told);
        assert_typed(&store, done, &told);
        let parties = store.party_names().unwrap().len() - before.0;
        let people = store.person_names().unwrap().len() - before.1;
        assert_eq!(parties, people, "{told}: half a change");
        let expected = [working::after(done), working::after(done + 1)];
        assert!(expected.contains(&parties), "{told}: {parties} of {expected:?}");
        // The journal goes on where it was.
        if parties > 0 {
            store.undo(super::chair::opening(&path).now).unwrap();
            assert_eq!(store.party_names().unwrap().len() - before.0, parties - 1, "{told}");
        }
    }
    assert!(steps > kills);
    record(
        "kill -9",
        "undoing and redoing",
        &format!(
            "{kills} kills after {steps} steps; each change whole or absent, the journal goes on; every letter typed \
             before is there; sound each time"
        ),
    );
}

#[test]
fn while_backing_up_a_backup_is_whole_or_not_there() {
    let folder = TempDir::new().unwrap();
    let (file, _) = lay(folder.path(), 2);
    let mut dice = Dice::new(seed() ^ 3);
    let (kills, mut copies) = (rounds(25), 0);
    for round in 0..kills {
        let (folder, path) = copy_of(&file);
        let done = kill("backs_up", &path, &mut dice, 4, 30_000);
        let told = format!("kill {round}, {} backups acknowledged", done.len());
        let store = assert_sound(&path, &told);
        assert_typed(&store, done.len(), &told);
        store.close().unwrap();
        let entries = std::fs::read_dir(folder.path()).unwrap();
        let finished: Vec<PathBuf> = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.to_string_lossy().ends_with(".backup.dakpan"))
            .collect();
        assert!(finished.len() >= done.len(), "{told}");
        for copy in &finished {
            let store = assert_sound(copy, &told);
            assert!(store.party_names().unwrap().values().any(|name| name == "Bewaard"));
        }
        copies += finished.len();
    }
    assert!(copies > 0);
    record(
        "kill -9",
        "backing up",
        &format!(
            "{kills} kills; {copies} backups under their names, all whole; every letter typed before is there; the file \
             sound each time"
        ),
    );
}

/// A party with a person, in one change.
pub(super) fn party_and_person(tx: &mut dakpan::store::Tx<'_>, name: &str) -> Result<(), dakpan::store::StoreError> {
    let party = tx.insert_party(PartyKind::Employer, name, "Dordrecht")?;
    tx.insert_person(&dakpan::store::NewPerson {
        party,
        given: "Kim".into(),
        family: name.into(),
        position: String::new(),
        phone: String::new(),
        email: String::new(),
    })?;
    Ok(())
}
