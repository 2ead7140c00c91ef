//! Which backups of a file the program made by itself, and how many of them stay.
//!
//! The rule: a file is one of the program's own backups when its name is one that the program gives and it begins as
//! every file of dakpan's does. Nothing else is ever listed, re-encrypted, erased in or removed, and the newest backup
//! is never removed. One that cannot be looked at just now is listed all the same, so that whoever goes through all of
//! them tells of it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::error::StoreError;
use super::key::{SALT, Salt, SecretKind};
use super::{Store, open};
use crate::domain::Moment;

/// What the name of a backup ends with.
const ENDING: &str = "backup.dakpan";

/// The folder beside the file where backups are put.
const FOLDER: &str = "backups";

/// The time in the name of a backup, so that names sort by time.
const STAMP: &str = "%Y%m%d-%H%M%S";

/// What the name of a file ends with that is not whole yet; before it stands the number of the process.
const PART: &str = ".part";

/// What stands before the time in the name of a copy of a file that another was put in the place of.
const REPLACED: &str = "vorige";

/// Why the program made a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BackupKind {
    /// At the start of a meeting, or on demand: these are kept in rotation.
    Made,
    /// Before the schema of the file was changed from this version.
    BeforeMigration(u32),
    /// Before another file was put in its place.
    BeforeRestore,
}

/// A backup that the program made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, by the clock of the day itself.
    pub made: NaiveDateTime,
    /// Why.
    pub kind: BackupKind,
    /// Its size.
    pub bytes: u64,
    /// What it opens with; none when it cannot be looked at just now: this process has it open, and touching it would
    /// give up its locks, or the system does not let it be read.
    pub opens_with: Option<SecretKind>,
    salt: Option<Salt>,
}

impl BackupFile {
    /// The salt at its head, when that could be read.
    pub(super) fn salt(&self) -> Option<Salt> {
        self.salt
    }
}

/// What a file with the name of a backup begins with.
enum Head {
    /// As every file of dakpan's.
    Ours(Salt),
    /// Nobody can say just now.
    Unknown,
    /// As something else: it was damaged, or is somebody else's.
    Foreign,
}

impl Store {
    /// Whether a backup opens with the key of this file: it was made since the passphrase was last changed, or was
    /// encrypted anew when it was. Nothing is read for this.
    #[must_use]
    pub fn shares_key(&self, backup: &BackupFile) -> bool {
        Some(self.key.salt()) == backup.salt
    }
}

impl Store {
    /// A backup that opens with the key of this file; its log may be left as it is when it is closed.
    pub(super) fn reach_backup(&self, path: &Path, leave_log: bool) -> Result<Connection, StoreError> {
        if open::is_open(path) {
            return Err(StoreError::InUse);
        }
        if open::head(path)? != self.key.salt() {
            return Err(StoreError::WrongKey);
        }
        let copy = open::keyed(path, &self.key)?;
        copy.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave_log)?;
        copy.execute_batch("PRAGMA locking_mode = EXCLUSIVE;")?;
        copy.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        Ok(copy)
    }

    /// How many pupils a backup holds that opens with the key of this file. It stays as it is.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] for one that opens with something else, [`StoreError::InUse`],
    /// [`StoreError::NotOurs`], [`StoreError::Corrupt`], and the disk errors.
    pub fn pupils_in(&self, path: &Path) -> Result<u64, StoreError> {
        let copy = self.reach_backup(path, open::beside(path, "wal").exists())?;
        let count: i64 = copy.query_row("SELECT count(*) FROM pupil", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

/// The backups that the program made of a file, newest first: those in the folder `backups` beside it, those made
/// before a migration, and those made before it was replaced. Copies that somebody had made elsewhere
/// (`dakpan backup --naar`) are not among them. The file itself is not touched and may be open.
///
/// # Errors
/// The file errors; a folder that is not there holds no backups.
pub fn own_backups(path: &Path) -> Result<Vec<BackupFile>, StoreError> {
    let listed = |(backup, head): (BackupFile, Head)| match head {
        Head::Ours(salt) => Some(BackupFile {
            opens_with: Some(salt.kind()),
            salt: Some(salt),
            ..backup
        }),
        Head::Unknown => Some(backup),
        Head::Foreign => None,
    };
    Ok(named_as_backups(path)?.into_iter().filter_map(listed).collect())
}

/// Files with the name of a backup of the program's own that do not begin as one: what they hold nobody knows.
///
/// # Errors
/// As [`own_backups`].
pub(super) fn strange_backups(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let strange = named_as_backups(path)?.into_iter();
    let strange = strange.filter(|(_, head)| matches!(head, Head::Foreign));
    Ok(strange.map(|(backup, _)| backup.path).collect())
}

/// Every file with the name of a backup, newest first.
fn named_as_backups(path: &Path) -> Result<Vec<(BackupFile, Head)>, StoreError> {
    let stem = stem_of(path);
    let beside = open::folder_of(path);
    let mut found = Vec::new();
    for folder in [beside.join(FOLDER), beside] {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            other => other?,
        };
        for entry in entries {
            found.extend(backup_at(entry?.path(), &stem));
        }
    }
    found.sort_by(|(one, _), (other, _)| (other.made, &other.path).cmp(&(one.made, &one.path)));
    Ok(found)
}

/// The file at a place, when its name is that of a backup of this stem.
fn backup_at(path: PathBuf, stem: &str) -> Option<(BackupFile, Head)> {
    let (kind, made) = read_name(path.file_name()?.to_str()?, stem)?;
    // One that went away meanwhile is none.
    let about = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let head = if open::is_open(&path) {
        Head::Unknown
    } else {
        head_of(&path)
    };
    let backup = BackupFile {
        path,
        made,
        kind,
        bytes: about.len(),
        opens_with: None,
        salt: None,
    };
    Some((backup, head))
}

fn head_of(path: &Path) -> Head {
    let mut head = Vec::with_capacity(SALT);
    let read = File::open(path).and_then(|file| file.take(SALT as u64).read_to_end(&mut head));
    match (read, Salt::read(&head)) {
        (Err(_), _) => Head::Unknown,
        (Ok(_), Ok(salt)) => Head::Ours(salt),
        (Ok(_), Err(_)) => Head::Foreign,
    }
}

/// The folder in which the backups of a file are put.
#[must_use]
pub fn backup_folder(path: &Path) -> PathBuf {
    open::folder_of(path).join(FOLDER)
}

/// The name of a backup made at a moment: `stem-20260603-100400.backup.dakpan`, so that names sort by time.
#[must_use]
pub fn backup_path(folder: &Path, stem: &str, now: Moment) -> PathBuf {
    folder.join(format!("{stem}-{}.{ENDING}", now.format(STAMP)))
}

/// The place of a backup of a file among the program's own.
#[must_use]
pub fn backup_place(path: &Path, kind: BackupKind, now: Moment) -> PathBuf {
    let stem = stem_of(path);
    match kind {
        BackupKind::Made => backup_path(&backup_folder(path), &stem, now),
        BackupKind::BeforeMigration(version) => backup_path(&open::folder_of(path), &format!("{stem}-v{version}"), now),
        BackupKind::BeforeRestore => backup_path(&backup_folder(path), &format!("{stem}-{REPLACED}"), now),
    }
}

/// Removes the oldest backups made at meetings and on demand until `keep` are left, and at least one. One that cannot be
/// looked at stays, and does not count. Returns how many were removed.
///
/// # Errors
/// The file errors.
pub fn rotate(path: &Path, keep: usize) -> Result<usize, StoreError> {
    let folder = backup_folder(path);
    let made = own_backups(path)?;
    let made = made
        .iter()
        .filter(|backup| backup.kind == BackupKind::Made && backup.path.parent() == Some(&folder))
        .filter(|backup| backup.salt.is_some());
    let mut removed = 0;
    for backup in made.skip(keep.max(1)) {
        fs::remove_file(&backup.path)?;
        removed += 1;
    }
    Ok(removed)
}

/// Removes what a program that was killed left half made of a file and of its backups. To be called by whoever holds
/// the file: then nobody else is making them. What this process makes itself stays.
pub(super) fn remove_unfinished(path: &Path) {
    let stem = stem_of(path);
    let own = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    for folder in [backup_folder(path), open::folder_of(path)] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_str().map(|name| name.strip_suffix("-wal").unwrap_or(name));
            let half = name.and_then(|name| name.strip_suffix(PART)?.rsplit_once('-'));
            let half = half.filter(|(_, process)| process.parse::<u32>().is_ok_and(|id| id != std::process::id()));
            if half.is_some_and(|(whole, _)| whole == own || read_name(whole, &stem).is_some()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The name under which a file is made before it gets its own.
pub(super) fn unfinished(path: &Path) -> PathBuf {
    open::beside(path, &format!("{}{PART}", std::process::id()))
}

/// The name of a file without its ending.
pub(super) fn stem_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or(OsStr::new("dakpan"));
    stem.to_string_lossy().into_owned()
}

/// The name of a backup as it may be told of, when it is one that the program gives to the backups of a file: the name of
/// any other file may say anything. It is told without the name of the file itself, which the chair chose too.
pub(super) fn own_name(backup: &Path, of: &Path) -> Option<String> {
    let (name, stem) = (backup.file_name()?.to_str()?, stem_of(of));
    read_name(name, &stem)?;
    Some(name.strip_prefix(&stem)?.strip_prefix('-')?.to_owned())
}

/// Reads a name that [`backup_place`] makes for a stem.
fn read_name(name: &str, stem: &str) -> Option<(BackupKind, NaiveDateTime)> {
    let rest = name.strip_prefix(stem)?.strip_prefix('-')?;
    let rest = rest.strip_suffix(ENDING)?.strip_suffix('.')?;
    let (kind, stamp) = match rest.split_once('-')? {
        (REPLACED, stamp) => (BackupKind::BeforeRestore, stamp),
        (word, stamp) => match word.strip_prefix('v').and_then(|version| version.parse().ok()) {
            Some(version) => (BackupKind::BeforeMigration(version), stamp),
            None => (BackupKind::Made, rest),
        },
    };
    let made = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
    // Numbers are read with fewer digits too; a name that the program gives is written the same again.
    (made.format(STAMP).to_string() == stamp).then_some((kind, made))
}
