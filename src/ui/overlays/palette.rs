//! The command palette: every command by name, with its key; what cannot be done now says why.

use ratatui::layout::Rect;

use super::window;
use crate::public::{Hint, InputView};
use crate::text::notice::Refusal;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row};

/// Draws the overlay.
pub(super) fn draw(
    query: &InputView,
    rows: &[(Hint, Option<Refusal>)],
    selected: usize,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    let area = window::open(
        pen,
        body,
        pen.words.screen.palette,
        84,
        window::rows(rows.len()).saturating_add(3),
    );
    window::query(query, pen.words.screen.type_to_find, pen, area);
    let list = window::above(window::below(area, 2), 1);
    if let Some(line) = row(list, 0).filter(|_| rows.is_empty()) {
        pen.put(
            line.x,
            line.y,
            line.width,
            pen.words.screen.nothing_found,
            pen.theme.muted,
        );
    }
    window::list_marks(pen, area, selected, list.height, rows.len());
    for (index, chosen, (hint, _)) in window::in_sight(rows, selected, list.height) {
        let Some(line) = row(list, index) else { break };
        let mut style = window::list_row(chosen, false, pen, line);
        if !hint.enabled && !chosen {
            style = pen.theme.disabled;
        }
        let keys = columns(&hint.keys).min(line.width / 3);
        let room = line.width.saturating_sub(keys + 4);
        pen.put(line.x + 2, line.y, room, pen.words.line(hint.intent), style);
        pen.right(line, &hint.keys, style);
    }
    let why = rows.get(selected).and_then(|(_, why)| *why);
    if let Some((line, why)) = window::last(area).zip(why) {
        let text = format!("{} {}", glyphs::ALERT, pen.words.refusal(why));
        pen.put(line.x, line.y, line.width, &text, pen.theme.warning);
    }
}
