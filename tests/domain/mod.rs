//! Tests of the room `domain`.

mod dates;
mod draft;
mod fold;
mod mask;
