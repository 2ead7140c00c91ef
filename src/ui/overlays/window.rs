//! The window of an overlay, and the parts that several overlays have.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::edit::{Area, Kind, viewport};
use crate::domain::hidden::Hidden;
use crate::public::InputView;
use crate::text::capital;
use crate::ui::glyphs;
use crate::ui::layout::padded;
use crate::ui::panes::queue::first_shown;
use crate::ui::pen::{Pen, row};

/// Empties a place in the middle of the body, as wide and high as asked where the body allows it, draws its border and
/// title, and gives what is within. The cursor goes to its first row until something in it takes it.
pub(super) fn open(pen: &mut Pen<'_>, body: Rect, title: &str, width: u16, height: u16) -> Rect {
    let width = outer_width(body, width);
    let height = height.saturating_add(2).min(body.height.saturating_sub(2));
    let place = Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + ((body.height - height) / 3).max(1),
        width,
        height,
    };
    pen.clear(place);
    pen.border(place);
    pen.title(place, title, true);
    let within = padded(place);
    pen.set_cursor(within.x, within.y);
    within
}

fn outer_width(body: Rect, width: u16) -> u16 {
    width.min(body.width.saturating_sub(4))
}

/// The columns within a window that is asked to be so wide.
pub(super) fn inner_width(body: Rect, width: u16) -> u16 {
    outer_width(body, width).saturating_sub(4)
}

/// Rows as a number of terminal rows.
pub(super) fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Splits off the first `count` rows.
pub(super) fn below(area: Rect, count: u16) -> Rect {
    let count = count.min(area.height);
    Rect {
        y: area.y + count,
        height: area.height - count,
        ..area
    }
}

/// Leaves out the last `count` rows.
pub(super) fn above(area: Rect, count: u16) -> Rect {
    Rect {
        height: area.height.saturating_sub(count),
        ..area
    }
}

/// The last row of an area.
pub(super) fn last(area: Rect) -> Option<Rect> {
    row(area, area.height.checked_sub(1)?)
}

/// Says in the last row of a list how much is left out of it and why, and gives the rows above that.
pub(super) fn left_out(hidden: Option<Hidden>, pen: &mut Pen<'_>, list: Rect) -> Rect {
    let Some((hidden, line)) = hidden.zip(last(list)) else {
        return list;
    };
    let said = capital(&pen.words.room.hidden(hidden));
    pen.put(line.x, line.y, line.width, &said, pen.theme.warning);
    above(list, 1)
}

/// A line that is being typed, with the cursor in it; what can be typed stands there while it is empty.
pub(super) fn query(input: &InputView, placeholder: &str, pen: &mut Pen<'_>, area: Rect) {
    let Some(line) = row(area, 0) else { return };
    let x = pen.put(line.x, line.y, 2, glyphs::HERE, pen.theme.title) + 1;
    let place = Rect {
        x,
        width: line.right().saturating_sub(x),
        ..line
    };
    if input.text.is_empty() {
        pen.put(place.x, place.y, place.width, placeholder, pen.theme.muted);
    }
    input_line(input, pen.theme.title, true, pen, place);
}

/// A text of one line; with the focus the cursor stands in it.
pub(super) fn input_line(input: &InputView, style: Style, focused: bool, pen: &mut Pen<'_>, place: Rect) {
    let size = Area {
        width: place.width,
        height: 1,
    };
    let cursor = if focused {
        input.cursor.unwrap_or(input.text.len())
    } else {
        0
    };
    let shown = viewport(&input.text, Kind::OneLine, cursor, input.selection.clone(), size);
    if let Some(line) = shown.lines.first() {
        pen.put(place.x, place.y, place.width, &line.text, style);
        if let Some(selected) = &line.selected {
            let start = rows(selected.start).min(place.width);
            let end = rows(selected.end).min(place.width);
            pen.paint(
                Rect {
                    x: place.x + start,
                    width: end - start,
                    ..place
                },
                pen.theme.marked,
            );
        }
    }
    if focused {
        pen.set_cursor(place.x + shown.cursor.0, place.y);
    }
}

/// The style of a row in a list, and the mark before it; the selected one takes the cursor when the list has it.
pub(super) fn list_row(selected: bool, takes_cursor: bool, pen: &mut Pen<'_>, line: Rect) -> Style {
    if !selected {
        return pen.theme.text;
    }
    pen.paint(line, pen.theme.focus);
    pen.put(line.x, line.y, 1, glyphs::HERE, pen.theme.focus);
    if takes_cursor {
        pen.set_cursor(line.x, line.y);
    }
    pen.theme.focus
}

/// Shows in the border of a window whether its list goes on above and below. `window` is what is within the border,
/// `first` the first of `len` rows shown, `height` how many there is room for.
pub(super) fn marks(pen: &mut Pen<'_>, window: Rect, first: usize, height: u16, len: usize) {
    let x = window.right().saturating_sub(1);
    if first > 0 {
        pen.put(x, window.y.saturating_sub(1), 1, glyphs::ABOVE, pen.theme.title);
    }
    if first + usize::from(height) < len {
        pen.put(x, window.bottom(), 1, glyphs::BELOW, pen.theme.title);
    }
}

/// The same for a list in which a row is selected.
pub(super) fn list_marks(pen: &mut Pen<'_>, window: Rect, selected: usize, height: u16, len: usize) {
    let first = first_shown(Some(selected), len, usize::from(height));
    marks(pen, window, first, height, len);
}

/// The rows of a list that are in sight, each with its index and whether it is the selected one.
pub(super) fn in_sight<T>(items: &[T], selected: usize, height: u16) -> impl Iterator<Item = (u16, bool, &T)> {
    let height = usize::from(height);
    let first = first_shown(Some(selected), items.len(), height);
    let shown = items.iter().enumerate().skip(first).take(height);
    (0..)
        .zip(shown)
        .map(move |(at, (index, item))| (at, index == selected, item))
}
