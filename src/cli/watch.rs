//! Where the chair's program and the public window meet.
//!
//! The rule: both find the place by themselves, from the same file and the same folders, and neither tells a path to
//! anybody. The system's folder for what lives as long as a user is logged in comes first; else it is one of the
//! program's own, beside its data.

use std::path::PathBuf;

use etcetera::BaseStrategy;

use super::file::place;
use super::options::Options;
use crate::public::place::Place;
use crate::public::viewer::Where;

/// The folder in either.
const FOLDER: &str = "dakpan";

/// The folder within the program's data.
const BESIDE_DATA: &str = "meekijken";

/// The folders, the better first.
fn folders() -> Vec<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let runtime = runtime.filter(|folder| folder.is_absolute());
    let data = etcetera::base_strategy::choose_native_strategy().ok();
    let data = data.map(|strategy| strategy.data_dir().join(FOLDER).join(BESIDE_DATA));
    runtime
        .map(|folder| folder.join(FOLDER))
        .into_iter()
        .chain(data)
        .collect()
}

/// Where a chair's program with this file open can be met, the better place first.
#[must_use]
pub fn meeting_places(file: &std::path::Path) -> Vec<Place> {
    folders().iter().map(|folder| Place::of(folder, file)).collect()
}

/// Where a public window looks for the chair's program: at the file that is asked for and nowhere else; without one at
/// the usual file, and else wherever one of this user's programs waits, a demo for example.
#[must_use]
pub fn where_to_look(options: &Options) -> Where {
    let usual = place(options).map(|file| meeting_places(&file)).unwrap_or_default();
    match options.file {
        Some(_) => Where::At(usual),
        None => Where::Anywhere(usual, folders()),
    }
}
