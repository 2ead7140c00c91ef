//! A passphrase, or a name, asked in the terminal.
//!
//! The rule: nothing of a passphrase is shown, and however the question ends, by an answer, a key or a signal, the
//! terminal is as it was. The program reads the answer itself, because a library that waits for a line waits through
//! a signal too, and leaves the shell without echo.

use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};

use dakpan::cli::{Echo, NotAsked};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use super::line::{Line, Signals, terminal_state};

/// The most bytes of an answer. Room is made once, so that no copy of it stays behind in memory.
const MOST: usize = 1024;

/// Asks with these words.
///
/// # Errors
/// [`NotAsked::NoTerminal`] when standard input is no terminal, so that a script never waits for an answer, or when
/// the terminal is gone; [`NotAsked::Interrupted`] at Ctrl+C, at Ctrl+D and when a signal asks to end.
pub(crate) fn ask(words: &str, echo: Echo, signals: &Signals) -> Result<Zeroizing<String>, NotAsked> {
    if !io::stdin().is_terminal() {
        return Err(NotAsked::NoTerminal);
    }
    let _held = signals.hold();
    // Quiet before the words stand there: a letter typed in between would be seen, and Ctrl+C not be heard.
    // What may be seen is typed as in any shell: the terminal itself shows it and gives a line at a time.
    let quiet = (echo == Echo::Hidden).then(Quiet::begin);
    say(words);
    let answer = read(signals);
    if quiet.is_some() || answer.is_err() {
        drop(quiet);
        say("\n");
    }
    answer
}

/// Writes to the terminal itself: standard output may be a file.
fn say(words: &str) {
    let told = OpenOptions::new()
        .write(true)
        .open("/dev/tty")
        .and_then(|mut terminal| terminal.write_all(words.as_bytes()));
    if told.is_err() {
        // Where neither can be written nobody is asked, and reading finds out.
        let _ = io::stderr().write_all(words.as_bytes());
    }
}

/// Reads up to Enter, one key at a time: what is typed ahead is for whatever comes after the question.
fn read(signals: &Signals) -> Result<Zeroizing<String>, NotAsked> {
    let mut answer = Answer::default();
    loop {
        let (line, signal) = terminal_state(None, Some(signals)).map_err(|_| NotAsked::NoTerminal)?;
        if signal && signals.ends() {
            return Err(NotAsked::Interrupted);
        }
        match line {
            Line::Gone => return Err(NotAsked::NoTerminal),
            Line::Silent => continue,
            Line::Readable => {}
        }
        let mut byte = [0];
        match rustix::io::read(io::stdin(), &mut byte) {
            Ok(1) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Ok(_) | Err(_) => return Err(NotAsked::NoTerminal),
        }
        let [byte] = byte;
        match byte {
            b'\r' | b'\n' => return Ok(answer.text()),
            // Ctrl+C and Ctrl+D.
            0x03 | 0x04 => return Err(NotAsked::Interrupted),
            other => answer.take(other),
        }
    }
}

/// What was typed so far.
struct Answer {
    bytes: Zeroizing<Vec<u8>>,
    within: Within,
}

/// Whether a byte is part of what a key without a sign sends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    Escape,
    Sequence,
}

impl Default for Answer {
    fn default() -> Self {
        Self {
            bytes: Zeroizing::new(Vec::with_capacity(MOST)),
            within: Within::Text,
        }
    }
}

impl Answer {
    fn take(&mut self, byte: u8) {
        self.within = match (self.within, byte) {
            (_, 0x1b) => Within::Escape,
            (Within::Escape, b'[' | b'O') => Within::Sequence,
            (Within::Sequence, 0x40..=0x7e) | (Within::Escape, _) => Within::Text,
            (Within::Sequence, _) => Within::Sequence,
            (Within::Text, _) => {
                self.type_in(byte);
                Within::Text
            }
        };
    }

    fn type_in(&mut self, byte: u8) {
        match byte {
            // Backspace takes a whole letter away, however many bytes that is.
            0x08 | 0x7f => while self.bytes.pop().is_some_and(|gone| gone & 0xc0 == 0x80) {},
            // Ctrl+U begins anew.
            0x15 => self.bytes.clear(),
            0x20.. if self.bytes.len() < MOST => self.bytes.push(byte),
            _ => {}
        }
    }

    fn text(self) -> Zeroizing<String> {
        Zeroizing::new(String::from_utf8_lossy(&self.bytes).into_owned())
    }
}

/// A terminal that shows nothing of what is typed, and takes every key as one; as before when this goes.
pub(crate) struct Quiet(Option<Termios>);

impl Quiet {
    /// Quiets standard input, when that is a terminal.
    pub(crate) fn begin() -> Self {
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut modes) = before.clone() {
            modes.local_modes -= LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG;
            modes.special_codes[SpecialCodeIndex::VMIN] = 1;
            modes.special_codes[SpecialCodeIndex::VTIME] = 0;
            // A terminal that cannot be quieted still takes an answer.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &modes);
        }
        Self(before)
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some(before) = &self.0 {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
        }
    }
}
