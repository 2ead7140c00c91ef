//! The tests of the house, in one program: each room has its folder, and a story per task of a chair.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod domain;
mod exchange;
mod store;
