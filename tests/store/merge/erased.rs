//! Who was erased stays erased, whatever a bundle says.

use std::ops::ControlFlow;

use dakpan::store::EraseReason;

use super::*;

fn erase(laptop: &mut Laptop, pupil: i64) {
    laptop.second += 1;
    let now = at(laptop.second);
    laptop
        .store
        .forget(pupil, EraseReason::Request, now, &mut |_| ControlFlow::Continue(()))
        .unwrap();
}

/// Whether anything of the pupil is anywhere in the tables.
fn is_left(laptop: &Laptop, word: &str) -> bool {
    let copy = laptop._folder.path().join("proef.dakpan");
    laptop
        .store
        .backup(&copy, &mut |_, _| ControlFlow::Continue(()))
        .unwrap();
    let raw = super::super::raw(&copy);
    let tables: Vec<String> = raw
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'find%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let found = tables.iter().any(|table| {
        let mut select = raw.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = select.column_count();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let value = row.get_ref(column).unwrap();
                if value.as_str().is_ok_and(|text| text.contains(word)) {
                    return true;
                }
            }
        }
        false
    });
    drop(raw);
    std::fs::remove_file(copy).unwrap();
    found
}

#[test]
fn no_bundle_brings_an_erased_pupil_back_and_nothing_of_it_is_kept_beside_the_records() {
    let (mut a, mut b) = two();
    b.set("pupil", 100, "wish", "kanariewens");
    b.put("note", &note_of(700, 100, "table", "kanarienotitie"));
    let old = b.whole("a");
    a.merge(&old);
    assert!(is_left(&a, "kanarie"));
    erase(&mut a, 100);
    assert!(!is_left(&a, "kanarie"), "what came from others goes too");
    let merged = a.merge(&old);
    assert!(merged.left_out > 0);
    assert!(a.row("pupil", 100).is_none() && a.row("tile", 1100).is_none() && a.row("note", 700).is_none());
    b.set("pupil", 100, "wish", "kanarieander");
    let bundle = b.bundle("a");
    a.merge(&bundle);
    assert!(!is_left(&a, "kanarie"));
    assert_eq!(a.store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn the_other_table_is_told_and_keeps_the_pupil_until_it_erases_too() {
    let (mut a, mut b) = two();
    erase(&mut a, 100);
    let bundle = a.bundle("b");
    let merged = b.merge(&bundle);
    assert_eq!(merged.erased_there, [100]);
    assert!(b.row("pupil", 100).is_some(), "nothing is erased in silence");
    erase(&mut b, 100);
    assert!(b.merge(&bundle).erased_there.is_empty());
    let bundle = b.bundle("a");
    a.merge(&bundle);
    alike(&a, &b, "in the end");

    // A third file that never had the pupil gets the tombstone, and no old bundle helps.
    let mut c = Laptop::new("c", 0xc);
    let (mut before, _) = two();
    let old = before.whole("c");
    let bundle = b.bundle("c");
    c.merge(&bundle);
    c.merge(&old);
    assert!(c.row("pupil", 100).is_none());
    assert!(c.row("pupil", 101).is_some());
}

#[test]
fn a_rectified_value_stays_in_no_image_of_a_conflict_about_it() {
    use dakpan::domain::bundle::Keep;
    use dakpan::domain::rights::Rectified;

    for settled in [false, true] {
        let (mut a, mut b) = two();
        a.set("pupil", 100, "wish", "kanariewens");
        b.second += 5;
        b.set("pupil", 100, "wish", "kanarieliefde");
        let (to_b, to_a) = (a.bundle("b"), b.bundle("a"));
        assert_eq!((a.merge(&to_a).conflicts, b.merge(&to_b).conflicts), (1, 1));
        if settled {
            // On the other laptop, so that its image comes as one that another file told.
            let one = b.store.conflicts().unwrap()[0].id;
            b.second += 1;
            b.store.settle_conflict(one, Keep::Here, at(b.second)).unwrap();
            let told = b.bundle("a");
            a.merge(&told);
        }
        assert!(is_left(&a, "kanarie"));
        a.second += 1;
        let field = Rectified::of("wish").unwrap();
        let now = at(a.second);
        a.store
            .rectify(100, field, Some("verbeterd"), now, &mut |_| ControlFlow::Continue(()))
            .unwrap();
        assert!(!is_left(&a, "kanarie"), "settled: {settled}");
        assert!(a.store.conflicts().unwrap().is_empty());
        assert_eq!(a.store.check().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn that_rows_of_an_erased_pupil_were_ever_sent_is_forgotten_and_of_nobody_else() {
    let (mut a, mut b) = two();
    // Kept although it was removed: one of the rows that merging looks at again.
    a.remove("tile", 1100);
    b.set("tile", 1100, "label", "nachtwerk");
    let mut both = [a, b];
    tell_all(&mut both);
    let [a, _] = &mut both;
    assert!(["[100]", "[100,1100]", "[101]"].iter().all(|key| is_left(a, key)));
    erase(a, 100);
    assert!(!is_left(a, "[100]") && !is_left(a, "[100,"));
    assert!(is_left(a, "[101]") && is_left(a, "[101,1101]"));
}

fn rectify(laptop: &mut Laptop, family: &str) {
    let field = dakpan::domain::rights::Rectified::of("family").unwrap();
    laptop.second += 1;
    let (now, mut each) = (at(laptop.second), |_| ControlFlow::Continue(()));
    laptop.store.rectify(100, field, Some(family), now, &mut each).unwrap();
}

fn family(laptop: &Laptop) -> String {
    laptop.row("pupil", 100).unwrap()["family"].as_str().unwrap().to_owned()
}

#[test]
fn no_bundle_brings_back_what_stood_in_a_field_before_it_was_rectified() {
    let (mut a, mut b) = two();
    b.set("pupil", 100, "family", "Kanarie");
    let first = b.bundle("a");
    a.merge(&first);
    a.second = b.second;
    rectify(&mut a, "Merel");
    assert!(!is_left(&a, "Kanarie"));
    // Another field of the same row: its images still say the older name on the other laptop.
    b.second = a.second;
    b.set("pupil", 100, "wish", "bij de bakker");
    let other_field = b.bundle("a");
    let merged = a.merge(&other_field);
    assert_eq!((family(&a).as_str(), merged.conflicts), ("Merel", 0));
    assert_eq!(a.row("pupil", 100).unwrap()["wish"], "bij de bakker");
    assert!(!is_left(&a, "Kanarie"));
    // Merging is taken back, and what was merged is merged again.
    for _ in 0..2 {
        a.second += 1;
        a.store.undo(at(a.second)).unwrap();
    }
    let whole = b.whole("a");
    for bundle in [&first, &whole] {
        a.merge(bundle);
        assert_eq!(family(&a), "Merel");
        assert!(!is_left(&a, "Kanarie"));
    }
    assert!(a.store.conflicts().unwrap().is_empty());
    assert_eq!(a.store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_name_that_was_written_elsewhere_since_is_a_conflict_with_the_rectified_one_and_not_with_the_older() {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "family", "Kanarie");
    let bundle = a.bundle("b");
    b.merge(&bundle);
    rectify(&mut a, "Merel");
    b.second = a.second + 5;
    b.set("pupil", 100, "family", "Vink");
    let bundle = b.bundle("a");
    assert_eq!(a.merge(&bundle).conflicts, 1);
    let conflict = &a.store.conflicts().unwrap()[0];
    assert_eq!(
        (conflict.here.as_deref(), conflict.other.as_deref()),
        (Some("Vink"), Some("Merel"))
    );
    assert!(!is_left(&a, "Kanarie"));
}

#[test]
fn a_change_of_a_field_that_was_rectified_on_both_laptops_is_a_change_like_any_other() {
    let (mut a, mut b) = two();
    a.set("pupil", 100, "family", "Kanarie");
    let bundle = a.bundle("b");
    b.merge(&bundle);
    b.second = a.second.max(b.second);
    for laptop in [&mut a, &mut b] {
        rectify(laptop, "Merel");
    }
    b.second += 5;
    for name in ["Vink", "Mus"] {
        b.set("pupil", 100, "family", name);
        let bundle = b.bundle("a");
        assert_eq!(a.merge(&bundle).conflicts, 0, "{name}");
        assert_eq!(family(&a), name);
    }
    assert_eq!(a.store.check().unwrap(), Vec::<String>::new());
}

/// A copy from before the pupil came knows that the name was rectified, and not how it reads since.
#[test]
fn a_copy_that_never_knew_the_pupil_gets_no_older_name_by_a_bundle() {
    let (mut a, mut b) = two();
    let copy = a._folder.path().join("elders.dakpan");
    let mut go_on = |_, _| ControlFlow::Continue(());
    a.store.backup(&copy, &mut go_on).unwrap();
    a.put("pupil", &pupil(300, 1, "Samira", "", "Kanarie"));
    let bundle = a.bundle("b");
    b.merge(&bundle);
    b.second = a.second.max(b.second);
    let field = dakpan::domain::rights::Rectified::of("family").unwrap();
    a.second += 1;
    let (now, mut each) = (at(a.second), |_| ControlFlow::Continue(()));
    a.store.rectify(300, field, Some("Merel"), now, &mut each).unwrap();
    a.second += 1;
    let restoring = a.store.prepare_restore(&copy, at(a.second), &mut go_on).unwrap();
    a.store.restore(restoring, &mut super::super::on).unwrap();
    assert!(a.row("pupil", 300).is_none());
    b.second = a.second;
    b.set("pupil", 300, "wish", "bij de bakker");
    for first in [true, false] {
        let whole = b.whole("a");
        // What would come is told by the name it will have.
        let told = a.merge(&whole).newcomers;
        let told: Vec<(i64, String)> = told.into_iter().map(|(id, name)| (id, name.full())).collect();
        let called = (300, "Samira ?".to_owned());
        assert_eq!(told.contains(&called), first, "{told:?}");
        assert!(told.iter().all(|(_, name)| !name.contains("Kanarie")));
        let row = a.row("pupil", 300).unwrap();
        assert_eq!(
            (row["family"].as_str(), row["wish"].as_str()),
            (Some("?"), Some("bij de bakker"))
        );
        assert!(a.store.conflicts().unwrap().is_empty());
        a.second += 1;
    }
    // The copy on the stick was never asked; nothing of the file itself says the older name.
    std::fs::remove_file(&copy).unwrap();
    assert!(!is_left(&a, "Kanarie"));
    // What the chair fills in stays, whatever comes.
    a.set("pupil", 300, "family", "Merel");
    let whole = b.whole("a");
    a.merge(&whole);
    assert_eq!(a.row("pupil", 300).unwrap()["family"], "Merel");
    assert_eq!(a.store.check().unwrap(), Vec::<String>::new());
}
