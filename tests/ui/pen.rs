//! Text from outside: what reaches the terminal, and how it is cut.

use dakpan::domain::outside::visible;
use dakpan::public::Shared;
use dakpan::text::Lang;
use dakpan::ui::Glyphs;
use proptest::prelude::*;

use super::samples;
use super::screens::{draw, shown, text};

/// Characters that a terminal or a reader's eye would be led by.
fn leads(c: char) -> bool {
    c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
}

#[test]
fn what_a_terminal_would_obey_is_shown_as_a_mark() {
    assert_eq!(visible("\u{1b}[2Jweg"), "¤[2Jweg");
    assert_eq!(visible("\u{9b}31mrood"), "¤31mrood");
    assert_eq!(visible("jpg.\u{202e}exe"), "jpg.¤exe");
    assert_eq!(visible("a\u{2066}b\u{200b}c\u{feff}d"), "a¤b¤c¤d");
    assert_eq!(visible("een\ntwee\r\ndrie\tvier"), "een twee drie vier");
}

#[test]
fn what_belongs_to_names_stays() {
    for name in ["Özkan-'t Hof", "e\u{301}", "👩‍🦽", "می‌خواهم", "محمد", "Łukasz ĳ"] {
        assert_eq!(visible(name), name);
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_that_leads_a_terminal_is_left(text in any::<String>()) {
        prop_assert!(!visible(&text).chars().any(leads));
    }
}

#[test]
fn no_cell_of_any_screen_leads_the_terminal() {
    for (name, screen) in samples::all() {
        let (buffer, _) = draw(&screen, Lang::Nl, (120, 36), Glyphs::Unicode);
        let leading = buffer.content.iter().find(|cell| cell.symbol().chars().any(leads));
        assert!(leading.is_none(), "{name}: {leading:?}");
    }
}

fn with_school(name: &str) -> String {
    let screen = samples::with::<Shared>(|board| {
        board.header.school = Some(name.into());
        board.header.meeting = None;
    });
    shown(&screen, Lang::Nl, (80, 24)).lines().nth(1).unwrap().to_owned()
}

#[test]
fn a_text_is_cut_by_columns_with_a_mark() {
    let line = with_school(&"abcdefghij ".repeat(9));
    assert!(line.starts_with(" abcdefghij abcdefghij"), "{line}");
    assert!(line.contains('…') && line.ends_with("GEDEELD"), "{line}");
}

#[test]
fn wide_and_combining_letters_count_as_they_are_shown() {
    // Forty letters of two columns do not fit in 80; forty accents that take none do.
    assert!(with_school(&"漢".repeat(40)).contains('…'));
    assert!(!with_school(&"e\u{301}".repeat(30)).contains('…'));
}

#[test]
fn every_line_of_a_screen_fills_its_columns() {
    use unicode_width::UnicodeWidthStr;
    let screen = samples::with::<Shared>(|board| {
        for row in &mut board.agenda.presence {
            row.name = "漢字 👩‍🦽 e\u{301}\u{301} naam".into();
        }
    });
    let (buffer, _) = draw(&screen, Lang::Nl, (200, 50), Glyphs::Unicode);
    for line in text(&buffer).lines().filter(|line| line.ends_with('│')) {
        assert_eq!(line.width(), 200, "{line}");
    }
}
