//! The lists of what follows a meeting, as the chair alone sees them.

use super::overlay::input;
use crate::app::follow_up::{ActionList, Counted, Issued, LessonList};
use crate::app::sharing::ToldBefore;
use crate::app::sight::{RowView, RowsView, Tone};
use crate::app::state::State;
use crate::domain::codes::{ActionState, LessonState};
use crate::domain::dossier::SchoolAction;
use crate::domain::follow_up::Grouping;
use crate::text::Catalog;

/// The documents that were written.
pub(super) fn issued(issued: &Issued, catalog: &Catalog) -> RowsView {
    let words = &catalog.follow_up;
    let row = |(name, whom): &(String, String)| RowView {
        text: words.written_for(name, whom),
        aside: String::new(),
        tone: Tone::Plain,
    };
    RowsView {
        title: words.written(issued.files.len(), &issued.folder),
        filter: None,
        placeholder: "",
        rows: issued.files.iter().map(row).collect(),
        selected: issued.top,
        foot: vec![words.not_encrypted.to_owned(), words.recorded.to_owned()],
    }
}

/// The documents with a pupil in them that went out before a field was rectified, of which whoever has one is to be told,
/// and the texts in which the name of before still stands.
pub(super) fn told_before(told: &ToldBefore, catalog: &Catalog) -> RowsView {
    let words = &catalog.rights;
    let row = |(text, aside): (String, &str), tone| RowView {
        text,
        aside: aside.to_owned(),
        tone,
    };
    let exports = told.exports.iter().map(|(export, alone)| {
        let text = words.export(export.kind, &export.made_for, export.made_at, *alone);
        row((text, ""), Tone::Plain)
    });
    let texts = told.texts.iter().map(|one| {
        let aside = if one.own { "" } else { words.about_others };
        row((words.mention(one.record, one.on, true), aside), Tone::Plain)
    });
    let still = words.still_named(told.field, told.texts.len());
    let (title, between) = match (told.exports.is_empty(), told.texts.is_empty()) {
        (true, _) => (still, None),
        (false, true) => (words.told_before(told.field), None),
        (false, false) => (words.told_before(told.field), Some(row((still, ""), Tone::Heading))),
    };
    let others = !told.exports.is_empty() && told.without > 0;
    let foot = [
        others.then(|| words.without_value(told.without)),
        (!told.exports.is_empty()).then(|| words.tell_receivers.to_owned()),
        (!told.texts.is_empty()).then(|| words.change_texts.to_owned()),
    ];
    RowsView {
        title,
        filter: None,
        rows: exports.chain(between).chain(texts).collect(),
        placeholder: "",
        selected: told.top,
        foot: foot.into_iter().flatten().collect(),
    }
}

/// The actions of all schools under their headings.
pub(super) fn actions(state: &State, list: &ActionList, catalog: &Catalog) -> RowsView {
    let words = &catalog.follow_up;
    let (mut rows, mut selected, mut count) = (Vec::new(), 0, 0);
    for (heading, actions) in list.groups(state.today) {
        rows.push(RowView {
            text: words.heading(&heading),
            aside: actions.len().to_string(),
            tone: Tone::Heading,
        });
        for one in actions {
            if count == list.selected {
                selected = rows.len();
            }
            count += 1;
            rows.push(action(state, one, list.by, catalog));
        }
    }
    RowsView {
        title: format!("{} · {}", words.actions, words.grouped(list.by)),
        filter: filter(&list.filter, list.filtering),
        placeholder: words.filter,
        rows: or_none(rows, words.no_actions),
        selected,
        foot: vec![words.actions_foot.to_owned()],
    }
}

fn action(state: &State, one: &SchoolAction, by: Grouping, catalog: &Catalog) -> RowView {
    let action = &one.action;
    let whose = action.owner.as_ref().map(|owner| owner.name.clone());
    let due = action.due.map(|due| catalog.day_short(due));
    let pupil = one.pupil.as_ref().map(|line| line.name.full());
    let parts = [
        (by != Grouping::Owner).then(|| whose.unwrap_or_else(|| catalog.papers.nobody.to_owned())),
        Some(action.text.clone()),
        pupil,
        (by != Grouping::School).then(|| one.school.clone()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let late = action.is_overdue(state.today);
    let due = due.unwrap_or_else(|| catalog.papers.no_day.to_owned());
    RowView {
        text: parts.join(" · "),
        aside: match late {
            true => format!("{} {due}", catalog.papers.overdue),
            false => due,
        },
        tone: match (action.state, late) {
            (ActionState::Open, true) => Tone::Late,
            (ActionState::Open, false) => Tone::Plain,
            _ => Tone::Done,
        },
    }
}

/// The lessons, each with how often it was noticed and how far it is.
pub(super) fn lessons(list: &LessonList, catalog: &Catalog) -> RowsView {
    let words = &catalog.follow_up;
    let row = |one: &&Counted| RowView {
        text: format!("{} {}", words.times(one.ids.len()), one.text),
        aside: format!(
            "{} · {}",
            words.lesson(one.state, &one.picked_up_by, &one.paid_from),
            catalog.dates.day_year(one.last)
        ),
        tone: match one.state {
            LessonState::Done => Tone::Done,
            LessonState::Noticed | LessonState::PickedUp => Tone::Plain,
        },
    };
    RowsView {
        title: words.lessons.to_owned(),
        filter: filter(&list.filter, list.filtering),
        placeholder: words.filter,
        rows: or_none(list.shown().iter().map(row).collect(), words.no_lessons),
        selected: list.selected,
        foot: vec![words.lessons_foot.to_owned()],
    }
}

/// The line of a filter: while it is typed, and as long as it keeps rows away.
fn filter(line: &crate::app::edit::Editor, typed: bool) -> Option<crate::public::InputView> {
    let mut view = input(line);
    if !typed {
        view.cursor = None;
    }
    (typed || !line.text().is_empty()).then_some(view)
}

fn or_none(rows: Vec<RowView>, none: &str) -> Vec<RowView> {
    if !rows.is_empty() {
        return rows;
    }
    vec![RowView {
        text: none.to_owned(),
        aside: String::new(),
        tone: Tone::Heading,
    }]
}
