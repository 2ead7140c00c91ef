//! What is wrong with the fields of a form, and how the program reads them, so that a slip is seen before it is kept.
//!
//! The rule: a form is kept only when no field is wrong. What is wrong is said at its field, when that is left or the
//! form is to be kept, and taken back as soon as it is mended.

use super::Form;
use super::choices::Choices;
use super::field::{FIELD_LIMIT, FormField, Shape};
use super::naming::{self, Choice};
use super::reading::{read_hours, read_minutes, read_percent};
use crate::app::edit::{Editor, Kind};
use crate::app::sight::{FieldValue, FieldView, FormView};
use crate::domain::dates::impossible_at_end;
use crate::domain::people::SchoolCode;
use crate::public::InputView;
use crate::text::Catalog;
use crate::text::field::Field;
use crate::text::notice::Refusal;

impl Form {
    /// Checks every field and marks what cannot be kept; the first such field gets the focus.
    pub fn check(&mut self) -> bool {
        let refusals: Vec<Option<Refusal>> = self.fields.iter().map(|f| self.refusal(f)).collect();
        for (field, refusal) in self.fields.iter_mut().zip(refusals) {
            field.refusal = refusal;
        }
        match self.fields.iter().position(|f| f.refusal.is_some()) {
            Some(at) => {
                self.focus = at;
                false
            }
            None => true,
        }
    }

    /// Takes back what was said of fields that can be kept as they are now: another field may have mended them.
    pub fn forget_mended(&mut self) {
        let mended: Vec<bool> = self.fields.iter().map(|f| self.refusal(f).is_none()).collect();
        for (field, mended) in self.fields.iter_mut().zip(mended) {
            field.refusal = field.refusal.filter(|why| !mended || *why == Refusal::TooLong);
        }
    }

    /// Checks what was brought back: what it names may be made, or gone, since. The field in focus may be half typed, so
    /// nothing is said of it that was not said before.
    pub(super) fn check_again(&mut self) {
        let refusals: Vec<Option<Refusal>> = self.fields.iter().map(|f| self.refusal(f)).collect();
        let focus = self.focus;
        for (at, (field, refusal)) in self.fields.iter_mut().zip(refusals).enumerate() {
            let said = field.refusal.is_some() || (at != focus && field.touched && refusal != Some(Refusal::Required));
            field.refusal = refusal.filter(|_| said);
        }
    }

    /// Checks the field in focus when it is left. What was typed to choose from its list begins anew.
    pub fn check_focus(&mut self) {
        if let Some(field) = self.fields.get_mut(self.focus)
            && matches!(field.shape, Shape::Choice(_))
        {
            field.editor = Editor::new("", Kind::OneLine, FIELD_LIMIT);
        }
        let refusal = self
            .fields
            .get(self.focus)
            .and_then(|f| self.refusal(f))
            .filter(|r| *r != Refusal::Required);
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.refusal = refusal;
        }
    }

    /// Marks a field, when the record as a whole cannot be kept because of it.
    pub fn refuse(&mut self, field: Field, refusal: Refusal) {
        if let Some(at) = self.fields.iter().position(|f| f.field == field) {
            self.focus = at;
            if let Some(field) = self.fields.get_mut(at) {
                field.refusal = Some(refusal);
            }
        }
    }

    fn refusal(&self, field: &FormField) -> Option<Refusal> {
        let text = field.editor.text().trim();
        let when = |wrong: bool, refusal: Refusal| (wrong && !text.is_empty()).then_some(refusal);
        let required = || text.is_empty().then_some(Refusal::Required);
        match field.shape {
            Shape::Choice(choices) => (field.chosen >= choices.len()).then_some(Refusal::Required),
            Shape::Text => None,
            Shape::Required => required(),
            Shape::Day => when(self.day(field.field).is_none(), no_day(text)),
            Shape::RequiredDay => required().or(when(self.day(field.field).is_none(), no_day(text))),
            Shape::Time => when(self.time(field.field).is_none(), Refusal::NoTime),
            Shape::RequiredTime => required().or(when(self.time(field.field).is_none(), Refusal::NoTime)),
            Shape::Minutes => required().or(when(read_minutes(text).is_none(), Refusal::NoNumber)),
            Shape::Brin => required().or(when(SchoolCode::parse(text).is_none(), Refusal::NoBrin)),
            Shape::Number => required().or(when(crate::domain::bsn::looks_like_bsn(text), Refusal::LooksLikeBsn)),
            Shape::Person if self.filled_in(field.field).is_some() => None,
            Shape::Person => when_chosen(text, &self.people_named(field.field), Refusal::NobodyYet),
            Shape::Party => required().or(when_chosen(text, &self.parties_named(field.field), Refusal::NoParty)),
            Shape::OptionalParty => when_chosen(text, &self.parties_named(field.field), Refusal::NoParty),
            Shape::Employer if self.makes_employer() => None,
            Shape::Employer => required().or(when_chosen(text, &self.parties_named(field.field), Refusal::NoParty)),
            Shape::Hours => when(read_hours(text).is_none(), Refusal::NoNumber),
            Shape::Percent => when(read_percent(text).is_none(), Refusal::NoNumber),
            Shape::School => when_chosen(text, &self.schools_named(field.field), Refusal::NoSchool),
        }
    }

    /// The form as it is shown.
    pub fn view(&self, catalog: &Catalog) -> FormView {
        let fields = self.fields.iter().enumerate().map(|(at, field)| {
            let value = match field.shape {
                Shape::Choice(choices) => FieldValue::Choice(choices.word(field.chosen, catalog).to_owned()),
                _ => FieldValue::Text(InputView {
                    text: field.editor.text().to_owned(),
                    cursor: (at == self.focus).then(|| field.editor.cursor()),
                    selection: field.editor.selection(),
                }),
            };
            let options = match field.shape {
                Shape::Choice(choices) => (0..choices.len()).map(|at| choices.word(at, catalog)).collect(),
                _ => Vec::new(),
            };
            FieldView {
                field: field.field,
                value,
                options,
                refusal: field.refusal,
                read_as: self.read_as(field, catalog),
            }
        });
        FormView {
            purpose: self.purpose,
            about: None,
            fields: fields.collect(),
            focus: self.focus,
            changed: self.changed,
            read_back: None,
        }
    }

    /// How the program reads what is typed, so that a slip is seen before it is kept.
    fn read_as(&self, field: &FormField, catalog: &Catalog) -> String {
        match field.shape {
            Shape::Day | Shape::RequiredDay => self.day(field.field).map(|d| catalog.day(d)).unwrap_or_default(),
            Shape::Person => naming::read_as(&self.people_named(field.field), &self.lookup.people, 2),
            Shape::Employer if self.makes_employer() => catalog.entry.new_employer.to_owned(),
            Shape::Party | Shape::OptionalParty | Shape::Employer => {
                naming::read_as(&self.parties_named(field.field), &self.lookup.parties, 1)
            }
            Shape::School => naming::read_as(&self.schools_named(field.field), &self.lookup.schools, 2),
            Shape::Choice(Choices::Informed) => self
                .informs()
                .map_or_else(String::new, |count| catalog.rights.pupils(count)),
            _ => String::new(),
        }
    }
}

/// Why what is typed chooses no record: there is none, or more than one.
fn when_chosen<T>(text: &str, choice: &Choice<'_, T>, none: Refusal) -> Option<Refusal> {
    match choice {
        _ if text.is_empty() => None,
        Choice::One(_) => None,
        Choice::Nobody => Some(none),
        Choice::Several(_) => Some(Refusal::SameName),
    }
}

/// Why a text is no day: what looks like one and stands on no calendar is another slip than a word.
fn no_day(text: &str) -> Refusal {
    if impossible_at_end(text).is_some() {
        Refusal::NoSuchDay
    } else {
        Refusal::NoDay
    }
}
