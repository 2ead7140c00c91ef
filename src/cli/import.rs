//! `importeer`: a list into the file: the pupils of a school, schools, or fixed contacts.
//!
//! The rules: what `--controleer` says is what would be done, because both are one comparison; a list is one change, so
//! that one undo takes it back; and a row that is refused is named with its number, column, value and reason, so that
//! the sender can mend it.

mod others;
mod pupils;
mod told;

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use super::answer::{Answer, Session};
use super::options::{Import, ImportKind, Options};
use super::output::{Failure, Io};
use crate::app::importing::words::list_error;
use crate::exchange::lists::{ListError, MOST_BYTES};
use crate::store::StoreError;
use crate::text::Catalog;
use crate::text::notice::Problem;

/// Reads the list that is asked for.
pub(super) fn run(asked: &Import, options: &Options, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    let bytes = bytes(&asked.list, catalog)?;
    let refused = |error: ListError| unreadable(&asked.list, &error, catalog);
    // A list that cannot be read asks for no passphrase.
    match asked.kind {
        ImportKind::Pupils => {
            pupils::readable(&bytes, asked).map_err(refused)?;
            let mut session = super::session(options, io)?;
            pupils::import(&mut session, &bytes, asked, io)
        }
        ImportKind::Schools | ImportKind::Contacts => match others::read(&bytes, asked).map_err(refused)? {
            Some(list) => others::import(&mut super::session(options, io)?, list, asked),
            None => Ok(Answer::default()),
        },
    }
}

/// What is in a file, as far as a list may go.
fn bytes(path: &Path, catalog: &Catalog) -> Result<Vec<u8>, Failure> {
    let unreadable = |error| Failure::of_reading(path, &Problem::from(&StoreError::from(error)), catalog);
    let mut bytes = Vec::new();
    // One byte more than is allowed is enough to see that there are too many.
    let most = MOST_BYTES as u64 + 1;
    File::open(path)
        .map_err(unreadable)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

/// What is wrong with a list as a whole.
fn unreadable(path: &Path, error: &ListError, catalog: &Catalog) -> Failure {
    Failure::Told(format!("{}: {}", path.display(), list_error(error, catalog)))
}

/// Writes refused rows to a file that was not there, for its owner alone: they hold names. Of a file that could not be
/// written whole nothing is left.
fn write_refused(path: &Path, text: &str, session: &Session) -> Result<(), Failure> {
    let failed = |error| Failure::of_reading(path, &Problem::from(&StoreError::from(error)), session.catalog);
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(|error| {
        let _ = std::fs::remove_file(path);
        failed(error)
    })
}
