//! What is said of the roof: whether a pupil is held, by whom, and what is under the cursor of the timeline.

use super::catalog::theme;
use crate::domain::Day;
use crate::domain::roof::Span;

theme! {
    /// Words of the timeline.
    RoofWords {
        words {
            /// Label of the row that tells whether the pupil is held.
            held,
            /// Label of the row of instruments.
            instruments,
            /// Label of the row of days to keep in sight.
            marks,
            /// A gap, as a word in capitals.
            gap,
            /// A cold handover, as a mark of one column.
            cold_mark,
            /// A cold handover, in one word.
            cold,
            /// A cold handover, as the name of the thing.
            cold_handover,
            /// An instrument is looked at again.
            review,
            /// A day has passed and something is still to be done.
            late,
            /// Nothing needs to be done any more.
            settled,
            /// It can be done now.
            running,
            /// What a term is, and what it is not.
            reminder,
            /// Legend: a tile that holds.
            holds,
            /// Legend: a tile that does not hold.
            beside,
            /// Legend: a tile that does not hold, to come.
            beside_planned,
            /// Legend: two hands hold.
            together,
            /// Legend: nobody holds.
            nobody_legend,
            /// Legend: an instrument asked for or put off.
            instrument_planned,
            /// Nobody.
            nobody,
            /// Label: form of the contract.
            contract,
            /// Label: who lets go.
            lets_go,
            /// Label: who takes hold.
            comes,
            /// Label: who goes on.
            goes_on,
            /// Label: what would fill a gap.
            offer,
            /// The key that takes the offer, and what it does.
            take,
            /// The gap is over.
            over,
            /// Nobody can be proposed, and what can be done.
            no_offer,
            /// A step: asked for.
            requested,
            /// A step: decided.
            decided,
            /// A step: begun.
            started,
            /// A step: ended.
            ended,
            /// A step: put off until.
            deferred,
            /// Before a reason.
            because,
        }
        phrases {
            /// Nobody holds on these days, of which the first may be today: a clause.
            nobody_holds(span: Span, today: Day) -> String,
            /// First and last day, near by: `1 aug – 31 aug`; with the years where they differ.
            days(span: Span) -> String,
            /// From a day up to and including another.
            from_until(span: Span) -> String,
            /// From a day, without an end.
            from_on(day: Day) -> String,
            /// From a day, broken off on another, although planned until a third if there is one.
            broken_off(from: Day, ended: Day, planned: Option<Day>) -> String,
            /// So many days.
            count(days: u32) -> String,
            /// Since a day no guidance is needed.
            no_guidance(day: Day) -> String,
            /// Both hands hold on so many of so many days.
            overlap(days: u16, of: u16) -> String,
        }
    }
}
