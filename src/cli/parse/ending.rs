//! What the parser ends with instead of a command: help, the version, or what is wrong with the words.
//!
//! The rule: its own sentences are never shown. What it says is wrong becomes a [`Misuse`], and the catalogue says that.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::super::definition::PROGRAM;
use super::super::output::{Ending, USAGE};
use crate::text::Catalog;
use crate::text::cli::Misuse;

/// Help and version go to standard output; what is wrong becomes a sentence of our own.
pub(super) fn ending(error: &clap::Error, catalog: &Catalog) -> Ending {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Ending::answer(error.render().to_string())
        }
        ErrorKind::DisplayVersion => Ending::answer(format!("{PROGRAM} {}\n", env!("CARGO_PKG_VERSION"))),
        _ => usage(&misuse(error), catalog),
    }
}

/// Words that are wrong, as they are told.
pub(super) fn usage(misuse: &Misuse, catalog: &Catalog) -> Ending {
    let words = &catalog.cli;
    let line = format!("{PROGRAM}: {} {}\n", words.misuse(misuse), words.see_command);
    Ending::problem(USAGE, line)
}

/// What is wrong with the words, from what the parser says of them.
fn misuse(error: &clap::Error) -> Misuse {
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    };
    let one = |kind: ContextKind| all(kind).into_iter().next();
    let arg = one(ContextKind::InvalidArg).unwrap_or_default();
    let value = one(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => Misuse::UnknownCommand(
            one(ContextKind::InvalidSubcommand).unwrap_or_default(),
            one(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            Misuse::UnknownOption(arg, one(ContextKind::SuggestedArg))
        }
        ErrorKind::UnknownArgument => Misuse::TooMuch(arg),
        ErrorKind::InvalidValue if value.is_empty() => Misuse::NoValue(arg),
        ErrorKind::InvalidValue => Misuse::NotOneOf(arg, value, all(ContextKind::ValidValue)),
        ErrorKind::TooManyValues => Misuse::TooMuch(value),
        ErrorKind::MissingRequiredArgument => {
            let missing = all(ContextKind::InvalidArg);
            Misuse::Missing(
                missing
                    .iter()
                    .map(|name| name.trim_end_matches("...").to_owned())
                    .collect(),
            )
        }
        ErrorKind::ArgumentConflict => match one(ContextKind::PriorArg) {
            Some(prior) if prior != arg => Misuse::NotTogether(arg, prior),
            _ => Misuse::Twice(arg),
        },
        ErrorKind::InvalidUtf8 => Misuse::NotText,
        _ => Misuse::Other,
    }
}
