//! The lists over many pupils on the screen: who is to be discussed, everybody by name, coverage, summer.
//!
//! The sentences on reasons, gaps and hands are those of [`super::queue`]; here is what the screen says around them.

use super::catalog::theme;
use crate::domain::Day;
use crate::domain::reason::ReasonKind;
use crate::domain::roof::Span;

theme! {
    /// What the lists say around their rows.
    ListingWords {
        words {
            /// Label on the card: why this pupil is to be discussed.
            why,
            /// Title: who is to be discussed.
            turn,
            /// Title: everybody by name.
            names,
            /// In a title: of all schools.
            all_schools,
            /// The pupil stands on the agenda of the meeting on the table.
            on_agenda,
            /// What the coverage aims at, while it is not reached.
            goal,
            /// The same, once it is.
            goal_reached,
            /// Nobody of a school is on the list.
            nobody_listed,
        }
        phrases {
            /// A reason in at most ten columns, for a narrow pane.
            short(kind: ReasonKind) -> &'static str,
            /// A school that was not read, with the number of its pupils.
            not_read(pupils: usize) -> String,
            /// Rows that follow on those shown; whether Enter goes to the school or reads them all.
            more(count: usize, whole: bool) -> String,
            /// Since when a pupil is out of sight.
            out_since(day: Day) -> String,
            /// When a pupil was taken off the queue.
            removed_on(day: Day) -> String,
            /// Days without anybody.
            gap_days(count: u64) -> String,
            /// Cold handovers.
            cold(count: usize) -> String,
            /// How many pupils have no reason to be discussed.
            without_reason(count: usize) -> String,
            /// How many pupils are held on every day and handed over warmly.
            without_gap(count: usize) -> String,
            /// The days of a summer, in a title.
            summer(span: Span) -> String,
            /// How many pupils a school has.
            pupils(count: usize) -> String,
        }
    }
}
