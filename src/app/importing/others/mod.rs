//! Lists that are not of pupils: schools and fixed contacts, on the screen and by command.
//!
//! The rule: what is shown is what is written, because both are one plan; and a list is one change, so that one undo
//! takes it back.

mod contacts;
mod lookup;
mod schools;

use contacts::Contacts;
use schools::Schools;

use crate::domain::Moment;
use crate::domain::codes::SchoolKind;
use crate::domain::intent::Intent;
use crate::exchange::lists::{ContactList, ListError, Refusal, SchoolList, Watch, read_contacts, read_schools};
use crate::store::{About, Store, StoreError};
use crate::text::Catalog;
use crate::text::cli::ImportCount;
use crate::text::lists::OtherField;

/// What a list is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListKind {
    /// The pupils of a school.
    #[default]
    Pupils,
    /// Schools.
    Schools,
    /// Fixed contacts.
    Contacts,
}

/// A list of schools or contacts that was read.
#[derive(Debug)]
pub enum OtherList {
    /// Schools.
    Schools(SchoolList),
    /// Fixed contacts.
    Contacts(ContactList),
}

impl OtherList {
    /// Reads a list; nothing when it is one of pupils.
    ///
    /// # Errors
    /// A [`ListError`] when no row of it can be trusted.
    pub fn read(
        kind: ListKind,
        bytes: &[u8],
        sheet: Option<&str>,
        watch: Watch<'_>,
    ) -> Result<Option<Self>, ListError> {
        Ok(match kind {
            ListKind::Pupils => None,
            ListKind::Schools => Some(Self::Schools(read_schools(bytes, sheet, watch)?)),
            ListKind::Contacts => Some(Self::Contacts(read_contacts(bytes, sheet, watch)?)),
        })
    }
}

/// What a row does.
#[derive(Clone, PartialEq, Eq)]
pub struct Done {
    /// Whether it adds something; else it changes what is there.
    pub is_new: bool,
    /// What it is about, in one line; of what is there already, as it is called there.
    pub line: String,
    /// What it changes of what is there, field by field.
    pub fields: Vec<OtherChange>,
}

/// A field of a school or a fixed contact that a row changes.
#[derive(Clone, PartialEq, Eq)]
pub struct OtherChange {
    /// Which.
    pub field: OtherField,
    /// What stands there.
    pub before: String,
    /// What comes in its place.
    pub after: String,
}

impl OtherChange {
    /// The change of a field; none when it stays as it is.
    fn of(field: OtherField, before: &str, after: &str) -> Option<Self> {
        let (before, after) = (before.to_owned(), after.to_owned());
        (before != after).then_some(Self { field, before, after })
    }
}

impl Done {
    /// The row in words: what it is about, and what stood there before what it says.
    #[must_use]
    pub fn told(&self, catalog: &Catalog) -> String {
        if self.fields.is_empty() {
            return self.line.clone();
        }
        let fields = self.fields.iter().map(|one| {
            let word = |value: &str| match (one.field, SchoolKind::from_code(value)) {
                (OtherField::Kind, Some(kind)) => catalog.codes.school_kind(kind).to_owned(),
                _ => value.to_owned(),
            };
            catalog
                .import
                .other_change(one.field, &word(&one.before), &word(&one.after))
        });
        format!("{}: {}", self.line, fields.collect::<Vec<_>>().join(", "))
    }
}

/// What a list of schools or contacts would do.
pub struct OtherPlan {
    /// What each row does.
    pub done: Vec<Done>,
    /// How many rows say nothing new.
    pub unchanged: usize,
    /// Rows of schools of a kind that is not discussed here.
    pub passed_over: usize,
    /// The problems of rows that were not accepted.
    pub refused: Vec<Refusal>,
    /// The headings that nobody understands.
    pub not_understood: Vec<String>,
    /// Whether any row could be read.
    pub usable: bool,
    what: What,
}

enum What {
    Schools(Schools),
    Contacts(Contacts),
}

impl std::fmt::Debug for OtherPlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OtherPlan({} rows)", self.done.len())
    }
}

impl OtherPlan {
    /// Compares a list with what is in the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn of(store: &Store, list: OtherList) -> Result<Self, StoreError> {
        Ok(match list {
            OtherList::Schools(list) => {
                let plan = schools::plan(store, &list)?;
                let (done, unchanged) = plan.done();
                Self {
                    done,
                    unchanged,
                    passed_over: list.other_kinds,
                    refused: list.refused,
                    not_understood: list.not_understood,
                    usable: plan.is_usable(),
                    what: What::Schools(plan),
                }
            }
            OtherList::Contacts(mut list) => {
                let plan = contacts::plan(store, &mut list)?;
                let (done, unchanged) = plan.done();
                Self {
                    done,
                    unchanged,
                    passed_over: 0,
                    refused: list.refused,
                    not_understood: list.not_understood,
                    usable: plan.is_usable(),
                    what: What::Contacts(plan),
                }
            }
        })
    }

    /// What it does, in numbers.
    #[must_use]
    pub fn count(&self) -> ImportCount {
        let new = self.done.iter().filter(|one| one.is_new).count();
        ImportCount {
            new,
            changed: self.done.len() - new,
            unchanged: self.unchanged,
            vanished: 0,
            refused: self.refused.chunk_by(|one, next| one.row == next.row).count(),
        }
    }

    /// Writes it, as one change.
    ///
    /// # Errors
    /// The disk errors; nothing is then written.
    pub fn write(&self, store: &mut Store, now: Moment) -> Result<(), StoreError> {
        let about = About {
            intent: Intent::ImportList.code(),
            pupil: None,
            meeting: None,
        };
        store.change(about, now, |tx| match &self.what {
            What::Schools(plan) => plan.write(tx),
            What::Contacts(plan) => plan.write(tx),
        })
    }
}
