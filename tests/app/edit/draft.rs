//! The edits as the draft stores them, and their recovery.

use dakpan::app::edit::EditCommand::{Backspace, Move, Redo, SelectAll, Undo};
use dakpan::app::edit::Motion::TextStart;
use dakpan::app::edit::{DraftMismatch, Edit, Editor, Kind};

use super::{LIMIT, give, insert, marked, note, type_in};

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
fn a_recovered_draft_can_be_undone_and_is_not_stored_again() {
    let mut typed = note("Wens: |");
    let mut stored = Vec::new();
    for letter in "dieren mee".chars() {
        give(&mut typed, insert(&letter.to_string()));
        stored.append(&mut typed.take_edits());
    }
    let mut recovered = Editor::new("Wens: ", Kind::Lines, LIMIT);
    for edit in &stored {
        recovered.replay(edit).unwrap();
    }
    assert_eq!(marked(&recovered), "Wens: dieren mee|");
    same(&recovered.take_edits(), &[]);
    give(&mut recovered, Undo);
    assert_eq!(marked(&recovered), "Wens: dieren |");
    same(&recovered.take_edits(), &[edit(13, "mee", "")]);
}

#[test]
fn a_draft_that_does_not_fit_is_refused_and_changes_nothing() {
    for (wrong, why) in [
        (edit(1, "x", ""), "another text stands there"),
        (edit(3, "", "x"), "in the middle of a character"),
        (edit(40, "", "x"), "behind the end"),
        (edit(usize::MAX, "aa", "x"), "behind what can be counted"),
        (edit(0, "", "a\u{1b}[2J"), "a control character"),
        (edit(0, "", "\u{202e}"), "a direction mark"),
        (edit(1, "", "\u{301}"), "a mark that would have composed"),
        (edit(4, "", "e\u{301}"), "not in NFC"),
    ] {
        let mut note = note("abë|");
        let at = wrong.at;
        assert_eq!(note.replay(&wrong), Err(DraftMismatch { at }), "{why}");
        assert_eq!(marked(&note), "abë|", "{why}");
        give(&mut note, Undo);
        assert_eq!(marked(&note), "abë|", "{why}");
    }
    let mut field = Editor::new("", Kind::OneLine, LIMIT);
    assert!(field.replay(&edit(0, "", "a\nb")).is_err());
}

#[test]
fn a_limit_that_shrank_loses_no_draft() {
    let mut note = Editor::new("", Kind::Lines, 4);
    note.replay(&edit(0, "", "langer dan vier")).unwrap();
    assert_eq!(marked(&note), "langer dan vier|");
}

#[test]
fn an_inverse_takes_an_edit_back() {
    let mut note = note("een twee|");
    let change = edit(4, "twee", "drie");
    note.replay(&change).unwrap();
    note.replay(&change.inverse()).unwrap();
    assert_eq!(marked(&note), "een twee|");
}
