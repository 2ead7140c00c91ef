//! The state of the program: what has been read from the file, and where the chair is.
//!
//! Records are here only as the store gave them back; a change of the file comes in through an outcome.

use std::collections::HashMap;

use chrono::NaiveTime;

use super::edit::Editor;
use super::follow_up::Following;
use super::form::Form;
use super::listing::Listing;
use super::lock::Locked;
use super::mending::Mending;
use super::message::Key;
use super::note_target::NoteTarget;
pub use super::over::Overlay;
use super::results::ResultQuery;
use super::roof::{Offered, Spot};
use super::settings::Settings;
use super::terms::TermKey;
use crate::domain::codes::{ChanceLevel, ItemKind, Presence, TileKind};
use crate::domain::dates::DateContext;
use crate::domain::dossier::{Dossier, Point, PupilLine, Sitting, SittingBlock, SittingItem};
use crate::domain::intent::Intent;
use crate::domain::meeting::case_number;
use crate::domain::people::{Person, School};
use crate::domain::pupil::Pupil;
use crate::domain::result::ResultSets;
use crate::domain::term::Rules;
use crate::domain::trajectory::Part;
use crate::domain::{Day, Id, Moment};
use crate::public::{Pane, ReasonView, Scale, WindowState};
use crate::text::Catalog;
use crate::text::notice::Notice;

/// Where the walk through the meeting or the queue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Nowhere: nothing is planned and no pupil is known.
    Nowhere,
    /// At an item of the agenda.
    Item(Id),
    /// At a pupil who is not on the agenda.
    Pupil(Id),
}

/// A paragraph that was made a line for a record.
#[derive(Debug)]
pub struct Turned {
    /// The paragraph as it was typed.
    pub was: String,
    /// The line it became.
    pub line: String,
}

/// A note being written.
#[derive(Debug)]
pub struct Writing {
    /// What is typed in.
    pub editor: Editor,
    /// Whose note it is.
    pub target: NoteTarget,
    /// The text as it is in the record.
    pub base: String,
    /// The draft in the file, once a key was pressed.
    pub draft: Option<Id>,
    /// Whether the line under the cursor is being recorded; it leaves the text when the file has it.
    pub taking: bool,
    /// Whether the file missed an edit: the draft is then written anew, with the whole text.
    pub broken: bool,
    /// Which of the names that fit what was typed behind an `@` is chosen.
    pub chosen: usize,
    /// Of what paragraph the line was made that is about to become a record: once it is taken, no empty line stays in
    /// its place, and when it is not, the paragraph comes back.
    pub turned: Option<Turned>,
    /// The byte of the `@` whose list of names was closed: that one offers nobody any more.
    pub unnamed: Option<usize>,
}

/// A key that waits for the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it is for.
    pub intent: Intent,
    /// The key that was pressed.
    pub key: Key,
    /// The first chance, when the second is asked.
    pub first: Option<ChanceLevel>,
}

/// Pupils of a school who are not on the agenda: a window on a list that may be as long as the country.
#[derive(Clone, Debug, Default)]
pub struct Rest {
    /// The window.
    pub rows: Vec<PupilLine>,
    /// Whether rows lie before it.
    pub more_before: bool,
    /// Whether rows lie after it.
    pub more_after: bool,
}

/// What is not on the table, while another meeting may be.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    /// The meeting that the program shows by itself: the one that sits, else today's, else the next.
    pub current: Option<Id>,
    /// That meeting, when it sits while another one is looked at.
    pub open: Option<Box<Sitting>>,
    /// For each school of the meeting that is looked at the day of the next one planned.
    pub next_days: Vec<(Id, Day)>,
}

/// Everything the program knows while it runs.
#[derive(Debug)]
pub struct State {
    /// The moment of the message at hand.
    pub now: Moment,
    /// The program's day.
    pub today: Day,
    /// Who chairs: the journal's who.
    pub chair: String,
    /// Whether the private state is on.
    pub private: bool,
    /// Whether the screen was blanked.
    pub blank: bool,
    /// How the public window does; none before the first.
    pub window: Option<WindowState>,
    /// The meeting on the table.
    pub sitting: Option<Sitting>,
    /// What goes on while another meeting is looked at.
    pub elsewhere: Elsewhere,
    /// All schools, by name: a region has at most some hundreds.
    pub schools: Vec<School>,
    /// The school looked at when no meeting says which.
    pub school: Option<Id>,
    /// Where the walk is.
    pub at: At,
    /// Pupils who are not on the agenda.
    pub rest: Rest,
    /// The pupil at hand.
    pub dossier: Option<Dossier>,
    /// The point of the agenda at hand, when that is about no pupil: what was written there.
    pub point: Option<Point>,
    /// The pane in focus.
    pub focus: Pane,
    /// Whether it fills the window.
    pub zoom: bool,
    /// The row under the cursor in the agenda pane.
    pub agenda_row: usize,
    /// Scale of the timeline.
    pub scale: Scale,
    /// Months the timeline is scrolled.
    pub scroll: i32,
    /// The part of the trajectory under the cursor of the timeline.
    pub part: Option<Part>,
    /// What the cursor of the timeline stands on when that is no part: a gap, a handover, a day to keep in sight.
    pub spot: Option<Spot>,
    /// A tile that would fill the gap under the cursor, once it was asked.
    pub offer: Option<Offered>,
    /// The kind of tile that was asked for last: what the form of a new tile begins with.
    pub laying: TileKind,
    /// The note being written; SCHRIJF when there is one.
    pub writing: Option<Writing>,
    /// A note that was left and whose record is being written, and where the walk was: both come back when the file
    /// cannot take it.
    pub leaving: Option<(Writing, At)>,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// The rules of the terms.
    pub rules: Rules,
    /// The rows of result tables.
    pub result_sets: ResultSets,
    /// What was looked at last of the results.
    pub result_query: Option<ResultQuery>,
    /// The cohort that was named last.
    pub cohort_name: String,
    /// The list that was read last: its school, and the numbers of its pupils.
    pub last_list: Option<(Id, Vec<String>)>,
    /// How many pupils of which school will come into the cohort that is being asked for.
    pub joining: Option<(Id, usize)>,
    /// The term whose reason is being asked, and its row in the list to go back to.
    pub asked_term: Option<(TermKey, usize)>,
    /// The term that was marked last in the list, on which its cursor stays.
    pub marked_term: Option<TermKey>,
    /// Why the pupils in sight are to be discussed, as it was read last; whoever is not here was not read.
    pub why: HashMap<Id, Vec<ReasonView>>,
    /// The list that lies over the panes, and beneath what is asked about a row of it.
    pub listing: Option<Box<Listing>>,
    /// Whom the line or form that is open is about, when that is not the pupil at hand.
    pub asked_about: Option<Id>,
    /// What follows the meeting: questions and documents that are under way.
    pub following: Following,
    /// The folder in which lists are looked for first.
    pub lists_from: String,
    /// What is being mended at the read-back, and where its cursor goes on.
    pub mending: Mending,
    /// Forms left with Esc, so that nothing typed is lost.
    pub kept_forms: Vec<Form>,
    /// Where the walk was when an item is being taken off the agenda: there it goes back to when that is refused.
    pub removing: Option<At>,
    /// Whether the pupil or point being read was just come to, so that the cursor goes to the note.
    pub arriving: bool,
    /// Whether the meeting being read was just opened, so that the walk begins at its first item.
    pub opening: bool,
    /// A key that waits for the next.
    pub waiting: Option<Waiting>,
    /// The block of which it was said that nobody is marked present: the same key once more goes on all the same.
    pub asked_empty: Option<Id>,
    /// What was done last, when it cannot be taken back: undo says so, rather than taking back what came before it.
    pub no_undo: Option<Intent>,
    /// What the status line says.
    pub notice: Option<Notice>,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// Columns of the note as it was last drawn: where a line of text breaks.
    pub note_width: u16,
    /// A secret that is asked for, while nothing else is: the file is locked, or is to open with something else.
    pub locked: Option<Box<Locked>>,
    /// Whether the file is to be locked as soon as this message was answered.
    pub lock_asked: bool,
    /// Whether this is the demo, made or opened with its known passphrase.
    pub demo: bool,
    /// Whether a backup is being made.
    pub backing: bool,
    /// Whether the program ends.
    pub quit: bool,
    /// Which language decides the letter for yes and the words for roles.
    pub lang: crate::text::Lang,
    /// What the chair settled beforehand.
    pub settings: Settings,
}

impl State {
    /// Every sentence in the language and the words in force.
    pub fn catalog(&self) -> &'static Catalog {
        self.settings.words.of(self.lang)
    }

    /// A state before anything was read.
    pub fn new(now: Moment, chair: String, lang: crate::text::Lang, settings: Settings) -> Self {
        Self {
            now,
            today: now.date_naive(),
            chair,
            private: false,
            blank: false,
            window: None,
            sitting: None,
            elsewhere: Elsewhere::default(),
            schools: Vec::new(),
            school: None,
            at: At::Nowhere,
            rest: Rest::default(),
            dossier: None,
            point: None,
            focus: Pane::Pupil,
            zoom: false,
            agenda_row: 0,
            scale: Scale::default(),
            scroll: 0,
            part: None,
            spot: None,
            offer: None,
            laying: TileKind::Guidance,
            writing: None,
            leaving: None,
            overlay: None,
            // The program's own file is right, as its tests show; without it there would be no terms, and all else.
            rules: Rules::built_in().unwrap_or_default(),
            result_sets: ResultSets::built_in().unwrap_or_default(),
            result_query: None,
            cohort_name: String::new(),
            last_list: None,
            joining: None,
            asked_term: None,
            marked_term: None,
            why: HashMap::new(),
            listing: None,
            asked_about: None,
            following: Following::default(),
            lists_from: String::new(),
            mending: Mending::default(),
            kept_forms: Vec::new(),
            removing: None,
            arriving: false,
            opening: false,
            waiting: None,
            asked_empty: None,
            no_undo: None,
            notice: None,
            size: (80, 24),
            note_width: 50,
            locked: None,
            lock_asked: false,
            demo: false,
            backing: false,
            quit: false,
            lang,
            settings,
        }
    }

    /// The block at hand: that of the item at hand, else of the school looked at, else the first.
    pub fn block(&self) -> Option<&SittingBlock> {
        let sitting = self.sitting.as_ref()?;
        let school = self.school;
        let by_item = match self.at {
            At::Item(item) => sitting
                .blocks
                .iter()
                .find(|b| b.items.iter().any(|i| i.item.id == item)),
            At::Pupil(_) | At::Nowhere => None,
        };
        by_item
            .or_else(|| sitting.blocks.iter().find(|b| Some(b.block.school) == school))
            .or_else(|| sitting.blocks.first())
    }

    /// The school whose pupils are looked at.
    pub fn school_at_hand(&self) -> Option<Id> {
        let of_block = self.block().map(|b| b.block.school);
        match self.at {
            At::Item(_) => of_block,
            At::Pupil(_) | At::Nowhere => self.school.or(of_block),
        }
    }

    /// The agenda item at hand.
    pub fn item(&self) -> Option<&SittingItem> {
        let At::Item(id) = self.at else { return None };
        self.items().find(|i| i.item.id == id)
    }

    /// All items of the meeting in order.
    pub fn items(&self) -> impl Iterator<Item = &SittingItem> {
        self.sitting
            .iter()
            .flat_map(|s| s.blocks.iter())
            .flat_map(|b| b.items.iter())
    }

    /// The pupil at hand.
    pub fn pupil(&self) -> Option<Id> {
        match self.at {
            At::Nowhere => None,
            At::Pupil(id) => Some(id),
            At::Item(_) => self.item().and_then(|i| i.item.pupil),
        }
    }

    /// Whether the table sits.
    pub fn is_open(&self) -> bool {
        self.sitting.as_ref().is_some_and(|s| s.meeting.is_open())
    }

    /// The meeting, when it sits: what is recorded now belongs to it.
    pub fn open_meeting(&self) -> Option<Id> {
        self.sitting
            .as_ref()
            .filter(|s| s.meeting.is_open())
            .map(|s| s.meeting.id)
    }

    /// The block whose people are in the room: the one whose attendance was confirmed last. None before the first.
    pub fn room(&self) -> Option<Id> {
        let blocks = self.sitting.iter().flat_map(|s| s.blocks.iter()).map(|b| &b.block);
        let confirmed = blocks.filter(|b| b.present_confirmed_at.is_some());
        confirmed.max_by_key(|b| b.present_confirmed_at).map(|b| b.id)
    }

    /// Whether an open meeting waits for the chair to say who is present in the block at hand.
    pub fn awaits_attendance(&self) -> bool {
        self.is_open() && self.block().is_some_and(|b| self.room() != Some(b.block.id))
    }

    /// Whether nothing of the block at hand may be seen: the people of another school are still in the room, and the
    /// screen is shared. A change of school is a privacy boundary, in either direction.
    pub fn awaits_others(&self) -> bool {
        !self.private && self.room().is_some() && self.awaits_attendance()
    }

    /// The people at the table of the block at hand.
    pub fn table(&self) -> Vec<Person> {
        self.block()
            .map(|b| b.people().map(|a| a.person.clone()).collect())
            .unwrap_or_default()
    }

    /// The people who were expected at the block at hand and are not there.
    pub fn away(&self) -> Vec<Person> {
        let attendance = self.block().map(|b| b.attendance.as_slice()).unwrap_or_default();
        let away = attendance
            .iter()
            .filter(|a| matches!(a.state, Presence::Excused | Presence::Absent));
        away.map(|a| a.person.clone()).collect()
    }

    /// The days that phrases refer to.
    pub fn dates(&self) -> DateContext {
        let told = self.sitting.as_ref().and_then(|s| s.meeting.next_day);
        let school = self.school_at_hand();
        let planned = || self.elsewhere.next_days.iter().find(|(of, _)| Some(*of) == school);
        let next_meeting = told.or_else(|| planned().map(|(_, day)| *day));
        DateContext {
            today: self.today,
            next_meeting,
            summer_end: self.settings.summer_end(self.today),
        }
    }

    /// The pupils of the block at hand in the order of the agenda.
    pub fn pupil_items(&self) -> Vec<&SittingItem> {
        self.block()
            .map(|b| b.items.iter().filter(|i| i.item.kind == ItemKind::Pupil).collect())
            .unwrap_or_default()
    }

    /// The number of a pupil in their block of the meeting on the table, from 1; zero when on no agenda of it.
    pub fn case_number(&self, pupil: Id) -> u16 {
        let blocks = self.sitting.iter().flat_map(|s| s.blocks.iter());
        let numbers = blocks.map(|b| case_number(b.items.iter().map(|i| &i.item), pupil));
        numbers.max().unwrap_or(0)
    }

    /// Whether a pupil may be named here: not where somebody sits with whom the pupil may not be shared.
    pub fn may_name(&self, pupil: &Pupil) -> bool {
        let here = self
            .items()
            .filter_map(|i| i.pupil.as_ref())
            .find(|line| line.id == pupil.id);
        pupil.sharing.may_name() && here.is_none_or(|line| line.may_name)
    }

    /// Seconds since the item at hand came on the table, in this visit.
    pub fn visit_seconds(&self) -> u32 {
        self.seconds_since(self.sitting.as_ref().and_then(|s| s.place).and_then(|p| p.since))
    }

    /// Seconds from a moment until now; none while a clock is paused.
    pub fn seconds_since(&self, since: Option<Moment>) -> u32 {
        since.map_or(0, |since| {
            u32::try_from((self.now - since).num_seconds().max(0)).unwrap_or(u32::MAX)
        })
    }

    /// The item that is on the table in an open meeting, and the seconds of this visit.
    pub fn on_the_table(&self) -> Option<(Id, u32)> {
        let place = self.sitting.as_ref().filter(|s| s.meeting.is_open())?.place?;
        Some((place.item, self.visit_seconds()))
    }

    /// The time of day.
    pub fn time(&self) -> NaiveTime {
        self.now.time()
    }
}
