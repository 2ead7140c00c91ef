//! The fault matrix: fault × moment → what happened, as one run of the tests saw it.
//!
//! The rule: a row is written by the test that caused the fault, after it has looked at what came of it. So the table
//! holds what ran, and nothing else.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static ROWS: Mutex<BTreeMap<(String, String), String>> = Mutex::new(BTreeMap::new());

/// Where the table stands.
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fault-matrix.md")
}

/// Adds a row, and writes the table as far as it is known.
pub fn record(fault: &str, moment: &str, happened: &str) {
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
