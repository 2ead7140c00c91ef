//! Killed while bundles of another laptop are merged: each is there whole, with its list, its changed wish and its
//! conflict, or not at all, and merging it again afterwards gives what it would have given.

use std::path::Path;
use std::time::Instant;

use dakpan::domain::bundle::{Bundle, OwnKey};
use dakpan::domain::listed::ListedPupil;
use dakpan::exchange::bundle;
use dakpan::store::{Opening, Store, Tx};
use serde_json::Value;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::letters::{Letters, assert_typed};
use super::{ABOUT, copy_of, moment, rows};
use crate::desk::Table;
use crate::faults::chair::{assert_sound, lay, opening};
use crate::faults::matrix::record;
use crate::faults::process::{Running, acknowledge, part};
use crate::faults::{rounds, seed};
use crate::fuzz::Dice;

/// Bundles that the other laptop made; more than any parent waits for.
const BUNDLES: usize = 7;

/// Of which acknowledgement at most a kill comes, and how many are merged once more after it.
const ACKS: usize = 4;

/// What both laptops wrote about the first pupil's strengths: one conflict.
const STRENGTHS: [&str; 2] = ["van hier", "van daar"];

/// Gives a file a name among others.
fn named(store: &mut Store, number: u32) {
    let key = || OwnKey {
        file: format!("{number:032x}"),
        secret: Zeroizing::new(String::new()),
    };
    store.own_key_or(key).unwrap();
}

/// Writes columns of a pupil.
fn set(tx: &mut Tx<'_>, pupil: &Value, columns: &[(&str, &str)]) -> Result<(), dakpan::store::StoreError> {
    let mut row = pupil.clone();
    for (column, value) in columns {
        row[*column] = (*value).into();
    }
    tx.put_image("pupil", &row.to_string())
}

fn row_of(store: &Store, pupil: i64) -> Value {
    let mut found = Value::Null;
    let mut look = |image: &str| {
        let row: Value = serde_json::from_str(image).unwrap();
        if row["id"] == pupil {
            found = row;
        }
        Ok(())
    };
    store.images("pupil", &mut look).unwrap();
    found
}

/// The class list of a bundle: a part of one, because a merge looks at every row by itself.
fn list(number: usize) -> Vec<ListedPupil> {
    let mut rows = rows(number);
    rows.truncate(30);
    rows
}

fn wish(number: usize) -> String {
    format!("wens {number}")
}

fn written(folder: &Path, number: usize) -> Bundle {
    bundle::read(&std::fs::read(folder.join(format!("{number}.bundel"))).unwrap()).unwrap()
}

/// Two laptops that know the same; then one makes bundles, each of a class list and a wish, and leaves them in a
/// folder. The other, whose file stays, wrote something of its own about the pupil.
fn laid(here: &Path, there: &Path) -> Table {
    let (path, table) = lay(there, 2);
    let mut other = Store::open(opening(&path)).unwrap();
    named(&mut other, 0xa);
    let file = here.join("tafel.dakpan");
    let mut own = Store::create(Opening {
        seed: seed() ^ 0xb,
        ..opening(&file)
    })
    .unwrap();
    named(&mut own, 0xb);
    let now = opening(&path).now;
    let schools = other.schools().unwrap();
    let collected = other.collect("b", &schools, true, now).unwrap();
    other.bundle_written(&collected).unwrap();
    own.merge(&collected.bundle, now, false).unwrap();
    let both = row_of(&other, table.pupils[0]);
    own.change(ABOUT, now, |tx| set(tx, &both, &[("strengths", STRENGTHS[0])]))
        .unwrap();
    own.close().unwrap();
    for number in 0..BUNDLES {
        let pupil = row_of(&other, table.pupils[0]);
        let work = |tx: &mut Tx<'_>| {
            tx.write_list(table.school, &list(number))?;
            set(tx, &pupil, &[("wish", &wish(number)), ("strengths", STRENGTHS[1])])
        };
        other.change(ABOUT, now, work).unwrap();
        let collected = other.collect("b", &schools, false, now).unwrap();
        other.bundle_written(&collected).unwrap();
        let text = bundle::write(&collected.bundle).unwrap();
        std::fs::write(here.join(format!("{number}.bundel")), text).unwrap();
    }
    table
}

/// How many bundles are there, from the first one on; fails when one is there in part.
fn merged(store: &Store, table: &Table, told: &str) -> usize {
    let there = |number: usize| store.compare_list(table.school, &list(number)).unwrap().unchanged;
    let count = (0..BUNDLES).take_while(|number| there(*number) > 0).count();
    for number in 0..BUNDLES {
        let whole = if number < count { list(number).len() } else { 0 };
        assert_eq!(there(number), whole, "{told}: part of bundle {number}");
    }
    let said = store.pupil(table.pupils[0]).unwrap().wish;
    let brought = (0..BUNDLES).find(|number| said == wish(*number));
    assert_eq!(brought, count.checked_sub(1), "{told}: the wish of another bundle");
    let conflicts = store.conflicts().unwrap().len();
    assert_eq!(conflicts, usize::from(count > 0), "{told}: {conflicts} conflicts");
    count
}

#[test]
fn while_merging_a_bundle_is_there_whole_or_not_at_all() {
    let (here, there) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let table = laid(here.path(), there.path());
    let file = here.path().join("tafel.dakpan");
    let (_first, path) = copy_of(&file);
    let mut store = assert_sound(&path, "before");
    assert_eq!(merged(&store, &table, "before"), 0);
    // How long one takes here and now, so that the kills fall in the midst of it.
    let one = written(here.path(), 0);
    let began = Instant::now();
    store.merge(&one, opening(&path).now, false).unwrap();
    let took = usize::try_from(began.elapsed().as_micros()).unwrap();
    assert_eq!(merged(&store, &table, "after one"), 1);
    drop(store);
    let mut dice = Dice::new(seed() ^ 8);
    let (kills, mut whole, mut unfinished) = (rounds(30), 0, 0);
    for round in 0..kills {
        let (_folder, path) = copy_of(&file);
        let words = format!("{}|{}", path.display(), here.path().display());
        let mut child = Running::start("faults::kills::merging::merges", &words);
        let wanted = dice.below(ACKS + 1);
        assert!(child.hear(wanted), "the child ended by itself");
        let heard = child.kill_after(moment(&mut dice, 2 * took)).len();
        let told = format!("kill {round}, {heard} bundles acknowledged");
        let mut store = assert_sound(&path, &told);
        let count = merged(&store, &table, &told);
        assert!((heard..=heard + 1).contains(&count), "{told}: {count} are there");
        assert_typed(&store, heard, &told);
        whole += count;
        unfinished += usize::from(count == heard && heard < BUNDLES);
        // All of them again, those that were there and those that were not.
        for number in 0..=ACKS {
            let bundle = written(here.path(), number);
            store.merge(&bundle, opening(&path).now, false).unwrap();
        }
        assert_eq!(
            merged(&store, &table, &told),
            count.max(ACKS + 1),
            "{told}: merged again"
        );
        assert_eq!(store.check().unwrap(), Vec::<String>::new(), "{told}: merged again");
    }
    assert!(whole > 0 && unfinished > 0, "{whole} whole, {unfinished} unfinished");
    record(
        "kill -9",
        "merging bundles",
        &format!(
            "{kills} kills, {unfinished} before the next bundle was in; {whole} bundles whole with their conflict, every \
             other one not there at all; merged again they give the same; every letter typed before is there"
        ),
    );
}

#[test]
fn merges() {
    let Some(part) = part() else {
        assert_ne!(wish(0), wish(1));
        return;
    };
    let (path, folder) = part.split_once('|').unwrap();
    let (path, folder) = (Path::new(path), Path::new(folder));
    let mut store = Store::open(opening(path)).unwrap();
    let mut letters = Letters::begin(&mut store);
    for number in 0..BUNDLES {
        letters.one_more(&mut store);
        let bundle = written(folder, number);
        store.merge(&bundle, opening(path).now, false).unwrap();
        acknowledge(&number.to_string());
    }
}
