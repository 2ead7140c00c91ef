//! A form: fields with what is typed in them, how it is read, and what is wrong with it.
//!
//! Forms exist in the private state alone. A form that is left with Esc is put aside with all that was typed and
//! comes back when it is opened again, so Esc never loses anything.

mod choices;
mod naming;
mod reading;

use chrono::NaiveTime;

use super::edit::{Editor, Kind};
use super::sight::{FieldValue, FieldView, FormView};
use crate::domain::codes::TileKind;
use crate::domain::dates::{DateContext, read_later, read_length};
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::{Party, Person, School, SchoolCode, SchoolContacts};
use crate::domain::{Day, Id};
use crate::public::InputView;
use crate::text::Catalog;
use crate::text::field::Field;
use crate::text::notice::Refusal;

pub use choices::Choices;
use naming::{Choice, choose};
pub(super) use naming::{Named, label};
use reading::{read_day, read_time};
pub(super) use reading::{read_hours, read_minutes, read_percent};

/// The most bytes of one field.
const FIELD_LIMIT: usize = 2000;

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
    pub(super) fn record<T: Named>(field: Field, shape: Shape, all: &[T], filled: Option<(Id, &T)>) -> Self {
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

/// What a form may look things up in.
#[derive(Debug, Default)]
pub struct Lookup {
    /// Professionals.
    pub people: Vec<Person>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Schools.
    pub schools: Vec<School>,
    /// The contacts of the school it is about.
    pub contacts: Option<SchoolContacts>,
    /// How many pupils each choice of [`Field::InformScope`] is about.
    pub whom: [usize; 3],
}

/// A form.
#[derive(Debug)]
pub struct Form {
    /// What it is for.
    pub purpose: Intent,
    /// The record it changes; none for a new one.
    pub target: Option<Id>,
    /// The school it was opened at: that of a new pupil.
    pub school: Option<Id>,
    /// Its fields in order.
    pub fields: Vec<FormField>,
    /// The field in focus.
    pub focus: usize,
    /// Whether something was typed.
    pub changed: bool,
    /// Where names are looked up.
    pub lookup: Lookup,
    /// The days that phrases refer to.
    pub dates: DateContext,
}

impl Form {
    /// Takes over what was typed in a form that was put aside.
    pub fn bring_back(&mut self, kept: Self) {
        self.focus = kept.focus.min(self.fields.len().saturating_sub(1));
        self.changed = kept.changed;
        for field in kept.fields.into_iter().filter(|f| f.touched) {
            if let Some(here) = self.fields.iter_mut().find(|f| f.field == field.field) {
                *here = field;
            }
        }
    }

    /// The field of this name.
    pub fn field(&self, field: Field) -> Option<&FormField> {
        self.fields.iter().find(|f| f.field == field)
    }

    /// The text of a field, trimmed; empty where the form has no such field.
    pub fn text(&self, field: Field) -> String {
        self.field(field)
            .map(|f| f.editor.text().trim().to_owned())
            .unwrap_or_default()
    }

    /// The place chosen in a list.
    pub fn chosen(&self, field: Field) -> usize {
        self.field(field).map_or(0, |f| f.chosen)
    }

    /// The value chosen from a code list.
    pub fn code<T: Copy>(&self, field: Field, all: &[T]) -> Option<T> {
        all.get(self.chosen(field)).copied()
    }

    /// How many pupils the form about a whole list would record as informed.
    pub fn informs(&self) -> Option<usize> {
        self.lookup.whom.get(self.chosen(Field::InformScope)).copied()
    }

    /// The day in a field, when it can be read.
    pub fn day(&self, field: Field) -> Option<Day> {
        let text = self.text(field);
        self.counted(field, &text)
            .or_else(|| read_day(field, &text, &self.dates))
    }

    /// A length, `+2m`, counted from where the tile or instrument itself begins: the end of a period is its last day,
    /// the day to look again is that much later. Elsewhere it counts from today, as in every phrase.
    fn counted(&self, field: Field, text: &str) -> Option<Day> {
        match field {
            Field::Until => read_length(text, self.day(Field::From)?),
            Field::Ended => read_length(text, self.day(Field::Started)?),
            Field::Review => read_later(text, self.day(Field::Started)?),
            _ => None,
        }
    }

    /// The time in a field.
    pub fn time(&self, field: Field) -> Option<NaiveTime> {
        read_time(&self.text(field))
    }

    /// The record that a field was filled in with, while nothing was typed in it.
    pub fn filled_in(&self, field: Field) -> Option<Id> {
        self.field(field).filter(|f| !f.touched).and_then(|f| f.record)
    }

    /// The professional named in a field.
    pub fn person(&self, field: Field) -> Option<&Person> {
        self.people_named(field).one()
    }

    /// Who is named in a field, as an id: also somebody who was filled in and is no longer at work.
    pub fn person_id(&self, field: Field) -> Option<Id> {
        self.filled_in(field).or_else(|| self.person(field).map(|p| p.id))
    }

    fn people_named(&self, field: Field) -> Choice<'_, Person> {
        self.choice_of(field, &self.lookup.people, |p| p.id)
    }

    /// The party named in a field.
    pub fn party(&self, field: Field) -> Option<&Party> {
        self.parties_named(field).one()
    }

    /// Whether keeping the form makes an employer: work is entered with one whose name no party has, not even in part.
    pub fn makes_employer(&self) -> bool {
        let wanted = fold(&self.text(Field::Party));
        let work = matches!(
            self.code(Field::TileKind, TileKind::ALL),
            Some(TileKind::Job | TileKind::Placement | TileKind::Internship)
        );
        let begins = |p: &Party| fold(&p.name).split(' ').any(|word| word.starts_with(&wanted));
        work && !wanted.is_empty() && self.party(Field::Party).is_none() && !self.lookup.parties.iter().any(begins)
    }

    fn parties_named(&self, field: Field) -> Choice<'_, Party> {
        self.choice_of(field, &self.lookup.parties, |p| p.id)
    }

    /// The school named in a field, by name or code.
    pub fn school(&self, field: Field) -> Option<&School> {
        self.schools_named(field).one()
    }

    fn schools_named(&self, field: Field) -> Choice<'_, School> {
        let code = SchoolCode::parse(&self.text(field));
        match code.and_then(|code| self.lookup.schools.iter().find(|s| s.code == code)) {
            Some(school) => Choice::One(school),
            None => self.choice_of(field, &self.lookup.schools, |s| s.id),
        }
    }

    fn choice_of<'t, T: Named>(&self, field: Field, all: &'t [T], id: fn(&T) -> Id) -> Choice<'t, T> {
        let filled = self.filled_in(field);
        let kept = all.iter().find(|record| filled == Some(id(record)));
        kept.map_or_else(|| choose(all, &self.text(field)), Choice::One)
    }

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
            Shape::Day => when(self.day(field.field).is_none(), Refusal::NoDay),
            Shape::RequiredDay => required().or(when(self.day(field.field).is_none(), Refusal::NoDay)),
            Shape::Time => when(self.time(field.field).is_none(), Refusal::NoTime),
            Shape::RequiredTime => required().or(when(self.time(field.field).is_none(), Refusal::NoTime)),
            Shape::Minutes => required().or(when(read_minutes(text).is_none(), Refusal::NoNumber)),
            Shape::Brin => required().or(when(SchoolCode::parse(text).is_none(), Refusal::NoBrin)),
            Shape::Number => required().or(when(crate::domain::bsn::looks_like_bsn(text), Refusal::LooksLikeBsn)),
            Shape::Person if self.filled_in(field.field).is_some() => None,
            Shape::Person => when_chosen(text, &self.people_named(field.field), Refusal::Nobody),
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
