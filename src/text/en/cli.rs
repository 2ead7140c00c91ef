//! What the commands besides the screen say, in English.

use crate::domain::{Day, Moment};
use crate::text::cli::{CliWords, Fate, ImportCount, Misuse, Opt, Trouble, Verb};
use crate::text::notice::Problem;

use super::dates::weekday;

pub(in crate::text) const CLI: CliWords = CliWords {
    about: "Chair the uitstroomoverleg or doorstroomtafel from the screen",
    usage: "Usage",
    usage_options: "OPTIONS",
    usage_command: "COMMAND",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    general_options: "Options of every command",
    environment: "Environment",
    exit_codes: "Exit codes",
    manual_name: "NAME",
    manual_synopsis: "SYNOPSIS",
    manual_description: "DESCRIPTION",
    description: "Without a command dakpan opens the file and shows the screen of the meeting: who is next, who \
        holds this pupil and until when, where is the gap, what was agreed, whom do we call. The first time the \
        program makes the file and asks twice for a new passphrase.",
    see_command: "More on one command: dakpan COMMAND --help",
    exit_done: "done",
    exit_failed: "refused or failed; nothing was changed",
    exit_usage: "called the wrong way",
    variable_file: "the file, where --file is not given",
    variable_settings: "the settings, where --settings is not given",
    variable_lang: "the language, where --lang is not given; otherwise that of the settings, otherwise that of the system",
    variable_no_color: "no colours, where no theme is chosen",
    variable_terms: "a file with your own terms; else termijnen.toml in the settings folder",
    variable_approach: "a file with another approach",
    ask_passphrase: "Passphrase: ",
    ask_new: "New passphrase: ",
    ask_again: "Once more: ",
    making: "This file does not exist yet and is made now. Without its passphrase nobody can open it.",
    sound: "The file is sound.",
    coordinator: "internship coordinator",
    uwv: "UWV",
    pupil: "pupil",
    school: "school",
    person: "professional",
    note: "note",
    leaving: "leaves",
    no_journal: "Nothing was changed yet.",
    only_checked: "Only checked: nothing was written.",
    imported: "Imported. In the program Ctrl+Z takes all of it back at once.",
    nothing_new: "The list says nothing new: nothing was written.",
    no_date: "date?",
    verb,
    option,
    value,
    expected,
    also: |names| format!("[also: {names}]"),
    choices: |values| format!("[one of: {values}]"),
    misuse,
    trouble,
    file_problem,
    date,
    moment,
    fate,
    records: |count| match count {
        1 => "1 record".to_owned(),
        _ => format!("{count} records"),
    },
    more: |count| format!("There are more than these {count}; ask for more with --count."),
    copied: |to, bytes| format!("Copy made: {to} ({})", size(bytes)),
    rotated: |count| match count {
        1 => "The oldest copy was removed.".to_owned(),
        _ => format!("The {count} oldest copies were removed."),
    },
    read: |rows, encoding| match rows {
        1 => format!("1 row read ({encoding})"),
        _ => format!("{rows} rows read ({encoding})"),
    },
    counts,
};

pub(super) fn size(bytes: u64) -> String {
    if bytes < 1024 * 1024 {
        format!("{} kB", bytes.div_ceil(1024))
    } else {
        format!("{} MB", bytes.div_ceil(1024 * 1024))
    }
}

fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Demo => "Open the demo table, with invented schools and pupils",
        Verb::Watch => "The window to share: what the table may see, without the file and without its passphrase",
        Verb::ScreenTest => "From how far this window can be read, whether every sign is there, and which keys arrive",
        Verb::Contact => "The fixed contacts of a school, with their telephone numbers",
        Verb::Find => "Find pupils, schools, professionals and notes",
        Verb::Terms => "Which legal terms are due, of which pupil",
        Verb::Queue => "Who is next and why, the most urgent day first",
        Verb::Coverage => "On how many days everybody is held, where the gaps are and the cold handovers",
        Verb::Summer => "Who holds whom from 1 August up to and including 30 September, to hang on the wall",
        Verb::Results => "What came of a cohort on a reference date; without --cohort the list of cohorts",
        Verb::Journal => "Who changed what and when, the latest change first",
        Verb::Check => "Look whether the file is sound",
        Verb::Backup => "Make an encrypted copy of the file",
        Verb::Import => "Import a school's list (CSV, XLSX or ODS), or schools or contacts",
        Verb::Restore => "Put a backup back, after a look at what would then be gone",
        Verb::Passphrase => "Change the passphrase or key file, of the backups too",
        Verb::ExportAll => "Take everything out of the file, as open files in a new folder; not encrypted",
        Verb::ImportAll => "Bring everything of an export into a new file",
        Verb::Bundle => "What has changed, encrypted for another laptop; or the key of this file",
        Verb::Merge => "Merge what another laptop changed into this file, and choose where both differ",
        Verb::Minutes => "Write the minutes, the agenda or another document of a meeting",
        Verb::Actions => "The open actions of all schools, overdue first",
        Verb::Date => "Show how a date in everyday words is read",
        Verb::Line => "Show how a line is read: who, what and when",
        Verb::Settings => "Tell where the settings are and whether they are sound, or give an example",
        Verb::Completions => "Completion of commands and options for the command line",
        Verb::Manual => "The manual as a man page",
        Verb::Access => "Everything that is recorded on one pupil, as PDF and JSON",
        Verb::Erase => "Erase one pupil, from the history and the backups too, and search for what is left",
        Verb::Retention => "Who is past the retention date, and why",
        Verb::Trail => "Who looked and what went out, the newest first",
    }
}

fn option(option: Opt) -> &'static str {
    match option {
        Opt::File => "The file; else DAKPAN_BESTAND, else your own data folder",
        Opt::PassphraseFile => "The passphrase is the first line of this file",
        Opt::KeyFile => "A key file of 32 bytes in place of a passphrase",
        Opt::Settings => "The settings; otherwise DAKPAN_INSTELLINGEN, otherwise your own folder for settings",
        Opt::Approach => "The approach: its own words and terms; otherwise DAKPAN_AANPAK, otherwise the settings",
        Opt::Lang => "The language",
        Opt::Today => "The day the program takes for today, for training and tests",
        Opt::Theme => "The colours",
        Opt::Ascii => "Plain characters only, for a font that lacks the others",
        Opt::ReadAloud => "For a screen reader: no full screen, but each change as a line",
        Opt::Mouse => "Point at a pupil or an agenda item with the mouse; text cannot be selected then",
        Opt::Help => "This help",
        Opt::Version => "The version",
        Opt::Pupils => "So many pupils",
        Opt::CreateOnly => "Make the file and stop",
        Opt::Format => "The form of the answer",
        Opt::WithNames => "Names in full in place of initials",
        Opt::Count => "At most so many",
        Opt::School => "The school whose list it is: BRIN and branch, as in 00AB00",
        Opt::Rules => "The rules themselves, with article and reading date",
        Opt::OnlySchool => "Only this school: any part of its name, place or BRIN",
        Opt::Cohort => "Only the young people of this cohort",
        Opt::ResultCohort => "The cohort",
        Opt::On => "The reference date; otherwise today",
        Opt::Compare => "Another cohort beside it",
        Opt::Per => "Divided",
        Opt::Public => "The public version: small numbers hidden, so that they cannot be computed",
        Opt::ResultFolder => "The folder for xlsx, pdf and svg; otherwise the folder where you are",
        Opt::ResultFormat => "The form; xlsx, pdf and svg become a file",
        Opt::From => "From this day",
        Opt::Until => "Up to and including this day",
        Opt::Everybody => "Everybody by name, also who has no reason now",
        Opt::TableFormat => "The form of the answer",
        Opt::CheckOnly => "Only look, and write nothing",
        Opt::SchoolName => "Any part of the school's name, place or BRIN",
        Opt::Text => "What to find",
        Opt::ListKind => "What the list holds; else pupils",
        Opt::Sheet => "The sheet of a workbook; else the only one, or the one most like a list",
        Opt::Column => {
            "What a column is: HEADING=column, or HEADING= to pass it over; may be repeated, and is remembered for the school"
        }
        Opt::Vanished => "What becomes of pupils who are no longer in the list; else keep",
        Opt::RefusedTo => "Put refused rows here as CSV, to be mended; not encrypted",
        Opt::To => "To this file or folder; else to 'backups' beside the file, where the newest are kept",
        Opt::BackupFile => "The backup",
        Opt::NewKey => "This key file opens it from now on; it is made when it is not there",
        Opt::NewPassphraseFile => "The new passphrase is the first line of this file",
        Opt::List => "The school's list",
        Opt::Meeting => "The number of the meeting; else the latest that was held, or today's",
        Opt::Party => {
            "Only what this party may read: its own actions, and the decisions where it sat; 'all' for every party"
        }
        Opt::Papers => "The forms, with commas between: docx, pdf, md, ics; else docx and pdf",
        Opt::PaperKind => "Which document",
        Opt::PupilName => "A pupil of the meeting: initials, name or the number that 'find' gives",
        Opt::Owner => "Whose: part of the name",
        Opt::Folder => "The folder; else the one you are in",
        Opt::WithNotes => "With the table's notes; working notes never come along",
        Opt::Overdue => "Only what is overdue",
        Opt::Phrase => "The date in words, as in \"half juni\" or \"in 2 weeks\"",
        Opt::NoteLine => "The line, as in \"/a UWV calls friday\"",
        Opt::Shell => "The shell of the command line",
        Opt::ExportFolder => "The folder, which is new or empty",
        Opt::ExportedFolder => "The folder that 'export' made; from jsonl when it is there, else from csv",
        Opt::Sqlite => "A plain SQLite file too, which any program reads",
        Opt::Yes => "Confirmed: ask nothing",
        Opt::Receiver => "The key of the receiver, which begins with age1",
        Opt::Schools => "Only this school; may be given more than once",
        Opt::BundleFile => "The new file for the bundle",
        Opt::Everything => "Everything, not only what is new since the last bundle",
        Opt::OwnKey => "Show the key with which another makes a bundle for this file",
        Opt::BundleToMerge => "The bundle",
        Opt::Conflicts => "Show where there is something to choose",
        Opt::Conflict => "Choose in this conflict, with --keep",
        Opt::Keep => "What stays in a conflict: what is in this file, or the other",
        Opt::Example => "A complete example that explains itself, to keep and to change",
        Opt::PupilAsked => "The pupil: the number that find gives, the number at school, or the whole name",
        Opt::Confirmation => "The number at school, in place of typing it when it is asked",
        Opt::EraseThem => "Erase those who are past it, each after typing the number at school",
        Opt::Verify => "Look whether the trail is whole, and complete beside the journal",
    }
}

fn value(option: Opt) -> &'static str {
    match option {
        Opt::ListKind => "KIND",
        Opt::Sheet => "SHEET",
        Opt::Column => "HEADING=COLUMN",
        Opt::Vanished => "WHAT",
        Opt::File
        | Opt::PassphraseFile
        | Opt::KeyFile
        | Opt::Settings
        | Opt::Approach
        | Opt::List
        | Opt::RefusedTo
        | Opt::BackupFile
        | Opt::NewKey
        | Opt::NewPassphraseFile => "FILE",
        Opt::Lang => "LANGUAGE",
        Opt::Today => "YYYY-MM-DD",
        Opt::Theme => "THEME",
        Opt::Pupils | Opt::Count => "COUNT",
        Opt::Format => "FORM",
        Opt::School => "BRIN",
        Opt::OnlySchool => "SCHOOL",
        Opt::Cohort => "COHORT",
        Opt::ResultCohort | Opt::Compare => "COHORT",
        Opt::Per => "WHAT",
        Opt::ResultFolder => "FOLDER",
        Opt::ResultFormat => "FORM",
        Opt::On => "YYYY-MM-DD",
        Opt::From | Opt::Until => "YYYY-MM-DD",
        Opt::TableFormat => "FORM",
        Opt::SchoolName => "SCHOOL",
        Opt::Text => "TEXT",
        Opt::To => "TO",
        Opt::Meeting => "NUMBER",
        Opt::Party => "PARTY",
        Opt::Papers => "FORMS",
        Opt::PaperKind => "KIND",
        Opt::PupilName => "PUPIL",
        Opt::Owner => "NAME",
        Opt::Receiver => "KEY",
        Opt::Schools => "SCHOOL",
        Opt::BundleFile | Opt::BundleToMerge => "BUNDLE",
        Opt::Conflict => "NUMBER",
        Opt::Keep => "SIDE",
        Opt::Folder | Opt::ExportFolder | Opt::ExportedFolder => "FOLDER",
        Opt::Phrase => "DATE",
        Opt::NoteLine => "LINE",
        Opt::Shell => "SHELL",
        Opt::PupilAsked => "PUPIL",
        Opt::Confirmation => "NUMBER",
        Opt::Ascii
        | Opt::Mouse
        | Opt::ReadAloud
        | Opt::Public
        | Opt::Help
        | Opt::Version
        | Opt::CreateOnly
        | Opt::WithNames
        | Opt::Everybody
        | Opt::CheckOnly
        | Opt::Example
        | Opt::Sqlite
        | Opt::Yes
        | Opt::Everything
        | Opt::OwnKey
        | Opt::Conflicts
        | Opt::WithNotes
        | Opt::EraseThem
        | Opt::Verify
        | Opt::Overdue
        | Opt::Rules => "",
    }
}

fn expected(option: Opt) -> &'static str {
    match option {
        Opt::Today | Opt::From | Opt::Until | Opt::On => "a day as in 2026-06-03",
        Opt::Pupils | Opt::Count => "a whole number above zero",
        Opt::School => "a BRIN with its branch, as in 00AB00",
        Opt::Column => "HEADING=column, as in \"Stamnr=number\"",
        Opt::Papers => "docx, pdf, md and ics, with commas between",
        Opt::Meeting => "the number of a meeting",
        Opt::Conflict => "the number of a conflict",
        _ => "another value",
    }
}

fn misuse(misuse: &Misuse) -> String {
    let meant = |other: &Option<String>| {
        other
            .as_ref()
            .map_or(String::new(), |name| format!(" Do you mean {name}?"))
    };
    match misuse {
        Misuse::UnknownCommand(given, other) => format!("There is no command '{given}'.{}", meant(other)),
        Misuse::UnknownOption(given, other) => format!("There is no option '{given}'.{}", meant(other)),
        Misuse::TooMuch(given) => format!("'{given}' is one word too many."),
        Misuse::NoValue(option) => format!("{option} needs a value."),
        Misuse::NotOneOf(option, value, choices) => {
            format!("'{value}' is no value for {option}. It takes: {}.", choices.join(", "))
        }
        Misuse::NotRead(option, value, what) => {
            format!("'{value}' is no value for {option}. It needs {}.", expected(*what))
        }
        Misuse::Missing(what) => format!("This is missing: {}.", what.join(", ")),
        Misuse::NotTogether(one, other) => format!("{one} and {other} do not go together. Choose one."),
        Misuse::Twice(option) => format!("{option} is there twice."),
        Misuse::NotText => "One of the words is no readable text.".to_owned(),
        Misuse::Other => "This command does not work like that.".to_owned(),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoDataFolder => "It is not known where your data belongs. Give the file with --file.".to_owned(),
        Trouble::NoSettingsFolder => {
            "It is not known where your settings belong. Give the file with --settings.".to_owned()
        }
        Trouble::PassphraseNotText => {
            "The first line is no readable text. Save the passphrase as text in UTF-8.".to_owned()
        }
        Trouble::NoSchoolNamed(text) => {
            format!("No school has '{text}' in its name, place or BRIN. Type another part of the name.")
        }
        Trouble::SeveralSchools(text, schools) => {
            format!("More than one school has '{text}': {schools}. Type a larger part of the name.")
        }
        Trouble::NoCohort(name, known) => match known.as_slice() {
            [] => format!("There is no cohort '{name}'. There is none at all yet; make one in dakpan."),
            known => format!("There is no cohort '{name}'. Choose from: {}.", known.join(", ")),
        },
        Trouble::SameCohort(name) => format!("{name} is in the table already. Compare it with another cohort."),
        Trouble::EmptyPeriod => "The last day lies before the first. Swap --from and --until.".to_owned(),
        Trouble::WhichSchool(schools) if schools.is_empty() => {
            "There is no school yet. First read schools in: dakpan import LIST --kind schools".to_owned()
        }
        Trouble::WhichSchool(schools) => {
            format!("Of which school is this list? Give --school with one of these: {schools}")
        }
        Trouble::NoSchoolCoded(code) => {
            format!("School {code} is not in the file. Check the BRIN, or make the school in dakpan first.")
        }
        Trouble::NothingFound(text) => format!("Nothing found for '{text}'. Type less, or another word."),
        Trouble::NoDate(phrase) => {
            format!("'{phrase}' cannot be read as a day. Type for example 12-6, mid June or in 2 weeks.")
        }
        Trouble::DateNeedsFile(phrase) => {
            format!("'{phrase}' hangs on the planned meeting. Give the file along: --file FILE.")
        }
        Trouble::DateNeedsMeeting(phrase) => {
            format!("'{phrase}' hangs on the planned meeting, and none is planned. Plan it in dakpan.")
        }
        Trouble::NoRegion(phrase) => format!(
            "'{phrase}' depends on the school holidays. Put your holiday_region in the settings: dakpan settings"
        ),
        Trouble::Damaged(1) => "1 fault was found in the file. Use a backup.".to_owned(),
        Trouble::Damaged(count) => format!("{count} faults were found in the file. Use a backup."),
        Trouble::NoRowAccepted => "No row can be used; nothing was written. Mend the list.".to_owned(),
        Trouble::NoMeeting => "There is no meeting yet. Plan one in dakpan first.".to_owned(),
        Trouble::NoMeetingNumbered(number) => {
            format!("There is no meeting with number {number}. Leave --overleg out for the latest.")
        }
        Trouble::Nobody(wanted, known) => match known.as_slice() {
            [] => format!("'{wanted}' is not known here. Type another part of the name."),
            known => format!("'{wanted}' is not known here. Choose from: {}.", known.join(", ")),
        },
        Trouble::NotWhole(wanted, near) => match near.as_slice() {
            [] => format!("'{wanted}' is not known here. Give the whole name, or the number of 'dakpan find'."),
            near => format!(
                "'{wanted}' is no whole name. Give that, or a number: {}.",
                near.join(", ")
            ),
        },
        Trouble::Several(wanted, found) => {
            format!(
                "'{wanted}' fits more than one: {}. Type more of the name.",
                found.join(", ")
            )
        }
        Trouble::NothingToWrite => "There is nothing to write. Choose another meeting or another document.".to_owned(),
        Trouble::NotWritten => {
            "The document could not be put in its form. Choose another one with --formaat.".to_owned()
        }
        Trouble::RestoreItself => "That is the file itself. Give a backup of it.".to_owned(),
        Trouble::NobodyToConfirm => "Nobody can be asked to confirm here. Give --yes when you are sure.".to_owned(),
        Trouble::Output => "The answer cannot be written out. Check the disk.".to_owned(),
        Trouble::NotConfirmed => "The pupil's number was not typed: nothing was erased.".to_owned(),
        Trouble::Stopped => "Stopped: nothing was erased.".to_owned(),
        Trouble::NotAllErased => "Not everything was erased: see above for what is left to do.".to_owned(),
        Trouble::TrailBroken(1) => "The trail has 1 fault.".to_owned(),
        Trouble::TrailBroken(count) => format!("The trail has {count} faults."),
    }
}

fn file_problem(problem: &Problem) -> Option<String> {
    Some(
        match problem {
            Problem::NotFound => "This file does not exist. Check its name and folder, or give --file.",
            Problem::NeedsKeyFile => "This file opens with a key file. Give --key-file.",
            Problem::NeedsPassphrase => {
                "This file opens with a passphrase. Leave --key-file out or give --passphrase-file."
            }
            Problem::NoTerminal => "No passphrase can be asked here. Give --passphrase-file or --key-file.",
            _ => return None,
        }
        .to_owned(),
    )
}

fn date(day: Day) -> String {
    format!("{} {}", weekday(day), day.format("%d-%m-%Y"))
}

fn moment(at: Moment) -> String {
    format!("{} {}", date(at.date_naive()), at.format("%H:%M"))
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Done => "",
        Fate::Undone => "undone later",
        Fate::Undoing => "undone",
        Fate::Redoing => "redone",
    }
}

pub(super) fn counts(count: ImportCount) -> String {
    format!(
        "new {} · changed {} · same {} · no longer in the list {} · refused {}",
        count.new, count.changed, count.unchanged, count.vanished, count.refused
    )
}
