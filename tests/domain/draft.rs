use dakpan::domain::draft::{DraftEdit, Misfit};
use proptest::prelude::*;

fn edit(at: usize, removed: &str, inserted: &str) -> DraftEdit {
    DraftEdit {
        at,
        removed: removed.into(),
        inserted: inserted.into(),
    }
}

#[test]
fn an_edit_is_made_and_taken_back() {
    let mut text = String::from("een stage");
    let replace = edit(4, "stage", "één baan");
    replace.apply(&mut text).unwrap();
    assert_eq!(text, "een één baan");
    replace.take_back(&mut text).unwrap();
    assert_eq!(text, "een stage");
}

#[test]
fn an_edit_of_another_text_is_refused_and_changes_nothing() {
    for misfit in [edit(0, "x", ""), edit(1, "", "x"), edit(9, "", "x"), edit(2, "éé", "")] {
        let mut text = String::from("éé");
        assert_eq!(misfit.apply(&mut text), Err(Misfit), "{misfit:?}");
        assert_eq!(text, "éé");
    }
}

#[test]
fn what_was_typed_is_not_in_a_report() {
    assert_eq!(
        format!("{:?}", edit(3, "Samira", "é")),
        "DraftEdit(at 3, -6 +1 characters)"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_survive_json_and_rebuild_the_text(steps in proptest::collection::vec((0..40usize, 0..4usize, ".{0,4}"), 0..30)) {
        let mut text = String::new();
        let mut edits = Vec::new();
        for (place, length, inserted) in steps {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = places[place % places.len()];
            let to = places[(place % places.len() + length).min(places.len() - 1)];
            let edit = edit(from, &text[from..to], &inserted);
            edit.apply(&mut text).unwrap();
            edits.push(edit);
        }
        let kept: Vec<DraftEdit> = serde_json::from_str(&serde_json::to_string(&edits).unwrap()).unwrap();
        let mut rebuilt = String::new();
        for edit in &kept {
            edit.apply(&mut rebuilt).unwrap();
        }
        prop_assert_eq!(&rebuilt, &text);
        for edit in kept.iter().rev() {
            edit.take_back(&mut rebuilt).unwrap();
        }
        prop_assert_eq!(rebuilt, "");
    }
}
