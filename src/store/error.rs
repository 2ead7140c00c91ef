//! What can go wrong with the file, as kinds a program can act on.
//!
//! The rule: a kind says what happened and never whom it is about. No variant carries a value from a record, a
//! path or the text of an SQL statement, so an error may be logged, shown while shared and put in a report. The
//! sentences for the user are in the room `text`; `Display` is for developers.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi;

/// Why something that was asked to be opened is not a dakpan file, known before any key is derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A folder, a socket or another thing that is not a regular file.
    NotAFile,
    /// A file of no bytes.
    Empty,
    /// An SQLite database that is not encrypted.
    PlainSqlite,
    /// A file of some other kind.
    Other,
}

/// Which promise of the schema a write would have broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// The same key is there already.
    Unique,
    /// The record points at one that is not there, or is still pointed at.
    ForeignKey,
    /// A value outside the allowed ones.
    Check,
    /// A value that may not be missing is missing.
    NotNull,
    /// A value of another type than the column's.
    Type,
    /// A trigger said no: a record was written outside [`Store::change`](super::Store::change).
    Trigger,
}

/// What went wrong in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no file at that place.
    #[error("no file there")]
    NotFound,
    /// A file is in the way of one to be made.
    #[error("a file is there already")]
    AlreadyExists,
    /// The file is not one of dakpan's.
    #[error("not a dakpan file: {0:?}")]
    NotOurs(Foreign),
    /// The passphrase or key is wrong, or the first page is damaged: encryption cannot tell these apart.
    #[error("passphrase or key is wrong, or the file is damaged")]
    WrongKey,
    /// The file opens with a key file, and a passphrase was given.
    #[error("the file opens with a key file")]
    NeedsKeyFile,
    /// The file opens with a passphrase, and a key file was given.
    #[error("the file opens with a passphrase")]
    NeedsPassphrase,
    /// A key file does not hold exactly 32 bytes.
    #[error("a key file holds exactly 32 bytes")]
    BadKeyFile,
    /// What is to open the file opens it already.
    #[error("the file opens with that already")]
    SameSecret,
    /// The file was written by a newer program: its schema or key derivation has a higher number.
    #[error("the file is of version {file}, this program knows up to {program}")]
    Newer {
        /// Version in the file.
        file: i64,
        /// Highest version this program knows.
        program: i64,
    },
    /// The file was made with one approach, or with none, and is asked for with another: what is told for one purpose is
    /// not used for another.
    #[error("the file was made for another purpose")]
    OtherApproach {
        /// Whether the file was made with an approach.
        made_with_one: bool,
    },
    /// Another program, or this one, has the file open.
    #[error("the file is open elsewhere")]
    InUse,
    /// The file or its folder may be read but not written.
    #[error("the file cannot be written")]
    ReadOnly,
    /// No room left on the disk.
    #[error("the disk is full")]
    Full,
    /// Another file bears the name of the one that is open.
    #[error("another file is in its place")]
    Replaced,
    /// The contents do not hold together.
    #[error("the file is damaged")]
    Corrupt,
    /// The system does not allow it.
    #[error("not permitted by the system")]
    Permission,
    /// A file operation failed in another way.
    #[error("file operation failed: {0:?}")]
    Io(io::ErrorKind),
    /// Reading or writing the database failed at the disk; the number is SQLite's extended code.
    #[error("disk error {0}")]
    Disk(i32),
    /// A record that was asked for is not there; the word is the record's kind.
    #[error("no such {0}")]
    Missing(&'static str),
    /// A stored value cannot be read as what it should be; the words say which, as `pupil.birth`.
    #[error("unreadable value in {0}")]
    BadValue(&'static str),
    /// Nothing is left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing is left to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// A later change of the same records stands in the way of undoing or redoing.
    #[error("entry {seq} cannot be reverted, its records have changed since")]
    UndoBlocked {
        /// Sequence number of the journal entry that was to be reverted.
        seq: i64,
    },
    /// The schema refused the write.
    #[error("refused by the schema: {0:?}")]
    Refused(Constraint),
    /// Something was recorded at the agenda item, which the minutes would lose.
    #[error("something was recorded at the agenda item")]
    Recorded,
    /// Stopped on request.
    #[error("cancelled")]
    Cancelled,
    /// Anything else SQLite reports, by its extended code: a mistake in the program.
    #[error("database error {0}")]
    Sqlite(i32),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::AlreadyExists => Self::AlreadyExists,
            io::ErrorKind::PermissionDenied => Self::Permission,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            kind => Self::Io(kind),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if let Some(inner) = error.sqlite_error() {
            return from_code(inner.code, inner.extended_code);
        }
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::Missing("record"),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Self::BadValue("column"),
            rusqlite::Error::ToSqlConversionFailure(_) | rusqlite::Error::NulError(_) => Self::BadValue("parameter"),
            _ => Self::Sqlite(ffi::SQLITE_MISUSE),
        }
    }
}

/// The kind for a code of SQLite's, primary and extended.
fn from_code(code: ErrorCode, extended: i32) -> StoreError {
    match code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => StoreError::InUse,
        ErrorCode::ReadOnly => StoreError::ReadOnly,
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::DatabaseCorrupt => StoreError::Corrupt,
        ErrorCode::NotADatabase => StoreError::WrongKey,
        ErrorCode::PermissionDenied | ErrorCode::CannotOpen => StoreError::Permission,
        ErrorCode::SystemIoFailure => StoreError::Disk(extended),
        ErrorCode::OperationInterrupted | ErrorCode::OperationAborted => StoreError::Cancelled,
        ErrorCode::ConstraintViolation => {
            constraint(extended).map_or(StoreError::Sqlite(extended), StoreError::Refused)
        }
        ErrorCode::TypeMismatch => StoreError::Refused(Constraint::Type),
        _ => StoreError::Sqlite(extended),
    }
}

/// Which constraint an extended code is about.
fn constraint(extended: i32) -> Option<Constraint> {
    Some(match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Constraint::Unique
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Constraint::ForeignKey,
        ffi::SQLITE_CONSTRAINT_CHECK => Constraint::Check,
        ffi::SQLITE_CONSTRAINT_NOTNULL => Constraint::NotNull,
        ffi::SQLITE_CONSTRAINT_DATATYPE => Constraint::Type,
        ffi::SQLITE_CONSTRAINT_TRIGGER => Constraint::Trigger,
        _ => return None,
    })
}
