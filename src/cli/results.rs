//! `resultaten`: what came of a cohort on a reference date, alone or beside another, in the form that is asked for.
//!
//! The rules: every count is computed from records when it is asked; the table always adds up. Nobody is named in any
//! form. The public version holds public tables alone, so a small count cannot get into it. Texts are told; a workbook,
//! a PDF and a picture are written into a folder, and never over another file.

mod told;

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::answer::{Answer, Session};
use super::lines::columns;
use super::options::{Options, ResultFormat};
use super::output::{Failure, visible};
use super::sheet::sheet;
use crate::app::results::{CohortResult, ResultAsk, Results, chart, gather, in_language, paper};
use crate::domain::result::{Division, ResultSets};
use crate::domain::standing::Asking;
use crate::domain::term::Rules;
use crate::domain::{Day, Id};
use crate::exchange::minutes::Form;
use crate::exchange::results::{Cell, ResultPaper, document, picture, workbook};
use crate::store::StoreError;
use crate::text::Catalog;
use crate::text::cli::Trouble;
use crate::text::notice::Problem;

/// How many numbers are tried behind the name of a file.
const MOST: u32 = 10_000;

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) cohort: Option<&'a str>,
    pub(super) on: Option<Day>,
    pub(super) compare: Option<&'a str>,
    pub(super) by: Option<Division>,
    pub(super) public: bool,
    pub(super) folder: &'a Path,
    pub(super) format: ResultFormat,
}

/// The sets in force: the program's, with those of the approach in force before them.
///
/// # Errors
/// One sentence when they do not hold together.
pub(super) fn sets(options: &Options) -> Result<ResultSets, Failure> {
    let built_in = ResultSets::built_in();
    let built_in = built_in.map_err(|error| Failure::Told(options.catalog().results.wrong(&error.fault)))?;
    Ok(match &options.approach {
        Some(approach) => built_in.with_own(approach.results.clone()),
        None => built_in,
    })
}

/// Answers with results, or with the cohorts there are.
pub(super) fn results(
    session: &Session,
    (rules, sets): (&Rules, &ResultSets),
    asked: &Asked<'_>,
) -> Result<Answer, Failure> {
    let Some(cohort) = asked.cohort else {
        return cohorts(session, sets, asked);
    };
    let mut ids = vec![cohort_named(session, cohort)?];
    if let Some(other) = asked.compare {
        let other_id = cohort_named(session, other)?;
        if ids.contains(&other_id) {
            return Err(Failure::of(&Trouble::SameCohort(other.to_owned()), session.catalog));
        }
        ids.push(other_id);
    }
    let ask = ResultAsk {
        cohorts: ids,
        by: asked.by,
        outcomes: !asked.public && asked.format != ResultFormat::Csv,
        today: session.now.date_naive(),
    };
    let asking = Asking {
        today: asked.on.unwrap_or_else(|| session.now.date_naive()),
        practice: session.practice,
        rules,
    };
    let found = gather(&session.store, &ask, sets, &asking).map_err(|error| session.failed(&error))?;
    let Some(found) = found else {
        return Err(Failure::of(&no_cohort(session, cohort)?, session.catalog));
    };
    let remarks = found.remarks.iter().map(|remark| remark.told(session.catalog));
    Ok(answer(session, &found, asked)?.remarking(remarks.collect()))
}

/// The answer in the form that is asked for.
fn answer(session: &Session, found: &Results, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let catalog = session.catalog;
    let made = || paper(found, asked.public, catalog, session.now);
    let not_written = || Failure::of(&Trouble::NotWritten, catalog);
    match asked.format {
        ResultFormat::Text => Ok(Answer::text(text(&made()))),
        ResultFormat::Json => Ok(Answer::json(&told::told(found, asked.public, catalog))),
        ResultFormat::Csv => Ok(csv(found, asked.public, catalog)),
        ResultFormat::Markdown => {
            let bytes = document(&made(), None, Form::Markdown).map_err(|_| not_written())?;
            Ok(Answer::text(String::from_utf8_lossy(&bytes)))
        }
        ResultFormat::Xlsx => write(session, found, asked, &workbook(&made()).map_err(|_| not_written())?),
        ResultFormat::Pdf => {
            let chart = chart(found, asked.public, catalog);
            let bytes = document(&made(), Some(&chart), Form::Pdf).map_err(|_| not_written())?;
            write(session, found, asked, &bytes)
        }
        ResultFormat::Svg => {
            let drawn = picture(&chart(found, asked.public, catalog)).map_err(|_| not_written())?;
            write(session, found, asked, drawn.as_bytes())
        }
    }
}

/// The cohort of this name, capitals aside.
///
/// # Errors
/// One sentence that lists the cohorts there are.
pub(super) fn cohort_named(session: &Session, name: &str) -> Result<Id, Failure> {
    let found = session
        .store
        .cohort_named(name)
        .map_err(|error| session.failed(&error))?;
    match found {
        Some(id) => Ok(id),
        None => Err(Failure::of(&no_cohort(session, name)?, session.catalog)),
    }
}

fn no_cohort(session: &Session, name: &str) -> Result<Trouble, Failure> {
    let known = session.store.cohorts().map_err(|error| session.failed(&error))?;
    let known = known.into_iter().map(|cohort| cohort.name).collect();
    Ok(Trouble::NoCohort(name.to_owned(), known))
}

#[derive(Serialize)]
struct CohortRow {
    cohort: String,
    /// None when it is too few to be told to anybody.
    members: Option<u64>,
    set: String,
}

/// The cohorts there are.
fn cohorts(session: &Session, sets: &ResultSets, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (catalog, words) = (session.catalog, &session.catalog.results);
    let known = session.store.cohorts().map_err(|error| session.failed(&error))?;
    let smallest = session.practice.small_counts;
    let rows: Vec<CohortRow> = known
        .into_iter()
        .map(|cohort| CohortRow {
            set: sets.get(&cohort.set).map_or("", |set| set.id()).to_owned(),
            members: Some(cohort.members as u64).filter(|members| !asked.public || *members >= smallest),
            cohort: cohort.name,
        })
        .collect();
    let told = |row: &CohortRow, hidden: &str| row.members.map_or(hidden.to_owned(), |members| members.to_string());
    let cells = |row: &CohortRow| vec![row.cohort.clone(), told(row, ""), row.set.clone()];
    Ok(match asked.format {
        ResultFormat::Json => Answer::json(&rows),
        ResultFormat::Csv => sheet(
            &["cohort", "members", "set"],
            &rows.iter().map(cells).collect::<Vec<_>>(),
        ),
        _ if rows.is_empty() => Answer::text(format!("{}\n", words.no_cohorts)),
        _ => {
            let named = |row: &CohortRow| {
                let set = sets
                    .get(&row.set)
                    .map_or("", |set| in_language(set.names(), catalog.lang));
                vec![row.cohort.clone(), told(row, words.hidden), set.to_owned()]
            };
            let heading = vec![words.cohort.to_owned(), words.persons.to_owned(), words.set.to_owned()];
            let lines: Vec<Vec<String>> = std::iter::once(heading).chain(rows.iter().map(named)).collect();
            Answer::text(columns("", &lines))
        }
    })
}

/// The paper for a terminal: numbers at the right of their column.
fn text(paper: &ResultPaper) -> String {
    let mut text = format!("{}\n", visible(&paper.title));
    for line in &paper.lines {
        text.push_str(&format!("{}\n", visible(line)));
    }
    for grid in &paper.grids {
        let width = |at: usize| {
            let cells = grid
                .rows
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cell.told().chars().count());
            let heading = grid.columns.get(at).map_or(0, |heading| heading.chars().count());
            cells.chain([heading]).max().unwrap_or(0)
        };
        let right = |at: usize, text: String| format!("{text:>width$}", width = width(at));
        let heading = |(at, heading): (usize, &String)| {
            if at == 0 {
                heading.clone()
            } else {
                right(at, heading.clone())
            }
        };
        let mut rows = vec![grid.columns.iter().enumerate().map(heading).collect::<Vec<_>>()];
        for row in &grid.rows {
            let cell = |(at, cell): (usize, &Cell)| match cell {
                Cell::Text(text, depth) if at == 0 => format!("{}{text}", "  ".repeat(*depth)),
                other => right(at, other.told()),
            };
            rows.push(row.iter().enumerate().map(cell).collect());
        }
        text.push_str(&format!("\n{}\n{}", visible(&grid.title), columns("  ", &rows)));
        for note in &grid.notes {
            text.push_str(&format!("  {}\n", visible(note)));
        }
    }
    text
}

/// One row for each count: of the whole first, then of each group.
fn csv(results: &Results, public: bool, catalog: &Catalog) -> Answer {
    let mut rows = Vec::new();
    for one in &results.cohorts {
        for (group, counts) in tables(one, results, public, catalog) {
            for (row, count) in results.set.rows().iter().zip(counts) {
                rows.push(vec![
                    one.cohort.name.clone(),
                    results.on.to_string(),
                    group.clone(),
                    row.key.clone(),
                    in_language(&row.label, catalog.lang).to_owned(),
                    count.map_or_else(String::new, |count| count.to_string()),
                    row.is_computed().to_string(),
                ]);
            }
        }
    }
    sheet(&["cohort", "on", "group", "key", "label", "count", "computed"], &rows)
}

/// The table of a cohort, without a name, and then those of its groups.
fn tables(one: &CohortResult, results: &Results, public: bool, catalog: &Catalog) -> Vec<(String, Vec<Option<u64>>)> {
    let shown = |counts: &[u64]| counts.iter().copied().map(Some).collect::<Vec<_>>();
    let name = |group| results.names.group(group, catalog);
    if public {
        let (whole, groups) = results.public(one);
        let groups = groups.iter().map(|(group, table)| (name(group), table.counts()));
        return std::iter::once((String::new(), whole.counts())).chain(groups).collect();
    }
    let groups = one
        .groups
        .iter()
        .map(|(group, table)| (name(group), shown(&table.counts)));
    std::iter::once((String::new(), shown(&one.table.counts)))
        .chain(groups)
        .collect()
}

/// Writes a file into the folder under a name that nothing has yet, and tells where.
fn write(session: &Session, results: &Results, asked: &Asked<'_>, bytes: &[u8]) -> Result<Answer, Failure> {
    let failed = |error: std::io::Error| {
        let problem = Problem::from(&StoreError::from(error));
        Failure::of_reading(asked.folder, &problem, session.catalog)
    };
    std::fs::create_dir_all(asked.folder).map_err(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(asked.folder).map_err(failed)?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    for number in 1..MOST {
        let path = asked.folder.join(name(results, number, asked, session.catalog));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(Answer::text(format!("{}\n", visible(&path.display().to_string())))),
            Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => file = taken.file,
            Err(other) => return Err(failed(other.error)),
        }
    }
    Err(failed(std::io::ErrorKind::AlreadyExists.into()))
}

/// The name of the file: whether anybody may read it, cohorts and date, in letters that every system takes. Who sends a
/// file on sees from its name alone which of the two it is.
fn name(results: &Results, number: u32, asked: &Asked<'_>, catalog: &Catalog) -> PathBuf {
    let mut stem = catalog.results.file.to_owned();
    if asked.public {
        stem = format!("{stem}-{}", catalog.results.file_public);
    }
    for one in &results.cohorts {
        stem.push('-');
        let letters = one.cohort.name.chars().take(40);
        stem.extend(letters.map(|letter| {
            if letter.is_alphanumeric() {
                letter.to_ascii_lowercase()
            } else {
                '-'
            }
        }));
    }
    stem = format!("{stem}-{}", results.on);
    if number > 1 {
        stem = format!("{stem}-{number}");
    }
    PathBuf::from(format!("{stem}.{}", asked.format.code()))
}
