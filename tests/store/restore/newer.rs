//! What the file that is there has and the backup has not, in numbers.

use super::*;

#[test]
fn whom_a_change_is_about_is_told_by_what_it_wrote() {
    let place = Place::new();
    let (mut store, backup) = gone_on(&place);
    // As an import does: one change, about nobody by name.
    change(&mut store, |tx| {
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Nachtegaal"))?;
        put(tx, "pupil", &pupil(4, 2, "Tess", "", "Merel"))
    });
    change(&mut store, |tx| {
        let mut row = note(5, "table", "gezien");
        row["pupil"] = json!(3);
        put(tx, "note", &row)
    });
    let standing = prepare(&place, &backup).unwrap().standing_beside(&store).unwrap();
    let Standing::WentOn { changes, pupils, .. } = standing else {
        panic!("{standing:?}")
    };
    assert_eq!((changes, pupils), (3, 2));
}

#[test]
fn settings_count_each_for_itself_and_not_when_they_were_taken_back() {
    let place = Place::new();
    let (mut store, backup) = gone_on(&place);
    let set = |store: &mut Store, key: &str, value: &str| change(store, |tx| tx.set_setting(key, value));
    for key in ["first", "second", "third"] {
        set(&mut store, key, "before");
        set(&mut store, key, "after");
    }
    store.undo(at("10:07:00")).unwrap();
    store.undo(at("10:07:00")).unwrap();
    let standing = prepare(&place, &backup).unwrap().standing_beside(&store).unwrap();
    let Standing::WentOn { wrote, .. } = standing else {
        panic!("{standing:?}")
    };
    // The second party, and two of the three settings.
    assert_eq!((wrote.other, wrote.rows()), (3, 3));
}
