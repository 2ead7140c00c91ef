//! Where a note belongs.
//!
//! The rule: there is one table note and one working note per pupil and meeting, and one of each per point of the
//! agenda that is about no pupil. A target that is about neither cannot be made, nor a point outside a meeting.

use super::state::State;
use crate::domain::Id;
use crate::domain::codes::NoteKind;

/// Which note: of which kind, and whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteTarget {
    /// Table note or working note.
    pub kind: NoteKind,
    /// Whose.
    pub of: NoteOf,
}

/// Whose a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteOf {
    /// A pupil's, in a meeting; or between meetings, when there is none.
    Pupil(Id, Option<Seat>),
    /// Of a point of the agenda that is about no pupil: the opening, aftercare, a free point.
    Point(Seat),
}

/// A place at the table: an item of the agenda of a meeting that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The meeting.
    pub meeting: Id,
    /// The agenda item.
    pub item: Id,
}

impl NoteTarget {
    /// The pupil, when it is about one.
    pub const fn pupil(&self) -> Option<Id> {
        match self.of {
            NoteOf::Pupil(pupil, _) => Some(pupil),
            NoteOf::Point(_) => None,
        }
    }

    /// The place at the table, when it is written there.
    pub const fn seat(&self) -> Option<Seat> {
        match self.of {
            NoteOf::Pupil(_, seat) => seat,
            NoteOf::Point(seat) => Some(seat),
        }
    }

    /// The meeting in which it is written.
    pub fn meeting(&self) -> Option<Id> {
        self.seat().map(|seat| seat.meeting)
    }

    /// The agenda item at which it is written.
    pub fn item(&self) -> Option<Id> {
        self.seat().map(|seat| seat.item)
    }

    /// The other kind of note of the same.
    #[must_use]
    pub const fn of_kind(self, kind: NoteKind) -> Self {
        Self { kind, ..self }
    }
}

impl State {
    /// Where a note that is begun now belongs, and its text as the file has it. None where nothing can be written, or
    /// while what is at hand was not read yet.
    pub fn note_at_hand(&self, kind: NoteKind) -> Option<(NoteTarget, String)> {
        let seat = self.open_meeting().zip(self.item()).map(|(meeting, item)| Seat {
            meeting,
            item: item.item.id,
        });
        let of = match self.pupil() {
            Some(pupil) => NoteOf::Pupil(pupil, seat),
            None => NoteOf::Point(seat?),
        };
        let target = NoteTarget { kind, of };
        Some((target, self.recorded(&target)?))
    }

    /// The text of a note as the file has it, empty when there is none; nothing while that was not read.
    pub fn recorded(&self, target: &NoteTarget) -> Option<String> {
        let text = match target.of {
            NoteOf::Pupil(pupil, seat) => {
                let dossier = self.dossier.as_ref().filter(|d| d.pupil.id == pupil)?;
                let meeting = seat.map(|seat| seat.meeting);
                match target.kind {
                    NoteKind::Table => dossier.notes.iter().find(|n| n.meeting == meeting).map(|n| &n.text),
                    NoteKind::Working => dossier.working.iter().find(|n| n.meeting == meeting).map(|n| &n.text),
                }
            }
            NoteOf::Point(seat) => {
                let point = self.point.as_ref().filter(|p| p.item == seat.item)?;
                match target.kind {
                    NoteKind::Table => point.note.as_ref().map(|n| &n.text),
                    NoteKind::Working => point.working.as_ref().map(|n| &n.text),
                }
            }
        };
        Some(text.cloned().unwrap_or_default())
    }
}
