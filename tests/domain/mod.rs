//! Tests of the room `domain`.

mod any_roof;
mod dates;
mod draft;
mod fold;
mod roof;
