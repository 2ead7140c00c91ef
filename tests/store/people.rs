use dakpan::domain::codes::{PartyKind, SchoolKind};
use dakpan::domain::people::SchoolCode;
use dakpan::store::{Constraint, Store, StoreError};

use super::table::{Table, new_person, new_school};
use super::{ABOUT, at};

#[test]
fn a_school_without_a_party_gets_one_of_its_own() {
    let table = Table::new();
    let school = table.store.school(table.school).unwrap();
    let parties = table.store.parties(Some(PartyKind::School)).unwrap();
    assert_eq!(parties.len(), 1);
    assert_eq!(
        (parties[0].id, parties[0].name.as_str(), parties[0].place.as_str()),
        (school.party, "De Brug", "Dordrecht")
    );
    assert_eq!(table.store.parties(None).unwrap().len(), 3);
}

#[test]
fn parties_people_and_schools_can_be_changed_and_undone() {
    let mut table = Table::new();
    let school = table.school;
    let mut party = table.store.parties(Some(PartyKind::Uwv)).unwrap().remove(0);
    party.name = "UWV Drechtsteden".into();
    table.round(|s| s.parties(None), |tx| tx.update_party(&party));
    let of_social = table.social;
    let added = table.round(
        |s| s.people(None, 100),
        |tx| tx.insert_person(&new_person(of_social, "Mo", "Aydin")),
    );
    let mut person = table.store.person(added).unwrap();
    assert_eq!(
        (person.full().as_str(), person.party_kind),
        ("Mo Aydin", PartyKind::Municipality)
    );
    person.phone = "078-000 00 09".into();
    table.round(move |s| s.person(added), |tx| tx.update_person(&person));
    person.active = false;
    table.round(|s| s.people(None, 100), |tx| tx.update_person(&person));
    assert!(table.store.people(None, 100).unwrap().iter().all(|one| one.id != added));
    assert_eq!(
        table.store.person(added).unwrap(),
        person,
        "what they did keeps their name"
    );
    let mut known = table.store.school(school).unwrap();
    known.name = "De Nieuwe Brug".into();
    known.code = SchoolCode::parse("00ab-01").unwrap();
    table.round(|s| s.schools(), |tx| tx.update_school(&known));
    let code = SchoolCode::parse("00AB01").unwrap();
    assert_eq!(table.store.school_by_code(&code).unwrap(), Some(known));
    assert_eq!(
        table
            .store
            .school_by_code(&SchoolCode::parse("00AB00").unwrap())
            .unwrap(),
        None
    );
}

#[test]
fn a_code_is_of_one_school_and_a_record_that_is_not_there_is_missing() {
    let mut table = Table::new();
    let twice = new_school("De Brug", "00AB00", SchoolKind::Vso);
    let refused = table.store.change(ABOUT, at("10:10:00"), |tx| tx.insert_school(&twice));
    assert_eq!(refused, Err(StoreError::Refused(Constraint::Unique)));
    assert_eq!(
        table.store.parties(Some(PartyKind::School)).unwrap().len(),
        1,
        "nothing of it stays"
    );
    assert_eq!(table.store.person(1), Err(StoreError::Missing("person")));
    assert_eq!(table.store.contacts(1), Err(StoreError::Missing("school")));
    let mut nobody = table.store.person(table.jan).unwrap();
    nobody.id = 1;
    let missing = table
        .store
        .change(ABOUT, at("10:10:00"), |tx| tx.update_person(&nobody));
    assert_eq!(missing, Err(StoreError::Missing("person")));
}

/// The fixed contacts of De Brug as rank and given name.
fn ranks(store: &Store) -> Result<Vec<(u8, String)>, StoreError> {
    let school = store.schools()?[0].id;
    let contacts = store.contacts(school)?;
    Ok(contacts.fixed.into_iter().map(|(rank, p)| (rank, p.given)).collect())
}

fn named(expected: &[(u8, &str)]) -> Vec<(u8, String)> {
    expected
        .iter()
        .map(|(rank, name)| (*rank, (*name).to_owned()))
        .collect()
}

#[test]
fn contacts_are_the_two_fixed_ones_the_coordinator_and_uwv() {
    let table = Table::new();
    let contacts = table.store.contacts(table.school).unwrap();
    assert_eq!(ranks(&table.store).unwrap(), named(&[(1, "Jan"), (2, "Ria")]));
    assert_eq!(contacts.coordinator.as_ref().map(|p| p.id), Some(table.els));
    assert_eq!(contacts.uwv.as_ref().map(|p| p.id), Some(table.karin));
    assert!(contacts.is_complete());
}

#[test]
fn fixed_contacts_change_places_and_leave_without_tripping() {
    let mut table = Table::new();
    let (school, jan, ria, els) = (table.school, table.jan, table.ria, table.els);
    table.round(ranks, |tx| tx.set_fixed_contact(school, 1, Some(ria)));
    assert_eq!(ranks(&table.store).unwrap(), named(&[(1, "Ria"), (2, "Jan")]));
    table.round(ranks, |tx| tx.set_fixed_contact(school, 3, Some(els)));
    table.round(ranks, |tx| tx.set_fixed_contact(school, 1, None));
    assert_eq!(ranks(&table.store).unwrap(), named(&[(2, "Jan"), (3, "Els")]));
    table.round(ranks, |tx| tx.set_fixed_contact(school, 1, Some(jan)));
    assert_eq!(
        ranks(&table.store).unwrap(),
        named(&[(1, "Jan"), (3, "Els")]),
        "nobody is there twice"
    );
    let outside = table
        .store
        .change(ABOUT, at("10:10:00"), |tx| tx.set_fixed_contact(school, 10, Some(ria)));
    assert_eq!(outside, Err(StoreError::Refused(Constraint::Check)));
}

#[test]
fn contacts_are_found_by_any_part_of_name_place_or_code() {
    let mut table = Table::new();
    table.change(|tx| tx.insert_school(&new_school("Het Écluse-college", "00CD00", SchoolKind::Vso)));
    let names = |store: &Store, text: &str| -> Vec<String> {
        let found = store.find_contacts(text, 10).unwrap();
        found.into_iter().map(|c| c.school.name).collect()
    };
    for text in ["brug", "RUG", "00ab", "brug dordrecht", "  de   br "] {
        assert_eq!(names(&table.store, text), ["De Brug"], "{text}");
    }
    assert_eq!(names(&table.store, "ecluse"), ["Het Écluse-college"]);
    assert_eq!(names(&table.store, "dordrecht"), ["De Brug", "Het Écluse-college"]);
    assert_eq!(names(&table.store, ""), ["De Brug", "Het Écluse-college"]);
    assert_eq!(names(&table.store, "rotterdam"), [""; 0]);
    let found = table.store.find_contacts("brug", 10).unwrap();
    assert_eq!(found[0], table.store.contacts(table.school).unwrap());
}
