//! What an import of pupils tells: as JSON for programs, as lines for people.

use serde::Serialize;

use super::super::output::visible;
use super::pupils::Read;
use crate::app::importing::words::{column_name, reason, reason_code, remark, remark_code};
use crate::domain::listed::{FieldChange, ListComparison, ListedField, ListedPupil};
use crate::exchange::lists::{Column, List, RefusalReason};
use crate::text::Catalog;
use crate::text::cli::ImportCount;

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
    let name = matches!(
        change.field,
        ListedField::Given | ListedField::Infix | ListedField::Family
    );
    let shown = with_names || !name;
    Field {
        field: change.field.code(),
        before: shown.then_some(change.before.as_str()),
        after: shown.then_some(change.after.as_str()),
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

/// The answer as lines.
pub(super) fn text(
    read: &Read<'_>,
    (rows, done): (&[ListedPupil], &ListComparison),
    count: ImportCount,
    (written, mended): (bool, usize),
    catalog: &Catalog,
) -> String {
    let (list, school, words) = (read.list, read.school, &catalog.cli);
    let all = list.rows.len() + count.refused;
    let named = format!("{} ({})", school.name, school.code);
    let mut lines: Vec<String> = read
        .taken
        .map(|by_list| catalog.import.school_taken(&named, by_list))
        .into_iter()
        .collect();
    lines.push(format!("{named}: {}", words.read(all, list.encoding)));
    lines.extend(sheet_line(read, catalog));
    lines.push(columns_line(read, catalog));
    let unknown = read.source.not_understood(read.mapping);
    if !unknown.is_empty() {
        lines.push(catalog.import.not_understood(&unknown.join(", ")));
    }
    lines.push(words.counts(count));
    for change in &done.changed {
        let row = list.rows.get(change.row).map_or(0, |row| row.row);
        let name = rows.get(change.row).map(|row| row.name.full()).unwrap_or_default();
        let fields: Vec<String> = change.fields.iter().map(|one| changed(one, catalog)).collect();
        lines.push(catalog.import.in_row(row, &format!("{name}: {}", fields.join(", "))));
    }
    for one in &list.refused {
        let reason = reason(one.reason, &catalog.lists);
        lines.push(catalog.lists.refused(one.row, &one.column, &one.value, &reason));
    }
    for one in &list.remarks {
        let reason = remark(one.reason, &catalog.lists);
        lines.push(catalog.lists.remark(one.row, &one.column, &one.value, reason));
    }
    if count.vanished > 0 {
        lines.push(catalog.import.vanished(count.vanished, read.asked.vanished));
    }
    if let (true, Some(path)) = (mended > 0, &read.asked.refused) {
        lines.push(catalog.import.mended(mended, &path.display().to_string()));
    }
    if read.asked.check_only {
        lines.push(words.only_checked.to_owned());
    } else if written {
        lines.push(words.imported.to_owned());
    } else if !list.rows.is_empty() {
        lines.push(words.nothing_new.to_owned());
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
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
fn changed(change: &FieldChange, catalog: &Catalog) -> String {
    let shown = |value: &str| crate::app::importing::words::value(change.field, value, catalog);
    catalog
        .import
        .change(change.field, &shown(&change.before), &shown(&change.after))
}
