//! What is said when the program itself fails.
//!
//! The rule: only the place in the program is told. What a failing library says of itself could quote a note.

use super::catalog::theme;

/// A place in the source as it may be told: of a file's path only what lies in its package, because what comes before
/// names somebody's home. `rustls-1.0/src/lib.rs:12` for a library, `src/main.rs:12` for the program itself.
pub fn place_in_source(file: &str, line: u32) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let src = parts.iter().rposition(|part| *part == "src");
    let from = src.map_or(parts.len().saturating_sub(1), |at| at.saturating_sub(1));
    let told = parts.get(from..).unwrap_or_default().join("/");
    format!("{told}:{line}")
}

theme! {
    /// What is said at the end of a program that fell over.
    Edge {
        phrases {
            /// The program stopped at a place in its source, as file and line.
            stopped(place: &str) -> String,
        }
    }
}
