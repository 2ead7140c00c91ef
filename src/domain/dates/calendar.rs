//! Arithmetic on days that the phrases need. Every function answers `None` for a day that does not exist, so that
//! a phrase can never be bent to a neighbouring day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::holidays::is_public_holiday;

/// The years a written date may name. Narrower than the calendar's, so that a slip such as 31-07-0207 is refused.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Leap years are at most eight years apart (2096 to 2104), years of 53 weeks at most seven.
const LONGEST_WAIT: i32 = 8;

/// More days than lie between two working days: a weekend with holidays on both sides.
const LONGEST_REST: usize = 7;

/// What can be counted from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The three days of a month that have a name of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Begin,
    Half,
    End,
}

/// A year as written, with two or four digits; two digits are in this century.
pub(super) fn year(value: u32, digits: usize) -> Option<i32> {
    let value = i32::try_from(value).ok()?;
    match digits {
        2 => Some(2000 + value),
        4 => YEARS.contains(&value).then_some(value),
        _ => None,
    }
}

/// A day so much later, on the last day of a month that is too short. Nothing is said about days beyond the last
/// year that can be written.
pub(super) fn later(day: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    let reached = match unit {
        Unit::Day => day.checked_add_days(Days::new(count.into())),
        Unit::Week => day.checked_add_days(Days::new(u64::from(count) * 7)),
        Unit::Month => day.checked_add_months(Months::new(count)),
        Unit::Year => day.checked_add_months(Months::new(count.checked_mul(12)?)),
    }?;
    (reached.year() <= *YEARS.end()).then_some(reached)
}

/// The first such weekday after today.
pub(super) fn next_weekday(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = (weekday.num_days_from_monday() + 6 - today.weekday().num_days_from_monday()) % 7 + 1;
    later(today, ahead, Unit::Day)
}

/// The last working day up to and including a day.
pub(super) fn workday_up_to(day: NaiveDate) -> Option<NaiveDate> {
    let days = std::iter::successors(Some(day), NaiveDate::pred_opt);
    days.take(LONGEST_REST).find(is_workday)
}

/// The first working day from a day on.
pub(super) fn workday_from(day: NaiveDate) -> Option<NaiveDate> {
    let days = std::iter::successors(Some(day), NaiveDate::succ_opt);
    days.take(LONGEST_REST).find(is_workday)
}

fn is_workday(day: &NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_public_holiday(*day)
}

/// The Friday of this week; in its weekend that of the next.
pub(super) fn end_of_week(today: NaiveDate) -> Option<NaiveDate> {
    let friday = weekday_in_week(Weekday::Fri, 0, today)?;
    if friday < today {
        later(friday, 1, Unit::Week)
    } else {
        Some(friday)
    }
}

/// A weekday of the ISO week that is `weeks` after today's.
pub(super) fn weekday_in_week(weekday: Weekday, weeks: u32, today: NaiveDate) -> Option<NaiveDate> {
    let monday = today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
    let days = weeks.checked_mul(7)?.checked_add(weekday.num_days_from_monday())?;
    later(monday, days, Unit::Day)
}

/// The next such day of the year after today; 29 February waits for its leap year, 31 June is never.
pub(super) fn next_month_day(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    next_in_years(today.year(), today, |year| NaiveDate::from_ymd_opt(year, month, day))
}

/// The next begin, half or end of a month after today.
pub(super) fn next_part(part: Part, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    next_in_years(today.year(), today, |year| part_of_month(part, year, month))
}

/// The next such weekday of a numbered ISO week after today; week 53 waits for a year that has it.
pub(super) fn next_week_day(week: u32, weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.iso_week().year();
    next_in_years(first, today, |year| NaiveDate::from_isoywd_opt(year, week, weekday))
}

/// The 1st, the 15th or the last day of a month.
pub(super) fn part_of_month(part: Part, year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    match part {
        Part::Begin => Some(first),
        Part::Half => first.with_day(15),
        Part::End => first.checked_add_months(Months::new(1))?.pred_opt(),
    }
}

fn next_in_years(first: i32, today: NaiveDate, day_in: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let years = first..=first.checked_add(LONGEST_WAIT)?;
    years.filter_map(day_in).find(|day| *day > today)
}
