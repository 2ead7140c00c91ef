//! The commands besides the screen: what a script, a colleague at another desk or a curious chair asks in one line.
//!
//! The rules:
//! - Dutch names first, with an English alias for each; help, answers and problems are in the language in force.
//! - Answers go to standard output, problems to standard error as one line that says what, where and what to do.
//!   The exit code is 0 when it was done, 1 when it was refused or failed and nothing was changed, 2 when the words
//!   were wrong.
//! - JSON has stable keys and dates in ISO form, and names people only where that is asked for or is the point.
//! - No passphrase is ever taken from the words or the environment.
//!
//! `table` holds every name once; `definition` makes the parser and the help of it, `parse` reads the words, `file`
//! finds and opens the file, and each command is a function from an open file to an answer.

mod about_itself;
mod actions;
mod answer;
mod around;
mod bundle;
mod contact;
mod coverage;
mod date;
mod definition;
pub mod demo;
mod exchange;
mod file;
mod find;
mod import;
mod journal;
mod line;
mod lines;
mod minutes;
mod options;
mod output;
mod parse;
mod passphrase;
mod queue;
mod restore;
mod results;
mod rights;
mod settings;
mod sheet;
mod start;
mod summer;
mod table;
mod terms;
mod upkeep;
mod watch;
mod whole;

pub use exchange::Exchange;
pub use file::{create_store, open_or_create, open_store, place};
pub use options::{Command, Format, Options, ResultFormat, ThemeName};
pub use output::{Ask, DONE, Echo, Ending, FAILED, Failure, Io, NotAsked, USAGE, Watch};
pub use parse::parse;
pub use rights::Asked as RightsAsked;
pub use settings::Approach;
pub use start::{Start, start};
pub use watch::{meeting_places, where_to_look};

use crate::domain::outside::visible_lines;
use crate::domain::term::Rules;
use answer::{Answer, Session};

/// Does what a command asks and returns the exit code. [`Command::Screen`], [`Command::Demo`], [`Command::Watch`] and
/// [`Command::ScreenTest`] are the program's own and do nothing here.
pub fn run(options: &Options, command: &Command, io: &mut Io<'_>) -> u8 {
    let options = &Options {
        telling: rights::list_told(command),
        ..options.clone()
    };
    let catalog = options.catalog();
    let done = perform(options, command, io).and_then(|answer| {
        let written = io
            .out
            .write_all(visible_lines(&answer.text).as_bytes())
            .and_then(|()| io.out.flush());
        written.map_err(|error| Failure::of_writing(&error, catalog))?;
        for remark in &answer.remarks {
            Failure::Told(remark.clone()).tell(io.err);
        }
        match &answer.trouble {
            None => Ok(DONE),
            Some(trouble) => Err(Failure::of(trouble, catalog)),
        }
    });
    done.unwrap_or_else(|failure| failure.tell(io.err))
}

fn perform(options: &Options, command: &Command, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    match command {
        Command::Screen | Command::Demo { .. } | Command::Watch | Command::ScreenTest => Ok(Answer::default()),
        Command::Date { phrase } => date::date(phrase, options, io),
        Command::Line {
            line: text,
            with_names,
            format,
        } => line::line(text, *with_names, *format, options, io),
        Command::Settings { example } => settings::tell(options, *example),
        Command::Completions { shell } => Ok(about_itself::completions(shell, catalog)),
        Command::Manual => Ok(about_itself::manual(catalog)),
        Command::Contact { school, format } => contact::contact(&session(options, io)?, school, *format),
        Command::Find {
            text,
            count,
            with_names,
            format,
        } => find::find(&session(options, io)?, text, *count, *with_names, *format),
        Command::Terms {
            rules: true, format, ..
        } => Ok(terms::told(&terms::rules(options)?, catalog, *format)),
        Command::Terms {
            school,
            with_names,
            format,
            ..
        } => {
            let (session, rules) = with_rules(options, io)?;
            terms::due(&session, &rules, school.as_deref(), *with_names, *format)
        }
        Command::Queue {
            school,
            everybody,
            with_names,
            format,
        } => {
            let asked = queue::Asked {
                school: school.as_deref(),
                everybody: *everybody,
                with_names: *with_names,
                format: *format,
            };
            let (session, rules) = with_rules(options, io)?;
            queue::queue(&session, rules, &asked)
        }
        Command::Coverage {
            school,
            cohort,
            from,
            until,
            with_names,
            format,
        } => {
            let asked = coverage::Asked {
                school: school.as_deref(),
                cohort: cohort.as_deref(),
                from: *from,
                until: *until,
                with_names: *with_names,
                format: *format,
            };
            let (session, rules) = with_rules(options, io)?;
            coverage::coverage(&session, rules, &asked)
        }
        Command::Summer {
            school,
            with_names,
            format,
        } => {
            let asked = summer::Asked {
                school: school.as_deref(),
                with_names: *with_names,
                ascii: options.ascii,
                format: *format,
            };
            let (session, rules) = with_rules(options, io)?;
            summer::summer(&session, rules, &asked)
        }
        Command::Results {
            cohort,
            on,
            compare,
            by,
            public,
            folder,
            format,
        } => {
            let asked = results::Asked {
                cohort: cohort.as_deref(),
                on: *on,
                compare: compare.as_deref(),
                by: *by,
                public: *public,
                folder,
                format: *format,
            };
            let sets = results::sets(options)?;
            let (session, rules) = with_rules(options, io)?;
            results::results(&session, (&rules, &sets), &asked)
        }
        Command::Journal {
            count,
            with_names,
            format,
        } => journal::journal(&session(options, io)?, *count, *with_names, *format),
        Command::Rights(asked) => {
            let mut session = session(options, io)?;
            rights::answer_to(&mut session, asked, &options.settings, io)
        }
        Command::Check { format } => upkeep::check(&session(options, io)?, *format),
        Command::Backup { to, format } => {
            let session = session(options, io)?;
            let keep = options.settings.upkeep.backups;
            upkeep::backup(&session, to.as_deref(), keep, *format, io.watch)
        }
        Command::Passphrase {
            new_key,
            new_passphrase_file,
        } => {
            let asked = passphrase::Asked {
                new_key: new_key.as_deref(),
                new_passphrase_file: new_passphrase_file.as_deref(),
            };
            passphrase::change(options, &asked, io)
        }
        Command::Restore { backup, confirmed } => restore::restore(options, backup, *confirmed, io),
        Command::Minutes { .. } => minutes::minutes(&mut session(options, io)?, command),
        Command::Actions {
            owner,
            overdue,
            with_names,
            format,
        } => actions::actions(&session(options, io)?, owner.as_deref(), *overdue, *with_names, *format),
        Command::Import(import) => import::run(import, options, io),
        Command::Exchange(asked) => exchange::perform(asked, options, io),
    }
}

/// Opens the file for a command that asks which terms there are. The rules in force are read before a passphrase is
/// asked: whoever has to correct a file first should not have to type it twice.
fn with_rules(options: &Options, io: &mut Io<'_>) -> Result<(Session, Rules), Failure> {
    let rules = terms::rules(options)?;
    Ok((session(options, io)?, rules))
}

/// Opens the file for a command.
fn session(options: &Options, io: &mut Io<'_>) -> Result<Session, Failure> {
    let now = options.now();
    let store = open_store(options, now, io)?;
    let mut session = Session {
        catalog: options.catalog(),
        store,
        now,
        practice: options.settings.practice,
        aloud: options.aloud,
    };
    rights::note_list(&mut session, options.telling)?;
    Ok(session)
}
