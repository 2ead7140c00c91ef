//! Terminal events as messages.
//!
//! The rules: a key counts when it is pressed or repeats, never when it is let go. What is pasted is kept whole and is
//! never read as keys. A character made with AltGr is text, and terminals report AltGr as Ctrl and Alt together. Shift
//! is part of a character, and a modifier of every other key.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::message::{Code, Key, Message};

/// What an event says to the program; none for what it does not listen to.
pub fn read(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) => read_key(key).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(columns, rows) => Some(Message::Resize(columns, rows)),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

fn read_key(event: KeyEvent) -> Option<Key> {
    let unknown = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(unknown) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(c) => return read_char(c, ctrl, alt, shift),
        KeyCode::BackTab => {
            return Some(Key {
                code: Code::Tab,
                ctrl,
                alt,
                shift: true,
            });
        }
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    Some(Key { code, ctrl, alt, shift })
}

/// A character: text, or a letter with Ctrl or Alt.
fn read_char(c: char, ctrl: bool, alt: bool, shift: bool) -> Option<Key> {
    if c.is_control() {
        return None;
    }
    // Some terminals report the letter of the key together with Shift instead of the letter that Shift makes.
    let typed = if shift && c.is_ascii_lowercase() {
        c.to_ascii_uppercase()
    } else {
        c
    };
    let (code, ctrl, alt) = match (ctrl, alt) {
        (true, true) => (typed, false, false),
        (true, false) => (c.to_ascii_lowercase(), true, false),
        (false, alt) => (typed, false, alt),
    };
    Some(Key {
        code: Code::Char(code),
        ctrl,
        alt,
        shift: false,
    })
}
