//! What can be asked of the editor, and why it may refuse.
//!
//! The rule: a command says what a key means, not which key it is; the keys are in the one table of the key map. A
//! command that can only be a motion is typed as one, so that "select" cannot be asked of anything else.

use std::fmt;

/// Whether a text may hold line feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Paragraphs separated by line feeds, wrapped to the width: a note.
    Lines,
    /// A single line that scrolls sideways: a field, the find box. Line feeds that are pasted become spaces.
    OneLine,
}

/// The room the text is shown in, in terminal cells. The vertical motions and the page keys depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Columns. In a note the last one is kept for the cursor behind a full line, and for the space at a break.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Where a key takes the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One grapheme cluster back; out of a selection, to its start.
    Left,
    /// One grapheme cluster on; out of a selection, to its end.
    Right,
    /// One line of the screen up, in the column the run of vertical motions started from.
    Up,
    /// One line of the screen down, likewise.
    Down,
    /// To the start of the word before the cursor (Unicode word boundaries: *foto's* is one word).
    WordLeft,
    /// To the start of the next word.
    WordRight,
    /// To the start of the line on the screen; once there, to the start of the paragraph.
    LineStart,
    /// To the end of the line on the screen; once there, to the end of the paragraph.
    LineEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// A screen up, less one line that stays in sight.
    PageUp,
    /// A screen down, less one line that stays in sight.
    PageDown,
}

/// What a key or a paste asks of the editor.
#[derive(Clone, PartialEq, Eq)]
pub enum EditCommand {
    /// Puts a typed letter or a paste at the cursor, in place of the selection. More than one grapheme cluster counts
    /// as a paste: one step of undo by itself.
    Insert(String),
    /// Starts a new paragraph; nothing in a text of one line, where Enter belongs to the form.
    Newline,
    /// Removes the selection, else the grapheme cluster before the cursor.
    Backspace,
    /// Removes the selection, else the grapheme cluster after the cursor.
    Delete,
    /// Removes the selection, else back to the start of a word.
    DeleteWordLeft,
    /// Removes the selection, else on to the start of the next word.
    DeleteWordRight,
    /// Moves the cursor and drops the selection.
    Move(Motion),
    /// Moves the cursor and lets the selection grow or shrink with it.
    Select(Motion),
    /// Selects the whole text.
    SelectAll,
    /// Takes back the last step: a word typed, a run of erasing, a paste.
    Undo,
    /// Does again what was taken back last.
    Redo,
}

impl fmt::Debug for EditCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Insert(text) => write!(f, "Insert({} bytes)", text.len()),
            Self::Newline => f.write_str("Newline"),
            Self::Backspace => f.write_str("Backspace"),
            Self::Delete => f.write_str("Delete"),
            Self::DeleteWordLeft => f.write_str("DeleteWordLeft"),
            Self::DeleteWordRight => f.write_str("DeleteWordRight"),
            Self::Move(motion) => write!(f, "Move({motion:?})"),
            Self::Select(motion) => write!(f, "Select({motion:?})"),
            Self::SelectAll => f.write_str("SelectAll"),
            Self::Undo => f.write_str("Undo"),
            Self::Redo => f.write_str("Redo"),
        }
    }
}

/// Why the text was left as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditRefusal {
    /// The text would become longer than it may be. A paste is kept whole or not at all.
    TooLong {
        /// The most the text may hold, in bytes of UTF-8.
        limit: usize,
    },
}
