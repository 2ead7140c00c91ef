//! The pupil at hand: the wish first, then what is asked and agreed, and the note.
//!
//! The rule: the note always has room to write in. When the pane is low, the card gives way from below: the wish stays.

use chrono::Datelike;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{action_lines, note, point, setup, uncounted, why, written_line};
use crate::domain::Day;
use crate::public::{ActionRow, Board, Card, NoteView, Written};
use crate::ui::glyphs;
use crate::ui::layout::padded;
use crate::ui::pen::{Pen, columns, cut, folded, line_columns, row, wrap};
use crate::ui::show::{Seen, ShowExtra, marked};

/// The columns of a label at the start of a row, the space behind it included.
const LABEL: u16 = 8;
/// Rows that the note keeps at least.
const NOTE_ROWS: u16 = 4;
/// Open actions shown on the card.
const OPEN_ACTIONS: usize = 4;

/// Draws the pane. `show_open` tells whether open actions stand on the card rather than beside it.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, focused: bool, show_open: bool, pen: &mut Pen<'_>, pane: Rect) {
    let area = padded(pane);
    if focused {
        pen.set_cursor(area.x, area.y);
    }
    let Some(card) = &board.card else {
        match &board.point {
            Some(shown) => point::draw(shown, board.today, focused, pen, pane),
            None => {
                pen.title(pane, pen.words.screen.pupil, focused);
                if let Some(steps) = &board.setup {
                    setup::draw(steps, pen, area);
                } else if let Some(line) = row(area, 0) {
                    pen.put(line.x, line.y, line.width, pen.words.screen.no_pupil, pen.theme.muted);
                }
            }
        }
        return;
    };
    let title = title(card, pen, pane.width.saturating_sub(4));
    pen.title(pane, &title, focused);
    let mut facts = facts(card, board.today, pen, area.width);
    let open = if show_open { card.open_actions.len() } else { 0 };
    let most = Share::of(area.height, usize::MAX, 0, card.written.len()).facts;
    let room = most.saturating_sub(facts.len() + open.min(OPEN_ACTIONS));
    let reasons = why::told(card);
    why::add(&mut facts, &reasons, room, board.today, pen, area.width);
    let extra = extra(card, show_open, pen);
    let rows = facts.len() + open.min(OPEN_ACTIONS);
    let share = Share::of(area.height, rows, extra.len(), card.written.len());
    if open > 0 {
        add_open(
            &mut facts,
            share.facts,
            &card.open_actions,
            board.today,
            pen,
            area.width,
        );
    }
    let mut at = 0;
    for line in facts.iter().take(share.facts).chain(extra.iter().take(share.extra)) {
        if let Some(line_area) = row(area, at) {
            pen.spans(line_area.x, line_area.y, line_area.width, line);
        }
        at += 1;
    }
    let written = card
        .written
        .get(card.written.len() - share.written..)
        .unwrap_or_default();
    paper(&card.note, written, board.today, focused, pen, window_below(area, at));
}

/// The rest of an area below its first rows.
pub(super) fn window_below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// What is written down: the heading of the note, what was agreed, and the note itself.
pub(super) fn paper(note: &NoteView, written: &[Written], today: Day, focused: bool, pen: &mut Pen<'_>, area: Rect) {
    let mut at = heading(note, pen, area);
    let kept = u16::try_from(written.len()).unwrap_or(u16::MAX);
    let left = window_below(area, at.saturating_add(kept));
    let spare = left.height.saturating_sub(note::rows(note, left).max(NOTE_ROWS));
    for line in agreed(written, spare, today, pen, area.width) {
        if let Some(line_area) = row(area, at) {
            pen.line(line_area, &line);
        }
        at += 1;
    }
    note::draw(note, today, focused, pen, window_below(area, at));
}

/// Rows that one agreement is broken over at the most.
const MOST_BROKEN: usize = 3;

/// What was agreed, each in a row of its own and, as far as `spare` rows go, broken over more of them rather than cut:
/// the words that are to be checked stand at its end as well. The last one, which was just taken, comes first in that.
fn agreed(written: &[Written], spare: u16, today: Day, pen: &Pen<'_>, width: u16) -> Vec<Line<'static>> {
    let mut spare = usize::from(spare);
    let mut rows: Vec<Vec<Line<'static>>> = Vec::new();
    for written in written.iter().rev() {
        let line = |room| written_line(written, today, pen.words, pen.theme, room);
        let whole = folded(line(u16::MAX), width, 2);
        let more = whole.len().saturating_sub(1);
        if more <= spare && whole.len() <= MOST_BROKEN {
            spare -= more;
            rows.push(whole);
        } else {
            rows.push(vec![line(width)]);
        }
    }
    rows.into_iter().rev().flatten().collect()
}

/// How many rows each part gets.
struct Share {
    facts: usize,
    extra: usize,
    written: usize,
}

impl Share {
    fn of(height: u16, facts: usize, extra: usize, written: usize) -> Self {
        let room = usize::from(height.saturating_sub(1 + NOTE_ROWS));
        let facts = facts.min(room - written.min(2).min(room));
        // What was just agreed is read by everybody, so it comes before what the chair alone sees.
        let written = written.min(room - facts);
        // A heading with nothing below it says nothing.
        let extra = extra.min(room - facts - written);
        Self {
            facts,
            extra: if extra == 1 { 0 } else { extra },
            written,
        }
    }
}

/// `4 · Samira K. (18) · PrO · arbeid · uitstroom 31 jul 2026`. In a narrow pane first the day of leaving becomes its
/// month, then the profile goes.
pub(in crate::ui) fn title<S: Seen>(card: &Card<S>, pen: &Pen<'_>, room: u16) -> String {
    let (screen, dates) = (&pen.words.screen, &pen.words.dates);
    let number = card.number.map(|number| format!("{number} · ")).unwrap_or_default();
    let age = card.age.map(|age| format!(" ({age})")).unwrap_or_default();
    let kind = pen.words.codes.school_kind(card.school);
    let who = format!("{number}{}{age} · {kind}", marked(&card.title, pen.words));
    let profile = format!(" · {}", pen.words.codes.profile(card.profile));
    let leaving = |text: String| format!(" · {} {text}", screen.leaving);
    let on_day = card.leaving.map(|day| leaving(dates.day_year(day))).unwrap_or_default();
    let in_month = card
        .leaving
        .map(|day| leaving(format!("{} {}", dates.month(day.month()), day.year())))
        .unwrap_or_default();
    let ladder = [
        format!("{who}{profile}{on_day}"),
        format!("{who}{profile}{in_month}"),
        format!("{who}{on_day}"),
    ];
    let fits = ladder.into_iter().find(|title| columns(title) <= room);
    fits.unwrap_or_else(|| format!("{who}{in_month}"))
}

/// The heading of the note.
fn heading(note: &NoteView, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let (title, style) = match note.working {
        true => (pen.words.screen.working_note, pen.theme.warning),
        false => (pen.words.screen.note, pen.theme.title),
    };
    match row(area, 0) {
        Some(line) => {
            pen.heading(line, title, style);
            1
        }
        None => 0,
    }
}

pub(in crate::ui) type Row = Vec<Span<'static>>;

/// Facts in rows: a fact joins the row before it when it may and there is room.
pub(in crate::ui) struct Flow {
    pub(in crate::ui) rows: Vec<Row>,
    width: u16,
    label: Style,
    text: Style,
}

impl Flow {
    /// No facts yet, for rows of so many columns.
    pub(in crate::ui) fn new(width: u16, pen: &Pen<'_>) -> Self {
        Self {
            rows: Vec::new(),
            width,
            label: pen.theme.label,
            text: pen.theme.text,
        }
    }

    /// A fact on a row of its own.
    fn own_row(&mut self, label: &str, mut value: Row) {
        let mut spans = vec![Span::styled(format!("{label:<7} "), self.label)];
        spans.append(&mut value);
        self.rows.push(spans);
    }

    /// A fact behind the one before.
    fn beside(&mut self, label: &str, mut value: Row) {
        let needed = columns(label) + 6 + line_columns(&value);
        match self.rows.last_mut() {
            Some(last) if line_columns(last) + needed <= self.width => {
                last.push(Span::styled(format!("    {label}  "), self.label));
                last.append(&mut value);
            }
            _ => self.own_row(label, value),
        }
    }

    /// What is asked, by whom, and what is proposed.
    pub(in crate::ui) fn question(&mut self, question: &str, asked_by: &str, proposal: &str, pen: &Pen<'_>) {
        let screen = &pen.words.screen;
        if !question.is_empty() {
            let who = if asked_by.is_empty() {
                String::new()
            } else {
                format!("({asked_by}) ")
            };
            self.text(screen.question, &format!("{who}{question}"));
        }
        if !proposal.is_empty() {
            self.text(screen.proposal, proposal);
        }
    }

    /// Something to heed behind the fact before; on a row of its own where there is no room and it must be said.
    fn alert(&mut self, text: &str, style: Style, must: bool) {
        let mark = format!("{} {text}", glyphs::ALERT);
        match self.rows.last_mut() {
            Some(last) if line_columns(last) + 4 + columns(&mark) <= self.width => {
                last.push(Span::styled(format!("    {mark}"), style));
            }
            _ if must => self.rows.push(vec![Span::styled(mark, style)]),
            _ => {}
        }
    }

    /// Words without a label behind the fact before, or below it.
    fn beside_word(&mut self, text: &str) {
        match self.rows.last_mut() {
            Some(last) if line_columns(last) + 4 + columns(text) <= self.width => {
                last.push(Span::styled(format!("    {text}"), self.text));
            }
            _ => self.own_row("", vec![Span::styled(text.to_owned(), self.text)]),
        }
    }

    /// A text that may take two rows.
    pub(super) fn text(&mut self, label: &str, value: &str) {
        let first = columns(label).max(LABEL - 1) + 1;
        let lines = wrap(value, self.width.saturating_sub(first), 2);
        for (index, line) in lines.into_iter().enumerate() {
            let line = Span::styled(line.trim_end().to_owned(), self.text);
            match index {
                0 => self.own_row(label, vec![line]),
                _ => self
                    .rows
                    .push(vec![Span::styled(" ".repeat(usize::from(first)), self.text), line]),
            }
        }
    }
}

pub(in crate::ui) fn facts<S: Seen>(card: &Card<S>, today: Day, pen: &Pen<'_>, width: u16) -> Vec<Row> {
    let (words, theme) = (pen.words, pen.theme);
    let (screen, codes) = (&words.screen, &words.codes);
    let span = |text: &str| vec![Span::styled(text.to_owned(), theme.text)];
    let mut flow = Flow::new(width, pen);
    flow.text(
        screen.wish,
        if card.wish.is_empty() {
            screen.nothing
        } else {
            &card.wish
        },
    );
    if !card.strengths.is_empty() {
        flow.text(screen.strengths, &card.strengths);
    }
    flow.beside(screen.goal, span(codes.goal(card.goal)));
    flow.question(&card.question, &card.asked_by, &card.proposal, pen);
    flow.own_row(screen.route, span(codes.route(card.route)));
    flow.beside(screen.chances, span(&chances(card, pen)));
    if !card.placement.is_empty() {
        flow.own_row(screen.placement, span(&card.placement));
    }
    flow.own_row(
        screen.result,
        span(card.result.map_or(screen.nothing, |result| codes.result(result))),
    );
    if let Some(gap) = card.next_gap {
        flow.alert(&words.roof.nobody_holds(gap, today), theme.overdue, true);
    }
    if let Some((on, from)) = card.relapse {
        let day = if on.year() == today.year() {
            words.dates.day_month(on)
        } else {
            words.dates.day_year(on)
        };
        let text = words.entry.relapsed(&day, from.map(|from| codes.result(from)));
        flow.beside_word(&text);
    }
    if card.leaves_soon && card.reasons.is_empty() {
        // The day of leaving is in the title: a gap says more.
        flow.alert(screen.leaves_soon, theme.warning, card.next_gap.is_none());
    }
    flow.rows
}

/// Adds the open actions to the facts, in `room` rows altogether. Those for which there is no row are counted at the
/// end of the lowest row with room, so that nothing that must be heeded is cut; without any at the end of the last.
fn add_open(facts: &mut Vec<Row>, room: usize, open: &[ActionRow], today: Day, pen: &Pen<'_>, width: u16) {
    let word = pen.words.screen.open;
    let label = columns(word).max(LABEL - 1) + 1;
    facts.truncate(room);
    let rows = (room - facts.len()).min(OPEN_ACTIONS);
    let lines = action_lines(open, rows, today, (pen.words, pen.theme), width.saturating_sub(label));
    if lines.is_empty() {
        let more = format!("  {word} {}", uncounted(open.len()).trim_start());
        let wide = columns(&more);
        let roomy = facts.iter().rposition(|row| line_columns(row) + wide <= width);
        let at = roomy.unwrap_or(facts.len().saturating_sub(1));
        if let Some(row) = facts.get_mut(at) {
            shorten(row, width.saturating_sub(wide));
            row.push(Span::styled(more, pen.theme.warning));
        }
        return;
    }
    let mut flow = Flow::new(width, pen);
    for (index, line) in lines.into_iter().enumerate() {
        flow.own_row(if index == 0 { word } else { "" }, line.spans);
    }
    facts.append(&mut flow.rows);
}

/// Cuts a row to so many columns.
fn shorten(spans: &mut Row, mut room: u16) {
    for span in spans.iter_mut() {
        let text = cut(&span.content, room).into_owned();
        room = room.saturating_sub(columns(&text));
        span.content = text.into();
    }
}

/// `opleiding laag · werk gemiddeld`
fn chances<S: Seen>(card: &Card<S>, pen: &Pen<'_>) -> String {
    let codes = &pen.words.codes;
    let each = |(kind, level): &(_, _)| format!("{} {}", codes.chance(*kind), codes.level(*level));
    let all: Vec<String> = card.chances.iter().map(each).collect();
    if all.is_empty() {
        pen.words.screen.nothing.to_owned()
    } else {
        all.join(" · ")
    }
}

/// What only the private state shows, with its heading; the last working note where no pane beside has it.
pub(in crate::ui) fn extra<S: Seen>(card: &Card<S>, with_working: bool, pen: &Pen<'_>) -> Vec<Row> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let mut rows: Vec<Row> = card.extra.rows(pen).into_iter().map(|line| line.spans).collect();
    if let Some((day, text)) = card
        .extra
        .working()
        .first()
        .filter(|_| with_working && !card.note.working)
    {
        rows.push(vec![
            Span::styled(format!("{} ", screen.working_note), theme.label),
            Span::styled(format!("{}: {text}", pen.words.day_short(*day)), theme.text),
        ]);
    }
    if !rows.is_empty() {
        rows.insert(0, vec![Span::styled(screen.only_private, theme.warning)]);
    }
    rows
}
