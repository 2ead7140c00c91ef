//! What the people at the table are called in a line: as short as it can be, and never the same for two of them.
//!
//! The rule: a name that is written out by the program is read back as the one person it was chosen for. Where a given
//! name is enough it is used alone; where two people share it the family name comes behind it; where they share both,
//! what tells them apart stands behind it in brackets: the party, what they do there, or else a number.

use super::Id;
use super::codes::{PartyKind, Presence};
use super::fold::fold;
use super::line::{is_called, owner};
use super::people::Person;
use super::writing::Owner;

/// Letters of the longest beginning of a name that is looked up: behind that nobody is typing a name.
const LONGEST: usize = 40;

/// Somebody who fits what was typed behind an `@`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub owner: Owner,
    /// The short name that is written out.
    pub short: String,
    /// How it was recorded that they are not at the table, when they were expected and are not.
    pub away: Option<Presence>,
}

/// The beginning of a name that stands before a cursor: the byte of its `@`, and what was typed behind that. An `@`
/// within a word is that of an address, and one that a blank ends was finished by hand.
///
/// ```
/// use dakpan::domain::naming::begun;
///
/// assert_eq!(begun("met @ja"), Some((4, "ja")));
/// assert_eq!(begun("met @jan de"), Some((4, "jan de")));
/// assert_eq!(begun("met @jan "), None);
/// assert_eq!(begun("post@voorbeeld"), None);
/// ```
pub fn begun(before: &str) -> Option<(usize, &str)> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let near = line.char_indices().rev().take(LONGEST);
    let (at, _) = near.into_iter().find(|(_, letter)| *letter == '@')?;
    let (head, typed) = (line.get(..at)?, line.get(at + 1..)?);
    let within_a_word = head.chars().next_back().is_some_and(char::is_alphanumeric);
    let finished = typed.ends_with(char::is_whitespace);
    (!within_a_word && !finished).then_some((before.len() - line.len() + at, typed))
}

/// Who fits the beginning of a name, or of a role or party, among the people who are `here` and those who are `away`.
/// Whoever is here comes first, and of those whoever is called so; capitals and marks on letters do not count. Nothing
/// typed yet is everybody. `recorded` tells of somebody who is away how that was recorded.
pub fn fitting(
    typed: &str,
    table: (&[Person], &[Person]),
    roles: &[(PartyKind, &str)],
    recorded: impl Fn(Id) -> Presence,
) -> Vec<Named> {
    let wanted = fold(typed);
    let (here, away) = table;
    let everybody = here.iter().map(|p| (p, false)).chain(away.iter().map(|p| (p, true)));
    let mut found: Vec<(bool, Named)> = everybody
        .filter_map(|(person, away)| {
            let by_name = begins_with(person, &wanted);
            let by_role = || {
                // One letter begins too many words to mean a role.
                if wanted.chars().nth(1).is_none() {
                    return false;
                }
                let mut words = roles.iter().filter(|(kind, _)| *kind == person.party_kind);
                words.any(|(_, word)| word.starts_with(&wanted)) || fold(&person.party_name).starts_with(&wanted)
            };
            let short = (by_name || by_role()).then(|| short_name(person, table))?;
            let owner = owner(person);
            let away = away.then(|| recorded(person.id));
            Some((by_name, Named { owner, short, away }))
        })
        .collect();
    found.sort_by_key(|(by_name, named)| (named.away.is_some(), !by_name));
    found.into_iter().map(|(_, named)| named).collect()
}

/// Whether a word of somebody's name begins so, and what follows goes on as the name does.
pub(super) fn begins_with(person: &Person, wanted: &str) -> bool {
    let full = fold(&person.full());
    let words = full.match_indices([' ', '-']).map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(words)
        .any(|at| full.get(at..).is_some_and(|rest| rest.starts_with(wanted)))
}

/// The shortest name by which somebody is meant and nobody else at the table is.
pub fn short_name(person: &Person, table: (&[Person], &[Person])) -> String {
    let others = || others(person.id, table);
    let full = person.full();
    let alone = |name: &String| {
        let wanted = fold(name);
        !wanted.is_empty() && !others().any(|other| is_called(other, &wanted))
    };
    [person.given.clone(), full]
        .into_iter()
        .find(alone)
        .unwrap_or_else(|| apart(person, table))
}

/// Everybody at the table under a name that another one has too, each with what tells them apart behind it.
pub(super) fn told_apart<'p>(table: (&'p [Person], &'p [Person])) -> impl Iterator<Item = (&'p Person, String)> {
    let everybody = table.0.iter().chain(table.1);
    let doubled = everybody.filter(move |person| namesakes(person, table).next().is_some());
    doubled.map(move |person| (person, apart(person, table)))
}

fn others<'p>(id: Id, (here, away): (&'p [Person], &'p [Person])) -> impl Iterator<Item = &'p Person> {
    here.iter().chain(away).filter(move |other| other.id != id)
}

/// The others of the same full name.
fn namesakes<'p>(person: &Person, table: (&'p [Person], &'p [Person])) -> impl Iterator<Item = &'p Person> {
    let name = fold(&person.full());
    others(person.id, table).filter(move |other| fold(&other.full()) == name)
}

/// The full name with what tells somebody from their namesakes: the party, what they do there, else a number in the
/// order in which they came into the file.
fn apart(person: &Person, table: (&[Person], &[Person])) -> String {
    let differs = |of: fn(&Person) -> &String| {
        let mine = fold(of(person));
        !mine.is_empty() && namesakes(person, table).all(|other| fold(of(other)) != mine)
    };
    let full = person.full();
    if differs(|p| &p.party_name) {
        return format!("{full} ({})", person.party_name);
    }
    if differs(|p| &p.position) {
        return format!("{full} ({})", person.position);
    }
    let before = namesakes(person, table).filter(|other| other.id < person.id).count();
    format!("{full} ({})", before + 1)
}
