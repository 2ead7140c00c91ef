//! A list over many pupils as it is shown: the rows near the selected one, with full names; private.

use super::{Cold, HandTally, Holding, ListKind};
use crate::app::sight::PrivateName;
use crate::domain::Day;
use crate::domain::coverage::Tally;
use crate::domain::roof::Span;
use crate::public::ReasonView;

/// A list as it is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct ListingView {
    /// Which list.
    pub kind: ListKind,
    /// The school it is about; none for all of them.
    pub school: Option<String>,
    /// The rows near the selected one.
    pub rows: Vec<ListingRow>,
    /// Which of them is selected.
    pub selected: usize,
    /// How many rows lie before and after these.
    pub beyond: (usize, usize),
    /// How many names it lacks because an objection stands.
    pub objections: usize,
    /// How many pupils were taken off the queue by hand.
    pub removed: usize,
    /// How many of those who were read have nothing for this list to tell.
    pub silent: usize,
    /// Everybody who was read together; of coverage and summer list.
    pub total: Tally,
    /// Days that the summer list is about.
    pub summer: Option<Span>,
    /// Today.
    pub today: Day,
}

/// A row.
#[derive(Clone, PartialEq, Eq)]
pub enum ListingRow {
    /// A school.
    School {
        /// Its name.
        name: String,
        /// How many pupils it has.
        pupils: usize,
        /// Whether it was read.
        read: bool,
        /// Whether nobody of it is on the list.
        empty: bool,
        /// Its days; of coverage and summer list.
        tally: Option<Tally>,
    },
    /// A pupil.
    Pupil(Box<PupilRow>),
    /// So many rows more, and whether they are read here and not as the list of that school.
    More(usize, bool),
    /// What a party holds.
    Hand(HandTally),
}

/// A pupil in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilRow {
    /// Who.
    pub name: PrivateName,
    /// Whether on the agenda of the meeting on the table.
    pub on_agenda: bool,
    /// Why to be discussed.
    pub why: Vec<ReasonView>,
    /// Since when out of sight.
    pub out_of_sight: Option<Day>,
    /// When taken off the queue by hand.
    pub removed: Option<Day>,
    /// Days on which nobody holds.
    pub gaps: Vec<Span>,
    /// How many days that are.
    pub gap_days: u32,
    /// Handovers without enough overlap.
    pub cold: Vec<Cold>,
    /// Who holds.
    pub held: Vec<Holding>,
}

impl std::fmt::Debug for ListingView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ListingView({:?}, {} rows)", self.kind, self.rows.len())
    }
}
