//! What a careful reviewer tried: the edges between schools, between memory and file, between a slip and a loss.

use dakpan::app::message::Message;
use dakpan::domain::codes::{ItemKind, ItemState, Route};

use crate::desk::Desk;

#[test]
fn alt_and_i_after_typing_keeps_what_was_typed() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn").write("belangrijke tekst");
    let mut key = crate::desk::key("i");
    key.alt = true;
    desk.send(Message::Key(key));
    desk.write("!").press("Esc");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().notes[0].text,
        "belangrijke tekst!"
    );
}

#[test]
fn going_back_to_the_first_school_is_a_boundary_too() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn PgDn PgDn PgDn Enter Enter PgDn PgDn Esc")
        .sees("Y.G.")
        .wait(60);
    desk.press("PgUp PgUp PgUp")
        .sees_not("D.B.")
        .sees_not("Daan")
        .sees("De Brug");
    desk.press("Enter Enter").sees("D.B.");
}

#[test]
fn the_next_school_waits_too_when_nobody_was_confirmed_in_the_first() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Esc PgDn PgDn Esc").sees("D.B.");
    desk.press("PgDn PgDn PgDn").sees_not("D.B.").sees("De Schakel");
    for keys in ["Esc", "T", "H", "A", "F4 Esc T"] {
        desk.press(keys).sees_not("Y.G.").sees_not("Yara").sees("De Schakel");
    }
    // Once it was said who is there, its pupils are read.
    desk.press("F1 Esc").sees("Els Tak");
    desk.press("Enter Enter PgDn PgDn").sees("Y.G.");
}

#[test]
fn nothing_of_the_next_school_can_be_asked_for_before_its_people_are_there() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn PgDn PgDn PgDn");
    for keys in ["F1 Esc o", "T", "H", "/", "A", "i", "s", "F4 Esc T"] {
        desk.press(keys).sees_not("Y.G.").sees_not("Yara").sees("De Schakel");
    }
    // Help leads back to the question who is there.
    desk.press("F1 Esc").sees("Els Tak");
    desk.press("Enter Enter PgDn PgDn").sees("Y.G.");
    desk.press("Esc Ctrl+z").sees_not("Y.G.");
}

#[test]
fn what_follows_p_is_never_a_table_note_nor_on_the_shared_screen() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private()
        .press("S Enter Enter PgDn PgDn")
        .write("gewoon")
        .press("Enter")
        .write("/p moeder is ziek");
    desk.press("F8").sees_not("ziek").sees("gewoon");
    desk.press("PgDn");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.notes[0].text, "gewoon");
    assert_eq!(dossier.working[0].text, "moeder is ziek");
}

#[test]
fn blank_works_after_any_half_pressed_pair() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("F8 F9").sees_not("D.B.");
    desk.press("F9 q F9").sees_not("D.B.");
    assert!(!desk.program.state.private);
    desk.send(Message::Paste("ongezien".into()));
    desk.press("F9").sees_not("ongezien");
}

#[test]
fn a_taken_line_does_not_come_back_with_undo() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn")
        .write("/a Jan belt UWV vr")
        .press("Enter Ctrl+z Enter Esc");
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().actions.len(), 1);
}

#[test]
fn undo_in_a_form_or_a_question_is_of_what_is_typed_there() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn Esc u b")
        .private()
        .press("e")
        .write("xyz")
        .press("Ctrl+z")
        .sees_not("Daanxyz");
    assert!(desk.store().dossier(table.pupils[0]).unwrap().result.is_some());
    desk.press("Esc /").write("abc").press("Ctrl+z Esc");
    assert!(desk.store().dossier(table.pupils[0]).unwrap().result.is_some());
}

#[test]
fn a_form_that_comes_back_does_not_undo_what_happened_meanwhile() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private()
        .press("e")
        .write("!")
        .press("Esc r g e")
        .sees("Daan!")
        .press("Enter");
    let pupil = desk.store().dossier(table.pupils[0]).unwrap().pupil;
    assert_eq!((pupil.route, pupil.name.given.as_str()), (Route::Municipality, "Daan!"));
}

#[test]
fn undoing_a_new_pupil_leaves_no_ghost() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private()
        .press("N")
        .write("Spook")
        .press("Tab Tab")
        .write("Spoker")
        .press("Tab")
        .write("777")
        .press("Enter");
    desk.sees("Spook Spoker")
        .press("Ctrl+z")
        .sees("Ongedaan")
        .sees_not("Spook");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[0]));
}

#[test]
fn planning_during_a_meeting_keeps_the_meeting_on_the_table() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn Esc")
        .private()
        .press("P Tab Ctrl+e")
        .write("over 6 weken")
        .press("Enter");
    assert_eq!(desk.program.state.sitting.as_ref().unwrap().meeting.id, table.meeting);
    assert!(desk.program.state.is_open());
    assert_eq!(desk.store().meetings(10).unwrap().len(), 2);
}

#[test]
fn who_was_carried_over_is_proposed_again_whatever_lay_between() {
    let (mut desk, table) = Desk::with_pupils(2);
    // The next meeting is planned before this one closes, and nobody is discussed in either.
    desk.private().press("P Tab Ctrl+e").write("4 juni").press("Enter");
    let between = desk.program.state.sitting.as_ref().unwrap().meeting.id;
    desk = desk.restart();
    desk.press("S Enter Enter Esc S S");
    desk.now += chrono::Duration::days(1);
    desk = desk.restart();
    assert_eq!(desk.program.state.sitting.as_ref().unwrap().meeting.id, between);
    desk.press("S Enter Enter Esc S S");
    let carried = desk.store().carried_items(table.school).unwrap();
    assert_eq!(carried.len(), 2);
}

#[test]
fn a_forgotten_end_carries_over_as_closing_does() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S Enter Enter Esc")
        .private()
        .press(":")
        .write("begin of einde")
        .press("Enter Tab")
        .write("11:20")
        .press("Enter");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert!(sitting.meeting.is_closed());
    let pupils = sitting.blocks[0]
        .items
        .iter()
        .filter(|i| i.item.kind == ItemKind::Pupil);
    assert!(pupils.clone().count() == 2 && pupils.clone().all(|i| i.item.state == ItemState::Carried));
    assert_eq!(
        sitting.meeting.opened_at,
        Some(crate::desk::ten_o_clock()),
        "what was not changed stands to the second"
    );
    desk.press(":")
        .write("begin of einde")
        .press("Enter Tab Ctrl+e Delete Enter")
        .sees("Gesloten om");
    assert!(
        desk.store().sitting(table.meeting).unwrap().meeting.is_closed(),
        "reopening asks a reason"
    );
}

#[test]
fn a_frozen_meeting_takes_no_attendance_and_no_question() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter Esc S S w f").private().press("Esc E");
    assert!(desk.program.state.overlay.is_none());
    let row = desk.store().sitting(table.meeting).unwrap().blocks[0].attendance[0].clone();
    assert_eq!(row.state, dakpan::domain::codes::Presence::Unknown);
}

#[test]
fn what_something_was_recorded_at_stays_on_the_agenda() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter Esc x x").sees("elke agenda");
    desk.press("PgDn PgDn")
        .write("iets")
        .press("Esc x x")
        .sees("notitie, besluit of actie vastgelegd");
    assert_eq!(desk.store().sitting(table.meeting).unwrap().blocks[0].items.len(), 6);
}

#[test]
fn time_is_neither_lost_nor_invented() {
    let (mut desk, table) = Desk::with_pupils(1);
    let seconds = |desk: &Desk| {
        desk.store().sitting(table.meeting).unwrap().blocks[0].items[2]
            .item
            .seconds
    };
    desk.press("S Enter Enter PgDn PgDn").wait(100);
    // A killed program is back at once; the time goes on.
    desk = desk.kill_and_restart();
    desk.wait(20).press("PgDn");
    assert_eq!(seconds(&desk), 120);
    desk.press("PgUp").wait(30);
    // Ended in the evening and opened in the morning: the night is not counted.
    desk = desk.restart();
    desk.now += chrono::Duration::hours(12);
    desk = desk.restart();
    desk.press("Esc PgDn");
    assert_eq!(seconds(&desk), 150);
}

#[test]
fn an_opening_that_was_taken_back_counts_nothing() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter Esc Ctrl+z Ctrl+z")
        .wait(3600)
        .press("S Enter Enter PgDn");
    let opening = desk.store().sitting(table.meeting).unwrap().blocks[0].items[0]
        .item
        .clone();
    assert_eq!((opening.kind, opening.seconds), (ItemKind::Opening, 0));
}

#[test]
fn a_pupil_of_a_third_school_is_off_the_table_before_the_screen_is_shared_again() {
    let mut desk = Desk::with_demo();
    desk.press("S Enter Enter PgDn PgDn Esc F8 j /")
        .write("ijzerman")
        .press("Enter")
        .sees("Wantijhof");
    desk.press("F8")
        .sees("GEDEELD")
        .sees_not("Wantijhof")
        .sees_not("Ayşe")
        .sees_not("A.I.")
        .sees("De Brug")
        .sees("D.B.");
}
