//! A paragraph that was typed as text becomes an action or a decision, through the same preview.

use crate::desk::{Desk, Table};

fn in_a_note() -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    (desk, table)
}

fn text(desk: &Desk) -> String {
    desk.program.state.writing.as_ref().unwrap().editor.text().to_owned()
}

#[test]
fn an_earlier_paragraph_becomes_an_action_where_it_stands() {
    let (mut desk, table) = in_a_note();
    desk.write("stage gaat goed").press("Enter");
    desk.write("JB: Els belt ouders vrijdag").press("Enter");
    desk.write("thuis rustig");
    desk.press("Up Ctrl+t")
        .sees("→ ACTIE Els Vos (school): belt ouders · vr 05-06");
    assert_eq!(text(&desk), "stage gaat goed\n/a Els belt ouders vrijdag\nthuis rustig");
    // Nothing is recorded before Enter, and one step takes it back.
    assert!(desk.store().dossier(table.pupils[0]).unwrap().actions.is_empty());
    desk.press("Ctrl+z");
    assert_eq!(
        text(&desk),
        "stage gaat goed\nJB: Els belt ouders vrijdag\nthuis rustig"
    );
    desk.press("Ctrl+t Enter");
    assert_eq!(text(&desk), "stage gaat goed\nthuis rustig", "no empty line stays");
    desk.press("Esc").sees("ACTIE Els Vos (school): belt ouders · vr 05-06");
    let action = &desk.store().dossier(table.pupils[0]).unwrap().actions[0];
    assert_eq!(action.text, "belt ouders");
}

#[test]
fn a_day_in_the_middle_of_a_paragraph_is_read_as_in_a_line_and_whom_it_names_further_on_is_not_guessed() {
    let (mut desk, _) = in_a_note();
    desk.write("Els belt over 2 weken met de ploegbaas")
        .press("Ctrl+t")
        .sees("→ ACTIE Els Vos (school): belt over 2 weken met de ploegbaas")
        .sees("wo 17-06")
        .sees_not("datum?");
    desk.press("Ctrl+z");
    // *Els* may as well be whom it is about: *de leerling wil, Els wil niet*.
    desk.press("Ctrl+e Enter")
        .write("hij wil graag, Els belt over 2 weken met de ploegbaas")
        .press("Ctrl+t")
        .sees("→ ACTIE wie?: hij wil graag, Els belt over 2 weken")
        .sees("wo 17-06");
}

#[test]
fn a_decision_and_a_change_of_mind_before_enter() {
    let (mut desk, table) = in_a_note();
    desk.write("proefplaatsing vanaf 1 september")
        .press("Ctrl+t")
        .sees("→ ACTIE wie?");
    desk.press("Ctrl+d")
        .sees("→ BESLUIT proefplaatsing vanaf 1 september")
        .press("Enter Esc");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.decisions[0].text, "proefplaatsing vanaf 1 september");
    assert!(dossier.actions.is_empty());
}

#[test]
fn what_was_turned_can_be_taken_back_with_its_paragraph() {
    let (mut desk, table) = in_a_note();
    desk.write("stage gaat goed")
        .press("Enter")
        .write("Els belt ouders vrijdag")
        .press("Esc");
    let before = desk.dump();
    desk.press("i Ctrl+t Enter Esc");
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().actions.len(), 1);
    desk.press("Ctrl+z Ctrl+z");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert!(dossier.actions.is_empty());
    assert_eq!(dossier.notes[0].text, "stage gaat goed\nEls belt ouders vrijdag");
    assert_eq!(desk.dump(), before);
}

#[test]
fn leaving_the_note_gives_back_the_paragraph_that_nobody_took() {
    let (mut desk, table) = in_a_note();
    desk.write("JB: Els belt ouders vrijdag").press("Esc");
    let before = desk.dump();
    // In either way of leaving, also after a change of mind, and from KIES by name.
    for keys in ["i Ctrl+t Esc", "i Ctrl+t Ctrl+d Esc", "i Ctrl+d PgDn Esc PgUp Esc"] {
        desk.press(keys);
        assert_eq!(desk.dump(), before, "{keys}");
    }
    desk.press(":")
        .write("alinea actie")
        .press("Enter")
        .sees("→ ACTIE Els Vos");
    desk.press("Esc").sees_not("niet overgenomen");
    assert_eq!(desk.dump(), before);
    // A line that was typed on is what somebody typed.
    desk.press("i Ctrl+t").write(" om 10 uur").press("Esc");
    let note = &desk.store().dossier(table.pupils[0]).unwrap().notes[0];
    assert_eq!(note.text, "/a Els belt ouders vrijdag om 10 uur");
}

#[test]
fn by_name_the_last_paragraph_is_turned() {
    let (mut desk, _) = in_a_note();
    desk.write("stage gaat goed")
        .press("Enter")
        .write("Els belt ouders vrijdag")
        .press("Enter Enter Esc");
    desk.press(":").write("alinea actie").press("Enter");
    desk.sees("→ ACTIE Els Vos (school): belt ouders · vr 05-06")
        .press("Enter Esc");
    desk.sees("ACTIE Els Vos (school): belt ouders · vr 05-06");
}

#[test]
fn nothing_but_the_paragraph_that_was_turned_leaves_the_note() {
    let (mut desk, table) = in_a_note();
    desk.write("stage gaat goed")
        .press("Enter")
        .write("Els belt ouders vrijdag")
        .press("Esc");
    desk.press(":").write("alinea actie").press("Enter Enter");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(
        (dossier.actions.len(), dossier.notes[0].text.as_str()),
        (1, "stage gaat goed")
    );
}

#[test]
fn what_is_meant_for_the_chair_alone_is_not_turned_while_others_read_along() {
    let (mut desk, _) = in_a_note();
    desk.write("/p thuis is er ruzie").press("Ctrl+d");
    assert_eq!(text(&desk), "/p thuis is er ruzie");
    desk.sees_not("ruzie").sees("kan nu niet");
}
