//! Schools: added, or changed in name, place and kind. A school that is not in the list stays: nobody publishes a list of
//! the schools of one table.

use serde::Serialize;

use super::super::answer::{Answer, Session, answer};
use super::super::options::Import;
use super::super::output::{Failure, visible};
use crate::app::importing::words::{reason, reason_code};
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::School;
use crate::exchange::lists::{ListError, ListedSchool, Refusal, SchoolList, read_schools};
use crate::store::{About, NewSchool, StoreError};
use crate::text::cli::Trouble;

/// Reads the list.
pub(super) fn read(bytes: &[u8], asked: &Import) -> Result<SchoolList, ListError> {
    read_schools(bytes, asked.sheet.as_deref(), &|_| true)
}

/// What a list of schools or contacts did.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    pub(super) written: bool,
    pub(super) new: usize,
    pub(super) changed: usize,
    pub(super) unchanged: usize,
    pub(super) passed_over: usize,
    pub(super) not_understood: &'a [String],
    pub(super) refused: Vec<Fault<'a>>,
}

/// One fault of one row.
#[derive(Serialize)]
pub(super) struct Fault<'a> {
    row: usize,
    column: &'a str,
    value: &'a str,
    reason: &'static str,
}

/// The faults of a list of schools or of people at work, whose names are the point.
pub(super) fn faults(refused: &[Refusal]) -> Vec<Fault<'_>> {
    let fault = refused.iter().map(|one| Fault {
        row: one.row,
        column: &one.column,
        value: &one.value,
        reason: reason_code(one.reason),
    });
    fault.collect()
}

/// Writes the list, or tells what writing it would do.
pub(super) fn import(session: &mut Session, list: &SchoolList, asked: &Import) -> Result<Answer, Failure> {
    let known = session.store.schools().map_err(|error| session.failed(&error))?;
    let (mut new, mut changed, mut unchanged) = (Vec::new(), Vec::new(), 0);
    for row in &list.rows {
        match known.iter().find(|school| school.code == row.code) {
            None => new.push(row),
            Some(school) => match over(school, row) {
                Some(after) => changed.push(after),
                None => unchanged += 1,
            },
        }
    }
    let usable = !list.rows.is_empty();
    let writes = !new.is_empty() || !changed.is_empty();
    let written = writes && !asked.check_only;
    if written {
        write(session, &new, &changed).map_err(|error| session.failed(&error))?;
    }
    let told = Told {
        written,
        new: new.len(),
        changed: changed.len(),
        unchanged,
        passed_over: list.other_kinds,
        not_understood: &list.not_understood,
        refused: faults(&list.refused),
    };
    let done = answer(asked.format, &told, || {
        let mut lines = Vec::new();
        if list.other_kinds > 0 {
            lines.push(format!("{} {}", list.other_kinds, session.catalog.import.other_kinds));
        }
        lines.extend(
            new.iter()
                .map(|one| format!("+ {} {}, {}", one.code, one.name, one.place)),
        );
        lines.extend(
            changed
                .iter()
                .map(|one| format!("~ {} {}, {}", one.code, one.name, one.place)),
        );
        text(lines, &told, &list.refused, (usable, asked.check_only), session)
    });
    Ok(done.but((!usable).then_some(Trouble::NoRowAccepted)))
}

/// The answer as lines, for schools and contacts alike.
pub(super) fn text(
    mut lines: Vec<String>,
    told: &Told<'_>,
    refused: &[Refusal],
    (usable, check_only): (bool, bool),
    session: &Session,
) -> String {
    let (words, catalog) = (&session.catalog.cli, session.catalog);
    let rows = refused.chunk_by(|one, next| one.row == next.row).count();
    lines.insert(0, catalog.import.others(told.new, told.changed, told.unchanged, rows));
    if !told.not_understood.is_empty() {
        lines.push(catalog.import.not_understood(&told.not_understood.join(", ")));
    }
    for one in refused {
        let why = reason(one.reason, &catalog.lists);
        lines.push(catalog.lists.refused(one.row, &one.column, &one.value, &why));
    }
    if check_only {
        lines.push(words.only_checked.to_owned());
    } else if told.written {
        lines.push(words.imported.to_owned());
    } else if usable {
        lines.push(words.nothing_new.to_owned());
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
}

/// A school with what the list says of it; none when that is nothing new. A blank empties nothing, and a place in the
/// capitals of the published files is the place that is known.
fn over(school: &School, row: &ListedSchool) -> Option<School> {
    let known = row.place.is_empty() || fold(&row.place) == fold(&school.place);
    let place = if known { &school.place } else { &row.place };
    let after = School {
        kind: row.kind,
        name: row.name.clone(),
        place: place.clone(),
        ..school.clone()
    };
    (after != *school).then_some(after)
}

fn write(session: &mut Session, new: &[&ListedSchool], changed: &[School]) -> Result<(), StoreError> {
    let about = About {
        intent: Intent::ImportList.code(),
        pupil: None,
        meeting: None,
    };
    session.store.change(about, session.now, |tx| {
        for one in new {
            tx.insert_school(&NewSchool {
                code: one.code.clone(),
                kind: one.kind,
                name: one.name.clone(),
                place: one.place.clone(),
                party: None,
                uwv_contact: None,
            })?;
        }
        changed.iter().try_for_each(|school| tx.update_school(school))
    })
}
