//! `verslag`: the documents of a meeting, as files.
//!
//! The rule: it tells which files were written, for whom, and that they are not encrypted; for whom is recorded in the
//! file with them.

use super::actions::answers_to;
use super::answer::{Answer, Session};
use super::options::Command;
use super::output::{Failure, visible};
use crate::app::papers::{PaperError, Readers, Wanted, issue, make, usual_meeting};
use crate::domain::Id;
use crate::domain::dossier::{PupilLine, Sitting};
use crate::domain::fold::fold;
use crate::domain::papers::PaperKind;
use crate::store::StoreError;
use crate::text::cli::Trouble;

/// The words that mean every party.
const EVERY: [&str; 2] = ["alle", "all"];

/// Writes the documents that [`Command::Minutes`] asks for.
pub(super) fn minutes(session: &mut Session, command: &Command) -> Result<Answer, Failure> {
    let Command::Minutes {
        meeting,
        kind,
        party,
        pupil,
        owner,
        formats,
        folder,
        with_notes,
        with_names,
    } = command
    else {
        return Ok(Answer::default());
    };
    let told = |trouble: Trouble| Failure::of(&trouble, session.catalog);
    let sitting = match kind {
        PaperKind::Actions => None,
        kind => Some(sitting(session, *meeting, *kind)?),
    };
    let wanted = Wanted {
        kind: *kind,
        meeting: sitting.as_ref().map(|sitting| sitting.meeting.id),
        readers: match (party, &sitting) {
            (Some(party), Some(sitting)) => readers(session, sitting, party)?,
            _ => Readers::Tables,
        },
        pupil: match (pupil, &sitting) {
            (Some(pupil), Some(sitting)) => Some(named_pupil(sitting, pupil).map_err(told)?),
            _ => None,
        },
        owner: match owner {
            Some(owner) => Some(named_owner(session, owner)?),
            None => None,
        },
        formats: formats.clone(),
        with_notes: *with_notes,
        with_names: *with_names,
    };
    let papers = make(&session.store, &wanted, session.now, session.catalog).map_err(|error| match error {
        PaperError::Store(error) => session.failed(&error),
        PaperError::Render(_) => told(Trouble::NotWritten),
        PaperError::NoMeeting => told(Trouble::NoMeeting),
    })?;
    if papers.is_empty() {
        return Err(told(Trouble::NothingToWrite));
    }
    let written = issue(&mut session.store, &papers, folder, session.now)
        .map_err(|error| Failure::of_store(folder, &error, session.catalog))?;
    let words = &session.catalog.papers;
    let mut text = String::new();
    for file in &written {
        let line = words.written(&file.path.display().to_string(), &file.whom);
        text.push_str(&visible(&line));
        text.push('\n');
    }
    text.push_str(words.written_open);
    text.push('\n');
    Ok(Answer::text(text))
}

/// The meeting that is asked for, or the usual one.
fn sitting(session: &Session, meeting: Option<Id>, kind: PaperKind) -> Result<Sitting, Failure> {
    let store = &session.store;
    let told = |trouble: Trouble| Failure::of(&trouble, session.catalog);
    let usual = match meeting {
        Some(id) => Some(id),
        None => usual_meeting(store, kind, session.now.date_naive()).map_err(|error| session.failed(&error))?,
    };
    let id = usual.ok_or_else(|| told(Trouble::NoMeeting))?;
    store.sitting(id).map_err(|error| match error {
        StoreError::Missing(_) => told(Trouble::NoMeetingNumbered(id.to_string())),
        other => session.failed(&other),
    })
}

/// Those who are meant among some by a part of their name: exactly one.
fn one_of(wanted: &str, known: Vec<(Id, String)>) -> Result<Id, Trouble> {
    let folded = fold(wanted.trim());
    let exact: Vec<&(Id, String)> = known.iter().filter(|(_, name)| fold(name) == folded).collect();
    let partly = known
        .iter()
        .filter(|(_, name)| !folded.is_empty() && fold(name).contains(&folded));
    let found = if exact.is_empty() { partly.collect() } else { exact };
    match found.as_slice() {
        [(id, _)] => Ok(*id),
        [] => Err(Trouble::Nobody(
            wanted.to_owned(),
            known.into_iter().map(|(_, name)| name).collect(),
        )),
        several => Err(Trouble::Several(
            wanted.to_owned(),
            several.iter().map(|(_, name)| name.clone()).collect(),
        )),
    }
}

/// The party around the tables that is meant, by a part of its name or what its kind is called.
fn readers(session: &Session, sitting: &Sitting, wanted: &str) -> Result<Readers, Failure> {
    let folded = fold(wanted.trim());
    if EVERY.contains(&folded.as_str()) {
        return Ok(Readers::EveryParty);
    }
    let mut known: Vec<(Id, String)> = Vec::new();
    let mut by_role: Vec<(Id, String)> = Vec::new();
    for seat in sitting.blocks.iter().flat_map(|block| &block.attendance) {
        let person = &seat.person;
        let party = (person.party, person.party_name.clone());
        let roles = session.catalog.roles.iter();
        let is_role = roles
            .into_iter()
            .any(|(kind, word)| *kind == person.party_kind && *word == folded);
        if is_role && !by_role.contains(&party) {
            by_role.push(party.clone());
        }
        if !known.contains(&party) {
            known.push(party);
        }
    }
    if let [(id, _)] = by_role.as_slice() {
        return Ok(Readers::Party(*id));
    }
    let found = one_of(wanted, known).map_err(|trouble| Failure::of(&trouble, session.catalog))?;
    Ok(Readers::Party(found))
}

/// The pupil of the meeting who is meant, by number, initials or a part of the name. Names that fit are not told: the
/// answer to a slip of the pen must not be a list of pupils.
fn named_pupil(sitting: &Sitting, wanted: &str) -> Result<Id, Trouble> {
    let lines = sitting
        .blocks
        .iter()
        .flat_map(|block| &block.items)
        .filter_map(|item| item.pupil.as_ref());
    let lines: Vec<_> = lines.collect();
    let folded = fold(wanted.trim());
    let fits = |line: &&&PupilLine| {
        line.id.to_string() == folded || (folded.chars().count() > 2 && fold(&line.name.full()).contains(&folded))
    };
    let found: Vec<Id> = lines.iter().filter(fits).map(|line| line.id).collect();
    // Initials are too short to be forgiven a mark: L.W. is not Ł.W., who may well be somebody else.
    let is = |line: &&&PupilLine| line.name.initials().to_string().to_lowercase() == wanted.trim().to_lowercase();
    let exact: Vec<Id> = lines.iter().filter(is).map(|line| line.id).collect();
    let found = if exact.is_empty() { found } else { exact };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Trouble::Nobody(wanted.to_owned(), Vec::new())),
        several => Err(Trouble::Several(
            wanted.to_owned(),
            several.iter().map(ToString::to_string).collect(),
        )),
    }
}

/// The owner of an open action who is meant.
fn named_owner(session: &Session, wanted: &str) -> Result<Id, Failure> {
    let actions = session.store.open_actions().map_err(|error| session.failed(&error))?;
    let mut known: Vec<(Id, String)> = Vec::new();
    for owner in actions.into_iter().filter_map(|one| one.action.owner) {
        if known.iter().all(|(id, _)| *id != owner.person) && answers_to(&owner, wanted, session.catalog) {
            known.push((owner.person, owner.name));
        }
    }
    match known.as_slice() {
        [(id, _)] => Ok(*id),
        [] => Err(Failure::of(
            &Trouble::Nobody(wanted.to_owned(), Vec::new()),
            session.catalog,
        )),
        several => {
            let names = several.iter().map(|(_, name)| name.clone()).collect();
            Err(Failure::of(
                &Trouble::Several(wanted.to_owned(), names),
                session.catalog,
            ))
        }
    }
}
