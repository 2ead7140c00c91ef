//! Tests of the room `store`: real encrypted files, each test in a folder of its own.

mod backup;
mod backups;
mod consent;
mod drafts;
mod employers;
mod erase;
mod find;
mod finding;
mod journal;
mod kept;
mod meetings;
pub(crate) mod merge;
mod migrations;
mod open;
mod people;
mod pupils;
mod put_back;
mod race;
mod reading;
mod rekey;
mod restore;
mod standing;
mod table;
mod term_marks;
mod trail;
mod undo;
mod unopened;
mod weighed;
mod writing;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use dakpan::domain::Moment;
use dakpan::store::{About, Opening, RECORDS, RestoreStep, Secret, Store, StoreError, Tx};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A time on 3 June 2026.
pub(crate) fn at(time: &str) -> Moment {
    Moment::parse_from_rfc3339(&format!("2026-06-03T{time}+02:00")).unwrap()
}

/// An intent without pupil or meeting.
pub(crate) const ABOUT: About = About {
    intent: "test",
    pupil: None,
    meeting: None,
};

/// A folder with a place for a file in it.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("tafel.dakpan")
    }

    pub(crate) fn opening(&self, secret: Secret) -> Opening {
        Opening {
            path: self.path(),
            secret,
            now: at("10:00:00"),
            who: "Els Vos".into(),
            seed: 7,
            salt: Some([5; 9]),
        }
    }

    pub(crate) fn create(&self) -> Store {
        Store::create(self.opening(key())).unwrap()
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(self.opening(key())).unwrap()
    }

    /// Every file in the folder: its name, bytes and time.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
        let mut files: Vec<_> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| {
                (
                    path.clone(),
                    fs::read(&path).unwrap(),
                    fs::metadata(&path).unwrap().modified().unwrap(),
                )
            })
            .collect();
        files.sort();
        files
    }
}

/// Lets a restore go on at each step.
pub(crate) fn on(_: RestoreStep) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn key() -> Secret {
    Secret::KeyFile(Zeroizing::new([3; 32]))
}

pub(crate) fn passphrase(words: &str) -> Secret {
    Secret::Passphrase(Zeroizing::new(words.into()))
}

/// The version of the schema that this program writes: one for each migration.
pub(crate) fn newest() -> i64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/migrations");
    i64::try_from(fs::read_dir(folder).unwrap().count()).unwrap()
}

/// A connection of another program that has the key of [`key`], to the file of [`Place::opening`].
pub(crate) fn raw(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    let salt = [b"dakpan\x02".as_slice(), &[5; 9]].concat();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    connection
        .execute_batch(&format!(
            "PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}{}'\"; PRAGMA locking_mode = EXCLUSIVE;",
            hex(&[3; 32]),
            hex(&salt)
        ))
        .unwrap();
    connection
}

/// One change.
pub(crate) fn change(store: &mut Store, work: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) {
    store.change(ABOUT, at("10:05:00"), work).unwrap();
}

/// Every row of every record.
pub(crate) fn dump(store: &Store) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    for record in RECORDS {
        store
            .images(record, &mut |image| {
                rows.push((*record, image.to_owned()));
                Ok(())
            })
            .unwrap();
    }
    rows
}

/// Puts a row in, through a change's door.
pub(crate) fn put(tx: &mut Tx<'_>, record: &str, row: &Value) -> Result<(), StoreError> {
    tx.put_image(record, &row.to_string())
}

pub(crate) fn party(id: i64, name: &str) -> Value {
    json!({"id": id, "kind": "school", "name": name, "place": "Dordrecht"})
}

pub(crate) fn school(id: i64, name: &str) -> Value {
    json!({"id": id, "brin": format!("{id:02}AB"), "branch": "00", "kind": "pro", "name": name, "place": "Dordrecht",
        "party": 1, "coordinator": null, "uwv_contact": null})
}

pub(crate) fn person(id: i64, given: &str, family: &str, party: i64) -> Value {
    json!({"id": id, "party": party, "given": given, "family": family, "position": "stagecoördinator", "phone": "",
        "email": "", "active": 1})
}

pub(crate) fn pupil(id: i64, school: i64, given: &str, infix: &str, family: &str) -> Value {
    json!({"id": id, "school": school, "number": format!("{id:05}"), "given": given, "infix": infix, "family": family,
        "birth": null, "class": "", "residence": "", "profile": "unknown", "leaving": null, "left_on": null,
        "diploma_on": null, "wish": "", "strengths": "", "goal": "unknown", "route": "undecided", "placement": "",
        "client_since": null, "support_needed": null, "out_of_sight_since": null, "informed_on": null,
        "informed_how": "", "basis": "", "objection_on": null})
}

pub(crate) fn tile(pupil: i64, id: i64, label: &str) -> Value {
    json!({"pupil": pupil, "id": id, "kind": "internship", "party": 1, "holder": null, "label": label,
        "from_on": "2026-01-01", "until_on": null, "ended_on": null, "contract_form": null, "hours": null,
        "wage_value": null, "no_guidance_on": null, "no_guidance_by": "", "ended_why": ""})
}

pub(crate) fn note(id: i64, kind: &str, text: &str) -> Value {
    json!({"id": id, "pupil": null, "meeting": null, "item": null, "kind": kind, "text": text,
        "written_at": "2026-06-03T10:04:00+02:00"})
}
