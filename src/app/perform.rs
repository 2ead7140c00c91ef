//! Effects against the store, and the loop of one message: the same for the terminal, the commands and the tests.

mod change;
mod drafts;
mod finding;
mod follow_up;
mod importing;
mod listing;
mod lock;
mod restoring;
mod results;
mod rights;
mod roof;
mod table;
mod ticks;
mod upkeep;

use std::path::PathBuf;

use super::effect::{Effect, Outcome};
use super::screen::Screen;
use super::settings::Settings;
use super::state::State;
use super::update::{self, flush};
use crate::domain::dossier::Place;
use crate::domain::intent::Intent;
use crate::domain::{Id, Moment};
use crate::public::{Show, WindowState};
use crate::store::{Restoring, Store, StoreError};
use crate::text::Lang;
use crate::text::notice::{Notice, Problem, Refusal};

use super::message::{Code, Key, Message};

/// How many meetings there are to choose from: more than a table has held in twenty years.
const MEETINGS: u32 = 500;

/// How many lessons are counted: more than a region has noticed in twenty years.
const LESSONS: u32 = 5000;

/// The program: its state and its file.
#[derive(Debug)]
pub struct Program {
    /// What is known.
    pub state: State,
    store: Store,
    copied: Option<String>,
    watching: rights::Watching,
    /// A list that is being read beside the screen.
    reading: Option<importing::Job>,
    /// From which key file the file was opened, if from one.
    key_file: Option<PathBuf>,
    /// Who watches work that holds the input.
    watch: lock::Watch,
    /// A backup under way.
    backing: Option<upkeep::Backing>,
    /// A backup that was looked through, to be put back.
    restoring: Option<Restoring>,
    /// When a key was last pressed.
    touched: Moment,
}

impl Program {
    /// Starts on an open file: drafts of notes that a killed program left are put in their records first, then
    /// today's meeting is read.
    pub fn start(store: Store, now: Moment, chair: String, lang: Lang, settings: Settings) -> Self {
        let mut program = Self {
            state: State::new(now, chair, lang, settings),
            store,
            copied: None,
            watching: rights::Watching::default(),
            reading: None,
            key_file: None,
            watch: lock::Watch::default(),
            backing: None,
            restoring: None,
            touched: now,
        };
        program.state.following.folder = program.usual_folder();
        program.recover();
        program.state.opening = true;
        program.perform_all(vec![Effect::LoadSitting(None)]);
        program.expire_notes();
        program
    }

    /// Takes one message in at a moment, and does everything that follows from it.
    pub fn handle(&mut self, message: Message, now: Moment) {
        self.state.now = now;
        self.state.today = now.date_naive();
        if self.rest_when_idle(&message) {
            return;
        }
        if self.state.locked.is_some() {
            self.while_locked(message);
            return;
        }
        // Alt+x is Escape and then x: so it arrives through a slow line. Escape is done before x begins.
        let messages = match message {
            Message::Key(key) if key.alt => {
                vec![
                    Message::Key(Key::plain(Code::Esc)),
                    Message::Key(Key { alt: false, ..key }),
                ]
            }
            other => vec![other],
        };
        let passed = messages.contains(&Message::Tick);
        for message in messages {
            let effects = update::update(&mut self.state, message);
            self.perform_all(effects);
        }
        self.watch();
        self.let_go_when_left();
        if std::mem::take(&mut self.state.lock_asked) {
            self.lock();
        } else if passed {
            self.go_on_with_backup();
            self.announce_notes();
            self.work(now, &mut |_| true);
        }
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

    /// What is to be drawn.
    pub fn screen(&self) -> Screen {
        super::scene::screen(&self.state)
    }

    /// What a public window is to show beside what was drawn: the one place to ask, whatever blanks it.
    pub fn show(&self, drawn: &Screen) -> Show {
        super::scene::window::show(&self.state, drawn)
    }

    /// A public window came, went, or shows something else than before.
    pub fn window(&mut self, window: Option<WindowState>) {
        super::update::window(&mut self.state, window);
    }

    /// Closes the file. A note that is still open stays there as a draft and is back at the next start.
    ///
    /// # Errors
    /// What could not be written.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.keep();
        self.stop_backup();
        self.stop_clock()?;
        self.store.close()
    }

    /// Settles the time of the item on the table, so that the hours until the next start are not counted.
    fn stop_clock(&mut self) -> Result<(), StoreError> {
        let on_table = self.state.sitting.iter();
        let open = on_table.chain(self.state.elsewhere.open.as_deref());
        let open = open.filter(|s| s.meeting.is_open());
        let places: Vec<(Id, Place)> = open.filter_map(|s| Some((s.meeting.id, s.place?))).collect();
        for (meeting, Place { item, since }) in places {
            let seconds = self.state.seconds_since(since);
            self.store.add_item_seconds(item, seconds)?;
            self.store.set_place(meeting, Some(Place { item, since: None }))?;
        }
        Ok(())
    }

    /// What is to go to the terminal's clipboard, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// The file, for tests and commands that read it beside the screen.
    pub fn store(&self) -> &Store {
        &self.store
    }

    fn perform_all(&mut self, effects: Vec<Effect>) {
        let mut queue: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = queue.pop_front() {
            let redo = matches!(effect, Effect::Redo);
            let outcome = self.perform(effect).unwrap_or_else(|error| failed(&error, redo));
            // What was to follow rested on what failed.
            if matches!(outcome, Outcome::Failed(_)) {
                queue.clear();
            }
            for effect in update::take(&mut self.state, outcome).into_iter().rev() {
                queue.push_front(effect);
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Result<Outcome, StoreError> {
        let now = self.state.now;
        Ok(match effect {
            Effect::Change(change) => self.change(change)?,
            Effect::Undo => {
                let undone = self.store.undo(now)?;
                self.read_chair()?;
                reverted(undone, Notice::Undone)
            }
            Effect::Redo => {
                let redone = self.store.redo(now)?;
                self.read_chair()?;
                reverted(redone, Notice::Redone)
            }
            Effect::Reload => self.sitting(self.state.sitting.as_ref().map(|s| s.meeting.id))?,
            Effect::LoadSitting(id) => self.sitting(id)?,
            Effect::LoadDossier(pupil) => match self.store.dossier(pupil) {
                Ok(dossier) => Outcome::Dossier(Box::new(dossier)),
                Err(StoreError::Missing(_)) => Outcome::Gone,
                Err(error) => return Err(error),
            },
            Effect::LoadPoint(item) => Outcome::Point(Box::new(self.store.point(item)?)),
            Effect::LoadRest(from, count) => self.rest(from, count)?,
            Effect::KeepDraft {
                target,
                draft,
                base,
                edits,
                whole,
            } => match self.keep_draft(&target, draft.filter(|_| !whole), &base, &edits) {
                Ok(id) => {
                    if let Some(old) = draft.filter(|_| whole) {
                        self.drop_draft(old)?;
                    }
                    Outcome::Draft(id)
                }
                Err(error) => Outcome::DraftFailed(Problem::from(&error)),
            },
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
            Effect::Meetings => Outcome::Meetings(self.store.meeting_lines(MEETINGS)?),
            Effect::Copy(text) => {
                self.copied = Some(text);
                Outcome::Quiet
            }
            Effect::Agreed(block) => Outcome::Agreed(self.store.read_back(block)?),
            Effect::Closing(meeting) => Outcome::Closing(self.store.closing(meeting)?),
            Effect::Propose(gap) => self.propose(gap)?,
            Effect::Why(pupils) => self.why(&pupils)?,
            Effect::List(ask) => self.list(ask)?,
            Effect::FormLists(purpose, target) => Outcome::FormLists {
                purpose,
                target,
                people: self.people_for(purpose, target)?,
                parties: self.store.parties(None)?,
                whom: self.to_inform(purpose, target)?,
                contacts: match (purpose, target) {
                    (Intent::EditSchool, Some(school)) => Some(Box::new(self.store.contacts(school)?)),
                    (Intent::AddTile, Some(pupil)) => {
                        let school = self.store.pupil(pupil)?.school;
                        Some(Box::new(self.store.contacts(school)?))
                    }
                    _ => None,
                },
            },
            Effect::Rectify(pupil, field, value) => self.rectify(pupil, field, value.as_deref())?,
            Effect::PartyCard(party) => self.party_card(party)?,
            Effect::Results(query) => self.results(query)?,
            Effect::CountPupils(school) => Outcome::Counted(school, self.store.pupil_count(school)?),
            Effect::WritePapers(order) => self.write_papers(*order)?,
            Effect::FollowUp => self.follow_up()?,
            Effect::Lessons => Outcome::Lessons(self.store.lessons(LESSONS)?),
            Effect::CopyActions(block) => self.copy_actions(block)?,
            Effect::Import(ask) => self.import(ask)?,
            Effect::Backup(asked) => {
                self.begin_backup(asked);
                Outcome::Quiet
            }
            Effect::StopBackup => {
                if self.stop_backup() {
                    self.state.notice = Some(Notice::BackupFailed(Problem::Cancelled));
                }
                Outcome::Quiet
            }
            Effect::Restore(ask) => self.restoring(ask)?,
            Effect::ChangePassphrase => {
                self.ask_new_passphrase();
                Outcome::Quiet
            }
        })
    }

    /// Who chairs, as the file says; a file that does not say leaves it as it is.
    fn read_chair(&mut self) -> Result<(), StoreError> {
        if let Some(name) = self.store.setting("chair")?.filter(|name| !name.is_empty()) {
            self.store.set_who(&name);
            self.state.chair = name;
        }
        Ok(())
    }
}

fn reverted(undone: crate::store::Undone, notice: fn(Intent, chrono::NaiveTime) -> Notice) -> Outcome {
    let intent = Intent::from_code(&undone.intent).unwrap_or(Intent::Write);
    Outcome::Reverted(notice(intent, undone.at.time()))
}

/// A failure as the chair hears it. Having nothing to undo is an answer, not a fault.
fn failed(error: &StoreError, redo: bool) -> Outcome {
    let intent = if redo { Intent::Redo } else { Intent::Undo };
    let refusal = match error {
        StoreError::NothingToUndo => Refusal::NothingToUndo,
        StoreError::NothingToRedo => Refusal::NothingToRedo,
        StoreError::UndoBlocked { .. } => Refusal::UndoBlocked,
        other => return Outcome::Failed(Problem::from(other)),
    };
    Outcome::Reverted(Notice::Refused(intent, refusal))
}
