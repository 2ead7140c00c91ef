//! Days of the demo, counted from the day on which it is made, and the clock of its story.
//!
//! The rule: nothing here reads a clock. The same day gives the same days, texts and moments.

use chrono::{Datelike, FixedOffset, Locale, Months, NaiveTime, TimeDelta, TimeZone, Weekday};

use crate::domain::holidays::is_public_holiday;
use crate::domain::{Day, Moment};
use crate::store::StoreError;

use super::data::wrong;

/// Reads a day as the demo's data write it:
/// - `d`, `d-5`, `d+9`: so many days from `today`; a Saturday or Sunday becomes the Friday before, because nobody
///   meets or promises anything for a weekend. `d` alone is `today`, whatever its weekday;
/// - `m`, `m-5`, `m+2`: the first day of the month so many months on; with an `e` behind it, the last day;
/// - `aug-4`: 1 August so many years on, the start of a school year.
///
/// # Errors
/// When it is written in another way.
pub(super) fn day(text: &str, today: Day) -> Result<Day, StoreError> {
    let (digits, last) = match text.strip_suffix('e') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let read = || {
        if let Some(years) = digits.strip_prefix("aug") {
            return Day::from_ymd_opt(today.year().checked_add(number(years)?)?, 8, 1);
        }
        if let Some(months) = digits.strip_prefix('m') {
            return month(today, number(months)?, last);
        }
        let days = number(digits.strip_prefix('d')?)?;
        let day = today.checked_add_signed(TimeDelta::days(days.into()))?;
        if days == 0 { Some(day) } else { working_day(day) }
    };
    read().ok_or_else(wrong)
}

/// A day for the table after this one: no public holiday, but the same weekday after it. A meeting that was held stays
/// where it was.
pub(super) fn free(day: Day, today: Day) -> Day {
    let weeks = day
        .iter_weeks()
        .take_while(|week| *week > today && is_public_holiday(*week));
    weeks.last().map_or(day, |last| last + TimeDelta::days(7))
}

/// Nothing, or a number with its sign.
fn number(text: &str) -> Option<i32> {
    if text.is_empty() { Some(0) } else { text.parse().ok() }
}

/// The first or last day of the month so many months on.
fn month(today: Day, months: i32, last: bool) -> Option<Day> {
    let first = today.with_day(1)?;
    let on = |months: i32| {
        let by = Months::new(months.unsigned_abs());
        if months < 0 {
            first.checked_sub_months(by)
        } else {
            first.checked_add_months(by)
        }
    };
    if last {
        on(months.checked_add(1)?)?.pred_opt()
    } else {
        on(months)
    }
}

/// The day itself, or the Friday before a weekend.
fn working_day(day: Day) -> Option<Day> {
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day.checked_sub_signed(TimeDelta::days(back))
}

/// Puts days in words in a text: `{m+3}` becomes `1 september`.
///
/// # Errors
/// When what stands between braces is not a day.
pub(super) fn with_days(text: &str, today: Day) -> Result<String, StoreError> {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').ok_or_else(wrong)?;
        written.push_str(before);
        let words = day(name, today)?.format_localized("%-d %B", Locale::nl_NL);
        written.push_str(&words.to_string());
        rest = behind;
    }
    written.push_str(rest);
    Ok(written)
}

/// The moment in the Netherlands at a time of a day. Since 1996 summer time runs from the last Sunday of March to the
/// last Sunday of October; nobody at the table works in the night in which it changes.
pub(super) fn moment(day: Day, time: NaiveTime) -> Option<Moment> {
    let summer = last_sunday(day.year(), 3)? <= day && day < last_sunday(day.year(), 10)?;
    let offset = FixedOffset::east_opt(if summer { 7200 } else { 3600 })?;
    offset.from_local_datetime(&day.and_time(time)).single()
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> Option<Day> {
    let last = Day::from_ymd_opt(year, month, 31)?;
    last.checked_sub_signed(TimeDelta::days(last.weekday().num_days_from_sunday().into()))
}

/// The clock of the story: it is set to a time of a day and then runs, and never goes back.
pub(super) struct StoryClock {
    now: Moment,
}

impl StoryClock {
    /// A clock that stands at a moment.
    pub(super) fn new(now: Moment) -> Self {
        Self { now }
    }

    /// The time it shows.
    pub(super) fn now(&self) -> Moment {
        self.now
    }

    /// Sets it to a time of a day; when that has been, one minute on.
    ///
    /// # Errors
    /// When the calendar has no such moment.
    pub(super) fn set(&mut self, day: Day, time: NaiveTime) -> Result<(), StoreError> {
        let wanted = moment(day, time).ok_or_else(wrong)?;
        self.now = if wanted > self.now {
            wanted
        } else {
            self.now + TimeDelta::minutes(1)
        };
        Ok(())
    }

    /// Lets seconds pass, and shows the time.
    pub(super) fn pass(&mut self, seconds: u32) -> Moment {
        self.now += TimeDelta::seconds(seconds.into());
        self.now
    }
}
