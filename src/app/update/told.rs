//! From the list of texts in which an old name still stands to each of them, and back to the list for the next one.
//!
//! The rule: the list is made once, while the old name is known, so it stays until it is closed; and as it names pupils of
//! every school, it comes back in the private state alone.

use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Refusal};

use super::walk;

/// Goes to the pupil with whom the text under the cursor stands, and keeps the list for the next one.
pub(super) fn look_up(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::ToldBefore(told)) = &state.overlay else {
        return Vec::new();
    };
    let Some((pupil, school)) = told.chosen().and_then(|text| text.with) else {
        state.notice = Some(Notice::Refused(Intent::Pick, Refusal::NothingSelected));
        return Vec::new();
    };
    if let Some(Overlay::ToldBefore(told)) = state.overlay.take() {
        state.told_before = Some(told);
    }
    walk::go_to_pupil(state, pupil, school)
}

/// Comes back to the list, when it was left for one of its texts.
pub(super) fn back(state: &mut State) {
    if let Some(told) = state.told_before.take().filter(|_| state.private) {
        state.overlay = Some(Overlay::ToldBefore(told));
    }
}
