//! What merging does, case by case.

use dakpan::domain::bundle::{FieldMerge, Keep, RowMerge};
use dakpan::store::MergeError;
use serde_json::{Value, json};

use super::*;

#[test]
fn a_new_file_gets_everything_of_the_schools_and_nothing_private() {
    let mut a = Laptop::new("a", 0xa);
    lay(&mut a);
    a.put("note", &note_of(500, 100, "table", "gaat goed"));
    a.put("note", &note_of(501, 100, "working", "geheim"));
    a.change(|tx| tx.set_setting("chair", "Els"));
    let bundle = a.bundle("b");
    let told = format!(
        "{:?}",
        bundle
            .rows
            .iter()
            .map(|row| (&row.before, &row.after))
            .collect::<Vec<_>>()
    );
    assert!(told.contains("gaat goed") && !told.contains("geheim"));
    assert!(bundle.rows.iter().all(|row| row.record != "setting"));
    let mut b = Laptop::new("b", 0xb);
    let merged = b.merge(&bundle);
    assert_eq!(merged.rows.len(), 19);
    assert!(merged.rows.iter().all(|(_, _, what)| *what == RowMerge::Made));
    alike(&a, &b, "in the end");
    assert_eq!(b.store.check().unwrap(), Vec::<String>::new());
    assert_eq!(b.store.journal(9, None).unwrap().len(), 1, "one change");
}

/// The demo's fill and an import leave rows of which no journal tells.
#[test]
fn rows_without_a_journal_go_along() {
    let mut a = Laptop::new("a", 0xa);
    a.store
        .fill(at(1), |tx| {
            put(tx, "party", &party(1, "De Brug"))?;
            put(tx, "school", &school(1, "De Brug"))?;
            put(tx, "pupil", &pupil(100, 1, "Samira", "", "Kaya"))
        })
        .unwrap();
    a.set("pupil", 100, "wish", "dieren");
    let bundle = a.bundle("b");
    let mut b = Laptop::new("b", 0xb);
    b.merge(&bundle);
    alike(&a, &b, "in the end");
    assert_eq!(b.row("pupil", 100).unwrap()["wish"], "dieren");
}

#[test]
fn only_the_chosen_schools_go_with_what_they_point_at() {
    let mut a = Laptop::new("a", 0xa);
    lay(&mut a);
    let schools = a.store.schools().unwrap();
    let one: Vec<_> = schools.into_iter().filter(|school| school.id == 2).collect();
    let bundle = a.collected("b", &one, false).bundle;
    let mut b = Laptop::new("b", 0xb);
    b.merge(&bundle);
    let ids = |record: &str| -> Vec<i64> {
        rows(&b.store, record)
            .iter()
            .map(|row| row["id"].as_i64().unwrap())
            .collect()
    };
    assert_eq!(ids("school"), [2]);
    assert_eq!(ids("pupil"), [200, 201, 202]);
    assert_eq!(ids("tile"), [1200, 1201, 1202]);
    assert_eq!(ids("party"), [1, 2], "what a school points at");
    assert_eq!(ids("person"), [11, 12], "and its people");
}

#[test]
fn the_next_bundle_holds_what_changed_since_and_who_comes_into_a_school() {
    let (mut a, mut b) = two();
    assert!(a.bundle("b").rows.is_empty(), "nothing changed");
    a.set("pupil", 100, "wish", "dieren");
    let bundle = a.bundle("b");
    let kinds: std::collections::BTreeSet<&str> = bundle.rows.iter().map(|row| row.record.as_str()).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        ["party", "person", "pupil", "school"],
        "and what it points at"
    );
    let merged = b.merge(&bundle);
    let changed = FieldMerge {
        field: "wish".into(),
        before: Some(String::new()),
        after: Some("dieren".into()),
    };
    assert_eq!(
        merged.rows,
        [("pupil".to_owned(), Some(100), RowMerge::Changed(vec![changed]))]
    );

    let mut c = Laptop::new("c", 0xc);
    let school_of = |laptop: &Laptop, id| -> Vec<_> {
        laptop
            .store
            .schools()
            .unwrap()
            .into_iter()
            .filter(|school| school.id == id)
            .collect()
    };
    let collected = a.collected("c", &school_of(&a, 2), false);
    a.store.bundle_written(&collected).unwrap();
    c.merge(&collected.bundle);
    assert!(c.row("tile", 1100).is_none());
    a.set("pupil", 100, "school", 2);
    let bundle = a.collected("c", &school_of(&a, 2), false).bundle;
    c.merge(&bundle);
    assert!(
        c.row("tile", 1100).is_some(),
        "the history of whoever comes in goes along"
    );
}

#[test]
fn different_columns_of_one_row_do_not_meet() {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "wish", "dieren");
    b.set("pupil", 100, "class", "4b");
    let mut both = [a, b];
    tell_all(&mut both);
    let row = both[0].row("pupil", 100).unwrap();
    assert_eq!(
        (row["wish"].as_str(), row["class"].as_str()),
        (Some("dieren"), Some("4b"))
    );
    alike(&both[0], &both[1], "in the end");
    assert!(both[0].store.conflicts().unwrap().is_empty());
}

#[test]
fn a_true_conflict_keeps_both_sides_and_is_settled_once_for_all() {
    for keep in [Keep::Here, Keep::Other] {
        let (mut a, mut b) = two();
        a.set("pupil", 100, "wish", "van a");
        b.second += 5;
        b.set("pupil", 100, "wish", "van b");
        let (to_b, to_a) = (a.bundle("b"), b.bundle("a"));
        assert_eq!(a.merge(&to_a).conflicts, 1);
        assert_eq!(b.merge(&to_b).conflicts, 1);
        alike(&a, &b, "in the end");
        let conflicts = a.store.conflicts().unwrap();
        let [one] = conflicts.as_slice() else {
            panic!("one conflict")
        };
        assert_eq!(
            (one.pupil, one.record.as_str(), one.field.as_str()),
            (Some(100), "pupil", "wish")
        );
        assert_eq!(
            (one.here.as_deref(), one.other.as_deref()),
            (Some("van b"), Some("van a")),
            "the later one stands"
        );
        assert_eq!(one.other_by, "a");
        a.second += 10;
        a.store.settle_conflict(one.id, keep, at(a.second)).unwrap();
        assert!(a.store.conflicts().unwrap().is_empty());
        let bundle = a.bundle("b");
        b.merge(&bundle);
        assert!(b.store.conflicts().unwrap().is_empty(), "{keep:?} is settled here too");
        let kept = if keep == Keep::Here { "van b" } else { "van a" };
        assert_eq!(b.row("pupil", 100).unwrap()["wish"], kept);
        alike(&a, &b, "in the end");
        assert_eq!(
            a.store.settle_conflict(one.id, keep, at(99)),
            Err(StoreError::Missing("conflict"))
        );
    }
}

#[test]
fn the_same_value_twice_and_a_value_that_was_seen_are_no_conflict() {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "wish", "dieren");
    b.set("pupil", 100, "wish", "dieren");
    let bundle = a.bundle("b");
    assert_eq!(b.merge(&bundle).conflicts, 0);
    // The clock of b is far behind, and b has seen what a wrote.
    b.second = -1000;
    b.set("pupil", 100, "wish", "planten");
    let bundle = b.bundle("a");
    assert_eq!(a.merge(&bundle).conflicts, 0);
    assert_eq!(
        a.row("pupil", 100).unwrap()["wish"],
        "planten",
        "whoever has seen a value comes after it"
    );
    alike(&a, &b, "in the end");
}

#[test]
fn a_row_that_one_removed_and_the_other_changed_stays_and_is_told() {
    let (mut a, mut b) = two();
    a.remove("tile", 1100);
    b.second += 9;
    b.set("tile", 1100, "label", "stage asiel");
    let (to_b, to_a) = (a.bundle("b"), b.bundle("a"));
    a.merge(&to_a);
    b.merge(&to_b);
    alike(&a, &b, "in the end");
    assert_eq!(a.row("tile", 1100).unwrap()["label"], "stage asiel");
    let conflicts = b.store.conflicts().unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].field, "");
    b.store.settle_conflict(conflicts[0].id, Keep::Other, at(500)).unwrap();
    assert!(b.row("tile", 1100).is_none());
    let bundle = b.bundle("a");
    a.merge(&bundle);
    alike(&a, &b, "in the end");
}

#[test]
fn what_something_points_at_stays() {
    let (mut a, mut b) = two();
    let bundle = {
        a.put("person", &person(13, "Piet", "Kok", 2));
        a.set("tile", 1101, "holder", 13);
        a.bundle("b")
    };
    b.merge(&bundle);
    a.set("tile", 1101, "holder", Value::Null);
    a.remove("person", 13);
    b.set("tile", 1100, "holder", 13);
    let (to_b, to_a) = (a.bundle("b"), b.bundle("a"));
    a.merge(&to_a);
    b.merge(&to_b);
    assert!(a.row("person", 13).is_some() && b.row("person", 13).is_some());
    alike(&a, &b, "in the end");
    b.set("tile", 1100, "holder", Value::Null);
    let bundle = b.bundle("a");
    a.merge(&bundle);
    let bundle = a.bundle("b");
    b.merge(&bundle);
    alike(&a, &b, "in the end");
    assert!(a.row("person", 13).is_none(), "until nothing points at it any more");
}

#[test]
fn two_that_say_the_same_are_one() {
    let (mut a, mut b) = two();
    let contact = |id: i64, person: i64| json!({"id": id, "school": 1, "rank": 1, "person": person});
    a.put("fixed_contact", &contact(31, 11));
    b.put("fixed_contact", &contact(32, 12));
    let (to_b, to_a) = (a.bundle("b"), b.bundle("a"));
    a.merge(&to_a);
    b.merge(&to_b);
    alike(&a, &b, "in the end");
    assert_eq!(rows(&a.store, "fixed_contact").len(), 1);
    // Who the other table chose is not lost in silence.
    let conflicts = a.store.conflicts().unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(
        (conflicts[0].field.as_str(), conflicts[0].other.as_deref()),
        ("person", Some("12"))
    );
    a.second += 1;
    a.store
        .settle_conflict(conflicts[0].id, Keep::Other, at(a.second))
        .unwrap();
    let bundle = a.bundle("b");
    b.merge(&bundle);
    alike(&a, &b, "settled");
    assert_eq!(b.row("fixed_contact", 31).unwrap()["person"], 12);
    assert_eq!(b.store.conflicts().unwrap(), Vec::new());
    // A pupil is not one with another because a number is the same: people decide that.
    a.put("pupil", &pupil(900, 1, "A", "", "A"));
    let mut other = pupil(901, 1, "B", "", "B");
    other["number"] = "00900".into();
    b.put("pupil", &other);
    let before = b.dump();
    let bundle = a.bundle("b");
    assert_eq!(b.try_merge(&bundle), Err(MergeError::Same("pupil")));
    assert_eq!(b.dump(), before);
}

#[test]
fn looking_changes_nothing_and_says_what_merging_does() {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "wish", "dieren");
    a.remove("tile", 1102);
    let bundle = a.bundle("b");
    let (before, journal) = (b.dump(), b.store.journal(99, None).unwrap());
    let looked = b.store.merge(&bundle, at(50), true).unwrap();
    assert_eq!((b.dump(), b.store.journal(99, None).unwrap()), (before, journal));
    let merged = b.merge(&bundle);
    assert_eq!(looked, merged);
    let again = b.merge(&bundle);
    assert_eq!((again.news, again.rows.len()), (0, 0));
}

#[test]
fn an_undone_merge_does_not_count_until_it_is_merged_again() {
    let (mut a, mut b) = two();
    let before = b.dump();
    a.set("pupil", 100, "wish", "dieren");
    let first = a.bundle("b");
    a.set("pupil", 101, "wish", "auto's");
    let second = a.bundle("b");
    b.merge(&first);
    b.undo();
    assert_eq!(b.dump(), before);
    let merged = b.merge(&second);
    assert_eq!(
        merged.missing_before,
        Some((2, 2)),
        "the first one is told to be missing"
    );
    assert_eq!(b.row("pupil", 100).unwrap()["wish"], "", "and stays undone");
    assert!(
        b.bundle("c")
            .rows
            .iter()
            .all(|row| !row.after.as_deref().unwrap_or("").contains("dieren"))
    );
    let again = b.merge(&first);
    assert!(again.news > 0);
    alike(&a, &b, "in the end");
    // Taken back and made again, it counts again.
    b.undo();
    b.second += 1;
    b.store.redo(at(b.second)).unwrap();
    alike(&a, &b, "in the end");
    assert_eq!(b.merge(&first).news, 0);
}

#[test]
fn what_cannot_be_a_bundle_is_refused_and_changes_nothing() {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "wish", "dieren");
    let good = a.bundle("b");
    let before = b.dump();
    let mut refused = |change: &dyn Fn(&mut Bundle)| {
        let mut bundle = good.clone();
        change(&mut bundle);
        let error = b.try_merge(&bundle).unwrap_err();
        assert_eq!(b.dump(), before);
        error
    };
    assert_eq!(refused(&|b| b.schema += 1), MergeError::OtherSchema(good.schema + 1));
    assert_eq!(
        refused(&|b| b.approach = Some("anders".into())),
        MergeError::OtherApproach
    );
    assert_eq!(refused(&|b| b.rows[0].tick = i64::MAX), MergeError::Clock);
    assert_eq!(refused(&|b| b.rows[0].record = "setting".into()), MergeError::Row(1));
    assert_eq!(refused(&|b| b.rows[0].record = "journal".into()), MergeError::Row(1));
    assert_eq!(refused(&|b| b.rows[1].after = Some("{}".into())), MergeError::Row(2));
    assert_eq!(refused(&|b| b.rows[0].file = "x".into()), MergeError::Row(1));
    assert_eq!(
        refused(&|b| (b.rows[0].before, b.rows[0].after) = (None, None)),
        MergeError::Row(1)
    );
    let working = note_of(1, 100, "working", "x").to_string();
    assert_eq!(
        refused(
            &|b| (b.rows[0].record, b.rows[0].before, b.rows[0].after) = ("note".into(), None, Some(working.clone()))
        ),
        MergeError::Row(1)
    );
    let loose = note_of(1, 77777, "table", "x").to_string();
    assert_eq!(
        refused(&|b| (b.rows[0].record, b.rows[0].before, b.rows[0].after) = ("note".into(), None, Some(loose.clone()))),
        MergeError::PointsNowhere
    );
    let own = a.bundle("x");
    assert_eq!(a.try_merge(&own), Err(MergeError::OwnBundle));
}

#[test]
fn the_contact_that_waited_comes_in_whatever_came_first() {
    let contact = |id: i64, person: i64| json!({"id": id, "school": 1, "rank": 1, "person": person});
    for removed_first in [true, false] {
        let (mut a, mut b) = two();
        let mut c = Laptop::new("c", 0xc);
        a.put("fixed_contact", &contact(31, 11));
        let made = a.bundle("c");
        a.remove("fixed_contact", 31);
        let removed = a.bundle("c");
        b.put("fixed_contact", &contact(32, 12));
        let other = b.bundle("c");
        c.second = 100;
        c.merge(&made);
        let last = if removed_first {
            [&removed, &other]
        } else {
            [&other, &removed]
        };
        for bundle in last {
            c.merge(bundle);
        }
        assert!(c.row("fixed_contact", 32).is_some(), "removed first: {removed_first}");
    }
}

#[test]
fn every_gap_in_the_bundles_is_told_until_a_whole_one_fills_it() {
    let (mut a, mut b) = two();
    let mut next = |whole: bool| {
        a.second += 1;
        let wish = a.second.to_string();
        a.set("pupil", 100, "wish", wish);
        if whole { a.whole("b") } else { a.bundle("b") }
    };
    let bundles = [false, false, false, true, false].map(&mut next);
    assert_eq!(b.merge(&bundles[1]).missing_before, Some((2, 2)));
    assert_eq!(b.merge(&bundles[2]).missing_before, Some((2, 2)), "it is still missing");
    b.merge(&bundles[3]);
    assert_eq!(b.merge(&bundles[4]).missing_before, None);
}

/// A merge was undone after something was changed in what it brought: what was done to that row waits until somebody
/// tells of its making.
#[test]
fn changes_of_a_row_that_was_taken_back_wait_for_its_making() {
    let (mut a, mut b) = two();
    a.put("tile", &tile(100, 1500, "stage"));
    let bundle = a.bundle("b");
    b.merge(&bundle);
    b.set("tile", 1500, "label", "asiel").undo().undo();
    assert!(b.row("tile", 1500).is_none(), "the change and the merge are taken back");
    let mut c = Laptop::new("c", 0xc);
    c.second = 100;
    let bundle = b.bundle("c");
    c.merge(&bundle);
    assert!(c.row("tile", 1500).is_none());
    let bundle = a.whole("c");
    c.merge(&bundle);
    assert_eq!(c.row("tile", 1500).unwrap()["label"], "stage");
    let bundle = a.whole("b");
    b.merge(&bundle);
    alike(&b, &c, "in the end");
}
