//! How a key is written, on the screen and in the settings.
//!
//! The rule: what the screen calls a key can be typed in the settings in either language, together with the usual
//! English names of keys that are arrows on the screen.

use super::{Binding, Then};
use crate::app::message::{Code, Key};
use crate::text::{Catalog, EN, KeyName, NL};

/// A key as it is written: `PgDn`, `Ctrl+Z`, `S`.
pub fn key_text(key: Key, catalog: &Catalog) -> String {
    use KeyName as N;
    let name = match key.code {
        Code::Char(' ') => catalog.key(N::Space).to_owned(),
        Code::Char(letter) if key.ctrl => letter.to_uppercase().to_string(),
        Code::Char(letter) => letter.to_string(),
        Code::F(number) => format!("F{number}"),
        Code::Enter => catalog.key(N::Enter).to_owned(),
        Code::Esc => catalog.key(N::Esc).to_owned(),
        Code::Tab => catalog.key(N::Tab).to_owned(),
        Code::Backspace => catalog.key(N::Backspace).to_owned(),
        Code::Delete => catalog.key(N::Delete).to_owned(),
        Code::Insert => catalog.key(N::Insert).to_owned(),
        Code::Up => catalog.key(N::Up).to_owned(),
        Code::Down => catalog.key(N::Down).to_owned(),
        Code::Left => catalog.key(N::Left).to_owned(),
        Code::Right => catalog.key(N::Right).to_owned(),
        Code::Home => catalog.key(N::Home).to_owned(),
        Code::End => catalog.key(N::End).to_owned(),
        Code::PageUp => catalog.key(N::PageUp).to_owned(),
        Code::PageDown => catalog.key(N::PageDown).to_owned(),
    };
    let mut text = String::new();
    for (held, modifier) in [(key.ctrl, N::Ctrl), (key.alt, N::Alt), (key.shift, N::Shift)] {
        if held {
            text.push_str(catalog.key(modifier));
            text.push('+');
        }
    }
    text + &name
}

/// The keys of a binding as they are written, with what must follow: `S S`, `q j`.
pub fn shown(binding: &Binding, catalog: &Catalog) -> String {
    let Some(first) = binding.keys.first().map(|key| key_text(*key, catalog)) else {
        return String::new();
    };
    match binding.then {
        Then::Now | Then::Letter => first,
        Then::Same => format!("{first} {first}"),
        Then::Yes => format!("{first} {}", catalog.lang.yes_letter()),
    }
}

/// The keys without a character, with the names that only the settings know.
const NAMED: &[(Code, KeyName, &[&str])] = &[
    (Code::Char(' '), KeyName::Space, &[]),
    (Code::Enter, KeyName::Enter, &["return"]),
    (Code::Esc, KeyName::Esc, &["escape"]),
    (Code::Tab, KeyName::Tab, &[]),
    (Code::Backspace, KeyName::Backspace, &[]),
    (Code::Delete, KeyName::Delete, &["del"]),
    (Code::Insert, KeyName::Insert, &["ins"]),
    (Code::Up, KeyName::Up, &["up", "omhoog"]),
    (Code::Down, KeyName::Down, &["down", "omlaag"]),
    (Code::Left, KeyName::Left, &["left", "links"]),
    (Code::Right, KeyName::Right, &["right", "rechts"]),
    (Code::Home, KeyName::Home, &[]),
    (Code::End, KeyName::End, &[]),
    (Code::PageUp, KeyName::PageUp, &["pageup"]),
    (Code::PageDown, KeyName::PageDown, &["pagedown"]),
];

/// The highest function key that terminals agree on.
const LAST_F: u8 = 12;

/// Reads a key as the chair writes it: `S`, `PgDn`, `F6`, `Ctrl+Z`, `Shift+Tab`. None when it names no key. Capitals
/// count for a letter alone; a letter with Ctrl is the same in either case.
///
/// ```
/// use dakpan::app::keymap::read_key;
/// use dakpan::app::message::{Code, Key};
///
/// assert_eq!(read_key("PgDn"), Some(Key::plain(Code::PageDown)));
/// assert_eq!(read_key("ctrl+Z"), Some(Key::ctrl('z')));
/// assert_eq!(read_key("Ctrl++"), Some(Key { ctrl: true, ..Key::plain(Code::Char('+')) }));
/// assert_eq!(read_key("PageDwn"), None);
/// ```
pub fn read_key(text: &str) -> Option<Key> {
    let mut key = Key::plain(Code::Enter);
    let mut rest = text;
    while let Some((held, after)) = rest.split_once('+').filter(|(_, after)| !after.is_empty()) {
        let modifier = [KeyName::Ctrl, KeyName::Alt, KeyName::Shift]
            .into_iter()
            .find(|name| is_called(held, *name))?;
        match modifier {
            KeyName::Ctrl => key.ctrl = true,
            KeyName::Alt => key.alt = true,
            _ => key.shift = true,
        }
        rest = after;
    }
    key.code = code(rest)?;
    if let Code::Char(letter) = key.code {
        // Shift is part of a character; with Ctrl a terminal knows no capitals.
        if key.ctrl {
            key.code = Code::Char(letter.to_ascii_lowercase());
        } else if std::mem::take(&mut key.shift) {
            key.code = Code::Char(Some(letter.to_ascii_uppercase()).filter(|_| letter.is_ascii_alphabetic())?);
        }
    }
    Some(key)
}

fn code(text: &str) -> Option<Code> {
    let mut letters = text.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && !letter.is_control()
    {
        let arrow = NAMED.iter().find(|(_, name, _)| is_called(text, *name));
        return Some(arrow.map_or(Code::Char(letter), |(code, ..)| *code));
    }
    if let Some(number) = text.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok()) {
        return (1..=LAST_F).contains(&number).then_some(Code::F(number));
    }
    let named = NAMED.iter().find(|(_, name, also)| {
        let usual = also.iter().any(|other| other.eq_ignore_ascii_case(text));
        usual || is_called(text, *name)
    });
    named.map(|(code, ..)| *code)
}

/// Whether a language calls a key so.
fn is_called(text: &str, name: KeyName) -> bool {
    [&NL, &EN]
        .iter()
        .any(|catalog| catalog.key(name).eq_ignore_ascii_case(text))
}
