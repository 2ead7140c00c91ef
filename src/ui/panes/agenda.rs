//! The agenda of the block: its parts with their minutes, the item at hand, and who is present.

use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::domain::codes::{ItemKind, PartyKind, Presence};
use crate::domain::meeting::Clock;
use crate::public::{Agenda, AgendaRow, Board, PresenceRow};
use crate::text::Catalog;
use crate::ui::glyphs;
use crate::ui::layout::inside;
use crate::ui::pen::{Pen, columns, row, wrap};
use crate::ui::show::Seen;

/// From this width on people are named; in a narrower pane only their roles.
const NAMES: u16 = 30;

/// Draws the pane.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, focused: bool, pen: &mut Pen<'_>, pane: Rect) {
    pen.title(pane, pen.words.screen.agenda, focused);
    let area = inside(pane);
    let agenda = &board.agenda;
    if agenda.parts.is_empty() {
        pen.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            pen.words.screen.agenda_empty,
            pen.theme.muted,
        );
    }
    if focused {
        pen.set_cursor(area.x, area.y);
    }
    if agenda.parts.is_empty() {
        // Nothing is on it, and nobody is asked for: no rule between them.
        return;
    }
    let mut at = 0;
    for (index, part) in agenda.parts.iter().enumerate() {
        at += draw_part(agenda, index, part, focused, pen, area, at);
    }
    at += draw_item_clock(board, pen, pane, at);
    draw_presence(agenda, pen, area, at);
}

/// Draws a part from row `at` on and gives the rows it took.
fn draw_part(
    agenda: &Agenda,
    index: usize,
    part: &AgendaRow,
    focused: bool,
    pen: &mut Pen<'_>,
    area: Rect,
    at: u16,
) -> u16 {
    let selected = focused && agenda.selected == Some(index);
    let current = agenda.current == Some(index);
    let style = match (selected, current) {
        (true, _) => pen.theme.focus,
        (false, true) => pen.theme.selected,
        (false, false) => pen.theme.text,
    };
    let mark = if current {
        glyphs::HERE
    } else {
        glyphs::item_mark(part.state)
    };
    let here = if selected { glyphs::HERE } else { " " };
    let digits = if agenda.parts.len() < 10 { 1 } else { 2 };
    let head = format!("{here}{:>digits$} {mark} ", index + 1);
    let minutes = minutes(part);
    let room = area.width.saturating_sub(columns(&head) + columns(&minutes));
    let lines = title_lines(agenda, part, area.width, pen.words);
    let last = lines.len().saturating_sub(1);
    for (offset, text) in lines.iter().enumerate() {
        let Some(line) = u16::try_from(offset).ok().and_then(|offset| row(area, at + offset)) else {
            return area.height;
        };
        if selected {
            pen.paint(line, style);
        }
        if offset == 0 {
            pen.put(line.x, line.y, line.width, &head, style);
            if selected {
                pen.set_cursor(line.x, line.y);
            }
        }
        pen.put(line.x + columns(&head), line.y, room, text.trim_end(), style);
        if offset == last {
            pen.right(line, &minutes, style);
        }
    }
    u16::try_from(lines.len()).unwrap_or(1)
}

/// Planned minutes and those spent, as they stand at the right of a part.
fn minutes(part: &AgendaRow) -> String {
    let spent = if part.spent > 0 {
        part.spent.to_string()
    } else {
        String::new()
    };
    format!("{:>3}{spent:>4} ", part.planned)
}

/// What a part is called.
pub(in crate::ui) fn part_name<'a>(part: &'a AgendaRow, words: &'a Catalog) -> &'a str {
    match (part.kind, part.title.is_empty()) {
        (ItemKind::Free, false) => part.title.as_str(),
        (kind, _) => words.codes.item(kind),
    }
}

/// The title of a part in the lines it takes beside its number, mark and minutes, in a pane of so many columns.
fn title_lines(agenda: &Agenda, part: &AgendaRow, width: u16, words: &Catalog) -> Vec<String> {
    let title = part_name(part, words);
    let head = if agenda.parts.len() < 10 { 5 } else { 6 };
    wrap(title, width.saturating_sub(head + columns(&minutes(part))), 2)
}

/// The part that stands in a row of the pane, which is so many columns wide.
pub(in crate::ui) fn part_at(agenda: &Agenda, words: &Catalog, width: u16, line: u16) -> Option<usize> {
    let mut after = 0;
    agenda.parts.iter().position(|part| {
        after += title_lines(agenda, part, width, words).len();
        usize::from(line) < after
    })
}

/// A rule, and how long the item at hand takes: `deze leerling 1:50/4`.
fn draw_item_clock<S: Seen>(board: &Board<S>, pen: &mut Pen<'_>, pane: Rect, at: u16) -> u16 {
    let area = inside(pane);
    let Some(line) = row(area, at) else {
        return 0;
    };
    pen.fill(line.x, line.y, line.width, glyphs::LINE, pen.theme.border);
    let Some((line, clock)) = row(area, at + 1).zip(board.header.clock) else {
        return 1;
    };
    let word = match board.agenda.current.and_then(|index| board.agenda.parts.get(index)) {
        Some(part) if part.kind == ItemKind::Pupil => pen.words.screen.this_pupil,
        _ => pen.words.screen.this_item,
    };
    let style = if is_over(&clock) {
        pen.theme.warning
    } else {
        pen.theme.text
    };
    let time = format!("{} ", item_clock(&clock));
    pen.put(line.x + 1, line.y, line.width, word, style);
    pen.right(line, &time, style);
    3
}

/// Whether the item at hand has had its time.
pub(super) fn is_over(clock: &Clock) -> bool {
    clock.item_seconds > u32::from(clock.item_minutes) * 60
}

/// How long the item at hand took, and how long it may: `1:50/4`.
pub(super) fn item_clock(clock: &Clock) -> String {
    let (minutes, seconds) = (clock.item_seconds / 60, clock.item_seconds % 60);
    format!("{minutes}:{seconds:02}/{}", clock.item_minutes)
}

fn draw_presence(agenda: &Agenda, pen: &mut Pen<'_>, area: Rect, at: u16) {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut at = at;
    let next = |at: &mut u16| {
        let line = row(area, *at);
        *at += 1;
        line
    };
    if let Some(line) = next(&mut at).filter(|_| agenda.present.1 > 0) {
        let (here, of) = agenda.present;
        pen.put(
            line.x,
            line.y,
            line.width,
            &format!("{} {here}/{of}", screen.present),
            theme.title,
        );
    }
    if area.width >= NAMES {
        for person in &agenda.presence {
            let Some(line) = next(&mut at) else { return };
            pen.spans(line.x, line.y, line.width, &person_spans(person, pen));
        }
    } else {
        for text in flow(roles(agenda, pen), area.width) {
            let Some(line) = next(&mut at) else { return };
            pen.put(line.x, line.y, line.width, &text, theme.text);
        }
    }
    if let Some(line) = agenda.family.then(|| next(&mut at)).flatten() {
        let text = format!("{} {}", glyphs::presence_mark(Presence::Present), screen.family);
        pen.put(line.x, line.y, line.width, &text, theme.text);
    }
    for kind in &agenda.missing {
        let Some(line) = next(&mut at) else { return };
        let text = format!("{} {}: {}", glyphs::ALERT, screen.missing, pen.words.codes.party(*kind));
        pen.put(line.x, line.y, line.width, &text, theme.warning);
    }
    if let Some((line, count)) = next(&mut at).zip(agenda.contacts_hint) {
        let text = format!("{} {}", glyphs::ALERT, screen.contacts_not_two(count));
        pen.put(line.x, line.y, line.width, &text, theme.warning);
    }
}

/// Somebody at the table: mark, name, role, and a word when they are not there or may not decide.
pub(in crate::ui) fn person_spans(person: &PresenceRow, pen: &Pen<'_>) -> Vec<Span<'static>> {
    let theme = pen.theme;
    let mut spans = vec![
        Span::styled(format!("{} ", glyphs::presence_mark(person.state)), theme.text),
        Span::styled(person.name.clone(), theme.text),
        Span::styled(format!(" ({})", pen.words.codes.party_short(person.role)), theme.muted),
    ];
    match person.state {
        Presence::Present if !person.mandate => {
            spans.push(Span::styled(format!(" {}", pen.words.screen.no_mandate), theme.warning));
        }
        Presence::Excused | Presence::Absent => {
            spans.push(Span::styled(
                format!(" {}", pen.words.codes.presence(person.state)),
                theme.muted,
            ));
        }
        Presence::Present | Presence::Unknown => {}
    }
    spans
}

/// Each role once, with the mark of the one who is furthest: somebody present counts for the role.
fn roles(agenda: &Agenda, pen: &Pen<'_>) -> Vec<String> {
    let mut seen: Vec<(PartyKind, Presence)> = Vec::new();
    for person in &agenda.presence {
        match seen.iter_mut().find(|(role, _)| *role == person.role) {
            Some(known) if person.state == Presence::Present => known.1 = person.state,
            Some(_) => {}
            None => seen.push((person.role, person.state)),
        }
    }
    let text =
        |(role, state): &(PartyKind, Presence)| format!("{} {}", glyphs::presence_mark(*state), role_word(*role, pen));
    seen.iter().map(text).collect()
}

/// The role in full where it is short enough for a narrow pane.
fn role_word(role: PartyKind, pen: &Pen<'_>) -> &'static str {
    let word = pen.words.codes.party(role);
    if columns(word) <= 10 {
        word
    } else {
        pen.words.codes.party_short(role)
    }
}

/// Words behind each other in as many lines as they need.
fn flow(words: Vec<String>, width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if columns(line) + 2 + columns(&word) <= width => {
                line.push_str("  ");
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}
