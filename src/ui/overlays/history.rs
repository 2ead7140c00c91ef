//! A trajectory in words, by day: for whoever cannot read the timeline. What is told of the selected row besides stands
//! below the list, in full. Wage value and register are among it, so it exists in the private state alone.

use ratatui::layout::Rect;

use super::window;
use crate::app::sight::{EventRow, HistoryView};
use crate::domain::Day;
use crate::domain::trajectory::{Instrument, Tile};
use crate::text::Catalog;
use crate::text::field::Field;
use crate::ui::pen::{Pen, row, wrap};
use crate::ui::show::marked;

/// Rows for what is told of the selected row.
const TOLD: u16 = 3;

/// Draws the overlay.
pub(in crate::ui) fn draw(view: &HistoryView, pen: &mut Pen<'_>, body: Rect) {
    let title = format!("{} · {}", pen.words.screen.timeline, marked(&view.pupil, pen.words));
    let height = window::rows(view.rows.len()).max(1) + 1 + TOLD;
    let area = window::open(pen, body, &title, 104, height);
    if view.rows.is_empty() {
        pen.put(
            area.x,
            area.y,
            area.width,
            pen.words.screen.timeline_empty,
            pen.theme.text,
        );
        return;
    }
    let list = window::above(area, TOLD + 1);
    window::list_marks(pen, list, view.selected, list.height, view.rows.len());
    for (index, chosen, event) in window::in_sight(&view.rows, view.selected, list.height) {
        let Some(line) = row(list, index) else { break };
        let style = window::list_row(chosen, true, pen, line);
        let text = headline(event, pen.words);
        pen.put(line.x + 2, line.y, line.width.saturating_sub(2), &text, style);
    }
    let Some(chosen) = view.rows.get(view.selected) else {
        return;
    };
    let told = window::below(area, area.height.saturating_sub(TOLD));
    let lines = wrap(&told_of(chosen, pen.words).join(" · "), told.width, usize::from(TOLD));
    for (index, text) in (0..).zip(lines) {
        let Some(line) = row(told, index) else { break };
        pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.text);
    }
}

/// `1 mrt 2026 – 31 aug 2026 · begeleiding · Sociale Dienst · Jan de Boer`
pub(in crate::ui) fn headline(event: &EventRow, words: &Catalog) -> String {
    let day = |day: Day| words.dates.day_year(day);
    match event {
        EventRow::Tile(tile, _) => {
            let until = tile.last_day().map(day).unwrap_or_default();
            let parts = [
                words.codes.tile(tile.kind),
                &tile.party_name,
                tile.holder_name.as_deref().unwrap_or(""),
            ];
            format!("{} – {until} · {}", day(tile.from), joined(&parts))
        }
        EventRow::Instrument(instrument) => {
            let on = instrument.mark().map(day).unwrap_or_default();
            let parts = [
                on.as_str(),
                words.codes.instrument(instrument.kind),
                instrument.party_name.as_deref().unwrap_or(""),
            ];
            joined(&parts)
        }
        EventRow::Relapse(on, from) => words
            .entry
            .relapsed(&day(*on), from.map(|from| words.codes.result(from))),
    }
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

pub(in crate::ui) fn told_of(event: &EventRow, words: &Catalog) -> Vec<String> {
    match event {
        EventRow::Tile(tile, holds) => of_tile(tile, *holds, words),
        EventRow::Instrument(instrument) => of_instrument(instrument, words),
        EventRow::Relapse(..) => Vec::new(),
    }
}

fn on_day(field: Field, day: Option<Day>, words: &Catalog) -> Option<String> {
    day.map(|day| format!("{} {}", words.field(field), words.day(day)))
}

fn text(field: Field, text: &str, words: &Catalog) -> Option<String> {
    (!text.is_empty()).then(|| format!("{}: {text}", words.field(field)))
}

fn percent(field: Field, value: Option<u8>, words: &Catalog) -> Option<String> {
    value.map(|value| format!("{}: {value}", words.field(field)))
}

fn of_tile(tile: &Tile, holds: bool, words: &Catalog) -> Vec<String> {
    let told = [
        holds.then(|| words.entry.holds.to_owned()),
        (!tile.label.is_empty()).then(|| tile.label.clone()),
        tile.contract.map(|form| words.codes.contract(form).to_owned()),
        tile.details.hours.map(|hours| words.entry.hours(hours)),
        percent(Field::WageValue, tile.details.wage_value, words),
        on_day(Field::NoGuidanceOn, tile.no_guidance_on, words),
        text(Field::NoGuidanceBy, &tile.no_guidance_by, words),
        on_day(Field::Until, tile.until, words),
        on_day(Field::EndedOn, tile.ended, words),
        text(Field::EndedWhy, &tile.details.ended_why, words),
    ];
    told.into_iter().flatten().collect()
}

fn of_instrument(instrument: &Instrument, words: &Catalog) -> Vec<String> {
    let told = [
        on_day(Field::Requested, instrument.requested, words),
        on_day(Field::Decided, instrument.decided, words),
        on_day(Field::Started, instrument.started, words),
        on_day(Field::Ended, instrument.ended, words),
        on_day(Field::Review, instrument.review, words),
        on_day(Field::DeferredUntil, instrument.deferred_until, words),
        text(Field::DeferredReason, &instrument.deferred_reason, words),
        percent(Field::Value, instrument.value, words),
        text(Field::Outcome, &instrument.result, words),
    ];
    told.into_iter().flatten().collect()
}
