//! What the command line asks for: the options of every command, and the command.

use std::path::PathBuf;

use chrono::{Local, NaiveDate, TimeZone};

use super::exchange::Exchange;
use super::output::Failure;
use super::settings::Approach;
use crate::app::settings::Settings;
use crate::domain::listed::Vanishing;
use crate::domain::papers::{PaperFormat, PaperKind};
use crate::domain::people::SchoolCode;
use crate::domain::result::Division;
use crate::domain::rights::TrailKind;
use crate::domain::{Day, Id, Moment};
use crate::exchange::lists::Column;
use crate::text::{Catalog, Lang};

/// The options of every command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The language: `--lang`, else `DAKPAN_LANG`, else the settings, else English where the system speaks it, else
    /// Dutch.
    pub lang: Lang,
    /// The file: `--bestand`, else `DAKPAN_BESTAND`; none means the one in the platform's data folder.
    pub file: Option<PathBuf>,
    /// A file whose first line is the passphrase.
    pub passphrase_file: Option<PathBuf>,
    /// A file of 32 bytes in place of a passphrase.
    pub key_file: Option<PathBuf>,
    /// The day the program takes for today.
    pub today: Option<NaiveDate>,
    /// The theme, when one is asked for: `--thema`, else the settings.
    pub theme: Option<ThemeName>,
    /// `NO_COLOR` is set.
    pub no_colour: bool,
    /// Glyphs of ASCII alone.
    pub ascii: bool,
    /// The mouse points; without it the terminal keeps the mouse for selecting text.
    pub mouse: bool,
    /// The screen as lines for whoever listens, one per change.
    pub aloud: bool,
    /// What the settings say, as far as it is for the running program.
    pub settings: Settings,
    /// Where the settings are or would be; none where the system does not say.
    pub settings_place: Option<PathBuf>,
    /// Why the settings cannot be used, for the commands that do without them.
    pub settings_failure: Option<Failure>,
    /// The chair's own rules of terms: `DAKPAN_TERMIJNEN`; none means the file in the settings folder, when there is
    /// one.
    pub terms: Option<PathBuf>,
    /// The approach in force: `--aanpak`, else `DAKPAN_AANPAK`, else the settings; none for the table of school leavers.
    pub approach: Option<Approach>,
    /// Why the approach that is asked for cannot be used, for the commands that do without.
    pub approach_failure: Option<Failure>,
    /// The list with names in full that the command tells: whether it goes out, and as the trail calls it.
    pub telling: Option<(TrailKind, &'static str)>,
    /// The name by which the system knows the user: the journal's *who* until a chair is named.
    pub user: String,
}

impl Options {
    /// Every sentence in the language and the words in force.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        self.settings.words.of(self.lang)
    }

    /// With an approach in force, and its words with it.
    #[must_use]
    pub(super) fn with_approach(mut self, approach: Approach) -> Self {
        self.settings.words = approach.words;
        self.approach = Some(approach);
        self
    }

    /// The id of the approach in force: what a file is made and opened for.
    #[must_use]
    pub fn purpose(&self) -> Option<&str> {
        self.approach.as_ref().map(|approach| approach.id.as_str())
    }

    /// The time by the wall clock, on the day of `--vandaag` when that is given: the time of day goes on as it is.
    #[must_use]
    pub fn now(&self) -> Moment {
        let now = Local::now();
        let Some(day) = self.today else {
            return now.fixed_offset();
        };
        let wanted = day.and_time(now.time());
        match Local.from_local_datetime(&wanted).earliest() {
            Some(moment) => moment.fixed_offset(),
            // The hour that is skipped in March: the offset of today will do.
            None => now
                .offset()
                .from_local_datetime(&wanted)
                .earliest()
                .unwrap_or_else(|| now.fixed_offset()),
        }
    }
}

/// The theme as it is named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// For a dark background.
    Standard,
    /// For a light background.
    Light,
    /// Black and white, everything bold.
    HighContrast,
    /// No colours.
    Mono,
}

impl ThemeName {
    /// Every theme, in the order in which they are named.
    pub(super) const ALL: [Self; 4] = [Self::Standard, Self::Light, Self::HighContrast, Self::Mono];
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, in the language in force.
    #[default]
    Text,
    /// For programs, the same in every language.
    Json,
    /// For spreadsheets, with the same headings in every language; of answers that are a table.
    Csv,
}

/// The form in which results are told or written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResultFormat {
    /// For people, in the language in force.
    #[default]
    Text,
    /// Plain text with marks.
    Markdown,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
    /// A workbook, as a file.
    Xlsx,
    /// Tagged PDF, as a file.
    Pdf,
    /// A picture of bars and lines, as a file.
    Svg,
}

impl ResultFormat {
    /// Every form, in the order in which they are named.
    pub(super) const ALL: [Self; 7] = [
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::Xlsx,
        Self::Pdf,
        Self::Svg,
    ];

    /// What the name of a file of this form ends with.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The screen on the file, which is made when it is not there.
    Screen,
    /// The demo table.
    Demo {
        /// How many pupils, when not the usual dozen.
        pupils: Option<u32>,
        /// Make the file and stop.
        create_only: bool,
    },
    /// The public window.
    Watch,
    /// From how far a window is read, and which keys arrive.
    ScreenTest,
    /// The fixed contacts of a school.
    Contact {
        /// Any part of its name.
        school: String,
        /// The form of the answer.
        format: Format,
    },
    /// Find.
    Find {
        /// What.
        text: String,
        /// At most so many answers.
        count: Option<u32>,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// The terms that are due, or the rules they follow from.
    Terms {
        /// Only this school, by any part of its name.
        school: Option<String>,
        /// The rules themselves.
        rules: bool,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Who is next, and why.
    Queue {
        /// Only this school, by any part of its name.
        school: Option<String>,
        /// Everybody, also without a reason.
        everybody: bool,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// How well everybody is held.
    Coverage {
        /// Only this school, by any part of its name.
        school: Option<String>,
        /// Only the members of this cohort.
        cohort: Option<String>,
        /// From this day.
        from: Option<Day>,
        /// Up to and including this day.
        until: Option<Day>,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Who holds whom in summer.
    Summer {
        /// Only this school, by any part of its name.
        school: Option<String>,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// What came of a cohort.
    Results {
        /// Which; without it the cohorts are listed.
        cohort: Option<String>,
        /// The reference date; today when absent.
        on: Option<Day>,
        /// The cohort beside it.
        compare: Option<String>,
        /// By what the table is divided.
        by: Option<Division>,
        /// The version that anybody may read.
        public: bool,
        /// Where files go.
        folder: PathBuf,
        /// The form of the answer.
        format: ResultFormat,
    },
    /// Who changed what.
    Journal {
        /// At most so many changes.
        count: Option<u32>,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Give access, erase, list who is past the date, tell who looked.
    Rights(super::rights::Asked),
    /// Look for damage.
    Check {
        /// The form of the answer.
        format: Format,
    },
    /// Make a copy.
    Backup {
        /// A file to make or a folder to put it in.
        to: Option<PathBuf>,
        /// The form of the answer.
        format: Format,
    },
    /// Read a list.
    Import(Box<Import>),
    /// Another passphrase or key file.
    Passphrase {
        /// A key file to open the file with from now on.
        new_key: Option<PathBuf>,
        /// A file whose first line is the new passphrase.
        new_passphrase_file: Option<PathBuf>,
    },
    /// Put a backup back.
    Restore {
        /// The backup.
        backup: PathBuf,
        /// Confirmed beforehand.
        confirmed: bool,
    },
    /// Everything out and in again, and exchange with another laptop.
    Exchange(Exchange),
    /// Write the documents of a meeting.
    Minutes {
        /// Which meeting, when not the usual one.
        meeting: Option<Id>,
        /// What kind.
        kind: PaperKind,
        /// For one party, or for all.
        party: Option<String>,
        /// For one pupil.
        pupil: Option<String>,
        /// Of one owner.
        owner: Option<String>,
        /// In which forms.
        formats: Vec<PaperFormat>,
        /// Where to.
        folder: PathBuf,
        /// With table notes.
        with_notes: bool,
        /// Names in full.
        with_names: bool,
    },
    /// The open actions of all schools.
    Actions {
        /// Of one owner.
        owner: Option<String>,
        /// Only what is overdue.
        overdue: bool,
        /// Names in full.
        with_names: bool,
        /// The form of the list.
        format: Format,
    },
    /// How a date phrase is read.
    Date {
        /// The phrase.
        phrase: String,
    },
    /// How a line of a note is read.
    Line {
        /// The line.
        line: String,
        /// Names in full.
        with_names: bool,
        /// The form of the answer.
        format: Format,
    },
    /// Where the settings are.
    Settings {
        /// An example in place of that.
        example: bool,
    },
    /// Shell completions.
    Completions {
        /// For which shell, by its name.
        shell: String,
    },
    /// The man page.
    Manual,
}

/// A list that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The list.
    pub list: PathBuf,
    /// What it lists.
    pub kind: ImportKind,
    /// Whose list it is; there for pupils alone.
    pub school: Option<SchoolCode>,
    /// Which sheet of a workbook.
    pub sheet: Option<String>,
    /// Headings, and which column each is.
    pub columns: Vec<(String, Option<Column>)>,
    /// What becomes of pupils whom the list no longer has.
    pub vanished: Vanishing,
    /// Where refused rows are written, to be mended.
    pub refused: Option<PathBuf>,
    /// Write nothing.
    pub check_only: bool,
    /// Values that may be names too.
    pub with_names: bool,
    /// The form of the answer.
    pub format: Format,
}

/// What a list lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportKind {
    /// The pupils of a school.
    Pupils,
    /// Schools.
    Schools,
    /// Fixed contacts.
    Contacts,
}
