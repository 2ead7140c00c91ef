//! The rules of the editor under any commands.

use dakpan::app::edit::{Area, EditCommand, Editor, Kind, Motion, Viewport};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

const LIMIT: usize = 2_000;

/// What is likely to go wrong: marks, joiners, halves of flags, parts of syllables, wide and empty letters, controls.
const PIECES: &[&str] = &[
    "a",
    "e",
    "ij",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "é",
    "ë",
    "ç",
    "ş",
    "\u{301}",
    "\u{327}",
    "\u{323}",
    "\u{345}",
    "\u{200d}",
    "\u{200c}",
    "👩",
    "👧",
    "👩‍👩‍👧‍👦",
    "🏽",
    "\u{fe0f}",
    "🇳",
    "🇱",
    "漢",
    "\u{3000}",
    "한",
    "\u{1100}",
    "\u{1161}",
    "\u{11a8}",
    "ש",
    "\u{5c1}",
    "ب",
    "\u{64e}",
    "ل",
    "ا",
    "\u{600}",
    "\u{9c7}",
    "\u{9be}",
    "क",
    "\u{94d}",
    "ก",
    "\u{e33}",
    "\u{202e}",
    "\u{7}",
    "\u{ad}",
    "\u{a0}",
    "\u{212b}",
    "\u{1d15e}",
    "\u{2adc}",
    "\u{e0067}",
    "woord ",
    "een hele zin. ",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(PIECES).prop_map(str::to_owned),
        3 => proptest::collection::vec(select(PIECES), 0..30).prop_map(|pieces| pieces.concat()),
        1 => ".{0,20}",
        1 => proptest::collection::vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect()),
    ]
}

fn motion() -> impl Strategy<Value = Motion> {
    use Motion::{
        Down, Left, LineEnd, LineStart, PageDown, PageUp, Right, TextEnd, TextStart, Up, WordLeft, WordRight,
    };
    select(vec![
        Left, Left, Left, Right, Right, Up, Up, Down, WordLeft, WordRight, LineStart, LineEnd, TextStart, TextEnd,
        PageUp, PageDown,
    ])
}

/// A command that a failing test can show: the editor's own `Debug` hides the text.
#[derive(Clone)]
struct Shown(EditCommand);

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            EditCommand::Insert(text) => write!(f, "Insert(\"{}\")", text.escape_unicode()),
            other => other.fmt(f),
        }
    }
}

fn command() -> impl Strategy<Value = Shown> {
    prop_oneof![
        8 => text().prop_map(EditCommand::Insert),
        6 => motion().prop_map(EditCommand::Move),
        2 => motion().prop_map(EditCommand::Select),
        4 => select(vec![
            EditCommand::Newline,
            EditCommand::Backspace,
            EditCommand::Backspace,
            EditCommand::Delete,
            EditCommand::DeleteWordLeft,
            EditCommand::DeleteWordRight,
            EditCommand::Undo,
            EditCommand::Undo,
            EditCommand::Redo,
        ]),
        1 => Just(EditCommand::SelectAll),
    ]
    .prop_map(Shown)
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![3 => Just(Kind::Lines), 1 => Just(Kind::OneLine)]
}

fn some_area() -> impl Strategy<Value = Area> {
    (0_u16..16, 0_u16..7).prop_map(|(width, height)| Area { width, height })
}

fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

fn is_boundary(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
}

fn text_is_sound(editor: &Editor, kind: Kind) -> Result<(), TestCaseError> {
    let text = editor.text();
    prop_assert!(is_nfc(text), "not in NFC: {}", text.escape_unicode());
    prop_assert!(text.len() <= LIMIT);
    prop_assert!(!text.contains(|c: char| c.is_control() && (c != '\n' || kind == Kind::OneLine)));
    prop_assert!(
        is_boundary(text, editor.cursor()),
        "{} in {}",
        editor.cursor(),
        text.escape_unicode()
    );
    if let Some(selected) = editor.selection() {
        prop_assert!(is_boundary(text, selected.start) && is_boundary(text, selected.end));
    }
    Ok(())
}

fn view_is_sound(editor: &Editor, kind: Kind, area: Area) -> Result<(), TestCaseError> {
    let view = editor.view(area);
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    if width == 0 || height == 0 {
        prop_assert!(view.lines.is_empty());
        return Ok(());
    }
    prop_assert!(view.lines.len() <= height);
    prop_assert!(usize::from(view.cursor.0) < width);
    prop_assert!(usize::from(view.cursor.1) < view.lines.len());
    for line in &view.lines {
        let single = line.text.graphemes(true).nth(1).is_none();
        prop_assert!(
            columns(&line.text) <= width || single,
            "{} in {width}",
            line.text.escape_unicode()
        );
        if let Some(selected) = &line.selected {
            prop_assert!(selected.start < selected.end);
            prop_assert!(selected.end <= width.max(columns(&line.text)));
        }
    }
    if kind == Kind::Lines {
        view_is_a_part_of_the_whole(editor, area, &view)?;
    }
    Ok(())
}

/// The few lines shown are those that wrapping the whole text anew gives, around the same cursor.
fn view_is_a_part_of_the_whole(editor: &Editor, area: Area, view: &Viewport) -> Result<(), TestCaseError> {
    let tall = Area {
        height: u16::MAX,
        ..area
    };
    let anew = Editor::new(editor.text(), Kind::Lines, LIMIT).view(tall);
    let whole = editor.view(tall);
    let texts = |view: &Viewport| -> Vec<String> { view.lines.iter().map(|line| line.text.clone()).collect() };
    prop_assert_eq!(texts(&whole), texts(&anew));
    let lines: String = anew
        .lines
        .iter()
        .enumerate()
        .map(|(row, line)| {
            if row > 0 && line.starts_paragraph {
                format!("\n{}", line.text)
            } else {
                line.text.clone()
            }
        })
        .collect();
    prop_assert_eq!(&lines, editor.text());
    prop_assert_eq!(view.cursor.0, whole.cursor.0);
    let top = usize::from(whole.cursor.1 - view.cursor.1);
    prop_assert_eq!(&whole.lines[top..top + view.lines.len()], &view.lines[..]);
    prop_assert_eq!(view.more_before, top > 0);
    prop_assert_eq!(view.more_after, top + view.lines.len() < whole.lines.len());
    prop_assert!(
        view.lines.len() == usize::from(area.height).min(whole.lines.len()),
        "rows stay empty"
    );
    Ok(())
}

/// Undoes until nothing changes, checking each text on the way; gives the number of steps.
fn all(editor: &mut Editor, command: &EditCommand, area: Area) -> usize {
    let mut steps = 0;
    loop {
        let _ = editor.take_edits();
        editor.input(command.clone(), area).unwrap();
        if editor.take_edits().is_empty() {
            return steps;
        }
        steps += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_commands(
        start in text(),
        kind in kind(),
        area in some_area(),
        later in some_area(),
        commands in proptest::collection::vec((command(), any::<bool>()), 0..80),
    ) {
        let mut editor = Editor::new(&start, kind, LIMIT);
        let start = editor.text().to_owned();
        let mut replayed = start.clone();
        for (turn, (Shown(command), take)) in commands.iter().enumerate() {
            // Halfway the window gets another size.
            let area = if turn < commands.len() / 2 { area } else { later };
            let before = (editor.text().to_owned(), editor.cursor(), editor.selection());
            if editor.input(command.clone(), area).is_err() {
                prop_assert_eq!(before, (editor.text().to_owned(), editor.cursor(), editor.selection()));
            }
            text_is_sound(&editor, kind)?;
            view_is_sound(&editor, kind, area)?;
            if *take {
                for edit in editor.take_edits() {
                    prop_assert!(edit.apply(&mut replayed).is_ok());
                }
                prop_assert_eq!(replayed.as_str(), editor.text());
            }
        }
        for edit in editor.take_edits() {
            prop_assert!(edit.apply(&mut replayed).is_ok());
        }
        prop_assert_eq!(replayed.as_str(), editor.text());

        {
            while all(&mut editor, &EditCommand::Redo, area) > 0 {}
            let end = editor.text().to_owned();
            let undone = all(&mut editor, &EditCommand::Undo, area);
            prop_assert_eq!(editor.text(), &start);
            let redone = all(&mut editor, &EditCommand::Redo, area);
            prop_assert_eq!(editor.text(), &end);
            prop_assert_eq!(undone, redone);
        }
    }

    /// Long paragraphs, so that many lines are marked, and edits all over them.
    #[test]
    fn long_paragraphs(
        pieces in proptest::collection::vec(select(PIECES), 100..400),
        area in (1_u16..6, 1_u16..30).prop_map(|(width, height)| Area { width, height }),
        turns in proptest::collection::vec((0..30_usize, motion(), command()), 1..25),
    ) {
        let mut editor = Editor::new(&pieces.concat().replace(['\n', '\r'], ""), Kind::Lines, LIMIT);
        for (times, motion, Shown(command)) in turns {
            for _ in 0..times {
                editor.input(EditCommand::Move(motion), area).unwrap();
            }
            let _ = editor.input(command, area);
            view_is_sound(&editor, Kind::Lines, area)?;
        }
    }

    /// Left and right visit every boundary, and only those.
    #[test]
    fn there_and_back(start in text(), kind in kind()) {
        let area = Area { width: 9, height: 3 };
        let mut editor = Editor::new(&start, kind, LIMIT);
        editor.input(EditCommand::Move(Motion::TextStart), area).unwrap();
        let mut boundaries: Vec<usize> = editor.text().to_owned().grapheme_indices(true).map(|(at, _)| at).collect();
        boundaries.push(editor.text().len());
        for at in &boundaries {
            prop_assert_eq!(editor.cursor(), *at);
            editor.input(EditCommand::Move(Motion::Right), area).unwrap();
        }
        for at in boundaries.iter().rev() {
            prop_assert_eq!(editor.cursor(), *at);
            editor.input(EditCommand::Move(Motion::Left), area).unwrap();
        }
    }
}
