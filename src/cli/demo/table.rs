//! The meetings of the demo table, one after another: planned, prepared, held, and what was done in between.
//!
//! The rule: a meeting that has an opening time was held, and is written as a chair would have, step by step; one
//! without is still to come, and only planned.

use chrono::TimeDelta;

use crate::domain::codes::{ActionState, ItemKind, NoteKind};
use crate::domain::dossier::Sitting;
use crate::domain::intent::Intent;
use crate::domain::{Day, Id};
use crate::store::{ItemDetails, Plan, PlanBlock, StoreError};

use super::data::{BlockData, CorrectionData, ItemData, MeetingData, PeopleFile, PupilData, wrong};
use super::people::Keys;
use super::{Story, days, pupils, sitting, time};

/// Seconds between two answers of somebody who prepares an agenda.
const ANSWER: u32 = 50;

/// An action that was closed later: between meetings, or among the old actions of the next.
pub(super) struct Promise {
    pub(super) action: Id,
    pub(super) pupil: Id,
    pub(super) closed: Day,
    pub(super) state: ActionState,
    pub(super) word: String,
}

/// What the meetings so far leave behind.
#[derive(Default)]
pub(super) struct Left {
    /// Actions still to be closed.
    pub(super) promises: Vec<Promise>,
    /// The decision whose words a correction of the minutes changes, and those words.
    pub(super) corrected: Option<(Id, String)>,
}

/// Writes the meetings, and between them what was promised and what became known.
pub(super) fn write(
    story: &mut Story<'_>,
    keys: &Keys,
    file: &PeopleFile,
    table: &[PupilData],
    meetings: &[MeetingData],
) -> Result<(), StoreError> {
    let mut left = Left::default();
    let mut known = story.day("d-98")?;
    for data in meetings {
        let planned = story.day(&data.planned)?;
        keep_promises(story, &file.office, &mut left.promises, planned)?;
        story.go(planned, "14:05")?;
        story.store.set_who(&file.chair);
        let meeting = plan(story, keys, data)?;
        prepare(story, keys, meeting, data)?;
        let on = story.day(&data.on)?;
        keep_promises(story, &file.office, &mut left.promises, on)?;
        story.store.set_who(&file.office);
        let before = before(on)?;
        pupils::holdings(
            story,
            keys,
            table,
            known,
            if data.opened.is_some() { before } else { story.today },
        )?;
        known = before;
        story.store.set_who(&file.chair);
        match &data.opened {
            Some(opened) => {
                story.go(on, opened)?;
                sitting::hold(story, keys, meeting, data, &mut left)?;
            }
            None => working_notes(story, keys, meeting, data, before)?,
        }
        if let Some(correction) = &data.correction {
            correct(story, file, meeting, correction, left.corrected.take())?;
        }
    }
    Ok(())
}

/// The day before.
fn before(day: Day) -> Result<Day, StoreError> {
    day.checked_sub_signed(TimeDelta::days(1)).ok_or_else(wrong)
}

/// Plans a meeting: its blocks with their pupils and people, the agreement it sits under, and the next day.
fn plan(story: &mut Story<'_>, keys: &Keys, data: &MeetingData) -> Result<Id, StoreError> {
    let mut blocks = Vec::new();
    for block in &data.block {
        blocks.push(PlanBlock {
            school: keys.school(&block.school)?,
            pupils: block
                .item
                .iter()
                .map(|item| keys.pupil(&item.pupil))
                .collect::<Result<_, _>>()?,
            people: keys.people(&block.people)?,
        });
    }
    let plan = Plan {
        kind: data.kind,
        day: story.day(&data.on)?,
        starts: time(&data.starts)?,
        ends: time(&data.ends)?,
        place: data.place.clone(),
        agreement: data.agreement.clone(),
        agreement_until: Some(story.day(&data.agreement_until)?),
        blocks,
    };
    let next = days::free(story.day(&data.next)?, story.today);
    story.change(Intent::PlanMeeting, (None, None), |tx| {
        let meeting = tx.plan_meeting(&plan)?;
        tx.set_next_day(meeting, Some(next))?;
        Ok(meeting)
    })
}

/// Fills in what each pupil's school, or whoever brings them, asks and proposes.
fn prepare(story: &mut Story<'_>, keys: &Keys, meeting: Id, data: &MeetingData) -> Result<(), StoreError> {
    let planned = story.store.sitting(meeting)?;
    for block in &data.block {
        if let Some(minutes) = block.frame {
            frame(story, &planned, keys.school(&block.school)?, minutes)?;
        }
        for item in &block.item {
            let pupil = keys.pupil(&item.pupil)?;
            let id = item_of(&planned, pupil)?;
            let details = ItemDetails {
                minutes: item.minutes,
                fixed_time: item.at.as_deref().map(time).transpose()?,
                question: story.text(&item.question)?,
                asked_by: item.asked_by.clone(),
                proposal: story.text(&item.proposal)?,
                title: String::new(),
            };
            story.clock.pass(ANSWER);
            story.change(Intent::EditItem, (Some(pupil), Some(meeting)), |tx| {
                tx.set_lane(id, item.lane)?;
                tx.set_item(id, &details)
            })?;
        }
    }
    Ok(())
}

/// Gives the frame of a block its minutes.
fn frame(story: &mut Story<'_>, planned: &Sitting, school: Id, minutes: [u16; 4]) -> Result<(), StoreError> {
    let block = planned
        .blocks
        .iter()
        .find(|block| block.block.school == school)
        .ok_or_else(wrong)?;
    let framed = block.items.iter().filter(|row| row.item.kind != ItemKind::Pupil);
    let rows: Vec<(Id, u16)> = framed.map(|row| row.item.id).zip(minutes).collect();
    let meeting = planned.meeting.id;
    story.clock.pass(ANSWER);
    story.change(Intent::EditItem, (None, Some(meeting)), |tx| {
        rows.iter()
            .try_for_each(|(item, minutes)| tx.set_minutes(*item, *minutes))
    })
}

/// The item of a pupil on a planned agenda.
pub(super) fn item_of(planned: &Sitting, pupil: Id) -> Result<Id, StoreError> {
    let mut items = planned.blocks.iter().flat_map(|block| &block.items);
    items
        .find(|row| row.item.pupil == Some(pupil))
        .map(|row| row.item.id)
        .ok_or_else(wrong)
}

/// Closes what was done before a day, each action on its own day.
fn keep_promises(
    story: &mut Story<'_>,
    office: &str,
    promises: &mut Vec<Promise>,
    before: Day,
) -> Result<(), StoreError> {
    let (mut kept, open): (Vec<Promise>, Vec<Promise>) = std::mem::take(promises)
        .into_iter()
        .partition(|promise| promise.closed < before);
    *promises = open;
    kept.sort_by_key(|promise| promise.closed);
    story.store.set_who(office);
    for promise in kept {
        story.go(promise.closed, "15:40")?;
        close(story, None, &promise)?;
    }
    Ok(())
}

/// Closes one action.
pub(super) fn close(story: &mut Story<'_>, meeting: Option<Id>, promise: &Promise) -> Result<(), StoreError> {
    let intent = match promise.state {
        ActionState::Open | ActionState::Done => Intent::ActionDone,
        ActionState::NotPossible => Intent::ActionNotPossible,
        ActionState::NotDone => Intent::ActionNotDone,
        ActionState::Cancelled => Intent::ActionCancelled,
    };
    story.change(intent, (Some(promise.pupil), meeting), |tx| {
        tx.set_action_state(promise.action, promise.state, promise.closed, &promise.word)
    })
}

/// What the chair noted down for herself on the day before.
fn working_notes(
    story: &mut Story<'_>,
    keys: &Keys,
    meeting: Id,
    data: &MeetingData,
    day: Day,
) -> Result<(), StoreError> {
    let planned = story.store.sitting(meeting)?;
    story.go(day, "16:20")?;
    let items: Vec<&ItemData> = data.block.iter().flat_map(|block: &BlockData| &block.item).collect();
    for item in items.into_iter().filter(|item| !item.working.is_empty()) {
        let pupil = keys.pupil(&item.pupil)?;
        let id = item_of(&planned, pupil)?;
        let at = story.clock.pass(ANSWER);
        story.change(Intent::WorkingNote, (Some(pupil), Some(meeting)), |tx| {
            tx.write_note(
                NoteKind::Working,
                pupil,
                Some(meeting),
                Some(id),
                item.working.trim_end(),
                at,
            )
        })?;
    }
    Ok(())
}

/// Corrects frozen minutes, with the day and the reason.
fn correct(
    story: &mut Story<'_>,
    file: &PeopleFile,
    meeting: Id,
    data: &CorrectionData,
    corrected: Option<(Id, String)>,
) -> Result<(), StoreError> {
    let (decision, text) = corrected.ok_or_else(wrong)?;
    let day = story.day(&data.on)?;
    story.go(day, "11:15")?;
    let at = story.now();
    story.change(Intent::ReopenMeeting, (None, Some(meeting)), |tx| {
        tx.add_correction(meeting, at, &file.chair, &data.reason)?;
        tx.update_decision(decision, &text, true)
    })
}
