//! What is said when the program itself fails.
//!
//! The rule: only the place in the program is told. What a failing library says of itself could quote a note.

use super::catalog::theme;

theme! {
    /// What is said at the end of a program that fell over.
    Edge {
        phrases {
            /// The program stopped at a place in its source, as file and line.
            stopped(place: &str) -> String,
        }
    }
}
