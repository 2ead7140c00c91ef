//! The board: everything on the screen, in the order in which an eye reads it.

use chrono::NaiveTime;

use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ExitProfile, Goal, ItemKind, ItemState, Lane, MeetingKind, PartyKind,
    Presence, PrimaryResult, Route, SchoolKind, TileKind,
};
use crate::domain::intent::Intent;
use crate::domain::meeting::Clock;
use crate::domain::name::{Initials, ShortName};
use crate::domain::writing::Owner;
use crate::domain::{Day, Moment};
use crate::text::notice::{Notice, Refusal};

/// Who looks at a board, and so what a name, a card and an overlay can hold.
pub trait Sight {
    /// How a pupil appears in a list.
    type Name: Clone + PartialEq + std::fmt::Debug;
    /// How the pupil at hand appears.
    type Title: Clone + PartialEq + std::fmt::Debug;
    /// What the card says more than may be shared; nothing when shared.
    type Extra: Clone + PartialEq + std::fmt::Debug;
    /// Overlays beyond those that may be shared; none when shared.
    type Overlay: Clone + PartialEq + std::fmt::Debug;
}

/// The shared screen: a room full of people sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared;

/// A value of this type cannot exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}

impl Sight for Shared {
    type Name = PublicName;
    type Title = PublicTitle;
    type Extra = ();
    type Overlay = Never;
}

/// What the shared screen shows and the public window receives.
pub type Scene = Board<Shared>;

/// A pupil in a list on the shared screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicName {
    /// By initials.
    Initials(Initials),
    /// Nameless, as a case with a number: not informed, or objecting.
    Case(u16),
}

/// The pupil at hand on the shared screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicTitle {
    /// Given name and initial.
    Short(ShortName),
    /// Nameless.
    Case(u16),
}

/// Everything a screen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Board<S: Sight> {
    /// The line across the top.
    pub header: Header,
    /// Who is next.
    pub queue: Queue<S>,
    /// The pupil at hand.
    pub card: Option<Card<S>>,
    /// The agenda of the block and who is present.
    pub agenda: Agenda,
    /// The roof.
    pub timeline: Timeline,
    /// What lies over the panes.
    pub overlay: Option<Overlay<S>>,
    /// What just happened, or why a key cannot act.
    pub notice: Option<Notice>,
    /// What the keys do here, most useful first.
    pub hints: Vec<Hint>,
    /// Which pane has the focus.
    pub focus: Pane,
    /// Whether that pane fills the window.
    pub zoom: bool,
    /// Choosing or writing.
    pub mode: Mode,
    /// Keys of a prefix under way and what may follow: `u`, then a letter.
    pub pending: Option<Pending>,
    /// Today.
    pub today: Day,
}

/// The four panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Wachtrij.
    Queue,
    /// The pupil.
    Pupil,
    /// Agenda.
    Agenda,
    /// Traject.
    Timeline,
}

/// The two modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// KIES: keys choose.
    Choose,
    /// SCHRIJF: keys write.
    Write,
}

/// The line across the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Name of the block's school.
    pub school: Option<String>,
    /// The meeting: kind and day; none when nothing is planned.
    pub meeting: Option<(MeetingKind, Day)>,
    /// How the meeting stands.
    pub phase: Phase,
    /// This block and how many there are, from 1.
    pub block: Option<(usize, usize)>,
    /// One mark per pupil of the block.
    pub progress: Vec<QueueMark>,
    /// The number of the pupil at hand among them, from 1.
    pub at: Option<usize>,
    /// Time, while the meeting is open.
    pub clock: Option<Clock>,
    /// Whether the clock is paused.
    pub paused: bool,
}

/// How a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// No meeting is planned.
    None,
    /// Planned.
    Planned,
    /// The table sits.
    Open,
    /// Minutes frozen.
    Closed,
    /// Reopened with a correction.
    Corrected,
}

/// The queue pane.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue<S: Sight> {
    /// A window of rows around the selected one.
    pub rows: Vec<QueueRow<S>>,
    /// Which of them is selected.
    pub selected: Option<usize>,
    /// Whether rows lie before this window.
    pub more_before: bool,
    /// Whether rows lie after it.
    pub more_after: bool,
}

/// A row of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct QueueRow<S: Sight> {
    /// Place in the agenda from 1; none when not on the agenda.
    pub number: Option<usize>,
    /// How it stands.
    pub mark: QueueMark,
    /// Who.
    pub name: S::Name,
    /// Lane, when on the agenda.
    pub lane: Option<Lane>,
    /// A fixed time.
    pub fixed_time: Option<NaiveTime>,
    /// Expected day of leaving, for rows that are not on the agenda.
    pub leaving: Option<Day>,
}

/// How an item stands, as a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueMark {
    /// Not yet: ○
    Open,
    /// On the table now: ◐
    Now,
    /// Discussed: √
    Discussed,
    /// Hamerstuk, agreed: H
    Agreed,
    /// Carried over: »
    Carried,
    /// Not on the agenda.
    None,
}

/// The card of the pupil at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<S: Sight> {
    /// Place in the agenda, from 1.
    pub number: Option<usize>,
    /// Who.
    pub title: S::Title,
    /// Age in years.
    pub age: Option<u32>,
    /// Kind of school.
    pub school: SchoolKind,
    /// Expected direction.
    pub profile: ExitProfile,
    /// Expected day of leaving.
    pub leaving: Option<Day>,
    /// What the pupil wants.
    pub wish: String,
    /// What the pupil can.
    pub strengths: String,
    /// The goal.
    pub goal: Goal,
    /// The question and who asks it.
    pub question: String,
    /// Who asks it.
    pub asked_by: String,
    /// The proposal.
    pub proposal: String,
    /// Where the pupil works or is an intern.
    pub placement: String,
    /// The route.
    pub route: Route,
    /// The chances assessed so far.
    pub chances: Vec<(ChanceKind, ChanceLevel)>,
    /// The primary result.
    pub result: Option<PrimaryResult>,
    /// Whether the pupil leaves within six months.
    pub leaves_soon: bool,
    /// Open actions, overdue first.
    pub open_actions: Vec<ActionRow>,
    /// Decisions and actions of this meeting, in the order in which they were taken.
    pub written: Vec<Written>,
    /// The note of this meeting.
    pub note: NoteView,
    /// Earlier table notes: day and text, newest first.
    pub earlier: Vec<(Day, String)>,
    /// What only the private state shows.
    pub extra: S::Extra,
}

/// An action as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRow {
    /// Whose.
    pub owner: Option<Owner>,
    /// What.
    pub text: String,
    /// When.
    pub due: Option<Day>,
    /// How it stands.
    pub state: ActionState,
    /// Whether it is past its day.
    pub overdue: bool,
}

/// Something recorded in this meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A decision and whether it is provisional.
    Decision(String, bool),
    /// An action.
    Action(ActionRow),
}

/// The note at hand: text with a cursor, and how the line under it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteView {
    /// The text. A working note is never put here while shared.
    pub input: InputView,
    /// Whether it is the private working note.
    pub working: bool,
    /// How the line under the cursor will be taken, when it begins with a command.
    pub preview: Option<Preview>,
}

/// A text being written: what an editor shows, as plain values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputView {
    /// The text.
    pub text: String,
    /// Byte offset of the cursor while writing; none when only read.
    pub cursor: Option<usize>,
    /// Selected bytes.
    pub selection: Option<std::ops::Range<usize>>,
}

/// How a line will be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preview {
    /// An action.
    Action {
        /// Whose; none gives the mark "wie?".
        owner: Option<Owner>,
        /// More than one person of that name: the choice.
        choice: Vec<Owner>,
        /// What.
        text: String,
        /// When; none gives the mark "datum?".
        due: Option<Day>,
    },
    /// A decision.
    Decision(String),
    /// A point parked for later.
    Park(String),
    /// A lesson.
    Lesson(String),
    /// A working note, refused while shared.
    WorkingNote {
        /// Whether it is refused.
        refused: bool,
    },
}

/// The agenda pane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The agenda's parts: the pupils are one of them.
    pub parts: Vec<AgendaRow>,
    /// Which part is at hand.
    pub current: Option<usize>,
    /// The row under the cursor, when the pane has the focus.
    pub selected: Option<usize>,
    /// Who is present.
    pub presence: Vec<PresenceRow>,
    /// How many are present, and of how many.
    pub present: (usize, usize),
    /// Roles that are expected and missing.
    pub missing: Vec<PartyKind>,
    /// How many fixed contacts the school has, when not two.
    pub contacts_hint: Option<usize>,
}

/// A part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaRow {
    /// What it is; all pupils together are one row of kind `Pupil`.
    pub kind: ItemKind,
    /// The title of a free item.
    pub title: String,
    /// How it stands.
    pub state: ItemState,
    /// Planned minutes.
    pub planned: u32,
    /// Minutes spent.
    pub spent: u32,
}

/// Somebody at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresenceRow {
    /// Name.
    pub name: String,
    /// Role at the table.
    pub role: PartyKind,
    /// The party's name.
    pub party: String,
    /// Present, excused, absent, not asked.
    pub state: Presence,
    /// Whether they may decide.
    pub mandate: bool,
}

/// The timeline pane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// One row per party, in order of its first tile.
    pub rows: Vec<TimelineRow>,
    /// First day drawn.
    pub from: Day,
    /// Last day drawn.
    pub until: Day,
    /// How wide a day is.
    pub scale: Scale,
}

/// How much time a timeline shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// About half a year.
    Month,
    /// About a year and a half.
    #[default]
    Quarter,
    /// About four years.
    Year,
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The party's kind. Care providers are drawn as another party while shared.
    pub party: Option<PartyKind>,
    /// Its name; empty when it may not be told.
    pub name: String,
    /// Initials of who holds the pupil there.
    pub holder: Option<Initials>,
    /// Its tiles.
    pub tiles: Vec<TileView>,
}

/// A tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileView {
    /// What it is.
    pub kind: TileKind,
    /// Its own word.
    pub label: String,
    /// First day.
    pub from: Day,
    /// Last day; none while open-ended.
    pub until: Option<Day>,
    /// Whether it holds the pupil.
    pub holds: bool,
    /// Whether it was broken off before its planned day.
    pub broken: bool,
}

/// What a key does here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is written.
    pub keys: String,
    /// What it does.
    pub intent: Intent,
    /// Whether it can act now; drawn dimmed when not.
    pub enabled: bool,
}

/// A prefix under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The prefix's key as it is written.
    pub keys: String,
    /// What it is for.
    pub intent: Intent,
    /// The letters that may follow, with what they choose.
    pub options: Vec<(String, Choice)>,
}

/// What a letter after a prefix chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A primary result.
    Result(PrimaryResult),
    /// A route.
    Route(Route),
    /// A chance: of what, how good.
    Chance(ChanceKind, ChanceLevel),
    /// Yes, do it: the second key.
    Confirm,
}

/// What lies over the panes.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay<S: Sight> {
    /// Help for where the chair is.
    Help {
        /// What was typed to filter.
        query: InputView,
        /// Keys and what they do.
        rows: Vec<Hint>,
        /// First row shown.
        top: usize,
    },
    /// The command palette.
    Palette {
        /// What was typed.
        query: InputView,
        /// Commands with their keys, and why not when they cannot act.
        rows: Vec<(Hint, Option<Refusal>)>,
        /// The selected one.
        selected: usize,
    },
    /// Find, or choose one of what is found.
    Find {
        /// For what.
        purpose: FindPurpose,
        /// What was typed.
        query: InputView,
        /// What was found.
        rows: Vec<FindRow<S>>,
        /// The selected one.
        selected: usize,
    },
    /// The fixed contacts of a school.
    Contacts {
        /// What was typed to get another school.
        query: InputView,
        /// The school shown, with its contacts.
        school: Option<ContactsView>,
        /// Other schools that match.
        others: Vec<String>,
    },
    /// Who is present.
    Attendance {
        /// The school of the block.
        school: String,
        /// Everybody expected.
        rows: Vec<PresenceRow>,
        /// The selected one.
        selected: usize,
        /// Roles that are missing.
        missing: Vec<PartyKind>,
        /// Whether the block waits for this, so that the screen behind it is blank.
        required: bool,
    },
    /// Open actions of earlier meetings.
    OldActions {
        /// The actions.
        rows: Vec<OldActionRow<S>>,
        /// The selected one.
        selected: usize,
    },
    /// Decisions and actions read back.
    ReadBack {
        /// Per pupil what was agreed.
        rows: Vec<ReadBackRow<S>>,
        /// First row shown.
        top: usize,
        /// When it was confirmed.
        confirmed: Option<Moment>,
    },
    /// The hamerstukken of the block, before they are agreed in one go.
    AgreeAll {
        /// Who, and the proposal.
        rows: Vec<(S::Name, String)>,
    },
    /// One line that is asked for.
    Prompt {
        /// For what.
        purpose: Intent,
        /// What was typed.
        input: InputView,
        /// Why it cannot be taken as it is.
        refusal: Option<Refusal>,
    },
    /// An overlay that may not be shared: a form.
    Private(S::Overlay),
}

/// What finding is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindPurpose {
    /// Go there.
    Go,
    /// Put the pupil on the agenda.
    AddToAgenda,
    /// Add a person to the table.
    AddParticipant,
    /// Look at another school.
    ChooseSchool,
    /// Change a person.
    EditPerson,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub enum FindRow<S: Sight> {
    /// A pupil.
    Pupil(S::Name),
    /// A school and its place.
    School(String, String),
    /// A person, their party, their telephone.
    Person(String, String, String),
    /// A table note: who, when, a piece of it.
    Note(S::Name, Day, String),
}

/// The contacts of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsView {
    /// The school's name.
    pub school: String,
    /// Its kind.
    pub kind: SchoolKind,
    /// Its place.
    pub place: String,
    /// Fixed contacts: rank, name, telephone, mail.
    pub fixed: Vec<(u8, String, String, String)>,
    /// The internship coordinator: name, telephone.
    pub coordinator: Option<(String, String)>,
    /// The contact at UWV: name, telephone.
    pub uwv: Option<(String, String)>,
}

/// An action from an earlier meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct OldActionRow<S: Sight> {
    /// About whom.
    pub pupil: Option<S::Name>,
    /// The action.
    pub action: ActionRow,
}

/// What was agreed about one pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadBackRow<S: Sight> {
    /// About whom; none for a part of the frame.
    pub pupil: Option<S::Name>,
    /// What was agreed.
    pub written: Vec<Written>,
    /// Nothing was decided.
    pub nothing: bool,
}
