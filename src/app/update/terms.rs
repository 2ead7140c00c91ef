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
    state.marked_term = None;
    state.overlay = Some(Overlay::Terms { selected: 0 });
    effects
}

/// Marks the selected term, or takes the same mark off again. Why a term does not apply is asked first.
pub(super) fn mark(state: &mut State, intent: Intent) -> Vec<Effect> {
    state.asked_term = None;
    state.marked_term = None;
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
pub(super) fn answered(state: &mut State, reason: String) -> Vec<Effect> {
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
        follow(state);
    }
}

/// Keeps the cursor on the term that was marked, wherever it stands now, so that the same key takes the mark back.
pub(super) fn follow(state: &mut State) {
    let marked = state.marked_term.as_ref();
    let at = marked.and_then(|term| state.terms_in_sight().iter().position(|due| TermKey::of(due) == *term));
    if let (Some(Overlay::Terms { selected }), Some(at)) = (state.overlay.as_mut(), at) {
        *selected = at;
    }
}

fn change(state: &mut State, intent: Intent, term: TermKey, mark: Option<(TermMarkState, String)>) -> Vec<Effect> {
    let Some(pupil) = state.pupil() else { return Vec::new() };
    state.marked_term = Some(term.clone());
    vec![Effect::Change(Change {
        intent,
        pupil: Some(pupil),
        acts: vec![Act::TermMark(pupil, term, mark)],
    })]
}
