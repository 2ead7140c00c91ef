//! Meetings: planning one, opening and closing it, and what is carried over from one to the next.
//!
//! The rules of the field: every block has its own frame (opening, old actions, pupils, aftercare, read-back), and
//! what a table did not get to comes first the next time, so that nobody drops off silently.

use chrono::NaiveTime;
use rusqlite::{Connection, params};

use super::error::StoreError;
use super::feed::Scope;
use super::rows::{Columns, all, hours, one, write, write_one};
use super::{At, Store, Tx};
use crate::domain::codes::{ItemKind, Lane, MeetingKind};
use crate::domain::dossier::{Place, PupilLine};
use crate::domain::meeting::{AgendaItem, FRAME_AFTER, FRAME_BEFORE, Meeting, SEQ_STEP, lane_minutes};
use crate::domain::standing::Asking;
use crate::domain::{Day, Id, Moment};

use super::agenda::{item_columns, read_item};

/// A meeting to be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Uitstroomoverleg or doorstroomtafel.
    pub kind: MeetingKind,
    /// The day.
    pub day: Day,
    /// Planned start, to the minute.
    pub starts: NaiveTime,
    /// Planned end, to the minute.
    pub ends: NaiveTime,
    /// Where; may be empty.
    pub place: String,
    /// Reference of the privacy agreement (convenant) under which it sits; may be empty.
    pub agreement: String,
    /// Last day of that agreement.
    pub agreement_until: Option<Day>,
    /// Its blocks in order.
    pub blocks: Vec<PlanBlock>,
}

/// A block to be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBlock {
    /// The school.
    pub school: Id,
    /// The pupils to discuss, in order, after those carried over.
    pub pupils: Vec<Id>,
    /// Who will sit there. Empty for those the school always has: its coordinator, its contact at UWV and its fixed
    /// contacts.
    pub people: Vec<Id>,
}

/// The columns of a [`Meeting`], from `meeting m`.
macro_rules! meeting_columns {
    () => {
        "m.id, m.kind, m.day, m.starts, m.ends, m.place, m.opened_at, m.closed_at, m.agreement, m.agreement_until, \
         m.next_day"
    };
}
pub(super) use meeting_columns;

/// Reads the columns of [`meeting_columns`].
pub(super) fn read_meeting(c: &mut Columns<'_, '_>) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        id: c.get()?,
        kind: c.text("meeting.kind", MeetingKind::from_code)?,
        day: c.day("meeting.day")?,
        starts: c.time("meeting.starts")?,
        ends: c.time("meeting.ends")?,
        place: c.get()?,
        opened_at: c.optional_moment("meeting.opened_at")?,
        closed_at: c.optional_moment("meeting.closed_at")?,
        agreement: c.get()?,
        agreement_until: c.optional_day("meeting.agreement_until")?,
        next_day: c.optional_day("meeting.next_day")?,
    })
}

/// What closed meetings with a school carried over, no later agenda has taken up, and was not dealt with since, the
/// oldest first: nobody drops off because another meeting lay between.
pub(super) fn carried_items(sql: &Connection, school: Id) -> Result<Vec<AgendaItem>, StoreError> {
    const QUERY: &str = concat!(
        "SELECT ",
        item_columns!(),
        " FROM agenda_item i LEFT JOIN item_clock k ON k.item = i.id",
        " WHERE i.block IN (SELECT b.id FROM meeting m JOIN block b ON b.meeting = m.id AND b.school = ?1",
        " WHERE m.closed_at IS NOT NULL)",
        " AND i.state = 'carried' AND NOT EXISTS (SELECT 1 FROM agenda_item n WHERE n.carried_from = i.id",
        " AND n.pupil IS i.pupil)",
        " AND NOT EXISTS (SELECT 1 FROM agenda_item n WHERE n.pupil = i.pupil AND n.id > i.id AND n.state <> 'open')",
        " ORDER BY i.id"
    );
    all(sql, QUERY, [school], read_item)
}

impl Store {
    /// A meeting.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none of that id; else when the file cannot be read.
    pub fn meeting(&self, id: Id) -> Result<Meeting, StoreError> {
        const QUERY: &str = concat!("SELECT ", meeting_columns!(), " FROM meeting m WHERE m.id = ?1");
        one(self.sql(), QUERY, [id], read_meeting)?.ok_or(StoreError::Missing("meeting"))
    }

    /// The meetings, the latest day first, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn meetings(&self, limit: u32) -> Result<Vec<Meeting>, StoreError> {
        const QUERY: &str = concat!(
            "SELECT ",
            meeting_columns!(),
            " FROM meeting m ORDER BY m.day DESC, m.id DESC LIMIT ?1"
        );
        all(self.sql(), QUERY, [limit], read_meeting)
    }

    /// The meeting to show: the one that is open; else today's, one still to come before one that is closed; else
    /// the next planned; else the latest closed; else the latest there is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn current_meeting(&self, today: Day) -> Result<Option<Id>, StoreError> {
        const IN_ORDER: [&str; 5] = [
            "SELECT id FROM meeting WHERE opened_at IS NOT NULL AND closed_at IS NULL AND ?1 IS NOT NULL
             ORDER BY opened_at DESC LIMIT 1",
            "SELECT id FROM meeting WHERE day = ?1 ORDER BY closed_at IS NOT NULL, starts, id LIMIT 1",
            "SELECT id FROM meeting WHERE day > ?1 AND closed_at IS NULL ORDER BY day, id LIMIT 1",
            "SELECT id FROM meeting WHERE day < ?1 AND closed_at IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1",
            "SELECT id FROM meeting WHERE ?1 IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1",
        ];
        for query in IN_ORDER {
            if let Some(id) = one(self.sql(), query, [today], |c| c.get())? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// What the latest closed meeting with a school carried over and no later agenda has taken up, in its order.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn carried_items(&self, school: Id) -> Result<Vec<AgendaItem>, StoreError> {
        carried_items(self.sql(), school)
    }

    /// Pupils of a school to put on the agenda of a meeting on the day that is asked about, at most `limit`: those with
    /// a reason to be discussed, the most urgent first. Who was taken off by hand is not proposed.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn propose_pupils(&self, school: Id, asking: &Asking<'_>, limit: usize) -> Result<Vec<PupilLine>, StoreError> {
        let mut rows = self.queue(Scope::School(school), asking)?.rows;
        rows.truncate(limit);
        Ok(rows.into_iter().map(|row| row.line).collect())
    }

    /// Keeps where the meeting stands: which item is at hand and since when. Not a record, so not in the journal.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_place(&mut self, meeting: Id, place: Option<Place>) -> Result<(), StoreError> {
        self.aside(|sql| {
            match place {
                Some(place) => write(
                    sql,
                    "INSERT INTO place (meeting, item, since) VALUES (?1, ?2, ?3)
                     ON CONFLICT (meeting) DO UPDATE SET item = excluded.item, since = excluded.since",
                    params![meeting, place.item, place.since.map(At)],
                ),
                None => write(sql, "DELETE FROM place WHERE meeting = ?1", [meeting]),
            }?;
            Ok(())
        })
    }

    /// Adds to the seconds an item has been on the table. Not a record, so not in the journal.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_item_seconds(&mut self, item: Id, seconds: u32) -> Result<(), StoreError> {
        self.aside(|sql| {
            write(
                sql,
                "INSERT INTO item_clock (item, seconds) VALUES (?1, ?2)
                 ON CONFLICT (item) DO UPDATE SET seconds = seconds + excluded.seconds",
                params![item, seconds],
            )?;
            Ok(())
        })
    }
}

impl Tx<'_> {
    /// Plans a meeting with its agenda. Each block gets the frame of the practice with its pupils in between: what
    /// was carried over first, then those of the plan, each pupil once.
    ///
    /// # Errors
    /// When a school, pupil or person does not exist, or the file cannot be written.
    pub fn plan_meeting(&mut self, plan: &Plan) -> Result<Id, StoreError> {
        let meeting = self.new_id();
        write(
            self.sql(),
            "INSERT INTO meeting (id, kind, day, starts, ends, place, agreement, agreement_until)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                meeting,
                plan.kind.code(),
                plan.day,
                hours(plan.starts),
                hours(plan.ends),
                plan.place,
                plan.agreement,
                plan.agreement_until
            ],
        )?;
        for (seq, block) in (1..).map(|n| n * SEQ_STEP).zip(&plan.blocks) {
            self.plan_block(meeting, seq, block)?;
        }
        Ok(meeting)
    }

    fn plan_block(&mut self, meeting: Id, seq: i64, plan: &PlanBlock) -> Result<(), StoreError> {
        let carried = carried_items(self.sql(), plan.school)?;
        let block = self.new_id();
        write(
            self.sql(),
            "INSERT INTO block (id, meeting, seq, school) VALUES (?1, ?2, ?3, ?4)",
            [block, meeting, seq, plan.school],
        )?;
        let mut agenda: Vec<(AgendaItem, Option<Id>)> = Vec::new();
        agenda.extend(FRAME_BEFORE.map(|(kind, minutes)| (blank_item(kind, minutes), None)));
        agenda.extend(carried.into_iter().map(|item| {
            let source = item.id;
            (item, Some(source))
        }));
        for pupil in &plan.pupils {
            if agenda.iter().all(|(item, _)| item.pupil != Some(*pupil)) {
                let mut item = blank_item(ItemKind::Pupil, lane_minutes(Lane::Discuss));
                item.pupil = Some(*pupil);
                agenda.push((item, None));
            }
        }
        agenda.extend(FRAME_AFTER.map(|(kind, minutes)| (blank_item(kind, minutes), None)));
        for (seq, (mut item, source)) in (1..).map(|n| n * SEQ_STEP).zip(agenda) {
            item.block = block;
            item.seq = seq;
            self.insert_item(&item, source)?;
        }
        self.plan_attendance(block, plan)
    }

    /// Puts on the list who is expected: those of the plan, or else those the school always has.
    fn plan_attendance(&mut self, block: Id, plan: &PlanBlock) -> Result<(), StoreError> {
        let people = if plan.people.is_empty() {
            all(
                self.sql(),
                "SELECT coordinator FROM school WHERE id = ?1 AND coordinator IS NOT NULL
                 UNION SELECT uwv_contact FROM school WHERE id = ?1 AND uwv_contact IS NOT NULL
                 UNION SELECT person FROM fixed_contact WHERE school = ?1",
                [plan.school],
                |c| c.get(),
            )?
        } else {
            plan.people.clone()
        };
        for person in people {
            self.add_participant(block, person)?;
        }
        Ok(())
    }

    /// Opens the meeting, corrects when it was opened, or takes the opening back.
    ///
    /// # Errors
    /// When there is no such meeting or the file cannot be written.
    pub fn set_opened(&mut self, meeting: Id, at: Option<Moment>) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "meeting",
            "UPDATE meeting SET opened_at = ?2 WHERE id = ?1",
            params![meeting, at.map(At)],
        )
    }

    /// Closes the meeting, which freezes its minutes; corrects when it was closed, or takes the closing back. What
    /// was not discussed is carried over with [`Tx::carry_open_items`].
    ///
    /// # Errors
    /// When there is no such meeting or the file cannot be written.
    pub fn set_closed(&mut self, meeting: Id, at: Option<Moment>) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "meeting",
            "UPDATE meeting SET closed_at = ?2 WHERE id = ?1",
            params![meeting, at.map(At)],
        )
    }

    /// Carries over every pupil and free item of the meeting that is still open; how many there were.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn carry_open_items(&mut self, meeting: Id) -> Result<usize, StoreError> {
        write(
            self.sql(),
            "UPDATE agenda_item SET state = 'carried' WHERE state = 'open' AND kind IN ('pupil', 'free')
             AND block IN (SELECT id FROM block WHERE meeting = ?1)",
            [meeting],
        )
    }

    /// Tells on which day the table meets next.
    ///
    /// # Errors
    /// When there is no such meeting or the file cannot be written.
    pub fn set_next_day(&mut self, meeting: Id, day: Option<Day>) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "meeting",
            "UPDATE meeting SET next_day = ?2 WHERE id = ?1",
            params![meeting, day],
        )
    }

    /// Records under which privacy agreement a meeting sits, and its last day.
    ///
    /// # Errors
    /// When there is no such meeting or the file cannot be written.
    pub fn set_agreement(&mut self, meeting: Id, reference: &str, until: Option<Day>) -> Result<(), StoreError> {
        write_one(
            self.sql(),
            "meeting",
            "UPDATE meeting SET agreement = ?2, agreement_until = ?3 WHERE id = ?1",
            params![meeting, reference, until],
        )
    }

    /// Records that a closed meeting is corrected: when, by whom and why.
    ///
    /// # Errors
    /// When there is no such meeting or the file cannot be written.
    pub fn add_correction(&mut self, meeting: Id, made_at: Moment, by: &str, reason: &str) -> Result<Id, StoreError> {
        let id = self.new_id();
        write(
            self.sql(),
            "INSERT INTO correction (id, meeting, made_at, made_by, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, meeting, At(made_at), by, reason],
        )?;
        Ok(id)
    }
}

/// An item of a kind with nothing in it yet.
pub(super) fn blank_item(kind: ItemKind, minutes: u16) -> AgendaItem {
    AgendaItem {
        id: 0,
        block: 0,
        seq: 0,
        kind,
        pupil: None,
        title: String::new(),
        lane: Lane::Discuss,
        minutes,
        fixed_time: None,
        question: String::new(),
        asked_by: String::new(),
        proposal: String::new(),
        state: crate::domain::codes::ItemState::Open,
        seconds: 0,
    }
}
