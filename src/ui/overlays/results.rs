//! Results: the rows with their counts and bars, one cohort or two beside each other, and below them the selected row
//! in each group, or what came of it besides.
//!
//! The rule: a bar never stands without its number, and a hidden count is a word and no bar.

use ratatui::layout::Rect;

use super::window;
use crate::public::{Counted, ResultsView};
use crate::ui::pen::{Pen, columns, row, wrap};

/// The columns asked for.
const WIDTH: u16 = 112;
/// The columns of a count, its blank included.
const COUNT: u16 = 11;
/// The part of the width that bars have at least.
const LEAST_BARS: u16 = 6;
/// What bars are drawn with: of the first cohort, and of the one beside it.
const BARS: [&str; 2] = ["█", "░"];

/// Draws the overlay.
pub(in crate::ui) fn draw<C: Counted>(view: &ResultsView<C>, pen: &mut Pen<'_>, body: Rect) {
    let words = &pen.words.results;
    let title = format!("{} {} · {}", words.title, view.cohorts.join(" · "), words.on(view.on));
    let inner = window::inner_width(body, WIDTH);
    let besides: Vec<String> = view.besides.iter().flat_map(|text| wrap(text, inner, 3)).collect();
    let below = view.by.map_or(besides.len(), |_| view.groups.len() + 1);
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
    let most = view
        .rows
        .iter()
        .flat_map(|row| &row.counts)
        .filter_map(Counted::number)
        .max()
        .unwrap_or(0);
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
        numbers(&counts, most, &shape, pen, line);
        // The bar keeps its own look: reversed it would be a hole.
        let said = Rect {
            width: line.width.min(shape.label + shape.counts),
            ..line
        };
        window::list_row(chosen, true, pen, said);
    }
    let lower = window::below(area, 1 + list.height);
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

/// The counts of a line at the right of their columns, and behind them the bars.
fn numbers<C: Counted>(counts: &[Option<&C>], most: u64, shape: &Shape, pen: &mut Pen<'_>, line: Rect) {
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
        pen.put(
            x,
            line.y,
            each,
            &glyph.repeat(usize::from(length(number, most, each))),
            pen.theme.text,
        );
        x += each;
    }
}

/// How long a bar is; whoever is there is seen.
fn length(number: u64, most: u64, room: u16) -> u16 {
    if number == 0 || most == 0 {
        return 0;
    }
    let long = number.saturating_mul(room.saturating_sub(1).into()).div_ceil(most);
    u16::try_from(long).unwrap_or(room).clamp(1, room)
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
    let most = counts.filter_map(Counted::number).max().unwrap_or(0);
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
        numbers(&counts, most, shape, pen, line);
    }
    if let Some(line) = row(list, window::rows(shown)).filter(|_| shown < view.groups.len()) {
        let more = pen.words.results.more(view.groups.len() - shown);
        pen.put(line.x + 2, line.y, line.width.saturating_sub(2), &more, pen.theme.muted);
    }
}
