//! Schools and fixed contacts into the file, by keys: the same preview, and one undo.

use dakpan::app::importing::{ListKind, OtherList, OtherPlan};
use dakpan::domain::codes::{PartyKind, SchoolKind};
use dakpan::domain::people::SchoolCode;
use dakpan::store::{NewPerson, NewSchool};
use dakpan::text::Lang;

use super::desk;

#[test]
fn schools_are_shown_first_and_one_undo_takes_them_back() {
    let list = std::fs::read(super::sent("../../../data/scholen-verzonnen.csv")).unwrap();
    let (mut desk, _, _folder) = desk(&[("scholen.csv", &list)]);
    let (before, there) = (desk.dump(), desk.store().schools().unwrap().len());
    desk.palette("importeer scholen").sees("Welke lijst? · scholen");
    desk.press("Enter").read();
    desk.sees("00AB01 De Brug, locatie Zuid")
        .sees("Niet begrepen en niet gelezen: PROVINCIE");
    desk.sees("Er is nog niets geschreven");
    assert_eq!(desk.dump(), before, "looking writes nothing");
    desk.press("Enter").written().sees("Ingelezen: nieuw");
    assert!(desk.store().schools().unwrap().len() > there);
    desk.press("Ctrl+z").sees("Ongedaan: ingelezen lijst");
    assert_eq!(desk.dump(), before);
}

#[test]
fn contacts_are_shown_with_what_is_refused_and_one_undo_takes_them_back() {
    let (mut desk, table, folder) = desk(&[]);
    let school = desk.store().school(table.school).unwrap();
    let party = desk.store().parties(None).unwrap()[0].name.clone();
    let text = format!(
        "school;rang;naam;partij;telefoon;schoenmaat\n\
         {0};8;Nieuw Iemand;{party};078-1;42\n\
         {0};9;Ander Iemand;Onbekend BV;;\n",
        school.code
    );
    std::fs::write(folder.path().join("contacten.csv"), text).unwrap();
    let before = desk.dump();
    desk.palette("importeer contacten")
        .sees("Welke lijst? · vaste contactpersonen");
    desk.press("Enter").read();
    desk.sees("rij 3 · partij 'Onbekend BV': deze partij staat niet in het bestand");
    desk.sees("8: Nieuw Iemand")
        .sees("Niet begrepen en niet gelezen: schoenmaat");
    // What belongs to pupils is not asked here.
    desk.press("k v V g").sees("8: Nieuw Iemand");
    assert_eq!(desk.dump(), before);
    desk.press("Enter").written().sees("Ingelezen: nieuw 1");
    let fixed = desk.store().contacts(table.school).unwrap().fixed;
    assert!(fixed.iter().any(|(rank, one)| *rank == 8 && one.phone == "078-1"));
    desk.press("Ctrl+z");
    assert_eq!(desk.dump(), before);
    // A second time, with what is there already.
    desk.press("Ctrl+y")
        .palette("importeer contacten")
        .press("Enter")
        .read();
    desk.press("Enter").sees("De lijst zegt niets nieuws");
}

/// What stands there is seen before it is overwritten.
#[test]
fn a_school_that_changes_is_shown_as_it_was_and_as_it_becomes() {
    let (mut desk, table, folder) = desk(&[]);
    let school = desk.store().school(table.school).unwrap();
    let text = format!(
        "brin;vestigingsnaam;plaatsnaam;onderwijsstructuur\n{};De Overkant;;pro\n",
        school.code
    );
    std::fs::write(folder.path().join("scholen.csv"), text).unwrap();
    desk.palette("importeer scholen").press("Enter").read();
    desk.sees(&format!("naam {} → De Overkant", school.name));
}

/// Whoever has no school yet cannot have a list of pupils, and begins with one of schools.
#[test]
fn a_list_of_another_kind_is_told_to_be_none() {
    let pupils = "Leerlingnummer;Roepnaam;Achternaam\n1;Noor;Bakker\n";
    let (mut desk, _, _folder) = desk(&[("klas.csv", pupils.as_bytes())]);
    let before = desk.dump();
    desk.palette("importeer scholen").press("Enter").read();
    desk.sees("Welke lijst? · scholen").press("Esc");
    desk.speak(Lang::En);
    desk.palette("import contacts")
        .sees("Which list? · fixed contacts")
        .press("Enter")
        .read();
    desk.sees("Which list?").press("Esc");
    assert_eq!(desk.dump(), before);
    assert!(
        desk.store()
            .school_by_code(&SchoolCode::parse("00AB01").unwrap())
            .unwrap()
            .is_none()
    );
}

/// Somebody is known by mail under another name, by name, and by that other name alone; whoever is new is added.
#[test]
fn a_person_is_found_by_mail_and_by_name_and_added_nowhere_twice() {
    let (mut desk, table, _folder) = desk(&[]);
    let now = desk.now;
    let here = desk.store().school(table.school).unwrap().code.to_string();
    desk = desk.with_store(|store| {
        store
            .fill(now, |tx| {
                let party = tx.insert_party(PartyKind::Municipality, "Dienst Rijnstreek", "Leiden")?;
                for (given, email) in [("Kim", "kim@rijnstreek.example"), ("Bo", "bo@rijnstreek.example")] {
                    tx.insert_person(&NewPerson {
                        party,
                        given: given.into(),
                        family: "Medewerker".into(),
                        email: email.into(),
                        ..NewPerson::default()
                    })?;
                }
                tx.insert_school(&NewSchool {
                    code: SchoolCode::parse("77AA00").unwrap(),
                    kind: SchoolKind::Pro,
                    name: "Het Kompas".into(),
                    place: "Leiden".into(),
                    party: None,
                    uwv_contact: None,
                })
            })
            .unwrap();
    });
    let text = format!(
        "school;rang;naam;partij;email\n\
         {here};6;Kim Anders;Dienst Rijnstreek;KIM@rijnstreek.example\n\
         {here};7;bo medewerker;DIENST RIJNSTREEK;\n\
         Het Kompas;3;Kim Anders;Dienst Rijnstreek;\n\
         {here};8;Nieuw Iemand;Dienst Rijnstreek;nieuw@rijnstreek.example\n"
    );
    let read = OtherList::read(ListKind::Contacts, text.as_bytes(), None, &|_| true);
    let plan = OtherPlan::of(desk.store(), read.unwrap().unwrap()).unwrap();
    assert!(plan.refused.is_empty(), "{:?}", plan.refused);
    assert_eq!((plan.done.len(), plan.unchanged), (4, 0));
    desk = desk.with_store(|store| plan.write(store, now).unwrap());
    let people = desk.store().people(None, 20_000).unwrap();
    let mut told: Vec<String> = people
        .iter()
        .filter(|one| one.party_name == "Dienst Rijnstreek")
        .map(|one| format!("{} {}", one.full(), one.email))
        .collect();
    told.sort();
    let mails = [
        "Kim Anders KIM@rijnstreek.example",
        "Nieuw Iemand nieuw@rijnstreek.example",
        "bo medewerker bo@rijnstreek.example",
    ];
    assert_eq!(told, mails);
}
