//! A day in the middle of a line: *Els belt dinsdag met de ouders* is how Dutch is spoken.
//!
//! The rule: in the middle of a sentence a day is read only where its words can mean nothing else, and only where the
//! line names one day. *Ma*, *do* and *zo* are words of their own, *12-3* is a score as well, *kerst* is what a package
//! is for; none of them is read here.

use super::DateContext;
use super::ending::{follows_another_day, governed};
use super::phrase::{self, without_lead, without_tail};
use super::words::{LONGEST_PHRASE, Token, Word};
use chrono::NaiveDate;

/// The one day that the words name.
pub(super) fn day(tokens: &[Token], words: &[Word], context: &DateContext) -> Option<NaiveDate> {
    let mut found = None;
    let mut at = 0;
    loop {
        let (before, rest) = words.split_at_checked(at)?;
        if rest.is_empty() {
            return found;
        }
        let Some((length, day)) = phrase_first(rest, context) else {
            at += 1;
            continue;
        };
        let (phrase, after) = rest.split_at_checked(length)?;
        let end = at + length;
        // *Het rapport van 12-03-2024* tells which one: a day that has passed is nobody's deadline.
        if day >= context.today && (is_plain(tokens.get(at..end)?, phrase) || is_amount_between(phrase, after)) {
            let is_bent = governed(before, phrase)
                || follows_another_day(before, context)
                || goes_on(after)
                || (ends_in_amount(phrase) && !is_amount_between(phrase, after));
            if found.is_some() || is_bent {
                return None;
            }
            found = phrase::read_due(phrase, context);
        }
        at = end;
    }
}

/// The longest phrase that the words begin with: how many of them it is, and its day.
fn phrase_first(words: &[Word], context: &DateContext) -> Option<(usize, NaiveDate)> {
    let longest = words.len().min(LONGEST_PHRASE);
    (1..=longest).rev().find_map(|length| {
        let day = phrase::read(words.get(..length)?, context)?;
        Some((length, day))
    })
}

/// Where the words stand that name a day which no calendar has: *31 juni*. Only a month in a word is taken for one here,
/// with a number that some month has: *30-2* is a score, and *bus 35 mei* two things.
pub(super) fn impossible(words: &[Word]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|at| {
        let last = words.len().min(at + LONGEST_PHRASE);
        let mut ends = (at + 1..=last).rev();
        let end = ends.find(|end| words.get(at..*end).is_some_and(phrase::is_impossible_in_words))?;
        Some((at, end))
    })
}

/// Whether a phrase can mean nothing but a day, whatever stands around it.
fn is_plain(tokens: &[Token], phrase: &[Word]) -> bool {
    let mut weekdays = tokens.iter().filter(|token| matches!(token.word, Word::Weekday(_)));
    let in_full = weekdays.clone().next().is_some() && weekdays.all(|token| token.in_full);
    let has_date = phrase
        .iter()
        .any(|word| matches!(word, Word::Date { .. } | Word::Month { .. }));
    // *Hij is tot dinsdag ziek* says how long something lasts, not by when something is done.
    if matches!(phrase, [Word::Until, ..]) {
        return false;
    }
    let day = without_lead(without_tail(phrase));
    let day = match day {
        [Word::The, rest @ ..] => rest,
        _ => day,
    };
    match day {
        [Word::DaysAhead(_)] => !phrase.contains(&Word::The),
        // *Volgend jaar naar het mbo* is a plan of the pupil; only a week is near enough to be a deadline.
        [Word::Next, Word::Week, ..] => true,
        [Word::Number { digits: 1 | 2, .. } | Word::Ordinal(_), ..] => has_date,
        [Word::Date { year: Some(_), .. }] => true,
        [Word::Part(_), rest @ ..] => matches!(rest, [Word::Month { .. }, ..] | [Word::Van, Word::Month { .. }, ..]),
        [Word::PartOfMonth(..), ..] => true,
        // *Voor de kerst*: without a word before it, it is what something is for.
        [Word::Feast { .. }]
        | [Word::Old, Word::And, Word::New]
        | [Word::SummerHoliday]
        | [Word::Summer, Word::Holiday | Word::Break] => {
            matches!(phrase, [Word::Before | Word::Latest, ..])
        }
        [Word::Weekday(_), Word::Next | Word::This, Word::Week] => true,
        [Word::Over, .., Word::Weekday(_)] => in_full,
        [Word::Weekday(_) | Word::Coming | Word::This | Word::NextWeekday, ..] => {
            in_full || (has_date && !phrase.contains(&Word::Week))
        }
        _ => false,
    }
}

/// Whether a phrase ends in an amount of time: *over 2 weken*, *vrijdag over 2 weken*.
fn ends_in_amount(phrase: &[Word]) -> bool {
    matches!(
        phrase,
        [.., Word::Over, Word::Number { .. }, Word::Week | Word::Unit(_)]
    )
}

/// Whether an amount of time stands between a verb and whom it is done with: *belt over 2 weken met de ouders*. Before
/// any other word it may be what is talked about: *belt over 2 weken stage*, as in *over 2 weken met vakantie*.
fn is_amount_between(phrase: &[Word], after: &[Word]) -> bool {
    ends_in_amount(phrase) && matches!(after, [Word::With, Word::The, ..])
}

/// Whether the words behind a phrase go on about a day, so that it is another one or one of several; or deny it: *belt
/// dinsdag niet*, *belt dinsdag de ouders niet*. A denial further on in the sentence is about something else.
fn goes_on(after: &[Word]) -> bool {
    let is_day = |word: &Word| {
        matches!(
            word,
            Word::Weekday(_)
                | Word::DaysAhead(_)
                | Word::Date { .. }
                | Word::Ordinal(_)
                | Word::Number { digits: 1.., .. }
                | Word::NumberedWeek { .. }
                | Word::Month { .. }
                | Word::Year(_)
                | Word::Bends
                | Word::Next
                | Word::Coming
                | Word::Part(_)
        )
    };
    match after {
        [Word::Not, ..] | [_, Word::Not, ..] | [.., Word::Not] => true,
        [
            Word::Over | Word::In,
            Word::Number { .. },
            Word::Unit(_) | Word::Week,
            ..,
        ] => true,
        [Word::And, next, ..] => is_day(next),
        [
            Word::After | Word::Since | Word::Of | Word::To | Word::Dash | Word::Until | Word::Later,
            ..,
        ] => true,
        [next, ..] => is_day(next),
        [] => false,
    }
}
