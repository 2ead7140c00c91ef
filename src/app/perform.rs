//! Effects against the store, and the loop of one message: the same for the terminal, the commands and the tests.

use super::effect::{Act, Change, Effect, Outcome, RestFrom};
use super::record;
use super::screen::Screen;
use super::state::{NoteTarget, Rest, State};
use super::update::{self, flush};
use crate::domain::codes::NoteKind;
use crate::domain::dossier::Found;
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::{Id, Moment};
use crate::public::FindPurpose;
use crate::store::{About, NewDraft, QueueFrom, Reach, Store, StoreError};
use crate::text::Lang;
use crate::text::notice::{Notice, Problem, Refusal};

use super::message::Message;

/// How many rows an answer to a question has at most.
const FOUND: usize = 40;

/// How many pupils the program proposes for a block: more than a table can discuss in ninety minutes.
const PROPOSED: usize = 20;

/// How many people a form looks names up in.
const PEOPLE: u32 = 2000;

/// The program: its state and its file.
#[derive(Debug)]
pub struct Program {
    /// What is known.
    pub state: State,
    store: Store,
}

impl Program {
    /// Starts on an open file: drafts of notes that a killed program left are put in their records first, then
    /// today's meeting is read.
    pub fn start(store: Store, now: Moment, chair: String, lang: Lang) -> Self {
        let mut program = Self {
            state: State::new(now, chair, lang),
            store,
        };
        program.recover();
        program.state.opening = true;
        program.perform_all(vec![Effect::LoadSitting(None)]);
        program
    }

    /// Takes one message in at a moment, and does everything that follows from it.
    pub fn handle(&mut self, message: Message, now: Moment) {
        self.state.now = now;
        self.state.today = now.date_naive();
        let effects = update::update(&mut self.state, message);
        self.perform_all(effects);
    }

    /// Hands what was typed to the file: to be called before every frame.
    pub fn keep(&mut self) {
        if let Some(effect) = flush(&mut self.state) {
            self.perform_all(vec![effect]);
        }
    }

    /// Makes what was typed safe against a power cut: when typing rests, and at least every two seconds.
    pub fn seal(&mut self) {
        if let Err(error) = self.store.seal() {
            self.state.notice = Some(Notice::Problem(Problem::from(&error)));
        }
    }

    /// Remembers how wide the note was drawn: where its lines break decides what up and down mean.
    pub fn drawn(&mut self, note_width: u16, size: (u16, u16)) {
        self.state.note_width = note_width;
        self.state.size = size;
    }

    /// When the clock on the screen next changes: once a minute, once a second in the last minute of an item, and
    /// never outside an open meeting.
    pub fn next_tick(&self) -> Option<std::time::Duration> {
        let place = self.state.sitting.as_ref().filter(|s| s.meeting.is_open())?.place?;
        place.since?;
        let item = &self.state.item()?.item;
        let spent = item.seconds.saturating_add(self.state.visit_seconds());
        let planned = u32::from(item.minutes) * 60;
        let seconds = if spent + 60 >= planned && spent <= planned {
            1
        } else {
            60 - spent % 60
        };
        Some(std::time::Duration::from_secs(seconds.into()))
    }

    /// What is to be drawn.
    pub fn screen(&self) -> Screen {
        super::scene::screen(&self.state)
    }

    /// Closes the file. A note that is still open stays there as a draft and is back at the next start.
    ///
    /// # Errors
    /// What could not be written.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.keep();
        self.store.close()
    }

    /// The file, for tests and commands that read it beside the screen.
    pub fn store(&self) -> &Store {
        &self.store
    }

    fn perform_all(&mut self, effects: Vec<Effect>) {
        let mut queue: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = queue.pop_front() {
            let outcome = self.perform(effect).unwrap_or_else(|error| failed(&error));
            for effect in update::take(&mut self.state, outcome).into_iter().rev() {
                queue.push_front(effect);
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Result<Outcome, StoreError> {
        let now = self.state.now;
        Ok(match effect {
            Effect::Change(change) => self.change(change)?,
            Effect::Undo => reverted(self.store.undo(now)?, Notice::Undone),
            Effect::Redo => reverted(self.store.redo(now)?, Notice::Redone),
            Effect::Reload => self.sitting(self.state.sitting.as_ref().map(|s| s.meeting.id))?,
            Effect::LoadSitting(id) => self.sitting(id)?,
            Effect::LoadDossier(pupil) => Outcome::Dossier(Box::new(self.store.dossier(pupil)?)),
            Effect::LoadRest(from, count) => self.rest(from, count)?,
            Effect::KeepDraft {
                target,
                draft,
                base,
                edits,
            } => {
                let id = match draft {
                    Some(id) => id,
                    None => self.store.open_draft(new_draft(&target, &base))?,
                };
                self.store.append_edits(id, &edits)?;
                Outcome::Draft(id)
            }
            Effect::ClearDraft(id) => {
                let about = About {
                    intent: Intent::Write.code(),
                    pupil: None,
                    meeting: None,
                };
                self.store.change(about, now, |tx| tx.clear_draft(id))?;
                Outcome::Quiet
            }
            Effect::Place { meeting, place, left } => {
                if let Some((item, seconds)) = left {
                    self.store.add_item_seconds(item, seconds)?;
                }
                self.store.set_place(meeting, place)?;
                Outcome::Placed(place, left)
            }
            Effect::Find(purpose, question) => self.find(purpose, question)?,
            Effect::Contacts(Some(school), _) => Outcome::Contacts(vec![self.store.contacts(school)?]),
            Effect::Contacts(None, part) => Outcome::Contacts(self.store.find_contacts(&part, 8)?),
            Effect::OldActions(school, meeting) => Outcome::OldActions(self.store.old_actions(school, meeting)?),
            Effect::Agreed(block) => Outcome::Agreed(self.store.agreed(block)?),
            Effect::FormLists(purpose, target) => Outcome::FormLists {
                purpose,
                target,
                people: self.store.people(None, PEOPLE)?,
                parties: self.store.parties(None)?,
                contacts: match (purpose, target) {
                    (Intent::EditSchool, Some(school)) => Some(Box::new(self.store.contacts(school)?)),
                    _ => None,
                },
            },
        })
    }

    fn sitting(&self, id: Option<Id>) -> Result<Outcome, StoreError> {
        let id = match id {
            Some(id) => Some(id),
            None => self.store.current_meeting(self.state.today)?,
        };
        let sitting = match id {
            // A meeting whose planning was undone is gone: whatever is next takes its place.
            Some(id) => match self.store.sitting(id) {
                Err(StoreError::Missing(_)) => match self.store.current_meeting(self.state.today)? {
                    Some(next) => Some(self.store.sitting(next)?),
                    None => None,
                },
                other => Some(other?),
            },
            None => None,
        };
        Ok(Outcome::Sitting(sitting.map(Box::new), self.store.schools()?))
    }

    fn rest(&self, from: RestFrom, count: usize) -> Result<Outcome, StoreError> {
        let from = match from {
            RestFrom::Start => QueueFrom::Start,
            RestFrom::Around(id) => QueueFrom::Around(id),
        };
        let page = match self.store.queue_page(self.state.school_at_hand(), from, count) {
            Err(StoreError::Missing(_)) => {
                self.store
                    .queue_page(self.state.school_at_hand(), QueueFrom::Start, count)?
            }
            other => other?,
        };
        Ok(Outcome::Rest(Rest {
            rows: page.lines,
            more_before: page.more_before,
            more_after: page.more_after,
        }))
    }

    /// One change: all its acts in one transaction, under one line of the journal.
    fn change(&mut self, mut change: Change) -> Result<Outcome, StoreError> {
        for act in &mut change.acts {
            if let Act::Plan(plan) = act {
                plan.proposed = self.proposals(&plan.schools)?;
            }
        }
        let meeting = self.state.open_meeting();
        let about = About {
            intent: change.intent.code(),
            pupil: change.pupil,
            meeting,
        };
        let (today, now) = (self.state.today, self.state.now);
        let chair = change.acts.iter().find_map(|act| match act {
            Act::Chair(name) => Some(name.clone()),
            _ => None,
        });
        let made = self
            .store
            .change(about, now, |tx| record::write(tx, &change, today, now))?;
        if let Some(name) = chair {
            self.store.set_who(&name);
            self.state.chair = name;
        }
        Ok(Outcome::Changed(change.intent, made))
    }

    /// The pupils whose turn it is, for each school of a meeting to be planned.
    fn proposals(&self, schools: &[Id]) -> Result<Vec<Vec<Id>>, StoreError> {
        let of = |school: &Id| self.store.propose_pupils(*school, self.state.today, PROPOSED);
        schools
            .iter()
            .map(|school| Ok(of(school)?.into_iter().map(|line| line.id).collect()))
            .collect()
    }

    /// Finds what this purpose may find. While shared, that is schools, professionals, and this block's pupils by
    /// their initials: nobody else's name can come up in front of the table.
    fn find(&self, purpose: FindPurpose, question: String) -> Result<Outcome, StoreError> {
        // Adding a pupil who sits in this school while shared shows them by initials, so their names may be looked in.
        let wide = self.state.private || purpose == FindPurpose::AddToAgenda;
        let reach = if wide { Reach::All } else { Reach::Professionals };
        let mut found: Vec<Found> = match purpose {
            FindPurpose::EditParty => self.parties_of(&question)?,
            FindPurpose::ChooseSchool if question.trim().is_empty() => self.all_schools(),
            _ if question.trim().is_empty() => Vec::new(),
            _ => self.store.find(&question, FOUND, reach)?,
        };
        let school = self.state.school_at_hand();
        found.retain(|f| match (purpose, f) {
            (FindPurpose::Go, _) => true,
            (FindPurpose::AddToAgenda, Found::Pupil(line)) => Some(line.school) == school,
            (FindPurpose::AddParticipant | FindPurpose::EditPerson, Found::Person { .. })
            | (FindPurpose::EditParty, Found::Party { .. })
            | (FindPurpose::ChooseSchool, Found::School { .. }) => true,
            _ => false,
        });
        if !self.state.private {
            found.retain(|f| match f {
                Found::Pupil(line) => Some(line.school) == school && line.may_name,
                Found::Note { .. } => false,
                Found::School { .. } | Found::Party { .. } | Found::Person { .. } => true,
            });
            if matches!(purpose, FindPurpose::Go) {
                found.retain(|f| !matches!(f, Found::Pupil(_)));
                found.splice(0..0, self.by_initials(&question));
            }
        }
        Ok(Outcome::Found(question, found))
    }

    /// Parties whose name has what was typed.
    fn parties_of(&self, question: &str) -> Result<Vec<Found>, StoreError> {
        let wanted = fold(question.trim());
        let parties = self
            .store
            .parties(None)?
            .into_iter()
            .filter(|p| fold(&p.name).contains(&wanted));
        Ok(parties
            .take(FOUND)
            .map(|p| Found::Party {
                id: p.id,
                name: p.name,
                place: p.place,
            })
            .collect())
    }

    fn all_schools(&self) -> Vec<Found> {
        let schools = self.state.schools.iter();
        schools
            .map(|s| Found::School {
                id: s.id,
                name: s.name.clone(),
                place: s.place.clone(),
            })
            .collect()
    }

    /// This block's pupils whose initials begin with what was typed, dots or not.
    fn by_initials(&self, question: &str) -> Vec<Found> {
        let wanted: String = fold(question).chars().filter(|c| c.is_alphanumeric()).collect();
        let lines = self.state.pupil_items().into_iter().filter_map(|i| i.pupil.as_ref());
        let hits = lines.filter(|line| line.may_name && !wanted.is_empty()).filter(|line| {
            let initials: String = fold(&line.name.initials().to_string())
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            initials.starts_with(&wanted)
        });
        hits.cloned().map(Found::Pupil).collect()
    }

    /// Puts what a killed program left half written into its note, so that it stands where it was typed.
    fn recover(&mut self) {
        let drafts = match self.store.drafts() {
            Ok(drafts) => drafts,
            Err(error) => {
                self.state.notice = Some(Notice::Problem(Problem::from(&error)));
                return;
            }
        };
        for draft in drafts {
            match self.recover_one(&draft) {
                Ok(()) => self.state.notice = Some(Notice::DraftRestored),
                Err(error) => self.state.notice = Some(Notice::Problem(Problem::from(&error))),
            }
        }
    }

    fn recover_one(&mut self, draft: &crate::store::Draft) -> Result<(), StoreError> {
        let about = About {
            intent: Intent::Write.code(),
            pupil: draft.pupil,
            meeting: draft.meeting,
        };
        let now = self.state.now;
        let Some(pupil) = draft.pupil else {
            return self.store.change(about, now, |tx| tx.clear_draft(draft.id));
        };
        let kind = NoteKind::from_code(&draft.kind).unwrap_or(NoteKind::Working);
        let mut typed = draft.base.clone();
        for edit in &draft.edits {
            // What does not fit is left out; what was read so far is kept.
            if edit.apply(&mut typed).is_err() {
                break;
            }
        }
        let recorded = self.store.note_text(kind, pupil, draft.meeting)?.unwrap_or_default();
        // Written meanwhile by somebody else: both are kept, one below the other.
        let text = if recorded == draft.base || recorded == typed {
            typed
        } else {
            format!("{recorded}\n{typed}")
        };
        self.store.change(about, now, |tx| {
            tx.write_note(kind, pupil, draft.meeting, draft.item, &text, now)?;
            tx.clear_draft(draft.id)
        })
    }
}

fn new_draft<'a>(target: &NoteTarget, base: &'a str) -> NewDraft<'a> {
    NewDraft {
        pupil: Some(target.pupil),
        meeting: target.meeting,
        item: target.item,
        kind: target.kind.code(),
        base,
    }
}

fn reverted(undone: crate::store::Undone, notice: fn(Intent, chrono::NaiveTime) -> Notice) -> Outcome {
    let intent = Intent::from_code(&undone.intent).unwrap_or(Intent::Write);
    Outcome::Reverted(notice(intent, undone.at.time()))
}

/// A failure as the chair hears it. Having nothing to undo is an answer, not a fault.
fn failed(error: &StoreError) -> Outcome {
    match error {
        StoreError::NothingToUndo => Outcome::Reverted(Notice::Refused(Intent::Undo, Refusal::NothingToUndo)),
        StoreError::NothingToRedo => Outcome::Reverted(Notice::Refused(Intent::Redo, Refusal::NothingToRedo)),
        StoreError::UndoBlocked { .. } => Outcome::Reverted(Notice::Refused(Intent::Undo, Refusal::UndoBlocked)),
        other => Outcome::Failed(Problem::from(other)),
    }
}
