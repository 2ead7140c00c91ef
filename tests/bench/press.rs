//! The program under the fingers: every screen drawn, and the keys that decide how a meeting feels.
//!
//! One table of screens and one of gestures; the clock measures them by name, and so does the counter of instructions
//! ([`count`]), which says the same on a noisy machine as on a quiet one.

use std::hint::black_box;
use std::io::Write;

use dakpan::app::Program;
use dakpan::app::message::Message;
use dakpan::app::settings::Settings;
use dakpan::text::{Lang, NL};
use dakpan::ui;
use dakpan::ui::theme::{Look, Theme};
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::desk::key;
use crate::tables::{SIZES, now, open};

/// Every screen, and the keys that lead to it from the start.
const SCREENS: [(&str, &str); 18] = [
    ("main, shared", ""),
    ("main, private", "F8 j"),
    ("meeting: attendance", "S"),
    ("contacts", "c"),
    ("help", "?"),
    ("palette", ":"),
    ("find", "/ d i e r"),
    ("old actions", "o"),
    ("read-back", "T"),
    ("timeline, whole", "4 4"),
    ("terms", "D"),
    ("trajectory as a list", "F8 j L"),
    ("who is next", "F8 j W"),
    ("coverage", "F8 j G"),
    ("summer list", "F8 j Z"),
    ("results", "F8 j R"),
    ("documents", "F8 j V"),
    ("a pupil's form", "F8 j e"),
];

/// A gesture: its name, the keys that lead to it, the keys that are pressed over and over.
type Gesture = (&'static str, &'static str, &'static str);

/// What a chair does all day. Each ends where it began, or can go on.
const GESTURES: [Gesture; 9] = [
    ("next pupil", "", "PgDn"),
    ("a letter in a note", "Enter", "e"),
    (
        "a letter in find",
        "/",
        "d i e r Backspace Backspace Backspace Backspace",
    ),
    ("contacts and back", "", "c Esc"),
    ("help and back", "", "? Esc"),
    ("palette and back", "", ": Esc"),
    ("private and back", "", "F8 j F8"),
    ("timeline on and back", "4", ". ,"),
    ("undo and redo", "r g", "Ctrl+Z Ctrl+Y"),
];

/// The program on a file of so many pupils, with a window.
struct Seat {
    program: Program,
    terminal: Terminal<TestBackend>,
    theme: Theme,
}

impl Seat {
    fn at(pupils: usize, columns: u16, rows: u16) -> Self {
        let mut program = Program::start(open(pupils), now(), "Bench".into(), Lang::Nl, Settings::default());
        program.handle(Message::Resize(columns, rows), now());
        Self {
            program,
            terminal: Terminal::new(TestBackend::new(columns, rows)).unwrap(),
            theme: Theme::of(Look::Standard),
        }
    }

    /// Presses each key, and draws after each, as a hand would that waits for the screen.
    fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            self.program.handle(Message::Key(key(name)), now());
            self.draw();
        }
    }

    fn draw(&mut self) {
        let screen = self.program.screen();
        self.terminal
            .draw(|frame| ui::view(&screen, &self.theme, &NL, ui::Glyphs::Unicode, frame))
            .unwrap();
    }
}

/// Each screen of the program, drawn at 120x36 over a thousand pupils.
#[divan::bench(args = SCREENS.map(|(name, _)| name))]
fn a_screen_drawn(bencher: Bencher<'_, '_>, name: &str) {
    let mut seat = Seat::at(SIZES[0], 120, 36);
    let (_, keys) = SCREENS.into_iter().find(|(other, _)| *other == name).unwrap();
    seat.press(keys);
    bencher.bench_local(|| seat.draw());
}

/// Each gesture, with a frame after every key, over a hundred thousand pupils.
#[divan::bench(args = GESTURES.map(|(name, ..)| name), sample_size = 1)]
fn a_gesture(bencher: Bencher<'_, '_>, name: &str) {
    let (mut seat, keys) = ready(name, SIZES[2]);
    bencher.bench_local(|| seat.press(keys));
}

/// The file opened and the first frame drawn, and the file closed again.
#[divan::bench(args = SIZES, sample_size = 1)]
fn a_start(bencher: Bencher<'_, '_>, pupils: usize) {
    drop(open(pupils));
    bencher.bench_local(|| Seat::at(pupils, 120, 36).draw());
}

/// A seat where a gesture can begin, and its keys.
fn ready(name: &str, pupils: usize) -> (Seat, &'static str) {
    let (_, before, keys) = GESTURES.into_iter().find(|(other, ..)| *other == name).unwrap();
    let mut seat = Seat::at(pupils, 120, 36);
    seat.press(before);
    (seat, keys)
}

/// What a counter is told of a start, which is no gesture.
const START: &str = "start";

/// Makes a gesture so many times and nothing else, for a counter of instructions: `pupils|times|name`. Without a name
/// it makes the file and lists what can be counted, one to a line.
pub(crate) fn count(order: &str) {
    let mut parts = order.splitn(3, '|');
    let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok());
    let (pupils, times) = (number().unwrap(), number().unwrap());
    let Some(name) = parts.next() else {
        drop(open(pupils));
        let names = [START].into_iter().chain(GESTURES.map(|(name, ..)| name));
        let listed: Vec<&str> = names.collect();
        std::io::stdout().write_all(listed.join("\n").as_bytes()).unwrap();
        return;
    };
    if name == START {
        (0..times).for_each(|_| Seat::at(pupils, 120, 36).draw());
        return;
    }
    let (mut seat, keys) = ready(name, pupils);
    for _ in 0..times {
        seat.press(black_box(keys));
    }
}
