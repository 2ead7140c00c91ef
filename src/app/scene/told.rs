//! What a list tells of a pupil, and what it calls them: what everything that lies over the panes needs.

use super::look::Look;
use crate::app::state::State;
use crate::domain::dossier::PupilLine;

/// Whether a list that is read together tells of this pupil.
pub(super) fn is_told<S: Look>(state: &State, pupil: Option<&PupilLine>) -> bool {
    !S::SHARED || state.room().hears(pupil.map(|line| line.id))
}

/// What a pupil is called in a list: nobody is named there who has no name before the people in the room.
pub(super) fn name<S: Look>(state: &State, line: &PupilLine) -> S::Name {
    S::name(line, state.room().names(line), state.case_number(line.id))
}

/// Where the cursor stands among the lines that are told: for each line that it can stand on, whether it is told. Behind
/// the last line when it stands on one that is not, so that no other seems chosen.
pub(super) fn among(lines: impl Iterator<Item = bool>, selected: usize) -> usize {
    let (mut told, mut here) = (0, None);
    for (at, is_told) in lines.enumerate() {
        here = here.or((at == selected && is_told).then_some(told));
        told += usize::from(is_told);
    }
    here.unwrap_or(told)
}
