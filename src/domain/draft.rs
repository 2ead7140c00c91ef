//! What typing does to a text, one edit at a time.
//!
//! The rule: an edit says what it took away as well as what it put in, so that a note being typed can be built again
//! from its start after a crash, and each edit can be taken back.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One edit of a text: at a place, some of it removed and something put there instead.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftEdit {
    /// Where, in bytes of UTF-8 from the start of the text; always between two characters.
    pub at: usize,
    /// What stood there and is gone.
    pub removed: String,
    /// What stands there instead.
    pub inserted: String,
}

/// The text is not what the edit was made on: it does not hold, at that place, what was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the edit does not fit the text")]
pub struct Misfit;

impl DraftEdit {
    /// Makes the edit in a text.
    ///
    /// # Errors
    /// [`Misfit`] when the text does not hold what is to be removed; it is then as it was.
    pub fn apply(&self, text: &mut String) -> Result<(), Misfit> {
        replace(text, self.at, &self.removed, &self.inserted)
    }

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
    pub fn absorb(&mut self, next: &Self) -> bool {
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

/// Puts one text for another at a place.
fn replace(text: &mut String, at: usize, old: &str, new: &str) -> Result<(), Misfit> {
    if !text.get(at..).is_some_and(|rest| rest.starts_with(old)) {
        return Err(Misfit);
    }
    text.replace_range(at..at + old.len(), new);
    Ok(())
}

/// Shows where and how much, never what: notes are about people.
impl fmt::Debug for DraftEdit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (removed, inserted) = (self.removed.chars().count(), self.inserted.chars().count());
        write!(f, "DraftEdit(at {}, -{removed} +{inserted} characters)", self.at)
    }
}
