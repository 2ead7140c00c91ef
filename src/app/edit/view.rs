//! What of a text is to be drawn.
//!
//! The rule: the cursor is always inside, and the text stands still as long as that allows. So the first line shown
//! after the last command is kept, and only a cursor that leaves the area moves it: by as little as needed in a note,
//! by half the width in a text of one line, where what surrounds the cursor helps. No row stays empty while there is
//! text above to fill it.

use std::fmt;
use std::ops::Range;

use super::marks::Marks;
use super::wrap::{Layout, Line, Measure, cluster, columns, slice, starts_paragraph};
use super::{Area, Kind, motion};

/// One line of the screen.
#[derive(Clone, PartialEq, Eq)]
pub struct VisualLine {
    /// The text of the line, no wider than the area unless a single grapheme cluster is.
    pub text: String,
    /// The columns that are selected. A selected line feed shows as one column behind the text, where there is room.
    pub selected: Option<Range<usize>>,
    /// Whether the paragraph starts here; else it goes on from the line above, or from the left.
    pub starts_paragraph: bool,
}

impl fmt::Debug for VisualLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VisualLine")
            .field("bytes", &self.text.len())
            .field("selected", &self.selected)
            .field("starts_paragraph", &self.starts_paragraph)
            .finish()
    }
}

/// The part of a text around the cursor. `Debug` does not print the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// The lines from the top, at most as many as the area has rows. None in an area without cells.
    pub lines: Vec<VisualLine>,
    /// Column and row of the cursor within the area, from 0.
    pub cursor: (u16, u16),
    /// Whether there is text above the first line; in a text of one line, to its left.
    pub more_before: bool,
    /// Whether there is text below the last line; in a text of one line, to its right.
    pub more_after: bool,
}

/// The part of a text around a cursor, for whoever has the text and not its editor: a screen that is drawn from plain
/// values. Without an editor nothing remembers where the text stood, so in a note the cursor keeps to the lower third
/// as long as text follows. Offsets that are not those of a letter are taken as the letter's start.
#[must_use]
pub fn viewport(text: &str, kind: Kind, cursor: usize, selection: Option<Range<usize>>, area: Area) -> Viewport {
    let layout = Layout {
        text,
        measure: Measure::new(area.width),
        marks: &Marks::default(),
    };
    let cursor = motion::snap_back(text, cursor);
    let top = match kind {
        Kind::OneLine => 0,
        Kind::Lines => {
            let above = layout.lines_to(cursor, usize::from(area.height) * 2 / 3 + 1);
            above.front().map_or(0, |line| line.start)
        }
    };
    view(layout, kind, cursor, selection, top, area)
}

/// Where the part to be shown starts. `top` is where it started before.
pub(super) fn top(layout: Layout, kind: Kind, cursor: usize, top: usize, area: Area) -> usize {
    match kind {
        Kind::Lines => rows(layout, cursor, top, area)
            .lines
            .first()
            .map_or(0, |line| line.start),
        Kind::OneLine => left_edge(layout.text, cursor, top, area),
    }
}

/// The part of a text to be drawn.
pub(super) fn view(
    layout: Layout,
    kind: Kind,
    cursor: usize,
    selection: Option<Range<usize>>,
    top: usize,
    area: Area,
) -> Viewport {
    if area.width == 0 || area.height == 0 {
        return Viewport {
            lines: Vec::new(),
            cursor: (0, 0),
            more_before: false,
            more_after: !layout.text.is_empty(),
        };
    }
    let selection = selection.unwrap_or(0..0);
    match kind {
        Kind::Lines => paragraphs(layout, cursor, &selection, top, area),
        Kind::OneLine => one_line(layout.text, cursor, &selection, top, area),
    }
}

/// The lines to be shown, and which of them has the cursor.
struct Rows {
    lines: Vec<Line>,
    cursor: usize,
}

fn rows(layout: Layout, cursor: usize, top: usize, area: Area) -> Rows {
    let height = usize::from(area.height.max(1));
    let mut lines = Vec::from(layout.lines_to(cursor, height));
    let mut cut = lines.iter().skip(1).take_while(|line| line.start <= top).count();
    let at = lines.len() - 1;
    while lines.len() - cut < height
        && let Some(next) = lines.last().and_then(|line| line.next)
    {
        lines.push(layout.line_at(next));
    }
    cut = cut.min(lines.len().saturating_sub(height));
    lines.drain(..cut);
    Rows {
        lines,
        cursor: at - cut,
    }
}

fn paragraphs(layout: Layout, cursor: usize, selection: &Range<usize>, top: usize, area: Area) -> Viewport {
    let text = layout.text;
    let rows = rows(layout, cursor, top, area);
    let column = rows
        .lines
        .get(rows.cursor)
        .map_or(0, |line| columns(text, line.start..cursor));
    Viewport {
        cursor: (clamp(column, area.width), clamp(rows.cursor, area.height)),
        more_before: rows.lines.first().is_some_and(|line| line.start > 0),
        more_after: rows.lines.last().is_some_and(|line| line.next.is_some()),
        lines: rows
            .lines
            .iter()
            .map(|line| visual(text, *line, selection, area))
            .collect(),
    }
}

fn visual(text: &str, line: Line, selection: &Range<usize>, area: Area) -> VisualLine {
    let mut selected = selected_columns(text, line.start..line.end, selection);
    if line.next.is_some() && !line.goes_on() && selection.contains(&line.end) {
        let width = columns(text, line.start..line.end);
        let from = selected.map_or(width, |range| range.start);
        selected = (width < usize::from(area.width))
            .then_some(from..width + 1)
            .or(Some(from..width).filter(|range| !range.is_empty()));
    }
    VisualLine {
        text: slice(text, line.start..line.end).to_owned(),
        selected,
        starts_paragraph: starts_paragraph(text, line.start),
    }
}

/// The columns within a line that a selection covers; none where it covers only what has no width.
fn selected_columns(text: &str, line: Range<usize>, selection: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = (selection.start.max(line.start), selection.end.min(line.end));
    if start >= end {
        return None;
    }
    let before = columns(text, line.start..start);
    let covered = before..before + columns(text, start..end);
    (!covered.is_empty()).then_some(covered)
}

fn one_line(text: &str, cursor: usize, selection: &Range<usize>, left: usize, area: Area) -> Viewport {
    let width = usize::from(area.width);
    let start = left_edge(text, cursor, left, area);
    let (mut end, mut filled) = (start, 0);
    while end < text.len() {
        let (length, columns) = cluster(text, end);
        if end > start && filled + columns > width {
            break;
        }
        end += length;
        filled += columns;
    }
    let line = VisualLine {
        text: slice(text, start..end).to_owned(),
        selected: selected_columns(text, start..end, selection),
        starts_paragraph: start == 0,
    };
    Viewport {
        cursor: (clamp(columns(text, start..cursor), area.width), 0),
        more_before: start > 0,
        more_after: end < text.len(),
        lines: vec![line],
    }
}

/// Where a text of one line is cut off at the left: where it was, unless the cursor would be outside or room would
/// stay empty at the right.
fn left_edge(text: &str, cursor: usize, left: usize, area: Area) -> usize {
    let room = usize::from(area.width.max(1)) - 1;
    let left = motion::snap_back(text, left);
    let inside = left <= cursor && back(text, cursor, room) <= left;
    let edge = if inside {
        left
    } else {
        back(text, cursor, usize::from(area.width) / 2)
    };
    edge.min(back(text, text.len(), room))
}

/// The first cluster boundary from which no more than `room` columns lead up to an offset.
fn back(text: &str, offset: usize, room: usize) -> usize {
    let (mut at, mut passed) = (offset, 0);
    while at > 0 {
        let before = motion::previous(text, at);
        passed += cluster(text, before).1;
        if passed > room {
            break;
        }
        at = before;
    }
    at
}

/// A column or row within the area.
fn clamp(place: usize, size: u16) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX).min(size.saturating_sub(1))
}
