//! The trajectory in words: for whoever cannot read the timeline, and the short way to any part of it.
//!
//! The rule: the selected row and the cursor of the timeline are one, so that the same keys change the same part.

use crate::app::effect::Effect;
use crate::app::reading::part_at_hand;
use crate::app::state::{Overlay, State};

use super::writing;

/// Opens the list at the part under the cursor, else at what began last.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let effects = writing::leave(state);
    let here = part_at_hand(state);
    let events = state.dossier.as_ref().map(|d| d.history()).unwrap_or_default();
    let pointed = events.iter().position(|e| here.is_some() && e.part() == here);
    let begun = events
        .iter()
        .rposition(|e| e.day().is_some_and(|day| day <= state.today));
    let selected = pointed.or(begun).unwrap_or(0);
    state.overlay = Some(Overlay::History { selected });
    point(state);
    effects
}

/// Puts the cursor of the timeline on the selected row, after it moved or the trajectory was read anew.
pub(super) fn point(state: &mut State) {
    let Some(Overlay::History { selected }) = state.overlay.as_mut() else {
        return;
    };
    let events = state.dossier.as_ref().map(|d| d.history()).unwrap_or_default();
    *selected = (*selected).min(events.len().saturating_sub(1));
    state.part = events.get(*selected).and_then(|event| event.part());
}
