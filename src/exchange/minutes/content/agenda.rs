//! Agenda and invitation, sent before the meeting.

use super::super::input::{ItemPaper, MadeFor, MeetingPaper, Subject};
use super::super::model::{Document, Level};
use super::{facts, opened, question, schools, subject};
use crate::text::Catalog;

/// The agenda of the tables in the input, with the questions and proposals that their people prepare.
#[must_use]
pub fn agenda(paper: &MeetingPaper, made: &MadeFor, catalog: &Catalog) -> Document {
    let words = &catalog.papers;
    let schools = schools(&paper.tables);
    let kind = catalog.codes.meeting(paper.kind);
    let mut document = opened(&words.agenda_title(kind, &schools), made, catalog);
    document.paragraph(&words.invitation(paper.kind, kind, &schools));
    facts(paper, &mut document, catalog);
    document.heading(Level::Part, words.agenda);
    let items: Vec<&ItemPaper> = paper.tables.iter().flat_map(|table| &table.items).collect();
    if items.is_empty() {
        document.paragraph(words.empty_agenda);
    }
    let row = |item: &&ItemPaper| {
        let fixed = item.fixed_time.map_or_else(String::new, |time| catalog.time(time));
        let lane = match item.subject {
            Subject::Pupil(_) => catalog.codes.lane(item.lane),
            Subject::Point(_) => "",
        };
        [
            subject(&item.subject, catalog),
            lane.to_owned(),
            item.minutes.to_string(),
            fixed,
        ]
    };
    let columns = [(words.subject, 4), (words.lane, 3), (words.minutes, 2), (words.when, 2)];
    document.table(columns, items.iter().map(row).collect());
    let asked: Vec<&&ItemPaper> = items
        .iter()
        .filter(|item| !item.question.is_empty() || !item.proposal.is_empty())
        .collect();
    if !asked.is_empty() {
        document.heading(Level::Part, words.to_prepare);
        for item in asked {
            document.heading(Level::Within, &subject(&item.subject, catalog));
            question(item, &mut document, catalog);
        }
    }
    document.heading(Level::Part, words.invited);
    let seats = paper.tables.iter().flat_map(|table| &table.seats);
    let guests = seats.map(|seat| [seat.name.clone(), seat.party.clone()]);
    document.table([(words.name, 1), (words.party, 1)], guests.collect());
    document
}
