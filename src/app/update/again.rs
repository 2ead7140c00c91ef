//! What lies over the panes, read anew.
//!
//! The rule: a list that was read from the file never shows what an undo or another sight has made otherwise; what is
//! made of the state follows by itself.

use crate::app::effect::Effect;
use crate::app::state::{Overlay, State};

use super::{employers, follow_up, read_back, results};

/// Reads the open list again.
pub(super) fn lists(state: &State) -> Vec<Effect> {
    let open = state.overlay.as_ref();
    let mut effects: Vec<Effect> = employers::again(state).into_iter().collect();
    effects.extend(follow_up::again(state));
    effects.extend(results::again(state));
    effects.extend(match open {
        Some(Overlay::OldActions { .. }) => old_actions(state),
        Some(Overlay::ReadBack { .. }) => read_back::again(state),
        Some(Overlay::Find { purpose, query, .. }) => Some(Effect::Find(*purpose, query.text().to_owned())),
        Some(Overlay::Meetings { .. }) => Some(Effect::Meetings),
        Some(Overlay::Contacts { query, schools }) => {
            let school = schools.first().map(|one| one.school.id);
            let of = school.filter(|_| query.text().is_empty());
            Some(Effect::Contacts(of, query.text().to_owned()))
        }
        _ => None,
    });
    effects
}

/// The old actions of the school at hand.
pub(super) fn old_actions(state: &State) -> Option<Effect> {
    let meeting = state.open_meeting();
    state.school_at_hand().map(|school| Effect::OldActions(school, meeting))
}
