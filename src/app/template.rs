//! The headings that an empty note offers.
//!
//! The rule: nothing is written by itself, and a heading below which nothing was said is not kept.

use super::state::State;
use crate::domain::codes::{ItemKind, NoteKind};

/// The headings for the table note of the pupil at hand; none where there are none for the lane and school.
pub(super) fn of_note(state: &State) -> Option<&str> {
    let item = &state.item()?.item;
    let table = state.writing.as_ref()?.target.kind == NoteKind::Table;
    let school = state.school_at_hand()?;
    let kind = state.schools.iter().find(|known| known.id == school)?.kind;
    (table && item.kind == ItemKind::Pupil)
        .then(|| state.settings.template(item.lane, kind, state.catalog()))
        .flatten()
}

/// The headings that the note being written offers: only while nothing stands in it.
pub(super) fn offered(state: &State) -> Option<&str> {
    let empty = state.writing.as_ref()?.editor.text().trim().is_empty();
    of_note(state).filter(|_| empty)
}

/// A text without the headings below which nothing was said, in the order of the text.
pub(super) fn without_unfilled(text: &str, headings: &str) -> String {
    let unfilled = |line: &str| {
        let line = line.trim();
        !line.is_empty() && headings.lines().any(|heading| heading.trim() == line)
    };
    let lines: Vec<&str> = text.lines().collect();
    let kept = lines.iter().enumerate().filter(|(at, line)| {
        // What stands on the lines below a heading belongs to it.
        let below = lines.get(at + 1).is_some_and(|next| {
            let next = next.trim();
            !next.is_empty() && !headings.lines().any(|heading| next.starts_with(heading.trim()))
        });
        !unfilled(line) || below
    });
    kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n")
}
