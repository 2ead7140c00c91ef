//! One line that is asked for.

use ratatui::layout::Rect;

use super::window;
use crate::domain::intent::Intent;
use crate::public::InputView;
use crate::text::notice::Refusal;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, row};

/// Draws the overlay.
pub(super) fn draw(purpose: Intent, input: &InputView, refusal: Option<Refusal>, pen: &mut Pen<'_>, body: Rect) {
    let area = window::open(pen, body, pen.words.line(purpose), 76, 2);
    window::query(input, pen.words.follow_up.asked(purpose), pen, area);
    if let Some((line, why)) = row(area, 1).zip(refusal) {
        let text = format!("{} {}", glyphs::ALERT, pen.words.refusal(why));
        pen.put(line.x, line.y, line.width, &text, pen.theme.warning);
    }
}
