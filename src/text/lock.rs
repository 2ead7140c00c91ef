//! The words of the lock, of another passphrase, and of backups that are made and put back.
//!
//! The rule: what the lock screen says is seen by whoever walks by, so it names nobody and no file.

use chrono::NaiveDateTime;

use super::catalog::theme;
use super::notice::Problem;
use crate::domain::since::{StaysDone, Wrote};

/// What a screen asks of whoever sits before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretAsk {
    /// The passphrase, to go on.
    Passphrase,
    /// Enter, to read the key file again and go on.
    KeyFile,
    /// The passphrase as it is now, before it is changed.
    Old,
    /// A new passphrase.
    New,
    /// The new passphrase once more.
    Again,
}

/// What the lock screen says below its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockTold {
    /// It does not open the file; so many seconds before the next try, none once they have passed.
    Wrong(u32),
    /// The next try has to wait so many seconds.
    Wait(u32),
    /// The file cannot be opened.
    File(Problem),
    /// The key file cannot be read.
    Key(Problem),
    /// The two new passphrases are not the same, or empty.
    New(Problem),
    /// How to quit from here.
    HowToQuit,
}

/// Why the program made a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyWhy {
    /// At the start of a meeting, or on demand.
    Made,
    /// Before the file was brought up to date from this version.
    BeforeMigration(u32),
    /// Before another backup was put back.
    BeforeRestore,
}

theme! {
    /// What is said while the file is locked, and of its copies.
    LockWords {
        words {
            /// The screen is locked.
            locked,
            /// What was typed is kept.
            kept,
            /// Something was typed, without saying how much.
            typed,
            /// Unlocking brings the private state back.
            back_private,
            /// The passphrase of the demo.
            demo,
            /// Esc leaves things as they are.
            escape,
            /// Asks the passphrase as it is now.
            ask_old,
            /// The passphrase was changed.
            changed,
            /// A key file was made.
            key_made,
            /// Asks for the word that puts a backup back.
            ask_restore,
            /// That word.
            restore_word,
            /// Nothing newer than the backup would be lost.
            nothing_newer,
            /// The file that is there cannot be opened with this, so that nobody knows what is newer in it.
            cannot_compare,
            /// The trail and the journal of the file go back with it.
            trail_goes_back,
            /// There is no file yet.
            no_file,
            /// The backup was put back.
            restored,
            /// Above the backups.
            backups_title,
            /// There are none.
            no_backups,
            /// What can be done with them.
            backups_foot,
            /// Above what putting one back costs.
            restore_title,
            /// Before what the file of now holds.
            file_of_now,
            /// The file of now did not grow out of the backup: what that means, and what to do.
            other_than_backup,
            /// What to type, and how to leave.
            restore_foot,
            /// In place of the word that is still to be typed.
            type_the_word,
            /// Something else was typed.
            not_the_word,
            /// The backup is being brought to the version of the program.
            making_ready,
            /// Who was erased since, and what was rectified, is being taken out of it.
            erasing_again,
            /// How to stop putting it back, and what that leaves.
            stop_restoring,
        }
        phrases {
            /// The question.
            ask(ask: SecretAsk) -> &'static str,
            /// What is said below it.
            told(told: &LockTold) -> String,
            /// So many backups open with the new passphrase.
            backups_changed(count: usize) -> String,
            /// A backup that opens with neither.
            backup_left(file: &str) -> String,
            /// What a backup or file holds: when it was last changed, schools, pupils, meetings.
            holds(last_change: Option<&str>, schools: u64, pupils: u64, meetings: u64) -> String,
            /// Before what a backup holds: its name.
            of_backup(file: &str) -> String,
            /// Before what the file holds.
            of_file(file: &str) -> String,
            /// What is newer in the file: changes, pupils, meetings.
            newer(changes: u64, pupils: u64, meetings: u64) -> String,
            /// What those changes wrote.
            wrote(wrote: &Wrote) -> String,
            /// So many meetings that are closed now would be open again.
            reopened(meetings: u64) -> String,
            /// What was done since and stays done.
            stays(stays: &StaysDone) -> String,
            /// Where the file that was there is kept.
            kept_at(file: &str) -> String,
            /// So many pupils who were erased since the copy was made are erased from what was put back.
            erased_again(count: usize) -> String,
            /// A key or passphrase file that others may read.
            others_may_read(file: &str) -> String,
            /// A backup: when it was made, and why.
            backup_row(made: NaiveDateTime, why: CopyWhy) -> String,
            /// At its end: its size, and how many pupils it holds or why nobody can say.
            backup_aside(bytes: u64, pupils: &Result<u64, Problem>) -> String,
            /// The file that makes way is being kept: so much of so much.
            keeping(done: usize, total: usize) -> String,
            /// How far something is.
            progress(done: usize, total: usize) -> String,
        }
    }
}

/// How much of it is done, of a hundred; all of it when there is nothing to do.
pub(super) fn percent(done: usize, total: usize) -> usize {
    done.saturating_mul(100).checked_div(total).unwrap_or(100)
}
