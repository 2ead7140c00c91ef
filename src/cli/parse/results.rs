//! The words behind `resultaten`.
//!
//! The rule: whatever is said about a cohort needs one to be named; without, the cohorts are listed.

use std::path::PathBuf;

use super::Reading;
use crate::cli::options::{Command, ResultFormat};
use crate::cli::table::{DIVISIONS, RESULT_FORMATS, spelling};
use crate::domain::dates::read_plain_date;
use crate::domain::result::Division;
use crate::text::cli::{Misuse, Opt};

impl Reading<'_> {
    /// What is asked of results; whatever is said about a cohort needs one.
    pub(super) fn results(&self) -> Result<Command, Misuse> {
        let (cohort, compare) = (self.text(Opt::ResultCohort).cloned(), self.text(Opt::Compare).cloned());
        let by = self
            .choice(Opt::Per, DIVISIONS)
            .and_then(|place| Division::ALL.get(place).copied());
        let on = self.understood(Opt::On, read_plain_date)?;
        if cohort.is_none() && (compare.is_some() || by.is_some() || on.is_some()) {
            return Err(Misuse::Missing(vec![format!("--{}", spelling(Opt::ResultCohort).name)]));
        }
        let format = self.choice(Opt::ResultFormat, RESULT_FORMATS);
        Ok(Command::Results {
            cohort,
            on,
            compare,
            by,
            public: self.flag(Opt::Public),
            folder: self.path(Opt::ResultFolder).unwrap_or_else(|| PathBuf::from(".")),
            format: format
                .and_then(|place| ResultFormat::ALL.get(place).copied())
                .unwrap_or_default(),
        })
    }
}
