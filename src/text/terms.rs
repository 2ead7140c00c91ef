//! The shape of the words around terms. What a term is called and what to do stands with its rule, in both languages,
//! because rules are data that a chair may add to; what is the same for all of them stands here.

use super::catalog::theme;
use crate::domain::term::{RuleFault, TermKind, TermStanding};

theme! {
    /// Words around the terms.
    Terms {
        words {
            /// Title of the list.
            title,
            /// The pupil has none that may be seen here.
            none,
            /// None is due of any pupil.
            none_due,
            /// What a term is, and is not.
            disclaimer,
            /// The day hangs on an expected day of leaving.
            expected,
            /// Before the day on which the source was read.
            read_on,
            /// A rule that a chair added.
            own,
        }
        phrases {
            /// A day, written, and what it means: from then, by then, until then, on that day.
            when(kind: TermKind, day: &str) -> String,
            /// How a term stands, in a word or two.
            standing(kind: TermKind, standing: TermStanding) -> &'static str,
            /// What is wrong on a line of a file of rules, and what to do: follows the name of the file.
            wrong(line: usize, fault: &RuleFault) -> String,
        }
    }
}
