//! What stands in a record, in words: for whoever chooses between two values, or sees what merging changes.
//!
//! The rule: nobody has to know the program's codes or numbers to choose. A code is told by the word that the screen has
//! for it, whoever is pointed at by name, a day as it is written; what has no word is told as it stands in the file.

use std::collections::HashMap;

use crate::cli::answer::Session;
use crate::cli::output::Failure;
use crate::domain::Id;
use crate::store::StoreError;
use crate::text::{Catalog, values};

/// Who and what can be pointed at, and which columns point.
pub(super) struct Words<'a> {
    catalog: &'a Catalog,
    /// The kind of record that a column of one points at.
    points: HashMap<(String, String), String>,
    /// What a row of a kind is called.
    called: HashMap<(String, Id), String>,
}

impl<'a> Words<'a> {
    /// Reads what can be pointed at.
    pub(super) fn of(session: &Session, catalog: &'a Catalog) -> Result<Self, Failure> {
        let read = || -> Result<Self, StoreError> {
            let store = &session.store;
            let people = store.person_names()?.into_iter().map(|(id, name)| ("person", id, name));
            let parties = store.parties(None)?.into_iter().map(|one| ("party", one.id, one.name));
            let schools = store.schools()?.into_iter().map(|one| ("school", one.id, one.name));
            let called = people.chain(parties).chain(schools);
            let tables = store.tables()?;
            let columns = tables.into_iter().flat_map(|table| {
                let columns = table.columns.into_iter();
                columns.filter_map(move |column| Some(((table.name.clone(), column.name), column.points_at?)))
            });
            Ok(Self {
                catalog,
                points: columns.collect(),
                called: called.map(|(kind, id, name)| ((kind.to_owned(), id), name)).collect(),
            })
        };
        read().map_err(|error| session.failed(&error))
    }

    /// A record and a column of it, in words; an empty column is the record itself.
    pub(super) fn what(&self, record: &str, column: &str) -> String {
        let told = self.catalog.bundle.record(record);
        match column {
            "" => told.to_owned(),
            column => format!("{told}, {}", self.catalog.rights.column(column)),
        }
    }

    /// A value of a column in words.
    pub(super) fn value(&self, record: &str, column: &str, value: Option<&str>) -> String {
        let Some(text) = value.filter(|text| !text.is_empty()) else {
            return self.catalog.bundle.nothing.to_owned();
        };
        self.known(record, column, text).unwrap_or_else(|| text.to_owned())
    }

    /// Whether a value may be told where names may not: a code, a day or who is pointed at, and that there is nothing.
    /// What people typed is not, nor a day of birth.
    pub(super) fn is_open(&self, record: &str, column: &str, value: Option<&str>) -> bool {
        let Some(text) = value.filter(|text| !text.is_empty()) else {
            return true;
        };
        column != "birth" && self.known(record, column, text).is_some()
    }

    /// A value that is a code, a day, a moment or points at somebody, in words.
    fn known(&self, record: &str, column: &str, text: &str) -> Option<String> {
        let target = self.points.get(&(record.to_owned(), column.to_owned()));
        let called = target.and_then(|target| self.called.get(&(target.clone(), text.parse().ok()?)).cloned());
        called
            .or_else(|| values::code(record, column, text, self.catalog))
            .or_else(|| values::moment(column, text, self.catalog))
    }
}
