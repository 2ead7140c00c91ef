//! What the file that is there has and a backup has not: what is told before anybody says that it may make way.
//!
//! The rule: it is counted from the journal and the trail of the two, and names nobody. What goes and what stays done are
//! told apart: whoever was erased since, and what was rectified, is so in what is put back as well.

use rusqlite::Connection;

use super::super::Store;
use super::super::contents::{Contents, contents, count, entry_at};
use super::super::erase;
use super::super::error::StoreError;
use super::super::rows::all;
use super::{Current, Restoring};
use crate::domain::since::{StaysDone, Wrote};

/// What the file that is there would lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is no file.
    None,
    /// It cannot be opened with what opens the backup: nobody can say what is in it.
    Closed,
    /// It went on from the backup: so many changes, about so many pupils and in so many meetings.
    WentOn {
        /// What it holds.
        now: Contents,
        /// Changes since the backup.
        changes: u64,
        /// Pupils they are about.
        pupils: u64,
        /// Meetings they were made in.
        meetings: u64,
        /// What they wrote.
        wrote: Wrote,
        /// What stays done.
        stays: StaysDone,
    },
    /// It did not grow out of the backup: another file, or one in which the backup's last changes were never made.
    Other {
        /// What it holds.
        now: Contents,
        /// What stays done.
        stays: StaysDone,
    },
}

impl Restoring {
    /// What the file that is there would lose. `current` is that file when it could be opened.
    ///
    /// # Errors
    /// The disk errors.
    pub fn standing(&self, current: Option<&Current>) -> Result<Standing, StoreError> {
        match current {
            Some(current) => self.standing_beside(&current.0),
            None if self.target.path.exists() => Ok(Standing::Closed),
            None => Ok(Standing::None),
        }
    }

    /// As [`Restoring::standing`], beside the file that is being worked in.
    ///
    /// # Errors
    /// The disk errors.
    pub fn standing_beside(&self, store: &Store) -> Result<Standing, StoreError> {
        let now = contents(&store.connection)?;
        let stays = erase::gone(&store.connection)?.since(&self.gone);
        let last = self.contents.last;
        if now.last < last || entry_at(&store.connection, last)? != self.last_at {
            return Ok(Standing::Other { now, stays });
        }
        // An import is one change and names nobody: whom a change is about is told by the rows it wrote as well.
        let sql = "SELECT count(*), (SELECT count(DISTINCT pupil) FROM (SELECT pupil FROM journal WHERE seq > ?1 UNION
             SELECT coalesce(after, before) ->> CASE record WHEN 'pupil' THEN 'id' ELSE 'pupil' END
             FROM journal_row WHERE entry > ?1)), count(DISTINCT meeting) FROM journal WHERE seq > ?1";
        let newer = store
            .connection
            .query_row(sql, [last], |row| Ok((count(row, 0)?, count(row, 1)?, count(row, 2)?)));
        let (changes, pupils, meetings) = newer?;
        Ok(Standing::WentOn {
            now,
            changes,
            pupils,
            meetings,
            wrote: wrote(&store.connection, last)?,
            stays,
        })
    }
}

/// What was written after an entry of the journal. A row counts once, however often it was written, and not at all when
/// it was taken back: its oldest image of before is held against its newest of after. A row is known by its id, a setting
/// by its key.
fn wrote(sql: &Connection, last: i64) -> Result<Wrote, StoreError> {
    let query = "WITH ends AS (
           SELECT min(id) AS first, max(id) AS last FROM journal_row WHERE entry > ?1
           GROUP BY record, coalesce(after ->> 'id', before ->> 'id', after ->> 'key', before ->> 'key'))
         SELECT one.record, count(*), count(*) FILTER (WHERE one.record = 'meeting' AND one.before IS NOT NULL
           AND one.before ->> 'closed_at' IS NULL AND other.after ->> 'closed_at' IS NOT NULL)
         FROM ends JOIN journal_row one ON one.id = ends.first JOIN journal_row other ON other.id = ends.last
         WHERE one.before IS NOT other.after GROUP BY one.record";
    let mut wrote = Wrote::default();
    for (record, rows, closed) in all(sql, query, [last], |c| {
        Ok((
            c.get::<String>()?,
            c.get::<i64>()?.unsigned_abs(),
            c.get::<i64>()?.unsigned_abs(),
        ))
    })? {
        let place = match record.as_str() {
            "note" => &mut wrote.notes,
            "action" => &mut wrote.actions,
            "decision" => &mut wrote.decisions,
            "attendance" => &mut wrote.attendance,
            _ => &mut wrote.other,
        };
        *place += rows;
        wrote.closed += closed;
    }
    Ok(wrote)
}
