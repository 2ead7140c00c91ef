//! What just happened, why something cannot be done, and what is wrong, in English.
//!
//! The rule: a refusal is a clause, so that it can follow "cannot be done now:"; a problem says what is wrong and then
//! what to do.

use chrono::NaiveTime;

use super::cli::size;
use super::codes::CODES;
use super::dates::DATES;
use super::intents::INTENTS;
use super::rights::RIGHTS;
use super::room::ROOM;
use super::window::WINDOW;
use crate::domain::dossier::Closing;
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Problem, Refusal};
use crate::text::{Notices, capital};

pub(in crate::text) const NOTICES: Notices = Notices {
    notice,
    refusal,
    problem,
};

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn notice(notice: &Notice) -> String {
    match notice {
        Notice::OutOfSight(true) => "Recorded: now out of sight".to_owned(),
        Notice::OutOfSight(false) => "Recorded: back in sight".to_owned(),
        Notice::Done(intent) => format!("Recorded: {}", INTENTS.change(*intent)),
        Notice::Undone(intent, at) => format!("Undone: {} of {}", INTENTS.change(*intent), clock(*at)),
        Notice::Redone(intent, at) => format!("Redone: {} of {}", INTENTS.change(*intent), clock(*at)),
        Notice::Refused(intent, why) => format!("{}: not now, {}", capital(called(*intent)), refusal(*why)),
        Notice::UnknownKey(key) => format!("{key} does nothing here; ? gives help"),
        Notice::AlreadySaved => "Everything is saved already".to_owned(),
        Notice::HowToQuit => "Quit: q and then y. Everything is saved".to_owned(),
        Notice::AskConfirm(intent) => ask(*intent),
        Notice::AskOpen(day) => format!(
            "This meeting is of {}. Open it today? Press the same key again",
            (DATES.day)(*day)
        ),
        Notice::PlannedEmpty => "Planned, without pupils as yet: A puts a pupil on the agenda".to_owned(),
        Notice::AskClose(left) => closing(left),
        Notice::NothingTyped => "Nothing typed here; Esc, then Ctrl+Z: the last change back".to_owned(),
        Notice::Hidden(hidden) => format!("Nothing recorded. {}", capital(&ROOM.hidden(*hidden))),
        Notice::LinesNotTaken(count) => format!("{}; Enter on the line records it", not_taken(*count)),
        Notice::Paused => "Screen paused: nothing was typed".to_owned(),
        Notice::NoMore => "The agenda goes no further".to_owned(),
        Notice::DraftRestored => "The draft of the note was put back".to_owned(),
        Notice::ContactsNotTwo(count) => contacts(*count),
        Notice::NothingFound => "Nothing found".to_owned(),
        Notice::NoSnippet => "This word is no snippet".to_owned(),
        Notice::NoHeadings(Some(lane)) => format!(
            "No headings for {}: they are there for complex (Esc, then l), or put your own in the settings",
            CODES.lane(*lane)
        ),
        Notice::NoHeadings(None) => "Tab writes out headings or a snippet, and here is neither".to_owned(),
        Notice::CarriedOver(1) => "1 item is carried over to the next meeting".to_owned(),
        Notice::CarriedOver(count) => format!("{count} items are carried over to the next meeting"),
        Notice::Copied(rank) => format!("Copied: name, telephone and e-mail of fixed contact {rank}"),
        Notice::KeptBeside => "An older draft no longer fits the note and was kept beside it".to_owned(),
        Notice::MinutesNext(key) => {
            format!("Meeting closed, the minutes are frozen. {key}: write the minutes (private)")
        }
        Notice::WindowCame(rows) => WINDOW.came(*rows),
        Notice::NoWindow(why) => WINDOW.cannot(*why).to_owned(),
        Notice::WindowWent => WINDOW.went.to_owned(),
        Notice::WritingPapers => "The documents are being written…".to_owned(),
        Notice::PapersWritten(1) => "1 file written, not encrypted".to_owned(),
        Notice::PapersWritten(count) => format!("{count} files written, not encrypted"),
        Notice::NothingToWrite => "There is nothing to write of this".to_owned(),
        Notice::NotMade => "The document could not be made; nothing was written".to_owned(),
        Notice::Imported(count) => super::lists::IMPORT.imported(*count),
        Notice::NothingNew => super::cli::CLI.nothing_new.to_owned(),
        Notice::ImportStopped => super::lists::IMPORT.stopped.to_owned(),
        Notice::RefusedWritten(rows, file) => super::lists::IMPORT.mended(*rows, file),
        Notice::CopiedActions(count, None) => copied(*count),
        Notice::CopiedActions(count, Some(hidden)) => format!("{} · {}", copied(*count), ROOM.hidden(*hidden)),
        Notice::Rectified(field, 0, 0) => RIGHTS.rectified(field.column()),
        Notice::Rectified(field, exports, texts) => RIGHTS.rectified_told(field.column(), *exports, *texts),
        Notice::WillInform(count, key, based) => RIGHTS.will_inform(*count, key, *based),
        Notice::NobodyPresent => "Nobody is marked present. Enter once more: go on all the same".to_owned(),
        Notice::CannotUndo(_) => capital(RIGHTS.no_undo),
        Notice::Informed(count, based) => RIGHTS.informed(*count, *based),
        Notice::AgreementEnded(on) => capital(&RIGHTS.agreement_ended(*on)),
        Notice::NotesExpire(count, on) => RIGHTS.notes_expire(*count, *on),
        Notice::NotesExpired(count) => RIGHTS.notes_expired(*count),
        Notice::ErasureWaits => RIGHTS.erasure_waits.to_owned(),
        Notice::FormKept => "What was typed is kept: the form comes back with it".to_owned(),
        Notice::Overfull(1) => "The agenda is 1 minute longer than the meeting".to_owned(),
        Notice::Overfull(minutes) => format!("The agenda is {minutes} minutes longer than the meeting"),
        Notice::CopiedByTerminal => {
            "Copied through the terminal; the clipboard of this computer could not be reached".to_owned()
        }
        Notice::BackingUp(percent, bytes) => {
            format!("Making a backup: {percent}% of {} (Esc stops)", size(*bytes))
        }
        Notice::BackedUp => "Backup made".to_owned(),
        Notice::BackupFailed(what) => format!("No backup was made. {}", problem(what)),
        Notice::Restored(0) => "Backup put back; what was there is kept among the backups".to_owned(),
        Notice::Restored(1) => "Put back; what was there is kept. 1 pupil erased before was erased again".to_owned(),
        Notice::Restored(count) => {
            format!("Put back; what was there is kept. {count} pupils erased before were erased again")
        }
        Notice::PassphraseChanged(1) => "Passphrase changed, of 1 backup too".to_owned(),
        Notice::PassphraseChanged(count) => format!("Passphrase changed, of {count} backups too"),
        Notice::KeyFileOpen => {
            "Others on this computer can read the key file: make it readable for yourself alone".to_owned()
        }
        Notice::FileChanged => "The file was replaced or changed while it was locked".to_owned(),
        Notice::Problem(what) => problem(what),
    }
}

/// The question that the second key answers.
fn ask(intent: Intent) -> String {
    match intent {
        Intent::Quit => "Quit? Press y".to_owned(),
        Intent::TogglePrivate => "To PRIVATE? Whoever watches sees all details then. Press y".to_owned(),
        Intent::Agree => "Agree with the proposal? Press the same key again".to_owned(),
        Intent::CarryOver => "Carry over? Press the same key again".to_owned(),
        Intent::ListEverything => "Reading everything can take some seconds. Press the same key again".to_owned(),
        Intent::CloseMeeting => "Close the meeting? Press the same key again".to_owned(),
        other => format!("{}? Press the same key again", capital(INTENTS.hint(other))),
    }
}

fn not_taken(count: usize) -> String {
    match count {
        1 => "1 line not confirmed".to_owned(),
        _ => format!("{count} lines not confirmed"),
    }
}

/// What closing leaves behind, short enough for the smallest window.
fn closing(left: &Closing) -> String {
    let counts = [
        ("carried over", left.carried),
        ("action without owner or date", left.lacking),
        ("line not confirmed", left.untaken),
        ("school that had no turn", left.unheld),
        ("block not read back (T)", left.unread),
    ];
    let parts = counts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(what, count)| format!("{what} {count}")).collect();
    format!("Close? {}", parts.join(" · "))
}

fn contacts(count: usize) -> String {
    match count {
        0 => "This school has no fixed contact; it is meant to have two".to_owned(),
        1 => "This school has one fixed contact; it is meant to have two".to_owned(),
        _ => format!("This school has {count} fixed contacts; it is meant to have two"),
    }
}

/// What an act is called in a sentence: of something new the footer's word is too short for one.
fn called(intent: Intent) -> &'static str {
    match intent {
        Intent::NewPupil | Intent::NewSchool | Intent::NewPerson | Intent::NewParty => (INTENTS.change)(intent),
        _ => INTENTS.hint(intent),
    }
}

fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoMeeting => "no meeting is planned",
        Refusal::NotOpen => "the meeting is not open",
        Refusal::AlreadyOpen => "the meeting is open already",
        Refusal::Frozen => "the minutes are frozen; reopen the meeting first",
        Refusal::NotClosed => "the meeting is not closed",
        Refusal::NoPupil => "no pupil is at hand",
        Refusal::NotOnAgenda => "this is not on the agenda",
        Refusal::OnAgenda => "this pupil is on the agenda already",
        Refusal::NoProposal => "there is no proposal on the card",
        Refusal::NoAgreedItems => "no agreed item is left",
        Refusal::Private => "this can be done in private only: F8, then y",
        Refusal::NothingToUndo => "there is nothing to undo",
        Refusal::NothingToRedo => "there is nothing to redo",
        Refusal::UndoBlocked => "a later change stands in the way; undo that first",
        Refusal::AttendanceFirst => "record first who is here",
        Refusal::NothingSelected => "nothing is selected",
        Refusal::NoSchool => "there is no school yet",
        Refusal::NoList => "no list was read yet since the start",
        Refusal::NoCohort => "there is no cohort yet; : and then cohort makes one",
        Refusal::Required => "this must be filled in",
        Refusal::NoWords => "nothing stands behind the command yet",
        Refusal::NoSuchDay => "no calendar has that day",
        Refusal::NoDay => "this is not a date; type 12-6 or half juni, for example",
        Refusal::NoTime => "this is not a time; type 10:30, for example",
        Refusal::NoNumber => "this is not a whole number, or it is too large",
        Refusal::NoBrin => "this is not a BRIN with a branch; type 00AB00, for example",
        Refusal::Exists => "this number or code exists already",
        Refusal::TooLong => "the text is too long",
        Refusal::LooksLikeBsn => "this looks like a BSN; a BSN does not belong here",
        Refusal::SchoolTwice => "a school is in a meeting once; VSO and PrO are never one block",
        Refusal::EndBeforeStart => "the end lies before the start",
        Refusal::NoParty => "there is no party of that name",
        Refusal::Nobody => "there is nobody of that name",
        Refusal::NobodyYet => "nobody is called so; Esc (this is kept), then : new professional",
        Refusal::InUse => "a note, decision or action was recorded here; carry the item over with d d",
        Refusal::Frame => "this item belongs to every agenda",
        Refusal::AlreadyAgreed => "this was agreed already",
        Refusal::OtherOpen => "another meeting is open; close that first",
        Refusal::SameName => "more than one has this name; type the party or place behind it",
        Refusal::NoContact => "this school has no such fixed contact",
        Refusal::NothingAhead => "no gap, cold handover or term lies ahead",
        Refusal::NothingToPropose => "there is nothing to propose for this gap",
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotFound => "The file is not there. Check its name and folder.".to_owned(),
        Problem::FileExists => "The file exists already. Choose another name.".to_owned(),
        Problem::NotOurs => "This is not a file of dakpan. Choose another file.".to_owned(),
        Problem::WrongKey => "The passphrase or key is wrong, or the file is damaged. Try again.".to_owned(),
        Problem::NeedsKeyFile => "This file opens with a key file. Give it along.".to_owned(),
        Problem::NeedsPassphrase => "This file opens with a passphrase. Enter it.".to_owned(),
        Problem::BadKeyFile => "This is no key file: that holds exactly 32 bytes. Choose another.".to_owned(),
        Problem::Newer(file, ours) => {
            format!(
                "The file is of a newer dakpan (version {file}, this one knows {ours}). Bring the program up to date first."
            )
        }
        Problem::OtherApproach { made_with_one: true } => {
            "This file was made with another approach, and data stay with their approach. Choose that approach with --approach."
                .to_owned()
        }
        Problem::OtherApproach { made_with_one: false } => {
            "This file was made without an approach, and data stay with their purpose. Open it without one, or choose a file of its own for this approach with --file."
                .to_owned()
        }
        Problem::InUse => "The file is open in another window. Close that one first.".to_owned(),
        Problem::ReadOnly => "The file can only be read. Make it writable or put it in another folder.".to_owned(),
        Problem::Full => "The disk is full: this was not saved. Make room and do it again.".to_owned(),
        Problem::Replaced => {
            "Another file is in the place of this one. Take it away; saving then goes on.".to_owned()
        }
        Problem::Corrupt => "The file is damaged. Put a backup back.".to_owned(),
        Problem::Permission => "You may not read or write this file. Ask for the rights.".to_owned(),
        Problem::Io => "Reading or writing failed. Check the disk or the network and do it again.".to_owned(),
        Problem::Cancelled => "Stopped; nothing was changed. Do it again if it is needed after all.".to_owned(),
        Problem::Missing => "A record that should be there is not. Check the file.".to_owned(),
        Problem::Rule => "The file refuses this change; nothing was changed. Check what you filled in.".to_owned(),
        Problem::NoTerminal => {
            "There is no window to ask a passphrase in. Give a passphrase file or a key file along.".to_owned()
        }
        Problem::NoScreen => {
            "This needs a terminal to draw on and to read keys from; in a pipe or a script it cannot be. Start it in a \
             terminal window."
                .to_owned()
        }
        Problem::PassphrasesDiffer => "The two passphrases differ. Type them again.".to_owned(),
        Problem::EmptyPassphrase => "The passphrase is empty. Type one.".to_owned(),
        Problem::ShortPassphrase(least) => {
            format!("This passphrase is too short. Choose one of at least {least} characters; a few separate words do well.")
        }
        Problem::SameSecret => "The file opens with this already; nothing was changed. Choose another.".to_owned(),
        Problem::IsKeyFile => {
            "This seems to be a key file (32 bytes, no text). Give it with --key-file, or as the new key with --new-key."
                .to_owned()
        }
        Problem::IsPassphraseFile => {
            "This is no key file of 32 bytes; it seems to be a passphrase file. Give it with --passphrase-file, or as the new passphrase with --new-passphrase-file."
                .to_owned()
        }
        Problem::Refused(why) => format!("{}.", capital(refusal(*why))),
        Problem::BadDay(Some(day)) => {
            format!(
                "Today's date ({}) cannot be right. Set the clock.",
                day.format("%d-%m-%Y")
            )
        }
        Problem::BadDay(None) => "Today's date cannot be right. Set the clock.".to_owned(),
    }
}

fn copied(count: usize) -> String {
    match count {
        1 => "Copied: 1 action of this block".to_owned(),
        count => format!("Copied: {count} actions of this block"),
    }
}
