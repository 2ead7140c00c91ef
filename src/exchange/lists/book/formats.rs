//! What the format of a cell says about its number: that it is a day, or that it is shown with leading zeros.

use chrono::{NaiveDate, TimeDelta};

use super::cells;
use crate::exchange::lists::table::Serials;

/// How a number is shown, as far as a list can tell the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Plain,
    /// As a day.
    Day,
    /// With so many digits, zeros in front: the format `000000`.
    Digits(usize),
}

/// The formats of Excel that have a number and no code in the file and show a day (ECMA-376 part 1, 18.8.30). 27 to 36
/// and 50 to 58 are those of East Asian versions.
const DAYS: [std::ops::RangeInclusive<usize>; 4] = [14..=17, 22..=22, 27..=36, 50..=58];

/// The most digits that a number is filled up to with zeros. No pupil number is as long, and a code of a thousand zeros
/// would write a thousand for every cell, or, with more than 65,535, break the program off.
const MOST_DIGITS: usize = 30;

/// What a built-in format shows.
pub(super) fn built_in(id: usize) -> Shown {
    if DAYS.iter().any(|range| range.contains(&id)) {
        Shown::Day
    } else {
        Shown::Plain
    }
}

/// What a format code shows: `dd-mm-yyyy` a day, `000000` six digits.
pub(super) fn of_code(code: &str) -> Shown {
    let first = code.split(';').next().unwrap_or_default();
    let bare = without_literals(first);
    let digits = bare.len();
    if (2..=MOST_DIGITS).contains(&digits) && bare.bytes().all(|byte| byte == b'0') {
        return Shown::Digits(digits);
    }
    let letters = bare.to_ascii_lowercase();
    // A time alone has no day; the year is `j` in codes that a Dutch program wrote as it shows them.
    let day = letters.contains('d') || letters.contains('y') || letters.contains('j') || letters.contains("mmm");
    if day && !letters.contains("general") && !letters.contains("standaard") {
        Shown::Day
    } else {
        Shown::Plain
    }
}

/// A code without quoted text, escaped signs, and what stands in brackets: colours, conditions, languages.
fn without_literals(code: &str) -> String {
    let mut bare = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => {
                signs.by_ref().find(|sign| *sign == '"');
            }
            '[' => {
                signs.by_ref().find(|sign| *sign == ']');
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            other => bare.push(other),
        }
    }
    bare.trim().to_owned()
}

/// A number as it is shown.
pub(super) fn text(value: f64, shown: Shown, serials: Serials) -> String {
    let whole = (0.0..1e15).contains(&value) && value.fract() == 0.0;
    match shown {
        Shown::Day => day(value, serials).map_or_else(|| cells::number(value), |day| day.to_string()),
        Shown::Digits(count) if whole => format!("{:0>count$}", cells::number(value)),
        Shown::Plain | Shown::Digits(_) => cells::number(value),
    }
}

/// The day of a serial number; the part behind the point is the time of day.
fn day(value: f64, serials: Serials) -> Option<NaiveDate> {
    if !(1.0..3_000_000.0).contains(&value) {
        return None;
    }
    // Within the bounds above nothing is lost.
    #[allow(clippy::cast_possible_truncation, reason = "between 1 and three million")]
    let days = value.floor() as i64;
    serials.zero()?.checked_add_signed(TimeDelta::try_days(days)?)
}
