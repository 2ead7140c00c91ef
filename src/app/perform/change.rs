//! A change of records: everything that one gesture writes.
//!
//! The rule: what only the file can tell is filled in first, whom to propose and whom to inform; then all of it goes in
//! one transaction, under one line of the journal, so that one undo takes it back.

use super::Program;
use crate::app::effect::{Act, Change, Outcome};
use crate::app::record;
use crate::domain::rights::ConsentKind;
use crate::domain::standing::Asking;
use crate::domain::{Day, Id};
use crate::store::{About, StoreError};
use crate::text::notice::Notice;

/// How many pupils the program proposes for a block: more than a table can discuss in ninety minutes.
const PROPOSED: usize = 20;

impl Program {
    /// One change: all its acts in one transaction, under one line of the journal.
    pub(super) fn change(&mut self, mut change: Change) -> Result<Outcome, StoreError> {
        for act in &mut change.acts {
            if let Act::Plan(plan) = act {
                plan.proposed = self.proposals(&plan.schools, plan.day)?;
            }
            if let Act::SharingList(list) = act {
                self.whom_to_inform(list)?;
            }
        }
        let meeting = self.state.open_meeting();
        let about = About {
            intent: change.intent.code(),
            pupil: change.pupil,
            meeting,
        };
        let (today, now) = (self.state.today, self.state.now);
        let draft = self.state.leaving.as_ref().and_then(|(writing, _)| writing.draft);
        let chair = change.acts.iter().find_map(|act| match act {
            Act::Chair(name) => Some(name.clone()),
            _ => None,
        });
        let made = self
            .store
            .change(about, now, |tx| record::write(tx, &change, draft, (today, now)))?;
        if let Some(name) = chair {
            self.store.set_who(&name);
            self.state.chair = name;
        }
        let informed = change.acts.iter().find_map(|act| match act {
            Act::SharingList(list) => {
                let based = list.said.iter().any(|one| one.kind == ConsentKind::Basis);
                Some(Notice::Informed(list.pupils.len(), based))
            }
            _ => None,
        });
        self.state.notice = informed.or(self.state.notice.take());
        Ok(Outcome::Changed(change.intent, made))
    }

    /// The pupils with a reason to be discussed on the day of a meeting to be planned, for each of its schools.
    fn proposals(&self, schools: &[Id], day: Day) -> Result<Vec<Vec<Id>>, StoreError> {
        let asking = Asking {
            today: day,
            ..self.asking()
        };
        let of = |school: &Id| self.store.propose_pupils(*school, &asking, PROPOSED);
        schools
            .iter()
            .map(|school| Ok(of(school)?.into_iter().map(|line| line.id).collect()))
            .collect()
    }
}
