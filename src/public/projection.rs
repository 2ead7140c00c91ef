//! What the public window shows.
//!
//! The rule: a [`Projection`] is made of a [`Scene`] by [`Projection::of`] and in no other way, so that it cannot hold
//! what a scene cannot. It takes less than a scene has: no queue, nobody but the pupil at hand and those of the list
//! that is read together, no search, no keys. Its texts are cut to lengths that a window of 24 rows could ever show.

use serde::{Deserialize, Serialize};

use super::slide::{AgreedRow, PointSlide, PupilSlide, action, short};
use super::{ActionRow, AgendaRow, Confirmed, Header, Overlay, PublicName, Scene};
use crate::domain::Day;
use crate::domain::hidden::Hidden;

/// What a public window is to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Show {
    /// The time and a neutral sentence.
    Blank(Blank),
    /// What the table looks at.
    Scene(Box<Projection>),
}

/// Why nothing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// No chair is connected.
    NoLink,
    /// No meeting sits.
    Waiting,
    /// The meeting was closed today.
    Closed,
    /// It was not said who is present in the block at hand: other people may be in the room.
    Attendance,
    /// The chair paused the screen.
    Paused,
    /// The chair's program is locked.
    Locked,
    /// The chair looks at something that is not for the people in the room.
    Elsewhere,
}

/// How the public window does, as the chair sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowState {
    /// It shows the scene, in a window of so many rows.
    Live(u16),
    /// It shows nothing but the time, in a window of so many rows.
    Blank(u16),
    /// It was there and is gone.
    Gone,
}

/// What the table looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    /// Where, how far and how long.
    pub header: Header,
    /// Today.
    pub today: Day,
    /// The agenda's parts.
    pub parts: Vec<AgendaRow>,
    /// Which part is at hand.
    pub current: Option<usize>,
    /// How many are present, and of how many.
    pub present: (usize, usize),
    /// The pupil at hand.
    pub pupil: Option<Box<PupilSlide>>,
    /// The point at hand, when that is no pupil.
    pub point: Option<PointSlide>,
    /// A list that is read together.
    pub over: Option<Over>,
    /// What is left out of it because of who sits at the table.
    #[serde(default)]
    pub hidden: Option<Hidden>,
}

/// A list that is read together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Over {
    /// Decisions and actions read back.
    ReadBack {
        /// Item by item.
        rows: Vec<AgreedRow>,
        /// What the cursor stands on.
        selected: usize,
        /// Its confirmation.
        confirmed: Option<Confirmed>,
    },
    /// The hamerstukken before they are agreed in one go: who, and the proposal.
    AgreeAll(Vec<(PublicName, String)>),
    /// Open actions of earlier meetings.
    OldActions {
        /// About whom, and the action.
        rows: Vec<(Option<PublicName>, ActionRow)>,
        /// The selected one.
        selected: usize,
    },
}

/// Rows of a list that cross: more than a meeting has.
const MOST_ROWS: usize = 120;

impl Projection {
    /// What of a scene is for the public window. `room` says whether the pupil at hand is on the agenda of the people in
    /// the room; of anybody else nothing is told.
    pub fn of(scene: &Scene, room: bool) -> Self {
        Self {
            header: scene.header.clone(),
            today: scene.today,
            parts: scene.agenda.parts.clone(),
            current: scene.agenda.current,
            present: scene.agenda.present,
            pupil: scene
                .card
                .as_ref()
                .filter(|_| room)
                .map(|card| Box::new(PupilSlide::of(card))),
            point: scene.point.as_ref().filter(|_| room).map(PointSlide::of),
            over: scene.overlay.as_ref().and_then(over),
            hidden: scene.hidden.over,
        }
    }
}

/// The lists that are read together; everything else that can lie over the panes is the chair's own.
fn over(overlay: &Overlay<super::Shared>) -> Option<Over> {
    Some(match overlay {
        Overlay::ReadBack {
            rows,
            selected,
            confirmed,
        } => Over::ReadBack {
            rows: rows.iter().take(MOST_ROWS).map(AgreedRow::of).collect(),
            selected: *selected,
            confirmed: *confirmed,
        },
        Overlay::AgreeAll { rows } => {
            let rows = rows.iter().take(MOST_ROWS);
            Over::AgreeAll(rows.map(|(name, proposal)| (name.clone(), short(proposal))).collect())
        }
        Overlay::OldActions { rows, selected } => Over::OldActions {
            rows: rows
                .iter()
                .take(MOST_ROWS)
                .map(|row| (row.pupil.clone(), action(&row.action)))
                .collect(),
            selected: *selected,
        },
        Overlay::Help { .. }
        | Overlay::Palette { .. }
        | Overlay::Find { .. }
        | Overlay::Contacts { .. }
        | Overlay::Attendance { .. }
        | Overlay::Terms { .. }
        | Overlay::Meetings { .. }
        | Overlay::Results(_)
        | Overlay::Prompt { .. } => return None,
        Overlay::Private(own) => match *own {},
    })
}
