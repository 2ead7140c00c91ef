//! Bytes from the terminal as events.
//!
//! Why it is not crossterm's own reader: that one reads until an event is whole, so half a sequence holds up signals
//! and clocks and spins for ever once the terminal is gone; and of more than a kilobyte that comes at once it leaves
//! the rest lying until the next key. Here the loop reads, when there is something to read, and [`Keyboard`] only
//! takes apart what was read.
//!
//! The rules:
//! - Nothing waits here. The beginning of a sequence is kept until the rest of it comes.
//! - What is pasted is one event, whatever is in it, and is never read as keys.
//! - Bytes that mean nothing are left out, and never become text.
//!
//! What terminals send is in ECMA-48 (control sequences), in xterm's *Control Sequences* (function keys, modifiers,
//! bracketed paste) and in console_codes(4) (the function keys of the Linux console).

use std::collections::VecDeque;

use zeroize::Zeroizing;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::background::{self, Background};

const ESC: u8 = 0x1b;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// The most bytes of a paste that are kept: many times the longest text there is room for, so that what is longer is
/// refused as a whole and costs no more memory.
const LONGEST_PASTE: usize = 4 << 20;

/// The most bytes of a control sequence. No key has as many; what is longer is not one, and is left out up to its end,
/// or the rest of it would be typed.
const LONGEST_SEQUENCE: usize = 64;

/// Takes apart what the terminal sends. It has no `Debug`: what is in it is what somebody types.
#[derive(Default)]
pub struct Keyboard {
    /// The beginning of something of which the rest has not come.
    part: Vec<u8>,
    /// What was pasted so far, from its beginning until its end has come.
    paste: Option<Vec<u8>>,
    /// A sequence longer than any key's goes on.
    overlong: bool,
    events: VecDeque<Event>,
    /// What the terminal answered of itself.
    background: Option<Background>,
}

impl Keyboard {
    /// Takes in bytes as they were read.
    pub fn feed(&mut self, bytes: &[u8]) {
        // What was typed may have been a passphrase: nothing of it is left lying in memory.
        let mut all = Zeroizing::new(std::mem::take(&mut self.part));
        all.extend_from_slice(bytes);
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let taken = match &mut self.paste {
                None if self.overlong => {
                    let (taken, ended) = take_overlong(rest);
                    self.overlong = !ended;
                    taken
                }
                Some(text) => {
                    let (taken, ended) = take_paste(text, rest);
                    if ended {
                        let text = self.paste.take().unwrap_or_default();
                        let text = String::from_utf8_lossy(&text).into_owned();
                        self.events.push_back(Event::Paste(text));
                    }
                    taken
                }
                None => match read(rest) {
                    Read::Key(key, taken) => {
                        self.events.push_back(Event::Key(key));
                        taken
                    }
                    Read::Mouse(mouse, taken) => {
                        self.events.push_back(Event::Mouse(mouse));
                        taken
                    }
                    Read::Paste(taken) => {
                        self.paste = Some(Vec::new());
                        taken
                    }
                    Read::Background(background, taken) => {
                        self.background = Some(background);
                        taken
                    }
                    Read::Nothing(taken) => taken,
                    Read::Overlong(taken) => {
                        self.overlong = true;
                        taken
                    }
                    Read::More => break,
                },
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        self.part = rest.to_vec();
    }

    /// What the terminal answered when it was asked for its background, once.
    pub fn take_background(&mut self) -> Option<Background> {
        self.background.take()
    }

    /// Nothing more can be read at the moment: an escape character by itself is the key Esc.
    pub fn pause(&mut self) {
        if self.part == [ESC] {
            self.part.clear();
            self.events.push_back(Event::Key(KeyCode::Esc.into()));
        }
    }

    /// Whether the beginning of a sequence waits for its rest, for which [`Keyboard::give_up`] is the way out.
    #[must_use]
    pub fn is_within_sequence(&self) -> bool {
        !self.part.is_empty() || self.overlong
    }

    /// The rest of a sequence has not come in any reasonable time. Some sequences begin as Alt with a sign does; of the
    /// others half is no key.
    pub fn give_up(&mut self) {
        if let [ESC, sign @ (b'[' | b'O' | b']')] = *self.part {
            let key = KeyEvent::new(KeyCode::Char(sign.into()), KeyModifiers::ALT);
            self.events.push_back(Event::Key(key));
        }
        self.part.clear();
        self.overlong = false;
    }

    /// Whether there is an event to take.
    #[must_use]
    pub fn has_event(&self) -> bool {
        !self.events.is_empty()
    }

    /// The next event.
    pub fn next_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }
}

/// Adds what belongs to a paste; how many bytes, and whether its end is among them.
fn take_paste(text: &mut Vec<u8>, bytes: &[u8]) -> (usize, bool) {
    // The end may have been cut in two by the reading.
    let unsure = text.len().saturating_sub(PASTE_END.len() - 1);
    text.extend_from_slice(bytes);
    let tail = text.get(unsure..).unwrap_or_default();
    if let Some(at) = tail.windows(PASTE_END.len()).position(|window| window == PASTE_END) {
        let end = unsure + at;
        let after = text.len() - end - PASTE_END.len();
        text.truncate(end);
        return (bytes.len() - after, true);
    }
    let last = text.len() - text.len().min(PASTE_END.len());
    if last > LONGEST_PASTE {
        text.drain(LONGEST_PASTE..last);
    }
    (bytes.len(), false)
}

/// How many bytes belong to the rest of a sequence that is too long, and whether its end is among them.
fn take_overlong(bytes: &[u8]) -> (usize, bool) {
    match bytes.iter().position(|byte| !is_parameter(*byte)) {
        Some(at) => {
            let is_last = matches!(bytes.get(at), Some(0x40..=0x7e));
            (at + usize::from(is_last), true)
        }
        None => (bytes.len(), false),
    }
}

/// Whether a byte stands between the introducer of a control sequence and its last byte.
fn is_parameter(byte: u8) -> bool {
    matches!(byte, 0x20..=0x3f)
}

/// What the first bytes mean, and how many they are.
enum Read {
    Key(KeyEvent, usize),
    /// The mouse, when it was asked for.
    Mouse(MouseEvent, usize),
    /// A paste begins.
    Paste(usize),
    /// The terminal tells its background.
    Background(Background, usize),
    /// They mean nothing to this program.
    Nothing(usize),
    /// A sequence begins that is longer than any key's.
    Overlong(usize),
    /// That depends on what comes next.
    More,
}

fn plain(code: KeyCode, taken: usize) -> Read {
    Read::Key(code.into(), taken)
}

fn read(bytes: &[u8]) -> Read {
    match bytes {
        [] | [ESC] | [ESC, b'O' | b']'] => Read::More,
        [ESC, ESC, ..] => plain(KeyCode::Esc, 1),
        [ESC, b'[', body @ ..] => control_sequence(body),
        [ESC, b']', body @ ..] if body.starts_with(background::LEAD) || background::LEAD.starts_with(body) => {
            answer(body)
        }
        [ESC, b'O', ESC, ..] => Read::Key(KeyEvent::new(KeyCode::Char('O'), KeyModifiers::ALT), 2),
        [ESC, b'O', last, ..] => match cursor_key(*last) {
            Some(code) => plain(code, 3),
            None => Read::Nothing(3),
        },
        [ESC, rest @ ..] => match character(rest) {
            Read::Key(mut key, taken) => {
                key.modifiers |= KeyModifiers::ALT;
                Read::Key(key, taken + 1)
            }
            Read::Nothing(taken) => Read::Nothing(taken + 1),
            other => other,
        },
        _ => character(bytes),
    }
}

/// A control character or one character of UTF-8.
fn character(bytes: &[u8]) -> Read {
    let Some(first) = bytes.first().copied() else {
        return Read::More;
    };
    let length = match first {
        0x00..=0x1f | 0x7f => return control_character(first),
        0x20..=0x7e => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Read::Nothing(1),
    };
    let there = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(there) {
        Ok(text) => match text.chars().next() {
            Some(letter) => plain(KeyCode::Char(letter), length),
            None => Read::Nothing(1),
        },
        // Cut off, and right so far.
        Err(error) if error.error_len().is_none() => Read::More,
        Err(_) => Read::Nothing(1),
    }
}

fn control_character(byte: u8) -> Read {
    let ctrl = |letter: u8| Read::Key(KeyEvent::new(KeyCode::Char(letter.into()), KeyModifiers::CONTROL), 1);
    match byte {
        b'\r' => plain(KeyCode::Enter, 1),
        b'\t' => plain(KeyCode::Tab, 1),
        // Some terminals send the one for the key Backspace, others the other.
        0x08 | 0x7f => plain(KeyCode::Backspace, 1),
        0x00 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte - 1 + b'a'),
        0x1c..=0x1f => ctrl(byte - 0x1c + b'4'),
        _ => Read::Nothing(1),
    }
}

/// The final byte of a cursor key or of one of the first four function keys.
fn cursor_key(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// What follows `ESC [`.
fn control_sequence(body: &[u8]) -> Read {
    // The introducer counts with what is taken.
    const LEAD: usize = 2;
    match body {
        [b'['] => return Read::More,
        // The Linux console.
        [b'[', letter @ b'A'..=b'E', ..] => return plain(KeyCode::F(letter - b'A' + 1), LEAD + 2),
        // A mouse that another program left switched on: three bytes that are no text.
        [b'M', ..] if body.len() < 4 => return Read::More,
        [b'M', ..] => return Read::Nothing(LEAD + 4),
        _ => {}
    }
    let beginning = body.get(..LONGEST_SEQUENCE).unwrap_or(body);
    let Some(at) = beginning.iter().position(|byte| !is_parameter(*byte)) else {
        return if beginning.len() < LONGEST_SEQUENCE {
            Read::More
        } else {
            Read::Overlong(LEAD + beginning.len())
        };
    };
    let (parameters, rest) = body.split_at(at);
    match rest.first() {
        Some(last @ 0x40..=0x7e) => match sequence_key(parameters, *last) {
            Some(Sequence::Key(key)) => Read::Key(key, LEAD + at + 1),
            Some(Sequence::Mouse(mouse)) => Read::Mouse(mouse, LEAD + at + 1),
            Some(Sequence::Paste) => Read::Paste(LEAD + at + 1),
            None => Read::Nothing(LEAD + at + 1),
        },
        // It broke off: the byte that did so is the beginning of something else.
        _ => Read::Nothing(LEAD + at),
    }
}

/// What follows `ESC ]` when the terminal tells its background: up to `BEL`, or `ESC \\`.
fn answer(body: &[u8]) -> Read {
    const LEAD: usize = 2;
    let Some(at) = body.iter().position(|byte| !matches!(byte, 0x20..=0x7e)) else {
        return if body.len() < LONGEST_SEQUENCE {
            Read::More
        } else {
            Read::Nothing(LEAD + body.len())
        };
    };
    let (told, end) = body.split_at(at);
    let taken = match end {
        [0x07, ..] => LEAD + at + 1,
        [ESC, b'\\', ..] => LEAD + at + 2,
        [ESC] => return Read::More,
        // It broke off: the byte that did so is the beginning of something else.
        _ => return Read::Nothing(LEAD + at),
    };
    let colour = told.strip_prefix(background::LEAD).unwrap_or_default();
    match std::str::from_utf8(colour).ok().and_then(background::read) {
        Some(background) => Read::Background(background, taken),
        None => Read::Nothing(taken),
    }
}

enum Sequence {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste,
}

fn sequence_key(parameters: &[u8], last: u8) -> Option<Sequence> {
    let text = std::str::from_utf8(parameters).ok()?;
    if let Some(report) = text.strip_prefix('<') {
        return mouse(report, last).map(Sequence::Mouse);
    }
    let mut numbers = Vec::new();
    for part in text.split(';') {
        let number = part.split(':').next().unwrap_or_default();
        numbers.push(if number.is_empty() {
            None
        } else {
            Some(number.parse::<u32>().ok()?)
        });
    }
    let number = |at: usize| numbers.get(at).copied().flatten();
    let held = number(1).map_or(KeyModifiers::NONE, modifiers);
    let code = match last {
        b'Z' => {
            return Some(Sequence::Key(KeyEvent::new(
                KeyCode::BackTab,
                held | KeyModifiers::SHIFT,
            )));
        }
        b'~' => match number(0)? {
            200 => return Some(Sequence::Paste),
            // xterm's modifyOtherKeys.
            27 => letter_key(number(2)?)?,
            other => editing_key(other)?,
        },
        b'u' => letter_key(number(0)?)?,
        b'M' => return None,
        _ => cursor_key(last)?,
    };
    Some(Sequence::Key(KeyEvent::new(code, held)))
}

/// A button or the wheel, with column and row from 1 (xterm's SGR reports, mode 1006); none for what merely moves.
fn mouse(report: &str, last: u8) -> Option<MouseEvent> {
    let mut numbers = report.split(';').map(str::parse::<u16>);
    let mut number = || numbers.next()?.ok();
    let (button, column, row) = (number()?, number()?, number()?);
    let kind = match (button & !0b1_1100, last) {
        (0, b'M') => MouseEventKind::Down(MouseButton::Left),
        (0, b'm') => MouseEventKind::Up(MouseButton::Left),
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        _ => return None,
    };
    Some(MouseEvent {
        kind,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
        modifiers: KeyModifiers::NONE,
    })
}

/// Shift, Alt and Ctrl as xterm counts them: one more than their bits.
fn modifiers(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let all = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let held = all.into_iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0);
    held.fold(KeyModifiers::NONE, |held, (_, one)| held | one)
}

/// The numbered keys of xterm, rxvt and the Linux console.
fn editing_key(number: u32) -> Option<KeyCode> {
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number - 10).ok()?),
        17..=21 => KeyCode::F(u8::try_from(number - 11).ok()?),
        23 | 24 => KeyCode::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    };
    Some(code)
}

/// A key that is told by the number of its character.
fn letter_key(number: u32) -> Option<KeyCode> {
    match number {
        9 => Some(KeyCode::Tab),
        13 => Some(KeyCode::Enter),
        27 => Some(KeyCode::Esc),
        8 | 127 => Some(KeyCode::Backspace),
        // Keys without a sign have numbers of Unicode's private use.
        0xe000..=0xf8ff => None,
        _ => char::from_u32(number)
            .filter(|letter| !letter.is_control())
            .map(KeyCode::Char),
    }
}
