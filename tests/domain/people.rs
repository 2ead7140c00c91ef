//! Codes of schools, the contacts a school should have, and the people at the table under one name.

use dakpan::domain::Id;
use dakpan::domain::codes::{PartyKind, SchoolKind};
use dakpan::domain::people::{Person, School, SchoolCode, SchoolContacts};

/// Somebody at the table.
pub fn person(id: Id, given: &str, family: &str, kind: PartyKind, party: &str) -> Person {
    Person {
        id,
        party: 10,
        party_kind: kind,
        party_name: party.into(),
        given: given.into(),
        family: family.into(),
        position: String::new(),
        phone: String::new(),
        email: String::new(),
        active: true,
    }
}

#[test]
fn the_code_of_a_school_is_two_digits_two_letters_and_a_branch() {
    for (text, told) in [
        ("12ab03", Some("12AB03")),
        ("12AB", Some("12AB00")),
        ("12 AB-03", Some("12AB03")),
        ("12.ab", Some("12AB00")),
        ("12AB3", None),
        ("1AB203", None),
        ("12ÀB03", None),
        ("12A?03", None),
        ("", None),
    ] {
        let code = SchoolCode::parse(text);
        assert_eq!(code.as_ref().map(ToString::to_string).as_deref(), told, "{text:?}");
    }
    let code = SchoolCode::parse("12ab03").unwrap();
    assert_eq!((code.brin(), code.branch()), ("12AB", "03"));
}

#[test]
fn a_school_has_two_fixed_contacts() {
    let contact = |rank| (rank, person(1, "Els", "Vos", PartyKind::Municipality, "Gemeente"));
    let with = |fixed| SchoolContacts {
        school: School {
            id: 1,
            code: SchoolCode::parse("12AB").unwrap(),
            kind: SchoolKind::Vso,
            name: String::new(),
            place: String::new(),
            party: 1,
            coordinator: None,
            uwv_contact: None,
        },
        fixed,
        coordinator: None,
        uwv: None,
    };
    assert!(!with(vec![contact(1)]).is_complete());
    assert!(with(vec![contact(1), contact(2)]).is_complete());
}

#[test]
fn somebody_is_called_by_both_names_or_by_the_one_there_is() {
    let called = |given, family| person(1, given, family, PartyKind::Uwv, "UWV").full();
    assert_eq!(called("Jan", "de Boer"), "Jan de Boer");
    assert_eq!(called("Jan", ""), "Jan");
    assert_eq!(called("", "de Boer"), "de Boer");
}
