//! What a row is, from everything that is known to have happened to it.
//!
//! The rule: the answer follows from the set of changes alone, not from the order in which files told of them. So two
//! files that know the same changes hold the same row, however they came to know them.
//!
//! Changes are put in the order of their moments, which no file can set before what it knew. A column holds what the
//! last change wrote in it. A change that did not see what the one before it wrote, as its own image of before shows,
//! does not replace that value: both stand, the later one in the row and the other as a conflict.
//!
//! A choice in a conflict is a change with a moment of its own, also when the value that stood is kept. It replaces the
//! two versions that were chosen between and nothing else: so of two tables that choose differently in one conflict
//! neither overturns the other in silence, and what they chose is a conflict again.

use serde_json::{Map, Value};

use super::ops::RowKey;
use super::version::version;
use crate::domain::Id;

/// A row as the journal keeps it, by column.
pub(in crate::store) type Image = Map<String, Value>;

/// What one entry did to one row, in all.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::store) struct Op {
    /// The moment, and the file whose entry it is: what orders it.
    pub(in crate::store) tick: i64,
    /// The name of that file.
    pub(in crate::store) file: String,
    /// The row before; none when there was none.
    pub(in crate::store) before: Option<Image>,
    /// The row after; none when it was removed.
    pub(in crate::store) after: Option<Image>,
    /// What was chosen in conflicts about the row. Of such a column the images only show what the choice did here.
    pub(in crate::store) choices: Vec<Choice>,
}

/// A choice between two versions of a column, or between keeping and removing the row.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::store) struct Choice {
    /// The column; empty for the row itself.
    pub(in crate::store) field: String,
    /// The version that stood beside the row.
    pub(in crate::store) conflict: Id,
    /// The version that was in the row; none when nobody knows.
    pub(in crate::store) stood: Option<Id>,
    /// Whether what was in the row was kept.
    pub(in crate::store) keeps: bool,
    /// The value that was chosen.
    pub(in crate::store) value: Value,
    /// Whether whoever chose still stands by it: false for a choice that was taken back, and for taking it back.
    pub(in crate::store) stands: bool,
}

impl Op {
    /// Whether the change is, of a column, a choice in a conflict or the taking back of one.
    pub(in crate::store) fn chooses(&self, field: &str) -> bool {
        self.choices.iter().any(|choice| choice.field == field)
    }
}

/// Whose change it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct Writer {
    pub(in crate::store) tick: i64,
    pub(in crate::store) file: String,
}

/// A value that is not in the row, or the removal of a row that is there.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::store) struct Lost {
    /// The column; empty for the row itself.
    pub(in crate::store) field: String,
    /// The value; none for a removal.
    pub(in crate::store) value: Option<Value>,
    /// Whose change it was.
    pub(in crate::store) writer: Writer,
}

/// What a row is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::store) struct Folded {
    /// Whether it is there.
    pub(in crate::store) alive: bool,
    /// Its columns, also when it is not there.
    pub(in crate::store) image: Image,
    /// What stands beside it.
    pub(in crate::store) lost: Vec<Lost>,
}

/// A value in a column, and whose it is.
type Head = (Value, Writer);

/// A column while changes are gone through: the values that stand, the latest last.
#[derive(Default)]
struct Column(Vec<Head>);

impl Column {
    /// A change wrote here; `saw` is what it saw, when there was a row.
    fn write(&mut self, saw: Option<&Value>, value: &Value, writer: &Writer) {
        // A file knows its own changes; and whoever saw a value saw it, whoever else wrote the same.
        self.0
            .retain(|(held, other)| other.file != writer.file && Some(held) != saw);
        self.0.push((value.clone(), writer.clone()));
    }

    /// Takes out a version, and those before it that say the same.
    fn replace(&mut self, is_it: impl Fn(&Writer) -> bool) {
        let seen = self.0.iter().find(|(_, writer)| is_it(writer)).cloned();
        if let Some((value, writer)) = seen {
            self.0.retain(|(held, other)| *held != value || *other > writer);
        }
    }

    fn value(&self) -> Option<&Value> {
        self.0.last().map(|(value, _)| value)
    }
}

/// Works out what a row is. The changes may come in any order, each once.
pub(in crate::store) fn fold(key: &RowKey, ops: &[Op]) -> Folded {
    gone_through(key, ops).folded()
}

/// Whose is what is in a column of the row; none when the row or the column is not known.
pub(in crate::store) fn standing(key: &RowKey, ops: &[Op], field: &str) -> Option<Writer> {
    let row = gone_through(key, ops);
    let (_, writer) = row.columns.get(field)?.0.last()?;
    Some(writer.clone())
}

fn gone_through<'k>(key: &'k RowKey, ops: &[Op]) -> Row<'k> {
    let mut ordered: Vec<&Op> = ops.iter().collect();
    ordered.sort_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)));
    let mut row = Row {
        key,
        alive: false,
        made: false,
        columns: std::collections::BTreeMap::new(),
        removals: Vec::new(),
        removed: None,
        kept: Vec::new(),
    };
    for op in ordered {
        row.take(op);
    }
    row
}

struct Row<'k> {
    key: &'k RowKey,
    alive: bool,
    /// Whether anybody told of its making.
    made: bool,
    columns: std::collections::BTreeMap<String, Column>,
    /// Removals that stand beside the row.
    removals: Vec<Writer>,
    /// The removal after which the row is gone.
    removed: Option<Writer>,
    /// The removals against which somebody chose to keep the row.
    kept: Vec<Id>,
}

impl Row<'_> {
    fn take(&mut self, op: &Op) {
        let writer = Writer {
            tick: op.tick,
            file: op.file.clone(),
        };
        if !op.chooses("") {
            self.change(op, &writer);
        }
        for choice in op.choices.iter().filter(|choice| choice.stands) {
            // A choice about a row of which nothing is known makes none.
            match choice.field.as_str() {
                _ if self.columns.is_empty() => {}
                "" => self.keep_or_remove(choice, op, &writer),
                _ => self.choose(choice, &writer),
            }
        }
    }

    /// Somebody chose between two values.
    fn choose(&mut self, choice: &Choice, writer: &Writer) {
        let key = self.key;
        let column = self.columns.entry(choice.field.clone()).or_default();
        // What the chosen version says, rather than what stood in a file where the row was gone: that is nothing at all.
        let chosen = if choice.keeps {
            choice.stood
        } else {
            Some(choice.conflict)
        };
        let says = |(_, writer): &&Head| Some(version(key, &choice.field, writer)) == chosen;
        let known = column.0.iter().find(says).map(|(value, _)| value.clone());
        let Some(value) = known.or_else(|| Some(choice.value.clone()).filter(|value| !value.is_null())) else {
            return;
        };
        for seen in [Some(choice.conflict), choice.stood].into_iter().flatten() {
            column.replace(|writer| version(key, &choice.field, writer) == seen);
        }
        if choice.stood.is_some() {
            column.0.push((value, writer.clone()));
            self.removals.extend(self.removed.take());
            self.alive = true;
        }
    }

    /// Somebody chose between the row and its removal.
    fn keep_or_remove(&mut self, choice: &Choice, op: &Op, writer: &Writer) {
        let key = self.key;
        self.removals
            .retain(|removal| version(key, &choice.field, removal) != choice.conflict);
        if choice.keeps {
            self.kept.push(choice.conflict);
            self.removals.extend(self.removed.take());
            self.alive = true;
        } else if self.kept.contains(&choice.conflict) {
            // Whoever had known that it was kept would have had nothing to choose.
            self.removals.push(writer.clone());
        } else {
            self.remove(op.before.as_ref(), writer);
        }
    }

    /// Removes the row when whoever did that saw what is in it.
    fn remove(&mut self, saw: Option<&Image>, writer: &Writer) {
        let mut columns = self.columns.iter();
        let saw_all = columns.all(|(name, column)| column.value() == saw.and_then(|saw| saw.get(name)));
        if saw_all {
            self.alive = false;
            self.removals.clear();
            self.removed = Some(writer.clone());
        } else {
            self.removals.push(writer.clone());
        }
    }

    fn change(&mut self, op: &Op, writer: &Writer) {
        match (&op.before, &op.after) {
            (None, Some(after)) => {
                // Made again after a removal: nothing of before stands any more.
                let anew = !self.alive;
                for (name, value) in after {
                    let column = self.columns.entry(name.clone()).or_default();
                    if anew {
                        column.0.clear();
                    }
                    column.write(None, value, writer);
                }
                (self.alive, self.made) = (true, true);
                self.removed = None;
            }
            (Some(before), Some(after)) => {
                let changed = after.iter().filter(|(name, value)| before.get(*name) != Some(*value));
                let mut changed = changed.filter(|(name, _)| !op.chooses(name)).peekable();
                if changed.peek().is_none() && !op.choices.is_empty() {
                    return;
                }
                for (name, value) in changed {
                    let column = self.columns.entry(name.clone()).or_default();
                    column.write(before.get(name), value, writer);
                }
                // Whoever changed it did not know that it was gone.
                self.removals.extend(self.removed.take());
                self.alive = true;
            }
            (Some(before), None) => self.remove(Some(before), writer),
            (None, None) => {}
        }
    }

    fn folded(self) -> Folded {
        let mut lost = Vec::new();
        let mut image = Image::new();
        for (name, column) in self.columns {
            let Some(((value, _), others)) = column.0.split_last() else {
                continue;
            };
            let mut told: Vec<&Value> = vec![value];
            // The same value from two files is no conflict; of two lost ones that are equal the later one tells.
            for (other, writer) in others.iter().rev() {
                if !told.contains(&other) {
                    told.push(other);
                    lost.push(Lost {
                        field: name.clone(),
                        value: Some(other.clone()),
                        writer: writer.clone(),
                    });
                }
            }
            image.insert(name, value.clone());
        }
        lost.extend(self.removals.into_iter().map(|writer| Lost {
            field: String::new(),
            value: None,
            writer,
        }));
        // What was done to a row of which nobody told the making, because the merge that brought it was undone, waits
        // until somebody does: there is no whole row to be put anywhere.
        let alive = self.alive && self.made;
        if !alive {
            lost.clear();
        }
        Folded { alive, image, lost }
    }
}
