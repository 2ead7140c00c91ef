//! Whom to call: one key, and a letter for another school.

use crate::desk::Desk;

#[test]
fn the_two_fixed_contacts_are_one_key_away_from_anywhere() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("c")
        .sees("Jan de Boer")
        .sees("Ria Kok")
        .sees("Els Vos")
        .sees("Karin Smit")
        .sees("078-000 00 01");
    desk.press("Esc S Enter Enter PgDn PgDn").write("midden in een zin");
    desk.press("F4").sees("Jan de Boer");
    desk.press("Esc").sees("midden in een zin").sees("SCHRIJF");
}

#[test]
fn a_letter_gives_another_school() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("c").write("schak").sees("De Schakel").sees("Els Tak");
}

#[test]
fn a_school_without_exactly_two_contacts_is_hinted_at() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press(":").write("school en haar").press("Enter");
    // Name, BRIN, kind, place, first contact, second contact.
    desk.press("Tab Tab Tab Tab Tab Ctrl+e Delete Enter F8");
    assert_eq!(desk.store().contacts(table.school).unwrap().fixed.len(), 1);
    desk.press("S Enter Enter")
        .sees("1 vast contact van 2")
        .sees("één vaste contactpersoon");
}

#[test]
fn whoever_no_longer_works_there_is_told_so_where_they_are_called() {
    let (desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let mut jan = store.contacts(table.school).unwrap().fixed[0].1.clone();
        jan.active = false;
        let about = dakpan::store::About {
            intent: "edit_person",
            pupil: None,
            meeting: None,
        };
        store.change(about, now, |tx| tx.update_person(&jan)).unwrap();
    });
    desk.press("c")
        .sees("Jan de Boer (werkt er niet meer)")
        .sees_not("Ria Kok (");
}

#[test]
fn enter_copies_the_first_contact_and_2_the_second_and_it_is_said_which() {
    let (mut desk, _) = Desk::with_pupils(1);
    assert_eq!(desk.program.take_copied(), None);
    desk.press("c Enter")
        .sees("Gekopieerd: naam, telefoon en e-mail van vast contact 1");
    assert_eq!(
        desk.program.take_copied().as_deref(),
        Some("Jan de Boer, 078-000 00 01, post@voorbeeld.nl")
    );
    assert_eq!(desk.program.take_copied(), None, "copied once");
    desk.press("2").sees("vast contact 2").sees("Ria Kok");
    assert!(desk.program.take_copied().unwrap().starts_with("Ria Kok, "));
    desk.write("schak").press("Enter").sees("De Schakel");
    assert!(desk.program.take_copied().unwrap().starts_with("Jan de Boer"));
    desk.press("Esc").sees("D.B.");
}

#[test]
fn only_contacts_are_copied_and_only_on_purpose() {
    let (mut desk, _) = Desk::with_pupils(1);
    // In private, with everything of a pupil on the screen, no other Enter and no other 2 copies.
    desk.press("S Enter Enter Esc")
        .private()
        .press("PgDn PgDn Esc 2 e Enter : Esc / 2 Esc c F9 Enter 2 F9");
    assert_eq!(desk.program.take_copied(), None);
    let (mut desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    desk = desk.with_store(|store| {
        let about = dakpan::store::About {
            intent: "edit_school",
            pupil: None,
            meeting: None,
        };
        store
            .change(about, now, |tx| tx.set_fixed_contact(table.school, 2, None))
            .unwrap();
    });
    desk.press("c 2").sees("deze school heeft dat vaste contact niet");
    assert_eq!(desk.program.take_copied(), None);
}
