//! Every sentence, in Dutch and English.
//!
//! A [`Catalog`] holds fields and functions that match on every value, so that a sentence which is missing in one
//! language does not compile. No other room holds a sentence. The words are those of the table: plain, short Dutch
//! (B1), and the Dutch terms of the field where English has none. No sentence holds the name of a pupil.

pub mod aloud;
pub mod approach;
pub mod bundle;
mod catalog;
pub mod cli;
mod codes;
pub mod edge;
mod en;
mod entry;
pub mod field;
pub mod first;
pub mod follow_up;
pub mod listing;
pub mod lists;
pub mod lock;
mod minutes;
mod nl;
pub mod notice;
pub mod noting;
pub mod queue;
pub mod results;
pub mod rights;
pub mod roof;
pub mod room;
pub mod screen_test;
pub mod settings;
pub mod sittings;
pub mod templates;
mod terms;
pub mod values;
pub mod whole;
pub mod window;

use chrono::NaiveTime;

use crate::domain::Day;
use crate::domain::codes::PartyKind;
use crate::domain::intent::Intent;
use crate::domain::term::{Rule, TermWords};

pub use catalog::{Dates, Fields, Intents, Keys, Notices, Screen};
pub use codes::Codes;
pub use entry::Entry;
pub use minutes::Papers;
pub use terms::Terms;

use field::Field;
use notice::{Notice, Problem, Refusal};

/// The language on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Dutch, the language of the table.
    #[default]
    Nl,
    /// English.
    En,
}

impl Lang {
    /// The letter that says yes, as it is shown.
    pub const fn yes_letter(self) -> char {
        match self {
            Self::Nl => 'j',
            Self::En => 'y',
        }
    }

    /// Whether a letter says yes: in English `j` does too, so that a hand used to Dutch is not stopped.
    pub const fn is_yes(self, letter: char) -> bool {
        matches!((self, letter), (_, 'j') | (Self::En, 'y'))
    }
}

/// A key that has no character of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the key it is named after")]
pub enum KeyName {
    Enter,
    Esc,
    Tab,
    Space,
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
    Ctrl,
    Alt,
    Shift,
}

/// Every sentence in one language.
pub struct Catalog {
    /// Which language.
    pub lang: Lang,
    /// Words for the values of the code lists.
    pub codes: Codes,
    /// What each act is called.
    pub intents: Intents,
    /// What just happened, and what went wrong.
    pub notices: Notices,
    /// Words of the screen itself.
    pub screen: Screen,
    /// Words of the timeline.
    pub roof: roof::RoofWords,
    /// Labels of the forms.
    pub fields: Fields,
    /// How days and times are written.
    pub dates: Dates,
    /// Words of entering a trajectory, of relapse and of an employer's card.
    pub entry: Entry,
    /// Names of keys.
    pub keys: Keys,
    /// Choosing another meeting.
    pub sittings: sittings::Sittings,
    /// Words about the people in the room.
    pub room: room::Room,
    /// What follows a meeting: documents, actions between meetings, lessons.
    pub follow_up: follow_up::FollowUp,
    /// Writing while people talk, and reading back.
    pub noting: noting::Noting,
    /// When the program itself fails.
    pub edge: edge::Edge,
    /// What a newcomer is told.
    pub first: first::First,
    /// The public window, and what the chair is told about it.
    pub window: window::WindowWords,
    /// What is said to somebody who listens, besides the words of the screen.
    pub aloud: aloud::Aloud,
    /// From how far a window is read, and which keys arrive.
    pub screen_test: screen_test::ScreenTest,
    /// Exchange between two files.
    pub bundle: bundle::BundleWords,
    /// Everything out of a file and into another.
    pub whole: whole::Whole,
    /// What the commands besides the screen say.
    pub cli: cli::CliWords,
    /// What is wrong with a school's list.
    pub lists: lists::ListWords,
    /// Reading a list in.
    pub import: lists::ImportWords,
    /// The lists over many pupils.
    pub listing: listing::ListingWords,
    /// The lock, another passphrase, and backups.
    pub lock: lock::LockWords,
    /// Why a pupil is in the queue, and how well they are held.
    pub queue: queue::QueueWords,
    /// Result tables.
    pub results: results::ResultWords,
    /// The rights of the pupil.
    pub rights: rights::RightsWords,
    /// What the settings say.
    pub settings: settings::SettingsWords,
    /// Words that Tab writes out in a note, each with its text; the chair's own come first.
    pub snippets: &'static [(&'static str, &'static str)],
    /// The headings of a note, and how they are offered.
    pub templates: templates::Templates,
    /// Words around the terms, whose own words are data.
    pub terms: Terms,
    /// What documents and calendars say.
    pub papers: Papers,
    /// The words by which each kind of party is called at a table, folded: lower case without marks.
    pub roles: &'static [(PartyKind, &'static str)],
}

/// Dutch.
pub static NL: Catalog = DUTCH;

const DUTCH: Catalog = Catalog {
    lang: Lang::Nl,
    codes: nl::codes::CODES,
    intents: nl::intents::INTENTS,
    notices: nl::notices::NOTICES,
    screen: nl::screen::SCREEN,
    roof: nl::roof::ROOF,
    fields: nl::fields::FIELDS,
    dates: nl::dates::DATES,
    entry: nl::entry::ENTRY,
    keys: nl::dates::KEYS,
    sittings: nl::sittings::SITTINGS,
    room: nl::room::ROOM,
    follow_up: nl::follow_up::FOLLOW_UP,
    noting: nl::noting::NOTING,
    edge: nl::edge::EDGE,
    first: nl::first::FIRST,
    window: nl::window::WINDOW,
    aloud: nl::aloud::ALOUD,
    screen_test: nl::screen_test::SCREEN_TEST,
    bundle: nl::bundle::BUNDLE,
    whole: nl::whole::WHOLE,
    cli: nl::cli::CLI,
    lists: nl::lists::LISTS,
    import: nl::lists::IMPORT,
    listing: nl::listing::LISTING,
    lock: nl::lock::LOCK,
    queue: nl::queue::QUEUE,
    results: nl::results::RESULTS,
    rights: nl::rights::RIGHTS,
    settings: nl::settings::SETTINGS,
    snippets: nl::settings::SNIPPETS,
    templates: nl::templates::TEMPLATES,
    terms: nl::terms::TERMS,
    papers: nl::minutes::PAPERS,
    roles: nl::codes::ROLES,
};

/// English.
pub static EN: Catalog = ENGLISH;

const ENGLISH: Catalog = Catalog {
    lang: Lang::En,
    codes: en::codes::CODES,
    intents: en::intents::INTENTS,
    notices: en::notices::NOTICES,
    screen: en::screen::SCREEN,
    roof: en::roof::ROOF,
    fields: en::fields::FIELDS,
    dates: en::dates::DATES,
    entry: en::entry::ENTRY,
    keys: en::dates::KEYS,
    sittings: en::sittings::SITTINGS,
    room: en::room::ROOM,
    follow_up: en::follow_up::FOLLOW_UP,
    noting: en::noting::NOTING,
    edge: en::edge::EDGE,
    first: en::first::FIRST,
    window: en::window::WINDOW,
    aloud: en::aloud::ALOUD,
    screen_test: en::screen_test::SCREEN_TEST,
    bundle: en::bundle::BUNDLE,
    whole: en::whole::WHOLE,
    cli: en::cli::CLI,
    lists: en::lists::LISTS,
    import: en::lists::IMPORT,
    listing: en::listing::LISTING,
    lock: en::lock::LOCK,
    queue: en::queue::QUEUE,
    results: en::results::RESULTS,
    rights: en::rights::RIGHTS,
    settings: en::settings::SETTINGS,
    snippets: en::settings::SNIPPETS,
    templates: en::templates::TEMPLATES,
    terms: en::terms::TERMS,
    papers: en::minutes::PAPERS,
    roles: en::codes::ROLES,
};

impl Catalog {
    /// The program's own catalogue of a language. What an approach changes in it stands in [`approach::Catalogs`].
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Nl => &NL,
            Lang::En => &EN,
        }
    }

    /// The sentence for the status line.
    pub fn notice(&self, notice: &Notice) -> String {
        self.notices.notice(notice)
    }

    /// Why something cannot be done now, as a clause that starts in lower case and has no full stop.
    pub fn refusal(&self, refusal: Refusal) -> &'static str {
        self.notices.refusal(refusal)
    }

    /// What is wrong, and what to do about it.
    pub fn problem(&self, problem: &Problem) -> String {
        self.notices.problem(problem)
    }

    /// The words of a term, which its rule holds in both languages.
    pub fn term<'a>(&self, rule: &'a Rule) -> &'a TermWords {
        match self.lang {
            Lang::Nl => &rule.nl,
            Lang::En => &rule.en,
        }
    }

    /// The label of a field.
    pub fn field(&self, field: Field) -> &'static str {
        self.fields.label(field)
    }

    /// What a key does, in at most twelve characters: for the footer.
    pub fn hint(&self, intent: Intent) -> &'static str {
        self.intents.hint(intent)
    }

    /// What a key does, as a full line: for help and palette.
    pub fn line(&self, intent: Intent) -> &'static str {
        self.intents.line(intent)
    }

    /// A day with its weekday and year: `wo 3 jun 2026`.
    pub fn day(&self, day: Day) -> String {
        self.dates.day(day)
    }

    /// A day near by: `vr 12-06`.
    pub fn day_short(&self, day: Day) -> String {
        self.dates.day_short(day)
    }

    /// A time: `10:04`.
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// The name of a key that has no character of its own.
    pub fn key(&self, key: KeyName) -> &'static str {
        self.keys.name(key)
    }
}

/// Writes the first letter of a clause in upper case, so that one clause serves within a sentence and at its start.
pub fn capital(clause: &str) -> String {
    let mut letters = clause.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
