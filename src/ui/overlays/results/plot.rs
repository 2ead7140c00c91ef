//! Lines in the terminal, each in rows of its own: a point with its number above it, and between two points a line that
//! goes up or down halfway.
//!
//! The rule: drawn with the lines and corners that every font has, so that the same drawing can be read in ASCII and
//! without colours; a number stands above every point.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::window;
use crate::domain::result::{Plot, PlotLine};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row};

/// Draws so many of the lines below each other, and below the last one what its places are.
pub(super) fn draw(plot: &Plot, lines: usize, pen: &mut Pen<'_>, area: Rect) {
    let count = window::rows(lines.max(1));
    let each = area.height.saturating_sub(1) / count;
    for (at, line) in (0..).zip(plot.lines.iter().take(lines)) {
        let place = Rect {
            y: area.y + each * at,
            height: each,
            ..area
        };
        draw_line(plot, line, pen, place);
    }
    let Some(under) = row(area, each * count) else { return };
    for (at, text) in plot.under.iter().enumerate() {
        let (x, width) = place_of(at, plot.under.len(), under);
        centred((x, under.y), width, text, pen.theme.label, pen);
    }
}

/// The column in the middle of a place, and how many columns the place has.
fn place_of(at: usize, of: usize, area: Rect) -> (u16, u16) {
    let width = area.width / window::rows(of.max(1));
    (area.x + width * window::rows(at) + width / 2, width)
}

/// Writes a text around the middle of its place, and within it.
fn centred((middle, y): (u16, u16), width: u16, text: &str, style: Style, pen: &mut Pen<'_>) {
    let left = (columns(text).saturating_sub(1) / 2).min(width / 2);
    // A blank keeps what stands beside each other apart.
    pen.put(middle - left, y, width.saturating_sub(1).max(1), text, style);
}

/// One line below its name.
fn draw_line(plot: &Plot, line: &PlotLine, pen: &mut Pen<'_>, area: Rect) {
    pen.put(area.x, area.y, area.width, &line.name, pen.theme.title);
    // The first row is the name's, the second that of the number above the highest point.
    let Some(steps) = area.height.checked_sub(3) else {
        return;
    };
    let mut before: Option<(u16, u16)> = None;
    for (at, point) in line.points.iter().enumerate() {
        let Some(point) = point else {
            before = None;
            continue;
        };
        let (x, width) = place_of(at, plot.under.len(), area);
        let up = u16::try_from(plot.step(point.height, steps.into())).unwrap_or(steps);
        let y = area.bottom().saturating_sub(1 + up);
        if let Some(from) = before {
            join(from, (x, y), pen);
        }
        pen.put(x, y, 1, glyphs::BEGUN, pen.theme.title);
        let above = (x, y.saturating_sub(1));
        centred(above, width, &point.said, pen.theme.text, pen);
        before = Some((x, y));
    }
}

/// The line from one point to the next: along, halfway up or down, and along.
fn join((x, y): (u16, u16), (to_x, to_y): (u16, u16), pen: &mut Pen<'_>) {
    let style = pen.theme.label;
    let [upper_left, upper_right, lower_left, lower_right] = glyphs::CORNERS;
    let half = x + (to_x - x).div_ceil(2);
    if y == to_y {
        pen.fill(x + 1, y, to_x.saturating_sub(x + 1), glyphs::LINE, style);
        return;
    }
    pen.fill(x + 1, y, half.saturating_sub(x + 1), glyphs::LINE, style);
    pen.fill(half + 1, to_y, to_x.saturating_sub(half + 1), glyphs::LINE, style);
    let (here, there) = if to_y > y {
        (upper_right, lower_left)
    } else {
        (lower_right, upper_left)
    };
    pen.fill(half, y, 1, here, style);
    pen.fill(half, to_y, 1, there, style);
    for between in y.min(to_y) + 1..y.max(to_y) {
        pen.fill(half, between, 1, glyphs::BAR, style);
    }
}
