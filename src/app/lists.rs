//! The rows of help and palette, both read from the one table of keys.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::enabled::enabled;
use super::keymap::{Binding, Scope};
use super::message::Key;
use super::reading::scopes;
use super::roof::gap_here;
use super::state::{Overlay, State};
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::public::{Hint, Pane};
use crate::text::Catalog;

/// A binding as a hint: its key as it is written, and whether it can act now.
pub(super) fn hint(state: &State, catalog: &Catalog, binding: &Binding) -> Hint {
    let keys = super::keymap::shown(binding, catalog);
    Hint {
        keys,
        intent: binding.intent,
        enabled: enabled(binding.intent, state).is_ok(),
    }
}

/// What the footer says here, most useful first; what cannot act now is left to the help.
pub(super) fn footer(state: &State, catalog: &Catalog) -> Vec<Hint> {
    let scopes = scopes(state);
    let mut rows: Vec<(u8, &Binding)> = state
        .settings
        .keys
        .bindings()
        .iter()
        .filter(|b| !b.keys.is_empty() && scopes.contains(&b.scope))
        .filter_map(|b| Some((place(state, b)?, b)))
        .collect();
    rows.sort_by_key(|(place, _)| *place);
    let mut hints: Vec<Hint> = Vec::new();
    for (_, binding) in rows {
        let mut hint = hint(state, catalog, binding);
        // A key that means the part under the cursor never means the pupil: what is left is another key, or none.
        match unshadowed(state, &scopes, binding) {
            None => continue,
            Some(key) if binding.keys.first() != Some(&key) => hint.keys = super::keymap::key_text(key, catalog),
            Some(_) => {}
        }
        hint.intent = over_panes(state, hint.intent);
        if hint.intent == Intent::Write && state.focus == Pane::Timeline && gap_here(state).is_some() {
            // There the key lays the tile that is proposed.
            hint.intent = Intent::AddTile;
        }
        let twice = hints.iter().any(|h| h.intent == hint.intent);
        if hint.enabled && !twice {
            hints.push(hint);
        }
    }
    hints
}

/// The first key of a line that no line for the part under the cursor has.
fn unshadowed(state: &State, scopes: &[Scope], binding: &Binding) -> Option<Key> {
    let parts = scopes.contains(&Scope::Part) && binding.scope != Scope::Part;
    let mut keys = binding.keys.iter().copied();
    keys.find(|key| !parts || state.settings.keys.resolve(&[Scope::Part], *key).next().is_none())
}

/// What a key does in the list or form that lies over the panes, where that is more than the key says elsewhere.
fn over_panes(state: &State, intent: Intent) -> Intent {
    match (&state.overlay, intent) {
        // That form keeps nothing: it writes files.
        (Some(Overlay::Form(form)), Intent::Keep) if form.purpose == Intent::IssuePapers => Intent::Write,
        // What the copy costs is read, and the word puts it back: nothing is chosen there.
        (Some(Overlay::Restore(backups)), Intent::Pick) if backups.is_asked() => Intent::Restore,
        // Nothing is confirmed by looking at a row.
        (Some(Overlay::Restore(_) | Overlay::ToldBefore(_)), Intent::Confirm) => Intent::Pick,
        (_, other) => other,
    }
}

/// The place of a key in the footer, the smallest first; none for a key that is not there. On the timeline its own keys
/// come before those of the table.
fn place(state: &State, binding: &Binding) -> Option<u8> {
    let on_panes = binding.scope == Scope::Choose && state.focus == Pane::Timeline;
    let first = match binding.intent {
        Intent::Write => 4,
        Intent::NextGap => 5,
        Intent::AddTile => 6,
        Intent::History => 7,
        _ => 0,
    };
    if on_panes && first > 0 {
        return Some(first);
    }
    let later = if on_panes { 8 } else { 0 };
    Some(binding.footer)
        .filter(|place| *place > 0)
        .map(|place| place.saturating_add(later))
}

/// What is typed in a note to record something. These are no keys, so the table of keys has no line of them.
const TYPED: [(&str, Intent); 6] = [
    ("/a", Intent::AddAction),
    ("/b", Intent::AddDecision),
    ("/v", Intent::Park),
    ("/l", Intent::AddLesson),
    ("/p", Intent::WorkingNote),
    ("@", Intent::TakeName),
];

/// The keys of where the chair was when help was asked, filtered by what is typed. Whoever asks while writing is told
/// first how to record something, and last what acts only while a name is being typed.
pub(super) fn help_rows(state: &State, query: &str) -> Vec<Hint> {
    let catalog = state.catalog();
    let of = |scopes: &[Scope]| -> Vec<Hint> {
        let keys = state.settings.keys.bindings().iter();
        keys.filter(|b| !b.keys.is_empty() && scopes.contains(&b.scope))
            .map(|b| hint(state, catalog, b))
            .collect()
    };
    let rows = if state.writing.is_some() {
        let typed = TYPED.into_iter().map(|(typed, intent)| Hint {
            keys: typed.to_owned(),
            intent,
            enabled: enabled(intent, state).is_ok(),
        });
        let named = of(&[Scope::Naming]);
        typed.chain(of(&[Scope::Write, Scope::Anywhere])).chain(named).collect()
    } else {
        // Where the cursor of the timeline can be, its keys belong to what can be pressed.
        of(&[Scope::Part, Scope::Choose, Scope::Anywhere])
    };
    filtered(state, rows, |hint| hint.intent, query)
}

/// Every command that can be asked for by name, each once, filtered by what is typed.
pub(super) fn palette_rows<'s>(state: &'s State, query: &str) -> Vec<&'s Binding> {
    let keys = &state.settings.keys;
    let mut seen: Vec<Intent> = Vec::new();
    let rows = keys
        .bindings()
        .iter()
        .filter(|b| matches!(b.scope, Scope::Part | Scope::Choose | Scope::Anywhere))
        .filter(|b| {
            let new = !seen.contains(&b.intent) && !matches!(b.intent, Intent::Palette | Intent::Escape);
            seen.push(b.intent);
            new
        });
    let rows: Vec<&Binding> = rows.collect();
    let rows = rows
        .into_iter()
        .filter_map(|b| keys.binding_of(b.intent, &[Scope::Choose, Scope::Anywhere]))
        .collect();
    filtered(state, rows, |b| b.intent, query)
}

/// Keeps the rows whose words match, best first; all of them in the order of the table while nothing is typed.
fn filtered<T>(state: &State, rows: Vec<T>, intent: impl Fn(&T) -> Intent, query: &str) -> Vec<T> {
    if query.trim().is_empty() {
        return rows;
    }
    let catalog = state.catalog();
    let query = fold(query);
    let pattern = Pattern::parse(&query, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut score = |words: &str| pattern.score(Utf32Str::new(words, &mut buffer), &mut matcher);
    let mut scored: Vec<((Nearness, bool), u32, T)> = rows
        .into_iter()
        .filter_map(|row| {
            let asked = intent(&row);
            let line = fold(catalog.line(asked));
            let told = score(&line).map(|score| ((nearness(&line, query.trim()), false), score));
            // What it is called, and the words people use for it, each as a name of its own.
            let short = fold(catalog.hint(asked));
            let also = fold_words(catalog.intents.also(asked));
            let names = std::iter::once(short.as_str()).chain(also.iter().map(String::as_str));
            let named = names.filter_map(|name| {
                let near = nearness(name, query.trim());
                // Scattered letters of one word are no name that anybody meant.
                (near != Nearness::Letters).then_some(((near, true), score(name)?))
            });
            let (place, score) = named.chain(told).min_by_key(|(place, _)| rank(*place))?;
            Some((place, score, row))
        })
        .collect();
    // Of two that are called so, the one that can be done comes first.
    scored.sort_by_key(|(place, score, row)| (rank(*place), enabled(intent(row), state).is_err(), Reverse(*score)));
    scored.into_iter().map(|(_, _, row)| row).collect()
}

/// What stands before what: a name itself, then the beginning of a line, then of a name, then a word of a line, then scattered letters.
const fn rank((nearness, is_name): (Nearness, bool)) -> u8 {
    match (nearness, is_name) {
        (Nearness::Is, _) => 0,
        (Nearness::Begins, false) => 1,
        (Nearness::Begins, true) => 2,
        (Nearness::Word, true) => 3,
        (Nearness::Word, false) => 4,
        (Nearness::Letters, _) => 5,
    }
}

/// Words with a space between them, each folded by itself; a command such as `/a` keeps its sign.
fn fold_words(words: &str) -> Vec<String> {
    words.split(' ').filter(|word| !word.is_empty()).map(fold).collect()
}

/// How near what is typed comes to what a command is called, nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// Its name is this.
    Is,
    /// Its name begins with it.
    Begins,
    /// It stands in it as a word of its own.
    Word,
    /// Its letters do: part of a longer word, or scattered.
    Letters,
}

/// Whoever types a whole word means that word: the score of the letters alone does not tell one from the beginning of
/// another.
fn nearness(words: &str, query: &str) -> Nearness {
    if words == query {
        return Nearness::Is;
    }
    if words.starts_with(query) {
        return Nearness::Begins;
    }
    let ends = |text: &str| text.chars().next().is_none_or(|next| !next.is_alphanumeric());
    let is_word = words.match_indices(query).any(|(at, _)| {
        let (before, from) = words.split_at(at);
        let behind = from.strip_prefix(query).unwrap_or_default();
        ends(behind) && before.chars().next_back().is_none_or(|last| !last.is_alphanumeric())
    });
    if is_word { Nearness::Word } else { Nearness::Letters }
}
