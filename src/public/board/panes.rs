//! The agenda.

use crate::domain::codes::{ItemKind, ItemState, PartyKind, Presence};

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
    /// Whether somebody of a pupil's own surroundings is there too.
    pub family: bool,
    /// Whether it waits to be confirmed who is present.
    pub unconfirmed: bool,
    /// How many are present, and of how many.
    pub present: (usize, usize),
    /// Roles that are expected and missing.
    pub missing: Vec<PartyKind>,
    /// How many fixed contacts the school has, when not two.
    pub contacts_hint: Option<usize>,
}

/// A part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
