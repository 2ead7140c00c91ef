//! One change of a text, as it is undone, redone and stored in a draft.
//!
//! The rule: an edit says both what went and what came, so that it can be taken back and so that a draft that does not
//! belong to its text is noticed before it is replayed.

use std::fmt;

/// One change of a text: the bytes `at..at + removed.len()`, which read `removed`, became `inserted`.
///
/// Offsets are bytes of UTF-8. Replaying a sequence of edits in order on the text it started from gives the text back.
/// `Debug` gives lengths only: the text is personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where the change starts, in bytes.
    pub at: usize,
    /// What stood there before.
    pub removed: String,
    /// What stands there after.
    pub inserted: String,
}

impl fmt::Debug for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Edit {{ at: {}, removed: {} bytes, inserted: {} bytes }}",
            self.at,
            self.removed.len(),
            self.inserted.len()
        )
    }
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
        }
    }

    /// Makes this edit into this one followed by `next`, when the two touch. False, and nothing done, when they do not.
    /// The case of typing, where `next` lies within what this one inserted, costs no more than `next` is long.
    pub(super) fn absorb(&mut self, next: &Edit) -> bool {
        let (start, end) = (self.at, self.at + self.inserted.len());
        let (next_start, next_end) = (next.at, next.at + next.removed.len());
        if next_start > end || next_end < start {
            return false;
        }
        let kept_left = next_start.saturating_sub(start);
        let kept_right = next_end.saturating_sub(start).min(self.inserted.len());
        let before = start.saturating_sub(next_start);
        let after = next.removed.len() - next_end.saturating_sub(end);
        let (Some(before), Some(after)) = (next.removed.get(..before), next.removed.get(after..)) else {
            return false;
        };
        if !self.inserted.is_char_boundary(kept_left) || !self.inserted.is_char_boundary(kept_right) {
            return false;
        }
        self.inserted.replace_range(kept_left..kept_right, &next.inserted);
        self.removed.insert_str(0, before);
        self.removed.push_str(after);
        self.at = start.min(next_start);
        true
    }
}

impl From<Edit> for crate::domain::draft::DraftEdit {
    fn from(edit: Edit) -> Self {
        Self {
            at: edit.at,
            removed: edit.removed,
            inserted: edit.inserted,
        }
    }
}
