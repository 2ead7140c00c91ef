//! Tests of the room `domain`.

mod dates;
mod draft;
mod fold;
mod hands;
mod lengths;
mod placement;
mod terms;
