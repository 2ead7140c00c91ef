//! The day by which something is done: what is said about when it is, is moved to a day on which people work; what names
//! one day stays.

use dakpan::domain::dates::{date_at_end, read_date, read_due};

use super::{day, on};

/// Today, a phrase, the day it is, and the day by which it is done.
const MOVED: &[(&str, &str, &str, &str)] = &[
    // A Sunday, a Saturday, and New Year's Day before a weekend.
    ("2026-11-23", "eind jan", "2027-01-31", "2027-01-29"),
    ("2026-11-23", "uiterlijk eind januari", "2027-01-31", "2027-01-29"),
    ("2026-11-23", "by the end of january", "2027-01-31", "2027-01-29"),
    ("2026-11-23", "end-jan", "2027-01-31", "2027-01-29"),
    ("2026-11-23", "eind februari 2027", "2027-02-28", "2027-02-26"),
    ("2027-01-04", "eind van de maand", "2027-01-31", "2027-01-29"),
    ("2026-11-23", "begin volgend jaar", "2027-01-01", "2027-01-04"),
    ("2026-11-23", "begin januari", "2027-01-01", "2027-01-04"),
    ("2026-11-23", "begin mei", "2027-05-01", "2027-05-03"),
    // Easter Monday, Christmas on a Friday, Christmas on a Thursday with its second day.
    ("2027-03-24", "begin volgende week", "2027-03-29", "2027-03-30"),
    ("2026-12-21", "eind van de week", "2026-12-25", "2026-12-24"),
    ("2031-12-22", "eind van de week", "2031-12-26", "2031-12-24"),
];

/// Today, a phrase, and the day it is either way.
const STAYS: &[(&str, &str, &str)] = &[
    ("2026-11-23", "eind november", "2026-11-30"),
    ("2026-11-23", "begin februari", "2027-02-01"),
    ("2026-11-23", "eind van de week", "2026-11-27"),
    ("2026-11-28", "eind van de week", "2026-12-04"),
    ("2026-11-27", "eind van de week", "2026-11-27"),
    // Somebody who names the day means it, and half a month is about its middle anyhow.
    ("2026-11-23", "31 januari", "2027-01-31"),
    ("2026-11-23", "31-1", "2027-01-31"),
    ("2026-11-23", "zondag", "2026-11-29"),
    ("2026-11-23", "nieuwjaar", "2027-01-01"),
    ("2026-11-23", "half mei", "2027-05-15"),
    ("2026-11-23", "over 5 dagen", "2026-11-28"),
    // Before a begin there is no day after it.
    ("2026-11-23", "vóór begin januari", "2027-01-01"),
    ("2026-11-23", "tot begin januari", "2027-01-01"),
    // The working day before has passed: the last day itself is still to come.
    ("2027-01-30", "eind januari", "2027-01-31"),
];

#[test]
fn an_end_or_a_begin_on_which_nobody_works_is_done_on_the_working_day_beside_it() {
    for (today, phrase, is, due) in MOVED {
        let context = on(today);
        assert_eq!(read_date(phrase, &context), Some(day(is)), "{phrase:?} on {today}");
        assert_eq!(read_due(phrase, &context), Some(day(due)), "{phrase:?} on {today}");
        let line = format!("Els belt {phrase}");
        assert_eq!(date_at_end(&line, &context), Some((9, day(due))), "{line:?} on {today}");
    }
    for (today, phrase, is) in STAYS {
        let context = on(today);
        assert_eq!(read_date(phrase, &context), Some(day(is)), "{phrase:?} on {today}");
        assert_eq!(read_due(phrase, &context), Some(day(is)), "{phrase:?} on {today}");
    }
}
