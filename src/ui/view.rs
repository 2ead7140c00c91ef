//! One frame.
//!
//! The rule: a view reads a screen and draws it, whatever the size of the window, and leaves the cursor on the thing
//! in focus, where braille displays and magnifiers look.

use chrono::NaiveTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::glyphs::{self, Glyphs};
use super::layout::{self, Arrangement, arrange};
use super::lock;
use super::overlays;
use super::panes::{agenda, beside, footer, header, pupil, queue, timeline};
use super::pen::{Pen, columns, row};
use super::show::Seen;
use super::theme::Theme;
use crate::app::screen::Screen;
use crate::public::{Board, Overlay, Pane};
use crate::text::Catalog;

/// Draws a screen over the whole frame.
pub fn view(screen: &Screen, theme: &Theme, catalog: &Catalog, glyphs: Glyphs, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.is_empty() {
        return;
    }
    let mut pen = Pen::new(frame.buffer_mut(), theme, catalog);
    pen.paint(area, theme.text);
    match screen {
        Screen::Locked(view) => lock::draw(view, &mut pen, area),
        Screen::Blank(now, tried) => blank(*now, tried.as_deref(), &mut pen, area),
        _ if layout::too_small(area) => pause(catalog.screen.too_small, &mut pen, area),
        Screen::Shared(scene) => board(scene, &mut pen, area),
        Screen::Private(own) => board(own, &mut pen, area),
    }
    let cursor = pen.cursor();
    if glyphs == Glyphs::Ascii {
        glyphs::to_ascii(frame.buffer_mut());
    }
    frame.set_cursor_position(cursor);
}

/// Nothing but the time and that the screen is paused, and how to go on for whoever types.
fn blank(now: NaiveTime, tried: Option<&str>, pen: &mut Pen<'_>, area: Rect) {
    let paused = tried.map_or_else(|| pen.words.screen.blank.to_owned(), |key| pen.words.noting.paused(key));
    let sentence = format!("{} · {paused}", pen.words.time(now));
    pause(&sentence, pen, area);
}

/// One sentence in the middle of an empty window.
fn pause(sentence: &str, pen: &mut Pen<'_>, area: Rect) {
    let style = pen.theme.title;
    let lines = super::pen::wrap(sentence, area.width, usize::from(area.height));
    let top = area.y
        + (area
            .height
            .saturating_sub(u16::try_from(lines.len()).unwrap_or(u16::MAX)))
            / 2;
    pen.set_cursor(area.x, top);
    for (y, line) in (top..area.bottom()).zip(&lines) {
        let line = line.trim_end();
        let x = area.x + area.width.saturating_sub(columns(line)) / 2;
        pen.put(x, y, area.right() - x, line, style);
    }
}

fn board<S: Seen>(board: &Board<S>, pen: &mut Pen<'_>, area: Rect) {
    let places = arrange(area, board.focus, board.zoom, S::PRIVATE);
    if let Some(bar) = places.bar {
        private_bar(pen, bar);
    }
    header::draw(board, places.agenda.is_some() && !waits(board), pen, places.header);
    if waits(board) {
        pen.border(places.body);
    } else {
        panes(board, pen, &places);
    }
    if let Some(overlay) = &board.overlay {
        overlays::draw(overlay, board.hidden.over, board.today, pen, places.body);
    }
    // Last, so that a question or a problem is read whole whatever lies over the panes.
    footer::draw(board, pen, places.footer);
}

/// Whether the block waits for its attendance, so that nothing of it is shown yet.
fn waits<S: Seen>(board: &Board<S>) -> bool {
    matches!(&board.overlay, Some(Overlay::Attendance { required: true, .. }))
}

fn panes<S: Seen>(board: &Board<S>, pen: &mut Pen<'_>, places: &Arrangement) {
    let focused = |pane: Pane| board.overlay.is_none() && board.focus == pane;
    let all = [
        places.queue,
        places.pupil,
        places.beside,
        places.agenda,
        places.timeline,
    ];
    for pane in all.into_iter().flatten() {
        pen.border(pane);
    }
    if let Some(area) = places.queue {
        queue::draw(board, focused(Pane::Queue), pen, area);
    }
    if let Some(area) = places.pupil {
        let show_open = places.beside.is_none();
        pupil::draw(board, focused(Pane::Pupil), show_open, pen, area);
    }
    if let (Some(area), Some(card)) = (places.beside, &board.card) {
        beside::draw(card, board.today, pen, area);
    }
    if let Some(area) = places.agenda {
        agenda::draw(board, focused(Pane::Agenda), pen, area);
    }
    if let Some(area) = places.timeline {
        let alone = places.pupil.is_none();
        timeline::draw(board, focused(Pane::Timeline), alone, pen, area);
    }
}

/// The state in words and in a style of its own, so that it is never in doubt.
fn private_bar(pen: &mut Pen<'_>, bar: Rect) {
    let (style, words) = (pen.theme.private_bar, pen.words.screen.private_bar);
    pen.fill(bar.x, bar.y, bar.width, " ", style);
    if let Some(bar) = row(bar, 0) {
        let x = bar.x + bar.width.saturating_sub(columns(words)) / 2;
        pen.put(x, bar.y, bar.right() - x, words, style);
    }
}
