//! Wiring: arguments, clock, language, terminal, the loop, and what is said when something fails.
//!
//! The one place that knows the time, the environment, signals and the end of the process. The loop waits for the
//! terminal and for signals together, takes in everything that is queued, keeps what was typed, and draws once.

use std::io::{self, BufWriter, IsTerminal, Stdout};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};

use dakpan::app::Program;
use dakpan::app::message::Message;
use dakpan::app::screen::Screen;
use dakpan::cli::{self, Command, Failure, Io, NotAsked, Options, Start, ThemeName};
use dakpan::text::Catalog;
use dakpan::text::notice::Problem;
use dakpan::ui;
use zeroize::Zeroizing;

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(io::stdout()), io::stderr());
    let (options, command) = match cli::parse(std::env::args_os(), &|name| std::env::var_os(name)) {
        Ok(asked) => asked,
        Err(ending) => return ending.tell(&mut out, &mut err).into(),
    };
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        ask: &mut ask,
    };
    if !matches!(command, Command::Screen | Command::Demo { .. }) {
        return cli::run(&options, &command, &mut io).into();
    }
    let failure = match cli::start(&options, &command, &mut io) {
        Ok(None) => return ExitCode::SUCCESS,
        Ok(Some(start)) => match show(start, &options) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(problem) => Failure::of_problem(&problem, options.catalog()),
        },
        Err(failure) => failure,
    };
    failure.tell(&mut io::stderr()).into()
}

/// Asks for a passphrase in the terminal.
fn ask(words: &str) -> Result<Zeroizing<String>, NotAsked> {
    // The question quiets the terminal only after its words stand there: a letter typed in between would be seen, and
    // Ctrl+C not be heard.
    let _quiet = Quiet::begin();
    cli::ask_in_terminal(words)
}

/// A terminal that shows nothing of what is typed, and takes every key as one; as before when this goes.
struct Quiet(Option<Termios>);

impl Quiet {
    /// Quiets standard input, when that is a terminal.
    fn begin() -> Self {
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut modes) = before.clone() {
            modes.local_modes -= LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG;
            modes.special_codes[SpecialCodeIndex::VMIN] = 1;
            modes.special_codes[SpecialCodeIndex::VTIME] = 0;
            // A terminal that cannot be quieted is left to the question itself.
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

/// Runs the screen on an open file until the chair quits, the terminal goes, or a signal asks to end.
fn show(start: Start, options: &Options) -> Result<(), Problem> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Problem::NoTerminal);
    }
    // A report that cannot be installed is no reason not to run.
    let _ = color_eyre::install();
    let looks = Looks {
        theme: ui::Theme::of(look(options)),
        glyphs: if options.ascii {
            ui::Glyphs::Ascii
        } else {
            ui::Glyphs::Unicode
        },
        catalog: options.catalog(),
    };
    let mut program = Program::start(start.store, options.now(), start.chair, options.lang);
    program.state.rules = start.rules;
    // Before the terminal is taken: from then on every way out has to give it back.
    let signals = Signals::listen().map_err(|_| Problem::Io)?;
    let mut screen = Fullscreen::enter(options.mouse).map_err(|_| Problem::Io)?;
    let outcome = run(&mut program, &mut screen, &signals, options, &looks);
    drop(screen);
    let closed = program.close().map_err(|error| Problem::from(&error));
    outcome.map_err(|_| Problem::Io)?;
    closed
}

/// The theme that was asked for; without colours where the environment asks for none.
fn look(options: &Options) -> ui::theme::Look {
    use ui::theme::Look;
    match options.theme {
        Some(ThemeName::Standard) => Look::Standard,
        Some(ThemeName::Light) => Look::Light,
        Some(ThemeName::HighContrast) => Look::HighContrast,
        Some(ThemeName::Mono) => Look::Mono,
        None if options.no_colour => Look::Mono,
        None => Look::Standard,
    }
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

/// Whether the terminal is as the program made it, so that it is given back once: a second time would put the cursor
/// back where it was, across what has been said since.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal reports the buttons of the mouse and its wheel, with positions of any size; it says nothing of a mouse
/// that merely moves, which would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// It no longer does. A terminal that never did takes it as well.
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

impl Fullscreen {
    fn enter(mouse: bool) -> io::Result<Self> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            leave();
            before(info);
        }));
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        // The title never tells what is on the table.
        let entered = execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetTitle("dakpan"))
            .and_then(|()| if mouse { execute!(out, Print(MOUSE_ON)) } else { Ok(()) })
            .and_then(|()| Terminal::new(CrosstermBackend::new(out)));
        match entered {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                leave();
                Err(error)
            }
        }
    }
}

impl Drop for Fullscreen {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back. Where it is gone there is nobody to tell that this fails.
fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(
            io::stdout(),
            Print(MOUSE_OFF),
            DisableBracketedPaste,
            LeaveAlternateScreen,
            cursor::Show
        );
        let _ = disable_raw_mode();
    }
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

/// How long the rest of a key's sequence may stay away, on a slow line.
const SEQUENCE: Duration = Duration::from_millis(500);

fn run(
    program: &mut Program,
    screen: &mut Fullscreen,
    signals: &Signals,
    options: &Options,
    looks: &Looks,
) -> io::Result<()> {
    let size = screen.terminal.size()?;
    program.handle(Message::Resize(size.width, size.height), options.now());
    let mut input = Input::default();
    let mut unsealed: Option<(Instant, Instant)> = None;
    loop {
        let drawn = match draw(program, screen, looks) {
            Ok(drawn) => drawn,
            Err(error) => {
                // Nobody is left to be told of a terminal that went while it was drawn on.
                let gone = terminal_state(Duration::ZERO, None)?.0 == Line::Gone;
                return if gone { Ok(()) } else { Err(error) };
            }
        };
        let seal_at = unsealed.map(|(first, last)| (last + REST).min(first + AT_LATEST));
        match wait(signals, &input, seal_at, program.next_tick())? {
            Woken::TerminalGone => return Ok(()),
            Woken::Signal if signals.ends() => return Ok(()),
            // The window changed; the next frame is as large as it is by then.
            Woken::Signal => {}
            Woken::Input => {
                if input.take(program, options, &drawn, looks)? {
                    let now = Instant::now();
                    unsealed = Some((unsealed.map_or(now, |(first, _)| first), now));
                }
            }
            Woken::Time => {
                input.give_up_in_time();
                program.handle(Message::Tick, options.now());
            }
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

/// What the chair looks at, and the columns and rows of the window.
type Drawn = (Screen, (u16, u16));

fn draw(program: &mut Program, screen: &mut Fullscreen, looks: &Looks) -> io::Result<Drawn> {
    let board = program.screen();
    let frame = screen
        .terminal
        .draw(|frame| ui::view(&board, &looks.theme, looks.catalog, looks.glyphs, frame))?;
    let size = (frame.area.width, frame.area.height);
    program.drawn(
        ui::layout::note_width(size, program.state.focus, program.state.zoom),
        size,
    );
    Ok((board, size))
}

/// What was read and not yet taken in.
#[derive(Default)]
struct Input {
    keyboard: ui::keyboard::Keyboard,
    /// Until when the rest of a sequence may come.
    until: Option<Instant>,
}

impl Input {
    /// Takes in everything that is queued, for as long as a frame may wait; whether there was a key or a paste.
    fn take(&mut self, program: &mut Program, options: &Options, drawn: &Drawn, looks: &Looks) -> io::Result<bool> {
        let until = Instant::now() + DRAIN;
        let (mut typed, mut handled) = (false, false);
        loop {
            while let Some(event) = self.keyboard.next_event() {
                let message = match event {
                    // One that another program left switched on points at nothing here.
                    Event::Mouse(_) if !options.mouse => None,
                    Event::Mouse(mouse) => ui::pointer::read(mouse, &drawn.0, drawn.1, looks.catalog),
                    other => ui::input::read(other),
                };
                // What was taken in since may have moved the rows under the mouse: nobody pointed at what is there now.
                let stale = handled && matches!(message, Some(Message::Point(..)));
                if let Some(message) = message.filter(|_| !stale) {
                    handled = true;
                    typed |= matches!(message, Message::Key(_) | Message::Paste(_));
                    program.handle(message, options.now());
                }
                if program.state.quit || Instant::now() >= until {
                    return Ok(typed);
                }
            }
            if !self.read()? {
                return Ok(typed);
            }
        }
    }

    /// Reads what the terminal has; whether that may have given an event. A terminal that is gone has nothing: it is
    /// the waiting that finds out.
    fn read(&mut self) -> io::Result<bool> {
        let mut bytes = [0; 4096];
        let there = terminal_state(Duration::ZERO, None)?.0 == Line::Readable;
        let count = match there.then(|| rustix::io::read(io::stdin(), &mut bytes)) {
            Some(Ok(count)) => count,
            Some(Err(_)) | None => 0,
        };
        match bytes.get(..count) {
            Some(read) if count > 0 => self.keyboard.feed(read),
            _ => self.keyboard.pause(),
        }
        self.until = self.keyboard.is_within_sequence().then(|| Instant::now() + SEQUENCE);
        Ok(count > 0 || self.keyboard.has_event())
    }

    /// Stops waiting for the rest of a sequence when its time is over.
    fn give_up_in_time(&mut self) {
        if self.until.is_some_and(|until| until <= Instant::now()) {
            self.keyboard.give_up();
            self.until = None;
        }
    }
}

/// Waits for the terminal, a signal, or the time to seal, to move the clock on or to give up half a sequence.
fn wait(signals: &Signals, input: &Input, seal_at: Option<Instant>, tick: Option<Duration>) -> io::Result<Woken> {
    let now = Instant::now();
    let at = [seal_at, input.until].into_iter().flatten().min();
    let queued = input.keyboard.has_event().then_some(Duration::ZERO);
    let due = at.map(|at| at.saturating_duration_since(now));
    let timeout = [queued, due, tick].into_iter().flatten().min();
    let (line, signal) = terminal_state(timeout, Some(signals))?;
    if signal {
        return Ok(Woken::Signal);
    }
    Ok(match line {
        Line::Gone => Woken::TerminalGone,
        Line::Readable => Woken::Input,
        Line::Silent if queued.is_some() => Woken::Input,
        Line::Silent => Woken::Time,
    })
}

/// How the terminal's line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Silent,
    Readable,
    /// The window was closed. There may be bytes left, but nobody to show them to.
    Gone,
}

/// Looks, for as long as given, for something of the terminal or a signal.
fn terminal_state(timeout: impl Into<Option<Duration>>, signals: Option<&Signals>) -> io::Result<(Line, bool)> {
    let timeout = timeout.into().map(|t| Timespec {
        tv_sec: t.as_secs().try_into().unwrap_or(i64::MAX),
        tv_nsec: t.subsec_nanos().into(),
    });
    let stdin = io::stdin();
    let mut watched = vec![PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    watched.extend(signals.map(|s| PollFd::from_borrowed_fd(s.woken.as_fd(), PollFlags::IN)));
    match poll(&mut watched, timeout.as_ref()) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let mut found = watched.iter().map(PollFd::revents);
    let terminal = found.next().unwrap_or(PollFlags::empty());
    let signal = found.next().is_some_and(|signal| signal.contains(PollFlags::IN));
    let line = if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        Line::Gone
    } else if terminal.contains(PollFlags::IN) {
        Line::Readable
    } else {
        Line::Silent
    };
    Ok((line, signal))
}

/// Signals as something that can be waited for.
struct Signals {
    woken: UnixStream,
    end: Arc<AtomicBool>,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let (woken, writer) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        let end = Arc::new(AtomicBool::new(false));
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
        self.end.load(Ordering::Relaxed)
    }
}
