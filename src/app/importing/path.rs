//! A path that is typed, and what it can be: the names in its folder that go on as it begins.
//!
//! The rule: only folders and files that can be lists are offered, nothing is run and nothing is guessed beyond what all
//! names have in common.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// A name in a folder.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name, as it is shown.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub is_folder: bool,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry(folder: {})", self.is_folder)
    }
}

/// The endings of files that can be lists.
const ENDINGS: [&str; 6] = ["csv", "xlsx", "xlsm", "ods", "txt", "tsv"];

/// Whether a file of this name can be a list.
#[must_use]
pub fn is_list_file(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Folder and beginning of a name of a path: everything up to the last separator, and what stands behind it.
#[must_use]
pub fn split(path: &str) -> (&str, &str) {
    let at = path.rfind(['/', MAIN_SEPARATOR]).map_or(0, |at| at + 1);
    path.split_at_checked(at).unwrap_or((path, ""))
}

/// The folder to begin in, with a separator at its end: where the program was started, else home. Whoever starts it from
/// an icon is at the root of the disk, where no lists are.
#[must_use]
pub fn begin_in(here: Option<PathBuf>, home: Option<PathBuf>) -> String {
    let is_some_place = |folder: &PathBuf| folder.parent().is_some();
    let folder = here.filter(is_some_place).or(home.filter(is_some_place));
    folder.map_or_else(|| MAIN_SEPARATOR.to_string(), |folder| with_separator(&folder))
}

/// A folder with one separator at its end.
#[must_use]
pub fn with_separator(folder: &Path) -> String {
    let text = folder.display().to_string();
    if text.ends_with(['/', MAIN_SEPARATOR]) {
        text
    } else {
        format!("{text}{MAIN_SEPARATOR}")
    }
}

/// A path in which another, absolute one was typed behind a separator: that one stands in its place, so that nobody has to
/// empty the field first. Nothing where none was.
#[must_use]
pub fn begun_anew(path: &str) -> Option<&str> {
    let at = path.rfind("//")?;
    // Two at the beginning name another computer where separators are not these.
    (at > 0 || MAIN_SEPARATOR == '/').then(|| path.get(at + 1..)).flatten()
}

/// The path as far as the names that go on as it begins are the same; the separator is added behind a folder that is
/// the only one.
#[must_use]
pub fn completed(path: &str, entries: &[Entry]) -> String {
    let (folder, begun) = split(path);
    let Some((first, others)) = entries.split_first() else {
        return path.to_owned();
    };
    let mut common = first.name.as_str();
    for entry in others {
        let same = common
            .char_indices()
            .zip(entry.name.chars())
            .find(|((_, one), other)| one != other)
            .map_or(common.len().min(entry.name.len()), |((at, _), _)| at);
        common = common.get(..same).unwrap_or_default();
    }
    if common.len() < begun.len() {
        return path.to_owned();
    }
    match others.is_empty() && first.is_folder {
        true => format!("{folder}{common}{MAIN_SEPARATOR}"),
        false => format!("{folder}{common}"),
    }
}
