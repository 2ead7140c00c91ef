//! `importeer`: a school's list of pupils into the file.
//!
//! The rules: what `--controleer` says is what would be done, because both are one comparison; the whole list is one
//! change, so that one undo takes it back; and a row that is refused is named with its number, column, value and
//! reason, so that the school can mend it.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Serialize;

use super::answer::{Answer, Session, answer};
use super::list_words::{list_error, reason, reason_code, remark, remark_code};
use super::options::Format;
use super::output::{Failure, visible};
use crate::domain::codes::ExitProfile;
use crate::domain::dossier::PupilLine;
use crate::domain::intent::Intent;
use crate::domain::listed::{ListComparison, ListedPupil};
use crate::domain::name::Name;
use crate::domain::people::{School, SchoolCode};
use crate::exchange::lists::{Column, List, ListProfile, ListRow, MOST_BYTES, RefusalReason, read_list};
use crate::store::{About, StoreError};
use crate::text::Catalog;
use crate::text::cli::{ImportCount, Trouble};
use crate::text::notice::Problem;

/// A school's list as it was read, before the file is opened: a list that cannot be read asks for no passphrase.
pub(super) fn read(path: &Path, catalog: &Catalog) -> Result<List, Failure> {
    let unreadable = |error| Failure::of_reading(path, &Problem::from(&StoreError::from(error)), catalog);
    let mut bytes = Vec::new();
    // One byte more than is allowed is enough to see that there are too many.
    let most = MOST_BYTES as u64 + 1;
    File::open(path)
        .map_err(unreadable)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    read_list(&bytes).map_err(|error| Failure::Told(format!("{}: {}", path.display(), list_error(&error, catalog))))
}

/// What is asked of an import.
pub(super) struct Asked<'a> {
    pub(super) list: &'a List,
    pub(super) school: &'a SchoolCode,
    pub(super) check_only: bool,
    pub(super) with_names: bool,
    pub(super) format: Format,
}

/// Writes the list, or tells what writing it would do.
pub(super) fn import(session: &mut Session, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let school = session
        .store
        .school_by_code(asked.school)
        .map_err(|error| session.failed(&error))?;
    let Some(school) = school else {
        return Ok(Answer::default().but(Some(Trouble::NoSchoolCoded(asked.school.to_string()))));
    };
    let rows: Vec<ListedPupil> = asked.list.rows.iter().map(listed).collect();
    let usable = !rows.is_empty();
    let done = match usable {
        true => compare_or_write(session, &school, &rows, asked.check_only).map_err(|error| session.failed(&error))?,
        false => ListComparison::default(),
    };
    let vanished = truly_vanished(session, &done.vanished, asked.list).map_err(|error| session.failed(&error))?;
    let count = ImportCount {
        new: done.new.len(),
        changed: done.changed.len(),
        unchanged: done.unchanged,
        vanished,
        refused: asked.list.refused_rows(),
    };
    let told = answer(asked.format, &Told::of(asked, &school, count), || {
        text(asked, &school, count, session.catalog)
    });
    Ok(told.but((!usable).then_some(Trouble::NoRowAccepted)))
}

fn compare_or_write(
    session: &mut Session,
    school: &School,
    rows: &[ListedPupil],
    check_only: bool,
) -> Result<ListComparison, StoreError> {
    if check_only {
        return session.store.compare_list(school.id, rows);
    }
    let about = About {
        intent: Intent::ImportList.code(),
        pupil: None,
        meeting: None,
    };
    session
        .store
        .change(about, session.now, |tx| tx.write_list(school.id, rows))
}

/// How many pupils the list no longer has. A pupil whose row was refused is in the list.
fn truly_vanished(session: &Session, missing: &[PupilLine], list: &List) -> Result<usize, StoreError> {
    if list.refused_numbers.is_empty() {
        return Ok(missing.len());
    }
    let refused: HashSet<&str> = list.refused_numbers.iter().map(String::as_str).collect();
    let mut vanished = 0;
    for line in missing {
        let number = session.store.pupil(line.id)?.number;
        vanished += usize::from(!refused.contains(number.as_str()));
    }
    Ok(vanished)
}

/// A row of a list as the records know it.
fn listed(row: &ListRow) -> ListedPupil {
    ListedPupil {
        number: row.number.clone(),
        name: Name {
            given: row.given.clone(),
            infix: row.infix.clone(),
            family: row.family.clone(),
        },
        birth: row.birth,
        class: row.class.clone(),
        residence: row.residence.clone(),
        profile: row.profile.map(|profile| match profile {
            ListProfile::FurtherEducation => ExitProfile::FurtherEducation,
            ListProfile::LabourMarket => ExitProfile::LabourMarket,
            ListProfile::DayActivity => ExitProfile::DayActivity,
            ListProfile::Unknown => ExitProfile::Unknown,
        }),
        leaving: row.leaving,
        placement: row.placement.clone(),
    }
}

#[derive(Serialize)]
struct Told<'a> {
    school: String,
    encoding: &'static str,
    written: bool,
    new: usize,
    changed: usize,
    unchanged: usize,
    vanished: usize,
    refused: Vec<Fault<'a>>,
    remarks: Vec<Fault<'a>>,
}

/// One fault of one row. The value is left out where it may hold a name and names were not asked for.
#[derive(Serialize)]
struct Fault<'a> {
    row: usize,
    column: &'a str,
    value: Option<&'a str>,
    reason: &'static str,
}

impl<'a> Told<'a> {
    fn of(asked: &Asked<'a>, school: &School, count: ImportCount) -> Self {
        let list = asked.list;
        let value = |column: &str, value: &'a str, whole_rows: bool| {
            let is_safe = !whole_rows && !may_hold_a_name(list, column);
            (asked.with_names || is_safe).then_some(value)
        };
        let refused = list.refused.iter().map(|one| Fault {
            row: one.row,
            column: &one.column,
            value: value(
                &one.column,
                &one.value,
                matches!(one.reason, RefusalReason::SwallowedRows { .. }),
            ),
            reason: reason_code(one.reason),
        });
        let remarks = list.remarks.iter().map(|one| Fault {
            row: one.row,
            column: &one.column,
            value: value(&one.column, &one.value, false),
            reason: remark_code(one.reason),
        });
        Self {
            school: school.code.to_string(),
            encoding: list.encoding,
            written: !asked.check_only && count.new + count.changed > 0,
            new: count.new,
            changed: count.changed,
            unchanged: count.unchanged,
            vanished: count.vanished,
            refused: refused.collect(),
            remarks: remarks.collect(),
        }
    }
}

/// Whether a column holds names, or may: one that is not known may hold anything.
fn may_hold_a_name(list: &List, heading: &str) -> bool {
    let column = list
        .columns
        .iter()
        .find(|(name, _)| name == heading)
        .and_then(|(_, column)| *column);
    !matches!(
        column,
        Some(
            Column::Number
                | Column::Birth
                | Column::Class
                | Column::Profile
                | Column::Leaving
                | Column::Placement
                | Column::Residence
        )
    )
}

fn text(asked: &Asked<'_>, school: &School, count: ImportCount, catalog: &Catalog) -> String {
    let (list, words) = (asked.list, &catalog.cli);
    let rows = list.rows.len() + count.refused;
    let mut lines = vec![
        format!("{} ({}): {}", school.name, school.code, words.read(rows, list.encoding)),
        words.counts(count),
    ];
    for one in &list.refused {
        let reason = reason(one.reason, &catalog.lists);
        lines.push(catalog.lists.refused(one.row, &one.column, &one.value, &reason));
    }
    for one in &list.remarks {
        let reason = remark(one.reason, &catalog.lists);
        lines.push(catalog.lists.remark(one.row, &one.column, &one.value, reason));
    }
    if asked.check_only {
        lines.push(words.only_checked.to_owned());
    } else if count.new + count.changed > 0 {
        lines.push(words.imported.to_owned());
    } else if !list.rows.is_empty() {
        lines.push(words.nothing_new.to_owned());
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
}
