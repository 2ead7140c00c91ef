//! A page of what came of a cohort besides its table: lines, and a table of numbers.
//!
//! The rule: the numbers of the lines stand beside their points or in the table below them, never in the drawing alone.

use ratatui::layout::Rect;

use super::super::window;
use super::{WIDTH, plot};
use crate::app::sight::ResultPage;
use crate::domain::Day;
use crate::ui::pen::{Pen, columns, cut, row, wrap};

/// The rows that lines are given where there is room, for each line and for what stands below its points.
const PLOT: u16 = 8;
/// The columns of what a row is called that are worth bringing numbers closer together for.
const LABEL: u16 = 14;

/// Draws the page.
pub(super) fn draw(page: &ResultPage, on: Day, pen: &mut Pen<'_>, body: Rect) {
    let (at, of) = page.place;
    let inner = window::inner_width(body, WIDTH);
    // Where the title is too long it is cut before the place: which page of how many is what the chair goes by.
    let place = format!(" · {at}/{of}");
    let named = format!("{} · {}", page.title, pen.words.results.on(on));
    let title = format!("{}{place}", cut(&named, inner.saturating_sub(columns(&place))));
    let notes: Vec<String> = page.notes.iter().flat_map(|text| wrap(text, inner, 2)).collect();
    let table = if page.columns.is_empty() {
        0
    } else {
        window::rows(page.rows.len() + 1)
    };
    let below = table.saturating_add(window::rows(notes.len()));
    // Beside a table the line of everybody is drawn alone; by themselves all lines are.
    let lines = page
        .plot
        .as_ref()
        .map_or(0, |plot| if table > 0 { 1 } else { plot.lines.len() });
    let wanted = PLOT.saturating_mul(window::rows(lines));
    let area = window::open(pen, body, &title, WIDTH, below.saturating_add(wanted).saturating_add(1));
    let mut rest = area;
    if let Some(lines_drawn) = page.plot.as_ref().filter(|_| lines > 0) {
        let height = wanted.min(area.height.saturating_sub(below));
        let place = Rect { height, ..area };
        plot::draw(lines_drawn, lines, pen, place);
        rest = window::below(area, height);
    }
    if table > 0 {
        grid(page, pen, rest);
        rest = window::below(rest, table);
    }
    for (index, note) in (0..).zip(&notes) {
        if let Some(line) = row(rest, index) {
            pen.put(line.x, line.y, line.width, note.trim_end(), pen.theme.muted);
        }
    }
}

/// The rows below their headings: what it is at the left, numbers at the right of their columns.
fn grid(page: &ResultPage, pen: &mut Pen<'_>, area: Rect) {
    let wide = |at: usize| {
        let cells = page.rows.iter().filter_map(|row| row.get(at));
        let all = cells.chain(page.columns.get(at)).map(|text| columns(text));
        all.max().unwrap_or(0)
    };
    // Two blanks before a number, or one where the window is narrow.
    let spaced = |blanks: u16| -> Vec<u16> { (1..page.columns.len()).map(|at| wide(at) + blanks).collect() };
    let sum = |widths: &[u16]| widths.iter().fold(0, |sum: u16, width| sum.saturating_add(*width));
    let wished = wide(0).min(LABEL);
    let widths = Some(spaced(2)).filter(|widths| sum(widths) + wished <= area.width);
    let widths = widths.unwrap_or_else(|| spaced(1));
    // The first column is no wider than it is long, so that a number stands near what it is of.
    let label = wide(0).min(area.width.saturating_sub(sum(&widths)));
    let headings = std::iter::once((&page.columns, pen.theme.label));
    let rows = page.rows.iter().map(|row| (row, pen.theme.text));
    for (index, (cells, style)) in (0..).zip(headings.chain(rows).collect::<Vec<_>>()) {
        let Some(line) = row(area, index) else { break };
        let mut cells = cells.iter();
        if let Some(first) = cells.next() {
            pen.put(line.x, line.y, label, first, style);
        }
        let mut x = line.x + label;
        for (cell, width) in cells.zip(&widths) {
            let left = line.right().saturating_sub(x);
            let blank = width.saturating_sub(columns(cell)).min(left);
            pen.put(x + blank, line.y, left - blank, cell, style);
            x = x.saturating_add(*width).min(line.right());
        }
    }
}
