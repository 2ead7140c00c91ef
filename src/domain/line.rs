//! A line that means something: `/a Els mailt asiel half juni`.
//!
//! The line is read the same way while it is typed (the preview below the cursor) and when Enter takes it, so what
//! the preview says is exactly what is recorded. Free text stays free text: only a line that begins with a known
//! command means anything. An action without an owner or a date is accepted and flagged at the read-back.

use super::Day;
use super::codes::PartyKind;
use super::dates::{DateContext, date_at_end};
use super::fold::fold;
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
    let Some(rest) = line.trim_start().strip_prefix('/') else {
        return Line::Text;
    };
    let mut letters = rest.chars();
    let Some(kind) = letters
        .next()
        .and_then(|c| LineKind::LETTERS.iter().find(|(l, _)| *l == c.to_ascii_lowercase()))
    else {
        return Line::Text;
    };
    let body = letters.as_str();
    if !body.is_empty() && !body.starts_with(' ') {
        return Line::Text;
    }
    let body = body.trim();
    match kind.1 {
        LineKind::Action => Line::Action(read_action(body, table, roles, dates)),
        plain => Line::Plain(plain, body),
    }
}

fn read_action(body: &str, table: &[Person], roles: &[(PartyKind, &str)], dates: &DateContext) -> ActionLine {
    let (body, due) = match date_at_end(body, dates) {
        Some((at, day)) => (body.get(..at).unwrap_or(body), Some(day)),
        None => (body, None),
    };
    let (owner, text) = find_owner(body.trim(), table, roles);
    ActionLine {
        owner,
        text: text.trim().trim_end_matches([',', '·']).trim_end().to_owned(),
        due,
    }
}

/// Tries the first two words, then the first, against full names, given names, and the names of roles and parties.
fn find_owner<'b>(body: &'b str, table: &[Person], roles: &[(PartyKind, &str)]) -> (OwnerFound, &'b str) {
    let ends: Vec<usize> = body
        .match_indices(' ')
        .map(|(at, _)| at)
        .take(2)
        .chain([body.len()])
        .take(2)
        .collect();
    for end in ends.into_iter().rev() {
        let (head, tail) = body.split_at(end);
        let wanted = fold(head.trim_matches(['@', ':', ',']));
        if wanted.is_empty() {
            continue;
        }
        let named: Vec<&Person> = table
            .iter()
            .filter(|p| fold(&p.full()) == wanted || fold(&p.given) == wanted)
            .collect();
        let by_role = || -> Vec<&Person> {
            let kinds: Vec<PartyKind> = roles
                .iter()
                .filter(|(_, word)| *word == wanted)
                .map(|(kind, _)| *kind)
                .collect();
            table
                .iter()
                .filter(|p| kinds.contains(&p.party_kind) || fold(&p.party_name) == wanted)
                .collect()
        };
        let found = if named.is_empty() { by_role() } else { named };
        let tail = tail.trim_start_matches([':', ',', ' ']);
        match found.as_slice() {
            [] => {}
            [one] => return (OwnerFound::One(owner(one)), tail),
            several => return (OwnerFound::Several(several.iter().map(|p| owner(p)).collect()), tail),
        }
    }
    (OwnerFound::Nobody, body)
}

/// The person as the owner of an action.
pub fn owner(person: &Person) -> Owner {
    Owner {
        person: person.id,
        name: person.full(),
        role: person.party_kind,
    }
}
