//! Tab in a note: a short word becomes the text it stands for.
//!
//! The rule: nothing is written out by itself, because a word that changes under the hands of somebody who listens is a
//! word that is read back wrong.

use crate::app::effect::Effect;
use crate::app::state::State;
use crate::app::template;
use crate::domain::codes::{ItemKind, Lane};
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Refusal};

/// The short word before the cursor becomes its text, in one step of undo. What is no snippet stays as it is,
/// and the status line says so.
pub(super) fn expand(state: &mut State) -> Vec<Effect> {
    if let Some(headings) = template::offered(state).map(ToOwned::to_owned) {
        write_headings(state, &headings);
        return Vec::new();
    }
    let Some(writing) = state.writing.as_ref() else {
        return Vec::new();
    };
    let cursor = writing.editor.cursor();
    let before = writing.editor.text().get(..cursor).unwrap_or_default();
    let catalog = state.catalog();
    // The whole word up to a blank first, then without the bracket or quotation mark it begins with.
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let bare = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let known = [word, bare].into_iter().find_map(|word| {
        let text = state.settings.snippet(word, catalog)?;
        Some((cursor - word.len()..cursor, text))
    });
    let Some((range, text)) = known.filter(|_| writing.editor.selection().is_none()) else {
        state.notice = Some(nothing_written(state));
        return Vec::new();
    };
    let editor = state.writing.as_mut().map(|w| &mut w.editor);
    if editor.is_some_and(|editor| editor.replace(range, &text).is_err()) {
        state.notice = Some(Notice::Refused(Intent::Expand, Refusal::TooLong));
    }
    Vec::new()
}

/// Why Tab writes nothing: in an empty note headings were expected, behind a word its text.
fn nothing_written(state: &State) -> Notice {
    let empty = state
        .writing
        .as_ref()
        .is_some_and(|w| w.editor.text().trim().is_empty());
    if !empty {
        return Notice::NoSnippet;
    }
    let pupil = state.item().filter(|i| i.item.kind == ItemKind::Pupil);
    Notice::NoHeadings(pupil.map(|i| i.item.lane).filter(|lane| *lane != Lane::Complex))
}

/// Headings in place of an empty note, with the cursor behind the first.
fn write_headings(state: &mut State, headings: &str) {
    let Some(writing) = state.writing.as_mut() else { return };
    let editor = &mut writing.editor;
    if editor.replace(0..editor.text().len(), headings).is_err() {
        state.notice = Some(Notice::Refused(Intent::Expand, Refusal::TooLong));
        return;
    }
    let first = editor.text().find('\n').unwrap_or(editor.text().len());
    editor.go_to(first);
}
