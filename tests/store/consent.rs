use dakpan::domain::Day;
use dakpan::domain::rights::{ByWhom, Consent, ConsentKind};

use super::*;

fn said(pupil: i64, party: Option<i64>, kind: ConsentKind, on: &str) -> Consent {
    Consent {
        id: 0,
        pupil,
        party,
        meeting: None,
        kind,
        basis: if kind == ConsentKind::Basis {
            "convenant 2026"
        } else {
            ""
        }
        .into(),
        on: on.parse().unwrap(),
        by: ByWhom::Parents,
        how: "brief".into(),
    }
}

fn table(place: &Place) -> Store {
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(
            tx,
            "party",
            &json!({"id": 2, "kind": "uwv", "name": "UWV", "place": "Rotterdam"}),
        )?;
        put(tx, "school", &school(1, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 1, "Samira", "", "Kaya"))?;
        put(tx, "pupil", &pupil(4, 1, "Tim", "", "Vos"))
    });
    store
}

#[test]
fn what_is_about_everybody_stands_in_the_pupils_own_row_too() {
    let place = Place::new();
    let mut store = table(&place);
    let record = |store: &mut Store, kind, on| {
        change(store, |tx| tx.record_consent(&said(3, None, kind, on)).map(|_| ()));
        store.pupil(3).unwrap().sharing
    };
    assert!(!store.pupil(3).unwrap().sharing.may_name());
    let day: Day = "2026-05-01".parse().unwrap();
    let sharing = record(&mut store, ConsentKind::Informed, "2026-05-01");
    assert_eq!(
        (sharing.informed_on, sharing.informed_how.as_str()),
        (Some(day), "brief")
    );
    assert!(!sharing.may_name(), "informed, and on no basis yet");
    let sharing = record(&mut store, ConsentKind::Basis, "2026-05-01");
    assert_eq!(sharing.basis, "convenant 2026");
    assert!(sharing.may_name());
    assert!(!record(&mut store, ConsentKind::Objection, "2026-05-02").may_name());
    assert!(record(&mut store, ConsentKind::ObjectionLifted, "2026-05-03").may_name());
    assert!(!record(&mut store, ConsentKind::Withdrawn, "2026-05-04").may_name());
    assert!(record(&mut store, ConsentKind::Given, "2026-05-05").may_name());
    let kinds: Vec<ConsentKind> = store.consents(3).unwrap().iter().map(|one| one.kind).collect();
    assert_eq!(kinds.len(), 6);
    assert_eq!((kinds[0], kinds[5]), (ConsentKind::Given, ConsentKind::Informed));
    store.undo(at("10:10:00")).unwrap();
    assert!(
        !store.pupil(3).unwrap().sharing.may_name(),
        "one undo takes back the word and what followed"
    );
    assert_eq!(store.consents(4).unwrap(), []);
}

#[test]
fn a_word_about_one_party_bars_that_party_alone_until_it_is_taken_back() {
    let place = Place::new();
    let mut store = table(&place);
    let record = |store: &mut Store, pupil, party, kind, on| {
        change(store, |tx| {
            tx.record_consent(&said(pupil, Some(party), kind, on)).map(|_| ())
        });
    };
    record(&mut store, 3, 2, ConsentKind::Basis, "2026-06-01");
    assert_eq!(store.barred(2).unwrap(), Vec::<i64>::new());
    record(&mut store, 3, 2, ConsentKind::Objection, "2026-05-01");
    record(&mut store, 4, 1, ConsentKind::Withdrawn, "2026-05-01");
    assert_eq!(store.barred(2).unwrap(), [3]);
    assert_eq!(store.barred(1).unwrap(), [4]);
    assert_eq!(
        store.pupil(3).unwrap().sharing.objection_on,
        None,
        "others may still be told"
    );
    record(&mut store, 3, 2, ConsentKind::Given, "2026-05-02");
    assert_eq!(store.barred(2).unwrap(), Vec::<i64>::new());
    record(&mut store, 3, 2, ConsentKind::Withdrawn, "2026-05-02");
    assert_eq!(
        store.barred(2).unwrap(),
        [3],
        "of two words on one day the later counts"
    );
    // That somebody was informed afterwards, or on what ground is shared, takes nothing back.
    record(&mut store, 3, 2, ConsentKind::Informed, "2026-06-02");
    record(&mut store, 3, 2, ConsentKind::Basis, "2026-06-02");
    assert_eq!(store.barred(2).unwrap(), [3]);
    record(&mut store, 3, 2, ConsentKind::ObjectionLifted, "2026-06-03");
    record(&mut store, 3, 2, ConsentKind::Objection, "2026-05-30");
    assert_eq!(
        store.barred(2).unwrap(),
        Vec::<i64>::new(),
        "the later day decides, whatever was recorded last"
    );
}

#[test]
fn consent_for_everybody_is_a_basis_until_it_is_taken_back_and_a_word_about_one_party_is_none() {
    let place = Place::new();
    let mut store = table(&place);
    let named = |store: &mut Store, party, kind, on| {
        change(store, |tx| tx.record_consent(&said(3, party, kind, on)).map(|_| ()));
        let (own, line) = (store.pupil(3).unwrap().sharing, store.pupil_line(3).unwrap());
        assert_eq!(own.may_name(), line.may_name, "a list reads the same");
        own.may_name()
    };
    assert!(!named(&mut store, None, ConsentKind::Informed, "2026-05-01"));
    assert!(!named(&mut store, Some(2), ConsentKind::Basis, "2026-05-02"));
    assert!(!named(&mut store, Some(2), ConsentKind::Given, "2026-05-03"));
    assert!(named(&mut store, None, ConsentKind::Given, "2026-05-04"));
    assert!(!named(&mut store, None, ConsentKind::Withdrawn, "2026-05-05"));
    assert!(
        !named(&mut store, None, ConsentKind::ObjectionLifted, "2026-05-06"),
        "the objection is gone, the consent does not come back with it"
    );
    assert!(named(&mut store, None, ConsentKind::Basis, "2026-05-07"));
}

#[test]
fn a_basis_for_one_party_stands_for_that_party_until_it_or_everything_is_taken_back() {
    let place = Place::new();
    let mut store = table(&place);
    change(&mut store, |tx| {
        put(
            tx,
            "meeting",
            &json!({"id": 1, "kind": "exit_meeting", "day": "2026-06-10", "starts": "09:30", "ends": "11:00",
            "place": "", "opened_at": null, "closed_at": null, "agreement": "", "agreement_until": null,
            "next_day": null}),
        )?;
        put(
            tx,
            "block",
            &json!({"id": 1, "meeting": 1, "seq": 1, "school": 1, "present_confirmed_at": null,
            "read_back_at": null}),
        )?;
        put(
            tx,
            "agenda_item",
            &json!({"id": 1, "block": 1, "seq": 1, "kind": "pupil", "pupil": 3, "title": "", "lane": "discuss",
            "minutes": 6, "fixed_time": null, "question": "", "asked_by": "", "proposal": "", "state": "open",
            "carried_from": null}),
        )
    });
    let named = |store: &mut Store, party, kind, on| {
        change(store, |tx| tx.record_consent(&said(3, party, kind, on)).map(|_| ()));
        assert_eq!(store.with_own_basis(1, 1).unwrap(), [0; 0], "it is of no other party");
        !store.with_own_basis(1, 2).unwrap().is_empty()
    };
    assert!(!named(&mut store, Some(2), ConsentKind::Basis, "2026-05-01"));
    assert!(named(&mut store, None, ConsentKind::Informed, "2026-05-02"));
    assert!(!named(&mut store, Some(2), ConsentKind::Withdrawn, "2026-05-03"));
    assert!(named(&mut store, Some(2), ConsentKind::Given, "2026-05-04"));
    assert!(!named(&mut store, None, ConsentKind::Withdrawn, "2026-05-05"));
    assert!(
        !named(&mut store, None, ConsentKind::ObjectionLifted, "2026-05-06"),
        "what everybody's withdrawal took back does not come back by itself"
    );
    assert!(named(&mut store, Some(2), ConsentKind::Basis, "2026-05-07"));
}
