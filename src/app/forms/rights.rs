//! The forms about sharing: what was told or agreed of one pupil or of a whole list, the agreement of a meeting, and
//! the rectification of a field.
//!
//! The rule: a form proposes what is most often so, today and the parents of a minor, and says nothing that was not
//! said: an empty field is not recorded.

use chrono::Datelike;

use super::kept::Kept;
use super::place_of;
use crate::app::effect::Act;
use crate::app::form::{Choices, Form, FormField, Shape};
use crate::app::sharing::{InformList, InformScope};
use crate::app::state::State;
use crate::domain::Id;
use crate::domain::bsn::looks_like_bsn;
use crate::domain::intent::Intent;
use crate::domain::pupil::Pupil;
use crate::domain::rights::{ByWhom, Consent, ConsentKind, Rectified};
use crate::text::field::Field as F;
use crate::text::notice::Refusal;

/// From this age on consent is the pupil's own.
const OF_AGE: u32 = 18;

/// The fields of one of these forms. `None` when its record is gone.
pub(super) fn fields(state: &State, purpose: Intent, target: Option<Id>) -> Option<Vec<FormField>> {
    let pupil = state
        .dossier
        .as_ref()
        .map(|d| &d.pupil)
        .filter(|p| Some(p.id) == target);
    let today = FormField::day(F::SharedOn, Shape::RequiredDay, Some(state.today)).proposed();
    let by = |whom: ByWhom| FormField::choice(F::ByWhom, Choices::ByWhom, place_of(Some(whom), ByWhom::ALL));
    Some(match purpose {
        Intent::RecordSharing => {
            let pupil = pupil?;
            vec![
                FormField::choice(
                    F::SharingKind,
                    Choices::Sharing,
                    place_of(Some(usual(pupil)), ConsentKind::ALL),
                ),
                FormField::text(F::SharedParty, Shape::OptionalParty, ""),
                today,
                by(whose(pupil, state)),
                FormField::text(F::SharedHow, Shape::Text, ""),
                FormField::text(F::Basis, Shape::Text, ""),
            ]
        }
        Intent::InformList => vec![
            FormField::choice(F::InformScope, Choices::Informed, 0),
            today,
            by(ByWhom::Both),
            FormField::text(F::SharedHow, Shape::Text, ""),
            FormField::text(F::Basis, Shape::Text, ""),
        ],
        Intent::EditAgreement => {
            let meeting = &state.sitting.as_ref()?.meeting;
            vec![
                FormField::text(F::Agreement, Shape::Text, &meeting.agreement),
                FormField::day(F::AgreementUntil, Shape::Day, meeting.agreement_until),
            ]
        }
        _ => {
            pupil?;
            vec![
                FormField::choice(F::RectifiedField, Choices::Rectified, Rectified::all().count()),
                FormField::text(F::RectifiedValue, Shape::Text, ""),
            ]
        }
    })
}

/// What is most likely recorded next: informed first, then the ground.
fn usual(pupil: &Pupil) -> ConsentKind {
    match (pupil.sharing.informed_on, pupil.sharing.basis.is_empty()) {
        (None, _) => ConsentKind::Informed,
        (Some(_), true) => ConsentKind::Basis,
        (Some(_), false) => ConsentKind::Given,
    }
}

/// Whose word it most likely is: of a pupil who is of age their own, else the parents'.
fn whose(pupil: &Pupil, state: &State) -> ByWhom {
    match pupil.age_on(state.today) {
        Some(age) if age >= OF_AGE => ByWhom::Pupil,
        Some(_) => ByWhom::Parents,
        None => ByWhom::Unknown,
    }
}

/// What a checked form becomes.
pub(super) fn acts(form: &Form, known: &super::Known<'_>) -> Kept {
    match form.purpose {
        Intent::RecordSharing => {
            let pupil = form.target.ok_or((F::SharingKind, Refusal::NoPupil))?;
            let kind = form
                .code(F::SharingKind, ConsentKind::ALL)
                .ok_or((F::SharingKind, Refusal::Required))?;
            let said = said(form, known, pupil, kind)?;
            if kind == ConsentKind::Basis && said.basis.is_empty() {
                return Err((F::Basis, Refusal::Required));
            }
            let said = Consent {
                party: form.party(F::SharedParty).map(|party| party.id),
                ..said
            };
            Ok((Some(pupil), vec![Act::Sharing(said)]))
        }
        Intent::InformList => inform(form, known),
        _ => {
            let meeting = known.meeting.as_ref().ok_or((F::Agreement, Refusal::NoMeeting))?;
            let until = form.day(F::AgreementUntil);
            let act = Act::Agreement(meeting.id, form.text(F::Agreement), until);
            Ok((None, vec![act]))
        }
    }
}

/// A word about sharing as the form has it, about everybody.
fn said(form: &Form, known: &super::Known<'_>, pupil: Id, kind: ConsentKind) -> Result<Consent, (F, Refusal)> {
    let on = form.day(F::SharedOn).ok_or((F::SharedOn, Refusal::NoDay))?;
    // What is still to be said was not said.
    if on > known.today || on.year() < 2000 {
        return Err((F::SharedOn, Refusal::NoDay));
    }
    Ok(Consent {
        id: 0,
        pupil,
        party: None,
        meeting: known.meeting.as_ref().filter(|m| m.is_open()).map(|m| m.id),
        kind,
        basis: form.text(F::Basis),
        on,
        by: form.code(F::ByWhom, ByWhom::ALL).unwrap_or(ByWhom::Unknown),
        how: form.text(F::SharedHow),
    })
}

/// A whole list informed, with the ground when one was typed.
fn inform(form: &Form, known: &super::Known<'_>) -> Kept {
    let school = form.target.ok_or((F::InformScope, Refusal::NoSchool))?;
    let informed = said(form, known, 0, ConsentKind::Informed)?;
    let basis = (!informed.basis.is_empty()).then(|| Consent {
        kind: ConsentKind::Basis,
        ..informed.clone()
    });
    let informed = Consent {
        basis: String::new(),
        ..informed
    };
    let scope = match form.chosen(F::InformScope) {
        1 => InformScope::School,
        2 => InformScope::These,
        _ => InformScope::NotInformed,
    };
    let list = InformList {
        school,
        scope,
        pupils: known.on_agenda.to_vec(),
        said: [Some(informed), basis].into_iter().flatten().collect(),
    };
    Ok((None, vec![Act::SharingList(list)]))
}

/// What is rectified: whose, which field, and what it becomes; or the field that stands in the way.
pub(in crate::app) fn rectification(form: &Form) -> Result<(Id, Rectified, Option<String>), (F, Refusal)> {
    let pupil = form.target.ok_or((F::RectifiedField, Refusal::NoPupil))?;
    let field = Rectified::all()
        .nth(form.chosen(F::RectifiedField))
        .ok_or((F::RectifiedField, Refusal::Required))?;
    let text = form.text(F::RectifiedValue);
    let value = match field.column() {
        "birth" if text.is_empty() => None,
        "birth" => {
            let day = form.day(F::RectifiedValue).ok_or((F::RectifiedValue, Refusal::NoDay))?;
            Some(day.to_string())
        }
        "number" | "given" | "family" if text.is_empty() => return Err((F::RectifiedValue, Refusal::Required)),
        "number" if looks_like_bsn(&text) => return Err((F::RectifiedValue, Refusal::LooksLikeBsn)),
        _ => Some(text),
    };
    Ok((pupil, field, value))
}
