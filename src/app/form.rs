//! A form: fields with what is typed in them, and what they mean when they are kept.
//!
//! Forms exist in the private state alone. A form that is left with Esc is put aside with all that was typed and
//! comes back when it is opened again, so Esc never loses anything.

mod check;
mod choices;
mod field;
mod naming;
mod reading;

use chrono::NaiveTime;

use crate::domain::codes::TileKind;
use crate::domain::dates::{DateContext, read_later, read_length};
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::{Party, Person, School, SchoolCode, SchoolContacts};
use crate::domain::{Day, Id};
use crate::text::field::Field;

pub use choices::Choices;
pub use field::{FormField, Shape};
pub(super) use naming::Named;
use naming::{Choice, choose};
use reading::{read_day, read_time};
pub(super) use reading::{read_hours, read_minutes, read_percent};

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
    /// Whether what it will do was read back: only a form that takes its step for good asks for that, and any change in
    /// it asks anew.
    pub read_back: bool,
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
        self.check_again();
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
}
