//! How what is typed in a field is read.

use chrono::NaiveTime;

use crate::domain::Day;
use crate::domain::dates::{DateContext, read_date, read_plain_date};
use crate::domain::fold::fold;
use crate::domain::people::Person;

/// A day as a form takes it: in full, or as a phrase.
pub(super) fn read_day(text: &str, dates: &DateContext) -> Option<Day> {
    read_plain_date(text).or_else(|| read_date(text, dates))
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

/// The person of this name: exactly, or the only one whose name begins so.
pub(super) fn find_person<'p>(text: &str, people: &'p [Person]) -> Option<&'p Person> {
    let wanted = fold(text);
    one_or_exact(people, &wanted, |p| fold(&p.full())).or_else(|| one_or_exact(people, &wanted, |p| fold(&p.family)))
}

pub(super) fn one_or_exact<'t, T>(all: &'t [T], wanted: &str, key: impl Fn(&T) -> String) -> Option<&'t T> {
    if wanted.is_empty() {
        return None;
    }
    let exact = all.iter().find(|t| key(t) == wanted);
    exact.or_else(|| {
        // `schakel` is enough for De Schakel.
        let begins = |name: &str| {
            name.starts_with(wanted)
                || name
                    .match_indices(' ')
                    .any(|(at, _)| name.get(at + 1..).is_some_and(|rest| rest.starts_with(wanted)))
        };
        let mut hits = all.iter().filter(|t| begins(&key(t)));
        hits.next().filter(|_| hits.next().is_none())
    })
}
