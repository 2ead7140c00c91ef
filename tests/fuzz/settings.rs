//! The chair's own files: settings and an approach. A fault in one is one sentence with its line, before anything is
//! done.

use std::ffi::OsString;
use std::path::Path;

use dakpan::cli::{Ending, parse};
use tempfile::TempDir;

use super::fuzz;
use crate::cli::NO_SETTINGS;

/// Reads the command line with the file of a test in the place of one of the chair's; nothing when it is sound, else
/// what is told on standard error.
fn fault_with(variable: &str, path: &Path) -> Option<String> {
    let words = ["dakpan", "datum", "morgen"].map(OsString::from);
    let ended = parse(words, &|name| match name {
        _ if name == variable => Some(path.into()),
        "DAKPAN_INSTELLINGEN" => Some(NO_SETTINGS.into()),
        _ => None,
    });
    ended.err().map(|ending| told(&ending))
}

fn told(ending: &Ending) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = ending.tell(&mut out, &mut err);
    assert_eq!((code, out.as_slice()), (1, &[][..]));
    String::from_utf8(err).unwrap()
}

/// One line, that names the file and a line of it, and lets nothing through to the terminal.
fn is_told_well(told: &str, path: &Path) {
    assert_eq!(told.matches('\n').count(), 1, "{told:?}");
    assert!(!told.trim_end_matches('\n').contains(char::is_control), "{told:?}");
    assert!(told.contains(&path.display().to_string()), "{told:?}");
}

#[test]
fn any_settings_are_taken_or_refused_in_one_line() {
    files("settings", "settings", "DAKPAN_INSTELLINGEN", 600);
}

#[test]
fn any_approach_is_taken_or_refused_in_one_line() {
    files("approach", "approach", "DAKPAN_AANPAK", 400);
}

fn files(name: &str, corpus: &str, variable: &str, cases: u32) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("eigen.toml");
    fuzz(name, corpus, cases, |bytes| {
        std::fs::write(&path, bytes).unwrap();
        if let Some(told) = fault_with(variable, &path) {
            is_told_well(&told, &path);
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    });
}
