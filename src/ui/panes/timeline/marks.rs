//! Instruments and days to keep in sight: a glyph on its day, a line over its days, and a word where it fits.

use super::axis::Axis;
use crate::domain::Day;
use crate::public::{Guard, InstrumentView, MarkKind, MarkView, Sight, Standing};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns};

/// Draws the instruments.
pub(super) fn instruments<S: Sight>(all: &[InstrumentView<S>], axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    bar(axis, today, pen, y);
    let seen = |i: &InstrumentView<S>| axis.span(i.from, Some(i.until));
    for (start, end) in all.iter().filter_map(seen) {
        pen.fill(start, y, end - start, glyphs::LINE, pen.theme.label);
    }
    let points: Vec<(u16, &'static str, String)> = all
        .iter()
        .filter_map(|i| {
            let glyph = if i.begun { glyphs::BEGUN } else { glyphs::OPEN };
            let word = pen.words.codes.instrument(*i.kind.get());
            Some((seen(i)?.0, glyph, word.to_owned()))
        })
        .collect();
    let mut free = axis.edges().0;
    for (at, (x, glyph, word)) in points.iter().enumerate() {
        pen.put(*x, y, 1, glyph, pen.theme.label);
        let next = points.get(at + 1).map(|next| next.0);
        free = beside(word, (*x, next), free, axis, pen, y);
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
            Standing::Ahead => (glyphs::TERM, pen.theme.warning),
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
pub(super) fn mark_word<S: Sight>(mark: &MarkView<S>, pen: &Pen<'_>) -> String {
    match &mark.kind {
        MarkKind::Review(kind) => {
            let word = pen.words.codes.instrument(*kind.get());
            format!("{}: {word}", pen.words.roof.review)
        }
    }
}

fn bar(axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    if let Some(x) = axis.column(today) {
        pen.put(x, y, 1, glyphs::BAR, pen.theme.today);
    }
}

/// Writes a word behind its glyph when it fits whole before the next, else before its glyph when it fits there. Gives
/// the column behind all that was written.
fn beside(word: &str, (x, next): (u16, Option<u16>), free: u16, axis: &Axis, pen: &mut Pen<'_>, y: u16) -> u16 {
    let right = next.unwrap_or(axis.edges().1);
    let wide = columns(word) + 1;
    if x + 1 + wide <= right {
        return pen.put(x + 1, y, wide, &format!(" {word}"), pen.theme.text);
    }
    if free + wide < x {
        pen.put(x - wide, y, wide, &format!("{word} "), pen.theme.text);
    }
    x + 1
}
