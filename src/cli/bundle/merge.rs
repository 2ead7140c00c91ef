//! `samenvoegen`: what another laptop changed into this file, and choosing where both changed the same.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Serialize;

use super::preview::{name, summary, told};
use super::words::Words;
use super::{of_lock, refused};
use crate::cli::answer::{Answer, Session, answer};
use crate::cli::options::Format;
use crate::cli::output::{Failure, Io, visible};
use crate::cli::whole::confirmed;
use crate::domain::bundle::{Bundle, Conflict, Keep};
use crate::domain::{Id, Moment};
use crate::exchange::bundle::{Garbled, MOST_BYTES, Wrong, read, unlock};
use crate::store::{MergeError, Store, StoreError};
use crate::text::Catalog;
use crate::text::bundle::BundleTrouble;
use crate::text::notice::Problem;

/// What is asked of merging.
pub(in crate::cli) struct Asked<'a> {
    pub(in crate::cli) file: &'a Path,
    pub(in crate::cli) check_only: bool,
    pub(in crate::cli) yes: bool,
    pub(in crate::cli) with_names: bool,
    pub(in crate::cli) format: Format,
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
    }
    // One that says nothing new is merged too, so that it is not told to be missing by the next.
    if !asked.check_only {
        merged = session
            .store
            .merge(&bundle, now, false)
            .map_err(|error| of_merge(session, asked.file, error))?;
    }
    let told = told(&bundle, &merged, (write, asked.with_names));
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

/// A conflict for programs. What stands in it may name people, and goes along only when names are asked for.
#[derive(Serialize)]
struct Open {
    number: Id,
    pupil: Option<Id>,
    record: String,
    field: Option<String>,
    removed: bool,
    label: String,
    here_at: Option<String>,
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<[Option<String>; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    here: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none")]
    there: Option<Side>,
}

/// One side of a conflict in words, and who wrote it.
#[derive(Serialize)]
pub(super) struct Side {
    text: String,
    by: String,
}

/// Answers with the conflicts that are open.
pub(in crate::cli) fn list(session: &Session, with_names: bool, format: Format) -> Result<Answer, Failure> {
    let catalog = session.catalog;
    let conflicts = session.store.conflicts().map_err(|error| session.failed(&error))?;
    let words = Words::of(session, catalog)?;
    let mut lines = Vec::new();
    let mut open = Vec::new();
    let mut hidden = false;
    for (number, conflict) in (1..).zip(conflicts) {
        let told = sides(&conflict, &words, with_names, catalog);
        hidden |= !with_names && !is_open(&conflict, &words);
        let label = words.what(&conflict.record, &conflict.field);
        let pupil = name(session, conflict.pupil, with_names, number)?;
        lines.push(catalog.bundle.conflict(conflict.id, &pupil, &label));
        lines.extend(lines_of(&conflict, &told, catalog));
        let [here, there] = told.map(|side| with_names.then_some(side));
        open.push(Open {
            number: conflict.id,
            pupil: conflict.pupil,
            record: conflict.record,
            removed: conflict.field.is_empty(),
            field: Some(conflict.field).filter(|field| !field.is_empty()),
            label,
            here_at: conflict.here_at.map(|at| at.to_rfc3339()),
            at: conflict.other_at.map(|at| at.to_rfc3339()),
            values: with_names.then_some([conflict.here, conflict.other]),
            here,
            there,
        });
    }
    lines.extend(hidden.then(|| catalog.bundle.how_to_read.to_owned()));
    lines.push(match open.is_empty() {
        true => catalog.bundle.no_conflicts.to_owned(),
        false => catalog.bundle.how_to_settle.to_owned(),
    });
    Ok(answer(format, &open, || {
        lines.iter().map(|line| format!("{}\n", visible(line))).collect()
    }))
}

/// Whether both sides may be told where names may not.
fn is_open(conflict: &Conflict, words: &Words<'_>) -> bool {
    let open = |value: &Option<String>| words.is_open(&conflict.record, &conflict.field, value.as_deref());
    conflict.field.is_empty() || (open(&conflict.here) && open(&conflict.other))
}

/// What stands here, and what there; what people typed only when names may be told. Else its length, which tells one text
/// from another for whoever knows what was typed, and names nobody.
pub(super) fn sides(conflict: &Conflict, words: &Words<'_>, with_names: bool, catalog: &Catalog) -> [Side; 2] {
    let letters = |value: &Option<String>| value.as_ref().map_or(0, |text| text.chars().count());
    let alike = letters(&conflict.here) == letters(&conflict.other);
    let value = |value: &Option<String>, is_second: bool| {
        let text = value.as_deref();
        let (record, field) = (&conflict.record, &conflict.field);
        match with_names || words.is_open(record, field, text) {
            true => words.value(record, field, text),
            false => catalog.bundle.typed(letters(value), alike && is_second),
        }
    };
    let [here, there] = match conflict.field.as_str() {
        "" => [
            words.what(&conflict.record, ""),
            catalog.bundle.other_removed.to_owned(),
        ],
        _ => [value(&conflict.here, false), value(&conflict.other, true)],
    };
    let by = |who: &str| match who {
        "" => catalog.bundle.by_nobody.to_owned(),
        who => who.to_owned(),
    };
    [
        Side {
            text: here,
            by: by(&conflict.here_by),
        },
        Side {
            text: there,
            by: by(&conflict.other_by),
        },
    ]
}

/// Both sides as lines.
pub(super) fn lines_of(conflict: &Conflict, [here, there]: &[Side; 2], catalog: &Catalog) -> [String; 2] {
    let at = |at: Option<Moment>| at.map(|at| catalog.cli.moment(at)).unwrap_or_default();
    let words = &catalog.bundle;
    [
        words.here(&here.text, &here.by, &at(conflict.here_at)),
        words.other(&there.text, &there.by, &at(conflict.other_at)),
    ]
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
