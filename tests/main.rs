//! The one test binary: its modules mirror the rooms of `src/`. One binary links once and runs its tests side by
//! side; the guard in `architecture` fails when a file under `tests/` is not reached from here.

// What a program may never do to a chair, a test may: stopping at the first surprise is its purpose.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    // Nothing outside reaches into a test binary, so `pub` means "for the other modules" here.
    unreachable_pub
)]

mod app;
mod architecture;
mod cli;
mod desk;
mod domain;
mod exchange;
mod faults;
mod fuzz;
mod monkey;
mod pictures;
mod public;
mod readme;
mod store;
mod terminal;
mod text;
mod ui;
