//! Lengths in one word: the last day of a period, and the day to look again.

use chrono::NaiveDate;
use dakpan::domain::dates::{read_later, read_length};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_period_ends_on_the_day_before_it_comes_round() {
    for (length, from, last) in [
        ("+2m", "2026-09-01", "2026-10-31"),
        ("+6w", "2026-06-03", "2026-07-14"),
        ("+10d", "2026-06-01", "2026-06-10"),
        ("+1d", "2026-06-01", "2026-06-01"),
        ("+1j", "2026-08-01", "2027-07-31"),
        ("+1y", "2024-02-29", "2025-02-28"),
        ("+6mnd", "2026-06-15", "2026-12-14"),
        ("+1m", "2026-01-31", "2026-02-28"),
        ("+1m", "2028-01-30", "2028-02-29"),
        ("+2m", "2026-12-31", "2027-02-28"),
    ] {
        assert_eq!(read_length(length, day(from)), Some(day(last)), "{length} from {from}");
    }
}

#[test]
fn looking_again_is_that_much_later() {
    assert_eq!(read_later("+9m", day("2026-09-01")), Some(day("2027-06-01")));
    assert_eq!(read_later("+1m", day("2026-01-31")), Some(day("2026-02-28")));
}

#[test]
fn anything_else_is_not_a_length() {
    for text in [
        "",
        "2m",
        "+m",
        "+0w",
        "+2",
        "over 2 weken",
        "+2m later",
        "12-6",
        "+99999w",
        "-2m",
    ] {
        assert_eq!(read_length(text, day("2026-06-03")), None, "{text}");
        assert_eq!(read_later(text, day("2026-06-03")), None, "{text}");
    }
}
