//! What an import of pupils tells: as JSON for programs, as lines for people.

use serde::Serialize;

use super::super::answer::Session;
use super::super::around::told;
use super::super::lines::pupil;
use super::super::output::visible;
use super::pupils::Read;
use crate::app::importing::words::{column_name, reason, reason_code, remark, remark_code};
use crate::domain::listed::{FieldChange, ListComparison, ListedField, ListedPupil};
use crate::exchange::lists::{Column, List, RefusalReason};
use crate::text::Catalog;
use crate::text::cli::ImportCount;
use crate::text::lists::ImportPart;

/// The answer as JSON.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    school: String,
    encoding: &'static str,
    sheet: Option<&'a str>,
    columns: Vec<Taken>,
    not_understood: Vec<String>,
    written: bool,
    new: usize,
    changed: usize,
    unchanged: usize,
    vanished: usize,
    changes: Vec<Changed<'a>>,
    refused: Vec<Fault<'a>>,
    remarks: Vec<Fault<'a>>,
}

/// What a heading was taken for.
#[derive(Serialize)]
struct Taken {
    heading: String,
    column: Option<&'static str>,
}

/// A row that changes a pupil.
#[derive(Serialize)]
struct Changed<'a> {
    row: usize,
    fields: Vec<Field<'a>>,
}

/// A field that changes. Its values are left out where they are names and names were not asked for.
#[derive(Serialize)]
struct Field<'a> {
    field: &'static str,
    before: Option<&'a str>,
    after: Option<&'a str>,
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
    pub(super) fn of(read: &Read<'a>, count: ImportCount, done: &'a ListComparison, written: bool) -> Self {
        let (list, with_names) = (read.list, read.asked.with_names);
        let value = |column: &str, value: &'a str, whole_rows: bool| {
            let is_safe = !whole_rows && !may_hold_a_name(list, column);
            (with_names || is_safe).then_some(value)
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
        let changes = done.changed.iter().map(|one| Changed {
            row: list.rows.get(one.row).map_or(0, |row| row.row),
            fields: one.fields.iter().map(|change| field(change, with_names)).collect(),
        });
        let columns = read.source.headings(read.mapping).into_iter().map(|one| Taken {
            heading: one.name,
            column: one.column.map(Column::code),
        });
        Self {
            school: read.school.code.to_string(),
            encoding: list.encoding,
            sheet: list.sheet.as_deref(),
            columns: columns.collect(),
            not_understood: read.source.not_understood(read.mapping),
            written,
            new: count.new,
            changed: count.changed,
            unchanged: count.unchanged,
            vanished: count.vanished,
            changes: changes.collect(),
            refused: refused.collect(),
            remarks: remarks.collect(),
        }
    }
}

fn field(change: &FieldChange, with_names: bool) -> Field<'_> {
    let shown = with_names || !is_name(change.field);
    Field {
        field: change.field.code(),
        before: shown.then_some(change.before.as_str()),
        after: shown.then_some(change.after.as_str()),
    }
}

/// Whether a field is part of a name.
fn is_name(field: ListedField) -> bool {
    matches!(field, ListedField::Given | ListedField::Infix | ListedField::Family)
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

/// The most rows of a kind that are told; of more it is told how many there are.
const MOST: usize = 20;

/// Who is new, what changes of whom, and who is not in the list any more: by initials, unless names are asked for.
pub(super) fn lines(
    session: &Session,
    read: &Read<'_>,
    (rows, done): (&[ListedPupil], &ListComparison),
) -> Vec<String> {
    let (words, with_names) = (&session.catalog.import, read.asked.with_names);
    let number = |at: usize| read.list.rows.get(at).map_or(0, |row| row.row);
    let listed = |at: usize| rows.get(at).map(|row| pupil(&row.name, with_names)).unwrap_or_default();
    let new = done.new.iter().map(|at| words.in_row(number(*at), &listed(*at)));
    let changed = (1..).zip(&done.changed).map(|(place, change)| {
        let known = session.store.pupil_line(change.pupil);
        let name = known.map_or_else(|_| listed(change.row), |line| told(session, &line, with_names, place));
        let fields: Vec<String> = change
            .fields
            .iter()
            .map(|one| changed(one, with_names, session.catalog))
            .collect();
        words.in_row(number(change.row), &format!("{name}: {}", fields.join(", ")))
    });
    let vanished = (1..).zip(&done.vanished);
    let vanished = vanished.map(|(place, line)| told(session, line, with_names, place));
    let parts = [
        part(ImportPart::New, done.new.len(), new, session.catalog),
        part(ImportPart::Changed, done.changed.len(), changed, session.catalog),
        part(ImportPart::Vanished, done.vanished.len(), vanished, session.catalog),
    ];
    parts.concat()
}

/// A heading and the first of its rows.
fn part(part: ImportPart, count: usize, rows: impl Iterator<Item = String>, catalog: &Catalog) -> Vec<String> {
    if count == 0 {
        return Vec::new();
    }
    let rows = first(rows, count, catalog).into_iter().map(|row| format!("  {row}"));
    std::iter::once(catalog.import.part(part, count)).chain(rows).collect()
}

/// The first rows, and how many more there are.
fn first(rows: impl Iterator<Item = String>, count: usize, catalog: &Catalog) -> Vec<String> {
    let more = (count > MOST).then(|| catalog.import.and_more(count - MOST));
    rows.take(MOST).chain(more).collect()
}

/// What the list would do, as lines: all that is known before anything is written.
pub(super) fn before(
    read: &Read<'_>,
    (rows, told): (&[ListedPupil], &[String]),
    count: ImportCount,
    mended: usize,
    catalog: &Catalog,
) -> Vec<String> {
    let (list, school, words) = (read.list, read.school, &catalog.cli);
    let named = format!("{} ({})", school.name, school.code);
    let mut lines: Vec<String> = read
        .taken
        .map(|by_list| catalog.import.school_taken(&named, by_list))
        .into_iter()
        .collect();
    lines.push(format!(
        "{named}: {}",
        words.read(rows.len() + count.refused, list.encoding)
    ));
    lines.extend(sheet_line(read, catalog));
    lines.push(columns_line(read, catalog));
    let unknown = read.source.not_understood(read.mapping);
    if !unknown.is_empty() {
        lines.push(catalog.import.not_understood(&unknown.join(", ")));
    }
    lines.push(words.counts(count));
    lines.extend(told.iter().cloned());
    let refused = list.refused.iter().map(|one| {
        let reason = reason(one.reason, &catalog.lists);
        catalog.lists.refused(one.row, &one.column, &one.value, &reason)
    });
    lines.extend(first(refused, list.refused.len(), catalog));
    let remarks = list.remarks.iter().map(|one| {
        let reason = remark(one.reason, &catalog.lists);
        catalog.lists.remark(one.row, &one.column, &one.value, reason)
    });
    lines.extend(first(remarks, list.remarks.len(), catalog));
    if let (true, Some(path)) = (mended > 0, &read.asked.refused) {
        lines.push(catalog.import.mended(mended, &path.display().to_string()));
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
}

/// The answer as lines.
pub(super) fn text(
    read: &Read<'_>,
    (rows, told): (&[ListedPupil], &[String]),
    count: ImportCount,
    (written, mended): (bool, usize),
    catalog: &Catalog,
) -> String {
    let words = &catalog.cli;
    let mut lines = before(read, (rows, told), count, mended, catalog).concat();
    let mut ending = Vec::new();
    if count.vanished > 0 {
        ending.push(catalog.import.vanished(count.vanished, read.asked.vanished));
    }
    if read.asked.check_only {
        ending.push(words.only_checked.to_owned());
    } else if written {
        ending.push(words.imported.to_owned());
    } else if !read.list.rows.is_empty() {
        ending.push(words.nothing_new.to_owned());
    }
    lines.extend(ending.iter().map(|line| format!("{line}\n")));
    lines
}

/// Which sheet was taken, where there was one to take.
fn sheet_line(read: &Read<'_>, catalog: &Catalog) -> Option<String> {
    let taken = read.source.sheet()?;
    let others = read.source.sheets().iter().map(String::as_str);
    let others: Vec<&str> = others.filter(|name| *name != taken).collect();
    Some(catalog.import.sheet(taken, &others.join(", ")))
}

/// What each heading was taken for.
fn columns_line(read: &Read<'_>, catalog: &Catalog) -> String {
    let pairs = read.source.headings(read.mapping).into_iter().map(|one| {
        let column = one.column.map(|column| column_name(column, &catalog.lists));
        catalog
            .import
            .pair(&one.name, column.unwrap_or(catalog.import.not_read))
    });
    catalog.import.columns(&pairs.collect::<Vec<_>>().join(" · "))
}

/// A field that changes, in words.
fn changed(change: &FieldChange, with_names: bool, catalog: &Catalog) -> String {
    let shown = |value: &str| match is_name(change.field) && !with_names {
        true => catalog.bundle.with_names_only.to_owned(),
        false => crate::app::importing::words::value(change.field, value, catalog),
    };
    catalog
        .import
        .change(change.field, &shown(&change.before), &shown(&change.after))
}
