//! What goes to another file: the changes of some schools since the last bundle for it.
//!
//! The rules: a row goes with everything that is known to have happened to it, and with the rows it points at, so that
//! a bundle can be merged whichever others were merged before it. A row goes when something changed since the last
//! bundle, or when it was in none yet. What was made and removed again before anybody else had it stays here.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::super::error::StoreError;
use super::super::rows::{one, write};
use super::super::{At, Store, Sync};
use super::fold::{Image, Op};
use super::news::News;
use super::ops::{self, RowKey, Shapes};
use super::scope::Pointing;
use crate::domain::bundle::{Bundle, BundleEntry, BundleRow, BundleSchool};
use crate::domain::people::School;
use crate::domain::{Id, Moment};

/// A bundle that was collected, and what is to be remembered when it has been written.
pub struct Collected {
    /// The bundle.
    pub bundle: Bundle,
    receiver: String,
    /// As a JSON list of ids.
    schools: String,
    seq: i64,
    peer: i64,
    rows: Vec<RowKey>,
}

impl std::fmt::Debug for Collected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Collected({} rows)", self.rows.len())
    }
}

impl Store {
    /// Collects what changed in some schools since the last bundle for a receiver, or everything of them (`whole`).
    /// Nothing is remembered yet: [`Store::bundle_written`] does that.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when this file has no name among others yet, and the disk errors.
    pub fn collect(
        &self,
        receiver: &str,
        schools: &[School],
        whole: bool,
        now: Moment,
    ) -> Result<Collected, StoreError> {
        let me = self.own_key()?.ok_or(StoreError::Missing("identity"))?.file;
        let sql = self.sql();
        let sent = last_sent(sql, receiver)?;
        let ids: Vec<Id> = schools.iter().map(|school| school.id).collect();
        let ids = serde_json::to_string(&ids).map_err(|_| StoreError::BadValue("school"))?;
        let mut shapes = Shapes::default();
        let collecting = Collecting {
            sql,
            pointing: Pointing::read(sql)?,
        };
        let news = News {
            sql,
            receiver,
            schools: &ids,
            pointing: &collecting.pointing,
        };
        let mut rows = news.rows(&me, &mut shapes, whole)?;
        let known = collecting.with_targets(&me, &mut shapes, &mut rows)?;
        let (seq, peer) = reached(sql)?;
        let mut sorted: Vec<RowKey> = rows.into_iter().collect();
        sorted.sort();
        let lines = lines(&known, &sorted)?;
        let bundle = Bundle {
            schema: Self::schema_version(),
            entries: entries(sql, &me, &lines)?,
            file: me,
            number: sent + 1,
            whole: whole || sent == 0,
            approach: self.approach()?,
            made_at: now,
            who: self.who.clone(),
            schools: schools
                .iter()
                .map(|school| BundleSchool {
                    code: school.code.to_string(),
                    name: school.name.clone(),
                })
                .collect(),
            rows: lines,
            erased: super::tombs::all_of(sql)?,
        };
        Ok(Collected {
            bundle,
            receiver: receiver.to_owned(),
            schools: ids,
            seq,
            peer,
            rows: sorted,
        })
    }

    /// Of which schools the last bundle for a receiver was; none when there was none, or one of an earlier version.
    ///
    /// # Errors
    /// The disk errors.
    pub fn last_schools(&self, receiver: &str) -> Result<Option<Vec<Id>>, StoreError> {
        let query = "SELECT schools FROM bundle_out WHERE receiver = ?1 ORDER BY number DESC LIMIT 1";
        let list: Option<Option<String>> = one(self.sql(), query, [receiver], |c| c.get())?;
        let read = |list: String| serde_json::from_str(&list).map_err(|_| StoreError::BadValue("bundle_out.schools"));
        list.flatten().map(read).transpose()
    }

    /// Remembers that a bundle was written: the next one for its receiver holds what changes after it.
    ///
    /// # Errors
    /// The disk errors.
    pub fn bundle_written(&mut self, collected: &Collected) -> Result<(), StoreError> {
        self.ready(Sync::Full)?;
        let transaction = self.connection.transaction()?;
        write(
            &transaction,
            "INSERT INTO bundle_out (receiver, number, made_at, schools, seq, peer) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                &collected.receiver,
                collected.bundle.number,
                At(collected.bundle.made_at),
                &collected.schools,
                collected.seq,
                collected.peer,
            ),
        )?;
        for row in &collected.rows {
            write(
                &transaction,
                "INSERT INTO bundle_row (receiver, record, row_key, seq, peer) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET seq = excluded.seq, peer = excluded.peer",
                (
                    &collected.receiver,
                    &row.record,
                    &row.key,
                    collected.seq,
                    collected.peer,
                ),
            )?;
        }
        Ok(transaction.commit()?)
    }
}

/// The number of the last bundle for a receiver.
fn last_sent(sql: &Connection, receiver: &str) -> Result<i64, StoreError> {
    let query = "SELECT coalesce(max(number), 0) FROM bundle_out WHERE receiver = ?1";
    Ok(one(sql, query, [receiver], |c| c.get())?.unwrap_or(0))
}

/// How far the journal and what came from others have got.
fn reached(sql: &Connection) -> Result<(i64, i64), StoreError> {
    let query = "SELECT (SELECT coalesce(max(seq), 0) FROM journal), (SELECT coalesce(max(id), 0) FROM peer_row)";
    Ok(one(sql, query, [], |c| Ok((c.get()?, c.get()?)))?.unwrap_or((0, 0)))
}

struct Collecting<'a> {
    sql: &'a Connection,
    pointing: Pointing,
}

impl Collecting<'_> {
    /// Adds the rows that are pointed at, and theirs, and what was chosen in conflicts about them; what is known of all of
    /// them.
    fn with_targets(
        &self,
        me: &str,
        shapes: &mut Shapes,
        rows: &mut HashSet<RowKey>,
    ) -> Result<HashMap<RowKey, Vec<Op>>, StoreError> {
        let mut known = HashMap::new();
        let mut chosen = HashMap::new();
        let mut next = rows.clone();
        while !next.is_empty() {
            let (found, choosing) = ops::load_with_choices(self.sql, me, shapes, &next)?;
            chosen.extend(choosing);
            next = HashSet::new();
            for (row, ops) in &found {
                let images = ops.iter().flat_map(|op| [&op.before, &op.after]).flatten();
                let targets = images.flat_map(|image| self.pointing.targets(&row.record, image));
                next.extend(targets.filter(|target| !rows.contains(target)));
            }
            known.extend(found);
            rows.extend(next.iter().cloned());
        }
        // That there is a conflict follows from the row; only what was chosen in it is told.
        rows.extend(chosen.keys().cloned());
        known.extend(chosen);
        Ok(known)
    }
}

/// The changes of some rows as they travel.
fn lines(known: &HashMap<RowKey, Vec<Op>>, rows: &[RowKey]) -> Result<Vec<BundleRow>, StoreError> {
    let written = |image: &Option<Image>| -> Result<Option<String>, StoreError> {
        let text = image.as_ref().map(serde_json::to_string).transpose();
        text.map_err(|_| StoreError::BadValue("image"))
    };
    let mut lines = Vec::new();
    for row in rows {
        let ops = known.get(row).into_iter().flatten();
        // What was chosen without changing the row is told of the conflict alone.
        let mut ops: Vec<&Op> = ops.filter(|op| op.before != op.after).collect();
        ops.sort_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)));
        for op in ops {
            lines.push(BundleRow {
                file: op.file.clone(),
                tick: op.tick,
                record: row.record.clone(),
                before: written(&op.before)?,
                after: written(&op.after)?,
            });
        }
    }
    Ok(lines)
}

/// The entries that lines are of.
fn entries(sql: &Connection, me: &str, lines: &[BundleRow]) -> Result<Vec<BundleEntry>, StoreError> {
    let mut wanted: Vec<(i64, &str)> = lines.iter().map(|line| (line.tick, line.file.as_str())).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = Vec::with_capacity(wanted.len());
    for (tick, file) in wanted {
        let query = "SELECT at, who, intent FROM journal WHERE ?1 = ?3 AND tick = ?2
                     UNION ALL SELECT at, who, intent FROM peer_entry WHERE file = ?1 AND tick = ?2 LIMIT 1";
        let entry = one(sql, query, (file, tick, me), |c| {
            Ok(BundleEntry {
                file: file.to_owned(),
                tick,
                at: c.moment("journal.at")?,
                who: c.get()?,
                intent: c.get()?,
            })
        })?;
        found.extend(entry);
    }
    Ok(found)
}
