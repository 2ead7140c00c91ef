//! Working notes that erase themselves, some time after the minutes are frozen.
//!
//! The rule: nothing goes that was not announced. What is due is told of on one day and erased on a later one; a note
//! written outside a meeting goes with the first meeting of its pupil that was closed after it was written.

use rusqlite::params;

use super::super::error::StoreError;
use super::super::rows::{all, one, write};
use super::super::trail::{self, NewLine};
use super::super::{Door, Store};
use super::proof::Needles;
use super::{EraseProgress, Erased, Subject, begin, rows};
use crate::domain::rights::TrailKind;
use crate::domain::{Day, Id, Moment};

/// Working notes of a meeting that are to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiring {
    /// The meeting after which they go.
    pub meeting: Id,
    /// Its day.
    pub day: Day,
    /// How many notes.
    pub notes: usize,
    /// The day on which they go, at the earliest.
    pub on: Day,
    /// Since when it has been announced.
    pub told_on: Option<Day>,
}

/// Every working note with the closed meeting it goes with: its own, or the first after it was written.
const NOTES: &str = "SELECT n.id AS note, coalesce(
    (SELECT m.id FROM meeting m WHERE m.id = n.meeting AND m.closed_at IS NOT NULL),
    (SELECT m.id FROM agenda_item i JOIN block b ON b.id = i.block JOIN meeting m ON m.id = b.meeting
     WHERE n.meeting IS NULL AND i.pupil = n.pupil AND m.closed_at > n.written_at
     ORDER BY m.closed_at LIMIT 1)) AS meeting
  FROM note n WHERE n.kind = 'working'";

impl Store {
    /// The working notes that will erase themselves, the first to go first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn expiring_notes(&self, days: u16) -> Result<Vec<Expiring>, StoreError> {
        let query = format!(
            "SELECT m.id, m.day, count(*), date(substr(m.closed_at, 1, 10), '+' || ?1 || ' days'), a.told_on
             FROM ({NOTES}) e JOIN meeting m ON m.id = e.meeting LEFT JOIN announced a ON a.meeting = m.id
             GROUP BY m.id ORDER BY m.closed_at, m.id"
        );
        all(self.sql(), &query, [days], |c| {
            Ok(Expiring {
                meeting: c.get()?,
                day: c.day("meeting.day")?,
                notes: c.count()?,
                on: c.day("meeting.closed_at")?,
                told_on: c.optional_day("announced.told_on")?,
            })
        })
    }

    /// Records that it was announced on a day that the working notes of a meeting will go; the first day counts.
    ///
    /// # Errors
    /// The disk errors.
    pub fn announce_expiry(&mut self, meeting: Id, on: Day) -> Result<(), StoreError> {
        self.aside(|sql| {
            write(
                sql,
                "INSERT INTO announced (meeting, told_on) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                params![meeting, on],
            )?;
            Ok(())
        })
    }

    /// Erases the working notes that are due and of which it was announced on an earlier day. Returns how many went.
    ///
    /// # Errors
    /// The disk errors; nothing is then erased, or it is gone on with when the file is opened again.
    pub fn expire_notes(
        &mut self,
        days: u16,
        now: Moment,
        progress: &mut EraseProgress<'_>,
    ) -> Result<(usize, Erased), StoreError> {
        let today = now.date_naive();
        // Looking through the notes of a region is not for every start; nearly always nothing was announced.
        const TOLD: &str = "SELECT 1 FROM announced WHERE told_on < ?1 LIMIT 1";
        if one(self.sql(), TOLD, [today], |c| c.get::<i64>())?.is_none() {
            return Ok((0, Erased::default()));
        }
        let due = self.expiring_notes(days)?;
        let due = due
            .iter()
            .filter(|one| one.on <= today && one.told_on.is_some_and(|told| told < today));
        let (mut subjects, mut needles) = (Vec::new(), Needles::default());
        let query = format!("SELECT e.note, n.text FROM ({NOTES}) e JOIN note n ON n.id = e.note WHERE e.meeting = ?1");
        let mut meetings = Vec::new();
        for one in due {
            meetings.push(one.meeting);
            for (note, text) in all(self.sql(), &query, [one.meeting], |c| {
                Ok((c.get::<Id>()?, c.get::<String>()?))
            })? {
                subjects.push(Subject::Note(note));
                needles.also(&text);
            }
        }
        if subjects.is_empty() {
            return Ok((0, Erased::default()));
        }
        let who = self.who.clone();
        self.enter(Door::Forget, now, |tx, _| {
            for subject in &subjects {
                rows::remove_row(tx.sql(), "note", subject.id())?;
                begin(tx.sql(), *subject)?;
            }
            for meeting in &meetings {
                write(tx.sql(), "DELETE FROM announced WHERE meeting = ?1", [meeting])?;
                let line = NewLine {
                    kind: TrailKind::NoteExpired,
                    pupil: None,
                    meeting: Some(*meeting),
                    export: None,
                    why: "working_note",
                };
                trail::add(tx.sql(), line, now, &who)?;
            }
            Ok(())
        })?;
        let erased = self.finish(&subjects, Some(&needles), progress)?;
        Ok((subjects.len(), erased))
    }
}
