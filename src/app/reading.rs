//! What follows from the state: which keys count, which rows there are, who is missing. Read by what acts on the state
//! and by what shows it, so that both mean the same.

use super::enabled::is_to_agree;
use super::keymap::Scope;
use super::naming;
use super::state::{At, Overlay, State};
use crate::domain::codes::{PartyKind, Presence};
use crate::domain::dates::{self, read_plain_date};
use crate::domain::dossier::SittingItem;
use crate::domain::hidden::Hidden;
use crate::domain::line::{ActionLine, Line, OwnerFound, read_line_among, read_mended_action};
use crate::domain::trajectory::Part;
use crate::domain::writing::Owner;
use crate::domain::{Day, Id};
use crate::public::Pane;

/// How many rows are built on either side of the selected one: more than any window shows.
pub(super) const SIDE: usize = 80;

/// The scopes in force: an overlay's replaces the others.
pub(super) fn scopes(state: &State) -> [Scope; 3] {
    let scope = match &state.overlay {
        Some(Overlay::Help { .. } | Overlay::Palette { .. } | Overlay::Find { .. }) => Scope::Search,
        Some(Overlay::Contacts { .. }) => Scope::Contacts,
        Some(Overlay::Meetings { .. }) => Scope::Meetings,
        Some(Overlay::Listing) => Scope::Pupils,
        Some(Overlay::Results(_)) => Scope::Results,
        Some(Overlay::Attendance { .. }) => Scope::Attendance,
        Some(Overlay::OldActions { .. }) => Scope::OldActions,
        Some(Overlay::Terms { .. }) => Scope::Terms,
        Some(Overlay::FollowUp(list)) if list.filtering => Scope::Search,
        Some(Overlay::FollowUp(_)) => Scope::FollowUp,
        Some(Overlay::Lessons(list)) if list.filtering => Scope::Search,
        Some(Overlay::Lessons(_)) => Scope::Lessons,
        Some(Overlay::ReadBack { .. }) => Scope::ReadBack,
        Some(Overlay::AgreeAll | Overlay::Issued(_) | Overlay::ToldBefore(_) | Overlay::Network { .. }) => Scope::List,
        Some(Overlay::PartyCard { .. }) => Scope::Card,
        Some(Overlay::Import(import)) if import.is_typing() => Scope::Path,
        Some(Overlay::Import(_)) => Scope::Import,
        Some(Overlay::Restore(backups)) if backups.is_asked() => Scope::Search,
        Some(Overlay::Restore(_)) => Scope::List,
        Some(Overlay::History { .. }) => Scope::History,
        Some(Overlay::Prompt { .. } | Overlay::Form(_)) => Scope::Form,
        None if state.writing.is_some() => Scope::Write,
        None => Scope::Choose,
    };
    let part = scope == Scope::Choose && state.focus == Pane::Timeline && part_at_hand(state).is_some();
    let named = scope == Scope::Write && !naming::names(state).is_empty();
    let first = match (part, named) {
        (true, _) => Scope::Part,
        (_, true) => Scope::Naming,
        _ => scope,
    };
    [first, scope, Scope::Anywhere]
}

/// The part of the trajectory under the cursor of the timeline, when it is one of the pupil at hand and still there.
pub(super) fn part_at_hand(state: &State) -> Option<Part> {
    let dossier = state.dossier.as_ref().filter(|d| Some(d.pupil.id) == state.pupil())?;
    state.part.filter(|part| dossier.has(*part))
}

/// The pupil that is meant: of the selected row in a list, else the one at hand.
pub(super) fn pointed_at(state: &State) -> Option<Id> {
    match &state.overlay {
        Some(Overlay::Listing) => state.listing.as_ref()?.pupil().map(|row| row.line.id),
        _ => state.pupil(),
    }
}

/// The rows of the queue pane.
pub(super) fn queue_places(state: &State) -> Vec<At> {
    let school = state.school_at_hand();
    let on_agenda = state.block().filter(|b| Some(b.block.school) == school);
    let mut places: Vec<At> = on_agenda
        .map(|b| {
            b.items
                .iter()
                .filter(|i| i.item.pupil.is_some())
                .map(|i| At::Item(i.item.id))
                .collect()
        })
        .unwrap_or_default();
    if !state.is_open() {
        places.extend(state.rest.rows.iter().map(|line| At::Pupil(line.id)));
    }
    places
}

/// The items that stand for each row of the agenda pane: the pupils together are one row.
pub(super) fn agenda_parts(state: &State) -> Vec<Vec<Id>> {
    let mut parts: Vec<(bool, Vec<Id>)> = Vec::new();
    for item in state.block().map(|b| b.items.as_slice()).unwrap_or_default() {
        let is_pupil = item.item.pupil.is_some();
        match parts.last_mut() {
            Some((true, ids)) if is_pupil => ids.push(item.item.id),
            _ => parts.push((is_pupil, vec![item.item.id])),
        }
    }
    parts.into_iter().map(|(_, ids)| ids).collect()
}

/// The item that an act on the agenda is about: with the focus there the one under its cursor, else the one at hand. The
/// pupils together are one row, in which nobody is meant but whoever is at hand.
pub(super) fn item_meant(state: &State) -> Option<&SittingItem> {
    if state.focus != Pane::Agenda || state.overlay.is_some() {
        return state.item();
    }
    let parts = agenda_parts(state);
    let here = parts.get(state.agenda_row)?;
    let at_hand = state.item().map(|i| i.item.id).filter(|id| here.contains(id));
    let only = here.first().copied().filter(|_| here.len() == 1);
    let meant = at_hand.or(only)?;
    state.items().find(|i| i.item.id == meant)
}

/// That the queue leaves everybody out but the pupil at hand. Of a school that is longer than the window that was read
/// of it nobody counted how many that are.
pub(super) fn left_out_of_queue(state: &State) -> Option<Hidden> {
    let guest = state.room().guest()?;
    let others = queue_places(state).iter().filter(|at| **at != state.at).count();
    let uncounted = !state.is_open() && (state.rest.more_before || state.rest.more_after);
    let count = if uncounted { 0 } else { others };
    (others > 0).then_some(Hidden { count, guest })
}

/// The hamerstukken that still wait to be agreed and that a screen may show, the shared one or the private; and how many
/// others there are.
pub(super) fn to_agree(state: &State, shared: bool) -> (Vec<&SittingItem>, usize) {
    let waiting = state.pupil_items().into_iter().filter(|i| is_to_agree(&i.item));
    let room = state.room();
    let (shown, hidden): (Vec<_>, Vec<_>) = waiting.partition(|i| !shared || room.hears(i.item.pupil));
    (shown, hidden.len())
}

/// Which of the places of the queue is the first row of the board.
pub(super) fn queue_from(state: &State, places: &[At]) -> usize {
    let here = places.iter().position(|at| *at == state.at);
    here.unwrap_or(0).saturating_sub(SIDE)
}

/// The roles without whom a table cannot decide and that nobody present with a mandate fills: school, municipality,
/// UWV (practice of Sociale Dienst Drechtsteden). A hint; decisions are then taken under reservation.
pub(super) fn missing_roles(state: &State) -> Vec<PartyKind> {
    let Some(block) = state.block() else { return Vec::new() };
    let filled = |role: PartyKind| {
        let fits = |kind: PartyKind| {
            kind == role || (role == PartyKind::Municipality && kind == PartyKind::ParticipationCompany)
        };
        block
            .attendance
            .iter()
            .any(|a| a.state == Presence::Present && a.mandate && fits(a.person.party_kind))
    };
    [PartyKind::School, PartyKind::Municipality, PartyKind::Uwv]
        .into_iter()
        .filter(|role| !filled(*role))
        .collect()
}

/// Whether a role that should decide is not at the table, so that a decision is taken under reservation.
pub(super) fn role_missing(state: &State) -> bool {
    state.is_open() && !missing_roles(state).is_empty()
}

/// Reads the line under the cursor as it would be taken.
pub(super) fn line(state: &State) -> Option<Line<'_>> {
    let writing = state.writing.as_ref()?;
    let roles = state.catalog().roles;
    Some(read_line_among(
        writing.editor.current_line(),
        (&state.table(), &state.away()),
        roles,
        &state.dates(),
    ))
}

/// Reads what is typed in place of an action that was somebody's: who was never expected at this table keeps it, as long
/// as their name stands before it. Its day is the one at the end, which the read-back spells out.
pub(super) fn mended_action(state: &State, text: &str, was: Option<&Owner>) -> ActionLine {
    let roles = crate::text::Catalog::of(state.lang).roles;
    let mut line = read_mended_action(text, (&state.table(), &state.away()), roles, &state.dates());
    let kept = was.filter(|_| line.owner == OwnerFound::Nobody).and_then(|was| {
        let rest = line.text.strip_prefix(&format!("{}:", was.name))?;
        Some((was.clone(), rest.trim().to_owned()))
    });
    if let Some((was, rest)) = kept {
        (line.owner, line.text) = (OwnerFound::One(was), rest);
    }
    line
}

/// The day by which something is done: in full, or as a phrase.
pub(super) fn read_due(state: &State, text: &str) -> Option<Day> {
    read_plain_date(text).or_else(|| dates::read_due(text, &state.dates()))
}
