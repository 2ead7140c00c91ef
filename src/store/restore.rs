//! Another file in the place of this one: a backup that is put back.
//!
//! The rule: the file that is there stays whole until a whole one takes its place, at one stroke, and is kept as a copy
//! of its own first. So the backup is copied beside the file, opened and looked through there, and compared; nothing of
//! the file is touched until somebody said yes. Then the copy is made all that it has to be, of this version and without
//! whoever was erased since, before it gets the name of the file: a program that is killed leaves the one or the other.

mod newer;

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::backup::Progress;
use super::backups::{BackupKind, backup_place, own_name, unfinished};
use super::contents::{Contents, contents, entry_at, sound};
use super::erase::{self, Gone};
use super::error::StoreError;
use super::key::Key;
use super::open::{How, Visit};
use super::purpose::Purpose;
use super::trail::NewLine;
use super::unopened::{copy_bytes, free, keep_unopened, remove_log};
use super::{Opening, Store, open};
use crate::domain::Moment;
use crate::domain::rights::{BackupSaid, TrailKind};

pub use newer::Standing;

/// The file that is there, opened to be looked at: it is held, so that nobody else changes it, and stays as it is, of
/// whatever version, until a backup takes its place.
#[derive(Debug)]
pub struct Current(Store);

impl Current {
    /// Opens it.
    ///
    /// # Errors
    /// As [`Store::open_for`].
    pub fn open(opening: Opening, approach: Option<&str>) -> Result<Self, StoreError> {
        open::open(opening, Purpose::Approach(approach), How::ToLook).map(Self)
    }

    /// A setting of it, of whatever version it is.
    ///
    /// # Errors
    /// The disk errors.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.setting(key)
    }
}

impl From<Store> for Current {
    fn from(store: Store) -> Self {
        Self(store)
    }
}

/// What came of putting a backup back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restored {
    /// Where the file is kept that was there; none when there was none.
    pub kept: Option<PathBuf>,
    /// How many pupils had been erased since the backup was made, and were erased from it too.
    pub erased_again: usize,
}

/// How far putting a backup back is. Until the last of these is over the file is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestoreStep {
    /// The copy is brought to the version of this program.
    UpToDate,
    /// Who was erased since, and what was rectified, goes out of the copy.
    EraseAgain,
    /// The file that is there is kept: so many bytes of so many.
    Keeping(usize, usize),
}

/// Told of every step; may stop it.
type Steps<'p> = &'p mut dyn FnMut(RestoreStep) -> ControlFlow<()>;

/// A backup that is about to be put in the place of a file. Dropped, it leaves nothing behind.
pub struct Restoring {
    copy: PathBuf,
    /// The file, and who puts the backup in its place.
    target: Visit,
    key: Key,
    /// When the backup's last change was made, by its own words, to tell whether the file went on from it.
    last_at: Option<String>,
    contents: Contents,
    /// Who was erased from the backup and what was rectified in it, to tell what was done since.
    gone: Gone,
    /// The name of the backup, when it is one that the program gave: any other may say something of somebody.
    name: Option<String>,
    placed: bool,
}

impl std::fmt::Debug for Restoring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Restoring")
    }
}

impl Drop for Restoring {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.copy);
            let _ = fs::remove_file(open::beside(&self.copy, "wal"));
        }
    }
}

impl Restoring {
    /// Copies a backup beside the file whose place it is to take, with the log that lies beside it, and looks through
    /// the whole copy. Neither the backup nor the file is changed. `target` says where that file is and what opens the
    /// backup; `progress` is told how many pages of how many are copied, and may stop it.
    ///
    /// # Errors
    /// [`StoreError::NotOurs`], [`StoreError::Newer`], [`StoreError::Corrupt`] for what is no sound backup;
    /// [`StoreError::WrongKey`], [`StoreError::NeedsKeyFile`] and [`StoreError::NeedsPassphrase`];
    /// [`StoreError::OtherApproach`]; [`StoreError::InUse`] when it is the file itself, or open;
    /// [`StoreError::Cancelled`], and the disk errors.
    pub fn prepare(
        from: &Path,
        target: Opening,
        approach: Option<&str>,
        progress: Progress<'_>,
    ) -> Result<Self, StoreError> {
        is_another(from, &target.path)?;
        let key = Key::new(&target.secret, &open::head(from)?)?;
        Self::copy(from, Visit::of(target), key, approach, progress)
    }

    fn copy(
        from: &Path,
        target: Visit,
        key: Key,
        approach: Option<&str>,
        progress: Progress<'_>,
    ) -> Result<Self, StoreError> {
        let log = open::beside(from, "wal");
        let has_log = log.exists();
        if has_log {
            // Whoever has it open may be writing; what a killed program left, or was kept as it was, nobody has open.
            free(from)?;
        }
        open::make_folder(&open::folder_of(&target.path))?;
        let copy = unfinished(&target.path);
        let copied_log = open::beside(&copy, "wal");
        for left in [&copy, &copied_log] {
            let _ = fs::remove_file(left);
        }
        let mut restoring = Self {
            copy,
            target,
            key,
            last_at: None,
            contents: Contents {
                last_change: None,
                schools: 0,
                pupils: 0,
                meetings: 0,
                last: 0,
            },
            gone: Gone::default(),
            name: None,
            placed: false,
        };
        copy_bytes(from, &restoring.copy, progress)?;
        if has_log {
            copy_bytes(&log, &copied_log, progress)?;
        }
        let connection = open::keyed(&restoring.copy, &restoring.key)?;
        open::enter(&connection)?;
        Purpose::Approach(approach).check(&connection)?;
        sound(&connection)?;
        restoring.contents = contents(&connection)?;
        restoring.last_at = entry_at(&connection, restoring.contents.last)?;
        restoring.gone = erase::gone(&connection)?;
        restoring.name = own_name(from, &restoring.target.path);
        connection.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(restoring)
    }

    /// Says who puts it back and when, as the trail is to tell: known only after it was looked through.
    #[must_use]
    pub fn by(mut self, who: &str, now: Moment) -> Self {
        who.clone_into(&mut self.target.who);
        self.target.now = now;
        self
    }

    /// What the backup holds.
    #[must_use]
    pub fn contents(&self) -> Contents {
        self.contents
    }

    /// Puts the backup in the place of the file, after a copy of the file was made among its own backups. Who was erased
    /// from the file is erased from the backup first.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another program has the file open, [`StoreError::Cancelled`], [`StoreError::Full`] and
    /// the other disk errors: the file is then as it was.
    pub fn commit(mut self, current: Option<Current>, steps: Steps<'_>) -> Result<Restored, StoreError> {
        let gone = current
            .as_ref()
            .map_or(Ok(Gone::default()), |current| erase::gone(&current.0.connection))?;
        let erased_again = self.make_ready(&gone, steps)?;
        let target = self.target.path.clone();
        let kept = free_place(&target, self.target.now);
        let kept = match current {
            Some(Current(store)) => {
                open::no_more_looking(&store)?;
                keep(&store, &kept, steps)?;
                store.close()?;
                Some(kept)
            }
            None if target.exists() => {
                let progress: Progress<'_> = &mut |done, total| steps(RestoreStep::Keeping(done, total));
                keep_unopened(&target, &kept, progress)?;
                Some(kept)
            }
            None => {
                // The log of a file that is gone must not be read into the one that comes.
                remove_log(&target)?;
                None
            }
        };
        self.put_in_place()?;
        Ok(Restored { kept, erased_again })
    }

    /// Brings the copy to the version of this program, takes out of it who is gone, tells its trail that it was put back,
    /// and puts it on the disk as one file. The line is in it before it gets its place: there is no moment at which a
    /// backup stands there of which nothing says so.
    fn make_ready(&self, gone: &Gone, steps: Steps<'_>) -> Result<usize, StoreError> {
        go_on(steps, RestoreStep::UpToDate)?;
        let visit = Visit {
            path: self.copy.clone(),
            who: self.target.who.clone(),
            ..self.target
        };
        let mut store = open::open_with(visit, self.key.again(), Purpose::Whatever, How::AsCopy)?;
        if *gone != Gone::default() {
            go_on(steps, RestoreStep::EraseAgain)?;
        }
        let again = store.let_go_again(gone, self.target.now)?;
        let said = BackupSaid {
            last_change: self.contents.last_change.map(|at| at.naive_local()),
            file: self.name.clone(),
        };
        let line = NewLine {
            kind: TrailKind::Restored,
            pupil: None,
            meeting: None,
            export: None,
            why: &said.code(),
        };
        store.add_trail(line, self.target.now)?;
        store.settle()?;
        store.close()?;
        remove_log(&self.copy)?;
        File::open(&self.copy)?.sync_all()?;
        Ok(again)
    }

    fn put_in_place(&mut self) -> Result<(), StoreError> {
        fs::rename(&self.copy, &self.target.path)?;
        self.placed = true;
        open::sync_folder(&open::folder_of(&self.target.path))
    }
}

impl Store {
    /// As [`Restoring::prepare`], for a backup that opens with the key of this file.
    ///
    /// # Errors
    /// As [`Restoring::prepare`]; [`StoreError::WrongKey`] for a backup that does not.
    pub fn prepare_restore(&self, from: &Path, now: Moment, progress: Progress<'_>) -> Result<Restoring, StoreError> {
        is_another(from, &self.path)?;
        if open::head(from)? != self.key.salt() {
            return Err(StoreError::WrongKey);
        }
        let target = Visit {
            path: self.path.clone(),
            now,
            who: self.who.clone(),
            seed: super::fresh_seed(now),
        };
        let approach = self.approach()?;
        Restoring::copy(from, target, self.key.again(), approach.as_deref(), progress)
    }

    /// As [`Restoring::commit`], for the file that is being worked in: it goes on with what was put back.
    ///
    /// # Errors
    /// As [`Restoring::commit`]. An error after the file was let go of leaves it locked ([`Store::is_locked`]): the file
    /// or the backup is there, whole.
    pub fn restore(&mut self, mut restoring: Restoring, steps: Steps<'_>) -> Result<Restored, StoreError> {
        self.stay_in_place()?;
        self.seal()?;
        let erased_again = restoring.make_ready(&erase::gone(&self.connection)?, steps)?;
        let kept = free_place(&self.path, restoring.target.now);
        keep(self, &kept, steps)?;
        // The name may have been given to another file meanwhile, which is not this program's to replace.
        if self.is_replaced()? {
            return Err(StoreError::Replaced);
        }
        let visit = Visit {
            path: self.path.clone(),
            who: self.who.clone(),
            ..restoring.target
        };
        let key = self.key.again();
        self.lock()?;
        let placed = restoring.put_in_place();
        // Whichever of the two is there by now.
        *self = open::open_with(visit, key, Purpose::Whatever, How::ToWork)?;
        placed?;
        Ok(Restored {
            kept: Some(kept),
            erased_again,
        })
    }
}

/// Begins a step, unless that is where it is to stop.
fn go_on(steps: Steps<'_>, step: RestoreStep) -> Result<(), StoreError> {
    match steps(step) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Cancelled),
    }
}

/// Keeps the file that is there. Stopped at its last part it leaves nothing behind either: a copy that was made for a
/// restore that never came would push a real one out.
fn keep(store: &Store, kept: &Path, steps: Steps<'_>) -> Result<(), StoreError> {
    go_on(steps, RestoreStep::Keeping(0, 1))?;
    let mut stopped = false;
    store.backup(kept, &mut |done, total| {
        let told = steps(RestoreStep::Keeping(done, total));
        stopped = told.is_break();
        told
    })?;
    if stopped {
        fs::remove_file(kept)?;
        return Err(StoreError::Cancelled);
    }
    Ok(())
}

/// Refuses to put a file in its own place, or one that this process has open.
fn is_another(from: &Path, target: &Path) -> Result<(), StoreError> {
    let same = fs::canonicalize(from)? == fs::canonicalize(target).unwrap_or_default();
    if same || open::is_open(from) {
        Err(StoreError::InUse)
    } else {
        Ok(())
    }
}

/// A place among the backups that is not taken: two in one second each get their own.
fn free_place(target: &Path, now: Moment) -> PathBuf {
    let place = |seconds| {
        backup_place(
            target,
            BackupKind::BeforeRestore,
            now + chrono::Duration::seconds(seconds),
        )
    };
    (0..60)
        .map(place)
        .find(|place| !place.exists())
        .unwrap_or_else(|| place(60))
}
