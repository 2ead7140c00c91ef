//! The lines of the trail, in English: what was done, why, and what is wrong with them.

use super::columns::column;
use crate::domain::papers::PaperKind;
use crate::domain::rights::{BackupSaid, TrailFault, TrailKind};

pub(super) fn trail(kind: TrailKind) -> &'static str {
    match kind {
        TrailKind::Opened => "looked at",
        TrailKind::Exported => "went out",
        TrailKind::Copied => "copied",
        TrailKind::Access => "access given",
        TrailKind::Erased => "erased",
        TrailKind::Rectified => "rectified",
        TrailKind::NoteExpired => "working notes erased",
        TrailKind::Restored => "restored",
    }
}

pub(super) fn why(code: &str) -> String {
    match code {
        "meeting" => "in a meeting".to_owned(),
        "between_meetings" => "outside a meeting".to_owned(),
        "request" => "on request".to_owned(),
        "retention" => "past the retention date".to_owned(),
        "working_note" => "term of working notes".to_owned(),
        "contact" => "contact".to_owned(),
        "everything" => "everything, as an export".to_owned(),
        code => match (code.strip_prefix("pupil."), PaperKind::from_code(code)) {
            (Some(field), _) => column(field),
            (None, Some(kind)) => paper(kind).to_owned(),
            (None, None) => match code.strip_prefix("bundle ") {
                Some(key) => format!("bundle for {key}"),
                None => backup(code).or_else(|| list(code)).unwrap_or_else(|| code.to_owned()),
            },
        },
    }
}

/// A backup that was put back, by when something was last changed in it and what is told of its name.
fn backup(code: &str) -> Option<String> {
    let (said, hour) = BackupSaid::of_code(code)?;
    let form = if hour { "%d-%m-%Y %H:%M" } else { "%d-%m-%Y" };
    let file = said.file.map(|file| format!(" {file}")).unwrap_or_default();
    Some(match said.last_change {
        Some(at) => format!("backup{file}, last changed {}", at.format(form)),
        None => format!("empty backup{file}"),
    })
}

/// A list of a command, with the form in which it was given out.
fn list(code: &str) -> Option<String> {
    let (name, form) = code.split_once('.').unwrap_or((code, ""));
    let word = match name {
        "find" => "search with names",
        "terms" => "list of terms with names",
        "queue" => "queue with names",
        "coverage" => "coverage with names",
        "summer_list" => "summer list with names",
        "journal" => "journal with names",
        "actions" => "list of actions with names",
        "retention_list" => "list of retention dates with names",
        "trail" => "trail with names",
        _ => return None,
    };
    Some(match form {
        "" => word.to_owned(),
        form => format!("{word} ({form})"),
    })
}

pub(super) fn paper(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Minutes => "minutes",
        PaperKind::Agenda => "agenda",
        PaperKind::YoungPerson => "page for the young person",
        PaperKind::Actions => "list of actions",
    }
}

pub(super) fn trail_fault(fault: TrailFault) -> String {
    match fault {
        TrailFault::Broken { line } => format!("line {line} of the trail is no longer as it was written"),
        TrailFault::CutOff { line } => format!("the trail ends at line {line}: what came after is gone"),
        TrailFault::Missing { entry } => format!("the document of change {entry} in the journal has no line"),
        TrailFault::JournalCut { entry } => format!("changes up to {entry} are missing from the journal"),
    }
}
