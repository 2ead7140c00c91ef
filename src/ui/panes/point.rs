//! A point of the agenda that is about no pupil, in the place of the pupil: its own key, what is asked, and the note.
//!
//! The rule is that of the card: the note always has room to write in, and what was agreed last stays in sight.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::pupil::{Flow, paper, window_below};
use crate::domain::Day;
use crate::public::PointView;
use crate::ui::layout::padded;
use crate::ui::pen::{Pen, row};

/// Rows that the note and its heading keep at least.
const NOTE_ROWS: u16 = 5;

/// Draws the pane.
pub(in crate::ui) fn draw(point: &PointView, today: Day, focused: bool, pen: &mut Pen<'_>, pane: Rect) {
    let area = padded(pane);
    let name = if point.title.is_empty() {
        pen.words.codes.item(point.kind)
    } else {
        &point.title
    };
    pen.title(pane, name, focused);
    let mut flow = Flow::new(area.width, pen);
    if let Some(hint) = &point.hint {
        flow.rows.push(vec![
            Span::styled(hint.keys.clone(), pen.theme.key),
            Span::raw("  "),
            Span::styled(pen.words.line(hint.intent), pen.theme.text),
        ]);
    }
    flow.question(&point.question, &point.asked_by, &point.proposal, pen);
    let room = usize::from(area.height.saturating_sub(NOTE_ROWS));
    let written = point.written.len().min(room);
    let facts = flow.rows.len().min(room - written.min(2));
    let written = written.min(room - facts);
    for (at, line) in (0..).zip(flow.rows.iter().take(facts)) {
        if let Some(place) = row(area, at) {
            pen.spans(place.x, place.y, place.width, line);
        }
    }
    let rest = window_below(area, u16::try_from(facts).unwrap_or(u16::MAX));
    let last = point.written.get(point.written.len() - written..).unwrap_or_default();
    paper(&point.note, last, today, focused, pen, rest);
}
