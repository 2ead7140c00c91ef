//! What is said to somebody who listens, besides the words of the screen.

use super::catalog::theme;

theme! {
    /// Reading aloud.
    Aloud {
        words {
            /// Somebody is on the table now.
            now,
            /// Before the row that the cursor stands on.
            chosen,
            /// Before the keys that act here.
            keys,
            /// A field in which nothing stands.
            empty,
        }
        phrases {
            /// How a row is chosen by its number, when the last one has this number.
            pick(last: usize) -> String,
            /// No row has this number.
            not_there(number: &str) -> String,
            /// Which rows are told, of how many.
            page(from: usize, until: usize, of: usize) -> String,
            /// Which question of a form this is, of how many.
            question(at: usize, of: usize) -> String,
            /// Minutes planned for a part of the agenda, and spent on it.
            minutes(planned: u32, spent: u32) -> String,
        }
    }
}
