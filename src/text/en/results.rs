//! Result tables, in English.

use super::dates::DATES;
use crate::domain::result::{Division, SetFault};
use crate::text::results::ResultWords;

pub(in crate::text) const RESULTS: ResultWords = ResultWords {
    title: "Results",
    row: "Result",
    count: "Count",
    computed: "computed",
    hidden: "hidden",
    cohorts: "Cohorts",
    no_cohorts: "There is no cohort yet. Make one in dakpan: type : and then cohort.",
    cohort: "Cohort",
    set: "Rows",
    unknown: "unknown",
    nobody: "nobody",
    no_result: "no result",
    instruments: "Persons and instruments",
    with_instrument: "young people with an instrument",
    instrument: "Instrument",
    persons: "Persons",
    times: "Times",
    running: "Running",
    durability: "How long placements last",
    contract: "Contract",
    no_contract: "not recorded",
    placements: "Placements",
    course: "Relapse, gaps and terms",
    what: "What",
    relapsed: "young people with a relapse",
    relapses: "relapses",
    gap_days: "gap days",
    with_gap: "young people with a gap",
    cold: "cold handovers",
    met: "terms met",
    missed: "terms missed",
    open: "terms still open",
    actions: "Actions by party",
    months: "In and out by month",
    month: "Month",
    came: "In",
    left: "Out",
    counted_once: "Each young person counts once, on one reference date. Computed rows are what is left.",
    measured: "Still placed after so many months: how many of those of whom it can be said on the reference date.",
    no_owner: "without an owner",
    all_forms: "all placements",
    goes_on: "↓ below the last row: instruments, duration, relapse, actions, in and out.",
    to_come: "Note: the reference date has still to come; what happens until then does not count yet.",
    file: "results",
    file_public: "public",
    on: |day| format!("reference date {}", DATES.day_year(day)),
    small_hidden: |smallest| {
        format!(
            "Small numbers (below {smallest}) are hidden, and others where they could be computed from what is shown. More \
             than one public table of a cohort, divided otherwise or on another day, may together still say more."
        )
    },
    unlisted: |count| match count {
        1 => "1 young person in a computed row has a result for which these rows have none.".to_owned(),
        _ => format!("{count} young people in a computed row have a result for which these rows have none."),
    },
    before: |cohort, began| {
        format!(
            "Note: on this reference date {cohort} had not begun; the first thing was recorded on {}.",
            DATES.day_year(began)
        )
    },
    joining: |pupils, school| match pupils {
        1 => format!("1 pupil of {school} comes in; who is in it already stays."),
        _ => format!("{pupils} pupils of {school} come in; who is in it already stays."),
    },
    by: |division| match division {
        Division::School => "by school",
        Division::Party => "by party",
        Division::Route => "by route",
        Division::Residence => "by municipality",
        Division::Month => "by month",
    },
    after: |months| format!("After {months} mo"),
    of: |count, whole| format!("{count} of {whole}"),
    month_of: |first| first.format("%b %Y").to_string(),
    short_month: |first| first.format("%b").to_string(),
    used: |name, persons, times| format!("{name}: {persons} young people with an instrument, {times} instruments."),
    lasted: |forms| format!("Still placed after a year: {forms}."),
    fell: |persons, days| format!("Relapse: {persons} young people. Gap days: {days}."),
    more: |count| format!("{count} more"),
    wrong,
};

fn wrong(fault: &SetFault) -> String {
    match fault {
        SetFault::Syntax(text) => format!("this cannot be read ({text}); compare it with resultaten.toml"),
        SetFault::BadText(text) => format!("'{text}' does not fit; use a short text, and small letters for id and key"),
        SetFault::Twice(text) => format!("'{text}' stands there twice; give one of them another name"),
        SetFault::UnknownResult(text) => format!("'{text}' is no result; choose a code of the program"),
        SetFault::NoSuchRow(text) => format!("there is no row '{text}' above; put that one first"),
        SetFault::NotOneWhole(text) => {
            format!("'{text}' is part of no row; only the first row is everybody, the others have 'of'")
        }
        SetFault::NoCondition(text) => {
            format!("'{text}' does not say who counts; give support, results or contract, or remainder = true")
        }
        SetFault::NoRemainder(text) => {
            format!("the parts of '{text}' do not have exactly one remainder; give one part remainder = true")
        }
        SetFault::Empty(text) => format!("'{text}' has no rows; put a [[result_set.row]] below it"),
    }
}
