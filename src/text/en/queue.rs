//! The queue, the coverage and the summer list, in English.

use crate::domain::Day;
use crate::domain::coverage::Tally;
use crate::domain::reason::{Reason, ReasonKind};
use crate::domain::roof::Span;
use crate::text::queue::{Named, QueueWords};

pub(in crate::text) const QUEUE: QueueWords = QueueWords {
    empty_queue: "Nobody has a reason to be discussed now.",
    no_pupils: "There are no pupils.",
    coverage: "Coverage",
    per_school: "By school",
    per_party: "By party",
    per_pupil: "By pupil",
    all_held: "Everybody is held on every day.",
    summer: "Summer list",
    pupil: "pupil",
    held_by: "who holds",
    nobody: "NOBODY",
    whole: "the whole summer",
    nobody_lost: "everybody is held the whole summer",
    removed: "taken off the queue by hand",
    out_of_sight: "out of sight",
    no_reason: "no reason",
    reason,
    span,
    objections: |count| match count {
        1 => "1 pupil is not on the list: there is an objection.".to_owned(),
        _ => format!("{count} pupils are not on the list: there is an objection."),
    },
    removals: |count| match count {
        1 => "1 pupil was taken off the queue by hand.".to_owned(),
        _ => format!("{count} pupils were taken off the queue by hand."),
    },
    tally,
    hand: |pupils, days, cold| {
        format!(
            "holds {}, {} together · lets go coldly {cold} times",
            counted(pupils, "pupil", "pupils"),
            counted(days, "day", "days")
        )
    },
    cold: |on, from, to, (overlap, needed)| {
        format!(
            "cold handover on {}: {from} → {to}, {overlap} of {} together",
            date(on),
            counted(needed, "day", "days")
        )
    },
    counted: |period, handover| {
        let days = period.map_or("All days to cover".to_owned(), |period| {
            format!("The days of {}", span(period))
        });
        format!("{days}; a handover is warm from {handover} days together.")
    },
    lost: |count, of| match count {
        1 => format!("1 of {of} is not held on every day"),
        _ => format!("{count} of {of} are not held on every day"),
    },
    made_on: |day| format!("made on {}", date(day)),
};

fn date(day: Day) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn span(span: Span) -> String {
    if span.from == span.until {
        date(span.from)
    } else {
        format!("{} to {}", date(span.from), date(span.until))
    }
}

/// A number with its noun.
fn counted<N: std::fmt::Display + PartialEq + From<u8>>(count: N, one: &str, more: &str) -> String {
    let noun = if count == N::from(1) { one } else { more };
    format!("{count} {noun}")
}

fn tally(tally: &Tally) -> String {
    format!(
        "{} · to cover {} · covered {} · not covered {} · {}",
        counted(tally.pupils, "pupil", "pupils"),
        counted(tally.days, "day", "days"),
        tally.covered_days,
        tally.gap_days,
        counted(tally.cold_handovers, "cold handover", "cold handovers")
    )
}

fn reason(reason: &Reason, today: Day, named: &Named<'_>) -> String {
    let on = date(reason.on);
    let (party, to) = (named.party.unwrap_or("?"), named.to.unwrap_or("?"));
    match reason.kind {
        ReasonKind::OutOfSight => format!("out of sight since {on}"),
        ReasonKind::Gap => {
            let days = Span::new(reason.on, reason.until.unwrap_or(reason.on)).map_or(on, span);
            if reason.on <= today {
                format!("nobody holds now: {days}")
            } else {
                format!("nobody will hold: {days}")
            }
        }
        ReasonKind::CarriedOver => format!("carried over on {on}"),
        ReasonKind::AskedFor => match named.party {
            Some(party) => format!("{party} asks to discuss, since {on}"),
            None => format!("put in the queue on {on}"),
        },
        ReasonKind::ActionOverdue => format!("action overdue, was due on {on}"),
        ReasonKind::ColdHandover => format!("cold handover on {on}: {party} → {to}"),
        ReasonKind::TermDue => {
            let term = named.term.unwrap_or("statutory term");
            let when = if reason.on < today { "term passed" } else { "term" };
            format!("{when} {on}: {term}")
        }
        ReasonKind::ContractEnds => format!("contract with {party} ends on {on}"),
        ReasonKind::AftercareDue => format!("aftercare due on {on}"),
        ReasonKind::RegisterReview => format!("doelgroepregister to be looked at again on {on}"),
        ReasonKind::LeavesSoon if reason.on < today => format!("was to leave on {on}, not yet discussed"),
        ReasonKind::LeavesSoon => format!("leaves on {on}, not yet discussed"),
        ReasonKind::ChancesNotAssessed => format!("final school year until {on}, chances not assessed"),
        ReasonKind::ChancesLow => format!("chances low since {on}, nobody has taken the pupil up"),
    }
}
