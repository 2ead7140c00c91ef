//! What went before, beside the pupil on a very wide screen: open actions, working notes when private, earlier notes.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::action_lines;
use crate::domain::Day;
use crate::public::Card;
use crate::ui::layout::padded;
use crate::ui::pen::{Pen, row, wrap};
use crate::ui::show::{Seen, ShowExtra};

/// Lines of one earlier note.
const NOTE_LINES: usize = 6;

/// Draws the pane.
pub(in crate::ui) fn draw<S: Seen>(card: &Card<S>, today: Day, pen: &mut Pen<'_>, pane: Rect) {
    pen.title(pane, pen.words.screen.earlier, false);
    let mut column = Column {
        area: padded(pane),
        at: 0,
    };
    let screen = &pen.words.screen;
    if !card.open_actions.is_empty() {
        column.heading(screen.open_actions, pen.theme.title, pen);
        let most = usize::from(column.area.height / 2);
        let room = column.area.width;
        for line in action_lines(&card.open_actions, most, today, (pen.words, pen.theme), room) {
            column.line(&line, pen);
        }
        column.at += 1;
    }
    let working = card.extra.working();
    if !working.is_empty() {
        column.notes(screen.working_note, pen.theme.warning, working, pen);
    }
    if !card.earlier.is_empty() {
        column.notes(screen.earlier_notes, pen.theme.title, &card.earlier, pen);
    }
}

/// A column that is filled from above; what does not fit is left out.
struct Column {
    area: Rect,
    at: u16,
}

impl Column {
    fn line(&mut self, line: &Line<'_>, pen: &mut Pen<'_>) {
        if let Some(place) = row(self.area, self.at) {
            pen.line(place, line);
            self.at += 1;
        }
    }

    fn heading(&mut self, title: &str, style: Style, pen: &mut Pen<'_>) {
        if let Some(place) = row(self.area, self.at) {
            pen.heading(place, title, style);
            self.at += 1;
        }
    }

    fn notes(&mut self, title: &str, style: Style, notes: &[(Day, String)], pen: &mut Pen<'_>) {
        self.heading(title, style, pen);
        for (day, text) in notes {
            if self.at >= self.area.height {
                return;
            }
            let day = Span::styled(pen.words.day(*day), pen.theme.label);
            self.line(&Line::from(day), pen);
            for line in wrap(text, self.area.width.saturating_sub(2), NOTE_LINES) {
                self.line(
                    &Line::from(Span::styled(format!("  {}", line.trim_end()), pen.theme.text)),
                    pen,
                );
            }
        }
        self.at += 1;
    }
}
