//! Find, or choose one of what is found.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::window;
use crate::domain::hidden::Hidden;
use crate::domain::line::kind_of;
use crate::public::{FindPurpose, FindRow, InputView};
use crate::text::Catalog;
use crate::ui::pen::{Pen, row, wrap};
use crate::ui::show::{Seen, marked};

/// The columns of the word that says what a row is.
const KIND: u16 = 10;

/// Draws the overlay. What is left out stands below what is found, so that finding nothing tells that there may be
/// something.
pub(super) fn draw<S: Seen>(
    (purpose, query): (FindPurpose, &InputView),
    (rows, hidden): (&[FindRow<S>], Option<Hidden>),
    selected: usize,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    let screen = &pen.words.screen;
    let area = window::open(
        pen,
        body,
        title(purpose, pen.words),
        84,
        window::rows(rows.len()).clamp(6, 18) + 2,
    );
    window::query(query, screen.type_to_find, pen, area);
    let list = window::below(area, 2);
    let list = window::left_out(hidden, pen, list);
    if let Some(line) = row(list, 0).filter(|_| rows.is_empty() && !query.text.is_empty()) {
        pen.put(line.x, line.y, line.width, screen.nothing_found, pen.theme.muted);
        if let Some(told) = aside(purpose, &query.text, pen.words) {
            let told = wrap(told, list.width, 3);
            for (at, text) in (1..).zip(told) {
                if let Some(line) = row(list, at) {
                    pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.text);
                }
            }
            return;
        }
        if purpose.asks_pupils() && !S::PRIVATE {
            let reach = wrap(pen.words.first.shared_reach, list.width, 2);
            for (at, text) in (1..).zip(reach) {
                if let Some(line) = row(list, at) {
                    pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.muted);
                }
            }
        }
    }
    window::list_marks(pen, area, selected, list.height, rows.len());
    for (index, chosen, found) in window::in_sight(rows, selected, list.height) {
        let Some(line) = row(list, index) else { break };
        let style = window::list_row(chosen, false, pen, line);
        let (kind, parts) = describe(found, pen);
        let place = line.x + 2;
        pen.put(place, line.y, KIND, kind, if chosen { style } else { pen.theme.label });
        let x = place + KIND;
        pen.spans(x, line.y, line.right().saturating_sub(x), &[Span::styled(parts, style)]);
    }
}

/// Where what was typed belongs, when it is nothing to be found here: a parent has a row of their own, and a line with
/// a command is typed in the note.
pub(in crate::ui) fn aside(purpose: FindPurpose, query: &str, words: &Catalog) -> Option<&'static str> {
    match purpose {
        FindPurpose::AddParticipant => Some(words.noting.family_row),
        // The stroke before the letter opened this window.
        FindPurpose::Go if kind_of(query).or_else(|| kind_of(&format!("/{query}"))).is_some() => {
            Some(words.noting.for_the_note)
        }
        _ => None,
    }
}

/// What is to be found.
pub(in crate::ui) fn title(purpose: FindPurpose, words: &Catalog) -> &'static str {
    let screen = &words.screen;
    match purpose {
        FindPurpose::Go => screen.find,
        FindPurpose::AddToAgenda => screen.find_for_agenda,
        FindPurpose::AddParticipant => screen.find_for_table,
        FindPurpose::ChooseSchool => screen.find_school,
        FindPurpose::EditPerson => screen.find_person,
        FindPurpose::EditParty => screen.find_party,
        FindPurpose::PartyCard => words.entry.find_employer,
    }
}

/// What a row is, and what it says.
pub(in crate::ui) fn describe<S: Seen>(found: &FindRow<S>, pen: &Pen<'_>) -> (&'static str, String) {
    let screen = &pen.words.screen;
    let joined = |parts: &[&str]| -> String {
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    };
    match found {
        FindRow::Pupil(name) => (screen.found_pupil, marked(name, pen.words)),
        FindRow::School(name, place) => (screen.found_school, joined(&[name, place])),
        FindRow::Party(name, place) => (pen.words.entry.found_party, joined(&[name, place])),
        FindRow::Person(name, party, phone) => (screen.found_person, joined(&[name, party, phone])),
        FindRow::Note(name, day, piece) => (
            screen.found_note,
            joined(&[&marked(name, pen.words), &pen.words.day(*day), piece]),
        ),
    }
}
