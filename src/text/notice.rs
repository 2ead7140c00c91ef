//! What the program can tell the chair: notices, refusals and problems, as values.
//!
//! The rooms below and beside the screen speak in these; the two catalogues turn each into a sentence, so that no
//! notice exists in one language only. None of them carries a name or a note.

use chrono::NaiveTime;

use crate::domain::Day;
use crate::domain::codes::Lane;
use crate::domain::dossier::Closing;
use crate::domain::hidden::Hidden;
use crate::domain::intent::Intent;
use crate::domain::rights::Rectified;
use crate::text::cli::ImportCount;
use crate::text::window::NoWindow;

/// What just happened, said in the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something was recorded.
    Done(Intent),
    /// A pupil is out of sight now, or back in sight.
    OutOfSight(bool),
    /// A change was taken back: which, and when it was made.
    Undone(Intent, NaiveTime),
    /// A change was made again.
    Redone(Intent, NaiveTime),
    /// An act cannot be done now, and why.
    Refused(Intent, Refusal),
    /// A key that means nothing here.
    UnknownKey(String),
    /// Everything is saved already.
    AlreadySaved,
    /// How to quit.
    HowToQuit,
    /// The first key of a pair was pressed: press the second to do it.
    AskConfirm(Intent),
    /// The meeting to be opened is of another day: press the same key once more to open it today.
    AskOpen(Day),
    /// A meeting was planned, and nobody is on its agenda.
    PlannedEmpty,
    /// The first key of closing: press it again; and what that leaves behind.
    AskClose(Closing),
    /// Of what is being typed nothing can be taken back; the last change can, after Esc.
    NothingTyped,
    /// Nothing was recorded: what it is about is left out of what the room sees.
    Hidden(Hidden),
    /// The note was left with so many lines that begin with a command and were not taken.
    LinesNotTaken(usize),
    /// The screen is blank: nothing is typed until it is back.
    Paused,
    /// The end or the beginning of the agenda.
    NoMore,
    /// The draft of a note was found and put back.
    DraftRestored,
    /// A school has not exactly two fixed contacts.
    ContactsNotTwo(usize),
    /// Nothing was found.
    NothingFound,
    /// The word before the cursor is no snippet.
    NoSnippet,
    /// No headings are offered in an empty note: of a pupil in this lane, or of what is no pupil.
    NoHeadings(Option<Lane>),
    /// So many items were carried over.
    CarriedOver(usize),
    /// The fixed contact of this rank was put on the clipboard.
    Copied(u8),
    /// A form that was typed in was put aside, and comes back.
    FormKept,
    /// An old draft could not be told apart from the record and was kept beside it.
    KeptBeside,
    /// The meeting was closed: its minutes can be written, with this key.
    MinutesNext(String),
    /// Documents are being written, which takes a moment.
    WritingPapers,
    /// So many files were written; none of them is encrypted.
    PapersWritten(usize),
    /// There is nothing to write of what was asked for.
    NothingToWrite,
    /// A document could not be made.
    NotMade,
    /// So many actions were put on the clipboard, and what was left out because of a guest.
    CopiedActions(usize, Option<Hidden>),
    /// A field was rectified; so many documents with the pupil in them went out before, and in so many texts the name of
    /// before still stands.
    Rectified(Rectified, usize, usize),
    /// So many pupils would be recorded as informed in one go, the key that takes that back, and whether
    /// that is with a basis.
    WillInform(usize, String, bool),
    /// Nobody is marked present: the same key once more goes on without anybody.
    NobodyPresent,
    /// What was done last cannot be taken back.
    CannotUndo(Intent),
    /// So many pupils were informed in one go.
    Informed(usize, bool),
    /// The agreement under which the meeting sits ended on a day.
    AgreementEnded(Day),
    /// So many working notes erase themselves on a day.
    NotesExpire(usize, Day),
    /// So many working notes erased themselves.
    NotesExpired(usize),
    /// Something that was erased is still in a backup that could not be written: it is tried again at the next opening.
    ErasureWaits,
    /// A public window came, with so many rows.
    WindowCame(u16),
    /// There can be no public window.
    NoWindow(NoWindow),
    /// The public window went.
    WindowWent,
    /// A list was read in, and what it did.
    Imported(ImportCount),
    /// The list says nothing new.
    NothingNew,
    /// Reading a list was broken off.
    ImportStopped,
    /// So many refused rows were put in a file of this name.
    RefusedWritten(usize, String),
    /// The agenda asks so many minutes more than the meeting has.
    Overfull(u32),
    /// What was copied went to the terminal alone: the system's clipboard could not be reached.
    CopiedByTerminal,
    /// A backup is being made: how far it is in hundredths, and of how many bytes.
    BackingUp(u8, u64),
    /// A backup was made.
    BackedUp,
    /// A backup was not made; all else goes on.
    BackupFailed(Problem),
    /// What opens the file was changed, and that of so many backups with it.
    PassphraseChanged(usize),
    /// A backup was put back, and so many pupils who had been erased were erased from it.
    Restored(usize),
    /// Others on this computer may read the key file.
    KeyFileOpen,
    /// Another program changed the file while it was locked: everything was read again.
    FileChanged,
    /// Something failed.
    Problem(Problem),
}

/// Why an act cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No meeting is planned.
    NoMeeting,
    /// The meeting is not open.
    NotOpen,
    /// The meeting is open already.
    AlreadyOpen,
    /// The minutes are frozen: reopen first.
    Frozen,
    /// The meeting was not closed.
    NotClosed,
    /// No pupil is at hand.
    NoPupil,
    /// The item is not on the agenda.
    NotOnAgenda,
    /// The pupil is on the agenda already.
    OnAgenda,
    /// There is no proposal to agree with.
    NoProposal,
    /// No hamerstuk is left.
    NoAgreedItems,
    /// Only in the private state.
    Private,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// A later change stands in the way.
    UndoBlocked,
    /// The attendance of this block comes first.
    AttendanceFirst,
    /// Nothing is selected.
    NothingSelected,
    /// No school is known yet.
    NoSchool,
    /// There is no cohort yet.
    NoCohort,
    /// No list was read since the program began.
    NoList,
    /// A value must be filled in.
    Required,
    /// Not a day.
    NoDay,
    /// A day and month that no calendar has.
    NoSuchDay,
    /// Nothing stands behind a command.
    NoWords,
    /// Not a time.
    NoTime,
    /// Not a whole number, or too large.
    NoNumber,
    /// Not a BRIN.
    NoBrin,
    /// Something with this number or code exists already.
    Exists,
    /// More text than fits.
    TooLong,
    /// A BSN does not belong here.
    LooksLikeBsn,
    /// VSO and PrO are never one block; a school is in the meeting once.
    SchoolTwice,
    /// The end lies before the start.
    EndBeforeStart,
    /// No party has that name.
    NoParty,
    /// Nobody of that name.
    Nobody,
    /// Nobody of that name where a form asks for somebody: they can be made, and the form waits.
    NobodyYet,
    /// Something was recorded at it already.
    InUse,
    /// It belongs to the frame of every agenda.
    Frame,
    /// It was agreed already.
    AlreadyAgreed,
    /// Another meeting is open.
    OtherOpen,
    /// More than one has this name.
    SameName,
    /// The school has no such fixed contact.
    NoContact,
    /// No gap, cold handover or term lies ahead.
    NothingAhead,
    /// Nobody can be proposed for a gap, or it is over.
    NothingToPropose,
}

/// What went wrong with a file or a list, as a value without personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No such file.
    NotFound,
    /// The file exists already.
    FileExists,
    /// Not a file of this program.
    NotOurs,
    /// Passphrase or key is wrong, or the file is damaged.
    WrongKey,
    /// The file opens with a key file.
    NeedsKeyFile,
    /// The file opens with a passphrase.
    NeedsPassphrase,
    /// A key file does not hold exactly 32 bytes.
    BadKeyFile,
    /// The file is of a newer program: its version and ours.
    Newer(u32, u32),
    /// The file belongs to another approach than the one in force.
    OtherApproach {
        /// Whether it was made with an approach.
        made_with_one: bool,
    },
    /// Another program has the file open.
    InUse,
    /// The file is read-only.
    ReadOnly,
    /// The disk is full.
    Full,
    /// Another file bears the name of the one that is open.
    Replaced,
    /// The file is damaged.
    Corrupt,
    /// No permission.
    Permission,
    /// Reading or writing failed.
    Io,
    /// Stopped on request.
    Cancelled,
    /// A record that should be there is not.
    Missing,
    /// A rule of the file refused the change.
    Rule,
    /// No terminal to ask a passphrase in.
    NoTerminal,
    /// No terminal to draw on and to read keys from.
    NoScreen,
    /// The two passphrases differ.
    PassphrasesDiffer,
    /// The passphrase is empty.
    EmptyPassphrase,
    /// A new passphrase is shorter than this many letters.
    ShortPassphrase(usize),
    /// What is to open the file opens it already.
    SameSecret,
    /// What was given as a passphrase file seems to be a key file.
    IsKeyFile,
    /// What was given as a key file seems to be a passphrase file.
    IsPassphraseFile,
    /// Nothing left to undo; see [`Refusal`].
    Refused(Refusal),
    /// Today's date is not one that a file can hold.
    BadDay(Option<Day>),
}
