//! What can be wrong with the words on the command line.

use super::Opt;

/// What is wrong with the words behind `dakpan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misuse {
    /// No such command; and one that is meant, perhaps.
    UnknownCommand(String, Option<String>),
    /// No such option; and one that is meant, perhaps.
    UnknownOption(String, Option<String>),
    /// A word too many.
    TooMuch(String),
    /// An option without its value.
    NoValue(String),
    /// A value that an option does not take: the option, the value, and those it takes.
    NotOneOf(String, String, Vec<String>),
    /// A value that cannot be read: the option as it was written, the value, and which option it is.
    NotRead(String, String, Opt),
    /// Something that must be there.
    Missing(Vec<String>),
    /// Two options that exclude each other.
    NotTogether(String, String),
    /// The same option twice.
    Twice(String),
    /// Bytes that are no text.
    NotText,
    /// Anything else.
    Other,
}
