//! Terminal events as messages.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use dakpan::app::message::{Code, Key, Message};
use dakpan::ui::input::read;

fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Message> {
    read(Event::Key(KeyEvent::new(code, modifiers)))
}

fn plain(code: Code) -> Option<Message> {
    Some(Message::Key(Key::plain(code)))
}

#[test]
fn letting_go_of_a_key_says_nothing_and_repeating_it_says_it_again() {
    let kind = |kind| {
        read(Event::Key(KeyEvent::new_with_kind(
            KeyCode::Char('a'),
            KeyModifiers::NONE,
            kind,
        )))
    };
    assert_eq!(kind(KeyEventKind::Press), plain(Code::Char('a')));
    assert_eq!(kind(KeyEventKind::Repeat), plain(Code::Char('a')));
    assert_eq!(kind(KeyEventKind::Release), None);
}

#[test]
fn shift_is_part_of_a_character_and_a_modifier_of_other_keys() {
    assert_eq!(press(KeyCode::Char('A'), KeyModifiers::SHIFT), plain(Code::Char('A')));
    assert_eq!(press(KeyCode::Char('a'), KeyModifiers::SHIFT), plain(Code::Char('A')));
    assert_eq!(press(KeyCode::Char('?'), KeyModifiers::SHIFT), plain(Code::Char('?')));
    let shifted = Key {
        shift: true,
        ..Key::plain(Code::Up)
    };
    assert_eq!(press(KeyCode::Up, KeyModifiers::SHIFT), Some(Message::Key(shifted)));
    let back = Key {
        shift: true,
        ..Key::plain(Code::Tab)
    };
    assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT), Some(Message::Key(back)));
    assert_eq!(press(KeyCode::BackTab, KeyModifiers::NONE), Some(Message::Key(back)));
}

#[test]
fn what_altgr_types_is_text() {
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    for c in ['€', 'é', '@', '{'] {
        assert_eq!(press(KeyCode::Char(c), altgr), plain(Code::Char(c)));
        assert_eq!(press(KeyCode::Char(c), KeyModifiers::NONE), plain(Code::Char(c)));
    }
}

#[test]
fn ctrl_and_alt_are_modifiers_of_letters() {
    assert_eq!(
        press(KeyCode::Char('z'), KeyModifiers::CONTROL),
        Some(Message::Key(Key::ctrl('z')))
    );
    let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
    assert_eq!(press(KeyCode::Char('Z'), both), Some(Message::Key(Key::ctrl('z'))));
    let alt = Key {
        alt: true,
        ..Key::plain(Code::Char('x'))
    };
    assert_eq!(press(KeyCode::Char('x'), KeyModifiers::ALT), Some(Message::Key(alt)));
}

#[test]
fn keys_of_the_system_and_control_characters_are_no_text() {
    assert_eq!(press(KeyCode::Char('a'), KeyModifiers::SUPER), None);
    assert_eq!(press(KeyCode::Char('\u{7f}'), KeyModifiers::NONE), None);
    assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
    assert_eq!(read(Event::FocusLost), None);
}

#[test]
fn every_key_of_the_table_comes_through() {
    let keys = [
        (KeyCode::F(9), Code::F(9)),
        (KeyCode::Enter, Code::Enter),
        (KeyCode::Esc, Code::Esc),
        (KeyCode::Tab, Code::Tab),
        (KeyCode::Backspace, Code::Backspace),
        (KeyCode::Delete, Code::Delete),
        (KeyCode::Insert, Code::Insert),
        (KeyCode::Up, Code::Up),
        (KeyCode::Down, Code::Down),
        (KeyCode::Left, Code::Left),
        (KeyCode::Right, Code::Right),
        (KeyCode::Home, Code::Home),
        (KeyCode::End, Code::End),
        (KeyCode::PageUp, Code::PageUp),
        (KeyCode::PageDown, Code::PageDown),
    ];
    for (event, code) in keys {
        assert_eq!(press(event, KeyModifiers::NONE), plain(code));
    }
}

#[test]
fn a_paste_is_kept_whole() {
    let text = "q\nj\u{1b}[A regel twee";
    assert_eq!(
        read(Event::Paste(text.to_owned())),
        Some(Message::Paste(text.to_owned()))
    );
    assert_eq!(read(Event::Resize(80, 24)), Some(Message::Resize(80, 24)));
}
