//! A list into the file, step by step; nothing is written before it was shown.

use std::sync::{Arc, Mutex};

use crate::app::effect::Effect;
use crate::app::importing::{
    Import, ImportAsk, ImportNews, ListKind, Opened, PreviewRow, Stage, Unread, begun_anew, completed, listed,
    with_separator,
};
use crate::app::state::{Overlay, State};
use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::domain::listed::{ListComparison, Vanishing};
use crate::exchange::lists::{Choice, Column, ListError};
use crate::text::notice::Notice;

use super::writing;

/// Asks which file.
pub(super) fn open(state: &mut State, intent: Intent) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    let kind = match intent {
        Intent::ImportSchools => ListKind::Schools,
        Intent::ImportContacts => ListKind::Contacts,
        _ => ListKind::Pupils,
    };
    let school = match (kind, state.school_at_hand()) {
        (_, Some(school)) => school,
        // Whoever has no school yet begins with a list of them.
        (ListKind::Schools | ListKind::Contacts, None) => 0,
        (ListKind::Pupils, None) => return effects,
    };
    let import = Import::new(kind, school, &state.lists_from);
    effects.push(folder(&import));
    state.overlay = Some(Overlay::Import(Box::new(import)));
    effects
}

fn folder(import: &Import) -> Effect {
    Effect::Import(ImportAsk::Folder(import.path.text().to_owned()))
}

/// The path changed: what it can be is looked up again.
pub(super) fn typed(import: &mut Import) -> Vec<Effect> {
    if let Some(anew) = begun_anew(import.path.text()).map(str::to_owned) {
        import.set_path(&anew);
    }
    (import.selected, import.trouble) = (0, None);
    vec![folder(import)]
}

/// What an intent does on the way; nothing where another overlay is open or it means the same everywhere.
pub(super) fn act(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    let Some(Overlay::Import(import)) = state.overlay.as_mut() else {
        return None;
    };
    Some(match intent {
        Intent::Up => select(import, -1),
        Intent::Down => select(import, 1),
        Intent::Previous => select(import, -10),
        Intent::Next => select(import, 10),
        Intent::Escape => return Some(back(state)),
        Intent::Confirm => return Some(confirm(state)),
        Intent::ClearField if import.is_typing() => {
            import.set_path("");
            import.emptied = true;
            typed(import)
        }
        // Of nothing only the folder that is offered at first can be made.
        Intent::Complete if import.emptied && import.path.text().is_empty() => {
            import.emptied = false;
            vec![folder(import)]
        }
        Intent::Complete => {
            let entries = import.entries.as_deref().unwrap_or_default();
            let path = completed(import.path.text(), entries);
            import.set_path(&path);
            vec![folder(import)]
        }
        Intent::ColumnOn => turn(import, true),
        Intent::ColumnBack => turn(import, false),
        Intent::ImportColumns => {
            (import.stage, import.selected) = (Stage::Columns, 0);
            Vec::new()
        }
        Intent::ImportSheet => {
            let source = import.source.as_ref();
            import.sheets = source.map(|source| source.sheets().to_vec()).unwrap_or_default();
            let here = import
                .sheets
                .iter()
                .position(|name| Some(name) == import.choice.sheet.as_ref());
            (import.stage, import.selected) = (Stage::Sheets, here.unwrap_or(0));
            Vec::new()
        }
        Intent::Vanish => vanish(import, false),
        Intent::VanishAll => vanish(import, true),
        Intent::MendRefused => vec![Effect::Import(ImportAsk::Mend)],
        _ => return None,
    })
}

/// Moves the cursor; a heading is stepped over.
fn select(import: &mut Import, by: isize) -> Vec<Effect> {
    let last = import.rows_of_stage().saturating_sub(1);
    let heading = |import: &Import| {
        let row = import.preview.get(import.selected);
        import.stage == Stage::Preview && matches!(row, Some(PreviewRow::Heading(_)))
    };
    import.selected = import.selected.saturating_add_signed(by).min(last);
    if heading(import) {
        let on = if by > 0 || import.selected == 0 { 1 } else { -1 };
        import.selected = import.selected.saturating_add_signed(on).min(last);
    }
    Vec::new()
}

/// Back by one step: from what was read to the file, from a question to what was read.
fn back(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Import(import)) = state.overlay.as_mut() else {
        return Vec::new();
    };
    match import.stage {
        Stage::Reading(_) => {
            import.stage = Stage::File;
            state.notice = Some(Notice::ImportStopped);
            vec![Effect::Import(ImportAsk::Stop)]
        }
        Stage::Sheets | Stage::Columns => {
            let read = import.list.is_some() || import.others.is_some();
            (import.stage, import.trouble) = (if read { Stage::Preview } else { Stage::File }, None);
            import.selected = usize::from(read && !import.preview.is_empty());
            Vec::new()
        }
        // It is being written, and whoever writes it hears of the key.
        Stage::Writing(..) => Vec::new(),
        Stage::File | Stage::Preview => {
            state.overlay = None;
            Vec::new()
        }
    }
}

fn confirm(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Import(import)) = state.overlay.as_mut() else {
        return Vec::new();
    };
    match import.stage {
        Stage::File => choose_file(import),
        Stage::Sheets => {
            let choice = Choice {
                sheet: import.sheets.get(import.selected).cloned(),
                ..import.choice.clone()
            };
            read(import, Some(choice))
        }
        Stage::Columns => match &import.source {
            Some(source) => {
                import.stage = Stage::Reading(0);
                let (source, choice) = (Arc::clone(source), import.choice.clone());
                vec![Effect::Import(ImportAsk::Again(source, choice))]
            }
            None => Vec::new(),
        },
        Stage::Preview => {
            let moved = import.vanishing.values().any(|what| *what != Vanishing::Keep);
            let count = import.count();
            if count.new + count.changed == 0 && !moved {
                state.last_list = Some(last_list(import));
                state.overlay = None;
                state.notice = Some(Notice::NothingNew);
            } else {
                // The screen says so first; the work is done when it has.
                import.stage = Stage::Writing(0, count.new + count.changed);
            }
            Vec::new()
        }
        Stage::Reading(_) | Stage::Writing(..) => Vec::new(),
    }
}

/// Opens the selected folder, or reads the selected file.
fn choose_file(import: &mut Import) -> Vec<Effect> {
    let entries = import.entries.as_deref().unwrap_or_default();
    let Some(entry) = entries.get(import.selected).cloned() else {
        return Vec::new();
    };
    if entry.is_folder {
        let path = with_separator(&entry.path);
        import.set_path(&path);
        return vec![folder(import)];
    }
    import.file = entry.path;
    read(import, None)
}

fn read(import: &mut Import, choice: Option<Choice>) -> Vec<Effect> {
    (import.stage, import.trouble) = (Stage::Reading(0), None);
    (import.source, import.list, import.others) = (None, None, None);
    if import.kind != ListKind::Pupils {
        let sheet = choice.and_then(|choice| choice.sheet);
        return vec![Effect::Import(ImportAsk::ReadOthers(
            import.file.clone(),
            import.kind,
            sheet,
        ))];
    }
    vec![Effect::Import(ImportAsk::Read(
        import.file.clone(),
        import.school,
        choice,
    ))]
}

/// Gives the selected heading the next column that no other heading has, or the one before; not being read stands before
/// the first.
fn turn(import: &mut Import, on: bool) -> Vec<Effect> {
    let headings = import
        .source
        .as_ref()
        .map(|source| source.headings(&import.choice.mapping));
    let headings = headings.unwrap_or_default();
    let Some(heading) = headings.get(import.selected) else {
        return Vec::new();
    };
    let others = headings.iter().filter(|one| one.name != heading.name);
    let taken: Vec<Option<Column>> = others.map(|one| one.column).filter(Option::is_some).collect();
    let free = Column::ALL
        .map(Some)
        .into_iter()
        .filter(|column| !taken.contains(column));
    let columns: Vec<Option<Column>> = std::iter::once(None).chain(free).collect();
    let at = columns.iter().position(|column| *column == heading.column).unwrap_or(0);
    let by = if on { 1 } else { columns.len() - 1 };
    let next = columns.get((at + by) % columns.len()).copied().flatten();
    import.choice.mapping.set(&heading.name, next);
    import.trouble = None;
    Vec::new()
}

/// Another fate for the selected pupil whom the list no longer has, or for all of them.
fn vanish(import: &mut Import, all: bool) -> Vec<Effect> {
    let first = import.done.vanished.first().map(|line| line.id);
    let Some(pupil) = import.vanished_at_hand().or(first) else {
        return Vec::new();
    };
    let now = import.vanishing_of(pupil);
    let at = Vanishing::ALL.iter().position(|what| *what == now).unwrap_or(0);
    let next = Vanishing::ALL
        .get((at + 1) % Vanishing::ALL.len())
        .copied()
        .unwrap_or_default();
    if all {
        let everybody = import.done.vanished.iter().map(|line| (line.id, next));
        import.vanishing = everybody.collect();
    } else {
        import.vanishing.insert(pupil, next);
    }
    Vec::new()
}

/// What came of what was asked. What was read in private is not shown when that is over.
pub(super) fn take(state: &mut State, news: ImportNews) -> Vec<Effect> {
    if let ImportNews::Written(count) = news {
        return written(state, count);
    }
    let Some(Overlay::Import(import)) = state.overlay.as_mut() else {
        return Vec::new();
    };
    match news {
        ImportNews::Folder(path, entries) => {
            let empty = import.path.text().is_empty();
            if empty && !import.emptied {
                import.set_path(&path);
            }
            if import.path.text() == path || (empty && import.emptied) {
                import.entries = entries;
                import.selected = import.selected.min(import.rows_of_stage().saturating_sub(1));
            }
            Vec::new()
        }
        ImportNews::Rows(rows) => {
            if let Stage::Reading(so_far) = &mut import.stage {
                *so_far = rows;
            }
            Vec::new()
        }
        ImportNews::Opened(choice, opened) => {
            if !matches!(import.stage, Stage::Reading(_)) {
                return Vec::new();
            }
            import.choice = choice;
            match opened {
                Ok(opened) => opened_list(import, opened),
                Err(error) => {
                    refused(import, error);
                    Vec::new()
                }
            }
        }
        ImportNews::Compared(done) => {
            compared(import, done);
            Vec::new()
        }
        ImportNews::Others(_) if !matches!(import.stage, Stage::Reading(_)) => Vec::new(),
        ImportNews::Others(Ok(list)) => {
            let list = Arc::new(Mutex::new(Some(list)));
            vec![Effect::Import(ImportAsk::Plan(list))]
        }
        ImportNews::Others(Err(error)) => {
            refused(import, error);
            Vec::new()
        }
        ImportNews::Planned(plan) => {
            import.others = Some(plan);
            compared(import, ListComparison::default());
            Vec::new()
        }
        ImportNews::Mended(rows, file) => {
            state.notice = Some(Notice::RefusedWritten(rows, file));
            Vec::new()
        }
        ImportNews::NotMended(problem) => {
            state.notice = Some(Notice::Problem(problem));
            Vec::new()
        }
        ImportNews::Written(_) => Vec::new(),
    }
}

/// The list was opened: its rows are compared with the file, or its headings are asked about.
fn opened_list(import: &mut Import, opened: Opened) -> Vec<Effect> {
    import.choice.sheet = opened.source.sheet().map(str::to_owned);
    import.source = Some(opened.source);
    match opened.list {
        Ok(list) => {
            import.rows = Arc::new(listed(&list));
            let there = list.refused_numbers.clone();
            import.list = Some(list);
            let rows = Arc::clone(&import.rows);
            vec![Effect::Import(ImportAsk::Compare(import.school, rows, there))]
        }
        Err(error) => {
            refused(import, Unread::List(error));
            Vec::new()
        }
    }
}

/// Goes to the step in which what is wrong can be put right.
fn refused(import: &mut Import, error: Unread) {
    import.selected = 0;
    import.stage = match &error {
        Unread::List(ListError::SeveralSheets { sheets }) => {
            import.sheets.clone_from(sheets);
            Stage::Sheets
        }
        Unread::List(ListError::MissingColumn { .. } | ListError::ColumnTwice { .. }) => Stage::Columns,
        _ => Stage::File,
    };
    import.trouble = Some(error);
}

fn compared(import: &mut Import, done: ListComparison) {
    import.done = done;
    import.vanishing.clear();
    import.stage = Stage::Preview;
    import.trouble = None;
    import.lay_out();
}

/// Who is on the list, by their numbers at their school.
fn last_list(import: &Import) -> (Id, Vec<String>) {
    let numbers = import.rows.iter().map(|listed| listed.number.clone());
    (import.school, numbers.collect())
}

/// The list is in the file, or that was broken off and everything is as it was.
fn written(state: &mut State, count: Option<crate::text::cli::ImportCount>) -> Vec<Effect> {
    let Some(count) = count else {
        if let Some(Overlay::Import(import)) = state.overlay.as_mut() {
            import.stage = Stage::Preview;
        }
        state.notice = Some(Notice::ImportStopped);
        return Vec::new();
    };
    if let Some(Overlay::Import(import)) = state.overlay.take() {
        state.lists_from = import.file.parent().map(with_separator).unwrap_or_default();
        state.last_list = Some(last_list(&import));
    }
    state.notice = Some(Notice::Imported(count));
    vec![Effect::Reload]
}
