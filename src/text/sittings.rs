//! The words of choosing another meeting.

use super::catalog::theme;

theme! {
    /// What the list of meetings says.
    Sittings {
        words {
            /// Title of the list.
            title,
            /// Below it: what can be done.
            hint,
            /// How a meeting stands that sits now.
            open,
            /// The meeting that is looked at.
            on_table,
        }
    }
}
