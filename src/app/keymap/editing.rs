//! The keys that change a text: the same in notes, forms and questions.
//!
//! The rule: these are no acts of the chair and stand in no help; whatever is typed in understands all of them.

use super::p;
use crate::app::edit::{EditCommand, Motion};
use crate::app::message::{Code, Key};

const fn ctrl(code: Code) -> Key {
    Key {
        code,
        ctrl: true,
        alt: false,
        shift: false,
    }
}

/// The keys that move in a text, in notes, forms and questions alike; with Shift they select.
pub const MOTION_KEYS: &[(Key, Motion)] = &[
    (p(Code::Left), Motion::Left),
    (p(Code::Right), Motion::Right),
    (p(Code::Up), Motion::Up),
    (p(Code::Down), Motion::Down),
    (p(Code::Home), Motion::LineStart),
    (p(Code::End), Motion::LineEnd),
    (ctrl(Code::Left), Motion::WordLeft),
    (ctrl(Code::Right), Motion::WordRight),
    (ctrl(Code::Home), Motion::TextStart),
    (ctrl(Code::End), Motion::TextEnd),
];

/// The keys that change a text or select all of it.
pub const EDIT_KEYS: &[(Key, EditCommand)] = &[
    (p(Code::Backspace), EditCommand::Backspace),
    (p(Code::Delete), EditCommand::Delete),
    (ctrl(Code::Backspace), EditCommand::DeleteWordLeft),
    (Key::ctrl('w'), EditCommand::DeleteWordLeft),
    (ctrl(Code::Delete), EditCommand::DeleteWordRight),
    (Key::ctrl('e'), EditCommand::SelectAll),
];

/// What a key asks of a text. Enter is not here: a note takes it as a new line, a form as done.
pub fn edit_command(key: Key) -> Option<EditCommand> {
    let bare = Key { shift: false, ..key };
    if let Some((_, motion)) = MOTION_KEYS.iter().find(|(k, _)| *k == bare) {
        return Some(if key.shift {
            EditCommand::Select(*motion)
        } else {
            EditCommand::Move(*motion)
        });
    }
    if let Some((_, command)) = EDIT_KEYS.iter().find(|(k, _)| *k == bare) {
        return Some(command.clone());
    }
    match key.code {
        Code::Char(letter) if !key.ctrl && !key.alt => Some(EditCommand::Insert(letter.to_string())),
        _ => None,
    }
}
