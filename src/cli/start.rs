//! What the screen starts on: the chair's own file, or a demo.

use std::io::IsTerminal;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use zeroize::Zeroizing;

use super::demo;
use super::file::{key_file, open_or_create, open_store, opening};
use super::options::{Command, Options};
use super::output::{Failure, Io};
use super::terms;
use crate::domain::outside::visible;
use crate::domain::result::ResultSets;
use crate::domain::term::Rules;
use crate::store::{Opening, Secret, Store};

/// An open file for the screen, and who chairs.
#[derive(Debug)]
pub struct Start {
    /// The file.
    pub store: Store,
    /// The name of the chair: the journal's *who*.
    pub chair: String,
    /// The rules of the terms, the chair's own among them.
    pub rules: Rules,
    /// Whether it is a demo with its known passphrase.
    pub demo: bool,
    /// The rows of result tables, those of the approach in force first.
    pub result_sets: ResultSets,
    /// The folder of a demo that was asked for without a file; it goes when the program ends.
    pub folder: Option<tempfile::TempDir>,
    /// The folder that documents go into unless another is asked for; none means beside the file.
    pub papers: Option<PathBuf>,
}

/// Opens, or makes, what a command wants on the screen; nothing when a demo was only to be made.
///
/// # Errors
/// One sentence for each reason why it cannot be opened or made.
pub fn start(options: &Options, command: &Command, io: &mut Io<'_>) -> Result<Option<Start>, Failure> {
    // Before a passphrase is asked: whoever has to correct a file first should not have to type it twice.
    let rules = terms::rules(options)?;
    match command {
        Command::Demo { pupils, create_only } => {
            let there = options
                .file
                .as_deref()
                .filter(|file| std::fs::symlink_metadata(file).is_ok());
            if let Some(file) = there.filter(|_| *create_only) {
                let told = options.catalog().first.demo_there;
                let written =
                    writeln!(io.out, "{}: {told}", visible(&file.display().to_string())).and_then(|()| io.out.flush());
                written.map_err(|error| Failure::of_writing(&error, options.catalog()))?;
            }
            let is_made = there.is_none() && *create_only;
            let demo = demo(options, *pupils, rules, io)?;
            if let Some(file) = options.file.as_deref().filter(|_| is_made) {
                let words = &options.catalog().first;
                let opens = match &options.key_file {
                    Some(key) => words.demo_key(&key.display().to_string()),
                    None => words.demo_passphrase(demo::PASSPHRASE),
                };
                let line = format!("{}: {opens}", file.display());
                let written = writeln!(io.out, "{}", visible(&line)).and_then(|()| io.out.flush());
                written.map_err(|error| Failure::of_writing(&error, options.catalog()))?;
            }
            Ok((!create_only).then_some(demo))
        }
        _ => {
            let store = open_or_create(options, options.now(), io)?;
            Ok(Some(with_chair(store, None, rules, options)?))
        }
    }
}

fn with_chair(
    store: Store,
    folder: Option<tempfile::TempDir>,
    rules: Rules,
    options: &Options,
) -> Result<Start, Failure> {
    let chair = store
        .setting("chair")
        .map_err(|error| Failure::of_store(store.path(), &error, options.catalog()))?;
    let chair = chair
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| options.user.clone());
    Ok(Start {
        store,
        chair,
        rules,
        demo: false,
        result_sets: super::results::sets(options)?,
        folder,
        papers: options.file.is_none().then(documents).flatten(),
    })
}

/// The names of a folder for documents on the platforms, in the languages of the program.
const DOCUMENTS: [&str; 2] = ["Documents", "Documenten"];

/// Where people look for documents. The program's own data folder is hidden on most platforms, and that of a demo goes
/// when it ends, so documents beside those would be lost.
fn documents() -> Option<PathBuf> {
    let home = etcetera::base_strategy::choose_native_strategy()
        .ok()?
        .home_dir()
        .to_owned();
    let known = DOCUMENTS
        .iter()
        .map(|name| home.join(name))
        .find(|folder| folder.is_dir());
    Some(known.unwrap_or(home).join("dakpan"))
}

/// Opens the demo at the place that was asked for, or makes it: without one, in a fresh folder that only this user
/// can read.
fn demo(options: &Options, pupils: Option<u32>, rules: Rules, io: &mut Io<'_>) -> Result<Start, Failure> {
    let (path, folder) = match &options.file {
        Some(file) => (file.clone(), None),
        None => {
            let folder = tempfile::TempDir::with_prefix("dakpan-")
                .map_err(|error| Failure::of_writing(&error, options.catalog()))?;
            (folder.path().join("demo.dakpan"), Some(folder))
        }
    };
    let is_there = std::fs::symlink_metadata(&path).is_ok();
    let store = if is_there {
        open(path, options, io)?
    } else {
        make(path, options, pupils, io)?
    };
    let known = options.key_file.is_none() && options.passphrase_file.is_none();
    Ok(Start {
        demo: known,
        ..with_chair(store, folder, rules, options)?
    })
}

/// A demo that is there opens with its known passphrase, or with what was given for it.
fn open(path: PathBuf, options: &Options, io: &mut Io<'_>) -> Result<Store, Failure> {
    if options.key_file.is_some() || options.passphrase_file.is_some() {
        return open_store(options, options.now(), io);
    }
    let failed = |error: crate::store::StoreError| Failure::of_store(&path, &error, options.catalog());
    Store::open_for(demo_opening(&path, options)?, options.purpose()).map_err(failed)
}

fn make(path: PathBuf, options: &Options, pupils: Option<u32>, io: &mut Io<'_>) -> Result<Store, Failure> {
    let catalog = options.catalog();
    let failed = |error: crate::store::StoreError| Failure::of_store(&path, &error, catalog);
    let mut store = Store::create_for(demo_opening(&path, options)?, options.purpose()).map_err(failed)?;
    let count = pupils.map_or(demo::DEFAULT_PUPILS, |count| {
        usize::try_from(count).unwrap_or(usize::MAX)
    });
    // A line that is written over itself is for somebody who watches.
    let tell = count > demo::DEFAULT_PUPILS * 20 && std::io::stderr().is_terminal();
    let err = &mut *io.err;
    let made = demo::make(&mut store, options.now().date_naive(), count, &mut |done, of| {
        if tell {
            // A progress line that cannot be written is not worth stopping for.
            let _ = write!(err, "\r{done}/{of}");
        }
    });
    if tell {
        let _ = writeln!(io.err);
    }
    match made {
        Ok(()) => Ok(store),
        Err(error) => {
            // Half a demo is no demo: the next start would open it.
            drop(store);
            let _ = std::fs::remove_file(&path);
            Err(failed(error))
        }
    }
}

fn demo_opening(path: &std::path::Path, options: &Options) -> Result<Opening, Failure> {
    let secret = match &options.key_file {
        Some(key) => key_file(key, options)?,
        None => Secret::Passphrase(Zeroizing::new(demo::PASSPHRASE.to_owned())),
    };
    Ok(Opening {
        seed: demo::SEED,
        ..opening(path, secret, options.now(), options)
    })
}
