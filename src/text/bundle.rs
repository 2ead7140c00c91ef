//! The words of exchange between two files: making a bundle, merging one, and choosing in a conflict.

use super::catalog::theme;

/// Why a bundle was not made or not merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleTrouble {
    /// The receiver's key is not one.
    NoKey,
    /// This file has no key yet, so nothing can be for it.
    NoOwnKey,
    /// The own key is damaged.
    DamagedKey,
    /// It was locked for another receiver.
    ForSomebodyElse,
    /// It is not locked as a bundle is, or damaged.
    NotOpened,
    /// It is too large.
    TooLarge,
    /// What is to go into it is more than anybody could open.
    TooLargeToMake,
    /// What is in it is no bundle.
    NotABundle,
    /// It is of a form this program does not know.
    OtherVersion(u32),
    /// A line of it is wrong.
    WrongLine(usize),
    /// It ends too early or too late.
    WrongEnd,
    /// It was made by a program with other tables: theirs, ours.
    OtherSchema(i64, i64),
    /// It is of another approach.
    OtherApproach,
    /// The bundle is of days after what the clock here says.
    Clock,
    /// This file made it.
    OwnBundle,
    /// A row of it is not one.
    WrongRow(usize),
    /// Both files made the same thing by themselves: which record.
    Same(&'static str),
    /// It points at nothing.
    PointsNowhere,
    /// There is no such conflict.
    NoConflict(i64),
    /// The other value can no longer be had.
    NotPossible,
    /// There is no school.
    NoSchool,
    /// The receiver is this file itself.
    OwnReceiver,
}

/// What merging does, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeCount {
    /// New rows.
    pub made: usize,
    /// Changed rows.
    pub changed: usize,
    /// Removed rows.
    pub removed: usize,
    /// New conflicts.
    pub conflicts: usize,
}

theme! {
    /// What `bundel` and `samenvoegen` say.
    BundleWords {
        words {
            /// Below the own key: what it is for.
            key_is_for,
            /// A bundle holds nothing new.
            nothing_new,
            /// Nothing changed since the last bundle.
            nothing_since,
            /// Merged, and how to take it back.
            merged,
            /// A new row's pupil, whose name is not in the file yet.
            new_pupil,
            /// What is of no pupil.
            no_pupil,
            /// The row is new.
            made,
            /// The row goes.
            removed,
            /// No conflict is open.
            no_conflicts,
            /// Below the conflicts: how to choose.
            how_to_settle,
            /// Settled.
            settled,
            /// Nothing stands there.
            nothing,
            /// The other side removed the row.
            other_removed,
            /// In place of values that people typed: how to see them.
            with_names_only,
            /// Below conflicts of which the texts were not told: how to read them.
            how_to_read,
            /// Nobody is named: the value is older than any journal.
            by_nobody,
        }
        phrases {
            /// So many pupils who are not in the file yet.
            new_pupils(count: usize) -> String,
            /// The last bundle for this receiver was of other schools: as it would be asked for again, nothing for all.
            other_schools(schools: &[&str]) -> String,
            /// A bundle was written: number, schools, rows, where.
            written(number: i64, schools: usize, rows: usize, file: &str) -> String,
            /// From whom a bundle is, when it was made and of which schools.
            from(who: &str, at: &str, schools: &str) -> String,
            /// What merging does.
            counts(count: MergeCount) -> String,
            /// Earlier bundles are missing, from and up to.
            missing_before(from: i64, until: i64) -> String,
            /// Changes of erased pupils were left out.
            left_out(count: usize) -> String,
            /// Pupils who were erased at the other table are still here.
            erased_there(pupils: &str) -> String,
            /// A conflict: number, pupil, what.
            conflict(number: i64, pupil: &str, what: &str) -> String,
            /// A field that changes: which, what stands there, what comes in its place.
            changed(what: &str, before: &str, after: &str) -> String,
            /// In place of a text that people typed: its length, and whether it is another of the same length.
            typed(letters: usize, another: bool) -> String,
            /// What stands here, by whom and when.
            here(value: &str, who: &str, at: &str) -> String,
            /// What stands beside it, by whom and when.
            other(value: &str, who: &str, at: &str) -> String,
            /// Why not.
            trouble(trouble: &BundleTrouble) -> String,
            /// A record as one thing; empty for one that is not known.
            record(record: &str) -> &'static str,
        }
    }
}
