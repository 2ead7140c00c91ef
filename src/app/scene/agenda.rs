//! The agenda as it is shown: the parts of the frame with their time, who is there, and which role is missing.
//!
//! The rule: a part of the frame is done when the table went past it, a pupil only when something was recorded; and the
//! time of what is on the table runs on in its row.

use crate::app::reading::{agenda_parts, missing_roles};
use crate::app::state::State;
use crate::domain::codes::{ItemKind, ItemState, Presence};
use crate::domain::dossier::SittingItem;
use crate::public::{Agenda, AgendaRow, Pane, PresenceRow};

pub(super) fn agenda(state: &State) -> Agenda {
    let parts = agenda_parts(state);
    let items: Vec<&SittingItem> = state.block().map(|b| b.items.iter().collect()).unwrap_or_default();
    let here = state.item().map(|i| i.item.id);
    let visit = if state.is_open() { state.visit_seconds() } else { 0 };
    let position = |item: &SittingItem| items.iter().position(|i| i.item.id == item.item.id);
    let passed = state.item().filter(|_| state.is_open()).and_then(position);
    let closed = state.sitting.as_ref().is_some_and(|s| s.meeting.is_closed());
    let rows = parts.iter().map(|ids| {
        let of: Vec<&SittingItem> = items.iter().filter(|i| ids.contains(&i.item.id)).copied().collect();
        let first = of.first().map(|i| &i.item);
        let seconds: u32 = of
            .iter()
            .map(|i| i.item.seconds + if Some(i.item.id) == here { visit } else { 0 })
            .sum();
        // A part of the frame is done when the table went past it; a pupil only when something was recorded.
        let past = passed.is_some_and(|at| {
            of.iter()
                .all(|i| i.item.kind != ItemKind::Pupil && position(i) < Some(at))
        });
        // After the closing nothing of the frame is still to come.
        let over = closed
            && of
                .iter()
                .all(|i| !matches!(i.item.kind, ItemKind::Pupil | ItemKind::Free));
        let all_done = past || over || of.iter().all(|i| i.item.state != ItemState::Open);
        let all_carried = of.iter().all(|i| i.item.state == ItemState::Carried);
        AgendaRow {
            kind: first.map_or(ItemKind::Free, |i| i.kind),
            title: first.map(|i| i.title.clone()).unwrap_or_default(),
            state: if all_carried {
                ItemState::Carried
            } else if all_done {
                ItemState::Discussed
            } else {
                ItemState::Open
            },
            planned: of.iter().map(|i| u32::from(i.item.minutes)).sum(),
            spent: (seconds + 30) / 60,
        }
    });
    let presence: Vec<PresenceRow> = presence_rows(state);
    let present = presence.iter().filter(|p| p.state == Presence::Present).count();
    Agenda {
        parts: rows.collect(),
        current: here
            .and_then(|id| parts.iter().position(|ids| ids.contains(&id)))
            .filter(|_| state.is_open()),
        selected: (state.focus == Pane::Agenda).then_some(state.agenda_row),
        unconfirmed: state.awaits_attendance(),
        present: (present, presence.len()),
        presence,
        family: state.block().is_some_and(|b| b.block.family),
        missing: if state.is_open() && !state.awaits_attendance() {
            missing_roles(state)
        } else {
            Vec::new()
        },
        contacts_hint: state
            .block()
            .filter(|b| !b.contacts.is_complete())
            .map(|b| b.contacts.fixed.len()),
    }
}

pub(super) fn presence_rows(state: &State) -> Vec<PresenceRow> {
    let rows = state.block().map(|b| b.attendance.as_slice()).unwrap_or_default();
    rows.iter()
        .map(|a| PresenceRow {
            name: a.person.full(),
            role: a.person.party_kind,
            party: a.person.party_name.clone(),
            state: a.state,
            mandate: a.mandate,
        })
        .collect()
}
