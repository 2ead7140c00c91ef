//! Results for the screen, computed from the file.

use super::Program;
use crate::app::effect::Outcome;
use crate::app::results::{ResultAsk, ResultQuery, ResultScreen, gather};
use crate::domain::standing::Asking;
use crate::store::StoreError;

impl Program {
    /// The results that are looked at. A cohort that is no longer there gives way to the first.
    pub(super) fn results(&self, query: ResultQuery) -> Result<Outcome, StoreError> {
        let cohorts = self.store.cohorts()?;
        let there = |id: &i64| cohorts.iter().any(|cohort| cohort.id == *id);
        let first = query.cohort.filter(there).or(cohorts.first().map(|cohort| cohort.id));
        let beside = query.beside.filter(there).filter(|beside| Some(*beside) != first);
        let ask = ResultAsk {
            cohorts: first.into_iter().chain(beside).collect(),
            by: query.by,
            // What came of it besides is told to the chair alone, so it is not even read for others.
            outcomes: self.state.private && query.by.is_none(),
            today: self.state.today,
        };
        let asking = Asking {
            today: query.on,
            ..self.asking()
        };
        let results = gather(&self.store, &ask, &self.state.result_sets, &asking)?;
        Ok(Outcome::Results(Box::new(ResultScreen {
            query: ResultQuery {
                cohort: first,
                beside,
                ..query
            },
            cohorts,
            results,
            selected: 0,
        })))
    }
}
