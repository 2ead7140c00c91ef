//! Wiring: arguments, clock, language, terminal, the loop, and what is said when something fails.
//!
//! The one place that knows the time, the environment, signals and the end of the process. The loop waits for the
//! terminal and for signals together, takes in everything that is queued, keeps what was typed, and draws once.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, event, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};

use dakpan::app::Program;
use dakpan::app::message::Message;
use dakpan::cli::{self, Clock, Wanted};
use dakpan::text::Catalog;
use dakpan::ui;

fn main() -> ExitCode {
    if color_eyre::install().is_err() {
        return ExitCode::FAILURE;
    }
    match cli::main(std::env::args_os().collect()) {
        Wanted::Done(code) => ExitCode::from(code),
        Wanted::Screen(start) => match show(*start) {
            Ok(()) => ExitCode::SUCCESS,
            Err(sentence) => {
                // Nothing else can be done when even standard error is gone.
                let _ = writeln!(io::stderr(), "{sentence}");
                ExitCode::FAILURE
            }
        },
    }
}

/// Runs the screen on an open file until the chair quits, the terminal goes, or a signal asks to end.
fn show(start: cli::Start) -> Result<(), String> {
    let catalog = Catalog::of(start.lang);
    let io_failed = |_: io::Error| catalog.problem(&dakpan::text::notice::Problem::Io);
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(catalog.problem(&dakpan::text::notice::Problem::NoTerminal));
    }
    let mut program = Program::start(start.store, start.clock.now(), start.chair, start.lang);
    let looks = Looks { theme: start.theme, glyphs: start.glyphs, catalog };
    let mut screen = Fullscreen::enter().map_err(io_failed)?;
    let outcome = run(&mut program, &mut screen, &start.clock, &looks);
    drop(screen);
    let closed = program.close().map_err(|error| catalog.problem(&(&error).into()));
    outcome.map_err(io_failed)?;
    closed
}

/// How the screen looks.
struct Looks {
    theme: ui::Theme,
    glyphs: ui::Glyphs,
    catalog: &'static Catalog,
}

/// The terminal while the program has it; whatever happens, it is given back as it was.
struct Fullscreen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Fullscreen {
    fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        let restore = || {
            let _ = leave();
        };
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        // The title never tells what is on the table.
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetTitle("dakpan"))?;
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(out))? })
    }
}

impl Drop for Fullscreen {
    fn drop(&mut self) {
        let _ = leave();
    }
}

fn leave() -> io::Result<()> {
    let mut out = io::stdout();
    execute!(out, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show)?;
    disable_raw_mode()
}

/// What woke the loop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    Input,
    Signal,
    Time,
    TerminalGone,
}

/// How long after the last key what was typed is made safe against a power cut, and at the latest.
const REST: Duration = Duration::from_millis(500);
const AT_LATEST: Duration = Duration::from_secs(2);

/// How long input is taken in before a frame is drawn all the same: someone holding a key wants to see it move.
const DRAIN: Duration = Duration::from_millis(50);

fn run(program: &mut Program, screen: &mut Fullscreen, clock: &Clock, looks: &Looks) -> io::Result<()> {
    let signals = Signals::listen()?;
    let size = screen.terminal.size()?;
    program.handle(Message::Resize(size.width, size.height), clock.now());
    let mut unsealed: Option<(Instant, Instant)> = None;
    loop {
        draw(program, screen, looks)?;
        let seal_at = unsealed.map(|(first, last)| (last + REST).min(first + AT_LATEST));
        let woken = wait(&signals, seal_at, program.next_tick())?;
        match woken {
            Woken::TerminalGone => return Ok(()),
            Woken::Signal if signals.ends() => return Ok(()),
            Woken::Input | Woken::Signal => {
                if take_input(program, clock)? {
                    let now = Instant::now();
                    unsealed = Some((unsealed.map_or(now, |(first, _)| first), now));
                }
            }
            Woken::Time => program.handle(Message::Tick, clock.now()),
        }
        // What was typed is in the file before the frame that shows it.
        program.keep();
        if unsealed.is_some_and(|(first, last)| (last + REST).min(first + AT_LATEST) <= Instant::now()) {
            program.seal();
            unsealed = None;
        }
        if program.state.quit {
            return Ok(());
        }
    }
}

fn draw(program: &mut Program, screen: &mut Fullscreen, looks: &Looks) -> io::Result<()> {
    let board = program.screen();
    let frame = screen.terminal.draw(|frame| ui::view(&board, &looks.theme, looks.catalog, looks.glyphs, frame))?;
    let size = (frame.area.width, frame.area.height);
    program.drawn(ui::note_width(size, program.state.focus, program.state.zoom), size);
    Ok(())
}

/// Takes in everything that is queued; whether there was a key or a paste.
fn take_input(program: &mut Program, clock: &Clock) -> io::Result<bool> {
    let until = Instant::now() + DRAIN;
    let mut typed = false;
    while event::poll(Duration::ZERO)? {
        if let Some(message) = ui::message(event::read()?) {
            typed |= matches!(message, Message::Key(_) | Message::Paste(_));
            program.handle(message, clock.now());
        }
        if program.state.quit || Instant::now() >= until {
            break;
        }
    }
    Ok(typed)
}

/// Waits for the terminal, a signal, or the time to seal or to move the clock on.
fn wait(signals: &Signals, seal_at: Option<Instant>, tick: Option<Duration>) -> io::Result<Woken> {
    // Events that were read but not yet taken in would not wake the terminal's descriptor again.
    if event::poll(Duration::ZERO)? {
        return Ok(Woken::Input);
    }
    let now = Instant::now();
    let seal_in = seal_at.map(|at| at.saturating_duration_since(now));
    let timeout = [seal_in, tick].into_iter().flatten().min();
    let timeout = timeout.map(|t| Timespec { tv_sec: t.as_secs().try_into().unwrap_or(i64::MAX), tv_nsec: t.subsec_nanos().into() });
    let stdin = io::stdin();
    let mut watched = [
        PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN),
        PollFd::from_borrowed_fd(signals.woken.as_fd(), PollFlags::IN),
    ];
    match poll(&mut watched, timeout.as_ref()) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let [terminal, signal] = watched.map(|fd| fd.revents());
    Ok(if signal.contains(PollFlags::IN) {
        Woken::Signal
    } else if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        Woken::TerminalGone
    } else if terminal.contains(PollFlags::IN) {
        Woken::Input
    } else {
        Woken::Time
    })
}

/// Signals as something that can be waited for.
struct Signals {
    woken: UnixStream,
    end: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let (woken, writer) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let end = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            signal_hook::flag::register(signal, end.clone())?;
        }
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGWINCH] {
            signal_hook::low_level::pipe::register(signal, writer.try_clone()?)?;
        }
        Ok(Self { woken, end })
    }

    /// Empties the pipe, and whether one of the signals asks to end.
    fn ends(&self) -> bool {
        let mut bytes = [0_u8; 64];
        while matches!(io::Read::read(&mut &self.woken, &mut bytes), Ok(count) if count > 0) {}
        self.end.load(std::sync::atomic::Ordering::Relaxed)
    }
}
