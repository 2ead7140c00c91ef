//! A drawing on a sheet.
//!
//! The rule: a drawing stays whole, and who cannot see it hears what it tells in words: its shapes are one figure.

use krilla::tagging::Tag;

use super::{AFTER, BOTTOM, Flow, LEFT, TOP, WIDTH, What};
use crate::exchange::drawing::{Anchor, Drawing, Shape};
use crate::exchange::minutes::pdf::setting::{Line, Text};

/// The size of the letters.
const SIZE: f32 = 8.0;
/// The greys of the series, each far enough from the others and from white.
const GREYS: [u8; 2] = [40, 140];

impl Flow<'_> {
    /// Puts a drawing on this sheet, or on the next one when it does not fit.
    pub(super) fn drawing(&mut self, drawing: &Drawing) {
        let height = f32::from(drawing.height);
        if self.y + height > BOTTOM && self.y > TOP {
            self.new_sheet();
        }
        let slot = self.new_slot();
        let top = self.y;
        let place = |(x, y): (u16, u16)| (LEFT + f32::from(x), top + f32::from(y));
        for shape in &drawing.shapes {
            match shape {
                Shape::Block { at, size, series } => {
                    let (x, y) = place(*at);
                    let size = (f32::from(size.0), f32::from(size.1));
                    let grey = grey(*series);
                    self.put(x, y, What::Block { size, grey }, Some(slot));
                }
                Shape::Path { points, series } => {
                    let path = What::Path {
                        points: points.iter().map(|point| place(*point)).collect(),
                        grey: grey(*series),
                        dashed: *series > 0,
                    };
                    self.put(0.0, 0.0, path, Some(slot));
                }
                Shape::Text { at, text, anchor, bold } => self.text_at(place(*at), (text, *bold), *anchor, slot),
            }
        }
        self.y += height + AFTER;
        let figure = self.leaf(Tag::Figure(Some(drawing.told.clone())), slot);
        self.laid.tree.push(figure);
    }

    /// A text of one line, of which the foot is at a place.
    fn text_at(&mut self, (x, y): (f32, f32), (text, bold): (&str, bool), anchor: Anchor, slot: usize) {
        let text = match bold {
            true => Text::bold(text, SIZE),
            false => Text::plain(text, SIZE),
        };
        let Some(line) = self.setter.lines(&text, WIDTH).into_iter().next() else {
            return;
        };
        let x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width(&line) / 2.0,
        };
        let y = y - line.baseline;
        self.put(x, y, What::Line(line), Some(slot));
    }
}

/// How wide a line is.
fn width(line: &Line) -> f32 {
    let end = |run: &crate::exchange::minutes::pdf::setting::Run| {
        run.x + run.glyphs.iter().map(|glyph| glyph.x_advance * run.size).sum::<f32>()
    };
    line.runs.iter().map(end).fold(0.0, f32::max)
}

fn grey(series: usize) -> u8 {
    GREYS.get(series % GREYS.len()).copied().unwrap_or(0)
}
