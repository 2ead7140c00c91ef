//! Two and three files of one region: what goes from one to another, and what is left when all have told all.

mod erased;
mod facts;
mod news;
mod older;
mod random;
mod settled;
mod size;

use dakpan::domain::Moment;
use dakpan::domain::bundle::{Bundle, Keep, Merged, OwnKey};
use dakpan::domain::people::School;
use dakpan::store::{About, MergeError, Opening, RECORDS, Store, StoreError, Tx};
use serde_json::{Value, json};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::{key, party, person, pupil, put, school, tile};

/// A time on 3 June 2026.
pub(crate) fn at(second: i64) -> Moment {
    super::at("10:00:00") + chrono::Duration::seconds(second)
}

/// One laptop: its file, and the seconds on its clock.
pub(crate) struct Laptop {
    pub(crate) store: Store,
    pub(crate) name: &'static str,
    pub(crate) second: i64,
    _folder: TempDir,
}

pub(crate) const ABOUT: About = About {
    intent: "test",
    pupil: None,
    meeting: None,
};

impl Laptop {
    pub(crate) fn new(name: &'static str, seed: u64) -> Self {
        let folder = TempDir::new().unwrap();
        let mut store = Store::create(Opening {
            path: folder.path().join("tafel.dakpan"),
            secret: key(),
            now: at(0),
            who: name.into(),
            seed,
            salt: Some([5; 9]),
        })
        .unwrap();
        let own = || OwnKey {
            file: format!("{seed:032x}"),
            secret: Zeroizing::new(String::new()),
        };
        store.own_key_or(own).unwrap();
        Self {
            store,
            name,
            second: 0,
            _folder: folder,
        }
    }

    /// One change, a second later than the last.
    pub(crate) fn change(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) -> &mut Self {
        self.second += 1;
        self.store.change(ABOUT, at(self.second), work).unwrap();
        self
    }

    /// As [`Laptop::put`]; what the schema refuses is left alone.
    pub(crate) fn attempt(&mut self, record: &str, row: &Value) {
        self.second += 1;
        let _ = self.store.change(ABOUT, at(self.second), |tx| put(tx, record, row));
    }

    /// Puts a row in, or in the place of the one with its key.
    pub(crate) fn put(&mut self, record: &str, row: &Value) -> &mut Self {
        self.change(|tx| put(tx, record, row))
    }

    /// Writes one column of a row.
    pub(crate) fn set(&mut self, record: &str, id: i64, column: &str, value: impl Into<Value>) -> &mut Self {
        let mut row = self.row(record, id).expect("the row is there");
        row[column] = value.into();
        self.put(record, &row)
    }

    pub(crate) fn remove(&mut self, record: &str, id: i64) -> &mut Self {
        let row = self.row(record, id).expect("the row is there");
        self.change(|tx| tx.remove_image(record, &row.to_string()).map(|_| ()))
    }

    pub(crate) fn row(&self, record: &str, id: i64) -> Option<Value> {
        let rows = rows(&self.store, record);
        rows.into_iter().find(|row| row["id"] == id)
    }

    /// What changed since the last bundle for somebody, remembered as sent.
    pub(crate) fn bundle(&mut self, receiver: &str) -> Bundle {
        self.made(receiver, false)
    }

    /// Everything, remembered as sent.
    pub(crate) fn whole(&mut self, receiver: &str) -> Bundle {
        self.made(receiver, true)
    }

    fn made(&mut self, receiver: &str, whole: bool) -> Bundle {
        let schools = self.store.schools().unwrap();
        let collected = self.collected(receiver, &schools, whole);
        self.store.bundle_written(&collected).unwrap();
        collected.bundle
    }

    pub(crate) fn collected(&self, receiver: &str, schools: &[School], whole: bool) -> dakpan::store::Collected {
        self.store.collect(receiver, schools, whole, at(self.second)).unwrap()
    }

    pub(crate) fn merge(&mut self, bundle: &Bundle) -> Merged {
        self.try_merge(bundle).unwrap()
    }

    pub(crate) fn try_merge(&mut self, bundle: &Bundle) -> Result<Merged, MergeError> {
        self.second += 1;
        self.store.merge(bundle, at(self.second), false)
    }

    /// Chooses in the conflict about a column, or about the removal of a row.
    #[track_caller]
    pub(crate) fn settle(&mut self, field: &str, keep: Keep) -> &mut Self {
        let open = self.store.conflicts().unwrap();
        let id = open.iter().find(|one| one.field == field).unwrap().id;
        self.second += 1;
        self.store.settle_conflict(id, keep, at(self.second)).unwrap();
        self
    }

    pub(crate) fn undo(&mut self) -> &mut Self {
        self.second += 1;
        self.store.undo(at(self.second)).unwrap();
        self
    }

    pub(crate) fn redo(&mut self) -> &mut Self {
        self.second += 1;
        self.store.redo(at(self.second)).unwrap();
        self
    }

    /// Every row of every record that travels, and the conflicts.
    pub(crate) fn dump(&self) -> String {
        let mut lines = Vec::new();
        for record in RECORDS
            .iter()
            .filter(|record| !["setting", "anonymous_result"].contains(record))
        {
            let mut kept = rows(&self.store, record);
            kept.retain(|row| row["kind"] != "working");
            lines.extend(kept.iter().map(|row| format!("{record} {row}\n")));
        }
        lines.concat()
    }
}

pub(crate) fn rows(store: &Store, record: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    store
        .images(record, &mut |image| {
            rows.push(serde_json::from_str(image).unwrap());
            Ok(())
        })
        .unwrap();
    rows
}

/// A region of two schools: parties 1 and 2, people 11 and 12, schools 1 and 2, three pupils of each, a tile for each.
pub(crate) fn lay(laptop: &mut Laptop) {
    laptop.change(|tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "party", &party(2, "Sociale Dienst"))?;
        put(tx, "person", &person(11, "Jan", "de Boer", 2))?;
        put(tx, "person", &person(12, "Ria", "Kok", 2))?;
        for number in 1..=2 {
            let mut school = school(number, "School");
            (school["coordinator"], school["uwv_contact"]) = (11.into(), 12.into());
            put(tx, "school", &school)?;
            for place in 0..3 {
                let id = number * 100 + place;
                put(tx, "pupil", &pupil(id, number, "Samira", "", "Kaya"))?;
                put(tx, "tile", &tile(id, id + 1000, "stage"))?;
            }
        }
        Ok(())
    });
}

pub(crate) fn note_of(id: i64, pupil: i64, kind: &str, text: &str) -> Value {
    json!({"id": id, "pupil": pupil, "meeting": null, "item": null, "kind": kind, "text": text,
        "written_at": "2026-06-03T10:04:00+02:00"})
}

/// Two laptops of which the second knows everything of the first.
pub(crate) fn two() -> (Laptop, Laptop) {
    let (mut a, mut b) = (Laptop::new("a", 0xa), Laptop::new("b", 0xb));
    lay(&mut a);
    let bundle = a.bundle("b");
    b.merge(&bundle);
    b.second = a.second;
    (a, b)
}

/// Checks that files hold the same, and tells only where they differ.
#[track_caller]
pub(crate) fn alike(one: &Laptop, other: &Laptop, told: &str) {
    let (first, second) = (one.dump(), other.dump());
    let only = |these: &str, those: &str| -> Vec<String> {
        let those: std::collections::HashSet<&str> = those.lines().collect();
        these
            .lines()
            .filter(|line| !those.contains(line))
            .map(str::to_owned)
            .collect()
    };
    assert!(
        first == second,
        "{told}: only in {}: {:#?}\nonly in {}: {:#?}",
        one.name,
        only(&first, &second),
        other.name,
        only(&second, &first)
    );
}

/// Lets both tell the other everything new, until nothing is new.
pub(crate) fn tell_all(laptops: &mut [Laptop]) {
    for _ in 0..laptops.len() {
        for from in 0..laptops.len() {
            for to in 0..laptops.len() {
                if from != to {
                    let name = laptops[to].name;
                    let bundle = laptops[from].bundle(name);
                    laptops[to].merge(&bundle);
                }
            }
        }
    }
}
