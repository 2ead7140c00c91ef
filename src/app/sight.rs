//! The chair's own sight: what a board holds in the private state.

use super::listing::view::ListingView;
use crate::domain::Day;
use crate::domain::codes::{ContractForm, InstrumentKind, PrimaryResult, TileKind, Willing};
use crate::domain::intent::Intent;
use crate::domain::placement::Lasted;
use crate::domain::result::Plot;
use crate::domain::trajectory::{Instrument, Tile};
use crate::public::{Guard, Guarded, InputView, ReasonView, ResultsView, Sight};
use crate::text::field::Field;
use crate::text::notice::Refusal;

/// The private screen: the chair alone sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Private;

impl Sight for Private {
    type Name = PrivateName;
    type Title = PrivateName;
    type Extra = PrivateCard;
    type Overlay = PrivateOverlay;
    type Reason = ReasonView;
    type Why = ReasonView;
    type Aside = TermAside;
    type Of<T: Guarded> = Own<T>;
}

/// A value that the chair may see, whatever it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Own<T>(T);

impl<T: Guarded> Guard<T> for Own<T> {
    fn of(value: T) -> Option<Self> {
        Some(Self(value))
    }

    fn get(&self) -> &T {
        &self.0
    }
}

/// A pupil by full name, and whether others may see even the initials.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateName {
    /// The full name.
    pub full: String,
    /// The case number under which the pupil is shown while shared, when nameless there.
    pub nameless: Option<u16>,
}

/// What was noted at the mark of a term.
#[derive(Clone, PartialEq, Eq)]
pub struct TermAside {
    /// Why; may be empty.
    pub reason: String,
    /// Who marked it.
    pub by: String,
    /// When.
    pub on: Day,
}

impl std::fmt::Debug for TermAside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TermAside({})", self.on)
    }
}

/// What the private card says more.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateCard {
    /// Number at the school.
    pub number: String,
    /// Day of birth.
    pub birth: Option<Day>,
    /// Class.
    pub class: String,
    /// Municipality of residence.
    pub residence: String,
    /// Day on which sharing was explained; why the pupil is nameless when absent.
    pub informed_on: Option<Day>,
    /// Whether a basis for sharing with everybody stands; also why the pupil is nameless when none does.
    pub has_basis: bool,
    /// Day of an objection.
    pub objection_on: Option<Day>,
    /// Nameless here because the pupil may not be shared with somebody at this table.
    pub barred_here: bool,
    /// Surroundings: name, relation, telephone, willing to take part.
    pub network: Vec<(String, String, String, Willing)>,
    /// Working notes: day and text, newest first.
    pub working: Vec<(Day, String)>,
    /// Wage value, register and exemption: not shown while shared.
    pub instruments: Vec<HeldBack>,
}

/// An instrument that is told to the chair alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// What it is.
    pub kind: InstrumentKind,
    /// Its mark on the timeline.
    pub on: Option<Day>,
    /// Put off until this day.
    pub deferred_until: Option<Day>,
    /// Why; may be empty.
    pub deferred_reason: String,
    /// Its percentage.
    pub value: Option<u8>,
    /// What came of it; may be empty.
    pub result: String,
}

impl std::fmt::Debug for PrivateName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrivateName(…)")
    }
}

impl std::fmt::Debug for PrivateCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrivateCard(…)")
    }
}

/// What may lie over the panes in the private state alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrivateOverlay {
    /// A form.
    Form(FormView),
    /// A list over many pupils.
    Pupils(ListingView),
    /// The card of an employer.
    Employer(EmployerView),
    /// A trajectory in words.
    History(HistoryView),
    /// A list of what follows the meeting.
    Rows(RowsView),
    /// Results with every count, and what came of it besides.
    Results(Box<OwnResults>),
}

/// Results as the chair sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnResults {
    /// The tables.
    pub table: ResultsView<u64>,
    /// Below them what came of it besides, in sentences.
    pub besides: Vec<String>,
    /// Whether the cursor goes on below the last row.
    pub goes_on: bool,
    /// What stands in place of the tables, where the cursor went on.
    pub page: Option<ResultPage>,
}

/// A part of what came of a cohort besides its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultPage {
    /// Its title.
    pub title: String,
    /// Which page it is, from 1, and of how many.
    pub place: (usize, usize),
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
    /// What is said below it.
    pub notes: Vec<String>,
    /// Lines, drawn above the rows.
    pub plot: Option<Plot>,
}

/// A list of what follows the meeting: documents, actions, lessons.
#[derive(Clone, PartialEq, Eq)]
pub struct RowsView {
    /// Its title.
    pub title: String,
    /// What is typed to filter it; absent where nothing was.
    pub filter: Option<InputView>,
    /// What stands in place of what is typed while that is empty.
    pub placeholder: &'static str,
    /// Its rows, headings among them.
    pub rows: Vec<RowView>,
    /// The selected one.
    pub selected: usize,
    /// Below it: what can be done, most useful first.
    pub foot: Vec<String>,
}

/// A row of such a list.
#[derive(Clone, PartialEq, Eq)]
pub struct RowView {
    /// What stands in it.
    pub text: String,
    /// What stands at its end.
    pub aside: String,
    /// What it means.
    pub tone: Tone,
}

/// What a row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A heading: never selected.
    Heading,
    /// Like the others.
    Plain,
    /// Past its day.
    Late,
    /// Over and done.
    Done,
    /// A sentence that may not be cut: it takes as many lines as it needs.
    Said,
}

impl std::fmt::Debug for RowsView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RowsView({} rows)", self.rows.len())
    }
}

/// A trajectory in words.
#[derive(Clone, PartialEq, Eq)]
pub struct HistoryView {
    /// Whose.
    pub pupil: PrivateName,
    /// What is told, by day.
    pub rows: Vec<EventRow>,
    /// The selected one.
    pub selected: usize,
}

/// One row of a trajectory in words.
#[derive(Clone, PartialEq, Eq)]
pub enum EventRow {
    /// A tile, and whether it holds the pupil.
    Tile(Box<Tile>, bool),
    /// An instrument.
    Instrument(Box<Instrument>),
    /// A relapse: its day, and from where.
    Relapse(Day, Option<PrimaryResult>),
}

impl std::fmt::Debug for HistoryView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HistoryView({} rows)", self.rows.len())
    }
}

/// The card of an employer: who was placed there, and what lasted.
#[derive(Clone, PartialEq, Eq)]
pub struct EmployerView {
    /// Its name.
    pub name: String,
    /// Where it is; may be empty.
    pub place: String,
    /// How many of those shown are still there.
    pub still: usize,
    /// Who was placed, newest first.
    pub rows: Vec<PlacementRow>,
    /// First row shown.
    pub top: usize,
}

/// One pupil's time with an employer.
#[derive(Clone, PartialEq, Eq)]
pub struct PlacementRow {
    /// Who.
    pub pupil: PrivateName,
    /// Job, placement or internship.
    pub kind: TileKind,
    /// Form of the contract.
    pub contract: Option<ContractForm>,
    /// Hours in a week.
    pub hours: Option<u16>,
    /// First day.
    pub from: Day,
    /// Last day, actual or else planned; open when absent.
    pub until: Option<Day>,
    /// How long it lasted.
    pub lasted: Lasted,
    /// Why it ended; may be empty.
    pub why: String,
}

impl std::fmt::Debug for EmployerView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EmployerView({} rows)", self.rows.len())
    }
}

/// A form: fields with what is in them and what is wrong with it.
#[derive(Clone, PartialEq, Eq)]
pub struct FormView {
    /// What the form is for.
    pub purpose: Intent,
    /// About whom, where a list was left for it.
    pub about: Option<String>,
    /// Its fields in order.
    pub fields: Vec<FieldView>,
    /// Which one has the focus.
    pub focus: usize,
    /// Whether something was changed and not yet kept.
    pub changed: bool,
    /// What will happen for good, and the key that does it.
    pub read_back: Option<String>,
}

/// A field of a form.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// What is in it.
    pub value: FieldValue,
    /// Of a list: every word there is to choose from.
    pub options: Vec<&'static str>,
    /// Why it cannot be kept as it is.
    pub refusal: Option<Refusal>,
    /// How the program reads it: a day with its weekday, for example. Empty when there is nothing to add.
    pub read_as: String,
}

/// What is in a field.
#[derive(Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Text.
    Text(InputView),
    /// One of a list, by its word: changed with left and right or by its first letter.
    Choice(String),
}

impl std::fmt::Debug for FormView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FormView({:?})", self.purpose)
    }
}
