//! Open actions of earlier meetings, overdue first, each closed with one key.

use ratatui::layout::Rect;

use super::window;
use crate::domain::Day;
use crate::domain::hidden::Hidden;
use crate::public::{ActionRow, OldActionRow};
use crate::ui::panes::action_line;
use crate::ui::pen::{Pen, columns, row, wrap};
use crate::ui::show::{Seen, marked};

/// Draws the overlay.
pub(super) fn draw<S: Seen>(
    (rows, hidden): (&[OldActionRow<S>], Option<Hidden>),
    selected: usize,
    today: Day,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    // One row more than there are actions, for the selected one.
    let height = window::rows(rows.len() + usize::from(hidden.is_some())).max(1);
    let area = window::open(pen, body, pen.words.screen.old_actions, 100, height.saturating_add(1));
    let area = window::left_out(hidden, pen, area);
    if rows.is_empty() && hidden.is_none() {
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
    let room = area.width.saturating_sub(widest + 4);
    // What is worked on is read whole: where its row is too short it takes a second one.
    let unfolded = rows.get(selected).map(|old| unfold(&old.action, today, pen, room));
    let second = unfolded.filter(|lines| lines.len() > 1 && area.height > 1);
    let height = area.height.saturating_sub(u16::from(second.is_some()));
    window::list_marks(pen, area, selected, height, both.len());
    let mut below = 0;
    for (index, chosen, (name, old)) in window::in_sight(&both, selected, height) {
        let Some(line) = row(area, index + below) else { break };
        let x = line.x + widest + 4;
        let place = Rect {
            x,
            width: line.right().saturating_sub(x),
            ..line
        };
        pen.put(line.x + 2, line.y, widest, name, pen.theme.label);
        match second.as_ref().filter(|_| chosen) {
            Some(lines) => {
                for (at, text) in (0..).zip(lines) {
                    let Some(next) = row(area, index + at) else { break };
                    pen.put(place.x, next.y, place.width, text.trim_end(), pen.theme.text);
                    if at > 0 {
                        pen.paint(next, pen.theme.focus);
                    }
                }
                below = 1;
            }
            None => {
                pen.line(place, &action_line(&old.action, today, pen.words, pen.theme, room));
            }
        }
        // Painted last, so that the whole row is reversed whatever its parts look like.
        window::list_row(chosen, true, pen, line);
    }
}

/// The whole of an action in rows of so many columns, two at most.
fn unfold(action: &ActionRow, today: Day, pen: &Pen<'_>, room: u16) -> Vec<String> {
    let whole = action_line(action, today, pen.words, pen.theme, u16::MAX);
    let text: String = whole.spans.iter().map(|span| span.content.as_ref()).collect();
    wrap(&text, room, 2)
}
