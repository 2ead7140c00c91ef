//! Each command, on the letters of the pupils' names and on the scripts their families write.

use dakpan::app::edit::EditCommand::{
    self, Backspace, Delete, DeleteWordLeft, DeleteWordRight, Move, Newline, Select, SelectAll,
};
use dakpan::app::edit::Motion::{
    Down, Left, LineEnd, LineStart, PageDown, PageUp, Right, TextEnd, TextStart, Up, WordLeft, WordRight,
};
use dakpan::app::edit::{EditRefusal, Editor, Kind};

use super::{LIMIT, WIDE, area, editor, give, insert, marked, note};

/// Start, commands, end.
fn check(kind: Kind, table: &[(&str, &[EditCommand], &str)]) {
    for (start, commands, end) in table {
        let mut editor = editor(start, kind);
        for command in *commands {
            give(&mut editor, command.clone());
        }
        assert_eq!(marked(&editor), *end, "{start} after {commands:?}");
    }
}

#[test]
fn one_backspace_takes_what_a_reader_calls_one_letter() {
    for letter in [
        "a",
        "ç",
        "ş",
        "ë",
        "ĳ",
        "é",
        "e\u{301}",
        "q\u{302}\u{323}",
        "İ",
        "漢",
        "한",
        "ب\u{64e}\u{651}",
        "ש\u{5c1}\u{5b8}",
        "क्षि",
        "🇳🇱",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "❤\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
    ] {
        let mut before = Editor::new(&format!("x{letter}"), Kind::Lines, LIMIT);
        give(&mut before, Backspace);
        assert_eq!(marked(&before), "x|", "backspace over {letter}");

        let mut behind = Editor::new(&format!("{letter}x"), Kind::Lines, LIMIT);
        give(&mut behind, Move(TextStart));
        give(&mut behind, Delete);
        assert_eq!(marked(&behind), "|x", "delete of {letter}");
    }
    let mut digraph = Editor::new("ij", Kind::Lines, LIMIT);
    give(&mut digraph, Backspace);
    assert_eq!(marked(&digraph), "i|", "i and j are typed as two letters");
}

#[test]
fn a_mark_typed_behind_a_letter_composes() {
    check(
        Kind::Lines,
        &[
            ("Zoe|", &[insert("\u{308}")], "Zoë|"),
            ("c|a", &[insert("\u{327}")], "ç|a"),
            ("s|", &[insert("\u{327}")], "ş|"),
            ("ṣ|", &[insert("\u{327}")], "ş\u{323}|"),
            ("e|\n\u{301}", &[Delete], "é|"),
            ("ㄱ|", &[insert("e\u{301}\u{212b}")], "ㄱéÅ|"),
            ("\u{1112}|", &[insert("\u{1161}"), insert("\u{11ab}")], "한|"),
            ("🇳|", &[insert("🇱")], "🇳🇱|"),
            ("|🇱", &[insert("🇳")], "🇳🇱|"),
            ("👩|", &[insert("\u{200d}"), insert("👧"), Backspace], "|"),
        ],
    );
}

#[test]
fn what_cannot_be_seen_is_put_right_on_the_way_in() {
    check(
        Kind::Lines,
        &[
            ("|", &[insert("a\r\nb\rc\u{2028}d\u{85}e\u{b}")], "a\nb\nc\nd\ne\n|"),
            ("|", &[insert("a\tb")], "a    b|"),
            ("|", &[insert("a\u{0}\u{1b}[31mb\u{7f}\u{9b}")], "a[31mb|"),
            ("|", &[insert("a\u{202e}b\u{2066}c\u{200f}d\u{61c}")], "abcd|"),
            ("|", &[insert("over\u{ad}leg\u{200b}\u{feff}\u{2060}")], "overleg|"),
            ("|", &[insert("می\u{200c}خواهم")], "می\u{200c}خواهم|"),
            ("[|", &[insert("\u{202e}")], "[|"),
        ],
    );
    check(
        Kind::OneLine,
        &[("|", &[insert("a\r\nb\nc\td")], "a b c d|"), ("a|b", &[Newline], "a|b")],
    );
    let opened = Editor::new("e\u{301}\r\n\tx\u{202e}", Kind::OneLine, LIMIT);
    assert_eq!(opened.text(), "é  x");
}

#[test]
fn nothing_that_comes_in_as_nothing_takes_the_selection() {
    let mut note = note("een|");
    give(&mut note, SelectAll);
    give(&mut note, insert("\u{202e}"));
    assert_eq!(marked(&note), "[een|]");
}

#[test]
fn letters_words_and_ends() {
    check(
        Kind::Lines,
        &[
            ("aé|b", &[Move(Left)], "a|éb"),
            ("a|👩‍👩‍👧‍👦b", &[Move(Right)], "a👩‍👩‍👧‍👦|b"),
            ("|ab", &[Move(Left)], "|ab"),
            ("ab|", &[Move(Right)], "ab|"),
            ("a\n|b", &[Move(Left)], "a|\nb"),
            ("שלום| עולם", &[Move(Left)], "שלו|ם עולם"),
            ("twee foto's|", &[Move(WordLeft)], "twee |foto's"),
            ("twee |foto's", &[Move(WordLeft)], "|twee foto's"),
            ("|zo'n stage, dus", &[Move(WordRight)], "zo'n |stage, dus"),
            ("zo'n |stage, dus", &[Move(WordRight)], "zo'n stage|, dus"),
            ("een| \n twee", &[Move(WordRight)], "een \n |twee"),
            ("een \n |twee", &[Move(WordLeft)], "|een \n twee"),
            ("een|  ", &[Move(WordRight)], "een  |"),
            ("|漢字", &[Move(WordRight)], "漢|字"),
            ("مرحبا |بكم", &[Move(WordLeft)], "|مرحبا بكم"),
            ("a\nbc|d\ne", &[Move(LineStart)], "a\n|bcd\ne"),
            ("a\nbc|d\ne", &[Move(LineEnd)], "a\nbcd|\ne"),
            ("a\nbc|d\ne", &[Move(TextStart)], "|a\nbcd\ne"),
            ("a\nbc|d\ne", &[Move(TextEnd)], "a\nbcd\ne|"),
        ],
    );
}

#[test]
fn up_and_down_keep_their_column() {
    check(
        Kind::Lines,
        &[
            (
                "lange regel|\nkort\nlange regel",
                &[Move(Down)],
                "lange regel\nkort|\nlange regel",
            ),
            (
                "lange regel|\nkort\nlange regel",
                &[Move(Down), Move(Down)],
                "lange regel\nkort\nlange regel|",
            ),
            (
                "lange regel|\nkort\nlange regel",
                &[Move(Down), Move(Left), Move(Down)],
                "lange regel\nkort\nlan|ge regel",
            ),
            ("abcd|e\n漢字x", &[Move(Down)], "abcde\n漢字|x"),
            ("abc|de\n漢字x", &[Move(Down)], "abcde\n漢|字x"),
            ("een\ntw|ee", &[Move(Up)], "ee|n\ntwee"),
            ("ee|n", &[Move(Up), Move(Down)], "ee|n"),
            ("een|\n\ntwee", &[Move(Down), Move(Down)], "een\n\ntwe|e"),
            (
                "|a\nb\nc\nd\ne\nf\ng\nh\ni",
                &[Move(PageDown)],
                "a\nb\nc\nd\ne\nf\ng\n|h\ni",
            ),
            (
                "a\nb\nc\nd\ne\nf\ng\nh\ni|",
                &[Move(PageUp)],
                "a\nb|\nc\nd\ne\nf\ng\nh\ni",
            ),
            ("a\nb\nc|", &[Move(PageUp), Move(PageUp)], "a|\nb\nc"),
        ],
    );
    check(
        Kind::OneLine,
        &[
            ("ab|c", &[Move(Up), Move(Down), Move(PageUp), Move(PageDown)], "ab|c"),
            ("ab|c", &[Move(LineStart)], "|abc"),
            ("ab|c", &[Move(LineEnd)], "abc|"),
        ],
    );
}

#[test]
fn home_and_end_go_by_the_screen_first() {
    // At width 7 the lines are "een ", "twee ", "drie".
    let place = |start: &str, commands: &[EditCommand]| {
        let mut note = note(start);
        for command in commands {
            note.input(command.clone(), area(7, 4)).unwrap();
        }
        marked(&note)
    };
    assert_eq!(place("een tw|ee drie", &[Move(LineStart)]), "een |twee drie");
    assert_eq!(
        place("een tw|ee drie", &[Move(LineStart), Move(LineStart)]),
        "|een twee drie"
    );
    assert_eq!(place("een tw|ee drie", &[Move(LineEnd)]), "een twee| drie");
    assert_eq!(
        place("een tw|ee drie", &[Move(LineEnd), Move(LineEnd)]),
        "een twee drie|"
    );
    assert_eq!(place("een tw|ee drie", &[Move(Up)]), "ee|n twee drie");
    assert_eq!(place("een twee| drie", &[Move(Up)]), "een| twee drie");
    assert_eq!(place("een twee| drie", &[Move(Down)]), "een twee drie|");
}

#[test]
fn erasing() {
    check(
        Kind::Lines,
        &[
            ("|a", &[Backspace], "|a"),
            ("a|", &[Delete], "a|"),
            ("a\n|b", &[Backspace], "a|b"),
            ("a|\nb", &[Delete], "a|b"),
            ("twee foto's|", &[DeleteWordLeft], "twee |"),
            ("twee |foto's", &[DeleteWordLeft], "|foto's"),
            ("|twee foto's", &[DeleteWordRight], "|foto's"),
            ("twee| foto's", &[DeleteWordRight], "twee|foto's"),
            ("a|b", &[Newline], "a\n|b"),
        ],
    );
}

#[test]
fn a_selection_is_moved_replaced_and_left() {
    check(
        Kind::Lines,
        &[
            ("a|éb", &[Select(Right)], "a[é|]b"),
            ("aé|b", &[Select(Left), Select(Left)], "[|aé]b"),
            ("aé|b", &[Select(Left), Select(Right)], "aé|b"),
            ("een |twee drie", &[Select(WordRight), insert("x")], "een x|drie"),
            ("een |twee drie", &[Select(WordRight), Backspace], "een |drie"),
            ("een |twee drie", &[Select(WordRight), DeleteWordLeft], "een |drie"),
            ("een |twee", &[Select(LineEnd), Newline], "een \n|"),
            ("een |twee drie", &[Select(WordRight), Move(Left)], "een |twee drie"),
            ("een |twee drie", &[Select(WordRight), Move(Right)], "een twee |drie"),
            ("een |twee drie", &[Select(WordRight), Move(TextEnd)], "een twee drie|"),
            ("a\nb|", &[SelectAll], "[a\nb|]"),
            ("a\nb|", &[SelectAll, Delete], "|"),
            ("|", &[SelectAll], "|"),
            ("ab\nc|d", &[Select(Up)], "a[|b\nc]d"),
        ],
    );
}

#[test]
fn a_text_that_would_be_too_long_is_refused_whole() {
    let mut note = Editor::new("twaalf bytes", Kind::Lines, 14);
    give(&mut note, insert("é"));
    let refused = Err(EditRefusal::TooLong { limit: 14 });
    assert_eq!(note.input(insert("x"), WIDE), refused);
    assert_eq!(note.input(Newline, WIDE), refused);
    assert_eq!(marked(&note), "twaalf bytesé|");
    give(&mut note, Select(WordLeft));
    assert_eq!(note.input(insert("veel te lang"), WIDE), refused);
    assert_eq!(marked(&note), "twaalf [|bytesé]");
    give(&mut note, insert("nu past"));
    assert_eq!(note.replace_line("niet nog een regel"), refused);
    assert_eq!(marked(&note), "twaalf nu past|");
}

#[test]
fn a_text_longer_than_its_limit_is_kept_and_may_shrink() {
    let mut note = Editor::new("al te lang", Kind::Lines, 4);
    assert_eq!(note.text(), "al te lang");
    give(&mut note, DeleteWordLeft);
    assert_eq!(marked(&note), "al te |");
    assert!(note.input(insert("x"), WIDE).is_err());
}

#[test]
fn the_line_of_an_action_is_taken_out() {
    let mut last = note("Sterk\n/a Jan bel|t");
    assert_eq!(last.current_line(), "/a Jan belt");
    last.replace_line("").unwrap();
    assert_eq!(marked(&last), "Sterk\n|");
    give(&mut last, EditCommand::Undo);
    assert_eq!(marked(&last), "Sterk\n/a Jan bel|t");

    for (start, end) in [
        ("een\n/a tw|ee\ndrie", "een\n|drie"),
        ("|/a een\ntwee", "|twee"),
        ("een\n/a twee|", "een|"),
        ("een\n|", "een|"),
        ("/a ee|n", "|"),
        ("|", "|"),
        ("|\nx", "|x"),
    ] {
        let mut note = note(start);
        note.remove_line().unwrap();
        assert_eq!(marked(&note), end, "{start}");
    }
}

#[test]
fn a_name_that_is_completed_replaces_whole_letters() {
    let mut note = note("@zoë|");
    let inside = note.text().len() - 1;
    note.replace(1..inside, "Zoë Yılmaz").unwrap();
    assert_eq!(marked(&note), "@Zoë Yılmaz|");
    note.replace(500..900, "\u{301}!").unwrap();
    assert_eq!(marked(&note), "@Zoë Yılmaź!|");
}

#[test]
fn nothing_personal_is_printed() {
    let mut note = note("Samira|");
    give(&mut note, insert("Samira"));
    let edits = note.take_edits();
    give(&mut note, SelectAll);
    let printed = format!("{note:?} {edits:?} {:?} {:?}", insert("Samira"), note.view(WIDE));
    assert!(!printed.contains("Samira"), "{printed}");
    assert!(printed.contains("DraftEdit(at 6, -0 +6 characters)"), "{printed}");
}
