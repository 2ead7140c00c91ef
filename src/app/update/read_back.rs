//! Reading back: confirm what was agreed, and mend in place what is not right.
//!
//! The rule: a line that was not taken is no agreement, so on it Enter goes to the note instead of confirming.

use std::borrow::Cow;

use chrono::Datelike;

use crate::app::effect::{Act, Change, Effect};
use crate::app::mending::{Mended, Seek};
use crate::app::reading::mended_action;
use crate::app::state::{At, Overlay, State};
use crate::domain::Id;
use crate::domain::dossier::{ReadBack, Readable};
use crate::domain::intent::Intent;
use crate::domain::naming::short_name;
use crate::domain::writing::{Action, Owner};
use crate::text::notice::Notice;

use super::meeting::change;
use super::{finding, walk, writing};

/// What is mended where the cursor stands.
enum Wanted {
    Line(Mended, String),
    Note(Id, Option<String>),
}

/// Opens the read-back of the block at hand.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    state.mending.selected = 0;
    effects.extend(again(state));
    effects
}

/// Reads it again.
pub(super) fn again(state: &State) -> Option<Effect> {
    state.block().map(|b| Effect::Agreed(b.block.id))
}

/// It was read: the cursor stands where it stood.
pub(super) fn shown(state: &mut State, mut rows: Vec<ReadBack>) {
    state.mending.stale = rows.iter().any(|row| !row.since.is_empty());
    // No key reaches a line that the room may not see.
    state.left_out = 0;
    if !state.private {
        let room = state.room();
        let unheard = rows.iter().map(|row| room.unheard_lines(row)).sum();
        rows = rows
            .iter()
            .filter_map(|row| room.heard(row))
            .map(Cow::into_owned)
            .collect();
        state.left_out = unheard;
    }
    let last = length(&rows).saturating_sub(1);
    let selected = state.mending.selected.min(last);
    state.overlay = Some(Overlay::ReadBack { rows, selected });
}

/// How many lines the cursor can stand on.
pub(super) fn length(rows: &[ReadBack]) -> usize {
    rows.iter().map(|row| row.readable().len()).sum()
}

/// Enter and the letter for yes: everybody agrees. On a line that was not taken it goes to that line.
pub(super) fn confirm(state: &mut State) -> Vec<Effect> {
    if let Some(Wanted::Note(item, Some(line))) = wanted(state) {
        return to_note(state, item, Some(line));
    }
    let block = state.block().map(|b| b.block.id).filter(|_| state.is_open());
    if let Some(hidden) = state.room().left_out(state.left_out).filter(|_| block.is_some()) {
        // The table cannot agree to what is not read back.
        state.notice = Some(Notice::Hidden(hidden));
        return Vec::new();
    }
    if block.is_none() {
        state.overlay = None;
    }
    block
        .map(|b| vec![change(Intent::ReadBack, vec![Act::ConfirmReadBack(b)])])
        .unwrap_or_default()
}

/// Mends what the cursor stands on.
pub(super) fn mend(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::ReadBack { rows, selected }) = &state.overlay {
        state.mending.selected = *selected;
        state.mending.about = rows.iter().flat_map(|row| row.agreed.about.clone()).collect();
    }
    match wanted(state) {
        Some(Wanted::Line(of, text)) => {
            state.mending.of = Some(of);
            finding::prompt(state, Intent::Mend, &text)
        }
        Some(Wanted::Note(item, line)) => to_note(state, item, line),
        None => Vec::new(),
    }
}

fn wanted(state: &State) -> Option<Wanted> {
    let Some(Overlay::ReadBack { rows, selected }) = &state.overlay else {
        return None;
    };
    let mut all = rows
        .iter()
        .flat_map(|row| row.readable().into_iter().map(move |line| (row.agreed.item, line)));
    let (item, line) = all.nth(*selected)?;
    Some(match line {
        Readable::Decision(decision) => Wanted::Line(
            Mended::Decision(decision.id, decision.provisional),
            decision.text.clone(),
        ),
        Readable::Action(action) => {
            Wanted::Line(Mended::Action(action.id, action.owner.clone()), spelled(state, action))
        }
        Readable::Untaken(line) => Wanted::Note(item, Some(line.0.clone())),
        Readable::Item => Wanted::Note(item, None),
    })
}

/// An action as it could have been typed: who, what, when.
fn spelled(state: &State, action: &Action) -> String {
    let mut text = String::new();
    if let Some(owner) = &action.owner {
        text.push_str(&format!("{}: ", called(state, owner)));
    }
    text.push_str(&action.text);
    if let Some(day) = action.due {
        text.push_str(&format!(" {}-{}-{}", day.day(), day.month(), day.year()));
    }
    text
}

/// The name by which a line means the owner of an action, also where another one at the table has it.
fn called(state: &State, owner: &Owner) -> String {
    let (here, away) = (state.table(), state.away());
    let person = here.iter().chain(&away).find(|p| p.id == owner.person);
    let twins = |name: &str| here.iter().chain(&away).filter(|p| p.full() == name).count() > 1;
    person
        .filter(|_| twins(&owner.name))
        .map_or_else(|| owner.name.clone(), |p| short_name(p, (&here, &away)))
}

/// Goes to the note of an item, with the cursor behind a line of it.
fn to_note(state: &mut State, item: Id, line: Option<String>) -> Vec<Effect> {
    state.overlay = None;
    state.mending.seek = line.map(Seek);
    walk::go(state, At::Item(item))
}

/// The line that was asked for is taken.
pub(super) fn answered(state: &mut State, text: String) -> Vec<Effect> {
    let act = match state.mending.of.take() {
        None => return Vec::new(),
        Some(Mended::Decision(decision, provisional)) => Act::MendDecision(decision, text, provisional),
        Some(Mended::Action(action, was)) => {
            let line = mended_action(state, &text, was.as_ref());
            Act::MendAction {
                action,
                owner: line.owner.one().map(|owner| owner.person),
                text: line.text,
                due: line.due,
            }
        }
    };
    vec![Effect::Change(Change {
        intent: Intent::Mend,
        pupil: None,
        acts: vec![act],
    })]
}
