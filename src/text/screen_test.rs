//! The words of the screen test: from how far a window is read, what its signs and styles mean, and which keys arrive.

use super::catalog::theme;

/// What a sign of the screen stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// In focus.
    Here,
    /// Done.
    Done,
    /// Not yet.
    Open,
    /// On the table now.
    Now,
    /// Needs attention.
    Alert,
    /// Goes to the next meeting.
    Carried,
    /// Follows from what was typed.
    Then,
    /// More above or below.
    More,
    /// A text goes on.
    Cut,
    /// Somebody holds.
    Holds,
    /// A period without a hold.
    Beside,
    /// The same, to come.
    Planned,
    /// Held on these days.
    Held,
    /// Two hands hold.
    Together,
    /// An instrument.
    Begun,
    /// A day to keep in sight.
    Term,
    /// Of these the large digits are made.
    Digits,
    /// Around panes.
    Lines,
}

/// What a style of the screen stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Text.
    Text,
    /// The word before a value.
    Label,
    /// Titles and names.
    Title,
    /// In focus.
    Focus,
    /// Less important.
    Muted,
    /// Cannot act now.
    Disabled,
    /// Past its day.
    Overdue,
    /// Needs attention.
    Warning,
    /// Done.
    Ok,
    /// How what was typed is read.
    Preview,
    /// The private state.
    Private,
    /// The shared state.
    Shared,
    /// Nobody holds.
    Gap,
    /// Somebody holds.
    Holds,
}

/// A colour of the sixteen, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the colour it is named after")]
pub enum Ink {
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    Grey,
    DarkGrey,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    White,
}

/// How letters are drawn besides their colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the manner it is named after")]
pub enum Manner {
    Bold,
    Dim,
    Reversed,
    Underlined,
}

theme! {
    /// The screen test.
    ScreenTest {
        words {
            /// Its title.
            title,
            /// Heading: from how far the letters are read.
            reach,
            /// What helps whoever sits further away.
            larger,
            /// Heading: the signs, each with its stand-in.
            signs,
            /// Heading: the styles of the theme in force.
            styles,
            /// The terminal's own colour.
            own_colour,
            /// Heading: the keys to press.
            keys,
            /// Where keys stay that do not arrive.
            swallowed,
            /// How to leave.
            leave,
            /// What was pressed last.
            last,
            /// All keys arrived.
            all_arrived,
        }
        phrases {
            /// Rows and columns of the window.
            size(rows: u16, columns: u16) -> String,
            /// For an image of so many centimetres high: the height of a letter in millimetres, and from how many
            /// decimetres it is read.
            from(image: u32, letter: u32, distance: u32) -> String,
            /// What a sign stands for.
            sign(sign: Sign) -> &'static str,
            /// What a style stands for.
            meaning(meaning: Meaning) -> &'static str,
            /// A colour.
            ink(ink: Ink) -> &'static str,
            /// A manner.
            manner(manner: Manner) -> &'static str,
            /// Letters of a colour on a ground of another.
            on(ink: &str, ground: &str) -> String,
            /// A key arrived.
            arrived(key: &str) -> String,
            /// How many of the keys arrived, and which did not.
            summary(arrived: usize, of: usize, missing: &str) -> String,
        }
    }
}
