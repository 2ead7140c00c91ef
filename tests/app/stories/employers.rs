//! The card of an employer: who was placed there, with which contract, and what lasted.

use dakpan::domain::trajectory::Part;
use dakpan::text::Lang;

use super::trajectory::point_at;
use crate::desk::Desk;

/// A desk in private with two pupils placed at the same bakery: one still is, the other was for nine days.
fn with_a_bakery() -> Desk {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.private();
    desk.press("n w")
        .write("Bakkerij Jansen")
        .press("Tab Tab")
        .write("1-3-2026")
        .press("Tab Tab Tab v Tab");
    desk.write("32").press("Enter PgDn");
    desk.press("n t")
        .write("jansen")
        .press("Tab Tab")
        .write("1-5-2026")
        .press("Tab")
        .write("31-7-2026")
        .press("Enter");
    let id = desk.store().tiles(table.pupils[1]).unwrap()[0].id;
    point_at(&mut desk, Part::Tile(id));
    desk.press("x")
        .write("te druk")
        .press("Tab")
        .write("9-5-2026")
        .press("Enter");
    desk
}

#[test]
fn finding_an_employer_opens_its_card() {
    let mut desk = with_a_bakery();
    desk.press("/")
        .write("bakkerij")
        .press("Enter")
        .sees("2 geplaatst, 1 nu nog");
    desk.sees("Daan Bakker")
        .sees("werk, vast, 32 uur")
        .sees("loopt nog, 3 maanden");
    desk.sees("Mehmet Öztürk")
        .sees("stage")
        .sees("voorbij na 9 dagen")
        .sees("1 mei 2026 – 9 mei 2026  te druk");
    desk.speak(Lang::En)
        .sees("2 placed, 1 still there")
        .sees("over after 9 days");
    for size in [(60, 20), (80, 24), (200, 50)] {
        assert!(desk.screen(size.0, size.1).contains("Bakkerij"), "{size:?}");
    }
}

#[test]
fn the_card_closes_when_the_screen_is_shared_and_never_opens_there() {
    let mut desk = with_a_bakery();
    desk.press("/").write("bakkerij").press("Enter").sees("geplaatst");
    desk.press("F8")
        .sees_not("geplaatst")
        .sees_not("Bakker ")
        .sees_not("te druk");
    assert!(desk.program.state.overlay.is_none());
    desk.press("/")
        .write("bakkerij")
        .press("Enter")
        .sees("niets gevonden")
        .sees_not("geplaatst");
    desk.press("Esc :")
        .write("kaart van een werkgever")
        .press("Enter")
        .sees("alleen privé");
}

#[test]
fn from_the_card_to_the_form_and_back() {
    let mut desk = with_a_bakery();
    desk.press(":")
        .write("kaart van een werkgever")
        .press("Enter")
        .sees("Welke werkgever");
    desk.press("Enter").sees("2 geplaatst").press("e").sees("Soort partij");
    desk.press("F2")
        .sees("2 geplaatst")
        .press("e End")
        .write(" en zoon")
        .press("Enter");
    desk.press("/")
        .write("bakkerij")
        .press("Enter")
        .sees("Bakkerij Jansen en zoon");
    // Undo takes the new name back below the card, which is read anew.
    desk.press("Ctrl+z")
        .sees_not("en zoon")
        .sees("Bakkerij Jansen")
        .press("Esc");
    assert!(desk.program.state.overlay.is_none());
}

#[test]
fn only_an_employer_has_a_card() {
    let mut desk = with_a_bakery();
    desk.press(":")
        .write("kaart van een werkgever")
        .press("Enter")
        .write("sociale")
        .sees("niets gevonden")
        .press("Esc");
    desk.press(":")
        .write("partij wijzigen")
        .press("Enter")
        .write("sociale")
        .press("Enter F2")
        .sees("niets gekozen");
    desk.press("Esc N F2").sees("niets gekozen");
}

#[test]
fn an_employer_without_anybody_says_so() {
    let mut desk = Desk::empty();
    desk.private()
        .press(":")
        .write("nieuwe partij")
        .press("Enter")
        .write("Kapper")
        .press("Tab w Enter");
    desk.press("/")
        .write("kapper")
        .press("Enter")
        .sees("Hier is nog niemand geplaatst");
}
