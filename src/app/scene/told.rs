//! What a list tells of a pupil, and what it calls them: what everything that lies over the panes needs.

use super::look::Look;
use crate::app::reading::is_heard;
use crate::app::state::State;
use crate::domain::dossier::PupilLine;

/// Whether a list that is read together tells of this pupil.
pub(super) fn is_told<S: Look>(state: &State, pupil: Option<&PupilLine>) -> bool {
    !S::SHARED || is_heard(state, pupil.map(|line| line.id))
}

/// What a pupil is called in a list: nobody is named there who has no name at the table on the screen.
pub(super) fn name<S: Look>(state: &State, line: &PupilLine) -> S::Name {
    let mut planned = state.items().filter_map(|item| item.pupil.as_ref());
    let here = planned.find(|there| there.id == line.id && !there.may_name);
    S::name(here.unwrap_or(line), state.case_number(line.id))
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
