//! The fault matrix: fault × moment → what happened, as one run of the tests saw it.
//!
//! The rule: a row is written by the test that caused the fault, after it has looked at what came of it. So the table
//! holds what ran, and nothing else. The table of one run is kept in `tests/faults/matrix.md` for whoever reads; a fault
//! that it does not name stops the test that caused it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static ROWS: Mutex<BTreeMap<(String, String), String>> = Mutex::new(BTreeMap::new());

/// The table that was kept.
const KEPT: &str = include_str!("matrix.md");

/// Where the table of this run stands.
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fault-matrix.md")
}

/// Adds a row, and writes the table as far as it is known.
///
/// # Panics
/// When the table that was kept does not name the fault.
pub fn record(fault: &str, moment: &str, happened: &str) {
    assert!(
        KEPT.contains(&format!("\n| {fault} | ")),
        "tests/faults/matrix.md does not tell of {fault:?}: keep the table of a whole run anew"
    );
    let mut rows = ROWS.lock().unwrap_or_else(PoisonError::into_inner);
    rows.insert((fault.into(), moment.into()), happened.into());
    let mut table = String::from("| fault | moment | what happened |\n|---|---|---|\n");
    for ((fault, moment), happened) in rows.iter() {
        table.push_str(&format!("| {fault} | {moment} | {happened} |\n"));
    }
    std::fs::create_dir_all(path().parent().unwrap()).unwrap();
    std::fs::write(path(), table).unwrap();
    println!("{fault} | {moment} | {happened}");
}
