//! Open actions of earlier meetings, overdue first, each closed with one key.

use ratatui::layout::Rect;

use super::window;
use crate::domain::Day;
use crate::public::OldActionRow;
use crate::ui::panes::action_line;
use crate::ui::pen::{Pen, columns, row};
use crate::ui::show::{Seen, marked};

/// Draws the overlay.
pub(super) fn draw<S: Seen>(rows: &[OldActionRow<S>], selected: usize, today: Day, pen: &mut Pen<'_>, body: Rect) {
    let height = window::rows(rows.len()).max(1);
    let area = window::open(pen, body, pen.words.screen.old_actions, 100, height);
    if rows.is_empty() {
        pen.put(
            area.x,
            area.y,
            area.width,
            pen.words.screen.no_old_actions,
            pen.theme.text,
        );
    }
    let name = |row: &OldActionRow<S>| {
        row.pupil.as_ref().map_or_else(
            || pen.words.screen.whole_meeting.to_owned(),
            |pupil| marked(pupil, pen.words),
        )
    };
    let names: Vec<String> = rows.iter().map(name).collect();
    let widest = names
        .iter()
        .map(|name| columns(name))
        .max()
        .unwrap_or(0)
        .min(area.width / 4);
    let both: Vec<(&String, &OldActionRow<S>)> = names.iter().zip(rows).collect();
    window::list_marks(pen, area, selected, area.height, both.len());
    for (index, chosen, (name, old)) in window::in_sight(&both, selected, area.height) {
        let Some(line) = row(area, index) else { break };
        let action = action_line(
            &old.action,
            today,
            pen.words,
            pen.theme,
            line.width.saturating_sub(widest + 4),
        );
        let x = line.x + widest + 4;
        pen.put(line.x + 2, line.y, widest, name, pen.theme.label);
        pen.line(
            Rect {
                x,
                width: line.right().saturating_sub(x),
                ..line
            },
            &action,
        );
        // Painted last, so that the whole row is reversed whatever its parts look like.
        window::list_row(chosen, true, pen, line);
    }
}
