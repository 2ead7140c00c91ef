//! The words of writing while people talk, and of reading back what was written.

use super::catalog::theme;

theme! {
    /// What is said of a line while it is typed, and what is missing when it is read back.
    Noting {
        words {
            /// Flag of a line that begins with a command and was never taken.
            not_taken,
            /// Flag of what came after the read-back was confirmed.
            not_read_back,
            /// Flag of an item of which something was taken back after that.
            taken_back,
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
            /// Nobody was found for the table: where a parent is marked.
            family_row,
            /// A line with a command was typed where things are found.
            for_the_note,
        }
        phrases {
            /// On the blank screen, once something was typed: how to go on.
            paused(key: &str) -> String,
            /// Mark for a day that no calendar has.
            impossible(phrase: &str) -> String,
            /// Nobody at the table has the name behind an `@`, and what that means for the action.
            nobody_called(name: &str) -> String,
            /// A chance that was assessed: of what, and how high.
            chance(kind: &str, level: &str) -> String,
        }
    }
}
