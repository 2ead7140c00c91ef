//! What one step of undo is.

use dakpan::app::edit::EditCommand::{Backspace, Delete, DeleteWordLeft, Move, Redo, Select, SelectAll, Undo};
use dakpan::app::edit::Motion::{Left, Right, WordLeft};
use dakpan::app::edit::{EditCommand, Editor};

use super::{give, insert, marked, note, type_in};

/// The texts that undoing goes through, from the newest to the start; redo must go the same way back.
fn steps(editor: &mut Editor) -> Vec<String> {
    let mut seen = vec![marked(editor)];
    loop {
        let before = editor.text().to_owned();
        give(editor, Undo);
        if editor.text() == before {
            break;
        }
        seen.push(marked(editor));
    }
    for step in seen.iter().rev().skip(1) {
        give(editor, Redo);
        assert_eq!(editor.text(), step.replace(['|', '[', ']'], ""));
    }
    let end = editor.text().to_owned();
    give(editor, Redo);
    assert_eq!(editor.text(), end, "there is nothing left to redo");
    seen
}

#[test]
fn typing_is_one_step_per_word() {
    let mut note = note("|");
    type_in(&mut note, "Jan belt  vr\nja");
    assert_eq!(
        steps(&mut note),
        [
            "Jan belt  vr\nja|",
            "Jan belt  vr\n|",
            "Jan belt  vr|",
            "Jan belt  |",
            "Jan |",
            "|"
        ]
    );
}

#[test]
fn a_letter_composed_in_two_keys_is_one_step() {
    let mut note = note("x |");
    type_in(&mut note, "Zoe\u{308}!");
    assert_eq!(steps(&mut note), ["x Zoë!|", "x |"]);
}

#[test]
fn a_paste_is_one_step_and_so_is_each_before_and_behind_it() {
    let mut note = note("|");
    type_in(&mut note, "a");
    give(&mut note, insert("een hele zin\nen nog een"));
    type_in(&mut note, "b");
    assert_eq!(
        steps(&mut note),
        ["aeen hele zin\nen nog eenb|", "aeen hele zin\nen nog een|", "a|", "|"]
    );
}

#[test]
fn a_run_of_erasing_is_one_step() {
    let mut note = note("een twee dr|ie");
    for command in [Backspace, Backspace, DeleteWordLeft, Delete] {
        give(&mut note, command);
    }
    assert_eq!(steps(&mut note), ["een |e", "een twee dr|ie"]);
}

#[test]
fn moving_ends_a_step() {
    let mut note = note("|");
    type_in(&mut note, "ab");
    give(&mut note, Move(Left));
    give(&mut note, Move(Right));
    type_in(&mut note, "cd");
    assert_eq!(steps(&mut note), ["abcd|", "ab|", "|"]);
}

#[test]
fn typing_over_a_selection_brings_the_selection_back() {
    let mut note = note("een twee|");
    give(&mut note, Select(WordLeft));
    type_in(&mut note, "drie");
    assert_eq!(steps(&mut note), ["een drie|", "een [|twee]"]);
}

#[test]
fn what_is_typed_after_undo_takes_the_place_of_what_was_undone() {
    let mut note = note("|");
    type_in(&mut note, "een twee");
    give(&mut note, Undo);
    type_in(&mut note, "drie");
    give(&mut note, Redo);
    assert_eq!(steps(&mut note), ["een drie|", "een |", "|"]);
}

#[test]
fn a_refusal_is_no_step() {
    let mut note = Editor::new("", dakpan::app::edit::Kind::Lines, 3);
    type_in(&mut note, "abc");
    assert!(note.input(insert("d"), super::WIDE).is_err());
    assert_eq!(steps(&mut note), ["abc|", "|"]);
}

#[test]
fn the_history_forgets_its_oldest_steps_rather_than_fill_the_memory() {
    let mut note = note("|");
    let page = "x".repeat(500_000);
    for _ in 0..40 {
        give(&mut note, SelectAll);
        give(&mut note, EditCommand::Insert(page.clone() + "een"));
        give(&mut note, SelectAll);
        give(&mut note, EditCommand::Insert(page.clone() + "twee"));
    }
    let steps = steps(&mut note).len();
    assert!((3..=5).contains(&steps), "4 MiB holds four such steps, not {steps}");
}
