//! The words of `uitvoer`, `invoer`, `bundel` and `samenvoegen`: which of several things each is asked to do.

use super::Reading;
use crate::cli::exchange::Exchange;
use crate::cli::options::Command;
use crate::cli::table::{KEEP, spelling};
use crate::domain::bundle::Keep;
use crate::text::cli::{Misuse, Opt};

/// An option as it is written.
fn written(option: Opt) -> String {
    format!("--{}", spelling(option).name)
}

impl Reading<'_> {
    /// Everything out of the file.
    pub(super) fn export_all(&self) -> Command {
        Command::Exchange(Exchange::ExportAll {
            folder: self.path(Opt::ExportFolder).unwrap_or_default(),
            sqlite: self.flag(Opt::Sqlite),
            yes: self.flag(Opt::Yes),
            format: self.format(),
        })
    }

    /// Everything into a new file.
    pub(super) fn import_all(&self) -> Command {
        Command::Exchange(Exchange::ImportAll {
            folder: self.path(Opt::ExportedFolder).unwrap_or_default(),
            format: self.format(),
        })
    }

    /// A bundle, or the key with which one is made for this file.
    pub(super) fn bundle(&self) -> Result<Command, Misuse> {
        if self.flag(Opt::OwnKey) {
            return Ok(Command::Exchange(Exchange::OwnKey { format: self.format() }));
        }
        let (receiver, file) = (self.text(Opt::Receiver), self.path(Opt::BundleFile));
        let (Some(receiver), Some(file)) = (receiver.cloned(), file) else {
            let missing = [Opt::Receiver, Opt::BundleFile];
            let given = |option: &Opt| self.matches.contains_id(spelling(*option).name);
            let missing = missing.into_iter().filter(|option| !given(option)).map(written);
            return Err(Misuse::Missing(missing.collect()));
        };
        let schools = self.matches.get_many::<String>(spelling(Opt::Schools).name);
        Ok(Command::Exchange(Exchange::Bundle {
            receiver,
            schools: schools.unwrap_or_default().cloned().collect(),
            file,
            whole: self.flag(Opt::Everything),
            format: self.format(),
        }))
    }

    /// Merging, looking at conflicts, or choosing in one.
    pub(super) fn merge(&self) -> Result<Command, Misuse> {
        let (with_names, format) = (self.flag(Opt::WithNames), self.format());
        if self.flag(Opt::Conflicts) {
            return Ok(Command::Exchange(Exchange::Conflicts { with_names, format }));
        }
        let number = self.understood(Opt::Conflict, |value| value.parse().ok())?;
        let keep = self.choice(Opt::Keep, KEEP).map(|place| match place {
            0 => Keep::Here,
            _ => Keep::Other,
        });
        match (number, keep) {
            (Some(number), Some(keep)) => return Ok(Command::Exchange(Exchange::Settle { number, keep, format })),
            (Some(_), None) => return Err(Misuse::Missing(vec![written(Opt::Keep)])),
            (None, Some(_)) => return Err(Misuse::Missing(vec![written(Opt::Conflict)])),
            (None, None) => {}
        }
        let file = self.path(Opt::BundleToMerge);
        Ok(Command::Exchange(Exchange::Merge {
            file: file.ok_or_else(|| Misuse::Missing(vec![spelling(Opt::BundleToMerge).name.to_uppercase()]))?,
            check_only: self.flag(Opt::CheckOnly),
            yes: self.flag(Opt::Yes),
            with_names,
            format,
        }))
    }
}
