//! The screen for whoever listens: what changed, line after line, for a screen reader or a braille display.
//!
//! The rules: nothing is drawn over, cut, framed or filled up; each line is a sentence or a row. A thing that comes is
//! said whole, and while it stays only what is new in it, once. What is being typed is not said, because a screen
//! reader says each letter itself; what it leads to is said when typing rests. Every list is numbered, and a number
//! chooses: it stands for the keys that would do the same.

mod board;
mod overlays;
pub(super) mod own;
mod panes;
pub(super) mod part;
mod window;

use std::collections::{HashMap, HashSet};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::part::{Choose, Sort, Which, plain};
pub use self::window::WindowAloud;
use super::pen::Pen;
use super::theme::{Look, Theme};
use crate::app::message::{Code, Key, Message};
use crate::app::screen::Screen;
use crate::domain::intent::Intent;
use crate::text::Catalog;

/// Columns and rows of the window that the program believes it has: below eighty columns the pane in focus is alone.
pub const SIZE: (u16, u16) = (76, 40);

/// The most digits of a number: no list is longer.
const DIGITS: usize = 6;

/// What was said, and the digits of a number that is not whole yet.
#[derive(Default)]
pub struct Aloud {
    before: HashMap<(Which, String), Known>,
    /// The keys of the panes, which are told once.
    told: HashSet<String>,
    digits: String,
    /// What is to be said at the next occasion.
    aside: Option<String>,
    /// What was said of long work since the last key, without its numbers.
    steps: HashSet<String>,
}

/// What was said of a part.
struct Known {
    lines: HashSet<(Sort, String)>,
    typed: Option<(usize, String)>,
}

/// What becomes of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is for the program.
    Pass,
    /// It was a digit: more may follow, or there is no such number, which is said next.
    Kept,
    /// The row with this number is chosen.
    Choose(usize),
    /// The row with this number is gone to, and then the key is for the program: it is meant for that row.
    Before(usize),
}

/// What is to be done next so that a row is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// This, and then it is looked at again.
    On(Message),
    /// It is reached, and this was all or is the last.
    There(Option<Message>),
    /// There is no such row any more.
    Gone,
}

impl Aloud {
    /// The lines to say for a screen. `resting` tells whether nothing was typed for a while.
    pub fn lines(&mut self, screen: &Screen, resting: bool, catalog: &Catalog) -> Vec<String> {
        let parts = with_pen(catalog, |pen| board::parts(screen, pen));
        let mut said: Vec<String> = self.aside.take().into_iter().collect();
        let mut now = HashMap::new();
        for part in parts {
            let before = self.before.remove(&part.key);
            if let Some(before) = before.as_ref().filter(|before| !resting && waits(before, &part)) {
                let lines = before.lines.clone();
                let typed = before.typed.clone();
                now.insert(part.key, Known { lines, typed });
                continue;
            }
            let lines = part.said(catalog);
            let news = lines.iter().filter(|line| {
                let is_told = part.key.0 == Which::PaneKeys && self.told.contains(&part.key.1);
                let known = is_told || before.as_ref().is_some_and(|before| before.lines.contains(&line.key));
                !known
            });
            said.extend(news.map(|line| plain(&line.text)));
            if part.key.0 == Which::PaneKeys {
                self.told.insert(part.key.1.clone());
            }
            let lines = lines.into_iter().map(|line| line.key).collect();
            now.insert(
                part.key,
                Known {
                    lines,
                    typed: part.typed,
                },
            );
        }
        self.before = now;
        said.retain(|line| !line.is_empty());
        said
    }

    /// The lines to say while long work holds the keys: each step once, whatever number in it goes on.
    pub fn steps(&mut self, screen: &Screen, catalog: &Catalog) -> Vec<String> {
        let mut said = self.lines(screen, true, catalog);
        said.retain(|line| {
            self.steps
                .insert(line.chars().filter(|sign| !sign.is_ascii_digit()).collect())
        });
        said
    }

    /// What becomes of something that was pressed while this screen is what is heard.
    pub fn hear(&mut self, message: &Message, screen: &Screen, catalog: &Catalog) -> Heard {
        let Message::Key(key) = message else {
            self.digits.clear();
            return Heard::Pass;
        };
        self.steps.clear();
        // The same may happen again, and is said again.
        self.before.remove(&(Which::Notice, String::new()));
        let Some(menu) = with_pen(catalog, |pen| board::menu(screen, pen)) else {
            self.digits.clear();
            return Heard::Pass;
        };
        match key.code {
            Code::Char(digit) if digit.is_ascii_digit() && !key.ctrl && !key.alt => {
                self.digits.push(digit);
                let number: usize = self.digits.parse().unwrap_or(0);
                let more = number > 0 && number.saturating_mul(10) <= menu.last() && self.digits.len() < DIGITS;
                if more { Heard::Kept } else { self.number(&menu, catalog) }
            }
            Code::Enter if !self.digits.is_empty() => self.number(&menu, catalog),
            Code::Backspace if !self.digits.is_empty() => {
                self.digits.pop();
                Heard::Kept
            }
            Code::Esc => {
                self.digits.clear();
                Heard::Pass
            }
            _ => {
                let number = self.digits.parse().unwrap_or(0);
                self.digits.clear();
                match menu.choose == Choose::Walk(None) && menu.has(number) {
                    true => Heard::Before(number),
                    false => Heard::Pass,
                }
            }
        }
    }

    /// What the digits come to.
    fn number(&mut self, menu: &part::Menu, catalog: &Catalog) -> Heard {
        let digits = std::mem::take(&mut self.digits);
        let number = digits.parse().ok();
        match number.filter(|number| menu.has(*number)) {
            Some(number) => Heard::Choose(number),
            None => {
                self.aside = Some(catalog.aloud.not_there(&digits));
                Heard::Kept
            }
        }
    }
}

/// Whether something is being typed in a part since it was said last.
fn waits(before: &Known, part: &part::Part) -> bool {
    match (&before.typed, &part.typed) {
        (Some((at, was)), Some((here, is))) => at == here && was != is,
        _ => false,
    }
}

/// The next step towards the row with this number. `first` is the row on which the cursor stood at the beginning: rows
/// that are not told may lie between, and the way is not changed because of them.
pub fn step(screen: &Screen, number: usize, first: &mut Option<usize>, catalog: &Catalog) -> Step {
    let Some(menu) = with_pen(catalog, |pen| board::menu(screen, pen)) else {
        return Step::Gone;
    };
    let Some(target) = menu.rows.iter().position(|row| row.number == Some(number)) else {
        return Step::Gone;
    };
    let arrived = menu.at == Some(target);
    match menu.choose {
        Choose::Keys(keys) => Step::There(keys.get(target).map(|key| Message::Key(*key))),
        Choose::Walk(then) if arrived => Step::There(then.map(Message::Act)),
        Choose::Walk(_) => {
            let from = *first.get_or_insert(menu.at.unwrap_or(0));
            let way = if from < target { Intent::Down } else { Intent::Up };
            Step::On(Message::Act(way))
        }
        Choose::Sideways if arrived => Step::There(None),
        Choose::Sideways => Step::On(Message::Key(Key::plain(Code::Right))),
        Choose::Never => Step::Gone,
    }
}

/// A pen that draws nowhere: for the sentences that the panes make.
fn with_pen<T>(catalog: &Catalog, make: impl FnOnce(&Pen<'_>) -> T) -> T {
    let theme = Theme::of(Look::Mono);
    let mut nowhere = Buffer::empty(Rect::new(0, 0, 1, 1));
    make(&Pen::new(&mut nowhere, &theme, catalog))
}
