//! Who is present, with mandate. A missing role gives a hint, never a stop.

use ratatui::layout::Rect;

use super::window;
use crate::domain::codes::{PartyKind, Presence};
use crate::public::PresenceRow;
use crate::text::Catalog;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row};

/// What the overlay shows.
pub(super) struct State<'a> {
    pub(super) school: &'a str,
    pub(super) rows: &'a [PresenceRow],
    pub(super) family: bool,
    pub(super) selected: usize,
    pub(super) missing: &'a [PartyKind],
    /// Why it stands there; empty where nothing needs to be said.
    pub(super) why: &'a str,
}

/// Draws the overlay.
pub(super) fn draw(state: &State<'_>, pen: &mut Pen<'_>, body: Rect) {
    let title = pen.words.screen.attendance(state.school);
    let head = u16::from(!state.why.is_empty()) * 2;
    let foot = u16::from(!state.missing.is_empty()) * 2;
    let height = window::rows(state.rows.len()).saturating_add(1 + head + foot);
    let area = window::open(pen, body, &title, 84, height);
    if let Some(line) = row(area, 0).filter(|_| head > 0) {
        pen.put(line.x, line.y, line.width, state.why, pen.theme.warning);
    }
    let list = window::above(window::below(area, head), foot + 1);
    let names = state
        .rows
        .iter()
        .map(|person| columns(&person.name))
        .max()
        .unwrap_or(0)
        .min(list.width / 3);
    window::list_marks(pen, area, state.selected, list.height, state.rows.len());
    for (index, chosen, person) in window::in_sight(state.rows, state.selected, list.height) {
        if let Some(line) = row(list, index) {
            draw_person(person, chosen, names, pen, line);
        }
    }
    let below = window::last(window::above(area, foot));
    if let Some(line) = below {
        draw_family(state.family, state.selected >= state.rows.len(), pen, line);
    }
    if let Some(line) = window::last(area).filter(|_| foot > 0) {
        let roles: Vec<&str> = state.missing.iter().map(|kind| pen.words.codes.party(*kind)).collect();
        let text = format!(
            "{} {}",
            glyphs::ALERT,
            pen.words.screen.missing_roles(&roles.join(", "))
        );
        pen.put(line.x, line.y, line.width, &text, pen.theme.warning);
    }
}

/// Somebody of a pupil's own surroundings: no name, no party and no mandate.
fn draw_family(there: bool, chosen: bool, pen: &mut Pen<'_>, line: Rect) {
    let style = window::list_row(chosen, true, pen, line);
    let state = if there { Presence::Present } else { Presence::Unknown };
    pen.put(line.x + 2, line.y, 1, glyphs::presence_mark(state), style);
    let from = if there {
        pen.right(line, pen.words.codes.presence(state), style)
    } else {
        line.right()
    };
    let room = from.saturating_sub(line.x + 5);
    pen.put(line.x + 4, line.y, room, pen.words.screen.family, style);
}

fn draw_person(person: &PresenceRow, chosen: bool, names: u16, pen: &mut Pen<'_>, line: Rect) {
    let style = window::list_row(chosen, true, pen, line);
    let mark = glyphs::presence_mark(person.state);
    pen.put(line.x + 2, line.y, 1, mark, style);
    pen.put(line.x + 4, line.y, names, &person.name, style);
    let x = line.x + names + 6;
    let from = pen.right(line, &stands(person, pen.words), style);
    pen.put(
        x,
        line.y,
        from.saturating_sub(x + 1),
        &sits_for(person, pen.words),
        style,
    );
}

/// Whether somebody is there, and may decide.
pub(in crate::ui) fn stands(person: &PresenceRow, words: &Catalog) -> String {
    let mandate = match (person.state, person.mandate) {
        (Presence::Present, true) => words.screen.mandate,
        (Presence::Present, false) => words.screen.no_mandate,
        _ => "",
    };
    let state = words.codes.presence(person.state);
    if mandate.is_empty() {
        state.to_owned()
    } else {
        format!("{state}, {mandate}")
    }
}

/// For whom somebody sits there.
pub(in crate::ui) fn sits_for(person: &PresenceRow, words: &Catalog) -> String {
    let kind = words.codes.party(person.role);
    if person.party.is_empty() || person.party.to_lowercase() == kind.to_lowercase() {
        kind.to_owned()
    } else {
        format!("{kind} · {}", person.party)
    }
}
