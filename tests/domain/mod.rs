//! Tests of the room `domain`.

mod dates;
mod draft;
mod fold;
mod holidays;
mod reasons;
mod roof;
mod terms;
