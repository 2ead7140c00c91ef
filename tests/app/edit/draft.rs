//! The edits as the draft stores them.

use dakpan::app::edit::EditCommand::{Backspace, Move, Redo, SelectAll, Undo};
use dakpan::app::edit::Motion::TextStart;
use dakpan::domain::draft::DraftEdit as Edit;

use super::{give, insert, note, type_in};

fn edit(at: usize, removed: &str, inserted: &str) -> Edit {
    Edit {
        at,
        removed: removed.to_owned(),
        inserted: inserted.to_owned(),
    }
}

/// `assert_eq!` without printing, which an edit does not do.
#[track_caller]
fn same(found: &[Edit], expected: &[Edit]) {
    let plain = |edits: &[Edit]| -> Vec<(usize, String, String)> {
        edits
            .iter()
            .map(|edit| (edit.at, edit.removed.clone(), edit.inserted.clone()))
            .collect()
    };
    assert_eq!(plain(found), plain(expected));
}

#[test]
fn what_is_typed_between_two_frames_is_one_edit() {
    let mut note = note("Zo|");
    type_in(&mut note, "e\u{308} lacht");
    same(&note.take_edits(), &[edit(2, "", "ë lacht")]);
    same(&note.take_edits(), &[]);
    give(&mut note, Backspace);
    give(&mut note, Backspace);
    same(&note.take_edits(), &[edit(8, "ht", "")]);
    type_in(&mut note, "x");
    give(&mut note, Backspace);
    same(&note.take_edits(), &[]);
}

#[test]
fn edits_apart_stay_apart_and_in_order() {
    let mut note = note("midden|");
    type_in(&mut note, "!");
    give(&mut note, Move(TextStart));
    type_in(&mut note, "?");
    same(&note.take_edits(), &[edit(6, "", "!"), edit(0, "", "?")]);
}

#[test]
fn a_mark_that_composes_is_stored_as_the_letter_it_changes() {
    let mut note = note("abc e|");
    give(&mut note, insert("\u{301}"));
    same(&note.take_edits(), &[edit(4, "e", "é")]);
}

#[test]
fn undo_and_redo_are_edits_too() {
    let mut note = note("een|");
    give(&mut note, SelectAll);
    type_in(&mut note, "x");
    same(&note.take_edits(), &[edit(0, "een", "x")]);
    give(&mut note, Undo);
    same(&note.take_edits(), &[edit(0, "x", "een")]);
    give(&mut note, Redo);
    same(&note.take_edits(), &[edit(0, "een", "x")]);
}

#[test]
fn an_inverse_takes_an_edit_back() {
    let mut text = "een twee".to_owned();
    let change = edit(4, "twee", "drie");
    change.apply(&mut text).unwrap();
    assert_eq!(text, "een drie");
    change.inverse().apply(&mut text).unwrap();
    assert_eq!(text, "een twee");
}
