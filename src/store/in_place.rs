//! Whether the file that is open is still the one under its name.
//!
//! On Unix an open file can be moved or deleted, and writing goes on into what no start will ever find again: a
//! synchronising folder or a tidy colleague is enough. The rule: before anything is written the name is looked at. A
//! name that nothing bears any more gets the whole file back, and work goes on in that; a name that another file bears
//! stops the writing with a sentence until that file is out of the way. So it is before the file is let go of, too.
//! Windows lets nobody do either to an open file.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::config::DbConfig;

use super::error::StoreError;
use super::{Store, open};

/// Which file it is, whatever its name: device and number. Nothing where the system does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(Option<(u64, u64)>);

impl Identity {
    /// Of the file that bears a name now.
    #[cfg(unix)]
    pub(super) fn of(path: &Path) -> Result<Self, StoreError> {
        use std::os::unix::fs::MetadataExt;
        let met = fs::metadata(path)?;
        Ok(Self(Some((met.dev(), met.ino()))))
    }

    /// Of the file that bears a name now.
    #[cfg(not(unix))]
    pub(super) fn of(_: &Path) -> Result<Self, StoreError> {
        Ok(Self(None))
    }
}

impl Store {
    /// Looks whether the file is in its place, and puts it back when nothing is there: to be called before every write,
    /// and before the file is let go of. A locked one has been let go of.
    ///
    /// # Errors
    /// [`StoreError::Replaced`] when another file is in its place, and the disk errors of putting it back.
    pub(super) fn stay_in_place(&mut self) -> Result<(), StoreError> {
        if self.is_locked() {
            return Ok(());
        }
        match Identity::of(&self.path) {
            Ok(identity) if identity == self.identity => Ok(()),
            Ok(_) => Err(StoreError::Replaced),
            Err(StoreError::NotFound) => self.put_back(),
            Err(error) => Err(error),
        }
    }

    /// Whether another file bears the name. None at all is no other file.
    ///
    /// # Errors
    /// The disk errors of looking.
    pub(super) fn is_replaced(&self) -> Result<bool, StoreError> {
        match Identity::of(&self.path) {
            Ok(identity) => Ok(identity != self.identity),
            Err(StoreError::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Writes everything under the name again, and goes on in that file. What the old one had in its log is in the copy;
    /// the log itself goes first, or it would be taken for the log of the new file.
    fn put_back(&mut self) -> Result<(), StoreError> {
        let path = self.path.clone();
        match fs::remove_file(open::beside(&path, "wal")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        self.backup(&path, &mut |_, _| ControlFlow::Continue(()))?;
        // Before the connection, so that it is closed after it.
        let bytes = File::open(&path)?;
        let fresh = open::attach(&path, &self.key)?;
        // The old connection must not touch the log that now belongs to the new one.
        self.connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        self.connection = fresh;
        self.watched = false;
        self.bytes = Some(bytes);
        (self.identity, self.sync) = (Identity::of(&path)?, super::Sync::Full);
        // A copy that is being made of the other begins anew.
        self.settled.set(self.settled.get() + 1);
        Ok(())
    }
}
