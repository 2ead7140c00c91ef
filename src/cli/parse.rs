//! From the words on the command line to options and a command.
//!
//! The rule: the language is known before anything else, so that even a mistake in the words is told in it.

mod beforehand;
mod bundle;
mod ending;
mod import;
mod results;
mod rights;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;

use super::definition::{self, VARIABLE_APPROACH, VARIABLE_FILE, VARIABLE_NO_COLOR, VARIABLE_TERMS};
use super::options::{Command, Format, Options, ThemeName};
use super::output::Ending;
use super::settings::{self, Chosen};
use super::table::{FORMATS, PAPER_KINDS, TABLE_FORMATS, THEMES, VERBS, spelling};
use crate::domain::dates::read_plain_date;
use crate::domain::papers::{PaperFormat, PaperKind};
use crate::text::cli::{Misuse, Opt, Verb};
use crate::text::{Catalog, Lang};

use beforehand::{asked_for, language, settings_file};
use ending::{ending, usage};

/// Reads the command line. `variable` looks up an environment variable.
///
/// # Errors
/// An [`Ending`] when there is nothing left to do: help or the version was asked for, or the words are wrong.
pub fn parse(
    words: impl IntoIterator<Item = OsString>,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<(Options, Command), Ending> {
    let words = asked_for(words.into_iter().collect());
    let asked = words.get(1..).unwrap_or_default();
    let found = settings::find(settings_file(asked, variable));
    let lang = language(asked, variable, found.lang);
    let catalog = Catalog::of(lang);
    let matches = matches(words, catalog).map_err(|error| ending(&error, catalog))?;
    let read = Reading {
        matches: matches.subcommand().map_or(&matches, |(_, own)| own),
    };
    let told = |misuse: Misuse| usage(&misuse, catalog);
    let command = read.command(matches.subcommand_name()).map_err(told)?;
    let (chosen, failure) = match found.chosen(catalog) {
        Ok(chosen) => (chosen, None),
        Err(failure) if does_without(&command) => (Chosen::default(), Some(failure)),
        Err(failure) => return Err(failure.into()),
    };
    let beside = chosen
        .approach
        .as_deref()
        .and_then(|file| Some(found.folder()?.join(file)));
    let options = Options {
        settings_place: found.into_place(),
        settings_failure: failure,
        ..read.options(lang, chosen, variable).map_err(told)?
    };
    if options.file.is_none() && matches!(command, Command::Demo { create_only: true, .. }) {
        // Made among the temporary files it would be gone before anybody saw it.
        let file = format!("--{}", spelling(Opt::File).name);
        return Err(told(Misuse::Missing(vec![file])));
    }
    let named = || variable(VARIABLE_APPROACH).filter(|value| !value.is_empty());
    let place = read.path(Opt::Approach).or_else(|| named().map(PathBuf::from));
    let options = match place.or(beside).map(|place| settings::read_approach(&place, catalog)) {
        Some(Ok(approach)) => options.with_approach(approach),
        Some(Err(failure)) if !does_without(&command) => return Err(failure.into()),
        Some(Err(failure)) => Options {
            approach_failure: Some(failure),
            ..options
        },
        None => options,
    };
    Ok((options, command))
}

/// What the words say. Nearly every start opens the table; whatever else is asked, or is wrong, needs all commands.
fn matches(words: Vec<OsString>, catalog: &Catalog) -> Result<ArgMatches, clap::Error> {
    let table = definition::table(catalog).try_get_matches_from(&words);
    table.or_else(|_| definition::program(catalog).try_get_matches_from(words))
}

/// Whether a command can do its work with settings that have a fault.
fn does_without(command: &Command) -> bool {
    matches!(
        command,
        Command::Settings { .. } | Command::Completions { .. } | Command::Manual
    )
}

/// The values the parser found.
struct Reading<'a> {
    matches: &'a ArgMatches,
}

impl Reading<'_> {
    fn flag(&self, option: Opt) -> bool {
        self.matches.get_flag(spelling(option).name)
    }

    fn path(&self, option: Opt) -> Option<PathBuf> {
        self.matches.get_one::<PathBuf>(spelling(option).name).cloned()
    }

    fn text(&self, option: Opt) -> Option<&String> {
        self.matches.get_one::<String>(spelling(option).name)
    }

    /// The words of an argument, as one text.
    fn words(&self, option: Opt) -> String {
        let words = self
            .matches
            .get_many::<String>(spelling(option).name)
            .unwrap_or_default();
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Which of some choices it is, by its place.
    fn choice(&self, option: Opt, choices: &[&[&str]]) -> Option<usize> {
        let value = self.text(option)?;
        choices.iter().position(|names| names.contains(&value.as_str()))
    }

    /// A value that `read` understands, when there is one.
    fn understood<T>(&self, option: Opt, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Misuse> {
        let Some(value) = self.text(option) else {
            return Ok(None);
        };
        let written = format!("--{}", spelling(option).name);
        read(value)
            .map(Some)
            .ok_or_else(|| Misuse::NotRead(written, value.clone(), option))
    }

    fn count(&self, option: Opt) -> Result<Option<u32>, Misuse> {
        self.understood(option, |value| value.parse().ok().filter(|count| *count > 0))
    }

    fn theme(&self) -> Option<ThemeName> {
        let place = self.choice(Opt::Theme, THEMES)?;
        ThemeName::ALL.get(place).copied()
    }

    fn table_format(&self) -> Format {
        match self.choice(Opt::TableFormat, TABLE_FORMATS) {
            Some(1) => Format::Json,
            Some(2) => Format::Csv,
            _ => Format::Text,
        }
    }

    fn format(&self) -> Format {
        match self.choice(Opt::Format, FORMATS) {
            Some(1) => Format::Json,
            _ => Format::Text,
        }
    }

    fn paper_kind(&self) -> PaperKind {
        let place = self.choice(Opt::PaperKind, PAPER_KINDS).unwrap_or(0);
        PaperKind::ALL.get(place).copied().unwrap_or(PaperKind::Minutes)
    }

    fn options(
        &self,
        lang: Lang,
        chosen: Chosen,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Result<Options, Misuse> {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let user = ["LOGNAME", "USER", "USERNAME"].into_iter().find_map(set);
        Ok(Options {
            lang,
            file: self.path(Opt::File).or_else(|| set(VARIABLE_FILE).map(PathBuf::from)),
            passphrase_file: self.path(Opt::PassphraseFile),
            key_file: self.path(Opt::KeyFile),
            today: self.understood(Opt::Today, read_plain_date)?,
            theme: self.theme().or(chosen.theme),
            no_colour: set(VARIABLE_NO_COLOR).is_some(),
            ascii: self.flag(Opt::Ascii) || chosen.ascii,
            mouse: self.flag(Opt::Mouse) || chosen.mouse,
            aloud: self.flag(Opt::ReadAloud),
            settings: chosen.settings,
            settings_place: None,
            settings_failure: None,
            terms: set(VARIABLE_TERMS).map(PathBuf::from),
            approach: None,
            approach_failure: None,
            telling: None,
            user: user.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        })
    }

    fn command(&self, name: Option<&str>) -> Result<Command, Misuse> {
        let Some(row) = VERBS.iter().find(|row| Some(row.name) == name) else {
            return Ok(Command::Screen);
        };
        Ok(match row.verb {
            Verb::Demo => Command::Demo {
                pupils: self.count(Opt::Pupils)?,
                create_only: self.flag(Opt::CreateOnly),
            },
            Verb::Watch => Command::Watch,
            Verb::ScreenTest => Command::ScreenTest,
            Verb::Contact => Command::Contact {
                school: self.words(Opt::SchoolName),
                format: self.format(),
            },
            Verb::Find => Command::Find {
                text: self.words(Opt::Text),
                count: self.count(Opt::Count)?,
                with_names: self.flag(Opt::WithNames),
                format: self.format(),
            },
            Verb::Terms => Command::Terms {
                school: self.text(Opt::OnlySchool).cloned(),
                rules: self.flag(Opt::Rules),
                with_names: self.flag(Opt::WithNames),
                format: self.format(),
            },
            Verb::Queue => Command::Queue {
                school: self.text(Opt::OnlySchool).cloned(),
                everybody: self.flag(Opt::Everybody),
                with_names: self.flag(Opt::WithNames),
                format: self.table_format(),
            },
            Verb::Coverage => Command::Coverage {
                school: self.text(Opt::OnlySchool).cloned(),
                cohort: self.text(Opt::Cohort).cloned(),
                from: self.understood(Opt::From, read_plain_date)?,
                until: self.understood(Opt::Until, read_plain_date)?,
                with_names: self.flag(Opt::WithNames),
                format: self.table_format(),
            },
            Verb::Summer => Command::Summer {
                school: self.text(Opt::OnlySchool).cloned(),
                with_names: self.flag(Opt::WithNames),
                format: self.table_format(),
            },
            Verb::Results => self.results()?,
            Verb::Journal => Command::Journal {
                count: self.count(Opt::Count)?,
                with_names: self.flag(Opt::WithNames),
                format: self.format(),
            },
            Verb::Access | Verb::Erase | Verb::Retention | Verb::Trail => Command::Rights(self.rights(row.verb)?),
            Verb::Check => Command::Check { format: self.format() },
            Verb::Backup => Command::Backup {
                to: self.path(Opt::To),
                format: self.format(),
            },
            Verb::Import => Command::Import(Box::new(self.import()?)),
            Verb::Passphrase => Command::Passphrase {
                new_key: self.path(Opt::NewKey),
                new_passphrase_file: self.path(Opt::NewPassphraseFile),
            },
            Verb::Restore => Command::Restore {
                backup: self.path(Opt::BackupFile).unwrap_or_default(),
                confirmed: self.flag(Opt::Yes),
            },
            Verb::ExportAll => self.export_all(),
            Verb::ImportAll => self.import_all(),
            Verb::Bundle => self.bundle()?,
            Verb::Merge => self.merge()?,
            Verb::Minutes => Command::Minutes {
                meeting: self.understood(Opt::Meeting, |value| value.parse().ok())?,
                kind: self.paper_kind(),
                party: self.text(Opt::Party).cloned(),
                pupil: self.text(Opt::PupilName).cloned(),
                owner: self.text(Opt::Owner).cloned(),
                formats: self
                    .understood(Opt::Papers, paper_formats)?
                    .unwrap_or_else(|| vec![PaperFormat::Docx, PaperFormat::Pdf]),
                folder: self.path(Opt::Folder).unwrap_or_else(|| PathBuf::from(".")),
                with_notes: self.flag(Opt::WithNotes),
                with_names: self.flag(Opt::WithNames),
            },
            Verb::Actions => Command::Actions {
                owner: self.text(Opt::Owner).cloned(),
                overdue: self.flag(Opt::Overdue),
                with_names: self.flag(Opt::WithNames),
                format: self.table_format(),
            },
            Verb::Date => Command::Date {
                phrase: self.words(Opt::Phrase),
            },
            Verb::Line => Command::Line {
                line: self.words(Opt::NoteLine),
                with_names: self.flag(Opt::WithNames),
                format: self.format(),
            },
            Verb::Settings => Command::Settings {
                example: self.flag(Opt::Example),
            },
            Verb::Completions => Command::Completions {
                shell: self.text(Opt::Shell).cloned().unwrap_or_default(),
            },
            Verb::Manual => Command::Manual,
        })
    }
}

/// The forms of documents, each once: `docx,pdf`.
fn paper_formats(value: &str) -> Option<Vec<PaperFormat>> {
    let mut formats = Vec::new();
    for name in value.split(',').map(str::trim) {
        let format = PaperFormat::from_code(&name.to_lowercase())?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    Some(formats)
}
