//! A bad day: killed at any moment, a power cut, a disk that fails, a file that is moved, cut or flipped under way.
//!
//! The rule: after each fault the file is sound, nothing is lost that was drawn or acknowledged, nothing panics, and
//! where something could not be done the screen says what and what to do. What happened stands, fault by fault, in a
//! table that the run itself writes: `cargo test --test main faults:: && cat target/fault-matrix.md`.
//!
//! Moments are drawn from a fixed seed. `DAKPAN_LONG=1` tries more of them, `DAKPAN_FAULT_SEED=7` others.

mod chair;
mod clock;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(unix)]
mod file;
mod kills;
pub mod matrix;
mod power;
mod process;

/// Where every run begins that does not say otherwise.
const SEED: u64 = 0x6661_756c_7473;

/// The seed of this run.
fn seed() -> u64 {
    std::env::var("DAKPAN_FAULT_SEED").map_or(SEED, |seed| seed.parse().unwrap())
}

/// So many, or many times as many when a long run was asked for.
fn rounds(usual: usize) -> usize {
    if std::env::var_os("DAKPAN_LONG").is_some() {
        usual * 20
    } else {
        usual
    }
}
