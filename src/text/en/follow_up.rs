//! The words of what follows a meeting, in English.

use crate::domain::codes::LessonState;
use crate::domain::follow_up::{Grouping, Heading};
use crate::domain::intent::Intent;
use crate::domain::line::LineKind;
use crate::domain::papers::PaperChoice;
use crate::text::capital;
use crate::text::follow_up::FollowUp;

use super::codes::CODES;

pub(in crate::text) const FOLLOW_UP: FollowUp = FollowUp {
    folder: "papers",
    actions: "Actions of all schools",
    no_actions: "There is no action to follow.",
    actions_foot: "n: not done, and a new day at once · m: only another day · Tab: group in another way",
    lessons: "Lessons",
    no_lessons: "There is no lesson yet. At the table: /l and then what you notice.",
    lessons_foot: "p: who picks it up · b: paid from · g: done · o: open again",
    filter: "words of the action, the school, the owner or the name",
    not_encrypted: "These files are not encrypted. Send them only by secure means and remove them afterwards.",
    recorded: "The file records for whom they were made.",
    free_text: "plain text",
    several: "more than one:",
    line,
    paper,
    grouped,
    heading,
    asked,
    written,
    written_for: |name, whom| format!("{name} · for {whom}"),
    times: |count| format!("{count}×"),
    lesson,
};

fn line(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Action => "action",
        LineKind::Decision => "decision",
        LineKind::WorkingNote => "working note",
        LineKind::Park => "parked point",
        LineKind::Lesson => "lesson",
    }
}

fn paper(choice: PaperChoice) -> &'static str {
    match choice {
        PaperChoice::Tables => "minutes per school",
        PaperChoice::Parties => "minutes per party",
        PaperChoice::Agenda => "agenda and invitation",
        PaperChoice::YoungPerson => "page for the young person",
        PaperChoice::Actions => "open actions per owner",
        PaperChoice::Calendar => "calendar (ics) of the meeting",
    }
}

fn grouped(by: Grouping) -> &'static str {
    match by {
        Grouping::Due => "by day",
        Grouping::Owner => "by owner",
        Grouping::School => "by school",
        Grouping::State => "by state, those just closed too",
    }
}

fn heading(heading: &Heading) -> String {
    match heading {
        Heading::Overdue => "Overdue".to_owned(),
        Heading::ThisWeek => "Within a week".to_owned(),
        Heading::Later => "Later".to_owned(),
        Heading::NoDay => "Without a day".to_owned(),
        Heading::Owner(name) if name.is_empty() => "Of nobody".to_owned(),
        Heading::School(name) if name.is_empty() => "Of no school".to_owned(),
        Heading::Owner(name) | Heading::School(name) => name.clone(),
        Heading::State(state) => capital(CODES.action_state(*state)),
    }
}

fn asked(purpose: Intent) -> &'static str {
    match purpose {
        Intent::MoveAction => "new day: fri, 12-6, in 2 weeks",
        Intent::ActionNotDone => "a new day for this action; empty: off the list",
        Intent::ActionCancelled => "why, may stay empty",
        Intent::LessonPickedUp => "who",
        Intent::NewCohort
        | Intent::AddToCohort
        | Intent::AddSchoolToCohort
        | Intent::AddListToCohort
        | Intent::RemoveFromCohort => "name of the cohort",
        Intent::ReferenceDate => "30-06-2016 or 2016-06-30",
        Intent::LessonPaidFrom => "which budget",
        Intent::ReopenMeeting => "what is corrected, and why",
        Intent::AddFreeItem => "what the item is about",
        Intent::SetChair => "name of the chair",
        Intent::TermNotApplicable => "why not",
        Intent::RemoveFromQueue => "why, may stay empty",
        _ => "",
    }
}

fn written(files: usize, folder: &str) -> String {
    match files {
        1 => format!("1 file written in {folder}"),
        _ => format!("{files} files written in {folder}"),
    }
}

fn lesson(state: LessonState, by: &str, from: &str) -> String {
    let mut text = CODES.lesson(state).to_owned();
    if !by.is_empty() {
        text = format!("{text} · by {by}");
    }
    if !from.is_empty() {
        text = format!("{text} · from {from}");
    }
    text
}
