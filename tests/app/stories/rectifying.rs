//! Rectifying for good: what will happen is read back first, and whoever got the old value is listed afterwards.

use crate::desk::{Desk, issue_pages};

/// To the form of a rectification.
fn form(desk: &mut Desk) -> &mut Desk {
    desk.private().press(":").write("zonder spoor").press("Enter")
}

#[test]
fn the_form_of_a_rectification_says_whose_field_it_is_and_what_stands_there() {
    let (mut desk, _) = Desk::with_pupils(1);
    form(&mut desk);
    desk.sees("(rectificatie) · Daan Bakker").sees_not("nu: ");
    desk.press("a").sees("nu: Bakker").press("Backspace t").sees("nu leeg");
    desk.press("Backspace g");
    for columns in [80, 120] {
        let screen = desk.screen(columns, 24);
        assert!(
            screen.contains("· Daan Bakker") && screen.contains("nu: 29 feb"),
            "{screen}"
        );
    }
    desk.press("F8").sees_not("29 feb").sees_not("Bakker");
}

#[test]
fn a_number_that_is_a_bsn_is_no_rectification() {
    let (mut desk, table) = Desk::with_pupils(1);
    form(&mut desk);
    desk.press("l")
        .sees("leerlingnummer")
        .press("Tab")
        .write("111222333")
        .press("Enter");
    desk.sees("BSN");
    assert_ne!(desk.store().pupil(table.pupils[0]).unwrap().number, "111222333");
}

#[test]
fn what_cannot_be_taken_back_is_read_back_before_it_is_done() {
    let (mut desk, table) = Desk::with_pupils(1);
    let id = table.pupils[0];
    let class = desk.store().pupil(id).unwrap().class;
    form(&mut desk).press("k").sees("klas").press("Tab").write("Yildirim");
    desk.sees_not("ongedaan").press("Enter");
    let said = format!("klas: {} → Yildirim", if class.is_empty() { "leeg" } else { &class });
    desk.sees(&said).sees_not("Verbeterd");
    for (columns, rows) in [(80, 24), (120, 36)] {
        let screen = desk.screen(columns, rows);
        assert!(screen.contains("kan niet ongedaan worden gemaakt"), "{screen}");
        assert!(screen.contains("Enter nog een"), "{screen}");
    }
    assert_eq!(desk.store().pupil(id).unwrap().class, class, "nothing is done yet");
    // Another value and another field ask anew; only the same once more does it.
    desk.press("Backspace")
        .sees_not("ongedaan")
        .press("Enter")
        .sees("→ Yildiri ·");
    desk.press("Shift+Tab a").sees_not("ongedaan");
    desk.press("Enter").sees("achternaam: Bakker → Yildiri ·");
    assert_eq!(desk.store().pupil(id).unwrap().name.family, "Bakker");
    // Put aside and brought back, it is as if it was never read back.
    desk.press("Esc");
    form_again(&mut desk)
        .sees_not("ongedaan")
        .press("Enter")
        .sees("ongedaan");
    // Nothing of it is where others watch, and it is asked anew afterwards.
    desk.press("F8").sees_not("Yildiri");
    form(&mut desk).sees_not("ongedaan").press("Enter").sees("ongedaan");
    desk.press("Enter").sees("Verbeterd zonder spoor");
    let pupil = desk.store().pupil(id).unwrap();
    assert_eq!((pupil.name.family.as_str(), pupil.class), ("Yildiri", class));
}

fn form_again(desk: &mut Desk) -> &mut Desk {
    desk.press(":").write("zonder spoor").press("Enter")
}

#[test]
fn documents_that_cannot_hold_the_old_value_are_counted_and_not_listed() {
    let (mut desk, table) = Desk::with_pupils(2);
    let now = crate::desk::ten_o_clock();
    let daan = table.pupils[0];
    let pages = [(daan, "D.B."), (daan, "casus 1"), (daan, "Daan Bakker")];
    desk = desk.with_store(|store| issue_pages(store, &table, now, &pages));
    // No document has a class, of whatever kind.
    form(&mut desk).press("k Tab").write("zes").press("Enter Enter");
    desk.sees("Verbeterd zonder spoor van wat er stond: klas")
        .sees_not("Al uitgegeven");
    // Of minutes it is not known whether they were made with names; the page of a young person says so itself.
    form_again(&mut desk)
        .press("a Tab")
        .write("Bakkers")
        .press("Enter Enter");
    desk.sees("Al uitgegeven met de oude waarde van: achternaam")
        .sees("verslag voor UWV")
        .sees("blad voor de jongere voor Daan Bakker, 3 jun 2026")
        .sees("en 2 andere zonder deze waarde")
        .sees("AVG art. 19")
        .sees("Eerder uitgegeven stukken: 2")
        .sees_not("voor D.B.")
        .sees_not("voor casus 1");
}
