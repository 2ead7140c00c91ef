//! The terminal while the program has it.
//!
//! The rule: whatever happens, also when the program breaks down, the terminal is given back as it was, once.

use std::io::{self, BufWriter, IsTerminal, Stdout};
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use dakpan::app::screen::Screen;
use dakpan::text::notice::Problem;
use dakpan::ui;

/// The terminal while the program has it; whatever happens, it is given back as it was.
pub(crate) struct Fullscreen {
    /// Where frames are drawn, and where else is written to.
    pub(crate) terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    /// For whoever listens: lines instead of a full screen.
    pub(crate) aloud: Option<ui::aloud::Aloud>,
}

/// Whether the terminal is as the program made it, so that it is given back once: a second time would put the cursor
/// back where it was, across what has been said since.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether it shows a full screen, which lies over what was said before; for whoever listens it does not.
static FULL: AtomicBool = AtomicBool::new(false);

/// For whom what was said is that stands on the terminal: nobody in particular, everybody at the table, the chair alone.
static SAID: AtomicU8 = AtomicU8::new(0);
const TO_THE_CHAIR: u8 = 2;

/// The terminal reports the buttons of the mouse and its wheel, with positions of any size; it says nothing of a mouse
/// that merely moves, which would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// It no longer does. A terminal that never did takes it as well.
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether there is a terminal to read from and to draw on.
///
/// # Errors
/// [`Problem::NoScreen`] when there is none.
pub(crate) fn is_there() -> Result<(), Problem> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        Ok(())
    } else {
        Err(Problem::NoScreen)
    }
}

impl Fullscreen {
    /// Takes the terminal.
    pub(crate) fn enter(mouse: bool, aloud: bool, title: &str) -> io::Result<Self> {
        enable_raw_mode()?;
        FULL.store(!aloud, Ordering::SeqCst);
        TAKEN.store(true, Ordering::SeqCst);
        let before = std::panic::take_hook();
        let owner = std::thread::current().id();
        std::panic::set_hook(Box::new(move |info| {
            // Work beside the screen that breaks down does not end the program: whoever waits for it is told that it
            // stopped, and what is written here would stand across the screen.
            if TAKEN.load(Ordering::SeqCst) && std::thread::current().id() != owner {
                return;
            }
            leave();
            before(info);
        }));
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        let entered = execute!(out, EnableBracketedPaste, SetTitle(title))
            .and_then(|()| {
                if aloud {
                    Ok(())
                } else {
                    // What a program left there that was killed in the private state is in no frame of this one.
                    execute!(out, EnterAlternateScreen, Clear(ClearType::All))
                }
            })
            .and_then(|()| if mouse { execute!(out, Print(MOUSE_ON)) } else { Ok(()) })
            .and_then(|()| Terminal::new(CrosstermBackend::new(out)))
            .map(|terminal| Self {
                terminal,
                aloud: aloud.then(ui::aloud::Aloud::default),
            });
        match entered {
            Ok(screen) => Ok(screen),
            Err(error) => {
                leave();
                Err(error)
            }
        }
    }
}

impl Fullscreen {
    /// Says lines about a screen to whoever listens. What was said before stays above them, where the room may read it:
    /// it is taken away with what it was said of, when fewer may know what comes.
    pub(crate) fn say(&mut self, board: &Screen, lines: &[String]) -> io::Result<()> {
        let whom = match board {
            Screen::Locked(_) | Screen::Blank(..) => 0,
            Screen::Shared(_) => 1,
            Screen::Private(_) => TO_THE_CHAIR,
        };
        if whom < SAID.swap(whom, Ordering::SeqCst) {
            take_away(self.terminal.backend_mut())?;
        }
        self.say_lines(lines)
    }

    /// Says lines that anybody may read.
    pub(crate) fn say_lines(&mut self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let said: String = lines.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
        execute!(self.terminal.backend_mut(), Print(said))
    }
}

/// Empties the terminal and what it keeps of earlier lines.
fn take_away(out: &mut impl io::Write) -> io::Result<()> {
    execute!(
        out,
        Clear(ClearType::All),
        Clear(ClearType::Purge),
        cursor::MoveTo(0, 0)
    )
}

impl Drop for Fullscreen {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back. Where it is gone there is nobody to tell that this fails.
fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), Print(MOUSE_OFF), DisableBracketedPaste);
        if FULL.load(Ordering::SeqCst) {
            let _ = execute!(io::stdout(), LeaveAlternateScreen, cursor::Show);
        }
        if SAID.swap(0, Ordering::SeqCst) == TO_THE_CHAIR {
            let _ = take_away(&mut io::stdout());
        }
        let _ = disable_raw_mode();
    }
}
