//! Tab or Enter behind an `@`: the chosen name is written out.
//!
//! The rule: what is written is a short name that is read back as this one person, in one step of undo.

use crate::app::effect::Effect;
use crate::app::naming::{chosen, names};
use crate::app::state::{State, Writing};
use crate::domain::intent::Intent;
use crate::domain::naming::begun;
use crate::text::notice::{Notice, Refusal};

/// One name on or back in the list; at its ends it stays.
pub(super) fn step(state: &mut State, on: bool) -> Vec<Effect> {
    let names = names(state);
    let now = chosen(state, &names);
    let last = names.len().saturating_sub(1);
    if let Some(writing) = state.writing.as_mut() {
        writing.chosen = if on { (now + 1).min(last) } else { now.saturating_sub(1) };
    }
    Vec::new()
}

/// Closes the list: of this `@` no name is meant. The note stays open, and another `@` offers names again.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    if let Some(writing) = state.writing.as_mut() {
        writing.unnamed = at_cursor(writing);
    }
    Vec::new()
}

/// Forgets that a list was closed once the cursor stands behind another `@`, or behind none.
pub(super) fn typed(state: &mut State) {
    if let Some(writing) = state.writing.as_mut()
        && writing.unnamed != at_cursor(writing)
    {
        writing.unnamed = None;
    }
    if is_nobody(state) {
        state.notice = Some(Notice::Refused(Intent::TakeName, Refusal::Nobody));
    }
}

/// Whether one word stands behind an `@` that begins nobody's name at this table.
fn is_nobody(state: &State) -> bool {
    let Some(writing) = state.writing.as_ref().filter(|writing| writing.unnamed.is_none()) else {
        return false;
    };
    let begun = writing.editor.text().get(..writing.editor.cursor()).and_then(begun);
    let typed = begun.map_or("", |(_, typed)| typed);
    !typed.is_empty() && !typed.contains(' ') && names(state).is_empty()
}

/// The byte of the `@` behind which the cursor stands in a name.
fn at_cursor(writing: &Writing) -> Option<usize> {
    let before = writing.editor.text().get(..writing.editor.cursor())?;
    begun(before).map(|(at, _)| at)
}

/// Writes the chosen name in place of what was typed, with a blank behind it unless one stands there.
pub(super) fn take(state: &mut State) -> Vec<Effect> {
    let names = names(state);
    let name = names.get(chosen(state, &names)).map(|named| named.short.clone());
    let (Some(name), Some(writing)) = (name, state.writing.as_mut()) else {
        return Vec::new();
    };
    let editor = &mut writing.editor;
    let cursor = editor.cursor();
    let (before, behind) = editor.text().split_at(cursor);
    let Some((at, _)) = begun(before) else {
        return Vec::new();
    };
    let blank = if behind.starts_with(' ') { "" } else { " " };
    writing.chosen = 0;
    if editor.replace(at..cursor, &format!("{name}{blank}")).is_err() {
        state.notice = Some(Notice::Refused(Intent::TakeName, Refusal::TooLong));
    } else if !blank.is_empty() {
        writing.named = Some(editor.cursor());
    }
    Vec::new()
}
