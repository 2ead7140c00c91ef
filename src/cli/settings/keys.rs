//! The chair's own keys: which act has which key in which place, held to the rules of every table of keys.

use toml::de::{DeTable, DeValue};

use super::names::{PLACES, nearest};
use super::read::{Entry, Reader, entries};
use crate::app::keymap::{Broken, Keymap, Scope, check, key_text, read_key};
use crate::app::message::Key;
use crate::domain::intent::Intent;
use crate::text::NL;
use crate::text::settings::{KeyRule, SettingsFault, SettingsWrong as Wrong};

/// Other keys for one act in one place.
struct Change {
    scope: Scope,
    intent: Intent,
    /// Each with how it is written.
    keys: Vec<(Key, String)>,
    /// Where the keys stand in the file.
    at: usize,
    name: String,
}

/// The table of keys that the entry asks for.
pub(super) fn read(reader: &Reader<'_>, entry: Entry<'_, '_>) -> Result<Keymap, SettingsFault> {
    let table = entry.1.get_ref().as_table();
    let table = table.ok_or_else(|| reader.at(entry, Wrong::NoTable))?;
    let mut keymap = Keymap::default();
    let mut changes = Vec::new();
    in_place(reader, table, None, &keymap, &mut changes)?;
    for entry in entries(table) {
        if let DeValue::Table(inner) = entry.1.get_ref() {
            let scope = place(reader, entry)?;
            in_place(reader, inner, Some(scope), &keymap, &mut changes)?;
        }
    }
    for change in &changes {
        let keys = change.keys.iter().map(|(key, _)| *key).collect();
        if !keymap.set(change.scope, change.intent, keys) {
            return Err(reader.fault(change.at, &change.name, Wrong::NotHere));
        }
    }
    check(keymap.bindings()).map_err(|broken| told(reader, &broken, &changes))?;
    Ok(keymap)
}

fn place(reader: &Reader<'_>, (name, _): Entry<'_, '_>) -> Result<Scope, SettingsFault> {
    let written = name.get_ref().as_ref();
    let found = PLACES.iter().find(|(_, names)| names.contains(&written));
    found.map(|(scope, _)| *scope).ok_or_else(|| {
        let known = PLACES.iter().flat_map(|(_, names)| names.iter().copied());
        reader.fault(name.span().start, written, Wrong::Unknown(nearest(written, known)))
    })
}

/// Reads the acts of one place; without a place each has its own.
fn in_place(
    reader: &Reader<'_>,
    table: &DeTable<'_>,
    scope: Option<Scope>,
    keymap: &Keymap,
    changes: &mut Vec<Change>,
) -> Result<(), SettingsFault> {
    for entry in entries(table) {
        let (name, value) = entry;
        if scope.is_none() && value.get_ref().is_table() {
            continue;
        }
        let written = name.get_ref().as_ref();
        let at = name.span().start;
        let Some(intent) = Intent::from_code(written) else {
            let known = Intent::ALL.iter().map(|intent| intent.code());
            return Err(reader.fault(at, written, Wrong::Unknown(nearest(written, known))));
        };
        let Some(scope) = scope.or_else(|| keymap.home(intent)) else {
            return Err(reader.fault(at, written, Wrong::NotHere));
        };
        let same = |change: &&Change| (change.scope, change.intent) == (scope, intent);
        if let Some(other) = changes.iter().find(same) {
            return Err(reader.fault(at, written, Wrong::Twice(reader.line(other.at))));
        }
        changes.push(Change {
            scope,
            intent,
            keys: keys(reader, entry)?,
            at,
            name: written.to_owned(),
        });
    }
    Ok(())
}

/// A key, or a list of them.
fn keys(reader: &Reader<'_>, entry: Entry<'_, '_>) -> Result<Vec<(Key, String)>, SettingsFault> {
    let one = |text: &str| {
        let key = read_key(text).ok_or_else(|| reader.at(entry, Wrong::NoKey(text.to_owned())))?;
        Ok((key, text.to_owned()))
    };
    match entry.1.get_ref() {
        DeValue::String(text) => Ok(vec![one(text)?]),
        DeValue::Array(list) => {
            let texts = list.iter().map(|item| {
                let text = item.get_ref().as_str();
                one(text.ok_or_else(|| reader.at(entry, Wrong::NoKeys))?)
            });
            texts.collect()
        }
        _ => Err(reader.at(entry, Wrong::NoKeys)),
    }
}

/// A broken rule as a fault of the line that broke it: the built-in table breaks none.
fn told(reader: &Reader<'_>, broken: &Broken, changes: &[Change]) -> SettingsFault {
    let has_it = |change: &Change| {
        broken
            .key
            .is_none_or(|key| change.keys.iter().any(|(own, _)| *own == key))
    };
    let blamed = changes.iter().find(|change| {
        let it_is = (change.scope, change.intent) == (broken.scope, broken.intent);
        it_is && (has_it(change) || broken.rule == KeyRule::Kept)
    });
    let (change, rule) = match broken.rule {
        KeyRule::Clash(other) => {
            let second = changes.iter().find(|change| change.intent == other && has_it(change));
            match (blamed, second) {
                // The later of two lines is told, with the one that had the key before it.
                (Some(one), Some(two)) if two.at > one.at => (Some(two), KeyRule::Clash(broken.intent)),
                (None, Some(two)) => (Some(two), KeyRule::Clash(broken.intent)),
                (one, _) => (one, broken.rule),
            }
        }
        rule => (blamed, rule),
    };
    let written = broken.key.map(|key| {
        let own = change.and_then(|change| change.keys.iter().find(|(own, _)| *own == key));
        own.map_or_else(|| key_text(key, &NL), |(_, text)| text.clone())
    });
    let what = Wrong::Key(written.unwrap_or_default(), rule);
    let (at, name) = change.map_or((0, ""), |change| (change.at, change.name.as_str()));
    reader.fault(at, name, what)
}
