//! The encrypted file: the only room that knows SQL.
//!
//! The rules:
//! - Every change of a record goes through one door, [`Store::change`]: one transaction, on the disk before it
//!   returns, with one journal entry that says who did what when, and from which undo, redo and the audit trail
//!   follow. Writing a record in any other way fails, because the triggers that keep the journal find no open entry.
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
mod rekey;
mod restore;
mod results;
mod retention;
mod rows;
mod schools;
mod shape;
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

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

pub use actions::NewAction;
pub use agenda::{ItemDetails, Move};
pub use backup::Copying;
pub use backups::{BackupFile, BackupKind, backup_folder, backup_path, backup_place, own_backups, rotate};
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
pub use restore::{Contents, Current, Restored, Restoring, Standing};
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

/// What a change is about, for the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// The name of the intent that caused it, as in the key map.
    pub intent: &'static str,
    /// The pupil it is about, if it is about one.
    pub pupil: Option<i64>,
    /// The meeting it was made in, if in one.
    pub meeting: Option<i64>,
}

/// Lets a connection write.
const WRITES: &str = "PRAGMA query_only = OFF";

/// How sure a commit has to be: SQLite's `synchronous`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sync {
    /// Survives the program, not a power cut.
    Normal,
    /// On the disk before the commit returns.
    Full,
}

/// The ways in which records are written.
enum Door<'e> {
    /// Under an entry of the journal.
    Change(journal::Entry<'e>),
    /// Beside the journal, leaving no trace of what was there.
    Forget,
    /// Beside the journal, into a file that is being made.
    Fill,
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

/// A change under way: what the files for each kind of record write through.
pub struct Tx<'a> {
    connection: &'a Connection,
    ids: &'a mut Ids,
    now: Moment,
    who: &'a str,
}

impl Tx<'_> {
    /// The connection, inside the transaction. Always with `prepare_cached`.
    pub(crate) fn sql(&self) -> &Connection {
        self.connection
    }

    /// A fresh id for a record of any kind.
    pub fn new_id(&mut self) -> i64 {
        self.ids.next(self.now)
    }

    /// The time of this change.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Who makes this change.
    #[must_use]
    pub fn who(&self) -> &str {
        self.who
    }

    /// Writes a setting.
    ///
    /// # Errors
    /// The disk errors.
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.connection.prepare_cached(sql)?.execute((key, value))?;
        Ok(())
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

    /// Changes records: one transaction and one journal entry, on the disk before this returns. Whatever was undone
    /// before can then no longer be redone. A change that leaves every record as it was makes no entry, one that writes
    /// nothing at all is rolled back.
    ///
    /// # Errors
    /// Whatever `work` returns, and the disk errors; the file is then as it was.
    pub fn change<T>(
        &mut self,
        about: About,
        now: Moment,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let entry = journal::Entry {
            intent: about.intent,
            pupil: about.pupil,
            meeting: about.meeting,
            state: EntryState::Done,
            reverts: None,
        };
        self.enter(Door::Change(entry), now, |tx, _| work(tx))
    }

    /// Writes records without a journal entry, so that it cannot be undone: the one other door. For erasing, of which
    /// no trace may stay: the words for finding are swept too.
    ///
    /// # Errors
    /// As [`Store::change`].
    pub fn unjournaled<T>(
        &mut self,
        now: Moment,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let value = self.enter(Door::Forget, now, |tx, _| work(tx))?;
        self.settle_log();
        Ok(value)
    }

    /// Writes records that nobody typed into a new file, as a demo does: the same door as [`Store::unjournaled`],
    /// without sweeping up after it. Sweeping reads every search table whole, so that a file filled in many parts
    /// would be read as many times; and what is only added leaves no trace to remove.
    ///
    /// # Errors
    /// As [`Store::change`].
    pub fn fill<T>(
        &mut self,
        now: Moment,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.enter(Door::Fill, now, |tx, _| work(tx))
    }

    /// Moves what is in the log into the file and empties the log, where the former contents of pages would stay. Does
    /// what it can: a full disk is no reason to fail what has been committed.
    fn settle_log(&self) {
        let _ = self.settle();
    }

    /// Moves what is in the log into the file and empties the log.
    fn settle(&self) -> Result<(), StoreError> {
        self.settled.set(self.settled.get().wrapping_add(1));
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(StoreError::InUse) }
    }

    /// Every door: a transaction with the journal open for an entry, or for none. `work` is given the number the
    /// entry will have.
    fn enter<T>(
        &mut self,
        door: Door<'_>,
        now: Moment,
        work: impl FnOnce(&mut Tx<'_>, i64) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.ready(Sync::Full)?;
        self.now = now;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let seq = journal::open(&transaction, matches!(door, Door::Change(_)))?;
        let untouched = transaction.total_changes();
        let mut tx = Tx {
            connection: &transaction,
            ids: &mut self.ids,
            now,
            who: &self.who,
        };
        let value = work(&mut tx, seq)?;
        if transaction.total_changes() == untouched {
            return Ok(value);
        }
        if let Door::Change(entry) = &door {
            journal::record(&transaction, seq, entry, now, &self.who)?;
        }
        index::settle(&transaction)?;
        if matches!(door, Door::Forget) {
            index::sweep(&transaction)?;
        }
        journal::close(&transaction, self.ids.last())?;
        transaction.commit()?;
        self.unsealed = false;
        Ok(value)
    }

    /// Writes what is not a record, in one transaction that survives the program but perhaps not a power cut: where
    /// the meeting stands, the clocks of its items, drafts. Writing a record in it fails.
    ///
    /// # Errors
    /// Whatever `work` returns, and the disk errors; the file is then as it was.
    pub(crate) fn aside<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.ready(Sync::Normal)?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit()?;
        self.unsealed = true;
        Ok(value)
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

    /// Readies the connection for a write: the file is still the one that was opened, the journal watches it, and the
    /// commit will be as sure as it has to be.
    fn ready(&mut self, sync: Sync) -> Result<(), StoreError> {
        self.stay_in_place()?;
        self.watch()?;
        self.set_sync(sync)
    }

    /// Lets the journal and the tables for finding watch the records, from when on the connection writes. The first write does so by itself; a
    /// program that is waiting may do it before, because it takes some milliseconds.
    ///
    /// # Errors
    /// The disk errors; the connection then still refuses to write.
    pub fn watch(&mut self) -> Result<(), StoreError> {
        if !self.watched {
            self.connection.execute_batch(WRITES)?;
            let watching = journal::watch(&self.connection).and_then(|()| index::watch(&self.connection));
            if let Err(error) = watching {
                self.connection.execute_batch(open::WRITES_NOTHING)?;
                return Err(error);
            }
            self.watched = true;
        }
        Ok(())
    }

    /// Sets how sure the next commits are. A pragma acts when it is prepared, so it is never kept prepared.
    fn set_sync(&mut self, sync: Sync) -> Result<(), StoreError> {
        if self.sync != sync {
            self.connection.execute_batch(match sync {
                Sync::Normal => "PRAGMA synchronous = NORMAL",
                Sync::Full => "PRAGMA synchronous = FULL",
            })?;
            self.sync = sync;
        }
        Ok(())
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
