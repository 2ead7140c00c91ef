//! The card of an employer: who was placed there, with which contract, from when until when, and what lasted. It names
//! every pupil in full, so it exists in the private state alone.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::window;
use crate::app::sight::{EmployerView, PlacementRow};
use crate::domain::placement::Lasted;
use crate::text::Catalog;
use crate::ui::pen::{Pen, columns, row};
use crate::ui::show::marked;

/// Draws the overlay.
pub(in crate::ui) fn draw(card: &EmployerView, pen: &mut Pen<'_>, body: Rect) {
    let place = if card.place.is_empty() {
        String::new()
    } else {
        format!(", {}", card.place)
    };
    let title = format!("{}{place}", card.name);
    let area = window::open(pen, body, &title, 100, window::rows(card.rows.len()) + 2);
    if card.rows.is_empty() {
        pen.put(
            area.x,
            area.y,
            area.width,
            pen.words.entry.nobody_placed,
            pen.theme.text,
        );
        return;
    }
    let sum = pen.words.entry.placed(card.rows.len(), card.still);
    pen.put(area.x, area.y, area.width, &sum, pen.theme.title);
    let list = window::below(area, 2);
    window::marks(pen, list, card.top, list.height, card.rows.len());
    let cells: Vec<[String; 4]> = card.rows.iter().map(|row| cells(row, pen.words)).collect();
    let widest = |at: usize| {
        cells
            .iter()
            .filter_map(|row| row.get(at))
            .map(|text| columns(text))
            .max()
    };
    let widths = [0, 1, 2].map(|at| widest(at).unwrap_or(0));
    for (index, (placed, cells)) in (0..).zip(card.rows.iter().zip(&cells).skip(card.top)) {
        let Some(line) = row(list, index) else { break };
        let mut spans = Vec::with_capacity(4);
        for (text, width) in cells.iter().zip(widths.iter().copied().chain([0])) {
            let gap = usize::from(width.saturating_sub(columns(text))) + 2;
            let style = match placed.lasted {
                Lasted::Still(_) => pen.theme.title,
                Lasted::NotYet | Lasted::Ended(_) => pen.theme.text,
            };
            spans.push(Span::styled(format!("{text}{}", " ".repeat(gap)), style));
        }
        pen.spans(line.x, line.y, line.width, &spans);
    }
}

/// Who; what came of it; what and with which contract; from and until, and why it ended.
pub(in crate::ui) fn cells(row: &PlacementRow, words: &Catalog) -> [String; 4] {
    let contract = row.contract.map(|form| words.codes.contract(form).to_owned());
    let hours = row.hours.map(|hours| words.entry.hours(hours));
    let what = [Some(words.codes.tile(row.kind).to_owned()), contract, hours];
    let until = row.until.map(|until| words.dates.day_year(until)).unwrap_or_default();
    let days = format!("{} – {until}", words.dates.day_year(row.from));
    [
        marked(&row.pupil, words),
        words.entry.lasted(row.lasted),
        what.into_iter().flatten().collect::<Vec<_>>().join(", "),
        if row.why.is_empty() {
            days
        } else {
            format!("{days}  {}", row.why)
        },
    ]
}
