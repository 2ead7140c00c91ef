//! The agenda and the timeline.

use crate::domain::Day;
use crate::domain::codes::{ItemKind, ItemState, PartyKind, Presence, TileKind};
use crate::domain::name::Initials;

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
