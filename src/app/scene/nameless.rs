//! Whose names a room may not read: everybody at hand, on the agenda or in a list read together who may not be named.

use crate::app::state::{Overlay, State};
use crate::domain::dossier::PupilLine;
use crate::domain::mask::Mask;

/// What replaces their names in whatever was typed: the pupil at hand counts first.
pub(super) fn mask(state: &State) -> Mask {
    let (mut mask, room) = (Mask::default(), state.room());
    let words = &state.catalog().screen;
    let mut add = |id, name| mask.add_nameless(name, &words.case(state.case_number(id)));
    let at_hand = state.dossier.iter().map(|dossier| &dossier.pupil);
    for pupil in at_hand.filter(|pupil| !room.may_name(pupil)) {
        add(pupil.id, &pupil.name);
    }
    let planned = state.items().filter_map(|item| item.pupil.as_ref());
    for line in planned.chain(listed(state)).filter(|line| !room.names(line)) {
        add(line.id, &line.name);
    }
    mask
}

/// The pupils of the list that lies over the panes, or beneath what is asked about a row of it, of whatever meeting.
fn listed(state: &State) -> impl Iterator<Item = &PupilLine> {
    let lists = state.overlay.iter().chain(&state.following.behind);
    lists.flat_map(in_list).chain(&state.mending.about)
}

fn in_list(list: &Overlay) -> Vec<&PupilLine> {
    match list {
        Overlay::OldActions { rows, .. } => rows.iter().filter_map(|row| row.pupil.as_ref()).collect(),
        Overlay::ReadBack { rows, .. } => {
            let agreed = rows.iter().map(|row| &row.agreed);
            agreed.flat_map(|one| one.pupil.iter().chain(&one.about)).collect()
        }
        _ => Vec::new(),
    }
}
