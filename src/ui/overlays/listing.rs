//! The lists over many pupils: who is to be discussed, everybody by name, coverage, summer. They hold full names, so they
//! exist in the private state alone.
//!
//! The rule: one row tells one pupil, the most urgent first; everything of the selected one is written out below the
//! list, and at the bottom stands how many were left out and why.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::window;
use crate::app::listing::view::{ListingRow, ListingView, PupilRow};
use crate::app::listing::{HandTally, Holding, ListKind};
use crate::domain::coverage::Tally;
use crate::text::Catalog;
use crate::ui::glyphs;
use crate::ui::panes::queue::first_shown;
use crate::ui::pen::{Pen, columns, row, wrap};
use crate::ui::show::{ShowReason, marked, sentences};

/// Rows in which the selected pupil is written out.
const DETAIL: u16 = 4;
/// The most columns of a name.
const NAME: u16 = 26;

/// Draws the overlay.
pub(in crate::ui) fn draw(view: &ListingView, pen: &mut Pen<'_>, body: Rect) {
    let title = title(view, pen.words);
    let area = window::open(pen, body, &title, u16::MAX, u16::MAX);
    let foot = foot(view, pen, area.width);
    let detail = detail(view, pen, area.width);
    let below = window::rows(foot.len() + detail.len()).min(area.height / 2);
    let list = window::above(area, below + u16::from(!detail.is_empty()));
    draw_rows(view, pen, area, list);
    let rest = window::below(area, list.height);
    if let Some(line) = row(rest, 0).filter(|_| !detail.is_empty()) {
        pen.fill(line.x, line.y, line.width, glyphs::LINE, pen.theme.border);
    }
    let texts = window::below(rest, u16::from(!detail.is_empty()));
    for (at, line) in (0..).zip(detail.iter().chain(&foot)) {
        let Some(place) = row(texts, at) else { break };
        pen.line(place, line);
    }
}

/// `Wie is er aan de beurt · De Brug`
pub(in crate::ui) fn title(view: &ListingView, words: &Catalog) -> String {
    let listing = &words.listing;
    let what = match view.kind {
        ListKind::Turn => listing.turn,
        ListKind::Names => listing.names,
        ListKind::Coverage => words.queue.coverage,
        ListKind::Summer => words.queue.summer,
    };
    let school = view.school.as_deref().unwrap_or(listing.all_schools);
    match view.summer {
        Some(span) => format!("{what} {} · {school}", listing.summer(span)),
        None => format!("{what} · {school}"),
    }
}

fn draw_rows(view: &ListingView, pen: &mut Pen<'_>, area: Rect, list: Rect) {
    if view.rows.is_empty() {
        let nobody = match view.kind {
            ListKind::Turn => pen.words.queue.empty_queue,
            ListKind::Names => pen.words.queue.no_pupils,
            ListKind::Coverage => pen.words.queue.all_held,
            ListKind::Summer => pen.words.queue.no_pupils,
        };
        pen.put(list.x, list.y, list.width, nobody, pen.theme.text);
        return;
    }
    let names = view.rows.iter().filter_map(|row| match row {
        ListingRow::Pupil(pupil) => Some(columns(&marked(&pupil.name, pen.words))),
        ListingRow::School { .. } | ListingRow::More(..) | ListingRow::Hand(_) => None,
    });
    let names = names.max().unwrap_or(0).min(NAME);
    let first = first_shown(Some(view.selected), view.rows.len(), usize::from(list.height));
    let (before, after) = view.beyond;
    window::marks(pen, area, before + first, list.height, before + view.rows.len() + after);
    for (at, chosen, item) in window::in_sight(&view.rows, view.selected, list.height) {
        let Some(line) = row(list, at) else { break };
        match item {
            ListingRow::School { .. } => school(item, pen, line),
            ListingRow::Pupil(pupil) => pupil_row(view, pupil, names, pen, line),
            ListingRow::More(count, whole) => {
                let text = pen.words.listing.more(*count, *whole);
                indented(&text, pen.theme.muted, pen, line);
            }
            ListingRow::Hand(hand) => {
                let text = hand_line(hand, pen.words);
                indented(&text, pen.theme.text, pen, line);
            }
        }
        // Painted last, so that the whole row is reversed whatever its parts look like.
        window::list_row(chosen, true, pen, line);
    }
}

fn indented(text: &str, style: Style, pen: &mut Pen<'_>, line: Rect) {
    pen.put(line.x + 2, line.y, line.width.saturating_sub(2), text, style);
}

pub(in crate::ui) fn hand_line(hand: &HandTally, words: &Catalog) -> String {
    format!("{} {}", hand.name, words.queue.hand(hand.pupils, hand.days, hand.cold))
}

/// A school as a heading: its name, and what it comes to.
fn school(item: &ListingRow, pen: &mut Pen<'_>, line: Rect) {
    let ListingRow::School {
        name,
        pupils,
        read,
        empty,
        tally,
    } = item
    else {
        return;
    };
    let aside = of_school((*read, *pupils), tally.as_ref(), *empty, pen.words);
    let style = match (read, tally) {
        (true, Some(tally)) => gap_style(tally, pen),
        _ => pen.theme.muted,
    };
    let x = pen.put(line.x + 1, line.y, line.width.saturating_sub(1), name, pen.theme.title);
    pen.put(x + 2, line.y, line.right().saturating_sub(x + 2), &aside, style);
}

/// What a school comes to: its pupils, and whether it was read.
pub(in crate::ui) fn of_school(
    (read, pupils): (bool, usize),
    tally: Option<&Tally>,
    empty: bool,
    words: &Catalog,
) -> String {
    match (read, tally, empty) {
        (false, ..) => words.listing.not_read(pupils),
        (true, Some(tally), _) => words.queue.tally(tally),
        (true, None, true) => words.listing.nobody_listed.to_owned(),
        (true, None, false) => words.listing.pupils(pupils),
    }
}

/// Whether gap days are left is told by words; the colour says it again.
fn gap_style(tally: &Tally, pen: &Pen<'_>) -> Style {
    match tally.gap_days {
        0 => pen.theme.ok,
        _ => pen.theme.warning,
    }
}

fn pupil_row(view: &ListingView, pupil: &PupilRow, names: u16, pen: &mut Pen<'_>, line: Rect) {
    let mark = if pupil.on_agenda { glyphs::DONE } else { " " };
    pen.put(line.x + 2, line.y, 1, mark, pen.theme.ok);
    let name = marked(&pupil.name, pen.words);
    pen.put(line.x + 4, line.y, names, &name, pen.theme.text);
    let x = line.x + 4 + names + 2;
    let (text, style) = aside(view, pupil, pen);
    pen.put(x, line.y, line.right().saturating_sub(x), &text, style);
}

/// What stands behind the name.
pub(in crate::ui) fn aside(view: &ListingView, pupil: &PupilRow, pen: &Pen<'_>) -> (String, Style) {
    let (words, theme) = (pen.words, pen.theme);
    let reasons = || sentences(&pupil.why, view.today, words);
    match view.kind {
        ListKind::Turn => (reasons(), theme.warning),
        ListKind::Names => {
            let state = [
                pupil.out_of_sight.map(|day| words.listing.out_since(day)),
                pupil.removed.map(|day| words.listing.removed_on(day)),
            ];
            let mut said: Vec<String> = state.into_iter().flatten().collect();
            let notable = !said.is_empty();
            // Being out of sight is told already.
            let told = pupil.why.iter().filter(|why| {
                why.told().reason.kind != crate::domain::reason::ReasonKind::OutOfSight || pupil.out_of_sight.is_none()
            });
            said.extend(told.map(|why| why.sentence(view.today, words)));
            match said.is_empty() {
                true => (words.queue.no_reason.to_owned(), theme.muted),
                false => (said.join(" · "), if notable { theme.warning } else { theme.text }),
            }
        }
        ListKind::Coverage => (gaps(pupil, words), theme.warning),
        ListKind::Summer => summer(view, pupil, pen),
    }
}

/// `31 gatdagen · 1 koude overdracht`
fn gaps(pupil: &PupilRow, words: &Catalog) -> String {
    let mut said = Vec::new();
    if pupil.gap_days > 0 {
        said.push(words.listing.gap_days(pupil.gap_days.into()));
    }
    if !pupil.cold.is_empty() {
        said.push(words.listing.cold(pupil.cold.len()));
    }
    said.join(" · ")
}

fn summer(view: &ListingView, pupil: &PupilRow, pen: &Pen<'_>) -> (String, Style) {
    let words = pen.words;
    let lost = pupil.gap_days > 0;
    let mut said = Vec::new();
    if lost {
        let days: Vec<String> = pupil.gaps.iter().map(|gap| words.queue.span(*gap)).collect();
        said.push(format!("{} {}", words.queue.nobody, days.join(", ")));
    }
    said.extend(pupil.held.iter().map(|held| holding(view, held, words)));
    (said.join(" · "), if lost { pen.theme.overdue } else { pen.theme.text })
}

/// `Sociale Dienst (Jan de Boer) de hele zomer`
fn holding(view: &ListingView, held: &Holding, words: &Catalog) -> String {
    let people = match held.people.is_empty() {
        true => String::new(),
        false => format!(" ({})", held.people.join(", ")),
    };
    let days = match (view.summer, held.days.as_slice()) {
        (Some(summer), [only]) if *only == summer => words.queue.whole.to_owned(),
        (_, days) => days
            .iter()
            .map(|span| words.queue.span(*span))
            .collect::<Vec<_>>()
            .join(", "),
    };
    format!("{}{people} {days}", held.party)
}

/// The selected pupil, written out.
pub(in crate::ui) fn detail(view: &ListingView, pen: &Pen<'_>, width: u16) -> Vec<Line<'static>> {
    let Some(ListingRow::Pupil(pupil)) = view.rows.get(view.selected) else {
        return Vec::new();
    };
    let words = pen.words;
    let mut said: Vec<String> = Vec::new();
    match view.kind {
        ListKind::Turn | ListKind::Names => {
            said.extend(
                pupil
                    .out_of_sight
                    .filter(|_| pupil.why.is_empty())
                    .map(|day| words.listing.out_since(day)),
            );
            said.extend(pupil.removed.map(|day| words.listing.removed_on(day)));
            said.extend(pupil.why.iter().map(|why| why.sentence(view.today, words)));
            said.extend(pupil.on_agenda.then(|| words.listing.on_agenda.to_owned()));
        }
        ListKind::Coverage => {
            let gap = |gap: &crate::domain::roof::Span| format!("{} {}", words.queue.nobody, words.queue.span(*gap));
            said.extend(pupil.gaps.iter().map(gap));
            let cold = pupil.cold.iter();
            said.extend(cold.map(|cold| words.queue.cold(cold.on, &cold.from, &cold.to, cold.overlap)));
        }
        ListKind::Summer => said.push(summer(view, pupil, pen).0),
    }
    let text = format!("{}: {}", marked(&pupil.name, words), said.join(" · "));
    let lines = wrap(&text, width, usize::from(DETAIL));
    let styled = |line: String| Line::from(Span::styled(line.trim_end().to_owned(), pen.theme.title));
    lines.into_iter().take(usize::from(DETAIL)).map(styled).collect()
}

/// How many were left out and why; of the coverage, how far the goal is.
pub(in crate::ui) fn foot(view: &ListingView, pen: &Pen<'_>, width: u16) -> Vec<Line<'static>> {
    let (words, theme) = (pen.words, pen.theme);
    let mut said: Vec<(String, Style)> = Vec::new();
    if matches!(view.kind, ListKind::Coverage | ListKind::Summer) && view.total.pupils > 0 {
        said.push((words.queue.tally(&view.total), gap_style(&view.total, pen)));
        let goal = match view.total.gap_days {
            0 => (words.listing.goal_reached, theme.ok),
            _ => (words.listing.goal, theme.warning),
        };
        said.push((goal.0.to_owned(), goal.1));
    }
    if view.silent > 0 {
        match view.kind {
            ListKind::Turn => said.push((words.listing.without_reason(view.silent), theme.muted)),
            ListKind::Coverage => said.push((words.listing.without_gap(view.silent), theme.muted)),
            ListKind::Names | ListKind::Summer => {}
        }
    }
    if view.removed > 0 && matches!(view.kind, ListKind::Turn | ListKind::Names) {
        said.push((words.queue.removals(view.removed), theme.warning));
    }
    if view.objections > 0 {
        said.push((words.queue.objections(view.objections), theme.warning));
    }
    let wrapped = said.into_iter().flat_map(|(text, style)| {
        let lines = wrap(&text, width, 2);
        lines
            .into_iter()
            .map(move |line| Line::from(Span::styled(line.trim_end().to_owned(), style)))
    });
    wrapped.collect()
}
