//! Tests of the room `domain`.

mod draft;
mod fold;
