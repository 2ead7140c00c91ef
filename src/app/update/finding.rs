//! Overlays: help, palette, find, contacts, and the lists that are worked through with one key a row.

use crate::app::edit::{EditCommand, Editor, Kind};
use crate::app::effect::{Act, Change, Effect};
use crate::app::enabled::enabled;
use crate::app::lists::{help_rows, palette_rows};
use crate::app::state::{Overlay, State};
use crate::domain::codes::{ActionState, Presence};
use crate::domain::dossier::Found;
use crate::domain::intent::Intent;
use crate::public::FindPurpose;
use crate::text::notice::{Notice, Refusal};

use super::meeting::{self, LINE_LIMIT, change};
use super::{
    contacts, employers, follow_up, forms, history, importing, keys, network, pupil, read_back, results, sittings,
    terms, told, typing, walk, writing,
};

/// The most bytes of a question.
const QUERY_LIMIT: usize = 200;

pub(super) fn query() -> Editor {
    Editor::new("", Kind::OneLine, QUERY_LIMIT)
}

pub(super) fn open(state: &mut State, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::Palette => {
            state.overlay = Some(Overlay::Palette {
                query: query(),
                selected: 0,
            });
            Vec::new()
        }
        Intent::ChooseSchool => start(state, FindPurpose::ChooseSchool),
        Intent::EditPerson => start(state, FindPurpose::EditPerson),
        Intent::EditParty => start(state, FindPurpose::EditParty),
        Intent::PartyCard => start(state, FindPurpose::PartyCard),
        _ => start(state, FindPurpose::Go),
    }
}

/// Opens the find box for a purpose.
pub(super) fn start(state: &mut State, purpose: FindPurpose) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    state.overlay = Some(Overlay::Find {
        purpose,
        query: query(),
        found: Vec::new(),
        selected: 0,
    });
    effects.push(Effect::Find(purpose, String::new()));
    effects
}

pub(super) fn help(state: &mut State) -> Vec<Effect> {
    // The note stays open below, as it does below the contacts: help is about where the chair is.
    forms::put_aside(state);
    state.overlay = Some(Overlay::Help { query: query(), top: 0 });
    Vec::new()
}

/// The question changed: it is asked again.
pub(super) fn query_changed(state: &mut State) -> Vec<Effect> {
    let school = state.school_at_hand();
    match state.overlay.as_mut() {
        Some(Overlay::Help { top, .. }) => *top = 0,
        Some(Overlay::Palette { selected, .. }) => *selected = 0,
        Some(Overlay::Find {
            purpose,
            query,
            selected,
            ..
        }) => {
            *selected = 0;
            return vec![Effect::Find(*purpose, query.text().to_owned())];
        }
        Some(Overlay::Contacts { query, .. }) => {
            let of = Some(school).flatten().filter(|_| query.text().is_empty());
            return vec![Effect::Contacts(of, query.text().to_owned())];
        }
        Some(Overlay::Prompt { refusal, .. }) => *refusal = None,
        Some(Overlay::FollowUp(list)) => list.selected = 0,
        Some(Overlay::Lessons(list)) => list.selected = 0,
        Some(Overlay::Import(import)) => return importing::typed(import),
        _ => {}
    }
    Vec::new()
}

/// What an intent does while an overlay is open.
pub(super) fn in_overlay(state: &mut State, intent: Intent) -> Vec<Effect> {
    // What is kept, picked or closed is said in its own word; what happens is the same in every overlay.
    let intent = match intent {
        Intent::Keep | Intent::Pick => Intent::Confirm,
        Intent::NextField => Intent::Down,
        Intent::PreviousField => Intent::Up,
        Intent::Close => Intent::Escape,
        other => other,
    };
    if matches!(state.overlay, Some(Overlay::Form(_)))
        && matches!(intent, Intent::Escape | Intent::Confirm | Intent::Up | Intent::Down)
    {
        return forms::act(state, intent);
    }
    if let Some(effects) = follow_up::in_list(state, intent).or_else(|| importing::act(state, intent)) {
        return effects;
    }
    if let Some(effects) = super::restoring::act(state, intent).or_else(|| network::act(state, intent)) {
        return effects;
    }
    if let Some(effects) = results::in_overlay(state, intent) {
        return effects;
    }
    match intent {
        Intent::ClearField => clear(state),
        Intent::Discard => {
            if matches!(state.overlay, Some(Overlay::Form(_))) {
                state.overlay = None;
                super::listing::uncover(state);
                return Vec::new();
            }
            in_overlay(state, Intent::Escape)
        }
        Intent::Escape if state.awaits_others() => {
            // Behind this overlay lies another school: who is present comes first.
            if matches!(state.overlay, Some(Overlay::Attendance { .. })) {
                state.notice = Some(Notice::Refused(Intent::Close, Refusal::AttendanceFirst));
            }
            state.overlay = Some(Overlay::Attendance { selected: 0 });
            Vec::new()
        }
        Intent::Undo | Intent::Redo if typing::undo_in_overlay(state, intent == Intent::Undo) => query_changed(state),
        Intent::Escape if back_to_table(state) => Vec::new(),
        Intent::Escape => {
            let asked_for = match &state.overlay {
                Some(Overlay::Prompt { purpose, .. }) => Some(*purpose),
                _ => None,
            };
            match asked_for {
                Some(Intent::TermNotApplicable) => {
                    state.overlay = None;
                    terms::back(state);
                }
                Some(Intent::Mend) => {
                    state.overlay = None;
                    return read_back::again(state).into_iter().collect();
                }
                _ => super::listing::uncover(state),
            }
            follow_up::back(state);
            Vec::new()
        }
        _ if matches!(state.overlay, Some(Overlay::Listing)) && super::listing::answers(intent) => {
            super::listing::act(state, intent)
        }
        Intent::Up => select(state, -1),
        Intent::Down => select(state, 1),
        Intent::Previous => select(state, -10),
        Intent::Next => select(state, 10),
        Intent::Confirm => confirm(state),
        Intent::MarkPresent => meeting::mark(state, Presence::Present, intent),
        Intent::MarkExcused => meeting::mark(state, Presence::Excused, intent),
        Intent::MarkAbsent => meeting::mark(state, Presence::Absent, intent),
        Intent::ToggleMandate => meeting::mandate(state),
        Intent::CopyFirst => contacts::copy(state, 1, intent),
        Intent::CopySecond => contacts::copy(state, 2, intent),
        Intent::AddParticipant => start(state, FindPurpose::AddParticipant),
        Intent::EditParty | Intent::PartyCard => employers::between(state),
        Intent::EditPart | Intent::EndPart => forms::open(state, intent),
        Intent::RemovePart => pupil::act(state, intent),
        Intent::ActionDone => meeting::close_action(state, ActionState::Done, intent),
        Intent::ActionNotPossible => meeting::close_action(state, ActionState::NotPossible, intent),
        Intent::ActionNotDone => meeting::ask_again(state),
        Intent::ActionCancelled => meeting::close_action(state, ActionState::Cancelled, intent),
        Intent::Mend => read_back::mend(state),
        Intent::TermDone | Intent::TermNotApplicable => terms::mark(state, intent),
        _ => super::anywhere(state, intent).unwrap_or_default(),
    }
}

fn select(state: &mut State, by: isize) -> Vec<Effect> {
    let palette = match &state.overlay {
        Some(Overlay::Palette { query, .. }) => palette_rows(state, query.text()).len(),
        Some(Overlay::Help { query, .. }) => help_rows(state, query.text()).len(),
        _ => 0,
    };
    // Behind the people stands the row of the pupil's own surroundings.
    let attendance = state.block().map_or(0, |b| b.attendance.len().saturating_add(1));
    let terms = match &state.overlay {
        Some(Overlay::Terms { .. }) => state.terms_in_sight().len(),
        _ => 0,
    };
    let follow_up = follow_up::rows(state);
    let history = state.dossier.as_ref().map_or(0, |d| d.history().len());
    let (at, rows) = match state.overlay.as_mut() {
        Some(Overlay::Palette { selected, .. }) => (selected, palette),
        Some(Overlay::Help { top, .. }) => (top, palette),
        Some(Overlay::Find { selected, found, .. }) => (selected, found.len()),
        Some(Overlay::Attendance { selected }) => (selected, attendance),
        Some(Overlay::OldActions { selected, rows }) => (selected, rows.len()),
        Some(Overlay::Meetings { selected, rows }) => (selected, rows.len()),
        Some(Overlay::Terms { selected }) => (selected, terms),
        Some(Overlay::ReadBack { selected, rows }) => {
            let length = read_back::length(rows);
            (selected, length)
        }
        Some(Overlay::PartyCard { top, rows, .. }) => (top, rows.len()),
        Some(Overlay::History { selected }) => (selected, history),
        Some(Overlay::Listing) => match state.listing.as_mut() {
            Some(listing) => {
                let rows = listing.places().len();
                (&mut listing.selected, rows)
            }
            None => return Vec::new(),
        },
        Some(Overlay::Results(screen)) => {
            let stops = screen.stops();
            (&mut screen.selected, stops)
        }
        Some(Overlay::FollowUp(list)) => (&mut list.selected, follow_up),
        Some(Overlay::Lessons(list)) => (&mut list.selected, follow_up),
        Some(Overlay::Issued(issued)) => (&mut issued.top, follow_up),
        Some(Overlay::ToldBefore(told)) => {
            let rows = told.rows();
            (&mut told.top, rows)
        }
        _ => return Vec::new(),
    };
    *at = at.saturating_add_signed(by).min(rows.saturating_sub(1));
    state.marked_term = None;
    history::point(state);
    Vec::new()
}

fn confirm(state: &mut State) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::Attendance { .. }) => meeting::confirm_present(state),
        Some(Overlay::AgreeAll) => pupil::agree_all(state),
        Some(Overlay::ReadBack { .. }) => read_back::confirm(state),
        Some(Overlay::Palette { query, selected }) => {
            let chosen = palette_rows(state, query.text()).get(*selected).map(|b| b.intent);
            run(state, chosen)
        }
        Some(Overlay::Find { .. }) => choose(state),
        Some(Overlay::Meetings { .. }) => sittings::choose(state),
        Some(Overlay::Prompt { .. }) => answer(state),
        Some(Overlay::ToldBefore(_)) => told::look_up(state),
        _ => {
            state.overlay = None;
            Vec::new()
        }
    }
}

/// Does the command that was chosen in the palette, as its key would.
fn run(state: &mut State, chosen: Option<Intent>) -> Vec<Effect> {
    let Some(intent) = chosen else { return Vec::new() };
    state.overlay = None;
    if let Err(refusal) = enabled(intent, state) {
        state.notice = Some(Notice::Refused(intent, refusal));
        return Vec::new();
    }
    let scopes = crate::app::reading::scopes(state);
    let line = state.settings.keys.binding_of(intent, &scopes);
    match line.map(|binding| (binding.then, binding.keys.first().copied())) {
        Some((then, Some(key))) => keys::begin(state, intent, then, key),
        Some((_, None)) => super::act(state, intent),
        None => Vec::new(),
    }
}

fn choose(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Find {
        purpose,
        found,
        selected,
        ..
    }) = &state.overlay
    else {
        return Vec::new();
    };
    let purpose = *purpose;
    let Some(chosen) = found.get(*selected).cloned() else {
        state.notice = Some(Notice::NothingFound);
        return Vec::new();
    };
    state.overlay = None;
    match (purpose, chosen) {
        (FindPurpose::AddToAgenda, Found::Pupil(line)) => add_to_agenda(state, line.id),
        (FindPurpose::AddParticipant, Found::Person { id, .. }) => add_participant(state, id),
        (FindPurpose::EditPerson, Found::Person { id, .. }) => vec![Effect::FormLists(Intent::EditPerson, Some(id))],
        (FindPurpose::EditParty, Found::Party { id, .. }) => vec![Effect::FormLists(Intent::EditParty, Some(id))],
        (_, Found::Party { id, .. }) => employers::ask(state, id),
        (_, Found::Pupil(line)) => walk::go_to_pupil(state, line.id, line.school),
        (_, Found::Note { pupil, .. }) => walk::go_to_pupil(state, pupil.id, pupil.school),
        (FindPurpose::ChooseSchool, Found::School { id, .. }) => walk::go_to_school(state, id),
        (_, Found::School { id, .. }) => contacts::of_school(state, Some(id)),
        (_, Found::Person { .. }) => Vec::new(),
    }
}

fn add_to_agenda(state: &mut State, pupil: crate::domain::Id) -> Vec<Effect> {
    if state.items().any(|i| i.item.pupil == Some(pupil)) {
        state.notice = Some(Notice::Refused(Intent::AddToAgenda, Refusal::OnAgenda));
        return Vec::new();
    }
    let Some(block) = state.block().map(|b| b.block.id) else {
        return Vec::new();
    };
    vec![Effect::Change(Change {
        intent: Intent::AddToAgenda,
        pupil: Some(pupil),
        acts: vec![Act::AddPupilItem(block, pupil)],
    })]
}

/// Adds somebody to the table and goes back to the attendance, on their row.
fn add_participant(state: &mut State, person: crate::domain::Id) -> Vec<Effect> {
    let Some(block) = state.block() else { return Vec::new() };
    let there = block.attendance.iter().position(|a| a.person.id == person);
    let selected = there.unwrap_or(block.attendance.len());
    let effect = change(
        Intent::AddParticipant,
        vec![Act::AddParticipant(block.block.id, person)],
    );
    state.overlay = Some(Overlay::Attendance { selected });
    if there.is_some() { Vec::new() } else { vec![effect] }
}

/// From looking for somebody for the table back to who is there: on the row of the pupil's own surroundings when what
/// was typed found nobody, because that is where a mother belongs.
fn back_to_table(state: &mut State) -> bool {
    let Some(Overlay::Find {
        purpose: FindPurpose::AddParticipant,
        query,
        found,
        ..
    }) = &state.overlay
    else {
        return false;
    };
    let found_nobody = found.is_empty() && !query.text().trim().is_empty();
    let people = state.block().map_or(0, |block| block.attendance.len());
    state.overlay = Some(Overlay::Attendance {
        selected: if found_nobody { people } else { 0 },
    });
    true
}

/// Empties the field or the line that is typed in, in one step of undo.
fn clear(state: &mut State) -> Vec<Effect> {
    for command in [EditCommand::SelectAll, EditCommand::Delete] {
        if matches!(state.overlay, Some(Overlay::Form(_))) {
            forms::edit(state, command);
        } else {
            typing::edit_overlay(state, command);
        }
    }
    query_changed(state)
}

/// Takes the line that was asked for.
fn answer(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Prompt { purpose, input, .. }) = &state.overlay else {
        return Vec::new();
    };
    let (purpose, text) = (*purpose, input.text().trim().to_owned());
    if purpose == Intent::RemoveFromQueue {
        // Why is asked, and need not be told.
        return super::listing::remove(state, text);
    }
    if let Some(effects) = results::answered(state, purpose, &text) {
        return effects;
    }
    if let Some(effects) = follow_up::answered(state, purpose, &text) {
        return effects;
    }
    if text.is_empty() {
        if let Some(Overlay::Prompt { refusal, .. }) = state.overlay.as_mut() {
            *refusal = Some(Refusal::Required);
        }
        return Vec::new();
    }
    let meeting = state.sitting.as_ref().map(|s| s.meeting.id);
    match purpose {
        Intent::ReopenMeeting => meeting
            .map(|meeting| {
                // A correction begins where the chair is, not where the meeting was closed.
                let place = Effect::Place {
                    meeting,
                    place: None,
                    left: None,
                };
                let acts = vec![Act::Correction(meeting, text), Act::Closed(meeting, None)];
                vec![place, change(purpose, acts)]
            })
            .unwrap_or_default(),
        Intent::AddFreeItem => {
            let block = state.block().map(|b| b.block.id);
            block
                .map(|b| vec![change(purpose, vec![Act::AddFreeItem(b, text, 5)])])
                .unwrap_or_default()
        }
        Intent::SetChair => vec![change(purpose, vec![Act::Chair(text)])],
        Intent::TermNotApplicable => terms::answered(state, text),
        Intent::Mend => read_back::answered(state, text),
        _ => Vec::new(),
    }
}

/// Opens a prompt for one line, with what it holds now.
pub(super) fn prompt(state: &mut State, purpose: Intent, text: &str) -> Vec<Effect> {
    state.overlay = Some(Overlay::Prompt {
        purpose,
        input: Editor::new(text, Kind::OneLine, LINE_LIMIT),
        refusal: None,
    });
    Vec::new()
}
