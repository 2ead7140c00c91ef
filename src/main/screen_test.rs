//! The screen test as a program of its own: `dakpan schermtest`.
//!
//! The rule: it opens no file and asks for no passphrase. It gives the terminal back however it ends, and then says in one
//! line what came of it.

use std::io;

use dakpan::app::message::Message;
use dakpan::cli::Options;
use dakpan::text::notice::Problem;
use dakpan::ui;
use dakpan::ui::screen_test::{Trial, screen_test, sentences};

use super::line::{Line, Signals, wait_for};
use super::looks::ask_background;
use super::{Fullscreen, Input, Looks, TITLE, without_file};

/// Runs the test until it is ended, and gives what came of it.
///
/// # Errors
/// [`Problem::NoScreen`] without a terminal, [`Problem::Io`] when it cannot be used.
pub(crate) fn run(options: &Options, signals: Option<&Signals>) -> Result<String, Problem> {
    without_file::show(options, signals, TITLE, |screen, signals, looks| {
        let mut trial = Trial::default();
        test(&mut trial, screen, signals, options, looks)?;
        Ok(trial.summary(looks.catalog))
    })
}

fn test(
    trial: &mut Trial,
    screen: &mut Fullscreen,
    signals: &Signals,
    options: &Options,
    looks: &mut Looks,
) -> io::Result<()> {
    let mut input = Input::default();
    if screen.aloud.is_some() {
        let size = screen.terminal.size()?;
        let all = sentences(trial, (size.width, size.height), looks.catalog);
        screen.say_lines(&all)?;
    }
    ask_background(screen, options)?;
    while !trial.is_over() {
        if screen.aloud.is_none() {
            let looks = &*looks;
            screen
                .terminal
                .draw(|frame| screen_test(trial, &looks.theme, looks.catalog, looks.glyphs, frame))?;
        }
        let found = wait_for(input.rest_of_sequence(), Some(signals), &[])?;
        if found.line == Line::Gone || found.signal && signals.ends() {
            return Ok(());
        }
        if found.line == Line::Readable {
            while input.read()? {
                press(trial, &mut input, screen, looks)?;
            }
        }
        input.give_up_in_time();
        press(trial, &mut input, screen, looks)?;
        looks.follow(&mut input);
    }
    Ok(())
}

/// Takes in the keys that came, and says each to somebody who listens.
fn press(trial: &mut Trial, input: &mut Input, screen: &mut Fullscreen, looks: &Looks) -> io::Result<()> {
    while let Some(event) = input.keyboard.next_event() {
        let Some(Message::Key(key)) = ui::input::read(event) else {
            continue;
        };
        trial.press(key);
        if screen.aloud.is_some() {
            let heard: Vec<String> = trial.heard(looks.catalog).into_iter().collect();
            screen.say_lines(&heard)?;
        }
    }
    Ok(())
}
