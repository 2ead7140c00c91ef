//! The invariants of the one table of keys.

use dakpan::app::keymap::{
    BINDINGS, Binding, CHANCE_LETTERS, EDIT_KEYS, MOTION_KEYS, RESULT_LETTERS, ROUTE_LETTERS, Scope, Then, key_text,
};
use dakpan::app::message::{Code, Key};
use dakpan::domain::codes::{ChanceLevel, PrimaryResult, Route};
use dakpan::domain::intent::Intent;
use dakpan::text::{Catalog, Lang};

/// Pairs that may share a key because never both can act.
const NEVER_BOTH: [(Intent, Intent); 1] = [(Intent::OpenMeeting, Intent::CloseMeeting)];

fn said(binding: &Binding) -> String {
    format!("{:?} {:?}", binding.scope, binding.intent)
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for (at, a) in BINDINGS.iter().enumerate() {
        for b in BINDINGS.iter().skip(at + 1) {
            let together = a.scope == b.scope || a.scope == Scope::Anywhere || b.scope == Scope::Anywhere;
            let pair = NEVER_BOTH.contains(&(a.intent, b.intent));
            for key in a.keys.iter().filter(|_| together && !pair && a.intent != b.intent) {
                assert!(!b.keys.contains(key), "{key:?}: {} and {}", said(a), said(b));
            }
        }
    }
}

#[test]
fn no_default_is_on_a_dead_key_or_needs_altgr_or_is_taken_by_the_terminal() {
    let dead = ['\'', '"', '~', '^', '`'];
    let altgr = ['\\', '{', '}', '[', ']', '@', '|', '€'];
    let taken_with_ctrl = ['b', 'a', 'i', 'm', 'h', '[', 'q'];
    for binding in BINDINGS {
        for key in binding.keys {
            assert!(!key.alt, "{}", said(binding));
            assert_ne!(key.code, Code::F(11), "{}", said(binding));
            if let Code::Char(letter) = key.code {
                assert!(
                    !dead.contains(&letter) && !altgr.contains(&letter),
                    "{letter}: {}",
                    said(binding)
                );
                assert!(
                    !(key.ctrl && taken_with_ctrl.contains(&letter)),
                    "Ctrl+{letter}: {}",
                    said(binding)
                );
                assert!(!(key.ctrl && key.shift), "{}", said(binding));
            }
        }
    }
}

#[test]
fn while_writing_no_letter_is_a_command() {
    for binding in BINDINGS
        .iter()
        .filter(|b| matches!(b.scope, Scope::Write | Scope::Anywhere | Scope::Search | Scope::Form))
    {
        for key in binding.keys {
            assert!(key.ctrl || !matches!(key.code, Code::Char(_)), "{}", said(binding));
        }
    }
}

#[test]
fn a_key_that_edits_is_no_command_where_text_is_written() {
    for key in MOTION_KEYS
        .iter()
        .map(|(k, _)| k)
        .chain(EDIT_KEYS.iter().map(|(k, _)| k))
    {
        let taken = BINDINGS
            .iter()
            .any(|b| matches!(b.scope, Scope::Write | Scope::Anywhere) && b.keys.contains(key));
        assert!(!taken, "{key:?}");
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
    ] {
        let binding = BINDINGS.iter().find(|b| b.intent == intent).unwrap();
        assert_ne!(binding.then, Then::Now, "{}", said(binding));
    }
}

#[test]
fn every_intent_can_be_reached() {
    // These are written by commands, not asked for by keys.
    let written = [Intent::ImportList, Intent::IssuePapers, Intent::MakeDemo];
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
}

#[test]
fn keys_are_written_as_a_reader_knows_them() {
    let catalog = Catalog::of(Lang::Nl);
    assert_eq!(key_text(Key::plain(Code::PageDown), catalog), "PgDn");
    assert_eq!(key_text(Key::ctrl('z'), catalog), "Ctrl+Z");
    assert_eq!(key_text(Key::plain(Code::Char('S')), catalog), "S");
    assert_eq!(key_text(Key::plain(Code::F(9)), catalog), "F9");
}
