//! `logboek`: who looked and what went out, and whether that is told in full.

use std::collections::HashMap;

use serde::Serialize;

use super::super::answer::{Answer, Session, answer};
use super::super::lines::{columns, initials, pupil};
use super::super::options::Format;
use super::super::output::Failure;
use super::super::sheet::sheet;
use crate::domain::Id;
use crate::domain::rights::{TrailFault, TrailKind};
use crate::store::StoreError;
use crate::text::cli::Trouble;
use crate::text::{Catalog, Lang};

/// How many lines are told when no number is asked for.
const USUAL: u32 = 50;

#[derive(Serialize)]
struct Line {
    seq: i64,
    at: String,
    who: String,
    kind: TrailKind,
    pupil: Option<String>,
    meeting: Option<String>,
    export: Option<String>,
    why: String,
}

/// Answers with the latest lines.
pub(super) fn trail(
    session: &Session,
    count: Option<u32>,
    with_names: bool,
    format: Format,
) -> Result<Answer, Failure> {
    let failed = |error| session.failed(&error);
    let lines = session.store.trail(count.unwrap_or(USUAL), None).map_err(failed)?;
    let catalog = match format {
        Format::Text => session.catalog,
        Format::Json | Format::Csv => Catalog::of(Lang::Nl),
    };
    let mut names: HashMap<Id, Option<String>> = HashMap::new();
    let mut told = Vec::with_capacity(lines.len());
    for line in &lines {
        let about = match line.pupil {
            None => None,
            Some(id) => match names.get(&id) {
                Some(name) => name.clone(),
                None => {
                    let name = name_of(session, id, with_names, catalog).map_err(failed)?;
                    names.insert(id, name.clone());
                    name
                }
            },
        };
        told.push(Line {
            seq: line.seq,
            at: line.at.to_rfc3339(),
            who: match (with_names, format) {
                (true, _) | (_, Format::Text) => line.who.clone(),
                _ => initials(&line.who),
            },
            kind: line.kind,
            pupil: about,
            meeting: line.meeting.map(|id| id.to_string()),
            export: line.export.map(|id| id.to_string()),
            why: line.why.clone(),
        });
    }
    let words = &session.catalog.rights;
    Ok(match format {
        Format::Json => Answer::json(&told),
        Format::Csv => {
            let rows: Vec<Vec<String>> = told
                .into_iter()
                .map(|line| {
                    vec![
                        line.seq.to_string(),
                        line.at,
                        line.who,
                        line.kind.code().to_owned(),
                        line.pupil.unwrap_or_default(),
                        line.meeting.unwrap_or_default(),
                        line.export.unwrap_or_default(),
                        line.why,
                    ]
                })
                .collect();
            sheet(
                &["seq", "at", "who", "kind", "pupil", "meeting", "export", "why"],
                &rows,
            )
        }
        Format::Text if lines.is_empty() => Answer::text(format!("{}\n", words.no_trail)),
        Format::Text => {
            let rows: Vec<Vec<String>> = lines
                .iter()
                .zip(told)
                .map(|(line, told)| {
                    vec![
                        catalog.cli.moment(line.at),
                        told.who,
                        words.trail(line.kind).to_owned(),
                        told.pupil.unwrap_or_default(),
                        words.why(&line.why),
                    ]
                })
                .collect();
            Answer::text(columns("", &rows))
        }
    })
}

/// What a pupil is called; none for one who is no longer in the file.
fn name_of(session: &Session, id: Id, with_names: bool, catalog: &Catalog) -> Result<Option<String>, StoreError> {
    match session.store.pupil(id) {
        Ok(found) if found.sharing.may_name() => Ok(Some(pupil(&found.name, with_names))),
        Ok(_) => Ok(Some(catalog.screen.case(0))),
        Err(StoreError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

#[derive(Serialize)]
struct Soundness {
    sound: bool,
    lines: usize,
    faults: Vec<Fault>,
}

#[derive(Serialize)]
struct Fault {
    kind: &'static str,
    number: i64,
}

/// Answers whether the trail is whole and complete.
pub(super) fn verify(session: &Session, format: Format) -> Result<Answer, Failure> {
    let failed = |error| session.failed(&error);
    let faults = session.store.verify_trail().map_err(failed)?;
    let last = session.store.trail(1, None).map_err(failed)?;
    let lines = last.first().map_or(0, |line| usize::try_from(line.seq).unwrap_or(0));
    let words = &session.catalog.rights;
    let json = Soundness {
        sound: faults.is_empty(),
        lines,
        faults: faults.iter().map(code).collect(),
    };
    let text = || match faults.as_slice() {
        [] => format!("{}\n", words.trail_sound(lines)),
        faults => faults
            .iter()
            .map(|fault| format!("{}\n", words.trail_fault(*fault)))
            .collect(),
    };
    let trouble = (!faults.is_empty()).then_some(Trouble::TrailBroken(faults.len()));
    Ok(answer(format, &json, text).but(trouble))
}

fn code(fault: &TrailFault) -> Fault {
    let (kind, number) = match fault {
        TrailFault::Broken { line } => ("broken", *line),
        TrailFault::CutOff { line } => ("cut_off", *line),
        TrailFault::Missing { entry } => ("missing", *entry),
        TrailFault::JournalCut { entry } => ("journal_cut", *entry),
    };
    Fault { kind, number }
}
