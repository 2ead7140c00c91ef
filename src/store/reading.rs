//! What the main screen reads at once: a meeting as it lies on the table, and everything on one pupil.
//!
//! The rule: the number of statements does not grow with the number of items, people or notes. Both are read on
//! every step to the next pupil, and a step must not be felt.

use rusqlite::Connection;

use super::Store;
use super::actions::{action_columns, action_tables, read_action};
use super::agenda::{item_columns, read_item};
use super::attendance::family_is_there;
use super::error::StoreError;
use super::meetings::{meeting_columns, read_meeting};
use super::network::network;
use super::people::{person_columns, read_person};
use super::pupils::{LINE_COLUMNS, line_columns, pupil, read_line, read_relapse};
use super::rows::{all, one};
use super::schools::{contact_people, read_contact_person, read_school, school_columns, with_people};
use super::term_marks::term_marks;
use super::trajectory::{instruments, tiles};
use super::writing::{decision_columns, read_decision};
use crate::domain::Id;
use crate::domain::codes::{ChanceKind, ChanceLevel, NoteKind, Presence, PrimaryResult};
use crate::domain::dossier::{Dossier, Place, Sitting, SittingBlock, SittingItem};
use crate::domain::meeting::{Attendance, Block};
use crate::domain::pupil::{Relapse, ResultOn, TransitionChance};
use crate::domain::writing::{TableNote, WorkingNote};

impl Store {
    /// A meeting as it lies on the table: its blocks with school, agenda and people. Five statements,
    /// whatever its size.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such meeting; else when the file cannot be read or a record in it is
    /// damaged.
    pub fn sitting(&self, meeting: Id) -> Result<Sitting, StoreError> {
        const MEETING: &str = concat!(
            "SELECT ",
            meeting_columns!(),
            ", (SELECT count(*) FROM correction WHERE meeting = m.id), p.item, p.since",
            " FROM meeting m LEFT JOIN place p ON p.meeting = m.id WHERE m.id = ?1"
        );
        let sql = self.sql();
        let mut sitting = one(sql, MEETING, [meeting], |c| {
            Ok(Sitting {
                meeting: read_meeting(c)?,
                corrections: c.count()?,
                place: c.joined(2, |c| {
                    Ok(Place {
                        item: c.get()?,
                        since: c.optional_moment("place.since")?,
                    })
                })?,
                blocks: Vec::new(),
            })
        })?
        .ok_or(StoreError::Missing("meeting"))?;
        sitting.blocks = blocks(sql, meeting)?;
        fill_agenda(sql, meeting, &mut sitting.blocks)?;
        fill_attendance(sql, meeting, &mut sitting.blocks)?;
        // Whoever may not be shared with somebody who sits there has no name at that table.
        for block in &mut sitting.blocks {
            let barred = self.barred_in_block(block.block.id)?;
            let lines = block.items.iter_mut().filter_map(|item| item.pupil.as_mut());
            for line in lines.filter(|line| barred.contains(&line.id)) {
                line.may_name = false;
            }
            block.barred = barred;
        }
        Ok(sitting)
    }

    /// Everything on one pupil that the main screen shows. Nine statements; of what can grow without end the newest
    /// is read: twenty notes of each kind, fifty decisions, fifty closed actions. Every open action is there.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil; else when the file cannot be read or a record in it is
    /// damaged.
    pub fn dossier(&self, id: Id) -> Result<Dossier, StoreError> {
        const DECISIONS: &str = concat!(
            "SELECT ",
            decision_columns!(),
            " FROM decision d WHERE d.pupil = ?1 ORDER BY d.decided_on DESC, d.id DESC LIMIT 50"
        );
        const ACTIONS: &str = concat!(
            "SELECT ",
            action_columns!(),
            " FROM ",
            action_tables!(),
            " WHERE a.pupil = ?1 AND (a.state = 'open' OR a.id IN (SELECT id FROM action WHERE pupil = ?1",
            " AND state <> 'open' ORDER BY agreed_on DESC, id DESC LIMIT 50))",
            " ORDER BY a.state <> 'open', CASE a.state WHEN 'open' THEN coalesce(a.due, '9999') END,",
            " a.agreed_on DESC, a.id DESC"
        );
        let sql = self.sql();
        let pupil = pupil(sql, id)?;
        let judged = judged(sql, id)?;
        let (notes, working) = notes(sql, id)?;
        let (discussed_on, term_marks) = term_marks(sql, id)?;
        Ok(Dossier {
            pupil,
            chances: judged.chances,
            result: judged.result,
            relapses: judged.relapses,
            network: network(sql, id)?,
            tiles: tiles(sql, id)?,
            instruments: instruments(sql, id)?,
            notes,
            working,
            decisions: all(sql, DECISIONS, [id], read_decision)?,
            actions: all(sql, ACTIONS, [id], read_action)?,
            discussed_on,
            term_marks,
        })
    }
}

/// The blocks of a meeting with their schools and contacts; agenda and people still empty.
fn blocks(sql: &Connection, meeting: Id) -> Result<Vec<SittingBlock>, StoreError> {
    const BLOCKS: &str = concat!(
        "SELECT b.id, b.meeting, b.school, b.present_confirmed_at, b.read_back_at, ",
        family_is_there!(),
        ", ",
        school_columns!(),
        " FROM block b JOIN school s ON s.id = b.school WHERE b.meeting = ?1 ORDER BY b.seq, b.id"
    );
    const PEOPLE: &str = contact_people!("s.id IN (SELECT school FROM block WHERE meeting = ?1)");
    let people = all(sql, PEOPLE, [meeting], read_contact_person)?;
    all(sql, BLOCKS, [meeting], |c| {
        let block = Block {
            id: c.get()?,
            meeting: c.get()?,
            school: c.get()?,
            present_confirmed_at: c.optional_moment("block.present_confirmed_at")?,
            read_back_at: c.optional_moment("block.read_back_at")?,
            family: c.get()?,
        };
        Ok(SittingBlock {
            block,
            contacts: with_people(read_school(c)?, &people),
            items: Vec::new(),
            attendance: Vec::new(),
            barred: Vec::new(),
        })
    })
}

fn fill_agenda(sql: &Connection, meeting: Id, blocks: &mut [SittingBlock]) -> Result<(), StoreError> {
    const ITEMS: &str = concat!(
        "SELECT ",
        item_columns!(),
        ", ",
        line_columns!(),
        " FROM block b JOIN agenda_item i ON i.block = b.id LEFT JOIN item_clock k ON k.item = i.id",
        " LEFT JOIN pupil u ON u.id = i.pupil WHERE b.meeting = ?1 ORDER BY b.seq, b.id, i.seq, i.id"
    );
    let items = all(sql, ITEMS, [meeting], |c| {
        Ok(SittingItem {
            item: read_item(c)?,
            pupil: c.joined(LINE_COLUMNS, read_line)?,
        })
    })?;
    for item in items {
        if let Some(block) = blocks.iter_mut().find(|b| b.block.id == item.item.block) {
            block.items.push(item);
        }
    }
    Ok(())
}

/// People sit by kind of party, the school first, and then by name.
fn fill_attendance(sql: &Connection, meeting: Id, blocks: &mut [SittingBlock]) -> Result<(), StoreError> {
    const PEOPLE: &str = concat!(
        "SELECT t.id, t.block, t.state, t.mandate, ",
        person_columns!(),
        " FROM block b JOIN attendance t ON t.block = b.id JOIN person p ON p.id = t.person",
        " JOIN party y ON y.id = p.party WHERE b.meeting = ?1"
    );
    let mut people = all(sql, PEOPLE, [meeting], |c| {
        Ok(Attendance {
            id: c.get()?,
            block: c.get()?,
            state: c.text("attendance.state", Presence::from_code)?,
            mandate: c.get()?,
            person: read_person(c)?,
        })
    })?;
    people.sort_by(|a, b| {
        let key = |t: &Attendance| {
            (
                t.person.party_kind,
                t.person.family.clone(),
                t.person.given.clone(),
                t.id,
            )
        };
        key(a).cmp(&key(b))
    });
    for attendance in people {
        if let Some(block) = blocks.iter_mut().find(|b| b.block.id == attendance.block) {
            block.attendance.push(attendance);
        }
    }
    Ok(())
}

/// How a pupil stands: the newest chance of each kind, the newest result, and relapses newest first.
#[derive(Default)]
struct Judged {
    chances: Vec<TransitionChance>,
    result: Option<ResultOn>,
    relapses: Vec<Relapse>,
}

/// How a pupil stands, in one statement.
fn judged(sql: &Connection, pupil: Id) -> Result<Judged, StoreError> {
    const QUERY: &str = "SELECT 0, on_day, category, '', '', id FROM primary_result WHERE pupil = ?1 \
         UNION ALL SELECT 1, assessed_on, kind, level, assessed_by, id FROM transition_chance WHERE pupil = ?1 \
         UNION ALL SELECT 2, on_day, nullif(from_category, ''), word, '', id FROM relapse WHERE pupil = ?1 \
         ORDER BY 2 DESC, 6 DESC";
    let mut judged = Judged::default();
    all(sql, QUERY, [pupil], |c| {
        match c.get::<i64>()? {
            0 => {
                let on = c.day("primary_result.on_day")?;
                let category = c.text("primary_result.category", PrimaryResult::from_code)?;
                judged.result.get_or_insert(ResultOn { category, on });
            }
            1 => {
                let chance = TransitionChance {
                    assessed_on: c.day("transition_chance.assessed_on")?,
                    kind: c.text("transition_chance.kind", ChanceKind::from_code)?,
                    level: c.text("transition_chance.level", ChanceLevel::from_code)?,
                    assessed_by: c.get()?,
                };
                if judged.chances.iter().all(|newer| newer.kind != chance.kind) {
                    judged.chances.push(chance);
                }
            }
            _ => judged.relapses.push(read_relapse(c)?),
        }
        Ok(())
    })?;
    judged.chances.sort_by_key(|chance| chance.kind);
    Ok(judged)
}

/// The newest notes of each kind. The two kinds part here, by their column, and never meet again.
fn notes(sql: &Connection, pupil: Id) -> Result<(Vec<TableNote>, Vec<WorkingNote>), StoreError> {
    const QUERY: &str = "SELECT * FROM (SELECT kind, id, meeting, item, text, written_at FROM note \
         WHERE pupil = ?1 AND kind = 'table' ORDER BY written_at DESC, id DESC LIMIT 20) \
         UNION ALL SELECT * FROM (SELECT kind, id, meeting, item, text, written_at FROM note \
         WHERE pupil = ?1 AND kind = 'working' ORDER BY written_at DESC, id DESC LIMIT 20)";
    let mut table = Vec::new();
    let mut working = Vec::new();
    all(sql, QUERY, [pupil], |c| {
        match c.text("note.kind", NoteKind::from_code)? {
            NoteKind::Table => table.push(TableNote {
                id: c.get()?,
                meeting: c.get()?,
                item: c.get()?,
                text: c.get()?,
                written_at: c.moment("note.written_at")?,
            }),
            NoteKind::Working => working.push(WorkingNote {
                id: c.get()?,
                meeting: c.get()?,
                item: c.get()?,
                text: c.get()?,
                written_at: c.moment("note.written_at")?,
            }),
        }
        Ok(())
    })?;
    Ok((table, working))
}
