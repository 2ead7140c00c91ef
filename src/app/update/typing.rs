//! What is typed or pasted goes where text is being written: a form, the line of an overlay, or the note.
//!
//! The rule: an overlay lies over the note, so that while there is one the note gets nothing; and where nothing is typed,
//! undo means the journal.

use super::{finding, forms, writing};
use crate::app::edit::{Area, EditCommand, Editor};
use crate::app::effect::Effect;
use crate::app::keymap::edit_command;
use crate::app::message::Key;
use crate::app::state::{Overlay, State};
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Refusal};

/// Gives a key to whatever is being typed in.
pub(super) fn type_key(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        return forms::type_key(state, key);
    }
    if state.overlay.is_some() {
        let command = edit_command(key)?;
        let edited = edit_overlay(state, command);
        return Some(if edited {
            finding::query_changed(state)
        } else {
            Vec::new()
        });
    }
    state.writing.as_ref()?;
    writing::type_key(state, key)
}

/// The line being typed in an overlay, if it has one.
fn overlay_line(state: &mut State) -> Option<&mut Editor> {
    match state.overlay.as_mut()? {
        Overlay::Help { query, .. }
        | Overlay::Palette { query, .. }
        | Overlay::Find { query, .. }
        | Overlay::Contacts { query, .. } => Some(query),
        Overlay::Prompt { input, .. } => Some(input),
        Overlay::FollowUp(list) => list.filtering.then_some(&mut list.filter),
        Overlay::Lessons(list) => list.filtering.then_some(&mut list.filter),
        Overlay::Restore(backups) => backups.word(),
        Overlay::Import(import) => import.is_typing().then_some(&mut import.path),
        Overlay::Attendance { .. }
        | Overlay::OldActions { .. }
        | Overlay::Terms { .. }
        | Overlay::ReadBack { .. }
        | Overlay::Meetings { .. }
        | Overlay::Listing
        | Overlay::Results(_)
        | Overlay::AgreeAll
        | Overlay::PartyCard { .. }
        | Overlay::Issued(_)
        | Overlay::ToldBefore(_)
        | Overlay::Network { .. }
        | Overlay::History { .. }
        | Overlay::Form(_) => None,
    }
}

/// Undo and redo of what is being typed in an overlay; false where nothing can be typed, so that the journal is meant.
pub(super) fn undo_in_overlay(state: &mut State, back: bool) -> bool {
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        forms::undo(state, back);
        return true;
    }
    let command = if back { EditCommand::Undo } else { EditCommand::Redo };
    let Some(line) = overlay_line(state) else { return false };
    if line.has_steps(back) {
        return line.input(command, LINE).is_ok();
    }
    state.notice = Some(nothing_typed(back));
    true
}

/// What is said where nothing of what is typed can be taken back: the journal is behind Esc, so that a press too many
/// never takes back a record.
pub(super) const fn nothing_typed(back: bool) -> Notice {
    match back {
        true => Notice::NothingTyped,
        false => Notice::Refused(Intent::Redo, Refusal::NothingToRedo),
    }
}

pub(super) fn edit_overlay(state: &mut State, command: EditCommand) -> bool {
    let refused = match overlay_line(state) {
        None => return false,
        Some(line) => line.input(command, LINE).is_err(),
    };
    if refused {
        state.notice = Some(Notice::Refused(Intent::Find, Refusal::TooLong));
    }
    !refused
}

/// The room a one-line text is edited in; its width only matters to what is drawn.
pub(super) const LINE: Area = Area { width: 60, height: 1 };

pub(super) fn paste(state: &mut State, text: String) -> Vec<Effect> {
    state.waiting = None;
    if state.blank {
        state.notice = Some(Notice::Paused);
        return Vec::new();
    }
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        return forms::paste(state, text);
    }
    if state.overlay.is_some() {
        return if edit_overlay(state, EditCommand::Insert(text)) {
            finding::query_changed(state)
        } else {
            Vec::new()
        };
    }
    writing::paste(state, text)
}
