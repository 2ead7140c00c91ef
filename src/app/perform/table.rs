//! What lies on the table: the meeting, what goes on besides it, and who is not on its agenda.
//!
//! The rule: what was there a moment ago may be gone, because its planning was taken back. Then whatever is next takes
//! its place, and nothing fails.

use super::Program;
use crate::app::effect::{Outcome, RestFrom};
use crate::app::state::{Elsewhere, Rest};
use crate::domain::Id;
use crate::store::{QueueFrom, StoreError};

impl Program {
    pub(super) fn sitting(&self, id: Option<Id>) -> Result<Outcome, StoreError> {
        let id = match id {
            Some(id) => Some(id),
            None => self.store.current_meeting(self.state.today)?,
        };
        let sitting = match id {
            // A meeting whose planning was undone is gone: whatever is next takes its place.
            Some(id) => match self.store.sitting(id) {
                Err(StoreError::Missing(_)) => match self.store.current_meeting(self.state.today)? {
                    Some(next) => Some(self.store.sitting(next)?),
                    None => None,
                },
                other => Some(other?),
            },
            None => None,
        };
        let elsewhere = self.elsewhere(sitting.as_ref().map(|s| s.meeting.id))?;
        Ok(Outcome::Sitting(
            sitting.map(Box::new),
            self.store.schools()?,
            elsewhere,
        ))
    }

    /// What goes on besides the meeting on the table.
    fn elsewhere(&self, on_table: Option<Id>) -> Result<Elsewhere, StoreError> {
        let current = self.store.current_meeting(self.state.today)?;
        let open = match current.filter(|id| Some(*id) != on_table) {
            Some(id) if self.store.meeting(id)?.is_open() => Some(Box::new(self.store.sitting(id)?)),
            _ => None,
        };
        let next_days = match on_table {
            Some(id) => self.store.next_days_of(id)?,
            None => Vec::new(),
        };
        Ok(Elsewhere {
            current,
            open,
            next_days,
            steps: if on_table.is_none() {
                self.store.steps()?
            } else {
                Vec::new()
            },
        })
    }

    pub(super) fn rest(&self, from: RestFrom, count: usize) -> Result<Outcome, StoreError> {
        let from = match from {
            RestFrom::Start => QueueFrom::Start,
            RestFrom::Around(id) => QueueFrom::Around(id),
        };
        let page = match self.store.queue_page(self.state.school_at_hand(), from, count) {
            Err(StoreError::Missing(_)) => {
                self.store
                    .queue_page(self.state.school_at_hand(), QueueFrom::Start, count)?
            }
            other => other?,
        };
        Ok(Outcome::Rest(Rest {
            rows: page.lines,
            more_before: page.more_before,
            more_after: page.more_after,
        }))
    }
}
