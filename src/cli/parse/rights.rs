//! What is asked about the rights of a pupil.

use std::path::PathBuf;

use super::Reading;
use crate::cli::rights::Asked;
use crate::text::cli::{Misuse, Opt, Verb};

impl Reading<'_> {
    /// The command of one of the four verbs.
    pub(super) fn rights(&self, verb: Verb) -> Result<Asked, Misuse> {
        let school = || self.text(Opt::OnlySchool).cloned();
        Ok(match verb {
            Verb::Access => Asked::Access {
                pupil: self.words(Opt::PupilAsked),
                school: school(),
                folder: self.path(Opt::Folder).unwrap_or_else(|| PathBuf::from(".")),
            },
            Verb::Erase => Asked::Erase {
                pupil: self.words(Opt::PupilAsked),
                school: school(),
                confirmation: self.text(Opt::Confirmation).cloned(),
            },
            Verb::Retention => Asked::Retention {
                school: school(),
                erase: self.flag(Opt::EraseThem),
                with_names: self.flag(Opt::WithNames),
                format: self.table_format(),
            },
            _ => Asked::Trail {
                verify: self.flag(Opt::Verify),
                count: self.count(Opt::Count)?,
                with_names: self.flag(Opt::WithNames),
                format: self.table_format(),
            },
        })
    }
}
