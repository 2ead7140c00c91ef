//! What a keypress costs, measured: the pure reckoning, the file at three sizes, and a draw of the main screen.
//!
//! `cargo bench` prints the whole table, `cargo bench -- roof` a part of it. Times are for comparing within one run on
//! one machine; nothing here can fail, because no test of this house depends on a clock.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement that cannot be made should stop"
)]

mod draw;
mod file;
mod import;
mod keys;
mod parties;
mod pure;
mod results;
mod tables;

fn main() {
    divan::main();
}
