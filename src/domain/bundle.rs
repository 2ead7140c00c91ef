//! What travels between two files of one region: changes of some schools, and what merging them did.
//!
//! The rule: a bundle holds changes and not states, each with the rows as they were before and after, so that what two
//! tables did without knowing of each other can be told from what one did after the other.

use super::name::Name;
use super::{Day, Id, Moment};

/// The name of a file among others, and the key that locks bundles for it.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnKey {
    /// The name of the file: 32 hexadecimal digits.
    pub file: String,
    /// The secret half of its key, as the format of the bundle writes it.
    pub secret: zeroize::Zeroizing<String>,
}

impl std::fmt::Debug for OwnKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OwnKey(…)")
    }
}

/// A school as a bundle names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleSchool {
    /// BRIN and branch: `00AB00`.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Changes on their way from one file to another.
#[derive(Clone, PartialEq, Eq)]
pub struct Bundle {
    /// The version of the tables.
    pub schema: i64,
    /// The file it comes from.
    pub file: String,
    /// Which bundle it is of those this file made for this receiver, from one.
    pub number: i64,
    /// Whether it holds everything of its schools, and not only what changed since the one before.
    pub whole: bool,
    /// The approach the file was made with, if with one.
    pub approach: Option<String>,
    /// When it was made.
    pub made_at: Moment,
    /// Who made it.
    pub who: String,
    /// The schools it is about.
    pub schools: Vec<BundleSchool>,
    /// Who changed something, when and by what act.
    pub entries: Vec<BundleEntry>,
    /// What that did to rows.
    pub rows: Vec<BundleRow>,
    /// Who was erased, by id.
    pub erased: Vec<(Id, Day)>,
}

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bundle({} rows)", self.rows.len())
    }
}

/// An entry of a journal.
#[derive(Clone, PartialEq, Eq)]
pub struct BundleEntry {
    /// Of which file.
    pub file: String,
    /// Its moment among those of all files.
    pub tick: i64,
    /// When, as its own journal says.
    pub at: Moment,
    /// By whom.
    pub who: String,
    /// By which act.
    pub intent: String,
}

impl std::fmt::Debug for BundleEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundleEntry({} {})", self.tick, self.intent)
    }
}

/// What an entry did to one row. Tick zero is a row that was there before any journal told of it.
#[derive(Clone, PartialEq, Eq)]
pub struct BundleRow {
    /// Whose entry.
    pub file: String,
    /// Which entry.
    pub tick: i64,
    /// The kind of record.
    pub record: String,
    /// The row before as a JSON object; none when there was none.
    pub before: Option<String>,
    /// The row after; none when it was removed.
    pub after: Option<String>,
}

impl std::fmt::Debug for BundleRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundleRow({} {})", self.tick, self.record)
    }
}

/// What happens to a row when a bundle is merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowMerge {
    /// It is new.
    Made,
    /// These columns change.
    Changed(Vec<FieldMerge>),
    /// It goes.
    Removed,
}

/// A column that changes when a bundle is merged. Its `Debug` leaves the values out.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldMerge {
    /// The column.
    pub field: String,
    /// What stands there; none for nothing.
    pub before: Option<String>,
    /// What comes in its place; none for nothing.
    pub after: Option<String>,
}

impl std::fmt::Debug for FieldMerge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldMerge({})", self.field)
    }
}

/// What merging a bundle did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Changes this file did not know yet.
    pub news: usize,
    /// Changes it knew.
    pub known: usize,
    /// What happens to rows, with the pupil each is of.
    pub rows: Vec<(String, Option<Id>, RowMerge)>,
    /// The pupils who come with it, called as they are once it is merged: what was rectified here is not told either.
    pub newcomers: Vec<(Id, Name)>,
    /// Conflicts that were not there before.
    pub conflicts: usize,
    /// The same, with what stands here and what comes beside it.
    pub between: Vec<Conflict>,
    /// Changes of pupils who were erased here or there, which were left out.
    pub left_out: usize,
    /// Pupils of this file who were erased in the other.
    pub erased_there: Vec<Id>,
    /// Bundles of this file that were made before this one and were not merged.
    pub missing_before: Option<(i64, i64)>,
}

/// A value that two files changed without knowing of each other.
#[derive(Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Its number.
    pub id: Id,
    /// The pupil it is about.
    pub pupil: Option<Id>,
    /// The kind of record.
    pub record: String,
    /// The column; empty when the other side had removed the row.
    pub field: String,
    /// What stands in the file now; none for nothing.
    pub here: Option<String>,
    /// When that was written; none when no journal tells.
    pub here_at: Option<Moment>,
    /// Who wrote it; empty when no journal tells.
    pub here_by: String,
    /// What the other side has; none for nothing, and when it had removed the row.
    pub other: Option<String>,
    /// When the other side wrote it; none when no journal tells.
    pub other_at: Option<Moment>,
    /// Who wrote it.
    pub other_by: String,
}

impl std::fmt::Debug for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Conflict({} {}.{})", self.id, self.record, self.field)
    }
}

/// Which side of a conflict is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What stands in the file now.
    Here,
    /// What stands beside it.
    Other,
}
