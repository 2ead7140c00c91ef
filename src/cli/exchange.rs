//! Everything out of a file and in again, and exchange with another laptop: what can be asked, and who does it.

use std::path::{Path, PathBuf};

use super::answer::{Answer, Session};
use super::file::{self, place};
use super::options::{Format, Options};
use super::output::{Failure, Io};
use super::{bundle, session, whole};
use crate::domain::Id;
use crate::domain::bundle::Keep;

/// What is asked of whole files and of changes on their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Everything out of the file.
    ExportAll {
        /// The new folder.
        folder: PathBuf,
        /// A plain SQLite file too.
        sqlite: bool,
        /// Confirmed beforehand.
        yes: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Everything into a new file.
    ImportAll {
        /// The folder of an export.
        folder: PathBuf,
        /// The form of the answer.
        format: Format,
    },
    /// The key with which others make a bundle for this file.
    OwnKey {
        /// The form of the answer.
        format: Format,
    },
    /// What changed, for another laptop.
    Bundle {
        /// The receiver's key.
        receiver: String,
        /// Only these schools, by any part of their names; all of them when none is named.
        schools: Vec<String>,
        /// The new file.
        file: PathBuf,
        /// Everything and not only what is new.
        whole: bool,
        /// The form of the answer.
        format: Format,
    },
    /// What another laptop changed.
    Merge {
        /// The bundle.
        file: PathBuf,
        /// Write nothing.
        check_only: bool,
        /// Confirmed beforehand.
        yes: bool,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// The open conflicts.
    Conflicts {
        /// Names in full, and values that may hold names.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Choose in a conflict.
    Settle {
        /// Which.
        number: Id,
        /// What stays.
        keep: Keep,
        /// The form of the answer.
        format: Format,
    },
}

/// Does what is asked.
pub(super) fn perform(asked: &Exchange, options: &Options, io: &mut Io<'_>) -> Result<Answer, Failure> {
    match asked {
        Exchange::ExportAll {
            folder,
            sqlite,
            yes,
            format,
        } => {
            let asked = whole::Asked {
                folder,
                sqlite: *sqlite,
                yes: *yes,
                format: *format,
            };
            let mut session = session(options, io)?;
            whole::out(&mut session, &asked, io)
        }
        Exchange::OwnKey { format } => bundle::show_key(&mut session(options, io)?, *format),
        Exchange::Bundle {
            receiver,
            schools,
            file,
            whole,
            format,
        } => {
            let asked = bundle::Making {
                receiver,
                schools,
                file,
                whole: *whole,
                format: *format,
            };
            bundle::make(&mut session(options, io)?, &asked)
        }
        Exchange::Merge {
            file,
            check_only,
            yes,
            with_names,
            format,
        } => {
            let asked = bundle::Merging {
                file,
                check_only: *check_only,
                yes: *yes,
                with_names: *with_names,
                format: *format,
            };
            let mut session = session(options, io)?;
            bundle::merge(&mut session, &asked, io)
        }
        Exchange::Conflicts { with_names, format } => bundle::list(&session(options, io)?, *with_names, *format),
        Exchange::Settle { number, keep, format } => {
            bundle::settle(&mut session(options, io)?, *number, *keep, *format)
        }
        Exchange::ImportAll { folder, format } => take_in(folder, *format, options, io),
    }
}

/// Brings an export into a file, which is made for it when it is not there, and is taken away again when the export is
/// refused.
fn take_in(folder: &Path, format: Format, options: &Options, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    let source = whole::read(folder, catalog)?;
    whole::fits(&source, options.purpose(), catalog)?;
    let path = place(options)?;
    let is_new = std::fs::symlink_metadata(&path).is_err();
    let now = options.now();
    let mut session = Session {
        catalog,
        store: file::open_or_make(options, now, io)?,
        now,
        practice: options.settings.practice,
        aloud: options.aloud,
    };
    let done = whole::take_in(&mut session, &source, format);
    drop(session);
    if is_new && done.is_err() {
        // A file that stays behind is empty: the error is what is told.
        let _ = std::fs::remove_file(&path);
    }
    done
}
