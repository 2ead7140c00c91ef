//! What the public screen may show, and how it gets to a second window.
//!
//! A [`Board`] is everything a screen draws, as plain values without sentences or positions. It is generic over who
//! looks: a [`Scene`] is a `Board<Shared>`, whose names are initials and whose private parts are empty types, so
//! that nothing private can be put into it, drawn from it or sent. The private state draws a board with full names
//! through the same code, which is why the two can never drift apart.
//!
//! What crosses to the public window is a [`Show`]: blank, or a [`Projection`], which is made of a scene and of nothing
//! else. `wire` says how it looks on the way, `place` where the two meet, `host` is the chair's end and `viewer` the
//! window's.

mod board;
pub mod host;
mod link;
pub mod place;
mod projection;
mod slide;
pub mod viewer;
pub mod wire;

pub use board::*;
pub use projection::{Blank, Over, Projection, Show, WindowState};
pub use slide::{AgreedRow, PointSlide, PupilSlide};
