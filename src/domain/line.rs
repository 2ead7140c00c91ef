//! A line that means something: `/a Els mailt asiel half juni`.
//!
//! The line is read the same way while it is typed (the preview below the cursor) and when Enter takes it, so what
//! the preview says is exactly what is recorded. Free text stays free text: only a line that begins with a known
//! command means anything. An action without an owner or a date is accepted and flagged at the read-back.

use super::Day;
use super::codes::PartyKind;
use super::dates::{DateContext, date_at_end, date_within, ends_in_unread_date, impossible_at_end, impossible_within};
use super::fold::fold;
use super::naming::{begins_with, told_apart};
use super::people::Person;
use super::writing::Owner;

/// What a line may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// `/a`: an action, who what when.
    Action,
    /// `/b`: a decision.
    Decision,
    /// `/p`: a working note; refused while shared.
    WorkingNote,
    /// `/v`: a free point, parked for later.
    Park,
    /// `/l`: a lesson.
    Lesson,
}

impl LineKind {
    /// The letters of the line commands: the same as their single keys, except that the key `l` is the lane.
    pub const LETTERS: [(char, Self); 5] = [
        ('a', Self::Action),
        ('b', Self::Decision),
        ('p', Self::WorkingNote),
        ('v', Self::Park),
        ('l', Self::Lesson),
    ];
}

/// A line as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'t> {
    /// Free text.
    Text,
    /// A decision, or a working note, a parked point or a lesson, with its text.
    Plain(LineKind, &'t str),
    /// An action.
    Action(ActionLine),
}

/// An action as a line says it.
#[derive(Clone, PartialEq, Eq)]
pub struct ActionLine {
    /// Whose.
    pub owner: OwnerFound,
    /// What.
    pub text: String,
    /// When.
    pub due: Option<Day>,
    /// The day it names that no calendar has, as it was typed; then there is no [`ActionLine::due`].
    pub impossible: Option<String>,
}

impl std::fmt::Debug for ActionLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ActionLine(due {:?})", self.due)
    }
}

/// Whom the first words of an action line name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnerFound {
    /// Nobody at the table.
    Nobody,
    /// Exactly one person.
    One(Owner),
    /// More than one: the table has two people of that name.
    Several(Vec<Owner>),
}

impl OwnerFound {
    /// The owner when there is exactly one.
    pub fn one(&self) -> Option<&Owner> {
        match self {
            Self::One(owner) => Some(owner),
            Self::Nobody | Self::Several(_) => None,
        }
    }
}

/// Reads a line, given the people at the table and the days that phrases refer to. `roles` gives the words by
/// which each kind of party is called at the table, in folded form.
pub fn read_line<'t>(line: &'t str, table: &[Person], roles: &[(PartyKind, &str)], dates: &DateContext) -> Line<'t> {
    read_line_among(line, (table, &[]), roles, dates)
}

/// Reads a line as [`read_line`] does, given the people who are `here` and those who were expected and are `away`. Who
/// is away can be given an action by name; a role means somebody who is here, as long as there is one.
pub fn read_line_among<'t>(
    line: &'t str,
    table: (&[Person], &[Person]),
    roles: &[(PartyKind, &str)],
    dates: &DateContext,
) -> Line<'t> {
    match command(line) {
        None => Line::Text,
        Some((LineKind::Action, body)) => Line::Action(read_action(body, table, roles, dates)),
        Some((plain, body)) => Line::Plain(plain, body),
    }
}

/// The lines of a note that begin with a command the whole table may see, with words after it: they were typed to
/// become a record and Enter was never pressed on them. `/p` is not among them: what is meant for the chair alone is
/// kept apart on leaving the note.
pub fn untaken(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| command(line).is_some_and(|(kind, body)| kind != LineKind::WorkingNote && !body.is_empty()))
}

/// Whether a line is a command without a word after it: begun and thought better of.
pub fn is_bare_command(line: &str) -> bool {
    command(line).is_some_and(|(_, body)| body.is_empty())
}

/// What a line begins with, when that is a command.
pub fn kind_of(line: &str) -> Option<LineKind> {
    command(line).map(|(kind, _)| kind)
}

/// The line that says the same behind another command: text gets one, and a command is replaced.
///
/// ```
/// use dakpan::domain::line::{LineKind, turned};
///
/// assert_eq!(turned("Els belt ouders", LineKind::Action), "/a Els belt ouders");
/// assert_eq!(turned("/a Els belt ouders", LineKind::Decision), "/b Els belt ouders");
/// ```
pub fn turned(line: &str, to: LineKind) -> String {
    let body = command(line).map_or(line.trim(), |(_, body)| body);
    let letter = LineKind::LETTERS.iter().find(|(_, kind)| *kind == to);
    letter.map_or_else(|| body.to_owned(), |(letter, _)| format!("/{letter} {body}"))
}

/// Whether a text says anything: one word of two letters. A single character is a slip of the hand, not something that
/// was discussed.
pub fn says_something(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic())
        .any(|word| word.chars().nth(1).is_some())
}

/// The command a line begins with, and the words after it.
fn command(line: &str) -> Option<(LineKind, &str)> {
    let rest = line.trim_start().strip_prefix('/')?;
    let mut letters = rest.chars();
    let letter = letters.next()?.to_ascii_lowercase();
    let (_, kind) = LineKind::LETTERS.iter().find(|(of, _)| *of == letter)?;
    let body = letters.as_str();
    (body.is_empty() || body.starts_with(' ')).then(|| (*kind, body.trim()))
}

/// Reads what stands behind `/a`: who, what and when. See [`read_line_among`].
fn read_action(
    body: &str,
    table: (&[Person], &[Person]),
    roles: &[(PartyKind, &str)],
    dates: &DateContext,
) -> ActionLine {
    let mut line = read_mended_action(body, table, roles, dates);
    if line.due.is_none() && line.impossible.is_none() && !ends_in_unread_date(body, dates) {
        // A day in the middle is part of the sentence, so the text stays whole.
        line.due = date_within(body, dates);
    }
    if line.due.is_none() && line.impossible.is_none() {
        line.impossible = impossible_within(body).map(ToOwned::to_owned);
    }
    line
}

/// Reads an action that was recorded before and is typed anew: who, what, and when at its end only. A day in the middle
/// was read when the line was taken; read again it could never be taken away, and weeks later it would be another one.
pub fn read_mended_action(
    body: &str,
    table: (&[Person], &[Person]),
    roles: &[(PartyKind, &str)],
    dates: &DateContext,
) -> ActionLine {
    let impossible = impossible_at_end(body).map(ToOwned::to_owned);
    let (body, due) = match date_at_end(body, dates) {
        Some((at, day)) => (body.get(..at).unwrap_or(body), Some(day)),
        None => (body, None),
    };
    let (owner, text) = find_owner(body.trim(), table, roles);
    ActionLine {
        owner,
        text: text.trim().trim_end_matches([',', '·']).trim_end().to_owned(),
        impossible: impossible.filter(|_| due.is_none()),
        due,
    }
}

/// Words of the longest name: a given name and a family name of four.
const LONGEST_NAME: usize = 5;

/// Tries the first words, the most first, against full, given and family names, and then against the names of roles
/// and parties.
fn find_owner<'b>(
    body: &'b str,
    (here, away): (&[Person], &[Person]),
    roles: &[(PartyKind, &str)],
) -> (OwnerFound, &'b str) {
    if let Some((owner, tail)) = among_namesakes(body, (here, away)) {
        return (OwnerFound::One(owner), tail);
    }
    let spaces = body.match_indices(' ').map(|(at, _)| at);
    let ends: Vec<usize> = spaces.chain([body.len()]).take(LONGEST_NAME).collect();
    for end in ends.into_iter().rev() {
        let (head, tail) = body.split_at(end);
        let wanted = fold(head.trim_matches(['@', ':', ',']));
        if wanted.is_empty() {
            continue;
        }
        let tail = tail.trim_start_matches([':', ',', ' ']);
        let named = here.iter().chain(away).filter(|p| is_called(p, &wanted));
        let named: Vec<&Person> = named.collect();
        let by_role = |table: &'_ [Person]| -> Vec<Owner> {
            let fits = |p: &&Person| {
                let mut words = roles.iter().filter(|(_, word)| *word == wanted);
                words.any(|(kind, _)| *kind == p.party_kind) || fold(&p.party_name) == wanted
            };
            table.iter().filter(fits).map(owner).collect()
        };
        let mut found: Vec<Owner> = named.into_iter().map(owner).collect();
        for table in [here, away] {
            if found.is_empty() {
                found = by_role(table);
            }
        }
        match (found.len(), found.pop()) {
            (1, Some(one)) => return (OwnerFound::One(one), tail),
            (_, Some(last)) => {
                found.push(last);
                return (OwnerFound::Several(found), tail);
            }
            (_, None) => {}
        }
    }
    begun_with(body, here, away).unwrap_or((OwnerFound::Nobody, body))
}

/// Whom a line means that begins with an `@` and the beginning of a name: whoever is the only one whose name begins so.
fn begun_with<'b>(body: &'b str, here: &[Person], away: &[Person]) -> Option<(OwnerFound, &'b str)> {
    let rest = body.strip_prefix('@')?;
    let (head, tail) = rest.split_at(rest.find([' ', ':', ',']).unwrap_or(rest.len()));
    let wanted = fold(head);
    if wanted.is_empty() {
        return None;
    }
    let fits = here.iter().chain(away).filter(|person| begins_with(person, &wanted));
    let mut owners: Vec<Owner> = fits.map(owner).collect();
    let found = match owners.len() {
        0 => return None,
        1 => OwnerFound::One(owners.pop()?),
        _ => OwnerFound::Several(owners),
    };
    Some((found, tail.trim_start_matches([':', ',', ' '])))
}

/// Whom the first words name when they go on with what tells two people of one name apart: `Jan de Boer (UWV)`.
fn among_namesakes<'b>(body: &'b str, table: (&[Person], &[Person])) -> Option<(Owner, &'b str)> {
    // Only brackets do so: without any, nobody is compared.
    let _ = body.find('(')?;
    told_apart(table).find_map(|(person, name)| {
        let blanks = name.matches(' ').count();
        let mut ends = body.match_indices(' ').map(|(at, _)| at).chain([body.len()]);
        let (head, tail) = body.split_at(ends.nth(blanks)?);
        let meant = fold(head.trim_matches(['@', ':', ','])) == fold(&name);
        meant.then(|| (owner(person), tail.trim_start_matches([':', ',', ' '])))
    })
}

/// Whether somebody is called that at the table: by given name, family name with or without what stands before it
/// (*de Boer*, *Boer*), or both.
pub(super) fn is_called(person: &Person, wanted: &str) -> bool {
    let family = person.family.as_str();
    let bare = family
        .find(char::is_uppercase)
        .and_then(|at| family.get(at..))
        .unwrap_or(family);
    [person.full().as_str(), &person.given, family, bare]
        .iter()
        .any(|name| fold(name) == *wanted)
}

/// The person as the owner of an action.
pub fn owner(person: &Person) -> Owner {
    Owner {
        person: person.id,
        name: person.full(),
        role: person.party_kind,
    }
}
