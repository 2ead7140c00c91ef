//! The public window: what the table looks at, large enough to be read from the back of the room.
//!
//! The rule: it is composed for at most 24 rows and 100 columns whatever the window's size, in the middle of it, so that
//! a larger window never means smaller letters or more to see: whoever wants it larger makes the letters larger. It is
//! drawn from a [`Show`], which has no private field. There is no cursor in it, and nothing to press.

mod digits;
mod scene;

use chrono::NaiveTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::glyphs::{self, Glyphs};
use super::pen::{Pen, columns, wrap};
use super::theme::Theme;
use crate::public::{Blank, Show};
use crate::text::Catalog;

/// The most columns and rows that are composed for.
const LARGEST: (u16, u16) = (100, 24);

/// Draws what the public window shows at a time of day.
pub fn public_window(
    show: &Show,
    now: NaiveTime,
    theme: &Theme,
    catalog: &Catalog,
    glyphs: Glyphs,
    frame: &mut Frame<'_>,
) {
    compose(show, now, theme, catalog, (glyphs, true), frame);
}

/// The same for whoever listens: without large digits, which are no words.
pub(super) fn in_words(show: &Show, now: NaiveTime, theme: &Theme, catalog: &Catalog, frame: &mut Frame<'_>) {
    compose(show, now, theme, catalog, (Glyphs::Ascii, false), frame);
}

/// Draws it, with large digits or without.
fn compose(
    show: &Show,
    now: NaiveTime,
    theme: &Theme,
    catalog: &Catalog,
    (glyphs, large): (Glyphs, bool),
    frame: &mut Frame<'_>,
) {
    let whole = frame.area();
    if whole.is_empty() {
        return;
    }
    let mut pen = Pen::new(frame.buffer_mut(), theme, catalog);
    pen.paint(whole, theme.text);
    let area = middle(whole, LARGEST);
    let digits = digits::Digits { glyphs, large };
    match show {
        Show::Blank(why) => blank(*why, now, &digits, &mut pen, area),
        Show::Scene(scene) => scene::draw(scene, now, &digits, &mut pen, area),
    }
    if glyphs == Glyphs::Ascii {
        glyphs::to_ascii(frame.buffer_mut());
    }
}

/// A place of at most so many columns and rows in the middle of an area.
fn middle(area: Rect, (width, height): (u16, u16)) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

/// The time, and one sentence that tells nothing of anybody.
fn blank(why: Blank, now: NaiveTime, digits: &digits::Digits, pen: &mut Pen<'_>, area: Rect) {
    let words = &pen.words.window;
    let sentence = match why {
        Blank::NoLink => words.no_link,
        Blank::Waiting => words.waiting,
        Blank::Closed => words.closed,
        Blank::Attendance => words.attendance,
        Blank::Paused | Blank::Locked => words.paused,
        Blank::Elsewhere => words.elsewhere,
    };
    let time = pen.words.time(now);
    let scale = if area.width >= 60 && area.height >= 16 { 2 } else { 1 };
    let (wide, high) = digits.size(&time, scale);
    let large = digits.large && wide <= area.width && high + 2 <= area.height;
    let text = if large {
        sentence.to_owned()
    } else {
        format!("{time} · {sentence}")
    };
    let lines = wrap(&text, area.width, usize::from(area.height));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX) + if large { high + 1 } else { 0 };
    let mut y = area.y + area.height.saturating_sub(rows) / 2;
    if large {
        digits.draw(&time, scale, pen, (area.x + (area.width - wide) / 2, y));
        y += high + 1;
    }
    for (y, line) in (y..area.bottom()).zip(&lines) {
        let line = line.trim_end();
        let x = area.x + area.width.saturating_sub(columns(line)) / 2;
        pen.put(x, y, area.right() - x, line, pen.theme.title);
    }
}
