//! How what is typed in a field is read.

use chrono::NaiveTime;

use crate::domain::Day;
use crate::domain::dates::{DateContext, read_date, read_past_date, read_plain_date};
use crate::text::field::Field;

/// A day as a form takes it: in full, or as a phrase. What a field tells of that was, lies in the past.
pub(super) fn read_day(field: Field, text: &str, dates: &DateContext) -> Option<Day> {
    if was(field) {
        return read_past_date(text, dates.today);
    }
    read_plain_date(text).or_else(|| read_date(text, dates))
}

/// Whether a field asks when something was that is recorded now.
fn was(field: Field) -> bool {
    matches!(
        field,
        Field::InformedOn | Field::SharedOn | Field::AssessedOn | Field::ClientSince
    )
}

/// A time of day: `9`, `9:30`, `09.30`, `930`.
pub(in crate::app) fn read_time(text: &str) -> Option<NaiveTime> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty()
        || text
            .chars()
            .any(|c| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ' ' | 'u' | 'h'))
    {
        return None;
    }
    let (hours, minutes) = match text
        .split([':', '.', 'u', 'h'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [hours, minutes] if !minutes.is_empty() => (hours.parse().ok()?, minutes.parse().ok()?),
        _ if digits.len() <= 2 => (digits.parse().ok()?, 0),
        _ => {
            let (hours, minutes) = digits.split_at(digits.len() - 2);
            (hours.parse().ok()?, minutes.parse().ok()?)
        }
    };
    NaiveTime::from_hms_opt(hours, minutes, 0)
}

/// Whole minutes up to ten hours.
pub(in crate::app) fn read_minutes(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|minutes| *minutes <= 600)
}

/// Whole hours of work in a week, from 1 to 60.
pub(in crate::app) fn read_hours(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|hours| (1..=60).contains(hours))
}

/// A whole percentage from 0 to 100, with or without its sign.
pub(in crate::app) fn read_percent(text: &str) -> Option<u8> {
    let digits = text.trim().trim_end_matches('%').trim_end();
    digits.parse().ok().filter(|percent| *percent <= 100)
}
