//! One page for the young person: what we agreed, who helps you until when, who comes after, your next date.
//!
//! Who leaves school meets many organisations and is told by each of them alone. This page is what they tell together,
//! in words the reader uses.

use super::super::input::{Called, Helper, MadeFor, YoungPaper};
use super::super::model::{Document, Level};
use super::{called, decision, opened};
use crate::text::Catalog;

/// The page.
#[must_use]
pub fn young_person(paper: &YoungPaper, made: &MadeFor, catalog: &Catalog) -> Document {
    let words = &catalog.papers;
    let mut document = opened(words.young_title, made, catalog);
    // Nobody wants to be greeted as a case.
    let name = match &paper.called {
        Called::Case(_) => String::new(),
        name => called(name, catalog),
    };
    document.paragraph(&words.young_intro(&name, paper.day));
    document.heading(Level::Part, words.young_agreed);
    if paper.decisions.is_empty() {
        document.paragraph(words.young_nothing);
    }
    document.list(paper.decisions.iter().map(|one| decision(one, words.young_provisional)));
    let actions = paper.actions.iter().filter_map(|action| {
        let owner = action.owner.as_ref()?;
        let role = catalog.codes.party(owner.role);
        Some(words.young_action(&owner.name, role, &action.text, action.due))
    });
    let actions: Vec<String> = actions.collect();
    if !actions.is_empty() {
        document.heading(Level::Part, words.young_actions);
        document.list(actions);
    }
    // Somebody without a last day is not a question that is still open.
    let nobody_later = if paper.helpers.iter().any(|one| one.until.is_none()) {
        words.young_goes_on
    } else {
        words.young_no_later
    };
    people(
        &mut document,
        (words.young_helpers, words.young_no_helper),
        &paper.helpers,
        |one| words.young_helper(&one.name, &one.party, &one.phone, one.until),
    );
    people(&mut document, (words.young_later, nobody_later), &paper.later, |one| {
        words.young_comes(&one.name, &one.party, &one.phone, one.from)
    });
    document.heading(Level::Part, words.young_next);
    match paper.next_day {
        Some(day) => document.paragraph(&words.young_next_day(day)),
        None => document.paragraph(words.young_no_next),
    }
    if let Some(one) = &paper.questions {
        document.heading(Level::Part, words.young_questions);
        document.paragraph(&words.young_call(&one.name, &one.phone));
    }
    document
}

/// People under a heading, or the sentence that there are none.
fn people(
    document: &mut Document,
    (heading, nobody): (&str, &str),
    people: &[Helper],
    told: impl Fn(&Helper) -> String,
) {
    document.heading(Level::Part, heading);
    if people.is_empty() {
        document.paragraph(nobody);
    }
    document.list(people.iter().map(told));
}
