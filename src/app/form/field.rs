//! A field of a form: what it takes, and what stands in it.
//!
//! The rule: a field remembers where its value comes from, filled in, proposed or typed, because only what is typed is
//! put aside with the form, and only what is proposed gives way to the first letter.

use super::choices::Choices;
use super::naming::{Named, label};
use crate::app::edit::{Editor, Kind};
use crate::domain::{Day, Id};
use crate::text::field::Field;
use crate::text::notice::Refusal;

/// The most bytes of one field.
pub(super) const FIELD_LIMIT: usize = 2000;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// A text that must be there.
    Required,
    /// A day, or nothing.
    Day,
    /// A day that must be there.
    RequiredDay,
    /// A time of day, or nothing.
    Time,
    /// A time of day that must be there.
    RequiredTime,
    /// Whole minutes.
    Minutes,
    /// BRIN and branch.
    Brin,
    /// A number at school: text, but no BSN.
    Number,
    /// A professional by name, or nobody.
    Person,
    /// A party by name.
    Party,
    /// A party by name, or none.
    OptionalParty,
    /// A party by name; for work also the name of an employer who is not known yet.
    Employer,
    /// Hours of work in a week, or nothing.
    Hours,
    /// A percentage from 0 to 100, or nothing.
    Percent,
    /// A school by name or code, or none.
    School,
    /// One of a list.
    Choice(Choices),
}

/// A field with what is in it.
#[derive(Debug)]
pub struct FormField {
    /// Which.
    pub field: Field,
    /// What it takes.
    pub shape: Shape,
    /// What is typed in it.
    pub editor: Editor,
    /// The chosen place, of a list.
    pub chosen: usize,
    /// The record that was filled in, which its name stands for while nothing was typed.
    pub record: Option<Id>,
    /// Whether it was typed in.
    pub touched: bool,
    /// Whether what stands in it is proposed: the first letter that is typed takes its place.
    pub proposed: bool,
    /// Why it cannot be kept as it is.
    pub refusal: Option<Refusal>,
}

impl FormField {
    /// A field that is typed in.
    pub fn text(field: Field, shape: Shape, value: &str) -> Self {
        Self {
            field,
            shape,
            editor: Editor::new(value, Kind::OneLine, FIELD_LIMIT),
            chosen: 0,
            record: None,
            touched: false,
            proposed: false,
            refusal: None,
        }
    }

    /// A field with a day in it, written as it is read.
    pub fn day(field: Field, shape: Shape, value: Option<Day>) -> Self {
        Self::text(
            field,
            shape,
            &value.map(|d| d.format("%d-%m-%Y").to_string()).unwrap_or_default(),
        )
    }

    /// The field with what stands in it as a proposal.
    pub fn proposed(self) -> Self {
        Self { proposed: true, ..self }
    }

    /// The field with the record that its name stands for.
    pub fn of(self, record: Option<Id>) -> Self {
        Self { record, ..self }
    }

    /// A field with a record in it, by the name that tells it from the others.
    pub(in crate::app) fn record<T: Named>(field: Field, shape: Shape, all: &[T], filled: Option<(Id, &T)>) -> Self {
        Self {
            record: filled.map(|(id, _)| id),
            ..Self::text(
                field,
                shape,
                &filled.map(|(_, one)| label(all, one)).unwrap_or_default(),
            )
        }
    }

    /// A field with a list to choose from.
    pub fn choice(field: Field, choices: Choices, chosen: usize) -> Self {
        Self {
            chosen,
            ..Self::text(field, Shape::Choice(choices), "")
        }
    }
}
