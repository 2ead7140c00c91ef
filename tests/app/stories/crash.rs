//! A killed program loses nothing that was drawn.

use dakpan::domain::codes::ItemState;

use crate::desk::Desk;

#[test]
fn what_was_typed_is_back_after_a_kill() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S Enter Enter PgDn PgDn").write("halve zin over de st");
    let mut desk = desk.kill_and_restart();
    desk.sees("halve zin over de st");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().notes[0].text,
        "halve zin over de st"
    );
    assert!(desk.store().drafts().unwrap().is_empty());
}

#[test]
fn killed_again_and_again_while_writing_on() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn");
    let words = ["een ", "twéé ", "drie\u{308} ", "Ç", "vier"];
    for word in words {
        desk.write(word);
        desk = desk.kill_and_restart();
    }
    desk.press("Esc");
    let expected: String = unicode_normalization::UnicodeNormalization::nfc(words.concat().as_str()).collect();
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().notes[0].text, expected);
}

#[test]
fn the_meeting_goes_on_where_it_was() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S Enter Enter PgDn PgDn PgDn").write("tweede");
    let mut desk = desk.kill_and_restart();
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[1]));
    desk.press("Esc");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let item = sitting.blocks[0]
        .items
        .iter()
        .find(|i| i.item.pupil == Some(table.pupils[1]))
        .unwrap();
    assert_eq!(
        item.item.state,
        ItemState::Open,
        "a note put back by the program discussed nobody yet"
    );
}
