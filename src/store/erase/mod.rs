//! Erasing (wissen): the one other door, of which nothing may stay.
//!
//! The rules:
//! - What goes is taken out of the records, the journal, drafts and the words for finding in one transaction. A line
//!   of the trail, a tombstone with the random id and anonymous counts are what it leaves.
//! - That same transaction notes what is still to be done: freed pages, and the backups the program made. Whoever opens
//!   the file next goes on with it, so that a program that was killed leaves nothing half erased.
//! - It is not believed but looked for: every page of the file and of each backup is searched ([`Proof`]).
//! - It can be stopped until the transaction is in the file; after that only the backups that are left are put off.

mod again;
mod anonymous;
mod backups;
mod expiry;
mod left;
mod mended;
mod preview;
mod proof;
mod rows;

use std::ops::ControlFlow;
use std::path::PathBuf;

use rusqlite::{Connection, params};

use super::backups::{own_backups, strange_backups};
use super::error::StoreError;
use super::rows::{all, write};
use super::trail::{self, NewLine};
use super::{Door, Store};
use crate::domain::rights::{Rectified, TrailKind};
use crate::domain::{Day, Id, Moment};

pub(in crate::store) use again::{Gone, gone};
pub use anonymous::AnonymousCount;
pub use backups::{ErasedCopy, PlannedCopy};
pub use expiry::Expiring;
pub use left::StillNamed;
pub(in crate::store) use mended::{Mended, PutThere, mended};
pub use preview::{ErasePreview, ExportOf, Mention};
use proof::Needles;
pub use proof::Proof;

/// Why a pupil is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraseReason {
    /// The pupil or the parents asked for it.
    Request,
    /// The date until which it may be kept has passed.
    Retention,
}

/// How far an erasure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraseStep {
    /// Records, journal and words for finding.
    Records,
    /// Freed pages of the file, and the proof.
    Pages,
    /// This backup of so many, from 1.
    Backup(usize, usize),
}

/// What an erasure did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Rows of records that went.
    pub rows: usize,
    /// What the search of the file found afterwards.
    pub proof: Proof,
    /// Each backup, with what the search of it found.
    pub copies: Vec<ErasedCopy>,
    /// Backups that were put off because it was stopped: they are done when the file is opened again.
    pub put_off: usize,
}

/// What goes: a pupil, a row, or what stood in a field before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Pupil(Id),
    Note(Id),
    Field(Rectified, Id),
}

/// What stands before the column of a field that was rectified.
const FIELD: &str = "pupil.";

/// What stands before the record once the file itself has been written anew, and only backups are to be gone through:
/// however long one of them waits, the file is not written anew at each opening.
const ONLY_COPIES: &str = "copies:";

impl Subject {
    fn record(self) -> String {
        match self {
            Self::Pupil(_) => "pupil".to_owned(),
            Self::Note(_) => "note".to_owned(),
            Self::Field(field, _) => format!("{FIELD}{}", field.column()),
        }
    }

    const fn id(self) -> Id {
        match self {
            Self::Pupil(id) | Self::Note(id) | Self::Field(_, id) => id,
        }
    }

    fn read(record: &str, id: Id) -> Option<Self> {
        match record {
            "pupil" => Some(Self::Pupil(id)),
            "note" => Some(Self::Note(id)),
            other => Rectified::of(other.strip_prefix(FIELD)?).map(|field| Self::Field(field, id)),
        }
    }
}

/// Told of every step; may stop.
pub type EraseProgress<'p> = dyn FnMut(EraseStep) -> ControlFlow<()> + 'p;

impl Store {
    /// Erases a pupil: records, journal, drafts, words for finding, freed pages and the program's own backups. Leaves
    /// a tombstone, an anonymous line of the trail and anonymous counts. Not undoable.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil, [`StoreError::Cancelled`] when `progress` stops it before
    /// anything was erased, and the disk errors. When the records are out and what follows fails, it is gone on with
    /// when the file is opened again.
    pub fn forget(
        &mut self,
        pupil: Id,
        why: EraseReason,
        now: Moment,
        progress: &mut EraseProgress<'_>,
    ) -> Result<Erased, StoreError> {
        let needles = Needles::of_pupil(self.sql(), pupil)?;
        let rows = rows::count(self.sql(), pupil)?.iter().map(|(_, rows)| rows).sum();
        if rows == 0 {
            return Err(StoreError::Missing("pupil"));
        }
        if progress(EraseStep::Records).is_break() {
            return Err(StoreError::Cancelled);
        }
        let who = self.who.clone();
        let subject = Subject::Pupil(pupil);
        self.enter(Door::Forget, now, |tx, _| {
            anonymous::keep(tx, pupil)?;
            rows::remove_pupil(tx.sql(), pupil)?;
            let day: Day = now.date_naive();
            write(
                tx.sql(),
                "INSERT INTO tombstone (pupil, erased_on) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                params![pupil, day],
            )?;
            begin(tx.sql(), subject)?;
            let line = NewLine {
                kind: TrailKind::Erased,
                pupil: None,
                meeting: None,
                export: None,
                why: match why {
                    EraseReason::Request => "request",
                    EraseReason::Retention => "retention",
                },
            };
            trail::add(tx.sql(), line, now, &who)
        })?;
        Ok(Erased {
            rows,
            ..self.finish(&[subject], Some(&needles), progress)?
        })
    }

    /// Corrects a field of a pupil so that no older value is left, neither in the journal nor in the backups. The trail
    /// names the field. Not undoable; other changes of the pupil stay so.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil, [`StoreError::Refused`] when the schema does not allow the
    /// value, [`StoreError::Cancelled`] when it is stopped before anything was written, and the disk errors.
    pub fn rectify(
        &mut self,
        pupil: Id,
        field: Rectified,
        value: Option<&str>,
        now: Moment,
        progress: &mut EraseProgress<'_>,
    ) -> Result<Erased, StoreError> {
        self.pupil(pupil)?;
        if progress(EraseStep::Records).is_break() {
            return Err(StoreError::Cancelled);
        }
        let who = self.who.clone();
        let subject = Subject::Field(field, pupil);
        let mut needles = Needles::of_field(self.sql(), pupil, field.column())?;
        self.enter(Door::Forget, now, |tx, _| {
            rows::replace(tx.sql(), pupil, field.column(), value)?;
            begin(tx.sql(), subject)?;
            let line = NewLine {
                kind: TrailKind::Rectified,
                pupil: Some(pupil),
                meeting: None,
                export: None,
                why: &subject.record(),
            };
            trail::add(tx.sql(), line, now, &who)
        })?;
        needles.but_for(&Needles::of_field(self.sql(), pupil, field.column())?);
        Ok(Erased {
            rows: 1,
            ..self.finish(&[subject], Some(&needles), progress)?
        })
    }

    /// Whether an erasure was begun that is not finished: its freed pages or backups are still to be gone through.
    ///
    /// # Errors
    /// The disk errors.
    pub fn is_forgetting(&self) -> Result<bool, StoreError> {
        Ok(!self.begun()?.is_empty())
    }

    /// Goes on with an erasure that was stopped or killed. Nothing to do is done at once.
    ///
    /// # Errors
    /// The disk errors; it can be gone on with again.
    pub fn finish_forgetting(&mut self, progress: &mut EraseProgress<'_>) -> Result<Erased, StoreError> {
        let begun = self.begun()?;
        if begun.is_empty() {
            return Ok(Erased::default());
        }
        let nothing = Needles::default();
        let pages = begun.iter().any(|(_, pages)| *pages).then_some(&nothing);
        let begun: Vec<Subject> = begun.into_iter().map(|(subject, _)| subject).collect();
        self.finish(&begun, pages, progress)
    }

    /// What was begun, and whether the pages of the file itself are still to be gone through for it.
    fn begun(&self) -> Result<Vec<(Subject, bool)>, StoreError> {
        let read = all(self.sql(), "SELECT record, subject FROM forgetting", [], |c| {
            let (record, id): (String, Id) = (c.get()?, c.get()?);
            let copies = record.strip_prefix(ONLY_COPIES);
            let subject = Subject::read(copies.unwrap_or(&record), id);
            let subject = subject.ok_or(StoreError::BadValue("forgetting.record"))?;
            Ok((subject, copies.is_none()))
        })?;
        Ok(read)
    }

    /// Freed pages and the proof, where there is something to look for, and the backups; then nothing is left to do,
    /// unless a backup waits ([`ErasedCopy::waits`]).
    fn finish(
        &mut self,
        subjects: &[Subject],
        pages: Option<&Needles>,
        progress: &mut EraseProgress<'_>,
    ) -> Result<Erased, StoreError> {
        let mut erased = Erased::default();
        self.connection.flush_prepared_statement_cache();
        if let Some(needles) = pages {
            if progress(EraseStep::Pages).is_break() {
                erased.put_off = self.own_copies()?.len();
                return Ok(erased);
            }
            // The pages lie elsewhere from here on, so a copy under way begins anew, whatever fails or stops below.
            self.settled.set(self.settled.get().wrapping_add(1));
            self.watch()?;
            erased.proof = prove(&mut self.connection, needles)?;
        }
        let copies = self.own_copies()?;
        if pages.is_some() && !copies.is_empty() {
            self.aside(|sql| subjects.iter().try_for_each(|subject| only_copies_of(sql, *subject)))?;
        }
        for (at, path) in copies.iter().enumerate() {
            if progress(EraseStep::Backup(at + 1, copies.len())).is_break() {
                erased.put_off = copies.len() - at;
                return Ok(erased);
            }
            erased.copies.push(self.erase_in_copy(path, subjects)?);
        }
        if !erased.copies.iter().any(ErasedCopy::waits) {
            self.aside(|sql| subjects.iter().try_for_each(|subject| done_with(sql, *subject)))?;
        }
        self.settle_log();
        Ok(erased)
    }

    /// The backups of this file that the program made, the newest first, and what only has the name of one: nobody can
    /// say what that holds, so it is told of as well.
    fn own_copies(&self) -> Result<Vec<PathBuf>, StoreError> {
        let own = own_backups(&self.path)?.into_iter().map(|backup| backup.path);
        Ok(own.chain(strange_backups(&self.path)?).collect())
    }
}

/// Every record with a condition by which its rows are those of the pupil `?1`.
pub(super) fn pointers_at_pupil(sql: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let pointers = rows::pointers(sql)?;
    Ok(pointers
        .iter()
        .map(|pointer| (pointer.table.clone(), pointer.condition()))
        .collect())
}

/// Notes what is to be gone on with.
fn begin(sql: &Connection, subject: Subject) -> Result<(), StoreError> {
    write(
        sql,
        "INSERT INTO forgetting (record, subject) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        params![subject.record(), subject.id()],
    )?;
    Ok(())
}

/// Nothing of it is to be gone on with any more.
fn done_with(sql: &Connection, subject: Subject) -> Result<(), StoreError> {
    let (record, copies) = (subject.record(), format!("{ONLY_COPIES}{}", subject.record()));
    let sentence = "DELETE FROM forgetting WHERE record IN (?1, ?2) AND subject = ?3";
    write(sql, sentence, params![record, copies, subject.id()])?;
    Ok(())
}

/// Only in the backups is it to be gone on with.
fn only_copies_of(sql: &Connection, subject: Subject) -> Result<(), StoreError> {
    done_with(sql, subject)?;
    let sentence = "INSERT INTO forgetting (record, subject) VALUES (?1, ?2)";
    let record = format!("{ONLY_COPIES}{}", subject.record());
    write(sql, sentence, params![record, subject.id()])?;
    Ok(())
}

/// Writes the file anew without its freed pages and without what lies between rows, empties its log, and searches it.
fn prove(sql: &mut Connection, needles: &Needles) -> Result<Proof, StoreError> {
    sql.execute_batch("VACUUM")?;
    sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let found = needles.search(sql)?;
    let proof = needles.proof(&found, needles);
    if proof.found == 0 {
        return Ok(proof);
    }
    // What is still there was written of somebody else as well.
    let mut rest = needles.clone();
    rest.without_living(sql)?;
    Ok(needles.proof(&found, &rest))
}
