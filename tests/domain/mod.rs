//! Tests of the room `domain`.

mod bsn;
mod coverage;
mod dates;
mod dossier;
mod draft;
mod fold;
mod follow_up;
mod hands;
mod holidays;
mod leaving;
mod lengths;
mod line;
mod mask;
mod meeting;
mod name;
mod naming;
mod outside;
mod people;
mod placement;
mod pupil;
mod reasons;
mod result;
mod rights;
mod roof;
mod speaker;
mod terms;
