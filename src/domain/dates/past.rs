//! Days that were: how somebody says when a thing happened that is recorded now.
//!
//! The grammar of plans reads *22-11* as the next to come, because an action is never due in the past. What was told,
//! given or decided is never still to come, so here a day without a year is the last one that was. As in the other
//! grammar, a phrase is understood or it is not, and the answer is never after today unless its year is written.

use super::calendar::Unit;
use super::phrase::{Year, day_month_year};
use super::words::Word;
use crate::domain::fold::fold;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Years back within which every day of a month exists: 29 February may be eight years ago.
const YEARS: i32 = 8;

/// The day that a phrase about the past means.
pub(super) fn read(phrase: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(phrase.trim());
    match folded.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["vandaag" | "nu" | "today"] => return Some(today),
        ["gisteren" | "yesterday"] => return today.checked_sub_days(Days::new(1)),
        ["eergisteren"] | ["day", "before", "yesterday"] | ["the", "day", "before", "yesterday"] => {
            return today.checked_sub_days(Days::new(2));
        }
        _ => {}
    }
    if let Some(amount) = folded.strip_suffix(" geleden").or_else(|| folded.strip_suffix(" ago")) {
        return ago(&super::every_word(amount)?, today);
    }
    let last = folded
        .strip_prefix("afgelopen ")
        .or_else(|| folded.strip_prefix("last "));
    let words = super::every_word(last.unwrap_or(&folded))?;
    match words.as_slice() {
        [Word::Weekday(day)] => {
            let back = (today.weekday().num_days_from_monday() + 6 - day.num_days_from_monday()) % 7 + 1;
            today.checked_sub_days(Days::new(u64::from(back)))
        }
        _ if last.is_some() => None,
        [Word::Weekday(day), rest @ ..] => date(rest, today).filter(|found| found.weekday() == *day),
        rest => date(rest, today),
    }
}

/// *2 weken geleden*, *a month ago*.
fn ago(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    let [Word::Number { value, .. }, unit] = words else {
        return None;
    };
    let count = (*value > 0).then_some(*value)?;
    match unit {
        Word::Unit(Unit::Day) => today.checked_sub_days(Days::new(u64::from(count))),
        Word::Week | Word::Unit(Unit::Week) => today.checked_sub_days(Days::new(u64::from(count) * 7)),
        Word::Unit(Unit::Month) => today.checked_sub_months(Months::new(count)),
        Word::Unit(Unit::Year) => today.checked_sub_months(Months::new(count.checked_mul(12)?)),
        _ => None,
    }
}

fn date(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    let words = match words {
        [Word::The, rest @ ..] => rest,
        _ => words,
    };
    let (day, month, year) = day_month_year(words)?;
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    match year {
        Year::Written(year) => in_year(year),
        Year::This => in_year(today.year()).filter(|day| *day <= today),
        Year::Next => None,
        Year::NextToCome => (0..=YEARS)
            .filter_map(|back| in_year(today.year() - back))
            .find(|day| *day <= today),
    }
}
