//! A note that was being written before the file was locked, opened again.

use crate::app::edit::{Editor, Kind};
use crate::app::note_target::NoteTarget;
use crate::app::state::{State, Writing};
use crate::domain::Id;
use crate::domain::codes::NoteKind;

use super::writing::{self, NOTE_LIMIT};

/// Opens the note of whoever is at hand, with the cursor where it was.
pub(in crate::app) fn go_on_writing(state: &mut State, kind: NoteKind, cursor: usize) {
    if writing::begin(state, kind)
        && let Some(writing) = state.writing.as_mut()
    {
        writing.editor.go_to(cursor);
    }
}

/// Opens a note with its draft: the text the draft began as, and the text as it was typed.
pub(in crate::app) fn go_on_with_draft(
    state: &mut State,
    (target, draft): (NoteTarget, Id),
    base: String,
    text: &str,
    cursor: usize,
) {
    let mut editor = Editor::new(text, Kind::Lines, NOTE_LIMIT);
    editor.go_to(cursor);
    state.writing = Some(Writing {
        editor,
        target,
        base,
        draft: Some(draft),
        taking: false,
        broken: false,
        chosen: 0,
        turned: None,
        unnamed: None,
        named: None,
        once: false,
    });
}
