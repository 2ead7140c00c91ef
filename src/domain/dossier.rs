//! What is read together: a meeting as it lies on the table, and everything on one pupil.

use super::codes::{ItemKind, ItemState, Presence, SchoolKind};
use super::meeting::{AgendaItem, Attendance, Block, Meeting};
use super::name::Name;
use super::people::{NetworkPerson, SchoolContacts};
use super::pupil::{Pupil, Relapse, ResultOn, TransitionChance};
use super::recorded::Recorded;
use super::term::{TermFacts, TermMark};
use super::trajectory::{Instrument, Part, Tile};
use super::writing::{Action, Decision, TableNote, WorkingNote};
use super::{Day, Id, Moment};

/// A pupil as a line in a list: just what the queue needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PupilLine {
    /// The id.
    pub id: Id,
    /// The school.
    pub school: Id,
    /// The name.
    pub name: Name,
    /// Whether the pupil may be named while shared.
    pub may_name: bool,
    /// Expected or actual day of leaving.
    pub leaving: Option<Day>,
}

/// A meeting with its blocks, read in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The meeting.
    pub meeting: Meeting,
    /// Its blocks in order; never empty for a planned meeting.
    pub blocks: Vec<SittingBlock>,
    /// The item at hand and since when, when it was opened.
    pub place: Option<Place>,
    /// How many dated corrections were made after it was closed.
    pub corrections: usize,
}

/// Which item is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The agenda item.
    pub item: Id,
    /// Since when; absent while the clock is paused.
    pub since: Option<Moment>,
}

/// A meeting in a list, with its schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLine {
    /// The meeting.
    pub meeting: Meeting,
    /// Its schools in the order of its blocks: id and name.
    pub schools: Vec<(Id, String)>,
}

/// A block with its school, its agenda and the people at its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingBlock {
    /// The block.
    pub block: Block,
    /// The school and its contacts.
    pub contacts: SchoolContacts,
    /// The agenda in order; pupils' items carry their line.
    pub items: Vec<SittingItem>,
    /// Who sits there.
    pub attendance: Vec<Attendance>,
    /// Whoever may not be shared with somebody who sits there, on its agenda or not.
    pub barred: Vec<Id>,
}

impl SittingBlock {
    /// The people who are at the table, or all who are expected while attendance was not taken.
    pub fn people(&self) -> impl Iterator<Item = &Attendance> {
        self.attendance
            .iter()
            .filter(|a| !matches!(a.state, Presence::Excused | Presence::Absent))
    }
}

/// An agenda item with its pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingItem {
    /// The item.
    pub item: AgendaItem,
    /// The pupil's line, for a pupil's item.
    pub pupil: Option<PupilLine>,
}

/// Everything on one pupil that the main screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The pupil.
    pub pupil: Pupil,
    /// The newest chance of each kind.
    pub chances: Vec<TransitionChance>,
    /// The present primary result.
    pub result: Option<ResultOn>,
    /// Relapses, newest first.
    pub relapses: Vec<Relapse>,
    /// The pupil's own surroundings.
    pub network: Vec<NetworkPerson>,
    /// Tiles by first day.
    pub tiles: Vec<Tile>,
    /// Instruments by mark.
    pub instruments: Vec<Instrument>,
    /// Table notes, newest first; at most as many as a screen may show.
    pub notes: Vec<TableNote>,
    /// Working notes, newest first.
    pub working: Vec<WorkingNote>,
    /// Decisions, newest first.
    pub decisions: Vec<Decision>,
    /// Actions: open ones first, by due day.
    pub actions: Vec<Action>,
    /// The last day on which the pupil was discussed at a table.
    pub discussed_on: Option<Day>,
    /// What was said of terms.
    pub term_marks: Vec<TermMark>,
}

/// Something of a trajectory, as it is told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'d> {
    /// A tile, on its first day.
    Tile(&'d Tile),
    /// An instrument, on the day of its mark.
    Instrument(&'d Instrument),
    /// A relapse.
    Relapse(&'d Relapse),
}

impl Event<'_> {
    /// The day on which it is told; none for an instrument without any.
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Tile(tile) => Some(tile.from),
            Self::Instrument(instrument) => instrument.mark(),
            Self::Relapse(relapse) => Some(relapse.on),
        }
    }

    /// The part of the timeline that it is; a relapse is none.
    pub const fn part(self) -> Option<Part> {
        match self {
            Self::Tile(tile) => Some(Part::Tile(tile.id)),
            Self::Instrument(instrument) => Some(Part::Instrument(instrument.id)),
            Self::Relapse(_) => None,
        }
    }
}

impl Dossier {
    /// What the rules of the terms look at.
    pub fn term_facts(&self, school: SchoolKind) -> TermFacts<'_> {
        TermFacts {
            discussed_on: self.discussed_on,
            tiles: &self.tiles,
            instruments: &self.instruments,
            chances: &self.chances,
            marks: &self.term_marks,
            ..TermFacts::of(&self.pupil, school)
        }
    }

    /// The whole trajectory in the order of days, what has none last.
    pub fn history(&self) -> Vec<Event<'_>> {
        let tiles = self.tiles.iter().map(Event::Tile);
        let instruments = self.instruments.iter().map(Event::Instrument);
        let relapses = self.relapses.iter().rev().map(Event::Relapse);
        let mut events: Vec<Event<'_>> = tiles.chain(instruments).chain(relapses).collect();
        events.sort_by_key(|event| event.day().unwrap_or(Day::MAX));
        events
    }

    /// The tile that can be pointed at as this part, if the part is one and is still there.
    pub fn tile(&self, part: Part) -> Option<&Tile> {
        let Part::Tile(id) = part else { return None };
        self.tiles.iter().find(|tile| tile.id == id)
    }

    /// The instrument that can be pointed at as this part, likewise.
    pub fn instrument(&self, part: Part) -> Option<&Instrument> {
        let Part::Instrument(id) = part else { return None };
        self.instruments.iter().find(|instrument| instrument.id == id)
    }

    /// Whether a part is still there.
    pub fn has(&self, part: Part) -> bool {
        self.tile(part).is_some() || self.instrument(part).is_some()
    }
}

/// What was written at a point of the agenda that is about no pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The agenda item.
    pub item: Id,
    /// Its table note.
    pub note: Option<TableNote>,
    /// Its working note.
    pub working: Option<WorkingNote>,
    /// Decisions, in the order in which they were taken.
    pub decisions: Vec<Decision>,
    /// Actions, in the order in which they were agreed.
    pub actions: Vec<Action>,
}

/// An open action from an earlier meeting, with the pupil it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldAction {
    /// The action.
    pub action: Action,
    /// The pupil.
    pub pupil: Option<PupilLine>,
}

/// An action between meetings, with the pupil and the school it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolAction {
    /// The action.
    pub action: Action,
    /// The pupil.
    pub pupil: Option<PupilLine>,
    /// Name of the school; empty when it is of none.
    pub school: String,
}

/// What was agreed about one item of a block: what the read-back goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The pupil, for a pupil's item.
    pub pupil: Option<PupilLine>,
    /// Whoever else a decision or an action of it is about: an old action stands under a point of the agenda.
    pub about: Vec<PupilLine>,
    /// The item.
    pub item: Id,
    /// What the item is, and the title of a free one.
    pub part: (ItemKind, String),
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Actions.
    pub actions: Vec<Action>,
}

/// An item as it is read back: what was agreed, and what else became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadBack {
    /// Decisions and actions.
    pub agreed: Agreed,
    /// How the item stands.
    pub state: ItemState,
    /// What was recorded of the pupil; nothing of a point that is about none.
    pub recorded: Recorded,
    /// What of this came after the read-back was confirmed.
    pub since: Since,
    /// Lines of the table note that begin with a command and were not taken.
    pub untaken: Vec<UntakenLine>,
}

/// What was recorded at an item after the read-back of its block was confirmed: that confirmation does not hold for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Decisions and actions that were recorded or changed.
    pub lines: Vec<Id>,
    /// How the item stands, a route, a result, a chance or a tile was recorded or changed.
    pub besides: bool,
    /// Something that had been recorded was taken back.
    pub gone: bool,
}

impl Since {
    /// Whether nothing came after the confirmation.
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty() && !self.besides && !self.gone
    }
}

/// A line of a note that was not taken; prints itself without its text.
#[derive(Clone, PartialEq, Eq)]
pub struct UntakenLine(pub String);

impl std::fmt::Debug for UntakenLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UntakenLine(…)")
    }
}

/// Something of a read-back that the cursor can stand on.
#[derive(Clone, Debug, PartialEq)]
pub enum Readable<'r> {
    /// A decision.
    Decision(&'r Decision),
    /// An action.
    Action(&'r Action),
    /// A line that was not taken.
    Untaken(&'r UntakenLine),
    /// The item itself, when nothing stands below it.
    Item,
}

impl ReadBack {
    /// What the cursor can stand on, in the order in which it is read.
    pub fn readable(&self) -> Vec<Readable<'_>> {
        let decisions = self.agreed.decisions.iter().map(Readable::Decision);
        let actions = self.agreed.actions.iter().map(Readable::Action);
        let untaken = self.untaken.iter().map(Readable::Untaken);
        let rows: Vec<Readable<'_>> = decisions.chain(actions).chain(untaken).collect();
        if rows.is_empty() { vec![Readable::Item] } else { rows }
    }

    /// Whether a pupil was discussed and nothing was decided.
    pub fn lacks_decision(&self) -> bool {
        let said = matches!(self.state, ItemState::Discussed) || !self.agreed.actions.is_empty();
        self.agreed.pupil.is_some() && said && self.agreed.decisions.is_empty()
    }
}

/// What closing a meeting leaves behind, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Pupils and free points that were not discussed: they go to the next meeting.
    pub carried: usize,
    /// Open actions of the meeting without an owner or without a day.
    pub lacking: usize,
    /// Lines of table notes that were typed as a command and never taken.
    pub untaken: usize,
    /// Schools whose block was never held: nobody was said to be there, and nothing was discussed.
    pub unheld: usize,
    /// Blocks in which something was agreed that was not read back, or not any more as it is now.
    pub unread: usize,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A pupil.
    Pupil(PupilLine),
    /// A school.
    School {
        /// The school.
        id: Id,
        /// Its name.
        name: String,
        /// Its place.
        place: String,
    },
    /// A party.
    Party {
        /// The party.
        id: Id,
        /// Its name.
        name: String,
        /// Its place.
        place: String,
    },
    /// A professional.
    Person {
        /// The person.
        id: Id,
        /// Full name.
        name: String,
        /// The party.
        party: String,
        /// Telephone.
        phone: String,
    },
    /// A table note, with the pupil it is about and the words around the hit.
    Note {
        /// The pupil.
        pupil: PupilLine,
        /// When it was written.
        on: Day,
        /// A piece of the text.
        snippet: Snippet,
    },
}

impl Found {
    /// The pupil it is about, if it is about one.
    pub fn pupil(&self) -> Option<&PupilLine> {
        match self {
            Self::Pupil(line) | Self::Note { pupil: line, .. } => Some(line),
            Self::School { .. } | Self::Party { .. } | Self::Person { .. } => None,
        }
    }
}

/// A piece of a note; prints itself without its text.
#[derive(Clone, PartialEq, Eq)]
pub struct Snippet(pub String);

impl std::fmt::Debug for Snippet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Snippet(…)")
    }
}
