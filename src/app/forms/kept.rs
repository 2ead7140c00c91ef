//! What a checked form becomes.

mod trajectory;

use crate::app::effect::{Act, ItemForm, PlanForm, SchoolForm};
use crate::app::form::{Form, read_minutes};
use crate::domain::codes::{
    ChanceKind, ChanceLevel, ExitProfile, Goal, Lane, MeetingKind, PartyKind, Route, SchoolKind, Willing,
};
use crate::domain::intent::Intent;
use crate::domain::meeting::{AgendaItem, Meeting};
use crate::domain::name::Name;
use crate::domain::people::{NetworkPerson, Party, Person, SchoolCode};
use crate::domain::pupil::{Pupil, Sharing, TransitionChance};
use crate::domain::{Day, Id, Moment};
use crate::text::field::Field as F;
use crate::text::notice::Refusal;

/// What is known when a form is kept.
pub(in crate::app) struct Known<'s> {
    pub(in crate::app) today: Day,
    pub(in crate::app) now: Moment,
    pub(in crate::app) pupil: Option<Pupil>,
    pub(in crate::app) item: Option<AgendaItem>,
    pub(in crate::app) meeting: Option<Meeting>,
    pub(in crate::app) chances: &'s [TransitionChance],
    /// The pupils on the agenda of the block at hand.
    pub(in crate::app) on_agenda: &'s [Id],
    /// The first day of the part that is being ended.
    pub(in crate::app) begins: Option<Day>,
}

/// Which pupil it is about, and what is written; or the field that stands in the way.
pub(super) type Kept = Result<(Option<Id>, Vec<Act>), (F, Refusal)>;

/// What a checked form becomes.
pub(in crate::app) fn acts(form: &Form, known: &Known<'_>) -> Kept {
    match form.purpose {
        Intent::NewPupil | Intent::EditPupil => pupil(form, known),
        Intent::NewSchool | Intent::EditSchool => school(form),
        Intent::NewPerson | Intent::EditPerson => person(form),
        Intent::NewParty | Intent::EditParty => Ok((None, vec![Act::Party(party(form))])),
        Intent::NewNetworkPerson | Intent::EditNetworkPerson => network(form, known),
        Intent::PlanMeeting => plan(form),
        Intent::EditItem => item(form, known),
        Intent::CorrectTimes => times(form, known),
        Intent::AddTile | Intent::AddInstrument | Intent::EditPart | Intent::EndPart => trajectory::part(form, known),
        Intent::RecordSharing | Intent::InformList | Intent::EditAgreement => super::rights::acts(form, known),
        Intent::AskForPupil => {
            let pupil = form.target.ok_or((F::AskingParty, Refusal::NoPupil))?;
            let party = form.party(F::AskingParty).map(|party| party.id);
            let why = form.text(F::AskedWhy);
            if party.is_none() && why.trim().is_empty() {
                return Err((F::AskedWhy, Refusal::Required));
            }
            let ask = Act::AskForPupil(pupil, party, why);
            Ok((Some(pupil), vec![ask]))
        }
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
        .or(form.school)
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
            other_basis: old.is_some_and(|p| p.sharing.other_basis),
            objection_on: old.and_then(|p| p.sharing.objection_on),
        },
    };
    let about = old.map(|p| p.id);
    let mut acts = vec![Act::Pupil(Box::new(pupil))];
    acts.extend(chances(form, known, about));
    Ok((about, acts))
}

/// The chances that were assessed anew: one that stands as it stood keeps its day.
fn chances(form: &Form, known: &Known<'_>, pupil: Option<Id>) -> Vec<Act> {
    let fields = [
        (F::ChanceEducation, ChanceKind::FurtherEducation),
        (F::ChanceWork, ChanceKind::LastingWork),
    ];
    let assessed = fields.into_iter().filter_map(|(field, kind)| {
        let level = form
            .chosen(field)
            .checked_sub(1)
            .and_then(|at| ChanceLevel::ALL.get(at))?;
        Some(TransitionChance {
            kind,
            level: *level,
            assessed_on: form.day(F::AssessedOn).unwrap_or(known.today),
            assessed_by: form.text(F::AssessedBy),
        })
    });
    let before = |kind: ChanceKind| known.chances.iter().find(|c| c.kind == kind);
    // A level that changed was assessed now, unless the day was changed with it.
    let dated = assessed.map(|mut chance| {
        if before(chance.kind).is_some_and(|b| b.level != chance.level && b.assessed_on == chance.assessed_on) {
            chance.assessed_on = known.today;
        }
        chance
    });
    // A new pupil has no id yet: zero stands for the one made by the act before.
    dated
        .filter(|chance| before(chance.kind) != Some(chance))
        .map(|chance| Act::Chance(pupil.unwrap_or(0), chance))
        .collect()
}

fn party(form: &Form) -> Party {
    Party {
        id: form.target.unwrap_or(0),
        kind: form.code(F::PartyKind, PartyKind::ALL).unwrap_or(PartyKind::Employer),
        name: form.text(F::Name),
        place: form.text(F::Place),
    }
}

/// Somebody of the pupil's own surroundings, whom only the chair sees.
fn network(form: &Form, known: &Known<'_>) -> Kept {
    let target = form.target.ok_or((F::Name, Refusal::NoPupil))?;
    let (pupil, id) = match form.purpose {
        Intent::NewNetworkPerson => (target, 0),
        _ => {
            let pupil = known.pupil.as_ref().ok_or((F::Name, Refusal::NoPupil))?;
            (pupil.id, target)
        }
    };
    if form.chosen(F::TakeOut) == 1 {
        return Ok((Some(pupil), vec![Act::RemoveNetworkPerson(id)]));
    }
    let person = NetworkPerson {
        id,
        pupil,
        name: form.text(F::Name),
        relation: form.text(F::Relation),
        phone: form.text(F::Phone),
        willing: form.code(F::Willing, Willing::ALL).unwrap_or(Willing::Unknown),
    };
    Ok((Some(pupil), vec![Act::NetworkPerson(person)]))
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
    let id = |field: F| form.person_id(field);
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
    let party = form.party(F::Party).ok_or((F::Party, Refusal::NoParty))?;
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
        active: form.purpose == Intent::NewPerson || form.chosen(F::WorksThere) == 1,
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
    let same = |item: &&AgendaItem| Some(item.id) == form.target;
    let old = known
        .item
        .as_ref()
        .filter(same)
        .ok_or((F::Question, Refusal::NotOnAgenda))?;
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

/// Only what was changed is written: a moment that stands keeps its seconds and its day. A meeting that was closed is
/// reopened with a reason, not by emptying a field; closing it here carries over as closing does.
fn times(form: &Form, known: &Known<'_>) -> Kept {
    let meeting = known.meeting.as_ref().ok_or((F::OpenedAt, Refusal::NoMeeting))?;
    let moment = |field: F, was: Option<Moment>| -> Option<Moment> {
        let time = form.time(field)?;
        let same = was.filter(|was| was.format("%H:%M").to_string() == time.format("%H:%M").to_string());
        let day = was.map_or(meeting.day, |was| was.date_naive());
        same.or_else(|| day.and_time(time).and_local_timezone(known.now.timezone()).earliest())
    };
    let (opened, closed) = (
        moment(F::OpenedAt, meeting.opened_at),
        moment(F::ClosedAt, meeting.closed_at),
    );
    if meeting.closed_at.is_some() && closed.is_none() {
        return Err((F::ClosedAt, Refusal::Frozen));
    }
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
    let mut acts = Vec::new();
    if opened != meeting.opened_at {
        acts.push(Act::Opened(meeting.id, opened));
    }
    if closed != meeting.closed_at {
        if meeting.closed_at.is_none() {
            acts.push(Act::CarryOpenItems(meeting.id));
        }
        acts.push(Act::Closed(meeting.id, closed));
    }
    if next != meeting.next_day {
        acts.push(Act::NextDay(meeting.id, next));
    }
    Ok((None, acts))
}
