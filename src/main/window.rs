//! The public window as a program of its own: `dakpan meekijken`.
//!
//! The rule: it opens no file and asks for no passphrase. It draws when there is something else to show, when the minute
//! changes and when its size does, and gives the terminal back however it ends.

use std::io;
use std::time::{Duration, Instant};

use chrono::{NaiveTime, Timelike};
use crossterm::event::{Event, KeyCode, KeyModifiers};
use crossterm::{cursor, execute};

use dakpan::cli::{self, Options};
use dakpan::public::viewer::Viewer;
use dakpan::text::notice::Problem;
use dakpan::ui;
use dakpan::ui::aloud::WindowAloud;

use super::line::{Line, Signals, terminal_state, wait_for};
use super::looks::ask_background;
use super::{Fullscreen, Input, Looks, without_file};

/// Shows the public window until it is closed.
///
/// # Errors
/// [`Problem::NoScreen`] without a terminal, [`Problem::Io`] when it cannot be used.
pub(crate) fn look(options: &Options, signals: Option<&Signals>) -> Result<(), Problem> {
    let title = options.catalog().window.title;
    without_file::show(options, signals, title, |screen, signals, looks| {
        let mut viewer = Viewer::new(cli::where_to_look(options), Instant::now());
        run(&mut viewer, screen, signals, options, looks)
    })
}

fn run(
    viewer: &mut Viewer,
    screen: &mut Fullscreen,
    signals: &Signals,
    options: &Options,
    looks: &mut Looks,
) -> io::Result<()> {
    let mut input = Input::default();
    let mut by_ear = options.aloud.then(WindowAloud::new).transpose()?;
    ask_background(screen, options)?;
    loop {
        let now = options.now();
        let size = match say(viewer, screen, by_ear.as_mut(), now.time(), looks)? {
            Some(size) => size,
            None => match draw(viewer, screen, now.time(), looks)? {
                Some(size) => size,
                None => return Ok(()),
            },
        };
        viewer.drawn(Instant::now());
        viewer.resize(size, Instant::now());
        let minute_at = Instant::now() + Duration::from_secs(u64::from(60 - now.second() % 60));
        loop {
            let now = Instant::now();
            let minute = screen.aloud.is_none().then(|| minute_at.saturating_duration_since(now));
            let timeout = minute.map_or(viewer.due(now), |minute| viewer.due(now).min(minute));
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
            let light = looks.follow(&mut input);
            // Who listens hears the time when there is something else to hear.
            let minute = screen.aloud.is_none() && minute_at <= Instant::now();
            if other || light || found.signal || minute {
                break;
            }
        }
    }
}

/// Says what changed, where somebody listens: one line for each; the size of the window, or none where it is drawn.
fn say(
    viewer: &Viewer,
    screen: &mut Fullscreen,
    by_ear: Option<&mut WindowAloud>,
    now: NaiveTime,
    looks: &Looks,
) -> io::Result<Option<(u16, u16)>> {
    let Some(by_ear) = by_ear else { return Ok(None) };
    let lines = by_ear.lines(viewer.show(), now, looks.catalog)?;
    screen.say_lines(&lines)?;
    Ok(Some(ui::aloud::SIZE))
}

/// Draws what is to be seen; the size of the window, or none when nobody is left to see it.
fn draw(viewer: &Viewer, screen: &mut Fullscreen, now: NaiveTime, looks: &Looks) -> io::Result<Option<(u16, u16)>> {
    let drawn = screen.terminal.draw(|frame| {
        // Hidden below: what ratatui hides itself it shows again when it goes, and falls where nobody is left to
        // show it to.
        frame.set_cursor_position((0, 0));
        ui::public_window(viewer.show(), now, &looks.theme, looks.catalog, looks.glyphs, frame);
    });
    let area = drawn.map(|frame| frame.area);
    let hidden = area.and_then(|area| execute!(screen.terminal.backend_mut(), cursor::Hide).map(|()| area));
    match hidden {
        Ok(area) => Ok(Some((area.width, area.height))),
        // Nobody is left to be told of a terminal that went while it was drawn on.
        Err(_) if terminal_state(Duration::ZERO, None)?.0 == Line::Gone => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a key closes the window: q or Ctrl+C. Nothing else does anything, Escape neither: who presses it once too
/// often does not take the screen away from the whole room.
fn closes(input: &mut Input) -> bool {
    while let Some(event) = input.keyboard.next_event() {
        let Event::Key(key) = event else { continue };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('q') if !ctrl => return true,
            KeyCode::Char('c') if ctrl => return true,
            _ => {}
        }
    }
    false
}
