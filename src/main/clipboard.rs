//! What was copied on purpose goes to the clipboard: through the terminal, and beside that through the system.
//!
//! A terminal takes OSC 52 or takes it for nothing, and none says which. So the sequence is always written, and where
//! the program runs at the chair's own display the system's clipboard is set as well, with the same text. Over SSH the
//! display would be another one than the chair sits at, and is left alone.

use std::ffi::OsString;
use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use dakpan::app::Program;
use dakpan::text::notice::Notice;

/// The clipboard, as far as it can be reached from here.
pub(crate) struct Clipboard {
    /// Whether the display is the chair's own.
    local: bool,
    /// The system's, from the first copy on: under X11 the text is there for as long as this is.
    system: Option<arboard::Clipboard>,
}

impl Clipboard {
    /// Looks at the environment only; nothing is opened before something is copied.
    pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
        let remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].iter().any(&set);
        let display = cfg!(any(target_os = "macos", windows)) || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(set);
        Self {
            local: display && !remote,
            system: None,
        }
    }

    /// Copies what the program asked for, if anything; that only the terminal has it is told.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(crate) fn take_from(&mut self, program: &mut Program, terminal: &mut impl Write) -> io::Result<()> {
        let Some(text) = program.take_copied() else {
            return Ok(());
        };
        if !self.put(terminal, &text)? {
            program.state.notice = Some(Notice::CopiedByTerminal);
        }
        Ok(())
    }

    /// Copies a text. False when the system's clipboard should have it and does not: then it is where a terminal put it
    /// that takes the sequence, and nowhere else.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn put(&mut self, terminal: &mut impl Write, text: &str) -> io::Result<bool> {
        execute!(terminal, CopyToClipboard::to_clipboard_from(text))?;
        Ok(!self.local || self.set_system(text).is_ok())
    }

    fn set_system(&mut self, text: &str) -> Result<(), arboard::Error> {
        let mut system = match self.system.take() {
            Some(system) => system,
            None => arboard::Clipboard::new()?,
        };
        let set = system.set_text(text);
        self.system = Some(system);
        set
    }
}
