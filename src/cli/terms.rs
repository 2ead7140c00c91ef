//! `termijnen`: which terms of which pupils are due, and the rules they follow from.
//!
//! The rule: a term is told with its article and the sentence that it is a reminder. Pupils are told by initials
//! without `--met-namen`, as a case when they were not informed, and not at all when an objection stands; their number
//! is told. The chair's own rules stand beside the program's, and a slip in them is told with its line
//! before anything else is done, because a rule that is silently left out is a term that is silently missed.

use std::path::PathBuf;

use etcetera::BaseStrategy;
use serde::Serialize;

use super::answer::{Answer, Session, answer};
use super::around::told as told_pupil;
use super::lines::columns;
use super::options::{Format, Options};
use super::output::Failure;
use crate::domain::Day;
use crate::domain::fold::fold;
use crate::domain::people::School;
use crate::domain::term::{Due, Rule, RuleError, Rules, TermStanding, terms};
use crate::store::{Scope, TermsOf};
use crate::text::Catalog;
use crate::text::cli::Trouble;
use crate::text::notice::Problem;

/// How many days ahead a term is due: as far as the queue looks.
const AHEAD: u32 = 60;

/// The chair's own rules in the platform's settings folder.
const OWN: [&str; 2] = ["dakpan", "termijnen.toml"];

/// The most bytes of a file of rules: some thousand of them.
const LARGEST: u64 = 1024 * 1024;

/// A term that is due.
#[derive(Serialize)]
struct Row<'a> {
    pupil: String,
    school: &'a str,
    rule: &'a str,
    date: Day,
    kind: &'static str,
    standing: &'static str,
    expected: bool,
    label: &'a str,
    text: &'a str,
    article: &'a str,
    address: Option<&'a str>,
}

/// A rule as it stands in the data.
#[derive(Serialize)]
struct Told<'a> {
    rule: &'a str,
    own: bool,
    kind: &'static str,
    day: String,
    label: &'a str,
    text: &'a str,
    article: &'a str,
    address: Option<&'a str>,
    read: Day,
}

/// The rules in force: the program's, with those of the approach in force, and beside them the chair's own: from the file
/// that `DAKPAN_TERMIJNEN` names or else, without an approach, from `termijnen.toml` in the settings folder when that is
/// there.
///
/// # Errors
/// One sentence when that file cannot be read or is wrong, with the line.
pub(super) fn rules(options: &Options) -> Result<Rules, Failure> {
    let catalog = options.catalog();
    let mut built_in = Rules::built_in().map_err(|error| wrong(&error, catalog))?;
    if let Some(approach) = &options.approach {
        built_in = built_in.with_own(approach.rules.clone());
    }
    let Some((path, must_be_there)) = own_rules(options) else {
        return Ok(built_in);
    };
    let failed = |problem: &Problem| Failure::of_reading(&path, problem, catalog);
    let text = match std::fs::metadata(&path) {
        Ok(file) if file.len() > LARGEST => return Err(failed(&Problem::Io)),
        Ok(_) => std::fs::read_to_string(&path),
        Err(error) => Err(error),
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => {
            return match error.kind() {
                std::io::ErrorKind::NotFound if must_be_there => Err(failed(&Problem::NotFound)),
                std::io::ErrorKind::NotFound => Ok(built_in),
                std::io::ErrorKind::PermissionDenied => Err(failed(&Problem::Permission)),
                _ => Err(failed(&Problem::Io)),
            };
        }
    };
    let own = Rules::parse(&text, &path.display().to_string()).map_err(|error| wrong(&error, catalog))?;
    Ok(built_in.with_own(own))
}

/// Where the chair's own rules are, and whether they were asked for.
fn own_rules(options: &Options) -> Option<(PathBuf, bool)> {
    if let Some(path) = &options.terms {
        return Some((path.clone(), true));
    }
    // What stands in the settings folder is for the table of school leavers; an approach has its terms in its own file.
    if options.approach.is_some() {
        return None;
    }
    let mut place = etcetera::base_strategy::choose_native_strategy().ok()?.config_dir();
    place.extend(OWN);
    Some((place, false))
}

fn wrong(error: &RuleError, catalog: &Catalog) -> Failure {
    let sentence = catalog.terms.wrong(error.line, &error.fault);
    Failure::Told(format!("{}, {sentence}", error.file))
}

/// Answers with the rules themselves; no file is needed for that.
pub(super) fn told(rules: &Rules, catalog: &Catalog, format: Format) -> Answer {
    let row = |rule: &Rule| -> Vec<String> {
        let own = if rule.own { catalog.terms.own } else { "" };
        vec![
            catalog.term(rule).label.clone(),
            catalog.terms.when(rule.kind, &rule.day.to_string()),
            rule.article.clone(),
            format!("{} {}", catalog.terms.read_on, catalog.cli.date(rule.read)),
            rule.address.clone().unwrap_or_default(),
            own.to_owned(),
        ]
    };
    let json: Vec<Told<'_>> = rules.iter().map(|rule| told_one(rule, catalog)).collect();
    answer(format, &json, || {
        let rows: Vec<Vec<String>> = rules.iter().map(row).collect();
        format!("{}\n{}", columns("", &rows), disclaimer(catalog))
    })
}

fn told_one<'a>(rule: &'a Rule, catalog: &Catalog) -> Told<'a> {
    let words = catalog.term(rule);
    Told {
        rule: &rule.id,
        own: rule.own,
        kind: rule.kind.code(),
        day: rule.day.to_string(),
        label: &words.label,
        text: &words.text,
        article: &rule.article,
        address: rule.address.as_deref(),
        read: rule.read,
    }
}

fn disclaimer(catalog: &Catalog) -> String {
    format!("{}\n", catalog.terms.disclaimer)
}

/// Answers with the terms that are due within sixty days or overdue, of one school or of all, by their day.
pub(super) fn due(
    session: &Session,
    rules: &Rules,
    school: Option<&str>,
    with_names: bool,
    format: Format,
) -> Result<Answer, Failure> {
    let (catalog, today) = (session.catalog, session.now.date_naive());
    let failed = |error| session.failed(&error);
    let schools = session.store.schools().map_err(failed)?;
    let meant: Vec<&School> = schools
        .iter()
        .filter(|one| school.is_none_or(|name| is_meant(one, name)))
        .collect();
    if let Some(name) = school.filter(|_| meant.is_empty()) {
        return Err(Failure::of(&Trouble::NoSchoolNamed(name.to_owned()), catalog));
    }
    let mut rows: Vec<(Day, Row<'_>)> = Vec::new();
    let (mut number, mut objections) = (0, 0);
    for school in meant {
        let mut see = |of: TermsOf| {
            let facts = of.facts();
            let found = terms(&facts, rules, today).into_iter();
            let found: Vec<(Day, Due<'_>)> = found.filter_map(|due| Some((due.within(today, AHEAD)?, due))).collect();
            if found.is_empty() {
                return;
            }
            if of.objects() {
                objections += 1;
                return;
            }
            number += 1;
            let name = told_pupil(session, of.line(), with_names, number);
            rows.extend(
                found
                    .into_iter()
                    .filter_map(|(by, due)| Some((by, row(&due, rules, name.clone(), &school.name, catalog)?))),
            );
        };
        session
            .store
            .each_terms(Scope::School(school.id), &mut see)
            .map_err(failed)?;
    }
    rows.sort_by_key(|(by, _)| *by);
    let json: Vec<&Row<'_>> = rows.iter().map(|(_, row)| row).collect();
    Ok(answer(format, &json, || {
        let mut told = text(&json, rules, catalog);
        if objections > 0 {
            told.insert_str(0, &format!("{}\n", catalog.queue.objections(objections)));
        }
        told
    }))
}

/// A term as a row. The rule is looked up again, because the row outlives what the pupil's terms were computed from.
fn row<'a>(due: &Due<'_>, rules: &'a Rules, pupil: String, school: &'a str, catalog: &Catalog) -> Option<Row<'a>> {
    let rule = rules.get(&due.rule.id)?;
    let words = catalog.term(rule);
    Some(Row {
        pupil,
        school,
        rule: &rule.id,
        date: due.on,
        kind: rule.kind.code(),
        standing: match due.standing {
            TermStanding::Ahead => "ahead",
            TermStanding::Late => "late",
            _ => "running",
        },
        expected: due.expected,
        label: &words.label,
        text: &words.text,
        article: &rule.article,
        address: rule.address.as_deref(),
    })
}

fn text(rows: &[&Row<'_>], rules: &Rules, catalog: &Catalog) -> String {
    if rows.is_empty() {
        return format!("{}\n", catalog.terms.none_due);
    }
    let cells = |row: &&Row<'_>| -> Option<Vec<String>> {
        let rule = rules.get(row.rule)?;
        let standing = match row.standing {
            "late" => TermStanding::Late,
            "ahead" => TermStanding::Ahead,
            _ => TermStanding::Running,
        };
        Some(vec![
            catalog.terms.when(rule.kind, &catalog.cli.date(row.date)),
            catalog.terms.standing(rule.kind, standing).to_owned(),
            row.pupil.clone(),
            row.school.to_owned(),
            row.label.to_owned(),
            row.article.to_owned(),
        ])
    };
    let cells: Vec<Vec<String>> = rows.iter().filter_map(cells).collect();
    format!("{}\n{}", columns("", &cells), disclaimer(catalog))
}

/// Whether a school is meant by any part of its name or its code.
fn is_meant(school: &School, name: &str) -> bool {
    let wanted = fold(name);
    fold(&school.name).contains(&wanted) || fold(&school.code.to_string()).starts_with(&wanted)
}
