//! How a text falls into lines of the screen.
//!
//! The rules: a line breaks after a space, and on either side of a wide (Chinese, Japanese, Korean) letter; a word that
//! fits on no line is cut. The last column is left free: the cursor behind a full line stands there, and so does the
//! space at which a full line breaks. With a single column there is nothing to leave free. A grapheme cluster wider
//! than the line has a line of its own.
//!
//! Where a line starts depends only on where the line before it started. So nothing before the paragraph at hand and
//! nothing behind the last row shown is looked at, and within a paragraph a line of plain ASCII is broken by looking at
//! its last word only.

use std::collections::VecDeque;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::marks::Marks;

/// A part of a text; empty where the bounds are not those of characters, which the callers see to.
pub(super) fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// How much goes on a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Measure {
    columns: usize,
    /// Whether the space at a break may stand in the column behind the line.
    hangs: bool,
}

impl Measure {
    /// For an area of this width, which counts as at least one column.
    pub(super) fn new(width: u16) -> Self {
        let width = usize::from(width.max(1));
        Self {
            columns: (width - 1).max(1),
            hangs: width > 1,
        }
    }
}

/// One line of the screen, as byte offsets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) start: usize,
    /// Behind the last cluster, the space at a break included and the line feed not.
    pub(super) end: usize,
    /// Where the next line starts: at `end` when the paragraph goes on, behind the line feed when it does not.
    pub(super) next: Option<usize>,
}

impl Line {
    /// Whether the paragraph goes on with the next line. Then the place at `end` belongs to that line.
    pub(super) fn goes_on(&self) -> bool {
        self.next == Some(self.end)
    }
}

/// The paragraph that holds an offset, without its line feed.
pub(super) fn paragraph(text: &str, offset: usize) -> Range<usize> {
    let end = slice(text, offset..text.len())
        .find('\n')
        .map_or(text.len(), |at| offset + at);
    paragraph_start(text, offset)..end
}

/// Where the paragraph that holds an offset starts.
pub(super) fn paragraph_start(text: &str, offset: usize) -> usize {
    slice(text, 0..offset).rfind('\n').map_or(0, |at| at + 1)
}

/// Whether a line that starts here is the first of its paragraph.
pub(super) fn starts_paragraph(text: &str, start: usize) -> bool {
    start == 0 || slice(text, 0..start).ends_with('\n')
}

/// The grapheme cluster at a cluster boundary before the end of the text: its length in bytes and its columns.
///
/// Two neighbours below U+0300 never belong to one cluster (the text holds no carriage return), and each is one column
/// wide; only where another character is near are the Unicode tables asked.
pub(super) fn cluster(text: &str, at: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let length = match bytes.get(at) {
        Some(0..=0x7f) => 1,
        Some(0xc2..=0xcb) => 2,
        _ => 0,
    };
    if length > 0 && bytes.get(at + length).is_none_or(|byte| *byte < 0xcc) {
        return (length, 1);
    }
    let cluster = slice(text, at..text.len()).graphemes(true).next().unwrap_or_default();
    (cluster.len().max(1), cluster.width())
}

/// The columns of a part of the text, summed per cluster.
pub(super) fn columns(text: &str, range: Range<usize>) -> usize {
    let (mut at, mut columns) = (range.start, 0);
    while at < range.end {
        let (length, width) = cluster(text, at);
        at += length;
        columns += width;
    }
    columns
}

/// The line that starts at an offset.
pub(super) fn line_at(text: &str, start: usize, measure: Measure) -> Line {
    if let Some(end) = ascii_break(text, start, measure) {
        return Line {
            start,
            end,
            next: Some(end),
        };
    }
    let (mut at, mut filled, mut after_wide) = (start, 0, false);
    let mut may_break = None;
    loop {
        match text.as_bytes().get(at) {
            None => {
                return Line {
                    start,
                    end: at,
                    next: None,
                };
            }
            Some(b'\n') => {
                return Line {
                    start,
                    end: at,
                    next: Some(at + 1),
                };
            }
            Some(_) => {}
        }
        let (length, width) = cluster(text, at);
        let space = length == 1 && text.as_bytes().get(at) == Some(&b' ');
        if at > start && (width > 1 || after_wide) && !space {
            may_break = Some(at);
        }
        if at > start && filled + width > measure.columns {
            let end = match may_break {
                _ if space && measure.hangs && filled <= measure.columns => at + 1,
                Some(end) => end,
                None => at,
            };
            return Line {
                start,
                end,
                next: Some(end),
            };
        }
        filled += width;
        at += length;
        after_wide = width > 1;
        if space {
            may_break = Some(at);
        }
    }
}

/// Where the line breaks, when it is full and of plain ASCII up to the letter behind the break.
fn ascii_break(text: &str, start: usize, measure: Measure) -> Option<usize> {
    let columns = measure.columns;
    let window = text
        .as_bytes()
        .get(start..start.checked_add(columns)?.checked_add(2)?)?;
    let (line, rest) = window.split_at_checked(columns)?;
    let over = *rest.first()?;
    if !window.is_ascii() || over == b'\n' || line.contains(&b'\n') {
        return None;
    }
    if over == b' ' && measure.hangs {
        return Some(start + columns + 1);
    }
    let space = line.iter().rposition(|byte| *byte == b' ');
    Some(start + space.map_or(columns, |at| at + 1))
}

/// A text with what is known of its lines at one width.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a> {
    pub(super) text: &'a str,
    pub(super) measure: Measure,
    pub(super) marks: &'a Marks,
}

impl Layout<'_> {
    /// The line that starts at an offset.
    pub(super) fn line_at(&self, start: usize) -> Line {
        line_at(self.text, start, self.measure)
    }

    /// The line that holds an offset.
    pub(super) fn line_of(&self, offset: usize) -> Line {
        let whole = Line {
            start: 0,
            end: self.text.len(),
            next: None,
        };
        self.lines_to(offset, 1).pop_back().unwrap_or(whole)
    }

    /// The last `count` lines up to and including the one that holds `offset`, across paragraphs.
    pub(super) fn lines_to(&self, offset: usize, count: usize) -> VecDeque<Line> {
        let (mut lines, mut offset) = (VecDeque::new(), offset);
        loop {
            let room = count.max(1) - lines.len();
            let marked = self.marks.before(offset, room, self.measure);
            let first = marked.unwrap_or_else(|| paragraph_start(self.text, offset));
            let mut part = self.last_lines(first, offset, room);
            part.append(&mut lines);
            lines = part;
            if lines.len() >= count || first == 0 {
                return lines;
            }
            offset = first - 1;
        }
    }

    /// The last `count` lines from the one that starts at `first` to the one that holds `offset`.
    fn last_lines(&self, first: usize, offset: usize, count: usize) -> VecDeque<Line> {
        let mut lines = VecDeque::with_capacity(count);
        let mut line = self.line_at(first);
        loop {
            if lines.len() == count {
                lines.pop_front();
            }
            lines.push_back(line);
            match line.next.filter(|next| *next <= offset) {
                Some(next) => line = self.line_at(next),
                None => return lines,
            }
        }
    }
}
