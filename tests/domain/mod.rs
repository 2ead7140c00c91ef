//! Tests of the room `domain`.

mod dates;
mod draft;
mod fold;
mod reasons;
mod roof;
mod terms;
