//! Which rows are news to another file.
//!
//! The rule: a row goes when it belongs to the schools and something changed since it was told, or when it was not told
//! yet. Of a receiver who had these schools in a bundle before, only what can have become news since then is looked at:
//! rows that changed, rows that belong through one that changed, rows that were chosen about, and rows that wait. So
//! making a bundle costs what happened since the last one. The first bundle, one of more schools than before and one of
//! everything go through the whole file.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::journal::RECORDS;
use super::super::rows::{all, one};
use super::choices;
use super::conflicts;
use super::fold::Image;
use super::ops::{self, Lines, RowKey, Shapes};
use super::scope::Pointing;

/// How far a row was told: the entry of this file's journal, and the line of what came from others.
#[derive(Clone, Copy, Default)]
struct Told {
    seq: i64,
    peer: i64,
}

/// What a bundle is made for.
pub(super) struct News<'a> {
    pub(super) sql: &'a Connection,
    pub(super) receiver: &'a str,
    /// The schools, as a JSON list of ids.
    pub(super) schools: &'a str,
    pub(super) pointing: &'a Pointing,
}

impl News<'_> {
    /// The rows that belong to the schools and are news to the receiver; with `whole` also those that are not.
    pub(super) fn rows(&self, me: &str, shapes: &mut Shapes, whole: bool) -> Result<HashSet<RowKey>, StoreError> {
        match self.reached_before()? {
            Some(reached) if !whole => self.since(me, shapes, reached),
            _ => self.ever(me, shapes, whole),
        }
    }

    /// How far the last bundle for the receiver went that was of all these schools.
    fn reached_before(&self) -> Result<Option<Told>, StoreError> {
        let query = "SELECT seq, peer FROM bundle_out WHERE receiver = ?1 AND schools IS NOT NULL AND NOT EXISTS
                       (SELECT 1 FROM json_each(?2) AS now WHERE now.value NOT IN
                         (SELECT value FROM json_each(bundle_out.schools)))
                     ORDER BY number DESC LIMIT 1";
        one(self.sql, query, (self.receiver, self.schools), |c| {
            Ok(Told {
                seq: c.get()?,
                peer: c.get()?,
            })
        })
    }

    /// Of everything there is and was.
    fn ever(&self, me: &str, shapes: &mut Shapes, whole: bool) -> Result<HashSet<RowKey>, StoreError> {
        let mut last = self.last_told_by_others()?;
        let mut gone: HashMap<RowKey, Image> = HashMap::new();
        ops::each_event(self.sql, shapes, Lines::All, &mut |event| {
            if !event.merged {
                last.entry(event.row.clone()).or_default().seq = event.seq;
            }
            match (event.after, event.before) {
                (None, Some(before)) => gone.insert(event.row, before),
                _ => gone.remove(&event.row),
            };
        })?;
        let had = self.had()?;
        let is_news = |row: &RowKey| is_news(had.get(row).copied(), last.get(row).copied());
        // That somebody chose in a conflict is news of the row it is about.
        let settled: HashSet<RowKey> = choices::all_with_rows(self.sql)?
            .into_iter()
            .filter(|(conflict, _)| last.contains_key(conflict) && is_news(conflict))
            .map(|(_, about)| about)
            .collect();
        let living = self.pointing.living(self.sql, self.schools)?;
        let mut rows: HashSet<RowKey> = living
            .into_iter()
            .filter(|row| whole || is_news(row) || settled.contains(row))
            .collect();
        let elsewhere = "SELECT record, row_key FROM bundle_row UNION SELECT record, row_key FROM peer_row";
        let elsewhere = all(self.sql, elsewhere, [], |c| {
            Ok(RowKey {
                record: c.get()?,
                key: c.get()?,
            })
        })?;
        let pupils: Vec<i64> = gone
            .iter()
            .filter(|(row, image)| row.record == "pupil" && school_is_in(image, self.schools))
            .filter_map(|(row, _)| row.id())
            .collect();
        let pupils = serde_json::to_string(&pupils).map_err(|_| StoreError::BadValue("pupil"))?;
        let was_there = elsewhere
            .into_iter()
            .filter_map(|row| gone.get(&row).map(|image| (row, image.clone())));
        let waits = super::same::waiting(self.sql, me, shapes)?;
        for (row, image) in was_there.chain(waits) {
            let is_told = !whole && !is_news(&row) && !settled.contains(&row);
            let about = (row.record.as_str(), &image);
            if !is_told && self.pointing.belonged(self.sql, self.schools, &pupils, about)? {
                rows.insert(row);
            }
        }
        Ok(rows)
    }

    /// Of what happened since a bundle of these schools.
    fn since(&self, me: &str, shapes: &mut Shapes, reached: Told) -> Result<HashSet<RowKey>, StoreError> {
        let mut changed: HashMap<RowKey, (Option<Image>, Option<Image>)> = HashMap::new();
        ops::each_event(self.sql, shapes, Lines::Since(reached.seq), &mut |event| {
            let (before, after) = (event.before, event.after);
            let sides = changed.entry(event.row).or_insert((before, None));
            sides.1 = after;
        })?;
        let mut sought: HashSet<RowKey> = changed.keys().cloned().collect();
        sought.extend(self.told_since(reached)?);
        for (row, (before, after)) in &changed {
            sought.extend(self.through(row, [before.as_ref(), after.as_ref()])?);
        }
        let mut settled = HashSet::new();
        for (conflict, about) in choices::all_with_rows(self.sql)? {
            if sought.contains(&conflict) {
                let last = self.last(shapes, &conflict)?.0;
                if last.is_some() && is_news(self.had_of(&conflict)?, last) {
                    settled.insert(about);
                }
            }
        }
        sought.extend(settled.iter().cloned());
        let waits: HashMap<RowKey, Image> = super::same::waiting(self.sql, me, shapes)?.into_iter().collect();
        sought.extend(waits.keys().cloned());
        let mut rows = HashSet::new();
        for row in sought.into_iter().filter(|row| row.record != conflicts::RECORD) {
            let now = ops::current(self.sql, shapes.of(self.sql, &row.record)?, &row)?;
            let (last, gone) = self.last(shapes, &row)?;
            if !settled.contains(&row) && !is_news(self.had_of(&row)?, last) {
                continue;
            }
            let was_there = match (&now, gone) {
                (None, Some(gone)) if self.is_elsewhere(&row)? => Some(gone),
                _ => None,
            };
            let Some(image) = now.or(was_there).or_else(|| waits.get(&row).cloned()) else {
                continue;
            };
            let gone = self.pupil_that_went(shapes, (&row, &image))?;
            if self
                .pointing
                .belonged(self.sql, self.schools, &gone, (&row.record, &image))?
            {
                rows.insert(row);
            }
        }
        Ok(rows)
    }

    /// The rows that others told of since then, or in a merge that was taken back or made again since then.
    fn told_since(&self, reached: Told) -> Result<Vec<RowKey>, StoreError> {
        const TOLD: &str = "WITH turned(entry) AS (SELECT reverts FROM journal WHERE seq > ?2 AND reverts IS NOT NULL)
             SELECT record, row_key FROM peer_row WHERE id > ?1
             UNION SELECT record, row_key FROM peer_row WHERE merge IN
               (SELECT entry FROM turned UNION SELECT reverts FROM journal WHERE seq IN (SELECT entry FROM turned))";
        all(self.sql, TOLD, [reached.peer, reached.seq], |c| {
            Ok(RowKey {
                record: c.get()?,
                key: c.get()?,
            })
        })
    }

    /// The rows that belong to other schools than before because a row does, as it was and as it is.
    fn through(&self, row: &RowKey, sides: [Option<&Image>; 2]) -> Result<HashSet<RowKey>, StoreError> {
        let mut found = HashSet::new();
        let column = match row.record.as_str() {
            "pupil" => "school",
            "agenda_item" => "block",
            "block" => "school",
            _ => return Ok(found),
        };
        let [before, after] = sides.map(|side| side.and_then(|image| image.get(column)));
        let mut next = Vec::new();
        // What points at a row that was made or went since was made or went since as well.
        if before.is_some() && after.is_some() && before != after {
            next.push(row.clone());
        }
        if row.record == "block" {
            // A meeting belongs to the schools of all its blocks.
            let [was, is] = sides.map(|side| side.and_then(|image| image.get("meeting")?.as_i64()));
            if before != after || was != is {
                for meeting in [was, is].into_iter().flatten() {
                    next.push(RowKey {
                        record: "meeting".to_owned(),
                        key: format!("[{meeting}]"),
                    });
                }
            }
        }
        while let Some(row) = next.pop() {
            for held in self.pointing_at(&row)? {
                if found.insert(held.clone()) && held.record == "agenda_item" {
                    next.push(held);
                }
            }
            found.insert(row);
        }
        Ok(found)
    }

    /// The rows of the file that point at one.
    fn pointing_at(&self, row: &RowKey) -> Result<Vec<RowKey>, StoreError> {
        let mut found = Vec::new();
        for record in RECORDS {
            let columns = self
                .pointing
                .of(record)
                .iter()
                .filter(|(_, target)| *target == row.record);
            for (column, _) in columns {
                let key = super::super::journal::Shape::of(self.sql, record)?.key.join("\", \"");
                let query = format!("SELECT json_array(\"{key}\") FROM \"{record}\" WHERE \"{column}\" = ?1");
                found.extend(all(self.sql, &query, [row.id()], |c| {
                    Ok(RowKey {
                        record: (*record).to_owned(),
                        key: c.get()?,
                    })
                })?);
            }
        }
        Ok(found)
    }

    /// How far a row is known, none when no journal tells of it; and what it was when the last line says that it went.
    fn last(&self, shapes: &mut Shapes, row: &RowKey) -> Result<(Option<Told>, Option<Image>), StoreError> {
        let query = format!(
            "SELECT max(id) FROM peer_row WHERE record = ?1 AND row_key = ?2 AND {}",
            ops::IN_FORCE
        );
        let peer: Option<i64> = one(self.sql, &query, (&row.record, &row.key), |c| c.get())?.flatten();
        let mut told = peer.map(|peer| Told { seq: 0, peer });
        let mut gone = None;
        let Some(id) = row.id() else { return Ok((told, gone)) };
        ops::each_event(self.sql, shapes, Lines::Of(&row.record, id), &mut |event| {
            if event.row != *row {
                return;
            }
            if !event.merged {
                told.get_or_insert_default().seq = event.seq;
            }
            gone = event.before.filter(|_| event.after.is_none());
        })?;
        Ok((told, gone))
    }

    /// The pupil of a row, as a JSON list, when it is of the schools and no longer there.
    fn pupil_that_went(&self, shapes: &mut Shapes, (row, image): (&RowKey, &Image)) -> Result<String, StoreError> {
        let nobody = "[]".to_owned();
        let Some(id) = self.pointing.pupil(&row.record, image) else {
            return Ok(nobody);
        };
        let pupil = RowKey {
            record: "pupil".to_owned(),
            key: format!("[{id}]"),
        };
        if ops::current(self.sql, shapes.of(self.sql, "pupil")?, &pupil)?.is_some() {
            return Ok(nobody);
        }
        let gone = self.last(shapes, &pupil)?.1;
        Ok(match gone.is_some_and(|image| school_is_in(&image, self.schools)) {
            true => pupil.key,
            false => nobody,
        })
    }

    /// The last line about each row that came from others and counts.
    fn last_told_by_others(&self) -> Result<HashMap<RowKey, Told>, StoreError> {
        let query = format!(
            "SELECT record, row_key, 0, max(id) FROM peer_row WHERE {} GROUP BY record, row_key",
            ops::IN_FORCE
        );
        self.told(&query, [])
    }

    /// How far each row was told to the receiver.
    fn had(&self) -> Result<HashMap<RowKey, Told>, StoreError> {
        let query = "SELECT record, row_key, seq, peer FROM bundle_row WHERE receiver = ?1";
        self.told(query, [self.receiver])
    }

    /// How far one row was.
    fn had_of(&self, row: &RowKey) -> Result<Option<Told>, StoreError> {
        let query = "SELECT seq, peer FROM bundle_row WHERE receiver = ?1 AND record = ?2 AND row_key = ?3";
        one(self.sql, query, params![self.receiver, row.record, row.key], |c| {
            Ok(Told {
                seq: c.get()?,
                peer: c.get()?,
            })
        })
    }

    fn told(&self, query: &str, params: impl rusqlite::Params) -> Result<HashMap<RowKey, Told>, StoreError> {
        let told = all(self.sql, query, params, |c| {
            let row = RowKey {
                record: c.get()?,
                key: c.get()?,
            };
            Ok((
                row,
                Told {
                    seq: c.get()?,
                    peer: c.get()?,
                },
            ))
        })?;
        Ok(told.into_iter().collect())
    }

    /// Whether any other file had a row: it was sent to one, or came from one.
    fn is_elsewhere(&self, row: &RowKey) -> Result<bool, StoreError> {
        let query = "SELECT 1 FROM peer_row WHERE record = ?1 AND row_key = ?2
                     UNION ALL SELECT 1 FROM (SELECT DISTINCT receiver FROM bundle_out) AS others
                       CROSS JOIN bundle_row USING (receiver) WHERE record = ?1 AND row_key = ?2 LIMIT 1";
        Ok(one(self.sql, query, (&row.record, &row.key), |_| Ok(()))?.is_some())
    }
}

/// Whether a row is news to whoever had it so far, when so far is known of it.
fn is_news(had: Option<Told>, last: Option<Told>) -> bool {
    match (had, last) {
        (None, _) => true,
        (Some(had), Some(last)) => last.seq > had.seq || last.peer > had.peer,
        (Some(_), None) => false,
    }
}

/// Whether an image names one of the schools, which are a JSON list.
fn school_is_in(image: &Image, schools: &str) -> bool {
    let schools: Vec<i64> = serde_json::from_str(schools).unwrap_or_default();
    image
        .get("school")
        .and_then(serde_json::Value::as_i64)
        .is_some_and(|school| schools.contains(&school))
}
