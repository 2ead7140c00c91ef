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

/// Two thousand rows against ten thousand people: each row is held beside whoever it may be about, and beside nobody else.
#[test]
fn what_a_long_list_costs_hangs_on_the_list_and_not_on_how_many_people_there_are() {
    const SCHOOLS: usize = 500;
    let (mut desk, _, _folder) = desk(&[]);
    let now = desk.now;
    let code = |at: usize| {
        let letters = [b'A' + (at / 26 % 26) as u8, b'A' + (at % 26) as u8];
        format!("77{}{:02}", std::str::from_utf8(&letters).unwrap(), at / 676)
    };
    desk = desk.with_store(|store| {
        store
            .fill(now, |tx| {
                let party = tx.insert_party(PartyKind::Municipality, "Dienst Rijnstreek", "Leiden")?;
                for at in 0..10_000 {
                    tx.insert_person(&NewPerson {
                        party,
                        given: "Kim".into(),
                        family: format!("Medewerker{at}"),
                        email: format!("kim{at}@rijnstreek.example"),
                        ..NewPerson::default()
                    })?;
                }
                for at in 0..SCHOOLS {
                    tx.insert_school(&NewSchool {
                        code: SchoolCode::parse(&code(at)).unwrap(),
                        kind: SchoolKind::Pro,
                        name: format!("School {at}"),
                        place: "Leiden".into(),
                        party: None,
                        uwv_contact: None,
                    })?;
                }
                Ok(())
            })
            .unwrap();
    });
    let mut text = String::from("school;rang;naam;partij;email\n");
    for at in 0..SCHOOLS {
        let school = code(at);
        // By mail under another name, by name alone, by that other name alone, and somebody new.
        let known = at * 4;
        text += &format!("{school};1;Kim Anders{at};Dienst Rijnstreek;KIM{known}@rijnstreek.example\n");
        text += &format!("{school};2;kim medewerker{};DIENST RIJNSTREEK;\n", known + 1);
        text += &format!("School {};3;Kim Anders{at};Dienst Rijnstreek;\n", (at + 1) % SCHOOLS);
        text += &format!("{school};4;Nieuw Iemand{at};Dienst Rijnstreek;nieuw{at}@rijnstreek.example\n");
    }
    let read = OtherList::read(ListKind::Contacts, text.as_bytes(), None, &|_| true);
    let plan = OtherPlan::of(desk.store(), read.unwrap().unwrap()).unwrap();
    assert!(plan.refused.is_empty(), "{:?}", plan.refused);
    assert_eq!((plan.done.len(), plan.unchanged), (4 * SCHOOLS, 0));
    assert!(
        plan.compared >= 3 * SCHOOLS && plan.compared <= 2 * 4 * SCHOOLS,
        "{} for {} rows",
        plan.compared,
        4 * SCHOOLS
    );
    // Whoever was found by mail is found under the new name in the row of another school, and is added nowhere twice.
    desk = desk.with_store(|store| plan.write(store, now).unwrap());
    let people = desk.store().people(None, 20_000).unwrap();
    assert_eq!(
        people
            .iter()
            .filter(|one| one.email.ends_with("@rijnstreek.example"))
            .count(),
        10_000 + SCHOOLS
    );
    assert_eq!(people.iter().filter(|one| one.full() == "Kim Anders7").count(), 1);
}
