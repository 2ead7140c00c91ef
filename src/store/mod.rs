//! The encrypted file: the only room that knows SQL.
//!
//! The rules:
//! - Every change of a record goes through one door, [`Store::change`]: one transaction, on the disk before it
//!   returns, with one journal entry that says who did what when, and from which undo, redo and the audit trail
//!   follow. Writing a record in any other way fails, because the triggers that keep the journal find no open entry, and
//!   because the connection writes nothing before they are there. They are this program's: another one that had the key
//!   would write past them.
//! - What is not a record (drafts of notes, where the meeting stands, the words for finding) is never journaled.
//! - One connection, one file, one program at a time: the lock is taken when the file is opened and held.
//! - Domain values in and out; no path, statement or value of a record leaves in an error.

mod actions;
mod agenda;
mod attendance;
mod backup;
mod backups;
mod check;
mod consent;
mod contents;
mod doors;
mod drafts;
mod employers;
mod erase;
mod error;
mod everything;
mod feed;
mod find;
mod finding;
mod first;
mod follow_up;
mod ids;
mod images;
mod in_place;
mod index;
mod journal;
mod key;
mod listed;
mod lock;
mod looking_back;
mod meetings;
mod merge;
mod migrate;
mod network;
mod open;
mod papers;
mod people;
mod points;
mod problem;
mod pupils;
mod purpose;
mod queue;
mod queue_mark;
mod read_back;
mod reading;
mod recorded;
mod rekey;
mod restore;
mod results;
mod retention;
mod rows;
mod schools;
mod shape;
mod since;
mod standing;
mod term_marks;
mod trail;
mod trajectory;
mod undo;
mod unopened;
mod value;
mod whole;
mod writing;

use std::cell::Cell;
use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};

pub use actions::NewAction;
pub use agenda::{ItemDetails, Move};
pub use backup::Copying;
pub use backups::{BackupFile, BackupKind, backup_folder, backup_path, backup_place, own_backups, rotate};
pub use contents::Contents;
pub use doors::{About, Tx};
pub use drafts::{Draft, NewDraft};
pub use erase::{
    AnonymousCount, ErasePreview, EraseProgress, EraseReason, EraseStep, Erased, ErasedCopy, Expiring, ExportOf,
    Mention, PlannedCopy, Proof, StillNamed,
};
pub use error::{Constraint, Foreign, StoreError};
pub use everything::{Everything, Touched, TouchedField};
pub use feed::Scope;
pub use find::{Closeness, Hit, TextKind};
pub use finding::Reach;
pub use follow_up::LessonWords;
pub use journal::{EntryState, JournalEntry, NOT_RECORDS, RECORDS, RowChange};
pub use key::{SHORTEST_PASSPHRASE, Secret, SecretKind, make_key_file, others_may_read};
pub use lock::Since;
pub use meetings::{Plan, PlanBlock};
pub use merge::{Collected, MergeError};
pub use open::recognise;
pub use papers::NewExport;
pub use people::NewPerson;
pub use queue::{QueueFrom, QueueKey, QueuePage};
pub use rekey::Rekeyed;
pub use restore::{Current, RestoreStep, Restored, Restoring, Standing};
pub use results::{Cohort, Counted};
pub use retention::Kept;
pub use schools::NewSchool;
pub use standing::{ByName, LeftOut, Queue, Queued, Stood, TermsOf};
pub use trail::NewLine;
pub use trajectory::NewTile;
pub use undo::Undone;
pub(crate) use value::At;
pub use whole::{HISTORY, Loose, OF_THE_FILE, RefusedRow, TOMBSTONE, TakeError};
pub use writing::{Lesson, NewDecision, NewLesson};

use crate::domain::Moment;
use doors::{Door, Sync};
use ids::Ids;
use key::Key;
use purpose::Purpose;

/// What is needed to make or open a file.
pub struct Opening {
    /// Where the file is, or is to be.
    pub path: PathBuf,
    /// What opens it.
    pub secret: Secret,
    /// The time of opening; also the time of ids made before the first change.
    pub now: Moment,
    /// Who uses the program: the *who* of the journal.
    pub who: String,
    /// Where the random part of ids begins. `main` takes it from the system; tests and the demo fix it.
    pub seed: u64,
    /// The random part of the salt of a file to be made. `None` takes it from the system, as is right for every file
    /// but those of tests and the demo.
    pub salt: Option<[u8; 9]>,
}

/// Where the random part of ids begins for a file that the program opens by itself. Without randomness from the system
/// the clock has to do: it differs between two machines too.
fn fresh_seed(now: Moment) -> u64 {
    getrandom::u64().unwrap_or_else(|_| now.timestamp_subsec_nanos().into())
}

/// An open file.
pub struct Store {
    connection: Connection,
    ids: Ids,
    path: PathBuf,
    who: String,
    now: Moment,
    key: Key,
    /// Which file is open, to be told from another under its name.
    identity: in_place::Identity,
    sync: Sync,
    /// How sure a commit is at most: less only while a new file is filled.
    surest: Sync,
    /// Whether the records are watched yet, for the journal and for finding; until then the connection refuses to write.
    watched: bool,
    /// Draft edits have been committed that a power cut could still take.
    unsealed: bool,
    /// How often the log was moved into the file: a copy under way then begins anew.
    settled: Cell<u64>,
    /// What was known of the file when it was locked.
    locked: Option<lock::Locked>,
    /// The bytes of the file, for copying them. Opened before the connection and closed after it, because closing any
    /// handle of a file drops the locks on it.
    bytes: Option<File>,
    /// Given back last, after the connection has let go of the file.
    claim: Option<open::Claim>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Makes a new file, readable for this user only, and opens it. Folders that are missing are made likewise.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when anything has that name, and the file errors; nothing is left behind.
    pub fn create(opening: Opening) -> Result<Self, StoreError> {
        open::create(opening, Purpose::Whatever)
    }

    /// Opens a file, after making a backup beside it when it is to be migrated.
    ///
    /// # Errors
    /// Those of [`recognise`], [`StoreError::NeedsKeyFile`], [`StoreError::NeedsPassphrase`],
    /// [`StoreError::WrongKey`], [`StoreError::ReadOnly`], [`StoreError::InUse`]; the file is then as it was.
    pub fn open(opening: Opening) -> Result<Self, StoreError> {
        open::open(opening, Purpose::Whatever, open::How::ToWork)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Changes whose name the journal gets from here on.
    pub fn set_who(&mut self, who: &str) {
        who.clone_into(&mut self.who);
    }

    /// The connection, for reading. Always with `prepare_cached`. Writing a record through it fails, either because
    /// the journal does not watch yet or because no entry is open.
    pub(crate) fn sql(&self) -> &Connection {
        &self.connection
    }

    /// A fresh id, made at the time of the last change.
    pub fn next_id(&mut self) -> i64 {
        self.ids.next(self.now)
    }

    /// A setting told once, as who chairs.
    ///
    /// # Errors
    /// The disk errors.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut select = self
            .connection
            .prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(select.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Closes the file, with everything in one file again. Dropping does the same without telling what went wrong.
    ///
    /// # Errors
    /// The disk errors.
    pub fn close(mut self) -> Result<(), StoreError> {
        let stayed = self.stay_in_place();
        self.connection.close().map_err(|(_, error)| StoreError::from(error))?;
        stayed
    }
}
