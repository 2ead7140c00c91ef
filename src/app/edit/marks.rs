//! Where lines of the screen are known to start, so that a key costs the same in a long paragraph as in a short one.
//!
//! The rule: a mark is dropped as soon as an edit may have moved it. Where a line starts is decided by the line before
//! it and the word at its own start, so every mark holds that lies a few lines before the edit; those behind it are
//! not worth shifting, since they are found again when the cursor goes there.

use super::wrap::{Measure, line_at, paragraph_start};

/// How many lines lie between two marks.
const EVERY: usize = 8;

/// From this many bytes behind the last mark on, it is cheaper to start afresh near the cursor.
const FAR: usize = 64 << 10;

/// How far before the cursor afresh is, in bytes: enough lines to fill the area above the cursor in most texts.
const AHEAD: usize = 8 << 10;

/// Starts of lines, `EVERY` lines apart, from the start of a paragraph on.
#[derive(Clone, Default)]
pub(super) struct Marks {
    measure: Option<Measure>,
    starts: Vec<usize>,
}

impl Marks {
    /// Marks the lines up to the one of the cursor.
    pub(super) fn extend(&mut self, text: &str, cursor: usize, measure: Measure) {
        if !self.reach(cursor, measure) {
            let near = text.floor_char_boundary(cursor.saturating_sub(AHEAD));
            self.measure = Some(measure);
            self.starts = vec![paragraph_start(text, near)];
        }
        let Some(mut start) = self.starts.last().copied() else {
            return;
        };
        let mut passed = 0;
        while let Some(next) = line_at(text, start, measure).next.filter(|next| *next <= cursor) {
            start = next;
            passed += 1;
            if passed % EVERY == 0 {
                self.starts.push(start);
            }
        }
    }

    /// Drops the marks that an edit at this place may move. All that counts is where the edit starts: the marks that
    /// stay lie before it.
    pub(super) fn cut(&mut self, at: usize) {
        let before = self.starts.partition_point(|start| *start <= at);
        self.starts.truncate(match before {
            0 => 0,
            marks => (marks - 1).max(1),
        });
    }

    /// A line start at least `count` lines before the line of an offset, or the start of the paragraph the marks
    /// start with. `None` when the marks are no help there.
    pub(super) fn before(&self, offset: usize, count: usize, measure: Measure) -> Option<usize> {
        if !self.reach(offset, measure) {
            return None;
        }
        let nearest = self.starts.partition_point(|start| *start <= offset).checked_sub(1)?;
        self.starts.get(nearest.saturating_sub(count.div_ceil(EVERY))).copied()
    }

    fn reach(&self, offset: usize, measure: Measure) -> bool {
        let reached = |(first, last): (&usize, &usize)| *first <= offset && offset.saturating_sub(*last) <= FAR;
        self.measure == Some(measure) && self.starts.first().zip(self.starts.last()).is_some_and(reached)
    }
}
