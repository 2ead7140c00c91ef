//! Tests of the room `domain`.

mod dates;
