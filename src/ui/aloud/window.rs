//! The public window for whoever listens.
//!
//! The rule: it says what that window shows, which has no private part, drawn in words on a window in memory; each row
//! once, when it was not there before.

use chrono::NaiveTime;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::SIZE;
use crate::public::Show;
use crate::text::Catalog;
use crate::ui::public_window;
use crate::ui::theme::{Look, Theme};

/// What was said last, and the window on which it is drawn.
pub struct WindowAloud {
    terminal: Terminal<TestBackend>,
    before: Vec<String>,
}

impl WindowAloud {
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

    /// The lines to say for what a public window shows at a time of day.
    ///
    /// # Errors
    /// Never in practice: the window is memory.
    pub fn lines(&mut self, show: &Show, now: NaiveTime, catalog: &Catalog) -> std::io::Result<Vec<String>> {
        let theme = Theme::of(Look::Mono);
        let drawn = self
            .terminal
            .draw(|frame| public_window::in_words(show, now, &theme, catalog, frame))
            .map_err(std::io::Error::other)?;
        let rows = rows(drawn.buffer);
        let said = rows.iter().filter(|row| !self.before.contains(row)).cloned().collect();
        self.before = rows;
        Ok(said)
    }
}

/// The rows as words: without the frames of panes, and with one space between words.
fn rows(buffer: &Buffer) -> Vec<String> {
    let frame =
        |letter: char| matches!(letter, '|' | '+' | '-' | '_' | '=') || ('\u{2500}'..='\u{257f}').contains(&letter);
    let width = usize::from(buffer.area.width).max(1);
    let rows = buffer.content().chunks(width).map(|cells| {
        let row: String = cells.iter().map(|cell| cell.symbol()).collect();
        let words = row
            .split_whitespace()
            .filter(|word| *word == "-" || !word.chars().all(frame))
            .map(|word| word.trim_matches(['|', '\u{2502}']));
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    rows.filter(|row| !row.is_empty()).collect()
}
