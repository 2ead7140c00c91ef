//! The timeline: the roof over the pupil at hand.
//!
//! The rule: who, what and why stand behind the guard of the sight, so that a shared timeline holds neither care nor
//! register, wage value or exemption, nor a day that follows from them.

use super::Sight;
use super::guard::{TermView, Whose, Why, Work};
use crate::domain::Day;
use crate::domain::codes::{ContractForm, InstrumentKind};
use crate::domain::roof::Span;

/// The timeline pane.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<S: Sight> {
    /// The parties in the order of their first tile; a party whose tiles overlap has more than one row.
    pub rows: Vec<TimelineRow<S>>,
    /// Instruments by their mark.
    pub instruments: Vec<InstrumentView<S>>,
    /// Days to keep in sight, by day.
    pub marks: Vec<MarkView<S>>,
    /// Whether the pupil is held.
    pub held: HeldView,
    /// What is under the cursor.
    pub cursor: Option<Cursor>,
    /// What is to be told about it.
    pub detail: Option<Detail<S>>,
    /// First day drawn.
    pub from: Day,
    /// Last day drawn.
    pub until: Day,
    /// How wide a day is.
    pub scale: Scale,
}

impl<S: Sight> Default for Timeline<S> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            instruments: Vec::new(),
            marks: Vec::new(),
            held: HeldView::default(),
            cursor: None,
            detail: None,
            from: Day::default(),
            until: Day::default(),
            scale: Scale::default(),
        }
    }
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

/// A hand at a pupil, as far as a sight may tell whose it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Hand<S: Sight> {
    /// No hand.
    Nobody,
    /// A party that is not told.
    Other,
    /// This party.
    Known(S::Of<Whose>),
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow<S: Sight> {
    /// Whose tiles.
    pub hand: Hand<S>,
    /// Its tiles, none over another.
    pub tiles: Vec<TileView<S>>,
}

/// A tile.
#[derive(Clone, Debug, PartialEq)]
pub struct TileView<S: Sight> {
    /// What it is; none when that is not told.
    pub work: Option<S::Of<Work>>,
    /// First day.
    pub from: Day,
    /// Last day; none while open-ended.
    pub until: Option<Day>,
    /// Whether it holds the pupil.
    pub holds: bool,
    /// Whether it was broken off before its planned day.
    pub broken: bool,
}

/// An instrument: a point, or a span.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentView<S: Sight> {
    /// What it is.
    pub kind: S::Of<InstrumentKind>,
    /// The row of its party; none when it stands in the row of instruments.
    pub row: Option<usize>,
    /// Its first day.
    pub from: Day,
    /// Its last day; the same as the first for a point.
    pub until: Day,
    /// Whether it is under way or done, rather than asked for or put off.
    pub begun: bool,
}

/// A day to keep in sight.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkView<S: Sight> {
    /// What for.
    pub kind: MarkKind<S>,
    /// The day.
    pub on: Day,
    /// How it stands.
    pub standing: Standing,
}

/// What a day is to be kept in sight for.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkKind<S: Sight> {
    /// An instrument is looked at again.
    Review(S::Of<InstrumentKind>),
    /// A term.
    Term(S::Of<TermView>),
}

/// How a day to keep in sight stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to come.
    Ahead,
    /// It runs: it can be done now.
    Running,
    /// It has passed, and something is still to be done.
    Late,
    /// Nothing needs to be done any more.
    Settled,
}

/// Whether the pupil is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldView {
    /// The days on which the pupil must be held.
    pub span: Option<Span>,
    /// Days on which nobody holds.
    pub gaps: Vec<Span>,
    /// Days on which two hands hold: a handover.
    pub together: Vec<Span>,
    /// Last days of hands that let go without enough overlap.
    pub cold: Vec<Day>,
}

/// Which of the things drawn is under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// A tile: which row, which tile of it.
    Tile(usize, usize),
    /// An instrument.
    Instrument(usize),
    /// A day to keep in sight.
    Mark(usize),
    /// A gap.
    Gap(usize),
    /// A cold handover.
    Cold(usize),
}

/// What is told about the thing under the cursor.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail<S: Sight> {
    /// A tile.
    Tile {
        /// Whose.
        hand: Hand<S>,
        /// What it is.
        work: Option<S::Of<Work>>,
        /// First day.
        from: Day,
        /// Planned last day.
        planned: Option<Day>,
        /// Day on which it ended.
        ended: Option<Day>,
        /// Form of the contract.
        contract: Option<ContractForm>,
        /// Since when no guidance is needed.
        no_guidance: Option<Day>,
        /// Whether it holds.
        holds: bool,
        /// Why it ended.
        why: Option<S::Of<Why>>,
    },
    /// An instrument.
    Instrument {
        /// What it is.
        kind: S::Of<InstrumentKind>,
        /// What happened or will happen, and when, in order.
        steps: Vec<(Step, Day)>,
        /// Why it was put off.
        why: Option<S::Of<Why>>,
    },
    /// A day to keep in sight.
    Mark(MarkView<S>),
    /// A gap.
    Gap {
        /// Its days.
        span: Span,
        /// Whose hand lets go before it.
        lets_go: Hand<S>,
        /// Whose hand comes after it.
        comes: Hand<S>,
        /// What would fill it.
        offer: Offer<S>,
    },
    /// A cold handover.
    Cold {
        /// The last day of whoever lets go.
        on: Day,
        /// Who lets go.
        lets_go: Hand<S>,
        /// Who goes on.
        comes: Hand<S>,
        /// Days on which both hold, and on how many they should.
        overlap: (u16, u16),
    },
}

/// A step of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Asked for.
    Requested,
    /// Decided.
    Decided,
    /// Begun.
    Started,
    /// Ended.
    Ended,
    /// To be looked at again.
    Review,
    /// Put off until.
    Deferred,
}

/// A tile that would fill a gap.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer<S: Sight> {
    /// The gap is over.
    Over,
    /// Nobody can be proposed.
    Nobody,
    /// This hand, on these days.
    Tile(Hand<S>, Span),
}
