//! A list of what follows a meeting: documents that were written, actions between meetings, lessons. Its rows are of all
//! schools, so it exists in the private state alone.

use ratatui::layout::Rect;

use super::window;
use crate::app::sight::{RowView, RowsView, Tone};
use crate::ui::pen::{Pen, columns, row, wrap};

/// The columns asked for.
const WIDTH: u16 = 110;

/// How far a row begins from the edge of the overlay.
const INDENT: u16 = 2;

/// Draws the overlay.
pub(in crate::ui) fn draw(view: &RowsView, pen: &mut Pen<'_>, body: Rect) {
    let inner = window::inner_width(body, WIDTH);
    let foot: Vec<String> = view.foot.iter().flat_map(|text| wrap(text, inner, 2)).collect();
    let filter = u16::from(view.filter.is_some());
    let around = window::rows(foot.len()) + 1 + filter;
    let (rows, selected) = in_lines(view, inner);
    let height = window::rows(rows.len()).max(1).saturating_add(around);
    let area = window::open(pen, body, &view.title, WIDTH, height);
    let list = window::above(window::below(area, filter), around - filter);
    window::list_marks(pen, area, selected, list.height, rows.len());
    for (index, chosen, one) in window::in_sight(&rows, selected, list.height) {
        if let Some(line) = row(list, index) {
            draw_row(one, chosen, pen, line);
        }
    }
    let below = window::below(area, area.height.saturating_sub(window::rows(foot.len())));
    for (index, text) in (0..).zip(&foot) {
        if let Some(line) = row(below, index) {
            pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.muted);
        }
    }
    if let Some(filter) = &view.filter {
        match filter.cursor {
            Some(_) => window::query(filter, view.placeholder, pen, area),
            None => {
                pen.put(area.x, area.y, area.width, &filter.text, pen.theme.title);
            }
        }
    }
}

/// Most lines that a sentence takes: more than any has at eighty columns.
const MOST_LINES: usize = 6;

/// The rows as they are drawn, sentences over as many lines as they need, and which of them is selected.
fn in_lines(view: &RowsView, width: u16) -> (Vec<RowView>, usize) {
    let (mut lines, mut selected) = (Vec::with_capacity(view.rows.len()), view.selected);
    for (index, one) in view.rows.iter().enumerate() {
        if one.tone != Tone::Said {
            lines.push(one.clone());
            continue;
        }
        let folded = wrap(&one.text, width.saturating_sub(INDENT * 2), MOST_LINES);
        if index < view.selected {
            selected += folded.len().saturating_sub(1);
        }
        // The space at which a line was broken would cut off its last letter.
        lines.extend(folded.into_iter().map(|text| RowView {
            text: text.trim_end().to_owned(),
            ..one.clone()
        }));
    }
    (lines, selected)
}

fn draw_row(one: &RowView, chosen: bool, pen: &mut Pen<'_>, line: Rect) {
    if one.tone == Tone::Heading {
        let text = match one.aside.as_str() {
            "" => one.text.clone(),
            count => format!("{} ({count})", one.text),
        };
        pen.put(line.x, line.y, line.width, &text, pen.theme.title);
        return;
    }
    let style = match one.tone {
        Tone::Late => pen.theme.overdue,
        Tone::Done => pen.theme.muted,
        Tone::Heading | Tone::Plain | Tone::Said => pen.theme.text,
    };
    let aside = columns(&one.aside).min(line.width / 2);
    let room = line.width.saturating_sub(aside + INDENT * 2);
    pen.put(line.x + INDENT, line.y, room, &one.text, pen.theme.text);
    let end = Rect {
        x: line.right().saturating_sub(aside),
        width: aside,
        ..line
    };
    pen.put(end.x, end.y, end.width, &one.aside, style);
    // Painted last, so that the whole row is reversed whatever its parts look like.
    window::list_row(chosen, true, pen, line);
}
