//! Another passphrase or key for a file and for its backups.
//!
//! The rule: whoever stole the old passphrase opens nothing with it any more, and a program that is killed in the middle
//! loses nothing. So the file is not rewritten in place: the file and every backup that the old one opens are written
//! anew beside themselves, each whole and on the disk, and only then given their names, the backups first. Killed at
//! any moment, every file is whole and opens with the one or the other; what is half made goes at the next opening.
//! Each key comes from a fresh salt, which all files of this change share, so that it is derived once.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::backup::{Progress, pages};
use super::backups::{BackupFile, own_backups, unfinished};
use super::error::StoreError;
use super::in_place::Identity;
use super::key::{Key, Salt, Secret};
use super::purpose::Purpose;
use super::{Opening, Store, open};
use crate::domain::Moment;

/// Pages encrypted anew between two looks at the progress: 1 MB.
const STEP: i32 = 256;

/// What became of a change of passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rekeyed {
    /// Backups that open with the new one now.
    pub backups: usize,
    /// Backups that neither the old nor the new one opens: they were left as they are.
    pub left: Vec<PathBuf>,
}

impl Store {
    /// Changes what opens the file, and its own backups with it ([`own_backups`]). The file is closed and opened again
    /// with the new one, under a fresh salt. `progress` is told of pages over all files together; after it said stop
    /// nothing is changed.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] when `old` is not what opens the file, [`StoreError::SameSecret`] when `new` is, [`StoreError::Cancelled`],
    /// [`StoreError::Full`] and the other disk errors: before the first file got its name nothing was changed. An
    /// error after that leaves the file locked ([`Store::is_locked`]): it or some of its backups open with the new one.
    /// [`StoreError::Replaced`] when the name is another file's.
    pub fn change_secret(
        &mut self,
        old: &Secret,
        new: Secret,
        now: Moment,
        progress: Progress<'_>,
    ) -> Result<Rekeyed, StoreError> {
        if !self.is_opened_by(old)? {
            return Err(StoreError::WrongKey);
        }
        if old.is_same(&new) {
            return Err(StoreError::SameSecret);
        }
        self.stay_in_place()?;
        self.seal()?;
        let key = Key::new(&new, &Salt::fresh(new.kind())?)?;
        let mut rekeyed = Rekeyed::default();
        let backups = own_backups(&self.path)?;
        let mut work = Work {
            done: 0,
            total: pages(
                self.bytes
                    .as_ref()
                    .map_or(0, |file| file.metadata().map_or(0, |about| about.len())),
            ) + backups.iter().map(|backup| pages(backup.bytes)).sum::<usize>(),
            progress,
            key: &key,
            made: VecDeque::new(),
        };
        let mut known = Vec::new();
        for backup in &backups {
            match key_of(backup, [old, &new], self, &mut known)? {
                Some(opens) => {
                    let source = open::keyed(&backup.path, opens)?;
                    work.encrypt(&source, &backup.path)?;
                    rekeyed.backups += 1;
                }
                None => {
                    work.done += pages(backup.bytes);
                    rekeyed.left.push(backup.path.clone());
                }
            }
        }
        self.settle()?;
        work.encrypt(&self.connection, &self.path)?;
        // The name may have been given to another file meanwhile, which is not this program's to replace.
        if self.is_replaced()? {
            return Err(StoreError::Replaced);
        }
        // From here on no error leaves anything half done: each file has its old contents or its new ones.
        let mut named = 0;
        let placed = work.put_in_place(&mut named);
        drop(work);
        // The file under the name is another now, and rightly so.
        match placed.and_then(|()| Identity::of(&self.path)) {
            Ok(identity) => self.identity = identity,
            Err(error) => {
                if named > 0 {
                    // Some file opens with the new one already: whoever sees a locked file keeps what opens it.
                    let _ = self.lock();
                }
                return Err(error);
            }
        }
        let opening = Opening {
            path: self.path.clone(),
            secret: new,
            now,
            who: self.who.clone(),
            seed: super::fresh_seed(now),
            salt: None,
        };
        // The log is empty, and goes with the old file before the new one is opened.
        self.lock()?;
        *self = open::open(opening, Purpose::Whatever, open::How::ToWork)?;
        Ok(rekeyed)
    }
}

/// The key that opens a backup: that of the file itself, or one of the secrets with the backup's own salt. None when
/// neither opens it. Keys that were derived are kept, because backups mostly share a salt.
fn key_of<'k>(
    backup: &BackupFile,
    secrets: [&Secret; 2],
    store: &'k Store,
    known: &'k mut Vec<Key>,
) -> Result<Option<&'k Key>, StoreError> {
    if store.shares_key(backup) && opens(&backup.path, &store.key)? {
        return Ok(Some(&store.key));
    }
    let Some(salt) = backup.salt() else { return Ok(None) };
    if let Some(at) = known.iter().position(|key| key.salt() == salt)
        && known.get(at).map_or(Ok(false), |key| opens(&backup.path, key))?
    {
        return Ok(known.get(at));
    }
    for secret in secrets.into_iter().filter(|secret| secret.kind() == salt.kind()) {
        let key = Key::new(secret, &salt)?;
        if opens(&backup.path, &key)? {
            known.push(key);
            return Ok(known.last());
        }
    }
    Ok(None)
}

/// Whether a key opens a file. Damage counts as not opening: such a backup is left as it is.
fn opens(path: &Path, key: &Key) -> Result<bool, StoreError> {
    let connection = open::keyed(path, key)?;
    match open::enter(&connection) {
        Ok(_) => Ok(true),
        Err(StoreError::WrongKey | StoreError::Corrupt | StoreError::NotOurs(_) | StoreError::Newer { .. }) => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// The files that are being written anew.
struct Work<'w> {
    done: usize,
    total: usize,
    progress: Progress<'w>,
    key: &'w Key,
    /// What was made, and the name it is to get.
    made: VecDeque<(PathBuf, PathBuf)>,
}

impl Work<'_> {
    /// Writes what a connection reads beside its file, under the new key.
    fn encrypt(&mut self, source: &Connection, path: &Path) -> Result<(), StoreError> {
        let to = unfinished(path);
        let _ = fs::remove_file(&to);
        open::private_file(&to)?;
        self.made.push_back((to.clone(), path.to_owned()));
        let mut target = open::keyed(&to, self.key)?;
        target
            .execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
        let copy = Backup::new(source, &mut target)?;
        let before = self.done;
        loop {
            let step = copy.step(STEP)?;
            let at = copy.progress();
            let left = usize::try_from(at.remaining).unwrap_or(0);
            self.done = before + usize::try_from(at.pagecount).unwrap_or(0).saturating_sub(left);
            let told = (self.progress)(self.done.min(self.total), self.total);
            match step {
                StepResult::Done => break,
                _ if told.is_break() => return Err(StoreError::Cancelled),
                StepResult::More => {}
                _ => return Err(StoreError::InUse),
            }
        }
        drop(copy);
        target.close().map_err(|(_, error)| StoreError::from(error))?;
        Ok(File::open(&to)?.sync_all()?)
    }

    /// Gives every file that was made its name; the file itself is the last of them. `named` counts those that have
    /// theirs, also when it fails: the others are taken away when this is dropped.
    fn put_in_place(&mut self, named: &mut usize) -> Result<(), StoreError> {
        while let Some((made, name)) = self.made.front() {
            fs::rename(made, name)?;
            *named += 1;
            let folder = open::folder_of(name);
            self.made.pop_front();
            open::sync_folder(&folder)?;
        }
        Ok(())
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        for (made, _) in &self.made {
            let _ = fs::remove_file(made);
        }
    }
}
