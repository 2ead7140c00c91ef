//! One line that is asked for.

use ratatui::layout::Rect;

use super::window;
use crate::domain::Day;
use crate::domain::intent::Intent;
use crate::public::{InputView, Preview};
use crate::text::notice::Refusal;
use crate::ui::glyphs;
use crate::ui::panes::note::preview_lines;
use crate::ui::pen::{Pen, row};

/// Columns of the window.
const WIDTH: u16 = 76;

/// Draws the overlay.
pub(super) fn draw(
    title: &str,
    (purpose, input): (Intent, &InputView),
    (refusal, preview): (Option<Refusal>, Option<&Preview>),
    today: Day,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    let room = window::inner_width(body, WIDTH);
    let lines = preview.filter(|_| refusal.is_none());
    let lines = lines.map(|preview| preview_lines(preview, today, pen, room));
    let lines = lines.unwrap_or_default();
    // What was typed, and below it how it will be taken or why it cannot be; two people of one name take a row more.
    let height = window::rows(lines.len()).max(1).saturating_add(1);
    let area = window::open(pen, body, title, WIDTH, height);
    window::query(input, pen.words.follow_up.asked(purpose), pen, area);
    if let Some((line, why)) = row(area, 1).zip(refusal) {
        let text = format!("{} {}", glyphs::ALERT, pen.words.refusal(why));
        pen.put(line.x, line.y, line.width, &text, pen.theme.warning);
    }
    for (at, line) in (1..).zip(&lines) {
        if let Some(place) = row(area, at) {
            pen.line(place, line);
        }
    }
}
