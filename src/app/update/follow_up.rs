//! Documents, actions between meetings and lessons: opened with one key, worked through with one key a row.

use crate::app::effect::{Act, Change, Effect, Outcome};
use crate::app::follow_up::{ActionList, LessonList, order};
use crate::app::keymap::{Scope, shown};
use crate::app::reading::read_due;
use crate::app::state::{Overlay, State};
use crate::domain::Id;
use crate::domain::codes::{ActionState, LessonState};
use crate::domain::intent::Intent;
use crate::store::LessonWords;
use crate::text::Catalog;
use crate::text::field::Field;
use crate::text::notice::{Notice, Refusal};

use super::meeting::change;
use super::{finding, forms, writing};

/// Opens what is asked for. The note that is open is left, so that what was just written counts.
pub(super) fn open(state: &mut State, intent: Intent) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    match intent {
        Intent::IssuePapers => ask(state, None),
        Intent::FollowUp => effects.push(Effect::FollowUp),
        Intent::Lessons => effects.push(Effect::Lessons),
        _ => effects.extend(state.block().map(|b| Effect::CopyActions(b.block.id))),
    }
    effects
}

/// Opens the form that asks for documents, those of one owner when one is given.
fn ask(state: &mut State, owner: Option<Id>) {
    forms::opened(state, Intent::IssuePapers, owner, (Vec::new(), Vec::new()), None);
}

/// The form was kept: the screen says first that documents are being written.
pub(super) fn ask_papers(state: &mut State) -> Vec<Effect> {
    let meeting = state.sitting.as_ref().map(|s| &s.meeting);
    let meeting = meeting.map(|m| (m.id, m.opened_at.is_some()));
    let Some(Overlay::Form(form)) = state.overlay.as_mut() else {
        return Vec::new();
    };
    let Some(mut order) = order(form) else {
        form.refuse(Field::AsDocx, Refusal::Required);
        return Vec::new();
    };
    // What was discussed can be told only of a meeting that was held; the usual one is looked up otherwise.
    let before = order.wanted.kind == crate::domain::papers::PaperKind::Agenda;
    order.wanted.meeting = meeting.filter(|(_, held)| *held || before).map(|(id, _)| id);
    state.following.folder = form.text(Field::Folder);
    state.overlay = None;
    state.following.asked = Some(Box::new(order));
    state.notice = Some(Notice::WritingPapers);
    Vec::new()
}

/// Documents that wait to be written, once the screen has said so.
pub(super) fn due(state: &mut State) -> Vec<Effect> {
    state
        .following
        .asked
        .take()
        .map(Effect::WritePapers)
        .into_iter()
        .collect()
}

/// What came back. What was read in private is not shown when that is over.
pub(super) fn take(state: &mut State, outcome: Outcome) {
    match outcome {
        Outcome::CopiedActions(count, hidden) => state.notice = Some(Notice::CopiedActions(count, hidden)),
        Outcome::NothingToWrite => state.notice = Some(Notice::NothingToWrite),
        Outcome::NotMade => state.notice = Some(Notice::NotMade),
        Outcome::Issued(issued) => {
            state.notice = Some(Notice::PapersWritten(issued.files.len()));
            if state.private {
                state.overlay = Some(Overlay::Issued(Box::new(issued)));
            }
        }
        Outcome::FollowUp(rows) if state.private => {
            let today = state.today;
            if let Some(Overlay::FollowUp(list)) = state.overlay.as_mut() {
                list.rows = rows;
                list.selected = list.selected.min(list.len(today).saturating_sub(1));
            } else {
                state.overlay = Some(Overlay::FollowUp(Box::new(ActionList::new(rows))));
            }
        }
        Outcome::Lessons(lessons) if state.private => {
            let fresh = LessonList::new(&lessons);
            if let Some(Overlay::Lessons(list)) = state.overlay.as_mut() {
                list.rows = fresh.rows;
                list.selected = list.selected.min(list.shown().len().saturating_sub(1));
            } else {
                state.overlay = Some(Overlay::Lessons(Box::new(fresh)));
            }
        }
        _ => {}
    }
}

/// How many rows the open list has.
pub(super) fn rows(state: &State) -> usize {
    match &state.overlay {
        Some(Overlay::FollowUp(list)) => list.len(state.today),
        Some(Overlay::Lessons(list)) => list.shown().len(),
        Some(Overlay::Issued(issued)) => issued.files.len(),
        _ => 0,
    }
}

/// The list that is open, read anew after a change of records.
pub(super) fn again(state: &State) -> Option<Effect> {
    match &state.overlay {
        Some(Overlay::FollowUp(_)) => Some(Effect::FollowUp),
        Some(Overlay::Lessons(_)) => Some(Effect::Lessons),
        _ => None,
    }
}

/// Back from a question to the list it was asked over.
pub(super) fn back(state: &mut State) {
    if state.overlay.is_none() {
        state.overlay = state.following.behind.take();
    }
    state.following.behind = None;
}

/// The file has a change. After a closing the next thing is named: the minutes.
pub(super) fn changed(state: &mut State, intent: Intent) {
    if state.overlay.is_none() && state.following.behind.is_some() {
        back(state);
    }
    if intent == Intent::CloseMeeting && state.notice.is_none() {
        let line = state.settings.keys.binding_of(Intent::IssuePapers, &[Scope::Choose]);
        let catalog = Catalog::of(state.lang);
        // Without a key of its own it is asked for by name.
        let palette = state.settings.keys.binding_of(Intent::Palette, &[Scope::Choose]);
        let binding = line.filter(|b| !b.keys.is_empty()).or(palette);
        state.notice = binding.map(|b| Notice::MinutesNext(shown(b, catalog)));
    }
}

/// What an intent does in these lists; nothing where another overlay is open or the intent means the same in all.
pub(super) fn in_list(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    let today = state.today;
    match state.overlay.as_mut()? {
        Overlay::FollowUp(list) if list.filtering => {
            ends_filter(intent, (&mut list.filtering, &mut list.filter, &mut list.selected))
        }
        Overlay::Lessons(list) if list.filtering => {
            ends_filter(intent, (&mut list.filtering, &mut list.filter, &mut list.selected))
        }
        Overlay::FollowUp(list) => match intent {
            Intent::GroupRows => {
                list.by = list.by.next();
                list.selected = 0;
                Some(Vec::new())
            }
            Intent::FilterRows => {
                list.filtering = true;
                Some(Vec::new())
            }
            _ => {
                let chosen = list.chosen(today);
                let chosen = chosen.map(|one| (one.action.id, one.action.pupil, one.action.owner.clone()));
                on_action(
                    state,
                    intent,
                    chosen.map(|(id, pupil, who)| (id, pupil, who.map(|who| who.person))),
                )
            }
        },
        Overlay::Lessons(list) => match intent {
            Intent::FilterRows => {
                list.filtering = true;
                Some(Vec::new())
            }
            Intent::LessonPickedUp | Intent::LessonPaidFrom | Intent::LessonDone | Intent::LessonNoticed => {
                on_lesson(state, intent)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Enter keeps what is typed, Esc takes it away; both leave the line.
fn ends_filter(
    intent: Intent,
    (filtering, filter, selected): (&mut bool, &mut crate::app::edit::Editor, &mut usize),
) -> Option<Vec<Effect>> {
    match intent {
        Intent::Confirm => {}
        Intent::Escape => {
            *filter = finding::query();
            *selected = 0;
        }
        _ => return None,
    }
    *filtering = false;
    Some(Vec::new())
}

/// The selected action: its id, its pupil and whose it is.
type Chosen = Option<(Id, Option<Id>, Option<Id>)>;

fn on_action(state: &mut State, intent: Intent, chosen: Chosen) -> Option<Vec<Effect>> {
    if !matches!(
        intent,
        Intent::ActionDone
            | Intent::ActionNotPossible
            | Intent::ActionNotDone
            | Intent::ActionCancelled
            | Intent::MoveAction
            | Intent::ExportOwner
    ) {
        return None;
    }
    let Some((action, pupil, owner)) = chosen else {
        state.notice = Some(Notice::Refused(intent, Refusal::NothingSelected));
        return Some(Vec::new());
    };
    let close = |to: ActionState| {
        vec![of_pupil(
            intent,
            pupil,
            vec![Act::CloseAction(action, to, String::new())],
        )]
    };
    Some(match intent {
        Intent::ActionDone => close(ActionState::Done),
        Intent::ActionNotPossible => close(ActionState::NotPossible),
        Intent::ExportOwner if owner.is_none() => {
            state.notice = Some(Notice::Refused(intent, Refusal::Nobody));
            Vec::new()
        }
        Intent::ExportOwner => {
            ask(state, owner);
            Vec::new()
        }
        _ => question(state, intent),
    })
}

/// Asks a line over the list that is open.
pub(super) fn question(state: &mut State, intent: Intent) -> Vec<Effect> {
    let list = state.overlay.take();
    let effects = finding::prompt(state, intent, "");
    state.following.behind = list;
    effects
}

/// A change about a pupil, or about none.
fn of_pupil(intent: Intent, pupil: Option<Id>, acts: Vec<Act>) -> Effect {
    Effect::Change(Change { intent, pupil, acts })
}

/// Takes the line that was asked for over one of these lists; nothing where another asked.
pub(super) fn answered(state: &mut State, purpose: Intent, text: &str) -> Option<Vec<Effect>> {
    match state.following.behind.as_ref()? {
        Overlay::FollowUp(list)
            if matches!(
                purpose,
                Intent::ActionCancelled | Intent::ActionNotDone | Intent::MoveAction
            ) =>
        {
            let chosen = list.chosen(state.today).map(|one| (one.action.id, one.action.pupil));
            let (action, pupil) = chosen?;
            Some(action_answered(state, purpose, text, (action, pupil)))
        }
        Overlay::OldActions { rows, selected } if purpose == Intent::ActionNotDone => {
            let row = rows.get(*selected)?;
            let chosen = (row.action.id, row.pupil.as_ref().map(|p| p.id));
            Some(action_answered(state, purpose, text, chosen))
        }
        Overlay::Lessons(list) if matches!(purpose, Intent::LessonPickedUp | Intent::LessonPaidFrom) => {
            let chosen = list.shown().get(list.selected).map(|row| (row.ids.clone(), row.state));
            let (ids, before) = chosen?;
            if text.is_empty() {
                refuse(state, Refusal::Required);
                return Some(Vec::new());
            }
            let word = Some(text.to_owned());
            let mut words = LessonWords::default();
            // From what it is paid says nothing of how far it is.
            let to = if purpose == Intent::LessonPickedUp {
                words.picked_up_by = word;
                LessonState::PickedUp
            } else {
                words.paid_from = word;
                before
            };
            Some(vec![lessons_changed(purpose, ids, to, &words)])
        }
        _ => None,
    }
}

fn action_answered(state: &mut State, purpose: Intent, text: &str, (action, pupil): (Id, Option<Id>)) -> Vec<Effect> {
    let close = |to: ActionState, word: &str| Act::CloseAction(action, to, word.to_owned());
    let acts = match purpose {
        Intent::ActionCancelled => vec![close(ActionState::Cancelled, text)],
        Intent::ActionNotDone if text.is_empty() => vec![close(ActionState::NotDone, "")],
        _ => {
            let Some(due) = read_due(state, text) else {
                refuse(state, Refusal::NoDay);
                return Vec::new();
            };
            if purpose == Intent::ActionNotDone {
                let meeting = state.open_meeting();
                vec![close(ActionState::NotDone, ""), Act::RepeatAction(action, due, meeting)]
            } else {
                vec![Act::MoveAction(action, due)]
            }
        }
    };
    vec![of_pupil(purpose, pupil, acts)]
}

fn refuse(state: &mut State, why: Refusal) {
    if let Some(Overlay::Prompt { refusal, .. }) = state.overlay.as_mut() {
        *refusal = Some(why);
    }
}

fn on_lesson(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    let Some(Overlay::Lessons(list)) = &state.overlay else {
        return None;
    };
    let ids = list.shown().get(list.selected).map(|row| row.ids.clone());
    let Some(ids) = ids else {
        state.notice = Some(Notice::Refused(intent, Refusal::NothingSelected));
        return Some(Vec::new());
    };
    Some(match intent {
        Intent::LessonPickedUp | Intent::LessonPaidFrom => question(state, intent),
        Intent::LessonDone => vec![lessons_changed(intent, ids, LessonState::Done, &LessonWords::default())],
        _ => vec![lessons_changed(
            intent,
            ids,
            LessonState::Noticed,
            &LessonWords::default(),
        )],
    })
}

/// All lessons that are counted as one change together.
fn lessons_changed(intent: Intent, ids: Vec<Id>, to: LessonState, words: &LessonWords) -> Effect {
    let acts = ids.into_iter().map(|id| Act::LessonState(id, to, words.clone()));
    change(intent, acts.collect())
}
