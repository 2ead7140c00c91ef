//! A killed program loses nothing that stood on the screen.

use rustix::process::Signal;

use super::WIDE;
use super::harness::Terminal;
use super::place::Place;
use crate::faults::matrix::record;

/// How many letters have been seen when the program is killed, one start after another, with more on their way.
const MOMENTS: [usize; 10] = [1, 2, 3, 5, 8, 13, 19, 26, 33, 39];

const LETTERS: &str = "abcdëfghijklmnöpqrstuvwxyz0123456789éABC";

/// What stands on the screen of the line that a round writes.
fn line_on(screen: &str, round: usize) -> String {
    let start = format!("ronde{round}:");
    let after = screen.split(&start).nth(1).unwrap_or_default();
    let seen: String = after.chars().take_while(|letter| LETTERS.contains(*letter)).collect();
    format!("{start}{seen}")
}

fn letters_on(terminal: &vt100::Screen, round: usize) -> usize {
    let line = line_on(&terminal.contents(), round);
    line.split(':').nth(1).unwrap_or_default().chars().count()
}

#[test]
fn nothing_seen_is_lost_to_ten_kills() {
    let place = Place::with_demo();
    to_first_note(&place).quit_from_note();
    let mut lines: Vec<String> = Vec::new();
    for (round, moment) in MOMENTS.into_iter().enumerate() {
        let terminal = place.start(WIDE);
        terminal.wait_for("SCHRIJF");
        for line in &lines {
            terminal.wait_for(line);
        }
        terminal.send(format!("\rronde{round}:"));
        for (at, letter) in LETTERS.chars().enumerate() {
            terminal.send(letter.to_string());
            if at < moment {
                terminal.wait_until("the letter", |screen| letters_on(screen, round) > at);
            }
        }
        terminal.signal(Signal::KILL);
        assert!(terminal.wait_ended().signal().is_some());
        // Everything that ever stood there, also what was drawn while the signal was on its way.
        lines.push(line_on(&terminal.screen(), round));
        place.assert_sound();
    }
    let terminal = place.start(WIDE);
    for line in &lines {
        terminal.wait_for(line);
    }
    terminal.quit_from_note();
    record(
        "kill -9",
        "typing in a real terminal",
        "10 kills with letters on their way; every letter that stood on the screen is there",
    );
}

/// Opens the meeting and goes to the first pupil's note.
fn to_first_note(place: &Place) -> Terminal {
    let terminal = place.start(WIDE);
    terminal.wait_for("gepland").press("S a a a a a a Enter PgDn PgDn");
    terminal.wait_for("1/12").wait_for("SCHRIJF");
    terminal
}

impl Terminal {
    fn quit_from_note(&self) {
        self.press("Esc").wait_for("KIES").quit();
    }
}
