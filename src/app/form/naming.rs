//! Records that a form chooses by name.
//!
//! The rule: a name that two records have chooses neither. The one is told from the other by what comes behind the
//! name: of a person the party, of a party or a school the place. What was filled in with a record keeps that record,
//! whatever it is called, until somebody types in the field.

use crate::domain::fold::fold;
use crate::domain::people::{Party, Person, School};

/// A record with a name, and what tells it from others of that name, in the order in which it is asked.
pub(in crate::app) trait Named {
    /// The name first; then, as far as is needed, party or place and the like.
    fn parts(&self) -> Vec<String>;
    /// Another name by which it is found, when nobody else has that.
    fn short(&self) -> String;
}

impl Named for Person {
    fn parts(&self) -> Vec<String> {
        vec![
            self.full(),
            self.party_name.clone(),
            self.position.clone(),
            self.phone.clone(),
            self.email.clone(),
        ]
    }

    fn short(&self) -> String {
        self.family.clone()
    }
}

impl Named for Party {
    fn parts(&self) -> Vec<String> {
        vec![self.name.clone(), self.place.clone()]
    }

    fn short(&self) -> String {
        self.name.clone()
    }
}

impl Named for School {
    fn parts(&self) -> Vec<String> {
        vec![self.name.clone(), self.place.clone(), self.code.to_string()]
    }

    fn short(&self) -> String {
        self.code.to_string()
    }
}

/// What stands between a name and what tells it from others.
const BETWEEN: &str = " · ";

/// What a text chooses.
#[derive(Debug)]
pub(super) enum Choice<'t, T> {
    /// Nothing has this name.
    Nobody,
    /// One record.
    One(&'t T),
    /// More than one.
    Several(Vec<&'t T>),
}

impl<'t, T> Choice<'t, T> {
    fn of(hits: Vec<&'t T>) -> Self {
        match hits.as_slice() {
            [] => Self::Nobody,
            [one] => Self::One(one),
            _ => Self::Several(hits),
        }
    }

    /// The record, when there is exactly one.
    pub(super) fn one(self) -> Option<&'t T> {
        match self {
            Self::One(one) => Some(one),
            Self::Nobody | Self::Several(_) => None,
        }
    }
}

/// The words of a name without marks and without what stands between them.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| letter.is_whitespace() || matches!(letter, '·' | ',' | '(' | ')'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first `count` parts as one name.
fn joined<T: Named>(record: &T, count: usize) -> String {
    let parts: Vec<String> = record.parts().into_iter().take(count).collect();
    plain(&parts.join(" "))
}

/// The records that a text means: those of exactly this name, else those whose name begins so. `schakel` is enough for
/// De Schakel.
pub(super) fn choose<'t, T: Named>(all: &'t [T], text: &str) -> Choice<'t, T> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return Choice::Nobody;
    }
    let exactly = |record: &&T| {
        (1..=record.parts().len()).any(|count| joined(*record, count) == wanted) || plain(&record.short()) == wanted
    };
    let exact: Vec<&T> = all.iter().filter(exactly).collect();
    if !exact.is_empty() {
        return Choice::of(exact);
    }
    let begins = |record: &&T| {
        let (name, whole) = (joined(*record, 1), joined(*record, usize::MAX));
        let within = name.match_indices(' ').map(|(at, _)| at + 1);
        std::iter::once(0)
            .chain(within)
            .any(|from| whole.get(from..).is_some_and(|rest| rest.starts_with(&wanted)))
    };
    Choice::of(all.iter().filter(begins).collect())
}

/// What a record is called among others: its name, with as much behind it as tells it from every other.
pub(super) fn label<T: Named>(all: &[T], record: &T) -> String {
    let parts = record.parts();
    let alone = |count: &usize| {
        all.iter()
            .filter(|other| joined(*other, *count) == joined(record, *count))
            .count()
            <= 1
    };
    let count = (1..=parts.len()).find(alone).unwrap_or(parts.len());
    let shown: Vec<String> = parts.into_iter().take(count).filter(|part| !part.is_empty()).collect();
    shown.join(BETWEEN)
}

/// How many records of one name are shown to choose from.
const SHOWN: usize = 3;

/// How a choice is read: the record with at least so many of its parts; of several those that are meant.
pub(super) fn read_as<T: Named>(choice: &Choice<'_, T>, all: &[T], least: usize) -> String {
    match choice {
        Choice::Nobody => String::new(),
        Choice::One(one) => {
            let named = one.parts().into_iter().take(least).filter(|part| !part.is_empty());
            let (named, told) = (named.collect::<Vec<_>>().join(BETWEEN), label(all, one));
            if told.len() > named.len() { told } else { named }
        }
        Choice::Several(several) => {
            let first = |one: &&T| joined(*one, 1);
            let same = several.iter().all(|one| several.first().map(first) == Some(first(one)));
            let told = several.iter().take(SHOWN).map(|one| {
                let label = label(all, one);
                // Of one name, what comes behind it is what there is to choose from.
                match label.split_once(BETWEEN) {
                    Some((_, behind)) if same => behind.to_owned(),
                    _ => label,
                }
            });
            told.collect::<Vec<_>>().join(" | ")
        }
    }
}
