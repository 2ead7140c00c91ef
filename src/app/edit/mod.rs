//! The one text editor of the program: notes of many lines, fields of one line, the find box and the palette's query.
//!
//! Why it is not one of the existing text widgets: those draw through a terminal library, which this room may not know;
//! they step by `char`, so that a decomposed é takes two backspaces and joined emoji fall apart; and they keep to
//! themselves what changed, whereas here every keystroke is written to a draft before the next frame is drawn. A draft
//! that stored the whole note would cost as much as the note is long, so the editor hands out each change as an
//! [`DraftEdit`], and the draft is the sequence of them.
//!
//! The rules it keeps:
//! - The text is always in NFC and holds no control character but the line feed, no invisible direction mark and no
//!   tab (`clean` says what becomes of each). Search and the minutes can rely on that.
//! - The cursor always stands between two grapheme clusters: what a reader calls a letter is one step and one backspace.
//! - Columns are those of `unicode-width`, per grapheme cluster, as the drawing side counts them.
//! - The order is that of the text, not of the screen: in Arabic and Hebrew "left" goes back in the text, whatever
//!   way the terminal turns it.
//! - What a key costs does not grow with the text, nor with a paragraph without end: `marks` remembers where lines
//!   start. Only the first key after a far jump, or at another width, walks the paragraph it comes to once.
//! - The text is personal: no `Debug` of this module prints it.

mod clean;
mod command;
mod history;
mod marks;
mod motion;
mod view;
mod wrap;

use crate::domain::draft::DraftEdit;
use std::fmt;
use std::ops::Range;

pub use command::{Area, EditCommand, EditRefusal, Kind, Motion};
pub use view::{Viewport, VisualLine, viewport};

use clean::{clean, nfc, seam};
use history::{Caret, Grouping, History, Step};
use marks::Marks;
use motion::Goal;
use wrap::{Layout, Measure, slice};

/// A text being edited: see the module.
#[derive(Clone)]
pub struct Editor {
    text: String,
    kind: Kind,
    limit: usize,
    /// Byte offset, always between two grapheme clusters.
    cursor: usize,
    /// The other end of the selection, where there is one.
    anchor: Option<usize>,
    /// The column the current run of vertical motions started from.
    column: Option<usize>,
    /// Start of the first line shown after the last command (of the first column, in a text of one line). A hint for
    /// the next view, so that the text stands still while the cursor moves within it.
    top: usize,
    marks: Marks,
    history: History,
    /// What changed since it was last asked for.
    pending: Vec<DraftEdit>,
}

impl fmt::Debug for Editor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Editor")
            .field("kind", &self.kind)
            .field("bytes", &self.text.len())
            .field("cursor", &self.cursor)
            .field("selection", &self.selection())
            .finish_non_exhaustive()
    }
}

impl Editor {
    /// Opens a text, cleaned and in NFC, with the cursor at its end. `limit` is the most bytes it may grow to; a text
    /// that is longer already is kept whole and may only shrink. A draft counts from the text as it is after this, so
    /// its recovery starts from the same stored text, through here.
    #[must_use]
    pub fn new(text: &str, kind: Kind, limit: usize) -> Self {
        let text = nfc(&clean(text, kind));
        let cursor = text.len();
        Self {
            text,
            kind,
            limit,
            cursor,
            anchor: None,
            column: None,
            top: 0,
            marks: Marks::default(),
            history: History::default(),
            pending: Vec::new(),
        }
    }

    /// The text as it stands, in NFC.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, as a byte offset between two grapheme clusters.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The selected bytes, never empty.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// Whether there is a step to take back, or else one to do again.
    #[must_use]
    pub fn has_steps(&self, back: bool) -> bool {
        self.history.has(back)
    }

    /// Does what a key asks, for a text shown in `area`. A refusal leaves text, cursor and selection as they were.
    ///
    /// # Errors
    /// [`EditRefusal::TooLong`].
    pub fn input(&mut self, command: EditCommand, area: Area) -> Result<(), EditRefusal> {
        self.obey(command, area)?;
        if self.kind == Kind::Lines {
            self.marks.extend(&self.text, self.cursor, Measure::new(area.width));
        }
        self.top = view::top(self.layout(area), self.kind, self.cursor, self.top, area);
        Ok(())
    }

    /// Puts the cursor at a byte offset, or at the letter that ends next after it.
    pub fn go_to(&mut self, at: usize) {
        self.travel(Goal::at(motion::snap(&self.text, at)));
    }

    /// What changed since this was last asked, in order, for the draft. Changes that touch are one edit, so a word
    /// typed within one batch of input is one row.
    #[must_use]
    pub fn take_edits(&mut self) -> Vec<DraftEdit> {
        std::mem::take(&mut self.pending)
    }

    /// Forgets the steps that could be undone: what came before is settled elsewhere.
    pub fn forget_steps(&mut self) {
        self.history = History::default();
    }

    /// What is to be drawn: only the lines around the cursor, wrapped to `area`.
    #[must_use]
    pub fn view(&self, area: Area) -> Viewport {
        view::view(
            self.layout(area),
            self.kind,
            self.cursor,
            self.selection(),
            self.top,
            area,
        )
    }

    /// The paragraph of the cursor, without its line feed.
    #[must_use]
    pub fn current_line(&self) -> &str {
        slice(&self.text, wrap::paragraph(&self.text, self.cursor))
    }

    /// Puts `with` in place of the paragraph of the cursor, and the cursor behind it: one step of undo. With an empty
    /// text the writer goes on typing on the line that was taken.
    ///
    /// # Errors
    /// [`EditRefusal::TooLong`].
    pub fn replace_line(&mut self, with: &str) -> Result<(), EditRefusal> {
        self.replace(wrap::paragraph(&self.text, self.cursor), with)
    }

    /// Takes the paragraph of the cursor out together with its line feed (the last one with the feed before it): one
    /// step of undo. The cursor goes to the start of the paragraph that moves up, else to the end of the text.
    ///
    /// # Errors
    /// As [`Editor::replace`]; none in practice, since a text that shrinks is never too long.
    pub fn remove_line(&mut self) -> Result<(), EditRefusal> {
        let line = wrap::paragraph(&self.text, self.cursor);
        let range = if line.end < self.text.len() {
            line.start..line.end + 1
        } else {
            line.start.saturating_sub(1)..line.end
        };
        self.replace(range, "")
    }

    /// Puts `with` in place of a range of bytes, widened to whole grapheme clusters, and the cursor behind it: one step
    /// of undo. A name that is completed and a snippet that is expanded go through here.
    ///
    /// # Errors
    /// [`EditRefusal::TooLong`].
    pub fn replace(&mut self, range: Range<usize>, with: &str) -> Result<(), EditRefusal> {
        let start = motion::snap_back(&self.text, range.start.min(range.end));
        let end = motion::snap(&self.text, range.end.max(start));
        let with = clean(with, self.kind);
        self.change(start..end, &with, Grouping::Alone)
    }

    fn obey(&mut self, command: EditCommand, area: Area) -> Result<(), EditRefusal> {
        match command {
            EditCommand::Insert(text) => self.insert(&text),
            EditCommand::Newline if self.kind == Kind::OneLine => Ok(()),
            EditCommand::Newline => self.change(
                self.selection().unwrap_or(self.cursor..self.cursor),
                "\n",
                Grouping::Alone,
            ),
            EditCommand::Backspace => self.erase(motion::previous(&self.text, self.cursor)),
            EditCommand::Delete => self.erase(motion::next(&self.text, self.cursor)),
            EditCommand::DeleteWordLeft => self.erase(motion::word_left(&self.text, self.cursor)),
            EditCommand::DeleteWordRight => self.erase(motion::word_right(&self.text, self.cursor)),
            EditCommand::Move(motion) => {
                match (motion, self.selection()) {
                    (Motion::Left, Some(selected)) => self.travel(Goal::at(selected.start)),
                    (Motion::Right, Some(selected)) => self.travel(Goal::at(selected.end)),
                    _ => self.travel(self.goal(motion, area)),
                }
                Ok(())
            }
            EditCommand::Select(motion) => {
                let anchor = self.anchor.unwrap_or(self.cursor);
                self.travel(self.goal(motion, area));
                self.anchor = Some(anchor);
                Ok(())
            }
            EditCommand::SelectAll => {
                self.travel(Goal::at(self.text.len()));
                self.anchor = Some(0);
                Ok(())
            }
            EditCommand::Undo => {
                if let Some(step) = self.history.undo() {
                    self.reapply(&step.edit.inverse(), step.before);
                }
                Ok(())
            }
            EditCommand::Redo => {
                if let Some(step) = self.history.redo() {
                    self.reapply(&step.edit, step.after);
                }
                Ok(())
            }
        }
    }

    fn insert(&mut self, text: &str) -> Result<(), EditRefusal> {
        let text = clean(text, self.kind);
        if text.is_empty() {
            return Ok(());
        }
        let range = self.selection().unwrap_or(self.cursor..self.cursor);
        self.change(range, &text, Grouping::of(&text))
    }

    /// Removes the selection, else what lies between the cursor and `to`.
    fn erase(&mut self, to: usize) -> Result<(), EditRefusal> {
        match self.selection() {
            Some(selected) => self.change(selected, "", Grouping::Alone),
            None => self.change(to.min(self.cursor)..to.max(self.cursor), "", Grouping::Erasing),
        }
    }

    fn layout(&self, area: Area) -> Layout<'_> {
        Layout {
            text: &self.text,
            measure: Measure::new(area.width),
            marks: &self.marks,
        }
    }

    fn goal(&self, motion: Motion, area: Area) -> Goal {
        motion::goal(
            self.layout(area),
            self.kind,
            self.cursor,
            self.column,
            motion,
            area.height,
        )
    }

    /// Moves the cursor, which ends a run of typing: what is typed elsewhere is another step.
    fn travel(&mut self, goal: Goal) {
        self.settle(goal.place);
        self.column = goal.column;
        self.history.close();
    }

    /// Every change of the text but undo, redo and recovery comes through here. `range` lies on grapheme boundaries and
    /// `with` is clean. The letters at both seams are composed again, so that the whole stays in NFC.
    fn change(&mut self, range: Range<usize>, with: &str, grouping: Grouping) -> Result<(), EditRefusal> {
        let joined = seam(&self.text, range, with);
        let edit = joined.edit(&self.text);
        if edit.inserted.len() > edit.removed.len()
            && self.text.len() - edit.removed.len() + edit.inserted.len() > self.limit
        {
            return Err(EditRefusal::TooLong { limit: self.limit });
        }
        let before = self.caret();
        self.splice(&edit);
        self.settle(motion::snap(&self.text, joined.cursor()));
        if edit.removed != edit.inserted {
            self.note(&edit);
            self.history.record(
                Step {
                    edit,
                    before,
                    after: self.caret(),
                },
                grouping,
            );
        }
        Ok(())
    }

    /// Applies an edit of the history, whose text is known to be there.
    fn reapply(&mut self, edit: &DraftEdit, caret: Caret) {
        self.splice(edit);
        self.note(edit);
        self.settle(caret.cursor);
        self.anchor = caret.anchor;
    }

    /// Replaces bytes that are known to be there.
    fn splice(&mut self, edit: &DraftEdit) {
        self.marks.cut(edit.at);
        self.text
            .replace_range(edit.at..edit.at + edit.removed.len(), &edit.inserted);
    }

    /// Keeps an edit for the draft, as part of the last one where they touch.
    fn note(&mut self, edit: &DraftEdit) {
        let merged = self.pending.last_mut().is_some_and(|last| last.absorb(edit));
        if !merged {
            self.pending.push(edit.clone());
        }
        if self.pending.last().is_some_and(|last| last.removed == last.inserted) {
            self.pending.pop();
        }
    }

    fn caret(&self) -> Caret {
        Caret {
            cursor: self.cursor,
            anchor: self.anchor,
        }
    }

    /// Puts the cursor down without a selection.
    fn settle(&mut self, cursor: usize) {
        self.cursor = cursor;
        self.anchor = None;
        self.column = None;
    }
}
