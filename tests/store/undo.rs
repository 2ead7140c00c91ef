use dakpan::store::{EntryState, Undone};
use proptest::prelude::*;

use super::*;

/// One write of a random change: over tables with a plain key, a key of two columns, a text key, references and a
/// unique index.
#[derive(Debug, Clone)]
enum Write {
    Party(i64, String),
    School(i64, i64),
    Tile(i64, i64, String),
    Setting(i64, String),
    Remove(usize, i64, i64),
}

fn write() -> impl Strategy<Value = Write> {
    let text = || proptest::string::string_regex("[a-zé\"\\\\\\x00-\\x1f😀]{0,6}").unwrap();
    prop_oneof![
        (1..4i64, text()).prop_map(|(id, text)| Write::Party(id, text)),
        (1..4i64, 1..4i64).prop_map(|(id, brin)| Write::School(id, brin)),
        (1..3i64, 1..4i64, text()).prop_map(|(pupil, id, text)| Write::Tile(pupil, id, text)),
        (1..4i64, text()).prop_map(|(key, text)| Write::Setting(key, text)),
        (0..4usize, 1..4i64, 1..4i64).prop_map(|(record, a, b)| Write::Remove(record, a, b)),
    ]
}

fn perform(tx: &mut Tx<'_>, write: &Write) -> Result<(), StoreError> {
    match write {
        Write::Party(id, name) => put(tx, "party", &party(*id, name)),
        Write::School(id, brin) => {
            let mut row = school(*id, "De Brug");
            row["brin"] = json!(format!("0{brin}XY"));
            put(tx, "school", &row)
        }
        Write::Tile(pupil, id, label) => put(tx, "tile", &tile(*pupil, *id, label)),
        Write::Setting(key, value) => tx.set_setting(&format!("key {key}"), value),
        Write::Remove(record, a, b) => {
            let (record, row) = match record {
                0 => ("party", json!({"id": a})),
                1 => ("school", json!({"id": a})),
                2 => ("tile", json!({"pupil": a, "id": b})),
                _ => ("setting", json!({"key": format!("key {a}")})),
            };
            tx.remove_image(record, &row.to_string()).map(|_| ())
        }
    }
}

fn table_with_two_pupils(place: &Place) -> Store {
    let mut store = place.create();
    store
        .unjournaled(at("10:00:00"), |tx| {
            put(tx, "party", &party(1, "De Brug"))?;
            put(tx, "school", &school(1, "De Brug"))?;
            put(tx, "pupil", &pupil(1, 1, "Samira", "", "K."))?;
            put(tx, "pupil", &pupil(2, 1, "Tim", "", "V."))
        })
        .unwrap();
    store
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_the_start_and_redoing_all_the_end(
        changes in proptest::collection::vec(proptest::collection::vec(write(), 1..5), 1..16),
        close_after in 0..8usize,
    ) {
        let place = Place::new();
        let mut store = table_with_two_pupils(&place);
        let mut states = vec![dump(&store)];
        for writes in &changes {
            // A change the schema refuses is no change.
            let done = store.change(ABOUT, at("10:05:00"), |tx| writes.iter().try_for_each(|write| perform(tx, write)));
            prop_assert!(matches!(done, Ok(()) | Err(StoreError::Refused(_))), "{done:?}");
            if states.last() != Some(&dump(&store)) {
                states.push(dump(&store));
            }
        }
        // A change that in the end leaves all as it was still makes an entry, so states and entries need not pair up.
        let end = dump(&store);
        let mut undone = 0;
        loop {
            if undone == close_after {
                store.close().unwrap();
                store = place.open();
            }
            match store.undo(at("10:06:00")) {
                Ok(_) => undone += 1,
                Err(error) => {
                    prop_assert_eq!(error, StoreError::NothingToUndo);
                    break;
                }
            }
            prop_assert!(states.contains(&dump(&store)));
        }
        prop_assert!(undone + 1 >= states.len());
        prop_assert_eq!(&dump(&store), &states[0]);
        for redone in 0..undone {
            if redone == close_after {
                store.close().unwrap();
                store = place.open();
            }
            store.redo(at("10:07:00")).unwrap();
        }
        prop_assert_eq!(store.redo(at("10:07:00")), Err(StoreError::NothingToRedo));
        prop_assert_eq!(dump(&store), end);
        prop_assert_eq!(store.check().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn undo_and_redo_tell_what_they_took_back_and_leave_a_trail() {
    let place = Place::new();
    let mut store = place.create();
    let about = About {
        intent: "write_note",
        pupil: Some(8),
        meeting: Some(9),
    };
    store
        .change(about, at("10:04:00"), |tx| put(tx, "note", &note(1, "table", "a")))
        .unwrap();
    let original = Undone {
        seq: 1,
        intent: "write_note".into(),
        pupil: Some(8),
        meeting: Some(9),
        at: at("10:04:00"),
    };
    assert_eq!(store.undo(at("10:05:00")), Ok(original.clone()));
    assert_eq!(store.redo(at("10:06:00")), Ok(original.clone()));
    assert_eq!(store.undo(at("10:07:00")), Ok(original));
    let trail: Vec<_> = store
        .journal(10, None)
        .unwrap()
        .iter()
        .map(|e| (e.seq, e.state, e.reverts))
        .collect();
    assert_eq!(
        trail,
        [
            (4, EntryState::Revert, Some(1)),
            (3, EntryState::Revert, Some(2)),
            (2, EntryState::Revert, Some(1)),
            (1, EntryState::Undone, None),
        ]
    );
    assert_eq!(store.undo(at("10:08:00")), Err(StoreError::NothingToUndo));
}

#[test]
fn a_new_change_drops_what_could_be_redone() {
    let place = Place::new();
    let mut store = place.create();
    for name in ["Els", "Jan", "Ria"] {
        change(&mut store, |tx| tx.set_setting("chair", name));
    }
    store.undo(at("10:06:00")).unwrap();
    store.undo(at("10:06:00")).unwrap();
    change(&mut store, |tx| tx.set_setting("chair", "Karin"));
    assert_eq!(store.redo(at("10:07:00")), Err(StoreError::NothingToRedo));
    store.undo(at("10:07:00")).unwrap();
    assert_eq!(store.setting("chair").unwrap().as_deref(), Some("Els"));
    let dropped = store
        .journal(10, None)
        .unwrap()
        .iter()
        .filter(|e| e.state == EntryState::Dropped)
        .count();
    assert_eq!(dropped, 2);
}

#[test]
fn undo_is_refused_when_a_row_has_changed_since_and_changes_nothing() {
    let row = |name: &str| party(1, name);
    for later in ["changed", "removed", "made again"] {
        let place = Place::new();
        let mut store = place.create();
        if later == "made again" {
            store
                .unjournaled(at("10:00:00"), |tx| put(tx, "party", &row("De Brug")))
                .unwrap();
            change(&mut store, |tx| {
                tx.remove_image("party", &row("").to_string()).map(|_| ())
            });
        } else {
            change(&mut store, |tx| put(tx, "party", &row("De Brug")));
        }
        store
            .unjournaled(at("10:06:00"), |tx| match later {
                "removed" => tx.remove_image("party", &row("").to_string()).map(|_| ()),
                _ => put(tx, "party", &row("De Schakel")),
            })
            .unwrap();
        let before = (dump(&store), store.journal(10, None).unwrap());
        assert_eq!(
            store.undo(at("10:07:00")),
            Err(StoreError::UndoBlocked { seq: 1 }),
            "{later}"
        );
        assert_eq!((dump(&store), store.journal(10, None).unwrap()), before, "{later}");
    }
}

#[test]
fn undo_is_refused_when_something_new_points_at_what_would_go() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| put(tx, "party", &party(1, "De Brug")));
    store
        .unjournaled(at("10:06:00"), |tx| put(tx, "school", &school(2, "De Brug")))
        .unwrap();
    let before = dump(&store);
    assert_eq!(store.undo(at("10:07:00")), Err(StoreError::UndoBlocked { seq: 1 }));
    assert_eq!(dump(&store), before);
}

#[test]
fn rows_that_swapped_a_unique_value_or_changed_their_key_are_put_back() {
    let place = Place::new();
    let mut store = table_with_two_pupils(&place);
    change(&mut store, |tx| {
        put(tx, "school", &school(2, "De Schakel"))?;
        put(tx, "tile", &tile(1, 5, "stage"))
    });
    let before = dump(&store);
    change(&mut store, |tx| {
        let with_brin = |id: i64, brin: &str| {
            let mut row = school(id, "De Brug");
            row["brin"] = json!(brin);
            row
        };
        put(tx, "school", &with_brin(1, "99ZZ"))?;
        put(tx, "school", &with_brin(2, "01AB"))?;
        put(tx, "school", &with_brin(1, "02AB"))?;
        tx.remove_image("tile", &tile(1, 5, "").to_string())?;
        put(tx, "tile", &tile(2, 5, "stage"))
    });
    let after = dump(&store);
    store.undo(at("10:06:00")).unwrap();
    assert_eq!(dump(&store), before);
    store.redo(at("10:06:00")).unwrap();
    assert_eq!(dump(&store), after);
}

#[test]
fn what_is_undone_is_not_found_and_what_is_redone_is() {
    let place = Place::new();
    let mut store = table_with_two_pupils(&place);
    change(&mut store, |tx| put(tx, "pupil", &pupil(3, 1, "Yıldız", "", "Çelik")));
    let found = |store: &Store| store.find_pupils("yildiz celik", None, 9).unwrap().len();
    assert_eq!(found(&store), 1);
    store.undo(at("10:06:00")).unwrap();
    assert_eq!(found(&store), 0);
    store.redo(at("10:06:00")).unwrap();
    assert_eq!(found(&store), 1);
}
