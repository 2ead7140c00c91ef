//! The screen that asks for a secret.
//!
//! The rule: it is drawn from a value that holds nothing of the file, and shows of what is typed only that there is
//! something. The cursor stands behind the question.

use ratatui::layout::Rect;

use super::pen::{Pen, columns, wrap};
use crate::app::screen::LockView;
use crate::text::lock::SecretAsk;

/// Draws it in the middle of the window: the time, the question, and what is said of the last try.
pub(super) fn draw(view: &LockView, pen: &mut Pen<'_>, area: Rect) {
    let words = &pen.words.lock;
    let time = pen.words.time(view.now);
    let head = if view.locked {
        format!("{time} · {}", words.locked)
    } else {
        time
    };
    let ask = match (view.asks, view.typed) {
        (SecretAsk::KeyFile, _) => words.ask(view.asks).to_owned(),
        (ask, true) => format!("{} {}", words.ask(ask), words.typed),
        (ask, false) => format!("{} ", words.ask(ask)),
    };
    let told = view.told.as_ref().map(|told| words.told(told));
    let below = if view.locked { words.kept } else { words.escape };
    let warning = view.back_private.then(|| words.back_private.to_owned());
    let demo = view.demo.then(|| words.demo.to_owned());
    let lines = [
        (Some(head), pen.theme.title),
        (Some(ask.clone()), pen.theme.text),
        (told, pen.theme.warning),
        (Some(below.to_owned()), pen.theme.text),
        (demo, pen.theme.text),
        (warning, pen.theme.warning),
    ];
    let mut rows = Vec::new();
    for (at, (text, style)) in lines.into_iter().enumerate() {
        let Some(text) = text else { continue };
        for line in wrap(&text, area.width, usize::from(area.height)) {
            rows.push((at == 1, line, style));
        }
    }
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let top = area.y + area.height.saturating_sub(height) / 2;
    pen.set_cursor(area.x, top);
    for (y, (asked, line, style)) in (top..area.bottom()).zip(rows) {
        let shown = line.trim_end();
        let x = area.x + area.width.saturating_sub(columns(shown)) / 2;
        pen.put(x, y, area.right() - x, shown, style);
        if asked {
            let behind = x.saturating_add(columns(shown)).saturating_add(1);
            pen.set_cursor(behind.min(area.right().saturating_sub(1)), y);
        }
    }
}
