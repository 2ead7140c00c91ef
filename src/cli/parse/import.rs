//! What is said of a list that is to be read.

use super::Reading;
use crate::cli::options::{Import, ImportKind};
use crate::cli::table::{LIST_KINDS, VANISHINGS, spelling};
use crate::domain::listed::Vanishing;
use crate::domain::people::SchoolCode;
use crate::exchange::lists::{Column, Mapping};
use crate::text::cli::{Misuse, Opt};

impl Reading<'_> {
    /// A list that is to be read. Whose pupils they are need not be said: the list may name the school itself.
    pub(super) fn import(&self) -> Result<Import, Misuse> {
        let kind = match self.choice(Opt::ListKind, LIST_KINDS) {
            Some(1) => ImportKind::Schools,
            Some(2) => ImportKind::Contacts,
            _ => ImportKind::Pupils,
        };
        let school = self.understood(Opt::School, SchoolCode::parse)?;
        let vanished = self.choice(Opt::Vanished, VANISHINGS);
        Ok(Import {
            list: self.path(Opt::List).unwrap_or_default(),
            kind,
            school,
            sheet: self.text(Opt::Sheet).cloned(),
            columns: self.columns()?,
            vanished: vanished
                .and_then(|at| Vanishing::ALL.get(at))
                .copied()
                .unwrap_or_default(),
            refused: self.path(Opt::RefusedTo),
            check_only: self.flag(Opt::CheckOnly),
            with_names: self.flag(Opt::WithNames),
            format: self.format(),
        })
    }

    /// Headings and their columns, as often as they were given.
    fn columns(&self) -> Result<Vec<(String, Option<Column>)>, Misuse> {
        let name = spelling(Opt::Column).name;
        let given = self.matches.get_many::<String>(name).unwrap_or_default();
        given
            .map(|pair| {
                let wrong = || Misuse::NotRead(format!("--{name}"), pair.clone(), Opt::Column);
                Mapping::pair(pair).ok_or_else(wrong)
            })
            .collect()
    }
}
