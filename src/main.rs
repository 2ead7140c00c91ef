//! Wiring: arguments, clock, language, terminal, the loop, and what is said when something fails.
//!
//! The one place that knows the time, the environment, signals and the end of the process. The loop waits for the
//! terminal and for signals together, takes in everything that is queued, keeps what was typed, and draws once.

#[path = "main/aloud.rs"]
mod aloud;
#[path = "main/clipboard.rs"]
mod clipboard;
#[path = "main/fullscreen.rs"]
mod fullscreen;
#[path = "main/input.rs"]
mod input;
#[path = "main/line.rs"]
mod line;
#[path = "main/looks.rs"]
mod looks;
#[path = "main/passphrase.rs"]
mod passphrase;
#[path = "main/report.rs"]
mod report;
#[path = "main/screen_test.rs"]
mod screen_test;
#[path = "main/share.rs"]
mod share;
#[path = "main/watch.rs"]
mod watch;
#[path = "main/window.rs"]
mod window;
#[path = "main/without_file.rs"]
mod without_file;

use std::io::{self, BufWriter};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use dakpan::app::Program;
use dakpan::app::importing::begin_in;
use dakpan::app::message::Message;
use dakpan::app::screen::Screen;
use dakpan::cli::{self, Command, Failure, Io, NotAsked, Options, Start};
use dakpan::store::others_may_read;
use dakpan::text::notice::{Notice, Problem};
use dakpan::ui;

use clipboard::Clipboard;
use fullscreen::Fullscreen;
use input::Input;
use line::{Line, Signals, terminal_state, wait_for};
use looks::{Looks, ask_background};
use share::Share;

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(io::stdout()), io::stderr());
    let (options, command) = match cli::parse(std::env::args_os(), &|name| std::env::var_os(name)) {
        Ok(asked) => asked,
        Err(ending) => return ending.tell(&mut out, &mut err).into(),
    };
    let signals = std::cell::OnceCell::new();
    let mut ask = |words: &str, echo| {
        // Signals are listened to from the first question on, so that a command that asks nothing is ended by them.
        let signals = listen(&signals).ok_or(NotAsked::NoTerminal)?;
        passphrase::ask(words, echo, signals)
    };
    let mut watcher = None;
    let mut watch = |done, total| {
        let watcher = watcher.get_or_insert_with(|| watch::Watcher::new(&options, listen(&signals)));
        watcher.look(done, total)
    };
    let mut io = Io {
        out: &mut out,
        err: &mut err,
        ask: &mut ask,
        watch: &mut watch,
    };
    if command == Command::Watch {
        return match window::look(&options, listen(&signals)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => Failure::of_problem(&problem, options.catalog())
                .tell(&mut io::stderr())
                .into(),
        };
    }
    if command == Command::ScreenTest {
        return match screen_test::run(&options, listen(&signals)) {
            Ok(told) => say(&told),
            Err(problem) => Failure::of_problem(&problem, options.catalog())
                .tell(&mut io::stderr())
                .into(),
        };
    }
    if !matches!(command, Command::Screen | Command::Demo { .. }) {
        return cli::run(&options, &command, &mut io).into();
    }
    let failure = match cli::start(&options, &command, &mut io) {
        Ok(None) => return ExitCode::SUCCESS,
        Ok(Some(start)) => match show(start, &options, listen(&signals)) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(problem) => Failure::of_problem(&problem, options.catalog()),
        },
        Err(failure) => failure,
    };
    failure.tell(&mut io::stderr()).into()
}

/// Says one line on standard output.
fn say(line: &str) -> ExitCode {
    use io::Write;
    match writeln!(io::stdout(), "{line}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The signals, listened to from the first time they are asked for.
fn listen(signals: &std::cell::OnceCell<Option<Signals>>) -> Option<&Signals> {
    signals.get_or_init(|| Signals::listen().ok()).as_ref()
}

/// Runs the screen on an open file until the chair quits, the terminal goes, or a signal asks to end.
fn show(start: Start, options: &Options, signals: Option<&Signals>) -> Result<(), Problem> {
    fullscreen::is_there()?;
    report::install(options.catalog());
    let mut looks = Looks::of(options);
    let mut program = Program::start(
        start.store,
        options.now(),
        start.chair,
        options.lang,
        options.settings.clone(),
    );
    let lock = std::rc::Rc::new(std::cell::Cell::new(false));
    let asked = std::rc::Rc::clone(&lock);
    program = program
        .opened_with(options.key_file.clone())
        .watched_by(Box::new(move |_, _| line::stop_pressed(&asked)));
    if options.key_file.as_deref().is_some_and(others_may_read) {
        program.state.notice.get_or_insert(Notice::KeyFileOpen);
    }
    program.state.demo = start.demo;
    program.state.rules = start.rules;
    program.state.result_sets = start.result_sets;
    if let Some(folder) = start.papers {
        program.state.following.folder = folder.display().to_string();
    }
    // A list that was sent is most often where the program was started.
    program.state.lists_from = begin_in(std::env::current_dir().ok(), std::env::home_dir());
    // Before the terminal is taken: from then on every way out has to give it back.
    let signals = signals.ok_or(Problem::Io)?;
    let _held = signals.hold();
    let mut screen = Fullscreen::enter(options.mouse, options.aloud, TITLE).map_err(|_| Problem::Io)?;
    let (mut share, nowhere) = Share::open(cli::meeting_places(program.store().path()));
    if program.state.notice.is_none() {
        program.state.notice = nowhere.map(Notice::NoWindow);
    }
    let input = Input {
        lock,
        ..Input::default()
    };
    let outcome = run(
        (&mut program, input),
        &mut screen,
        &mut share,
        signals,
        options,
        &mut looks,
    );
    // A public window is blank before anything else is seen to.
    drop(share);
    drop(screen);
    let closed = program.close().map_err(|error| Problem::from(&error));
    outcome.map_err(|_| Problem::Io)?;
    closed
}

/// The title of the chair's window: it never tells what is on the table.
const TITLE: &str = "dakpan";

/// What woke the loop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    Input,
    Signal,
    Time,
    /// A public window, or nothing at all.
    Link,
    TerminalGone,
}

/// How long after the last key what was typed is made safe against a power cut, and at the latest.
const REST: Duration = Duration::from_millis(500);
const AT_LATEST: Duration = Duration::from_secs(2);

fn run(
    (program, mut input): (&mut Program, Input),
    screen: &mut Fullscreen,
    share: &mut Share,
    signals: &Signals,
    options: &Options,
    looks: &mut Looks,
) -> io::Result<()> {
    let size = match &screen.aloud {
        Some(_) => ui::aloud::SIZE,
        None => screen.terminal.size().map(|size| (size.width, size.height))?,
    };
    program.handle(Message::Resize(size.0, size.1), options.now());
    ask_background(screen, options)?;
    let mut clipboard = Clipboard::of_environment(|name| std::env::var_os(name));
    let mut unsealed: Option<(Instant, Instant)> = None;
    let mut before: Option<Drawn> = None;
    loop {
        let drawn = match draw(program, screen, looks, before.take(), unsealed.is_none()) {
            Ok(drawn) => drawn,
            Err(error) => {
                // Nobody is left to be told of a terminal that went while it was drawn on.
                let gone = terminal_state(Duration::ZERO, None)?.0 == Line::Gone;
                return if gone { Ok(()) } else { Err(error) };
            }
        };
        share.follow(program, &drawn.0);
        let seal_at = unsealed.map(|(first, last)| (last + REST).min(first + AT_LATEST));
        let tick_at = program.next_tick().map(|tick| Instant::now() + tick);
        // What only the public window has to be told is no reason to draw.
        let woken = loop {
            let woken = wait(signals, &input, share, [seal_at, tick_at])?;
            if share.turn(program, &drawn.0) || woken != Woken::Link {
                break woken;
            }
        };
        match woken {
            Woken::TerminalGone => return Ok(()),
            Woken::Signal if signals.ends() => return Ok(()),
            // The window changed; the next frame is as large as it is by then.
            Woken::Signal | Woken::Link => {}
            Woken::Input => {
                if input.take(program, screen.aloud.as_mut(), options, &drawn, looks)? {
                    let now = Instant::now();
                    unsealed = Some((unsealed.map_or(now, |(first, _)| first), now));
                }
                looks.follow(&mut input);
            }
            Woken::Time => {
                input.give_up_in_time();
                let now = options.now();
                program.work(now, &mut |board| goes_on(board, screen, &mut input, looks));
                program.handle(Message::Tick, now);
            }
        }
        if input.lock.take() {
            // Asked for while work held the input, which stopped for it.
            program.lock();
        }
        // What was typed is in the file before the frame that shows it.
        program.keep();
        clipboard.take_from(program, screen.terminal.backend_mut())?;
        if unsealed.is_some_and(|(first, last)| (last + REST).min(first + AT_LATEST) <= Instant::now()) {
            program.seal();
            unsealed = None;
        }
        if program.state.quit {
            return Ok(());
        }
        // Time by itself changes the size of nothing: when what it did is not to be seen, nothing is written.
        before = (woken == Woken::Time).then_some(drawn);
    }
}

/// What the chair looks at, and the columns and rows of the window.
type Drawn = (Screen, (u16, u16));

/// Draws what there is to see, unless it is what was drawn before. `resting` tells whether nothing was typed for a
/// while: somebody who listens is not talked to while typing.
fn draw(
    program: &mut Program,
    screen: &mut Fullscreen,
    looks: &Looks,
    before: Option<Drawn>,
    resting: bool,
) -> io::Result<Drawn> {
    let board = program.screen();
    if let Some(aloud) = screen.aloud.as_mut() {
        let lines = aloud.lines(&board, resting, program.state.catalog());
        screen.say(&board, &lines)?;
        let size = ui::aloud::SIZE;
        program.drawn(
            ui::layout::note_width(size, program.state.focus, program.state.zoom),
            size,
        );
        return Ok((board, size));
    }
    if let Some(drawn) = before.filter(|(was, _)| *was == board) {
        return Ok(drawn);
    }
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

/// Shows how far long work is, and says whether it goes on: only Esc is listened to meanwhile, and breaks it off.
fn goes_on(board: &Screen, screen: &mut Fullscreen, input: &mut Input, looks: &Looks) -> bool {
    // A terminal that cannot be drawn or written on is found out when the work is done.
    if let Some(aloud) = screen.aloud.as_mut() {
        let lines = aloud.steps(board, looks.catalog);
        let _ = screen.say(board, &lines);
    } else {
        let _ = screen
            .terminal
            .draw(|frame| ui::view(board, &looks.theme, looks.catalog, looks.glyphs, frame));
    }
    !input.asks_to_stop()
}

/// Waits for the terminal, a signal, a public window, or the time to seal, to move the clock on or to give up half a
/// sequence.
fn wait(signals: &Signals, input: &Input, share: &Share, at: [Option<Instant>; 2]) -> io::Result<Woken> {
    let now = Instant::now();
    let at = at.into_iter().chain([input.until]).flatten().min();
    let queued = input.keyboard.has_event().then_some(Duration::ZERO);
    let due = at.map(|at| at.saturating_duration_since(now));
    let timeout = [queued, due, share.due(now)].into_iter().flatten().min();
    let found = wait_for(timeout, Some(signals), &share.watched())?;
    if found.signal {
        return Ok(Woken::Signal);
    }
    Ok(match found.line {
        Line::Gone => Woken::TerminalGone,
        Line::Readable => Woken::Input,
        Line::Silent if queued.is_some() => Woken::Input,
        Line::Silent if at.is_some_and(|at| at <= Instant::now()) => Woken::Time,
        Line::Silent => Woken::Link,
    })
}
