//! Decisions and actions read back, pupil by pupil, for everyone to confirm.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::window;
use crate::domain::Day;
use crate::domain::hidden::Hidden;
use crate::domain::roof;
use crate::public::{Confirmed, ReadBackRow, Written};
use crate::text::Catalog;
use crate::ui::glyphs;
use crate::ui::panes::timeline::detail::who;
use crate::ui::panes::written_line;
use crate::ui::pen::{Pen, folded, row};
use crate::ui::show::{Seen, marked};

/// The columns of the window.
const WIDTH: u16 = 100;

/// Draws the overlay.
pub(super) fn draw<S: Seen>(
    (rows, hidden): (&[ReadBackRow<S>], Option<Hidden>),
    selected: usize,
    confirmed: Option<Confirmed>,
    today: Day,
    pen: &mut Pen<'_>,
    body: Rect,
) {
    let width = window::inner_width(body, WIDTH);
    let mut at = 0;
    let mut lines: Vec<(Option<usize>, Line<'static>)> = Vec::new();
    for row in rows {
        lines.extend(part(row, &mut at, today, pen, width));
    }
    let count = lines.len();
    let height = window::rows(count + usize::from(hidden.is_some()))
        .max(1)
        .saturating_add(2);
    let area = window::open(pen, body, pen.words.screen.read_back, WIDTH, height);
    let list = window::left_out(hidden, pen, window::above(area, 2));
    if lines.is_empty() && hidden.is_none() {
        pen.put(
            list.x,
            list.y,
            list.width,
            pen.words.screen.nothing_to_read,
            pen.theme.text,
        );
    }
    let first = first_row(&lines, selected, usize::from(list.height));
    window::marks(pen, area, first, list.height, count);
    let mut here = true;
    for (index, (of, line)) in (0..list.height).zip(lines.iter().skip(first)) {
        let Some(place) = row(list, index) else { continue };
        pen.line(place, line);
        if *of == Some(selected) && std::mem::take(&mut here) {
            pen.put(place.x, place.y, 1, glyphs::HERE, pen.theme.title);
            pen.set_cursor(place.x, place.y);
        }
    }
    // What is not read back is not asked either.
    let asked = hidden.is_none() || confirmed.is_some();
    if let Some(line) = window::last(area).filter(|_| asked) {
        let mark = if confirmed.is_some_and(|confirmed| confirmed.stands) {
            format!("{} ", glyphs::DONE)
        } else {
            String::new()
        };
        let style = if mark.is_empty() { pen.theme.title } else { pen.theme.ok };
        let text = format!("{mark}{}", question(confirmed, pen.words));
        pen.put(line.x, line.y, line.width, &text, style);
    }
}

/// Whether this is right, or when everybody said so, and whether anything was recorded since.
pub(in crate::ui) fn question(confirmed: Option<Confirmed>, words: &Catalog) -> String {
    match confirmed {
        Some(Confirmed { at, stands: true }) => words.screen.confirmed(at.time()),
        Some(Confirmed { at, stands: false }) => words.screen.confirmed_before(at.time()),
        None => words.screen.read_back_question.to_owned(),
    }
}

/// The first row shown: as far up as keeps the end of what is selected in sight.
fn first_row(lines: &[(Option<usize>, Line<'static>)], selected: usize, height: usize) -> usize {
    let last = lines.iter().rposition(|(of, _)| *of == Some(selected)).unwrap_or(0);
    // What is missing at the very end of an item belongs to its last line.
    let after = lines.iter().skip(last + 1).take_while(|(of, _)| of.is_none()).count();
    let end = if last + 1 + after == lines.len() {
        lines.len()
    } else {
        last + 1
    };
    end.saturating_sub(height)
}

/// What is read back about one pupil, each line with what of it the cursor can stand on. Nothing of it is cut: it is
/// what everybody agrees to.
fn part<S: Seen>(
    row: &ReadBackRow<S>,
    at: &mut usize,
    today: Day,
    pen: &Pen<'_>,
    width: u16,
) -> Vec<(Option<usize>, Line<'static>)> {
    let (words, theme) = (pen.words, pen.theme);
    let (kind, title) = &row.part;
    let who = match &row.pupil {
        Some(pupil) => marked(pupil, words),
        None if title.is_empty() => words.codes.item(*kind).to_owned(),
        None => title.clone(),
    };
    let alone = row.written.is_empty() && row.also.untaken.is_empty();
    // Room before a name for the mark of the cursor.
    let mut head = vec![Span::styled(format!("  {who}"), theme.title)];
    head.extend(standing(row, pen));
    let mut lines = Vec::new();
    lines.extend(
        folded(Line::from(head), width, 4)
            .into_iter()
            .map(|line| (alone.then_some(*at), line)),
    );
    let mut add = |line: Line<'static>, flagged: bool, at: &mut usize| {
        let mut line = line;
        let mark = if flagged {
            format!("  {} ", glyphs::ALERT)
        } else {
            "    ".to_owned()
        };
        line.spans.insert(0, Span::styled(mark, theme.warning));
        lines.extend(folded(line, width, 6).into_iter().map(|line| (Some(*at), line)));
        *at += 1;
    };
    for (index, written) in row.written.iter().enumerate() {
        // As wide as it is, and then over as many lines as that takes.
        let mut line = written_line(written, today, words, theme, u16::MAX);
        line.spans.extend(since(row, index, pen));
        add(line, is_flagged(written), at);
    }
    for line in &row.also.untaken {
        let line = Line::from(vec![
            Span::styled(format!("{line} · "), theme.text),
            Span::styled(words.noting.not_taken, theme.warning),
        ]);
        add(line, true, at);
    }
    if alone {
        *at += 1;
    }
    lines
}

/// What became of an item besides decisions and actions, behind its name, and that nothing was decided.
pub(in crate::ui) fn standing<S: Seen>(row: &ReadBackRow<S>, pen: &Pen<'_>) -> Vec<Span<'static>> {
    let (words, theme, also) = (pen.words, pen.theme, &row.also);
    let mut spans = Vec::new();
    let mut say = |what: String, style| spans.push(Span::styled(format!(" · {what}"), style));
    if let Some(result) = also.result {
        say(
            format!("{} {}", words.noting.result, words.codes.result(result)),
            theme.text,
        );
    }
    if let Some(route) = also.route {
        say(
            format!("{} {}", words.noting.route, words.codes.route(route)),
            theme.text,
        );
    }
    if also.agreed {
        say(words.noting.agreed.to_owned(), theme.ok);
    }
    if also.carried {
        say(words.noting.carried.to_owned(), theme.text);
    }
    if also.lacks_decision {
        say(format!("{} {}", glyphs::ALERT, words.noting.no_decision), theme.warning);
    } else if row.nothing && !also.agreed && !also.carried && also.untaken.is_empty() {
        say(words.screen.nothing_recorded.to_owned(), theme.muted);
    }
    if also.since.gone {
        say(words.noting.taken_back.to_owned(), theme.warning);
    } else if also.since.besides {
        say(words.noting.not_read_back.to_owned(), theme.warning);
    }
    for held in &row.held {
        let from = held.from;
        let days = match held.until {
            Some(until) => words.roof.from_until(roof::Span { from, until }),
            None => words.roof.from_on(from),
        };
        say(format!("{} {days}", who(&held.hand, pen)), theme.text);
    }
    for gap in &also.gaps {
        say(format!("{} {}", words.roof.gap, words.roof.days(*gap)), theme.gap);
    }
    for (kind, level) in &also.chances {
        say(
            words
                .noting
                .chance(words.codes.chance(*kind), words.codes.level(*level)),
            theme.text,
        );
    }
    spans
}

/// Behind a line that was written after the read-back was confirmed.
pub(in crate::ui) fn since<S: Seen>(row: &ReadBackRow<S>, index: usize, pen: &Pen<'_>) -> Option<Span<'static>> {
    let came_after = row.also.since.written.get(index).copied().unwrap_or_default();
    came_after.then(|| Span::styled(format!(" · {}", pen.words.noting.not_read_back), pen.theme.warning))
}

/// Whether something is missing: an owner, a day, or a role without which a decision is under reservation.
const fn is_flagged(written: &Written) -> bool {
    match written {
        Written::Decision(_, provisional) => *provisional,
        Written::Action(action) => action.owner.is_none() || action.due.is_none(),
    }
}
