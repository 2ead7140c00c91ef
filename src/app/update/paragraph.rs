//! A paragraph that was typed as text becomes an action or a decision.
//!
//! The rule: it becomes the line that could have been typed, and nothing is recorded yet: the preview reads it back, and
//! Enter takes it as it takes every line. Whoever leaves the note instead finds the paragraph as it was.

use crate::app::effect::Effect;
use crate::app::state::{State, Turned};
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
    let was = line.to_owned();
    let line = turned(&without_speakers(&was, &names), to);
    if writing.editor.replace_line(&line).is_err() {
        state.notice = Some(Notice::Refused(intent, Refusal::TooLong));
        return Vec::new();
    }
    writing.chosen = 0;
    // Whoever turns a line once more still means the paragraph that it was first.
    let first = writing.turned.take().filter(|turned| turned.line == was);
    let was = first.map_or(was, |turned| turned.was);
    writing.turned = Some(Turned { was, line });
    Vec::new()
}

/// Gives back the paragraph of which a line was made that nobody took, before the note is left. A line that was changed
/// since was typed by somebody, and stays.
pub(super) fn give_back(state: &mut State) {
    let Some(writing) = state.writing.as_mut() else { return };
    let Some(Turned { was, line }) = writing.turned.take() else {
        return;
    };
    let mut start = 0;
    for paragraph in writing.editor.text().split('\n') {
        let end = start + paragraph.len();
        if paragraph == line {
            // What was there before fits: the note may only be refused a text that grows.
            let _ = writing.editor.replace(start..end, &was);
            return;
        }
        start = end + 1;
    }
}

/// Opens the note at the end of the last paragraph that says anything.
fn open_at_last(state: &mut State) -> bool {
    if !writing::begin(state, NoteKind::Table) {
        return false;
    }
    if let Some(writing) = state.writing.as_mut() {
        let end = writing.editor.text().trim_end().len();
        writing.editor.go_to(end);
        writing.once = true;
    }
    true
}
