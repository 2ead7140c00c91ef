//! What the public screen may show.
//!
//! A [`Board`] is everything a screen draws, as plain values without sentences or positions. It is generic over who
//! looks: a [`Scene`] is a `Board<Shared>`, whose names are initials and whose private parts are empty types, so
//! that nothing private can be put into it, drawn from it or sent. The private state draws a board with full names
//! through the same code, which is why the two can never drift apart.

mod board;

pub use board::*;
