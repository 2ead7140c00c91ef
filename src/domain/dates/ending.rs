//! The end of a line: where a phrase begins when nobody marked it off from the text before it.
//!
//! A shorter run of words often reads as a day although the sentence names another one: the *vrijdag* of *volgende
//! vrijdag*, the *12-6* of *di 12-6*. So the longest phrase is taken, and then only if nothing before it bends it.

use super::DateContext;
use super::phrase::{self, without_lead, without_tail};
use super::words::Word;
use chrono::NaiveDate;

/// The day that the words end in, and the position at which its phrase starts.
pub(super) fn day(words: &[Word], context: &DateContext) -> Option<(usize, NaiveDate)> {
    let (position, _) = longest(words, context)?;
    let (before, found) = words.split_at_checked(position)?;
    let bent = governed(before, found) || follows_another_day(before, context);
    let day = phrase::read_due(found, context)?;
    (!bent).then_some((position, day))
}

/// The longest run of words up to the end that reads as a day: where it starts, and the day.
fn longest(words: &[Word], context: &DateContext) -> Option<(usize, NaiveDate)> {
    (0..words.len()).find_map(|position| {
        let day = phrase::read(words.get(position..)?, context)?;
        Some((position, day))
    })
}

/// Whether the words before a phrase end in a day of their own (*ma of di*, *di 12-6*, *morgen vrijdag*): then the
/// line names two days, or one that contradicts itself, and neither may be picked.
pub(super) fn follows_another_day(before: &[Word], context: &DateContext) -> bool {
    longest(without_joiner(before), context).is_some()
}

/// Whether the words before a phrase make it another day than it says: *na* vrijdag, *volgende* vrijdag, *12 of*
/// 13 juni, *komende week* di.
pub(super) fn governed(before: &[Word], found: &[Word]) -> bool {
    // *Kijkt het na op vr*, *draagt het over voor 1 juli*: with a word of its own before the day, the *na* or *over*
    // can only be the end of a separable verb.
    if matches!(before, [.., Word::After | Word::Over])
        && matches!(found, [Word::Lead | Word::Before | Word::Latest, ..])
    {
        return false;
    }
    let dated = matches!(
        without_lead(found),
        [Word::Number { .. } | Word::Ordinal(_) | Word::Date { .. }, ..]
    );
    match before {
        [
            ..,
            Word::Next | Word::Coming | Word::This | Word::Bends | Word::The,
            Word::Week,
        ] => true,
        [.., Word::Week] => dated,
        // *Tot aan vrijdag*; *denkt aan vrijdag* is about that day, not due on it.
        [.., Word::Until, Word::Aan] => true,
        [.., Word::Aan] => before.contains(&Word::Minds),
        [.., Word::Number { .. } | Word::Ordinal(_), joiner] if dated && joins(*joiner) => true,
        [.., Word::Number { .. } | Word::Ordinal(_)] => dated && matches!(found, [Word::Until, ..]),
        [.., last] => matches!(
            last,
            Word::Next
                | Word::Coming
                | Word::This
                | Word::Bends
                | Word::Over
                | Word::The
                | Word::Van
                | Word::Of
                | Word::To
                | Word::After
                | Word::Since
                | Word::With
                | Word::Not
                | Word::Part(_)
        ),
        [] => false,
    }
}

/// The words without one that ties a day to the next: *ma **en** di*.
fn without_joiner(words: &[Word]) -> &[Word] {
    match words {
        [rest @ .., last] if joins(*last) => rest,
        _ => words,
    }
}

fn joins(word: Word) -> bool {
    matches!(
        word,
        Word::And | Word::Of | Word::Dash | Word::To | Word::Until | Word::Number { value: 1, digits: 0 }
    )
}

/// Whether the last words have the shape of a date phrase, understood or not.
pub(super) fn resembles_a_date(words: &[Word]) -> bool {
    match without_tail(words) {
        [.., Word::To, Word::Weekday(_)] => false,
        // *In mei* names no day; *in Jan* names no month.
        [.., Word::In, Word::Month { number: 2.., .. }] => true,
        [
            ..,
            Word::Weekday(_) | Word::DaysAhead(_) | Word::Date { .. } | Word::NumberedWeek { .. },
        ]
        | [.., Word::Feast { .. }]
        | [.., Word::Old, Word::And, Word::New]
        | [.., Word::PartOfMonth(..) | Word::SummerHoliday | Word::Ahead { .. }]
        | [.., Word::Summer, Word::Holiday | Word::Break]
        | [.., Word::After, Word::Holiday]
        | [.., Word::After, Word::The, Word::Holiday]
        | [.., Word::Week, Word::Number { .. }]
        | [.., Word::Number { .. } | Word::Ordinal(_), Word::Month { .. }]
        | [.., Word::Part(_), Word::Month { .. }]
        | [.., Word::Month { .. }, Word::Number { digits: 4, .. } | Word::Year(_)]
        | [.., Word::Next | Word::Coming, Word::Meeting]
        | [.., Word::Next | Word::Coming | Word::This, Word::Week | Word::Unit(_)]
        | [
            ..,
            Word::Over | Word::In,
            Word::Number { .. },
            Word::Week | Word::Unit(_),
        ] => true,
        [
            ..,
            Word::Weekday(_) | Word::Date { .. } | Word::Month { .. },
            Word::Coming,
        ] => true,
        _ => false,
    }
}
