//! Instruments and days to keep in sight: a glyph on its day, a line over its days, and a word where it fits.
//!
//! An instrument stands on the row of its party, over the tiles there: then its glyph is in the tile, and its word only
//! where no tile is.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use super::axis::Axis;
use crate::domain::Day;
use crate::public::{Guard, InstrumentView, MarkKind, MarkView, Sight, Standing};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns};

/// The columns of a tile, and whether it holds.
pub(super) type Taken = (Range<u16>, bool);

/// Draws instruments over the tiles of a row.
pub(super) fn instruments<'v, S: Sight + 'v>(
    all: impl Iterator<Item = &'v InstrumentView<S>>,
    taken: &[Taken],
    axis: &Axis,
    pen: &mut Pen<'_>,
    y: u16,
) {
    let over = |x: u16| taken.iter().find(|(range, _)| range.contains(&x));
    let seen: Vec<(u16, u16, &InstrumentView<S>)> = all
        .filter_map(|i| axis.span(i.from, Some(i.until)).map(|(start, end)| (start, end, i)))
        .collect();
    for x in seen.iter().flat_map(|(start, end, _)| *start..*end) {
        if over(x).is_none() {
            pen.put(x, y, 1, glyphs::LINE, pen.theme.label);
        }
    }
    let mut free = axis.edges().0;
    for (at, (x, _, instrument)) in seen.iter().enumerate() {
        let glyph = if instrument.begun { glyphs::BEGUN } else { glyphs::OPEN };
        let style = match over(*x) {
            Some((_, true)) => pen.theme.holds.add_modifier(Modifier::REVERSED),
            Some((_, false)) | None => pen.theme.label,
        };
        pen.put(*x, y, 1, glyph, style);
        let next = seen.get(at + 1).map(|(next, ..)| *next);
        let tile = taken
            .iter()
            .map(|(range, _)| range.start)
            .filter(|start| start > x)
            .min();
        let next = next.into_iter().chain(tile).min();
        if over(*x).is_none() {
            free = taken
                .iter()
                .map(|(range, _)| range.end)
                .filter(|end| end <= x)
                .fold(free, u16::max);
            let word = pen.words.codes.instrument(*instrument.kind.get());
            free = beside(word, (*x, next), free, axis, pen, y);
        }
    }
}

/// Draws the days to keep in sight.
pub(super) fn marks<S: Sight>(all: &[MarkView<S>], axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    bar(axis, today, pen, y);
    let seen: Vec<(u16, &MarkView<S>)> = all
        .iter()
        .filter_map(|mark| Some((axis.column(mark.on)?, mark)))
        .collect();
    let mut free = axis.edges().0;
    for (at, (x, mark)) in seen.iter().enumerate() {
        let (glyph, style) = match mark.standing {
            Standing::Ahead | Standing::Running => (glyphs::TERM, pen.theme.warning),
            Standing::Late => (glyphs::ALERT, pen.theme.overdue),
            Standing::Settled => (glyphs::DONE, pen.theme.muted),
        };
        pen.put(*x, y, 1, glyph, style);
        let word = mark_word(mark, pen);
        let next = seen.get(at + 1).map(|next| next.0);
        free = beside(&word, (*x, next), free, axis, pen, y);
    }
}

/// What a day is to be kept in sight for.
pub(in crate::ui) fn mark_word<S: Sight>(mark: &MarkView<S>, pen: &Pen<'_>) -> String {
    match &mark.kind {
        MarkKind::Review(kind) => {
            let word = pen.words.codes.instrument(*kind.get());
            format!("{}: {word}", pen.words.roof.review)
        }
        MarkKind::Term(term) => term.get().label.clone(),
    }
}

/// The line of today.
pub(super) fn bar(axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    if let Some(x) = axis.column(today) {
        pen.put(x, y, 1, glyphs::BAR, pen.theme.today);
    }
}

/// Writes a word behind its glyph when it fits whole before the next, else before its glyph when it fits there. Gives
/// the column behind all that was written.
fn beside(word: &str, (x, next): (u16, Option<u16>), free: u16, axis: &Axis, pen: &mut Pen<'_>, y: u16) -> u16 {
    // A word keeps one colour, also where the line of its days or the line of today runs under it.
    let style = Style::reset().patch(pen.theme.text);
    let right = next.unwrap_or(axis.edges().1);
    let wide = columns(word).saturating_add(1);
    if x.saturating_add(1).saturating_add(wide) <= right {
        return pen.put(x + 1, y, wide, &format!(" {word}"), style);
    }
    if free.saturating_add(wide) < x {
        pen.put(x - wide, y, wide, &format!("{word} "), style);
    }
    x + 1
}
