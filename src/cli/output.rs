//! Answers and problems on their way out.
//!
//! The rule: results go to standard output and problems to standard error, as one line. A reader that has seen
//! enough (`| head`) ends the command quietly, as if all was told.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use zeroize::Zeroizing;

use crate::domain::outside::{self, visible_lines};
use crate::store::StoreError;
use crate::text::Catalog;
use crate::text::cli::Trouble;
use crate::text::notice::Problem;

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: refused or failed, nothing changed.
pub const FAILED: u8 = 1;
/// Exit code: called the wrong way.
pub const USAGE: u8 = 2;
/// Exit code of a program that was interrupted from the keyboard, by the convention of shells: 128 and the signal.
const INTERRUPTED: u8 = 130;

/// Where answers and problems go, and who is asked for a passphrase.
pub struct Io<'a> {
    /// For results.
    pub out: &'a mut dyn Write,
    /// For problems.
    pub err: &'a mut dyn Write,
    /// Asks with these words; what is typed is shown or not.
    pub ask: &'a mut Ask<'a>,
    /// Told how much of long work is done of how much, and may stop it.
    pub watch: &'a mut Watch<'a>,
}

/// Watches long work: so many pages of how many are done.
pub type Watch<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// Whether what is typed in answer to a question is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Echo {
    /// Nobody sees it: a passphrase.
    Hidden,
    /// It is shown: a name.
    Shown,
}

/// Asks in the terminal.
pub type Ask<'a> = dyn FnMut(&str, Echo) -> Result<Zeroizing<String>, NotAsked> + 'a;

/// Why no answer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// There is no terminal to ask in.
    NoTerminal,
    /// Ctrl+C or Ctrl+D.
    Interrupted,
}

/// Why a command ends before its work is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Told in one line.
    Told(String),
    /// Told in one line, and a matter of the words of the command: something has to be added to them.
    Misused(String),
    /// Nobody reads the answer any more.
    NoReader,
    /// Interrupted from the keyboard.
    Interrupted,
}

impl Failure {
    /// A problem with a file.
    pub(super) fn of_file(path: &Path, problem: &Problem, catalog: &Catalog) -> Self {
        let sentence = catalog
            .cli
            .file_problem(problem)
            .unwrap_or_else(|| catalog.problem(problem));
        Self::Told(format!("{}: {sentence}", path.display()))
    }

    /// A problem with the store's file.
    pub(super) fn of_store(path: &Path, error: &StoreError, catalog: &Catalog) -> Self {
        Self::of_file(path, &Problem::from(error), catalog)
    }

    /// A problem with another file than the store's, where the options that name that one are no help.
    pub(super) fn of_reading(path: &Path, problem: &Problem, catalog: &Catalog) -> Self {
        Self::Told(format!("{}: {}", path.display(), catalog.problem(problem)))
    }

    /// A problem that is not a file's.
    pub(super) fn of(trouble: &Trouble, catalog: &Catalog) -> Self {
        Self::Told(catalog.cli.trouble(trouble))
    }

    /// What went wrong with the screen.
    #[must_use]
    pub fn of_problem(problem: &Problem, catalog: &Catalog) -> Self {
        Self::Told(catalog.problem(problem))
    }

    /// An answer that could not be written.
    pub(super) fn of_writing(error: &io::Error, catalog: &Catalog) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::NoReader
        } else {
            Self::of(&Trouble::Output, catalog)
        }
    }

    /// Tells it, and returns the exit code.
    pub fn tell(&self, err: &mut dyn Write) -> u8 {
        match self {
            Self::Told(line) | Self::Misused(line) => {
                // When standard error is gone too, the exit code is all that is left to say it with.
                let _ = writeln!(err, "{}: {}", super::definition::PROGRAM, visible(line));
                if matches!(self, Self::Misused(_)) {
                    USAGE
                } else {
                    FAILED
                }
            }
            Self::NoReader => DONE,
            Self::Interrupted => INTERRUPTED,
        }
    }
}

impl From<Failure> for Ending {
    fn from(failure: Failure) -> Self {
        let mut text = Vec::new();
        let code = failure.tell(&mut text);
        Self::problem(code, String::from_utf8_lossy(&text).into_owned())
    }
}

/// What is left to say when there is nothing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    code: u8,
    text: String,
}

impl Ending {
    pub(super) fn answer(text: String) -> Self {
        Self { code: DONE, text }
    }

    pub(super) fn problem(code: u8, text: String) -> Self {
        Self { code, text }
    }

    /// Says it, an answer to standard output and a problem to standard error, and returns the exit code.
    pub fn tell(&self, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let to: &mut dyn Write = if self.code == DONE { &mut *out } else { &mut *err };
        let _ = to
            .write_all(visible_lines(&self.text).as_bytes())
            .and_then(|()| to.flush());
        self.code
    }
}

/// The text on one line, with a mark in place of what a terminal would obey.
#[must_use]
pub(super) fn visible(text: &str) -> String {
    outside::visible(text).into_owned()
}
