//! Bytes from the terminal: however they are torn apart they are the same events, and nothing but text is text.

use crossterm::event::Event;
use dakpan::app::message::{Code, Message};
use dakpan::ui::input;
use dakpan::ui::keyboard::Keyboard;

use super::{Dice, fuzz};

fn take(keyboard: &mut Keyboard) -> Vec<Event> {
    std::iter::from_fn(|| keyboard.next_event()).collect()
}

#[test]
fn any_bytes_are_the_same_events_in_one_piece_and_in_many() {
    fuzz("keyboard", "keyboard", 3000, |bytes| {
        let mut whole = Keyboard::default();
        whole.feed(bytes);
        let events = take(&mut whole);
        let mut torn = Keyboard::default();
        let mut dice = Dice::new(bytes.len() as u64);
        let mut rest = bytes;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(1 + dice.below(rest.len()));
            torn.feed(piece);
            rest = after;
        }
        assert_eq!(take(&mut torn), events);
        for message in events.into_iter().filter_map(input::read) {
            if let Message::Key(key) = message
                && let Code::Char(letter) = key.code
            {
                assert!(!letter.is_control(), "{letter:?} as a letter");
            }
        }
        whole.pause();
        whole.give_up();
        assert!(!whole.is_within_sequence());
    });
}
