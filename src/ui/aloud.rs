//! The screen for whoever listens: what changed, line after line, for a screen reader or a braille display.
//!
//! The rule: nothing is drawn over. The same view is drawn on a window of its own that is narrow enough to show one pane
//! at a time, and every row that was not there before is said once, in the order of the rows, without the lines around
//! panes. The row in which somebody is writing is said when the cursor leaves it: a screen reader says each letter
//! itself as it is typed.

use chrono::NaiveTime;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::{Frame, Terminal};

use super::glyphs::Glyphs;
use super::theme::{Look, Theme};
use crate::app::screen::Screen;
use crate::public::Show;
use crate::text::Catalog;

/// Columns and rows of the window that is listened to: below eighty columns the pane in focus is alone.
pub const SIZE: (u16, u16) = (76, 40);

/// What was said last, and the window on which the view is drawn.
pub struct Aloud {
    terminal: Terminal<TestBackend>,
    before: Vec<String>,
}

impl Aloud {
    /// Nothing was said yet.
    ///
    /// # Errors
    /// Never in practice: the window is memory.
    pub fn new() -> std::io::Result<Self> {
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).map_err(std::io::Error::other)?;
        Ok(Self {
            terminal,
            before: Vec::new(),
        })
    }

    /// The lines to say for a screen: those that were not there before. `writing` tells whether the row of the cursor
    /// is still being written.
    ///
    /// # Errors
    /// Never in practice: the window is memory.
    pub fn lines(&mut self, screen: &Screen, writing: bool, catalog: &Catalog) -> std::io::Result<Vec<String>> {
        let theme = Theme::of(Look::Mono);
        self.new_rows(writing, |frame| {
            super::view(screen, &theme, catalog, Glyphs::Ascii, frame);
        })
    }

    /// The lines to say for what a public window shows at a time of day: those that were not there before. It is made of
    /// the same [`Show`] as the window, so nothing else can be said.
    ///
    /// # Errors
    /// Never in practice: the window is memory.
    pub fn public_lines(&mut self, show: &Show, now: NaiveTime, catalog: &Catalog) -> std::io::Result<Vec<String>> {
        let theme = Theme::of(Look::Mono);
        self.new_rows(false, |frame| {
            super::public_window::in_words(show, now, &theme, catalog, frame);
        })
    }

    /// Draws on the window and gives the rows that were not there before.
    fn new_rows(&mut self, writing: bool, draw: impl FnOnce(&mut Frame<'_>)) -> std::io::Result<Vec<String>> {
        self.terminal.draw(draw).map_err(std::io::Error::other)?;
        let cursor = self
            .terminal
            .backend_mut()
            .get_cursor_position()
            .map_err(std::io::Error::other)?;
        let rows = rows(self.terminal.backend().buffer());
        let unfinished = writing.then_some(usize::from(cursor.y));
        let mut said = Vec::new();
        let mut seen = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            if Some(at) == unfinished || row.is_empty() {
                continue;
            }
            if !self.before.contains(&row) {
                said.push(row.clone());
            }
            seen.push(row);
        }
        self.before = seen;
        Ok(said)
    }
}

/// The rows as words: without the frames of panes, and with one space between words.
fn rows(buffer: &Buffer) -> Vec<String> {
    let frame =
        |letter: char| matches!(letter, '|' | '+' | '-' | '_' | '=') || ('\u{2500}'..='\u{257f}').contains(&letter);
    let width = usize::from(buffer.area.width).max(1);
    buffer
        .content()
        .chunks(width)
        .map(|cells| {
            let row: String = cells.iter().map(|cell| cell.symbol()).collect();
            let words = row
                .split_whitespace()
                .filter(|word| *word == "-" || !word.chars().all(frame));
            let words: Vec<&str> = words
                .map(|word| word.trim_matches(['|', '\u{2502}']))
                .filter(|word| !word.is_empty())
                .collect();
            words.join(" ")
        })
        .collect()
}
