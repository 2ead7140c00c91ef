//! What was typed and is not yet a record: kept at every keystroke, and put in its note after a kill.

use super::Program;
use crate::app::note_target::{NoteOf, NoteTarget, Seat};
use crate::domain::Id;
use crate::domain::codes::NoteKind;
use crate::domain::draft::DraftEdit;
use crate::domain::intent::Intent;
use crate::store::{About, NewDraft, StoreError};
use crate::text::notice::{Notice, Problem};

impl Program {
    /// Keeps edits in a draft, which is begun when there is none.
    pub(super) fn keep_draft(
        &mut self,
        target: &NoteTarget,
        draft: Option<Id>,
        base: &str,
        edits: &[DraftEdit],
    ) -> Result<Id, StoreError> {
        let id = match draft {
            Some(id) => id,
            None => self.store.open_draft(new_draft(target, base))?,
        };
        self.store.append_edits(id, edits)?;
        Ok(id)
    }

    pub(super) fn drop_draft(&mut self, draft: Id) -> Result<(), StoreError> {
        let about = About {
            intent: Intent::Write.code(),
            pupil: None,
            meeting: None,
        };
        self.store.change(about, self.state.now, |tx| tx.clear_draft(draft))
    }

    /// Puts what a killed program left half written into its note, so that it stands where it was typed.
    pub(super) fn recover(&mut self) {
        let drafts = match self.store.drafts() {
            Ok(drafts) => drafts,
            Err(error) => {
                self.state.notice = Some(Notice::Problem(Problem::from(&error)));
                return;
            }
        };
        for draft in drafts {
            match self.recover_one(&draft) {
                Ok(()) => self.state.notice = Some(Notice::DraftRestored),
                Err(error) => self.state.notice = Some(Notice::Problem(Problem::from(&error))),
            }
        }
    }

    fn recover_one(&mut self, draft: &crate::store::Draft) -> Result<(), StoreError> {
        let about = About {
            intent: Intent::Write.code(),
            pupil: draft.pupil,
            meeting: draft.meeting,
        };
        let now = self.state.now;
        let seat = draft.meeting.zip(draft.item);
        let seat = seat.map(|(meeting, item)| Seat { meeting, item });
        let of = match draft.pupil {
            Some(pupil) => Some(NoteOf::Pupil(pupil, seat)),
            None => seat.map(NoteOf::Point),
        };
        let Some(of) = of else {
            return self.store.change(about, now, |tx| tx.clear_draft(draft.id));
        };
        let kind = NoteKind::from_code(&draft.kind).unwrap_or(NoteKind::Working);
        let typed = draft.text();
        let recorded = match of {
            NoteOf::Pupil(pupil, _) => self.store.note_text(kind, pupil, draft.meeting)?,
            NoteOf::Point(seat) => self.store.point_note_text(kind, seat.item)?,
        }
        .unwrap_or_default();
        // Written meanwhile by somebody else: both are kept, one below the other.
        let text = if recorded == draft.base || recorded == typed {
            typed
        } else {
            format!("{recorded}\n{typed}")
        };
        self.store.change(about, now, |tx| {
            match of {
                NoteOf::Pupil(pupil, _) => tx.write_note(kind, pupil, draft.meeting, draft.item, &text, now)?,
                NoteOf::Point(seat) => tx.write_point_note(kind, (seat.meeting, seat.item), &text, now)?,
            };
            tx.clear_draft(draft.id)
        })
    }
}

fn new_draft<'a>(target: &NoteTarget, base: &'a str) -> NewDraft<'a> {
    NewDraft {
        pupil: target.pupil(),
        meeting: target.meeting(),
        item: target.item(),
        kind: target.kind.code(),
        base,
    }
}
