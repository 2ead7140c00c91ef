//! The parser, made from the table in the language in force.
//!
//! The rule: clap's own words are English, so none of them is left standing. Headings, usage lines and what an
//! option takes are given; alternatives and choices are hidden from it and told behind the help of each option.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, ValueHint, builder::PossibleValuesParser, value_parser};
use std::path::PathBuf;

use super::table::{GENERAL, Row, Takes, VERBS, spelling};
use crate::text::Catalog;
use crate::text::cli::{CliWords, Opt, Verb};
use crate::text::first::First;

/// The name of the program.
pub(super) const PROGRAM: &str = "dakpan";

/// How help is laid out.
fn template(words: &CliWords) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        words.usage
    )
}

/// The parser of the whole command line.
pub(super) fn program(catalog: &Catalog) -> Command {
    let (words, template) = (&catalog.cli, template(&catalog.cli));
    table(catalog).subcommands(VERBS.iter().map(|row| command(row, words, &catalog.first, &template)))
}

/// The parser of who opens the table, without any command: making it costs a fraction of making that of all of them.
pub(super) fn table(catalog: &Catalog) -> Command {
    let words = &catalog.cli;
    let mut program = Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about)
        .override_usage(format!("{PROGRAM} [{}] [{}]", words.usage_options, words.usage_command))
        .help_template(template(words))
        .subcommand_help_heading(words.commands)
        .subcommand_value_name(words.usage_command)
        .after_help(ending(words))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args_override_self(false);
    for option in GENERAL {
        let everywhere = *option != Opt::Version;
        program = program.arg(
            argument(*option, words)
                .global(everywhere)
                .help_heading(words.general_options),
        );
    }
    program
}

/// What stands below the help of the program as a whole.
fn ending(words: &CliWords) -> String {
    let variables = [
        (VARIABLE_FILE, words.variable_file),
        (VARIABLE_SETTINGS, words.variable_settings),
        (VARIABLE_LANG, words.variable_lang),
        (VARIABLE_TERMS, words.variable_terms),
        (VARIABLE_APPROACH, words.variable_approach),
        (VARIABLE_NO_COLOR, words.variable_no_color),
    ];
    let codes = [
        ("0", words.exit_done),
        ("1", words.exit_failed),
        ("2", words.exit_usage),
    ];
    let lines = |rows: &[(&str, &str)], width: usize| {
        let lines = rows.iter().map(|(name, what)| format!("  {name:width$}  {what}\n"));
        lines.collect::<String>()
    };
    format!(
        "{}:\n{}\n{}:\n{}\n{}",
        words.environment,
        lines(&variables, VARIABLE_SETTINGS.len()),
        words.exit_codes,
        lines(&codes, 1),
        words.see_command
    )
}

/// The environment variable that names the file.
pub(super) const VARIABLE_FILE: &str = "DAKPAN_BESTAND";
/// The environment variable that names the file of settings.
pub(super) const VARIABLE_SETTINGS: &str = "DAKPAN_INSTELLINGEN";
/// The environment variable that names the language.
pub(super) const VARIABLE_LANG: &str = "DAKPAN_LANG";
/// The environment variable that names a file with the chair's own rules of terms.
pub(super) const VARIABLE_TERMS: &str = "DAKPAN_TERMIJNEN";
/// The environment variable that names the file of an approach.
pub(super) const VARIABLE_APPROACH: &str = "DAKPAN_AANPAK";
/// The environment variable that asks for no colours, as agreed between programs (no-color.org).
pub(super) const VARIABLE_NO_COLOR: &str = "NO_COLOR";

/// One command.
fn command(row: &Row, words: &CliWords, first: &First, template: &str) -> Command {
    let mut about = words.verb(row.verb).to_owned();
    if !row.also.is_empty() {
        about = format!("{about} {}", words.also(&row.also.join(", ")));
    }
    let after = match row.verb {
        Verb::Import => first.list_columns,
        _ => "",
    };
    Command::new(row.name)
        .after_help(after)
        .aliases(row.also)
        .about(about)
        .override_usage(usage(row, words))
        .help_template(template.to_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(row.takes.iter().map(|option| argument(*option, words)))
}

/// The usage line of a command: `dakpan zoek [OPTIES] TEKST…`.
pub(super) fn usage(row: &Row, words: &CliWords) -> String {
    let mut usage = format!("{PROGRAM} {} [{}]", row.name, words.usage_options);
    for option in row.takes {
        let value = words.value(*option);
        match spelling(*option).takes {
            Takes::Words => usage.push_str(&format!(" {value}…")),
            Takes::PathArgument | Takes::OneOfArgument(_) => usage.push_str(&format!(" {value}")),
            Takes::OptionalPathArgument => usage.push_str(&format!(" [{value}]")),
            _ => {}
        }
    }
    usage
}

/// What an option is for, with its other names and what it takes.
pub(super) fn help(option: Opt, words: &CliWords) -> String {
    let spelling = spelling(option);
    let mut help = words.option(option).to_owned();
    if let Takes::OneOf(choices) | Takes::OneOfArgument(choices) = spelling.takes {
        help = format!("{help} {}", words.choices(&told(choices)));
    }
    if !spelling.also.is_empty() {
        let also: Vec<String> = spelling.also.iter().map(|name| format!("--{name}")).collect();
        help = format!("{help} {}", words.also(&also.join(", ")));
    }
    help
}

/// The choices with their other names beside them: `licht/light, mono`.
fn told(choices: &[&[&str]]) -> String {
    let told: Vec<String> = choices.iter().map(|names| names.join("/")).collect();
    told.join(", ")
}

/// One option or argument.
fn argument(option: Opt, words: &CliWords) -> Arg {
    let spelling = spelling(option);
    let is_argument = !matches!(
        spelling.takes,
        Takes::Nothing | Takes::Path | Takes::Text | Takes::Texts | Takes::OneOf(_)
    );
    let mut arg = Arg::new(spelling.name)
        .help(help(option, words))
        .help_heading(if is_argument { words.arguments } else { words.options });
    if !is_argument {
        arg = arg.long(spelling.name).aliases(spelling.also);
        if let Some(letter) = spelling.letter {
            arg = arg.short(letter);
        }
    }
    let excludes = match option {
        Opt::KeyFile => Some(Opt::PassphraseFile),
        Opt::NewKey => Some(Opt::NewPassphraseFile),
        _ => None,
    };
    if let Some(other) = excludes {
        arg = arg.conflicts_with(super::table::spelling(other).name);
    }
    let value = words.value(option);
    match spelling.takes {
        Takes::Nothing => arg.action(match option {
            Opt::Help => ArgAction::Help,
            Opt::Version => ArgAction::Version,
            _ => ArgAction::SetTrue,
        }),
        Takes::Path => path(arg, value),
        Takes::PathArgument => path(arg, value).required(true),
        Takes::OptionalPathArgument => path(arg, value),
        Takes::Text => arg.value_name(value),
        Takes::Texts => arg.value_name(value).action(ArgAction::Append),
        Takes::Words => arg.value_name(value).num_args(1..).required(true),
        Takes::OneOf(choices) => arg
            .value_name(value)
            .value_parser(one_of(choices))
            .hide_possible_values(true),
        Takes::OneOfArgument(choices) => arg
            .value_name(value)
            .value_parser(one_of(choices))
            .hide_possible_values(true)
            .required(true),
    }
}

fn path(arg: Arg, value: &'static str) -> Arg {
    arg.value_name(value)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::AnyPath)
}

fn one_of(choices: &[&'static [&'static str]]) -> PossibleValuesParser {
    let values = choices.iter().filter_map(|names| {
        let (first, rest) = names.split_first()?;
        Some(PossibleValue::new(*first).aliases(rest.iter().copied()))
    });
    PossibleValuesParser::new(values)
}
