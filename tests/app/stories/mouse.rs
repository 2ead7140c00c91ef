//! The mouse, when it is on: pointing at a pupil goes there, whatever the length of the list.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use dakpan::app::message::Message;
use dakpan::app::screen::Screen;
use dakpan::public::Pane;
use dakpan::text::Catalog;
use dakpan::ui::pointer::read;

use crate::desk::Desk;

const SIZE: (u16, u16) = (120, 36);

/// Clicks on a cell of the screen as it is drawn at 120×36.
fn click(desk: &mut Desk, cell: (u16, u16)) -> Option<Message> {
    let event = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: cell.0,
        row: cell.1,
        modifiers: KeyModifiers::NONE,
    };
    let message = read(event, &desk.program.screen(), SIZE, Catalog::of(desk.lang));
    if let Some(message) = message.clone() {
        desk.send(message);
    }
    message
}

/// The number of the pupil at hand, from 1.
fn number(desk: &Desk) -> Option<usize> {
    match desk.program.screen() {
        Screen::Shared(board) => board.card.and_then(|card| card.number),
        Screen::Private(board) => board.card.and_then(|card| card.number),
        Screen::Blank(..) | Screen::Locked(_) => None,
    }
}

/// The number that stands in a row of the queue, and its row.
fn numbered(desk: &mut Desk, wanted: usize) -> u16 {
    let screen = desk.screen(SIZE.0, SIZE.1);
    let is_it = |line: &str| {
        let shown: String = line.chars().skip(1).take(5).filter(char::is_ascii_digit).collect();
        shown == wanted.to_string()
    };
    let row = screen.lines().skip(2).take(24).position(is_it);
    u16::try_from(row.unwrap_or_else(|| panic!("no row {wanted}\n{screen}")) + 2).unwrap()
}

#[test]
fn a_click_goes_to_the_pupil_whose_row_it_is_in_a_list_longer_than_the_board() {
    let (mut desk, _) = Desk::with_pupils(200);
    for (keys, wanted) in [(0, 9), (100, 105), (60, 172)] {
        for _ in 0..keys {
            desk.press("Down");
        }
        let row = numbered(&mut desk, wanted);
        assert!(click(&mut desk, (5, row)).is_some());
        assert_eq!(number(&desk), Some(wanted));
    }
}

#[test]
fn pointing_at_another_pupil_keeps_the_note_and_at_this_one_goes_on_writing() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn").write("half af");
    let (here, other) = (numbered(&mut desk, 1), numbered(&mut desk, 2));
    click(&mut desk, (5, here));
    desk.write(" en af").sees("half af en af");
    click(&mut desk, (5, other));
    assert_eq!(number(&desk), Some(2));
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.notes[0].text, "half af en af");
    // In an open meeting the cursor is in the note of whoever was pointed at.
    desk.sees("SCHRIJF");
    // The timeline takes the focus, and what is typed then is no longer a note that nobody sees.
    click(&mut desk, (60, 30));
    desk.sees("KIES");
}

#[test]
fn pointing_at_a_part_of_the_agenda_goes_there_and_at_the_pupils_stays_with_the_one_at_hand() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn PgDn");
    assert_eq!(number(&desk), Some(2));
    // Opening, old actions, pupils: the third row.
    assert_eq!(click(&mut desk, (100, 4)), Some(Message::Point(Pane::Agenda, 2)));
    assert_eq!(number(&desk), Some(2));
    click(&mut desk, (100, 3));
    assert_eq!(number(&desk), None, "old actions are at hand");
}

#[test]
fn the_wheel_over_the_queue_walks_and_nothing_reaches_through_an_overlay() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.send(Message::Wheel(Pane::Queue, true));
    assert_eq!(number(&desk), Some(2));
    desk.send(Message::Wheel(Pane::Queue, false));
    desk.send(Message::Wheel(Pane::Timeline, true));
    assert_eq!(number(&desk), Some(1));
    desk.press("c");
    desk.send(Message::Wheel(Pane::Queue, true));
    desk.send(Message::Point(Pane::Queue, 2));
    assert_eq!(number(&desk), Some(1));
}
