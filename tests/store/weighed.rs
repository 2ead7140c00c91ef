//! What a file has that a backup has not, in numbers, before anybody says that it may make way.

use std::ops::ControlFlow;

use dakpan::domain::rights::Rectified;
use dakpan::domain::since::{StaysDone, Wrote};
use dakpan::store::{BackupKind, EraseReason, Standing, backup_place};

use super::*;

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn meeting(closed: Value) -> Value {
    json!({"id": 10, "kind": "transfer_table", "day": "2026-06-03", "starts": "09:00", "ends": "12:00", "place": "",
        "opened_at": "2026-06-03T09:00:00+02:00", "closed_at": closed, "agreement": "", "agreement_until": null,
        "next_day": null})
}

fn decision(id: i64) -> Value {
    json!({"id": id, "pupil": 3, "meeting": 10, "item": null, "text": "besloten", "provisional": 0,
        "decided_on": "2026-06-03"})
}

fn action(id: i64, text: &str) -> Value {
    json!({"id": id, "pupil": 3, "school": null, "meeting": 10, "item": null, "owner": null, "text": text, "due": null,
        "agreed_on": "2026-06-03", "state": "open", "closed_on": null, "closing_word": ""})
}

/// A file with two pupils and an open meeting, and a backup of it among its own.
fn backed_up(place: &Place) -> (Store, PathBuf) {
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Kanarie"))?;
        put(tx, "pupil", &pupil(4, 2, "Tess", "", "Merel"))?;
        put(tx, "person", &person(5, "Jan", "de Boer", 1))?;
        put(tx, "meeting", &meeting(Value::Null))?;
        put(
            tx,
            "block",
            &json!({"id": 11, "meeting": 10, "seq": 1, "school": 2, "present_confirmed_at": null, "read_back_at": null}),
        )
    });
    let backup = backup_place(&place.path(), BackupKind::Made, at("10:06:00"));
    store.backup(&backup, &mut go_on).unwrap();
    (store, backup)
}

fn weighed(store: &Store, backup: &Path) -> Standing {
    let restoring = store.prepare_restore(backup, at("11:00:00"), &mut go_on).unwrap();
    restoring.standing_beside(store).unwrap()
}

fn rectify(store: &mut Store) {
    let mut each = |_| ControlFlow::Continue(());
    let field = Rectified::of("family").unwrap();
    store
        .rectify(3, field, Some("Vink"), at("10:30:00"), &mut each)
        .unwrap();
}

#[test]
fn what_was_written_since_is_told_by_its_kind_and_what_was_taken_back_is_not() {
    let place = Place::new();
    let (mut store, backup) = backed_up(&place);
    change(&mut store, |tx| put(tx, "note", &note(20, "table", "gezien")));
    change(&mut store, |tx| {
        put(tx, "action", &action(21, "belt"))?;
        put(tx, "action", &action(22, "schrijft"))
    });
    // Written twice, it is one action still.
    change(&mut store, |tx| put(tx, "action", &action(21, "belt morgen")));
    change(&mut store, |tx| put(tx, "decision", &decision(23)));
    let there = json!({"id": 24, "block": 11, "person": 5, "state": "present", "mandate": 1});
    change(&mut store, |tx| put(tx, "attendance", &there));
    change(&mut store, |tx| {
        put(tx, "meeting", &meeting(json!("2026-06-03T12:00:00+02:00")))
    });
    change(&mut store, |tx| put(tx, "decision", &decision(25)));
    store.undo(at("10:40:00")).unwrap();
    let Standing::WentOn { wrote, stays, .. } = weighed(&store, &backup) else {
        panic!("it went on")
    };
    let expected = Wrote {
        notes: 1,
        actions: 2,
        decisions: 1,
        attendance: 1,
        other: 1,
        closed: 1,
    };
    assert_eq!((wrote, stays), (expected, StaysDone::default()));
}

#[test]
fn a_rectification_and_an_erasure_since_are_told_and_stay_done() {
    let place = Place::new();
    let (mut store, backup) = backed_up(&place);
    rectify(&mut store);
    let told = |standing| match standing {
        Standing::WentOn { changes, stays, .. } => (changes, stays),
        other => panic!("{other:?}"),
    };
    let rectified = StaysDone {
        erased: 0,
        rectified: 1,
    };
    assert_eq!(told(weighed(&store, &backup)), (0, rectified));
    let mut each = |_| ControlFlow::Continue(());
    store
        .forget(4, EraseReason::Request, at("10:31:00"), &mut each)
        .unwrap();
    let both = StaysDone {
        erased: 1,
        rectified: 1,
    };
    assert_eq!(told(weighed(&store, &backup)).1, both);
    let restoring = store.prepare_restore(&backup, at("11:00:00"), &mut go_on).unwrap();
    store.restore(restoring, &mut on).unwrap();
    assert_eq!(store.pupil(3).unwrap().name.family, "Vink");
    assert!(store.pupil(4).is_err());
    // What was put back knows of both: there is nothing newer in it than in the next copy.
    let again = backup_place(&place.path(), BackupKind::Made, at("11:06:00"));
    store.backup(&again, &mut go_on).unwrap();
    assert_eq!(told(weighed(&store, &again)), (0, StaysDone::default()));
}

#[test]
fn a_file_that_did_not_grow_out_of_the_copy_tells_what_stays_done_too() {
    let place = Place::new();
    let (mut store, first) = backed_up(&place);
    change(&mut store, |tx| put(tx, "note", &note(20, "table", "gezien")));
    let later = backup_place(&place.path(), BackupKind::Made, at("10:20:00"));
    store.backup(&later, &mut go_on).unwrap();
    let restoring = store.prepare_restore(&first, at("10:25:00"), &mut go_on).unwrap();
    store.restore(restoring, &mut on).unwrap();
    rectify(&mut store);
    let standing = weighed(&store, &later);
    let stays = StaysDone {
        erased: 0,
        rectified: 1,
    };
    assert!(
        matches!(standing, Standing::Other { stays: told, .. } if told == stays),
        "{standing:?}"
    );
}
