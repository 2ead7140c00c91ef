//! `samenvoegen`: what another laptop changed into this file, and choosing where both changed the same.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Serialize;

use super::{of_lock, refused};
use crate::cli::answer::{Answer, Session, answer};
use crate::cli::around;
use crate::cli::options::Format;
use crate::cli::output::{Failure, Io, visible};
use crate::cli::whole::confirmed;
use crate::domain::Id;
use crate::domain::bundle::{Bundle, Conflict, Keep, Merged, RowMerge};
use crate::exchange::bundle::{Garbled, MOST_BYTES, Wrong, read, unlock};
use crate::store::{MergeError, Store, StoreError};
use crate::text::bundle::{BundleTrouble, MergeCount};
use crate::text::notice::Problem;

/// What is asked of merging.
pub(in crate::cli) struct Asked<'a> {
    pub(in crate::cli) file: &'a Path,
    pub(in crate::cli) check_only: bool,
    pub(in crate::cli) yes: bool,
    pub(in crate::cli) with_names: bool,
    pub(in crate::cli) format: Format,
}

#[derive(Serialize)]
struct Told {
    number: i64,
    whole: bool,
    schools: Vec<String>,
    written: bool,
    news: usize,
    known: usize,
    made: usize,
    changed: usize,
    removed: usize,
    conflicts: usize,
    left_out: usize,
    erased_there: Vec<Id>,
    missing_before: Option<[i64; 2]>,
    records: Vec<Changed>,
}

#[derive(Serialize)]
struct Changed {
    record: String,
    pupil: Option<Id>,
    change: &'static str,
    fields: Vec<String>,
}

/// Merges a bundle, after telling what that does.
pub(in crate::cli) fn merge(session: &mut Session, asked: &Asked<'_>, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let catalog = session.catalog;
    let bundle = opened(session, asked.file)?;
    let now = session.now;
    let looked = session.store.merge(&bundle, now, true);
    let mut merged = looked.map_err(|error| of_merge(session, asked.file, error))?;
    let summary = summary(session, &bundle, &merged, asked.with_names)?;
    let is_news = merged.news > 0;
    let write = is_news && !asked.check_only;
    if write {
        confirmed(&summary, asked.yes, io, catalog)?;
        merged = session
            .store
            .merge(&bundle, now, false)
            .map_err(|error| of_merge(session, asked.file, error))?;
    }
    let told = told(&bundle, &merged, write);
    let words = &catalog.bundle;
    let ending = match (is_news, asked.check_only) {
        (false, _) => words.nothing_new,
        (true, true) => catalog.cli.only_checked,
        (true, false) => words.merged,
    };
    let ask_to_choose = match merged.conflicts {
        0 => String::new(),
        _ => format!("{}\n", words.how_to_settle),
    };
    Ok(answer(asked.format, &told, || {
        format!("{summary}\n{ending}\n{ask_to_choose}")
    }))
}

/// Reads and opens a bundle with the key of this file.
fn opened(session: &Session, file: &Path) -> Result<Bundle, Failure> {
    let catalog = session.catalog;
    let not = |trouble: BundleTrouble| refused(Some(file), &trouble, catalog);
    let own = session.store.own_key().map_err(|error| session.failed(&error))?;
    let own = own.ok_or_else(|| not(BundleTrouble::NoOwnKey))?;
    let mut bytes = Vec::new();
    let unreadable =
        |error: std::io::Error| Failure::of_reading(file, &Problem::from(&StoreError::from(error)), catalog);
    // One byte more than is allowed is enough to see that there are too many.
    File::open(file)
        .map_err(unreadable)?
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() > MOST_BYTES {
        return Err(not(BundleTrouble::TooLarge));
    }
    let text = unlock(&own.secret, &bytes).map_err(|locked| not(of_lock(locked)))?;
    read(&text).map_err(|garbled| not(of_wire(garbled)))
}

fn of_wire(garbled: Garbled) -> BundleTrouble {
    match garbled.wrong {
        Wrong::TooLarge => BundleTrouble::TooLarge,
        Wrong::NotABundle | Wrong::NotText => BundleTrouble::NotABundle,
        Wrong::OtherVersion(version) => BundleTrouble::OtherVersion(version),
        Wrong::NotALine => BundleTrouble::WrongLine(garbled.line),
        Wrong::WrongEnd => BundleTrouble::WrongEnd,
    }
}

fn of_merge(session: &Session, file: &Path, error: MergeError) -> Failure {
    let trouble = match error {
        MergeError::OtherSchema(theirs) => BundleTrouble::OtherSchema(theirs, Store::schema_version()),
        MergeError::OtherApproach => BundleTrouble::OtherApproach,
        MergeError::Clock => BundleTrouble::Clock,
        MergeError::OwnBundle => BundleTrouble::OwnBundle,
        MergeError::Row(row) => BundleTrouble::WrongRow(row),
        MergeError::Same(record) => BundleTrouble::Same(record),
        MergeError::PointsNowhere => BundleTrouble::PointsNowhere,
        MergeError::Store(error) => return session.failed(&error),
    };
    refused(Some(file), &trouble, session.catalog)
}

fn count(merged: &Merged) -> MergeCount {
    let mut count = MergeCount {
        conflicts: merged.conflicts,
        ..MergeCount::default()
    };
    for (_, _, what) in &merged.rows {
        match what {
            RowMerge::Made => count.made += 1,
            RowMerge::Changed(_) => count.changed += 1,
            RowMerge::Removed => count.removed += 1,
        }
    }
    count
}

/// What merging does, for people: counts, and what changes of whom. Pupils by initials unless names are asked for.
fn summary(session: &Session, bundle: &Bundle, merged: &Merged, with_names: bool) -> Result<String, Failure> {
    let words = &session.catalog.bundle;
    let schools: Vec<&str> = bundle.schools.iter().map(|school| school.name.as_str()).collect();
    let mut lines = vec![
        words.from(
            match bundle.who.as_str() {
                "" => words.by_nobody,
                who => who,
            },
            &session.catalog.cli.moment(bundle.made_at),
            &schools.join(", "),
        ),
        words.counts(count(merged)),
    ];
    let mut by_pupil: BTreeMap<Option<Id>, BTreeMap<String, usize>> = BTreeMap::new();
    for (record, pupil, what) in &merged.rows {
        let what = match what {
            RowMerge::Made => words.made.to_owned(),
            RowMerge::Removed => words.removed.to_owned(),
            RowMerge::Changed(fields) => fields.join(", "),
        };
        let told = format!("{} ({what})", words.record(record));
        *by_pupil.entry(*pupil).or_default().entry(told).or_default() += 1;
    }
    for (number, (pupil, changes)) in (1..).zip(&by_pupil) {
        let changes: Vec<String> = changes
            .iter()
            .map(|(told, times)| match times {
                1 => told.clone(),
                _ => format!("{times}× {told}"),
            })
            .collect();
        lines.push(format!(
            "  {}: {}",
            name(session, *pupil, with_names, number)?,
            changes.join("; ")
        ));
    }
    if let Some((from, until)) = merged.missing_before {
        lines.push(words.missing_before(from, until));
    }
    if merged.left_out > 0 {
        lines.push(words.left_out(merged.left_out));
    }
    if !merged.erased_there.is_empty() {
        let mut names = Vec::new();
        for (number, pupil) in (1..).zip(&merged.erased_there) {
            names.push(name(session, Some(*pupil), with_names, number)?);
        }
        lines.push(words.erased_there(&names.join(", ")));
    }
    let lines: Vec<String> = lines.iter().map(|line| visible(line)).collect();
    Ok(lines.join("\n"))
}

/// A pupil as told; one who is told as a case has the number in this answer.
fn name(session: &Session, pupil: Option<Id>, with_names: bool, number: usize) -> Result<String, Failure> {
    let words = &session.catalog.bundle;
    let Some(id) = pupil else {
        return Ok(words.no_pupil.to_owned());
    };
    match session.store.pupil_line(id) {
        Ok(line) => Ok(around::told(session, &line, with_names, number)),
        Err(StoreError::Missing(_)) => Ok(words.new_pupil.to_owned()),
        Err(error) => Err(session.failed(&error)),
    }
}

fn told(bundle: &Bundle, merged: &Merged, written: bool) -> Told {
    let MergeCount {
        made,
        changed,
        removed,
        conflicts,
    } = count(merged);
    let records = merged.rows.iter().map(|(record, pupil, what)| {
        let (change, fields) = match what {
            RowMerge::Made => ("made", Vec::new()),
            RowMerge::Changed(fields) => ("changed", fields.clone()),
            RowMerge::Removed => ("removed", Vec::new()),
        };
        Changed {
            record: record.clone(),
            pupil: *pupil,
            change,
            fields,
        }
    });
    Told {
        number: bundle.number,
        whole: bundle.whole,
        schools: bundle.schools.iter().map(|school| school.code.clone()).collect(),
        written,
        news: merged.news,
        known: merged.known,
        made,
        changed,
        removed,
        conflicts,
        left_out: merged.left_out,
        erased_there: merged.erased_there.clone(),
        missing_before: merged.missing_before.map(|(from, until)| [from, until]),
        records: records.collect(),
    }
}

/// A conflict for programs. What stands in it may name people, and goes along only when names are asked for.
#[derive(Serialize)]
struct Open {
    number: Id,
    pupil: Option<Id>,
    record: String,
    field: Option<String>,
    removed: bool,
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<[Option<String>; 2]>,
}

/// Answers with the conflicts that are open.
pub(in crate::cli) fn list(session: &Session, with_names: bool, format: Format) -> Result<Answer, Failure> {
    let words = &session.catalog.bundle;
    let conflicts = session.store.conflicts().map_err(|error| session.failed(&error))?;
    let mut lines = Vec::new();
    for (number, conflict) in (1..).zip(&conflicts) {
        lines.extend(lines_of(session, conflict, with_names, number)?);
    }
    match conflicts.is_empty() {
        true => lines.push(words.no_conflicts.to_owned()),
        false => lines.push(words.how_to_settle.to_owned()),
    }
    let open: Vec<Open> = conflicts
        .into_iter()
        .map(|conflict| Open {
            number: conflict.id,
            pupil: conflict.pupil,
            record: conflict.record,
            removed: conflict.field.is_empty(),
            field: Some(conflict.field).filter(|field| !field.is_empty()),
            at: conflict.other_at.map(|at| at.to_rfc3339()),
            values: with_names.then_some([conflict.here, conflict.other]),
        })
        .collect();
    Ok(answer(format, &open, || {
        lines.iter().map(|line| format!("{}\n", visible(line))).collect()
    }))
}

fn lines_of(session: &Session, conflict: &Conflict, with_names: bool, number: usize) -> Result<[String; 3], Failure> {
    let words = &session.catalog.bundle;
    let record = words.record(&conflict.record);
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| words.nothing.to_owned());
    let what = match conflict.field.as_str() {
        "" => record.to_owned(),
        field => format!("{record}, {field}"),
    };
    let (here, other) = match conflict.field.as_str() {
        "" => (record.to_owned(), words.other_removed.to_owned()),
        _ => (value(&conflict.here), value(&conflict.other)),
    };
    let at = conflict.other_at.map(|at| session.catalog.cli.moment(at));
    let who = match conflict.other_by.as_str() {
        "" => words.by_nobody,
        who => who,
    };
    Ok([
        words.conflict(conflict.id, &name(session, conflict.pupil, with_names, number)?, &what),
        words.here(&here),
        words.other(&other, who, &at.unwrap_or_default()),
    ])
}

#[derive(Serialize)]
struct Settled {
    settled: Id,
    kept: &'static str,
    left: usize,
}

/// Chooses in one conflict.
pub(in crate::cli) fn settle(session: &mut Session, number: Id, keep: Keep, format: Format) -> Result<Answer, Failure> {
    let catalog = session.catalog;
    let now = session.now;
    session
        .store
        .settle_conflict(number, keep, now)
        .map_err(|error| match error {
            StoreError::Missing(_) => refused(None, &BundleTrouble::NoConflict(number), catalog),
            StoreError::Refused(_) => refused(None, &BundleTrouble::NotPossible, catalog),
            other => session.failed(&other),
        })?;
    let left = session.store.conflicts().map_err(|error| session.failed(&error))?.len();
    let told = Settled {
        settled: number,
        kept: match keep {
            Keep::Here => "own",
            Keep::Other => "other",
        },
        left,
    };
    Ok(answer(format, &told, || format!("{}\n", catalog.bundle.settled)))
}
