//! Copies of the file, as encrypted as the file.
//!
//! The rule: a backup is complete or it is not there. It is written under another name, put on the disk, and only
//! then given its own; it opens with the passphrase or key of the file.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};

use super::error::StoreError;
use super::{Store, open};
use crate::domain::Moment;

/// Pages copied between two looks at the progress: 2 MB, some 20 milliseconds.
const STEP: i32 = 512;

/// What the name of a backup ends with.
const ENDING: &str = "backup.dakpan";

impl Store {
    /// Copies the whole file to another place, readable for this user only, replacing a file of that name. After each
    /// step `progress` is told how many pages of how many are done, and may stop it.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when the other place is this file itself, [`StoreError::Cancelled`],
    /// [`StoreError::Full`] and the other disk errors; nothing is then left behind, and a file that was to be replaced
    /// is still there.
    pub fn backup(
        &self,
        to: &Path,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        if open::is_open(to) {
            return Err(StoreError::InUse);
        }
        let folder = open::folder_of(to);
        open::make_folder(&folder)?;
        let unfinished = open::beside(to, &format!("{}.part", std::process::id()));
        let copied = self
            .copy(&unfinished, progress)
            .and_then(|()| Ok(fs::rename(&unfinished, to)?));
        if copied.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        copied?;
        open::sync_folder(&folder)
    }

    /// Copies page by page. The copy needs no journal of its own: it is thrown away when it is not finished.
    fn copy(&self, to: &Path, progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Result<(), StoreError> {
        open::private_file(to)?;
        let mut target = open::keyed(to, &self.key)?;
        target
            .execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
        let backup = Backup::new(&self.connection, &mut target)?;
        loop {
            let step = backup.step(STEP)?;
            let at = backup.progress();
            let total = usize::try_from(at.pagecount).unwrap_or(0);
            let left = usize::try_from(at.remaining).unwrap_or(0);
            let told = progress(total.saturating_sub(left), total);
            match step {
                StepResult::Done => break,
                StepResult::More if told.is_break() => return Err(StoreError::Cancelled),
                StepResult::More => {}
                _ => return Err(StoreError::InUse),
            }
        }
        drop(backup);
        target.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(File::open(to)?.sync_all()?)
    }

    /// A copy beside the file, before its schema changes.
    pub(super) fn backup_before_migration(&self, version: i64, now: Moment) -> Result<(), StoreError> {
        let stem = self.path.file_stem().unwrap_or(OsStr::new("dakpan")).to_string_lossy();
        let to = backup_path(&open::folder_of(&self.path), &format!("{stem}-v{version}"), now);
        self.backup(&to, &mut |_, _| ControlFlow::Continue(()))
    }
}

/// The name of a backup made at a moment: `stem-20260603-100400.backup.dakpan`, so that names sort by time.
#[must_use]
pub fn backup_path(folder: &Path, stem: &str, now: Moment) -> PathBuf {
    folder.join(format!("{stem}-{}.{ENDING}", now.format("%Y%m%d-%H%M%S")))
}

/// Removes the oldest backups of one file from a folder until `keep` are left. Touches only names that
/// [`backup_path`] makes for that stem. Returns how many were removed.
///
/// # Errors
/// The file errors.
pub fn rotate(folder: &Path, stem: &str, keep: usize) -> Result<usize, StoreError> {
    let mut backups: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .file_name()
            .and_then(OsStr::to_str)
            .is_some_and(|name| is_backup(name, stem))
        {
            backups.push(path);
        }
    }
    backups.sort();
    let surplus = backups.len().saturating_sub(keep);
    for path in backups.iter().take(surplus) {
        fs::remove_file(path)?;
    }
    Ok(surplus)
}

/// Whether a name is that of a backup of the file with this stem: one that was asked for or made at a meeting, or one
/// made before its schema changed.
pub(super) fn is_own(name: &str, stem: &str) -> bool {
    let before_migration = || {
        let rest = name.strip_prefix(stem)?.strip_prefix("-v")?;
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let (version, _) = rest.split_at_checked(digits).filter(|_| digits > 0)?;
        Some(is_backup(name, &format!("{stem}-v{version}")))
    };
    is_backup(name, stem) || before_migration().unwrap_or(false)
}

/// Whether a name is one that [`backup_path`] makes.
fn is_backup(name: &str, stem: &str) -> bool {
    let stamp = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_prefix('-'))
        .and_then(|rest| rest.strip_suffix(ENDING));
    let shape = |(place, letter): (usize, char)| match place {
        8 => letter == '-',
        15 => letter == '.',
        _ => letter.is_ascii_digit(),
    };
    stamp.is_some_and(|stamp| stamp.chars().count() == 16 && stamp.chars().enumerate().all(shape))
}
