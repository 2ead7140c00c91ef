//! The first use of the cipher in this process.
//!
//! The rule: the first file is made or opened alone, and from then on one keyed connection stays. SQLCipher sets up what
//! all connections share at the first key, and takes it down when the last keyed connection closes. Threads that do so
//! at the same moment have seen `SQLITE_ERROR` from keys that were right. After the first nobody waits.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use super::error::StoreError;

/// Whether what all connections share stands, and stays.
static STANDS: AtomicBool = AtomicBool::new(false);

/// The connection that keeps it standing: an empty database in memory, with a key that protects nothing.
static KEPT: Mutex<Option<Connection>> = Mutex::new(None);

/// The key is given raw, so that nothing is derived from it.
const KEY: &str = "PRAGMA cipher_log_level = NONE;
PRAGMA key = \"x'0000000000000000000000000000000000000000000000000000000000000000'\";
CREATE TABLE kept (one INTEGER);";

/// Makes or opens a file; the first time in this process while every other thread waits.
pub(super) fn alone<T>(work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    if STANDS.load(Ordering::Acquire) {
        return work();
    }
    let mut kept = lock();
    if STANDS.load(Ordering::Acquire) {
        drop(kept);
        return work();
    }
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(KEY)?;
    *kept = Some(connection);
    let made = work()?;
    STANDS.store(true, Ordering::Release);
    Ok(made)
}

/// The connection, also after a panic elsewhere: it is there or it is not.
fn lock() -> MutexGuard<'static, Option<Connection>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}
