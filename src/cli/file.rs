//! Where the file is, what opens it, and opening it.
//!
//! The rules: no passphrase is ever taken from the command line or the environment, where others can read it. What a
//! file opens with is asked of the file first, so that nobody types a passphrase for a file that wants a key. A file
//! is made only for the screen; every other command says that it is not there.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use zeroize::Zeroizing;

use super::options::Options;
use super::output::{Echo, Failure, Io, NotAsked};
use crate::domain::Moment;
use crate::domain::intent::Intent;
use crate::domain::outside::visible;
use crate::store::{
    About, Opening, SHORTEST_PASSPHRASE, Secret, SecretKind, Store, StoreError, others_may_read, recognise,
};
use crate::text::cli::Trouble;
use crate::text::notice::Problem;

/// The folder in the platform's data folder, and the file in it.
const PLACE: [&str; 2] = ["dakpan", "tafel.dakpan"];

/// How often a passphrase is asked before the program gives up.
pub(super) const TRIES: usize = 3;

/// The most bytes of a passphrase file that are looked at for its first line.
const LONGEST_LINE: usize = 64 * 1024;

/// The bytes of a key file.
const KEY_BYTES: usize = 32;

/// The setting that holds the chair's name.
pub(super) const CHAIR: &str = "chair";

/// Where the file is: as asked for, else in the platform's data folder.
///
/// # Errors
/// When the system does not say where that is.
pub fn place(options: &Options) -> Result<PathBuf, Failure> {
    if let Some(file) = &options.file {
        return Ok(file.clone());
    }
    let strategy = etcetera::base_strategy::choose_native_strategy()
        .map_err(|_| Failure::of(&Trouble::NoDataFolder, options.catalog()))?;
    let mut place = strategy.data_dir();
    place.extend(PLACE);
    Ok(place)
}

/// Opens the file, asking for its passphrase when no file gives it; a wrong one may be typed again.
///
/// # Errors
/// One sentence for each reason why it does not open; the file is then as it was.
pub fn open_store(options: &Options, now: Moment, io: &mut Io<'_>) -> Result<Store, Failure> {
    open_with(options, now, io).map(|(store, _)| store)
}

/// As [`open_store`], with what opened it.
pub(super) fn open_with(options: &Options, now: Moment, io: &mut Io<'_>) -> Result<(Store, Secret), Failure> {
    let path = place(options)?;
    let failed = |error: &StoreError| Failure::of_store(&path, error, options.catalog());
    let kind = recognise(&path).map_err(|error| failed(&error))?;
    let mut tries = TRIES;
    loop {
        let (secret, asked) = secret_of(kind, &path, options, io)?;
        tries -= 1;
        match Store::open_for(opening(&path, secret.clone(), now, options), options.purpose()) {
            Ok(store) => {
                return named(store)
                    .map(|store| (store, secret))
                    .map_err(|error| failed(&error));
            }
            Err(StoreError::WrongKey) if asked && tries > 0 => {
                failed(&StoreError::WrongKey).tell(io.err);
            }
            Err(error) => return Err(failed(&error)),
        }
    }
}

/// Makes the file and opens it. A passphrase that is asked for is asked twice.
///
/// # Errors
/// One sentence for each reason why it cannot be made; nothing is then left behind.
pub fn create_store(options: &Options, now: Moment, io: &mut Io<'_>) -> Result<Store, Failure> {
    let path = place(options)?;
    let secret = new_secret(&path, options, io)?;
    let somebody_there = options.key_file.is_none() && options.passphrase_file.is_none();
    let chair = if somebody_there { chair(options, io)? } else { None };
    let failed = |error: StoreError| Failure::of_store(&path, &error, options.catalog());
    let mut store = Store::create_for(opening(&path, secret, now, options), options.purpose()).map_err(failed)?;
    if let Some(name) = chair {
        store.set_who(&name);
        let about = About {
            intent: Intent::SetChair.code(),
            pupil: None,
            meeting: None,
        };
        store
            .change(about, now, |tx| tx.set_setting(CHAIR, &name))
            .map_err(failed)?;
    }
    Ok(store)
}

/// The name of who chairs, which the journal tells with every change: asked once, beside the passphrase. Nothing when
/// it is passed over; the system's name for the user then stands there, until it is changed in the palette.
fn chair(options: &Options, io: &mut Io<'_>) -> Result<Option<String>, Failure> {
    match (io.ask)(options.catalog().first.ask_chair, Echo::Shown) {
        Ok(name) => Ok(Some(name.trim().to_owned()).filter(|name| !name.is_empty())),
        Err(NotAsked::NoTerminal) => Ok(None),
        Err(NotAsked::Interrupted) => Err(Failure::Interrupted),
    }
}

/// Opens the file, or makes it when there is none: for the screen.
///
/// # Errors
/// As [`open_store`] and [`create_store`].
pub fn open_or_create(options: &Options, now: Moment, io: &mut Io<'_>) -> Result<Store, Failure> {
    let is_there = std::fs::symlink_metadata(place(options)?).is_ok();
    if is_there {
        open_store(options, now, io)
    } else {
        create_store(options, now, io)
    }
}

/// As [`open_or_create`], without asking who chairs: what is brought in says that.
pub(super) fn open_or_make(options: &Options, now: Moment, io: &mut Io<'_>) -> Result<Store, Failure> {
    let path = place(options)?;
    if std::fs::symlink_metadata(&path).is_ok() {
        return open_store(options, now, io);
    }
    let secret = new_secret(&path, options, io)?;
    Store::create_for(opening(&path, secret, now, options), options.purpose())
        .map_err(|error| Failure::of_store(&path, &error, options.catalog()))
}

pub(super) fn opening(path: &Path, secret: Secret, now: Moment, options: &Options) -> Opening {
    Opening {
        path: path.to_owned(),
        secret,
        now,
        who: options.user.clone(),
        // Without randomness from the system the clock has to do: it differs between two machines too.
        seed: getrandom::u64().unwrap_or_else(|_| now.timestamp_subsec_nanos().into()),
        salt: None,
    }
}

/// The file with its chair's name for the journal.
fn named(mut store: Store) -> Result<Store, StoreError> {
    if let Some(chair) = store.setting(CHAIR)?.filter(|name| !name.is_empty()) {
        store.set_who(&chair);
    }
    Ok(store)
}

/// What opens a file of this kind, and whether it was asked for.
pub(super) fn secret_of(
    kind: SecretKind,
    path: &Path,
    options: &Options,
    io: &mut Io<'_>,
) -> Result<(Secret, bool), Failure> {
    let failed = |problem: Problem| Failure::of_file(path, &problem, options.catalog());
    match (kind, &options.key_file, &options.passphrase_file) {
        (SecretKind::KeyFile, Some(key), _) => Ok((key_file(key, options)?, false)),
        (SecretKind::KeyFile, None, _) => Err(failed(Problem::NeedsKeyFile)),
        (SecretKind::Passphrase, _, Some(file)) => Ok((Secret::Passphrase(first_line(file, options)?), false)),
        (SecretKind::Passphrase, Some(_), None) => Err(failed(Problem::NeedsPassphrase)),
        (SecretKind::Passphrase, None, None) => {
            let words = asked(options.catalog().cli.ask_passphrase, path, options, io)?;
            Ok((Secret::Passphrase(words), true))
        }
    }
}

/// What a new file is to open with.
fn new_secret(path: &Path, options: &Options, io: &mut Io<'_>) -> Result<Secret, Failure> {
    if let Some(key) = &options.key_file {
        return key_file(key, options);
    }
    if let Some(file) = &options.passphrase_file {
        return new_words(file, options);
    }
    let words = &options.catalog().cli;
    let _ = writeln!(io.err, "{}: {}", visible(&path.display().to_string()), words.making);
    Ok(Secret::Passphrase(new_passphrase(path, options, io)?))
}

/// A new passphrase, from a file.
pub(super) fn new_words(file: &Path, options: &Options) -> Result<Secret, Failure> {
    let secret = Secret::Passphrase(first_line(file, options)?);
    if secret.is_short() {
        let problem = Problem::ShortPassphrase(SHORTEST_PASSPHRASE);
        return Err(Failure::of_reading(file, &problem, options.catalog()));
    }
    Ok(secret)
}

/// A new passphrase, asked twice.
pub(super) fn new_passphrase(path: &Path, options: &Options, io: &mut Io<'_>) -> Result<Zeroizing<String>, Failure> {
    let words = &options.catalog().cli;
    let mut tries = TRIES;
    loop {
        let first = asked(words.ask_new, path, options, io)?;
        tries -= 1;
        let problem = if first.is_empty() {
            Problem::EmptyPassphrase
        } else if Secret::Passphrase(first.clone()).is_short() {
            Problem::ShortPassphrase(SHORTEST_PASSPHRASE)
        } else if *asked(words.ask_again, path, options, io)? == *first {
            return Ok(first);
        } else {
            Problem::PassphrasesDiffer
        };
        let failure = Failure::of_file(path, &problem, options.catalog());
        if tries == 0 {
            return Err(failure);
        }
        failure.tell(io.err);
    }
}

/// Says, as a warning that stops nothing, that a key or passphrase file is no secret on this computer.
pub(super) fn warn_when_others_may_read(file: &Path, options: &Options, io: &mut Io<'_>) {
    if others_may_read(file) {
        let line = options
            .catalog()
            .lock
            .others_may_read(&visible(&file.display().to_string()));
        let _ = writeln!(io.err, "{}: {line}", super::definition::PROGRAM);
    }
}

pub(super) fn key_file(key: &Path, options: &Options) -> Result<Secret, Failure> {
    Secret::from_key_file(key).map_err(|error| {
        let problem = match error {
            StoreError::BadKeyFile if holds_words(key) => Problem::IsPassphraseFile,
            other => Problem::from(&other),
        };
        Failure::of_reading(key, &problem, options.catalog())
    })
}

/// Whether a file that is no key file holds a line of text, as a passphrase file does.
fn holds_words(file: &Path) -> bool {
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST_LINE + 1));
    let read = File::open(file).and_then(|file| file.take(LONGEST_LINE as u64).read_to_end(&mut bytes));
    let is_words = |text: &str| {
        !text.trim().is_empty() && !text.contains(|one: char| one.is_control() && !matches!(one, '\r' | '\n'))
    };
    read.is_ok() && std::str::from_utf8(&bytes).is_ok_and(is_words)
}

/// The first line of a passphrase file, without its line end and byte-order mark.
pub(super) fn first_line(file: &Path, options: &Options) -> Result<Zeroizing<String>, Failure> {
    let catalog = options.catalog();
    let unreadable = |error| Failure::of_reading(file, &Problem::from(&StoreError::from(error)), catalog);
    let opened = File::open(file).map_err(unreadable)?;
    // Room for all of it at once, and no buffer besides: every copy of it is wiped.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST_LINE + 1));
    opened
        .take(LONGEST_LINE as u64)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    // A key file may have what ends a line anywhere in it, so it is known by its size and by what it is not.
    if bytes.len() == KEY_BYTES && std::str::from_utf8(&bytes).is_err() {
        return Err(Failure::of_reading(file, &Problem::IsKeyFile, catalog));
    }
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = std::str::from_utf8(line).map_err(|_| {
        let sentence = catalog.cli.trouble(&Trouble::PassphraseNotText);
        Failure::Told(format!("{}: {sentence}", file.display()))
    })?;
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    if line.is_empty() {
        return Err(Failure::of_file(file, &Problem::EmptyPassphrase, catalog));
    }
    Ok(Zeroizing::new(line.to_owned()))
}

fn asked(words: &str, path: &Path, options: &Options, io: &mut Io<'_>) -> Result<Zeroizing<String>, Failure> {
    (io.ask)(words, Echo::Hidden).map_err(|why| match why {
        NotAsked::NoTerminal => Failure::of_file(path, &Problem::NoTerminal, options.catalog()),
        NotAsked::Interrupted => Failure::Interrupted,
    })
}
