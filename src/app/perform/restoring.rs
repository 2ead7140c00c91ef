//! A backup in the place of the file, while the program goes on.
//!
//! The rule: once another file is there, nothing that was read from the one before it is left in the state: it is read
//! anew from the beginning, as at a start. Putting it back takes seconds in a large file, so it waits until the screen
//! has said that it is being done, and the screen then says how far it is.

use std::ops::ControlFlow;
use std::path::Path;

use super::Program;
use crate::app::effect::{Effect, Outcome};
use crate::app::over::Overlay;
use crate::app::restoring::{BackupLine, RestoreAsk, RestoreNews};
use crate::app::screen::Screen;
use crate::app::{scene, update};
use crate::store::{BackupFile, BackupKind, Restored, StoreError, own_backups};
use crate::text::lock::{CopyWhy, LockTold};
use crate::text::notice::{Notice, Problem};

impl Program {
    /// What is asked about the backups.
    pub(super) fn restoring(&mut self, ask: RestoreAsk) -> Result<Outcome, StoreError> {
        match ask {
            RestoreAsk::List => {
                let backups = own_backups(self.store.path())?.into_iter();
                let rows = backups.map(|backup| self.line_of(backup)).collect();
                Ok(Outcome::Restore(RestoreNews::Listed(rows)))
            }
            RestoreAsk::LookThrough(path) => self.look_through(&path),
        }
    }

    fn line_of(&self, backup: BackupFile) -> BackupLine {
        BackupLine {
            pupils: self
                .store
                .pupils_in(&backup.path)
                .map_err(|error| Problem::from(&error)),
            made: backup.made,
            why: match backup.kind {
                BackupKind::Made => CopyWhy::Made,
                BackupKind::BeforeMigration(version) => CopyWhy::BeforeMigration(version),
                BackupKind::BeforeRestore => CopyWhy::BeforeRestore,
            },
            bytes: backup.bytes,
            path: backup.path,
        }
    }

    /// Lets go of what was looked through as soon as nobody is asked about it any more, however that came about.
    pub(super) fn let_go_when_left(&mut self) {
        let asked = matches!(&self.state.overlay, Some(Overlay::Restore(backups)) if backups.is_asked());
        if !asked {
            self.restoring = None;
        }
    }

    fn look_through(&mut self, path: &Path) -> Result<Outcome, StoreError> {
        let now = self.state.now;
        // The copies bear one name: letting go of an older one must not take the new one away.
        self.restoring = None;
        let restoring = self.store.prepare_restore(path, now, &mut self.watch.0)?;
        let standing = restoring.standing_beside(&self.store)?;
        let contents = restoring.contents();
        self.restoring = Some(restoring);
        Ok(Outcome::Restore(RestoreNews::LookedThrough(contents, standing)))
    }

    /// Whether a backup waits to be put back.
    pub(super) fn is_to_put_back(&self) -> bool {
        matches!(&self.state.overlay, Some(Overlay::Restore(backups)) if backups.is_doing())
    }

    /// Puts back what waits for it. `watch` is shown the screen at each step, and says whether to go on: until the file of
    /// now was kept it can be stopped, and nothing was touched.
    pub(super) fn put_back_what_waits(&mut self, watch: &mut dyn FnMut(&Screen) -> bool) {
        if !self.is_to_put_back() {
            return;
        }
        let done = self.put_back(watch);
        // What was looked through is used up by the try: after one that fails the list is there, to choose again from.
        if let Some(Overlay::Restore(backups)) = self.state.overlay.as_mut() {
            backups.asked = None;
        }
        let outcome = done.unwrap_or_else(|error| Outcome::Failed(Problem::from(&error)));
        let effects = update::take(&mut self.state, outcome);
        self.perform_all(effects);
    }

    fn put_back(&mut self, watch: &mut dyn FnMut(&Screen) -> bool) -> Result<Outcome, StoreError> {
        let Some(restoring) = self.restoring.take() else {
            return Ok(Outcome::Quiet);
        };
        self.keep();
        self.stop_backup();
        let kind = self.store.opens_with();
        let restoring = restoring.by(&self.state.chair, self.state.now);
        let Self { state, store, .. } = self;
        let done = store.restore(restoring, &mut |step| {
            if let Some(Overlay::Restore(backups)) = state.overlay.as_mut()
                && let Some(asked) = backups.asked.as_mut()
            {
                asked.doing = Some(step);
            }
            match watch(&scene::screen(state)) {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        });
        if self.store.is_locked() {
            // The one or the other file is there, and not to be opened just now: as after a lock.
            self.state.put_away(kind);
            if let (Err(error), Some(locked)) = (&done, self.state.locked.as_mut()) {
                locked.told = Some(LockTold::File(Problem::from(error)));
            }
            return Ok(Outcome::Quiet);
        }
        let done = done?;
        self.begin_anew(kind)?;
        let Restored { erased_again, .. } = done;
        // That it is there, everybody sees; that something waits or went is said nowhere else.
        let weighs_more = |told: &Notice| {
            matches!(
                told,
                Notice::ErasureWaits | Notice::NotesExpired(_) | Notice::Problem(_)
            )
        };
        if !self.state.notice.as_ref().is_some_and(weighs_more) {
            self.state.notice = Some(Notice::Restored(erased_again));
        }
        Ok(Outcome::Quiet)
    }

    /// Forgets everything that was read, and begins with the file as it is now. The chair stays in private, from where
    /// this was asked.
    fn begin_anew(&mut self, kind: crate::store::SecretKind) -> Result<(), StoreError> {
        let private = self.state.private;
        self.state.put_away(kind);
        self.state.locked = None;
        self.state.private = private;
        (self.copied, self.reading) = (None, None);
        self.watching = super::rights::Watching::default();
        self.read_chair()?;
        self.recover();
        self.state.opening = true;
        self.perform_all(vec![Effect::LoadSitting(None)]);
        self.expire_notes();
        Ok(())
    }
}
