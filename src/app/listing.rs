//! Lists over many pupils: who is to be discussed, everybody by name, how well they are held, and who holds in summer.
//!
//! The rule: a list is read when it is opened or asked for by a key, never while moving in it, and is as long as a
//! screen can use, however many pupils the file has. It says of every school what it left out and why, so that nobody
//! drops off silently. Lists hold full names, so they exist in the private state alone.

pub mod view;

use crate::domain::coverage::Tally;
use crate::domain::dossier::PupilLine;
use crate::domain::roof::Span;
use crate::domain::{Day, Id};
use crate::public::ReasonView;

/// Rows of one school in a list of that school alone; the key that reads everything lifts it.
pub const ROWS: usize = 500;
/// Rows of each school in a list of all schools: the first by urgency or by name, the rest is one Enter away.
pub const ROWS_EACH: usize = 20;
/// Pupils that a list of all schools reads when it is opened: the schools in the order of their names, each as a whole
/// or not at all. A region has some hundreds; a file that has more is read further only when that is asked for.
pub const PUPILS: usize = 1000;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Who is to be discussed, and why.
    Turn,
    /// Everybody, by name.
    Names,
    /// Days to cover and covered, gaps and cold handovers.
    Coverage,
    /// Who holds whom from 1 August up to and including 30 September.
    Summer,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListAsk {
    /// Which list.
    pub kind: ListKind,
    /// Of which school; none for all of them.
    pub school: Option<Id>,
    /// Whether everything is read, however long that takes.
    pub everything: bool,
}

/// A list, and which of its rows is selected.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// What was asked for.
    pub ask: ListAsk,
    /// School by school, in the order of their names.
    pub sections: Vec<Section>,
    /// What each party holds of everybody that was read; of the coverage.
    pub hands: Vec<HandTally>,
    /// The days that the summer list is about.
    pub summer: Option<Span>,
    /// The selected row.
    pub selected: usize,
}

/// A school in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The school.
    pub school: Id,
    /// Its name.
    pub name: String,
    /// How many pupils it has.
    pub pupils: usize,
    /// Whether it was read.
    pub read: bool,
    /// Its first rows.
    pub rows: Vec<ListRow>,
    /// How many rows follow on these.
    pub more: usize,
    /// How many names it lacks because an objection stands.
    pub objections: usize,
    /// How many were taken off the proposals by hand.
    pub removed: usize,
    /// How many of its pupils the list has nothing to tell about.
    pub silent: usize,
    /// Its days and handovers; of coverage and summer list.
    pub tally: Tally,
}

/// A pupil in a list, with as much as it tells.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Who.
    pub line: PupilLine,
    /// Why to be discussed, the most urgent first.
    pub why: Vec<ReasonView>,
    /// Since when out of sight, recorded or because nothing was recorded for long.
    pub out_of_sight: Option<Day>,
    /// Since when recorded as out of sight.
    pub recorded_out_of_sight: Option<Day>,
    /// The day on which the pupil was taken off the proposals, while that stands.
    pub removed: Option<Day>,
    /// Days on which nobody holds.
    pub gaps: Vec<Span>,
    /// Handovers without enough overlap.
    pub cold: Vec<Cold>,
    /// Who holds, by first day.
    pub held: Vec<Holding>,
}

impl ListRow {
    /// How many days nobody holds.
    pub fn gap_days(&self) -> u32 {
        self.gaps.iter().map(|gap| gap.days()).sum()
    }
}

/// A handover without enough overlap, with the names of the hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cold {
    /// The last day of whoever lets go.
    pub on: Day,
    /// Who lets go.
    pub from: String,
    /// Who goes on.
    pub to: String,
    /// Days that both hold, and that they should.
    pub overlap: (u16, u16),
}

/// A party that holds a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Its name.
    pub party: String,
    /// The people, by name.
    pub people: Vec<String>,
    /// The days.
    pub days: Vec<Span>,
}

/// What a party holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandTally {
    /// Its name.
    pub name: String,
    /// How many pupils.
    pub pupils: usize,
    /// On how many days altogether.
    pub days: u64,
    /// How often it lets go coldly.
    pub cold: usize,
}

/// A row of a list as it is walked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A school.
    School(usize),
    /// A pupil of a school.
    Pupil(usize, usize),
    /// The pupils of a school that are not shown.
    More(usize),
    /// A party.
    Hand(usize),
}

impl Listing {
    /// The rows from top to bottom.
    pub fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (at, section) in self.sections.iter().enumerate() {
            if self.ask.school.is_none() {
                places.push(Place::School(at));
            }
            // Of all schools together the coverage tells the totals; the names are one Enter away.
            if self.ask.school.is_some() || self.ask.kind != ListKind::Coverage {
                places.extend((0..section.rows.len()).map(|row| Place::Pupil(at, row)));
                places.extend((section.more > 0).then_some(Place::More(at)));
            }
        }
        places.extend((0..self.hands.len()).map(Place::Hand));
        places
    }

    /// The selected row.
    pub fn place(&self) -> Option<Place> {
        self.places().get(self.selected).copied()
    }

    /// The pupil of the selected row.
    pub fn pupil(&self) -> Option<&ListRow> {
        match self.place()? {
            Place::Pupil(section, row) => self.sections.get(section)?.rows.get(row),
            Place::School(_) | Place::More(_) | Place::Hand(_) => None,
        }
    }

    /// Selects the row of a pupil, and else one that is there.
    pub fn select(&mut self, pupil: Option<Id>, else_at: usize) {
        let places = self.places();
        let of = |place: &Place| match place {
            Place::Pupil(section, row) => {
                let row = self.sections.get(*section).and_then(|s| s.rows.get(*row));
                row.map(|row| row.line.id)
            }
            Place::School(_) | Place::More(_) | Place::Hand(_) => None,
        };
        let found = pupil.and_then(|pupil| places.iter().position(|place| of(place) == Some(pupil)));
        self.selected = found.unwrap_or(else_at).min(places.len().saturating_sub(1));
    }
}
