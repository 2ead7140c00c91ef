//! What the settings say about themselves: what each is for, and what is wrong with a file of them.
//!
//! The names of the settings are no sentences and stand in the room `cli`. The rule here: a fault says what is wrong and
//! what to do; file, line and setting are put in front of it.

use super::catalog::theme;
use crate::domain::intent::Intent;

/// A setting, or a table of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The language.
    Language,
    /// The colours.
    Theme,
    /// Glyphs of ASCII alone.
    Ascii,
    /// The mouse points.
    Mouse,
    /// Days of overlap at a handover.
    HandoverDays,
    /// Days without contact.
    OutOfSightDays,
    /// When chances are low.
    LowChances,
    /// The smallest count that public results tell.
    SmallCounts,
    /// Region of the school holidays.
    HolidayRegion,
    /// Another approach.
    Approach,
    /// Days after which working notes erase themselves.
    WorkingNoteDays,
    /// Own years of retention.
    Retention,
    /// Minutes without a key before the file is locked.
    LockAfter,
    /// Locked in a meeting too.
    LockInMeeting,
    /// How many backups are kept.
    Backups,
    /// Own keys.
    Keys,
    /// Own snippets.
    Snippets,
    /// Own templates of notes.
    Templates,
}

/// A rule that a key breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRule {
    /// The sign waits for the next key.
    Dead,
    /// The sign needs AltGr, or is on few keyboards.
    AltGr,
    /// Alt is Escape and the key.
    Alt,
    /// A terminal or multiplexer takes it, or sends another key.
    Terminal,
    /// A letter, where text is written.
    Letter,
    /// It moves in the text or changes it.
    Edits,
    /// Another act has it in the same place.
    Clash(Intent),
    /// This act keeps this key.
    Kept,
    /// This act needs a key.
    NoKey,
}

/// What is wrong with a file of settings, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// The line, from 1.
    pub line: usize,
    /// The setting as it is written there; empty when there is none.
    pub name: String,
    /// What is wrong.
    pub what: SettingsWrong,
}

/// What can be wrong with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsWrong {
    /// The file is no TOML from here on.
    NotToml,
    /// It is not UTF-8, or larger than any settings are.
    NotText,
    /// There is no such setting, act or place; and one that is meant, perhaps.
    Unknown(Option<String>),
    /// The same setting under another name, in an earlier line.
    Twice(usize),
    /// The same name stands twice.
    TwiceHere,
    /// A text is expected.
    NoText,
    /// Yes or no is expected.
    NoYesNo,
    /// A table of settings is expected.
    NoTable,
    /// A list of tables is expected.
    NoTables,
    /// A number from the first up to and including the second is expected.
    NoNumber(u16, u16),
    /// One of these is expected.
    NotOneOf(Vec<String>),
    /// A key or a list of keys is expected.
    NoKeys,
    /// This names no key.
    NoKey(String),
    /// The act has no key in this place.
    NotHere,
    /// A key breaks a rule; it is written as given.
    Key(String, KeyRule),
    /// A word of an approach is empty, has blanks around it or is longer than this many letters.
    NoOwnWord(usize),
    /// Two kinds of party answer to this word.
    CalledTwice(String),
    /// Something lacks this.
    Missing(String),
    /// A snippet's word has blanks or is too long.
    NoWord,
    /// A snippet's text is empty or too long.
    NoSnippet,
}

theme! {
    /// What the settings say.
    SettingsWords {
        words {
            /// There is no file of settings yet.
            none_yet,
            /// The file of settings is sound.
            sound,
            /// Heading of the example: what the file is and how it is used, in lines.
            example_heading,
            /// A word for a snippet in the example.
            example_word,
            /// Its text.
            example_text,
            /// The text of a template in the example.
            example_template,
            /// The file of an approach in the example.
            example_approach,
        }
        phrases {
            /// What a setting is for, in one or more lines.
            about(setting: Setting) -> &'static str,
            /// Where it is, before what is wrong: line and setting.
            place(line: usize, name: &str) -> String,
            /// Which approach is in force, and its file.
            approach(name: &str, place: &str) -> String,
            /// What is wrong, and what to do.
            wrong(wrong: &SettingsWrong) -> String,
        }
    }
}
