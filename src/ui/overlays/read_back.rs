//! Decisions and actions read back, pupil by pupil, for everyone to confirm.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::window;
use crate::domain::{Day, Moment};
use crate::public::ReadBackRow;
use crate::ui::glyphs;
use crate::ui::panes::written_line;
use crate::ui::pen::{Pen, row};
use crate::ui::show::{Seen, marked};

/// Draws the overlay.
pub(super) fn draw<S: Seen>(
    rows: &[ReadBackRow<S>],
    top: usize,
    confirmed: Option<Moment>,
    today: Day,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    let count: usize = rows.iter().map(row_lines).sum();
    let height = window::rows(count).max(1).saturating_add(2);
    let area = window::open(pen, body, pen.words.screen.read_back, 100, height);
    let lines = lines(rows, today, pen, area.width);
    let list = window::above(area, 2);
    if lines.is_empty() {
        pen.put(
            list.x,
            list.y,
            list.width,
            pen.words.screen.nothing_to_read,
            pen.theme.text,
        );
    }
    // `top` counts pupils, so that a pupil's lines stay together while reading.
    let first: usize = rows.iter().take(top).map(row_lines).sum();
    let first = first.min(lines.len().saturating_sub(usize::from(list.height)));
    window::marks(pen, area, first, list.height, lines.len());
    for (index, line) in (0..list.height).zip(lines.iter().skip(first)) {
        if let Some(place) = row(list, index) {
            pen.line(place, line);
        }
    }
    if let Some(line) = window::last(area) {
        let (text, style) = match confirmed {
            Some(at) => (
                format!("{} {}", glyphs::DONE, pen.words.screen.confirmed(at.time())),
                pen.theme.ok,
            ),
            None => (pen.words.screen.read_back_question.to_owned(), pen.theme.title),
        };
        pen.put(line.x, line.y, line.width, &text, style);
    }
}

/// The lines that a pupil takes.
fn row_lines<S: Seen>(row: &ReadBackRow<S>) -> usize {
    1 + if row.nothing { 1 } else { row.written.len() }
}

fn lines<S: Seen>(rows: &[ReadBackRow<S>], today: Day, pen: &Pen<'_>, width: u16) -> Vec<Line<'static>> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let mut lines = Vec::with_capacity(rows.iter().map(row_lines).sum());
    for row in rows {
        let who = row
            .pupil
            .as_ref()
            .map_or_else(|| screen.whole_meeting.to_owned(), |pupil| marked(pupil, pen.words));
        lines.push(Line::from(Span::styled(who, theme.title)));
        if row.nothing {
            lines.push(Line::from(Span::styled(
                format!("  {}", screen.nothing_recorded),
                theme.muted,
            )));
            continue;
        }
        for written in &row.written {
            let mut line = written_line(written, today, pen.words, theme, width.saturating_sub(2));
            line.spans.insert(0, Span::styled("  ", theme.text));
            lines.push(line);
        }
    }
    lines
}
