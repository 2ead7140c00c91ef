//! `uitvoer` and `invoer`: everything out of a file as open forms, and into a new file.
//!
//! The rules: whoever takes everything out is told what it is and confirms it in a typed word; what is written is for
//! this user only and is complete or not there; what is brought in goes into a file without records, all or nothing,
//! and a row that is refused is named by its file, line and column.

mod folder;
mod out;
mod take_in;

pub(super) use out::{Asked, out};
pub(super) use take_in::{fits, read, take_in};

use super::output::{Echo, Failure, Io, NotAsked};
use crate::text::{Catalog, EN, NL};

/// The folder of the tables as CSV.
const CSV: &str = "csv";

/// The folder of the tables as JSON Lines.
const JSON_LINES: &str = "jsonl";

/// The folder of what is told of changes.
const HISTORY: &str = "geschiedenis";

/// The plain SQLite file.
const SQLITE: &str = "dakpan.sqlite";

/// Asks for a typed yes after saying what is about to happen; `given` is the option that says it beforehand. Whoever
/// cannot be asked has to give it.
pub(super) fn confirmed(warning: &str, given: bool, io: &mut Io<'_>, catalog: &Catalog) -> Result<(), Failure> {
    let words = &catalog.whole;
    if given {
        return Ok(());
    }
    let told = |sentence: &str| Err(Failure::Told(sentence.to_owned()));
    match (io.ask)(&format!("{warning}\n{}", words.ask), Echo::Shown) {
        Err(NotAsked::NoTerminal) => told(words.nobody_to_ask),
        Err(NotAsked::Interrupted) => Err(Failure::Interrupted),
        Ok(answer) => {
            let answer = answer.trim().to_lowercase();
            // Both words say yes, whatever the language: nobody who means it is stopped by the other one.
            let yes = [NL.whole.yes_word, EN.whole.yes_word].contains(&answer.as_str());
            if yes { Ok(()) } else { told(words.not_confirmed) }
        }
    }
}
