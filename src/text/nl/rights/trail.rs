//! The lines of the trail, in Dutch: what was done, why, and what is wrong with them.

use super::columns::column;
use crate::domain::papers::PaperKind;
use crate::domain::rights::{BackupSaid, TrailFault, TrailKind};

pub(super) fn trail(kind: TrailKind) -> &'static str {
    match kind {
        TrailKind::Opened => "bekeken",
        TrailKind::Exported => "uitgegeven",
        TrailKind::Copied => "gekopieerd",
        TrailKind::Access => "inzage gegeven",
        TrailKind::Erased => "gewist",
        TrailKind::Rectified => "verbeterd",
        TrailKind::NoteExpired => "werknotities gewist",
        TrailKind::Restored => "teruggezet",
    }
}

pub(super) fn why(code: &str) -> String {
    match code {
        "meeting" => "in een overleg".to_owned(),
        "between_meetings" => "buiten een overleg".to_owned(),
        "request" => "op verzoek".to_owned(),
        "retention" => "bewaartermijn voorbij".to_owned(),
        "working_note" => "termijn van werknotities".to_owned(),
        "contact" => "contactpersoon".to_owned(),
        "everything" => "alles, als uitvoer".to_owned(),
        code => match (code.strip_prefix("pupil."), PaperKind::from_code(code)) {
            (Some(field), _) => column(field),
            (None, Some(kind)) => paper(kind).to_owned(),
            (None, None) => match code.strip_prefix("bundle ") {
                Some(key) => format!("bundel voor {key}"),
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
        Some(at) => format!("reservekopie{file}, laatst gewijzigd {}", at.format(form)),
        None => format!("lege reservekopie{file}"),
    })
}

/// A list of a command, with the form in which it was given out.
fn list(code: &str) -> Option<String> {
    let (name, form) = code.split_once('.').unwrap_or((code, ""));
    let word = match name {
        "find" => "zoeken met namen",
        "terms" => "termijnen met namen",
        "queue" => "wachtrij met namen",
        "coverage" => "dekking met namen",
        "summer_list" => "zomerlijst met namen",
        "journal" => "journaal met namen",
        "actions" => "actielijst met namen",
        "retention_list" => "lijst van bewaartermijnen met namen",
        "trail" => "logboek met namen",
        _ => return None,
    };
    Some(match form {
        "" => word.to_owned(),
        form => format!("{word} ({form})"),
    })
}

pub(super) fn paper(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Minutes => "verslag",
        PaperKind::Agenda => "agenda",
        PaperKind::YoungPerson => "blad voor de jongere",
        PaperKind::Actions => "actielijst",
    }
}

pub(super) fn trail_fault(fault: TrailFault) -> String {
    match fault {
        TrailFault::Broken { line } => format!("regel {line} van het logboek is niet meer zoals die werd geschreven"),
        TrailFault::CutOff { line } => format!("het logboek houdt op bij regel {line}: wat daarna kwam is weg"),
        TrailFault::Missing { entry } => format!("het stuk van wijziging {entry} in het journaal heeft geen regel"),
        TrailFault::JournalCut { entry } => format!("in het journaal ontbreken wijzigingen tot en met {entry}"),
    }
}
