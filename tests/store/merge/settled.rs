//! Choosing in a conflict: a change like any other, which nobody overturns without knowing of it.

use dakpan::domain::bundle::Keep;
use serde_json::{Value, json};

use super::*;

/// Both know of one conflict: the wish of a pupil is "van a" to the one and, later, "van b" to the other.
fn in_conflict() -> (Laptop, Laptop) {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "wish", "van a");
    b.second += 5;
    b.set("pupil", 100, "wish", "van b");
    exchange(&mut a, &mut b);
    assert_eq!(open(&a), ["van b | van a"]);
    (a, b)
}

/// Each tells the other what is new, neither knowing what the other is telling.
fn exchange(a: &mut Laptop, b: &mut Laptop) {
    let (to_b, to_a) = (a.bundle(b.name), b.bundle(a.name));
    a.merge(&to_a);
    b.merge(&to_b);
    alike(a, b, "after an exchange");
    for laptop in [a, b] {
        assert_eq!(laptop.store.check().unwrap(), Vec::<String>::new());
    }
}

/// What is to be chosen: what stands, and what stands beside it.
fn open(laptop: &Laptop) -> Vec<String> {
    let told = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let open = laptop.store.conflicts().unwrap();
    open.into_iter()
        .map(|one| format!("{} | {}", told(one.here), told(one.other)))
        .collect()
}

fn wish(laptop: &Laptop) -> Value {
    laptop.row("pupil", 100).unwrap()["wish"].clone()
}

/// The tables choose differently, the one later than the other and the other way round: nobody is overturned in silence.
#[test]
fn two_that_choose_differently_have_a_conflict_again() {
    for later_keeps in [true, false] {
        let (mut a, mut b) = in_conflict();
        a.settle("wish", if later_keeps { Keep::Other } else { Keep::Here });
        b.second = a.second + 5;
        b.settle("wish", if later_keeps { Keep::Here } else { Keep::Other });
        exchange(&mut a, &mut b);
        let (stands, beside) = if later_keeps {
            ("van b", "van a")
        } else {
            ("van a", "van b")
        };
        assert_eq!(wish(&a), stands, "the later choice is in the row");
        assert_eq!(open(&a), [format!("{stands} | {beside}")], "and the other is told");
        let again = &a.store.conflicts().unwrap()[0];
        assert_eq!(again.other_by, "a", "by whoever chose, not by whoever wrote");
        // Once they have spoken, one of them chooses and the other follows.
        b.settle("wish", Keep::Other);
        exchange(&mut a, &mut b);
        assert_eq!((wish(&a), open(&a)), (beside.into(), Vec::<String>::new()));
    }
}

/// Who kept what stood is not overturned by a laptop that brings the other value once more, whatever came first.
#[test]
fn what_was_kept_stays_kept_and_travels_on() {
    for keep in [Keep::Here, Keep::Other] {
        let (mut a, mut b) = in_conflict();
        let mut c = Laptop::new("c", 0xc);
        c.second = 50;
        let (from_a, from_b) = (a.whole("c"), b.whole("c"));
        a.settle("wish", keep);
        let chosen = a.bundle("c");
        let kept = if keep == Keep::Here { "van b" } else { "van a" };
        // The choice first, then what it was about, and that again.
        for bundle in [&chosen, &from_b, &from_a, &from_b, &chosen] {
            c.merge(bundle);
        }
        assert_eq!((wish(&c), open(&c)), (kept.into(), Vec::<String>::new()), "{keep:?}");
        // By way of the third it comes to the second.
        let bundle = c.bundle("b");
        b.merge(&bundle);
        assert_eq!((wish(&b), open(&b)), (kept.into(), Vec::<String>::new()), "{keep:?}");
        alike(&a, &b, "by way of a third");
        // And whoever writes with that in sight simply writes.
        b.second += 100;
        b.set("pupil", 100, "wish", "nieuw");
        exchange(&mut a, &mut b);
        assert_eq!((wish(&a), open(&a)), ("nieuw".into(), Vec::<String>::new()), "{keep:?}");
    }
}

#[test]
fn two_that_choose_alike_have_nothing_left_to_choose() {
    for keep in [Keep::Here, Keep::Other] {
        let (mut a, mut b) = in_conflict();
        a.settle("wish", keep);
        b.settle("wish", keep);
        exchange(&mut a, &mut b);
        assert_eq!(open(&a), Vec::<String>::new(), "{keep:?}");
    }
}

#[test]
fn a_choice_that_is_taken_back_is_to_be_made_again_everywhere() {
    for keep in [Keep::Here, Keep::Other] {
        let (mut a, mut b) = in_conflict();
        a.settle("wish", keep);
        exchange(&mut a, &mut b);
        a.undo();
        exchange(&mut a, &mut b);
        assert_eq!(open(&b), ["van b | van a"], "{keep:?}");
        a.second += 1;
        a.store.redo(at(a.second)).unwrap();
        exchange(&mut a, &mut b);
        assert_eq!(open(&b), Vec::<String>::new(), "{keep:?}");
        // Taken back before anybody heard of it, it never was.
        let (mut a, mut b) = in_conflict();
        a.settle("wish", keep).undo();
        exchange(&mut a, &mut b);
        assert_eq!(
            (wish(&b), open(&b)),
            ("van b".into(), vec!["van b | van a".to_owned()]),
            "{keep:?}"
        );
    }
}

#[test]
fn keeping_and_removing_a_row_are_a_conflict_again() {
    for later_keeps in [true, false] {
        let (mut a, mut b) = two();
        a.remove("tile", 1100);
        b.second += 9;
        b.set("tile", 1100, "label", "stage asiel");
        exchange(&mut a, &mut b);
        let keep = |keeps: bool| if keeps { Keep::Here } else { Keep::Other };
        a.settle("", keep(!later_keeps));
        b.second = a.second + 5;
        b.settle("", keep(later_keeps));
        exchange(&mut a, &mut b);
        assert!(a.row("tile", 1100).is_some(), "nothing goes while somebody wants it");
        assert_eq!(a.store.conflicts().unwrap().len(), 1);
        a.settle("", Keep::Other);
        exchange(&mut a, &mut b);
        assert!(b.row("tile", 1100).is_none() && b.store.conflicts().unwrap().is_empty());
        // Taken back, the row is there again, and so is the choice.
        a.undo();
        exchange(&mut a, &mut b);
        assert!(b.row("tile", 1100).is_some() && b.store.conflicts().unwrap().len() == 1);
    }
}

/// Two contacts of one rank: the one that was made first is there, and which of the two it is to be is chosen.
#[test]
fn two_that_choose_another_contact_have_a_conflict_again() {
    let contact = |id: i64, person: i64| json!({"id": id, "school": 1, "rank": 1, "person": person});
    for (one, other) in [(Keep::Here, Keep::Other), (Keep::Other, Keep::Here)] {
        let (mut a, mut b) = two();
        a.put("fixed_contact", &contact(31, 11));
        b.put("fixed_contact", &contact(32, 12));
        exchange(&mut a, &mut b);
        a.settle("person", one);
        b.second = a.second + 5;
        b.settle("person", other);
        exchange(&mut a, &mut b);
        assert_eq!(open(&a).len(), 1, "{one:?} and {other:?}");
        a.settle("person", Keep::Here);
        exchange(&mut a, &mut b);
        assert_eq!(open(&b), Vec::<String>::new());
    }
}

/// A third value that the one who chose had not seen is still to be chosen about.
#[test]
fn a_choice_is_between_two_and_leaves_a_third_alone() {
    let (mut a, mut b) = in_conflict();
    let mut c = Laptop::new("c", 0xc);
    let before = a.store.conflicts().unwrap();
    let bundle = a.whole("c");
    c.second = a.second;
    c.merge(&bundle);
    c.set("pupil", 100, "wish", "van c");
    b.second = c.second + 5;
    b.settle("wish", Keep::Here);
    let bundle = c.bundle("b");
    b.merge(&bundle);
    assert_eq!(
        open(&b),
        ["van b | van c"],
        "chosen against {before:?}, not against what came since"
    );
    let bundle = b.bundle("a");
    a.merge(&bundle);
    alike(&a, &b, "in the end");
}

/// What a bundle says of a conflict is checked like everything else in it.
#[test]
fn a_choice_about_what_cannot_be_is_refused() {
    let (mut a, mut b) = in_conflict();
    a.settle("wish", Keep::Here);
    let good = a.bundle("b");
    let place = good.rows.iter().position(|row| row.record == "conflict").unwrap();
    let before = b.dump();
    for (column, value) in [
        ("record", json!("setting")),
        ("record", json!("conflict")),
        ("row_key", json!("[\"1\"]")),
        ("row_key", json!("[1, 2]")),
        ("field", json!("id\" = 1 --")),
        ("here", json!("{}")),
        ("here", json!("7")),
    ] {
        let mut bundle = good.clone();
        let mut image: Value = serde_json::from_str(bundle.rows[place].after.as_ref().unwrap()).unwrap();
        image[column] = value.clone();
        bundle.rows[place].after = Some(image.to_string());
        assert_eq!(
            b.try_merge(&bundle),
            Err(MergeError::Row(place + 1)),
            "{column} {value}"
        );
    }
    assert_eq!(b.dump(), before);
}
