//! What every table of keys must satisfy, the built-in one and the one with the chair's own keys alike.
//!
//! The reasons are those of the keyboards and terminals that are there: on a Dutch and a US-International keyboard some
//! signs wait for the next key and others need AltGr, a terminal or multiplexer keeps keys to itself, and where text
//! is written a letter is text.

use super::{BINDINGS, Binding, EDIT_KEYS, MOTION_KEYS, Scope, Then};
use crate::app::message::{Code, Key};
use crate::domain::intent::Intent;
use crate::text::settings::KeyRule;

/// Pairs that may share a key because never both can act.
const NEVER_BOTH: &[(Intent, Intent)] = &[(Intent::OpenMeeting, Intent::CloseMeeting)];

/// Acts that keep their own keys, whatever others the chair gives them: sentences on the screen name these, and whoever
/// takes over somebody's laptop must be able to blank it, leave and quit.
const KEPT: &[Intent] = &[
    Intent::TogglePrivate,
    Intent::Blank,
    Intent::Help,
    Intent::Palette,
    Intent::Escape,
    Intent::Close,
    Intent::Undo,
    Intent::Quit,
    Intent::HowToQuit,
];

/// Signs that wait for the next key.
const DEAD: &[char] = &['\'', '"', '~', '^', '`'];
/// Signs that need AltGr.
const ALTGR: &[char] = &['\\', '{', '}', '[', ']', '@', '|'];
/// Letters that with Ctrl are another key (Tab, Enter, Backspace), stop the terminal, or begin a command of tmux or
/// screen.
const TAKEN_WITH_CTRL: &[char] = &['a', 'b', 'h', 'i', 'j', 'm', 'q'];

/// A rule that a table breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Where.
    pub scope: Scope,
    /// The act whose key it is.
    pub intent: Intent,
    /// The key, where one is to blame.
    pub key: Option<Key>,
    /// Which rule.
    pub rule: KeyRule,
}

/// Checks a table against every rule.
///
/// # Errors
/// The first that is broken.
pub fn check(table: &[Binding]) -> Result<(), Broken> {
    let broken = |binding: &Binding, key: Option<Key>, rule: KeyRule| Broken {
        scope: binding.scope,
        intent: binding.intent,
        key,
        rule,
    };
    for binding in table {
        for key in binding.keys.iter() {
            let rule = on_a_keyboard(*key).or_else(|| beside_text(binding.scope, *key));
            if let Some(rule) = rule {
                return Err(broken(binding, Some(*key), rule));
            }
        }
    }
    for (at, one) in table.iter().enumerate() {
        for other in table.iter().skip(at + 1).filter(|other| meet(one, other)) {
            if let Some(key) = one.keys.iter().find(|key| other.keys.contains(key)) {
                return Err(broken(one, Some(*key), KeyRule::Clash(other.intent)));
            }
        }
    }
    for binding in BINDINGS {
        let lines = || {
            table
                .iter()
                .filter(|b| (b.scope, b.intent) == (binding.scope, binding.intent))
        };
        let kept = binding.keys.first().filter(|_| KEPT.contains(&binding.intent));
        if let Some(key) = kept.filter(|key| !lines().any(|line| line.keys.contains(key))) {
            return Err(broken(binding, Some(*key), KeyRule::Kept));
        }
        if needs_a_key(binding) && lines().all(|line| line.keys.is_empty()) {
            return Err(broken(binding, None, KeyRule::NoKey));
        }
    }
    Ok(())
}

/// Whether two lines are in force at once and cannot share a key.
fn meet(one: &Binding, other: &Binding) -> bool {
    let together = one.scope == other.scope || one.scope == Scope::Anywhere || other.scope == Scope::Anywhere;
    let pair = |a: Intent, b: Intent| NEVER_BOTH.contains(&(a, b));
    together && one.intent != other.intent && !pair(one.intent, other.intent) && !pair(other.intent, one.intent)
}

/// Whether an act cannot be asked for by name: over an overlay there is no palette, and an act that waits for a second
/// key would be done at the first.
fn needs_a_key(binding: &Binding) -> bool {
    let named = matches!(binding.scope, Scope::Choose | Scope::Anywhere);
    !binding.keys.is_empty() && (!named || binding.then != Then::Now)
}

/// What keeps a key from arriving, on the keyboard or on the way.
fn on_a_keyboard(key: Key) -> Option<KeyRule> {
    if key.alt {
        return Some(KeyRule::Alt);
    }
    let held = key.ctrl || key.shift;
    let taken = match key.code {
        Code::Char(letter) if DEAD.contains(&letter) => return Some(KeyRule::Dead),
        Code::Char(letter) if ALTGR.contains(&letter) || !letter.is_ascii() => return Some(KeyRule::AltGr),
        Code::Char(letter) if key.ctrl => {
            key.shift || !letter.is_ascii_lowercase() || TAKEN_WITH_CTRL.contains(&letter)
        }
        Code::Char(_) => false,
        Code::F(11) => true,
        Code::F(_) => held,
        Code::Tab => key.ctrl,
        Code::Enter | Code::Esc | Code::Backspace | Code::Insert => held,
        Code::PageUp | Code::PageDown => held,
        Code::Up | Code::Down | Code::Left | Code::Right | Code::Home | Code::End | Code::Delete => {
            key.ctrl && key.shift
        }
    };
    taken.then_some(KeyRule::Terminal)
}

/// What keeps a key from being a command where text is written.
fn beside_text(scope: Scope, key: Key) -> Option<KeyRule> {
    let letter = !key.ctrl && matches!(key.code, Code::Char(_));
    if scope == Scope::Naming {
        // Choosing a name goes before moving in the note, and typing goes on narrowing it.
        return letter.then_some(KeyRule::Letter);
    }
    let one_line = matches!(scope, Scope::Search | Scope::Form | Scope::Path);
    if !one_line && !matches!(scope, Scope::Write | Scope::Anywhere) {
        return None;
    }
    if letter {
        return Some(KeyRule::Letter);
    }
    let bare = Key { shift: false, ..key };
    // Up and down mean nothing in a text of one line, and a note takes Enter as a new line.
    let moves = MOTION_KEYS.iter().any(|(motion, _)| *motion == bare)
        && !(one_line && matches!(key.code, Code::Up | Code::Down));
    let edits = EDIT_KEYS.iter().any(|(edit, _)| *edit == bare);
    let breaks = !one_line && bare == Key::plain(Code::Enter);
    (moves || edits || breaks).then_some(KeyRule::Edits)
}
