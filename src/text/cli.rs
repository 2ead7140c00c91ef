//! What the commands besides the screen say: their help, their answers, and what went wrong.
//!
//! The names of commands and options are no sentences and stand in the room `cli`. The rule here: a problem is one
//! line that says what is wrong and what to do; where it is, a file or an option, is put in front of it.

mod misuse;

use super::catalog::theme;
use super::notice::Problem;
use crate::domain::{Day, Moment};

pub use misuse::Misuse;

/// A command besides the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// The demo table.
    Demo,
    /// The public window.
    Watch,
    /// From how far a window is read, and which keys arrive.
    ScreenTest,
    /// The fixed contacts of a school.
    Contact,
    /// Find.
    Find,
    /// The terms that are due.
    Terms,
    /// Who is next, and why.
    Queue,
    /// How well everybody is held.
    Coverage,
    /// Who holds whom in summer.
    Summer,
    /// What came of a cohort.
    Results,
    /// Who changed what.
    Journal,
    /// Look for damage.
    Check,
    /// Make a copy.
    Backup,
    /// Put a backup back.
    Restore,
    /// Another passphrase or key file.
    Passphrase,
    /// Read a school's list.
    Import,
    /// Everything out of the file.
    ExportAll,
    /// Everything into a new file.
    ImportAll,
    /// What changed, for another laptop.
    Bundle,
    /// What another laptop changed.
    Merge,
    /// Write the documents of a meeting.
    Minutes,
    /// The open actions of all schools.
    Actions,
    /// How a date phrase is read.
    Date,
    /// How a line of a note is read.
    Line,
    /// The chair's settings.
    Settings,
    /// Shell completions.
    Completions,
    /// The man page.
    Manual,
    /// Everything held on a pupil.
    Access,
    /// Erase a pupil.
    Erase,
    /// Who is past the retention date.
    Retention,
    /// Who looked, and what went out.
    Trail,
}

/// An option or argument of the program or of one of its commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opt {
    /// The file.
    File,
    /// A file with the passphrase in its first line.
    PassphraseFile,
    /// A file of 32 bytes in place of a passphrase.
    KeyFile,
    /// The file of settings.
    Settings,
    /// The file of an approach.
    Approach,
    /// Language.
    Lang,
    /// The program's day.
    Today,
    /// Theme.
    Theme,
    /// No other glyphs than ASCII.
    Ascii,
    /// The mouse points.
    Mouse,
    /// The screen as lines, for a screen reader.
    ReadAloud,
    /// Help.
    Help,
    /// Version.
    Version,
    /// How many pupils the demo has.
    Pupils,
    /// Make the demo file and stop.
    CreateOnly,
    /// Form of the answer.
    Format,
    /// Names in full.
    WithNames,
    /// At most how many.
    Count,
    /// A school by its BRIN and branch.
    School,
    /// The rules of the terms themselves.
    Rules,
    /// Only one school, by any part of its name.
    OnlySchool,
    /// Only the members of a cohort.
    Cohort,
    /// The cohort whose results are asked for.
    ResultCohort,
    /// The reference date.
    On,
    /// Another cohort beside it.
    Compare,
    /// By what results are divided.
    Per,
    /// The version that anybody may read.
    Public,
    /// The folder for results that are written as a file.
    ResultFolder,
    /// Form of results.
    ResultFormat,
    /// From a day.
    From,
    /// Up to and including a day.
    Until,
    /// Everybody, also without a reason.
    Everybody,
    /// Form of an answer that can be a table too.
    TableFormat,
    /// Write nothing.
    CheckOnly,
    /// Part of a school's name.
    SchoolName,
    /// What to find.
    Text,
    /// Where a copy goes.
    To,
    /// A backup to put back.
    BackupFile,
    /// A key file to open the file with from now on.
    NewKey,
    /// A file with the new passphrase in its first line.
    NewPassphraseFile,
    /// A list to read.
    List,
    /// What it lists.
    ListKind,
    /// A sheet of a workbook.
    Sheet,
    /// A heading, and which column it is.
    Column,
    /// What becomes of pupils whom a list no longer has.
    Vanished,
    /// Where refused rows go.
    RefusedTo,
    /// A meeting by its number.
    Meeting,
    /// A party, or all of them.
    Party,
    /// In which forms documents are written.
    Papers,
    /// Which kind of document.
    PaperKind,
    /// A pupil of the meeting.
    PupilName,
    /// The owner of actions.
    Owner,
    /// The folder for what is written.
    Folder,
    /// Table notes too.
    WithNotes,
    /// Only what is overdue.
    Overdue,
    /// A date phrase.
    Phrase,
    /// A line of a note.
    NoteLine,
    /// A shell.
    Shell,
    /// An example of the settings.
    Example,
    /// The new folder for everything.
    ExportFolder,
    /// The folder of an export.
    ExportedFolder,
    /// A plain SQLite file too.
    Sqlite,
    /// Confirmed beforehand.
    Yes,
    /// A pupil by id, number or name.
    PupilAsked,
    /// The number of the pupil, typed beforehand.
    Confirmation,
    /// Erase those who are past the date.
    EraseThem,
    /// Whether the trail is whole and complete.
    Verify,
    /// The key of a receiver.
    Receiver,
    /// Only these schools.
    Schools,
    /// The file of a new bundle.
    BundleFile,
    /// Everything and not only what is new.
    Everything,
    /// The own key.
    OwnKey,
    /// A bundle to merge.
    BundleToMerge,
    /// The open conflicts.
    Conflicts,
    /// One conflict.
    Conflict,
    /// Which side is kept.
    Keep,
}

/// Why a command could not do what was asked, where no file is the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The system does not say where a user's data belongs.
    NoDataFolder,
    /// The system does not say where a user's settings belong.
    NoSettingsFolder,
    /// The passphrase file is not UTF-8.
    PassphraseNotText,
    /// No school has this in its name.
    NoSchoolNamed(String),
    /// Several schools have this in their name: these.
    SeveralSchools(String, String),
    /// No cohort has this name, and these are the cohorts there are.
    NoCohort(String, Vec<String>),
    /// A cohort is compared with itself.
    SameCohort(String),
    /// A period that ends before it begins.
    EmptyPeriod,
    /// It has to be said which school is meant; there are these.
    WhichSchool(String),
    /// No school has this code.
    NoSchoolCoded(String),
    /// Nothing holds this text.
    NothingFound(String),
    /// The phrase is not understood.
    NoDate(String),
    /// The phrase hangs on a planned meeting, and there is no file to look in.
    DateNeedsFile(String),
    /// The phrase hangs on a planned meeting, and none is planned.
    DateNeedsMeeting(String),
    /// The phrase hangs on the school holidays, and no region is set.
    NoRegion(String),
    /// The integrity check found so many problems.
    Damaged(usize),
    /// No row of a list was accepted.
    NoRowAccepted,
    /// There is no meeting to write about.
    NoMeeting,
    /// No meeting has this number.
    NoMeetingNumbered(String),
    /// No party, pupil or owner answers to this, and those who could have been meant.
    Nobody(String, Vec<String>),
    /// No pupil has this number or whole name; those whose name begins like it, as told, each with the number.
    NotWhole(String, Vec<String>),
    /// More than one party, pupil or owner answers to this.
    Several(String, Vec<String>),
    /// There is nothing to tell to anybody.
    NothingToWrite,
    /// A document could not be put in its form.
    NotWritten,
    /// There is no terminal to confirm in.
    NobodyToConfirm,
    /// What was given to be put back is the file itself.
    RestoreItself,
    /// The answer cannot be written.
    Output,
    /// What was typed is not the pupil's number.
    NotConfirmed,
    /// Stopped before it began.
    Stopped,
    /// Something of the pupil was found, or a backup was not erased.
    NotAllErased,
    /// The trail has so many faults.
    TrailBroken(usize),
}

/// What became of a change, as the journal tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// In force.
    Done,
    /// Taken back since.
    Undone,
    /// It took a change back.
    Undoing,
    /// It made a change again.
    Redoing,
}

/// What an import did or would do to a school's list, in numbers of pupils; refused in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportCount {
    /// New.
    pub new: usize,
    /// Changed.
    pub changed: usize,
    /// Unchanged.
    pub unchanged: usize,
    /// No longer in the list.
    pub vanished: usize,
    /// Refused rows.
    pub refused: usize,
}

theme! {
    /// Help, questions and answers of the commands.
    CliWords {
        words {
            /// What the program is, in one line.
            about,
            /// Heading: how it is called.
            usage,
            /// Placeholder in a usage line: options.
            usage_options,
            /// Placeholder in a usage line: a command.
            usage_command,
            /// Heading: commands.
            commands,
            /// Heading: arguments.
            arguments,
            /// Heading: options of this command.
            options,
            /// Heading: options of every command.
            general_options,
            /// Heading: environment.
            environment,
            /// Heading: exit codes.
            exit_codes,
            /// Heading of a man page: name.
            manual_name,
            /// Heading of a man page: synopsis.
            manual_synopsis,
            /// Heading of a man page: description.
            manual_description,
            /// What the program does and how it is begun, as a paragraph.
            description,
            /// Below the help: where to read on.
            see_command,
            /// What exit code 0 means.
            exit_done,
            /// What exit code 1 means.
            exit_failed,
            /// What exit code 2 means.
            exit_usage,
            /// What `DAKPAN_BESTAND` does.
            variable_file,
            /// What `DAKPAN_INSTELLINGEN` does.
            variable_settings,
            /// What `DAKPAN_LANG` does.
            variable_lang,
            /// What `DAKPAN_TERMIJNEN` does.
            variable_terms,
            /// What `DAKPAN_AANPAK` does.
            variable_approach,
            /// What `NO_COLOR` does.
            variable_no_color,
            /// Asks the passphrase.
            ask_passphrase,
            /// Asks a passphrase for a new file.
            ask_new,
            /// Asks it again.
            ask_again,
            /// Before a new file is made.
            making,
            /// The file is sound.
            sound,
            /// The role of the internship coordinator.
            coordinator,
            /// The contact at UWV.
            uwv,
            /// Word for a pupil that was found.
            pupil,
            /// Word for a school that was found.
            school,
            /// Word for a professional that was found.
            person,
            /// Word for a note that was found.
            note,
            /// Word before the expected day of leaving.
            leaving,
            /// The journal is empty.
            no_journal,
            /// Nothing was written, as was asked.
            only_checked,
            /// It was written and can be undone.
            imported,
            /// The list says nothing new.
            nothing_new,
            /// Mark of a phrase that is not understood.
            no_date,
        }
        phrases {
            /// What a command does, in one line.
            verb(verb: Verb) -> &'static str,
            /// What an option or argument is for.
            option(option: Opt) -> &'static str,
            /// What stands in place of its value.
            value(option: Opt) -> &'static str,
            /// What its value has to look like, behind "needs".
            expected(option: Opt) -> &'static str,
            /// The other names a command or option goes by.
            also(names: &str) -> String,
            /// Values an option takes.
            choices(values: &str) -> String,
            /// What is wrong with how the program was called.
            misuse(misuse: &Misuse) -> String,
            /// Why a command failed.
            trouble(trouble: &Trouble) -> String,
            /// Why the file cannot be used, with the options that help.
            file_problem(problem: &Problem) -> Option<String>,
            /// A date with its weekday and all its figures: `ma 15-06-2026`.
            date(day: Day) -> String,
            /// A moment in the journal: `wo 03-06-2026 10:04`.
            moment(at: Moment) -> String,
            /// What became of a change.
            fate(fate: Fate) -> &'static str,
            /// How many records a change touched.
            records(count: usize) -> String,
            /// There are more than were asked for.
            more(count: usize) -> String,
            /// A copy was made, so large.
            copied(to: &str, bytes: u64) -> String,
            /// Old copies were removed.
            rotated(count: usize) -> String,
            /// How a list was read: rows, encoding.
            read(rows: usize, encoding: &str) -> String,
            /// What an import did or would do.
            counts(count: ImportCount) -> String,
        }
    }
}
