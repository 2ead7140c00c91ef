//! The state of the program: what has been read from the file, and where the chair is.
//!
//! Records are here only as the store gave them back; a change of the file comes in through an outcome.

mod here;

use std::collections::HashMap;

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
use super::sharing::ToldBefore;
use super::terms::TermKey;
use crate::domain::codes::{ChanceLevel, TileKind};
use crate::domain::dossier::{Dossier, Point, PupilLine, Sitting};
use crate::domain::intent::Intent;
use crate::domain::people::School;
use crate::domain::result::ResultSets;
use crate::domain::setup::SetupStep;
use crate::domain::term::Rules;
use crate::domain::trajectory::Part;
use crate::domain::{Day, Id, Moment};
use crate::public::{Pane, ReasonView, Scale, WindowState};
use crate::text::Catalog;
use crate::text::notice::{Notice, Refusal};

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
    /// The byte behind a name that was written out with its blank, until the next key.
    pub named: Option<usize>,
    /// Whether it was opened from KIES for one line: once that is taken, the chair is back there.
    pub once: bool,
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
    /// The steps towards a first meeting that have been taken; asked only while no meeting lies on the table.
    pub steps: Vec<SetupStep>,
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
    /// How many rows of the list that lies over the panes were left out, because of who sits at the table.
    pub left_out: usize,
    /// What is being mended at the read-back, and where its cursor goes on.
    pub mending: Mending,
    /// Texts in which an old name stands, while one of them is looked up: Esc comes back to them.
    pub told_before: Option<(Box<ToldBefore>, Id)>,
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
    /// The blocks for which the attendance was laid over the panes unasked: that is done once for each.
    pub asked_attendance: Vec<Id>,
    /// The school of which the room saw something while nobody was confirmed: its people may sit there. None once
    /// somebody was, because the room is then known.
    pub unasked_room: Option<Id>,
    /// The item that was moved down while it was at hand, and the place in the walk that it was moved from: whoever was
    /// passed over comes first.
    pub moved: Option<(Id, usize)>,
    /// The item under the cursor of the agenda that is being moved: the cursor goes with it.
    pub follow: Option<Id>,
    /// What was refused before its letters were typed, why, and how many letters still belong to it.
    pub refused: Option<(Intent, Refusal, u8)>,
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
            left_out: 0,
            mending: Mending::default(),
            told_before: None,
            kept_forms: Vec::new(),
            removing: None,
            arriving: false,
            opening: false,
            waiting: None,
            asked_attendance: Vec::new(),
            unasked_room: None,
            moved: None,
            follow: None,
            refused: None,
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
}
