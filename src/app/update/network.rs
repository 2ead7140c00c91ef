//! Somebody of the pupil's own surroundings is changed or taken out: of one person at once, of more the one that is chosen.
//!
//! The rule: they stand on the private card alone, so the list of them is one that only a private screen has.

use super::{forms, writing};
use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};
use crate::domain::intent::Intent;
use crate::domain::people::NetworkPerson;

/// The people of the pupil at hand.
fn people(state: &State) -> &[NetworkPerson] {
    let dossier = state.dossier.as_ref().filter(|d| Some(d.pupil.id) == state.pupil());
    dossier.map_or(&[], |dossier| &dossier.network)
}

/// Asks which of them, unless there is only one.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    if let [person] = people(state) {
        let id = person.id;
        return forms::open_of(state, Intent::EditNetworkPerson, id);
    }
    let effects = writing::leave(state);
    state.overlay = Some(Overlay::Network { selected: 0 });
    effects
}

/// What an intent does in that list; nothing where another overlay is open or it means the same everywhere.
pub(super) fn act(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    let Some(Overlay::Network { selected }) = state.overlay else {
        return None;
    };
    let last = people(state).len().saturating_sub(1);
    let to = match intent {
        Intent::Up => selected.saturating_sub(1),
        Intent::Down => selected.saturating_add(1),
        Intent::Previous => selected.saturating_sub(10),
        Intent::Next => selected.saturating_add(10),
        Intent::Confirm => {
            let chosen = people(state).get(selected.min(last)).map(|person| person.id);
            state.overlay = None;
            return Some(chosen.map_or_else(Vec::new, |id| forms::open_of(state, Intent::EditNetworkPerson, id)));
        }
        _ => return None,
    };
    state.overlay = Some(Overlay::Network { selected: to.min(last) });
    Some(Vec::new())
}
