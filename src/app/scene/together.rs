//! The lists that the table goes through together: old actions and what was agreed.
//!
//! The rule: with a guest in the room they tell of nobody but the pupil at hand, and no cursor stands on what they leave
//! out.

use std::borrow::Cow;

use super::look::Look;
use super::told::{among, is_told, name};
use super::{card, timeline};
use crate::app::state::State;
use crate::domain::codes::ItemState;
use crate::domain::dossier::{OldAction, ReadBack, Readable};
use crate::public::{Confirmed, HeldRow, OldActionRow, Overlay, ReadBackAlso, ReadBackRow, SinceRow, Written};

/// The old actions.
pub(super) fn old_actions<S: Look>(state: &State, rows: &[OldAction], selected: usize) -> Overlay<S> {
    let heard = |row: &&OldAction| is_told::<S>(state, row.pupil.as_ref());
    Overlay::OldActions {
        rows: rows
            .iter()
            .filter(heard)
            .map(|row| OldActionRow {
                pupil: row.pupil.as_ref().map(|line| name::<S>(state, line)),
                action: card::action_row(&row.action, state.today),
            })
            .collect(),
        selected: among(rows.iter().map(|row| heard(&row)), selected),
    }
}

/// What was agreed, pupil by pupil.
pub(super) fn read_back<S: Look>(state: &State, rows: &[ReadBack], selected: usize) -> Overlay<S> {
    let room = state.room();
    let told = |row| {
        if S::SHARED {
            room.heard(row)
        } else {
            Some(Cow::Borrowed(row))
        }
    };
    let is_told = |row, line: &Readable<'_>| !S::SHARED || room.hears_line(row, line);
    let lines = rows
        .iter()
        .flat_map(|row| row.readable().into_iter().map(move |line| (row, line)));
    Overlay::ReadBack {
        rows: rows
            .iter()
            .filter_map(told)
            .map(|row| read_back_row::<S>(state, &row))
            .collect(),
        selected: among(lines.map(|(row, line)| is_told(row, &line)), selected),
        confirmed: state.block().and_then(|b| b.block.read_back_at).map(|at| Confirmed {
            at,
            stands: !state.mending.stale,
        }),
    }
}

fn read_back_row<S: Look>(state: &State, row: &ReadBack) -> ReadBackRow<S> {
    let agreed = &row.agreed;
    let decisions = agreed
        .decisions
        .iter()
        .map(|d| Written::Decision(d.text.clone(), d.provisional));
    let actions = agreed
        .actions
        .iter()
        .map(|a| Written::Action(card::action_row(a, state.today)));
    let held = row.recorded.told().map(|(tile, from, until)| HeldRow {
        hand: timeline::hand(tile),
        from,
        until,
    });
    let decided = agreed.decisions.iter().map(|d| d.id);
    let acted = agreed.actions.iter().map(|a| a.id);
    // What was not talked about yet is no gap that the table lets stay.
    let was_said = matches!(row.state, ItemState::Discussed | ItemState::Agreed);
    ReadBackRow {
        pupil: agreed.pupil.as_ref().map(|line| name::<S>(state, line)),
        part: agreed.part.clone(),
        written: decisions.chain(actions).collect(),
        nothing: agreed.decisions.is_empty() && agreed.actions.is_empty() && row.recorded.is_empty(),
        held: held.collect(),
        also: ReadBackAlso {
            carried: row.state == ItemState::Carried,
            agreed: row.state == ItemState::Agreed,
            result: row.recorded.result,
            route: row.recorded.route,
            chances: row.recorded.chances.iter().map(|one| (one.kind, one.level)).collect(),
            gaps: if was_said {
                row.recorded.gaps.clone()
            } else {
                Vec::new()
            },
            lacks_decision: row.lacks_decision(),
            since: SinceRow {
                written: decided.chain(acted).map(|id| row.since.lines.contains(&id)).collect(),
                besides: row.since.besides,
                gone: row.since.gone,
            },
            untaken: row.untaken.iter().map(|line| line.0.clone()).collect(),
        },
    }
}
