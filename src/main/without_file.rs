//! What the programs have in common that only show something: the public window and the screen test.
//!
//! The rule: they open no file and ask for no passphrase, and give the terminal back however they end.

use std::io;

use dakpan::cli::Options;
use dakpan::text::notice::Problem;

use super::fullscreen::{Fullscreen, is_there};
use super::line::Signals;
use super::{Looks, report};

/// Takes the terminal for as long as `work` takes, under a title.
///
/// # Errors
/// [`Problem::NoScreen`] without a terminal, [`Problem::Io`] when it cannot be used.
pub(crate) fn show<T>(
    options: &Options,
    signals: Option<&Signals>,
    title: &str,
    work: impl FnOnce(&mut Fullscreen, &Signals, &mut Looks) -> io::Result<T>,
) -> Result<T, Problem> {
    is_there()?;
    report::install(options.catalog());
    let signals = signals.ok_or(Problem::Io)?;
    let _held = signals.hold();
    let mut looks = Looks::of(options);
    let mut screen = Fullscreen::enter(false, options.aloud, title).map_err(|_| Problem::Io)?;
    let outcome = work(&mut screen, signals, &mut looks);
    drop(screen);
    outcome.map_err(|_| Problem::Io)
}
