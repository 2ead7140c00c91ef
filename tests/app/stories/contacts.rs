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
    desk.press("Esc S Enter PgDn PgDn").write("midden in een zin");
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
    desk.press("S Enter")
        .sees("1 vast contact van 2")
        .sees("één vaste contactpersoon");
}
