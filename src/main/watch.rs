//! Long work of a command, watched: how far it is, and whether Esc was pressed.
//!
//! The rule: work that is over at once says nothing. While it is watched the terminal takes single keys, and however it
//! ends, by itself, by a key or by a signal, the terminal is as it was.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use dakpan::cli::Options;
use dakpan::text::Catalog;

use super::line::{Held, Signals, escape_pressed};
use super::passphrase::Quiet;

/// How long work may take before anything is said of it.
const SILENT: Duration = Duration::from_millis(300);

/// How long it takes before it is said again how far it is, to somebody who listens.
const SPOKEN: Duration = Duration::from_secs(5);

/// Work being watched.
struct Work<'s> {
    since: Instant,
    /// When it was last said how far it is, to somebody who listens.
    said: Option<Instant>,
    _quiet: Option<Quiet>,
    _held: Option<Held<'s>>,
}

/// Watches the work of one command.
pub(crate) struct Watcher<'s> {
    catalog: &'static Catalog,
    signals: Option<&'s Signals>,
    work: Option<Work<'s>>,
    told: bool,
    /// Whether somebody listens: no line is then written over.
    aloud: bool,
}

impl<'s> Watcher<'s> {
    pub(crate) fn new(options: &Options, signals: Option<&'s Signals>) -> Self {
        Self {
            catalog: options.catalog(),
            signals,
            work: None,
            told: false,
            aloud: options.aloud,
        }
    }

    /// Tells how far it is, where somebody looks, and whether to go on.
    pub(crate) fn look(&mut self, done: usize, total: usize) -> ControlFlow<()> {
        let signals = self.signals;
        let work = self.work.get_or_insert_with(|| Work {
            since: Instant::now(),
            said: None,
            _quiet: io::stdin().is_terminal().then(Quiet::begin),
            _held: signals.map(Signals::hold),
        });
        if self.aloud {
            if work.said.unwrap_or(work.since).elapsed() >= SPOKEN {
                let _ = writeln!(io::stderr(), "{}", self.catalog.lock.progress(done, total));
                work.said = Some(Instant::now());
            }
        } else if work.since.elapsed() >= SILENT && io::stderr().is_terminal() {
            // A line that cannot be written is no reason to stop the work.
            let _ = write!(io::stderr(), "\r{} ", self.catalog.lock.progress(done, total));
            self.told = true;
        }
        if done >= total {
            self.rest();
            return ControlFlow::Continue(());
        }
        if signals.is_some_and(Signals::ends) {
            return ControlFlow::Break(());
        }
        if io::stdin().is_terminal() {
            escape_pressed()
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Gives the terminal back until there is work again.
    fn rest(&mut self) {
        self.work = None;
        if std::mem::take(&mut self.told) {
            let _ = writeln!(io::stderr());
        }
    }
}

impl Drop for Watcher<'_> {
    fn drop(&mut self) {
        self.rest();
    }
}
