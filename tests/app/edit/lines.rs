//! Lines of the screen: where they break, what is shown, and that it costs no more in a long text.

use std::time::{Duration, Instant};

use dakpan::app::edit::EditCommand::{Backspace, Move, Select, SelectAll};
use dakpan::app::edit::Motion::{Down, Left, LineEnd, LineStart, TextEnd, TextStart, Up};
use dakpan::app::edit::{Area, Editor, Kind, Viewport};

use super::{LIMIT, area, editor, insert, note};

fn texts(view: &Viewport) -> Vec<&str> {
    view.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn lines_break_between_words() {
    for (text, width, expected) in [
        ("", 10, &[""] as &[&str]),
        ("hallo", 6, &["hallo"]),
        ("hallo wereld", 7, &["hallo ", "wereld"]),
        ("hallo wereld", 6, &["hallo ", "werel", "d"]),
        ("hallo wereld", 13, &["hallo wereld"]),
        ("hallo wereld", 12, &["hallo ", "wereld"]),
        ("een twee drie", 9, &["een twee ", "drie"]),
        ("een twee drie", 8, &["een ", "twee ", "drie"]),
        ("hallo  daar", 6, &["hallo ", " daar"]),
        ("hallo ", 6, &["hallo ", ""]),
        ("hallo \ndaar", 6, &["hallo ", "", "daar"]),
        ("hallo\ndaar\n", 6, &["hallo", "daar", ""]),
        ("\n\n", 6, &["", "", ""]),
        ("één zoë ëëëëëë", 4, &["één ", "zoë ", "ëëë", "ëëë"]),
        ("één zoë ëëëëëë", 5, &["één ", "zoë ", "ëëëë", "ëë"]),
        ("a\u{301}b\u{323} q\u{302}r s", 5, &["áḅ ", "q\u{302}r s"]),
        ("vast\u{a0}aan elkaar", 10, &["vast\u{a0}aan ", "elkaar"]),
        ("漢字仮名", 5, &["漢字", "仮名"]),
        ("漢字仮名", 6, &["漢字", "仮名"]),
        ("ab漢字cd", 5, &["ab漢", "字cd"]),
        ("ab漢 字", 5, &["ab漢 ", "字"]),
        ("מה שלומך", 6, &["מה ", "שלומך"]),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦🇳🇱", 5, &["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "🇳🇱"]),
        ("👩‍👩‍👧‍👦 a🇳🇱", 2, &["👩‍👩‍👧‍👦", " ", "a", "🇳🇱"]),
        ("ab é 漢", 1, &["a", "b", " ", "é", " ", "漢"]),
        ("ab cd", 2, &["a", "b ", "c", "d"]),
    ] {
        let view = Editor::new(text, Kind::Lines, LIMIT).view(area(width, 20));
        assert_eq!(texts(&view), expected, "{text} at {width}");
    }
}

/// The fast way of breaking plain ASCII gives the lines that asking the tables for every letter gives.
#[test]
fn plain_letters_break_as_any_others() {
    let text = "School: stage  dierenasiel gaat goed 3 dagen p w   \nhandtekeningenactie voor de wat langere woorden";
    for width in 1..40 {
        let plain = Editor::new(text, Kind::Lines, LIMIT);
        let foreign: String = text
            .chars()
            .map(|c| if c.is_ascii_whitespace() { c } else { 'ж' })
            .collect();
        let foreign = Editor::new(&foreign, Kind::Lines, LIMIT);
        let lengths = |editor: &Editor| -> Vec<usize> {
            texts(&editor.view(area(width, 500)))
                .iter()
                .map(|line| line.chars().count())
                .collect()
        };
        assert_eq!(lengths(&plain), lengths(&foreign), "width {width}");
    }
}

#[test]
fn a_paragraph_is_told_from_its_continuation() {
    let view = note("een twee drie\nvier|").view(area(6, 9));
    let starts: Vec<bool> = view.lines.iter().map(|line| line.starts_paragraph).collect();
    assert_eq!(texts(&view), ["een ", "twee ", "drie", "vier"]);
    assert_eq!(starts, [true, false, false, true]);
}

#[test]
fn the_cursor_stands_where_the_next_letter_comes() {
    for (text, width, cursor) in [
        ("|", 10, (0, 0)),
        ("hallo|", 6, (5, 0)),
        ("hallo |", 6, (0, 1)),
        ("hallo |daar", 6, (0, 1)),
        ("hallo| daar", 6, (5, 0)),
        ("a漢|", 9, (3, 0)),
        ("a\n|", 9, (0, 1)),
        ("👩‍👩‍👧‍👦|x", 9, (2, 0)),
        ("ab|", 1, (0, 1)),
        ("漢|", 1, (0, 0)),
        ("漢|", 2, (1, 0)),
    ] {
        assert_eq!(note(text).view(area(width, 9)).cursor, cursor, "{text} at {width}");
    }
}

#[test]
fn the_selection_is_told_in_columns() {
    let selected = |start: &str, width: u16, steps: usize| -> Vec<Option<std::ops::Range<usize>>> {
        let mut note = note(start);
        for _ in 0..steps {
            note.input(Select(Left), area(width, 9)).unwrap();
        }
        note.view(area(width, 9))
            .lines
            .into_iter()
            .map(|line| line.selected)
            .collect()
    };
    assert_eq!(selected("a漢b|c", 9, 2), [Some(1..4)]);
    assert_eq!(selected("abc|", 9, 0), [None]);
    assert_eq!(selected("ab\n\ncd|", 9, 4), [Some(2..3), Some(0..1), Some(0..2)]);
    assert_eq!(selected("ab\n\ncd|", 9, 3), [None, Some(0..1), Some(0..2)]);
    assert_eq!(selected("ab\n\ncd|", 9, 5), [Some(1..3), Some(0..1), Some(0..2)]);
    assert_eq!(selected("hallo daar|", 6, 6), [Some(4..6), Some(0..4)]);
    assert_eq!(selected("a\nb|", 1, 3), [Some(0..1), Some(0..1)]);
}

#[test]
fn the_text_stands_still_while_the_cursor_moves_within_it() {
    let small = area(9, 3);
    let mut note = Editor::new("a\nb\nc\nd\ne\nf", Kind::Lines, LIMIT);
    let mut seen = Vec::new();
    for command in [
        Move(TextEnd),
        Move(Up),
        Move(Up),
        Move(Up),
        Move(Down),
        Move(Down),
        Move(Down),
        Move(TextStart),
        Move(Down),
    ] {
        note.input(command, small).unwrap();
        let view = note.view(small);
        seen.push((texts(&view).concat(), view.cursor.1, view.more_before, view.more_after));
    }
    let row = |text: &str, row, before, after| (text.to_owned(), row, before, after);
    assert_eq!(
        seen,
        [
            row("def", 2, true, false),
            row("def", 1, true, false),
            row("def", 0, true, false),
            row("cde", 0, true, true),
            row("cde", 1, true, true),
            row("cde", 2, true, true),
            row("def", 2, true, false),
            row("abc", 0, false, true),
            row("abc", 1, false, true),
        ]
    );
}

#[test]
fn no_row_stays_empty_while_there_is_text_above() {
    let mut note = Editor::new("a\nb\nc\nd\ne\nf", Kind::Lines, LIMIT);
    note.input(Move(TextEnd), area(9, 3)).unwrap();
    for _ in 0..4 {
        note.input(Backspace, area(9, 3)).unwrap();
    }
    assert_eq!(texts(&note.view(area(9, 3))), ["b", "c", "d"]);
    assert_eq!(texts(&note.view(area(9, 8))), ["a", "b", "c", "d"]);
    assert_eq!(texts(&note.view(area(9, 1))), ["d"]);
}

#[test]
fn a_field_scrolls_sideways() {
    let small = area(8, 1);
    let shown = |field: &Editor| {
        let view = field.view(small);
        (
            view.lines[0].text.clone(),
            view.cursor.0,
            view.more_before,
            view.more_after,
        )
    };
    let row = |text: &str, column, before, after| (text.to_owned(), column, before, after);
    let mut field = editor("abcdefghijkl|", Kind::OneLine);
    field.input(Move(LineEnd), small).unwrap();
    assert_eq!(shown(&field), row("fghijkl", 7, true, false));
    for _ in 0..7 {
        field.input(Move(Left), small).unwrap();
    }
    assert_eq!(shown(&field), row("fghijkl", 0, true, false));
    field.input(Move(Left), small).unwrap();
    assert_eq!(shown(&field), row("abcdefgh", 4, false, true));
    field.input(insert("漢"), small).unwrap();
    assert_eq!(shown(&field), row("abcd漢ef", 6, false, true));
    field.input(Move(LineStart), small).unwrap();
    assert_eq!(shown(&field), row("abcd漢ef", 0, false, true));
    field.input(SelectAll, small).unwrap();
    let view = field.view(small);
    assert_eq!(
        (view.lines[0].text.as_str(), view.lines[0].selected.clone()),
        ("fghijkl", Some(0..7))
    );
    field.input(Backspace, small).unwrap();
    assert_eq!(shown(&field), row("", 0, false, false));
}

#[test]
fn an_area_without_cells_shows_nothing() {
    for (kind, width, height) in [
        (Kind::Lines, 0, 5),
        (Kind::Lines, 5, 0),
        (Kind::OneLine, 0, 1),
        (Kind::OneLine, 0, 0),
    ] {
        let mut editor = Editor::new("tekst", kind, LIMIT);
        for command in [insert("x"), Move(Up), Move(LineStart), Move(LineEnd)] {
            editor.input(command, area(width, height)).unwrap();
        }
        let view = editor.view(area(width, height));
        assert_eq!((view.lines.len(), view.cursor), (0, (0, 0)));
    }
}

/// A word that grows, shrinks or is cut anywhere moves the lines behind it and perhaps its own line's start; what is
/// remembered of the lines before the edit must not show.
#[test]
fn an_edit_anywhere_wraps_as_the_whole_text_anew() {
    let words = ["a ", "een ", "ik ", "twaalf ", "zo ", "doorstroom ", "ja ", "overleg "];
    let text: String = (0..120)
        .map(|turn: usize| words[(turn * 5 + turn * turn / 7) % 8])
        .collect();
    let small = area(13, 8);
    for place in 100..320 {
        let mut note = Editor::new(&text, Kind::Lines, LIMIT);
        note.input(Move(TextEnd), small).unwrap();
        note.replace(place..place, "").unwrap();
        let at_place = note;
        for command in [insert("x"), insert(" "), Backspace] {
            let mut note = at_place.clone();
            note.input(command.clone(), small).unwrap();
            let anew = Editor::new(note.text(), Kind::Lines, LIMIT).view(area(13, 999));
            let anew = texts(&anew);
            for down in 0..12 {
                let view = note.view(small);
                let shown = texts(&view);
                assert!(
                    anew.windows(shown.len()).any(|lines| lines == shown),
                    "{command:?} at {place}, {down} down: {shown:?}"
                );
                note.input(Move(Down), small).unwrap();
            }
        }
    }
}

/// The least of many times, which a busy machine disturbs least.
fn least(mut turn: impl FnMut()) -> Duration {
    let times = (0..60).map(|_| {
        let start = Instant::now();
        turn();
        start.elapsed()
    });
    times.min().unwrap()
}

fn key_and_view(text: &str) -> Duration {
    let area = Area { width: 70, height: 16 };
    let mut note = Editor::new(text, Kind::Lines, 16 << 20);
    note.input(Move(TextEnd), area).unwrap();
    least(|| {
        note.input(insert("x"), area).unwrap();
        assert!(!note.view(area).lines.is_empty());
        assert_eq!(note.take_edits().len(), 1);
    })
}

/// Wrapping the whole paragraph at each key would take a hundred times as long in the longest of these.
#[test]
fn a_key_costs_the_same_in_a_long_text() {
    for sentence in [
        "School: stage gaat goed, 3 dagen. ",
        "Zoë én Özgür, çok iyi. ",
        "مرحبا بكم في ",
    ] {
        let short = key_and_view(&sentence.repeat(200));
        let paragraph = key_and_view(&sentence.repeat((256 << 10) / sentence.len()));
        let many = key_and_view(&(sentence.repeat(20) + "\n").repeat((2 << 20) / sentence.len() / 20));
        assert!(
            paragraph < short * 8,
            "{sentence} one paragraph: {paragraph:?} against {short:?}"
        );
        assert!(
            many < short * 8,
            "{sentence} many paragraphs: {many:?} against {short:?}"
        );
    }
}
