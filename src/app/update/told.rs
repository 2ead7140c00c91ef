//! From the list of texts in which an old name still stands to each of them, and back to the list for the next one.
//!
//! The rule: the list is made once, while the old name is known, so whoever looks a text up finds it again with `Esc`, as
//! long as they stay with the pupil of that text; and as it names pupils of every school, in the private state alone.

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
        state.told_before = Some((told, pupil));
    }
    walk::go_to_pupil(state, pupil, school)
}

/// Comes back to the list, when it was left for one of its texts and the pupil of that is still at hand.
pub(super) fn back(state: &mut State) {
    if let Some((told, with)) = state.told_before.take()
        && state.private
        && state.pupil() == Some(with)
    {
        state.overlay = Some(Overlay::ToldBefore(told));
    }
}
