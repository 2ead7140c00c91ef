//! Date phrases against a golden table, against rules that walk day by day, and against anything at all.
//!
//! The table `dates.txt` beside this file holds each phrase with the day it names, seen from six days: an ordinary
//! Wednesday, a day that is itself named by phrases (12 June), the last day of a year with 53 ISO weeks, the day
//! after it (a new year in an old week), a Sunday the 31st before a short month, and a leap day. Its days were
//! worked out by walking a calendar, not by the code under test. A row with one "datum?" holds for all six.

mod due;
mod holiday;
mod impossible;
mod past;
mod spellings;
mod verbs;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dakpan::domain::dates::{DateContext, date_at_end, ends_in_unread_date, read_date, read_due, read_plain_date};
use proptest::prelude::*;

const TABLE: &str = include_str!("dates.txt");
const NOT_UNDERSTOOD: &str = "datum?";

struct Row {
    phrase: String,
    /// One expected day for each context, as the table writes it.
    expected: Vec<String>,
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap_or_else(|_| panic!("{iso} is not a day"))
}

fn on(iso: &str) -> DateContext {
    DateContext {
        today: day(iso),
        next_meeting: None,
        summer_end: None,
    }
}

/// How the table writes a reading: "vr 2026-06-12" or "datum?".
fn written(reading: Option<NaiveDate>) -> String {
    let names = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    reading.map_or(NOT_UNDERSTOOD.to_owned(), |day| {
        format!("{} {day}", names[day.weekday().num_days_from_monday() as usize])
    })
}

fn cells(line: &str) -> Vec<&str> {
    line.split(" | ").map(str::trim).collect()
}

fn contexts() -> Vec<DateContext> {
    let mut lines = TABLE.lines();
    let mut head = |name: &str| {
        let cells = cells(lines.next().unwrap());
        assert_eq!(cells[0], name);
        cells[1..]
            .iter()
            .map(|cell| day(&cell[cell.len() - 10..]))
            .collect::<Vec<_>>()
    };
    let (today, meeting, summer) = (head("phrase"), head("next meeting"), head("summer end"));
    (0..today.len())
        .map(|column| DateContext {
            today: today[column],
            next_meeting: Some(meeting[column]),
            summer_end: Some(summer[column]),
        })
        .collect()
}

fn rows() -> Vec<Row> {
    let lines = TABLE
        .lines()
        .skip(3)
        .filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines
        .map(|line| {
            let cells = cells(line);
            let expected: Vec<String> = match &cells[1..] {
                [NOT_UNDERSTOOD] => vec![NOT_UNDERSTOOD.to_owned(); 6],
                days => days.iter().map(|&day| day.to_owned()).collect(),
            };
            assert_eq!(expected.len(), 6, "{line}");
            Row {
                phrase: cells[0].trim_matches('"').to_owned(),
                expected,
            }
        })
        .collect()
}

#[test]
fn every_phrase_of_the_table_reads_as_written_there() {
    let rows = rows();
    assert!(rows.len() >= 300, "the table has shrunk to {} phrases", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        for (context, expected) in contexts().iter().zip(&row.expected) {
            let read = written(read_date(&row.phrase, context));
            if read != *expected {
                wrong.push(format!("{:?} on {}: {read}, not {expected}", row.phrase, context.today));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_the_end_of_a_line_the_whole_phrase_is_found_or_nothing() {
    let text = "Els mailt asiel é ";
    for row in rows().iter().filter(|row| row.phrase != "zo") {
        let line = format!("{text}{}", row.phrase);
        let start = line.len() - row.phrase.trim_start().len();
        for (context, expected) in contexts().iter().zip(&row.expected) {
            let found = date_at_end(&line, context);
            assert_eq!(
                (written(found.map(|(_, day)| day)), expected == NOT_UNDERSTOOD),
                (written(read_due(&row.phrase, context)), found.is_none()),
                "{line:?} on {}",
                context.today
            );
            assert!(
                found.is_none_or(|(at, _)| at == start),
                "{line:?}: {found:?}, not from {start}"
            );
        }
    }
}

#[test]
fn a_line_keeps_its_text_and_gives_up_its_date() {
    let context = on("2026-06-03");
    let cases = [
        ("Els mailt asiel half juni", Some(("Els mailt asiel ", "2026-06-15"))),
        (
            "Jan (gem.): UWV bellen · vr 12-06",
            Some(("Jan (gem.): UWV bellen · ", "2026-06-12")),
        ),
        ("UWV bellen, vóór  1 juli.", Some(("UWV bellen, ", "2026-07-01"))),
        ("vrijdag", Some(("", "2026-06-05"))),
        ("bel Jan 12 juni", Some(("bel Jan ", "2026-06-12"))),
        ("bel Jan vr", Some(("bel Jan ", "2026-06-05"))),
        (
            "neemt contact op voor vrijdag ",
            Some(("neemt contact op ", "2026-06-05")),
        ),
        (
            "stage van 3 dagen half juni",
            Some(("stage van 3 dagen ", "2026-06-15")),
        ),
        (
            "belt vandaag UWV en morgen",
            Some(("belt vandaag UWV en ", "2026-06-04")),
        ),
        // A number of the text is no part of the day behind it.
        ("belt klas 3 12-6", Some(("belt klas 3 ", "2026-06-12"))),
        ("belt groep 2 tot vr", Some(("belt groep 2 ", "2026-06-05"))),
        ("stage 2 weken 12-6", Some(("stage 2 weken ", "2026-06-12"))),
        ("doet dat zo 14-6", Some(("doet dat ", "2026-06-14"))),
        // A date counts only at the end.
        ("vrijdag belt Els het UWV", None),
        ("bespreekt 12-6 met ouders", None),
        // What people say that looks like a day.
        ("dat doet Els zo", None),
        ("list what to do", None),
        ("bel Jan", None),
        ("vertelt het aan ma", None),
        ("bel Jan 12", None),
        ("bel 078-000 00 01", None),
        ("om 10.10", None),
        ("proefplaatsing 2 maanden", None),
        ("", None),
        ("   ", None),
    ];
    for (line, expected) in cases {
        let found = date_at_end(line, &context);
        let expected = expected.map(|(text, iso)| (text.len(), day(iso)));
        assert_eq!(found, expected, "{line:?}");
    }
}

#[test]
fn a_phrase_bound_to_the_words_before_it_is_not_read_in_part() {
    let context = on("2026-06-03");
    let bound = [
        "di 12-6",
        "ma of di",
        "ma en di",
        "klas 3 of vrijdag",
        "ma t/m vr",
        "12 t/m 14 juni",
        "12 - 14 juni",
        "van 12 tot 14 juni",
        "eind juni of begin juli",
        "vrijdag over 2 maanden",
        "over 2 maanden vr",
        "komende vrijdag over 2 weken",
        "volgende vrijdag over 2 weken",
        "ma over 2 weken vr",
        "over 2 weken vr 12-6",
        "volgende vrijdag",
        "vanaf 1 juli",
        "na volgende week",
        "niet vóór 1 juli",
        "elke week vr",
        "komende week di",
        "wk 3-4",
        "eerste maandag",
        "het gesprek van vrijdag",
        "praat over 12-6",
        "minutes of friday",
        "eind volgende week",
    ];
    for phrase in bound {
        let line = format!("Els plant {phrase}");
        assert_eq!(date_at_end(&line, &context), None, "{line:?}");
        assert!(ends_in_unread_date(&line, &context), "{line:?} deserves the mark");
    }
}

#[test]
fn the_mark_is_for_dates_that_are_not_understood_and_for_nothing_else() {
    let context = on("2026-06-03");
    let marked = [
        "bel 31 juni",
        "bel 31-6",
        "bel 31 juni a.s.",
        "bel di 12-6",
        "bel volgend overleg",
        "bel na de zomervakantie",
        "bel na de vakantie",
        "bel na vakantie",
        "bel 29-2-2027",
        "bel deze week",
        "bel week 54",
        "bel eind volgende week",
        "bel over 0 dagen",
        "bel in mei",
    ];
    for line in marked {
        assert!(ends_in_unread_date(line, &context), "{line:?}");
    }
    let unmarked = [
        "bel vrijdag",
        "bel Jan",
        "dat doet Els zo",
        "list what to do",
        "stage 2 weken",
        "vertrouwt in Jan",
        "regelt stage in de vakantie",
        "bel 12",
        "overleg",
        "",
    ];
    for line in unmarked {
        assert!(!ends_in_unread_date(line, &context), "{line:?}");
    }
}

#[test]
fn days_that_nobody_has_set_or_that_have_passed_are_not_understood() {
    let unknown = on("2026-06-03");
    let past = DateContext {
        next_meeting: Some(day("2026-06-02")),
        summer_end: Some(day("2025-09-01")),
        ..unknown
    };
    let today = DateContext {
        next_meeting: Some(unknown.today),
        ..unknown
    };
    for phrase in ["volgend overleg", "na de zomervakantie"] {
        assert_eq!(read_date(phrase, &unknown), None);
        assert_eq!(read_date(phrase, &past), None);
    }
    assert_eq!(read_date("volgend overleg", &today), Some(unknown.today));
}

#[test]
fn rare_days_are_waited_for_across_a_century_without_a_leap_day() {
    assert_eq!(read_date("29 feb", &on("2096-02-29")), Some(day("2104-02-29")));
}

#[test]
fn lists_and_forms_hold_full_dates_only() {
    let july = [
        "31-07-2027",
        "2027-07-31",
        "31/7/27",
        " 31-7-2027 ",
        "31.07.2027",
        "31-jul-2027",
        "31 juli 2027",
    ];
    for text in july {
        assert_eq!(read_plain_date(text), Some(day("2027-07-31")), "{text:?}");
    }
    assert_eq!(read_plain_date("1-2-08"), Some(day("2008-02-01")));
    assert_eq!(read_plain_date("29-02-2008"), Some(day("2008-02-29")));
    let refused = [
        "31-7",
        "31 juli",
        "morgen",
        "vr 30-07-2027",
        "29-02-2027",
        "7/31/27",
        "31-07-0207",
        "31-07-227",
        "46234",
        "2027",
        "31-07-2027 12:00",
        "begin 2027",
        "31 juli volgend jaar",
        "",
        "-",
        "00-00-0000",
    ];
    for text in refused {
        assert_eq!(read_plain_date(text), None, "{text:?}");
    }
}

/// The first day after today that fits: the rule "the next to come", walked day by day.
fn first_after(today: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    today.iter_days().skip(1).take(366 * 9).find(|day| fits(*day))
}

fn any_today() -> impl Strategy<Value = NaiveDate> {
    (0_u64..110_000).prop_map(|days| day("1895-01-01") + Days::new(days))
}

fn a_context() -> impl Strategy<Value = DateContext> {
    let near = any_today();
    (near, proptest::option::of(0_u64..400), proptest::option::of(0_u64..400)).prop_map(|(today, meeting, summer)| {
        DateContext {
            today,
            next_meeting: meeting.map(|days| today + Days::new(days)),
            summer_end: summer.map(|days| today + Days::new(days)),
        }
    })
}

/// Words of phrases, so that random lines come close to the grammar. None of them names a year: no number has two
/// digits, since "june 2 12" would be in 2012.
const YEARLESS: &str = "vandaag morgen over in 2 9 een half jaar week wk weken maanden volgende komende deze \
    vr zo di juni feb jan june begin eind van de het 12-6 29-2 31/4 wk53 vóór uiterlijk op tot en of na \
    zomervakantie vakantie met kerst overleg a.s. +2w nu vanaf Els - niet maand 12e day after tomorrow";

fn yearless_words() -> impl Strategy<Value = String> {
    let words: Vec<&str> = YEARLESS.split_whitespace().collect();
    proptest::collection::vec(proptest::sample::select(words), 0..7).prop_map(|words| words.join(" "))
}

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9 /.'+-]{0,14}",
        "[0-9a-z]{0,6}[-/. ][0-9a-zé]{0,6}[-/. ]?[0-9]{0,5}",
        (any::<String>(), yearless_words(), any::<String>()).prop_map(|(a, b, c)| format!("{a}{b}{c}")),
        yearless_words(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_typed_can_stop_the_program(
        text in anything(),
        context in a_context(),
        edge in proptest::sample::select(&[NaiveDate::MIN, NaiveDate::MAX][..]),
    ) {
        for today in [context.today, edge] {
            let context = DateContext { today, ..context };
            let read = read_date(&text, &context);
            prop_assert_eq!(read_due(&text, &context).is_some(), read.is_some());
            let _ = ends_in_unread_date(&text, &context);
            let _ = read_plain_date(&text);
            if let Some((start, day)) = date_at_end(&text, &context) {
                prop_assert!(text.is_char_boundary(start));
                prop_assert_eq!(read_due(&text[start..], &context), Some(day));
            }
        }
    }

    #[test]
    fn without_a_year_no_day_lies_in_the_past(line in yearless_words(), context in a_context()) {
        let read = read_date(&line, &context);
        prop_assert!(read.is_none_or(|day| day >= context.today), "{:?}", read);
        let found = date_at_end(&line, &context);
        prop_assert!(found.is_none_or(|(_, day)| day >= context.today), "{:?}", found);
    }

    #[test]
    fn a_plain_date_reads_back_as_itself(offset in 0_u64..109_570, context in a_context()) {
        let day = day("1900-01-01") + Days::new(offset);
        let iso = day.to_string();
        let dutch = day.format("%d-%m-%Y").to_string();
        let shown = format!("{} {dutch}", &written(Some(day))[..2]);
        for text in [&iso, &dutch] {
            prop_assert_eq!(read_plain_date(text), Some(day));
            prop_assert_eq!(read_date(text, &context), Some(day));
        }
        prop_assert_eq!(read_date(&shown, &context), Some(day));
    }

    #[test]
    fn a_day_and_month_is_the_next_to_come(number in 0_u32..33, month in 0_u32..14, context in a_context()) {
        let expected = first_after(context.today, |day| (day.day(), day.month()) == (number, month));
        prop_assert_eq!(read_date(&format!("{number}-{month}"), &context), expected);
    }

    #[test]
    fn a_weekday_fits_its_date_or_is_refused(
        number in 1_u32..32,
        month in 1_u32..13,
        name in 0_usize..7,
        context in a_context(),
    ) {
        let names = ["ma", "di", "wo", "do", "vr", "za", "zo"];
        let expected = first_after(context.today, |day| (day.day(), day.month()) == (number, month))
            .filter(|day| day.weekday().num_days_from_monday() as usize == name);
        prop_assert_eq!(read_date(&format!("{} {number}/{month}", names[name]), &context), expected);
    }

    #[test]
    fn a_week_number_is_the_next_monday_of_that_iso_week(week in 0_u32..56, context in a_context()) {
        let expected = first_after(context.today, |day| {
            day.weekday() == Weekday::Mon && day.iso_week().week() == week
        });
        prop_assert_eq!(read_date(&format!("wk {week}"), &context), expected);
    }

    #[test]
    fn the_end_of_a_month_is_its_last_day(month in 0_usize..12, context in a_context()) {
        let names = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
        let expected = first_after(context.today, |day| {
            day.month0() as usize == month && day.succ_opt().unwrap().day() == 1
        });
        prop_assert_eq!(read_date(&format!("eind {}", names[month]), &context), expected);
    }

    #[test]
    fn next_week_is_the_iso_week_of_this_day_next_week(context in a_context()) {
        let that_week = (context.today + Days::new(7)).iso_week();
        let read = read_date("volgende week di", &context).unwrap();
        prop_assert_eq!((read.iso_week(), read.weekday()), (that_week, Weekday::Tue));
    }
}

#[test]
fn a_line_of_a_megabyte_is_read_from_its_end() {
    let context = on("2026-06-03");
    let words = "vr ".repeat(400_000);
    assert_eq!(date_at_end(&words, &context), None);
    let line = format!("{}{} vr", "x".repeat(1_000_000), " Els mailt");
    assert_eq!(date_at_end(&line, &context), Some((line.len() - 2, day("2026-06-05"))));
}
