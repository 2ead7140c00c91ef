//! Each act of a change, written through the one door of the store.

use super::effect::{Act, Change, PlanForm, SchoolForm};
use super::note_target::NoteOf;
use crate::domain::people::School;
use crate::domain::pupil::Relapse;
use crate::domain::rights::Consent;
use crate::domain::trajectory::Part;
use crate::domain::{Day, Id, Moment};
use crate::store::{
    ItemDetails, Move, NewAction, NewDecision, NewLesson, NewPerson, NewSchool, NewTile, Plan, PlanBlock, StoreError,
    Tx,
};

/// Writes a change and returns the ids of what was made, in the order of its acts.
pub(super) fn write(
    tx: &mut Tx<'_>,
    change: &Change,
    draft: Option<Id>,
    (today, now): (Day, Moment),
) -> Result<Vec<Id>, StoreError> {
    let mut made = Vec::new();
    for act in &change.acts {
        if let Some(id) = write_act(tx, act, draft, (today, now), &made)? {
            made.push(id);
        }
    }
    Ok(made)
}

fn write_act(
    tx: &mut Tx<'_>,
    act: &Act,
    draft: Option<Id>,
    (today, now): (Day, Moment),
    made: &[Id],
) -> Result<Option<Id>, StoreError> {
    let mut id = None;
    match act {
        Act::Opened(meeting, at) => tx.set_opened(*meeting, *at)?,
        Act::Closed(meeting, at) => tx.set_closed(*meeting, *at)?,
        Act::Correction(meeting, reason) => {
            let who = tx.who().to_owned();
            tx.add_correction(*meeting, now, &who, reason)?;
        }
        Act::CarryOpenItems(meeting) => {
            tx.carry_open_items(*meeting)?;
        }
        Act::NextDay(meeting, day) => tx.set_next_day(*meeting, *day)?,
        Act::Plan(plan) => id = Some(write_plan(tx, plan)?),
        Act::ItemState(item, state) => tx.set_item_state(*item, *state)?,
        Act::Discussed(item) => {
            tx.mark_discussed(*item)?;
        }
        Act::NotDiscussed(item) => {
            tx.unmark_discussed(*item)?;
        }
        Act::MendAction {
            action,
            text,
            owner,
            due,
        } => tx.update_action(*action, text, *owner, *due)?,
        Act::MendDecision(decision, text, provisional) => tx.update_decision(*decision, text, *provisional)?,
        Act::Lane(item, lane) => tx.set_lane(*item, *lane)?,
        Act::Item(form) => tx.set_item(
            form.id,
            &ItemDetails {
                minutes: form.minutes,
                fixed_time: form.fixed_time,
                question: form.question.clone(),
                asked_by: form.asked_by.clone(),
                proposal: form.proposal.clone(),
                title: form.title.clone(),
            },
        )?,
        Act::AddPupilItem(block, pupil) => id = Some(tx.add_pupil_item(*block, *pupil)?),
        Act::AddFreeItem(block, title, minutes) => id = Some(tx.add_free_item(*block, title, *minutes)?),
        Act::RemoveItem(item) => {
            if !tx.remove_item(*item)? {
                return Err(StoreError::Recorded);
            }
        }
        Act::MoveItem(item, up) => {
            tx.move_item(*item, if *up { Move::Up } else { Move::Down })?;
        }
        Act::Attendance(row, presence) => tx.set_attendance(*row, *presence)?,
        Act::Family(block, there) => tx.set_family(*block, *there)?,
        Act::Mandate(row, mandate) => tx.set_mandate(*row, *mandate)?,
        Act::AddParticipant(block, person) => id = Some(tx.add_participant(*block, *person)?),
        Act::ConfirmPresent(block) => tx.confirm_present(*block, now)?,
        Act::ConfirmReadBack(block) => tx.confirm_read_back(*block, now)?,
        Act::Note { target, text } => match target.of {
            NoteOf::Pupil(pupil, _) => {
                tx.write_note(target.kind, pupil, target.meeting(), target.item(), text, now)?;
            }
            NoteOf::Point(seat) => {
                tx.write_point_note(target.kind, (seat.meeting, seat.item), text, now)?;
            }
        },
        Act::DropDraft => {
            if let Some(draft) = draft {
                tx.clear_draft(draft)?;
            }
        }
        Act::Chair(name) => tx.set_setting("chair", name)?,
        other => id = write_pupil_act(tx, other, today, made)?,
    }
    Ok(id)
}

fn write_pupil_act(tx: &mut Tx<'_>, act: &Act, today: Day, made: &[Id]) -> Result<Option<Id>, StoreError> {
    // Zero stands for the record that an earlier act of the same change made.
    let whose = |pupil: Id| {
        if pupil == 0 {
            made.first().copied().unwrap_or(0)
        } else {
            pupil
        }
    };
    let mut id = None;
    match act {
        Act::Decision {
            pupil,
            meeting,
            item,
            text,
            provisional,
        } => {
            let decision = NewDecision {
                pupil: *pupil,
                meeting: *meeting,
                item: *item,
                text: text.clone(),
                provisional: *provisional,
                decided_on: today,
            };
            id = Some(tx.add_decision(&decision)?);
        }
        Act::Action {
            pupil,
            school,
            meeting,
            item,
            owner,
            text,
            due,
        } => {
            let action = NewAction {
                pupil: *pupil,
                school: *school,
                meeting: *meeting,
                item: *item,
                owner: *owner,
                text: text.clone(),
                due: *due,
                agreed_on: today,
            };
            id = Some(tx.add_action(&action)?);
        }
        Act::ActionState(action, state) => tx.set_action_state(*action, *state, today, "")?,
        Act::CloseAction(action, state, word) => tx.set_action_state(*action, *state, today, word)?,
        Act::MoveAction(action, due) => tx.move_action(*action, *due, today)?,
        Act::RepeatAction(action, due, meeting) => id = Some(tx.repeat_action(*action, *due, (today, *meeting))?),
        Act::LessonState(lesson, state, words) => tx.set_lesson(*lesson, *state, words)?,
        Act::Lesson(pupil, meeting, text) => {
            tx.add_lesson(&NewLesson {
                pupil: *pupil,
                meeting: *meeting,
                text: text.clone(),
                noticed_on: today,
            })?;
        }
        Act::Result(pupil, result) => tx.set_result(*pupil, *result, today, None)?,
        Act::Route(pupil, route) => tx.set_route(*pupil, *route)?,
        Act::Chance(pupil, chance) => tx.add_chance(whose(*pupil), chance)?,
        Act::Relapse(pupil, from) => {
            tx.add_relapse(
                *pupil,
                &Relapse {
                    on: today,
                    from: *from,
                    word: String::new(),
                },
            )?;
        }
        Act::Pupil(pupil) if pupil.id == 0 => id = Some(tx.insert_pupil(pupil)?),
        Act::Pupil(pupil) => tx.update_pupil(pupil)?,
        Act::School(school) => id = Some(write_school(tx, school)?),
        Act::Person(person) if person.id == 0 => {
            let person = NewPerson {
                party: person.party,
                given: person.given.clone(),
                family: person.family.clone(),
                position: person.position.clone(),
                phone: person.phone.clone(),
                email: person.email.clone(),
            };
            id = Some(tx.insert_person(&person)?);
        }
        Act::Person(person) => tx.update_person(person)?,
        Act::Party(party) if party.id == 0 => id = Some(tx.insert_party(party.kind, &party.name, &party.place)?),
        Act::Party(party) => tx.update_party(party)?,
        Act::NetworkPerson(person) if person.id == 0 => id = Some(tx.insert_network_person(person)?),
        Act::NetworkPerson(person) => tx.update_network_person(person)?,
        Act::RemoveNetworkPerson(person) => tx.delete_network_person(*person)?,
        Act::AskForPupil(pupil, party, why) => id = Some(tx.ask_for_pupil(*pupil, *party, why, today)?),
        Act::RemoveFromQueue(pupil, why) => id = Some(tx.remove_from_queue(*pupil, why, today)?),
        Act::Sharing(said) => id = Some(tx.record_consent(said)?),
        Act::SharingList(list) => {
            for (pupil, said) in list
                .pupils
                .iter()
                .flat_map(|pupil| list.said.iter().map(move |said| (pupil, said)))
            {
                tx.record_consent(&Consent {
                    pupil: *pupil,
                    ..said.clone()
                })?;
            }
        }
        Act::Agreement(meeting, reference, until) => tx.set_agreement(*meeting, reference, *until)?,
        Act::OutOfSight(pupil, since) => {
            let mut pupil = tx.pupil(*pupil)?;
            pupil.out_of_sight_since = *since;
            tx.update_pupil(&pupil)?;
        }
        Act::NewCohort(name) => id = Some(tx.insert_cohort(name, "")?),
        Act::AddToCohort(name, pupil) => {
            let cohort = tx.cohort(name)?;
            tx.add_cohort_member(cohort, *pupil)?;
        }
        Act::AddSchoolToCohort(name, school) => {
            let cohort = tx.cohort(name)?;
            tx.add_school_to_cohort(cohort, *school)?;
        }
        Act::AddListToCohort(name, school, numbers) => {
            let cohort = tx.cohort(name)?;
            tx.add_list_to_cohort(cohort, *school, numbers)?;
        }
        Act::RemoveFromCohort(name, pupil) => tx.remove_from_cohort(name, *pupil)?,
        Act::Tile { pupil, id: known, tile } => {
            let party = whose(tile.party);
            let tile = NewTile { party, ..tile.clone() };
            match *known {
                0 => id = Some(tx.insert_tile(*pupil, &tile)?),
                known => tx.update_tile(*pupil, known, &tile)?,
            }
        }
        Act::Instrument(pupil, instrument) if instrument.id == 0 => {
            id = Some(tx.insert_instrument(*pupil, instrument)?);
        }
        Act::Instrument(pupil, instrument) => tx.update_instrument(*pupil, instrument)?,
        Act::EndPart(pupil, part, on, why) => tx.end_part(*pupil, *part, *on, why)?,
        Act::RemovePart(pupil, Part::Tile(tile)) => tx.delete_tile(*pupil, *tile)?,
        Act::RemovePart(pupil, Part::Instrument(instrument)) => tx.delete_instrument(*pupil, *instrument)?,
        Act::TermMark(pupil, term, mark) => {
            let mark = mark.as_ref().map(|(state, reason)| (*state, reason.as_str()));
            tx.set_term_mark(*pupil, (&term.rule, term.occurrence), mark, today)?;
        }
        // The first half of the acts is written by the caller.
        _ => {}
    }
    Ok(id)
}

fn write_plan(tx: &mut Tx<'_>, plan: &PlanForm) -> Result<Id, StoreError> {
    let mut blocks = Vec::new();
    for (school, pupils) in plan.schools.iter().zip(&plan.proposed) {
        blocks.push(PlanBlock {
            school: *school,
            pupils: pupils.clone(),
            people: Vec::new(),
        });
    }
    tx.plan_meeting(&Plan {
        kind: plan.kind,
        day: plan.day,
        starts: plan.starts,
        ends: plan.ends,
        place: plan.place.clone(),
        agreement: plan.agreement.clone(),
        agreement_until: plan.agreement_until,
        blocks,
    })
}

fn write_school(tx: &mut Tx<'_>, form: &SchoolForm) -> Result<Id, StoreError> {
    let id = if form.id == 0 {
        tx.insert_school(&NewSchool {
            code: form.code.clone(),
            kind: form.kind,
            name: form.name.clone(),
            place: form.place.clone(),
            party: None,
            uwv_contact: form.uwv,
        })?
    } else {
        form.id
    };
    let before = tx.school(id)?;
    tx.update_school(&School {
        code: form.code.clone(),
        kind: form.kind,
        name: form.name.clone(),
        place: form.place.clone(),
        coordinator: form.coordinator,
        uwv_contact: form.uwv,
        ..before
    })?;
    // Emptied first, so that two contacts can change places.
    for rank in [1, 2] {
        tx.set_fixed_contact(id, rank, None)?;
    }
    for (rank, person) in [1, 2].into_iter().zip(form.fixed) {
        tx.set_fixed_contact(id, rank, person)?;
    }
    Ok(id)
}
