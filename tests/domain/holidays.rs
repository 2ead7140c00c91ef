//! Summer holidays: the file that comes with the program, and what a fault in it is told as.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dakpan::domain::Day;
use dakpan::domain::holidays::{
    HolidayFault, HolidayWrong, Region, Summers, is_public_holiday, last_day_before_summer,
};

const FILE: &str = include_str!("../../data/vakanties.toml");

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

#[test]
fn the_file_that_comes_with_the_program_is_sound_and_is_the_one_it_uses() {
    let summers = Summers::read(FILE).unwrap();
    assert_eq!(&summers, Summers::published());
    for year in 2025..=2029 {
        let spring = NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        let begins = Region::ALL.iter().map(|region| summers.school_begins(*region, spring));
        let mut begins: Vec<Day> = begins.map(Option::unwrap).collect();
        begins.sort();
        begins.dedup();
        assert_eq!(begins.len(), 3, "the regions differ: {begins:?}");
        assert!(
            begins
                .iter()
                .all(|day| day.format("%a %Y").to_string() == format!("Mon {year}"))
        );
    }
}

#[test]
fn school_begins_on_the_monday_after_the_next_holiday_and_never_today() {
    let summers = Summers::published();
    for (region, today, expected) in [
        (Region::North, "2026-06-03", "2026-08-17"),
        (Region::Middle, "2026-06-03", "2026-08-31"),
        (Region::South, "2026-06-03", "2026-08-24"),
        // In the holiday it is the end of this one, on the last Sunday too; on the first school day the next year's.
        (Region::North, "2026-07-20", "2026-08-17"),
        (Region::North, "2026-08-16", "2026-08-17"),
        (Region::North, "2026-08-17", "2027-08-23"),
        (Region::South, "2027-12-01", "2028-09-04"),
    ] {
        assert_eq!(
            summers.school_begins(region, day(today)),
            Some(day(expected)),
            "{region:?} {today}"
        );
    }
    assert_eq!(
        summers.school_begins(Region::Middle, day("2029-12-01")),
        None,
        "not known yet"
    );
}

#[test]
fn a_fault_is_told_with_its_line() {
    let fault = |old: &str, new: &str| {
        assert!(FILE.contains(old), "{old}");
        let text = FILE.replacen(old, new, 1);
        let line = 1 + FILE[..FILE.find(old).unwrap()].matches('\n').count();
        (Summers::read(&text).unwrap_err(), line)
    };
    for (old, new, what) in [
        ("\"2025-2026\"", "\"2025-2027\"", HolidayWrong::Year),
        ("\"2025-2026\"", "\"2026-2027\"", HolidayWrong::Year),
        ("{ from = 2026-07-04,", "{ from = 2025-07-05,", HolidayWrong::OtherYear),
        (
            "{ from = 2026-07-04,",
            "{ from = 2026-07-03,",
            HolidayWrong::NotSixWeeks,
        ),
        (
            "{ from = 2026-07-04, until = 2026-08-16",
            "{ from = 2026-07-04, until = 2026-08-23",
            HolidayWrong::NotSixWeeks,
        ),
        (
            "{ from = 2026-07-04,",
            "{ from = 2026-07-04T09:00:00,",
            HolidayWrong::NoDay,
        ),
    ] {
        let (found, line) = fault(old, new);
        assert_eq!(found, HolidayFault { line, what });
    }
    for (old, new) in [
        ("middle = { from = 2026", "midden = { from = 2026"),
        ("2026-07-18", "2026-13-18"),
    ] {
        let (found, line) = fault(old, new);
        assert!(matches!(found.what, HolidayWrong::Unreadable(_)), "{found:?}");
        assert!(found.line.abs_diff(line) <= 6, "{found:?}, about line {line}");
    }
    let nameless = FILE.replacen("source = \"https://simon", "source = \"\" # ", 1);
    assert_eq!(
        Summers::read(&nameless).unwrap_err(),
        HolidayFault {
            line: 11,
            what: HolidayWrong::NoSource
        }
    );
}

#[test]
fn public_holidays_are_known_of_any_year() {
    let of = |year: i32| -> Vec<String> {
        let first: Day = format!("{year}-01-01").parse().unwrap();
        let days = first
            .iter_days()
            .take_while(|day| day.to_string().starts_with(&year.to_string()));
        days.filter(|day| is_public_holiday(*day))
            .map(|day| day.format("%m-%d").to_string())
            .collect()
    };
    // New Year, Easter, the King, liberation, Ascension, Whitsun, Christmas.
    let usual = [
        "01-01", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25", "12-26",
    ];
    assert_eq!(of(2026), usual);
    // In 2025 the King's day was a Sunday and kept on Saturday; Easter was late.
    let late = [
        "01-01", "04-20", "04-21", "04-26", "05-05", "05-29", "06-08", "06-09", "12-25", "12-26",
    ];
    assert_eq!(of(2025), late);
    // The earliest and the latest Easter of a lifetime.
    assert!(of(2008).contains(&"03-23".to_owned()) && of(2038).contains(&"04-25".to_owned()));
}

/// The rule of the church: Easter is the first Sunday after the full moon of spring. The table gives that moon for each
/// of the nineteen golden numbers, as days of March that run on into April; it holds from 1900 up to and including 2199,
/// which is every year that can be written.
#[test]
fn easter_is_the_first_sunday_after_the_full_moon_of_spring() {
    const MOONS: [u64; 19] = [
        45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27,
    ];
    for year in 1900..=2199 {
        let before_march: Day = format!("{year}-03-01").parse::<Day>().unwrap() - Days::new(1);
        let moon = before_march + Days::new(MOONS[year % 19]);
        let sunday = moon
            .iter_days()
            .skip(1)
            .find(|day| day.weekday() == Weekday::Sun)
            .unwrap();
        let spring = day(&format!("{year}-03-22")).iter_days().take(35);
        let kept: Vec<Day> = spring
            .filter(|day| day.weekday() == Weekday::Sun && is_public_holiday(*day))
            .collect();
        assert_eq!(kept, [sunday]);
    }
}

#[test]
fn the_last_day_before_a_summer_holiday_is_the_day_before_it_begins() {
    let summers = Summers::published();
    for region in Region::ALL {
        let begins = summers.school_begins(*region, day("2026-06-03")).unwrap();
        let last = last_day_before_summer(begins).unwrap();
        assert!(!summers.holds(*region, last), "{last}");
        assert!(summers.holds(*region, last + Days::new(1)), "{last}");
        assert_eq!(last.weekday(), Weekday::Fri);
    }
}

#[test]
fn a_summer_holiday_holds_its_first_and_last_day_and_none_around() {
    let summers = Summers::published();
    for (day, held) in [
        ("2026-07-17", false),
        ("2026-07-18", true),
        ("2026-08-30", true),
        ("2026-08-31", false),
    ] {
        assert_eq!(summers.holds(Region::Middle, day.parse().unwrap()), held, "{day}");
    }
}
