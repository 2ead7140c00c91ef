//! Making, recognising and opening the file.
//!
//! The rule: a file that cannot be opened, for whatever reason, is left exactly as it was, and nothing is left beside
//! it. What can be told without a key is told without a key.
//!
//! On Unix, closing any handle of a file drops every lock the process holds on it. So a file this process has open
//! is never touched again through another handle: [`Claim`] keeps the list of open files, and is asked first.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::doors::{self, ROOMY};
use super::error::{Foreign, StoreError};
use super::ids::Ids;
use super::in_place::Identity;
use super::key::{Key, SALT, Salt, SecretKind};
use super::purpose::Purpose;
use super::{Opening, Store, Sync, backups, first, index, migrate};
use crate::domain::Moment;

/// `dkpn`: marks the database inside, as the salt marks the file outside.
const APPLICATION: i64 = 0x646b_706e;

/// The smallest file that can hold the first page.
const PAGE: u64 = 4096;

/// What every connection needs before the first page is read. The log goes first: SQLCipher writes to standard error
/// otherwise, across the screen.
const BEFORE_KEY: &str = "PRAGMA cipher_log_level = NONE;";

/// What every connection to a file that opened needs. `EXCLUSIVE` comes before the first read, so that no shared
/// memory is used and the lock is taken with it. Replacing rows fires delete triggers (`recursive_triggers`), so that
/// the journal cannot miss one. Where the system has a way to reach the disk itself and not only its cache (macOS), it
/// is used (`fullfsync`). A journal that grew in an import shrinks again.
const SETTINGS: &str = "
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA trusted_schema = OFF;
PRAGMA mmap_size = 0;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA journal_size_limit = 8388608;
";

/// Statements kept prepared: the screens together use fewer.
const STATEMENTS: usize = 128;

/// Tells what a file opens with, without any key and without changing it.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::NotOurs`], [`StoreError::Newer`], [`StoreError::Corrupt`] when it is cut
/// off within its first page, [`StoreError::InUse`] when this process has it open, and the file errors.
pub fn recognise(path: &Path) -> Result<SecretKind, StoreError> {
    Claim::take(path)?;
    Ok(head(path)?.kind())
}

/// Reads the salt of a file that is not open in this process.
pub(super) fn head(path: &Path) -> Result<Salt, StoreError> {
    if !fs::metadata(path)?.is_file() {
        return Err(StoreError::NotOurs(Foreign::NotAFile));
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut bytes = Vec::with_capacity(SALT);
    file.take(SALT as u64).read_to_end(&mut bytes)?;
    let salt = Salt::read(&bytes)?;
    if length < PAGE {
        Err(StoreError::Corrupt)
    } else {
        Ok(salt)
    }
}

/// Makes a new file and opens it.
///
/// The file is made complete under another name and then moved into place, so that a power cut in between leaves no
/// half file under the name that is asked for.
pub(super) fn create(opening: Opening, purpose: Purpose<'_>) -> Result<Store, StoreError> {
    first::alone(|| create_file(opening, purpose))
}

fn create_file(opening: Opening, purpose: Purpose<'_>) -> Result<Store, StoreError> {
    if fs::symlink_metadata(&opening.path).is_ok() {
        return Err(StoreError::AlreadyExists);
    }
    let folder = folder_of(&opening.path);
    make_folder(&folder)?;
    let kind = opening.secret.kind();
    let salt = match opening.salt {
        Some(random) => Salt::new(kind, random),
        None => Salt::fresh(kind)?,
    };
    let key = Key::new(&opening.secret, &salt)?;
    let unfinished = beside(&opening.path, &format!("{}.new", std::process::id()));
    let made = build(&unfinished, &key, purpose).and_then(|()| put_in_place(&unfinished, &opening.path));
    if made.is_err() {
        for leftover in [
            unfinished.clone(),
            beside(&unfinished, "wal"),
            beside(&unfinished, "journal"),
        ] {
            let _ = fs::remove_file(leftover);
        }
    }
    made?;
    sync_folder(&folder)?;
    let claim = Claim::take(&opening.path)?;
    connect(Visit::of(opening), key, claim, purpose, How::ToWork)
}

/// Fills a new file with the schema.
fn build(path: &Path, key: &Key, purpose: Purpose<'_>) -> Result<(), StoreError> {
    private_file(path)?;
    let mut connection = keyed(path, key)?;
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE;")?;
    connection.execute_batch(SETTINGS)?;
    index::register(&connection)?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    migrate::migrate(&mut connection)?;
    purpose.remember(&connection)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))?;
    File::open(path)?.sync_all()?;
    Ok(())
}

/// What a file is opened for, besides its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// To work in: it is brought up to date, an older one after a copy of it was made.
    ToWork,
    /// As the copy of a file that stays: it is brought up to date, and needs no copy of its own.
    AsCopy,
    /// To be looked at: whatever its version it stays as it is, also when it is closed.
    ToLook,
}

/// Who opens a file, where and when.
pub(super) struct Visit {
    pub(super) path: PathBuf,
    pub(super) now: Moment,
    pub(super) who: String,
    pub(super) seed: u64,
}

impl Visit {
    pub(super) fn of(opening: Opening) -> Self {
        Self {
            path: opening.path,
            now: opening.now,
            who: opening.who,
            seed: opening.seed,
        }
    }
}

/// Opens an existing file.
pub(super) fn open(opening: Opening, purpose: Purpose<'_>, how: How) -> Result<Store, StoreError> {
    first::alone(|| open_file(opening, purpose, how))
}

/// Opens a file of which the key is known.
pub(super) fn open_with(visit: Visit, key: Key, purpose: Purpose<'_>, how: How) -> Result<Store, StoreError> {
    let claim = Claim::take(&visit.path)?;
    if head(&visit.path)? != key.salt() {
        return Err(StoreError::WrongKey);
    }
    connect(visit, key, claim, purpose, how)
}

fn open_file(opening: Opening, purpose: Purpose<'_>, how: How) -> Result<Store, StoreError> {
    let claim = Claim::take(&opening.path)?;
    let salt = head(&opening.path)?;
    if salt.kind() != opening.secret.kind() {
        return Err(match salt.kind() {
            SecretKind::KeyFile => StoreError::NeedsKeyFile,
            SecretKind::Passphrase => StoreError::NeedsPassphrase,
        });
    }
    OpenOptions::new()
        .append(true)
        .open(&opening.path)
        .map_err(|error| match StoreError::from(error) {
            StoreError::Permission => StoreError::ReadOnly,
            other => other,
        })?;
    let key = Key::new(&opening.secret, &salt)?;
    connect(Visit::of(opening), key, claim, purpose, how)
}

/// Opens a file whose key is known, and brings it up to date unless it is only looked at.
fn connect(opening: Visit, key: Key, claim: Claim, purpose: Purpose<'_>, how: How) -> Result<Store, StoreError> {
    let had_log = beside(&opening.path, "wal").exists();
    // Before the connection, so that it is closed after it.
    let bytes = File::open(&opening.path)?;
    let connection = keyed(&opening.path, &key)?;
    // Until the file has been recognised from within, closing it must not write back what a crash left in the log.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let version = enter(&connection).and_then(|version| purpose.check(&connection).map(|()| version));
    if (version.is_ok() && how != How::ToLook) || !had_log {
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    }
    let version = version?;
    if how != How::ToLook {
        settle(&connection)?;
    }
    let mut store = Store {
        identity: Identity::of(&opening.path)?,
        connection,
        ids: Ids::new(opening.seed, 0),
        path: opening.path,
        who: opening.who,
        now: opening.now,
        key,
        sync: Sync::Full,
        surest: Sync::Full,
        watched: false,
        unsealed: false,
        settled: Cell::new(0),
        locked: None,
        bytes: Some(bytes),
        claim: Some(claim),
    };
    if how == How::ToLook {
        doors::rest(&store.connection)?;
        return Ok(store);
    }
    // Whoever holds the file knows that nobody else is making these.
    backups::remove_unfinished(&store.path);
    if version < migrate::VERSION {
        if how == How::ToWork {
            store.backup_before_migration(version, opening.now)?;
        }
        migrate::migrate(&mut store.connection)?;
    } else {
        migrate::derive_if_stale(&mut store.connection)?;
    }
    doors::rest(&store.connection)?;
    let last = store
        .connection
        .query_row("SELECT last_id FROM journal_open", [], |row| row.get(0))?;
    store.ids = Ids::new(opening.seed, last);
    if how == How::ToWork {
        // An erasure that was stopped. When it fails again it stays noted, and the file opens all the same.
        let _ = store.finish_forgetting(&mut |_| ControlFlow::Continue(()));
    }
    Ok(store)
}

/// Lets the log of a file that was only looked at be moved into it from here on.
pub(super) fn no_more_looking(store: &Store) -> Result<(), StoreError> {
    store
        .connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Prepares a connection to a file that opened for all that is done with it; first of all for being migrated.
fn settle(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(SETTINGS)?;
    connection.execute_batch(ROOMY)?;
    index::register(connection)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// A connection to a file of this version that this process has made.
pub(super) fn attach(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let connection = keyed(path, key)?;
    enter(&connection)?;
    settle(&connection)?;
    doors::rest(&connection)?;
    Ok(connection)
}

/// Reads the first page: takes the lock, proves the key, and returns the version of the schema.
pub(super) fn enter(connection: &Connection) -> Result<i64, StoreError> {
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE;")?;
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if number("application_id")? != APPLICATION {
        return Err(StoreError::NotOurs(Foreign::Other));
    }
    let version = number("user_version")?;
    if version > migrate::VERSION {
        return Err(StoreError::Newer {
            file: version,
            program: migrate::VERSION,
        });
    }
    Ok(version)
}

/// A connection that has been given its key and has read nothing yet.
pub(super) fn keyed(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    connection.execute_batch(BEFORE_KEY)?;
    connection.execute_batch(key.statement())?;
    Ok(connection)
}

/// The name beside a file: SQLite's own `-wal`, or another suffix.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-");
    name.push(suffix);
    PathBuf::from(name)
}

/// The folder a file is in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// Makes a folder with the ones above it, for this user only; one that exists keeps its rights.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Makes an empty file that only this user may read, and fails when there is one.
pub(super) fn private_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

/// Gives a finished file its name, without ever replacing another file: a link fails where a file is, a rename would
/// not. Where the disk knows no links, looking and then renaming has to do.
fn put_in_place(from: &Path, to: &Path) -> Result<(), StoreError> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(fs::remove_file(from)?),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(StoreError::AlreadyExists),
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(StoreError::AlreadyExists),
        Err(_) => Ok(fs::rename(from, to)?),
    }
}

/// Makes a new or changed name in a folder survive a power cut. Windows keeps names in order by itself.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// The files this process has open, by their real path.
static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Holds the place of one open file in [`OPEN`] until dropped.
#[derive(Debug)]
pub(super) struct Claim(PathBuf);

impl Claim {
    /// Claims an existing file.
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        let real = fs::canonicalize(path)?;
        if open_files().insert(real.clone()) {
            Ok(Self(real))
        } else {
            Err(StoreError::InUse)
        }
    }
}

/// Whether this process has a file open.
pub(super) fn is_open(path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| open_files().contains(&real))
}

impl Drop for Claim {
    fn drop(&mut self) {
        open_files().remove(&self.0);
    }
}

/// The list, also after a panic elsewhere: a set of paths cannot be half changed.
fn open_files() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
