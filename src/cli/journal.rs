//! `journaal`: who changed what and when, the latest change first.
//!
//! The rule: it tells which act it was and about whom, never what a record says. Without `--met-namen` pupils are
//! told by initials or as a case, as on the shared screen; who made the change is what is asked for, and is told in full to people, by initials to programs.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::answer::{Answer, Session, answer};
use super::lines::{columns, initials, pupil};
use super::options::Format;
use super::output::Failure;
use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::store::{EntryState, JournalEntry, RowChange, StoreError};
use crate::text::cli::Fate;
use crate::text::{Catalog, Lang};

/// How many changes are told when no number is asked for.
const USUAL: u32 = 20;

#[derive(Serialize)]
struct Entry {
    seq: i64,
    at: String,
    who: String,
    intent: String,
    pupil: Option<String>,
    state: &'static str,
    reverts: Option<i64>,
    records: Vec<Records>,
}

#[derive(Serialize)]
struct Records {
    record: String,
    change: &'static str,
    count: usize,
}

/// Answers with the latest changes.
pub(super) fn journal(
    session: &Session,
    count: Option<u32>,
    with_names: bool,
    format: Format,
) -> Result<Answer, Failure> {
    let failed = |error| session.failed(&error);
    let limit = count.unwrap_or(USUAL);
    let mut entries = session.store.journal(limit.saturating_add(1), None).map_err(failed)?;
    let more = entries.len() > limit as usize;
    entries.truncate(limit as usize);
    let mut pupils = Pupils {
        session,
        // What goes on to programs is the same in every language.
        catalog: match format {
            Format::Json => Catalog::of(Lang::Nl),
            Format::Text | Format::Csv => session.catalog,
        },
        with_names,
        names: HashMap::new(),
    };
    let mut json = Vec::with_capacity(entries.len());
    let mut rows = Vec::with_capacity(entries.len());
    for entry in &entries {
        let about = pupils.name(entry.pupil).map_err(failed)?;
        let fate = fate(session, entry).map_err(failed)?;
        rows.push(row(entry, about.clone(), fate, session.catalog));
        json.push(told(entry, about, fate, with_names));
    }
    let words = &session.catalog.cli;
    let text = || match rows.as_slice() {
        [] => format!("{}\n", words.no_journal),
        rows if more => format!("{}{}\n", columns("", rows), words.more(rows.len())),
        rows => columns("", rows),
    };
    Ok(answer(format, &json, text))
}

/// The pupils that changes are about, each read once; none for a pupil who is no longer in the file.
struct Pupils<'a> {
    session: &'a Session,
    catalog: &'a Catalog,
    with_names: bool,
    names: HashMap<Id, Option<String>>,
}

impl Pupils<'_> {
    fn name(&mut self, id: Option<Id>) -> Result<Option<String>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        if let Some(name) = self.names.get(&id) {
            return Ok(name.clone());
        }
        let name = match self.session.store.pupil(id) {
            Ok(found) if self.with_names || found.sharing.may_name() => Some(pupil(&found.name, self.with_names)),
            Ok(_) => Some(self.catalog.screen.case(0)),
            Err(StoreError::Missing(_)) => None,
            Err(error) => return Err(error),
        };
        self.names.insert(id, name.clone());
        Ok(name)
    }
}

/// What became of a change. What took back an undo is a redo.
fn fate(session: &Session, entry: &JournalEntry) -> Result<Fate, StoreError> {
    Ok(match (entry.state, entry.reverts) {
        (EntryState::Done, _) => Fate::Done,
        (EntryState::Undone | EntryState::Dropped, _) => Fate::Undone,
        (EntryState::Revert, None) => Fate::Undoing,
        (EntryState::Revert, Some(seq)) => {
            let reverted = session.store.journal(1, Some(seq.saturating_add(1)))?;
            let is_redo = reverted
                .iter()
                .any(|one| one.seq == seq && one.state == EntryState::Revert);
            if is_redo { Fate::Redoing } else { Fate::Undoing }
        }
    })
}

fn row(entry: &JournalEntry, about: Option<String>, fate: Fate, catalog: &Catalog) -> Vec<String> {
    let words = &catalog.cli;
    let act = Intent::from_code(&entry.intent).map_or(entry.intent.as_str(), |intent| catalog.intents.change(intent));
    vec![
        words.moment(entry.at),
        entry.who.clone(),
        act.to_owned(),
        about.unwrap_or_default(),
        words.records(entry.rows.len()),
        words.fate(fate).to_owned(),
    ]
}

fn told(entry: &JournalEntry, pupil: Option<String>, fate: Fate, with_names: bool) -> Entry {
    let mut records: BTreeMap<(&str, &'static str), usize> = BTreeMap::new();
    for (record, change) in &entry.rows {
        let change = match change {
            RowChange::Made => "made",
            RowChange::Changed => "changed",
            RowChange::Removed => "removed",
        };
        *records.entry((record, change)).or_default() += 1;
    }
    let counted = |((record, change), count): ((&str, _), _)| Records {
        record: record.to_owned(),
        change,
        count,
    };
    Entry {
        seq: entry.seq,
        at: entry.at.to_rfc3339(),
        who: if with_names {
            entry.who.clone()
        } else {
            initials(&entry.who)
        },
        intent: entry.intent.clone(),
        pupil,
        state: match fate {
            Fate::Done => "done",
            Fate::Undone => "undone",
            Fate::Undoing => "undo",
            Fate::Redoing => "redo",
        },
        reverts: entry.reverts,
        records: records.into_iter().map(counted).collect(),
    }
}
