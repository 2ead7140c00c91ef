//! A form: fields with what is typed in them, how it is read, and what is wrong with it.
//!
//! Forms exist in the private state alone. A form that is left with Esc is put aside with all that was typed and
//! comes back when it is opened again, so Esc never loses anything.

mod reading;

use chrono::NaiveTime;

use super::edit::{Editor, Kind};
use super::sight::{FieldValue, FieldView, FormView};
use crate::domain::codes::{
    ChanceLevel, ExitProfile, Goal, Lane, MeetingKind, PartyKind, Route, SchoolKind, TileKind, Willing,
};
use crate::domain::dates::DateContext;
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::{Party, Person, School, SchoolCode};
use crate::domain::{Day, Id};
use crate::public::InputView;
use crate::text::Catalog;
use crate::text::field::Field;
use crate::text::notice::Refusal;

pub(super) use reading::read_minutes;
use reading::{find_person, one_or_exact, read_day, read_time};

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
    PartyOrNone,
    /// A school by name or code, or none.
    School,
    /// One of a list.
    Choice(Choices),
}

/// Lists to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the code list it is named after")]
pub enum Choices {
    Profile,
    Goal,
    Route,
    /// A chance that may not be assessed yet.
    Chance,
    SchoolKind,
    PartyKind,
    MeetingKind,
    Lane,
    TileKind,
    Willing,
    /// Yes, no or not recorded.
    YesNo,
}

impl Choices {
    /// How many there are.
    pub fn len(self) -> usize {
        match self {
            Self::Profile => ExitProfile::ALL.len(),
            Self::Goal => Goal::ALL.len(),
            Self::Route => Route::ALL.len(),
            Self::Chance => ChanceLevel::ALL.len() + 1,
            Self::SchoolKind => SchoolKind::ALL.len(),
            Self::PartyKind => PartyKind::ALL.len(),
            Self::MeetingKind => MeetingKind::ALL.len(),
            Self::Lane => Lane::ALL.len(),
            Self::TileKind => TileKind::ALL.len(),
            Self::Willing => Willing::ALL.len(),
            Self::YesNo => 3,
        }
    }

    /// Whether there are none; there always are.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The word of the choice at a place.
    pub fn word(self, at: usize, catalog: &Catalog) -> &'static str {
        let none = catalog.screen.nothing;
        match self {
            Self::Profile => ExitProfile::ALL.get(at).map_or(none, |v| catalog.codes.profile(*v)),
            Self::Goal => Goal::ALL.get(at).map_or(none, |v| catalog.codes.goal(*v)),
            Self::Route => Route::ALL.get(at).map_or(none, |v| catalog.codes.route(*v)),
            Self::Chance => at
                .checked_sub(1)
                .and_then(|at| ChanceLevel::ALL.get(at))
                .map_or(none, |v| catalog.codes.level(*v)),
            Self::SchoolKind => SchoolKind::ALL.get(at).map_or(none, |v| catalog.codes.school_kind(*v)),
            Self::PartyKind => PartyKind::ALL.get(at).map_or(none, |v| catalog.codes.party(*v)),
            Self::MeetingKind => MeetingKind::ALL.get(at).map_or(none, |v| catalog.codes.meeting(*v)),
            Self::Lane => Lane::ALL.get(at).map_or(none, |v| catalog.codes.lane(*v)),
            Self::TileKind => TileKind::ALL.get(at).map_or(none, |v| catalog.codes.tile(*v)),
            Self::Willing => Willing::ALL.get(at).map_or(none, |v| catalog.codes.willing(*v)),
            Self::YesNo => match at {
                1 => catalog.screen.yes,
                2 => catalog.screen.no,
                _ => none,
            },
        }
    }
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
    /// Whether it was typed in.
    pub touched: bool,
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
            touched: false,
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

    /// The day in a field, when it can be read.
    pub fn day(&self, field: Field) -> Option<Day> {
        read_day(&self.text(field), &self.dates)
    }

    /// The time in a field.
    pub fn time(&self, field: Field) -> Option<NaiveTime> {
        read_time(&self.text(field))
    }

    /// The professional named in a field.
    pub fn person(&self, field: Field) -> Option<&Person> {
        find_person(&self.text(field), &self.lookup.people)
    }

    /// The party named in a field.
    pub fn party(&self, field: Field) -> Option<&Party> {
        let wanted = fold(&self.text(field));
        one_or_exact(&self.lookup.parties, &wanted, |p| fold(&p.name))
    }

    /// The school named in a field.
    pub fn school(&self, field: Field) -> Option<&School> {
        let text = self.text(field);
        let by_code = SchoolCode::parse(&text).and_then(|code| self.lookup.schools.iter().find(|s| s.code == code));
        by_code.or_else(|| one_or_exact(&self.lookup.schools, &fold(&text), |s| fold(&s.name)))
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

    /// Checks the field in focus when it is left.
    pub fn check_focus(&mut self) {
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
            Shape::Text | Shape::Choice(_) => None,
            Shape::Required => required(),
            Shape::Day => when(self.day(field.field).is_none(), Refusal::NoDay),
            Shape::RequiredDay => required().or(when(self.day(field.field).is_none(), Refusal::NoDay)),
            Shape::Time => when(self.time(field.field).is_none(), Refusal::NoTime),
            Shape::RequiredTime => required().or(when(self.time(field.field).is_none(), Refusal::NoTime)),
            Shape::Minutes => required().or(when(read_minutes(text).is_none(), Refusal::NoNumber)),
            Shape::Brin => required().or(when(SchoolCode::parse(text).is_none(), Refusal::NoBrin)),
            Shape::Number => required().or(when(crate::domain::bsn::looks_like_bsn(text), Refusal::LooksLikeBsn)),
            Shape::Person => when(self.person(field.field).is_none(), Refusal::Nobody),
            Shape::Party => required().or(when(self.party(field.field).is_none(), Refusal::Nobody)),
            Shape::PartyOrNone => when(self.party(field.field).is_none(), Refusal::Nobody),
            Shape::School => when(self.school(field.field).is_none(), Refusal::NoSchool),
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
            FieldView {
                field: field.field,
                value,
                refusal: field.refusal,
                read_as: self.read_as(field, catalog),
            }
        });
        FormView {
            purpose: self.purpose,
            fields: fields.collect(),
            focus: self.focus,
            changed: self.changed,
        }
    }

    /// How the program reads what is typed, so that a slip is seen before it is kept.
    fn read_as(&self, field: &FormField, catalog: &Catalog) -> String {
        match field.shape {
            Shape::Day | Shape::RequiredDay => self.day(field.field).map(|d| catalog.day(d)).unwrap_or_default(),
            Shape::Person => self
                .person(field.field)
                .map(|p| format!("{} · {}", p.full(), p.party_name))
                .unwrap_or_default(),
            Shape::Party | Shape::PartyOrNone => self.party(field.field).map(|p| p.name.clone()).unwrap_or_default(),
            Shape::School => self
                .school(field.field)
                .map(|s| format!("{} · {}", s.name, s.place))
                .unwrap_or_default(),
            _ => String::new(),
        }
    }
}
