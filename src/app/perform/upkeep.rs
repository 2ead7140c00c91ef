//! What the program does for the file by itself: a backup at the start of each meeting, and rest when nobody is there.
//!
//! The rules: a backup is made in parts, each when no key waits, so that the chair is never held up; one that fails is
//! told and changes nothing else. Being idle costs one wait in the loop, until the moment it is over.

use std::time::Duration;

use super::Program;
use crate::app::message::Message;
use crate::domain::Moment;
use crate::store::{BackupKind, Copying, StoreError, backup_place, rotate};
use crate::text::notice::{Notice, Problem};

/// A backup under way.
#[derive(Debug)]
pub(super) struct Backing {
    copying: Copying,
    /// Whether the chair asked for it, and wants to hear of it.
    asked: bool,
}

impl Program {
    /// Begins a backup, unless one is under way.
    pub(super) fn begin_backup(&mut self, asked: bool) {
        if let Some(backing) = self.backing.as_mut() {
            backing.asked |= asked;
            return;
        }
        let place = backup_place(self.store.path(), BackupKind::Made, self.state.now);
        match self.store.begin_backup(&place) {
            Ok(copying) => {
                self.backing = Some(Backing { copying, asked });
                self.state.backing = true;
            }
            Err(error) => self.backup_failed(&error),
        }
    }

    /// Goes on with the backup under way, for a few milliseconds.
    pub(super) fn go_on_with_backup(&mut self) {
        let Some(backing) = self.backing.as_mut() else { return };
        match self.store.go_on_with_backup(&mut backing.copying) {
            Ok(false) => {
                let (done, total) = backing.copying.progress();
                // In fifths: whoever listens is told each change.
                let percent = done.saturating_mul(5) / total.max(1) * 20;
                let (asked, percent) = (backing.asked, u8::try_from(percent).unwrap_or(80));
                let bytes = backing.copying.bytes();
                self.say(Notice::BackingUp(percent, bytes), asked);
            }
            Ok(true) => {
                let asked = backing.asked;
                self.end_backup();
                let keep = usize::from(self.state.settings.upkeep.backups);
                match rotate(self.store.path(), keep) {
                    Ok(_) => self.say(Notice::BackedUp, asked),
                    Err(error) => self.backup_failed(&error),
                }
            }
            Err(error) => {
                self.end_backup();
                self.backup_failed(&error);
            }
        }
    }

    /// Gives a backup up that is under way; nothing of it is left.
    pub(super) fn stop_backup(&mut self) -> bool {
        let under_way = self.backing.is_some();
        self.end_backup();
        under_way
    }

    fn end_backup(&mut self) {
        if let Some(backing) = self.backing.take() {
            self.store.end_backup(backing.copying);
        }
        self.state.backing = false;
    }

    fn backup_failed(&mut self, error: &StoreError) {
        self.state.notice = Some(Notice::BackupFailed(Problem::from(error)));
    }

    /// Says how a backup goes. One that nobody asked for does not take the place of something else that is said.
    fn say(&mut self, notice: Notice, asked: bool) {
        let free = matches!(self.state.notice, None | Some(Notice::BackingUp(..)));
        if asked || free {
            self.state.notice = Some(notice);
        }
    }

    /// Locks, or in an open meeting blanks, when nobody pressed a key for so long. True when what came in now is
    /// thereby done with: a key that wakes a laptop is not meant for what lies behind.
    pub(super) fn rest_when_idle(&mut self, message: &Message) -> bool {
        let now = self.state.now;
        let over = self.idle_until().is_some_and(|until| until <= now);
        let touched = matches!(
            message,
            Message::Key(_) | Message::Paste(_) | Message::Point(..) | Message::Wheel(..) | Message::Act(_)
        );
        // A clock that was set back begins to count anew.
        if touched || now < self.touched {
            self.touched = now;
        }
        if !over {
            return false;
        }
        if self.in_meeting() && !self.state.settings.upkeep.lock_in_meeting {
            self.state.blank = true;
            self.touched = now;
        } else {
            self.lock();
        }
        touched
    }

    /// When it has been idle for too long; never when it is not asked for, or there is nothing left to do.
    fn idle_until(&self) -> Option<Moment> {
        let upkeep = self.state.settings.upkeep;
        let only_blanks = self.in_meeting() && !upkeep.lock_in_meeting;
        let done = self.state.is_locked() || (only_blanks && self.state.blank);
        let after = chrono::Duration::minutes(upkeep.lock_after.into());
        (upkeep.lock_after > 0 && !done).then(|| self.touched + after)
    }

    /// How long until then.
    pub(super) fn idle_tick(&self) -> Option<Duration> {
        let left = (self.idle_until()? - self.state.now).num_milliseconds().max(0);
        Some(Duration::from_millis(u64::try_from(left).unwrap_or(0)))
    }

    /// How long a wrong passphrase still has to be waited for: then its sentence goes.
    pub(super) fn wait_tick(&self) -> Option<Duration> {
        let wait = self.state.locked.as_ref()?.to_wait(self.state.now);
        (wait > 0).then(|| Duration::from_secs(wait.into()))
    }

    /// Whether a table sits, be it this one or another while this one is looked at.
    fn in_meeting(&self) -> bool {
        self.state.is_open() || self.state.elsewhere.open.is_some()
    }
}
