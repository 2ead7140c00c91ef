//! The words of what follows a meeting, in Dutch.

use crate::domain::codes::LessonState;
use crate::domain::follow_up::{Grouping, Heading};
use crate::domain::intent::Intent;
use crate::domain::line::LineKind;
use crate::domain::papers::PaperChoice;
use crate::text::capital;
use crate::text::follow_up::FollowUp;

use super::codes::CODES;

pub(in crate::text) const FOLLOW_UP: FollowUp = FollowUp {
    folder: "stukken",
    actions: "Acties van alle scholen",
    no_actions: "Er is geen actie om te volgen.",
    actions_foot: "n: niet gedaan, en meteen een nieuwe datum · m: alleen een andere datum · Tab: anders indelen",
    lessons: "Leerpunten",
    no_lessons: "Er is nog geen leerpunt. Aan tafel: /l en dan wat u opvalt.",
    lessons_foot: "p: wie pakt het op · b: waaruit betaald · g: gedaan · o: weer open",
    filter: "woorden uit de actie, de school, de eigenaar of de naam",
    not_encrypted: "Deze bestanden zijn niet versleuteld. Verstuur ze alleen beveiligd en ruim ze daarna op.",
    recorded: "In het bestand staat voor wie ze zijn gemaakt.",
    free_text: "gewone tekst",
    several: "meer dan één:",
    line,
    paper,
    grouped,
    heading,
    asked,
    written,
    written_for: |name, whom| format!("{name} · voor {whom}"),
    times: |count| format!("{count}×"),
    lesson,
};

fn line(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Action => "actie",
        LineKind::Decision => "besluit",
        LineKind::WorkingNote => "werknotitie",
        LineKind::Park => "geparkeerd punt",
        LineKind::Lesson => "leerpunt",
    }
}

fn paper(choice: PaperChoice) -> &'static str {
    match choice {
        PaperChoice::Tables => "verslag per school",
        PaperChoice::Parties => "verslag per partij",
        PaperChoice::Agenda => "agenda en uitnodiging",
        PaperChoice::YoungPerson => "bladzijde voor de jongere",
        PaperChoice::Actions => "open acties per eigenaar",
        PaperChoice::Calendar => "agendabestand (ics) van het overleg",
    }
}

fn grouped(by: Grouping) -> &'static str {
    match by {
        Grouping::Due => "op datum",
        Grouping::Owner => "op eigenaar",
        Grouping::School => "op school",
        Grouping::State => "op stand, ook wat pas gesloten is",
    }
}

fn heading(heading: &Heading) -> String {
    match heading {
        Heading::Overdue => "Te laat".to_owned(),
        Heading::ThisWeek => "Binnen een week".to_owned(),
        Heading::Later => "Later".to_owned(),
        Heading::NoDay => "Zonder datum".to_owned(),
        Heading::Owner(name) if name.is_empty() => "Van niemand".to_owned(),
        Heading::School(name) if name.is_empty() => "Van geen school".to_owned(),
        Heading::Owner(name) | Heading::School(name) => name.clone(),
        Heading::State(state) => capital(CODES.action_state(*state)),
    }
}

fn asked(purpose: Intent) -> &'static str {
    match purpose {
        Intent::MoveAction => "nieuwe datum: vr, 12-6, over 2 weken",
        Intent::ActionNotDone => "nieuwe datum voor deze actie; leeg: van de lijst af",
        Intent::ActionCancelled => "waarom, mag leeg blijven",
        Intent::LessonPickedUp => "wie",
        Intent::NewCohort
        | Intent::AddToCohort
        | Intent::AddSchoolToCohort
        | Intent::AddListToCohort
        | Intent::RemoveFromCohort => "naam van het cohort",
        Intent::ReferenceDate => "30-06-2016 of 2016-06-30",
        Intent::LessonPaidFrom => "welk budget",
        Intent::ReopenMeeting => "wat er verbeterd wordt, en waarom",
        Intent::AddFreeItem => "waar het punt over gaat",
        Intent::SetChair => "naam van de voorzitter",
        Intent::TermNotApplicable => "waarom niet",
        Intent::RemoveFromQueue => "waarom, mag leeg blijven",
        _ => "",
    }
}

fn written(files: usize, folder: &str) -> String {
    match files {
        1 => format!("1 bestand geschreven in {folder}"),
        _ => format!("{files} bestanden geschreven in {folder}"),
    }
}

fn lesson(state: LessonState, by: &str, from: &str) -> String {
    let mut text = CODES.lesson(state).to_owned();
    if !by.is_empty() {
        text = format!("{text} · door {by}");
    }
    if !from.is_empty() {
        text = format!("{text} · uit {from}");
    }
    text
}
