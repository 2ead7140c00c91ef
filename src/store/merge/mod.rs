//! Two tables, one region: what changed goes from one file to another, and is merged there.
//!
//! The rules:
//! - What is exchanged is changes, entries of the journal with the images of their rows. A file keeps those of others
//!   beside its own journal, so that the rows follow from the set of all changes it knows, whatever came first: merging
//!   a bundle twice, or bundles in another order, gives the same records.
//! - Moments order changes across files, and a change always has a later one than every change its file knew.
//! - Of two values that were written without knowing of each other the later is in the row; the other is kept as a
//!   conflict until somebody has chosen.
//! - Merging is one change in one transaction. It can be undone like any other; what it brought then no longer counts,
//!   until the bundle is merged again.
//! - Who was erased stays erased, and what was rectified stays rectified.

mod apply;
mod check;
mod choices;
mod collect;
mod conflicts;
mod fold;
mod health;
mod identity;
mod mended;
mod news;
mod ops;
mod same;
mod scope;
mod tombs;
mod version;
mod watch;

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::params;

use super::error::{Constraint, StoreError};
use super::journal::{self, EntryState};
use super::rows::{all, one, write};
use super::{At, Door, Store, Tx};
use crate::domain::bundle::{Bundle, Merged, RowMerge};
use crate::domain::name::Name;
use crate::domain::{Id, Moment};

pub use check::MergeError;
pub use collect::Collected;
pub(super) use health::problems;

use check::Line;
use fold::{Folded, Op};
use ops::{RowKey, Shapes};
use scope::Pointing;

impl Store {
    /// Merges a bundle of another file, as one change; with `only_look` the file stays as it was, and what is returned
    /// is what would be done.
    ///
    /// # Errors
    /// [`MergeError`]; the file is then as it was.
    pub fn merge(&mut self, bundle: &Bundle, now: Moment, only_look: bool) -> Result<Merged, MergeError> {
        let me = self.own_key()?.ok_or(StoreError::Missing("identity"))?.file;
        if bundle.file == me {
            return Err(MergeError::OwnBundle);
        }
        let lines = check::lines(self, bundle, now)?;
        let mut outcome: Option<Result<Merged, MergeError>> = None;
        let entry = journal::Entry {
            intent: ops::MERGE,
            pupil: None,
            meeting: None,
            state: EntryState::Done,
            reverts: None,
        };
        let done = self.enter(Door::Change(entry), now, |tx, seq| {
            let merged = merge_lines(tx, (&me, seq), bundle, lines);
            let stop = only_look || merged.is_err();
            outcome = Some(merged);
            if stop { Err(StoreError::Cancelled) } else { Ok(()) }
        });
        match (outcome, done) {
            (Some(Err(error)), _) => Err(told(error)),
            (Some(Ok(merged)), Ok(())) => Ok(merged),
            (Some(Ok(merged)), Err(StoreError::Cancelled)) if only_look => Ok(merged),
            (_, Err(error)) => Err(told(error.into())),
            (None, Ok(())) => Ok(Merged::default()),
        }
    }
}

/// A reference that the schema refuses is the bundle's fault, not the file's.
fn told(error: MergeError) -> MergeError {
    match error {
        MergeError::Store(StoreError::Refused(Constraint::ForeignKey)) => MergeError::PointsNowhere,
        other => other,
    }
}

fn merge_lines(
    tx: &mut Tx<'_>,
    (me, seq): (&str, i64),
    bundle: &Bundle,
    lines: Vec<Line>,
) -> Result<Merged, MergeError> {
    tx.sql()
        .execute_batch("PRAGMA defer_foreign_keys = ON")
        .map_err(StoreError::from)?;
    let pointing = Pointing::read(tx.sql())?;
    let mut shapes = Shapes::default();
    let (erased, erased_there) = tombs::take_over(tx.sql(), &bundle.erased)?;
    let (mut lines, left_out) = without_erased(tx, &pointing, &mut shapes, lines, &erased)?;
    mended::put_right(tx.sql(), &mut lines)?;
    let mut merged = Merged {
        left_out,
        erased_there,
        missing_before: missing_before(tx, bundle)?,
        ..Merged::default()
    };
    let mut rows: HashSet<RowKey> = HashSet::new();
    for (row, line) in &lines {
        match keep_line(tx, (me, seq), &pointing, row, line)? {
            true => merged.news += 1,
            false => merged.known += 1,
        }
        // What was chosen in a conflict bears on the row it is about.
        let about = line.after.as_ref().filter(|_| row.record == conflicts::RECORD);
        rows.insert(about.and_then(choices::row_of).unwrap_or_else(|| row.clone()));
    }
    keep_entries(tx, me, bundle, &lines)?;
    rows.extend(watch::kept_alive(tx.sql(), &mut shapes)?);
    // A conflict may be over by what was done here since.
    rows.extend(conflicts::rows_about(tx.sql())?);
    // A row that waited behind another one that said the same may come in now, or the other way round.
    rows.extend(same::to_look_at(tx.sql(), me, (&mut shapes, &pointing))?);
    let (mut known, mut choosing) = ops::load_with_choices(tx.sql(), me, &mut shapes, &rows)?;
    let fold_all = |known: &HashMap<RowKey, Vec<Op>>| -> Vec<(RowKey, Folded)> {
        let folded = known.iter().map(|(row, ops)| (row.clone(), fold::fold(row, ops)));
        folded.collect()
    };
    let mut folded: HashMap<RowKey, Folded> = fold_all(&known).into_iter().collect();
    // What these rows say may be said by others that nothing was told of.
    let beside = same::beside(tx.sql(), &folded)?;
    let (said, chosen) = ops::load_with_choices(tx.sql(), me, &mut shapes, &beside)?;
    folded.extend(fold_all(&said));
    known.extend(said);
    choosing.extend(chosen);
    same::first_of_each(tx.sql(), &mut folded, &known)?;
    let mut wanted = apply::Wanted {
        folded: &mut folded,
        known: &known,
        pointing: &pointing,
        shapes: &mut shapes,
    };
    let done = apply::apply(tx, &mut wanted)?;
    for (row, pupil, what) in &done {
        if row.record == "pupil" && *what == RowMerge::Made {
            merged.newcomers.extend(called(tx, *pupil)?);
        }
    }
    let new = conflicts::bring_in_line(tx, (me, &pointing), &folded, &choosing)?;
    merged.conflicts = new.len();
    if !new.is_empty() {
        merged.between = conflicts::open_ones(tx.sql(), me)?;
        merged.between.retain(|conflict| new.contains(&conflict.id));
    }
    merged.rows = done
        .into_iter()
        .map(|(row, pupil, what)| (row.record, pupil, what))
        .collect();
    remember(tx, seq, bundle)?;
    Ok(merged)
}

/// What a pupil is called now, with who that is.
fn called(tx: &Tx<'_>, pupil: Option<Id>) -> Result<Option<(Id, Name)>, StoreError> {
    one(
        tx.sql(),
        "SELECT id, given, infix, family FROM pupil WHERE id = ?1",
        [pupil],
        |c| {
            let (id, given, infix, family) = (c.get()?, c.get()?, c.get()?, c.get()?);
            Ok((id, Name { given, infix, family }))
        },
    )
}

/// The lines that are about nobody who was erased, with the row of each, and how many are left out. What points at a row
/// that is left out is left out too.
fn without_erased(
    tx: &Tx<'_>,
    pointing: &Pointing,
    shapes: &mut Shapes,
    lines: Vec<Line>,
    erased: &HashSet<i64>,
) -> Result<(Vec<(RowKey, Line)>, usize), StoreError> {
    let mut keyed = Vec::with_capacity(lines.len());
    for line in lines {
        let image = line.after.as_ref().or(line.before.as_ref());
        let image = image.ok_or(StoreError::BadValue("image"))?;
        keyed.push((shapes.key(tx.sql(), &line.record, image)?, line));
    }
    let mut out: HashSet<RowKey> = HashSet::new();
    let images = |line: &Line| [line.before.clone(), line.after.clone()].into_iter().flatten();
    loop {
        let before = out.len();
        for (row, line) in &keyed {
            let is_out = images(line).any(|image| {
                tombs::is_of_erased(pointing, &line.record, &image, erased)
                    || pointing
                        .targets(&line.record, &image)
                        .iter()
                        .any(|target| out.contains(target))
            });
            if is_out {
                out.insert(row.clone());
            }
        }
        if out.len() == before {
            break;
        }
    }
    let all = keyed.len();
    keyed.retain(|(row, _)| !out.contains(row));
    let left_out = all - keyed.len();
    Ok((keyed, left_out))
}

/// Keeps a change of another file; whether it is news. One that was undone here counts as news again.
fn keep_line(
    tx: &mut Tx<'_>,
    (me, seq): (&str, i64),
    pointing: &Pointing,
    row: &RowKey,
    line: &Line,
) -> Result<bool, StoreError> {
    let own = "SELECT 1 FROM journal WHERE ?1 = ?2 AND tick = ?3";
    if line.file == me
        && (line.tick == 0 || one(tx.sql(), own, params![line.file, me, line.tick], |_| Ok(()))?.is_some())
    {
        return Ok(false);
    }
    let known = "SELECT 1 FROM peer_row WHERE record = ?1 AND row_key = ?2 AND file = ?3 AND tick = ?4";
    let of = params![row.record, row.key, line.file, line.tick];
    if one(tx.sql(), &format!("{known} AND {}", ops::IN_FORCE), of, |_| Ok(()))?.is_some() {
        return Ok(false);
    }
    let gone = "DELETE FROM peer_row WHERE record = ?1 AND row_key = ?2 AND file = ?3 AND tick = ?4";
    write(tx.sql(), gone, of)?;
    let text = |image: &Option<fold::Image>| -> Result<Option<String>, StoreError> {
        let text = image.as_ref().map(serde_json::to_string).transpose();
        text.map_err(|_| StoreError::BadValue("image"))
    };
    let image = line.after.as_ref().or(line.before.as_ref());
    let id = tx.new_id();
    write(
        tx.sql(),
        "INSERT INTO peer_row (id, file, tick, record, row_key, before, after, pupil, merge)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            line.file,
            line.tick,
            row.record,
            row.key,
            text(&line.before)?,
            text(&line.after)?,
            image.and_then(|image| pointing.pupil(&row.record, image)),
            seq
        ],
    )?;
    Ok(true)
}

/// Keeps who made the changes that were kept.
fn keep_entries(tx: &Tx<'_>, me: &str, bundle: &Bundle, lines: &[(RowKey, Line)]) -> Result<(), StoreError> {
    let kept: HashSet<(&str, i64)> = lines.iter().map(|(_, line)| (line.file.as_str(), line.tick)).collect();
    let entries = bundle.entries.iter().filter(|entry| entry.file != me);
    for entry in entries.filter(|entry| kept.contains(&(entry.file.as_str(), entry.tick))) {
        write(
            tx.sql(),
            "INSERT INTO peer_entry (file, tick, at, who, intent) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
            params![entry.file, entry.tick, At(entry.at), entry.who, entry.intent],
        )?;
    }
    Ok(())
}

/// The first gap in the bundles of that file from the last whole one on, before this one: from and up to.
fn missing_before(tx: &Tx<'_>, bundle: &Bundle) -> Result<Option<(i64, i64)>, StoreError> {
    if bundle.whole {
        return Ok(None);
    }
    let query = format!(
        "SELECT number FROM bundle_in WHERE file = ?1 AND number < ?2 AND {}",
        ops::IN_FORCE
    );
    let had: BTreeSet<i64> = all(tx.sql(), &query, params![bundle.file, bundle.number], |c| c.get())?
        .into_iter()
        .collect();
    let first = (1..bundle.number).find(|number| !had.contains(number));
    Ok(first.map(|first| {
        let next = had.range(first..).next().copied().unwrap_or(bundle.number);
        (first, next - 1)
    }))
}

/// How many bundles before a whole one are remembered as merged with it.
const COVERED: i64 = 10_000;

/// Remembers that the bundle was merged. When that changed no row there is no entry to undo, and what it told counts
/// from here on. With a whole bundle those before it were merged too.
fn remember(tx: &Tx<'_>, seq: i64, bundle: &Bundle) -> Result<(), StoreError> {
    let any = "SELECT 1 FROM journal_row WHERE entry = ?1 LIMIT 1";
    let merge = match one(tx.sql(), any, [seq], |_| Ok(()))? {
        Some(()) => seq,
        None => 0,
    };
    write(
        tx.sql(),
        "UPDATE peer_row SET merge = ?2 WHERE merge = ?1",
        [seq, merge],
    )?;
    let first = match bundle.whole {
        true => bundle.number.saturating_sub(COVERED).max(1),
        false => bundle.number,
    };
    write(
        tx.sql(),
        "INSERT INTO bundle_in (file, number, merged_at, merge)
         WITH RECURSIVE below(number) AS (SELECT ?5 UNION ALL SELECT number + 1 FROM below WHERE number < ?2)
         SELECT ?1, number, ?3, ?4 FROM below WHERE true
         ON CONFLICT (file, number) DO UPDATE SET merged_at = excluded.merged_at, merge = excluded.merge
         WHERE bundle_in.merge <> 0 AND bundle_in.merge NOT IN (SELECT seq FROM journal WHERE state = 'done')",
        params![bundle.file, bundle.number, At(tx.now()), merge, first],
    )?;
    Ok(())
}
