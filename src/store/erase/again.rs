//! Who was erased, from one state of a file to another: what an older copy of it has to let go of again.
//!
//! The rule: a copy does this before it takes the place of the file, so that there is no moment at which somebody who
//! was erased is back. It learns of everybody, also of those it never knew, or a later merge would bring them; and of
//! what is still to be done in the backups, so that whoever opens the file next goes on with it.

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::rows::{all, write};
use super::super::trail::{self, NewLine};
use super::super::{Door, Store};
use super::proof::Needles;
use super::rows::{count, has_table, remove_pupil};
use super::{anonymous, prove};
use crate::domain::rights::TrailKind;
use crate::domain::{Id, Moment};

/// Who was erased from a file, and what of an erasure is still to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Gone {
    /// Each pupil, with the day.
    tombs: Vec<(Id, String)>,
    /// The record and the id of what backups still hold.
    begun: Vec<(String, Id)>,
}

/// Reads who is gone from a file of any version.
pub(in crate::store) fn gone(sql: &Connection) -> Result<Gone, StoreError> {
    let mut gone = Gone::default();
    if has_table(sql, "tombstone")? {
        gone.tombs = all(sql, "SELECT pupil, erased_on FROM tombstone ORDER BY pupil", [], |c| {
            Ok((c.get()?, c.get()?))
        })?;
    }
    if has_table(sql, "forgetting")? {
        gone.begun = all(sql, "SELECT record, subject FROM forgetting", [], |c| {
            Ok((c.get()?, c.get()?))
        })?;
    }
    Ok(gone)
}

impl Store {
    /// Erases from this file those who are gone from another state of it. Returns how many were still here.
    ///
    /// # Errors
    /// The disk errors; the file is then not to be used.
    pub(in crate::store) fn let_go_again(&mut self, gone: &Gone, now: Moment) -> Result<usize, StoreError> {
        if *gone == Gone::default() {
            return Ok(0);
        }
        let mut needles = Needles::default();
        let mut here = Vec::new();
        for (pupil, _) in &gone.tombs {
            if count(self.sql(), *pupil)?.iter().any(|(_, rows)| *rows > 0) {
                needles.join(Needles::of_pupil(self.sql(), *pupil)?);
                here.push(*pupil);
            }
        }
        let who = self.who.clone();
        self.enter(Door::Forget, now, |tx, _| {
            for pupil in &here {
                anonymous::keep(tx, *pupil)?;
                remove_pupil(tx.sql(), *pupil)?;
                let line = NewLine {
                    kind: TrailKind::Erased,
                    pupil: None,
                    meeting: None,
                    export: None,
                    why: "request",
                };
                trail::add(tx.sql(), line, now, &who)?;
            }
            for tomb in &gone.tombs {
                let bury = "INSERT INTO tombstone (pupil, erased_on) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
                write(tx.sql(), bury, params![tomb.0, tomb.1])?;
            }
            for begun in &gone.begun {
                let note = "INSERT INTO forgetting (record, subject) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
                write(tx.sql(), note, params![begun.0, begun.1])?;
            }
            Ok(())
        })?;
        if !here.is_empty() {
            self.connection.flush_prepared_statement_cache();
            prove(&mut self.connection, &needles)?;
        }
        Ok(here.len())
    }
}
