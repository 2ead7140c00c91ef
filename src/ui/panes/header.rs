//! The line across the top: where, when, how far, how long, and who can see this.
//!
//! The rule: the state (shared or private) never goes; the rest gives way in a fixed order when the window is narrow.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::agenda;
use crate::public::{Board, Header, Phase, WindowState};
use crate::text::notice::Notice;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, line_columns};
use crate::ui::show::Seen;

/// What can be left out, in the order in which it goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Leave {
    Nothing,
    Meeting,
    Progress,
    MinutesLeft,
    Block,
    Clock,
}

const ORDER: [Leave; 6] = [
    Leave::Nothing,
    Leave::Meeting,
    Leave::Progress,
    Leave::MinutesLeft,
    Leave::Block,
    Leave::Clock,
];

/// How it is said that everything is saved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Whole,
    Short,
    Not,
}

/// Between two parts.
const GAP: &str = "   ";

/// Draws the header. `agenda` says whether that pane is in sight, which has the clock of the item at hand.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, agenda: bool, pen: &mut Pen<'_>, area: Rect) {
    let room = area.width.saturating_sub(2);
    let left = |leave: Leave| {
        let mut spans = left(&board.header, leave, pen);
        spans.extend(overtime(&board.header, pen).into_iter().flatten().filter(|_| !agenda));
        spans
    };
    let fits = |(leave, saved): (Leave, Said)| {
        let (left, right) = (left(leave), state::<S>(board, leave, saved, pen));
        (line_columns(&left) + columns(GAP) + line_columns(&right) <= room).then_some((left, right))
    };
    // That it is saved is told shorter before anything else goes, and longer again where something else went. That it is
    // not saved goes last of all.
    let ladder = ORDER
        .iter()
        .flat_map(|leave| [(*leave, Said::Whole), (*leave, Said::Short)]);
    let last = match board.notice {
        Some(Notice::Problem(_)) => Said::Short,
        _ => Said::Not,
    };
    let (left, right) = ladder
        .into_iter()
        .find_map(fits)
        .unwrap_or_else(|| (left(Leave::Clock), state::<S>(board, Leave::Clock, last, pen)));
    let wide = line_columns(&right);
    let x = (area.right().saturating_sub(wide + 1)).max(area.x);
    pen.spans(area.x + 1, area.y, x.saturating_sub(area.x + 2), &left);
    pen.spans(x, area.y, wide, &right);
}

/// Who can see this, here and in the public window, and that everything is saved.
fn state<S: Seen>(board: &Board<S>, leave: Leave, saved: Said, pen: &Pen<'_>) -> Vec<Span<'static>> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let mut spans = Vec::new();
    if let Some(window) = board.window {
        spans.push(public_window(window, leave, pen));
        spans.push(Span::styled("  ", theme.text));
    }
    spans.push(match S::PRIVATE {
        true => Span::styled(format!(" {} ", screen.private), theme.private_bar),
        false => Span::styled(screen.shared, theme.shared),
    });
    if saved != Said::Not {
        spans.push(Span::styled("  ", theme.text));
        spans.push(match (&board.notice, saved) {
            (Some(Notice::Problem(_)), _) => Span::styled(screen.trouble, theme.overdue),
            (_, Said::Short) => Span::styled(screen.saved_short, theme.text),
            _ => Span::styled(screen.saved, theme.text),
        });
    }
    spans
}

/// `MEEKIJKSCHERM: LIVE 24 rijen`
fn public_window(window: WindowState, leave: Leave, pen: &Pen<'_>) -> Span<'static> {
    let (words, theme) = (&pen.words.window, pen.theme);
    let (word, rows, style) = match window {
        WindowState::Live(rows) => (words.live, Some(rows), theme.shared),
        WindowState::Blank(rows) => (words.blank, Some(rows), theme.title),
        WindowState::Gone => (words.gone, None, theme.warning),
    };
    let rows = rows.filter(|_| leave < Leave::Meeting).map(|rows| words.rows(rows));
    let rows = rows.map(|rows| format!(" {rows}")).unwrap_or_default();
    Span::styled(format!("{} {word}{rows}", words.label), style)
}

fn left(header: &Header, leave: Leave, pen: &Pen<'_>) -> Vec<Span<'static>> {
    let (words, theme) = (pen.words, pen.theme);
    let mut parts: Vec<(String, Style)> = vec![(place(header, leave, pen), theme.title)];
    if let Some((at, of)) = header.block.filter(|_| leave < Leave::Block) {
        parts.push((words.screen.block(at, of), theme.text));
    }
    if !header.progress.is_empty() {
        parts.push((progress(header, leave), theme.text));
    }
    parts.extend(time(header, leave, pen));
    let mut spans = Vec::with_capacity(parts.len() * 2);
    for (text, style) in parts {
        if !spans.is_empty() {
            spans.push(Span::styled(GAP, theme.text));
        }
        spans.push(Span::styled(text, style));
    }
    spans
}

/// That the time of the item at hand is over: `4:13/4`.
fn overtime(header: &Header, pen: &Pen<'_>) -> Option<[Span<'static>; 2]> {
    let clock = header.clock.filter(agenda::is_over)?;
    let gap = Span::styled(GAP, pen.theme.text);
    Some([gap, Span::styled(agenda::item_clock(&clock), pen.theme.warning)])
}

/// The whole left half in at most `room` columns, for a header without a right half.
pub(in crate::ui) fn alone(header: &Header, pen: &Pen<'_>, room: u16) -> Vec<Span<'static>> {
    let each = ORDER.iter().map(|leave| left(header, *leave, pen));
    let fits = each.into_iter().find(|spans| line_columns(spans) <= room);
    fits.unwrap_or_else(|| left(header, Leave::Clock, pen))
}

/// The school and the sitting, in words.
pub(in crate::ui) fn place_words(header: &Header, pen: &Pen<'_>) -> String {
    place(header, Leave::Nothing, pen)
}

/// How the meeting stands, in words.
pub(in crate::ui) fn time_words(header: &Header, pen: &Pen<'_>) -> Vec<String> {
    time(header, Leave::Nothing, pen)
        .into_iter()
        .map(|(text, _)| text)
        .collect()
}

/// How the public window does, in words.
pub(in crate::ui) fn window_words(window: WindowState, pen: &Pen<'_>) -> String {
    public_window(window, Leave::Nothing, pen).content.into_owned()
}

/// The school and the sitting.
fn place(header: &Header, leave: Leave, pen: &Pen<'_>) -> String {
    let screen = &pen.words.screen;
    let meeting = header.meeting;
    let meeting = meeting.map(|(kind, day)| screen.meeting(pen.words.codes.meeting(kind), day));
    match (&header.school, meeting) {
        (Some(school), Some(meeting)) if leave < Leave::Meeting => format!("{school} · {meeting}"),
        (Some(school), None) if leave < Leave::Meeting => format!("{school} · {}", screen.no_meeting),
        (Some(school), _) => school.clone(),
        (None, Some(meeting)) => meeting,
        (None, None) => screen.no_meeting.to_owned(),
    }
}

/// How far the pupils are, with all marks.
pub(in crate::ui) fn progress_marks(header: &Header) -> String {
    progress(header, Leave::Nothing)
}

/// `4/12 √√H»○○○○○○○○`
fn progress(header: &Header, leave: Leave) -> String {
    let of = header.progress.len();
    let mut text = match header.at {
        Some(at) => format!("{at}/{of}"),
        None => format!("–/{of}"),
    };
    if leave < Leave::Progress {
        text.push(' ');
        for (index, mark) in header.progress.iter().enumerate() {
            let here = header.at == Some(index + 1);
            text.push_str(if here { glyphs::HERE } else { glyphs::queue_mark(*mark) });
        }
    }
    text
}

/// How the meeting stands: the clock while it is open, else a word.
fn time(header: &Header, leave: Leave, pen: &Pen<'_>) -> Vec<(String, Style)> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let mut parts = Vec::new();
    let word = match header.phase {
        Phase::None | Phase::Open => None,
        Phase::Planned => Some((screen.planned, theme.text)),
        Phase::Closed => Some((screen.closed, theme.text)),
        Phase::Corrected => Some((screen.corrected, theme.warning)),
    };
    parts.extend(word.map(|(word, style)| (word.to_owned(), style)));
    if let Some(clock) = header.clock.filter(|_| leave < Leave::Clock) {
        let late = if clock.minutes_late > 0 {
            theme.warning
        } else {
            theme.text
        };
        let ends = screen.ends(clock.expected_end, clock.minutes_late);
        let text = match leave < Leave::MinutesLeft {
            true => format!("{} · {ends}", screen.minutes_left(clock.minutes_left)),
            false => ends,
        };
        parts.push((text, late));
    }
    if header.paused {
        parts.push((screen.paused.to_owned(), theme.warning));
    }
    parts
}
