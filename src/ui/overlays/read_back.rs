//! Decisions and actions read back, pupil by pupil, for everyone to confirm.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::window;
use crate::domain::{Day, Moment};
use crate::public::ReadBackRow;
use crate::ui::glyphs;
use crate::ui::panes::written_line;
use crate::ui::pen::{Pen, folded, row};
use crate::ui::show::{Seen, marked};

/// The columns of the window.
const WIDTH: u16 = 100;

/// Draws the overlay.
pub(super) fn draw<S: Seen>(
    rows: &[ReadBackRow<S>],
    top: usize,
    confirmed: Option<Moment>,
    today: Day,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    let width = window::inner_width(body, WIDTH);
    let parts: Vec<Vec<Line<'static>>> = rows.iter().map(|row| part(row, today, pen, width)).collect();
    let count: usize = parts.iter().map(Vec::len).sum();
    let height = window::rows(count).max(1).saturating_add(2);
    let area = window::open(pen, body, pen.words.screen.read_back, WIDTH, height);
    let list = window::above(area, 2);
    if parts.is_empty() {
        pen.put(
            list.x,
            list.y,
            list.width,
            pen.words.screen.nothing_to_read,
            pen.theme.text,
        );
    }
    // `top` counts pupils, so that a pupil's lines stay together while reading.
    let first: usize = parts.iter().take(top).map(Vec::len).sum();
    let first = first.min(count.saturating_sub(usize::from(list.height)));
    window::marks(pen, area, first, list.height, count);
    for (index, line) in (0..list.height).zip(parts.iter().flatten().skip(first)) {
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

/// What is read back about one pupil. Nothing of it is cut: it is what everybody agrees to.
fn part<S: Seen>(row: &ReadBackRow<S>, today: Day, pen: &Pen<'_>, width: u16) -> Vec<Line<'static>> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let (kind, title) = &row.part;
    let who = match &row.pupil {
        Some(pupil) => marked(pupil, pen.words),
        None if title.is_empty() => pen.words.codes.item(*kind).to_owned(),
        None => title.clone(),
    };
    let mut lines = vec![Line::from(Span::styled(who, theme.title))];
    for written in &row.written {
        // As wide as it is, and then over as many lines as that takes.
        let mut line = written_line(written, today, pen.words, theme, u16::MAX);
        line.spans.insert(0, Span::styled("  ", theme.text));
        lines.extend(folded(line, width, 4));
    }
    if row.nothing {
        lines.push(Line::from(Span::styled(
            format!("  {}", screen.nothing_recorded),
            theme.muted,
        )));
    }
    lines
}
