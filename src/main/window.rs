//! The public window as a program of its own: `dakpan meekijken`.
//!
//! The rule: it opens no file and asks for no passphrase. It draws when there is something else to show, when the minute
//! changes and when its size does, and gives the terminal back however it ends.

use std::io;
use std::time::{Duration, Instant};

use chrono::Timelike;
use crossterm::event::{Event, KeyCode, KeyModifiers};
use crossterm::style::Print;
use crossterm::{cursor, execute};

use dakpan::cli::{self, Options};
use dakpan::public::viewer::Viewer;
use dakpan::text::notice::Problem;
use dakpan::ui;

use super::line::{Line, Signals, terminal_state, wait_for};
use super::{Fullscreen, Input, Looks, report};

/// Shows the public window until it is closed.
///
/// # Errors
/// [`Problem::NoTerminal`] without a terminal, [`Problem::Io`] when it cannot be used.
pub(crate) fn look(options: &Options, signals: Option<&Signals>) -> Result<(), Problem> {
    use std::io::IsTerminal;
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Problem::NoTerminal);
    }
    report::install(options.catalog());
    let signals = signals.ok_or(Problem::Io)?;
    let _held = signals.hold();
    let mut looks = Looks::of(options);
    let title = looks.catalog.window.title;
    let mut screen = Fullscreen::enter(false, false, title).map_err(|_| Problem::Io)?;
    let mut viewer = Viewer::new(cli::where_to_look(options), Instant::now());
    let outcome = run(&mut viewer, &mut screen, signals, options, &mut looks);
    drop(screen);
    outcome.map_err(|_| Problem::Io)
}

fn run(
    viewer: &mut Viewer,
    screen: &mut Fullscreen,
    signals: &Signals,
    options: &Options,
    looks: &mut Looks,
) -> io::Result<()> {
    let mut input = Input::default();
    if options.theme.is_none() && !options.no_colour {
        execute!(screen.terminal.backend_mut(), Print(ui::background::QUESTION))?;
    }
    loop {
        let now = options.now();
        let drawn = screen.terminal.draw(|frame| {
            // Hidden below: what ratatui hides itself it shows again when it goes, and falls where nobody is left to
            // show it to.
            frame.set_cursor_position((0, 0));
            ui::public_window(
                viewer.show(),
                now.time(),
                &looks.theme,
                looks.catalog,
                looks.glyphs,
                frame,
            );
        });
        let area = drawn.map(|frame| frame.area);
        let hidden = area.and_then(|area| execute!(screen.terminal.backend_mut(), cursor::Hide).map(|()| area));
        let area = match hidden {
            Ok(area) => area,
            Err(error) => {
                // Nobody is left to be told of a terminal that went while it was drawn on.
                let gone = terminal_state(Duration::ZERO, None)?.0 == Line::Gone;
                return if gone { Ok(()) } else { Err(error) };
            }
        };
        viewer.drawn(Instant::now());
        viewer.resize((area.width, area.height), Instant::now());
        let minute_at = Instant::now() + Duration::from_secs(u64::from(60 - now.second() % 60));
        loop {
            let now = Instant::now();
            let timeout = viewer.due(now).min(minute_at.saturating_duration_since(now));
            let timeout = input
                .until
                .map_or(timeout, |until| timeout.min(until.saturating_duration_since(now)));
            let links: Vec<_> = viewer.watched().into_iter().collect();
            let found = wait_for(timeout, Some(signals), &links)?;
            drop(links);
            // Before anything else: what is no longer to be seen is not to be seen for as long as a key takes.
            let other = viewer.turn(Instant::now());
            if found.line == Line::Gone || found.signal && signals.ends() {
                return Ok(());
            }
            if found.line == Line::Readable {
                while input.read()? {
                    if closes(&mut input) {
                        return Ok(());
                    }
                }
            }
            input.give_up_in_time();
            if closes(&mut input) {
                return Ok(());
            }
            let light = input.keyboard.take_background() == Some(ui::background::Background::Light);
            if light {
                looks.theme = ui::Theme::of(ui::theme::Look::Light);
            }
            if other || light || found.signal || minute_at <= Instant::now() {
                break;
            }
        }
    }
}

/// Whether a key closes the window: q, Escape or Ctrl+C. Nothing else does anything.
fn closes(input: &mut Input) -> bool {
    while let Some(event) = input.keyboard.next_event() {
        let Event::Key(key) = event else { continue };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('q') if !ctrl => return true,
            KeyCode::Char('c') if ctrl => return true,
            KeyCode::Esc => return true,
            _ => {}
        }
    }
    false
}
