//! From what may be told to a document: which headings, tables and sheets, in the words of the language in force.
//!
//! The rule: every document says at its top and at the foot of every sheet that it is not encrypted and for whom it
//! was made. The usual minutes are decisions and actions, one sheet per pupil; questions, proposals and notes come
//! along only where they were put into the input.

mod access;
mod agenda;
mod owner;
mod young;

pub use access::{AccessPaper, Changed, Facts, access};
pub use agenda::agenda;
pub use owner::actions;
pub use young::young_person;

use super::input::{
    ActionPaper, Called, DecisionPaper, HeldPaper, ItemPaper, MadeFor, MeetingPaper, RecordedPaper, Seat, Subject,
    TablePaper,
};
use super::model::{Document, Level};
use crate::domain::codes::{ItemState, PartyKind};
use crate::domain::fold::fold;
use crate::domain::roof::Span;
use crate::text::{Catalog, capital};

/// What is written of a meeting, and for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader<'a> {
    /// Those at one table: everything.
    Table,
    /// One party, by its name: the input holds only what it may read.
    Party(&'a str),
}

/// The minutes of a meeting: attendance, versions and the next meeting first, then a sheet for each pupil and point.
#[must_use]
pub fn minutes(paper: &MeetingPaper, reader: Reader<'_>, made: &MadeFor, catalog: &Catalog) -> Document {
    let words = &catalog.papers;
    let schools = schools(&paper.tables);
    let kind = catalog.codes.meeting(paper.kind);
    let title = match reader {
        Reader::Table => words.minutes_title(kind, &schools),
        Reader::Party(party) => words.party_title(kind, party),
    };
    let mut document = opened(&title, made, catalog);
    facts(paper, &mut document, catalog);
    if !paper.closed {
        document.paragraph(words.draft);
    }
    let items = || paper.tables.iter().flat_map(|table| &table.items);
    if items().any(|item| !item.recorded.gaps.is_empty()) {
        // The rest is as the meeting left it; a tile that was laid since has closed its gap here.
        document.paragraph(&words.gaps_read(made.at.date_naive()));
    }
    for table in &paper.tables {
        attendance(table, paper.tables.len() > 1, &mut document, catalog);
    }
    versions(paper, &mut document, catalog);
    document.heading(Level::Part, words.next_meeting);
    match paper.next_day {
        Some(day) => document.paragraph(&capital(&words.day(day))),
        None => document.paragraph(words.no_next_meeting),
    }
    let carried: Vec<String> = items()
        .filter(|item| item.state == ItemState::Carried)
        .map(|item| subject(&item.subject, catalog))
        .collect();
    if !carried.is_empty() {
        document.heading(Level::Part, words.carried);
        document.list(carried);
    }
    let told = items().filter(|item| item.state != ItemState::Carried || has_something(item));
    for item in told {
        document.new_sheet();
        sheet(item, &mut document, catalog);
    }
    document
}

/// A document with its title, and below it that it is not encrypted and for whom it is.
fn opened(title: &str, made: &MadeFor, catalog: &Catalog) -> Document {
    let (words, day) = (&catalog.papers, made.at.date_naive());
    let mut document = Document::new(title, catalog.lang, made.at, &words.footer(&made.whom, day));
    document.paragraph(&words.made_for(&made.whom, day));
    document
}

/// When, where and under which agreement.
fn facts(paper: &MeetingPaper, document: &mut Document, catalog: &Catalog) {
    let words = &catalog.papers;
    let when = format!("{}, {}", words.day(paper.day), words.hours(paper.starts, paper.ends));
    document.fact(words.date, &when);
    document.fact(words.place, &paper.place);
    let agreement = match paper.agreement_until {
        Some(until) if !paper.agreement.is_empty() => words.agreement_until(&paper.agreement, until),
        _ => paper.agreement.clone(),
    };
    document.fact(words.agreement, &agreement);
}

fn attendance(table: &TablePaper, named: bool, document: &mut Document, catalog: &Catalog) {
    let words = &catalog.papers;
    if table.seats.is_empty() {
        return;
    }
    let heading = match named {
        true => format!("{} · {}", words.attendance, table.school),
        false => words.attendance.to_owned(),
    };
    document.heading(Level::Part, &heading);
    let row = |seat: &Seat| {
        [
            seat.name.clone(),
            seat.party.clone(),
            catalog.codes.presence(seat.presence).to_owned(),
            if seat.mandate { words.yes } else { words.no }.to_owned(),
        ]
    };
    let columns = [
        (words.name, 3),
        (words.party, 3),
        (words.presence, 2),
        (words.mandate, 2),
    ];
    document.table(columns, table.seats.iter().map(row).collect());
}

/// The versions of minutes that were corrected, each with its day and reason.
fn versions(paper: &MeetingPaper, document: &mut Document, catalog: &Catalog) {
    let words = &catalog.papers;
    if paper.corrections.is_empty() {
        return;
    }
    document.heading(Level::Part, words.corrections);
    let later = paper.corrections.iter().zip(2..);
    let later = later.map(|(correction, number)| words.version(number, correction.on, &correction.reason));
    document.list(std::iter::once(words.first_version(paper.day)).chain(later));
}

/// One pupil or point.
fn sheet(item: &ItemPaper, document: &mut Document, catalog: &Catalog) {
    let words = &catalog.papers;
    document.heading(Level::Part, &subject(&item.subject, catalog));
    question(item, document, catalog);
    if let Some(note) = &item.note {
        document.fact(words.note, note);
    }
    recorded(&item.recorded, document, catalog);
    if item.state == ItemState::Agreed {
        document.paragraph(words.agreed);
    }
    if !item.decisions.is_empty() {
        document.heading(Level::Within, words.decisions);
        document.list(item.decisions.iter().map(|one| decision(one, words.provisional)));
    }
    if !item.actions.is_empty() {
        document.heading(Level::Within, words.actions);
        let columns = [(words.who, 4), (words.what, 6), (words.when, 3), (words.state, 2)];
        document.table(columns, item.actions.iter().map(|one| action(one, catalog)).collect());
    }
    let nothing = item.decisions.is_empty() && item.actions.is_empty() && !item.recorded.has_something();
    if nothing && item.state != ItemState::Agreed {
        document.paragraph(words.nothing_agreed);
    }
}

/// Result, route and chances; then who holds the pupil until when, or that nobody does.
fn recorded(recorded: &RecordedPaper, document: &mut Document, catalog: &Catalog) {
    let (words, codes) = (&catalog.papers, &catalog.codes);
    let told = |code: Option<&'static str>| code.unwrap_or_default();
    document.fact(words.result, told(recorded.result.map(|one| codes.result(one))));
    document.fact(words.route, told(recorded.route.map(|one| codes.route(one))));
    let chances = recorded.chances.iter();
    let chances: Vec<String> = chances
        .map(|(kind, level)| format!("{} {}", codes.chance(*kind), codes.level(*level)))
        .collect();
    document.fact(words.chances, &chances.join(" · "));
    if !recorded.held.is_empty() || !recorded.gaps.is_empty() {
        document.heading(Level::Within, words.held);
        let held = recorded.held.iter().map(|one| held(one, catalog));
        let gaps = recorded.gaps.iter().map(|gap| words.not_held(*gap));
        document.list(held.chain(gaps));
    }
}

/// `gemeente Sociale Dienst (Jan de Boer), van 4 jul 2026 tot en met 31 jul 2028`
fn held(held: &HeldPaper, catalog: &Catalog) -> String {
    let hand = match &held.whose {
        None => catalog.screen.other_party.to_owned(),
        Some((kind, name, person)) => {
            let party = named_party(*kind, name, catalog);
            match person.as_str() {
                "" => party,
                person => format!("{party} ({person})"),
            }
        }
    };
    let from = held.from;
    let days = match held.until {
        Some(until) => catalog.roof.from_until(Span { from, until }),
        None => catalog.roof.from_on(from),
    };
    format!("{hand}, {days}")
}

/// A party by kind and name; a name that tells the kind says both.
fn named_party(kind: PartyKind, name: &str, catalog: &Catalog) -> String {
    let kind = catalog.codes.party(kind);
    match fold(name).contains(&fold(kind)) {
        true => name.to_owned(),
        false => format!("{kind} {name}"),
    }
}

fn question(item: &ItemPaper, document: &mut Document, catalog: &Catalog) {
    let words = &catalog.papers;
    let label = match item.asked_by.as_str() {
        "" => words.question.to_owned(),
        name => words.question_of(name),
    };
    document.fact(&label, &item.question);
    document.fact(words.proposal, &item.proposal);
}

fn decision(decision: &DecisionPaper, provisional: &str) -> String {
    match decision.provisional {
        true => format!("{} {provisional}", decision.text),
        false => decision.text.clone(),
    }
}

/// Whose, what, when and how it stands.
fn action(action: &ActionPaper, catalog: &Catalog) -> [String; 4] {
    let words = &catalog.papers;
    let owner = action.owner.as_ref().map_or_else(
        || words.nobody.to_owned(),
        |owner| format!("{} ({})", owner.name, catalog.codes.party(owner.role)),
    );
    let due = action
        .due
        .map_or_else(|| words.no_day.to_owned(), |day| catalog.cli.date(day));
    [
        owner,
        action.text.clone(),
        due,
        catalog.codes.action_state(action.state).to_owned(),
    ]
}

fn has_something(item: &ItemPaper) -> bool {
    !item.decisions.is_empty() || !item.actions.is_empty() || item.note.is_some() || item.recorded.has_something()
}

/// What a pupil is called, in the language in force.
#[must_use]
pub fn called(called: &Called, catalog: &Catalog) -> String {
    match called {
        Called::Initials(initials) => initials.to_string(),
        Called::Full(name) => name.0.clone(),
        Called::Case(number) => catalog.screen.case(*number),
    }
}

fn subject(subject: &Subject, catalog: &Catalog) -> String {
    match subject {
        Subject::Pupil(pupil) => called(pupil, catalog),
        Subject::Point(title) => title.clone(),
    }
}

fn schools(tables: &[TablePaper]) -> String {
    let names: Vec<&str> = tables.iter().map(|table| table.school.as_str()).collect();
    names.join(", ")
}
