//! What each form asks, and what it becomes when it is kept.

use super::effect::{Act, ItemForm, PlanForm, SchoolForm, TileForm};
use super::form::{Choices, Form, FormField, Lookup, Shape, read_minutes};
use super::state::State;
use crate::domain::codes::{
    ChanceKind, ChanceLevel, ExitProfile, Goal, Lane, MeetingKind, PartyKind, Route, SchoolKind, TileKind,
};
use crate::domain::intent::Intent;
use crate::domain::meeting::{AgendaItem, Meeting};
use crate::domain::name::Name;
use crate::domain::people::{Party, Person, SchoolCode, SchoolContacts};
use crate::domain::pupil::{Pupil, Sharing, TransitionChance};
use crate::domain::{Day, Id, Moment};
use crate::text::field::Field as F;
use crate::text::notice::Refusal;
use chrono::{Datelike, NaiveDate, NaiveTime};

/// What is known when a form is kept.
pub(super) struct Known<'s> {
    pub(super) today: Day,
    pub(super) now: Moment,
    pub(super) pupil: Option<Pupil>,
    pub(super) item: Option<AgendaItem>,
    pub(super) school: Option<Id>,
    pub(super) meeting: Option<Meeting>,
    pub(super) chair: &'s str,
}

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
        Intent::NewSchool => school_fields(None),
        Intent::EditSchool => school_fields(Some(contacts?)),
        Intent::NewPerson => person_fields(None),
        Intent::EditPerson => person_fields(Some(lookup.people.iter().find(|p| Some(p.id) == target)?)),
        Intent::NewParty => vec![
            FormField::text(F::Name, Shape::Required, ""),
            FormField::choice(F::PartyKind, Choices::PartyKind, PartyKind::ALL.len() - 1),
            FormField::text(F::Place, Shape::Text, ""),
        ],
        Intent::PlanMeeting => plan_fields(state),
        Intent::EditItem => item_fields(&state.item()?.item),
        Intent::CorrectTimes => times_fields(&state.sitting.as_ref()?.meeting),
        Intent::AddTile => tile_fields(state, lookup),
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
        day(F::InformedOn, |p| p.sharing.informed_on),
        text(F::InformedHow, Shape::Text, |p| &p.sharing.informed_how),
        text(F::Basis, Shape::Text, |p| &p.sharing.basis),
    ]
}

fn school_fields(contacts: Option<&SchoolContacts>) -> Vec<FormField> {
    let school = contacts.map(|c| &c.school);
    let fixed = |rank: u8| {
        let person = contacts
            .and_then(|c| c.fixed.iter().find(|(r, _)| *r == rank))
            .map(|(_, p)| p.full());
        person.unwrap_or_default()
    };
    let name = |person: Option<&Person>| person.map(Person::full).unwrap_or_default();
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
            place_of(school.map(|s| s.kind), SchoolKind::ALL),
        ),
        FormField::text(F::Place, Shape::Text, school.map_or("", |s| &s.place)),
        FormField::text(F::Contact1, Shape::Person, &fixed(1)),
        FormField::text(F::Contact2, Shape::Person, &fixed(2)),
        FormField::text(
            F::Coordinator,
            Shape::Person,
            &name(contacts.and_then(|c| c.coordinator.as_ref())),
        ),
        FormField::text(
            F::UwvContact,
            Shape::Person,
            &name(contacts.and_then(|c| c.uwv.as_ref())),
        ),
    ]
}

fn person_fields(person: Option<&Person>) -> Vec<FormField> {
    let text = |field: F, shape: Shape, get: fn(&Person) -> &str| FormField::text(field, shape, person.map_or("", get));
    vec![
        text(F::Given, Shape::Required, |p| &p.given),
        text(F::Family, Shape::Text, |p| &p.family),
        text(F::Party, Shape::Party, |p| &p.party_name),
        text(F::Position, Shape::Text, |p| &p.position),
        text(F::Phone, Shape::Text, |p| &p.phone),
        text(F::Email, Shape::Text, |p| &p.email),
    ]
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
            Some(last.and_then(|m| m.next_day).unwrap_or(state.today)),
        ),
        FormField::text(F::Starts, Shape::RequiredTime, &time(last.map(|m| m.starts), "09:30")),
        FormField::text(F::Ends, Shape::RequiredTime, &time(last.map(|m| m.ends), "11:00")),
        FormField::text(F::Place, Shape::Text, last.map_or("", |m| &m.place)),
        FormField::text(F::School1, Shape::School, school.map_or("", |s| &s.name)),
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

fn tile_fields(state: &State, lookup: &Lookup) -> Vec<FormField> {
    let municipality = lookup
        .parties
        .iter()
        .find(|p| p.kind == PartyKind::Municipality)
        .map_or("", |p| p.name.as_str());
    let guidance = place_of(Some(TileKind::Guidance), TileKind::ALL);
    vec![
        FormField::choice(F::TileKind, Choices::TileKind, guidance),
        FormField::text(F::Party, Shape::Party, municipality),
        FormField::text(F::Holder, Shape::Person, ""),
        FormField::text(F::Label, Shape::Text, ""),
        FormField::day(F::From, Shape::RequiredDay, Some(state.today)),
        FormField::day(F::Until, Shape::Day, None),
    ]
}

/// Which pupil it is about, and what is written; or the field that stands in the way.
type Kept = Result<(Option<Id>, Vec<Act>), (F, Refusal)>;

/// What a checked form becomes.
pub(super) fn acts(form: &Form, known: &Known<'_>) -> Kept {
    match form.purpose {
        Intent::NewPupil | Intent::EditPupil => pupil(form, known),
        Intent::NewSchool | Intent::EditSchool => school(form),
        Intent::NewPerson | Intent::EditPerson => person(form),
        Intent::NewParty => Ok((
            None,
            vec![Act::Party(Party {
                id: 0,
                kind: form.code(F::PartyKind, PartyKind::ALL).unwrap_or(PartyKind::Employer),
                name: form.text(F::Name),
                place: form.text(F::Place),
            })],
        )),
        Intent::PlanMeeting => plan(form),
        Intent::EditItem => item(form, known),
        Intent::CorrectTimes => times(form, known),
        Intent::AddTile => tile(form, known),
        _ => Ok((None, Vec::new())),
    }
}

fn pupil(form: &Form, known: &Known<'_>) -> Kept {
    let old = known
        .pupil
        .as_ref()
        .filter(|p| form.purpose == Intent::EditPupil && Some(p.id) == form.target);
    let school = old
        .map(|p| p.school)
        .or(known.school)
        .ok_or((F::Number, Refusal::NoSchool))?;
    let birth = form.day(F::Birth);
    let leaving = form.day(F::Leaving);
    if birth.is_some_and(|b| b > known.today) {
        return Err((F::Birth, Refusal::NoDay));
    }
    if birth.zip(leaving).is_some_and(|(b, l)| l < b) {
        return Err((F::Leaving, Refusal::EndBeforeStart));
    }
    let pupil = Pupil {
        id: old.map_or(0, |p| p.id),
        school,
        number: form.text(F::Number),
        name: Name {
            given: form.text(F::Given),
            infix: form.text(F::Infix),
            family: form.text(F::Family),
        },
        birth,
        class: form.text(F::Class),
        residence: form.text(F::Residence),
        profile: form.code(F::Profile, ExitProfile::ALL).unwrap_or(ExitProfile::Unknown),
        leaving,
        left_on: form.day(F::LeftOn),
        diploma_on: old.and_then(|p| p.diploma_on),
        wish: form.text(F::Wish),
        strengths: form.text(F::Strengths),
        goal: form.code(F::Goal, Goal::ALL).unwrap_or(Goal::Unknown),
        route: form.code(F::Route, Route::ALL).unwrap_or(Route::Undecided),
        placement: form.text(F::Placement),
        client_since: form.day(F::ClientSince),
        support_needed: match form.chosen(F::SupportNeeded) {
            1 => Some(true),
            2 => Some(false),
            _ => None,
        },
        out_of_sight_since: old.and_then(|p| p.out_of_sight_since),
        sharing: Sharing {
            informed_on: form.day(F::InformedOn),
            informed_how: form.text(F::InformedHow),
            basis: form.text(F::Basis),
            objection_on: old.and_then(|p| p.sharing.objection_on),
        },
    };
    let about = old.map(|p| p.id);
    let mut acts = vec![Act::Pupil(Box::new(pupil))];
    for (field, kind) in [
        (F::ChanceEducation, ChanceKind::FurtherEducation),
        (F::ChanceWork, ChanceKind::LastingWork),
    ] {
        let level = form
            .chosen(field)
            .checked_sub(1)
            .and_then(|at| ChanceLevel::ALL.get(at));
        if let Some(level) = level {
            let chance = TransitionChance {
                kind,
                level: *level,
                assessed_on: known.today,
                assessed_by: known.chair.to_owned(),
            };
            // A new pupil has no id yet: zero stands for the one made by the act before.
            acts.push(Act::Chance(about.unwrap_or(0), chance));
        }
    }
    Ok((about, acts))
}

fn school(form: &Form) -> Kept {
    let code = SchoolCode::parse(&form.text(F::Brin)).ok_or((F::Brin, Refusal::NoBrin))?;
    let same = form
        .lookup
        .schools
        .iter()
        .any(|s| s.code == code && Some(s.id) != form.target);
    if same {
        return Err((F::Brin, Refusal::Exists));
    }
    let id = |field: F| form.person(field).map(|p| p.id);
    let fixed = [id(F::Contact1), id(F::Contact2)];
    if let [Some(first), Some(second)] = fixed
        && first == second
    {
        return Err((F::Contact2, Refusal::Exists));
    }
    let kept = SchoolForm {
        id: form.target.unwrap_or(0),
        code,
        kind: form.code(F::SchoolKind, SchoolKind::ALL).unwrap_or(SchoolKind::Pro),
        name: form.text(F::Name),
        place: form.text(F::Place),
        fixed,
        coordinator: id(F::Coordinator),
        uwv: id(F::UwvContact),
    };
    Ok((None, vec![Act::School(kept)]))
}

fn person(form: &Form) -> Kept {
    let party = form.party(F::Party).ok_or((F::Party, Refusal::Nobody))?;
    let person = Person {
        id: form.target.unwrap_or(0),
        party: party.id,
        party_kind: party.kind,
        party_name: party.name.clone(),
        given: form.text(F::Given),
        family: form.text(F::Family),
        position: form.text(F::Position),
        phone: form.text(F::Phone),
        email: form.text(F::Email),
    };
    Ok((None, vec![Act::Person(person)]))
}

fn plan(form: &Form) -> Kept {
    let day = form.day(F::Day).ok_or((F::Day, Refusal::NoDay))?;
    let starts = form.time(F::Starts).ok_or((F::Starts, Refusal::NoTime))?;
    let ends = form.time(F::Ends).ok_or((F::Ends, Refusal::NoTime))?;
    if ends <= starts {
        return Err((F::Ends, Refusal::EndBeforeStart));
    }
    let mut schools = Vec::new();
    for field in [F::School1, F::School2, F::School3, F::School4] {
        if let Some(school) = form.school(field) {
            if schools.contains(&school.id) {
                return Err((field, Refusal::SchoolTwice));
            }
            schools.push(school.id);
        }
    }
    if schools.is_empty() {
        return Err((F::School1, Refusal::Required));
    }
    let plan = PlanForm {
        kind: form
            .code(F::MeetingKind, MeetingKind::ALL)
            .unwrap_or(MeetingKind::ExitMeeting),
        day,
        starts,
        ends,
        place: form.text(F::Place),
        schools,
        proposed: Vec::new(),
        agreement: form.text(F::Agreement),
        agreement_until: form.day(F::AgreementUntil),
    };
    Ok((None, vec![Act::Plan(plan)]))
}

fn item(form: &Form, known: &Known<'_>) -> Kept {
    let old = known.item.as_ref().ok_or((F::Question, Refusal::NotOnAgenda))?;
    let lane = form.code(F::Lane, Lane::ALL).unwrap_or(old.lane);
    let minutes = read_minutes(&form.text(F::Minutes)).ok_or((F::Minutes, Refusal::NoNumber))?;
    let kept = ItemForm {
        id: old.id,
        title: form.text(F::Title),
        minutes,
        fixed_time: form.time(F::FixedTime),
        question: form.text(F::Question),
        asked_by: form.text(F::AskedBy),
        proposal: form.text(F::Proposal),
    };
    let mut acts = Vec::new();
    // The lane sets its own minutes, so it goes first and what was typed wins.
    if lane != old.lane {
        acts.push(Act::Lane(old.id, lane));
    }
    acts.push(Act::Item(kept));
    Ok((old.pupil, acts))
}

fn times(form: &Form, known: &Known<'_>) -> Kept {
    let meeting = known.meeting.as_ref().ok_or((F::OpenedAt, Refusal::NoMeeting))?;
    let at = |time: Option<NaiveTime>| {
        time.and_then(|t| {
            meeting
                .day
                .and_time(t)
                .and_local_timezone(known.now.timezone())
                .earliest()
        })
    };
    let (opened, closed) = (at(form.time(F::OpenedAt)), at(form.time(F::ClosedAt)));
    if closed.is_some() && opened.is_none() {
        return Err((F::OpenedAt, Refusal::Required));
    }
    if opened.zip(closed).is_some_and(|(o, c)| c < o) {
        return Err((F::ClosedAt, Refusal::EndBeforeStart));
    }
    let next = form.day(F::NextDay);
    if next.is_some_and(|next| next <= meeting.day) {
        return Err((F::NextDay, Refusal::EndBeforeStart));
    }
    Ok((
        None,
        vec![
            Act::Opened(meeting.id, opened),
            Act::Closed(meeting.id, closed),
            Act::NextDay(meeting.id, next),
        ],
    ))
}

fn tile(form: &Form, known: &Known<'_>) -> Kept {
    let pupil = form.target.ok_or((F::TileKind, Refusal::NoPupil))?;
    let party = form.party(F::Party).ok_or((F::Party, Refusal::Nobody))?;
    let from = form.day(F::From).unwrap_or(known.today);
    let until = form.day(F::Until);
    if until.is_some_and(|until| until < from) {
        return Err((F::Until, Refusal::EndBeforeStart));
    }
    let tile = TileForm {
        pupil,
        kind: form.code(F::TileKind, TileKind::ALL).unwrap_or(TileKind::Guidance),
        party: party.id,
        holder: form.person(F::Holder).map(|p| p.id),
        label: form.text(F::Label),
        from,
        until,
    };
    Ok((Some(pupil), vec![Act::Tile(tile)]))
}
