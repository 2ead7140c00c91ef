//! What the checked form of a tile or instrument becomes.

use super::{Kept, Known};
use crate::app::effect::Act;
use crate::app::form::{Form, read_hours, read_percent};
use crate::domain::codes::{ContractForm, InstrumentKind, PartyKind, TileKind};
use crate::domain::intent::Intent;
use crate::domain::people::Party;
use crate::domain::trajectory::{Instrument, Part, TileDetails};
use crate::domain::{Day, Id};
use crate::store::NewTile;
use crate::text::field::Field as F;
use crate::text::notice::Refusal;

/// A new part, a changed one, or the end of one. The form of a tile asks its kind, that of an end of a tile why.
pub(super) fn part(form: &Form, known: &Known<'_>) -> Kept {
    let has = |field: F| form.field(field).is_some();
    match form.purpose {
        Intent::EndPart if has(F::EndedWhy) => end(form, known, Part::Tile, F::EndedWhy),
        Intent::EndPart => end(form, known, Part::Instrument, F::Outcome),
        _ if has(F::TileKind) => tile(form, known),
        _ => instrument(form, known),
    }
}

/// Whose it is, and the id of the part; zero for a new one.
fn whose(form: &Form, known: &Known<'_>) -> Option<(Id, Id)> {
    let target = form.target?;
    match form.purpose {
        Intent::AddTile | Intent::AddInstrument => Some((target, 0)),
        _ => Some((known.pupil.as_ref()?.id, target)),
    }
}

/// The end of a part, never before it began: what is called off is taken away, or changed in its own form.
fn end(form: &Form, known: &Known<'_>, part: fn(Id) -> Part, why: F) -> Kept {
    let (pupil, id) = whose(form, known).ok_or((F::EndedOn, Refusal::NoPupil))?;
    let on = form.day(F::EndedOn).ok_or((F::EndedOn, Refusal::NoDay))?;
    if known.begins.is_some_and(|begins| on < begins) {
        return Err((F::EndedOn, Refusal::EndBeforeStart));
    }
    Ok((Some(pupil), vec![Act::EndPart(pupil, part(id), on, form.text(why))]))
}

/// A tile. An employer that is not known yet is made in the same change, so that undoing takes back both. The actual
/// end may lie before the start: the tile was called off then, and has no days.
fn tile(form: &Form, known: &Known<'_>) -> Kept {
    let (pupil, id) = whose(form, known).ok_or((F::TileKind, Refusal::NoPupil))?;
    let from = form.day(F::From).unwrap_or(known.today);
    let until = form.day(F::Until);
    if until.is_some_and(|until| until < from) {
        return Err((F::Until, Refusal::EndBeforeStart));
    }
    let mut acts = Vec::new();
    let party = match form.party(F::Party) {
        Some(party) => party.id,
        None if form.makes_employer() => {
            acts.push(Act::Party(Party {
                id: 0,
                kind: PartyKind::Employer,
                name: form.text(F::Party),
                place: String::new(),
            }));
            0
        }
        None => return Err((F::Party, Refusal::Nobody)),
    };
    let tile = NewTile {
        kind: form.code(F::TileKind, TileKind::ALL).unwrap_or(TileKind::Guidance),
        party,
        holder: form.person_id(F::Holder),
        label: form.text(F::Label),
        from,
        until,
        ended: form.day(F::EndedOn),
        contract: form
            .chosen(F::Contract)
            .checked_sub(1)
            .and_then(|at| ContractForm::ALL.get(at))
            .copied(),
        no_guidance_on: form.day(F::NoGuidanceOn),
        no_guidance_by: form.text(F::NoGuidanceBy),
        details: TileDetails {
            ended_why: form.text(F::EndedWhy),
            hours: read_hours(&form.text(F::Hours)),
            wage_value: read_percent(&form.text(F::WageValue)),
        },
    };
    acts.push(Act::Tile { pupil, id, tile });
    Ok((Some(pupil), acts))
}

/// An instrument. Without any day it would stand nowhere on the timeline.
fn instrument(form: &Form, known: &Known<'_>) -> Kept {
    let (pupil, id) = whose(form, known).ok_or((F::InstrumentKind, Refusal::NoPupil))?;
    let instrument = Instrument {
        id,
        kind: form
            .code(F::InstrumentKind, InstrumentKind::ALL)
            .unwrap_or(InstrumentKind::WageValueAssessment),
        party: form.party(F::OtherParty).map(|p| p.id),
        party_name: None,
        requested: form.day(F::Requested),
        decided: form.day(F::Decided),
        started: form.day(F::Started),
        ended: form.day(F::Ended),
        review: form.day(F::Review),
        deferred_until: form.day(F::DeferredUntil),
        deferred_reason: form.text(F::DeferredReason),
        value: read_percent(&form.text(F::Value)),
        result: form.text(F::Outcome),
    };
    let before = |start: Option<Day>, end: Option<Day>| start.zip(end).is_some_and(|(start, end)| end < start);
    if before(instrument.started, instrument.ended) {
        return Err((F::Ended, Refusal::EndBeforeStart));
    }
    if before(instrument.requested, instrument.decided) {
        return Err((F::Decided, Refusal::EndBeforeStart));
    }
    // Put off until, because: one does not tell anything without the other.
    match (instrument.deferred_until, instrument.deferred_reason.trim().is_empty()) {
        (Some(_), true) => return Err((F::DeferredReason, Refusal::Required)),
        (None, false) => return Err((F::DeferredUntil, Refusal::Required)),
        _ => {}
    }
    if instrument.mark().is_none() {
        let asked = if instrument.kind == InstrumentKind::TargetGroupRegister {
            F::DeferredUntil
        } else {
            F::Requested
        };
        return Err((asked, Refusal::Required));
    }
    Ok((Some(pupil), vec![Act::Instrument(pupil, instrument)]))
}
