//! What is said of the roof, in Dutch.

use chrono::Datelike;

use super::dates::DATES;
use crate::domain::Day;
use crate::domain::roof::Span;
use crate::text::roof::RoofWords;

pub(in crate::text) const ROOF: RoofWords = RoofWords {
    held: "begeleid",
    instruments: "instrument",
    marks: "termijn",
    gap: "GAT",
    cold_mark: "K",
    cold: "koud",
    cold_handover: "koude overdracht",
    review: "opnieuw bekijken",
    late: "te laat",
    settled: "klaar",
    running: "loopt",
    reminder: "een herinnering, geen juridisch advies",
    holds: "houdt vast",
    beside: "houdt niet vast",
    beside_planned: "gepland",
    together: "samen",
    nobody_legend: "gat: niemand",
    instrument_planned: "nog niet begonnen",
    nobody: "niemand",
    contract: "contract",
    lets_go: "laat los",
    comes: "pakt vast",
    goes_on: "gaat door",
    offer: "Voorstel",
    take: "legt deze dakpan",
    over: "dit gat is voorbij",
    no_offer: "niemand om voor te stellen: deze school heeft geen vaste contactpersoon",
    requested: "aangevraagd",
    decided: "besloten",
    started: "begonnen",
    ended: "klaar",
    deferred: "uitgesteld tot",
    because: "omdat",
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
        return format!("niemand houdt vast t/m {}", last(span, today.year()));
    }
    if span.from.year() == span.until.year() && span.from.month() == span.until.month() {
        return format!("niemand houdt vast {}–{}", span.from.day(), brief(span.until));
    }
    format!("niemand houdt vast {}", days(span))
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
        "van {} tot en met {}",
        DATES.day_year(span.from),
        DATES.day_year(span.until)
    )
}

fn from_on(day: Day) -> String {
    format!("vanaf {}, zonder einddatum", DATES.day_year(day))
}

fn broken_off(from: Day, ended: Day, planned: Option<Day>) -> String {
    let stopped = format!("van {}, gestopt op {}", DATES.day_year(from), DATES.day_year(ended));
    match planned {
        Some(planned) => format!("{stopped} (gepland tot en met {})", DATES.day_year(planned)),
        None => stopped,
    }
}

fn count(days: u32) -> String {
    match days {
        1 => "1 dag".to_owned(),
        _ => format!("{days} dagen"),
    }
}

fn no_guidance(day: Day) -> String {
    format!("geen begeleiding nodig sinds {}", DATES.day_year(day))
}

fn overlap(days: u16, of: u16) -> String {
    format!("samen {days} van {}", count(of.into()))
}
