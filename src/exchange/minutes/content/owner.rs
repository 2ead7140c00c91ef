//! The open actions of one owner, over all schools: what goes to a professional between two meetings.

use super::super::input::{MadeFor, OwnerAction, OwnerActions};
use super::super::model::Document;
use super::{called, opened};
use crate::text::Catalog;

/// The list, in the order of the input.
#[must_use]
pub fn actions(paper: &OwnerActions, made: &MadeFor, catalog: &Catalog) -> Document {
    let words = &catalog.papers;
    let mut document = opened(&words.actions_title(&paper.owner.name), made, catalog);
    if paper.actions.is_empty() {
        document.paragraph(words.no_actions);
    }
    let row = |one: &OwnerAction| {
        let due = one.action.due.map_or_else(
            || words.no_day.to_owned(),
            |day| match day < paper.today {
                true => format!("{} ({})", catalog.cli.date(day), words.overdue),
                false => catalog.cli.date(day),
            },
        );
        let pupil = one
            .called
            .as_ref()
            .map_or_else(String::new, |name| called(name, catalog));
        [one.action.text.clone(), due, pupil, one.school.clone()]
    };
    let columns = [(words.what, 6), (words.when, 4), (words.pupil, 3), (words.school, 3)];
    document.table(columns, paper.actions.iter().map(row).collect());
    document
}
