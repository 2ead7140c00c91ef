//! What a record of a person prints of itself in a report or a log: its number or its kind, never what it holds.

use dakpan::domain::Moment;
use dakpan::domain::bundle::{Bundle, BundleEntry, BundleRow, Conflict, FieldMerge, OwnKey};
use dakpan::domain::codes::Willing;
use dakpan::domain::dossier::{Snippet, UntakenLine};
use dakpan::domain::listed::{FieldChange, ListedField};
use dakpan::domain::mask::Mask;
use dakpan::domain::people::NetworkPerson;
use dakpan::domain::pupil::Relapse;
use dakpan::domain::rights::{TrailKind, TrailLine};

use super::pupil::listed;

/// Stands wherever something personal could.
const SECRET: &str = "Samira";

fn secret() -> String {
    SECRET.to_owned()
}

fn at() -> Moment {
    "2026-06-03T13:30:00+02:00".parse().unwrap()
}

#[test]
fn a_record_of_a_person_tells_its_number_or_its_kind() {
    let pupil = listed().pupil(1);
    let network = NetworkPerson {
        id: 4,
        pupil: 1,
        name: secret(),
        relation: secret(),
        phone: secret(),
        willing: Willing::Yes,
    };
    let relapse = Relapse {
        on: "2026-06-03".parse().unwrap(),
        from: None,
        word: secret(),
    };
    let change = FieldChange {
        field: ListedField::Given,
        before: secret(),
        after: secret(),
    };
    let trail = TrailLine {
        seq: 9,
        at: at(),
        who: secret(),
        kind: TrailKind::Opened,
        pupil: Some(1),
        meeting: None,
        export: None,
        why: "inzage".into(),
    };
    let mut mask = Mask::default();
    mask.add(&pupil.name, SECRET);
    for (told, expected) in [
        (format!("{pupil:?}"), "Pupil(0)"),
        (format!("{:?}", pupil.name), "Name(…)"),
        (format!("{:?}", listed()), "ListedPupil(…)"),
        (format!("{network:?}"), "NetworkPerson(4)"),
        (format!("{relapse:?}"), "Relapse(2026-06-03)"),
        (format!("{change:?}"), "FieldChange(given)"),
        (format!("{trail:?}"), "TrailLine(9 Opened inzage)"),
        (format!("{:?}", UntakenLine(secret())), "UntakenLine(…)"),
        (format!("{:?}", Snippet(secret())), "Snippet(…)"),
        (format!("{mask:?}"), "Mask(2)"),
        (format!("{:?}", mask.masked("Samira belt")), "Masked(1)"),
    ] {
        assert_eq!(told, expected);
    }
}

#[test]
fn what_goes_from_laptop_to_laptop_tells_what_it_is_and_not_about_whom() {
    let key = OwnKey {
        file: "a".into(),
        secret: secret().into(),
    };
    let entry = BundleEntry {
        file: "a".into(),
        tick: 3,
        at: at(),
        who: secret(),
        intent: "note".into(),
    };
    let row = BundleRow {
        file: "a".into(),
        tick: 3,
        record: "note".into(),
        before: Some(secret()),
        after: Some(secret()),
    };
    let field = FieldMerge {
        field: "text".into(),
        before: Some(secret()),
        after: Some(secret()),
    };
    let conflict = Conflict {
        id: 5,
        pupil: Some(1),
        record: "note".into(),
        field: "text".into(),
        here: Some(secret()),
        here_at: None,
        here_by: secret(),
        other: Some(secret()),
        other_at: None,
        other_by: secret(),
    };
    let bundle = Bundle {
        schema: 1,
        file: "a".into(),
        number: 1,
        whole: false,
        approach: None,
        made_at: at(),
        who: secret(),
        schools: vec![],
        entries: vec![entry.clone()],
        rows: vec![row.clone()],
        erased: vec![],
    };
    for (told, expected) in [
        (format!("{key:?}"), "OwnKey(…)"),
        (format!("{entry:?}"), "BundleEntry(3 note)"),
        (format!("{row:?}"), "BundleRow(3 note)"),
        (format!("{field:?}"), "FieldMerge(text)"),
        (format!("{conflict:?}"), "Conflict(5 note.text)"),
        (format!("{bundle:?}"), "Bundle(1 rows)"),
    ] {
        assert_eq!(told, expected);
    }
}
