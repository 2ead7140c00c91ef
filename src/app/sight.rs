//! The chair's own sight: what a board holds in the private state.

use super::listing::view::ListingView;
use crate::domain::Day;
use crate::domain::codes::Willing;
use crate::domain::intent::Intent;
use crate::public::{InputView, ReasonView, Sight};
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
}

/// A pupil by full name, and whether others may see even the initials.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateName {
    /// The full name.
    pub full: String,
    /// The case number under which the pupil is shown while shared, when nameless there.
    pub nameless: Option<u16>,
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
    /// Day of an objection.
    pub objection_on: Option<Day>,
    /// Surroundings: name, relation, telephone, willing to take part.
    pub network: Vec<(String, String, String, Willing)>,
    /// Working notes: day and text, newest first.
    pub working: Vec<(Day, String)>,
    /// Wage value, register and exemption: not shown while shared.
    pub instruments: Vec<(crate::domain::codes::InstrumentKind, Option<Day>, Option<Day>)>,
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

/// What lies over the panes in the private state alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrivateOverlay {
    /// A form.
    Form(FormView),
    /// A list over many pupils.
    Pupils(ListingView),
}

/// A form: fields with what is in them and what is wrong with it.
#[derive(Clone, PartialEq, Eq)]
pub struct FormView {
    /// What the form is for.
    pub purpose: Intent,
    /// Its fields in order.
    pub fields: Vec<FieldView>,
    /// Which one has the focus.
    pub focus: usize,
    /// Whether something was changed and not yet kept.
    pub changed: bool,
}

/// A field of a form.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// What is in it.
    pub value: FieldValue,
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
