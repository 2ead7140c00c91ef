//! The queue: who is next.
//!
//! The rule: the selected row is always in sight, also when the board holds more rows than fit.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::Day;
use crate::domain::codes::{ItemState, Lane};
use crate::public::{Board, Queue, QueueMark, QueueRow};
use crate::text::capital;
use crate::ui::glyphs;
use crate::ui::layout::inside;
use crate::ui::pen::{Pen, columns, row, wrap};
use crate::ui::show::{Seen, ShowName, ShowReason, sentences, short};

/// Draws the pane.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, focused: bool, pen: &mut Pen<'_>, pane: Rect) {
    let (queue, today, hidden) = (&board.queue, board.today, board.hidden.queue);
    pen.title(pane, pen.words.screen.queue, focused);
    let area = inside(pane);
    if let Some(hidden) = hidden {
        // Below whoever is shown: one row at most.
        let said = capital(&pen.words.room.hidden(hidden));
        said_below(&said, queue.rows.len(), pen, area);
    }
    if queue.rows.is_empty() {
        if hidden.is_none() {
            said_below(pen.words.screen.queue_empty, 0, pen, area);
        }
        if focused {
            pen.set_cursor(area.x + 1, area.y);
        }
        return;
    }
    let area = written_out(queue, today, pen, area);
    let height = usize::from(area.height);
    let first = first_shown(queue.selected, queue.rows.len(), height);
    let shown = queue.rows.iter().skip(first).take(height);
    let widest = shown.map(|row| columns(&row.name.name(pen.words))).max().unwrap_or(0);
    let room = Room {
        today,
        focused,
        digits: queue.rows.iter().filter_map(|row| row.number).max().map_or(1, digits),
        names: widest.min(NAME),
    };
    for (index, item) in queue.rows.iter().enumerate().skip(first) {
        let Some(line) = u16::try_from(index - first).ok().and_then(|at| row(area, at)) else {
            break;
        };
        let selected = queue.selected == Some(index);
        draw_row(item, selected, &room, pen, line);
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

/// Writes a sentence whole below so many rows of the queue.
fn said_below(said: &str, rows: usize, pen: &mut Pen<'_>, area: Rect) {
    let width = area.width.saturating_sub(2);
    let below = usize::from(area.height).saturating_sub(rows);
    for (index, line) in wrap(said, width, below).iter().enumerate() {
        if let Some(line_at) = u16::try_from(rows + index).ok().and_then(|at| row(area, at)) {
            pen.put(line_at.x + 1, line_at.y, width, line.trim_end(), pen.theme.muted);
        }
    }
}

/// Rows in which the reasons of the selected pupil are written out, the rule above them included.
const WRITTEN_OUT: u16 = 4;

/// The rows of the pane that are left for the queue.
fn rows_left<S: Seen>(queue: &Queue<S>, within: Rect) -> u16 {
    let told = queue.rows.iter().any(|row| !row.why.is_empty());
    let room = within.width >= REASONS && within.height >= 3 * WRITTEN_OUT;
    within.height - if told && room { WRITTEN_OUT } else { 0 }
}

/// Writes out why the selected pupil is to be discussed, where the pane is wide, and gives the area above that.
fn written_out<S: Seen>(queue: &Queue<S>, today: Day, pen: &mut Pen<'_>, area: Rect) -> Rect {
    let above = Rect {
        height: rows_left(queue, area),
        ..area
    };
    let selected = queue.selected.and_then(|at| queue.rows.get(at));
    if above.height < area.height
        && let Some(item) = selected
    {
        let y = above.bottom();
        pen.fill(area.x, y, area.width, glyphs::LINE, pen.theme.border);
        let text = sentences(&item.why, today, pen.words);
        let text = format!("{}: {text}", item.name.name(pen.words));
        let lines = wrap(&text, area.width.saturating_sub(2), usize::from(WRITTEN_OUT - 1));
        for (y, line) in (y + 1..area.bottom()).zip(&lines) {
            pen.put(
                area.x + 1,
                y,
                area.width.saturating_sub(2),
                line.trim_end(),
                pen.theme.title,
            );
        }
    }
    above
}

/// The row of the board that stands in a row of the pane, of which `within` is what lies inside the border.
pub(in crate::ui) fn row_at<S: Seen>(queue: &Queue<S>, within: Rect, line: u16) -> Option<usize> {
    let height = rows_left(queue, within);
    if line >= height {
        return None;
    }
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

/// From this width on the reasons stand in full behind the name.
const REASONS: u16 = 60;
/// The most columns of a name that reasons stand behind.
const NAME: u16 = 26;

/// What the rows of a pane have in common.
struct Room {
    today: Day,
    focused: bool,
    /// Digits of the largest number.
    digits: usize,
    /// Columns of the widest name.
    names: u16,
}

fn draw_row<S: Seen>(item: &QueueRow<S>, selected: bool, room: &Room, pen: &mut Pen<'_>, line: Rect) {
    let Room {
        today,
        focused,
        digits,
        names,
    } = *room;
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
    let in_full = line.width >= REASONS && !item.why.is_empty();
    let side = side(item, in_full, pen, room.saturating_sub(columns(&name) + 1));
    let taken = if side.0.is_empty() { 0 } else { columns(&side.0) + 1 };
    pen.put(
        x,
        line.y,
        room.saturating_sub(taken),
        &name,
        if selected { style } else { mark_style(item.mark, pen) },
    );
    let side_style = if selected { style } else { side.1 };
    if in_full {
        let at = x + names + 2;
        let room = line.right().saturating_sub(at + taken + 1);
        let reasons = sentences(&item.why, today, pen.words);
        pen.put(
            at,
            line.y,
            room,
            &reasons,
            if selected { style } else { pen.theme.warning },
        );
    }
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
fn side<S: Seen>(item: &QueueRow<S>, in_full: bool, pen: &Pen<'_>, room: u16) -> (String, Style) {
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
    let why = || {
        let told = item.why.first()?.told();
        // The day goes before the word does.
        let word = pen.words.listing.short(told.reason.kind).to_owned();
        let shapes = [short(told, pen.words), word];
        shapes.into_iter().find(|shape| columns(shape) <= room)
    };
    let carried = (item.mark == QueueMark::Carried).then(|| pen.words.codes.item_state(ItemState::Carried).to_owned());
    if let Some(lane) = carried.or(lane) {
        let text = Some(lane).filter(|text| columns(text) <= room);
        return (text.unwrap_or_default(), pen.theme.muted);
    }
    // Where the reasons stand in full behind the name, they are not said twice.
    match why().filter(|_| !in_full) {
        Some(why) => (why, pen.theme.warning),
        None => {
            let text = leaving().filter(|text| columns(text) <= room);
            (text.unwrap_or_default(), pen.theme.muted)
        }
    }
}
