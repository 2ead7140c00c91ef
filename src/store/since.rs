//! What a block recorded after its read-back was confirmed.
//!
//! The rule: a confirmation holds for what had been recorded when it was given. What came later is asked of the journal,
//! not of a mark that every writer would have to set: an undo, a redo and a merge write there as every change does. What
//! was changed and put back is no change, so the first image after the confirmation is held against the last one.

use std::collections::HashMap;

use super::Store;
use super::error::StoreError;
use super::rows::{all, one};
use crate::domain::Id;
use crate::domain::dossier::Since;

/// One row since the confirmation: what was read of it then and what is read of it now.
struct Read {
    item: Id,
    line: Option<Id>,
    then: Option<String>,
    now: Option<String>,
}

impl Store {
    /// What was recorded, changed or taken back at each item of a block since its read-back was confirmed, up to the
    /// closing of the meeting. Nothing when it was not confirmed, and when no change of this file says when that was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn since_read_back(&self, block: Id) -> Result<HashMap<Id, Since>, StoreError> {
        // The change that first gave the block this confirmation: a later one may have brought it back.
        // What the journal tells of the block is found by its own index.
        const CONFIRMED: &str = "SELECT min(j.seq) FROM block b
             JOIN journal_row r ON r.record = 'block'
               AND coalesce(json_extract(r.after, '$.id'), json_extract(r.before, '$.id')) = b.id
             JOIN journal j ON j.seq = r.entry
             WHERE b.id = ?1 AND b.read_back_at IS NOT NULL AND j.intent IN ('read_back', 'merge_bundle')
               AND r.after ->> 'read_back_at' = b.read_back_at
               AND r.before ->> 'read_back_at' IS NOT r.after ->> 'read_back_at'";
        const CLOSED: &str = "SELECT m.closed_at IS NOT NULL, CASE WHEN m.closed_at IS NOT NULL THEN
              (SELECT max(seq) FROM journal WHERE intent = 'close_meeting' AND meeting = m.id AND state = 'done') END
             FROM block b JOIN meeting m ON m.id = b.meeting WHERE b.id = ?1";
        let Some(confirmed) = one(self.sql(), CONFIRMED, [block], |c| c.get::<Option<i64>>())?.flatten() else {
            return Ok(HashMap::new());
        };
        let closed = one(self.sql(), CLOSED, [block], |c| {
            Ok((c.get::<bool>()?, c.get::<Option<i64>>()?))
        })?;
        let until = match closed {
            Some((true, Some(entry))) => entry,
            // Closed elsewhere: nobody knows here what came before and what after.
            Some((true, None)) => confirmed,
            _ => i64::MAX,
        };
        let mut since: HashMap<Id, Since> = HashMap::new();
        for read in self.read_between(block, confirmed, until)? {
            if read.then == read.now {
                continue;
            }
            let of = since.entry(read.item).or_default();
            match read.line {
                Some(line) if read.now.is_some() => of.lines.push(line),
                _ if read.now.is_none() => of.gone = true,
                _ => of.besides = true,
            }
        }
        Ok(since)
    }

    /// The rows of a block's items that were written between two changes, each once.
    fn read_between(&self, block: Id, after: i64, before: i64) -> Result<Vec<Read>, StoreError> {
        // Of a row what differs when something else would be read. A tile, a result, a chance and a route count when they
        // were recorded in the meeting itself, as only then they are read back; a decision and an action name their item,
        // wherever they come from.
        const ROWS: &str = "WITH r AS (
              SELECT w.id, w.record, w.before, w.after, coalesce(w.after, w.before) AS image, j.meeting
              FROM journal_row w JOIN journal j ON j.seq = w.entry WHERE w.entry > ?2 AND w.entry < ?3 AND w.record IN
              ('decision', 'action', 'agenda_item', 'tile', 'primary_result', 'transition_chance', 'pupil'))
             SELECT i.id, r.record, r.image ->> 'id',
              CASE r.record WHEN 'pupil' THEN nullif(r.before ->> 'route', 'undecided')
               WHEN 'agenda_item' THEN CASE WHEN r.before ->> 'state' IN ('agreed', 'carried') THEN r.before ->> 'state' END
               WHEN 'action' THEN CASE WHEN r.before IS NOT NULL THEN json_array(r.before ->> 'item', r.before ->> 'owner',
                r.before ->> 'text', r.before ->> 'due') END
               ELSE r.before END,
              CASE r.record WHEN 'pupil' THEN nullif(r.after ->> 'route', 'undecided')
               WHEN 'agenda_item' THEN CASE WHEN r.after ->> 'state' IN ('agreed', 'carried') THEN r.after ->> 'state' END
               WHEN 'action' THEN CASE WHEN r.after IS NOT NULL THEN json_array(r.after ->> 'item', r.after ->> 'owner',
                r.after ->> 'text', r.after ->> 'due') END
               ELSE r.after END
             FROM r JOIN block b ON b.id = ?1 JOIN agenda_item i ON i.block = b.id AND CASE
              WHEN r.record IN ('decision', 'action') THEN i.id = r.image ->> 'item'
              WHEN r.record = 'agenda_item' THEN i.id = r.image ->> 'id'
              WHEN r.record = 'pupil' THEN i.pupil = r.image ->> 'id' AND r.meeting = b.meeting
              ELSE i.pupil = r.image ->> 'pupil' AND r.meeting = b.meeting END ORDER BY r.id";
        let mut first: HashMap<(Id, String, Id), usize> = HashMap::new();
        let mut reads: Vec<Read> = Vec::new();
        let rows = all(self.sql(), ROWS, [block, after, before], |c| {
            let (item, record, row): (Id, String, Id) = (c.get()?, c.get()?, c.get()?);
            let line = matches!(record.as_str(), "decision" | "action").then_some(row);
            let (then, now) = (c.get()?, c.get()?);
            Ok(((item, record, row), Read { item, line, then, now }))
        })?;
        for (key, read) in rows {
            let place = *first.entry(key).or_insert(reads.len());
            match reads.get_mut(place) {
                Some(known) => known.now = read.now,
                None => reads.push(read),
            }
        }
        Ok(reads)
    }
}
