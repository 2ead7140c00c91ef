//! The chair's settings: where the file is, what it says, and an example of it.
//!
//! The rules: no file is no fault, unless one was asked for by name. A file with a fault is refused whole, before
//! anything else is done, with the line and what to do. What is asked for on the command line or in the environment goes
//! before what the file says.

mod approach;
mod example;
mod keys;
mod names;
mod read;
mod templates;

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

pub use approach::Approach;
pub(super) use approach::read as read_approach;

use super::answer::Answer;
use super::options::{Options, ThemeName};
use super::output::Failure;
use crate::app::settings::Settings;
use crate::store::StoreError;
use crate::text::cli::Trouble;
use crate::text::notice::Problem;
use crate::text::settings::{SettingsFault, SettingsWrong};
use crate::text::{Catalog, Lang};

/// The folder in the platform's settings folder, and the file in it.
const PLACE: [&str; 2] = ["dakpan", "instellingen.toml"];

/// More bytes than any settings have.
const MOST: u64 = 256 * 1024;

/// What a file of settings says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) lang: Option<Lang>,
    pub(super) theme: Option<ThemeName>,
    pub(super) ascii: bool,
    pub(super) mouse: bool,
    /// The file of the approach, as it is written: from the folder of the settings when it is not a whole path.
    pub(super) approach: Option<PathBuf>,
    pub(super) settings: Settings,
}

/// Why a file of settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Unusable {
    /// It cannot be read at all.
    File(Problem),
    /// Something in it is wrong.
    Fault(SettingsFault),
}

/// The file of settings as it was found.
pub(super) struct Found {
    place: Option<PathBuf>,
    /// The language it asks for, also where something else in it is wrong.
    pub(super) lang: Option<Lang>,
    read: Result<Chosen, Unusable>,
}

/// Finds and reads the settings: the file that is asked for, else the one in the platform's settings folder.
pub(super) fn find(asked: Option<PathBuf>) -> Found {
    let must_be_there = asked.is_some();
    let place = asked.or_else(|| {
        let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
        let mut place = strategy.config_dir();
        place.extend(PLACE);
        Some(place)
    });
    let (lang, read) = match place.as_deref().map(text_of) {
        None => (None, Ok(Chosen::default())),
        Some(Err(Unusable::File(Problem::NotFound))) if !must_be_there => (None, Ok(Chosen::default())),
        Some(Err(unusable)) => (None, Err(unusable)),
        Some(Ok(text)) => {
            let (lang, read) = read::read(&text);
            (lang, read.map_err(Unusable::Fault))
        }
    };
    Found { place, lang, read }
}

fn text_of(place: &Path) -> Result<String, Unusable> {
    let unreadable = |error: std::io::Error| match error.kind() {
        // Neither a folder that is a file nor one that nobody may look into, somebody else's home, has settings for us.
        ErrorKind::NotADirectory => Unusable::File(Problem::NotFound),
        _ if std::fs::symlink_metadata(place).is_err() => Unusable::File(Problem::NotFound),
        _ => Unusable::File(Problem::from(&StoreError::from(error))),
    };
    let mut bytes = Vec::new();
    let file = File::open(place).map_err(unreadable)?;
    file.take(MOST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let small = u64::try_from(bytes.len()).is_ok_and(|count| count <= MOST);
    let text = String::from_utf8(bytes).ok().filter(|_| small);
    let text = text.ok_or(Unusable::Fault(SettingsFault {
        line: 1,
        name: String::new(),
        what: SettingsWrong::NotText,
    }))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

impl Found {
    /// What the file says; a failure that names file, line and setting when it cannot be used.
    pub(super) fn chosen(&self, catalog: &Catalog) -> Result<Chosen, Failure> {
        let place = self.place.as_deref().unwrap_or(Path::new(""));
        self.read.clone().map_err(|unusable| match unusable {
            Unusable::File(problem) => Failure::of_reading(place, &problem, catalog),
            Unusable::Fault(fault) => {
                let words = &catalog.settings;
                let (line, wrong) = (words.place(fault.line, &fault.name), words.wrong(&fault.what));
                Failure::Told(format!("{}: {line}: {wrong}", place.display()))
            }
        })
    }

    /// The folder in which the file is or would be.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.place.as_deref()?.parent()
    }

    /// Where the file is or would be.
    pub(super) fn into_place(self) -> Option<PathBuf> {
        self.place
    }
}

/// `instellingen`: where the file is and whether it is sound, or an example of it.
pub(super) fn tell(options: &Options, example: bool) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    if example {
        return Ok(Answer::text(example::example(catalog)));
    }
    let place = options.settings_place.as_deref();
    let place = place.ok_or_else(|| Failure::of(&Trouble::NoSettingsFolder, catalog))?;
    let is_there = std::fs::symlink_metadata(place).is_ok();
    let words = &catalog.settings;
    match (&options.settings_failure, &options.approach_failure) {
        (Some(failure), _) if is_there => Err(failure.clone()),
        (_, Some(failure)) => Err(failure.clone()),
        _ => {
            let state = if is_there { words.sound } else { words.none_yet };
            let mut told = format!("{}\n{state}\n", place.display());
            if let Some(approach) = &options.approach {
                let line = words.approach(&approach.name, &approach.place.display().to_string());
                told.push_str(&format!("{line}\n"));
            }
            Ok(Answer::text(told))
        }
    }
}
