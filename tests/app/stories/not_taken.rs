//! A line that was meant to become a record and was not taken is never lost in silence; nor is what was typed unseen.

use dakpan::domain::codes::ItemState;

use crate::desk::{Desk, Table};

/// At the first pupil of an open meeting, writing.
fn at_first_pupil(pupils: usize) -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(pupils);
    desk.press("S a a a a Enter PgDn PgDn");
    (desk, table)
}

fn item_state(desk: &Desk, table: &Table, pupil: usize) -> ItemState {
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let mut items = sitting.blocks.iter().flat_map(|block| &block.items);
    let of = Some(table.pupils[pupil]);
    items.find(|item| item.item.pupil == of).unwrap().item.state
}

#[test]
fn leaving_says_that_a_line_was_not_taken() {
    for keys in ["Esc", "PgDn", "F1"] {
        let (mut desk, _) = at_first_pupil(2);
        desk.write("/a Els mailt asiel vrijdag").press(keys);
        if keys == "F1" {
            desk.press("Esc");
            continue;
        }
        desk.sees("1 regel niet bevestigd; Enter op de regel legt vast");
    }
    let (mut desk, _) = at_first_pupil(1);
    desk.write("/a Els mailt asiel vrijdag").press("Enter Esc");
    desk.sees_not("niet bevestigd");
}

#[test]
fn a_command_without_a_word_is_no_text() {
    let (mut desk, table) = at_first_pupil(1);
    desk.write("gesproken").press("Esc a Esc").sees_not("niet bevestigd");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.notes[0].text, "gesproken");
}

#[test]
fn closing_says_first_what_it_leaves_behind() {
    let (mut desk, table) = at_first_pupil(3);
    desk.write("/a iets regelen").press("Enter");
    desk.write("/b niet genomen").press("Esc S");
    desk.sees("Sluiten? schuift door 4 · actie zonder wie of datum 1 · regel niet bevestigd 1");
    let screen = desk.screen(80, 24);
    assert!(screen.contains("bevestigd 1"), "{screen}");
    // The second key closes; there is nothing to dismiss.
    desk.press("S");
    assert!(desk.store().meeting(table.meeting).unwrap().is_closed());
}

#[test]
fn a_slip_of_the_hand_is_not_a_discussion_and_erasing_takes_one_back() {
    let (mut desk, table) = at_first_pupil(2);
    desk.write("x").press("Esc");
    assert_eq!(item_state(&desk, &table, 0), ItemState::Open);
    desk.press("i").write(" stage loopt").press("Esc");
    assert_eq!(item_state(&desk, &table, 0), ItemState::Discussed);
    desk.press("i Ctrl+e Delete Esc");
    assert_eq!(item_state(&desk, &table, 0), ItemState::Open);
}

#[test]
fn what_else_was_recorded_keeps_an_item_discussed() {
    for keys in ["r g", "u b", "k g g"] {
        let (mut desk, table) = at_first_pupil(2);
        desk.press("Esc").press(keys);
        desk.press("i").write("stage loopt").press("Esc i Ctrl+e Delete Esc");
        assert_eq!(item_state(&desk, &table, 0), ItemState::Discussed, "{keys}");
    }
    let (mut desk, table) = at_first_pupil(2);
    desk.write("/b proefplaatsing").press("Enter");
    desk.write("stage loopt").press("Esc i Ctrl+e Delete Esc");
    assert_eq!(item_state(&desk, &table, 0), ItemState::Discussed);
}

#[test]
fn nothing_is_typed_while_the_screen_is_blank() {
    let (mut desk, table) = at_first_pupil(1);
    desk.write("ervoor").press("F9").write("ongezien").press("Enter");
    desk.sees("Scherm gepauzeerd: F9 om verder te schrijven")
        .sees_not("ervoor");
    desk.press("F9").write(" en erna").press("Esc");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.notes[0].text, "ervoor en erna");
}
