//! Two people, two parties or two schools of one name: a form keeps the one it holds, and never guesses.

use dakpan::domain::Id;
use dakpan::domain::codes::PartyKind;
use dakpan::store::{About, NewPerson, NewSchool};

use crate::desk::{Desk, Table};

struct Doubles {
    /// Jan de Boer of UWV in Rotterdam, the second fixed contact of De Brug.
    jan_uwv: Id,
    /// Jan de Boer of the social service, its first.
    jan_social: Id,
    /// UWV in Rotterdam; another one is in Dordrecht.
    rotterdam: Id,
    /// De Brug in Gouda; the one at the table is in Dordrecht.
    gouda: Id,
}

fn doubled() -> (Desk, Table, Doubles) {
    let (desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    let about = About {
        intent: "new_person",
        pupil: None,
        meeting: None,
    };
    let mut doubles = None;
    let mut desk = desk.with_store(|store| {
        let jan_social = store.contacts(table.school).unwrap().fixed[0].1.id;
        let made = store.change(about, now, |tx| {
            let rotterdam = tx.insert_party(PartyKind::Uwv, "UWV", "Rotterdam")?;
            let jan_uwv = tx.insert_person(&NewPerson {
                party: rotterdam,
                given: "Jan".into(),
                family: "de Boer".into(),
                position: String::new(),
                phone: "010-000 00 09".into(),
                email: String::new(),
            })?;
            tx.set_fixed_contact(table.school, 2, Some(jan_uwv))?;
            let gouda = tx.insert_school(&NewSchool {
                code: dakpan::domain::people::SchoolCode::parse("00XY00").unwrap(),
                kind: dakpan::domain::codes::SchoolKind::Pro,
                name: "De Brug".into(),
                place: "Gouda".into(),
                party: None,
                uwv_contact: None,
            })?;
            Ok(Doubles {
                jan_uwv,
                jan_social,
                rotterdam,
                gouda,
            })
        });
        doubles = Some(made.unwrap());
    });
    desk.private();
    (desk, table, doubles.unwrap())
}

fn fixed(desk: &Desk, table: &Table) -> Vec<Id> {
    let fixed = desk.store().contacts(table.school).unwrap().fixed;
    fixed.into_iter().map(|(_, person)| person.id).collect()
}

fn edit_school(desk: &mut Desk) -> &mut Desk {
    desk.press(":").write("school en haar").press("Enter")
}

#[test]
fn a_school_that_is_changed_keeps_its_contacts_though_they_share_a_name() {
    let (mut desk, table, doubles) = doubled();
    edit_school(&mut desk)
        .sees("Jan de Boer · Sociale Dienst")
        .sees("Jan de Boer · UWV");
    desk.press("Tab Tab Tab Ctrl+e").write("Papendrecht").press("Enter");
    assert_eq!(fixed(&desk, &table), [doubles.jan_social, doubles.jan_uwv]);
    assert_eq!(desk.store().school(table.school).unwrap().place, "Papendrecht");
}

#[test]
fn a_name_that_two_people_have_chooses_neither_until_the_party_is_behind_it() {
    let (mut desk, table, doubles) = doubled();
    // The first contact: name, BRIN, kind, place come before it.
    edit_school(&mut desk)
        .press("Tab Tab Tab Tab Ctrl+e")
        .write("jan de boer");
    desk.sees("→ Sociale Dienst | UWV");
    desk.press("Enter").sees("zo heten er meer");
    assert_eq!(
        fixed(&desk, &table),
        [doubles.jan_social, doubles.jan_uwv],
        "nothing was kept"
    );
    desk.write(" uwv")
        .press("Tab Ctrl+e")
        .write("Jan de Boer, sociale")
        .press("Enter");
    assert_eq!(
        fixed(&desk, &table),
        [doubles.jan_uwv, doubles.jan_social],
        "they changed places"
    );
}

#[test]
fn a_professional_who_is_changed_stays_with_the_party_of_the_right_place() {
    let (mut desk, _, doubles) = doubled();
    desk.press(":")
        .write("professional wijzigen")
        .press("Enter")
        .write("jan de boer");
    let found = desk.screen(120, 36);
    assert!(
        found.contains("010-000 00 09") && found.contains("078-000 00 01"),
        "{found}"
    );
    desk.press(if found.find("010-000").unwrap() < found.find("078-000").unwrap() {
        "Enter"
    } else {
        "Down Enter"
    });
    desk.sees("UWV · Rotterdam")
        .press("Tab Tab Tab")
        .write("arbeidsdeskundige")
        .press("Enter");
    let person = desk.store().person(doubles.jan_uwv).unwrap();
    assert_eq!(
        (person.party, person.position.as_str()),
        (doubles.rotterdam, "arbeidsdeskundige")
    );
    // A new one with the bare name of the party is asked which.
    desk.press(":")
        .write("nieuwe professional")
        .press("Enter")
        .write("Piet")
        .press("Tab Tab")
        .write("uwv");
    desk.press("Enter")
        .sees("→ Dordrecht | Rotterdam")
        .sees("zo heten er meer");
    desk.write(" rot").press("Enter").sees_not("zo heten er meer");
    let people = desk.store().people(Some(doubles.rotterdam), 9).unwrap();
    assert!(people.iter().any(|p| p.given == "Piet"));
}

#[test]
fn a_meeting_is_planned_with_the_school_at_hand_though_another_has_its_name() {
    let (mut desk, table, doubles) = doubled();
    desk.press("P").sees("De Brug · Dordrecht");
    for _ in 0..6 {
        desk.press("Tab");
    }
    desk.write("de brug").press("Enter").sees("zo heten er meer");
    desk.write(" gouda").press("Enter");
    let lines = desk.store().meeting_lines(5).unwrap();
    let schools: Vec<Id> = lines
        .iter()
        .flat_map(|line| line.schools.iter().map(|(id, _)| *id))
        .collect();
    assert!(schools.contains(&doubles.gouda), "the typed one");
    let planned = lines
        .iter()
        .find(|line| line.schools.iter().any(|(id, _)| *id == doubles.gouda))
        .unwrap();
    assert_eq!(planned.schools.first().map(|(id, _)| *id), Some(table.school));
}
