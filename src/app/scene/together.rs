//! The lists that the table goes through together: old actions and what was agreed.
//!
//! The rule: with a guest in the room they tell of nobody but the pupil at hand, and no cursor stands on what they leave
//! out.

use super::look::Look;
use super::overlay::name;
use super::{card, timeline};
use crate::app::reading::{is_heard, is_row_heard};
use crate::app::state::State;
use crate::domain::codes::ItemState;
use crate::domain::dossier::{OldAction, PupilLine, ReadBack};
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
        selected: among(rows.iter().map(|row| (1, heard(&row))), selected),
    }
}

/// What was agreed, pupil by pupil.
pub(super) fn read_back<S: Look>(state: &State, rows: &[ReadBack], selected: usize) -> Overlay<S> {
    let heard = |row: &&ReadBack| !S::SHARED || is_row_heard(state, row);
    Overlay::ReadBack {
        rows: rows
            .iter()
            .filter(heard)
            .map(|row| read_back_row::<S>(state, row))
            .collect(),
        selected: among(rows.iter().map(|row| (row.readable().len(), heard(&row))), selected),
        confirmed: state.block().and_then(|b| b.block.read_back_at).map(|at| Confirmed {
            at,
            stands: !state.mending.stale,
        }),
    }
}

/// Whether a list that is read together tells of this pupil.
pub(super) fn is_told<S: Look>(state: &State, pupil: Option<&PupilLine>) -> bool {
    !S::SHARED || is_heard(state, pupil.map(|line| line.id))
}

/// Where the cursor stands among the rows that are told: each row with how many lines the cursor can stand on, and
/// whether it is told. Behind the last line when it stands on a row that is not, so that no other seems chosen.
pub(super) fn among(rows: impl Iterator<Item = (usize, bool)>, selected: usize) -> usize {
    let (mut before, mut told, mut here) = (0, 0, None);
    for (lines, is_told) in rows {
        let within = selected.checked_sub(before).filter(|within| *within < lines);
        here = here.or(within.filter(|_| is_told).map(|within| told + within));
        before += lines;
        told += if is_told { lines } else { 0 };
    }
    here.unwrap_or(told)
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
