//! The words of what follows a meeting: documents, actions between meetings, lessons.

use super::catalog::theme;
use crate::domain::codes::LessonState;
use crate::domain::follow_up::{Grouping, Heading};
use crate::domain::intent::Intent;
use crate::domain::line::LineKind;
use crate::domain::papers::PaperChoice;

theme! {
    /// What follows a meeting.
    FollowUp {
        words {
            /// The folder that documents go into, unless another is asked for.
            folder,
            /// Title of the list of actions.
            actions,
            /// There is no action to follow.
            no_actions,
            /// Below the list of actions: what its less usual keys do.
            actions_foot,
            /// Title of the list of lessons.
            lessons,
            /// There is no lesson.
            no_lessons,
            /// Below the list of lessons.
            lessons_foot,
            /// What can be typed in an empty filter.
            filter,
            /// Below the list of what was written: it is not encrypted.
            not_encrypted,
            /// It was recorded for whom.
            recorded,
            /// A line that is no more than text.
            free_text,
            /// Before the names of several people who are called so.
            several,
        }
        phrases {
            /// What a line of a note is.
            line(kind: LineKind) -> &'static str,
            /// What a document is called in the form.
            paper(choice: PaperChoice) -> &'static str,
            /// By what a list is grouped.
            grouped(by: Grouping) -> &'static str,
            /// What stands above a group.
            heading(heading: &Heading) -> String,
            /// What a line asks for, shown while it is empty; nothing for what needs no more words.
            asked(purpose: Intent) -> &'static str,
            /// The title of what was written: how many files, in which folder.
            written(files: usize, folder: &str) -> String,
            /// A file, and for whom.
            written_for(name: &str, whom: &str) -> String,
            /// How often a lesson was noticed.
            times(count: usize) -> String,
            /// How far it is, who picked it up, from what it is paid; both may be empty.
            lesson(state: LessonState, by: &str, from: &str) -> String,
        }
    }
}
