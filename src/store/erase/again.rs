//! Who was erased, from one state of a file to another: what an older copy of it has to let go of again.
//!
//! The rule: a copy does this before it takes the place of the file, so that there is no moment at which somebody who
//! was erased is back. It learns of everybody, also of those it never knew, or a later merge would bring them; and of
//! what is still to be done in the backups, so that whoever opens the file next goes on with it. What was rectified since
//! is so in the copy as well, also in one that nobody knew of when the backups were gone through; and its trail then says
//! so, or the next copy of that time would bring the older value back after all.

use std::collections::HashSet;

use rusqlite::{Connection, params};

use super::super::error::{Constraint, StoreError};
use super::super::rows::{all, one, write};
use super::super::trail::{self, NewLine};
use super::super::{At, Door, Store};
use super::mended::{Mended, PutThere, mended};
use super::proof::Needles;
use super::rows::{count, has_table, remove_pupil, remove_row, replace};
use super::{ONLY_COPIES, Subject, anonymous, prove};
use crate::domain::rights::{Rectified, TrailKind};
use crate::domain::since::StaysDone;
use crate::domain::{Id, Moment};

/// The field of which no two pupils of a school have the same.
const NUMBER: &str = "number";

/// Who was erased from a file, and what of an erasure is still to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Gone {
    /// Each pupil, with the day.
    tombs: Vec<(Id, String)>,
    /// When each line of the trail was written that somebody was erased: of those whom a copy knows to be gone, because it
    /// was among the backups that were gone through, its trail says nothing.
    erased: Vec<String>,
    /// The record and the id of what backups still hold.
    begun: Vec<(String, Id)>,
    /// Each line of the trail about a field that was rectified.
    fields: Vec<Field>,
    /// Notes that backups still hold.
    notes: Vec<Id>,
}

impl Gone {
    /// What was done here that was not yet done in an older copy.
    pub(in crate::store) fn since(&self, copy: &Self) -> StaysDone {
        let known: HashSet<Id> = copy.tombs.iter().map(|(pupil, _)| *pupil).collect();
        let of = |field: &Field| (field.line.pupil, field.line.field, field.line.at);
        let mended: HashSet<_> = copy.fields.iter().map(of).collect();
        let buried = self.tombs.iter().filter(|(pupil, _)| !known.contains(pupil)).count();
        let mut told = copy.erased.clone();
        let new = |at: &&String| match told.iter().position(|other| other == *at) {
            Some(place) => {
                told.swap_remove(place);
                false
            }
            None => true,
        };
        let erased = buried.max(self.erased.iter().filter(new).count());
        let rectified = self.fields.iter().filter(|field| !mended.contains(&of(field))).count();
        StaysDone {
            erased: u64::try_from(erased).unwrap_or(u64::MAX),
            rectified: u64::try_from(rectified).unwrap_or(u64::MAX),
        }
    }
}

/// A field that was rectified.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    /// The line of the trail.
    line: Mended,
    /// What was put there, nothing when it was emptied; none when nobody knows.
    value: Option<Option<String>>,
}

/// Reads who is gone from a file of any version.
pub(in crate::store) fn gone(sql: &Connection) -> Result<Gone, StoreError> {
    let mut gone = Gone::default();
    if has_table(sql, "tombstone")? {
        gone.tombs = all(sql, "SELECT pupil, erased_on FROM tombstone ORDER BY pupil", [], |c| {
            Ok((c.get()?, c.get()?))
        })?;
    }
    if has_table(sql, "trail")? {
        let lines = "SELECT at FROM trail WHERE kind = 'erased' ORDER BY seq";
        gone.erased = all(sql, lines, [], |c| c.get())?;
    }
    if has_table(sql, "forgetting")? {
        gone.begun = all(sql, "SELECT record, subject FROM forgetting", [], |c| {
            Ok((c.get()?, c.get()?))
        })?;
    }
    for (record, id) in &gone.begun {
        let record = record.strip_prefix(ONLY_COPIES).unwrap_or(record);
        if let Some(Subject::Note(note)) = Subject::read(record, *id) {
            gone.notes.push(note);
        }
    }
    let lines = mended(sql)?;
    let put = PutThere::of(sql, lines.iter().map(|line| line.pupil))?;
    let with_value = |line: Mended| {
        let value = put.value(line.pupil, line.field).cloned();
        Field { line, value }
    };
    gone.fields = lines.into_iter().map(with_value).collect();
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
        let fields = self.not_yet_mended(gone)?;
        let mut needles = self.still_said(gone, &fields)?;
        let mut here = Vec::new();
        for (pupil, _) in &gone.tombs {
            if count(self.sql(), *pupil)?.iter().any(|(_, rows)| *rows > 0) {
                needles.join(Needles::of_pupil(self.sql(), *pupil)?);
                here.push(*pupil);
            }
        }
        let who = self.who.clone();
        self.enter(Door::Forget, now, |tx, _| {
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
            // After those who went, or a number that one of them had would still be taken.
            mend(tx.sql(), &fields)?;
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
        if !(here.is_empty() && fields.is_empty() && gone.notes.is_empty()) {
            self.connection.flush_prepared_statement_cache();
            prove(&mut self.connection, &needles)?;
        }
        Ok(here.len())
    }

    /// What was rectified after this file was copied: of each field the last line, where this file has no such line. One
    /// that has it was copied after that, and what it says in the field may have been changed since.
    fn not_yet_mended<'g>(&self, gone: &'g Gone) -> Result<Vec<&'g Field>, StoreError> {
        let known = "SELECT 1 FROM trail WHERE kind = 'rectified' AND pupil = ?1 AND why = ?2 AND at = ?3";
        let mut fields: Vec<&Field> = Vec::new();
        for field in &gone.fields {
            let line = &field.line;
            let why = Subject::Field(line.field, line.pupil).record();
            if one(self.sql(), known, params![line.pupil, why, At(line.at)], |_| Ok(()))?.is_none() {
                fields.retain(|other| (other.line.pupil, other.line.field) != (line.pupil, line.field));
                fields.push(field);
            }
        }
        Ok(fields)
    }

    /// What this file says in the fields and notes that are to say something else or go.
    fn still_said(&self, gone: &Gone, fields: &[&Field]) -> Result<Needles, StoreError> {
        let mut needles = Needles::default();
        for Field { line, value } in fields {
            let here = value_of(self.sql(), line.field, line.pupil)?;
            if value
                .as_ref()
                .is_some_and(|value| here.is_some_and(|here| here != *value))
            {
                needles.join(Needles::of_field(self.sql(), line.pupil, line.field.column())?);
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

/// Puts in fields what was put there when they were rectified, with the line of the trail that told it: of the moment and
/// of whom it was, so that it is known for the same wherever it comes. Numbers first make room for each other. One that
/// somebody else has in this state of the file gets a question mark, because what stood there may not come back.
fn mend(sql: &Connection, fields: &[&Field]) -> Result<(), StoreError> {
    for Field { line, value } in fields {
        if line.field.column() == NUMBER && value.is_some() {
            replace(sql, line.pupil, NUMBER, Some(&format!("?{}", line.pupil)))?;
        }
    }
    for Field { line, value } in fields {
        if let Some(value) = value {
            let put = |value: Option<&str>| replace(sql, line.pupil, line.field.column(), value);
            match (put(value.as_deref()), value) {
                (Err(StoreError::Refused(Constraint::Unique)), Some(taken)) => {
                    put(Some(&format!("{taken}?{}", line.pupil)))?
                }
                (done, _) => done?,
            }
        }
        let told = NewLine {
            kind: TrailKind::Rectified,
            pupil: Some(line.pupil),
            meeting: None,
            export: None,
            why: &Subject::Field(line.field, line.pupil).record(),
        };
        trail::add(sql, told, line.at, &line.who)?;
    }
    Ok(())
}
