//! What is done with a file without opening it: keeping its bytes, and asking whether somebody has it open.
//!
//! The rule: no key is needed for any of it, so that it can be done with a file that is damaged or that opens with
//! something else; and a log goes with its file, because what it holds is in no other place. So it is not taken away
//! before it has been seen that nothing is left in it.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::backup::{Progress, pages};
use super::error::StoreError;
use super::open;

/// Bytes copied between two looks at the progress.
const PART: u64 = 1 << 20;

/// Keeps a file as it is that cannot be opened, with its log, and leaves it as one file: what the log holds is moved
/// into it first, which needs no key, so that it is whole without the log at every moment until it is replaced.
pub(super) fn keep_unopened(target: &Path, kept: &Path, progress: Progress<'_>) -> Result<(), StoreError> {
    free(target)?;
    open::make_folder(&open::folder_of(kept))?;
    copy_bytes(target, kept, progress)?;
    let settled = settle_log(target, kept, progress);
    if settled.is_err() {
        // The file stays, so that this is a copy of nothing that goes; without its log it would not even be one.
        let _ = fs::remove_file(kept);
        let _ = fs::remove_file(open::beside(kept, "wal"));
    }
    settled?;
    open::sync_folder(&open::folder_of(kept))
}

/// Keeps the log too, and moves what it holds into the file.
fn settle_log(target: &Path, kept: &Path, progress: Progress<'_>) -> Result<(), StoreError> {
    let log = open::beside(target, "wal");
    if !log.exists() {
        return Ok(());
    }
    copy_bytes(&log, &open::beside(kept, "wal"), progress)?;
    drop(ask_for(target)?);
    // A close never says that it could not move the log, as on a full disk; a log that it moved is gone or empty.
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(StoreError::Io(std::io::ErrorKind::Other));
    }
    remove_log(target)
}

/// Removes a log that holds nothing any more that counts.
pub(super) fn remove_log(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(open::beside(path, "wal")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Whether nobody has a file open, which can be told without its key. It stays as it is.
pub(super) fn free(path: &Path) -> Result<(), StoreError> {
    if open::is_open(path) {
        return Err(StoreError::InUse);
    }
    let connection = ask_for(path)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(())
}

/// A connection without the key, which asks for the lock before the first page is understood. Closed, it moves the log
/// into the file, page by page as they are, encrypted.
fn ask_for(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA locking_mode = EXCLUSIVE;")?;
    let asked = connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()));
    match asked.map_err(StoreError::from) {
        Err(StoreError::InUse) => Err(StoreError::InUse),
        _ => Ok(connection),
    }
}

/// Copies bytes to a new file that only this user may read, onto the disk. Nothing is left when it fails.
pub(super) fn copy_bytes(from: &Path, to: &Path, progress: Progress<'_>) -> Result<(), StoreError> {
    open::private_file(to)?;
    let copied = copy_parts(from, to, progress);
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

fn copy_parts(from: &Path, to: &Path, progress: Progress<'_>) -> Result<(), StoreError> {
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
