//! What a key means at this moment: an intent, a letter of what is typed, or nothing.
//!
//! The rule: what it means goes through one pure function that says whether it can be done now, and the status line says
//! why not. A key that waits for the next one never swallows what belongs to every scope, as blanking the screen.

use super::{act, meeting, pupil, typing};
use crate::app::effect::Effect;
use crate::app::enabled::enabled;
use crate::app::keymap::{Scope, Then};
use crate::app::message::{Code, Key};
use crate::app::reading::scopes;
use crate::app::state::{State, Waiting};
use crate::domain::intent::Intent;
use crate::text::notice::Notice;

pub(super) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    if let Some(effects) = belongs_to_refused(state, key) {
        return effects;
    }
    if let Some(waiting) = state.waiting.take()
        && let Some(effects) = second_key(state, waiting, key)
    {
        return effects;
    }
    if state.blank && !acts_when_blank(state, key) {
        // While the screen is blank nobody sees what a key would do, nor what is typed: it would stand on the shared
        // screen afterwards. So only the key that ends it is taken, and the screen says which that is.
        state.notice = Some(Notice::Paused);
        return Vec::new();
    }
    let scopes = scopes(state);
    let mut refused = None;
    let meant = state
        .settings
        .keys
        .resolve(&scopes, key)
        .map(|b| (b.intent, b.then, b.scope));
    for (intent, then, scope) in meant.collect::<Vec<_>>() {
        match enabled(intent, state) {
            Ok(()) => return begin(state, intent, then, key),
            Err(refusal) => refused = refused.or(Some((intent, refusal, then))),
        }
        // What is meant for the part under the cursor is never taken for the pupil or the agenda instead.
        if scope == Scope::Part {
            break;
        }
    }
    if let Some((intent, refusal, then)) = refused {
        state.notice = Some(Notice::Refused(intent, refusal));
        let letters = if intent == Intent::SetChances { 2 } else { 1 };
        state.refused = Some((intent, refusal, letters)).filter(|_| then == Then::Letter);
        return Vec::new();
    }
    if let Some(effects) = typing::type_key(state, key) {
        return effects;
    }
    state.notice = unknown(key);
    Vec::new()
}

/// A letter that was typed on to a key that was refused: it belongs to that key, and begins nothing of its own.
fn belongs_to_refused(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let (intent, refusal, letters) = state.refused.take()?;
    let letter = matches!(key.code, Code::Char(letter) if letter.is_alphabetic());
    if !letter || key.ctrl || key.alt || state.blank {
        return None;
    }
    state.notice = Some(Notice::Refused(intent, refusal));
    state.refused = letters
        .checked_sub(1)
        .filter(|left| *left > 0)
        .map(|left| (intent, refusal, left));
    Some(Vec::new())
}

/// Does what is asked without a key, where the key would have done it.
pub(super) fn ask(state: &mut State, intent: Intent) -> Vec<Effect> {
    (state.notice, state.waiting) = (None, None);
    if state.blank {
        state.notice = Some(Notice::Paused);
        return Vec::new();
    }
    match enabled(intent, state) {
        Ok(()) => act(state, intent),
        Err(refusal) => {
            state.notice = Some(Notice::Refused(intent, refusal));
            Vec::new()
        }
    }
}

/// Whether a key brings a blank screen back, or locks what lies behind it.
fn acts_when_blank(state: &State, key: Key) -> bool {
    let mut meant = state.settings.keys.resolve(&[Scope::Anywhere], key);
    meant.any(|b| matches!(b.intent, Intent::Blank | Intent::Lock))
}

/// What the status line says of a key that means nothing here; a key without a sign says nothing.
fn unknown(key: Key) -> Option<Notice> {
    match key.code {
        Code::Char(letter) if !key.ctrl && !letter.is_control() => Some(Notice::UnknownKey(letter.to_string())),
        _ => None,
    }
}

/// Begins an intent: now, or after its second key.
pub(super) fn begin(state: &mut State, intent: Intent, then: Then, key: Key) -> Vec<Effect> {
    let other_day = meeting::day_to_confirm(state).filter(|_| intent == Intent::OpenMeeting);
    if (then == Then::Now && other_day.is_none()) || (intent == Intent::TogglePrivate && state.private) {
        return act(state, intent);
    }
    state.waiting = Some(Waiting {
        intent,
        key,
        first: None,
    });
    if let Some(day) = other_day {
        state.notice = Some(Notice::AskOpen(day));
    }
    if matches!(then, Then::Same | Then::Yes) {
        state.notice = Some(Notice::AskConfirm(intent));
    }
    let closes = state.open_meeting().filter(|_| intent == Intent::CloseMeeting);
    closes.map(Effect::Closing).into_iter().collect()
}

/// The key after a prefix. `None` lets the key be taken for itself: whoever thought better of it loses nothing.
fn second_key(state: &mut State, waiting: Waiting, key: Key) -> Option<Vec<Effect>> {
    let keys = &state.settings.keys;
    let then = keys
        .bindings()
        .iter()
        .find(|b| b.intent == waiting.intent && b.keys.contains(&waiting.key))
        .map(|b| b.then);
    let letter = match key {
        Key {
            code: Code::Char(letter),
            ctrl: false,
            alt: false,
            ..
        } => Some(letter),
        _ => None,
    };
    let elsewhere = keys.resolve(&[Scope::Anywhere], key).next().is_some();
    match then? {
        // Blank, undo and the like are never swallowed.
        Then::Yes if elsewhere => None,
        Then::Same if key == waiting.key => Some(act(state, waiting.intent)),
        Then::Yes => match letter {
            Some(letter) if state.lang.is_yes(letter) => Some(act(state, waiting.intent)),
            _ => Some(Vec::new()),
        },
        Then::Letter => pupil::letter(state, waiting, letter?),
        // Only opening a meeting of another day waits for its key a second time.
        Then::Now if key == waiting.key => Some(act(state, waiting.intent)),
        Then::Same | Then::Now => None,
    }
}
