//! From words to a day: one function for each alternative of the grammar in the module above, in its order.
//!
//! An alternative takes all the words it is given or answers `None`; nothing is skipped, so a phrase with one word
//! too many is not understood.

use super::DateContext;
use super::calendar::{self, Part, Unit};
use super::words::Word;
use crate::domain::holidays;
use chrono::{Datelike, Months, NaiveDate, Weekday};

/// Which year a date is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    NextToCome,
    Written(i32),
    This,
    Next,
}

/// `phrase` of the grammar.
pub(super) fn read(words: &[Word], context: &DateContext) -> Option<NaiveDate> {
    let words = without_tail(words);
    if let Some(day) = deadline(words, context) {
        return day;
    }
    let words = without_lead(words);
    let today = context.today;
    near(words, today)
        .or_else(|| amount(words, today))
        .or_else(|| weekday(words, today))
        .or_else(|| date(words, today))
        .or_else(|| part(words, today))
        .or_else(|| week(words, today))
        .or_else(|| feast(words, today))
        .or_else(|| event(words, context))
}

/// `phrase` as the day by which something is done. *Eind januari* and *begin volgend jaar* say about when, so a weekend
/// or a public holiday gives way to the working day beside it: the last before an end, the first after a begin.
pub(super) fn read_due(words: &[Word], context: &DateContext) -> Option<NaiveDate> {
    let day = read(words, context)?;
    let told = without_tail(words);
    let part = match without_article(without_lead(told)) {
        [Word::PartOfMonth(part, _), ..] | [Word::Part(part), ..] => *part,
        _ => return Some(day),
    };
    let moved = match part {
        Part::End => calendar::workday_up_to(day),
        // *Vóór begin juni* ends there, whatever day it is.
        Part::Begin
            if !matches!(
                told,
                [Word::Before | Word::Until, ..] | [Word::Latest, Word::Before, ..]
            ) =>
        {
            calendar::workday_from(day)
        }
        Part::Begin | Part::Half => None,
    };
    Some(moved.filter(|moved| *moved >= context.today).unwrap_or(day))
}

/// The words without what says how to hold to the day: *uiterlijk op*, *no later than*. In *neemt contact op voor
/// vrijdag* the *op* belongs to the verb, so two such words go together only around *uiterlijk*.
pub(super) fn without_lead(words: &[Word]) -> &[Word] {
    match words {
        [Word::Until, Word::And, Word::With, rest @ ..] => rest,
        [Word::Not, Word::Later, Word::Than, rest @ ..] => rest,
        [Word::Latest, Word::Lead | Word::Before | Word::Until, rest @ ..] | [Word::Until, Word::Latest, rest @ ..] => {
            rest
        }
        [Word::Lead | Word::Before | Word::Until | Word::Latest, rest @ ..] => rest,
        _ => words,
    }
}

/// The words without an *uiterlijk* that comes after the day.
pub(super) fn without_tail(words: &[Word]) -> &[Word] {
    match words {
        [rest @ .., Word::Lead, Word::The, Word::Latest] | [rest @ .., Word::Latest] => rest,
        _ => words,
    }
}

fn near(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    match without_article(words) {
        [Word::DaysAhead(days)] => calendar::later(today, *days, Unit::Day),
        [Word::Unit(Unit::Day), Word::After, Word::DaysAhead(1)] => calendar::later(today, 2, Unit::Day),
        _ => None,
    }
}

fn amount(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        [Word::Ahead { count, unit }] => counted(today, *count, *unit),
        [Word::Next, unit] if *unit != Word::Unit(Unit::Day) => counted(today, 1, unit_of(*unit)?),
        [
            Word::Number { value, .. },
            unit,
            Word::Since,
            Word::Now | Word::DaysAhead(0),
        ] => counted(today, *value, unit_of(*unit)?),
        [Word::DaysAhead(days), rest @ ..] => stretch(rest, calendar::later(today, *days, Unit::Day)?),
        _ => stretch(words, today),
    }
}

/// An amount in one word, counted from the day given.
pub(super) fn later(words: &[Word], from: NaiveDate) -> Option<NaiveDate> {
    match words {
        [Word::Ahead { count, unit }] => counted(from, *count, *unit),
        _ => None,
    }
}

/// The last day of a period of that length: the day before the one on which it comes round, unless a month that is too
/// short has cut it off there already.
pub(super) fn last_day(words: &[Word], from: NaiveDate) -> Option<NaiveDate> {
    let [Word::Ahead { unit, .. }] = words else { return None };
    let round = later(words, from)?;
    let cut = matches!(unit, Unit::Month | Unit::Year) && round.day() != from.day();
    if cut { Some(round) } else { round.pred_opt() }
}

/// *over 2 weken*, counted from the day given.
fn stretch(words: &[Word], from: NaiveDate) -> Option<NaiveDate> {
    let [Word::Over | Word::In, rest @ ..] = words else {
        return None;
    };
    match rest {
        [Word::Number { value, .. }, unit] => counted(from, *value, unit_of(*unit)?),
        [Word::Part(Part::Half), Word::Unit(Unit::Year)]
        | [
            Word::Number { value: 1, .. },
            Word::Part(Part::Half),
            Word::Unit(Unit::Year),
        ]
        | [
            Word::Part(Part::Half),
            Word::Number { value: 1, .. },
            Word::Unit(Unit::Year),
        ] => counted(from, 6, Unit::Month),
        _ => None,
    }
}

/// Nobody says "over 0 dagen"; it is more likely a slip than today.
fn counted(from: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    if count == 0 {
        None
    } else {
        calendar::later(from, count, unit)
    }
}

fn unit_of(word: Word) -> Option<Unit> {
    match word {
        Word::Unit(unit) => Some(unit),
        Word::Week => Some(Unit::Week),
        _ => None,
    }
}

/// Weekdays by themselves and in this or the next ISO week. *Volgende vrijdag* is left out on purpose: to one it
/// is the coming Friday, to another the one after. English keeps *next Friday* apart from *this Friday*, which is the
/// one of this week. *Vrijdag over twee weken* counts weeks as *volgende week vrijdag* does for one.
fn weekday(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        [Word::This, Word::Coming, Word::Weekday(day)]
        | [Word::Coming, Word::Weekday(day)]
        | [Word::Weekday(day), Word::Coming]
        | [Word::Weekday(day)] => calendar::next_weekday(*day, today),
        [Word::NextWeekday, Word::Weekday(day)]
        | [Word::Next, Word::Week, Word::Weekday(day)]
        | [Word::Next, Word::Week, Word::Lead | Word::Before, Word::Weekday(day)]
        | [Word::Weekday(day), Word::Next, Word::Week] => calendar::weekday_in_week(*day, 1, today),
        [Word::Weekday(day), Word::Over, Word::Number { value, .. }, unit]
        | [Word::Over, Word::Number { value, .. }, unit, Word::Weekday(day)]
        | [
            Word::Over,
            Word::Number { value, .. },
            unit,
            Word::Lead | Word::Before,
            Word::Weekday(day),
        ] if *value > 0 && unit_of(*unit) == Some(Unit::Week) => calendar::weekday_in_week(*day, *value, today),
        [Word::This, Word::Weekday(day)]
        | [Word::This, Word::Week, Word::Weekday(day)]
        | [Word::This, Word::Week, Word::Lead | Word::Before, Word::Weekday(day)]
        | [Word::Weekday(day), Word::This, Word::Week] => not_past(calendar::weekday_in_week(*day, 0, today)?, today),
        _ => None,
    }
}

fn date(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    let (weekday, rest) = match words {
        [Word::Weekday(day), rest @ ..] | [Word::Coming, Word::Weekday(day), rest @ ..] => (Some(*day), rest),
        _ => (None, words),
    };
    let (day, month, year) = day_month_year(without_article(rest))?;
    let found = match year {
        Year::NextToCome => calendar::next_month_day(month, day, today),
        Year::Written(year) => NaiveDate::from_ymd_opt(year, month, day),
        Year::This => NaiveDate::from_ymd_opt(today.year(), month, day).and_then(|day| not_past(day, today)),
        Year::Next => NaiveDate::from_ymd_opt(today.year() + 1, month, day),
    }?;
    weekday
        .is_none_or(|weekday| found.weekday() == weekday)
        .then_some(found)
}

/// Day, month and year as written, without asking yet whether the day exists.
pub(super) fn day_month_year(words: &[Word]) -> Option<(u32, u32, Year)> {
    let (day, month, rest) = match words {
        [
            Word::Date {
                day,
                month,
                year: Some(year),
            },
        ] => return Some((*day, *month, Year::Written(*year))),
        [Word::Date { day, month, year: None }, rest @ ..] => (*day, *month, rest),
        [first, Word::Month { number, .. }, rest @ ..] => (day_number(*first)?, *number, rest),
        [
            Word::Ordinal(day),
            Word::Van | Word::Of,
            Word::Month { number, .. },
            rest @ ..,
        ] => (*day, *number, rest),
        [Word::Month { number, english: true }, second, rest @ ..] => (day_number(*second)?, *number, rest),
        _ => return None,
    };
    Some((day, month, year(rest)?))
}

/// Whether words name a day and a month of which no year has that day: *31 juni*. Two numbers that cannot be a day
/// and a month are a range or a fraction rather than a slip.
pub(super) fn is_impossible(words: &[Word]) -> bool {
    /// A year with 29 February.
    const LEAP: i32 = 2028;
    let Some((day, month, year)) = day_month_year(words) else {
        return false;
    };
    let named = words.iter().any(|word| matches!(word, Word::Month { .. }));
    let shaped = (1..=12).contains(&month) && (named || (1..=31).contains(&day));
    let year = match year {
        Year::Written(year) => year,
        Year::NextToCome | Year::This | Year::Next => LEAP,
    };
    shaped && NaiveDate::from_ymd_opt(year, month, day).is_none()
}

/// Whether words that name a month in full words are [impossible][is_impossible], with a number that another month has.
pub(super) fn is_impossible_in_words(words: &[Word]) -> bool {
    let named = words.iter().any(|word| matches!(word, Word::Month { .. }));
    let day = day_month_year(words).map(|(day, _, _)| day);
    named && day.is_some_and(|day| (1..=31).contains(&day)) && is_impossible(words)
}

fn day_number(word: Word) -> Option<u32> {
    match word {
        Word::Number { value, digits: 1 | 2 } | Word::Ordinal(value) => Some(value),
        _ => None,
    }
}

fn year(words: &[Word]) -> Option<Year> {
    match words {
        [] | [Word::Coming] => Some(Year::NextToCome),
        [Word::Year(year)] => Some(Year::Written(*year)),
        [Word::Number { value, digits }] => calendar::year(*value, *digits).map(Year::Written),
        [Word::Next, Word::Unit(Unit::Year)] => Some(Year::Next),
        [Word::This, Word::Unit(Unit::Year)] => Some(Year::This),
        _ => None,
    }
}

fn part(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    let (part, rest) = match without_article(words) {
        [Word::PartOfMonth(part, month), rest @ ..] => {
            return part_in(*part, *month, year(rest)?, today);
        }
        [Word::Part(part), Word::Van | Word::Of, rest @ ..] | [Word::Part(part), rest @ ..] => (*part, rest),
        _ => return None,
    };
    match (part, rest) {
        (_, [Word::Month { number, .. }, rest @ ..]) => part_in(part, *number, year(rest)?, today),
        (_, [Word::The | Word::This, Word::Unit(Unit::Month)]) => part_in(part, today.month(), Year::This, today),
        (_, [Word::Next, Word::Unit(Unit::Month)] | [Word::The, Word::Next, Word::Unit(Unit::Month)]) => {
            let next = today.checked_add_months(Months::new(1))?;
            calendar::part_of_month(part, next.year(), next.month())
        }
        (Part::End, [Word::The | Word::This, Word::Week]) => calendar::end_of_week(today),
        (Part::Begin, [Word::Next, Word::Week]) => calendar::weekday_in_week(Weekday::Mon, 1, today),
        (_, [Word::The, Word::Unit(Unit::Year)]) => part_of_year(part, Year::This, today),
        (_, [Word::Number { digits: 2, .. }]) => None,
        (_, years) => part_of_year(part, year(years)?, today),
    }
}

fn part_in(part: Part, month: u32, year: Year, today: NaiveDate) -> Option<NaiveDate> {
    match year {
        Year::NextToCome => calendar::next_part(part, month, today),
        Year::Written(year) => calendar::part_of_month(part, year, month),
        Year::This => not_past(calendar::part_of_month(part, today.year(), month)?, today),
        Year::Next => calendar::part_of_month(part, today.year() + 1, month),
    }
}

/// The first or last day of a year. Half a year has no 15th, so it is not understood.
fn part_of_year(part: Part, year: Year, today: NaiveDate) -> Option<NaiveDate> {
    match (part, year) {
        (_, Year::NextToCome) | (Part::Half, _) => None,
        (Part::Begin, _) => part_in(part, 1, year, today),
        (Part::End, _) => part_in(part, 12, year, today),
    }
}

fn week(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    let words = match words {
        [Word::In, rest @ ..] => rest,
        _ => words,
    };
    let (weekday, words) = match words {
        [Word::Weekday(day), Word::In | Word::Van | Word::Of, rest @ ..] | [Word::Weekday(day), rest @ ..] => {
            (*day, rest)
        }
        [rest @ .., Word::Lead | Word::Before, Word::Weekday(day)] | [rest @ .., Word::Weekday(day)] => (*day, rest),
        _ => (Weekday::Mon, words),
    };
    let (week, year) = numbered_week(words)?;
    match year {
        Year::NextToCome => calendar::next_week_day(week, weekday, today),
        Year::Written(year) => NaiveDate::from_isoywd_opt(year, week, weekday),
        Year::This => not_past(NaiveDate::from_isoywd_opt(today.year(), week, weekday)?, today),
        Year::Next => NaiveDate::from_isoywd_opt(today.year() + 1, week, weekday),
    }
}

fn numbered_week(words: &[Word]) -> Option<(u32, Year)> {
    let (week, rest) = match words {
        [Word::NumberedWeek { week, year: Some(year) }] => return Some((*week, Year::Written(*year))),
        [Word::NumberedWeek { week, year: None }, rest @ ..] => (*week, rest),
        [Word::Week, Word::Number { value, digits: 1 | 2 }, rest @ ..]
        | [
            Word::Week,
            Word::NumberLabel,
            Word::Number { value, digits: 1 | 2 },
            rest @ ..,
        ] => (*value, rest),
        _ => return None,
    };
    let rest = match rest {
        [Word::Van | Word::Of, rest @ ..] if !rest.is_empty() => rest,
        _ => rest,
    };
    Some((week, year(rest)?))
}

/// Days of the year with a name of their own, the next to come.
fn feast(words: &[Word], today: NaiveDate) -> Option<NaiveDate> {
    match without_article(words) {
        [Word::Feast { day, month }] => calendar::next_month_day(*month, *day, today),
        [Word::Old, Word::And, Word::New] => calendar::next_month_day(12, 31, today),
        _ => None,
    }
}

/// *Voor de kerst*, *met kerst*, *voor de zomervakantie*: the last working day before, because on the feast itself nobody is there.
/// `None` when the words are no such deadline; `Some(None)` when it has passed or is not known.
fn deadline(words: &[Word], context: &DateContext) -> Option<Option<NaiveDate>> {
    let rest = match words {
        [Word::Latest, Word::Before, rest @ ..] | [Word::Before, rest @ ..] => without_article(rest),
        [Word::With, rest @ ..] => match without_article(rest) {
            feast @ ([Word::Feast { .. }] | [Word::Old, Word::And, Word::New]) => feast,
            _ => return None,
        },
        _ => return None,
    };
    let last = match rest {
        // The turn of the year is at the end of its day.
        [Word::Feast { day: 31, .. }] | [Word::Old, Word::And, Word::New] => feast(rest, context.today),
        [Word::Feast { .. }] => feast(rest, context.today).and_then(|day| day.pred_opt()),
        [Word::SummerHoliday] | [Word::Summer, Word::Holiday | Word::Break] => {
            context.summer_end.and_then(holidays::last_day_before_summer)
        }
        _ => return None,
    };
    let workday = last.and_then(calendar::workday_up_to);
    Some(workday.and_then(|day| not_past(day, context.today)))
}

/// Days that only the caller knows. One that has passed says nothing about the next, so it is not understood.
fn event(words: &[Word], context: &DateContext) -> Option<NaiveDate> {
    let known = match without_article(words) {
        [Word::Next | Word::Coming, Word::Meeting] => context.next_meeting,
        [Word::After, rest @ ..] => match without_article(rest) {
            [Word::SummerHoliday] | [Word::Summer, Word::Holiday | Word::Break] => context.summer_end,
            [Word::Holiday] => context.summer_end.filter(|end| is_next_holiday(*end, context.today)),
            _ => None,
        },
        _ => None,
    };
    known.and_then(|day| not_past(day, context.today))
}

/// Whether no other school holiday comes before the summer holiday that ends on a day, so that *de vakantie* can be
/// none but that one. The days of the other holidays are not known, but the last of them is over before June.
fn is_next_holiday(summer_end: NaiveDate, today: NaiveDate) -> bool {
    summer_end.year() == today.year() && (6..=9).contains(&today.month())
}

fn not_past(day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    (day >= today).then_some(day)
}

fn without_article(words: &[Word]) -> &[Word] {
    match words {
        [Word::The, rest @ ..] => rest,
        _ => words,
    }
}
