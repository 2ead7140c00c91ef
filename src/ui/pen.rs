//! The pen: the one way in which text gets onto the screen.
//!
//! Two rules are kept here and nowhere else. Text from outside never commands the terminal: control characters,
//! escape sequences and characters that turn the direction of a line are replaced by a mark that is seen. And text
//! never leaves its place: it is cut by columns, at whole letters, with `…` where something was cut.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::glyphs;
use super::theme::Theme;
use crate::domain::outside::visible;
use crate::text::Catalog;

/// More columns than any window has: what is wider is not measured further, so that a long text costs no more than a
/// short one.
const WIDEST: u16 = 2048;

/// Bytes of a text that can matter within a row, marks that combine included.
const LONGEST: usize = 32 << 10;

/// The part of a text that can be seen in one row.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}

/// The columns that a text takes once it is visible, at most [`WIDEST`].
pub(super) fn columns(text: &str) -> u16 {
    let text = head(text);
    let mut sum = 0;
    if text.is_ascii() {
        sum = text.len();
    } else {
        // Per cluster, as the buffer places them: a sequence of joined emoji takes the columns of one.
        for cluster in text.graphemes(true) {
            sum += visible(cluster).width();
            if sum >= usize::from(WIDEST) {
                break;
            }
        }
    }
    u16::try_from(sum).unwrap_or(WIDEST).min(WIDEST)
}

/// The columns of a line of spans, at most [`WIDEST`].
pub(super) fn line_columns(line: &[Span<'_>]) -> u16 {
    line.iter()
        .fold(0, |sum: u16, span| sum.saturating_add(columns(&span.content)))
        .min(WIDEST)
}

/// The text in at most `width` columns, with `…` where it was cut.
pub(super) fn cut(text: &str, width: u16) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let (mut kept, mut filled) = (String::new(), 0);
    let room = usize::from(width.saturating_sub(1));
    for cluster in text.graphemes(true) {
        filled += cluster.width();
        if filled > room {
            break;
        }
        kept.push_str(cluster);
    }
    if width > 0 {
        kept.push_str(glyphs::CUT);
    }
    Cow::Owned(kept)
}

/// The text in lines of at most `width` columns, broken at spaces and line feeds, cut after `most` lines.
pub(super) fn wrap(text: &str, width: u16, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        lines.push(String::new());
        let mut filled = 0;
        for word in paragraph.split_inclusive(' ') {
            let wide = columns(word.trim_end());
            if filled > 0 && filled + wide > width {
                if lines.len() == most {
                    return with_cut(lines, width);
                }
                lines.push(String::new());
                filled = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(&cut(word, width));
            }
            filled = filled.saturating_add(columns(word)).min(width);
        }
        if lines.len() > most {
            lines.truncate(most);
            return with_cut(lines, width);
        }
    }
    lines
}

/// Marks the last line as cut.
fn with_cut(mut lines: Vec<String>, width: u16) -> Vec<String> {
    if let Some(last) = lines.last_mut() {
        let kept = cut(last.trim_end(), width.saturating_sub(1))
            .trim_end_matches(glyphs::CUT)
            .to_owned();
        *last = format!("{kept}{}", glyphs::CUT);
    }
    lines
}

/// A line in lines of at most `width` columns, broken at spaces, each after the first `indent` columns further in: for
/// what is read back, which may not be cut. Only a single word that is wider than a line is. What is told behind a dot, a
/// day or a length of time, stays together where it fits on a line.
pub(super) fn folded(line: Line<'static>, width: u16, indent: u16) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let (mut spans, mut filled): (Vec<Span<'static>>, u16) = (Vec::new(), 0);
    for word in words_of(line, width.saturating_sub(indent)) {
        let wide = word.iter().map(|span| columns(&span.content)).sum::<u16>();
        // The space it is broken at needs no column of its own.
        let blank = u16::from(word.last().is_some_and(|span| span.content.ends_with(' ')));
        if filled.saturating_add(wide - blank) > width && filled > indent {
            if let Some(last) = spans.last_mut() {
                last.content = last.content.trim_end().to_owned().into();
            }
            lines.push(Line::from(std::mem::take(&mut spans)));
            spans.push(Span::raw(" ".repeat(usize::from(indent))));
            filled = indent;
        }
        filled = filled.saturating_add(wide);
        spans.extend(word);
    }
    lines.push(Line::from(spans));
    lines
}

/// The parts of a line between which it may be broken, each with the space behind it. A word may go on in the next span,
/// as a name does in its colon; what stands behind a dot is one part when it fits in `width` columns.
fn words_of(line: Line<'static>, width: u16) -> Vec<Vec<Span<'static>>> {
    let mut words: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let mut behind_dot = false;
    for span in line.spans {
        let whole = columns(span.content.trim_end()).saturating_add(2) <= width;
        let parts: Vec<&str> = match span.content.strip_prefix(' ') {
            Some(aside) if aside.starts_with("· ") && whole => vec![" ", aside],
            _ if behind_dot && whole => vec![&span.content],
            _ => span.content.split_inclusive(' ').collect(),
        };
        for part in parts {
            behind_dot = part == "· ";
            if let Some(word) = words.last_mut() {
                word.push(Span::styled(part.to_owned(), span.style));
            }
            if part.ends_with(' ') && !behind_dot {
                words.push(Vec::new());
            }
        }
    }
    words
}

/// What draws: a buffer with the theme, the words, and where the cursor is to stand.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    pub(super) theme: &'a Theme,
    pub(super) words: &'a Catalog,
    cursor: Position,
}

impl<'a> Pen<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme, words: &'a Catalog) -> Self {
        let cursor = buffer.area.as_position();
        Self {
            buffer,
            theme,
            words,
            cursor,
        }
    }

    /// Where the cursor is to stand: always within the window.
    pub(super) fn cursor(&self) -> Position {
        let area = self.buffer.area;
        Position {
            x: self.cursor.x.clamp(area.x, area.right().saturating_sub(1).max(area.x)),
            y: self.cursor.y.clamp(area.y, area.bottom().saturating_sub(1).max(area.y)),
        }
    }

    /// Puts the cursor on the thing in focus.
    pub(super) fn set_cursor(&mut self, x: u16, y: u16) {
        self.cursor = Position { x, y };
    }

    /// Writes a text in at most `width` columns and gives the column behind it.
    pub(super) fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if !area.contains(Position { x, y }) {
            return x;
        }
        let width = width.min(area.right() - x);
        let shown = visible(head(text));
        let shown = cut(&shown, width);
        self.buffer.set_stringn(x, y, &shown, usize::from(width), style).0
    }

    /// Writes spans one behind the other in at most `width` columns and gives the column behind them.
    pub(super) fn spans(&mut self, x: u16, y: u16, width: u16, spans: &[Span<'_>]) -> u16 {
        let end = x.saturating_add(width);
        let whole = line_columns(spans) <= width;
        let mut at = x;
        for (index, span) in spans.iter().enumerate() {
            let room = end - at;
            let more_follows = !whole && index + 1 < spans.len();
            at = if more_follows && columns(&span.content) == room {
                // It fits, and what follows does not: the mark must still be seen.
                let text = format!("{}{}", span.content, glyphs::CUT);
                self.put(at, y, room, &text, span.style)
            } else {
                self.put(at, y, room, &span.content, span.style)
            };
            if at >= end {
                break;
            }
        }
        at
    }

    /// Writes a line of spans across a row.
    pub(super) fn line(&mut self, row: Rect, line: &Line<'_>) -> u16 {
        self.spans(row.x, row.y, row.width, &line.spans)
    }

    /// Writes a text that ends at the right end of a row, and gives the column where it starts.
    pub(super) fn right(&mut self, row: Rect, text: &str, style: Style) -> u16 {
        let wide = columns(text).min(row.width);
        let x = row.right() - wide;
        self.put(x, row.y, wide, text, style);
        x
    }

    /// Fills an area with a style without changing what is written there.
    pub(super) fn paint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Empties an area.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        Clear.render(area, self.buffer);
        self.buffer.set_style(area, self.theme.text);
    }

    /// Writes a glyph over a number of columns.
    pub(super) fn fill(&mut self, x: u16, y: u16, width: u16, glyph: &str, style: Style) {
        let area = Rect { x, y, width, height: 1 }.intersection(self.buffer.area);
        for x in area.x..area.right() {
            if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
                cell.set_symbol(glyph).set_style(style);
            }
        }
    }

    /// Draws the border of a pane, joined to those drawn before.
    pub(super) fn border(&mut self, pane: Rect) {
        Block::bordered()
            .merge_borders(MergeStrategy::Exact)
            .border_style(self.theme.border)
            .render(pane.intersection(self.buffer.area), self.buffer);
    }

    /// Writes the title into the upper border of a pane; with the focus in reverse and with a mark.
    pub(super) fn title(&mut self, pane: Rect, title: &str, focused: bool) -> u16 {
        let (mark, style) = if focused {
            (glyphs::HERE, self.theme.focus)
        } else {
            (" ", self.theme.title)
        };
        let room = pane.width.saturating_sub(3);
        let x = self.put(pane.x + 1, pane.y, room.min(1), mark, style);
        let x = self.put(x, pane.y, room.saturating_sub(1), title, style);
        self.put(x, pane.y, 1, " ", style)
    }

    /// A heading within a pane: a word and a line behind it.
    pub(super) fn heading(&mut self, row: Rect, title: &str, style: Style) {
        let x = self.put(row.x, row.y, row.width, title, style);
        let x = self.put(x, row.y, row.right().saturating_sub(x), " ", style);
        self.fill(x, row.y, row.right().saturating_sub(x), glyphs::LINE, self.theme.border);
    }
}

/// One row of an area, none when the area has not so many.
pub(super) fn row(area: Rect, index: u16) -> Option<Rect> {
    (index < area.height).then(|| Rect {
        y: area.y + index,
        height: 1,
        ..area
    })
}
