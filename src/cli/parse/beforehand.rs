//! What is read of the words before they are parsed: in which language to speak, and where the settings are.
//!
//! The rule: a mistake in the words is told in the right language, so the language cannot wait for words without one.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::super::definition::{VARIABLE_LANG, VARIABLE_SETTINGS};
use super::super::table::spelling;
use crate::text::Lang;
use crate::text::cli::Opt;

/// The words, with what people try first as what it is here: `help` with or without a command, and `-v`.
pub(super) fn asked_for(mut words: Vec<OsString>) -> Vec<OsString> {
    let long = |option: Opt| OsString::from(format!("--{}", spelling(option).name));
    match words.get(1).and_then(|word| word.to_str()) {
        Some("help" | "hulp") => {
            words.remove(1);
            words.push(long(Opt::Help));
        }
        Some("-v") => {
            words.remove(1);
            words.insert(1, long(Opt::Version));
        }
        _ => {}
    }
    words
}

/// The file of settings that is asked for. It is looked for before the words are parsed, because the language in which
/// a mistake in them is told may stand in it.
pub(super) fn settings_file(words: &[OsString], variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let given = values(words, Opt::Settings).pop();
    let named = || variable(VARIABLE_SETTINGS).filter(|value| !value.is_empty());
    given.or_else(named).map(PathBuf::from)
}

/// What is given to an option, each time that it is, as far as can be seen before the words are parsed.
fn values(words: &[OsString], option: Opt) -> Vec<OsString> {
    let spelling = spelling(option);
    let mut found = Vec::new();
    let mut rest = words.iter().take_while(|word| *word != "--").peekable();
    while let Some(word) = rest.next() {
        let word = word.to_string_lossy();
        let Some(name) = word.strip_prefix("--") else { continue };
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, Some(OsString::from(value))),
            None => (name, rest.peek().map(|next| (*next).clone())),
        };
        if name == spelling.name || spelling.also.contains(&name) {
            found.extend(value);
        }
    }
    found
}

/// The language: the last `--lang` that names one, else what the environment says, else the settings, else what the
/// system speaks, else Dutch.
pub(super) fn language(words: &[OsString], variable: &dyn Fn(&str) -> Option<OsString>, settled: Option<Lang>) -> Lang {
    let named = |value: &OsStr| match value.to_str() {
        Some("nl") => Some(Lang::Nl),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let given = || values(words, Opt::Lang).iter().rev().find_map(|value| named(value));
    let system = || {
        let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set)?;
        let english = system.to_string_lossy().starts_with("en");
        Some(if english { Lang::En } else { Lang::Nl })
    };
    given()
        .or_else(|| named(&set(VARIABLE_LANG)?))
        .or(settled)
        .or_else(system)
        .unwrap_or_default()
}
