//! The forms of a trajectory: what they ask of a tile or instrument, with what is known or proposed in each field.
//!
//! The rule: whoever presses Enter at once gets something sensible, and whatever is typed takes the place of what was
//! proposed. Of a new one the kind decides what is proposed, so another kind proposes anew where nothing was typed.

use chrono::Days;

use super::{end_of_school_year, place_of};
use crate::app::form::{Choices, Form, FormField, Lookup, Shape};
use crate::app::state::State;
use crate::domain::codes::{ContractForm, InstrumentKind, PartyKind, Route, TileKind};
use crate::domain::dossier::Dossier;
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::{Party, Person};
use crate::domain::trajectory::{Instrument, Part, Tile};
use crate::domain::{Day, Id};
use crate::text::field::Field as F;

/// The fields of the part under the cursor: to change it, or to end it. `None` when it is gone.
pub(super) fn part_fields(state: &State, purpose: Intent, part: Part) -> Option<Vec<FormField>> {
    let dossier = state.dossier.as_ref()?;
    if purpose == Intent::EndPart {
        return dossier.has(part).then(|| end_fields(part, state.today));
    }
    let tile = dossier.tile(part).map(known_tile);
    tile.or_else(|| dossier.instrument(part).map(known_instrument))
}

/// Why, and when: today, unless something else is typed.
fn end_fields(part: Part, today: Day) -> Vec<FormField> {
    let why = match part {
        Part::Tile(_) => F::EndedWhy,
        Part::Instrument(_) => F::Outcome,
    };
    vec![
        FormField::text(why, Shape::Text, ""),
        FormField::day(F::EndedOn, Shape::RequiredDay, Some(today)).proposed(),
    ]
}

/// Fields in which a number stands, or nothing.
fn number(field: F, shape: Shape, value: Option<u16>) -> FormField {
    FormField::text(field, shape, &value.map(|n| n.to_string()).unwrap_or_default())
}

fn contract(form: Option<ContractForm>) -> FormField {
    let at = form.and_then(|form| ContractForm::ALL.iter().position(|f| *f == form));
    FormField::choice(F::Contract, Choices::Contract, at.map_or(0, |at| at + 1))
}

/// A tile as it is.
fn known_tile(tile: &Tile) -> Vec<FormField> {
    vec![
        FormField::choice(F::TileKind, Choices::TileKind, place_of(Some(tile.kind), TileKind::ALL)),
        FormField::text(F::Party, Shape::Employer, &tile.party_name).of(Some(tile.party)),
        FormField::text(F::Holder, Shape::Person, tile.holder_name.as_deref().unwrap_or("")).of(tile.holder),
        FormField::day(F::From, Shape::RequiredDay, Some(tile.from)),
        FormField::day(F::Until, Shape::Day, tile.until),
        FormField::text(F::Label, Shape::Text, &tile.label),
        contract(tile.contract),
        number(F::Hours, Shape::Hours, tile.details.hours),
        number(F::WageValue, Shape::Percent, tile.details.wage_value.map(u16::from)),
        FormField::day(F::NoGuidanceOn, Shape::Day, tile.no_guidance_on),
        FormField::text(F::NoGuidanceBy, Shape::Text, &tile.no_guidance_by),
        FormField::day(F::EndedOn, Shape::Day, tile.ended),
        FormField::text(F::EndedWhy, Shape::Text, &tile.details.ended_why),
    ]
}

/// A new tile of the kind that was asked for.
pub(super) fn new_tile(state: &State, kind: TileKind, lookup: &Lookup) -> Vec<FormField> {
    let from = first_day(state, kind);
    let (party, mut holder) = hands(state, kind, lookup);
    let leaving = leaving(state);
    if kind == TileKind::Internship && leaving.is_some_and(|leaving| leaving < from) {
        // The coordinator lets go with the school: that nobody holds must stay in sight.
        holder = Called::default();
    }
    vec![
        FormField::choice(F::TileKind, Choices::TileKind, place_of(Some(kind), TileKind::ALL)),
        FormField::text(F::Party, Shape::Employer, &party.0)
            .of(party.1)
            .proposed(),
        FormField::text(F::Holder, Shape::Person, &holder.0)
            .of(holder.1)
            .proposed(),
        FormField::day(F::From, Shape::RequiredDay, Some(from)).proposed(),
        FormField::text(F::Until, Shape::Day, &last_day(state, kind, from)).proposed(),
        FormField::text(F::Label, Shape::Text, ""),
        contract(None),
        number(F::Hours, Shape::Hours, None),
        number(F::WageValue, Shape::Percent, None),
        FormField::day(F::NoGuidanceOn, Shape::Day, None),
        FormField::text(F::NoGuidanceBy, Shape::Text, ""),
        FormField::day(F::EndedOn, Shape::Day, None),
        FormField::text(F::EndedWhy, Shape::Text, ""),
    ]
}

/// Today, or the day after the last tile that is known to end later: there the roof goes on. Who guides begins so long
/// before that end as two hands should hold together, because a handover is warm.
fn first_day(state: &State, kind: TileKind) -> Day {
    let tiles = state.dossier.as_ref().map(|d| d.tiles.as_slice()).unwrap_or_default();
    let last = tiles.iter().filter_map(Tile::last_day).max();
    let next = last
        .filter(|last| *last >= state.today)
        .and_then(|last| last.succ_opt());
    let together = match kind {
        TileKind::Guidance | TileKind::Aftercare => state.settings.practice.handover_days,
        _ => 0,
    };
    next.and_then(|next| next.checked_sub_days(Days::new(together.into())))
        .unwrap_or(state.today)
        .max(state.today)
}

/// The day of leaving, actual or expected.
fn leaving(state: &State) -> Option<Day> {
    state.dossier.as_ref().and_then(|d| d.pupil.left_on.or(d.pupil.leaving))
}

/// The planned end: two months of a trial placement (Participatiewet art. 8a), the last day of school of what school
/// holds, else open.
fn last_day(state: &State, kind: TileKind, from: Day) -> String {
    // An internship belongs to school: while nobody knows when it is left, it ends with the school year.
    let leaving = leaving(state).or_else(|| (kind == TileKind::Internship).then(|| end_of_school_year(from)));
    match kind {
        TileKind::Placement => "+2m".to_owned(),
        TileKind::School | TileKind::Internship => leaving
            .filter(|day| *day >= from)
            .map(|day| day.format("%d-%m-%Y").to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// A record by its name, as a field begins with it; empty where nobody can know.
type Called = (String, Option<Id>);

/// The party and the person to propose.
fn hands(state: &State, kind: TileKind, lookup: &Lookup) -> (Called, Called) {
    let contacts = lookup.contacts.as_ref();
    let fixed = contacts.and_then(|c| c.fixed.first()).map(|(_, person)| person);
    let coordinator = contacts.and_then(|c| c.coordinator.as_ref());
    let dossier = state.dossier.as_ref();
    // Who leads by the route; until it is decided the first fixed contact, whom every coordinator can call.
    let lead = match dossier.map(|d| d.pupil.route) {
        Some(Route::Uwv) => contacts.and_then(|c| c.uwv.as_ref()).or(fixed),
        Some(Route::School) => coordinator.or(fixed),
        _ => fixed,
    };
    let name = |person: Option<&Person>| person.map(|p| (p.full(), Some(p.id))).unwrap_or_default();
    let party = |person: Option<&Person>| {
        person
            .map(|p| (p.party_name.clone(), Some(p.party)))
            .unwrap_or_default()
    };
    let called = |party: &Party| (party.name.clone(), Some(party.id));
    let nobody = Called::default;
    let only = |kind: PartyKind| {
        let mut of = lookup.parties.iter().filter(|p| p.kind == kind);
        of.next()
            .filter(|_| of.next().is_none())
            .map(called)
            .unwrap_or_default()
    };
    match kind {
        TileKind::Guidance | TileKind::Aftercare => match lead {
            Some(_) => (party(lead), name(lead)),
            None => (only(PartyKind::Municipality), nobody()),
        },
        TileKind::School => {
            let school = contacts.and_then(|c| lookup.parties.iter().find(|p| p.id == c.school.party));
            let school = school.map_or_else(|| party(coordinator), called);
            (school, name(coordinator))
        }
        TileKind::Internship => (employer(dossier, lookup), name(coordinator)),
        TileKind::Job | TileKind::Placement => (employer(dossier, lookup), name(lead)),
        TileKind::FurtherEducation => (only(PartyKind::VocationalCollege), nobody()),
        TileKind::DayActivity | TileKind::Care => (only(PartyKind::CareProvider), nobody()),
    }
}

/// Where the pupil is known to work or be an intern, when that is a party: the employer of the latest tile, else the
/// words on the card.
fn employer(dossier: Option<&Dossier>, lookup: &Lookup) -> Called {
    let Some(dossier) = dossier else {
        return Called::default();
    };
    let mut tiles = dossier.tiles.iter().rev();
    let known = tiles
        .find(|t| t.party_kind == PartyKind::Employer)
        .map(|t| (t.party_name.clone(), Some(t.party)));
    let wanted = fold(&dossier.pupil.placement);
    let told = || {
        lookup
            .parties
            .iter()
            .find(|p| fold(&p.name) == wanted)
            .map(|p| (p.name.clone(), Some(p.id)))
    };
    known.or_else(told).unwrap_or_default()
}

/// An instrument as it is.
fn known_instrument(instrument: &Instrument) -> Vec<FormField> {
    let day = |field: F, value: Option<Day>| FormField::day(field, Shape::Day, value);
    let fields = vec![
        FormField::choice(
            F::InstrumentKind,
            Choices::Instrument,
            place_of(Some(instrument.kind), InstrumentKind::ALL),
        ),
        FormField::text(
            F::OtherParty,
            Shape::OptionalParty,
            instrument.party_name.as_deref().unwrap_or(""),
        )
        .of(instrument.party),
        day(F::Requested, instrument.requested),
        day(F::Decided, instrument.decided),
        day(F::Started, instrument.started),
        day(F::Ended, instrument.ended),
        FormField::text(F::Outcome, Shape::Text, &instrument.result),
        day(F::Review, instrument.review),
        number(F::Value, Shape::Percent, instrument.value.map(u16::from)),
        day(F::DeferredUntil, instrument.deferred_until),
        FormField::text(F::DeferredReason, Shape::Text, &instrument.deferred_reason),
    ];
    in_order(fields, instrument.kind)
}

/// A new instrument of a kind: what is asked for begins with its request, what is done begins today. The register
/// begins with nothing, because whether it is applied for or put off is for the table to say.
pub(super) fn new_instrument(state: &State, kind: InstrumentKind) -> Vec<FormField> {
    use InstrumentKind as K;
    let today = Some(state.today);
    let asked = matches!(
        kind,
        K::WageValueAssessment | K::WageSubsidy | K::JobCoach | K::ShelteredWorkAdvice | K::WorkDutyExemption
    );
    let (requested, started) = match kind {
        K::TargetGroupRegister => (None, None),
        _ if asked => (today, None),
        _ => (None, today),
    };
    // Two months (Participatiewet art. 8a); two years, looked at again after nine months (art. 10a).
    let (ended, review) = match kind {
        K::TrialPlacement => ("+2m", ""),
        K::ParticipationPlacement => ("+2j", "+9m"),
        _ => ("", ""),
    };
    let fields = vec![
        FormField::choice(F::InstrumentKind, Choices::Instrument, place_of(Some(kind), K::ALL)),
        FormField::text(F::OtherParty, Shape::OptionalParty, ""),
        FormField::day(F::Requested, Shape::Day, requested).proposed(),
        FormField::day(F::Decided, Shape::Day, None),
        FormField::day(F::Started, Shape::Day, started).proposed(),
        FormField::text(F::Ended, Shape::Day, ended).proposed(),
        FormField::text(F::Outcome, Shape::Text, ""),
        FormField::text(F::Review, Shape::Day, review).proposed(),
        number(F::Value, Shape::Percent, None),
        FormField::day(F::DeferredUntil, Shape::Day, None),
        FormField::text(F::DeferredReason, Shape::Text, ""),
    ];
    in_order(fields, kind)
}

/// What matters most for a kind comes first, so that few keys lead to it.
fn in_order(mut fields: Vec<FormField>, kind: InstrumentKind) -> Vec<FormField> {
    use InstrumentKind as K;
    let first: &[F] = match kind {
        K::TargetGroupRegister => &[
            F::InstrumentKind,
            F::DeferredUntil,
            F::DeferredReason,
            F::Requested,
            F::Started,
        ],
        K::WageValueAssessment | K::WageSubsidy => &[F::InstrumentKind, F::Requested, F::Decided, F::Value],
        K::JobCoach | K::ShelteredWorkAdvice | K::WorkDutyExemption => &[F::InstrumentKind, F::Requested, F::Decided],
        _ => &[
            F::InstrumentKind,
            F::Started,
            F::Ended,
            F::OtherParty,
            F::Outcome,
            F::Review,
        ],
    };
    fields.sort_by_key(|field| first.iter().position(|f| *f == field.field).unwrap_or(first.len()));
    fields
}

/// Proposes anew after another kind was chosen in the form of a new tile or instrument; what was typed stays.
pub(in crate::app) fn follow_kind(state: &State, form: &mut Form) {
    let fresh = match form.purpose {
        Intent::AddTile => form
            .code(F::TileKind, TileKind::ALL)
            .map(|kind| new_tile(state, kind, &form.lookup)),
        Intent::AddInstrument => form
            .code(F::InstrumentKind, InstrumentKind::ALL)
            .map(|kind| new_instrument(state, kind)),
        _ => None,
    };
    let Some(fresh) = fresh else { return };
    let at = form.fields.get(form.focus).map(|f| f.field);
    let typed = std::mem::replace(&mut form.fields, fresh);
    for field in typed.into_iter().filter(|f| f.touched) {
        if let Some(here) = form.fields.iter_mut().find(|f| f.field == field.field) {
            *here = field;
        }
    }
    form.focus = form.fields.iter().position(|f| Some(f.field) == at).unwrap_or(0);
}
