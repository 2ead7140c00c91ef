//! The queue: who is next.
//!
//! The rule: the selected row is always in sight, also when the board holds more rows than fit.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::codes::{ItemState, Lane};
use crate::public::{Queue, QueueMark, QueueRow};
use crate::ui::glyphs;
use crate::ui::layout::inside;
use crate::ui::pen::{Pen, columns, row};
use crate::ui::show::{Seen, ShowName};

/// Draws the pane.
pub(in crate::ui) fn draw<S: Seen>(queue: &Queue<S>, focused: bool, pen: &mut Pen<'_>, pane: Rect) {
    pen.title(pane, pen.words.screen.queue, focused);
    let area = inside(pane);
    if queue.rows.is_empty() {
        pen.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            pen.words.screen.queue_empty,
            pen.theme.muted,
        );
        if focused {
            pen.set_cursor(area.x + 1, area.y);
        }
        return;
    }
    let height = usize::from(area.height);
    let first = first_shown(queue.selected, queue.rows.len(), height);
    let digits = queue.rows.iter().filter_map(|row| row.number).max().map_or(1, digits);
    for (index, item) in queue.rows.iter().enumerate().skip(first) {
        let Some(line) = u16::try_from(index - first).ok().and_then(|at| row(area, at)) else {
            break;
        };
        let selected = queue.selected == Some(index);
        draw_row(item, selected, focused, digits, pen, line);
    }
    let more = |shown: bool, glyph, y, pen: &mut Pen<'_>| {
        if shown {
            pen.put(pane.right().saturating_sub(3), y, 1, glyph, pen.theme.title);
        }
    };
    more(queue.more_before || first > 0, glyphs::ABOVE, pane.y, pen);
    let below = queue.more_after || first + height < queue.rows.len();
    more(below, glyphs::BELOW, pane.bottom().saturating_sub(1), pen);
}

/// The row of the board that stands in a row of the pane, which shows `height` of them.
pub(in crate::ui) fn row_at<S: Seen>(queue: &Queue<S>, height: u16, line: u16) -> Option<usize> {
    let first = first_shown(queue.selected, queue.rows.len(), usize::from(height));
    let index = first + usize::from(line);
    (index < queue.rows.len()).then_some(index)
}

/// The first of `len` rows to be shown, so that the selected one is within `height` rows.
pub(in crate::ui) fn first_shown(selected: Option<usize>, len: usize, height: usize) -> usize {
    let selected = selected.unwrap_or(0);
    if selected < height {
        return 0;
    }
    (selected + 1 - height + height / 3).min(len.saturating_sub(height))
}

fn digits(number: usize) -> usize {
    if number < 10 { 1 } else { 2 + usize::from(number >= 100) }
}

fn draw_row<S: Seen>(item: &QueueRow<S>, selected: bool, focused: bool, digits: usize, pen: &mut Pen<'_>, line: Rect) {
    let style = match (selected, focused) {
        (true, true) => pen.theme.focus,
        (true, false) => pen.theme.selected,
        (false, _) => pen.theme.text,
    };
    if selected && focused {
        pen.paint(line, style);
        pen.set_cursor(line.x, line.y);
    }
    let number = item.number.map(|number| number.to_string()).unwrap_or_default();
    let here = if selected { glyphs::HERE } else { " " };
    let head = format!("{here}{number:>digits$} {} ", glyphs::queue_mark(item.mark));
    let x = pen.put(line.x, line.y, line.width, &head, style);
    let name = item.name.name(pen.words);
    let room = line.right().saturating_sub(x + 1);
    let side = side(item, pen, room.saturating_sub(columns(&name) + 1));
    let taken = if side.0.is_empty() { 0 } else { columns(&side.0) + 1 };
    pen.put(
        x,
        line.y,
        room.saturating_sub(taken),
        &name,
        if selected { style } else { mark_style(item.mark, pen) },
    );
    let side_style = if selected { style } else { side.1 };
    pen.right(
        Rect {
            width: line.width.saturating_sub(1),
            ..line
        },
        &side.0,
        side_style,
    );
}

/// Whoever is on the table stands out; whoever was done recedes only by the mark.
fn mark_style(mark: QueueMark, pen: &Pen<'_>) -> Style {
    match mark {
        QueueMark::Now => pen.theme.title,
        QueueMark::Open | QueueMark::Discussed | QueueMark::Agreed | QueueMark::Carried | QueueMark::None => {
            pen.theme.text
        }
    }
}

/// What stands at the right: a fixed time always, and that somebody is nameless to others; else the lane or the day of
/// leaving where there is room beside the name.
fn side<S: Seen>(item: &QueueRow<S>, pen: &Pen<'_>, room: u16) -> (String, Style) {
    if let Some(time) = item.fixed_time {
        return (pen.words.time(time), pen.theme.warning);
    }
    let aside = item.name.aside(pen.words);
    if !aside.is_empty() {
        return (aside, pen.theme.warning);
    }
    let lane = item
        .lane
        .filter(|lane| *lane != Lane::Discuss)
        .map(|lane| pen.words.codes.lane(lane).to_owned());
    let leaving = || {
        item.leaving
            .filter(|_| item.number.is_none())
            .map(|day| pen.words.dates.day_year(day))
    };
    let carried = (item.mark == QueueMark::Carried).then(|| pen.words.codes.item_state(ItemState::Carried).to_owned());
    let text = carried
        .filter(|text| columns(text) <= room)
        .or(lane)
        .or_else(leaving)
        .filter(|text| columns(text) <= room);
    (text.unwrap_or_default(), pen.theme.muted)
}
