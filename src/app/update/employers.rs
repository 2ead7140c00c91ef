//! The card of an employer: asked for, shown, and the way between it and the form of that party.

use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};
use crate::domain::Id;
use crate::domain::intent::Intent;
use crate::domain::people::Party;
use crate::domain::placement::Placement;
use crate::text::notice::{Notice, Refusal};

use super::forms;

/// Asks for the card of a party. It names every pupil who was placed there, so it is private.
pub(super) fn ask(state: &mut State, party: Id) -> Vec<Effect> {
    if !state.private {
        state.notice = Some(Notice::Refused(Intent::PartyCard, Refusal::Private));
        return Vec::new();
    }
    vec![Effect::PartyCard(party)]
}

/// The card was read.
pub(super) fn shown(state: &mut State, party: Party, rows: Vec<Placement>) {
    if state.private {
        state.overlay = Some(Overlay::PartyCard { party, rows, top: 0 });
    }
}

/// From the card to the form of its party, and from the form to the card; what was typed in the form is put aside.
pub(super) fn between(state: &mut State) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::PartyCard { party, .. }) => vec![Effect::FormLists(Intent::EditParty, Some(party.id))],
        Some(Overlay::Form(form)) => {
            let party = form.target;
            forms::put_aside(state);
            party.map(|party| ask(state, party)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// The card that is open, read anew after a change of records.
pub(super) fn again(state: &State) -> Option<Effect> {
    match &state.overlay {
        Some(Overlay::PartyCard { party, .. }) => Some(Effect::PartyCard(party.id)),
        _ => None,
    }
}
