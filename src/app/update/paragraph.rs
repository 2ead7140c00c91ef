//! A paragraph that was typed as text becomes an action or a decision.
//!
//! The rule: it becomes the line that could have been typed, and nothing is recorded yet: the preview reads it back, and
//! Enter takes it as it takes every line.

use crate::app::effect::Effect;
use crate::app::state::State;
use crate::domain::codes::NoteKind;
use crate::domain::intent::Intent;
use crate::domain::line::{LineKind, kind_of, turned};
use crate::domain::speaker::without_speakers;
use crate::text::notice::{Notice, Refusal};

use super::writing;

/// Turns the paragraph of the cursor; from KIES, the last one of the note at hand. What was meant for the chair alone is
/// not turned while others read along.
pub(super) fn turn(state: &mut State, intent: Intent) -> Vec<Effect> {
    if state.writing.is_none() && !open_at_last(state) {
        return Vec::new();
    }
    let to = if intent == Intent::ToAction {
        LineKind::Action
    } else {
        LineKind::Decision
    };
    let table = state.table().into_iter().chain(state.away());
    let names: Vec<String> = table.map(|person| person.full()).collect();
    let Some(writing) = state.writing.as_mut() else {
        return Vec::new();
    };
    let line = writing.editor.current_line();
    if kind_of(line) == Some(LineKind::WorkingNote) && !state.private {
        state.notice = Some(Notice::Refused(intent, Refusal::Private));
        return Vec::new();
    }
    let line = turned(&without_speakers(line, &names), to);
    if writing.editor.replace_line(&line).is_err() {
        state.notice = Some(Notice::Refused(intent, Refusal::TooLong));
        return Vec::new();
    }
    writing.chosen = 0;
    writing.turned = true;
    Vec::new()
}

/// Opens the note at the end of the last paragraph that says anything.
fn open_at_last(state: &mut State) -> bool {
    if !writing::begin(state, NoteKind::Table) {
        return false;
    }
    if let Some(writing) = state.writing.as_mut() {
        let end = writing.editor.text().trim_end().len();
        writing.editor.go_to(end);
    }
    true
}
