//! What the chair settled beforehand, as far as the program needs it while it runs.
//!
//! The command line reads and checks the file; here are only values. The rule: whoever has no settings works with
//! [`Settings::default`], which is what the program does by itself.

use std::ops::RangeInclusive;

use super::keymap::Keymap;
use crate::domain::Day;
use crate::domain::codes::{Lane, SchoolKind};
use crate::domain::fold::fold;
use crate::domain::holidays::{Region, Summers};
use crate::domain::practice::Practice;
use crate::text::approach::Catalogs;
use crate::text::{Catalog, capital};

/// The settings in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The keys.
    pub keys: Keymap,
    /// The numbers of this table.
    pub practice: Practice,
    /// The chair's own years of retention, by the id of the limit.
    pub retention: Vec<(String, u16)>,
    /// After so many days working notes erase themselves, from when the minutes are frozen; the usual fourteen when
    /// nothing is settled.
    pub working_note_days: Option<u16>,
    /// The region of the school holidays; without it nobody can say when the summer is over.
    pub region: Option<Region>,
    /// The chair's own snippets.
    pub snippets: Vec<Snippet>,
    /// The chair's own templates of notes.
    pub templates: Vec<Template>,
    /// The words in force: the program's, or those of an approach.
    pub words: Catalogs,
    /// How the file is looked after.
    pub upkeep: Upkeep,
}

/// How the program looks after the file by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upkeep {
    /// Minutes without a key after which the file is locked; zero for never.
    pub lock_after: u16,
    /// Whether it is locked in the middle of an open meeting too, where the screen is only blanked otherwise.
    pub lock_in_meeting: bool,
    /// Backups that are kept.
    pub backups: u16,
}

impl Upkeep {
    /// The minutes that make sense: up to a day, and zero for never.
    pub const LOCK_AFTER: RangeInclusive<u16> = 0..=1440;

    /// The numbers of backups that make sense: the newest is always kept.
    pub const BACKUPS: RangeInclusive<u16> = 1..=1000;
}

impl Default for Upkeep {
    /// Ten minutes, outside meetings; and the backups of fourteen meetings.
    fn default() -> Self {
        Self {
            lock_after: 10,
            lock_in_meeting: false,
            backups: 14,
        }
    }
}

/// A short word and the text it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// What is typed before Tab.
    pub word: String,
    /// What comes in its place.
    pub text: String,
}

/// Headings for the notes of some pupils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// For which lane.
    pub lane: Lane,
    /// For which kind of school; without one for all.
    pub school: Option<SchoolKind>,
    /// The headings, each on a line of its own.
    pub text: String,
}

impl Settings {
    /// The headings for a pupil of a lane and kind of school: the chair's own for that school, else the chair's own for
    /// all, else those of the language. None when there are none.
    pub fn template<'s>(&'s self, lane: Lane, school: SchoolKind, catalog: &Catalog) -> Option<&'s str> {
        let of = |wanted: Option<SchoolKind>| {
            let mut own = self.templates.iter();
            own.find(|own| own.lane == lane && own.school == wanted)
        };
        let own = of(Some(school)).or_else(|| of(None)).map(|own| own.text.as_str());
        let headings = own.unwrap_or_else(|| catalog.templates.headings(lane, school));
        Some(headings).filter(|headings| !headings.is_empty())
    }

    /// The first school day after the next summer holiday, where the region is known.
    pub fn summer_end(&self, today: Day) -> Option<Day> {
        Summers::published().school_begins(self.region?, today)
    }

    /// The text a word stands for: the chair's own first, then those of the language. Capitals do not count, but a word
    /// that begins with one gives a text that does.
    pub fn snippet(&self, word: &str, catalog: &Catalog) -> Option<String> {
        let wanted = fold(word);
        let own = self.snippets.iter().map(|s| (s.word.as_str(), s.text.as_str()));
        let mut all = own.chain(catalog.snippets.iter().copied());
        let (known, text) = all.find(|(known, _)| fold(known) == wanted)?;
        let raised = word.starts_with(char::is_uppercase) && !known.starts_with(char::is_uppercase);
        Some(if raised { capital(text) } else { text.to_owned() })
    }
}
