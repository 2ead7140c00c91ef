//! `aanvullen` and `handleiding`: what needs no file.

use super::answer::Answer;
use super::definition::{
    PROGRAM, VARIABLE_APPROACH, VARIABLE_FILE, VARIABLE_LANG, VARIABLE_NO_COLOR, VARIABLE_SETTINGS, VARIABLE_TERMS,
    help, program, usage,
};
use super::table::{GENERAL, Takes, VERBS, spelling};
use crate::text::Catalog;
use crate::text::cli::{CliWords, Opt};

/// The completions for a shell, by the Dutch names.
pub(super) fn completions(shell: &str, catalog: &Catalog) -> Answer {
    let mut program = program(catalog);
    let mut script: Vec<u8> = Vec::new();
    if let Ok(shell) = shell.parse::<clap_complete::Shell>() {
        clap_complete::generate(shell, &mut program, PROGRAM, &mut script);
    }
    Answer::text(String::from_utf8_lossy(&script))
}

/// The man page, in the markup of roff.
pub(super) fn manual(catalog: &Catalog) -> Answer {
    let words = &catalog.cli;
    let mut page = format!(
        ".TH {} 1 \"\" \"{PROGRAM} {}\"\n",
        PROGRAM.to_uppercase(),
        env!("CARGO_PKG_VERSION")
    );
    section(&mut page, words.manual_name, &format!("{PROGRAM} - {}", words.about));
    let call = format!("{PROGRAM} [{}] [{}]", words.usage_options, words.usage_command);
    section(&mut page, words.manual_synopsis, &call);
    section(&mut page, words.manual_description, words.description);
    section(&mut page, words.commands, "");
    for row in VERBS {
        term(&mut page, &usage(row, words), words.verb(row.verb));
        if !row.also.is_empty() {
            line(&mut page, &words.also(&row.also.join(", ")));
        }
        let options: Vec<&Opt> = row.takes.iter().collect();
        page.push_str(".RS\n");
        options.iter().for_each(|option| described(&mut page, **option, words));
        page.push_str(".RE\n");
    }
    section(&mut page, words.general_options, "");
    GENERAL.iter().for_each(|option| described(&mut page, *option, words));
    section(&mut page, words.environment, "");
    term(&mut page, VARIABLE_FILE, words.variable_file);
    term(&mut page, VARIABLE_SETTINGS, words.variable_settings);
    term(&mut page, VARIABLE_LANG, words.variable_lang);
    term(&mut page, VARIABLE_TERMS, words.variable_terms);
    term(&mut page, VARIABLE_APPROACH, words.variable_approach);
    term(&mut page, VARIABLE_NO_COLOR, words.variable_no_color);
    section(&mut page, words.exit_codes, "");
    for (code, meaning) in [
        ("0", words.exit_done),
        ("1", words.exit_failed),
        ("2", words.exit_usage),
    ] {
        term(&mut page, code, meaning);
    }
    Answer::text(page)
}

fn described(page: &mut String, option: Opt, words: &CliWords) {
    let (spelling, value) = (spelling(option), words.value(option));
    let name = match spelling.takes {
        Takes::Nothing => format!("--{}", spelling.name),
        Takes::Path | Takes::Text | Takes::Texts | Takes::OneOf(_) => format!("--{} {value}", spelling.name),
        Takes::Words | Takes::PathArgument | Takes::OptionalPathArgument | Takes::OneOfArgument(_) => value.to_owned(),
    };
    term(page, &name, &help(option, words));
}

fn section(page: &mut String, heading: &str, text: &str) {
    page.push_str(&format!(".SH \"{}\"\n", escaped(&heading.to_uppercase())));
    if !text.is_empty() {
        line(page, text);
    }
}

/// A term in bold with its explanation indented below it.
fn term(page: &mut String, name: &str, meaning: &str) {
    page.push_str(&format!(".TP\n\\fB{}\\fR\n", escaped(name)));
    line(page, meaning);
}

fn line(page: &mut String, text: &str) {
    let text = escaped(text);
    // A line that begins with a dot or an apostrophe would be a command.
    if text.starts_with(['.', '\'']) {
        page.push_str("\\&");
    }
    page.push_str(&text);
    page.push('\n');
}

/// The text with what roff would obey taken literally.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-")
}
