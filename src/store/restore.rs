//! Another file in the place of this one: a backup that is put back.
//!
//! The rule: the file that is there stays whole until a whole one takes its place, at one stroke, and is kept as a copy
//! of its own first. So the backup is copied beside the file, opened and looked through there, and compared; nothing of
//! the file is touched until somebody said yes.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::backups::{BackupKind, backup_place, unfinished};
use super::error::StoreError;
use super::key::{Key, Secret};
use super::purpose::Purpose;
use super::{At, Store, open};
use crate::domain::Moment;

/// Bytes copied between two looks at the progress.
const PART: u64 = 1 << 20;

/// What a file holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// When it was last changed; none when nothing was ever changed in it.
    pub last_change: Option<Moment>,
    /// Schools.
    pub schools: u64,
    /// Pupils.
    pub pupils: u64,
    /// Meetings.
    pub meetings: u64,
    /// The last entry of its journal.
    last: i64,
}

/// What the file that is there would lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is no file.
    None,
    /// It cannot be opened with what opens the backup: nobody can say what is in it.
    Closed,
    /// It went on from the backup: so many changes, about so many pupils and in so many meetings.
    WentOn {
        /// What it holds.
        now: Contents,
        /// Changes since the backup.
        changes: u64,
        /// Pupils they are about.
        pupils: u64,
        /// Meetings they were made in.
        meetings: u64,
    },
    /// It did not grow out of the backup: another file, or one in which the backup's last changes were never made.
    Other(Contents),
}

/// A backup that is about to be put in the place of a file. Dropped, it leaves nothing behind.
pub struct Restoring {
    copy: PathBuf,
    target: PathBuf,
    /// When the backup's last change was made, by its own words, to tell whether the file went on from it.
    last_at: Option<String>,
    contents: Contents,
    placed: bool,
}

impl std::fmt::Debug for Restoring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Restoring")
    }
}

impl Drop for Restoring {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.copy);
            let _ = fs::remove_file(open::beside(&self.copy, "wal"));
        }
    }
}

impl Restoring {
    /// Copies a backup beside the file whose place it is to take, and looks through the whole copy. Neither the backup
    /// nor the file is changed. `progress` is told how many pages of how many are copied, and may stop it.
    ///
    /// # Errors
    /// [`StoreError::NotOurs`], [`StoreError::Newer`], [`StoreError::Corrupt`] for what is no sound backup;
    /// [`StoreError::WrongKey`], [`StoreError::NeedsKeyFile`] and [`StoreError::NeedsPassphrase`];
    /// [`StoreError::OtherApproach`]; [`StoreError::InUse`] when it is the file itself, or open, or was not closed in an
    /// orderly way; [`StoreError::Cancelled`], and the disk errors.
    pub fn prepare(
        from: &Path,
        target: &Path,
        secret: &Secret,
        approach: Option<&str>,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Self, StoreError> {
        let same = fs::canonicalize(from)? == fs::canonicalize(target).unwrap_or_default();
        if same || open::is_open(from) || open::beside(from, "wal").exists() {
            return Err(StoreError::InUse);
        }
        let key = Key::new(secret, &open::head(from)?)?;
        open::make_folder(&open::folder_of(target))?;
        let copy = unfinished(target);
        let _ = fs::remove_file(&copy);
        let mut restoring = Self {
            copy,
            target: target.to_owned(),
            last_at: None,
            contents: Contents {
                last_change: None,
                schools: 0,
                pupils: 0,
                meetings: 0,
                last: 0,
            },
            placed: false,
        };
        copy_bytes(from, &restoring.copy, progress)?;
        let connection = open::keyed(&restoring.copy, &key)?;
        open::enter(&connection)?;
        Purpose::Approach(approach).check(&connection)?;
        sound(&connection)?;
        restoring.contents = contents(&connection)?;
        restoring.last_at = entry_at(&connection, restoring.contents.last)?;
        connection.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(restoring)
    }

    /// What the backup holds.
    #[must_use]
    pub fn contents(&self) -> Contents {
        self.contents
    }

    /// What the file that is there would lose. `current` is that file when it could be opened.
    ///
    /// # Errors
    /// The disk errors.
    pub fn standing(&self, current: Option<&Store>) -> Result<Standing, StoreError> {
        let Some(store) = current else {
            return Ok(if self.target.exists() {
                Standing::Closed
            } else {
                Standing::None
            });
        };
        let now = contents(&store.connection)?;
        if now.last < self.contents.last || entry_at(&store.connection, self.contents.last)? != self.last_at {
            return Ok(Standing::Other(now));
        }
        let sql = "SELECT count(*), count(DISTINCT pupil), count(DISTINCT meeting) FROM journal WHERE seq > ?1";
        let newer = store.connection.query_row(sql, [self.contents.last], |row| {
            Ok((count(row, 0)?, count(row, 1)?, count(row, 2)?))
        });
        let (changes, pupils, meetings) = newer?;
        Ok(Standing::WentOn {
            now,
            changes,
            pupils,
            meetings,
        })
    }

    /// Puts the backup in the place of the file, after a copy of the file was made among its own backups. Returns where
    /// that copy is; none when there was no file.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another program has the file open, [`StoreError::Full`] and the other disk errors:
    /// the file is then as it was.
    pub fn commit(
        mut self,
        current: Option<Store>,
        now: Moment,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Option<PathBuf>, StoreError> {
        let kept = free_place(&self.target, now);
        let kept = match current {
            Some(store) => {
                store.backup(&kept, progress)?;
                store.close()?;
                Some(kept)
            }
            None if self.target.exists() => {
                free(&self.target)?;
                open::make_folder(&open::folder_of(&kept))?;
                copy_bytes(&self.target, &kept, progress)?;
                let log = open::beside(&self.target, "wal");
                if log.exists() {
                    // What the file had not taken in yet belongs to the copy, and must not be read into the backup.
                    copy_bytes(&log, &open::beside(&kept, "wal"), progress)?;
                    fs::remove_file(log)?;
                }
                Some(kept)
            }
            None => None,
        };
        fs::rename(&self.copy, &self.target)?;
        self.placed = true;
        open::sync_folder(&open::folder_of(&self.target))?;
        Ok(kept)
    }
}

/// A place among the backups that is not taken: two in one second each get their own.
fn free_place(target: &Path, now: Moment) -> PathBuf {
    let place = |seconds| {
        backup_place(
            target,
            BackupKind::BeforeRestore,
            now + chrono::Duration::seconds(seconds),
        )
    };
    (0..60)
        .map(place)
        .find(|place| !place.exists())
        .unwrap_or_else(|| place(60))
}

/// Whether nobody has a file open, which can be told without its key: the lock is asked for before the first page is
/// understood.
fn free(path: &Path) -> Result<(), StoreError> {
    if open::is_open(path) {
        return Err(StoreError::InUse);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let asked = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.busy_timeout(std::time::Duration::ZERO)?;
        connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA locking_mode = EXCLUSIVE;")?;
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))
    });
    match asked.map_err(StoreError::from) {
        Err(StoreError::InUse) => Err(StoreError::InUse),
        _ => Ok(()),
    }
}

/// Copies bytes to a new file that only this user may read, onto the disk. Nothing is left when it fails.
fn copy_bytes(
    from: &Path,
    to: &Path,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    open::private_file(to)?;
    let copied = copy_parts(from, to, progress);
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

fn copy_parts(
    from: &Path,
    to: &Path,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let pages = |bytes: u64| usize::try_from(bytes / 4096).unwrap_or(usize::MAX);
    let (mut source, mut out) = (File::open(from)?, File::options().write(true).open(to)?);
    let total = source.metadata()?.len();
    let mut done = 0;
    loop {
        let copied = std::io::copy(&mut Read::by_ref(&mut source).take(PART), &mut out)?;
        done += copied;
        if copied == 0 {
            break;
        }
        if progress(pages(done), pages(total)).is_break() {
            return Err(StoreError::Cancelled);
        }
    }
    out.flush()?;
    Ok(out.sync_all()?)
}

/// Looks through a file: every page against its seal, and how the pages hang together.
fn sound(connection: &Connection) -> Result<(), StoreError> {
    for sql in ["PRAGMA cipher_integrity_check", "PRAGMA quick_check"] {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if row.get_ref(0)?.as_str().unwrap_or_default() != "ok" {
                return Err(StoreError::Corrupt);
            }
        }
    }
    Ok(())
}

fn contents(connection: &Connection) -> Result<Contents, StoreError> {
    let sql = "SELECT (SELECT count(*) FROM school), (SELECT count(*) FROM pupil), (SELECT count(*) FROM meeting),
               (SELECT coalesce(max(seq), 0) FROM journal), (SELECT at FROM journal ORDER BY seq DESC LIMIT 1)";
    let contents = connection.query_row(sql, [], |row| {
        Ok(Contents {
            schools: count(row, 0)?,
            pupils: count(row, 1)?,
            meetings: count(row, 2)?,
            last: row.get(3)?,
            last_change: row.get::<_, Option<At>>(4)?.map(|at| at.0),
        })
    });
    Ok(contents?)
}

fn count(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

/// When an entry of the journal was made, as it is written there.
fn entry_at(connection: &Connection, seq: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT at FROM journal WHERE seq = ?1";
    Ok(connection.query_row(sql, [seq], |row| row.get(0)).optional()?)
}
