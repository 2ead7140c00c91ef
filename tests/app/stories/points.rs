//! What is said at a point that is about no pupil: the opening, old actions, aftercare, a free point. It is written
//! down as at a pupil, and nothing of it is lost.

use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, ItemState, NoteKind};
use dakpan::domain::dossier::Point;

use crate::desk::{Desk, Table};

/// The first item of this kind in the first block.
fn item(desk: &Desk, table: &Table, kind: ItemKind) -> Id {
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let found = sitting.blocks[0].items.iter().find(|i| i.item.kind == kind);
    found.unwrap().item.id
}

fn point(desk: &Desk, table: &Table, kind: ItemKind) -> Point {
    desk.store().point(item(desk, table, kind)).unwrap()
}

#[test]
fn arriving_at_the_opening_puts_the_cursor_in_its_note() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter").sees("SCHRIJF").sees("Opening");
    desk.write("Iedereen stelt zich voor").sees("Iedereen stelt zich voor");
    desk.press("PgDn");
    let note = point(&desk, &table, ItemKind::Opening).note.unwrap();
    assert_eq!(note.text, "Iedereen stelt zich voor");
    assert_eq!(note.meeting, Some(table.meeting));
    desk.sees_not("Iedereen stelt zich voor")
        .press("PgUp")
        .write(", kort")
        .sees("Iedereen stelt zich voor, kort");
}

#[test]
fn the_key_of_a_point_stands_there_as_it_is_pressed() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn").sees("Esc o");
    desk.press("Esc")
        .sees_not("Esc o")
        .press("o")
        .sees("Er staan geen acties open");
}

#[test]
fn decisions_actions_and_lessons_of_a_free_point_are_read_back_under_its_title() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter Esc F")
        .write("Open dag in juni")
        .press("Enter");
    desk.press("PgDn PgDn PgDn").sees("Open dag in juni");
    desk.write("We gaan samen").press("Enter");
    desk.write("/b twee scholen delen een kraam").press("Enter");
    desk.write("/a Els mailt de folder half juni").press("Enter");
    desk.write("/l ouders kennen de open dag niet").press("Enter");
    desk.sees("BESLUIT twee scholen delen een kraam")
        .sees("mailt de folder");
    desk.press("Esc").sees("We gaan samen").sees("mailt de folder");
    let free = point(&desk, &table, ItemKind::Free);
    assert_eq!(free.note.as_ref().unwrap().text.trim_end(), "We gaan samen");
    assert_eq!((free.decisions.len(), free.actions.len()), (1, 1));
    assert_eq!(free.actions[0].due.unwrap().to_string(), "2026-06-15");
    let lessons = desk.store().lessons(5).unwrap();
    assert_eq!(lessons[0].noticed.text, "ouders kennen de open dag niet");
    assert_eq!(lessons[0].noticed.meeting, Some(table.meeting));
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let state = sitting.blocks[0].items.iter().find(|i| i.item.id == free.item).unwrap();
    assert_eq!(state.item.state, ItemState::Discussed, "something was recorded there");
    desk.press("T")
        .sees("Open dag in juni")
        .sees("BESLUIT twee scholen delen een kraam")
        .sees("mailt de folder");
    desk.press("Enter");
    let school = desk.store().old_actions(table.school, None).unwrap();
    assert!(
        school
            .iter()
            .any(|a| a.action.text == "mailt de folder" && a.pupil.is_none())
    );
}

#[test]
fn what_was_written_at_a_point_is_there_after_a_restart_and_a_kill() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter")
        .write("Nog niet iedereen is er")
        .press("Enter");
    desk.write("/b we beginnen vast").press("Enter").write("halve zi");
    let mut desk = desk.kill_and_restart();
    desk.sees("Nog niet iedereen is er")
        .sees("halve zi")
        .sees("BESLUIT we beginnen vast");
    assert!(desk.store().drafts().unwrap().is_empty());
    assert_eq!(
        point(&desk, &table, ItemKind::Opening).note.unwrap().text,
        "Nog niet iedereen is er\nhalve zi"
    );
    desk.press("Esc");
    desk.restart().sees("halve zi").sees("BESLUIT we beginnen vast");
}

#[test]
fn undo_takes_it_back_step_by_step() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter Esc");
    let before = desk.dump();
    desk.press("i")
        .write("een")
        .press("Enter")
        .write("/b zo doen we het")
        .press("Enter Esc");
    desk.sees("BESLUIT zo doen we het");
    desk.press("Ctrl+z").sees("BESLUIT zo doen we het");
    assert!(point(&desk, &table, ItemKind::Opening).note.is_none());
    desk.press("Ctrl+z").sees_not("BESLUIT zo doen we het");
    assert_eq!(desk.dump(), before);
    desk.press("Ctrl+y Ctrl+y").sees("BESLUIT zo doen we het").sees("een");
}

#[test]
fn a_working_note_at_a_point_is_the_chairs_alone() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter")
        .write("/p kanarie in de opening")
        .press("Enter")
        .sees("F8");
    desk.sees_not("kanarie");
    desk.press("Esc").private().press("p").sees("kanarie in de opening");
    desk.press("Esc F8").sees_not("kanarie");
    let opening = point(&desk, &table, ItemKind::Opening);
    assert!(opening.note.is_none());
    assert_eq!(opening.working.unwrap().text, "kanarie in de opening");
    assert_eq!(
        desk.store().point_note_text(NoteKind::Table, opening.item).unwrap(),
        None
    );
}

#[test]
fn a_decision_at_the_aftercare_is_of_no_pupil_and_fits_in_the_smallest_window() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn PgDn").sees("Nazorg");
    for at in 1..=12 {
        desk.write(&format!("/b besluit nummer {at}")).press("Enter");
    }
    desk.write("hier schrijf ik");
    for (columns, rows) in [(60, 20), (80, 24), (120, 36), (200, 50)] {
        let screen = desk.screen(columns, rows);
        assert!(screen.contains("besluit nummer 12"), "{screen}");
        assert!(screen.contains("hier schrijf ik"), "{screen}");
    }
    let aftercare = point(&desk, &table, ItemKind::Aftercare);
    assert_eq!(aftercare.decisions.len(), 12);
    assert!(aftercare.decisions.iter().all(|d| d.pupil.is_none()));
    assert!(desk.store().dossier(table.pupils[0]).unwrap().decisions.is_empty());
}
