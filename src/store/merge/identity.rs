//! The name of this file among others, and what locks a bundle for it.

use rusqlite::OptionalExtension;
use zeroize::Zeroizing;

use super::super::error::StoreError;
use super::super::{Store, Sync};
use super::check;
use crate::domain::bundle::OwnKey;

impl Store {
    /// The name and key of this file; none when it never exchanged anything.
    ///
    /// # Errors
    /// The disk errors.
    pub fn own_key(&self) -> Result<Option<OwnKey>, StoreError> {
        let mut select = self.sql().prepare_cached("SELECT file, secret FROM identity")?;
        let read = select.query_row([], |row| {
            Ok(OwnKey {
                file: row.get(0)?,
                secret: Zeroizing::new(row.get(1)?),
            })
        });
        Ok(read.optional()?)
    }

    /// The name and key of this file, those that `make` gives when there are none yet.
    ///
    /// # Errors
    /// [`StoreError::BadValue`] when the name is not one of 32 hexadecimal digits, and the disk errors.
    pub fn own_key_or(&mut self, make: impl FnOnce() -> OwnKey) -> Result<OwnKey, StoreError> {
        if let Some(known) = self.own_key()? {
            return Ok(known);
        }
        let key = make();
        if !check::is_name(&key.file) {
            return Err(StoreError::BadValue("identity.file"));
        }
        self.ready(Sync::Full)?;
        self.sql()
            .prepare_cached("INSERT INTO identity (one, file, secret) VALUES (1, ?1, ?2)")?
            .execute((&key.file, key.secret.as_str()))?;
        Ok(key)
    }
}
