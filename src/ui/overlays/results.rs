//! Results: the rows with their counts and bars, one cohort or two beside each other, and below them the selected row
//! in each group, or what came of it besides.
//!
//! The rule: a bar never stands without its number, and a hidden count is a word and no bar. Two counts that differ have
//! bars that differ, as far as there is room.

mod page;
mod plot;

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::window;
use crate::app::sight::OwnResults;
use crate::public::{Counted, ResultsView};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row, wrap};

/// The columns asked for.
const WIDTH: u16 = 112;
/// The columns of a count, its blank included.
const COUNT: u16 = 11;
/// The part of the width that bars have at least.
const LEAST_BARS: u16 = 6;
/// What bars are drawn with: of the first cohort, and of the one beside it.
const BARS: [&str; 2] = [glyphs::HOLDS, glyphs::PLANNED];

/// Draws the overlay.
pub(in crate::ui) fn draw<C: Counted>(view: &ResultsView<C>, pen: &mut Pen<'_>, body: Rect) {
    tables(view, &[], pen, body);
}

/// Draws the overlay as the chair sees it.
pub(in crate::ui) fn draw_own(own: &OwnResults, pen: &mut Pen<'_>, body: Rect) {
    match &own.page {
        Some(one) => page::draw(one, own.table.on, pen, body),
        None => {
            let goes_on = own.goes_on.then(|| pen.words.results.goes_on.to_owned());
            let below: Vec<String> = goes_on.into_iter().chain(own.besides.iter().cloned()).collect();
            tables(&own.table, &below, pen, body);
        }
    }
}

/// The rows, and below them remarks and what else is told.
fn tables<C: Counted>(view: &ResultsView<C>, besides: &[String], pen: &mut Pen<'_>, body: Rect) {
    let words = &pen.words.results;
    let title = format!("{} {} · {}", words.title, view.cohorts.join(" · "), words.on(view.on));
    let inner = window::inner_width(body, WIDTH);
    let wrapped = |texts: &[String]| -> Vec<String> { texts.iter().flat_map(|text| wrap(text, inner, 3)).collect() };
    let (remarks, besides) = (wrapped(&view.remarks), wrapped(besides));
    let below = remarks.len() + view.by.map_or(besides.len(), |_| view.groups.len() + 1);
    let height = window::rows(view.rows.len() + 2 + below);
    let area = window::open(pen, body, &title, WIDTH, height);
    let label = view
        .rows
        .iter()
        .map(|row| columns(&row.label) + depth(row.depth) + 4)
        .max()
        .unwrap_or(0);
    let shape = Shape::new(area.width, label, view.cohorts.len());
    heading(view, &shape, pen, area);
    let list = window::above(
        window::below(area, 1),
        window::rows(below.min(usize::from(area.height / 2))),
    );
    let counted = view.rows.iter().flat_map(|row| &row.counts);
    let bars = Bars::of(counted.filter_map(Counted::number), &shape, view.cohorts.len());
    window::list_marks(pen, list, view.selected, list.height, view.rows.len());
    for (index, chosen, one) in window::in_sight(&view.rows, view.selected, list.height) {
        let Some(line) = row(list, index) else { break };
        let text = match one.computed {
            true => format!("{} ({})", one.label, pen.words.results.computed),
            false => one.label.clone(),
        };
        let indent = depth(one.depth);
        let room = shape.label.saturating_sub(indent + 2);
        pen.put(line.x + 2 + indent, line.y, room, &text, pen.theme.text);
        let counts: Vec<Option<&C>> = one.counts.iter().map(Some).collect();
        numbers(&counts, &bars, &shape, pen, line);
        // The bar keeps its own look: reversed it would be a hole.
        let said = Rect {
            width: line.width.min(shape.label + shape.counts),
            ..line
        };
        window::list_row(chosen, true, pen, said);
    }
    let mut lower = window::below(area, 1 + list.height);
    for text in &remarks {
        if let Some(line) = row(lower, 0) {
            pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.warning);
        }
        lower = window::below(lower, 1);
    }
    match view.by {
        Some(_) => groups(view, &shape, pen, lower),
        None => {
            for (index, text) in (0..).zip(&besides) {
                if let Some(line) = row(lower, index) {
                    pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.muted);
                }
            }
        }
    }
}

/// Where the label ends and the bars begin.
struct Shape {
    label: u16,
    counts: u16,
    bar: u16,
}

impl Shape {
    fn new(width: u16, label: u16, cohorts: usize) -> Self {
        let counts = COUNT.saturating_mul(window::rows(cohorts.max(1)));
        let label = label.min(width.saturating_sub(counts + width / LEAST_BARS + 1));
        Self {
            label,
            counts,
            bar: width.saturating_sub(label + counts + 1),
        }
    }
}

fn depth(depth: usize) -> u16 {
    window::rows(depth).saturating_mul(2)
}

/// The names of the cohorts above their counts, and below the last row the rows' own name.
fn heading<C: Counted>(view: &ResultsView<C>, shape: &Shape, pen: &mut Pen<'_>, area: Rect) {
    let Some(line) = row(area, 0) else { return };
    pen.put(line.x, line.y, shape.label, &view.set, pen.theme.label);
    if view.cohorts.len() < 2 {
        return;
    }
    for (at, name) in (0..).zip(&view.cohorts) {
        let x = line.x + shape.label + COUNT.saturating_mul(at);
        let width = COUNT.saturating_sub(1);
        let left = width.saturating_sub(columns(name));
        pen.put(x + left, line.y, width, name, pen.theme.label);
    }
}

/// How long the bar of each count is, in eighths of a column.
struct Bars(BTreeMap<u64, u16>);

impl Bars {
    /// Bars to the scale of the largest count. Where that would make two counts alike, the larger one gets an eighth more:
    /// one, two and three stand below a hundred and are no less different for that.
    fn of(counts: impl Iterator<Item = u64>, shape: &Shape, cohorts: usize) -> Self {
        let each = shape.bar / window::rows(cohorts.max(1));
        // A column of white keeps the bars of two cohorts apart.
        let room = each.saturating_sub(1).saturating_mul(8);
        let mut lengths: BTreeMap<u64, u16> = counts.filter(|count| *count > 0).map(|count| (count, 0)).collect();
        let most = lengths.keys().next_back().copied().unwrap_or(1);
        let mut larger = window::rows(lengths.len());
        let mut before = 0;
        for (count, length) in &mut lengths {
            larger = larger.saturating_sub(1);
            let scaled = u128::from(*count) * u128::from(room) / u128::from(most);
            let scaled = u16::try_from(scaled).unwrap_or(room);
            *length = scaled.max(before + 1).min(room.saturating_sub(larger)).max(room.min(1));
            before = *length;
        }
        Self(lengths)
    }

    /// A bar, drawn with a glyph up to its last cell.
    fn drawn(&self, count: u64, glyph: &str) -> String {
        let length = usize::from(self.0.get(&count).copied().unwrap_or(0));
        let end = (length % 8).checked_sub(1).and_then(|at| glyphs::EIGHTHS.get(at));
        format!("{}{}", glyph.repeat(length / 8), end.copied().unwrap_or_default())
    }
}

/// The counts of a line at the right of their columns, and behind them the bars.
fn numbers<C: Counted>(counts: &[Option<&C>], bars: &Bars, shape: &Shape, pen: &mut Pen<'_>, line: Rect) {
    let mut x = line.x + shape.label;
    for count in counts {
        let text = match count.map(Counted::number) {
            None => String::new(),
            Some(None) => pen.words.results.hidden.to_owned(),
            Some(Some(number)) => number.to_string(),
        };
        let style = if matches!(count.map(Counted::number), Some(None)) {
            pen.theme.muted
        } else {
            pen.theme.text
        };
        let width = COUNT - 1;
        pen.put(x + width.saturating_sub(columns(&text)), line.y, width, &text, style);
        x += COUNT;
    }
    let each = shape.bar / window::rows(counts.len().max(1));
    let mut x = line.x + shape.label + shape.counts + 1;
    for (count, glyph) in counts.iter().zip(BARS) {
        let number = count.and_then(|count| count.number()).unwrap_or(0);
        pen.put(x, line.y, each, &bars.drawn(number, glyph), pen.theme.text);
        x += each;
    }
}

/// The selected row in each group.
fn groups<C: Counted>(view: &ResultsView<C>, shape: &Shape, pen: &mut Pen<'_>, area: Rect) {
    let Some((first, by)) = row(area, 0).zip(view.by) else {
        return;
    };
    let label = view.rows.get(view.selected).map_or("", |row| row.label.as_str());
    let text = format!("{label} {}", pen.words.results.by(by));
    pen.put(first.x, first.y, first.width, &text, pen.theme.title);
    let list = window::below(area, 1);
    let counts = view.groups.iter().flat_map(|group| group.counts.iter().flatten());
    let bars = Bars::of(counts.filter_map(Counted::number), shape, view.cohorts.len());
    let room = usize::from(list.height);
    let shown = if view.groups.len() > room {
        room.saturating_sub(1)
    } else {
        view.groups.len()
    };
    for (index, group) in (0..).zip(view.groups.iter().take(shown)) {
        let Some(line) = row(list, index) else { break };
        pen.put(
            line.x + 2,
            line.y,
            shape.label.saturating_sub(2),
            &group.name,
            pen.theme.text,
        );
        let counts: Vec<Option<&C>> = group.counts.iter().map(Option::as_ref).collect();
        numbers(&counts, &bars, shape, pen, line);
    }
    if let Some(line) = row(list, window::rows(shown)).filter(|_| shown < view.groups.len()) {
        let more = pen.words.results.more(view.groups.len() - shown);
        pen.put(line.x + 2, line.y, line.width.saturating_sub(2), &more, pen.theme.muted);
    }
}
