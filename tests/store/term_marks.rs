//! What was said of terms: kept, changed, taken back, undone; a file of before has room for it after its migration.

use dakpan::domain::Day;
use dakpan::domain::codes::{InstrumentKind, SchoolKind};
use dakpan::domain::term::{Rules, TermMarkState, TermStanding, terms};
use dakpan::store::{Scope, Store, StoreError};
use serde_json::json;

use super::{ABOUT, Place, at, change, key, note, party, pupil, put, raw, school, tile};

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn with_pupil(place: &Place) -> Store {
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Kaya"))
    });
    store
}

/// What was said: rule, occurrence, state, reason, day, who.
type Said = (String, Option<i64>, &'static str, String, String, String);

fn said(store: &Store) -> Vec<Said> {
    let marks = store.term_marks(3).unwrap();
    let plain = |m: dakpan::domain::term::TermMark| {
        let (on, state) = (m.on.to_string(), m.state.code());
        (m.rule, m.occurrence, state, m.reason, on, m.by)
    };
    marks.into_iter().map(plain).collect()
}

#[test]
fn a_mark_is_kept_changed_and_taken_back_and_all_of_it_can_be_undone() {
    let place = Place::new();
    let mut store = with_pupil(&place);
    let term = ("trial_placement_end", Some(7));
    let mark = |store: &mut Store, term, what| {
        change(store, |tx| tx.set_term_mark(3, term, what, day("2026-06-03")));
    };
    mark(&mut store, term, Some((TermMarkState::Done, "")));
    mark(&mut store, ("first_talk", None), Some((TermMarkState::Done, "")));
    mark(&mut store, term, Some((TermMarkState::NotApplicable, "stopt eerder")));
    let who = || "Els Vos".to_owned();
    let on = || "2026-06-03".to_owned();
    let first = ("first_talk".to_owned(), None, "done", String::new(), on(), who());
    let other = (
        term.0.to_owned(),
        Some(7),
        "not_applicable",
        "stopt eerder".to_owned(),
        on(),
        who(),
    );
    assert_eq!(said(&store), [other.clone(), first.clone()]);
    mark(&mut store, term, None);
    assert_eq!(said(&store), std::slice::from_ref(&first));
    store.undo(at("10:06:00")).unwrap();
    assert_eq!(said(&store), [other, first.clone()]);
    store.undo(at("10:06:01")).unwrap();
    assert_eq!(said(&store).first().map(|mark| mark.2), Some("done"));
    store.undo(at("10:06:02")).unwrap();
    store.undo(at("10:06:03")).unwrap();
    assert_eq!(said(&store), []);
    store.redo(at("10:06:04")).unwrap();
    assert_eq!(said(&store).len(), 1);
    drop(store);
    assert_eq!(said(&place.open()).len(), 1, "also after a restart");
}

#[test]
fn a_mark_needs_its_pupil() {
    let place = Place::new();
    let mut store = with_pupil(&place);
    let lost = store.change(ABOUT, at("10:05:00"), |tx| {
        tx.set_term_mark(
            99,
            ("first_talk", None),
            Some((TermMarkState::Done, "")),
            day("2026-06-03"),
        )
    });
    assert!(matches!(lost, Err(StoreError::Refused(_))), "{lost:?}");
}

#[test]
fn everything_the_rules_look_at_is_read_for_one_pupil_and_for_a_school_alike() {
    let place = Place::new();
    let mut store = with_pupil(&place);
    change(&mut store, |tx| {
        put(tx, "pupil", &pupil(4, 2, "Daan", "", "Bos"))?;
        put(tx, "tile", &tile(3, 10, "asiel"))?;
        put(
            tx,
            "instrument",
            &json!({"pupil": 3, "id": 11, "kind": "trial_placement", "party": null,
            "requested_on": null, "decided_on": null, "started_on": "2026-05-01", "ended_on": null, "review_on": null,
            "deferred_until": null, "deferred_reason": "", "value": null, "result": ""}),
        )?;
        put(
            tx,
            "transition_chance",
            &json!({"id": 12, "pupil": 3, "kind": "lasting_work", "level": "low",
            "assessed_on": "2026-02-01", "assessed_by": "Els"}),
        )?;
        for (id, on) in [(20, "2026-03-04"), (30, "2026-04-01"), (40, "2026-09-01")] {
            put(
                tx,
                "meeting",
                &json!({"id": id, "kind": "exit_meeting", "day": on, "starts": "09:30",
                "ends": "11:00", "place": "", "opened_at": null, "closed_at": null, "agreement": "",
                "agreement_until": null, "next_day": null}),
            )?;
            put(
                tx,
                "block",
                &json!({"id": id + 1, "meeting": id, "seq": 1, "school": 2,
                "present_confirmed_at": null, "read_back_at": null}),
            )?;
            let state = if id == 40 { "open" } else { "discussed" };
            put(
                tx,
                "agenda_item",
                &json!({"id": id + 2, "block": id + 1, "seq": 1, "kind": "pupil", "pupil": 3,
                "title": "", "lane": "discuss", "minutes": 6, "fixed_time": null, "question": "", "asked_by": "",
                "proposal": "", "state": state, "carried_from": null}),
            )?;
        }
        put(tx, "note", &note(50, "table", "rustig"))?;
        tx.set_term_mark(
            3,
            ("first_talk", None),
            Some((TermMarkState::Done, "")),
            day("2026-06-03"),
        )
    });
    let dossier = store.dossier(3).unwrap();
    assert_eq!(
        dossier.discussed_on,
        Some(day("2026-04-01")),
        "not the one that is still to come"
    );
    let mut school = Vec::new();
    store.each_terms(Scope::School(2), &mut |of| school.push(of)).unwrap();
    let of: Vec<i64> = school.iter().map(|of| of.line().id).collect();
    assert_eq!(of, [3, 4]);
    let rules = Rules::built_in().unwrap();
    let today = day("2026-06-03");
    let from_school = terms(&school[0].facts(), &rules, today);
    let from_dossier = dossier.term_facts(SchoolKind::Pro);
    assert_eq!(from_school, terms(&from_dossier, &rules, today));
    let trial = from_school
        .iter()
        .find(|due| due.rule.id == "trial_placement_end")
        .unwrap();
    assert_eq!(
        (trial.occurrence, trial.on, trial.standing),
        (Some(11), day("2026-06-30"), TermStanding::Running)
    );
    assert_eq!(school[0].facts().instruments[0].kind, InstrumentKind::TrialPlacement);
    let nothing = school[1].facts();
    assert!(nothing.tiles.is_empty() && nothing.marks.is_empty());
    let mut alone = Vec::new();
    store.each_terms(Scope::Pupil(3), &mut |of| alone.push(of)).unwrap();
    assert_eq!(alone, school[..1], "one pupil reads as among a school");
}

#[test]
fn a_file_of_version_1_gets_room_for_marks_and_keeps_its_records() {
    let place = Place::new();
    // The first page of a file this program made holds the salt; the rest is what version 1 wrote.
    drop(place.create());
    std::fs::remove_file(place.path()).unwrap();
    let old = raw(&place.path());
    old.execute_batch(include_str!("../../data/migrations/0001_records.sql"))
        .unwrap();
    old.execute_batch(
        "INSERT INTO party (id, kind, name) VALUES (1, 'school', 'De Brug');
         INSERT INTO school (id, brin, branch, kind, name, party) VALUES (2, '00AB', '00', 'pro', 'De Brug', 1);
         INSERT INTO pupil (id, school, number, given, family) VALUES (3, 2, '0012', 'Samira', 'Kaya');
         PRAGMA application_id = 0x646b706e; PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(old);
    let mut store = Store::open(place.opening(key())).unwrap();
    assert_eq!(store.dossier(3).unwrap().pupil.number, "0012");
    change(&mut store, |tx| {
        tx.set_term_mark(
            3,
            ("first_talk", None),
            Some((TermMarkState::Done, "")),
            day("2026-06-03"),
        )
    });
    assert_eq!(said(&store).len(), 1);
    store.undo(at("10:06:00")).unwrap();
    assert_eq!(said(&store), [], "the journal holds the new record too");
    let copies = place
        .files()
        .into_iter()
        .filter(|(path, ..)| path.to_string_lossy().contains("-v1"));
    assert_eq!(copies.count(), 1, "the old file was copied first");
}
