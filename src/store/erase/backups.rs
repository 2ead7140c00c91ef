//! Erasing in the backups that the program made.
//!
//! The rule: a backup is changed in one transaction of its own and written anew, so that it is whole at every moment
//! and nothing is left in its freed pages. A backup that does not open with the key of the file is told of, never
//! passed over in silence.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::super::error::StoreError;
use super::super::rows::{all, one, write};
use super::super::{Store, index, journal, migrate, open};
use super::proof::Needles;
use super::rows::{has_table, remove_pupil, remove_row, replace};
use super::{Proof, Subject, prove};

/// What happened to a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasedCopy {
    /// Which.
    pub path: PathBuf,
    /// What the search of it found afterwards; why not, when it could not be opened or written.
    pub done: Result<Proof, StoreError>,
}

impl ErasedCopy {
    /// Whether it is tried again when the file is opened: whatever kept it from being written may have passed by then.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.done.as_ref().is_err_and(|error| may_pass(*error))
    }
}

/// A backup before anything is erased in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedCopy {
    /// Which.
    pub path: PathBuf,
    /// Why it does not open, when it does not.
    pub trouble: Option<StoreError>,
}

impl PlannedCopy {
    /// Whether what keeps it from opening may have passed by the time the file is opened again.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        self.trouble.is_some_and(may_pass)
    }
}

/// Whether something that went wrong with a backup may go right another time: somebody has it open, the disk is full.
/// One that is damaged or opens with something else is told of once, because no later opening makes a difference to it.
const fn may_pass(error: StoreError) -> bool {
    matches!(
        error,
        StoreError::InUse
            | StoreError::Full
            | StoreError::ReadOnly
            | StoreError::Permission
            | StoreError::NotFound
            | StoreError::Io(_)
            | StoreError::Disk(_)
            | StoreError::Cancelled
    )
}

impl Store {
    /// Erases in one backup.
    pub(super) fn erase_in_copy(&self, path: &Path, subjects: &[Subject]) -> Result<ErasedCopy, StoreError> {
        let value_of = |subject: &Subject| -> Result<Option<String>, StoreError> {
            let Subject::Field(field, pupil) = subject else {
                return Ok(None);
            };
            let query = format!("SELECT \"{}\" FROM pupil WHERE id = ?1", field.column());
            Ok(one(self.sql(), &query, [pupil], |c| c.get())?.flatten())
        };
        let mut values = Vec::new();
        for subject in subjects {
            values.push((*subject, value_of(subject)?));
        }
        Ok(ErasedCopy {
            path: path.to_owned(),
            done: self.in_copy(path, &values),
        })
    }

    /// Which backups there are, and which of them do not open. They stay as they are.
    pub(super) fn planned_copies(&self) -> Result<Vec<PlannedCopy>, StoreError> {
        let look = |path: PathBuf| PlannedCopy {
            // Closing it must not move into it what a killed program left in its log.
            trouble: self.reach_backup(&path, open::beside(&path, "wal").exists()).err(),
            path,
        };
        Ok(self.own_copies()?.into_iter().map(look).collect())
    }

    fn in_copy(&self, path: &Path, subjects: &[(Subject, Option<String>)]) -> Result<Proof, StoreError> {
        let mut copy = self.reach_backup(path, false)?;
        copy.execute_batch("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = ON;")?;
        index::register(&copy)?;
        // What its tables for finding hold is taken out word by word, so they have to be made as this program makes them.
        migrate::derive_if_stale(&mut copy)?;
        index::watch(&copy)?;
        let mut needles = Needles::default();
        let transaction = copy.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let last: i64 = transaction.query_row("SELECT last_id FROM journal_open", [], |row| row.get(0))?;
        journal::open(&transaction, false)?;
        for (subject, value) in subjects {
            match subject {
                Subject::Pupil(pupil) => {
                    needles.join(Needles::of_pupil(&transaction, *pupil)?);
                    remove_pupil(&transaction, *pupil)?;
                    bury(&transaction, self.sql(), *pupil)?;
                }
                Subject::Note(note) => {
                    let text = "SELECT text FROM note WHERE id = ?1";
                    for text in all(&transaction, text, [note], |c| c.get::<String>())? {
                        needles.also(&text);
                    }
                    remove_row(&transaction, "note", *note)?;
                }
                Subject::Field(field, pupil) => {
                    let mut old = Needles::of_field(&transaction, *pupil, field.column())?;
                    replace(&transaction, *pupil, field.column(), value.as_deref())?;
                    old.but_for(&Needles::of_field(&transaction, *pupil, field.column())?);
                    needles.join(old);
                }
            }
        }
        index::settle(&transaction)?;
        index::sweep(&transaction)?;
        journal::close(&transaction, last)?;
        transaction.commit()?;
        let proof = prove(&mut copy, &needles)?;
        copy.close().map_err(|(_, error)| StoreError::from(error))?;
        fs::File::open(path)?.sync_all()?;
        Ok(proof)
    }
}

/// Puts the tombstone in the backup too, where it knows of tombstones.
fn bury(copy: &Connection, file: &Connection, pupil: i64) -> Result<(), StoreError> {
    let day: Option<String> = one(file, "SELECT erased_on FROM tombstone WHERE pupil = ?1", [pupil], |c| {
        c.get()
    })?;
    if let Some(day) = day.filter(|_| has_table(copy, "tombstone").unwrap_or(false)) {
        write(
            copy,
            "INSERT INTO tombstone (pupil, erased_on) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            rusqlite::params![pupil, day],
        )?;
    }
    Ok(())
}
