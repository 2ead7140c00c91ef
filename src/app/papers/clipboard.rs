//! The actions of a block as lines, to be put in a mail on purpose.
//!
//! The rule: while others watch, what is copied holds no more than what they see. Pupils are told by initials, those
//! who may not be named by their number, and a name within the text of an action is told in the same way.

use crate::domain::dossier::{Agreed, PupilLine};
use crate::domain::mask::Mask;
use crate::text::Catalog;

/// A line for each action: `S.K. · Jan de Boer (gem.) · belt UWV · vr 12-06`. `pupils` are those of the meeting with
/// their case numbers. In full, a pupil who may be named is told by name.
pub fn to_copy(agreed: &[Agreed], pupils: &[(PupilLine, u16)], in_full: bool, catalog: &Catalog) -> Vec<String> {
    let called = |line: &PupilLine, case: u16| match (line.may_name, in_full) {
        (false, _) => catalog.screen.case(case),
        (true, true) => line.name.full(),
        (true, false) => line.name.initials().to_string(),
    };
    let number = |line: &PupilLine| {
        let known = pupils.iter().find(|(there, _)| there.id == line.id);
        known.map_or(0, |(_, case)| *case)
    };
    let mut lines = Vec::new();
    for one in agreed {
        let mut mask = Mask::default();
        let at_hand = one.pupil.iter().map(|line| (line, number(line)));
        for (line, case) in at_hand.chain(pupils.iter().map(|(line, case)| (line, *case))) {
            match (line.may_name, in_full) {
                (true, true) => {}
                (true, false) => mask.add(&line.name, &called(line, case)),
                (false, _) => mask.add_nameless(&line.name, &called(line, case)),
            }
        }
        for action in &one.actions {
            let whose = action.owner.as_ref().map(|owner| {
                let role = catalog.codes.party_short(owner.role);
                format!("{} ({role})", owner.name)
            });
            let parts = [
                one.pupil.as_ref().map(|line| called(line, number(line))),
                Some(whose.unwrap_or_else(|| catalog.papers.nobody.to_owned())),
                Some(mask.apply(&action.text)),
                Some(
                    action
                        .due
                        .map_or_else(|| catalog.papers.no_day.to_owned(), |due| catalog.day_short(due)),
                ),
            ];
            lines.push(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        }
    }
    lines
}
