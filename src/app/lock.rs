//! The chair is away, or says what the file is to open with: a screen that asks for a secret and shows nothing else.
//!
//! The rules: what is typed here is never shown, not even its length, and is wiped when it is done with. While the file
//! is locked the state holds nothing that was read from it; what is kept to come back to are numbers of records and
//! where the cursor was. Only what was typed and is in no record yet (a form, a line that is asked for) is kept as it
//! is, because it is nowhere else; no screen can show it, since a locked screen has no part for it.

use zeroize::Zeroizing;

use super::follow_up::Following;
use super::listing::Listing;
use super::mending::Mending;
use super::note_target::NoteTarget;
use super::over::Overlay;
use super::roof::Spot;
use super::screen::LockView;
use super::state::{At, State, Writing};
use super::terms::TermKey;
use crate::app::form::Form;
use crate::domain::codes::{NoteKind, TileKind};
use crate::domain::trajectory::Part;
use crate::domain::{Id, Moment};
use crate::public::{Pane, Scale};
use crate::store::SecretKind;
use crate::text::lock::{LockTold, SecretAsk};

/// The most bytes of a passphrase: room is made once, so that no copy of it stays behind by growing.
const MOST: usize = 1024;

/// The longest wait after a wrong passphrase, in seconds.
const LONGEST_WAIT: u32 = 60;

/// A passphrase being typed.
pub struct Typed(Zeroizing<String>);

impl Default for Typed {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(MOST)))
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

impl Typed {
    /// Takes text in, as far as there is room.
    pub(super) fn push(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| !letter.is_control()) {
            if self.0.len() + letter.len_utf8() <= MOST {
                self.0.push(letter);
            }
        }
    }

    /// Takes the last letter away.
    pub(super) fn pop(&mut self) {
        self.0.pop();
    }

    /// What was typed, which leaves nothing here.
    pub(super) fn take(&mut self) -> Zeroizing<String> {
        std::mem::take(self).0
    }

    /// A copy, which is wiped as well.
    pub(super) fn clone_secret(&self) -> Zeroizing<String> {
        self.0.clone()
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A screen that asks for a secret.
#[derive(Debug)]
pub struct Locked {
    /// What for.
    pub(super) doing: Doing,
    /// What it asks now.
    pub(super) asks: SecretAsk,
    pub(super) typed: Typed,
    pub(super) told: Option<LockTold>,
    /// Wrong ones since the last right one.
    pub(super) wrong: u32,
    /// Before this moment no other is tried.
    pub(super) wait_until: Option<Moment>,
    /// Whether quitting was asked for once.
    pub(super) quitting: bool,
}

/// What a secret is asked for.
#[derive(Debug)]
pub(super) enum Doing {
    /// The file is locked; where to come back to.
    Away(Box<Return>),
    /// Another passphrase, so far.
    Changing {
        /// What opens the file now.
        old: Typed,
        /// What is to open it.
        new: Typed,
    },
}

impl Locked {
    /// For a purpose, with its first question.
    pub(super) fn new(doing: Doing, asks: SecretAsk) -> Self {
        Self {
            doing,
            asks,
            typed: Typed::default(),
            told: None,
            wrong: 0,
            wait_until: None,
            quitting: false,
        }
    }

    /// Takes note of a wrong one: the wait grows from one second to a minute.
    pub(super) fn refuse(&mut self, now: Moment) {
        let seconds = 1_u32.checked_shl(self.wrong).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
        self.wrong = self.wrong.saturating_add(1);
        self.wait_until = Some(now + chrono::Duration::seconds(seconds.into()));
        self.told = Some(LockTold::Wrong(seconds));
    }

    /// Seconds that are still to be waited, rounded up. A clock that was set back waits no longer than the longest.
    pub(super) fn to_wait(&self, now: Moment) -> u32 {
        let left = self.wait_until.map_or(0, |until| (until - now).num_milliseconds());
        if left <= 0 || left > i64::from(LONGEST_WAIT) * 1000 {
            return 0;
        }
        u32::try_from((left + 999) / 1000).unwrap_or(0)
    }
}

/// Where to come back to: nothing of what the records say.
#[derive(Debug)]
pub(super) struct Return {
    pub(super) meeting: Option<Id>,
    pub(super) at: At,
    pub(super) school: Option<Id>,
    pub(super) private: bool,
    pub(super) blank: bool,
    pub(super) focus: Pane,
    pub(super) zoom: bool,
    pub(super) agenda_row: usize,
    pub(super) scale: Scale,
    pub(super) scroll: i32,
    pub(super) part: Option<Part>,
    pub(super) spot: Option<Spot>,
    pub(super) laying: TileKind,
    /// The school of which the room saw something while nobody was confirmed.
    pub(super) unasked_room: Option<Id>,
    pub(super) note: Option<KeptNote>,
    pub(super) kept_forms: Vec<Form>,
    pub(super) typed: Option<KeptTyped>,
}

/// A note that was being written.
#[derive(Debug)]
pub(super) enum KeptNote {
    /// Nothing was typed in it: which, and where the cursor was.
    Opened(NoteKind, usize),
    /// What was typed is in the file: whose, which draft, and where the cursor was.
    Draft(NoteTarget, Id, usize),
    /// The file could not take it.
    Held(Box<Writing>),
}

/// A form or a line that was being typed, and what lies beneath it.
#[derive(Debug)]
pub(super) struct KeptTyped {
    pub(super) overlay: Overlay,
    pub(super) listing: Option<Box<Listing>>,
    pub(super) asked_about: Option<Id>,
    pub(super) asked_term: Option<(TermKey, usize)>,
    pub(super) mending: Mending,
    pub(super) behind: Option<Overlay>,
}

impl State {
    /// Whether the file is locked: nobody may see anything of it, in no window.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.locked
            .as_ref()
            .is_some_and(|locked| matches!(locked.doing, Doing::Away(_)))
    }

    /// What a screen shows that asks for a secret, when one does.
    pub(super) fn lock_view(&self) -> Option<LockView> {
        let locked = self.locked.as_ref()?;
        let told = match locked.told.clone() {
            // The seconds go by; how many are left is said when Enter is pressed. That it was wrong is said until the
            // next key: whoever looked at the keyboard has not read it yet.
            Some(LockTold::Wrong(_)) if locked.to_wait(self.now) == 0 => Some(LockTold::Wrong(0)),
            Some(LockTold::Wait(_)) if locked.to_wait(self.now) == 0 => None,
            other => other,
        };
        Some(LockView {
            now: self.time(),
            locked: self.is_locked(),
            asks: locked.asks,
            typed: !locked.typed.is_empty(),
            told,
            demo: self.demo && self.is_locked() && locked.asks == SecretAsk::Passphrase,
            back_private: matches!(&locked.doing, Doing::Away(back) if back.private && !back.blank),
        })
    }

    /// Drops everything that was read from the file, and keeps where to come back to.
    pub(super) fn put_away(&mut self, kind: SecretKind) {
        let settings = std::mem::take(&mut self.settings);
        let mut fresh = Self::new(self.now, std::mem::take(&mut self.chair), self.lang, settings);
        fresh.rules = std::mem::take(&mut self.rules);
        fresh.result_sets = std::mem::take(&mut self.result_sets);
        (fresh.size, fresh.note_width, fresh.quit) = (self.size, self.note_width, self.quit);
        fresh.demo = self.demo;
        // Of a public window the chair knows how it does, and nothing of what it showed.
        fresh.window = self.window;
        fresh.following = Following {
            folder: std::mem::take(&mut self.following.folder),
            ..Following::default()
        };
        let old = std::mem::replace(self, fresh);
        self.locked = Some(Box::new(Locked::new(
            Doing::Away(Box::new(old.into_return())),
            match kind {
                SecretKind::Passphrase => SecretAsk::Passphrase,
                SecretKind::KeyFile => SecretAsk::KeyFile,
            },
        )));
    }

    fn into_return(self) -> Return {
        let note = self.writing.map(|writing| {
            let (target, cursor) = (writing.target, writing.editor.cursor());
            match writing.draft {
                _ if writing.broken => KeptNote::Held(Box::new(writing)),
                Some(draft) => KeptNote::Draft(target, draft, cursor),
                None => KeptNote::Opened(target.kind, cursor),
            }
        });
        let typed = self
            .overlay
            .filter(|overlay| matches!(overlay, Overlay::Form(_) | Overlay::Prompt { .. }))
            .map(|overlay| KeptTyped {
                overlay,
                listing: self.listing,
                asked_about: self.asked_about,
                asked_term: self.asked_term,
                mending: self.mending,
                behind: self.following.behind,
            });
        Return {
            meeting: self.sitting.map(|sitting| sitting.meeting.id),
            at: self.at,
            school: self.school,
            private: self.private,
            blank: self.blank,
            focus: self.focus,
            zoom: self.zoom,
            agenda_row: self.agenda_row,
            scale: self.scale,
            scroll: self.scroll,
            part: self.part,
            spot: self.spot,
            laying: self.laying,
            unasked_room: self.unasked_room,
            note,
            kept_forms: self.kept_forms,
            typed,
        }
    }
}
