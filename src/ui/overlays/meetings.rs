//! The meetings to choose from: when, what, of which schools, and how each stands.

use ratatui::layout::Rect;

use super::window;
use crate::public::{MeetingRow, Phase};
use crate::ui::pen::{Pen, columns, row};

/// Draws the overlay.
pub(super) fn draw(rows: &[MeetingRow], selected: usize, pen: &mut Pen<'_>, body: Rect) {
    let words = &pen.words.sittings;
    let (title, hint) = (words.title, words.hint);
    let height = window::rows(rows.len()).max(1).saturating_add(2);
    let area = window::open(pen, body, title, 100, height);
    let list = window::above(area, 2);
    window::list_marks(pen, area, selected, list.height, rows.len());
    for (index, chosen, meeting) in window::in_sight(rows, selected, list.height) {
        let Some(line) = row(list, index) else { break };
        let style = window::list_row(chosen, true, pen, line);
        let stands = stands(meeting, pen);
        let kind = pen.words.codes.meeting(meeting.kind);
        let text = format!("{}  {kind}  {}", pen.words.day(meeting.day), meeting.schools.join(", "));
        let room = line.width.saturating_sub(columns(&stands) + 4);
        pen.put(line.x + 2, line.y, room, &text, style);
        pen.right(line, &stands, style);
    }
    if let Some(line) = window::last(area) {
        pen.put(line.x, line.y, line.width, hint, pen.theme.muted);
    }
}

/// How it stands, and whether it is the one on the table.
pub(in crate::ui) fn stands(meeting: &MeetingRow, pen: &Pen<'_>) -> String {
    let (screen, words) = (&pen.words.screen, &pen.words.sittings);
    let phase = match meeting.phase {
        Phase::None | Phase::Planned => screen.planned,
        Phase::Open => words.open,
        Phase::Closed => screen.closed,
        Phase::Corrected => screen.corrected,
    };
    if meeting.on_table {
        format!("{phase} · {}", words.on_table)
    } else {
        phase.to_owned()
    }
}
