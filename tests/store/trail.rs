use dakpan::domain::papers::PaperKind;
use dakpan::domain::rights::{TrailFault, TrailKind};
use dakpan::store::{Constraint, NewExport, NewLine};

use super::*;

fn opened(pupil: i64) -> NewLine<'static> {
    NewLine {
        kind: TrailKind::Opened,
        pupil: Some(pupil),
        meeting: None,
        export: None,
        why: "meeting",
    }
}

fn issue(store: &mut Store, made_for: &str) {
    let about = About {
        intent: "issue_papers",
        ..ABOUT
    };
    let export = NewExport {
        kind: PaperKind::Minutes,
        pupil: None,
        meeting: None,
        made_for: made_for.into(),
    };
    store
        .change(about, at("10:06:00"), |tx| {
            tx.add_export(&export, at("10:06:00")).map(|_| ())
        })
        .unwrap();
}

#[test]
fn a_file_is_opened_once_for_each_pupil_and_meeting_and_outside_one_once_a_day() {
    let mut store = Place::new().create();
    assert!(store.add_opened(3, Some(9), at("10:00:00")).unwrap());
    assert!(!store.add_opened(3, Some(9), at("10:30:00")).unwrap());
    assert!(store.add_opened(4, Some(9), at("10:30:00")).unwrap());
    assert!(store.add_opened(3, Some(10), at("10:40:00")).unwrap());
    assert!(store.add_opened(3, None, at("11:00:00")).unwrap());
    assert!(!store.add_opened(3, None, at("15:00:00")).unwrap());
    let tomorrow = at("09:00:00") + chrono::Duration::days(1);
    assert!(store.add_opened(3, None, tomorrow).unwrap());
    let lines = store.trail(10, Some(3)).unwrap();
    assert_eq!(lines.len(), 4);
    assert_eq!(
        (lines[0].at, lines[0].who.as_str(), lines[0].why.as_str()),
        (tomorrow, "Els Vos", "between_meetings")
    );
    assert_eq!(store.trail(2, None).unwrap().len(), 2);
    assert_eq!(store.verify_trail().unwrap(), []);
}

#[test]
fn a_reason_is_a_code_and_never_a_sentence() {
    let mut store = Place::new().create();
    for why in ["Moeder belde", "naam: Kaya", &"a".repeat(81), "nummer\n"] {
        let line = NewLine { why, ..opened(3) };
        assert_eq!(
            store.add_trail(line, at("10:00:00")),
            Err(StoreError::BadValue("trail.why")),
            "{why}"
        );
    }
    assert_eq!(store.trail(10, None).unwrap(), []);
}

#[test]
fn every_document_has_a_line_and_one_without_is_missed() {
    let place = Place::new();
    let mut store = place.create();
    issue(&mut store, "gemeente");
    let lines = store.trail(10, None).unwrap();
    assert_eq!(
        (lines.len(), lines[0].kind, lines[0].why.as_str()),
        (1, TrailKind::Exported, "minutes")
    );
    assert_eq!(lines[0].export, Some(store.exports(None).unwrap()[0].id));
    assert_eq!(store.verify_trail().unwrap(), []);
    let document = json!({"id": 77, "kind": "minutes", "pupil": null, "meeting": null, "made_for": "UWV",
        "made_at": "2026-06-03T10:07:00+02:00"});
    let about = About {
        intent: "issue_papers",
        pupil: None,
        meeting: None,
    };
    store
        .change(about, at("10:07:00"), |tx| put(tx, "export", &document))
        .unwrap();
    assert_eq!(store.verify_trail().unwrap(), [TrailFault::Missing { entry: 2 }]);
}

#[test]
fn the_program_can_only_add_to_it() {
    let place = Place::new();
    let mut store = place.create();
    store.add_trail(opened(3), at("10:00:00")).unwrap();
    store.close().unwrap();
    let other = raw(&place.path());
    for sql in [
        "DELETE FROM trail",
        "UPDATE trail SET who = 'Jan'",
        "UPDATE trail SET pupil = NULL, salt = NULL",
        "INSERT INTO trail SELECT 7, at, who, kind, pupil, meeting, export, why, journal, salt, subject, chain FROM trail",
        "UPDATE journal_open SET entry = 0; UPDATE trail SET at = '2026-01-01T00:00:00+01:00', pupil = NULL, salt = NULL",
    ] {
        let error = other.execute_batch(sql).map_err(StoreError::from);
        assert_eq!(error, Err(StoreError::Refused(Constraint::Trigger)), "{sql}");
    }
}

/// What is done to a file with other means than the program, and what the program then finds.
fn tampered(sql: &str) -> Vec<TrailFault> {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| tx.set_setting("chair", "Els"));
    for pupil in 3..6 {
        store.add_trail(opened(pupil), at("10:00:00")).unwrap();
    }
    assert_eq!(store.verify_trail().unwrap(), []);
    store.close().unwrap();
    let other = raw(&place.path());
    other
        .execute_batch(
            "DROP TRIGGER trail_never_changes; DROP TRIGGER trail_only_grows; DROP TRIGGER trail_has_no_gap;",
        )
        .unwrap();
    other.execute_batch(sql).unwrap();
    drop(other);
    place.open().verify_trail().unwrap()
}

#[test]
fn what_was_changed_or_taken_out_with_other_means_is_found() {
    assert_eq!(tampered("SELECT 1"), []);
    assert_eq!(
        tampered("UPDATE trail SET who = 'Jan' WHERE seq = 2"),
        [TrailFault::Broken { line: 2 }]
    );
    assert_eq!(
        tampered("UPDATE trail SET pupil = 99 WHERE seq = 3"),
        [TrailFault::Broken { line: 3 }]
    );
    assert_eq!(
        tampered("DELETE FROM trail WHERE seq = 2"),
        [TrailFault::Broken { line: 3 }]
    );
    assert_eq!(
        tampered("DELETE FROM trail WHERE seq = 3"),
        [TrailFault::CutOff { line: 2 }]
    );
    assert_eq!(
        tampered("DELETE FROM journal_row; DELETE FROM journal"),
        [TrailFault::JournalCut { entry: 1 }]
    );
}

#[cfg(unix)]
#[test]
fn a_line_is_written_in_the_file_under_the_name_or_not_at_all() {
    let place = Place::new();
    let mut store = place.create();
    fs::remove_file(place.path()).unwrap();
    assert!(store.add_opened(3, Some(9), at("10:00:00")).unwrap());
    assert!(place.path().exists(), "the file is back before the line is written");
    fs::rename(place.path(), place.folder.path().join("weg")).unwrap();
    fs::write(place.path(), "van een ander").unwrap();
    assert_eq!(store.add_opened(4, Some(9), at("10:00:00")), Err(StoreError::Replaced));
    assert_eq!(store.trail(10, None).unwrap().len(), 1);
}
