//! The hamerstukken of the block, shown before they are agreed in one go.

use ratatui::layout::Rect;

use super::window;
use crate::domain::hidden::Hidden;
use crate::ui::pen::{Pen, columns, row};
use crate::ui::show::{Seen, marked};

/// Draws the overlay.
pub(super) fn draw<S: Seen>(rows: &[(S::Name, String)], hidden: Option<Hidden>, pen: &mut Pen<'_>, body: Rect) {
    let height = window::rows(rows.len() + usize::from(hidden.is_some())).saturating_add(2);
    let area = window::open(pen, body, pen.words.screen.agree_all, 84, height);
    let list = window::left_out(hidden, pen, window::above(area, 2));
    let names: Vec<String> = rows.iter().map(|(name, _)| marked(name, pen.words)).collect();
    let widest = names
        .iter()
        .map(|name| columns(name))
        .max()
        .unwrap_or(0)
        .min(list.width / 3);
    for (index, (name, (_, proposal))) in (0..list.height).zip(names.iter().zip(rows)) {
        let Some(line) = row(list, index) else { break };
        pen.put(line.x, line.y, widest, name, pen.theme.title);
        let x = line.x + widest + 2;
        let (text, style) = match proposal.is_empty() {
            true => (pen.words.screen.no_proposal, pen.theme.warning),
            false => (proposal.as_str(), pen.theme.text),
        };
        pen.put(x, line.y, line.right().saturating_sub(x), text, style);
    }
    let hidden = rows.len().saturating_sub(usize::from(list.height));
    if let Some(line) = row(area, area.height.saturating_sub(2)).filter(|_| hidden > 0) {
        pen.put(
            line.x,
            line.y,
            line.width,
            &pen.words.screen.more(hidden),
            pen.theme.warning,
        );
    }
    if let Some(line) = window::last(area) {
        pen.put(
            line.x,
            line.y,
            line.width,
            pen.words.screen.agree_all_question,
            pen.theme.title,
        );
        pen.set_cursor(line.x, line.y);
    }
}
