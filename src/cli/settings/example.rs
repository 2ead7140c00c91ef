//! A complete example of the settings in the language in force, made from the same tables that the file is read by.
//!
//! The rule: words for a reader stand behind `# `, and a setting behind `#` alone. With every such `#` taken away it is
//! a file of settings without a fault (a test does just that), and as it stands it changes nothing.

use super::names::{
    LANE, LANES, LOW_CHANCES, Names, PLACES, REGIONS, SCHOOL, SCHOOLS, SETTINGS, TEXT, WORD, in_language,
};
use crate::app::keymap::{BINDINGS, Scope, key_text};
use crate::app::settings::Upkeep;
use crate::cli::table::{LANGUAGES, THEMES};
use crate::domain::intent::Intent;
use crate::domain::practice::Practice;
use crate::domain::retention::Limits;
use crate::text::settings::Setting;
use crate::text::{Catalog, Lang};

/// The example.
pub(super) fn example(catalog: &Catalog) -> String {
    let example = Example {
        catalog,
        english: catalog.lang == Lang::En,
    };
    let mut text = prose(catalog.settings.example_heading);
    for (setting, names) in SETTINGS {
        text.push('\n');
        text.push_str(&prose(catalog.settings.about(*setting)));
        text.push_str(&example.setting(*setting, in_language(names, example.english)));
    }
    text
}

/// Every limit with its years, and what it is behind it.
fn retention(name: &str) -> String {
    let limits = Limits::built_in();
    let rows = limits.all().iter();
    let rows = rows.map(|limit| format!("#{} = {}  # {}\n", limit.id, limit.years, limit.article));
    format!("#[{name}]\n{}", rows.collect::<String>())
}

/// Words for a reader.
fn prose(words: &str) -> String {
    words.lines().map(|line| format!("# {line}\n")).collect()
}

struct Example<'c> {
    catalog: &'c Catalog,
    english: bool,
}

impl Example<'_> {
    fn setting(&self, setting: Setting, name: &str) -> String {
        let practice = Practice::default();
        let value = match setting {
            Setting::Language => self.choices(LANGUAGES, usize::from(self.english)),
            Setting::Theme => self.choices(THEMES, 0),
            Setting::Ascii | Setting::Mouse | Setting::LockInMeeting => false.to_string(),
            Setting::LockAfter => Upkeep::default().lock_after.to_string(),
            Setting::Backups => Upkeep::default().backups.to_string(),
            Setting::HandoverDays => practice.handover_days.to_string(),
            Setting::OutOfSightDays => practice.out_of_sight_days.to_string(),
            Setting::LowChances => self.choices(LOW_CHANCES, 0),
            Setting::SmallCounts => practice.small_counts.to_string(),
            Setting::HolidayRegion => self.choices(REGIONS, 1),
            Setting::Approach => format!("\"{}\"", self.catalog.settings.example_approach),
            Setting::WorkingNoteDays => 14.to_string(),
            Setting::Retention => return retention(name),
            Setting::Keys => return self.keys(name),
            Setting::Snippets => return self.snippet(name),
            Setting::Templates => return self.template(name),
        };
        format!("#{name} = {value}\n")
    }

    /// One of some choices, and all of them behind it.
    fn choices(&self, choices: &[Names], chosen: usize) -> String {
        let all: Vec<&str> = choices.iter().map(|names| in_language(names, self.english)).collect();
        let value = all.get(chosen).copied().unwrap_or_default();
        format!("\"{value}\"  # {}", all.join(", "))
    }

    /// Every act with the keys it has, place by place.
    fn keys(&self, name: &str) -> String {
        let mut text = String::new();
        for (scope, names) in PLACES {
            let place = in_language(names, self.english);
            text.push_str(&format!("\n#[{name}.{place}]\n"));
            for line in self.acts(*scope) {
                text.push_str(&line);
            }
        }
        text
    }

    fn acts(&self, scope: Scope) -> Vec<String> {
        let mut seen: Vec<Intent> = Vec::new();
        let mut lines = Vec::new();
        for binding in BINDINGS.iter().filter(|b| b.scope == scope) {
            if seen.contains(&binding.intent) {
                continue;
            }
            seen.push(binding.intent);
            let same = BINDINGS
                .iter()
                .filter(|b| (b.scope, b.intent) == (scope, binding.intent));
            let keys = same.flat_map(|b| b.keys.iter().map(|key| key_text(*key, self.catalog)));
            let keys: Vec<String> = keys.map(|key| format!("\"{key}\"")).collect();
            let value = match keys.as_slice() {
                [one] => one.clone(),
                several => format!("[{}]", several.join(", ")),
            };
            let what = self.catalog.line(binding.intent);
            lines.push(format!("#{} = {value}  # {what}\n", binding.intent.code()));
        }
        lines
    }

    fn snippet(&self, name: &str) -> String {
        let words = &self.catalog.settings;
        let (word, text) = (in_language(WORD, self.english), in_language(TEXT, self.english));
        format!(
            "#[[{name}]]\n#{word} = \"{}\"\n#{text} = \"{}\"\n",
            words.example_word, words.example_text
        )
    }

    fn template(&self, name: &str) -> String {
        let value = |choices: &[Names], at: usize| {
            let names = choices.get(at).copied().unwrap_or_default();
            in_language(names, self.english)
        };
        let (lane, school, text) = (
            in_language(LANE, self.english),
            in_language(SCHOOL, self.english),
            in_language(TEXT, self.english),
        );
        format!(
            "#[[{name}]]\n#{lane} = \"{}\"\n#{school} = \"{}\"\n#{text} = \"{}\"\n",
            value(LANES, 2),
            value(SCHOOLS, 1),
            self.catalog.settings.example_template
        )
    }
}
