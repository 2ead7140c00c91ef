//! What reaches the program from outside, freed of any terminal library.

/// Something that happened.
#[derive(Clone, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; kept whole, never read as keys.
    Paste(String),
    /// The window has another size: columns and rows.
    Resize(u16, u16),
    /// A pane was pointed at (mouse, when it is on), and what in it: in the queue the row of the board that was drawn,
    /// in the agenda the part; in the other panes the number says nothing.
    Point(crate::public::Pane, usize),
    /// The wheel was turned over a pane: on (true) or back.
    Wheel(crate::public::Pane, bool),
    /// This is to be done, as though its key was pressed: by whoever chooses by a number instead.
    Act(crate::domain::intent::Intent),
    /// Time passed.
    Tick,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Key(_) => "Key",
            Self::Paste(_) => "Paste",
            Self::Resize(..) => "Resize",
            Self::Point(..) => "Point",
            Self::Wheel(..) => "Wheel",
            Self::Act(_) => "Act",
            Self::Tick => "Tick",
        })
    }
}

/// A key with its modifiers. Shift is part of a character (`A`, not Shift+a); text typed with AltGr is a character
/// without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl held.
    pub ctrl: bool,
    /// Alt held.
    pub alt: bool,
    /// Shift held, for keys that are no character.
    pub shift: bool,
}

/// A key without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the key it is named after")]
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

impl Key {
    /// The key alone.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The key with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
            alt: false,
            shift: false,
        }
    }
}
