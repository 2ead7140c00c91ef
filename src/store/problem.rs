//! What went wrong in the file, as the chair hears it.

use super::error::StoreError;
use crate::text::notice::{Problem, Refusal};

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        use StoreError as E;
        match error {
            E::NotFound => Self::NotFound,
            E::AlreadyExists => Self::FileExists,
            E::NotOurs(_) => Self::NotOurs,
            E::WrongKey => Self::WrongKey,
            E::BadKeyFile => Self::BadKeyFile,
            E::SameSecret => Self::SameSecret,
            E::NeedsKeyFile => Self::NeedsKeyFile,
            E::NeedsPassphrase => Self::NeedsPassphrase,
            E::Newer { file, program } => Self::Newer(version(*file), version(*program)),
            E::OtherApproach { made_with_one } => Self::OtherApproach {
                made_with_one: *made_with_one,
            },
            E::InUse => Self::InUse,
            E::ReadOnly => Self::ReadOnly,
            E::Full => Self::Full,
            E::Replaced => Self::Replaced,
            E::Corrupt | E::BadValue(_) => Self::Corrupt,
            E::Permission => Self::Permission,
            E::Missing(_) => Self::Missing,
            E::NothingToUndo => Self::Refused(Refusal::NothingToUndo),
            E::NothingToRedo => Self::Refused(Refusal::NothingToRedo),
            E::UndoBlocked { .. } => Self::Refused(Refusal::UndoBlocked),
            E::Recorded => Self::Refused(Refusal::InUse),
            E::Refused(_) => Self::Rule,
            E::Cancelled => Self::Cancelled,
            _ => Self::Io,
        }
    }
}

/// A version as it is said; one that is no version at all is said as zero.
fn version(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
