//! What is said of the roof, in English.

use chrono::Datelike;

use super::dates::DATES;
use crate::domain::Day;
use crate::domain::roof::Span;
use crate::text::roof::RoofWords;

pub(in crate::text) const ROOF: RoofWords = RoofWords {
    held: "held",
    instruments: "instrument",
    marks: "term",
    gap: "GAP",
    cold_mark: "C",
    cold: "cold",
    cold_handover: "cold handover",
    review: "look again",
    late: "late",
    settled: "settled",
    running: "runs",
    reminder: "a reminder, not legal advice",
    holds: "holds",
    beside: "does not hold",
    beside_planned: "planned",
    together: "together",
    nobody_legend: "gap: nobody",
    instrument_planned: "not begun yet",
    nobody: "nobody",
    contract: "contract",
    lets_go: "lets go",
    comes: "takes hold",
    goes_on: "goes on",
    offer: "Proposal",
    take: "lays this tile",
    over: "this gap is over",
    no_offer: "nobody to propose: this school has no fixed contact",
    requested: "asked for",
    decided: "decided",
    started: "begun",
    ended: "done",
    deferred: "put off until",
    because: "because",
    nobody_holds,
    days,
    from_until,
    from_on,
    broken_off,
    count,
    no_guidance,
    overlap,
};

fn brief(day: Day) -> String {
    format!("{} {}", day.day(), DATES.month(day.month()))
}

fn nobody_holds(span: Span, today: Day) -> String {
    if span.from <= today {
        return format!("nobody holds until {}", last(span, today.year()));
    }
    if span.from.year() == span.until.year() && span.from.month() == span.until.month() {
        return format!("nobody holds {}–{}", span.from.day(), brief(span.until));
    }
    format!("nobody holds {}", days(span))
}

/// The last day, with its year when that is another.
fn last(span: Span, year: i32) -> String {
    if span.until.year() == year {
        brief(span.until)
    } else {
        DATES.day_year(span.until)
    }
}

fn days(span: Span) -> String {
    if span.from.year() == span.until.year() {
        format!("{} – {}", brief(span.from), brief(span.until))
    } else {
        format!("{} – {}", DATES.day_year(span.from), DATES.day_year(span.until))
    }
}

fn from_until(span: Span) -> String {
    format!(
        "from {} through {}",
        DATES.day_year(span.from),
        DATES.day_year(span.until)
    )
}

fn from_on(day: Day) -> String {
    format!("from {} on, without an end", DATES.day_year(day))
}

fn broken_off(from: Day, ended: Day, planned: Option<Day>) -> String {
    let stopped = format!("from {}, broken off on {}", DATES.day_year(from), DATES.day_year(ended));
    match planned {
        Some(planned) => format!("{stopped} (planned through {})", DATES.day_year(planned)),
        None => stopped,
    }
}

fn count(days: u32) -> String {
    match days {
        1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    }
}

fn no_guidance(day: Day) -> String {
    format!("no guidance needed since {}", DATES.day_year(day))
}

fn overlap(days: u16, of: u16) -> String {
    format!("together on {days} of {}", count(of.into()))
}
