//! What was rectified in a file, so that no older copy and no bundle brings back what stood there.
//!
//! The rule: nothing is kept of what stood there, not even a digest, which whoever has a list of names could read back.
//! The trail says which field of whom was rectified, and when; and what was put there is what every image of before says
//! by now, so the oldest one tells it, whatever was changed in the field since.
//!
//! What is not known: a copy from before a pupil came gets the line when it is put back, and no value, because it holds
//! nothing of the pupil. Bundles bring no older value there (merging puts a question mark in its place);
//! but should a second copy be put back over that one, in which the pupil is and the value was not rectified, and which is
//! not among the backups of the program itself, then it says in that field what it said.

use std::collections::HashMap;

use rusqlite::Connection;

use super::super::error::StoreError;
use super::super::rows::{all, one};
use super::FIELD;
use super::rows::has_table;
use crate::domain::rights::Rectified;
use crate::domain::{Id, Moment};

/// A line of the trail about a field that was rectified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Mended {
    /// When and by whom.
    pub(in crate::store) at: Moment,
    pub(in crate::store) who: String,
    /// Whose field.
    pub(in crate::store) pupil: Id,
    /// Which field.
    pub(in crate::store) field: Rectified,
    /// When, as changes are ordered: no change that the file knew of was later.
    pub(in crate::store) tick: i64,
}

/// Every field that was rectified, in the order of the trail; of a file of any version.
pub(in crate::store) fn mended(sql: &Connection) -> Result<Vec<Mended>, StoreError> {
    if !has_table(sql, "trail")? {
        return Ok(Vec::new());
    }
    // Files from before there was an exchange have no ticks; nobody asks for them there.
    let ticks = "SELECT 1 FROM pragma_table_info('journal') WHERE name = 'tick'";
    let tick = match one(sql, ticks, [], |_| Ok(()))? {
        Some(()) => "coalesce((SELECT tick FROM journal WHERE journal.seq = trail.journal), 0)",
        None => "0",
    };
    let query = format!(
        "SELECT at, who, pupil, why, max(unixepoch(at) * 1000, {tick}) FROM trail
         WHERE kind = 'rectified' AND pupil IS NOT NULL ORDER BY seq"
    );
    let lines = all(sql, &query, [], |c| {
        let at = c.moment("trail.at")?;
        let (who, pupil, why, tick): (String, Id, String, i64) = (c.get()?, c.get()?, c.get()?, c.get()?);
        let field = why.strip_prefix(FIELD).and_then(Rectified::of);
        Ok(field.map(|field| Mended {
            at,
            who,
            pupil,
            field,
            tick,
        }))
    })?;
    Ok(lines.into_iter().flatten().collect())
}

/// What was put in fields of pupils when they were rectified: what the oldest image says, and of a pupil whom the journal
/// never told of, the row. None of whom the file knows nothing.
pub(in crate::store) struct PutThere(HashMap<Id, HashMap<&'static str, Option<String>>>);

impl PutThere {
    /// Reads it of these pupils: of each what the journal tells of it, found by the index that is made for that.
    pub(in crate::store) fn of(sql: &Connection, pupils: impl IntoIterator<Item = Id>) -> Result<Self, StoreError> {
        let mut pupils: Vec<Id> = pupils.into_iter().collect();
        pupils.sort_unstable();
        pupils.dedup();
        let mut known = HashMap::new();
        if pupils.is_empty() {
            return Ok(Self(known));
        }
        let list = serde_json::to_string(&pupils).map_err(|_| StoreError::BadValue("pupil"))?;
        let fields: Vec<&'static str> = Rectified::all().map(Rectified::column).collect();
        let told = |from: &str| {
            let columns: Vec<String> = fields.iter().map(|field| from.replace('?', field)).collect();
            columns.join(", ")
        };
        let images = format!(
            "SELECT coalesce(json_extract(after, '$.id'), json_extract(before, '$.id')), {} FROM journal_row
             WHERE record = 'pupil' AND coalesce(json_extract(after, '$.id'), json_extract(before, '$.id')) IN
               (SELECT value FROM json_each(?1)) ORDER BY id",
            told("coalesce(before, after) ->> '?'")
        );
        let rows = format!(
            "SELECT id, {} FROM pupil WHERE id IN (SELECT value FROM json_each(?1))",
            told("\"?\"")
        );
        for query in [images, rows] {
            for (pupil, values) in all(sql, &query, [&list], |c| {
                let pupil: Id = c.get()?;
                let mut values = HashMap::with_capacity(fields.len());
                for field in &fields {
                    values.insert(*field, c.get::<Option<String>>()?);
                }
                Ok((pupil, values))
            })? {
                known.entry(pupil).or_insert(values);
            }
        }
        Ok(Self(known))
    }

    /// What was put in a field; nothing inside when it was emptied.
    pub(in crate::store) fn value(&self, pupil: Id, field: Rectified) -> Option<&Option<String>> {
        self.0.get(&pupil)?.get(field.column())
    }
}
