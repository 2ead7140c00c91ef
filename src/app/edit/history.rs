//! Undo and redo of the text at hand.
//!
//! The rule: a step is what a writer would call one thing. Letters typed one after another are one step per word with
//! the spaces behind it; a run of erasing is one step; a paste, a new paragraph and anything done to a selection are
//! steps of their own. Moving the cursor ends a step. There is no clock in this room, so a pause does not.

use std::collections::VecDeque;

use unicode_segmentation::UnicodeSegmentation;

use crate::domain::draft::DraftEdit;

/// The most text the steps together may hold, in bytes: the oldest go first. Many times the longest note, and small
/// beside the memory the program may use.
const MOST_BYTES: usize = 4 << 20;

/// What a step weighs besides its text, in bytes: about its own size in memory.
const STEP_BYTES: usize = size_of::<Step>();

/// Cursor and selection, as they were before a step or came to be after it.
#[derive(Clone, Copy)]
pub(super) struct Caret {
    pub(super) cursor: usize,
    pub(super) anchor: Option<usize>,
}

/// One thing to undo.
#[derive(Clone)]
pub(super) struct Step {
    pub(super) edit: DraftEdit,
    pub(super) before: Caret,
    pub(super) after: Caret,
}

impl Step {
    fn bytes(&self) -> usize {
        self.edit.removed.len() + self.edit.inserted.len() + STEP_BYTES
    }
}

/// Whether an edit may join the step before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grouping {
    /// A letter typed: joins typing until the next word starts.
    Typing,
    /// A letter or word erased without a selection: joins erasing.
    Erasing,
    /// A step of its own.
    Alone,
}

impl Grouping {
    /// How a text that is put in counts: one grapheme cluster is typed, nothing is an erasure, and more is a paste.
    pub(super) fn of(inserted: &str) -> Self {
        let mut clusters = inserted.graphemes(true);
        match (clusters.next(), clusters.next()) {
            (None, _) => Self::Erasing,
            (Some(letter), None) if letter != "\n" => Self::Typing,
            _ => Self::Alone,
        }
    }
}

/// The steps done and undone.
#[derive(Clone, Default)]
pub(super) struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    /// What may still join the last step done.
    open: Option<Grouping>,
    bytes: usize,
}

impl History {
    /// Adds what was just done, to the last step where the two are one thing. What was undone before is forgotten.
    pub(super) fn record(&mut self, step: Step, grouping: Grouping) {
        self.bytes -= self.undone.drain(..).map(|undone| undone.bytes()).sum::<usize>();
        self.bytes += step.bytes();
        let joins = grouping != Grouping::Alone && self.open == Some(grouping);
        self.open = Some(grouping);
        if let Some(last) = self.done.back_mut()
            && joins
            && !starts_word(&last.edit, &step.edit, grouping)
        {
            let apart = last.bytes() + step.bytes();
            if last.edit.absorb(&step.edit) {
                last.after = step.after;
                self.bytes = self.bytes + last.bytes() - apart;
                self.drop_if_nothing();
                return;
            }
        }
        self.done.push_back(step);
        while self.bytes > MOST_BYTES
            && self.done.len() > 1
            && let Some(oldest) = self.done.pop_front()
        {
            self.bytes -= oldest.bytes();
        }
    }

    /// Forgets a step that has come to change nothing, as two recovered edits that undo each other do.
    fn drop_if_nothing(&mut self) {
        let nothing = |last: &Step| last.edit.removed == last.edit.inserted;
        if self.done.back().is_some_and(nothing)
            && let Some(last) = self.done.pop_back()
        {
            self.bytes -= last.bytes();
            self.close();
        }
    }

    /// Ends the last step: what comes next is another.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Whether there is a step to take back, or else to do again.
    pub(super) fn has(&self, back: bool) -> bool {
        if back {
            !self.done.is_empty()
        } else {
            !self.undone.is_empty()
        }
    }

    /// The step to take back, which the caller does; it then counts as undone.
    pub(super) fn undo(&mut self) -> Option<Step> {
        self.close();
        let step = self.done.pop_back()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to do again, which the caller does; it then counts as done.
    pub(super) fn redo(&mut self) -> Option<Step> {
        self.close();
        let step = self.undone.pop()?;
        self.done.push_back(step.clone());
        Some(step)
    }
}

/// Whether a typed letter is the first of a word, after the spaces that end the step before it.
fn starts_word(last: &DraftEdit, next: &DraftEdit, grouping: Grouping) -> bool {
    let ends_in_space = last.inserted.ends_with(char::is_whitespace);
    grouping == Grouping::Typing && ends_in_space && !next.inserted.starts_with(char::is_whitespace)
}
