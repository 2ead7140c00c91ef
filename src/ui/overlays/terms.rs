//! The terms of the pupil at hand, most urgent first, and of the selected one all there is to know: what to do, the
//! article with its address, and that it is a reminder.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::window;
use crate::domain::term::TermStanding;
use crate::public::TermRow;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, row, wrap};
use crate::ui::show::{Seen, ShowAside};

/// The columns of the window.
const WIDTH: u16 = 100;

/// The fewest rows of the list, whatever is told of the selected one.
const LEAST_ROWS: u16 = 3;

/// Draws the overlay.
pub(super) fn draw<S: Seen>(rows: &[TermRow<S>], selected: usize, pen: &mut Pen<'_>, body: Rect) {
    let inner = window::inner_width(body, WIDTH);
    let all: Vec<Vec<(String, Style)>> = rows.iter().map(|row| told(row, pen, inner)).collect();
    let told = all.get(selected).map(Vec::as_slice).unwrap_or_default();
    // As much room as the longest asks, so that the list stays where it is while the selection moves.
    let below = window::rows(all.iter().map(Vec::len).max().unwrap_or(0));
    let height = window::rows(rows.len()).max(1).saturating_add(below);
    let area = window::open(pen, body, pen.words.terms.title, WIDTH, height);
    if rows.is_empty() {
        pen.put(area.x, area.y, area.width, pen.words.terms.none, pen.theme.text);
    }
    let least = window::rows(rows.len()).clamp(1, LEAST_ROWS);
    let list = window::above(area, below.min(area.height.saturating_sub(least)));
    for (index, (text, style)) in (0..).zip(told) {
        if let Some(line) = row(window::below(area, list.height), index) {
            pen.put(line.x, line.y, line.width, text, *style);
        }
    }
    draw_list(rows, selected, pen, list);
}

fn draw_list<S: Seen>(rows: &[TermRow<S>], selected: usize, pen: &mut Pen<'_>, list: Rect) {
    window::list_marks(pen, list, selected, list.height, rows.len());
    let words = pen.words;
    let day = |row: &TermRow<S>| words.terms.when(row.kind, &words.dates.day_year(row.on));
    let standing = |row: &TermRow<S>| words.terms.standing(row.kind, row.standing);
    let widest = |text: &dyn Fn(&TermRow<S>) -> u16| rows.iter().map(text).max().unwrap_or(0);
    let days = widest(&|row| columns(&day(row)));
    let standings = widest(&|row| columns(standing(row))) + 2;
    for (index, chosen, term) in window::in_sight(rows, selected, list.height) {
        let Some(line) = row(list, index) else { break };
        let style = style(term.standing, pen);
        let alert = if term.standing == TermStanding::Late {
            glyphs::ALERT
        } else {
            " "
        };
        let at = line.x + 2;
        pen.put(at, line.y, days, &day(term), style);
        pen.put(
            at + days + 1,
            line.y,
            standings,
            &format!("{alert} {}", standing(term)),
            style,
        );
        let x = at + days + standings + 3;
        let room = line.right().saturating_sub(x);
        pen.put(x, line.y, room, &term.label, style);
        window::list_row(chosen, true, pen, line);
    }
}

/// What needs attention stands out, what needs nothing more steps back.
fn style(standing: TermStanding, pen: &Pen<'_>) -> Style {
    match standing {
        TermStanding::Late => pen.theme.overdue,
        TermStanding::Ahead | TermStanding::Running => pen.theme.text,
        TermStanding::Over | TermStanding::NotApplicable => pen.theme.muted,
        TermStanding::Met(_) | TermStanding::Done => pen.theme.ok,
    }
}

/// All there is to know of a term, in lines of a width. Nothing of the article and its address is cut.
pub(in crate::ui) fn told<S: Seen>(row: &TermRow<S>, pen: &Pen<'_>, width: u16) -> Vec<(String, Style)> {
    let (words, theme) = (&pen.words.terms, pen.theme);
    let mut lines = vec![(String::new(), theme.text)];
    let mut add = |text: &str, style: Style| {
        // Without the space at which a line was broken: it would not fit.
        let broken = wrap(text, width, usize::MAX).into_iter();
        lines.extend(broken.map(|line| (line.trim_end().to_owned(), style)));
    };
    add(&row.text, theme.title);
    let date = |day| pen.words.dates.day_year(day);
    let mut when = words.when(row.kind, &date(row.on));
    if row.expected {
        when = format!("{when} ({})", words.expected);
    }
    when = format!("{when} · {}", words.standing(row.kind, row.standing));
    if let TermStanding::Met(on) = row.standing {
        when = format!("{when} {}", date(on));
    }
    add(&when, theme.text);
    if let Some(aside) = &row.aside {
        add(&aside.line(pen.words), theme.text);
    }
    add(
        &format!("{} · {} {}", row.article, words.read_on, date(row.read)),
        theme.label,
    );
    for part in row.address.iter().flat_map(|address| pieces(address, width)) {
        add(&part, theme.label);
    }
    add(words.disclaimer, theme.muted);
    lines
}

/// An address in pieces that each fit: it has no spaces to break at.
fn pieces(address: &str, width: u16) -> Vec<String> {
    let letters: Vec<char> = address.chars().collect();
    let pieces = letters.chunks(usize::from(width.max(1)));
    pieces.map(|piece| piece.iter().collect()).collect()
}
