//! What each form asks, with what is known, or a sensible default, in each field.

mod kept;
mod rights;
mod trajectory;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::form::{Choices, FormField, Lookup, Shape};
use super::reading::{item_meant, part_at_hand};
use super::state::State;
use crate::domain::codes::{
    ChanceKind, ChanceLevel, ExitProfile, Goal, InstrumentKind, Lane, MeetingKind, PartyKind, Route, SchoolKind,
    Willing,
};
use crate::domain::holidays::{Region, Summers, is_public_holiday};
use crate::domain::intent::Intent;
use crate::domain::meeting::{AgendaItem, Meeting};
use crate::domain::people::{NetworkPerson, Party, Person, SchoolContacts};
use crate::domain::pupil::Pupil;
use crate::domain::{Day, Id, Moment};
use crate::text::field::Field as F;

pub(super) use kept::{Known, acts};
pub(super) use rights::rectification;
pub(super) use trajectory::follow_kind;

/// The fields of a form with what is known, or a sensible default, in each. `None` when its record is gone.
pub(super) fn fields(
    state: &State,
    purpose: Intent,
    target: Option<Id>,
    lookup: &Lookup,
    contacts: Option<&SchoolContacts>,
) -> Option<Vec<FormField>> {
    Some(match purpose {
        Intent::NewPupil => pupil_fields(state, None),
        Intent::EditPupil => pupil_fields(
            state,
            state
                .dossier
                .as_ref()
                .map(|d| &d.pupil)
                .filter(|p| Some(p.id) == target),
        ),
        Intent::NewSchool => school_fields(None, lookup),
        Intent::EditSchool => school_fields(Some(contacts?), lookup),
        Intent::NewPerson => person_fields(None, lookup),
        Intent::EditPerson => person_fields(Some(lookup.people.iter().find(|p| Some(p.id) == target)?), lookup),
        Intent::NewParty => party_fields(None),
        Intent::EditParty => party_fields(Some(lookup.parties.iter().find(|p| Some(p.id) == target)?)),
        Intent::NewNetworkPerson => network_fields(None),
        Intent::EditNetworkPerson => {
            let mut people = state.dossier.as_ref()?.network.iter();
            let mut fields = network_fields(Some(people.find(|person| Some(person.id) == target)?));
            fields.push(FormField::choice(F::TakeOut, Choices::NoYes, 0));
            fields
        }
        Intent::PlanMeeting => plan_fields(state),
        Intent::EditItem => item_fields(&item_meant(state)?.item),
        Intent::CorrectTimes => times_fields(&state.sitting.as_ref()?.meeting),
        Intent::IssuePapers => super::follow_up::paper_fields(state, target),
        Intent::AddTile => trajectory::new_tile(state, state.laying, lookup),
        Intent::AddInstrument => trajectory::new_instrument(state, InstrumentKind::WageValueAssessment),
        Intent::EditPart | Intent::EndPart => trajectory::part_fields(state, purpose, part_at_hand(state)?)?,
        Intent::AskForPupil => vec![
            FormField::text(F::AskingParty, Shape::OptionalParty, ""),
            FormField::text(F::AskedWhy, Shape::Text, ""),
        ],
        Intent::RecordSharing | Intent::InformList | Intent::EditAgreement | Intent::Rectify => {
            rights::fields(state, purpose, target)?
        }
        _ => return None,
    })
}

/// The last day of the school year that a day is in: most pupils leave on it.
fn end_of_school_year(today: Day) -> Day {
    let year = if today.month() > 7 {
        today.year() + 1
    } else {
        today.year()
    };
    NaiveDate::from_ymd_opt(year, 7, 31).unwrap_or(today)
}

fn place_of<T: PartialEq>(value: Option<T>, all: &[T]) -> usize {
    value
        .and_then(|v| all.iter().position(|x| *x == v))
        .unwrap_or(all.len().saturating_sub(1))
}

fn pupil_fields(state: &State, pupil: Option<&Pupil>) -> Vec<FormField> {
    let text = |field: F, shape: Shape, get: fn(&Pupil) -> &str| FormField::text(field, shape, pupil.map_or("", get));
    let day = |field: F, get: fn(&Pupil) -> Option<Day>| FormField::day(field, Shape::Day, pupil.and_then(get));
    let leaving = pupil.map_or(Some(end_of_school_year(state.today)), |p| p.leaving);
    let assessed = pupil
        .and(state.dossier.as_ref())
        .and_then(|d| d.chances.iter().max_by_key(|c| c.assessed_on));
    let level = |kind: ChanceKind| {
        let chance = pupil
            .and(state.dossier.as_ref())
            .and_then(|d| d.chances.iter().find(|c| c.kind == kind));
        chance
            .and_then(|c| ChanceLevel::ALL.iter().position(|l| *l == c.level))
            .map_or(0, |at| at + 1)
    };
    vec![
        text(F::Given, Shape::Required, |p| &p.name.given),
        text(F::Infix, Shape::Text, |p| &p.name.infix),
        text(F::Family, Shape::Required, |p| &p.name.family),
        text(F::Number, Shape::Number, |p| &p.number),
        day(F::Birth, |p| p.birth),
        text(F::Class, Shape::Text, |p| &p.class),
        text(F::Residence, Shape::Text, |p| &p.residence),
        FormField::choice(
            F::Profile,
            Choices::Profile,
            place_of(pupil.map(|p| p.profile), ExitProfile::ALL),
        ),
        FormField::day(F::Leaving, Shape::Day, leaving),
        day(F::LeftOn, |p| p.left_on),
        text(F::Wish, Shape::Text, |p| &p.wish),
        text(F::Strengths, Shape::Text, |p| &p.strengths),
        FormField::choice(F::Goal, Choices::Goal, place_of(pupil.map(|p| p.goal), Goal::ALL)),
        FormField::choice(F::Route, Choices::Route, place_of(pupil.map(|p| p.route), Route::ALL)),
        text(F::Placement, Shape::Text, |p| &p.placement),
        day(F::ClientSince, |p| p.client_since),
        FormField::choice(
            F::SupportNeeded,
            Choices::YesNo,
            match pupil.and_then(|p| p.support_needed) {
                None => 0,
                Some(true) => 1,
                Some(false) => 2,
            },
        ),
        FormField::choice(F::ChanceEducation, Choices::Chance, level(ChanceKind::FurtherEducation)),
        FormField::choice(F::ChanceWork, Choices::Chance, level(ChanceKind::LastingWork)),
        FormField::day(
            F::AssessedOn,
            Shape::Day,
            Some(assessed.map_or(state.today, |c| c.assessed_on)),
        ),
        FormField::text(
            F::AssessedBy,
            Shape::Text,
            assessed.map_or(&state.chair, |c| &c.assessed_by),
        ),
        day(F::InformedOn, |p| p.sharing.informed_on),
        text(F::InformedHow, Shape::Text, |p| &p.sharing.informed_how),
        text(F::Basis, Shape::Text, |p| &p.sharing.basis),
    ]
}

fn school_fields(contacts: Option<&SchoolContacts>, lookup: &Lookup) -> Vec<FormField> {
    let school = contacts.map(|c| &c.school);
    let person = |field: F, filled: Option<&Person>| {
        FormField::record(field, Shape::Person, &lookup.people, filled.map(|p| (p.id, p)))
    };
    let fixed = |rank: u8| contacts.and_then(|c| c.fixed.iter().find(|(r, _)| *r == rank).map(|(_, p)| p));
    vec![
        FormField::text(F::Name, Shape::Required, school.map_or("", |s| &s.name)),
        FormField::text(
            F::Brin,
            Shape::Brin,
            &school.map(|s| s.code.to_string()).unwrap_or_default(),
        ),
        FormField::choice(
            F::SchoolKind,
            Choices::SchoolKind,
            // As with a party: what kind it is cannot be guessed.
            school.map_or(SchoolKind::ALL.len(), |s| place_of(Some(s.kind), SchoolKind::ALL)),
        ),
        FormField::text(F::Place, Shape::Text, school.map_or("", |s| &s.place)),
        person(F::Contact1, fixed(1)),
        person(F::Contact2, fixed(2)),
        person(F::Coordinator, contacts.and_then(|c| c.coordinator.as_ref())),
        person(F::UwvContact, contacts.and_then(|c| c.uwv.as_ref())),
    ]
}

fn person_fields(person: Option<&Person>, lookup: &Lookup) -> Vec<FormField> {
    let text = |field: F, shape: Shape, get: fn(&Person) -> &str| FormField::text(field, shape, person.map_or("", get));
    let party = person.and_then(|p| lookup.parties.iter().find(|party| party.id == p.party));
    // Somebody new works there, or nobody would write them down.
    let works = |p: &Person| FormField::choice(F::WorksThere, Choices::NoYes, usize::from(p.active));
    let mut fields = vec![
        text(F::Given, Shape::Required, |p| &p.given),
        text(F::Family, Shape::Text, |p| &p.family),
        FormField::record(F::Party, Shape::Party, &lookup.parties, party.map(|p| (p.id, p))),
        text(F::Position, Shape::Text, |p| &p.position),
        text(F::Phone, Shape::Text, |p| &p.phone),
        text(F::Email, Shape::Text, |p| &p.email),
    ];
    fields.extend(person.map(works));
    fields
}

fn network_fields(person: Option<&NetworkPerson>) -> Vec<FormField> {
    let text =
        |field: F, shape: Shape, get: fn(&NetworkPerson) -> &str| FormField::text(field, shape, person.map_or("", get));
    let willing = person.map_or(Willing::Unknown, |p| p.willing);
    vec![
        text(F::Name, Shape::Required, |p| &p.name),
        text(F::Relation, Shape::Text, |p| &p.relation),
        text(F::Phone, Shape::Text, |p| &p.phone),
        FormField::choice(F::Willing, Choices::Willing, place_of(Some(willing), Willing::ALL)),
    ]
}

fn party_fields(party: Option<&Party>) -> Vec<FormField> {
    vec![
        FormField::text(F::Name, Shape::Required, party.map_or("", |p| &p.name)),
        FormField::choice(
            F::PartyKind,
            Choices::PartyKind,
            // What kind a new party is cannot be guessed: it is asked.
            party.map_or(PartyKind::ALL.len(), |p| place_of(Some(p.kind), PartyKind::ALL)),
        ),
        FormField::text(F::Place, Shape::Text, party.map_or("", |p| &p.place)),
    ]
}

/// The day that is proposed for a meeting: the next one on the weekday of the last, and else the next day after today;
/// never in a weekend, on a public holiday, nor in the summer holiday of the region where that is known.
fn next_table_day(today: Day, last: Option<Day>, region: Option<Region>) -> Day {
    /// Longer than any summer holiday.
    const AHEAD: usize = 70;
    let is_weekend = |day: Day| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let in_summer = |day: Day| region.is_some_and(|region| Summers::published().holds(region, day));
    let is_work = |day: &Day| !is_weekend(*day) && !is_public_holiday(*day) && !in_summer(*day);
    // Which day of the week it was says how this table meets, also when that day was a holiday.
    let weekday = last.filter(|day| !is_weekend(*day)).map(|day| day.weekday());
    let days = || today.iter_days().skip(1).take(AHEAD).filter(is_work);
    let same = days().find(|day| Some(day.weekday()) == weekday);
    same.or_else(|| days().next()).unwrap_or(today)
}

fn plan_fields(state: &State) -> Vec<FormField> {
    let last = state.sitting.as_ref().map(|s| &s.meeting);
    let school = state
        .school_at_hand()
        .and_then(|id| state.schools.iter().find(|s| s.id == id));
    let time = |t: Option<NaiveTime>, default: &str| t.map_or(default.to_owned(), |t| t.format("%H:%M").to_string());
    vec![
        FormField::choice(
            F::MeetingKind,
            Choices::MeetingKind,
            last.map_or(0, |m| place_of(Some(m.kind), MeetingKind::ALL)),
        ),
        FormField::day(
            F::Day,
            Shape::RequiredDay,
            Some(
                last.and_then(|m| m.next_day)
                    .unwrap_or_else(|| next_table_day(state.today, last.map(|m| m.day), state.settings.region)),
            ),
        ),
        FormField::text(F::Starts, Shape::RequiredTime, &time(last.map(|m| m.starts), "09:30")),
        FormField::text(F::Ends, Shape::RequiredTime, &time(last.map(|m| m.ends), "11:00")),
        FormField::text(F::Place, Shape::Text, last.map_or("", |m| &m.place)),
        FormField::record(F::School1, Shape::School, &state.schools, school.map(|s| (s.id, s))),
        FormField::text(F::School2, Shape::School, ""),
        FormField::text(F::School3, Shape::School, ""),
        FormField::text(F::School4, Shape::School, ""),
        FormField::text(F::Agreement, Shape::Text, last.map_or("", |m| &m.agreement)),
        FormField::day(F::AgreementUntil, Shape::Day, last.and_then(|m| m.agreement_until)),
    ]
}

fn item_fields(item: &AgendaItem) -> Vec<FormField> {
    let time = item
        .fixed_time
        .map(|t| t.format("%H:%M").to_string())
        .unwrap_or_default();
    let mut fields = vec![
        FormField::text(F::Question, Shape::Text, &item.question),
        FormField::text(F::AskedBy, Shape::Text, &item.asked_by),
        FormField::text(F::Proposal, Shape::Text, &item.proposal),
        FormField::choice(F::Lane, Choices::Lane, place_of(Some(item.lane), Lane::ALL)),
        FormField::text(F::Minutes, Shape::Minutes, &item.minutes.to_string()),
        FormField::text(F::FixedTime, Shape::Time, &time),
    ];
    if item.pupil.is_none() {
        fields.insert(0, FormField::text(F::Title, Shape::Text, &item.title));
    }
    fields
}

fn times_fields(meeting: &Meeting) -> Vec<FormField> {
    let moment = |m: Option<Moment>| m.map(|m| m.format("%H:%M").to_string()).unwrap_or_default();
    vec![
        FormField::text(F::OpenedAt, Shape::Time, &moment(meeting.opened_at)),
        FormField::text(F::ClosedAt, Shape::Time, &moment(meeting.closed_at)),
        FormField::day(F::NextDay, Shape::Day, meeting.next_day),
    ]
}
