//! Copies of the file, as encrypted as the file.
//!
//! The rules: a backup is complete or it is not there. It is written under another name, put on the disk, and only then
//! given its own; it opens with the passphrase or key of the file. And nobody waits for it: it is made in parts, between
//! which the file may be written.
//!
//! What is copied are the bytes of the file as they lie on the disk, still encrypted. That is a sound copy because of
//! the log: first everything in it is moved into the file, and then, until the copy is whole, what is written goes to
//! the log alone. A copy is therefore the file as it was when it was begun.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::backups::{BackupKind, backup_place};
use super::error::StoreError;
use super::{Store, backups, open};
use crate::domain::Moment;

/// Bytes copied in one part: a few milliseconds.
const PART: u64 = 1 << 20;

/// Parts between two waits for the disk, so that none of them is long.
const PARTS_UNSYNCED: u64 = 4;

/// Told how many pages are done of how many, and may stop the work: of a copy, and of every work on a file that is
/// made of copies.
pub(super) type Progress<'p> = &'p mut dyn FnMut(usize, usize) -> ControlFlow<()>;

/// Bytes of a page, in which progress is told.
const PAGE: u64 = 4096;

/// How many pages so many bytes are.
pub(super) fn pages(bytes: u64) -> usize {
    usize::try_from(bytes / PAGE).unwrap_or(usize::MAX)
}

/// A copy under way. Dropped before it is whole, it leaves nothing behind.
pub struct Copying {
    to: PathBuf,
    unfinished: PathBuf,
    out: Option<File>,
    done: u64,
    total: u64,
    /// Which state of the file it is a copy of.
    settled: u64,
}

impl std::fmt::Debug for Copying {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Copying({} of {})", self.done, self.total)
    }
}

impl Copying {
    /// Pages that are copied, and pages in all.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (pages(self.done), pages(self.total))
    }

    /// Its size when it is whole.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.total
    }

    /// Where the copy will be.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.to
    }
}

impl Drop for Copying {
    fn drop(&mut self) {
        if self.out.take().is_some() {
            let _ = fs::remove_file(&self.unfinished);
        }
    }
}

impl Store {
    /// Copies the whole file to another place, readable for this user only, replacing a file of that name. After each
    /// part `progress` is told how many pages of how many are done, and may stop it.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when the other place is this file itself, [`StoreError::Cancelled`],
    /// [`StoreError::Full`] and the other disk errors; nothing is then left behind, and a file that was to be replaced
    /// is still there. Only when the folder fails at last the copy is there, and whole, but its name may not outlast a
    /// power cut.
    pub fn backup(&self, to: &Path, progress: Progress<'_>) -> Result<(), StoreError> {
        let mut copying = self.begin_backup(to)?;
        let copied = loop {
            match self.go_on_with_backup(&mut copying) {
                Err(error) => break Err(error),
                Ok(whole) => {
                    let (done, total) = copying.progress();
                    let told = progress(done, total);
                    if whole {
                        break Ok(());
                    }
                    if told.is_break() {
                        break Err(StoreError::Cancelled);
                    }
                }
            }
        };
        self.end_backup(copying);
        copied
    }

    /// Begins a copy that is made in parts, between which the file may be written. Whoever begins one goes on with it
    /// ([`Store::go_on_with_backup`]) and ends it ([`Store::end_backup`]), also when it fails or is given up.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn begin_backup(&self, to: &Path) -> Result<Copying, StoreError> {
        if open::is_open(to) {
            return Err(StoreError::InUse);
        }
        open::make_folder(&open::folder_of(to))?;
        let unfinished = backups::unfinished(to);
        // One that this process gave up earlier is its own.
        let _ = fs::remove_file(&unfinished);
        open::private_file(&unfinished)?;
        let out = File::options().write(true).open(&unfinished)?;
        let mut copying = Copying {
            to: to.to_owned(),
            unfinished,
            out: Some(out),
            done: 0,
            total: 0,
            settled: 0,
        };
        if let Err(error) = self.begin_anew(&mut copying) {
            // Nobody gets a copy to end, so the log is told here to move into the file by itself again.
            self.end_backup(copying);
            return Err(error);
        }
        Ok(copying)
    }

    /// Copies the next part. True when the copy is whole, on the disk and in its place.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn go_on_with_backup(&self, copying: &mut Copying) -> Result<bool, StoreError> {
        if copying.settled != self.settled.get() {
            // Something was erased meanwhile, and must not stand in a backup that is made after it.
            self.begin_anew(copying)?;
        }
        let mut bytes = self.bytes.as_ref().ok_or(StoreError::NotFound)?;
        let out = copying.out.as_mut().ok_or(StoreError::Cancelled)?;
        bytes.seek(SeekFrom::Start(copying.done))?;
        let copied = std::io::copy(&mut bytes.take(PART.min(copying.total - copying.done)), out)?;
        if copied == 0 && copying.done < copying.total {
            return Err(StoreError::Corrupt);
        }
        copying.done += copied;
        let parts = copying.done / PART;
        if copying.done < copying.total {
            if parts.is_multiple_of(PARTS_UNSYNCED) {
                out.sync_data()?;
            }
            return Ok(false);
        }
        out.sync_all()?;
        fs::rename(&copying.unfinished, &copying.to)?;
        copying.out = None;
        open::sync_folder(&open::folder_of(&copying.to))?;
        Ok(true)
    }

    /// Ends a copy, whole or not.
    pub fn end_backup(&self, copying: Copying) {
        drop(copying);
        // The log is moved into the file by itself again. A connection that cannot be told so does that when it closes.
        let _ = self.connection.execute_batch("PRAGMA wal_autocheckpoint = 1000");
    }

    /// Takes the state of the file that is to be copied: all of it in the file itself, where it stays as it is.
    fn begin_anew(&self, copying: &mut Copying) -> Result<(), StoreError> {
        self.connection.execute_batch("PRAGMA wal_autocheckpoint = 0")?;
        self.settle()?;
        let bytes = self.bytes.as_ref().ok_or(StoreError::NotFound)?;
        let out = copying.out.as_mut().ok_or(StoreError::Cancelled)?;
        out.set_len(0)?;
        out.seek(SeekFrom::Start(0))?;
        out.flush()?;
        (copying.done, copying.total) = (0, bytes.metadata()?.len());
        copying.settled = self.settled.get();
        Ok(())
    }

    /// A copy beside the file, before its schema changes.
    pub(super) fn backup_before_migration(&self, version: i64, now: Moment) -> Result<(), StoreError> {
        let kind = BackupKind::BeforeMigration(u32::try_from(version).unwrap_or(0));
        let to = backup_place(&self.path, kind, now);
        self.backup(&to, &mut |_, _| ControlFlow::Continue(()))
    }
}
