//! The headings that a table goes by when a pupil asks for more time, and how they are offered.

use super::catalog::theme;
use crate::domain::codes::{Lane, SchoolKind};

theme! {
    /// Templates of notes.
    Templates {
        phrases {
            /// The headings for a pupil of a lane and kind of school, each on a line of its own; empty when there are
            /// none. The chair's own come first.
            headings(lane: Lane, school: SchoolKind) -> &'static str,
            /// That a key writes them, in an empty note.
            offer(key: &str) -> String,
        }
    }
}
