//! The words of the lock and of backups, in English.

use chrono::NaiveDateTime;

use super::cli::size;
use super::notices::NOTICES;
use crate::domain::since::{StaysDone, Wrote};
use crate::text::lock::{CopyWhy, LockTold, LockWords, SecretAsk, percent};
use crate::text::notice::Problem;

pub(in crate::text) const LOCK: LockWords = LockWords {
    locked: "Locked",
    kept: "What was typed is kept.",
    typed: "…",
    back_private: "The PRIVATE screen comes back after this: see who is looking.",
    demo: "This is the example table: its passphrase is demo.",
    escape: "Esc: leave it",
    ask_old: "Passphrase as it is now: ",
    changed: "The passphrase was changed. Whoever loses it cannot get in any more.",
    key_made: "The key file was made. Whoever loses it cannot get in any more: keep a copy of it.",
    ask_restore: "Put it back? Type restore: ",
    restore_word: "restore",
    nothing_newer: "The file as it is holds nothing newer.",
    cannot_compare: "The file as it is does not open with this: what is newer in it cannot be told, and whoever was erased from it, and what was rectified in it, comes back as it was.",
    trail_goes_back: "The trail and the journal go back to that time too; the trail will say that this backup was put back. What came into them since is then only in the file that is kept.",
    no_file: "There is no file at that place yet.",
    restored: "The backup was put back.",
    backups_title: "Backups",
    no_backups: "There are no backups of this file yet.",
    backups_foot: "Enter shows what putting one back costs. Nothing changes yet.",
    restore_title: "Put this backup back?",
    file_of_now: "File of now",
    other_than_backup: "This backup is not the file of now at an earlier time: it is of another table, or of before an earlier restore. All that is in the file makes way. See whether the numbers and the day of the backup are right; if not, do not put it back.",
    type_the_word: "the word restore",
    restore_foot: "Type restore and Enter. The file of now is kept among the backups first. Esc: back",
    not_the_word: "That is not the word restore; nothing was changed.",
    making_ready: "Under way: the backup is made fit for this program …",
    erasing_again: "Under way: who was erased since, and what was rectified, goes out of the backup too …",
    stop_restoring: "Esc: leave it. The file of now is still as it was.",
    backup_row,
    backup_aside,
    ask,
    told,
    backups_changed: |count| match count {
        0 => "There were no backups to take along.".to_owned(),
        1 => "1 backup opens with the new one too.".to_owned(),
        _ => format!("{count} backups open with the new one too."),
    },
    backup_left: |file| format!("{file}: this backup did not open with the old one and stayed as it was."),
    holds,
    of_backup: |file| format!("Backup {file}"),
    of_file: |file| format!("File as it is {file}"),
    newer,
    wrote,
    reopened: |meetings| match meetings {
        1 => "1 meeting that is closed will be open again.".to_owned(),
        _ => format!("{meetings} meetings that are closed will be open again."),
    },
    stays,
    erased_again: |count| match count {
        1 => "The pupil who was erased since then has been erased here again.".to_owned(),
        count => format!("The {count} pupils who were erased since then have been erased here again."),
    },
    kept_at: |file| format!("The file that was there is kept as {file}"),
    others_may_read: |file| {
        format!("{file}: others on this computer can read this too. Make it readable for yourself alone (chmod 600).")
    },
    keeping: |done, total| {
        let percent = percent(done, total);
        format!("Under way: the file of now is kept among the backups, {percent}% …")
    },
    progress: |done, total| format!("{}% ({done}/{total})", percent(done, total)),
};

fn ask(ask: SecretAsk) -> &'static str {
    match ask {
        SecretAsk::Passphrase => "Passphrase:",
        SecretAsk::KeyFile => "Enter reads the key file again",
        SecretAsk::Old => "Passphrase as it is now:",
        SecretAsk::New => "New passphrase:",
        SecretAsk::Again => "Once more:",
    }
}

fn told(told: &LockTold) -> String {
    match told {
        // Whoever mistyped is not to fear for the file; after some tries it may be that.
        LockTold::Wrong(0) => "That is not it.".to_owned(),
        LockTold::Wrong(seconds @ 1..=3) => format!("That is not it. Again in {seconds} s."),
        LockTold::Wrong(seconds) => format!("That is not it, or the file is damaged. Again in {seconds} s."),
        LockTold::Wait(seconds) => format!("Wait {seconds} s more."),
        LockTold::File(problem) | LockTold::New(problem) => (NOTICES.problem)(problem),
        LockTold::Key(problem) => format!("Key file: {}", (NOTICES.problem)(problem)),
        LockTold::HowToQuit => "Quit: Ctrl+C once more. Everything is saved.".to_owned(),
    }
}

fn count(number: u64, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn holds(last_change: Option<&str>, schools: u64, pupils: u64, meetings: u64) -> String {
    let numbers = [
        count(schools, "school", "schools"),
        count(pupils, "pupil", "pupils"),
        count(meetings, "meeting", "meetings"),
    ];
    let changed = last_change.map_or("never changed".to_owned(), |at| format!("last changed {at}"));
    format!("  {changed} · {}", numbers.join(" · "))
}

fn newer(changes: u64, pupils: u64, meetings: u64) -> String {
    format!(
        "Newer in the file as it is, and gone after putting the backup back: {}, about {} and in {}.",
        count(changes, "change", "changes"),
        count(pupils, "pupil", "pupils"),
        count(meetings, "meeting", "meetings"),
    )
}

fn wrote(wrote: &Wrote) -> String {
    let parts = [
        (wrote.notes, "note", "notes"),
        (wrote.actions, "action", "actions"),
        (wrote.decisions, "decision", "decisions"),
        (wrote.attendance, "presence", "presences"),
        (wrote.other, "other record", "other records"),
    ];
    format!("What now differs from the copy, each counted once: {}.", named(&parts))
}

fn stays(stays: &StaysDone) -> String {
    let parts = [
        (stays.erased, "erased pupil", "erased pupils"),
        (
            stays.rectified,
            "rectification without a trace",
            "rectifications without a trace",
        ),
    ];
    format!(
        "What was done since and stays so, in the backup too: {}.",
        named(&parts)
    )
}

/// What there is of each, parted by commas.
fn named(parts: &[(u64, &str, &str)]) -> String {
    let there = parts.iter().filter(|(number, ..)| *number > 0);
    let told: Vec<String> = there.map(|(number, one, more)| count(*number, one, more)).collect();
    told.join(", ")
}

fn backup_row(made: NaiveDateTime, why: CopyWhy) -> String {
    let why = match why {
        CopyWhy::Made => "backup".to_owned(),
        CopyWhy::BeforeMigration(version) => format!("from before an update (version {version})"),
        CopyWhy::BeforeRestore => "from before a restore".to_owned(),
    };
    format!("{} · {why}", made.format("%d-%m-%Y %H:%M"))
}

fn backup_aside(bytes: u64, pupils: &Result<u64, Problem>) -> String {
    let holds = match pupils {
        Ok(pupils) => count(*pupils, "pupil", "pupils"),
        Err(Problem::WrongKey) => "another passphrase, or damaged".to_owned(),
        Err(Problem::InUse) => "in use now".to_owned(),
        Err(_) => "not readable".to_owned(),
    };
    format!("{holds} · {}", size(bytes))
}
