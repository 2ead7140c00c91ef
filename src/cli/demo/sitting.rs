//! One meeting of the demo as it was held: opened, who was there, old actions, pupil by pupil, read back, closed.
//!
//! The rule: every step is a change of its own at its own moment, as the keys of a chair would have made it.

use crate::domain::codes::{ChanceKind, ItemKind, ItemState, NoteKind, Presence};
use crate::domain::dossier::{Sitting, SittingBlock};
use crate::domain::intent::Intent;
use crate::domain::pupil::{Relapse, TransitionChance};
use crate::domain::{Day, Id};
use crate::store::{NewAction, NewDecision, NewLesson, StoreError};

use super::Story;
use super::data::{ActionData, BlockData, DecisionData, ItemData, MeetingData, wrong};
use super::people::Keys;
use super::pupils::{new_instrument, new_tile};
use super::table::{Left, Promise, close, item_of};

/// Seconds for the opening of a block, for an old action, for reading a block back.
const OPENING: u32 = 240;
const OLD_ACTION: u32 = 45;
const READING: u32 = 300;

/// Seconds between two things the chair writes about one pupil.
const STEP: u32 = 20;

/// A pupil at hand: who, in which meeting, at which item, on which day.
struct AtHand<'a> {
    pupil: Id,
    meeting: Id,
    item: Id,
    on: Day,
    data: &'a ItemData,
}

/// Holds a meeting from opening to closing.
pub(super) fn hold(
    story: &mut Story<'_>,
    keys: &Keys,
    meeting: Id,
    data: &MeetingData,
    left: &mut Left,
) -> Result<(), StoreError> {
    let planned = story.store.sitting(meeting)?;
    let opened = story.now();
    story.change(Intent::OpenMeeting, (None, Some(meeting)), |tx| {
        tx.set_opened(meeting, Some(opened))
    })?;
    for (block, there) in data.block.iter().zip(&planned.blocks) {
        open_block(story, keys, meeting, block, there)?;
        old_actions(story, meeting, there, planned.meeting.day, left)?;
        for item in block.item.iter().filter(|item| item.state != Some(ItemState::Open)) {
            let pupil = keys.pupil(&item.pupil)?;
            let hand = AtHand {
                pupil,
                meeting,
                item: item_of(&planned, pupil)?,
                on: planned.meeting.day,
                data: item,
            };
            discuss(story, keys, &hand, left)?;
        }
        read_back(story, meeting, there)?;
    }
    close_meeting(story, &planned)
}

/// Who is there, and with which mandate.
fn open_block(
    story: &mut Story<'_>,
    keys: &Keys,
    meeting: Id,
    data: &BlockData,
    there: &SittingBlock,
) -> Result<(), StoreError> {
    let excused = keys.people(&data.excused)?;
    let without = keys.people(&data.without_mandate)?;
    story.clock.pass(OPENING / 2);
    story.change(Intent::Attendance, (None, Some(meeting)), |tx| {
        for row in &there.attendance {
            let state = if excused.contains(&row.person.id) {
                Presence::Excused
            } else {
                Presence::Present
            };
            tx.set_attendance(row.id, state)?;
            if without.contains(&row.person.id) {
                tx.set_mandate(row.id, false)?;
            }
        }
        Ok(())
    })?;
    let at = story.clock.pass(OPENING / 2);
    story.change(Intent::Confirm, (None, Some(meeting)), |tx| {
        tx.confirm_present(there.block.id, at)
    })?;
    time_spent(story, there, ItemKind::Opening, OPENING)
}

/// The old actions that were closed at the table itself.
fn old_actions(
    story: &mut Story<'_>,
    meeting: Id,
    there: &SittingBlock,
    on: Day,
    left: &mut Left,
) -> Result<(), StoreError> {
    let mut open = Vec::new();
    let mut spent = OLD_ACTION;
    for promise in std::mem::take(&mut left.promises) {
        let ours = story.store.pupil_line(promise.pupil)?.school == there.block.school;
        if ours && promise.closed == on {
            story.clock.pass(OLD_ACTION);
            spent += OLD_ACTION;
            close(story, Some(meeting), &promise)?;
        } else {
            open.push(promise);
        }
    }
    left.promises = open;
    story.clock.pass(OLD_ACTION);
    time_spent(story, there, ItemKind::OldActions, spent)
}

/// Keeps how long an item of the frame took.
fn time_spent(story: &mut Story<'_>, there: &SittingBlock, kind: ItemKind, seconds: u32) -> Result<(), StoreError> {
    let row = there.items.iter().find(|row| row.item.kind == kind).ok_or_else(wrong)?;
    story.store.add_item_seconds(row.item.id, seconds)
}

/// One pupil: note, decisions, actions, and what was recorded with a key.
fn discuss(story: &mut Story<'_>, keys: &Keys, hand: &AtHand<'_>, left: &mut Left) -> Result<(), StoreError> {
    let began = story.now();
    if !hand.data.note.is_empty() {
        let text = story.text(hand.data.note.trim_end())?;
        let at = story.clock.pass(hand.data.spent / 2);
        story.change(Intent::Write, (Some(hand.pupil), Some(hand.meeting)), |tx| {
            tx.write_note(
                NoteKind::Table,
                hand.pupil,
                Some(hand.meeting),
                Some(hand.item),
                &text,
                at,
            )?;
            tx.mark_discussed(hand.item)
        })?;
    }
    decide(story, hand, left)?;
    for action in &hand.data.actions {
        promise(story, keys, hand, action, left)?;
    }
    standing(story, hand)?;
    roof(story, keys, hand)?;
    story.store.add_item_seconds(hand.item, hand.data.spent)?;
    let passed = u32::try_from((story.now() - began).num_seconds()).unwrap_or(0);
    story.clock.pass(hand.data.spent.saturating_sub(passed));
    Ok(())
}

/// The decisions; a hamerstuk's is the proposal, agreed with one key.
fn decide(story: &mut Story<'_>, hand: &AtHand<'_>, left: &mut Left) -> Result<(), StoreError> {
    let agreed = hand.data.state == Some(ItemState::Agreed);
    for decision in &hand.data.decisions {
        let (text, first, provisional) = match decision {
            DecisionData::Plain(text) => (text, None, false),
            DecisionData::Special {
                text,
                first,
                provisional,
            } => (text, first.as_ref(), *provisional),
        };
        let new = NewDecision {
            pupil: Some(hand.pupil),
            meeting: Some(hand.meeting),
            item: Some(hand.item),
            text: story.text(first.unwrap_or(text))?,
            provisional,
            decided_on: hand.on,
        };
        story.clock.pass(STEP);
        let intent = if agreed { Intent::Agree } else { Intent::AddDecision };
        let id = story.change(intent, (Some(hand.pupil), Some(hand.meeting)), |tx| {
            let state = if agreed {
                ItemState::Agreed
            } else {
                ItemState::Discussed
            };
            tx.set_item_state(hand.item, state)?;
            tx.add_decision(&new)
        })?;
        if first.is_some() {
            left.corrected = Some((id, story.text(text)?));
        }
    }
    Ok(())
}

/// An action, with the day on which it will be closed.
fn promise(
    story: &mut Story<'_>,
    keys: &Keys,
    hand: &AtHand<'_>,
    data: &ActionData,
    left: &mut Left,
) -> Result<(), StoreError> {
    let new = NewAction {
        pupil: Some(hand.pupil),
        school: None,
        meeting: Some(hand.meeting),
        item: Some(hand.item),
        owner: Some(keys.person(&data.owner)?),
        text: story.text(&data.text)?,
        due: Some(story.day(&data.due)?),
        agreed_on: hand.on,
    };
    story.clock.pass(STEP);
    let action = story.change(Intent::AddAction, (Some(hand.pupil), Some(hand.meeting)), |tx| {
        tx.mark_discussed(hand.item)?;
        tx.add_action(&new)
    })?;
    if let (Some(state), Some(closed)) = (data.state, &data.closed) {
        let closed = story.day(closed)?;
        let word = data.word.clone();
        left.promises.push(Promise {
            action,
            pupil: hand.pupil,
            closed,
            state,
            word,
        });
    }
    Ok(())
}

/// Chances, route, result, relapse and lesson.
fn standing(story: &mut Story<'_>, hand: &AtHand<'_>) -> Result<(), StoreError> {
    let about = (Some(hand.pupil), Some(hand.meeting));
    if let Some(levels) = hand.data.chances {
        story.clock.pass(STEP);
        story.change(Intent::SetChances, about, |tx| {
            let by = tx.who().to_owned();
            for (kind, level) in [ChanceKind::FurtherEducation, ChanceKind::LastingWork]
                .into_iter()
                .zip(levels)
            {
                let chance = TransitionChance {
                    kind,
                    level,
                    assessed_on: hand.on,
                    assessed_by: by.clone(),
                };
                tx.add_chance(hand.pupil, &chance)?;
            }
            Ok(())
        })?;
    }
    if let Some(relapse) = &hand.data.relapse {
        let relapse = Relapse {
            on: hand.on,
            from: Some(relapse.from),
            word: relapse.word.clone(),
        };
        story.clock.pass(STEP);
        story.change(Intent::Relapse, about, |tx| tx.add_relapse(hand.pupil, &relapse))?;
    }
    if let Some(route) = hand.data.route {
        story.clock.pass(STEP);
        story.change(Intent::SetRoute, about, |tx| tx.set_route(hand.pupil, route))?;
    }
    if let Some(result) = hand.data.result {
        story.clock.pass(STEP);
        story.change(Intent::Result, about, |tx| {
            tx.set_result(hand.pupil, result, hand.on, about.1)
        })?;
    }
    if let Some(text) = &hand.data.lesson {
        let text = text.clone();
        let lesson = NewLesson {
            pupil: Some(hand.pupil),
            meeting: about.1,
            text,
            noticed_on: hand.on,
        };
        story.clock.pass(STEP);
        story.change(Intent::AddLesson, about, |tx| tx.add_lesson(&lesson))?;
    }
    Ok(())
}

/// What the table laid over the gap there and then.
fn roof(story: &mut Story<'_>, keys: &Keys, hand: &AtHand<'_>) -> Result<(), StoreError> {
    let about = (Some(hand.pupil), Some(hand.meeting));
    for data in &hand.data.tiles {
        let tile = new_tile(story, keys, data)?;
        story.clock.pass(STEP);
        story.change(Intent::AddTile, about, |tx| tx.insert_tile(hand.pupil, &tile))?;
    }
    for data in &hand.data.instruments {
        let instrument = new_instrument(story, data)?;
        story.clock.pass(STEP);
        story.change(Intent::AddTile, about, |tx| {
            tx.insert_instrument(hand.pupil, &instrument)
        })?;
    }
    Ok(())
}

/// Decisions and actions of a block, read back before its people leave.
fn read_back(story: &mut Story<'_>, meeting: Id, there: &SittingBlock) -> Result<(), StoreError> {
    let at = story.clock.pass(READING);
    story.change(Intent::ReadBack, (None, Some(meeting)), |tx| {
        tx.confirm_read_back(there.block.id, at)
    })?;
    time_spent(story, there, ItemKind::ReadBack, READING)
}

/// What was not discussed is carried over, and the minutes are frozen.
fn close_meeting(story: &mut Story<'_>, planned: &Sitting) -> Result<(), StoreError> {
    let meeting = planned.meeting.id;
    let at = story.clock.pass(STEP);
    story.change(Intent::CloseMeeting, (None, Some(meeting)), |tx| {
        tx.carry_open_items(meeting)?;
        tx.set_closed(meeting, Some(at))
    })
}
