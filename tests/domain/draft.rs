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
    replace.inverse().apply(&mut text).unwrap();
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

/// Edits of the same text one after the other, joined: what stood there, where, and what stands there instead.
#[test]
fn edits_that_touch_become_one_and_others_stay_apart() {
    let joined = |first: &DraftEdit, next: &DraftEdit| {
        let mut one = first.clone();
        one.absorb(next).then_some(one)
    };
    let typed = edit(4, "oud", "nieuw");
    for (next, whole) in [
        // Behind the last letter, before the first, and within.
        (edit(9, "", "e"), edit(4, "oud", "nieuwe")),
        (edit(4, "", "ver"), edit(4, "oud", "vernieuw")),
        (edit(5, "ieu", "a"), edit(4, "oud", "naw")),
        // Taken away to the left, to the right, and on both sides of what was typed.
        (edit(2, "n nie", "x"), edit(2, "n oud", "xuw")),
        (edit(8, "w en", ""), edit(4, "oud en", "nieu")),
        (edit(3, " nieuw ", "-"), edit(3, " oud ", "-")),
        (edit(2, "n ", ""), edit(2, "n oud", "nieuw")),
        (edit(9, " en", ""), edit(4, "oud en", "nieuw")),
    ] {
        assert_eq!(joined(&typed, &next), Some(whole), "{next:?}");
    }
    for apart in [edit(10, "", "x"), edit(2, "n", ""), edit(10, "en", "")] {
        assert_eq!(joined(&typed, &apart), None, "{apart:?}");
    }
    // One within a letter was not made on this text.
    assert_eq!(joined(&edit(0, "", "é"), &edit(1, "", "x")), None);
    assert_eq!(joined(&edit(0, "", "é"), &edit(0, "x", "")), None);
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
            edit.inverse().apply(&mut rebuilt).unwrap();
        }
        prop_assert_eq!(rebuilt, "");
    }

    /// However edits are joined, the whole does what they did one by one, and takes it back.
    #[test]
    fn edits_joined_do_what_they_did_one_by_one(
        start in "[aé]{0,6}",
        steps in proptest::collection::vec((0..9usize, 0..4usize, "[bë]{0,3}"), 1..8),
    ) {
        let mut text = start.clone();
        let mut joined: Vec<DraftEdit> = Vec::new();
        for (place, length, inserted) in steps {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = places[place % places.len()];
            let to = places[(place % places.len() + length).min(places.len() - 1)];
            let next = edit(from, &text[from..to], &inserted);
            next.apply(&mut text).unwrap();
            let touches = joined.last().is_some_and(|last| from <= last.at + last.inserted.len() && to >= last.at);
            let before = joined.last().cloned();
            let absorbed = joined.last_mut().is_some_and(|last| last.absorb(&next));
            prop_assert_eq!(absorbed, touches, "{:?} and {:?}", before, &next);
            if !absorbed {
                prop_assert_eq!(joined.last(), before.as_ref());
                joined.push(next);
            }
        }
        let mut made = start.clone();
        for edit in &joined {
            edit.apply(&mut made).unwrap();
        }
        prop_assert_eq!(&made, &text);
        for edit in joined.iter().rev() {
            prop_assert_eq!(&edit.inverse().inverse(), edit);
            edit.inverse().apply(&mut made).unwrap();
        }
        prop_assert_eq!(made, start);
    }
}
