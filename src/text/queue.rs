//! Why a pupil is in the queue, how well they are held, and who holds them in summer: the sentences.
//!
//! The rule: a reason is told in words with its day, never as a score. No sentence holds the name of a pupil.

use super::catalog::theme;
use crate::domain::Day;
use crate::domain::coverage::Tally;
use crate::domain::reason::Reason;
use crate::domain::roof::Span;

/// The names that a reason needs beside its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// The party that asks, that lets go, or that the contract is with.
    pub party: Option<&'a str>,
    /// The party that goes on.
    pub to: Option<&'a str>,
    /// The label of the statutory term.
    pub term: Option<&'a str>,
}

theme! {
    /// The queue, the coverage and the summer list.
    QueueWords {
        words {
            /// Nobody has a reason.
            empty_queue,
            /// Nobody is held by anybody on any day asked about, because there is nobody.
            no_pupils,
            /// Heading: coverage.
            coverage,
            /// Heading: per school.
            per_school,
            /// Heading: per party.
            per_party,
            /// Heading: gaps and cold handovers, by pupil.
            per_pupil,
            /// Every day is covered.
            all_held,
            /// Heading of the summer list.
            summer,
            /// Column: a pupil.
            pupil,
            /// Column: who holds.
            held_by,
            /// Nobody holds.
            nobody,
            /// The whole summer.
            whole,
            /// Nobody had to be told: everybody is held.
            nobody_lost,
            /// Taken off the proposals by hand.
            removed,
            /// The pupil is out of sight.
            out_of_sight,
            /// The pupil has no reason to be discussed.
            no_reason,
        }
        phrases {
            /// A reason with its day, as a part of a sentence.
            reason(reason: &Reason, today: Day, named: &Named<'_>) -> String,
            /// Days from one up to and including another.
            span(span: Span) -> String,
            /// How many names a list lacks because of an objection.
            objections(count: usize) -> String,
            /// How many were taken off the proposals by hand.
            removals(count: usize) -> String,
            /// The totals of a group in one line.
            tally(tally: &Tally) -> String,
            /// How many pupils and days a party holds, and how often it lets go coldly.
            hand(pupils: usize, days: u64, cold: usize) -> String,
            /// A cold handover: its day, who lets go and who goes on, the days together and those needed.
            cold(on: Day, from: &str, to: &str, overlap: (u16, u16)) -> String,
            /// Which days were counted, and by which handover days.
            counted(period: Option<Span>, handover_days: u16) -> String,
            /// How many are not held on every day, of how many.
            lost(count: usize, of: usize) -> String,
            /// On which day a list was made.
            made_on(day: Day) -> String,
        }
    }
}
