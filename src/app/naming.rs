//! Who is meant behind an `@` in a note: what the list below the cursor offers, and what Tab and Enter take.
//!
//! The rule: whoever types an ordinary word pays for nothing; people are compared only where a name was begun.

use super::state::State;
use crate::domain::codes::Presence;
use crate::domain::naming::{Named, begun, fitting};

/// Who fits what was typed behind the `@` before the cursor; nobody where none stands there.
pub(super) fn names(state: &State) -> Vec<Named> {
    let Some(writing) = state.writing.as_ref().filter(|w| w.editor.selection().is_none()) else {
        return Vec::new();
    };
    let editor = &writing.editor;
    let Some((at, typed)) = editor.text().get(..editor.cursor()).and_then(begun) else {
        return Vec::new();
    };
    if writing.unnamed == Some(at) {
        return Vec::new();
    }
    let recorded = |id| state.recorded_away(id).unwrap_or(Presence::Absent);
    fitting(typed, (&state.table(), &state.away()), state.catalog().roles, recorded)
}

/// Which of them is chosen.
pub(super) fn chosen(state: &State, names: &[Named]) -> usize {
    let chosen = state.writing.as_ref().map_or(0, |w| w.chosen);
    chosen.min(names.len().saturating_sub(1))
}
