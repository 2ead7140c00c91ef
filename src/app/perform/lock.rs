//! Locking, what is typed while locked, coming back, and another passphrase.
//!
//! The rule: no key and no stretch of time opens the file; only what opens it does. A wrong one costs a wait that grows,
//! in which the program listens on: nothing here ever blocks a signal.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::Program;
use crate::app::effect::Effect;
use crate::app::lock::{Doing, KeptNote, KeptTyped, Locked, Return, Typed};
use crate::app::message::{Code, Key, Message};
use crate::app::state::State;
use crate::app::update;
use crate::store::{SHORTEST_PASSPHRASE, Secret, SecretKind, Since, StoreError};
use crate::text::lock::{LockTold, SecretAsk};
use crate::text::notice::{Notice, Problem};

/// Told how much of long work is done of how much, and may stop it.
pub(super) struct Watch(pub(super) Box<dyn FnMut(usize, usize) -> ControlFlow<()>>);

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

impl Default for Watch {
    fn default() -> Self {
        Self(Box::new(|_, _| ControlFlow::Continue(())))
    }
}

impl Program {
    /// Says from which key file the file was opened, so that it can be read again after a lock.
    #[must_use]
    pub fn opened_with(mut self, key_file: Option<PathBuf>) -> Self {
        self.key_file = key_file;
        self
    }

    /// Says who watches long work that holds the input, and may stop it.
    #[must_use]
    pub fn watched_by(mut self, watch: Box<dyn FnMut(usize, usize) -> ControlFlow<()>>) -> Self {
        self.watch = Watch(watch);
        self
    }

    /// Locks: what is typed is kept, the file is closed, and nothing of it stays in the state.
    pub fn lock(&mut self) {
        if self.state.is_locked() {
            return;
        }
        self.keep();
        self.stop_backup();
        (self.copied, self.restoring) = (None, None);
        let kind = self.store.opens_with();
        self.state.put_away(kind);
        let failed = self.store.lock().err();
        // A file that stays open is not locked: then the program ends rather than pretend.
        self.state.quit |= !self.store.is_locked();
        if let (Some(error), Some(locked)) = (failed, self.state.locked.as_mut()) {
            locked.told = Some(LockTold::File(Problem::from(&error)));
        }
    }

    /// Begins to ask for another passphrase. What opens the file now comes first; a key file is read for it.
    pub(super) fn ask_new_passphrase(&mut self) {
        let asks = match self.store.opens_with() {
            SecretKind::Passphrase => SecretAsk::Old,
            SecretKind::KeyFile => SecretAsk::New,
        };
        let doing = Doing::Changing {
            old: Typed::default(),
            new: Typed::default(),
        };
        self.state.locked = Some(Box::new(Locked::new(doing, asks)));
    }

    /// A message while a secret is asked.
    pub(super) fn while_locked(&mut self, message: Message) {
        let Some(locked) = self.state.locked.as_mut() else {
            return;
        };
        match message {
            Message::Resize(columns, rows) => self.state.size = (columns, rows),
            Message::Tick | Message::Point(..) | Message::Wheel(..) | Message::Act(_) => {}
            // A password manager pastes a line end behind it.
            Message::Paste(text) => locked
                .typed
                .push(Zeroizing::new(text).lines().next().unwrap_or_default()),
            Message::Key(key) => self.key_while_locked(key),
        }
    }

    fn key_while_locked(&mut self, key: Key) {
        let Some(locked) = self.state.locked.as_mut() else {
            return;
        };
        let quitting = std::mem::take(&mut locked.quitting);
        let waits = matches!(locked.told, Some(LockTold::Wrong(_) | LockTold::Wait(_)));
        if !waits || locked.to_wait(self.state.now) == 0 {
            locked.told = None;
        }
        match (key.code, key.ctrl) {
            (Code::Char('c'), true) if quitting => self.state.quit = true,
            (Code::Char('c'), true) => {
                locked.quitting = true;
                locked.told = Some(LockTold::HowToQuit);
            }
            (Code::Char('u'), true) => drop(locked.typed.take()),
            (Code::Esc, _) => {
                drop(locked.typed.take());
                if matches!(locked.doing, Doing::Changing { .. }) {
                    self.state.locked = None;
                }
            }
            (Code::Backspace, _) => locked.typed.pop(),
            (Code::Enter, _) => self.answer(),
            (Code::Char(letter), false) => locked.typed.push(letter.encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    /// Enter: what was typed is tried.
    fn answer(&mut self) {
        let now = self.state.now;
        let Some(locked) = self.state.locked.as_mut() else {
            return;
        };
        let wait = locked.to_wait(now);
        if wait > 0 {
            locked.told = Some(LockTold::Wait(wait));
            return;
        }
        let typed = locked.typed.take();
        let told = match locked.asks {
            SecretAsk::Passphrase | SecretAsk::KeyFile => self.unlock(typed),
            SecretAsk::Old => self.old_given(typed),
            SecretAsk::New if typed.is_empty() => Err(LockTold::New(Problem::EmptyPassphrase)),
            SecretAsk::New if Secret::Passphrase(typed.clone()).is_short() => {
                Err(LockTold::New(Problem::ShortPassphrase(SHORTEST_PASSPHRASE)))
            }
            SecretAsk::New => {
                if let Doing::Changing { new, .. } = &mut locked.doing {
                    new.push(&typed);
                }
                locked.asks = SecretAsk::Again;
                Ok(())
            }
            SecretAsk::Again => self.change_passphrase(&typed),
        };
        if let (Err(told), Some(locked)) = (told, self.state.locked.as_mut()) {
            match told {
                LockTold::Wrong(_) => locked.refuse(now),
                other => locked.told = Some(other),
            }
        }
    }

    /// Tries to open the file again, with what it asks for by now.
    fn unlock(&mut self, typed: Zeroizing<String>) -> Result<(), LockTold> {
        let kind = self
            .store
            .locked_with()
            .map_err(|error| LockTold::File(Problem::from(&error)))?;
        let asks = match kind {
            SecretKind::Passphrase => SecretAsk::Passphrase,
            SecretKind::KeyFile => SecretAsk::KeyFile,
        };
        if let Some(locked) = self.state.locked.as_mut().filter(|locked| locked.asks != asks) {
            locked.asks = asks;
            let problem = match kind {
                SecretKind::Passphrase => Problem::NeedsPassphrase,
                SecretKind::KeyFile => Problem::NeedsKeyFile,
            };
            return Err(LockTold::File(problem));
        }
        let secret = match kind {
            // Enter alone is no try.
            SecretKind::Passphrase if typed.is_empty() => return Ok(()),
            SecretKind::Passphrase => Secret::Passphrase(typed),
            SecretKind::KeyFile => self.key_file_again()?,
        };
        let since = self.store.unlock(secret, self.state.now).map_err(|error| match error {
            StoreError::WrongKey => LockTold::Wrong(0),
            other => LockTold::File(Problem::from(&other)),
        })?;
        if let Some(locked) = self.state.locked.take()
            && let Doing::Away(back) = locked.doing
        {
            self.come_back(*back, since);
        }
        Ok(())
    }

    fn key_file_again(&self) -> Result<Secret, LockTold> {
        let key = self.key_file.as_deref().ok_or(LockTold::File(Problem::NeedsKeyFile))?;
        Secret::from_key_file(key).map_err(|error| LockTold::Key(Problem::from(&error)))
    }

    /// Back to where the chair was, with everything read anew.
    fn come_back(&mut self, back: Return, since: Since) {
        let state = &mut self.state;
        (state.private, state.blank) = (back.private, back.blank);
        (state.at, state.school) = (back.at, back.school);
        (state.focus, state.zoom, state.agenda_row) = (back.focus, back.zoom, back.agenda_row);
        (state.scale, state.scroll, state.part, state.spot) = (back.scale, back.scroll, back.part, back.spot);
        (state.laying, state.kept_forms) = (back.laying, back.kept_forms);
        state.unasked_room = back.unasked_room;
        self.perform_all(vec![Effect::LoadSitting(back.meeting)]);
        let focus = back.focus;
        match back.note {
            Some(KeptNote::Held(writing)) => self.state.writing = Some(*writing),
            Some(KeptNote::Opened(kind, cursor)) => update::go_on_writing(&mut self.state, kind, cursor),
            // Where another program had the file meanwhile, the draft is in its note.
            Some(KeptNote::Draft(target, draft, cursor)) if !self.draft_again(target, draft, cursor) => {
                update::go_on_writing(&mut self.state, target.kind, cursor);
            }
            Some(KeptNote::Draft(..)) | None => {}
        }
        self.state.focus = focus;
        if let Some(typed) = back.typed {
            lay_over(&mut self.state, typed);
        }
        if since == Since::Changed {
            self.state.notice = Some(Notice::FileChanged);
        }
    }

    /// Tries what was given as the passphrase of now.
    fn old_given(&mut self, typed: Zeroizing<String>) -> Result<(), LockTold> {
        let secret = Secret::Passphrase(typed);
        let right = self
            .store
            .is_opened_by(&secret)
            .map_err(|error| LockTold::File(Problem::from(&error)))?;
        let (true, Secret::Passphrase(words)) = (right, secret) else {
            return Err(LockTold::Wrong(0));
        };
        if let Some(locked) = self.state.locked.as_mut()
            && let Doing::Changing { old, .. } = &mut locked.doing
        {
            old.push(&words);
            (locked.asks, locked.wrong) = (SecretAsk::New, 0);
        }
        Ok(())
    }

    fn change_passphrase(&mut self, again: &str) -> Result<(), LockTold> {
        let Some(locked) = self.state.locked.as_mut() else {
            return Ok(());
        };
        let Doing::Changing { old, new } = &mut locked.doing else {
            return Ok(());
        };
        let (old, new) = (old.clone_secret(), new.take());
        if *new != *again {
            locked.asks = SecretAsk::New;
            return Err(LockTold::New(Problem::PassphrasesDiffer));
        }
        let old = match self.store.opens_with() {
            SecretKind::Passphrase => Secret::Passphrase(old),
            SecretKind::KeyFile => self.key_file_again()?,
        };
        self.keep();
        self.stop_backup();
        let now = self.state.now;
        let changed = self
            .store
            .change_secret(&old, Secret::Passphrase(new), now, &mut self.watch.0);
        if self.store.is_locked() {
            // Changed, and not to be opened just now: as after a lock. When only backups were changed before it failed,
            // the file still asks for what it asked for.
            self.state.locked = None;
            let kind = self.store.locked_with().unwrap_or(SecretKind::Passphrase);
            self.state.put_away(kind);
            return changed.map(drop).map_err(|error| LockTold::File(Problem::from(&error)));
        }
        self.state.locked = None;
        self.state.notice = Some(match changed {
            Ok(changed) => Notice::PassphraseChanged(changed.backups),
            Err(error) => Notice::Problem(Problem::from(&error)),
        });
        Ok(())
    }

    /// Opens a note with the draft of it that the file holds. False when there is none.
    fn draft_again(
        &mut self,
        target: crate::app::note_target::NoteTarget,
        id: crate::domain::Id,
        cursor: usize,
    ) -> bool {
        let drafts = self.store.drafts().unwrap_or_default();
        let Some(draft) = drafts.into_iter().find(|draft| draft.id == id) else {
            return false;
        };
        let text = draft.text();
        update::go_on_with_draft(&mut self.state, (target, id), draft.base, &text, cursor);
        true
    }

    /// Where the file is.
    pub fn file(&self) -> &Path {
        self.store.path()
    }
}

/// What was being typed over the panes lies there again.
fn lay_over(state: &mut State, typed: KeptTyped) {
    state.overlay = Some(typed.overlay);
    (state.listing, state.asked_about, state.asked_term) = (typed.listing, typed.asked_about, typed.asked_term);
    (state.mending, state.following.behind) = (typed.mending, typed.behind);
}
