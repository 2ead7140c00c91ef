//! A form: fields below each other, each with how it is read or why it cannot be kept. Forms hold full names and
//! details, so they exist in the private state alone.

use ratatui::layout::Rect;

use super::window;
use crate::app::sight::{FieldValue, FieldView, FormView};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row, wrap};

/// The columns of a form.
const WIDTH: u16 = 96;

/// The most lines of what will happen.
const MOST_LINES: usize = 4;

/// Draws the overlay.
pub(in crate::ui) fn draw(form: &FormView, pen: &mut Pen<'_>, body: Rect) {
    let mut title = pen.words.line(form.purpose).to_owned();
    if let Some(name) = &form.about {
        title = format!("{title} · {name}");
    }
    if form.changed {
        title = format!("{title} · {}", pen.words.screen.changed);
    }
    let height = form
        .fields
        .iter()
        .fold(0u16, |sum, field| sum.saturating_add(rows_of(field)));
    let room = window::inner_width(body, WIDTH);
    let last = form.read_back.as_ref();
    let last = last.map_or_else(Vec::new, |said| {
        wrap(&format!("{} {said}", glyphs::ALERT), room, MOST_LINES)
    });
    let height = height.saturating_add(window::rows(last.len()));
    let mut area = window::open(pen, body, &title, WIDTH, height);
    // What will happen stands below all fields, and is in sight however low the window is.
    area.height = area.height.saturating_sub(window::rows(last.len()));
    for (line, at) in last.iter().zip(area.bottom()..) {
        pen.put(area.x, at, area.width, line.trim_end(), pen.theme.warning);
    }
    let labels = form
        .fields
        .iter()
        .map(|field| columns(pen.words.field(field.field)))
        .max()
        .unwrap_or(0);
    let labels = labels.min(area.width / 2);
    let first = first_shown(form, area.height);
    let fits = form.fields.iter().skip(first).scan(0, |rows, field| {
        *rows += rows_of(field);
        Some(*rows)
    });
    let shown = fits.take_while(|rows| *rows <= area.height).count();
    window::marks(pen, area, first, window::rows(shown), form.fields.len());
    let mut at = 0;
    for (index, field) in form.fields.iter().enumerate().skip(first) {
        let Some(line) = row(area, at) else { break };
        draw_field(field, index == form.focus, labels, pen, line);
        if let Some((line, why)) = row(area, at + 1).zip(field.refusal) {
            let text = format!("{} {}", glyphs::ALERT, pen.words.refusal(why));
            // Below the value, and further to the left where the sentence needs it.
            let x = (line.x + labels + 4)
                .min(line.right().saturating_sub(columns(&text)))
                .max(line.x + 2);
            pen.put(x, line.y, line.right().saturating_sub(x), &text, pen.theme.warning);
        }
        at += rows_of(field);
    }
}

/// A field takes a row, and one more when something is wrong with it.
fn rows_of(field: &FieldView) -> u16 {
    1 + u16::from(field.refusal.is_some())
}

/// The first field to be shown, so that the one with the focus is in sight with what is wrong with it.
fn first_shown(form: &FormView, height: u16) -> usize {
    let mut room = height;
    let mut first = form.focus + 1;
    for (index, field) in form.fields.iter().enumerate().take(form.focus + 1).rev() {
        match room.checked_sub(rows_of(field)) {
            Some(rest) => (room, first) = (rest, index),
            None => break,
        }
    }
    first.min(form.focus)
}

fn draw_field(field: &FieldView, focused: bool, labels: u16, pen: &mut Pen<'_>, line: Rect) {
    let label = pen.words.field(field.field);
    let (mark, label_style) = if focused {
        (glyphs::HERE, pen.theme.title)
    } else {
        (" ", pen.theme.label)
    };
    pen.put(line.x, line.y, 1, mark, pen.theme.title);
    pen.put(line.x + 2, line.y, labels, label, label_style);
    let x = line.x + labels + 4;
    let place = Rect {
        x,
        width: line.right().saturating_sub(x),
        ..line
    };
    let read_as = if field.read_as.is_empty() {
        String::new()
    } else {
        format!(" {} {}", glyphs::THEN, field.read_as)
    };
    let aside = columns(&read_as).min(place.width / 2);
    let value = Rect {
        width: place.width - aside,
        ..place
    };
    if focused {
        pen.paint(value, pen.theme.focus);
    }
    let style = if focused { pen.theme.focus } else { pen.theme.text };
    match &field.value {
        FieldValue::Text(input) => window::input_line(input, style, focused, pen, value),
        FieldValue::Choice(word) => {
            let text = if focused {
                format!("← {word} →")
            } else {
                word.clone()
            };
            pen.put(value.x, value.y, value.width, &text, style);
            if focused {
                pen.set_cursor(value.x, value.y);
            }
        }
    }
    pen.put(value.right(), value.y, aside, &read_as, pen.theme.preview);
}
