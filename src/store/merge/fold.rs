//! What a row is, from everything that is known to have happened to it.
//!
//! The rule: the answer follows from the set of changes alone, not from the order in which files told of them. So two
//! files that know the same changes hold the same row, however they came to know them.
//!
//! Changes are put in the order of their moments, which no file can set before what it knew. A column holds what the
//! last change wrote in it. A change that did not see what the one before it wrote, as its own image of before shows,
//! does not replace that value: both stand, the later one in the row and the other as a conflict.

use serde_json::{Map, Value};

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
        // A file knows its own changes.
        self.0.retain(|(_, other)| other.file != writer.file);
        if let Some(at) = self.0.iter().rposition(|(held, _)| Some(held) == saw) {
            self.0.remove(at);
        }
        self.0.push((value.clone(), writer.clone()));
    }

    fn value(&self) -> Option<&Value> {
        self.0.last().map(|(value, _)| value)
    }
}

/// Works out what a row is. The changes may come in any order, each once.
pub(in crate::store) fn fold(ops: &[Op]) -> Folded {
    let mut ordered: Vec<&Op> = ops.iter().collect();
    ordered.sort_by(|a, b| (a.tick, &a.file).cmp(&(b.tick, &b.file)));
    let mut row = Row::default();
    for op in ordered {
        row.take(op);
    }
    row.folded()
}

#[derive(Default)]
struct Row {
    alive: bool,
    columns: std::collections::BTreeMap<String, Column>,
    /// Removals that stand beside the row.
    removals: Vec<Writer>,
    /// The removal after which the row is gone.
    removed: Option<Writer>,
}

impl Row {
    fn take(&mut self, op: &Op) {
        let writer = Writer {
            tick: op.tick,
            file: op.file.clone(),
        };
        match (&op.before, &op.after) {
            (None, Some(after)) => {
                // Made again after a removal: nothing of before stands any more.
                let anew = !self.alive;
                for (name, value) in after {
                    let column = self.columns.entry(name.clone()).or_default();
                    if anew {
                        column.0.clear();
                    }
                    column.write(None, value, &writer);
                }
                self.alive = true;
                self.removed = None;
            }
            (Some(before), Some(after)) => {
                for (name, value) in after.iter().filter(|(name, value)| before.get(*name) != Some(*value)) {
                    let column = self.columns.entry(name.clone()).or_default();
                    column.write(before.get(name), value, &writer);
                }
                // Whoever changed it did not know that it was gone.
                self.removals.extend(self.removed.take());
                self.alive = true;
            }
            (Some(before), None) => {
                let mut columns = self.columns.iter();
                let saw_all = columns.all(|(name, column)| column.value() == before.get(name));
                if saw_all {
                    self.alive = false;
                    self.removals.clear();
                    self.removed = Some(writer);
                } else {
                    self.removals.push(writer);
                }
            }
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
        if !self.alive {
            lost.clear();
        }
        Folded {
            alive: self.alive,
            image,
            lost,
        }
    }
}
