//! The timeline: what holds the pupil over time, as roof tiles, and below it whether somebody holds on every day.
//!
//! The rules: a day has one column for every row and for the header, so that what stands below each other happens at
//! the same time. The row that tells whether the pupil is held is drawn whatever the room; then come the rows that
//! matter most today. Every state is a glyph and a word, never a colour alone.

mod axis;
pub(in crate::ui) mod detail;
mod held;
pub(in crate::ui) mod marks;
mod rows;

use ratatui::layout::Rect;

use axis::Axis;

use crate::domain::Day;
use crate::public::{Board, Cursor, Sight, Standing, Timeline, TimelineRow};
use crate::ui::glyphs;
use crate::ui::layout::inside;
use crate::ui::pen::{Pen, row};
use crate::ui::show::{Seen, ShowName};

/// Rows of parties that are left when something is told about the thing under the cursor.
const PARTIES: u16 = 2;

/// Days around today in which what is not a holding tile still matters.
const NEAR: i64 = 90;

/// Draws the pane. The pupil is named in its title where no other pane does.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, focused: bool, alone: bool, pen: &mut Pen<'_>, pane: Rect) {
    let timeline = &board.timeline;
    let area = inside(pane);
    let mut title = pen.words.screen.timeline.to_owned();
    if let Some(card) = board.card.as_ref().filter(|_| alone) {
        title = format!("{title} · {}", card.title.name(pen.words));
    }
    let label = label_width(area.width);
    let axis = Axis::new(timeline, area.x + label, area.width.saturating_sub(label));
    let all = axis
        .as_ref()
        .map(|axis| lines(timeline, axis, board.today))
        .unwrap_or_default();
    let detail = match &timeline.detail {
        Some(detail) if focused => detail::lines(detail, area.width.saturating_sub(2), pen),
        _ => Vec::new(),
    };
    // The header, the row that tells who is held, and some parties come first.
    let told = u16::try_from(detail.len()).unwrap_or(u16::MAX);
    let told = told.min(area.height.saturating_sub(2 + PARTIES));
    let fit = usize::from(area.height.saturating_sub(1 + told));
    if all.len() > fit {
        title = format!("{title} {fit}/{}", all.len());
    }
    pen.title(pane, &title, focused);
    if focused {
        pen.set_cursor(area.x, area.y);
    }
    let Some(axis) = axis.filter(|_| !all.is_empty()) else {
        pen.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            pen.words.screen.timeline_empty,
            pen.theme.muted,
        );
        return;
    };
    if let Some(line) = row(area, 0) {
        axis.draw_header(timeline.scale, board.today, pen, line.y);
    }
    let mut at = 1;
    for line in chosen(all, fit) {
        let Some(place) = row(area, at) else { break };
        draw_line(&line, board, &axis, focused, label, pen, place);
        at += 1;
    }
    let spare = area.height.saturating_sub(at + told);
    // A row of air, then what is told, and the legend at the bottom.
    let top = at + u16::from(spare > 0);
    for (line, index) in detail.iter().take(usize::from(told)).zip(top..) {
        if let Some(place) = row(area, index) {
            pen.put(
                place.x + 1,
                place.y,
                place.width.saturating_sub(2),
                &line.text,
                line.style,
            );
        }
    }
    let legend = detail::legend(timeline, area.width.saturating_sub(2), pen);
    let high = u16::try_from(legend.len()).unwrap_or(u16::MAX);
    if spare > high {
        for (line, index) in legend.iter().zip(area.height - high..) {
            if let Some(place) = row(area, index) {
                pen.spans(place.x + 1, place.y, place.width.saturating_sub(2), line);
            }
        }
    }
}

/// The columns for the party's word and the initials of who holds the pupil there.
fn label_width(width: u16) -> u16 {
    match width {
        0..100 => 15,
        100..150 => 19,
        _ => 32,
    }
}

/// A row of the pane.
struct Line<'t, S: Sight> {
    kind: Kind<'t, S>,
    /// What comes first when there is not room for all.
    rank: (u8, i64),
}

enum Kind<'t, S: Sight> {
    /// A row of a party, and which.
    Party(usize, &'t TimelineRow<S>),
    Instruments,
    Marks,
    Held,
}

/// The rows with something in the days that are shown: a party that held the pupil years ago takes no row from those
/// who do. First come those who hold now or soon, then what is near, then what has gone by.
fn lines<'t, S: Sight>(timeline: &'t Timeline<S>, axis: &Axis, today: Day) -> Vec<Line<'t, S>> {
    let mut lines = Vec::new();
    let here = |found: bool, rank: (u8, i64)| if found { (0, 0) } else { rank };
    for (at, party) in timeline.rows.iter().enumerate() {
        let seen = |from, until| axis.span(from, until).is_some();
        let mut own = timeline.instruments.iter().filter(|i| i.row == Some(at));
        if party.tiles.iter().any(|tile| seen(tile.from, tile.until)) || own.any(|i| seen(i.from, Some(i.until))) {
            let found = match timeline.cursor {
                Some(Cursor::Tile(row, _)) => row == at,
                Some(Cursor::Instrument(instrument)) => on_row(timeline, instrument) == Some(at),
                _ => false,
            };
            lines.push(Line {
                kind: Kind::Party(at, party),
                rank: here(found, rank(party, today)),
            });
        }
    }
    let near = |days: Option<i64>| {
        (
            if days.is_some_and(|days| days <= NEAR) { 3 } else { 5 },
            days.unwrap_or(i64::MAX),
        )
    };
    let instruments = timeline.instruments.iter().filter(|i| i.row.is_none());
    if instruments.clone().any(|i| axis.span(i.from, Some(i.until)).is_some()) {
        let days = instruments.map(|i| distance(i.from, Some(i.until), today)).min();
        let found = matches!(timeline.cursor, Some(Cursor::Instrument(at)) if on_row(timeline, at).is_none());
        lines.push(Line {
            kind: Kind::Instruments,
            rank: here(found, near(days)),
        });
    }
    let marks = timeline.marks.iter();
    if marks.clone().any(|mark| axis.column(mark.on).is_some()) {
        let open = marks.filter(|mark| mark.standing != Standing::Settled);
        let days = open.map(|mark| distance(mark.on, Some(mark.on), today)).min();
        let found = matches!(timeline.cursor, Some(Cursor::Mark(_)));
        lines.push(Line {
            kind: Kind::Marks,
            rank: here(found, near(days)),
        });
    }
    if timeline.held.span.is_some() {
        lines.push(Line {
            kind: Kind::Held,
            rank: (0, -1),
        });
    }
    lines
}

/// The row of a party on which an instrument stands.
fn on_row<S: Sight>(timeline: &Timeline<S>, instrument: usize) -> Option<usize> {
    timeline.instruments.get(instrument)?.row
}

/// As many rows as fit, in their order: those that matter most.
fn chosen<S: Sight>(mut lines: Vec<Line<'_, S>>, fit: usize) -> Vec<Line<'_, S>> {
    while lines.len() > fit {
        let least = lines.iter().enumerate().max_by_key(|(at, line)| (line.rank, *at));
        let Some((least, _)) = least else { break };
        lines.remove(least);
    }
    lines
}

fn rank<S: Sight>(party: &TimelineRow<S>, today: Day) -> (u8, i64) {
    let over = |until: Option<Day>| until.is_some_and(|until| until < today);
    let away = |holds: bool| {
        let tiles = party
            .tiles
            .iter()
            .filter(move |tile| tile.holds == holds && !over(tile.until));
        tiles.map(|tile| distance(tile.from, tile.until, today)).min()
    };
    match (away(true), away(false)) {
        (Some(days), _) if days <= 2 * NEAR => (1, days),
        (_, Some(days)) if days <= NEAR => (2, days),
        (holding, other) => {
            let past = party
                .tiles
                .iter()
                .map(|tile| distance(tile.from, tile.until, today))
                .min();
            (4, holding.or(other).or(past).unwrap_or(i64::MAX))
        }
    }
}

/// Days between today and a span; zero within it.
fn distance(from: Day, until: Option<Day>, today: Day) -> i64 {
    let before = (from - today).num_days();
    let after = until.map_or(0, |until| (today - until).num_days());
    before.max(after).max(0)
}

fn draw_line<S: Seen>(
    line: &Line<'_, S>,
    board: &Board<S>,
    axis: &Axis,
    focused: bool,
    label: u16,
    pen: &mut Pen<'_>,
    place: Rect,
) {
    let timeline = &board.timeline;
    let (today, y) = (board.today, place.y);
    let place = Rect { width: label, ..place };
    let words = &pen.words.roof;
    match line.kind {
        Kind::Party(at, party) => {
            let own: Vec<_> = timeline.instruments.iter().filter(|i| i.row == Some(at)).collect();
            rows::draw_label(party, pen, place);
            rows::draw_tiles(party, &own, axis, today, pen, y);
        }
        Kind::Instruments => {
            word(words.instruments, pen, place);
            marks::bar(axis, today, pen, y);
            let own = timeline.instruments.iter().filter(|i| i.row.is_none());
            marks::instruments(own, &[], axis, pen, y);
        }
        Kind::Marks => {
            word(words.marks, pen, place);
            marks::marks(&timeline.marks, axis, today, pen, y);
        }
        Kind::Held => {
            pen.put(place.x + 1, y, label.saturating_sub(2), words.held, pen.theme.title);
            held::draw(&timeline.held, axis, today, pen, y);
        }
    }
    if let Some((start, end)) = under_cursor(line, board, axis, pen).filter(|_| focused) {
        // The mark stands before it, so that a thing of one column is still seen.
        pen.put(start.saturating_sub(1), y, 1, glyphs::HERE, pen.theme.focus);
        let one = Rect {
            x: start,
            y,
            width: if end - start > 1 { 1 } else { end - start },
            height: 1,
        };
        pen.paint(one, pen.theme.focus);
        pen.set_cursor(start, y);
    }
}

fn word(word: &str, pen: &mut Pen<'_>, place: Rect) {
    pen.put(
        place.x + 1,
        place.y,
        place.width.saturating_sub(2),
        word,
        pen.theme.label,
    );
}

/// The columns of the thing under the cursor, when it is in this row.
fn under_cursor<S: Sight>(line: &Line<'_, S>, board: &Board<S>, axis: &Axis, pen: &Pen<'_>) -> Option<(u16, u16)> {
    let timeline = &board.timeline;
    let (from, until) = match (&line.kind, timeline.cursor?) {
        (Kind::Party(row, party), Cursor::Tile(at_row, at)) if *row == at_row => {
            let tile = party.tiles.get(at)?;
            (tile.from, tile.until)
        }
        (Kind::Party(row, _), Cursor::Instrument(at)) if on_row(timeline, at) == Some(*row) => {
            let instrument = timeline.instruments.get(at)?;
            (instrument.from, Some(instrument.until))
        }
        (Kind::Instruments, Cursor::Instrument(at)) if on_row(timeline, at).is_none() => {
            let instrument = timeline.instruments.get(at)?;
            (instrument.from, Some(instrument.until))
        }
        (Kind::Marks, Cursor::Mark(at)) => {
            let mark = timeline.marks.get(at)?;
            (mark.on, Some(mark.on))
        }
        (Kind::Held, Cursor::Gap(at)) => {
            return held::place(&timeline.held, *timeline.held.gaps.get(at)?, axis, board.today, pen);
        }
        (Kind::Held, Cursor::Cold(at)) => {
            let on = *timeline.held.cold.get(at)?;
            (on, Some(on))
        }
        _ => return None,
    };
    axis.span(from, until)
}
