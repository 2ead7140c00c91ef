//! Summer holidays by region: on which day school begins again, for whoever says *na de zomervakantie*.
//!
//! The days are data (`data/vakanties.toml`), each school year with its source and the day it was read, so that the
//! next ones are a change of one file. The rule: a year that is not in the file is not known, and the phrase is then
//! not understood; no day is ever computed from an earlier year, because the order of the regions changes.

use std::sync::LazyLock;

use chrono::{Datelike, TimeDelta, Weekday};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::Day;

coded! {
    /// The three regions over which the summer holiday is spread (Regeling vaststelling schoolvakanties).
    Region {
        /// Noord.
        North = "north",
        /// Midden.
        Middle = "middle",
        /// Zuid.
        South = "south",
    }
}

/// The summer holidays that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summers(Vec<Summer>);

/// One summer holiday of one region, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Summer {
    region: Region,
    from: Day,
    until: Day,
}

/// What is wrong with a file of holidays, and in which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: HolidayWrong,
}

/// What can be wrong with a file of holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolidayWrong {
    /// It cannot be read as the table it should be: the parser's own words.
    Unreadable(String),
    /// The school year is not two years that follow each other, or does not follow the one before.
    Year,
    /// A day that does not exist, or that has a time.
    NoDay,
    /// The holiday does not lie in the year its school year ends in.
    OtherYear,
    /// It does not run from a Saturday up to and including a Sunday, six weeks and two days in all.
    NotSixWeeks,
    /// Nobody says where it was read.
    NoSource,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    summer: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    year: Spanned<String>,
    source: Spanned<String>,
    read: Spanned<Datetime>,
    north: Spanned<Period>,
    middle: Spanned<Period>,
    south: Spanned<Period>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Period {
    from: Datetime,
    until: Datetime,
}

/// Days of a summer holiday, from its Saturday up to and including its last Sunday.
const LENGTH: i64 = 44;

static PUBLISHED: LazyLock<Summers> =
    // A test reads the same text and fails on a fault; here there is nobody to tell, and without holidays the phrase
    // is not understood.
    LazyLock::new(|| Summers::read(include_str!("../../data/vakanties.toml")).unwrap_or_default());

impl Summers {
    /// The holidays that come with the program.
    pub fn published() -> &'static Self {
        &PUBLISHED
    }

    /// Reads a file of holidays.
    ///
    /// # Errors
    /// The first fault, with its line.
    pub fn read(text: &str) -> Result<Self, HolidayFault> {
        let file: File = toml::from_str(text).map_err(|error| HolidayFault {
            line: line_of(text, error.span().map_or(0, |span| span.start)),
            what: HolidayWrong::Unreadable(error.message().to_owned()),
        })?;
        let mut summers = Vec::new();
        let mut before = None;
        for row in &file.summer {
            let at = |start: usize, what| HolidayFault {
                line: line_of(text, start),
                what,
            };
            let year = ends_in(row.year.get_ref(), before).ok_or(at(row.year.span().start, HolidayWrong::Year))?;
            before = Some(year);
            if row.source.get_ref().trim().is_empty() {
                return Err(at(row.source.span().start, HolidayWrong::NoSource));
            }
            day(*row.read.get_ref()).ok_or(at(row.read.span().start, HolidayWrong::NoDay))?;
            for (region, period) in [
                (Region::North, &row.north),
                (Region::Middle, &row.middle),
                (Region::South, &row.south),
            ] {
                let summer = summer(region, *period.get_ref(), year);
                summers.push(summer.map_err(|what| at(period.span().start, what))?);
            }
        }
        Ok(Self(summers))
    }

    /// The first school day after the next summer holiday of a region: the next to come, so never today. None when
    /// the file does not know it.
    pub fn school_begins(&self, region: Region, today: Day) -> Option<Day> {
        let mut ends = self.0.iter().filter(|summer| summer.region == region);
        // The last day is a Sunday, so the day after is a school day.
        ends.find_map(|summer| summer.until.succ_opt().filter(|day| *day > today))
    }
}

/// The last day before the summer holiday after which school begins on a day.
pub fn last_day_before_summer(school_begins: Day) -> Option<Day> {
    school_begins.checked_sub_signed(TimeDelta::days(LENGTH + 1))
}

/// Whether a day is a public holiday, on which no table meets: the days of the Algemene termijnenwet, art. 3(1), and
/// the Sundays of Easter and Whitsun.
pub fn is_public_holiday(day: Day) -> bool {
    let fixed = matches!((day.month(), day.day()), (1, 1) | (5, 5) | (12, 25 | 26));
    let king = Day::from_ymd_opt(day.year(), 4, 27).map(|day| match day.weekday() {
        // On a Sunday it is kept the day before.
        Weekday::Sun => day - TimeDelta::days(1),
        _ => day,
    });
    /// Days after Easter Sunday: itself and its Monday, Ascension, Whit Sunday and Monday.
    const MOVING: [i64; 5] = [0, 1, 39, 49, 50];
    let moving = easter(day.year()).is_some_and(|easter| MOVING.contains(&(day - easter).num_days()));
    fixed || king == Some(day) || moving
}

/// Easter Sunday of a year of the Gregorian calendar, by the rule that is known as that of Butcher.
fn easter(year: i32) -> Option<Day> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let counted = u32::try_from(epact + weekday - 7 * late + 114).ok()?;
    Day::from_ymd_opt(year, counted / 31, counted % 31 + 1)
}

impl Summers {
    /// Whether a day lies in a summer holiday of a region that is known.
    pub fn holds(&self, region: Region, day: Day) -> bool {
        let mut own = self.0.iter().filter(|summer| summer.region == region);
        own.any(|summer| summer.from <= day && day <= summer.until)
    }
}

/// The year a school year ends in: `2025-2026`, right after the one before.
fn ends_in(year: &str, before: Option<i32>) -> Option<i32> {
    let (first, second) = year.split_once('-')?;
    let (first, second): (i32, i32) = (first.parse().ok()?, second.parse().ok()?);
    let follows = before.is_none_or(|before| second == before + 1);
    (second == first + 1 && follows).then_some(second)
}

fn summer(region: Region, period: Period, year: i32) -> Result<Summer, HolidayWrong> {
    let (Some(from), Some(until)) = (day(period.from), day(period.until)) else {
        return Err(HolidayWrong::NoDay);
    };
    if from.year() != year {
        return Err(HolidayWrong::OtherYear);
    }
    let weeks = from.weekday() == Weekday::Sat && (until - from).num_days() + 1 == LENGTH;
    if !weeks {
        return Err(HolidayWrong::NotSixWeeks);
    }
    Ok(Summer { region, from, until })
}

/// A day without a time.
fn day(written: Datetime) -> Option<Day> {
    let date = written.date.filter(|_| written.time.is_none())?;
    Day::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// The line a byte is in, from 1.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}
