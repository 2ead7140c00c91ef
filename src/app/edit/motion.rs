//! Where a motion ends.
//!
//! The rule: every place is a boundary between grapheme clusters, also where the boundaries of words (which Unicode
//! defines apart from them) are not. A place at which a line of the screen is broken belongs to the line below.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::wrap::{Layout, Line, cluster, columns, paragraph, slice};
use super::{Kind, Motion};

/// The cluster boundary before an offset; 0 at the start.
pub(super) fn previous(text: &str, offset: usize) -> usize {
    let found = GraphemeCursor::new(offset, text.len(), true).prev_boundary(text, 0);
    found.ok().flatten().unwrap_or(0)
}

/// The cluster boundary after an offset; the end at the end.
pub(super) fn next(text: &str, offset: usize) -> usize {
    let found = GraphemeCursor::new(offset, text.len(), true).next_boundary(text, 0);
    found.ok().flatten().unwrap_or(text.len())
}

/// The first cluster boundary at or after an offset.
pub(super) fn snap(text: &str, offset: usize) -> usize {
    let offset = text.ceil_char_boundary(offset);
    if is_boundary(text, offset) {
        offset
    } else {
        next(text, offset)
    }
}

/// The last cluster boundary at or before an offset.
pub(super) fn snap_back(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    if is_boundary(text, offset) {
        offset
    } else {
        previous(text, offset)
    }
}

fn is_boundary(text: &str, offset: usize) -> bool {
    GraphemeCursor::new(offset, text.len(), true)
        .is_boundary(text, 0)
        .unwrap_or(true)
}

/// The start of the word before an offset.
pub(super) fn word_left(text: &str, offset: usize) -> usize {
    let word = slice(text, 0..offset)
        .split_word_bound_indices()
        .rev()
        .find(|(_, word)| !is_blank(word));
    snap_back(text, word.map_or(0, |(at, _)| at))
}

/// The start of the next word, or the end of the text.
pub(super) fn word_right(text: &str, offset: usize) -> usize {
    let word = slice(text, offset..text.len())
        .split_word_bound_indices()
        .skip(1)
        .find(|(_, word)| !is_blank(word));
    snap(text, word.map_or(text.len(), |(at, _)| offset + at))
}

fn is_blank(word: &str) -> bool {
    word.chars().all(char::is_whitespace)
}

/// Where a motion ends, and the column a run of vertical motions keeps to.
pub(super) struct Goal {
    pub(super) place: usize,
    pub(super) column: Option<usize>,
}

impl Goal {
    /// A place, with no column to keep.
    pub(super) fn at(place: usize) -> Self {
        Self { place, column: None }
    }
}

/// Where `motion` takes a cursor. `column` is what the motion before this one asked to keep.
pub(super) fn goal(
    layout: Layout,
    kind: Kind,
    cursor: usize,
    column: Option<usize>,
    motion: Motion,
    page: u16,
) -> Goal {
    let page = usize::from(page).saturating_sub(1).max(1);
    let rows: isize = match motion {
        Motion::Up => -1,
        Motion::Down => 1,
        Motion::PageUp => -page.cast_signed(),
        Motion::PageDown => page.cast_signed(),
        _ => return Goal::at(along(layout, kind, cursor, motion)),
    };
    match kind {
        Kind::Lines => vertical(layout, cursor, column, rows),
        Kind::OneLine => Goal::at(cursor),
    }
}

/// The motions along the text.
fn along(layout: Layout, kind: Kind, cursor: usize, motion: Motion) -> usize {
    let text = layout.text;
    match motion {
        Motion::Left => previous(text, cursor),
        Motion::Right => next(text, cursor),
        Motion::WordLeft => word_left(text, cursor),
        Motion::WordRight => word_right(text, cursor),
        Motion::LineStart if kind == Kind::Lines => {
            let start = layout.line_of(cursor).start;
            if start == cursor {
                paragraph(text, cursor).start
            } else {
                start
            }
        }
        Motion::LineEnd if kind == Kind::Lines => {
            let end = last_place(text, layout.line_of(cursor));
            if end == cursor {
                paragraph(text, cursor).end
            } else {
                end
            }
        }
        Motion::LineStart | Motion::TextStart => 0,
        Motion::LineEnd | Motion::TextEnd => text.len(),
        Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => cursor,
    }
}

/// Up (negative) or down by lines of the screen, as far as there are any, in the column that is kept.
fn vertical(layout: Layout, cursor: usize, column: Option<usize>, rows: isize) -> Goal {
    let from = layout.line_of(cursor);
    let column = column.unwrap_or_else(|| columns(layout.text, from.start..cursor));
    let mut to = from;
    if rows < 0 {
        let above = layout.lines_to(cursor, rows.unsigned_abs() + 1);
        to = above.front().copied().unwrap_or(from);
    }
    for _ in 0..rows {
        match to.next {
            Some(next) => to = layout.line_at(next),
            None => break,
        }
    }
    let place = if to == from {
        cursor
    } else {
        place_at(layout.text, to, column)
    };
    Goal {
        place,
        column: Some(column),
    }
}

/// The last place that is still shown on a line.
fn last_place(text: &str, line: Line) -> usize {
    if line.goes_on() {
        previous(text, line.end).max(line.start)
    } else {
        line.end
    }
}

/// The place on a line at a column, or the last one before it.
fn place_at(text: &str, line: Line, column: usize) -> usize {
    let last = last_place(text, line);
    let (mut at, mut passed) = (line.start, 0);
    while at < last {
        let (length, width) = cluster(text, at);
        if passed + width > column {
            break;
        }
        at += length;
        passed += width;
    }
    at.min(last)
}
