//! What the file is asked for the rights of the pupil: who looked, rectifying, and notes that erase themselves.
//!
//! The rule: whoever's file stood on the screen for two seconds was looked at, once for each meeting (privacy statement
//! 8 of the design). A blank screen shows nobody.

use std::ops::ControlFlow;
use std::time::Duration;

use super::Program;
use crate::app::effect::Outcome;
use crate::app::sharing::{InformList, InformScope, ToldBefore};
use crate::domain::intent::Intent;
use crate::domain::rights::Rectified;
use crate::domain::{Id, Moment};
use crate::store::{ErasedCopy, StoreError};
use crate::text::notice::{Notice, Problem};

/// After so long a file counts as looked at.
const LOOKED: i64 = 2;

/// After so many days working notes erase themselves, where nothing else is settled.
const NOTE_DAYS: u16 = 14;

/// So many days before, it is announced.
const ANNOUNCED: i64 = 3;

/// Whose file is on the screen, and what is looked at beside.
#[derive(Debug, Default)]
pub(super) struct Watching {
    /// Who, in which meeting, and since when.
    on_screen: Option<(Id, Option<Id>, Moment)>,
    /// Whether that is a line of the trail.
    told: bool,
    /// Whether the working notes that soon go were looked for.
    announced: bool,
}

impl Program {
    /// Notes whose file is on the screen, and writes a line of the trail when it has been for long enough.
    pub(super) fn watch(&mut self) {
        let state = &self.state;
        let seen = state.dossier.as_ref().map(|dossier| dossier.pupil.id);
        let seen = seen.filter(|id| !state.blank && !state.awaits_others() && state.pupil() == Some(*id));
        let meeting = state.open_meeting();
        let Some(pupil) = seen else {
            (self.watching.on_screen, self.watching.told) = (None, false);
            return;
        };
        let now = state.now;
        match self.watching.on_screen {
            Some((there, of, since)) if (there, of) == (pupil, meeting) => {
                if self.watching.told || (now - since).num_seconds() < LOOKED {
                    return;
                }
                self.watching.told = true;
                if let Err(error) = self.store.add_opened(pupil, meeting, now) {
                    self.state.notice = Some(Notice::Problem(Problem::from(&error)));
                }
            }
            _ => {
                self.watching.on_screen = Some((pupil, meeting, now));
                self.watching.told = false;
            }
        }
    }

    /// When the file on the screen will have been looked at.
    pub(super) fn watch_tick(&self) -> Option<Duration> {
        let (_, _, since) = self.watching.on_screen.filter(|_| !self.watching.told)?;
        let passed = (self.state.now - since).num_milliseconds().max(0);
        let left = LOOKED.saturating_mul(1000).saturating_sub(passed).max(0);
        Some(Duration::from_millis(u64::try_from(left).unwrap_or(0)))
    }

    /// Corrects a field without a trace, and looks which documents went out before and which texts still say the old
    /// name: it is known here for the last time.
    pub(super) fn rectify(&mut self, pupil: Id, field: Rectified, value: Option<&str>) -> Result<Outcome, StoreError> {
        let now = self.state.now;
        let before = self.store.pupil(pupil)?;
        let exports = self.store.exports_of(pupil)?;
        let all = exports.len();
        let exports = exports
            .into_iter()
            .filter(|one| field.may_stand_in(&one.export, &before));
        let exports: Vec<_> = exports.map(|one| (one.export, one.alone)).collect();
        let done = self
            .store
            .rectify(pupil, field, value, now, &mut |_| ControlFlow::Continue(()))?;
        let waits = done.copies.iter().any(ErasedCopy::waits);
        let told = ToldBefore {
            field,
            without: all.saturating_sub(exports.len()),
            exports,
            texts: self.store.still_named(pupil, &before.name)?,
            top: 0,
        };
        Ok(Outcome::Rectified(Box::new(told), waits))
    }

    /// How many pupils of a school were not informed yet, and how many it has.
    pub(super) fn to_inform(&self, purpose: Intent, school: Option<Id>) -> Result<(usize, usize), StoreError> {
        let Some(school) = school.filter(|_| purpose == Intent::InformList) else {
            return Ok((0, 0));
        };
        let count = |all| Ok::<_, StoreError>(self.store.pupils_to_inform(school, all)?.len());
        Ok((count(false)?, count(true)?))
    }

    /// Fills in whom of a list it is about.
    pub(super) fn whom_to_inform(&self, list: &mut InformList) -> Result<(), StoreError> {
        if list.scope != InformScope::These {
            let all = list.scope == InformScope::School;
            list.pupils = self.store.pupils_to_inform(list.school, all)?;
        }
        Ok(())
    }

    /// Erases the working notes that are due and were announced on an earlier day: at the start.
    pub(super) fn expire_notes(&mut self) {
        let (days, now) = (self.note_days(), self.state.now);
        let gone = self.store.expire_notes(days, now, &mut |_| ControlFlow::Continue(()));
        let told = gone.and_then(|(gone, _)| {
            // What opening the file, or the notes above, could not erase in a backup matters more than what went.
            if self.store.is_forgetting()? {
                return Ok(Some(Notice::ErasureWaits));
            }
            Ok((gone > 0).then_some(Notice::NotesExpired(gone)))
        });
        self.tell_of_notes(told);
    }

    /// Announces the working notes that soon go: once, at the first quiet moment after the start, because it looks
    /// through the notes of all pupils. What is announced goes on a later day, so it is only announced where it is read.
    pub(super) fn announce_notes(&mut self) {
        if self.may_announce() {
            self.watching.announced = true;
            // The first key that writes need not wait for it then; should it fail, the first write tells why.
            let _ = self.store.watch();
            let told = self.notes_that_go();
            self.tell_of_notes(told);
        }
    }

    /// When that moment is: as soon as nobody has pressed a key for as long as a file is looked at.
    pub(super) fn announce_tick(&self) -> Option<Duration> {
        self.may_announce().then(|| Duration::from_secs(LOOKED.unsigned_abs()))
    }

    /// Whether there is something to announce and a place for it: no other sentence stands there, and the screen is
    /// neither blank nor locked. A key takes a sentence away, and after a key this is asked again.
    fn may_announce(&self) -> bool {
        let state = &self.state;
        let seen = state.notice.is_none() && state.locked.is_none() && !state.blank && !state.awaits_others();
        seen && !self.watching.announced
    }

    fn note_days(&self) -> u16 {
        self.state.settings.working_note_days.unwrap_or(NOTE_DAYS)
    }

    fn tell_of_notes(&mut self, told: Result<Option<Notice>, StoreError>) {
        match told {
            Ok(Some(notice)) if self.state.notice.is_none() => self.state.notice = Some(notice),
            Ok(_) => {}
            Err(error) => self.state.notice = Some(Notice::Problem(Problem::from(&error))),
        }
    }

    fn notes_that_go(&mut self) -> Result<Option<Notice>, StoreError> {
        let today = self.state.today;
        let soon = self.store.expiring_notes(self.note_days())?.into_iter();
        let soon: Vec<_> = soon.filter(|one| (one.on - today).num_days() <= ANNOUNCED).collect();
        for one in soon.iter().filter(|one| one.told_on.is_none()) {
            self.store.announce_expiry(one.meeting, today)?;
        }
        let tomorrow = today.succ_opt().unwrap_or(today);
        let count = soon.iter().map(|one| one.notes).sum();
        let next = soon.first().map(|one| one.on.max(tomorrow));
        Ok(next.map(|on| Notice::NotesExpire(count, on)))
    }
}
