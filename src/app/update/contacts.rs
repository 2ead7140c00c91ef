//! The fixed contacts of a school: from anywhere, and copied on purpose.
//!
//! The rule: what is copied is a professional's work details and nothing else. The window shows only those; nothing of
//! a pupil is in it.

use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};
use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Refusal};

use super::{finding, forms};

/// The contacts of the school at hand. The note stays open below.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    forms::put_aside(state);
    let school = state.school_at_hand();
    of_school(state, school)
}

/// The contacts of a school.
pub(super) fn of_school(state: &mut State, school: Option<Id>) -> Vec<Effect> {
    state.overlay = Some(Overlay::Contacts {
        query: finding::query(),
        schools: Vec::new(),
    });
    vec![Effect::Contacts(school, String::new())]
}

/// Copies the line of the contact of a rank: name, telephone, mail, as far as they are known.
pub(super) fn copy(state: &mut State, rank: u8, intent: Intent) -> Vec<Effect> {
    let Some(Overlay::Contacts { schools, .. }) = &state.overlay else {
        return Vec::new();
    };
    let fixed = schools.first().map(|s| s.fixed.as_slice()).unwrap_or_default();
    let Some((_, person)) = fixed.iter().find(|(of, _)| *of == rank) else {
        state.notice = Some(Notice::Refused(intent, Refusal::NoContact));
        return Vec::new();
    };
    let parts = [person.full(), person.phone.clone(), person.email.clone()];
    let known: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    state.notice = Some(Notice::Copied(rank));
    vec![Effect::Copy(known.join(", "))]
}
