//! For which approach a file was made: purpose limitation (GDPR art. 5(1)(b)) kept by the file itself.
//!
//! The rule: what is told for one purpose is not used for another. A file remembers from its first moment with which
//! approach it was made, or that it was made with none, and that never changes. Opened for another it is refused before
//! anything in it is read or brought up to date.

use rusqlite::{Connection, OptionalExtension};

use super::error::StoreError;
use super::{Opening, Store, open};

/// The setting that holds the id of the approach; a file made with none lacks it.
const KEY: &str = "approach";

/// For what a file is opened.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose<'a> {
    /// For whatever it was made for: to look after the file itself.
    Whatever,
    /// For an approach by its id, or for none.
    Approach(Option<&'a str>),
}

impl Purpose<'_> {
    /// Refuses a file that was made for another purpose.
    pub(super) fn check(self, connection: &Connection) -> Result<(), StoreError> {
        let Self::Approach(asked) = self else { return Ok(()) };
        let made_with = read(connection)?;
        if made_with.as_deref() == asked {
            Ok(())
        } else {
            Err(StoreError::OtherApproach {
                made_with_one: made_with.is_some(),
            })
        }
    }

    /// Writes the purpose into a file that is being made.
    pub(super) fn remember(self, connection: &Connection) -> Result<(), StoreError> {
        let Self::Approach(Some(id)) = self else { return Ok(()) };
        connection.execute("INSERT INTO setting (key, value) VALUES (?1, ?2)", (KEY, id))?;
        Ok(())
    }
}

fn read(connection: &Connection) -> Result<Option<String>, StoreError> {
    let mut select = connection.prepare("SELECT value FROM setting WHERE key = ?1")?;
    Ok(select.query_row([KEY], |row| row.get(0)).optional()?)
}

impl Store {
    /// As [`Store::create`], for an approach by its id or for none: the file remembers it.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub fn create_for(opening: Opening, approach: Option<&str>) -> Result<Self, StoreError> {
        open::create(opening, Purpose::Approach(approach))
    }

    /// As [`Store::open`], for an approach by its id or for none.
    ///
    /// # Errors
    /// [`StoreError::OtherApproach`] when the file was made for another, and those of [`Store::open`]; the file is then
    /// as it was.
    pub fn open_for(opening: Opening, approach: Option<&str>) -> Result<Self, StoreError> {
        open::open(opening, Purpose::Approach(approach), open::How::ToWork)
    }

    /// The id of the approach that the file was made with, if with one.
    ///
    /// # Errors
    /// The disk errors.
    pub fn approach(&self) -> Result<Option<String>, StoreError> {
        read(&self.connection)
    }
}
