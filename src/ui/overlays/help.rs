//! Help for where the chair is: every key with what it does.

use ratatui::layout::Rect;

use super::window;
use crate::public::{Hint, InputView};
use crate::ui::pen::{Pen, columns, row};

/// Draws the overlay.
pub(super) fn draw(query: &InputView, rows: &[Hint], top: usize, pen: &mut Pen<'_>, body: Rect) {
    let area = window::open(
        pen,
        body,
        pen.words.screen.help,
        84,
        window::rows(rows.len()).saturating_add(2),
    );
    window::query(query, pen.words.screen.type_to_find, pen, area);
    let list = window::below(area, 2);
    if let Some(line) = row(list, 0).filter(|_| rows.is_empty()) {
        pen.put(
            line.x,
            line.y,
            line.width,
            pen.words.screen.nothing_found,
            pen.theme.muted,
        );
    }
    let keys = rows
        .iter()
        .map(|hint| columns(&hint.keys))
        .max()
        .unwrap_or(0)
        .min(list.width / 3);
    let top = top.min(rows.len().saturating_sub(usize::from(list.height)));
    window::marks(pen, area, top, list.height, rows.len());
    for (index, hint) in (0..list.height).zip(rows.iter().skip(top)) {
        let Some(line) = row(list, index) else { break };
        let (key_style, style) = match hint.enabled {
            true => (pen.theme.key, pen.theme.text),
            false => (pen.theme.disabled, pen.theme.disabled),
        };
        pen.put(line.x, line.y, keys, &hint.keys, key_style);
        let x = line.x + keys + 2;
        pen.put(
            x,
            line.y,
            line.right().saturating_sub(x),
            pen.words.line(hint.intent),
            style,
        );
    }
}
