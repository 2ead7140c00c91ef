//! A point of the agenda that is about no pupil: what is asked, agreed and noted there.

use super::card;
use super::look::Look;
use crate::app::keymap::Scope;
use crate::app::lists;
use crate::app::state::State;
use crate::domain::codes::ItemKind;
use crate::domain::intent::Intent;
use crate::public::{Hint, PointView};
use crate::text::Catalog;

/// The point at hand, or none while a pupil or nothing is.
pub(super) fn point<S: Look>(state: &State, catalog: &Catalog) -> Option<PointView> {
    let item = state.item().map(|i| &i.item).filter(|i| i.kind != ItemKind::Pupil)?;
    let point = state.point.as_ref().filter(|p| p.item == item.id);
    let written = point.map(|p| card::written(p.decisions.iter(), p.actions.iter(), state.today));
    Some(PointView {
        kind: item.kind,
        title: item.title.clone(),
        hint: hint(state, catalog, item.kind),
        question: item.question.clone(),
        asked_by: item.asked_by.clone(),
        proposal: item.proposal.clone(),
        written: written.unwrap_or_default(),
        note: card::note::<S>(state, point.and_then(|p| p.note.as_ref())),
    })
}

/// The key that belongs to a point. While a note is being written that is left first: the keys stand there as they
/// are pressed.
fn hint(state: &State, catalog: &Catalog, kind: ItemKind) -> Option<Hint> {
    let intent = match kind {
        ItemKind::Opening => Intent::Attendance,
        ItemKind::OldActions => Intent::OldActions,
        ItemKind::ReadBack => Intent::ReadBack,
        ItemKind::Pupil | ItemKind::Aftercare | ItemKind::Free => return None,
    };
    let keys = &state.settings.keys;
    let mut hint = lists::hint(state, catalog, keys.binding_of(intent, &[Scope::Choose])?);
    if state.writing.is_some() {
        let leave = lists::hint(state, catalog, keys.binding_of(Intent::Escape, &[Scope::Write])?);
        hint.keys = format!("{} {}", leave.keys, hint.keys);
    }
    Some(hint)
}
