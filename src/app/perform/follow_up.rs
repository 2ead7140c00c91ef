//! Documents, actions between meetings and the clipboard, against the file.

use std::path::Path;

use chrono::Days;

use super::Program;
use crate::app::effect::Outcome;
use crate::app::follow_up::{Issued, PaperOrder};
use crate::app::papers::{PaperError, issue, make, to_copy, usual_meeting};
use crate::domain::Id;
use crate::domain::dossier::PupilLine;
use crate::domain::papers::PaperKind;
use crate::domain::rights::TrailKind;
use crate::store::{NewLine, StoreError};
use crate::text::Catalog;

/// How many days an action that was closed stays among those that are followed.
const LATELY: u64 = 60;

impl Program {
    /// Makes the documents and writes them, with the record of for whom.
    ///
    /// It is done here and not beside the screen: the record and the files belong to one change of the one connection.
    pub(super) fn write_papers(&mut self, order: PaperOrder) -> Result<Outcome, StoreError> {
        let (now, catalog) = (self.state.now, Catalog::of(self.state.lang));
        let mut wanted = order.wanted;
        if wanted.meeting.is_none() && wanted.kind != PaperKind::Actions {
            wanted.meeting = usual_meeting(&self.store, wanted.kind, self.state.today)?;
        }
        let papers = match make(&self.store, &wanted, now, catalog) {
            Ok(papers) if papers.is_empty() => return Ok(Outcome::NothingToWrite),
            Ok(papers) => papers,
            Err(PaperError::Store(error)) => return Err(error),
            Err(PaperError::NoMeeting) => return Ok(Outcome::NothingToWrite),
            Err(PaperError::Render(_)) => return Ok(Outcome::NotMade),
        };
        // A folder that does not begin at a root is beside the file, wherever the program was started.
        let beside = self.store.path().parent().unwrap_or_else(|| Path::new(""));
        let folder = beside.join(&order.folder);
        let written = issue(&mut self.store, &papers, &folder, now)?;
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let files = written
            .into_iter()
            .map(|file| (name(&file.path).unwrap_or_default(), file.whom));
        Ok(Outcome::Issued(Issued {
            folder: folder.display().to_string(),
            files: files.collect(),
            top: 0,
        }))
    }

    /// The folder that documents go into unless another is asked for: beside the file.
    pub(super) fn usual_folder(&self) -> String {
        let beside = self.store.path().parent().unwrap_or_else(|| Path::new(""));
        let folder = beside.join(Catalog::of(self.state.lang).follow_up.folder);
        folder.display().to_string()
    }

    /// The actions of all schools, those that were closed lately among them.
    pub(super) fn follow_up(&self) -> Result<Outcome, StoreError> {
        let today = self.state.today;
        let since = today.checked_sub_days(Days::new(LATELY)).unwrap_or(today);
        Ok(Outcome::FollowUp(self.store.followed_actions(since)?))
    }

    /// Puts the actions of a block on the clipboard: pupils by initials, in private by name where they may be named.
    pub(super) fn copy_actions(&mut self, block: Id) -> Result<Outcome, StoreError> {
        let catalog = Catalog::of(self.state.lang);
        let room = self.state.room();
        let mut agreed = self.store.agreed(block)?;
        let all: usize = agreed.iter().map(|one| one.actions.len()).sum();
        // Who sits at the table reads along when it is pasted: they are given what they may hear.
        if !self.state.private {
            agreed.retain(|one| room.hears(one.pupil.as_ref().map(|line| line.id)));
            for one in &mut agreed {
                one.actions.retain(|action| room.hears(action.pupil));
            }
        }
        let called = |line: &PupilLine| PupilLine {
            may_name: if self.state.private {
                line.may_name
            } else {
                room.names(line)
            },
            ..line.clone()
        };
        for one in &mut agreed {
            one.pupil = one.pupil.as_ref().map(called);
        }
        let planned = self.state.items().filter_map(|item| item.pupil.as_ref());
        let about = agreed.iter().flat_map(|one| &one.about);
        let numbered: Vec<_> = planned
            .chain(about)
            .map(|line| (called(line), self.state.case_number(line.id)))
            .collect();
        let lines = to_copy(&agreed, &numbered, self.state.private, catalog);
        let count = lines.len();
        if count > 0 {
            self.store.add_trail(
                NewLine {
                    kind: TrailKind::Copied,
                    pupil: None,
                    meeting: self.state.sitting.as_ref().map(|sitting| sitting.meeting.id),
                    export: None,
                    why: "actions",
                },
                self.state.now,
            )?;
            self.copied = Some(lines.join("\n"));
        }
        let hidden = self.state.room().left_out(all.saturating_sub(count));
        Ok(Outcome::CopiedActions(count, hidden))
    }
}
