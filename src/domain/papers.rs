//! Documents that go out (uitgegeven stukken): of what kind, for whom, and what is kept about that.
//!
//! The rule: what leaves the encrypted file is written down with for whom and when, so that whoever received it can
//! be told when a pupil is erased or rectified.

use super::{Day, Id, Moment};

coded! {
    /// What a document is.
    PaperKind {
        /// Decisions and actions of a meeting (verslag).
        Minutes = "minutes",
        /// Agenda and invitation, before the meeting.
        Agenda = "agenda",
        /// One page for the young person.
        YoungPerson = "young_person",
        /// The open actions of one owner.
        Actions = "actions",
    }
}

coded! {
    /// The form a document is written in.
    PaperFormat {
        /// A word processor's file.
        Docx = "docx",
        /// Tagged PDF.
        Pdf = "pdf",
        /// Plain text with marks.
        Markdown = "md",
        /// Calendar.
        Calendar = "ics",
    }
}

coded! {
    /// What the chair can ask for between the meeting and its documents.
    PaperChoice {
        /// Minutes, one for each table.
        Tables = "tables",
        /// Minutes, one for each party with its own actions.
        Parties = "parties",
        /// Agenda and invitation.
        Agenda = "agenda",
        /// One page for each young person.
        YoungPerson = "young_person",
        /// The open actions, a list for each owner.
        Actions = "actions",
        /// The calendar alone.
        Calendar = "calendar",
    }
}

/// What was written out, for whom and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Export {
    /// The id.
    pub id: Id,
    /// What kind of document it was.
    pub kind: PaperKind,
    /// The one pupil it is about, if it is about one.
    pub pupil: Option<Id>,
    /// The meeting it is of.
    pub meeting: Option<Id>,
    /// For whom it was made.
    pub made_for: String,
    /// When.
    pub made_at: Moment,
}

super::redacted_debug!(Export);

/// A dated correction of minutes that were frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The day on which it was made.
    pub on: Day,
    /// Why.
    pub reason: String,
}
