//! The list of terms: opened with one key, each row done or not applicable with another.

use crate::app::effect::{Act, Change, Effect};
use crate::app::state::{Overlay, State};
use crate::app::terms::TermKey;
use crate::domain::intent::Intent;
use crate::domain::term::TermMarkState;
use crate::text::notice::{Notice, Refusal};

use super::{finding, writing};

pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let effects = writing::leave(state);
    state.overlay = Some(Overlay::Terms { selected: 0 });
    effects
}

/// Marks the selected term, or takes the same mark off again. Why a term does not apply is asked first.
pub(super) fn mark(state: &mut State, intent: Intent) -> Vec<Effect> {
    state.asked_term = None;
    let Some(Overlay::Terms { selected }) = state.overlay else {
        return Vec::new();
    };
    let found = state.terms_in_sight().get(selected).map(|due| {
        let marked = due.mark.map(|mark| mark.state);
        (TermKey::of(due), marked)
    });
    let Some((term, marked)) = found else {
        state.notice = Some(Notice::Refused(intent, Refusal::NothingSelected));
        return Vec::new();
    };
    let done = intent == Intent::TermDone;
    let wanted = if done {
        TermMarkState::Done
    } else {
        TermMarkState::NotApplicable
    };
    if marked == Some(wanted) {
        return change(state, intent, term, None);
    }
    if done {
        return change(state, intent, term, Some((wanted, String::new())));
    }
    state.asked_term = Some((term, selected));
    finding::prompt(state, intent, "")
}

/// The reason was given.
pub(super) fn answered(state: &State, reason: String) -> Vec<Effect> {
    let Some((term, _)) = state.asked_term.clone() else {
        return Vec::new();
    };
    let mark = (TermMarkState::NotApplicable, reason);
    change(state, Intent::TermNotApplicable, term, Some(mark))
}

/// Back from the question to the list, where it was.
pub(super) fn back(state: &mut State) {
    if let Some((_, selected)) = state.asked_term.take() {
        state.overlay = Some(Overlay::Terms { selected });
    }
}

fn change(state: &State, intent: Intent, term: TermKey, mark: Option<(TermMarkState, String)>) -> Vec<Effect> {
    let Some(pupil) = state.pupil() else { return Vec::new() };
    vec![Effect::Change(Change {
        intent,
        pupil: Some(pupil),
        acts: vec![Act::TermMark(pupil, term, mark)],
    })]
}
