//! The terms of the pupil at hand, as the rules give them: for the list, the timeline and whatever else asks.
//!
//! The rule: they are computed from the dossier as it was read, on the day of the message, and never kept.

use super::state::State;
use crate::domain::Id;
use crate::domain::term::{Due, terms};

/// Which term of a pupil: the rule, and the tile or instrument it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermKey {
    /// The id of the rule.
    pub rule: String,
    /// The tile or instrument; none for a term of the pupil.
    pub occurrence: Option<Id>,
}

impl TermKey {
    /// The key of a term.
    pub fn of(due: &Due<'_>) -> Self {
        Self {
            rule: due.rule.id.clone(),
            occurrence: due.occurrence,
        }
    }
}

impl State {
    /// The terms of the pupil at hand, open ones first and by their day; none while no pupil was read.
    pub fn terms(&self) -> Vec<Due<'_>> {
        let dossier = self.dossier.as_ref().filter(|d| self.pupil() == Some(d.pupil.id));
        let Some(dossier) = dossier else { return Vec::new() };
        let Some(school) = self.schools.iter().find(|s| s.id == dossier.pupil.school) else {
            return Vec::new();
        };
        terms(&dossier.term_facts(school.kind), &self.rules, self.today)
    }

    /// Those of them that may be seen now: all in the private state, and while shared only what tells no more than
    /// the shared screen may.
    pub fn terms_in_sight(&self) -> Vec<Due<'_>> {
        let mut terms = self.terms();
        terms.retain(|due| self.private || due.is_shareable());
        terms
    }
}
