//! What the processes do that are killed. In an ordinary run, where nobody says they are children, these tests only
//! look at what the parents take for granted.

use std::ops::ControlFlow;
use std::path::PathBuf;

use dakpan::store::Store;

use super::letters::Letters;
use super::{ABOUT, party_and_person, rows};
use crate::faults::chair::{Chair, opening};
use crate::faults::process::{acknowledge, part};

/// How often a child does its work: more than any parent waits for, and never without end when the parent is gone.
const OFTEN: usize = 400;

fn path() -> Option<PathBuf> {
    part().map(PathBuf::from)
}

/// The letters of one line; what a word is broken at does not stand among them, or a line would end there.
const LETTERS: &str = "abcdëfghijklmnöpqrstuvwxyz0123456789éABCabcdëfghijklmnöpqrstuvwxyz0123456789éABC";

#[test]
fn types() {
    let Some(path) = path() else {
        assert!(LETTERS.chars().count() > 60);
        return;
    };
    let mut chair = Chair::sit(&path).unwrap();
    if chair.typed().is_none() {
        chair.press("Enter");
    }
    chair.press("End Enter");
    let mut line = format!("p{}:", std::process::id());
    chair.write(&line);
    for letter in LETTERS.chars() {
        chair.write(&letter.to_string());
        line.push(letter);
        assert!(chair.typed().unwrap().contains(&line));
        if line.len() % 9 == 0 {
            chair.program.seal();
        }
        acknowledge(&line);
    }
}

#[test]
fn imports() {
    let Some(path) = path() else {
        assert_ne!(rows(1)[0].number, rows(2)[0].number);
        return;
    };
    let mut store = Store::open(opening(&path)).unwrap();
    let school = store.schools().unwrap()[0].id;
    let now = opening(&path).now;
    let mut letters = Letters::begin(&mut store);
    for list in 0..OFTEN {
        letters.one_more(&mut store);
        store
            .change(ABOUT, now, |tx| tx.write_list(school, &rows(list)))
            .unwrap();
        acknowledge(&list.to_string());
    }
}

/// How many changes stand after so many steps: each is made, taken back and made again.
pub(super) fn after(steps: usize) -> usize {
    let (whole, rest) = (steps / 3, steps % 3);
    whole + usize::from(rest == 1)
}

#[test]
fn undoes() {
    let Some(path) = path() else {
        assert_eq!([0, 1, 2, 3, 4, 5, 6].map(after), [0, 1, 0, 1, 2, 1, 2]);
        return;
    };
    let mut store = Store::open(opening(&path)).unwrap();
    let now = opening(&path).now;
    let mut letters = Letters::begin(&mut store);
    for step in 0..OFTEN {
        letters.one_more(&mut store);
        store
            .change(ABOUT, now, |tx| party_and_person(tx, &format!("Bedrijf {step}")))
            .unwrap();
        acknowledge("made");
        letters.one_more(&mut store);
        store.undo(now).unwrap();
        acknowledge("undone");
        letters.one_more(&mut store);
        store.redo(now).unwrap();
        acknowledge("redone");
    }
}

#[test]
fn backs_up() {
    let Some(path) = path() else {
        return assert_eq!(opening(&PathBuf::from("x")).path, PathBuf::from("x"));
    };
    let mut store = Store::open(opening(&path)).unwrap();
    let now = opening(&path).now;
    store.change(ABOUT, now, |tx| party_and_person(tx, "Bewaard")).unwrap();
    let folder = path.parent().unwrap();
    let mut letters = Letters::begin(&mut store);
    for number in 0..OFTEN {
        letters.one_more(&mut store);
        let later = now + chrono::Duration::seconds(number as i64);
        let to = dakpan::store::backup_path(folder, "tafel", later);
        store.backup(&to, &mut |_, _| ControlFlow::Continue(())).unwrap();
        acknowledge(&number.to_string());
    }
}

#[test]
fn opens() {
    let Some(path) = path() else {
        return assert_eq!(opening(&PathBuf::from("x")).seed, crate::faults::seed());
    };
    acknowledge("opening");
    let store = Store::open(opening(&path)).unwrap();
    acknowledge("opened");
    // Open until here; where no kill came the file is closed on the way out, as by any program that ends.
    std::hint::black_box(&store);
}
