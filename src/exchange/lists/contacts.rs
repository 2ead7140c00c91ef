//! Fixed contacts of schools, from a list made by hand: school, rank, name, party, telephone, mail.

use super::plain::{Wanted, read};
use super::{ListError, Refusal, RefusalReason, Watch};

/// A fixed contact of a list. Its `Debug` shows the row number alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ListedContact {
    /// The row as a spreadsheet numbers it, from 1.
    pub row: usize,
    /// The school, as the list calls it: by its code or its name. Never empty.
    pub school: String,
    /// The rank, 1 to 9.
    pub rank: u8,
    /// Given name.
    pub given: String,
    /// Family name, with its infix; may be empty.
    pub family: String,
    /// The party the person works for, as the list calls it. Never empty.
    pub party: String,
    /// What the person does; may be empty.
    pub position: String,
    /// Telephone at work; may be empty.
    pub phone: String,
    /// Mail address at work; may be empty.
    pub email: String,
}

impl std::fmt::Debug for ListedContact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ListedContact(row {})", self.row)
    }
}

/// A list of contacts that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactList {
    /// The contacts.
    pub rows: Vec<ListedContact>,
    /// The problems of the rows that were not accepted.
    pub refused: Vec<Refusal>,
    /// The headings that nobody understands, as in the file.
    pub not_understood: Vec<String>,
}

/// The place of the school among the columns of a refusal.
const SCHOOL: usize = 0;
const RANK: usize = 1;
const NAME: usize = 2;
const PARTY: usize = 3;
const POSITION: usize = 4;
const PHONE: usize = 5;
const EMAIL: usize = 6;

const WANTED: [Wanted; 7] = [
    Wanted {
        heading: "school",
        names: &[
            "school",
            "schoolnaam",
            "brin",
            "brinnummer",
            "vestigingsnummer",
            "schoolcode",
        ],
        required: true,
    },
    Wanted {
        heading: "rang",
        names: &["rang", "rangorde", "volgorde", "rank", "nr"],
        required: true,
    },
    Wanted {
        heading: "naam",
        names: &["naam", "contactpersoon", "vastecontactpersoon", "contact", "name"],
        required: true,
    },
    Wanted {
        heading: "partij",
        names: &["partij", "organisatie", "instantie", "party", "organisation"],
        required: true,
    },
    Wanted {
        heading: "functie",
        names: &["functie", "rol", "position"],
        required: false,
    },
    Wanted {
        heading: "telefoon",
        names: &["telefoon", "telefoonnummer", "tel", "mobiel", "phone"],
        required: false,
    },
    Wanted {
        heading: "email",
        names: &["email", "emailadres", "mail", "mailadres"],
        required: false,
    },
];

/// Reads a list of fixed contacts. Whether the schools and parties exist is not known here.
///
/// # Errors
///
/// As [`super::read_list`], with [`ListError::MissingHeadings`] for columns that are missing.
pub fn read_contacts(bytes: &[u8], sheet: Option<&str>, watch: Watch<'_>) -> Result<ContactList, ListError> {
    let (rows, refused, not_understood) = read(bytes, sheet, &WANTED, watch, |row| {
        let (school, name, party) = (row.text(SCHOOL), row.text(NAME), row.text(PARTY));
        let rank = row.text(RANK);
        let rank: Option<u8> = rank.parse().ok().filter(|rank| (1..=9).contains(rank));
        if rank.is_none() {
            row.refuse(RANK, RefusalReason::BadRank);
        }
        if school.is_empty() {
            row.refuse(SCHOOL, RefusalReason::UnknownSchool);
        }
        if name.is_empty() {
            row.refuse(NAME, RefusalReason::MissingName);
        }
        if party.is_empty() {
            row.refuse(PARTY, RefusalReason::UnknownParty);
        }
        let (given, family) = match name.split_once(' ') {
            Some((given, family)) => (given.to_owned(), family.to_owned()),
            None => (name, String::new()),
        };
        Some(ListedContact {
            row: row.row,
            school,
            rank: rank?,
            given,
            family,
            party,
            position: row.text(POSITION),
            phone: row.text(PHONE),
            email: row.text(EMAIL),
        })
    })?;
    Ok(ContactList {
        rows,
        refused,
        not_understood,
    })
}

impl ContactList {
    /// Takes rows out of the contacts and refuses them, each for what `why` gives: a school or party that turned out not
    /// to exist, or a rank that an earlier row has. All at once, because a list may be refused whole.
    pub fn refuse(&mut self, mut why: impl FnMut(&ListedContact) -> Option<RefusalReason>) {
        let refused = &mut self.refused;
        self.rows.retain(|one| {
            let Some(reason) = why(one) else { return true };
            let (column, value) = match reason {
                RefusalReason::UnknownParty => (PARTY, one.party.clone()),
                RefusalReason::RankTwice => (RANK, one.rank.to_string()),
                _ => (SCHOOL, one.school.clone()),
            };
            let heading = WANTED.get(column).map_or("", |wanted| wanted.heading);
            refused.push(Refusal {
                row: one.row,
                column: heading.to_owned(),
                value,
                reason,
            });
            false
        });
        self.refused.sort_by_key(|one| one.row);
    }
}
