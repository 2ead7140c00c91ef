//! Wiring: arguments, clock, language, terminal, the loop, and what is said when something fails.
//!
//! The one place that knows the time, the environment, signals and the end of the process. The loop waits for the
//! terminal and for signals together, takes in everything that is queued, keeps what was typed, and draws once.

use std::io::{self, BufWriter, IsTerminal, Stdout};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, event, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};

use dakpan::app::Program;
use dakpan::app::message::Message;
use dakpan::app::screen::Screen;
use dakpan::cli::{self, Command, Failure, Io, Options, Start, ThemeName};
use dakpan::text::Catalog;
use dakpan::text::notice::Problem;
use dakpan::ui;

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(io::stdout()), io::stderr());
    let (options, command) = match cli::parse(std::env::args_os(), &|name| std::env::var_os(name)) {
        Ok(asked) => asked,
        Err(ending) => return ending.tell(&mut out, &mut err).into(),
    };
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        ask: &mut cli::ask_in_terminal,
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
    let mut screen = Fullscreen::enter(options.mouse).map_err(|_| Problem::Io)?;
    let outcome = run(&mut program, &mut screen, options, &looks);
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
    mouse: bool,
}

/// The terminal reports the buttons of the mouse and its wheel, with positions of any size; it says nothing of a mouse
/// that merely moves, which would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// It no longer does.
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

impl Fullscreen {
    fn enter(mouse: bool) -> io::Result<Self> {
        enable_raw_mode()?;
        let restore = move || {
            let _ = leave(mouse);
        };
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
        // The title never tells what is on the table.
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetTitle("dakpan"))?;
        if mouse {
            execute!(out, Print(MOUSE_ON))?;
        }
        Ok(Self {
            terminal: Terminal::new(CrosstermBackend::new(out))?,
            mouse,
        })
    }
}

impl Drop for Fullscreen {
    fn drop(&mut self) {
        let _ = leave(self.mouse);
    }
}

fn leave(mouse: bool) -> io::Result<()> {
    let mut out = io::stdout();
    if mouse {
        execute!(out, Print(MOUSE_OFF))?;
    }
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

fn run(program: &mut Program, screen: &mut Fullscreen, options: &Options, looks: &Looks) -> io::Result<()> {
    let signals = Signals::listen()?;
    let size = screen.terminal.size()?;
    program.handle(Message::Resize(size.width, size.height), options.now());
    let mut unsealed: Option<(Instant, Instant)> = None;
    loop {
        let drawn = draw(program, screen, looks)?;
        let seal_at = unsealed.map(|(first, last)| (last + REST).min(first + AT_LATEST));
        let woken = wait(&signals, seal_at, program.next_tick())?;
        match woken {
            Woken::TerminalGone => return Ok(()),
            Woken::Signal if signals.ends() => return Ok(()),
            Woken::Input | Woken::Signal => {
                if take_input(program, options, &drawn, looks)? {
                    let now = Instant::now();
                    unsealed = Some((unsealed.map_or(now, |(first, _)| first), now));
                }
            }
            Woken::Time => program.handle(Message::Tick, options.now()),
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

/// Takes in everything that is queued; whether there was a key or a paste.
fn take_input(program: &mut Program, options: &Options, drawn: &Drawn, looks: &Looks) -> io::Result<bool> {
    let until = Instant::now() + DRAIN;
    let (mut typed, mut handled) = (false, false);
    while event::poll(Duration::ZERO)? {
        let message = match event::read()? {
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
    let timeout = timeout.map(|t| Timespec {
        tv_sec: t.as_secs().try_into().unwrap_or(i64::MAX),
        tv_nsec: t.subsec_nanos().into(),
    });
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
