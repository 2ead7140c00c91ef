//! Who was erased, from one state of a file to another: what an older copy of it has to let go of again.
//!
//! The rule: a copy does this before it takes the place of the file, so that there is no moment at which somebody who
//! was erased is back. It learns of everybody, also of those it never knew, or a later merge would bring them; and of
//! what is still to be done in the backups, so that whoever opens the file next goes on with it. What that is, is done
//! in the copy as well: whoever goes on with it takes the file for what the backups are to say, and a surname from
//! before it was rectified would else be written into each of them.

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::rows::{all, one, write};
use super::super::trail::{self, NewLine};
use super::super::{Door, Store};
use super::proof::Needles;
use super::rows::{count, has_table, remove_pupil, remove_row, replace};
use super::{ONLY_COPIES, Subject, anonymous, prove};
use crate::domain::rights::{Rectified, TrailKind};
use crate::domain::{Id, Moment};

/// Who was erased from a file, and what of an erasure is still to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Gone {
    /// Each pupil, with the day.
    tombs: Vec<(Id, String)>,
    /// The record and the id of what backups still hold.
    begun: Vec<(String, Id)>,
    /// What a field of a pupil says by now, of which backups still hold what it said before.
    fields: Vec<(Rectified, Id, Option<String>)>,
    /// Notes that backups still hold.
    notes: Vec<Id>,
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
    for (record, id) in &gone.begun {
        let record = record.strip_prefix(ONLY_COPIES).unwrap_or(record);
        match Subject::read(record, *id) {
            Some(Subject::Field(field, pupil)) => {
                if let Some(value) = value_of(sql, field, pupil)? {
                    gone.fields.push((field, pupil, value));
                }
            }
            Some(Subject::Note(note)) => gone.notes.push(note),
            Some(Subject::Pupil(_)) | None => {}
        }
    }
    Ok(gone)
}

/// What a field of a pupil says; of a pupil whose coming was taken back, what it says in the journal, where it was
/// rectified too. None of a pupil who is erased.
fn value_of(sql: &Connection, field: Rectified, pupil: Id) -> Result<Option<Option<String>>, StoreError> {
    let column = field.column();
    let row = format!("SELECT \"{column}\" FROM pupil WHERE id = ?1");
    if let Some(value) = one(sql, &row, [pupil], |c| c.get())? {
        return Ok(Some(value));
    }
    let image = format!(
        "SELECT coalesce(after, before) ->> '{column}' FROM journal_row
         WHERE record = 'pupil' AND ?1 IN (before ->> 'id', after ->> 'id') ORDER BY id DESC LIMIT 1"
    );
    one(sql, &image, [pupil], |c| c.get())
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
        let mut needles = self.still_said(gone)?;
        let mut here = Vec::new();
        for (pupil, _) in &gone.tombs {
            if count(self.sql(), *pupil)?.iter().any(|(_, rows)| *rows > 0) {
                needles.join(Needles::of_pupil(self.sql(), *pupil)?);
                here.push(*pupil);
            }
        }
        let who = self.who.clone();
        self.enter(Door::Forget, now, |tx, _| {
            for (field, pupil, value) in &gone.fields {
                replace(tx.sql(), *pupil, field.column(), value.as_deref())?;
            }
            for note in &gone.notes {
                remove_row(tx.sql(), "note", *note)?;
            }
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
        if !(here.is_empty() && gone.fields.is_empty() && gone.notes.is_empty()) {
            self.connection.flush_prepared_statement_cache();
            prove(&mut self.connection, &needles)?;
        }
        Ok(here.len())
    }

    /// What this file says in the fields and notes that are to say something else or go.
    fn still_said(&self, gone: &Gone) -> Result<Needles, StoreError> {
        let mut needles = Needles::default();
        for (field, pupil, value) in &gone.fields {
            let here = value_of(self.sql(), *field, *pupil)?;
            if here.is_some_and(|here| here != *value) {
                needles.join(Needles::of_field(self.sql(), *pupil, field.column())?);
            }
        }
        for note in &gone.notes {
            for text in all(self.sql(), "SELECT text FROM note WHERE id = ?1", [note], |c| {
                c.get::<String>()
            })? {
                needles.also(&text);
            }
        }
        Ok(needles)
    }
}
