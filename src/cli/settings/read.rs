//! From the text of a file of settings to their values.
//!
//! The rule: the first fault in the order of the lines is told, with its line and the name as it is written; nothing of
//! a file with a fault is used but its language, in which the fault is told.

use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::names::{LOW_CHANCES, Names, REGIONS, SETTINGS, TEXT, WORD, nearest};
use super::{Chosen, keys, templates};
use crate::app::settings::{Snippet, Upkeep};
use crate::cli::options::ThemeName;
use crate::cli::table::{LANGUAGES, THEMES};
use crate::domain::fold::fold;
use crate::domain::holidays::Region;
use crate::domain::practice::{LowChances, Practice};
use crate::domain::retention::{Limits, MOST_YEARS};
use crate::text::Lang;
use crate::text::settings::{Setting, SettingsFault, SettingsWrong as Wrong};

/// The most letters of a snippet's word, and of its text.
const LONGEST_WORD: usize = 20;
const LONGEST_TEXT: usize = 2000;

/// The days after which working notes may erase themselves: from the day itself up to a year.
const NOTE_DAYS: std::ops::RangeInclusive<u16> = 0..=365;

/// A name in the file with its value.
pub(super) type Entry<'e, 't> = (&'e Spanned<DeString<'t>>, &'e Spanned<DeValue<'t>>);

/// The text of the file, for finding lines in it.
pub(super) struct Reader<'t> {
    text: &'t str,
}

/// Reads a file of settings: the language it asks for, also when the rest has a fault, and all of it.
pub(super) fn read(text: &str) -> (Option<Lang>, Result<Chosen, SettingsFault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let reader = Reader::new(text);
    let lang = entries(table.get_ref()).into_iter().find_map(|(name, value)| {
        let is_language = setting_called(name.get_ref()) == Some(Setting::Language);
        place_of(value.get_ref().as_str().filter(|_| is_language)?, LANGUAGES).and_then(lang_at)
    });
    let first = errors.first().map(|error| reader.no_toml(error));
    let read = first.map_or_else(|| reader.all(table.get_ref()), Err);
    (lang, read)
}

/// The entries of a table in the order of the file.
pub(super) fn entries<'e, 't>(table: &'e DeTable<'t>) -> Vec<Entry<'e, 't>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

fn setting_called(name: &str) -> Option<Setting> {
    let mut all = SETTINGS.iter();
    all.find(|(_, names)| names.contains(&name))
        .map(|(setting, _)| *setting)
}

fn lang_at(place: usize) -> Option<Lang> {
    [Lang::Nl, Lang::En].get(place).copied()
}

/// Which of some choices a value is; blanks in it may be written as such.
fn place_of(value: &str, choices: &[Names]) -> Option<usize> {
    let value = value.trim().to_lowercase().replace(' ', "_");
    choices.iter().position(|names| names.contains(&value.as_str()))
}

impl<'t> Reader<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text }
    }
}

impl Reader<'_> {
    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    pub(super) fn fault(&self, at: usize, name: &str, what: Wrong) -> SettingsFault {
        SettingsFault {
            line: self.line(at),
            name: name.to_owned(),
            what,
        }
    }

    pub(super) fn no_toml(&self, error: &toml::de::Error) -> SettingsFault {
        let span = error.span().unwrap_or_default();
        let at = self.text.get(span.clone()).unwrap_or_default();
        // The parser has words for this fault alone that can be told apart from all others.
        if error.message().starts_with("duplicate") {
            return self.fault(span.start, at.trim(), Wrong::TwiceHere);
        }
        self.fault(span.start, "", Wrong::NotToml)
    }

    fn all(&self, table: &DeTable<'_>) -> Result<Chosen, SettingsFault> {
        let mut chosen = Chosen::default();
        let mut seen: Vec<(Setting, usize)> = Vec::new();
        for (name, value) in entries(table) {
            let at = name.span().start;
            let known = SETTINGS.iter().flat_map(|(_, names)| names.iter().copied());
            let Some(setting) = setting_called(name.get_ref()) else {
                let meant = nearest(name.get_ref(), known);
                return Err(self.fault(at, name.get_ref(), Wrong::Unknown(meant)));
            };
            if let Some((_, line)) = seen.iter().find(|(other, _)| *other == setting) {
                return Err(self.fault(at, name.get_ref(), Wrong::Twice(*line)));
            }
            seen.push((setting, self.line(at)));
            self.one(&mut chosen, setting, (name, value))?;
        }
        Ok(chosen)
    }

    fn one(&self, chosen: &mut Chosen, setting: Setting, entry: Entry<'_, '_>) -> Result<(), SettingsFault> {
        let own = &mut chosen.settings;
        match setting {
            Setting::Language => chosen.lang = lang_at(self.choice(entry, LANGUAGES)?),
            Setting::Theme => {
                let place = self.choice(entry, THEMES)?;
                chosen.theme = ThemeName::ALL.get(place).copied();
            }
            Setting::Ascii => chosen.ascii = self.yes_no(entry)?,
            Setting::Mouse => chosen.mouse = self.yes_no(entry)?,
            Setting::HandoverDays => own.practice.handover_days = self.number(entry, Practice::HANDOVER_DAYS)?,
            Setting::OutOfSightDays => {
                own.practice.out_of_sight_days = self.number(entry, Practice::OUT_OF_SIGHT_DAYS)?
            }
            Setting::LowChances => {
                let place = self.choice(entry, LOW_CHANCES)?;
                own.practice.low_chances = LowChances::ALL.get(place).copied().unwrap_or(own.practice.low_chances);
            }
            Setting::SmallCounts => {
                own.practice.small_counts = self.number(entry, Practice::SMALL_COUNTS)?.into();
            }
            Setting::HolidayRegion => own.region = Region::ALL.get(self.choice(entry, REGIONS)?).copied(),
            Setting::Approach => chosen.approach = Some(self.path(entry)?),
            Setting::WorkingNoteDays => own.working_note_days = Some(self.number(entry, NOTE_DAYS)?),
            Setting::Retention => own.retention = self.retention(entry)?,
            Setting::LockAfter => own.upkeep.lock_after = self.number(entry, Upkeep::LOCK_AFTER)?,
            Setting::LockInMeeting => own.upkeep.lock_in_meeting = self.yes_no(entry)?,
            Setting::Backups => own.upkeep.backups = self.number(entry, Upkeep::BACKUPS)?,
            Setting::Keys => own.keys = keys::read(self, entry)?,
            Setting::Snippets => own.snippets = self.snippets(entry)?,
            Setting::Templates => own.templates = templates::read(self, entry)?,
        }
        Ok(())
    }

    /// A fault in the value of an entry.
    pub(super) fn at(&self, (name, value): Entry<'_, '_>, what: Wrong) -> SettingsFault {
        self.fault(value.span().start, name.get_ref(), what)
    }

    pub(super) fn text_of<'e>(&self, entry: Entry<'e, '_>) -> Result<&'e str, SettingsFault> {
        entry.1.get_ref().as_str().ok_or_else(|| self.at(entry, Wrong::NoText))
    }

    /// The name of a file, which says something.
    fn path(&self, entry: Entry<'_, '_>) -> Result<PathBuf, SettingsFault> {
        let path = self.text_of(entry)?.trim();
        match path {
            "" => Err(self.at(entry, Wrong::NoText)),
            _ => Ok(PathBuf::from(path)),
        }
    }

    pub(super) fn choice(&self, entry: Entry<'_, '_>, choices: &[Names]) -> Result<usize, SettingsFault> {
        let told = || choices.iter().map(|names| names.join("/")).collect();
        place_of(self.text_of(entry)?, choices).ok_or_else(|| self.at(entry, Wrong::NotOneOf(told())))
    }

    fn yes_no(&self, entry: Entry<'_, '_>) -> Result<bool, SettingsFault> {
        let value = entry.1.get_ref().as_bool();
        value.ok_or_else(|| self.at(entry, Wrong::NoYesNo))
    }

    fn number(&self, entry: Entry<'_, '_>, range: std::ops::RangeInclusive<u16>) -> Result<u16, SettingsFault> {
        let written = entry.1.get_ref().as_integer();
        let number = written.and_then(|n| u16::from_str_radix(n.as_str(), n.radix()).ok());
        let wrong = || self.at(entry, Wrong::NoNumber(*range.start(), *range.end()));
        number.filter(|n| range.contains(n)).ok_or_else(wrong)
    }

    /// The chair's own years of retention: the id of a limit and a number of years.
    fn retention(&self, entry: Entry<'_, '_>) -> Result<Vec<(String, u16)>, SettingsFault> {
        let table = entry.1.get_ref().as_table();
        let table = table.ok_or_else(|| self.at(entry, Wrong::NoTables))?;
        let limits = Limits::built_in();
        let known = || limits.all().iter().map(|limit| limit.id.as_str());
        let mut own = Vec::new();
        for (name, value) in entries(table) {
            if !known().any(|id| id == name.get_ref()) {
                let meant = nearest(name.get_ref(), known());
                return Err(self.fault(name.span().start, name.get_ref(), Wrong::Unknown(meant)));
            }
            own.push((name.get_ref().to_string(), self.number((name, value), 0..=MOST_YEARS)?));
        }
        Ok(own)
    }

    fn snippets(&self, entry: Entry<'_, '_>) -> Result<Vec<Snippet>, SettingsFault> {
        let list = entry.1.get_ref().as_array();
        let list = list.ok_or_else(|| self.at(entry, Wrong::NoTables))?;
        let mut found: Vec<(Snippet, usize)> = Vec::new();
        for item in list {
            let here = (entry.0, item);
            let table = item
                .get_ref()
                .as_table()
                .ok_or_else(|| self.at(here, Wrong::NoTables))?;
            let (snippet, at) = self.snippet(here, table)?;
            let same = |other: &&(Snippet, usize)| fold(&other.0.word) == fold(&snippet.word);
            if let Some((_, line)) = found.iter().find(same) {
                return Err(self.fault(at, &snippet.word, Wrong::Twice(*line)));
            }
            found.push((snippet, self.line(at)));
        }
        Ok(found.into_iter().map(|(snippet, _)| snippet).collect())
    }

    /// One snippet, and where its word stands.
    fn snippet(&self, here: Entry<'_, '_>, table: &DeTable<'_>) -> Result<(Snippet, usize), SettingsFault> {
        let (mut word, mut text) = (None, None);
        for entry in entries(table) {
            let name = entry.0.get_ref().as_ref();
            let (taken, wrong, fits): (_, _, fn(&str) -> bool) = if WORD.contains(&name) {
                (&mut word, Wrong::NoWord, is_word)
            } else if TEXT.contains(&name) {
                (&mut text, Wrong::NoSnippet, is_text)
            } else {
                let meant = nearest(name, WORD.iter().chain(TEXT).copied());
                return Err(self.fault(entry.0.span().start, name, Wrong::Unknown(meant)));
            };
            if let Some((_, at)) = taken {
                let line = self.line(*at);
                return Err(self.fault(entry.0.span().start, name, Wrong::Twice(line)));
            }
            let value = self.text_of(entry)?;
            if !fits(value) {
                return Err(self.at(entry, wrong));
            }
            *taken = Some((value.to_owned(), entry.0.span().start));
        }
        let missing = |names: Names| self.at(here, Wrong::Missing(names.join("/")));
        let (word, at) = word.ok_or_else(|| missing(WORD))?;
        let (text, _) = text.ok_or_else(|| missing(TEXT))?;
        Ok((Snippet { word, text }, at))
    }
}

/// A snippet's word: what stands between two blanks, and no beginning of a line command or a name.
fn is_word(word: &str) -> bool {
    let long = word.chars().count() > LONGEST_WORD;
    let blank = word.is_empty() || word.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    !long && !blank && !word.starts_with(['/', '@'])
}

pub(super) fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT
}
