//! Days that were: without a year the last one, and never one that is still to come.

use chrono::NaiveDate;
use dakpan::domain::dates::read_past_date;

#[test]
fn a_day_that_was_is_the_last_one_up_to_today() {
    let today = "2026-06-03".parse().unwrap();
    for (phrase, day) in [
        ("vandaag", "2026-06-03"),
        ("gisteren", "2026-06-02"),
        ("Eergisteren", "2026-06-01"),
        ("yesterday", "2026-06-02"),
        ("the day before yesterday", "2026-06-01"),
        ("22-11", "2025-11-22"),
        ("3-6", "2026-06-03"),
        ("4 juni", "2025-06-04"),
        ("1 feb", "2026-02-01"),
        ("29-2", "2024-02-29"),
        ("de 1e maart", "2026-03-01"),
        ("3 juni dit jaar", "2026-06-03"),
        ("1 feb dit jaar", "2026-02-01"),
        ("15-1-2026", "2026-01-15"),
        ("2026-01-15", "2026-01-15"),
        ("12-1-2027", "2027-01-12"),
        // 3 June 2026 is a Wednesday.
        ("woensdag", "2026-05-27"),
        ("di", "2026-06-02"),
        ("do", "2026-05-28"),
        ("afgelopen vrijdag", "2026-05-29"),
        ("last friday", "2026-05-29"),
        ("di 26-5", "2026-05-26"),
        ("2 weken geleden", "2026-05-20"),
        ("een maand geleden", "2026-05-03"),
        ("3 days ago", "2026-05-31"),
        ("twee jaar geleden", "2024-06-03"),
    ] {
        let expected: NaiveDate = day.parse().unwrap();
        assert_eq!(read_past_date(phrase, today), Some(expected), "{phrase}");
    }
}

#[test]
fn what_is_to_come_and_what_nobody_would_agree_on_is_not_understood() {
    let today = "2026-06-03".parse().unwrap();
    for phrase in [
        "",
        "morgen",
        "over 2 weken",
        "volgende week",
        "0 dagen geleden",
        "ma 26-5",
        "31-6",
        "30-2",
        "afgelopen 12-6",
        "ooit",
        "5 juli volgend jaar",
        "4 juni dit jaar",
        "half juni",
    ] {
        assert_eq!(read_past_date(phrase, today), None, "{phrase}");
    }
}
