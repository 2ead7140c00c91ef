//! The words of writing while people talk, and of reading back what was written.

use super::catalog::theme;

theme! {
    /// What is said of a line while it is typed, and what is missing when it is read back.
    Noting {
        words {
            /// Mark behind the owner of an action who is not at the table.
            away,
            /// Flag of a line that begins with a command and was never taken.
            not_taken,
            /// Flag of an item at which nothing was decided.
            no_decision,
            /// How an item stands that goes to the next meeting.
            carried,
            /// How an item stands with whose proposal the table agreed.
            agreed,
            /// Word before the primary result.
            result,
            /// Word before the route.
            route,
        }
        phrases {
            /// On the blank screen, once something was typed: how to go on.
            paused(key: &str) -> String,
            /// Mark for a day that no calendar has.
            impossible(phrase: &str) -> String,
        }
    }
}
