use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dakpan::store::{Constraint, EntryState, NOT_RECORDS, NewDraft, RowChange};

use super::*;

#[test]
fn every_table_is_a_record_or_is_said_not_to_be_one() {
    let place = Place::new();
    place.create().close().unwrap();
    let connection = raw(&place.path());
    let names = |kind: &str| -> Vec<String> {
        let mut select = connection
            .prepare("SELECT name FROM sqlite_schema WHERE type = ?1 ORDER BY name")
            .unwrap();
        select
            .query_map([kind], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    // The search tables are derived as a whole, with those the full-text module makes for itself.
    let mut found: Vec<String> = names("table")
        .into_iter()
        .filter(|name| !name.starts_with("find_"))
        .collect();
    let mut known: Vec<String> = RECORDS
        .iter()
        .chain(NOT_RECORDS)
        .map(|name| (*name).to_owned())
        .collect();
    found.sort();
    known.sort();
    assert_eq!(found, known);
    // Every opening would read them.
    let kept: Vec<String> = names("trigger");
    assert!(!kept.iter().any(|name| name.starts_with("journal_")), "{kept:?}");
}

/// A row of each record of which the demo has none.
fn rare(known: &[(&'static str, String)]) -> [(&'static str, String); 7] {
    let (_, pupil) = known.iter().find(|(record, _)| *record == "pupil").unwrap();
    let pupil = serde_json::from_str::<Value>(pupil).unwrap()["id"].clone();
    let day = "2026-06-03";
    [
        ("aftercare", json!({"id": 1, "pupil": pupil, "due_on": day, "word": ""})),
        (
            "anonymous_result",
            json!({"id": 1, "category": "work", "broken_off": 0, "on_day": day, "change": 1}),
        ),
        (
            "conflict",
            json!({"id": 1, "record": "party", "row_key": "[1]", "field": "name", "other_at": day, "other_by": ""}),
        ),
        (
            "consent",
            json!({"id": 1, "pupil": pupil, "kind": "informed", "basis": "", "on_day": day, "by_whom": "both",
                "how": "", "written_by": ""}),
        ),
        (
            "export",
            json!({"id": 1, "kind": "minutes", "made_for": "", "made_at": day}),
        ),
        (
            "queue_mark",
            json!({"id": 1, "pupil": pupil, "kind": "removed", "reason": "", "on_day": day, "by": ""}),
        ),
        (
            "term_mark",
            json!({"id": 1, "pupil": pupil, "rule": "any", "state": "done", "reason": "", "on_day": day,
                "marked_by": ""}),
        ),
    ]
    .map(|(record, row)| (record, row.to_string()))
}

/// Does something with every row, in whatever order the rows that point at each other allow.
fn with_each(rows: &[(&'static str, String)], mut work: impl FnMut(&str, &str) -> Result<(), StoreError>) {
    let mut left: Vec<_> = rows.iter().collect();
    while !left.is_empty() {
        let before = left.len();
        left.retain(|(record, row)| match work(record, row) {
            Ok(()) => false,
            Err(StoreError::Refused(Constraint::ForeignKey)) => true,
            Err(error) => panic!("{record}: {error:?}"),
        });
        assert!(
            left.len() < before,
            "{:?}",
            left.iter().map(|row| row.0).collect::<Vec<_>>()
        );
    }
}

#[test]
fn every_record_is_watched_when_it_comes_and_when_it_goes() {
    let (place, other) = (Place::new(), Place::new());
    let mut filled = place.create();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
    dakpan::cli::demo::make(&mut filled, day, 0, &mut |_, _| ()).unwrap();
    let mut rows = dump(&filled);
    rows.extend(rare(&rows));
    let mut store = other.create();
    let touched = |store: &Store, change: RowChange| -> BTreeSet<String> {
        let entry = store.journal(1, None).unwrap().remove(0);
        assert!(entry.rows.iter().all(|(_, how)| *how == change));
        entry.rows.into_iter().map(|(record, _)| record).collect()
    };
    let all: BTreeSet<String> = RECORDS.iter().map(|record| (*record).to_owned()).collect();
    change(&mut store, |tx| {
        with_each(&rows, |record, row| tx.put_image(record, row));
        Ok(())
    });
    assert_eq!(touched(&store, RowChange::Made), all);
    change(&mut store, |tx| {
        with_each(&rows, |record, row| tx.remove_image(record, row).map(|_| ()));
        Ok(())
    });
    assert_eq!(touched(&store, RowChange::Removed), all);
    assert_eq!(dump(&store), Vec::new());
}

#[test]
fn an_image_has_every_column() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "K."))
    });
    store.close().unwrap();
    let connection = raw(&place.path());
    let columns = |sql: &str| -> Vec<String> {
        connection
            .prepare(sql)
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    assert_eq!(
        columns("SELECT key FROM journal_row, json_each(after) WHERE record = 'pupil'"),
        columns("SELECT name FROM pragma_table_info('pupil')")
    );
}

#[test]
fn an_entry_says_who_did_what_when_to_which_rows() {
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
    store.set_who("Jan");
    store
        .change(ABOUT, at("10:05:00"), |tx| {
            put(tx, "note", &note(1, "table", "b"))?;
            put(tx, "note", &note(2, "table", "c"))?;
            tx.remove_image("note", &note(1, "table", "").to_string())?;
            Ok(())
        })
        .unwrap();
    let journal = store.journal(10, None).unwrap();
    let [second, first] = journal.as_slice() else {
        panic!("{journal:?}")
    };
    assert_eq!(
        (first.at, first.who.as_str(), first.intent.as_str()),
        (at("10:04:00"), "Els Vos", "write_note")
    );
    assert_eq!(
        (first.pupil, first.meeting, first.state, first.reverts),
        (Some(8), Some(9), EntryState::Done, None)
    );
    assert_eq!(first.rows, [("note".to_owned(), RowChange::Made)]);
    assert_eq!((second.at, second.who.as_str()), (at("10:05:00"), "Jan"));
    let changes: Vec<RowChange> = second.rows.iter().map(|(_, change)| *change).collect();
    assert_eq!(changes, [RowChange::Changed, RowChange::Made, RowChange::Removed]);
    assert_eq!(store.journal(1, None).unwrap()[0].seq, second.seq);
    assert_eq!(store.journal(10, Some(second.seq)).unwrap()[0].seq, first.seq);
    assert!(!format!("{journal:?}").contains("Els"));
}

#[test]
fn a_change_that_changes_nothing_leaves_nothing() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    store.undo(at("10:06:00")).unwrap();
    let before = store.journal(10, None).unwrap();
    change(&mut store, |_| Ok(()));
    assert_eq!(store.journal(10, None).unwrap(), before);
    store.redo(at("10:06:00")).expect("what was undone can still be redone");
    let before = store.journal(10, None).unwrap();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    assert_eq!(
        store.journal(10, None).unwrap(),
        before,
        "writing the same value is no change"
    );
}

#[test]
fn a_change_that_fails_or_panics_leaves_the_file_as_it_was() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    let (rows, journal) = (dump(&store), store.journal(10, None).unwrap());
    let refused = store.change(ABOUT, at("10:06:00"), |tx| {
        tx.set_setting("chair", "Jan")?;
        put(tx, "school", &school(1, "points at no party"))
    });
    assert_eq!(refused, Err(StoreError::Refused(Constraint::ForeignKey)));
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.change::<()>(ABOUT, at("10:06:00"), |tx| {
            tx.set_setting("chair", "Jan")?;
            std::panic::resume_unwind(Box::new("in the middle"))
        })
    }));
    assert!(panicked.is_err());
    assert_eq!((dump(&store), store.journal(10, None).unwrap()), (rows, journal));
    change(&mut store, |tx| tx.set_setting("chair", "Jan"));
}

#[test]
fn the_other_door_writes_without_a_trace_in_the_journal() {
    let place = Place::new();
    let mut store = place.create();
    store
        .unjournaled(at("10:01:00"), |tx| put(tx, "party", &party(1, "De Brug")))
        .unwrap();
    assert_eq!(dump(&store).len(), 1);
    assert_eq!(store.journal(10, None).unwrap(), []);
    assert_eq!(store.undo(at("10:02:00")), Err(StoreError::NothingToUndo));
    let id = store.unjournaled(at("10:01:00"), |tx| Ok(tx.new_id())).unwrap();
    assert!(store.next_id() > id);
}

#[test]
fn clearing_a_draft_of_a_note_that_stayed_the_same_is_kept_but_not_journaled() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| put(tx, "note", &note(1, "table", "a")));
    let draft = NewDraft {
        pupil: None,
        meeting: None,
        item: None,
        kind: "table",
        base: "a",
    };
    let draft = store.open_draft(draft).unwrap();
    change(&mut store, |tx| {
        tx.clear_draft(draft)?;
        put(tx, "note", &note(1, "table", "a"))
    });
    assert_eq!(store.drafts().unwrap(), []);
    assert_eq!(store.journal(10, None).unwrap().len(), 1);
}
