//! The doors through which the file is written.
//!
//! The rule: a record is written through [`Store::change`], under one entry of the journal; beside the journal only to
//! erase, to rectify and to fill a file that is being made. Every door is one transaction, on the disk before it
//! returns; only what [`Store::all_at_once`] puts into a new file gets there together. No connection to an open file writes before its records are watched. What is no record, a draft or where the
//! meeting stands, goes beside all of them and may wait for the disk. Only two write without a door: a file that is being
//! made gets its schema and its purpose, and a backup lets go of whoever is erased.

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::ids::Ids;
use super::journal::{self, EntryState};
use super::{Store, index};
use crate::domain::Moment;

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

/// How sure a commit has to be: SQLite's `synchronous`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sync {
    /// Survives the program, not a power cut.
    Normal,
    /// On the disk before the commit returns.
    Full,
}

/// Lets a connection write.
pub(super) const WRITES: &str = "PRAGMA query_only = OFF";

/// Lets a connection read only: until its records are watched, and for good when a file is only looked at.
pub(super) const WRITES_NOTHING: &str = "PRAGMA query_only = ON";

/// How much of the file a change may keep in memory, in kB: with a tenth of it the list of a whole region takes a third
/// longer to write and six times as long to undo.
pub(super) const ROOMY: &str = "PRAGMA cache_size = -24000";

/// How much of it is kept in memory otherwise. A step to the next pupil takes as long as with more, and the goal for the
/// whole program is 20 MB, however many pupils there are; with less than this the private screen is read anew each time.
const SPARE: &str = "PRAGMA cache_size = -2000";

/// Leaves a connection as it is between two changes, before its records are watched: it reads, and remembers little.
pub(super) fn rest(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(WRITES_NOTHING)?;
    Ok(connection.execute_batch(SPARE)?)
}

/// The ways in which records are written.
pub(super) enum Door<'e> {
    /// Under an entry of the journal.
    Change(journal::Entry<'e>),
    /// Beside the journal, leaving no trace of what was there.
    Forget,
    /// Beside the journal, into a file that is being made.
    Fill,
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

    /// Fills a new file in many changes that reach the disk together, before this returns: nobody has seen any of it, so
    /// that a power cut before then takes nothing from anybody, and waiting for the disk at each of the hundreds of
    /// changes of a demo takes longer than all the rest of it.
    ///
    /// # Errors
    /// Whatever `work` returns, and the disk errors; the file is then not whole, and for its maker to remove.
    pub fn all_at_once<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.surest = Sync::Normal;
        let done = work(self);
        self.surest = Sync::Full;
        let done = done?;
        self.settle()?;
        self.unsealed = false;
        Ok(done)
    }

    /// Moves what is in the log into the file and empties the log, where the former contents of pages would stay. Does
    /// what it can: a full disk is no reason to fail what has been committed.
    pub(super) fn settle_log(&self) {
        let _ = self.settle();
    }

    /// Moves what is in the log into the file and empties the log.
    pub(super) fn settle(&self) -> Result<(), StoreError> {
        self.settled.set(self.settled.get().wrapping_add(1));
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(StoreError::InUse) }
    }

    /// Every door: a transaction with the journal open for an entry, or for none. `work` is given the number the
    /// entry will have.
    pub(super) fn enter<T>(
        &mut self,
        door: Door<'_>,
        now: Moment,
        work: impl FnOnce(&mut Tx<'_>, i64) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.ready(Sync::Full)?;
        self.connection.execute_batch(ROOMY)?;
        let done = self.write(door, now, work);
        // What is on the disk has not failed, however much is remembered of it.
        let _ = self.connection.execute_batch(SPARE);
        done
    }

    /// The transaction of a door.
    fn write<T>(
        &mut self,
        door: Door<'_>,
        now: Moment,
        work: impl FnOnce(&mut Tx<'_>, i64) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
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
        self.unsealed = self.sync < Sync::Full;
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

    /// Readies the connection for a write: the file is still the one that was opened, its records are watched, and the
    /// commit will be as sure as it has to be.
    pub(super) fn ready(&mut self, sync: Sync) -> Result<(), StoreError> {
        self.stay_in_place()?;
        self.watch()?;
        self.set_sync(sync.min(self.surest))
    }

    /// Lets the journal and the tables for finding watch the records, from when on the connection writes. The first
    /// write does so by itself; a program that is waiting may do it before, because it takes some milliseconds.
    ///
    /// # Errors
    /// The disk errors; the connection then still refuses to write.
    pub fn watch(&mut self) -> Result<(), StoreError> {
        if !self.watched {
            self.connection.execute_batch(WRITES)?;
            if let Err(error) = self.make_triggers() {
                self.connection.execute_batch(WRITES_NOTHING)?;
                return Err(error);
            }
            self.watched = true;
        }
        Ok(())
    }

    /// All of the triggers, or none of them.
    fn make_triggers(&mut self) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        journal::watch(&transaction)?;
        index::watch(&transaction)?;
        Ok(transaction.commit()?)
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
}
