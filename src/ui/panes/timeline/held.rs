//! The row that tells whether the pupil is held: `═` somebody holds, `≡` two hands hold, and a gap as a pattern with
//! its words.
//!
//! The rule: the words of a gap that lies ahead are never left out for want of columns. They may go on over the days
//! next to it, where they are not in the pattern of the gap itself; what has gone by keeps to its own days.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::axis::Axis;
use crate::domain::Day;
use crate::domain::roof::Span;
use crate::public::HeldView;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns};

/// Draws the row.
pub(super) fn draw(held: &HeldView, axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    let Some(span) = held.span else { return };
    if let Some((start, end)) = axis.span(span.from, Some(span.until)) {
        pen.fill(start, y, end - start, glyphs::HELD, pen.theme.holds);
    }
    for both in &held.together {
        if let Some((start, end)) = axis.span(both.from, Some(both.until)) {
            pen.fill(start, y, end - start, glyphs::TOGETHER, pen.theme.holds);
        }
    }
    if let Some(x) = axis.column(today) {
        pen.put(x, y, 1, glyphs::BAR, pen.theme.today);
    }
    // Gaps that lie ahead come last, so that nothing is written over their words.
    for gap in held.gaps.iter().filter(|gap| gap.until < today) {
        past(*gap, axis, pen, y);
    }
    let marks = obstacles(held, axis, today);
    for gap in held.gaps.iter().filter(|gap| gap.until >= today) {
        ahead(*gap, &marks, axis, pen, y);
    }
    for on in &held.cold {
        cold(*on, &marks, axis, today, pen, y);
    }
}

/// The columns at which something begins that no words may go over: gaps ahead and cold handovers.
fn obstacles(held: &HeldView, axis: &Axis, today: Day) -> Vec<u16> {
    let gaps = held.gaps.iter().filter(|gap| gap.until >= today);
    let starts = gaps.filter_map(|gap| axis.span(gap.from, Some(gap.until)));
    let cold = held.cold.iter().filter_map(|on| axis.column(*on));
    let mut marks: Vec<u16> = starts.map(|(start, _)| start).chain(cold).collect();
    marks.sort_unstable();
    marks
}

/// What is written of a gap, from the longest to the shortest.
fn ladder(gap: Span, pen: &Pen<'_>) -> [String; 5] {
    let words = &pen.words.roof;
    let days = words.days(gap);
    let word = words.gap;
    [
        format!("!! {word} {days} !!"),
        format!("!{word} {days}!"),
        format!("!! {word} !!"),
        format!("!{word}!"),
        word.to_owned(),
    ]
}

/// A gap that has gone by: its pattern, with its word where that fits.
fn past(gap: Span, axis: &Axis, pen: &mut Pen<'_>, y: u16) {
    let Some((start, end)) = axis.span(gap.from, Some(gap.until)) else {
        return;
    };
    pen.fill(start, y, end - start, glyphs::ALERT, pen.theme.muted);
    let text = ladder(gap, pen).into_iter().find(|text| columns(text) <= end - start);
    if let Some(text) = text {
        pen.put(start, y, end - start, &text, pen.theme.muted);
    }
}

/// The words of a gap that lies ahead and the column where they begin: in the gap itself, and before it when what
/// follows leaves no room.
fn words_of(gap: Span, marks: &[u16], axis: &Axis, pen: &Pen<'_>) -> Option<(u16, String)> {
    let (start, _) = axis.span(gap.from, Some(gap.until))?;
    let (edge_left, edge_right) = axis.edges();
    let right = marks.iter().copied().find(|mark| *mark > start).unwrap_or(edge_right);
    // To the left as far as the mark before, which keeps its own column.
    let left = marks.iter().copied().rfind(|mark| *mark < start);
    let left = left.map_or(edge_left, |mark| mark + 1);
    let room = right.saturating_sub(left);
    let text = ladder(gap, pen).into_iter().find(|text| columns(text) <= room)?;
    Some((start.min(right.saturating_sub(columns(&text))), text))
}

/// A gap that lies ahead or is now: its pattern and its words, over the days next to it when they do not fit.
fn ahead(gap: Span, marks: &[u16], axis: &Axis, pen: &mut Pen<'_>, y: u16) {
    let Some((start, end)) = axis.span(gap.from, Some(gap.until)) else {
        return;
    };
    pen.fill(start, y, end - start, glyphs::ALERT, pen.theme.gap);
    if let Some((x, text)) = words_of(gap, marks, axis, pen) {
        pen.put(x, y, columns(&text), &text, pen.theme.overdue);
    }
    // The days themselves have the pattern's style, whatever words stand on them.
    let days = Rect {
        x: start,
        y,
        width: end - start,
        height: 1,
    };
    pen.paint(days, pen.theme.gap);
}

/// The columns of a gap with its words.
pub(super) fn place(held: &HeldView, gap: Span, axis: &Axis, today: Day, pen: &Pen<'_>) -> Option<(u16, u16)> {
    let (start, end) = axis.span(gap.from, Some(gap.until))?;
    let words = words_of(gap, &obstacles(held, axis, today), axis, pen).filter(|_| gap.until >= today);
    Some((words.map_or(start, |(x, _)| x.min(start)), end))
}

/// A cold handover: its mark, and its word where nothing else stands.
fn cold(on: Day, marks: &[u16], axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    let Some(x) = axis.column(on) else { return };
    let words = &pen.words.roof;
    let style: Style = if on < today { pen.theme.muted } else { pen.theme.overdue };
    let text = format!("{} {} ", words.cold_mark, words.cold);
    let right = marks.iter().copied().find(|mark| *mark > x).unwrap_or(axis.edges().1);
    let now = axis.column(today).filter(|now| *now > x).unwrap_or(u16::MAX);
    let fits = x + columns(&text) <= right.min(now);
    pen.put(
        x,
        y,
        right.saturating_sub(x),
        if fits { &text } else { words.cold_mark },
        style,
    );
}
