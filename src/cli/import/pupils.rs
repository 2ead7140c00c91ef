//! The pupils of a school.

use std::io::IsTerminal;

use super::super::answer::{Answer, Session, answer};
use super::super::options::Import;
use super::super::output::{Echo, Failure, Io, NotAsked};
use super::told::{Told, before, lines, text};
use super::{unreadable, write_refused};
use crate::app::importing::{listed, words};
use crate::domain::Day;
use crate::domain::intent::Intent;
use crate::domain::listed::{ListComparison, ListedPupil, Vanishing, mapping_key};
use crate::domain::people::School;
use crate::exchange::lists::{Choice, List, ListError, Mapping, Source};
use crate::store::{About, StoreError};
use crate::text::cli::{ImportCount, Trouble};
use crate::text::{Catalog, EN, NL};

/// What a command says of a list's headings.
fn told_mapping(asked: &Import) -> Mapping {
    let mut mapping = Mapping::default();
    for (heading, column) in &asked.columns {
        mapping.set(heading, *column);
    }
    mapping
}

fn open(bytes: &[u8], asked: &Import, mapping: Mapping, today: Option<Day>) -> Result<(Source, List), ListError> {
    let choice = Choice {
        sheet: asked.sheet.clone(),
        mapping,
        guess: false,
    };
    let source = Source::open(bytes, &choice, &|_| true)?;
    source.has_headings(asked.columns.iter().map(|(heading, _)| heading.as_str()))?;
    let list = source.list_on(&choice.mapping, today, &|_| true)?;
    Ok((source, list))
}

/// Whether a list can be read, as far as that is known before the file is opened: what is remembered of the school's
/// headings may still make good what is lacking in them.
pub(super) fn readable(bytes: &[u8], asked: &Import) -> Result<(), ListError> {
    match open(bytes, asked, told_mapping(asked), None) {
        Ok(_)
        | Err(
            ListError::NoHeading { .. }
            | ListError::MissingColumn { .. }
            | ListError::ColumnTwice { .. }
            | ListError::SeveralSheets { .. },
        ) => Ok(()),
        Err(error) => Err(error),
    }
}

/// What was read, and what is known of whose it is.
pub(super) struct Read<'a> {
    pub(super) asked: &'a Import,
    pub(super) school: &'a School,
    /// When nobody said whose it is: whether the list itself did.
    pub(super) taken: Option<bool>,
    pub(super) source: &'a Source,
    pub(super) list: &'a List,
    pub(super) mapping: &'a Mapping,
}

/// Writes the list, or tells what writing it would do.
pub(super) fn import(session: &mut Session, bytes: &[u8], asked: &Import, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let (school, taken) = match &asked.school {
        Some(code) => {
            let found = session.store.school_by_code(code);
            match found.map_err(|error| session.failed(&error))? {
                Some(school) => (school, None),
                None => return Ok(Answer::default().but(Some(Trouble::NoSchoolCoded(code.to_string())))),
            }
        }
        None => {
            let (school, by_list) = school_of(session, bytes, asked)?;
            (school, Some(by_list))
        }
    };
    let key = mapping_key(&school.code);
    let remembered = session.store.setting(&key).map_err(|error| session.failed(&error))?;
    let remembered = remembered.map(|text| Mapping::from_text(&text)).unwrap_or_default();
    let mapping = remembered.clone().with(&told_mapping(asked));
    let opened = open(bytes, asked, mapping.clone(), Some(session.now.date_naive()));
    let (source, list) = opened.map_err(|error| unreadable(&asked.list, &error, session.catalog))?;
    let read = Read {
        asked,
        school: &school,
        taken,
        source: &source,
        list: &list,
        mapping: &mapping,
    };
    let rows = listed(&list);
    let usable = !rows.is_empty();
    let compared = match usable {
        true => session.store.compare_list_with(school.id, &rows, &list.refused_numbers),
        false => Ok(ListComparison::default()),
    };
    let done = compared.map_err(|error| session.failed(&error))?;
    let lines = lines(session, &read, (&rows, &done));
    let count = ImportCount {
        new: done.new.len(),
        changed: done.changed.len(),
        unchanged: done.unchanged,
        vanished: done.vanished.len(),
        refused: list.refused_rows(),
    };
    let moved = asked.vanished != Vanishing::Keep && !done.vanished.is_empty();
    let new = !done.new.is_empty() || !done.changed.is_empty() || moved;
    let remember = (mapping != remembered).then(|| (key.as_str(), mapping.to_text()));
    let written = usable && !asked.check_only && new;
    if written && moved {
        let seen = before(&read, (&rows, &lines), count, 0, session.catalog);
        let question = session.catalog.import.ask_vanished(count.vanished, asked.vanished);
        agreed(&format!("{}{question}", seen.concat()), io, session.catalog)?;
    }
    // The file for the refused rows comes first: when it cannot be had, nothing is written at all, and the command that
    // failed can be given again as it was.
    let mended = write_to_mend(session, &read)?;
    if usable && !asked.check_only && (new || remember.is_some()) {
        let ended = write(session, &read, (&rows, &done), remember);
        if let (Err(_), Some(path), true) = (&ended, &asked.refused, mended > 0) {
            // Whatever hinders that as well, the failure to be told is the first.
            let _ = std::fs::remove_file(path);
        }
        ended.map_err(|error| session.failed(&error))?;
    }
    let told = answer(asked.format, &Told::of(&read, count, &done, written), || {
        text(&read, (&rows, &lines), count, (written, mended), session.catalog)
    });
    Ok(told.but((!usable).then_some(Trouble::NoRowAccepted)))
}

/// Asks whether pupils whom the list no longer has may leave the table. Without a terminal whoever wrote the command said
/// so in it.
fn agreed(question: &str, io: &mut Io<'_>, catalog: &Catalog) -> Result<(), Failure> {
    match (io.ask)(question, Echo::Shown) {
        Err(NotAsked::NoTerminal) if !std::io::stdin().is_terminal() => Ok(()),
        // Somebody was asked and is gone.
        Err(NotAsked::NoTerminal) => Err(Failure::Told(catalog.whole.not_confirmed.to_owned())),
        Err(NotAsked::Interrupted) => Err(Failure::Interrupted),
        Ok(answer) => {
            let answer = answer.trim().to_lowercase();
            // Either language says yes: nobody who means it is stopped by the other one.
            let yes = [&NL, &EN].map(|words| [words.import.yes_letter, words.whole.yes_word]);
            match yes.as_flattened().contains(&answer.as_str()) {
                true => Ok(()),
                false => Err(Failure::Told(catalog.whole.not_confirmed.to_owned())),
            }
        }
    }
}

/// Whose list it is when nobody said: the school that it names itself, else the only one there is; and whether the list
/// named it. What leaves a choice is asked for, with what there is to choose from.
fn school_of(session: &Session, bytes: &[u8], asked: &Import) -> Result<(School, bool), Failure> {
    let mut schools = session.store.schools().map_err(|error| session.failed(&error))?;
    let choice = Choice {
        sheet: asked.sheet.clone(),
        mapping: told_mapping(asked),
        guess: true,
    };
    let source = Source::open(bytes, &choice, &|_| true);
    let codes = source.map(|source| source.school_codes()).unwrap_or_default();
    if let [code] = codes.as_slice() {
        let is_named = |school: &School| {
            let whole = school.code.to_string();
            whole.eq_ignore_ascii_case(code) || school.code.brin().eq_ignore_ascii_case(code)
        };
        schools.retain(is_named);
        match schools.as_slice() {
            [school] => return Ok((school.clone(), true)),
            [] => return Err(Failure::of(&Trouble::NoSchoolCoded(code.clone()), session.catalog)),
            _ => {}
        }
    } else if let ([], [school]) = (codes.as_slice(), schools.as_slice()) {
        return Ok((school.clone(), false));
    }
    let listed: Vec<String> = schools
        .iter()
        .map(|school| format!("{} {}", school.code, school.name))
        .collect();
    Err(Failure::Misused(
        session.catalog.cli.trouble(&Trouble::WhichSchool(listed.join(", "))),
    ))
}

/// One change: the rows, what becomes of who is no longer there, and what the headings were said to be.
fn write(
    session: &mut Session,
    read: &Read<'_>,
    (rows, done): (&[ListedPupil], &ListComparison),
    remember: Option<(&str, String)>,
) -> Result<(), StoreError> {
    let about = About {
        intent: Intent::ImportList.code(),
        pupil: None,
        meeting: None,
    };
    let (now, school, what) = (session.now, read.school.id, read.asked.vanished);
    session.store.change(about, now, |tx| {
        tx.write_list(school, rows)?;
        for line in &done.vanished {
            tx.set_vanished(line.id, what, now.date_naive())?;
        }
        match &remember {
            Some((key, mapping)) => tx.set_setting(key, mapping),
            None => Ok(()),
        }
    })
}

/// Writes refused rows where that was asked; how many.
fn write_to_mend(session: &Session, read: &Read<'_>) -> Result<usize, Failure> {
    let (Some(path), words) = (&read.asked.refused, session.catalog) else {
        return Ok(0);
    };
    let why = |one: &crate::exchange::lists::Refusal| words::reason(one.reason, &words.lists);
    let headings = [words.import.row, words.import.reason];
    let text = read.source.to_mend(read.list, headings, &why);
    if text.is_empty() {
        return Ok(0);
    }
    write_refused(path, &text, session)?;
    Ok(read.list.refused_rows())
}
