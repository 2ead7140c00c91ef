//! `bundel`: what changed, locked for another laptop; and the key with which others lock for this one.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::{of_lock, own_key, refused};
use crate::cli::answer::{Answer, Session, answer};
use crate::cli::around::scope;
use crate::cli::options::Format;
use crate::cli::output::{Failure, visible};
use crate::cli::rights::note_list;
use crate::domain::Id;
use crate::domain::people::School;
use crate::domain::rights::TrailKind;
use crate::exchange::bundle::{lock, public_half, write};
use crate::store::{Scope, StoreError};
use crate::text::bundle::BundleTrouble;
use crate::text::notice::Problem;

/// What is asked of a bundle.
pub(in crate::cli) struct Asked<'a> {
    pub(in crate::cli) receiver: &'a str,
    pub(in crate::cli) schools: &'a [String],
    pub(in crate::cli) file: &'a Path,
    pub(in crate::cli) whole: bool,
    pub(in crate::cli) format: Format,
}

#[derive(Serialize)]
struct Key {
    key: String,
}

/// Answers with the public half of the own key, which is made when there is none.
pub(in crate::cli) fn show_key(session: &mut Session, format: Format) -> Result<Answer, Failure> {
    let own = own_key(session)?;
    let key = public_half(&own.secret).map_err(|locked| refused(None, &of_lock(locked), session.catalog))?;
    let text = || format!("{key}\n{}\n", session.catalog.bundle.key_is_for);
    Ok(answer(format, &Key { key: key.clone() }, text))
}

#[derive(Serialize)]
struct Told {
    file: String,
    written: bool,
    number: i64,
    whole: bool,
    schools: Vec<String>,
    entries: usize,
    changes: usize,
    /// The schools of the last bundle for this receiver, when they were others.
    #[serde(skip_serializing_if = "Option::is_none")]
    schools_before: Option<Vec<String>>,
}

/// What the trail calls a bundle, before the key of the receiver.
const BUNDLE: &str = "bundle";

/// Letters of a receiver's key that the trail keeps: a whole key of the usual kind.
const KEY_LETTERS: usize = 62;

/// Writes a bundle and remembers what was in it, after a line in the trail that it goes out and for whom.
pub(in crate::cli) fn make(session: &mut Session, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let catalog = session.catalog;
    // Before anything is read: what nobody can open is not made.
    lock(asked.receiver, b"").map_err(|locked| refused(None, &of_lock(locked), catalog))?;
    let own = own_key(session)?;
    let own = public_half(&own.secret).map_err(|locked| refused(None, &of_lock(locked), catalog))?;
    // It would be opened, and then be refused as one of the file's own.
    if own.eq_ignore_ascii_case(asked.receiver.trim()) {
        return Err(refused(None, &BundleTrouble::OwnReceiver, catalog));
    }
    let schools = schools(session, asked.schools)?;
    if schools.is_empty() {
        return Err(refused(None, &BundleTrouble::NoSchool, catalog));
    }
    let before = session.store.last_schools(asked.receiver.trim());
    let before = before.map_err(|error| session.failed(&error))?;
    let other = other_schools(session, before, &schools)?;
    let collected = session
        .store
        .collect(asked.receiver.trim(), &schools, asked.whole, session.now)
        .map_err(|error| session.failed(&error))?;
    let bundle = &collected.bundle;
    let is_news = !bundle.rows.is_empty();
    let told = Told {
        file: asked.file.display().to_string(),
        written: is_news,
        number: bundle.number,
        whole: bundle.whole,
        schools: bundle.schools.iter().map(|school| school.code.clone()).collect(),
        entries: bundle.entries.len(),
        changes: bundle.rows.len(),
        schools_before: other.as_ref().map(|(_, codes)| codes.clone()),
    };
    if is_news {
        let text = write(bundle).ok_or_else(|| session.failed(&StoreError::BadValue("image")))?;
        let locked = lock(asked.receiver, &text).map_err(|locked| refused(None, &of_lock(locked), catalog))?;
        let key = asked.receiver.trim().to_ascii_lowercase();
        let key: String = key
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(KEY_LETTERS)
            .collect();
        note_list(session, Some((TrailKind::Exported, &format!("{BUNDLE} {key}"))))?;
        put(asked.file, &locked).map_err(|error| Failure::of_reading(asked.file, &error, catalog))?;
        session
            .store
            .bundle_written(&collected)
            .map_err(|error| session.failed(&error))?;
    }
    let words = &catalog.bundle;
    let text = || {
        let done = match is_news {
            true => visible(&words.written(told.number, told.schools.len(), told.changes, &told.file)),
            false => words.nothing_since.to_owned(),
        };
        let other = other.iter().map(|(sentence, _)| format!("{}\n", visible(sentence)));
        format!("{done}\n{}", other.collect::<String>())
    };
    Ok(answer(asked.format, &told, text))
}

/// Which schools the last bundle for the receiver was of, when they were others than these: as a sentence and by their
/// codes. A choice that was forgotten lets too much go out, or too little.
fn other_schools(
    session: &Session,
    before: Option<Vec<Id>>,
    now: &[School],
) -> Result<Option<(String, Vec<String>)>, Failure> {
    let all = session.store.schools().map_err(|error| session.failed(&error))?;
    let had = |school: &&School| before.iter().flatten().any(|id| *id == school.id);
    let had: Vec<&School> = all.iter().filter(had).collect();
    let is_same = had.len() == now.len() && had.iter().all(|school| now.iter().any(|one| one.id == school.id));
    if before.is_none() || is_same {
        return Ok(None);
    }
    let names: Vec<&str> = match had.len() == all.len() {
        true => Vec::new(),
        false => had.iter().map(|school| school.name.as_str()).collect(),
    };
    let codes = had.iter().map(|school| school.code.to_string()).collect();
    Ok(Some((session.catalog.bundle.other_schools(&names), codes)))
}

/// The schools by parts of their names; all of them when none is named.
fn schools(session: &Session, named: &[String]) -> Result<Vec<School>, Failure> {
    let mut schools = session.store.schools().map_err(|error| session.failed(&error))?;
    if named.is_empty() {
        return Ok(schools);
    }
    let mut wanted = Vec::new();
    for name in named {
        if let Scope::School(id) = scope(session, Some(name))? {
            wanted.push(id);
        }
    }
    schools.retain(|school| wanted.contains(&school.id));
    Ok(schools)
}

/// Writes a new file for this user alone, whole or not at all; nothing is ever replaced.
fn put(file: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let written = || -> Result<(), StoreError> {
        let mut part = tempfile::NamedTempFile::new_in(folder)?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        part.persist_noclobber(file)
            .map_err(|error| StoreError::from(error.error))?;
        Ok(())
    };
    written().map_err(|error| Problem::from(&error))
}
