//! The steps of reading a list in, as the chair alone sees them.

use super::overlay::input;
use crate::app::importing::words::{column_name, list_error, reason, remark, value};
use crate::app::importing::{Import, ListKind, OtherPlan, PreviewRow, Stage, Unread};
use crate::app::reading::SIDE;
use crate::app::sight::{RowView, RowsView, Tone};
use crate::app::state::State;
use crate::domain::listed::Vanishing;
use crate::text::Catalog;
use crate::text::lists::ImportPart;

/// What is to be drawn of the step at hand.
pub(super) fn view(state: &State, import: &Import, catalog: &Catalog) -> RowsView {
    let words = &catalog.import;
    let school = state.schools.iter().find(|school| school.id == import.school);
    let school = match import.kind {
        ListKind::Pupils => school.map(|school| school.name.as_str()).unwrap_or_default(),
        ListKind::Schools => words.of_schools,
        ListKind::Contacts => words.of_contacts,
    };
    let shown = |title: String, rows: Vec<RowView>, foot: Vec<String>| RowsView {
        title,
        filter: None,
        placeholder: words.path,
        selected: import.selected,
        rows,
        foot: trouble(import, catalog).into_iter().chain(foot).collect(),
    };
    match import.stage {
        Stage::File => RowsView {
            filter: Some(input(&import.path)),
            ..shown(
                format!("{} · {school}", words.choose_file),
                files(import, catalog),
                vec![words.file_foot.to_owned()],
            )
        },
        Stage::Reading(rows) => shown(words.reading(rows), Vec::new(), vec![words.esc_stops.to_owned()]),
        Stage::Writing(done, all) => shown(words.writing(done, all), Vec::new(), vec![words.esc_stops.to_owned()]),
        Stage::Sheets => shown(
            words.choose_sheet.to_owned(),
            import
                .sheets
                .iter()
                .map(|name| row(name.clone(), String::new()))
                .collect(),
            vec![words.sheet_foot.to_owned()],
        ),
        Stage::Columns => shown(
            format!("{} · {school}", words.choose_columns),
            columns(import, catalog),
            vec![words.columns_foot.to_owned()],
        ),
        Stage::Preview => shown(
            words.title(school, import.count()),
            preview(import, catalog),
            below(import, catalog),
        ),
    }
}

fn row(text: String, aside: String) -> RowView {
    RowView {
        text,
        aside,
        tone: Tone::Plain,
    }
}

/// Why the step before could not be taken.
fn trouble(import: &Import, catalog: &Catalog) -> Option<String> {
    Some(match import.trouble.as_ref()? {
        Unread::File(problem) => catalog.problem(problem),
        Unread::List(error) => list_error(error, catalog),
    })
}

fn files(import: &Import, catalog: &Catalog) -> Vec<RowView> {
    let words = &catalog.import;
    let none = |text: &str| {
        vec![RowView {
            text: text.to_owned(),
            aside: String::new(),
            tone: Tone::Done,
        }]
    };
    match import.entries.as_deref() {
        None => none(words.no_folder),
        Some([]) => none(words.no_files),
        Some(entries) => entries
            .iter()
            .map(|entry| {
                let aside = if entry.is_folder { words.folder } else { "" };
                row(entry.name.clone(), aside.to_owned())
            })
            .collect(),
    }
}

/// Each heading, and what it is taken for.
fn columns(import: &Import, catalog: &Catalog) -> Vec<RowView> {
    let headings = import
        .source
        .as_ref()
        .map(|source| source.headings(&import.choice.mapping));
    let headings = headings.unwrap_or_default().into_iter();
    headings
        .map(|heading| {
            let column = heading.column.map(|column| column_name(column, &catalog.lists));
            let column = column.unwrap_or(catalog.import.not_read);
            let text = match heading.chosen {
                true => format!("{} ({})", heading.name, catalog.import.chosen),
                false => heading.name,
            };
            RowView {
                text,
                aside: column.to_owned(),
                tone: if heading.column.is_some() {
                    Tone::Plain
                } else {
                    Tone::Done
                },
            }
        })
        .collect()
}

/// Below what the list would do: the sheet that was taken, what nobody understands, and that nothing was written.
fn below(import: &Import, catalog: &Catalog) -> Vec<String> {
    let source = import.source.as_ref();
    let sheet = source.and_then(|source| {
        let taken = source.sheet()?;
        let others: Vec<&str> = source
            .sheets()
            .iter()
            .map(String::as_str)
            .filter(|name| *name != taken)
            .collect();
        Some(catalog.import.sheet(taken, &others.join(", ")))
    });
    let unknown = match &import.others {
        Some(plan) => Some(plan.not_understood.clone()),
        None => source.map(|source| source.not_understood(&import.choice.mapping)),
    };
    let unknown = unknown.filter(|headings| !headings.is_empty());
    let unknown = unknown.map(|headings| catalog.import.not_understood(&headings.join(", ")));
    sheet
        .into_iter()
        .chain(unknown)
        .chain([catalog.import.preview_foot.to_owned()])
        .collect()
}

/// What the list would do. Of a long one only the rows around the cursor are put into words.
fn preview(import: &Import, catalog: &Catalog) -> Vec<RowView> {
    let near = import.selected.saturating_sub(SIDE)..=import.selected.saturating_add(SIDE);
    let rows = import.preview.iter().enumerate().map(|(at, one)| match one {
        _ if !near.contains(&at) => row(String::new(), String::new()),
        PreviewRow::Heading(part) => RowView {
            text: catalog.import.part(*part, count_of(import, *part)),
            aside: String::new(),
            tone: Tone::Heading,
        },
        PreviewRow::Row(part, place) => {
            preview_row(import, *part, *place, catalog).unwrap_or_else(|| row(String::new(), String::new()))
        }
    });
    rows.collect()
}

fn count_of(import: &Import, part: ImportPart) -> usize {
    let count = import.count();
    match part {
        ImportPart::Refused => count.refused,
        ImportPart::Vanished => count.vanished,
        ImportPart::Changed => count.changed,
        ImportPart::New => count.new,
        ImportPart::Unchanged => count.unchanged,
        ImportPart::Remarks => import.list.as_ref().map_or(0, |list| list.remarks.len()),
    }
}

/// A row of what a list of schools or contacts would do.
fn other_row(plan: &OtherPlan, part: ImportPart, at: usize, catalog: &Catalog) -> Option<RowView> {
    if part == ImportPart::Refused {
        let one = plan.refused.get(at)?;
        let why = reason(one.reason, &catalog.lists);
        return Some(RowView {
            text: fault(one.row, &one.column, &one.value, &why, catalog),
            aside: String::new(),
            tone: Tone::Late,
        });
    }
    let mut of_part = plan.done.iter().filter(|one| one.is_new == (part == ImportPart::New));
    Some(row(of_part.nth(at)?.told(catalog), String::new()))
}

fn preview_row(import: &Import, part: ImportPart, at: usize, catalog: &Catalog) -> Option<RowView> {
    if let Some(plan) = &import.others {
        return other_row(plan, part, at, catalog);
    }
    let (list, words) = (import.list.as_ref()?, &catalog.import);
    let number = |at: usize| list.rows.get(at).map_or(0, |row| row.row);
    let name = |at: usize| import.rows.get(at).map(|one| one.name.full()).unwrap_or_default();
    Some(match part {
        ImportPart::Refused => {
            let one = list.refused.get(at)?;
            let why = reason(one.reason, &catalog.lists);
            RowView {
                text: fault(one.row, &one.column, &one.value, &why, catalog),
                aside: String::new(),
                tone: Tone::Late,
            }
        }
        ImportPart::Remarks => {
            let one = list.remarks.get(at)?;
            let why = remark(one.reason, &catalog.lists);
            row(fault(one.row, &one.column, &one.value, why, catalog), String::new())
        }
        ImportPart::Vanished => {
            let line = import.done.vanished.get(at)?;
            let what = import.vanishing_of(line.id);
            RowView {
                text: line.name.full(),
                aside: words.vanishing(what).to_owned(),
                tone: if what == Vanishing::Keep {
                    Tone::Plain
                } else {
                    Tone::Late
                },
            }
        }
        ImportPart::Changed => {
            let change = import.done.changed.get(at)?;
            let fields = change.fields.iter().map(|one| {
                let shown = |text: &str| value(one.field, text, catalog);
                words.change(one.field, &shown(&one.before), &shown(&one.after))
            });
            let text = format!("{}: {}", name(change.row), fields.collect::<Vec<_>>().join(", "));
            row(words.in_row(number(change.row), &text), String::new())
        }
        ImportPart::New | ImportPart::Unchanged => {
            let place = *import.done.new.get(at)?;
            let one = import.rows.get(place)?;
            let text = format!("{} {}", one.number, name(place));
            row(words.in_row(number(place), &text), one.class.clone())
        }
    })
}

/// A fault of a row: where, what stands there, and what is wrong with it.
fn fault(row: usize, column: &str, value: &str, why: &str, catalog: &Catalog) -> String {
    let quoted = if value.is_empty() {
        String::new()
    } else {
        format!(" '{value}'")
    };
    catalog.import.in_row(row, &format!("{column}{quoted}: {why}"))
}
