//! The board: everything on the screen, in the order in which an eye reads it.

mod card;
mod guard;
mod nameless;
mod overlay;
mod panes;
mod reasons;
mod results;
mod timeline;

use chrono::NaiveTime;

use crate::domain::Day;
use crate::domain::codes::{ChanceKind, ChanceLevel, Lane, MeetingKind, PrimaryResult, Route, TileKind};
use crate::domain::hidden::Hidden;
use crate::domain::intent::Intent;
use crate::domain::meeting::Clock;
use crate::domain::name::{Initials, ShortName};
use crate::domain::setup::SetupStep;
use crate::text::notice::Notice;

pub use card::{ActionRow, Card, InputView, NoteView, PointView, Preview, Written};
pub use guard::{Guard, Guarded, Open, TermView, Whose, Why, Work};
pub use overlay::{
    Confirmed, ContactsView, FindPurpose, FindRow, HeldRow, MeetingRow, OldActionRow, Overlay, ReadBackAlso,
    ReadBackRow, SinceRow, TermRow,
};
pub use panes::{Agenda, AgendaRow, PresenceRow};
pub use reasons::{PartyNamed, ReasonView, RoomReason};
pub use results::{Counted, GroupLine, ResultLine, ResultsView};
pub use timeline::{
    Cursor, Detail, Hand, HeldView, InstrumentView, MarkKind, MarkView, Offer, Scale, Standing, Step, TileView,
    Timeline, TimelineRow,
};

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
    /// How a value is held that not everybody may see in every case.
    type Of<T: Guarded>: Guard<T>;
    /// What the chair noted beside something that may be shared; none when shared.
    type Aside: Clone + PartialEq + std::fmt::Debug;
    /// A reason of the pupil at hand.
    type Reason: Clone + PartialEq + std::fmt::Debug;
    /// A reason of anybody else; none when shared.
    type Why: Clone + PartialEq + std::fmt::Debug;
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
    type Of<T: Guarded> = Open<T>;
    type Aside = Never;
    type Reason = RoomReason;
    type Why = Never;
}

/// What the shared screen shows and the public window receives.
pub type Scene = Board<Shared>;

/// A pupil in a list on the shared screen.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum PublicName {
    /// By initials.
    Initials(Initials),
    /// Nameless, as a case with a number: not informed, or objecting.
    Case(u16),
}

/// The pupil at hand on the shared screen.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// The point of the agenda at hand, when it is not a pupil.
    pub point: Option<PointView>,
    /// The agenda of the block and who is present.
    pub agenda: Agenda,
    /// The roof.
    pub timeline: Timeline<S>,
    /// What lies over the panes.
    pub overlay: Option<Overlay<S>>,
    /// What the room is not told, of the queue and of the list that lies over the panes.
    pub hidden: LeftOut,
    /// The steps to a first meeting; none once there is one.
    pub setup: Option<Setup>,
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
    /// How the public window does; none while none was opened.
    pub window: Option<super::WindowState>,
}

/// How far a table is from its first meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Whether names can be typed: while the screen is shared they cannot.
    pub private: bool,
    /// Each step with whether it was taken.
    pub rows: Vec<(SetupStep, bool)>,
}

/// What is left out because of who sits at the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Of the queue.
    pub queue: Option<Hidden>,
    /// Of the list that lies over the panes.
    pub over: Option<Hidden>,
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
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// Why they are to be discussed, the most urgent first; never told while shared.
    pub why: Vec<S::Why>,
}

/// How an item stands, as a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum QueueMark {
    /// Not yet: ○
    Open,
    /// On the table now: ◐
    Now,
    /// Discussed: √
    Discussed,
    /// Hamerstuk, agreed: H
    Agreed,
    /// Carried over: ►
    Carried,
    /// Not on the agenda.
    None,
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
    /// A kind of tile to be laid.
    Tile(TileKind),
    /// An instrument.
    Instrument,
    /// Yes, do it: the second key.
    Confirm,
}
