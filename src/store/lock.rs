//! The file closed while the program goes on: the chair is away.
//!
//! The rule: while locked nothing of the file is open and nothing that opens it is in memory. The connection is closed,
//! and with it goes what the cipher kept; the key is wiped; the place in the list of open files is given back. What is
//! asked of a locked file fails.

use rusqlite::Connection;

use super::error::StoreError;
use super::key::{Key, Salt, Secret, SecretKind};
use super::purpose::Purpose;
use super::{Opening, Store, open};
use crate::domain::Moment;

/// What is remembered of a file that is locked: nothing of what it says.
#[derive(Debug)]
pub(super) struct Locked {
    salt: Salt,
    /// The last entry of the journal.
    last: Option<i64>,
    /// For which approach it was made; none when that could not be read.
    approach: Option<Option<String>>,
}

/// What became of a file while it was locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It is as it was.
    Same,
    /// It was changed by another program, or another file is in its place.
    Changed,
}

impl Store {
    /// Closes the file and forgets what opens it. What was typed is made safe first.
    ///
    /// # Errors
    /// The disk errors of what was typed last; the file is closed all the same, with its log beside it.
    pub fn lock(&mut self) -> Result<(), StoreError> {
        if self.locked.is_some() {
            return Ok(());
        }
        let sealed = self.stay_in_place().and_then(|()| self.seal());
        let approach = self.approach().ok();
        let last = self.last_entry().ok();
        let salt = self.key.salt();
        let connection = std::mem::replace(&mut self.connection, Connection::open_in_memory()?);
        let closed = connection.close().map_err(|(_, error)| StoreError::from(error));
        self.key.forget();
        (self.bytes, self.claim) = (None, None);
        self.locked = Some(Locked { salt, last, approach });
        sealed.and(closed)
    }

    /// Whether the file is locked.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.locked.is_some()
    }

    /// What the file opens with, as it was opened.
    #[must_use]
    pub fn opens_with(&self) -> SecretKind {
        self.key.salt().kind()
    }

    /// Whether this is what opens the file.
    ///
    /// # Errors
    /// Those of deriving a key: no memory for it.
    pub fn is_opened_by(&self, secret: &Secret) -> Result<bool, StoreError> {
        let salt = self.key.salt();
        Ok(secret.kind() == salt.kind() && Key::new(secret, &salt)?.is(&self.key))
    }

    /// What the file at the place of the locked one opens with.
    ///
    /// # Errors
    /// As [`recognise`](super::recognise).
    pub fn locked_with(&self) -> Result<SecretKind, StoreError> {
        super::recognise(&self.path)
    }

    /// Opens the file again. Nothing happens to a file that is not locked.
    ///
    /// # Errors
    /// As [`Store::open`]; the file stays locked.
    pub fn unlock(&mut self, secret: Secret, now: Moment) -> Result<Since, StoreError> {
        let Some(locked) = &self.locked else {
            return Ok(Since::Same);
        };
        let opening = Opening {
            path: self.path.clone(),
            secret,
            now,
            who: self.who.clone(),
            seed: super::fresh_seed(now),
            salt: None,
        };
        let purpose = locked
            .approach
            .as_ref()
            .map_or(Purpose::Whatever, |approach| Purpose::Approach(approach.as_deref()));
        let opened = open::open(opening, purpose, open::How::ToWork)?;
        let same = opened.key.salt() == locked.salt && opened.last_entry().ok() == locked.last;
        *self = opened;
        Ok(if same { Since::Same } else { Since::Changed })
    }

    /// The number of the last entry of the journal, zero when there is none.
    pub(super) fn last_entry(&self) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(seq), 0) FROM journal";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }
}
