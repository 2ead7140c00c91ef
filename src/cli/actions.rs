//! `acties`: what is still to be done, over all schools, overdue first.
//!
//! Between two meetings nobody looks at the table, and actions are forgotten. The rule of names: pupils by initials and,
//! to programs, owners too, unless names were asked for; the text of an action never names its pupil otherwise.

use serde::Serialize;

use super::answer::{Answer, Session};
use super::lines::{columns, initials};
use super::options::Format;
use super::output::Failure;
use super::sheet::harmless;
use crate::app::papers::{Listed, listed};
use crate::domain::Day;
use crate::domain::fold::fold;
use crate::domain::writing::Owner;
use crate::text::Catalog;
use crate::text::cli::Trouble;

#[derive(Serialize)]
struct Row {
    id: String,
    owner: Option<String>,
    role: Option<&'static str>,
    text: String,
    due: Option<Day>,
    overdue: bool,
    state: &'static str,
    pupil: String,
    school: String,
}

/// Answers with the open actions, of one owner or of all.
pub(super) fn actions(
    session: &Session,
    owner: Option<&str>,
    only_overdue: bool,
    with_names: bool,
    format: Format,
) -> Result<Answer, Failure> {
    let (catalog, today) = (session.catalog, session.now.date_naive());
    let mut found = listed(&session.store, with_names, catalog).map_err(|error| session.failed(&error))?;
    if let Some(wanted) = owner {
        let is_wanted = |one: &Listed| {
            one.action
                .action
                .owner
                .as_ref()
                .is_some_and(|who| answers_to(who, wanted, catalog))
        };
        if !found.iter().any(is_wanted) {
            return Ok(Answer::default().but(Some(Trouble::Nobody(wanted.to_owned(), Vec::new()))));
        }
        found.retain(is_wanted);
    }
    found.retain(|one| !only_overdue || one.action.action.is_overdue(today));
    Ok(match format {
        Format::Text => Answer::text(text(&found, today, catalog)),
        Format::Json => Answer::json(&found.iter().map(|one| row(one, today, with_names)).collect::<Vec<_>>()),
        Format::Csv => Answer::text(csv(&found, today, with_names, catalog)),
    })
}

/// Whether an owner answers to a part of a name or to a role.
pub(super) fn answers_to(owner: &Owner, wanted: &str, catalog: &Catalog) -> bool {
    let wanted = fold(wanted.trim());
    let by_role = catalog
        .roles
        .iter()
        .any(|(kind, word)| *kind == owner.role && *word == wanted);
    !wanted.is_empty() && (fold(&owner.name).contains(&wanted) || by_role)
}

fn row(one: &Listed, today: Day, with_names: bool) -> Row {
    let action = &one.action.action;
    let name = |owner: &Owner| match with_names {
        true => owner.name.clone(),
        false => initials(&owner.name),
    };
    Row {
        id: action.id.to_string(),
        owner: action.owner.as_ref().map(name),
        role: action.owner.as_ref().map(|owner| owner.role.code()),
        text: action.text.clone(),
        due: action.due,
        overdue: action.is_overdue(today),
        state: action.state.code(),
        pupil: one.pupil.clone(),
        school: one.action.school.clone(),
    }
}

fn text(found: &[Listed], today: Day, catalog: &Catalog) -> String {
    let words = &catalog.papers;
    if found.is_empty() {
        return format!("{}\n", words.no_actions);
    }
    let line = |one: &Listed| {
        let action = &one.action.action;
        let due = action
            .due
            .map_or_else(|| words.no_day.to_owned(), |day| catalog.cli.date(day));
        let late = if action.is_overdue(today) { words.overdue } else { "" };
        let owner = action.owner.as_ref().map_or_else(
            || words.nobody.to_owned(),
            |owner| format!("{} ({})", owner.name, catalog.codes.party_short(owner.role)),
        );
        vec![
            due,
            late.to_owned(),
            owner,
            action.text.clone(),
            one.pupil.clone(),
            one.action.school.clone(),
        ]
    };
    columns("", &found.iter().map(line).collect::<Vec<_>>())
}

/// The list for a spreadsheet. A cell that a spreadsheet would compute gets an apostrophe before it.
fn csv(found: &[Listed], today: Day, with_names: bool, catalog: &Catalog) -> String {
    let words = &catalog.papers;
    let heading = [
        words.owner,
        words.what,
        words.when,
        words.overdue,
        words.state,
        words.pupil,
        words.school,
    ];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for one in found {
        let told = row(one, today, with_names);
        let late = if told.overdue { words.yes } else { words.no };
        let state = catalog.codes.action_state(one.action.action.state);
        let due = told.due.map_or_else(String::new, |day| day.to_string());
        let cells = [
            told.owner.unwrap_or_default(),
            told.text,
            due,
            late.to_owned(),
            state.to_owned(),
            told.pupil,
            told.school,
        ];
        rows.push(cells.map(|cell| harmless(&cell)).to_vec());
    }
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in rows {
        // Writing into memory does not fail.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
