//! The steps towards a first meeting, while there is none.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::public::Setup;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row, wrap};

/// The columns of a mark and the space behind it.
const MARK: u16 = 2;

/// Draws the steps one below the other, each with the command for it, the first that is to be taken brightest.
pub(super) fn draw(setup: &Setup, pen: &mut Pen<'_>, area: Rect) {
    let lines = lines(setup, pen, area.width);
    for (at, line) in (0..).zip(&lines) {
        if let Some(place) = row(area, at) {
            pen.line(place, line);
        }
    }
    let below = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1);
    let first = wrap(before(setup, pen), area.width, usize::from(area.height));
    for (at, text) in (below..).zip(first) {
        if let Some(place) = row(area, at) {
            pen.put(place.x, place.y, place.width, text.trim_end(), pen.theme.warning);
        }
    }
}

/// The same as sentences, of what is still to be done.
pub(in crate::ui) fn told(setup: &Setup, pen: &Pen<'_>) -> Vec<String> {
    let words = &pen.words.first;
    let open = setup.rows.iter().filter(|(_, taken)| !taken);
    let rows = open.map(|(step, _)| {
        let (what, how) = words.step(*step);
        format!("{what}  {how}")
    });
    let first = Some(before(setup, pen)).filter(|text| !text.is_empty());
    std::iter::once(words.steps.to_owned())
        .chain(rows)
        .chain(first.map(str::to_owned))
        .collect()
}

/// What has to be done before any of them; empty when nothing has.
fn before<'w>(setup: &Setup, pen: &Pen<'w>) -> &'w str {
    if setup.private {
        ""
    } else {
        pen.words.first.steps_private
    }
}

/// What leads there, a row each; where a step and its command do not stand beside each other, one below the other.
fn lines(setup: &Setup, pen: &Pen<'_>, width: u16) -> Vec<Line<'static>> {
    let words = &pen.words.first;
    let told = |part: fn((&'static str, &'static str)) -> &'static str| {
        let all = setup.rows.iter().map(|(step, _)| columns(part(words.step(*step))));
        all.max().unwrap_or(0)
    };
    let wide = told(|(what, _)| what);
    let beside = MARK + wide + 2 + told(|(_, how)| how) <= width;
    let next = setup.rows.iter().position(|(_, taken)| !taken);
    let mut lines = vec![Line::styled(words.steps, pen.theme.text)];
    for (at, (step, taken)) in setup.rows.iter().enumerate() {
        let (what, how) = words.step(*step);
        let mark = if *taken { glyphs::DONE } else { glyphs::OPEN };
        let style = match (taken, Some(at) == next) {
            (true, _) => pen.theme.muted,
            (false, true) => pen.theme.title,
            (false, false) => pen.theme.text,
        };
        let (what, how) = (
            Span::styled(format!("{mark} {what}"), style),
            Span::styled(how, pen.theme.label),
        );
        if beside {
            let fill = usize::from((MARK + wide + 2).saturating_sub(columns(&what.content)));
            lines.push(Line::from(vec![what, Span::raw(" ".repeat(fill)), how]));
        } else {
            lines.push(Line::from(what));
            lines.push(Line::from(vec![Span::raw(" ".repeat(usize::from(MARK))), how]));
        }
    }
    lines
}
