//! The screen test at the sizes that matter: everything fits at 80×24, in both languages, every theme and with stand-ins.

use dakpan::app::keymap::BINDINGS;
use dakpan::app::message::{Code, Key};
use dakpan::text::{Catalog, Lang};
use dakpan::ui::screen_test::{Trial, reach, screen_test, sentences};
use dakpan::ui::theme::Look;
use dakpan::ui::{Glyphs, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn drawn(trial: &Trial, lang: Lang, look: Look, glyphs: Glyphs, (columns, rows): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let theme = Theme::of(look);
    terminal
        .draw(|frame| screen_test(trial, &theme, Catalog::of(lang), glyphs, frame))
        .unwrap();
    terminal.backend().to_string()
}

#[test]
fn it_is_drawn_whole_at_the_reference_size() {
    let mut trial = Trial::default();
    trial.press(Key::plain(Code::F(9)));
    for (lang, name) in [(Lang::Nl, "nl"), (Lang::En, "en")] {
        let screen = drawn(&trial, lang, Look::Standard, Glyphs::Unicode, (80, 24));
        insta::assert_snapshot!(format!("screen_test_{name}_80x24"), screen);
        let last = Catalog::of(lang)
            .screen_test
            .meaning(dakpan::text::screen_test::Meaning::Holds);
        for look in [Look::Standard, Look::Light, Look::HighContrast, Look::Mono] {
            let screen = drawn(&trial, lang, look, Glyphs::Ascii, (80, 24));
            assert!(screen.contains(&format!("{last} (")), "cut in {look:?}\n{screen}");
        }
    }
    for size in [(1, 1), (3, 2), (20, 5), (60, 20), (200, 50)] {
        drawn(&trial, Lang::Nl, Look::Standard, Glyphs::Unicode, size);
    }
}

#[test]
fn a_letter_twice_as_large_is_read_from_twice_as_far() {
    let (letter, distance) = reach(150, 24);
    let (large, far) = reach(150, 12);
    assert!(large.abs_diff(2 * letter) <= 1 && far.abs_diff(2 * distance) <= 1);
    // No division by nothing, no overflow.
    let _ = reach(u32::MAX, 0);
}

#[test]
fn every_key_of_the_table_that_may_be_kept_is_asked_for_and_ticked_off() {
    let words = Catalog::of(Lang::Nl);
    let mut trial = Trial::default();
    let said = sentences(&trial, (80, 24), words).join("\n");
    for key in [
        "F1",
        "F4",
        "F8",
        "F9",
        "PgDn",
        "PgUp",
        "Delete",
        "Shift+Tab",
        "Ctrl+S",
        "Ctrl+Z",
        "Ctrl+L",
        "Ctrl+T",
    ] {
        assert!(said.contains(key), "{key} is not asked for\n{said}");
    }
    assert!(trial.summary(words).starts_with("0 van "));
    for key in BINDINGS.iter().flat_map(|binding| binding.keys.iter()) {
        let before = trial.is_over();
        if key.code != Code::Esc && *key != Key::plain(Code::Char('q')) {
            trial.press(*key);
            assert_eq!(trial.is_over(), before, "{key:?} ends nothing");
        }
    }
    assert!(trial.summary(words).starts_with("alle "), "{}", trial.summary(words));
}

#[test]
fn q_ends_it_and_so_does_esc_twice() {
    for keys in [&[Key::plain(Code::Char('q'))][..], &[Key::plain(Code::Esc); 2]] {
        let mut trial = Trial::default();
        for key in keys {
            assert!(!trial.is_over());
            trial.press(*key);
        }
        assert!(trial.is_over());
    }
}
