//! What can lie over the panes: one at a time, with what was typed in it and where its cursor is.

use super::edit::Editor;
use super::follow_up::{ActionList, Issued, LessonList};
use super::form::Form;
use super::importing::Import;
use super::restoring::Backups;
use super::results::ResultScreen;
use super::sharing::ToldBefore;
use crate::domain::dossier::{Found, MeetingLine, OldAction, ReadBack};
use crate::domain::intent::Intent;
use crate::domain::people::{Party, SchoolContacts};
use crate::domain::placement::Placement;
use crate::public::FindPurpose;
use crate::text::notice::Refusal;

/// What lies over the panes.
#[derive(Debug)]
pub enum Overlay {
    /// Help, filtered by what is typed.
    Help {
        /// What was typed.
        query: Editor,
        /// First row shown.
        top: usize,
    },
    /// The palette.
    Palette {
        /// What was typed.
        query: Editor,
        /// The selected row.
        selected: usize,
    },
    /// Find.
    Find {
        /// For what.
        purpose: FindPurpose,
        /// What was typed.
        query: Editor,
        /// What was found.
        found: Vec<Found>,
        /// The selected row.
        selected: usize,
    },
    /// Contacts.
    Contacts {
        /// What was typed.
        query: Editor,
        /// The school shown first, and others that match.
        schools: Vec<SchoolContacts>,
    },
    /// Attendance.
    Attendance {
        /// The selected row.
        selected: usize,
    },
    /// Old actions.
    OldActions {
        /// The actions.
        rows: Vec<OldAction>,
        /// The selected row.
        selected: usize,
    },
    /// The terms of the pupil at hand, which follow from the dossier.
    Terms {
        /// The selected row.
        selected: usize,
    },
    /// Read-back.
    ReadBack {
        /// What was agreed, by item.
        rows: Vec<ReadBack>,
        /// What the cursor stands on, counted over all items.
        selected: usize,
    },
    /// The meetings to choose from.
    Meetings {
        /// The meetings.
        rows: Vec<MeetingLine>,
        /// The selected row.
        selected: usize,
    },
    /// Hamerstukken in one go.
    AgreeAll,
    /// One line that is asked for.
    Prompt {
        /// For what.
        purpose: Intent,
        /// What was typed.
        input: Editor,
        /// Why it cannot be taken.
        refusal: Option<Refusal>,
    },
    /// A form; private.
    Form(Box<Form>),
    /// The trajectory in words; private.
    History {
        /// The selected row.
        selected: usize,
    },
    /// The documents that were written; private.
    Issued(Box<Issued>),
    /// The documents that went out before a field was rectified; private.
    ToldBefore(Box<ToldBefore>),
    /// Who of the pupil's own surroundings is to be changed; private.
    Network {
        /// The selected row.
        selected: usize,
    },
    /// The actions of all schools; private.
    FollowUp(Box<ActionList>),
    /// The lessons; private.
    Lessons(Box<LessonList>),
    /// The card of an employer; private.
    PartyCard {
        /// The employer.
        party: Party,
        /// Who was placed there, newest first.
        rows: Vec<Placement>,
        /// First row shown.
        top: usize,
    },
    /// Results; while shared only what anybody may be told of them.
    Results(Box<ResultScreen>),
    /// The list of the state; private.
    Listing,
    /// A list that is being read in; private.
    Import(Box<Import>),
    /// The backups, and the one that is about to be put back; private.
    Restore(Box<Backups>),
}
