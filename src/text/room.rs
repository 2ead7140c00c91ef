//! The words about the room: who sits there, and what it does not hear because of that.

use super::catalog::theme;
use crate::domain::hidden::Hidden;
use crate::domain::people::Person;

theme! {
    /// What is said of the people in the room.
    Room {
        words {
            /// Over the list of who is present: it waits, and may be confirmed later.
            attendance_asked,
            /// In the lowest line, while choosing: it waits to be confirmed who is present, and with which key.
            unconfirmed,
            /// The same while writing.
            unconfirmed_writing,
        }
        phrases {
            /// So many rows are left out of a list, and why.
            hidden(hidden: Hidden) -> String,
            /// No school has in its name what was typed.
            no_school(typed: &str) -> String,
            /// A professional whom somebody wants to call: by name, and that they no longer work there.
            to_call(person: &Person) -> String,
        }
    }
}
