//! What merging a bundle does: for people and for programs.
//!
//! The rule: what changes is told field by field, what stands there and what comes in its place, because whoever says
//! yes has to know to what. A pupil goes by initials, and what people typed, a number or a day of birth by the field alone,
//! unless names are asked for: without them what is told is a code, a day or who is pointed at, and can be shown.

use std::collections::BTreeMap;

use serde::Serialize;

use super::merge::{lines_of, sides};
use super::words::Words;
use crate::cli::answer::Session;
use crate::cli::around;
use crate::cli::output::{Failure, visible};
use crate::domain::Id;
use crate::domain::bundle::{Bundle, FieldMerge, Merged, RowMerge};
use crate::store::StoreError;
use crate::text::bundle::{BundleWords, MergeCount};

/// The answer for programs.
#[derive(Serialize)]
pub(super) struct Told {
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
    between: Vec<Between>,
}

/// What happens to a row.
#[derive(Serialize)]
struct Changed {
    record: String,
    pupil: Option<Id>,
    change: &'static str,
    fields: Vec<String>,
    /// The values of the fields, as the file keeps them; only when names are asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<Values>,
}

/// A conflict that comes of it: which field of what, and with names what stands here and what there.
#[derive(Serialize)]
struct Between {
    number: Id,
    record: String,
    pupil: Option<Id>,
    field: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<[Option<String>; 2]>,
}

/// A field that changes.
#[derive(Serialize)]
struct Values {
    field: String,
    before: Option<String>,
    after: Option<String>,
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

/// What happens to the rows of one pupil, or of nobody.
#[derive(Default)]
struct OfOne {
    /// New rows, by kind, with how many there are.
    made: BTreeMap<&'static str, usize>,
    /// Removed rows likewise.
    removed: BTreeMap<&'static str, usize>,
    /// Each field that changes.
    fields: Vec<String>,
    /// Each conflict: what it is about, and both sides.
    conflicts: Vec<String>,
}

impl OfOne {
    /// Takes in what happens to the rows of another.
    fn join(&mut self, other: Self) {
        for (mine, theirs) in [(&mut self.made, other.made), (&mut self.removed, other.removed)] {
            for (kind, times) in theirs {
                *mine.entry(kind).or_default() += times;
            }
        }
        self.fields.extend(other.fields);
        self.conflicts.extend(other.conflicts);
    }

    /// As lines, below whom it is about: how many of each kind are new or go, then each field and each conflict.
    fn lines(&self, name: &str, words: &BundleWords) -> Vec<String> {
        let counted = |kinds: &BTreeMap<&'static str, usize>, what: &str| {
            let each: Vec<String> = kinds.iter().map(|(kind, times)| format!("{times}× {kind}")).collect();
            (!each.is_empty()).then(|| format!("{what} {}", each.join(", ")))
        };
        let told = [counted(&self.made, words.made), counted(&self.removed, words.removed)];
        let told: Vec<String> = told.into_iter().flatten().collect();
        let mut lines = vec![format!("  {name}: {}", told.join("; ")).trim_end().to_owned()];
        let below = self.fields.iter().chain(&self.conflicts);
        lines.extend(below.map(|line| format!("    {line}")));
        lines
    }
}

/// What merging does, for people: counts, and what changes of whom. Pupils by initials unless names are asked for.
pub(super) fn summary(
    session: &Session,
    bundle: &Bundle,
    merged: &Merged,
    with_names: bool,
) -> Result<String, Failure> {
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
    let mut newcomers = OfOne::default();
    let mut new_here = 0;
    for (number, (pupil, of_one)) in (1..).zip(by_pupil(session, merged, with_names)?) {
        let name = match merged.newcomers.iter().find(|(id, _)| Some(*id) == pupil) {
            Some((_, called)) if with_names => format!("{} ({})", called.full(), words.new_pupil),
            // Who they are may not be told, so what comes of them is told of all together.
            Some(_) => {
                new_here += 1;
                newcomers.join(of_one);
                continue;
            }
            None => name(session, pupil, with_names, number)?,
        };
        lines.extend(of_one.lines(&name, words));
    }
    if new_here > 0 {
        lines.extend(newcomers.lines(&words.new_pupils(new_here), words));
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

fn by_pupil(session: &Session, merged: &Merged, with_names: bool) -> Result<BTreeMap<Option<Id>, OfOne>, Failure> {
    let said = Words::of(session, session.catalog)?;
    let words = &session.catalog.bundle;
    let mut by_pupil: BTreeMap<Option<Id>, OfOne> = BTreeMap::new();
    for (record, pupil, what) in &merged.rows {
        let of_one = by_pupil.entry(*pupil).or_default();
        match what {
            RowMerge::Made => *of_one.made.entry(words.record(record)).or_default() += 1,
            RowMerge::Removed => *of_one.removed.entry(words.record(record)).or_default() += 1,
            RowMerge::Changed(fields) => {
                let told = fields.iter().map(|field| {
                    let what = said.what(record, &field.field);
                    let (before, after) = (field.before.as_deref(), field.after.as_deref());
                    let may_tell = |value| with_names || said.is_open(record, &field.field, value);
                    if !(may_tell(before) && may_tell(after)) {
                        return format!("{what} {}", words.with_names_only);
                    }
                    let value = |value| said.value(record, &field.field, value);
                    words.changed(&what, &value(before), &value(after))
                });
                of_one.fields.extend(told);
            }
        }
    }
    for conflict in &merged.between {
        let both = lines_of(
            conflict,
            &sides(conflict, &said, with_names, session.catalog),
            session.catalog,
        );
        let of_one = by_pupil.entry(conflict.pupil).or_default();
        // By the number that is chosen by, which is the same once it is merged.
        let what = said.what(&conflict.record, &conflict.field);
        of_one.conflicts.push(format!("{}  {what}:", conflict.id));
        of_one.conflicts.extend(both);
    }
    Ok(by_pupil)
}

/// A pupil as told; one who is told as a case has the number in this answer.
pub(super) fn name(session: &Session, pupil: Option<Id>, with_names: bool, number: usize) -> Result<String, Failure> {
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

/// The same for programs.
pub(super) fn told(bundle: &Bundle, merged: &Merged, (written, with_names): (bool, bool)) -> Told {
    let MergeCount {
        made,
        changed,
        removed,
        conflicts,
    } = count(merged);
    let values = |field: &FieldMerge| Values {
        field: field.field.clone(),
        before: field.before.clone(),
        after: field.after.clone(),
    };
    let records = merged.rows.iter().map(|(record, pupil, what)| {
        let (change, fields) = match what {
            RowMerge::Made => ("made", &[][..]),
            RowMerge::Changed(fields) => ("changed", fields.as_slice()),
            RowMerge::Removed => ("removed", &[][..]),
        };
        Changed {
            record: record.clone(),
            pupil: *pupil,
            change,
            fields: fields.iter().map(|field| field.field.clone()).collect(),
            values: fields.iter().filter(|_| with_names).map(values).collect(),
        }
    });
    let between = merged.between.iter().map(|conflict| Between {
        number: conflict.id,
        record: conflict.record.clone(),
        pupil: conflict.pupil,
        field: conflict.field.clone(),
        values: with_names.then(|| [conflict.here.clone(), conflict.other.clone()]),
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
        between: between.collect(),
    }
}
