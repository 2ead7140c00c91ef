//! `wachtwoord`: another passphrase or key file, for the file and for its backups.
//!
//! The rules: what opens the file now is asked or read as for every command; what is to open it is asked twice, or read
//! from a file, and never taken from the words. A key file that is not there yet is made. When anything fails before
//! the first file got its new contents, nothing has changed, and a key file that was made for it goes again.

use std::path::{Path, PathBuf};

use super::answer::Answer;
use super::file::{key_file, new_passphrase, new_words, open_with, place, warn_when_others_may_read};
use super::options::Options;
use super::output::{Failure, Io, visible};
use crate::store::{Secret, SecretKind, StoreError, make_key_file, recognise};
use crate::text::notice::Problem;

/// What is asked.
pub(super) struct Asked<'a> {
    /// A key file to open the file with from now on.
    pub(super) new_key: Option<&'a Path>,
    /// A file whose first line is the new passphrase.
    pub(super) new_passphrase_file: Option<&'a Path>,
}

/// Changes what opens the file.
pub(super) fn change(options: &Options, asked: &Asked<'_>, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    let words = &catalog.lock;
    let path = place(options)?;
    let failed = |error: &StoreError| Failure::of_store(&path, error, catalog);
    let kind = recognise(&path).map_err(|error| failed(&error))?;
    // A file that opens with a passphrase has no key file yet: one that is given is the new one.
    let given = options.key_file.clone().filter(|_| kind == SecretKind::Passphrase);
    let opening = Options {
        key_file: options.key_file.clone().filter(|_| kind == SecretKind::KeyFile),
        ..options.clone()
    };
    if given.is_some() && (asked.new_key.is_some() || asked.new_passphrase_file.is_some()) {
        return Err(failed(&StoreError::NeedsPassphrase));
    }
    let new_key = asked.new_key.map(PathBuf::from).or(given);
    let (mut store, old) = open_with(&opening, options.now(), io)?;
    let made = new_key.as_deref().filter(|key| std::fs::symlink_metadata(key).is_err());
    let new = match (&new_key, asked.new_passphrase_file) {
        (Some(key), _) => {
            if let Some(made) = made {
                let unmade = |error| Failure::of_reading(made, &Problem::from(&error), catalog);
                make_key_file(made).map_err(unmade)?;
            }
            key_file(key, options)?
        }
        (None, Some(file)) => new_words(file, options)?,
        (None, None) => Secret::Passphrase(new_passphrase(&path, options, io)?),
    };
    for file in new_key.iter().map(PathBuf::as_path).chain(asked.new_passphrase_file) {
        warn_when_others_may_read(file, options, io);
    }
    let changed = store.change_secret(&old, new, options.now(), io.watch);
    let changed = match changed {
        Ok(changed) => changed,
        Err(error) => {
            // Once the file is locked it was changed, or some of its backups, and this key is what opens them.
            if let Some(made) = made.filter(|_| !store.is_locked()) {
                let _ = std::fs::remove_file(made);
            }
            return Err(failed(&error));
        }
    };
    let mut told = format!("{}\n", if made.is_some() { words.key_made } else { words.changed });
    told.push_str(&format!("{}\n", words.backups_changed(changed.backups)));
    for left in &changed.left {
        told.push_str(&format!(
            "{}\n",
            words.backup_left(&visible(&left.display().to_string()))
        ));
    }
    store.close().map_err(|error| failed(&error))?;
    Ok(Answer::text(told))
}
