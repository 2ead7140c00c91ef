//! The invariants of the one table of keys.

use dakpan::app::keymap::{
    BINDINGS, Binding, CHANCE_LETTERS, INSTRUMENT_LETTER, Keymap, RESULT_LETTERS, ROUTE_LETTERS, Scope, TILE_LETTERS,
    Then, check, key_text, read_key,
};
use dakpan::app::message::{Code, Key};
use dakpan::domain::codes::{ChanceLevel, PrimaryResult, Route, TileKind};
use dakpan::domain::intent::Intent;
use dakpan::text::settings::KeyRule;
use dakpan::text::{Catalog, Lang};

fn said(binding: &Binding) -> String {
    format!("{:?} {:?}", binding.scope, binding.intent)
}

#[test]
fn the_table_keeps_every_rule() {
    assert_eq!(check(BINDINGS), Ok(()));
}

/// The table with other keys for some acts.
fn with(changes: &[(Scope, Intent, &[&str])]) -> Keymap {
    let mut keymap = Keymap::default();
    for (scope, intent, keys) in changes {
        let keys = keys.iter().map(|key| read_key(key).expect("a key")).collect();
        assert!(keymap.set(*scope, *intent, keys), "{intent:?} has a line in {scope:?}");
    }
    keymap
}

#[test]
fn a_table_that_breaks_a_rule_is_refused_with_the_act_the_key_and_the_rule() {
    use Intent as I;
    use Scope::{Anywhere, Attendance, Choose, Form, Search, Write};
    for (scope, intent, keys, blamed, rule) in [
        (Choose, I::Lane, &["\""][..], "\"", KeyRule::Dead),
        (Choose, I::Lane, &["'"], "'", KeyRule::Dead),
        (Choose, I::Lane, &["`"], "`", KeyRule::Dead),
        (Choose, I::Lane, &["m", "@"], "@", KeyRule::AltGr),
        (Choose, I::Lane, &["\\"], "\\", KeyRule::AltGr),
        (Choose, I::Lane, &["€"], "€", KeyRule::AltGr),
        (Choose, I::Lane, &["é"], "é", KeyRule::AltGr),
        (Choose, I::Lane, &["Alt+l"], "Alt+l", KeyRule::Alt),
        (Choose, I::Lane, &["Alt+Up"], "Alt+Up", KeyRule::Alt),
        (Choose, I::Lane, &["F11"], "F11", KeyRule::Terminal),
        (Choose, I::Lane, &["Ctrl+B"], "Ctrl+b", KeyRule::Terminal),
        (Choose, I::Lane, &["Ctrl+I"], "Ctrl+i", KeyRule::Terminal),
        (Choose, I::Lane, &["Ctrl+Tab"], "Ctrl+Tab", KeyRule::Terminal),
        (Choose, I::Lane, &["Ctrl+Shift+L"], "Ctrl+Shift+l", KeyRule::Terminal),
        (Choose, I::Lane, &["Ctrl+5"], "Ctrl+5", KeyRule::Terminal),
        (Choose, I::Lane, &["Shift+Enter"], "Shift+Enter", KeyRule::Terminal),
        (Choose, I::Lane, &["Ctrl+PgDn"], "Ctrl+PgDn", KeyRule::Terminal),
        (Write, I::Next, &["n"], "n", KeyRule::Letter),
        (Anywhere, I::Contacts, &["c"], "c", KeyRule::Letter),
        (Search, I::Pick, &["Space"], "Space", KeyRule::Letter),
        (Form, I::Keep, &["k"], "k", KeyRule::Letter),
        (Write, I::Next, &["Down"], "Down", KeyRule::Edits),
        (Write, I::Next, &["Shift+Left"], "Shift+Left", KeyRule::Edits),
        (Write, I::Next, &["Enter"], "Enter", KeyRule::Edits),
        (Anywhere, I::Contacts, &["Ctrl+W"], "Ctrl+w", KeyRule::Edits),
        (Form, I::Keep, &["Backspace"], "Backspace", KeyRule::Edits),
        (Choose, I::Lane, &["a"], "a", KeyRule::Clash(I::Lane)),
        (Choose, I::Lane, &["F9"], "F9", KeyRule::Clash(I::Blank)),
        (Choose, I::OpenMeeting, &["o"], "o", KeyRule::Clash(I::OldActions)),
        (Anywhere, I::Blank, &["F6"], "F9", KeyRule::Kept),
        (Choose, I::Quit, &["X"], "q", KeyRule::Kept),
        (Write, I::Escape, &["F2"], "Esc", KeyRule::Kept),
    ] {
        let keymap = with(&[(scope, intent, keys)]);
        let broken = check(keymap.bindings()).expect_err("a rule is broken");
        let key = read_key(blamed).unwrap();
        assert_eq!((broken.key, broken.rule), (Some(key), rule), "{intent:?} {keys:?}");
        // Of a clash, the first of the two lines is named; any other rule names the act.
        if !matches!(rule, KeyRule::Clash(_)) {
            assert_eq!((broken.scope, broken.intent), (scope, intent), "{keys:?}");
        }
    }
    for (scope, intent) in [
        (Attendance, I::MarkPresent),
        (Write, I::Next),
        (Choose, I::CarryOver),
        (Choose, I::Result),
    ] {
        let broken = check(with(&[(scope, intent, &[])]).bindings()).expect_err("it cannot be reached");
        assert_eq!((broken.intent, broken.key, broken.rule), (intent, None, KeyRule::NoKey));
    }
}

#[test]
fn keys_can_be_changed_swapped_added_and_left_to_the_palette() {
    use Intent as I;
    use Scope::{Anywhere, Choose, Write};
    for changes in [
        &[(Choose, I::Lane, &["B"][..])][..],
        &[(Choose, I::AddAction, &["b"]), (Choose, I::AddDecision, &["a"])],
        &[(Anywhere, I::Blank, &["F12", "F9"])],
        &[(Write, I::Next, &["PgDn", "Ctrl+N"])],
        &[(Choose, I::Lane, &[])],
        // Never both can act.
        &[(Choose, I::OpenMeeting, &["X"]), (Choose, I::CloseMeeting, &["X"])],
    ] {
        assert_eq!(check(with(changes).bindings()), Ok(()), "{changes:?}");
    }
}

#[test]
fn every_key_of_the_table_is_read_as_it_is_written() {
    for catalog in [Lang::Nl, Lang::En].map(Catalog::of) {
        for key in BINDINGS.iter().flat_map(|binding| binding.keys.iter()) {
            let text = key_text(*key, catalog);
            assert_eq!(read_key(&text), Some(*key), "{text}");
        }
    }
    for text in [
        "", "Ctrl+", "Hyper+a", "F0", "F13", "F1x", "PgDwn", "ab", "Shift+1", "\u{1b}",
    ] {
        assert_eq!(read_key(text), None, "{text:?}");
    }
}

#[test]
fn what_cannot_be_taken_back_asks_a_second_key() {
    for intent in [
        Intent::CloseMeeting,
        Intent::Quit,
        Intent::CarryOver,
        Intent::Agree,
        Intent::TogglePrivate,
        Intent::RemovePart,
    ] {
        let binding = BINDINGS.iter().find(|b| b.intent == intent).unwrap();
        assert_ne!(binding.then, Then::Now, "{}", said(binding));
    }
}

#[test]
fn every_intent_can_be_reached() {
    // These are written by commands, not asked for by keys.
    let written = [Intent::MakeDemo, Intent::MergeBundle, Intent::SettleConflict];
    for intent in Intent::ALL.iter().filter(|i| !written.contains(i)) {
        assert!(BINDINGS.iter().any(|b| b.intent == *intent), "{intent:?}");
    }
}

#[test]
fn every_intent_has_words_in_both_languages_and_the_hint_fits() {
    for lang in [Lang::Nl, Lang::En] {
        let catalog = Catalog::of(lang);
        for intent in Intent::ALL {
            let hint = catalog.hint(*intent);
            assert!(!hint.is_empty() && hint.chars().count() <= 12, "{intent:?}: {hint}");
            assert!(!catalog.line(*intent).is_empty(), "{intent:?}");
        }
    }
}

#[test]
fn letters_after_a_prefix_are_each_used_once_and_cover_the_code_list() {
    fn once<T: Copy + PartialEq + std::fmt::Debug>(letters: &[(char, T)], all: &[T]) {
        for value in all {
            assert_eq!(letters.iter().filter(|(_, v)| v == value).count(), 1, "{value:?}");
        }
        for (letter, _) in letters {
            assert_eq!(letters.iter().filter(|(l, _)| l == letter).count(), 1, "{letter}");
        }
    }
    once(RESULT_LETTERS, PrimaryResult::ALL);
    once(ROUTE_LETTERS, Route::ALL);
    once(CHANCE_LETTERS, ChanceLevel::ALL);
    once(TILE_LETTERS, TileKind::ALL);
    assert!(TILE_LETTERS.iter().all(|(letter, _)| *letter != INSTRUMENT_LETTER));
}

#[test]
fn keys_are_written_as_a_reader_knows_them() {
    let catalog = Catalog::of(Lang::Nl);
    assert_eq!(key_text(Key::plain(Code::PageDown), catalog), "PgDn");
    assert_eq!(key_text(Key::ctrl('z'), catalog), "Ctrl+Z");
    assert_eq!(key_text(Key::plain(Code::Char('S')), catalog), "S");
    assert_eq!(key_text(Key::plain(Code::F(9)), catalog), "F9");
}
