//! The name of this file among others, and what locks a bundle for it.

use rusqlite::OptionalExtension;
use zeroize::Zeroizing;

use super::super::Store;
use super::super::error::StoreError;
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

    /// The name and key of this file, made when there is none yet; `make` gives the secret half of a new key.
    ///
    /// # Errors
    /// The disk errors.
    pub fn own_key_or(&mut self, make: impl FnOnce() -> Zeroizing<String>) -> Result<OwnKey, StoreError> {
        if let Some(known) = self.own_key()? {
            return Ok(known);
        }
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(|_| StoreError::Io(std::io::ErrorKind::Other))?;
        let key = OwnKey {
            file: random.iter().map(|byte| format!("{byte:02x}")).collect(),
            secret: make(),
        };
        self.set_sync(super::super::Sync::Full)?;
        self.sql()
            .prepare_cached("INSERT INTO identity (one, file, secret) VALUES (1, ?1, ?2)")?
            .execute((&key.file, key.secret.as_str()))?;
        Ok(key)
    }
}
