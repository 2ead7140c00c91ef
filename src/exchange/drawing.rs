//! A drawing as shapes: what a picture file and a PDF draw alike, each with its own tool.
//!
//! The rule: a drawing is told in words too, for who cannot see it, and everything in it is measured in whole steps from
//! its left and its top.

/// Which end of a text is where it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
}

/// A shape, from the left and the top of its drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A filled rectangle in the colour of a series.
    Block {
        at: (u16, u16),
        size: (u16, u16),
        series: usize,
    },
    /// A line through points, in the colour of a series; from the second series on with dashes.
    Path { points: Vec<(u16, u16)>, series: usize },
    /// A text, its foot at a height.
    Text {
        at: (u16, u16),
        text: String,
        anchor: Anchor,
        bold: bool,
    },
}

/// Shapes that belong together and stand on one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drawing {
    /// How high it is.
    pub(super) height: u16,
    /// The shapes.
    pub(super) shapes: Vec<Shape>,
    /// The same in words.
    pub(super) told: String,
}
