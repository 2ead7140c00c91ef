//! What an error of the store is to the user: a [`Problem`], which both catalogues have a sentence for.
//!
//! The rule: every error has one, chosen by what the user can do about it. What only a developer could act on is
//! told as what it means for the user: the file is damaged, or the change was refused.

use super::error::StoreError;
use crate::text::notice::{Problem, Refusal};

impl StoreError {
    /// What to tell the user.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let version = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        match *self {
            Self::NotFound => Problem::NotFound,
            Self::AlreadyExists => Problem::FileExists,
            Self::NotOurs(_) => Problem::NotOurs,
            Self::WrongKey => Problem::WrongKey,
            Self::NeedsKeyFile => Problem::NeedsKeyFile,
            Self::NeedsPassphrase => Problem::NeedsPassphrase,
            Self::BadKeyFile => Problem::BadKeyFile,
            Self::Newer { file, program } => Problem::Newer(version(file), version(program)),
            Self::InUse => Problem::InUse,
            Self::ReadOnly => Problem::ReadOnly,
            Self::Full => Problem::Full,
            Self::Corrupt | Self::BadValue(_) => Problem::Corrupt,
            Self::Permission => Problem::Permission,
            Self::Io(_) | Self::Disk(_) => Problem::Io,
            Self::Missing(_) => Problem::Missing,
            Self::NothingToUndo => Problem::Refused(Refusal::NothingToUndo),
            Self::NothingToRedo => Problem::Refused(Refusal::NothingToRedo),
            Self::UndoBlocked { .. } => Problem::Refused(Refusal::UndoBlocked),
            Self::Refused(_) | Self::Sqlite(_) => Problem::Rule,
            Self::Cancelled => Problem::Cancelled,
        }
    }
}

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        error.problem()
    }
}
