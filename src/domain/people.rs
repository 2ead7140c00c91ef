//! Schools, parties and the professionals who work there.

use super::codes::{PartyKind, SchoolKind, Willing};
use super::{Id, redacted_debug};

/// An organisation at or around the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its id.
    pub id: Id,
    /// What kind of organisation it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// Where it is; may be empty.
    pub place: String,
}

/// A professional of a party: somebody at the table, or to be called.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: Id,
    /// The party they work for.
    pub party: Id,
    /// What kind of party that is, read along because it names the role at the table.
    pub party_kind: PartyKind,
    /// The name of that party, read along.
    pub party_name: String,
    /// Given name.
    pub given: String,
    /// Family name, with its infix.
    pub family: String,
    /// What they do, in their own words: klantmanager, jobcoach.
    pub position: String,
    /// Telephone at work.
    pub phone: String,
    /// Mail address at work.
    pub email: String,
    /// Whether they still work there. Who does not is on no list to choose from; their actions and their place in
    /// earlier meetings stay.
    pub active: bool,
}

impl Person {
    /// Given and family name.
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }
}

/// A school: one branch of one BRIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// The id.
    pub id: Id,
    /// BRIN and branch.
    pub code: SchoolCode,
    /// VSO, PrO or Entree.
    pub kind: SchoolKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// The party it is at the table.
    pub party: Id,
    /// The internship coordinator (stagecoördinator).
    pub coordinator: Option<Id>,
    /// Whom to call at UWV for this school.
    pub uwv_contact: Option<Id>,
}

/// A BRIN of two digits and two letters with a branch of two digits, as in `00AB00`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchoolCode {
    brin: String,
    branch: String,
}

impl SchoolCode {
    /// Reads `00AB00`, `00ab 00`, `00AB-00` or `00AB` (branch 00). `None` when it is no such code.
    pub fn parse(text: &str) -> Option<Self> {
        let code: String = text
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '.'))
            .collect::<String>()
            .to_ascii_uppercase();
        let shape: String = code
            .chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    '9'
                } else if c.is_ascii_alphabetic() {
                    'A'
                } else {
                    '?'
                }
            })
            .collect();
        match shape.as_str() {
            "99AA99" => {
                let (brin, branch) = code.split_at(4);
                Some(Self {
                    brin: brin.to_owned(),
                    branch: branch.to_owned(),
                })
            }
            "99AA" => Some(Self {
                brin: code,
                branch: "00".to_owned(),
            }),
            _ => None,
        }
    }

    /// The BRIN, `00AB`.
    pub fn brin(&self) -> &str {
        &self.brin
    }

    /// The branch, `00`.
    pub fn branch(&self) -> &str {
        &self.branch
    }
}

impl std::fmt::Display for SchoolCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.brin, self.branch)
    }
}

/// A school with everybody a coordinator or chair may want to call: what the contacts window shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolContacts {
    /// The school.
    pub school: School,
    /// The fixed contacts at the social service, by rank. The practice asks for exactly two; more or fewer is
    /// hinted at, never refused.
    pub fixed: Vec<(u8, Person)>,
    /// The internship coordinator, when known.
    pub coordinator: Option<Person>,
    /// The contact at UWV, when known.
    pub uwv: Option<Person>,
}

impl SchoolContacts {
    /// How many fixed contacts a school should have: with one, nobody answers in holidays; with three, nobody
    /// feels called (practice of Sociale Dienst Drechtsteden).
    pub const EXPECTED: usize = 2;

    /// Whether the school has exactly the two fixed contacts the practice asks for.
    pub fn is_complete(&self) -> bool {
        self.fixed.len() == Self::EXPECTED
    }
}

/// Somebody of the pupil's own surroundings: a parent, family, a care worker. Never on a shared screen.
#[derive(Clone, PartialEq, Eq)]
pub struct NetworkPerson {
    /// The id.
    pub id: Id,
    /// Whose surroundings.
    pub pupil: Id,
    /// Their name.
    pub name: String,
    /// What they are to the pupil.
    pub relation: String,
    /// Telephone.
    pub phone: String,
    /// Whether they want to take part.
    pub willing: Willing,
}

redacted_debug!(Person, NetworkPerson);
