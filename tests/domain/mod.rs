//! Tests of the room `domain`.

mod coverage;
mod dates;
mod draft;
mod fold;
mod hands;
mod holidays;
mod leaving;
mod lengths;
mod mask;
mod meeting;
mod outside;
mod placement;
mod reasons;
mod result;
mod roof;
mod speaker;
mod terms;
