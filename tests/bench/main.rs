//! What a keypress costs, measured: the pure reckoning, the file at three sizes, and a draw of the main screen.
//!
//! `cargo bench` prints the whole table, `cargo bench -- roof` a part of it. Times are for comparing within one run on
//! one machine; nothing here can fail, because no test of this house depends on a clock. `.ci/counts` counts the
//! instructions of the gestures instead, which are the same on a busy machine.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement that cannot be made should stop"
)]

#[allow(dead_code, unused_imports)]
#[path = "../desk/mod.rs"]
mod desk;
mod draw;
mod file;
mod import;
mod keys;
mod merge;
mod parties;
mod press;
mod pure;
mod results;
mod tables;

fn main() {
    match std::env::var("DAKPAN_COUNT") {
        Ok(order) => press::count(&order),
        Err(_) => divan::main(),
    }
}
