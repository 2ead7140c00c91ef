//! What is followed up between meetings: actions under headings, in the order in which they press.
//!
//! The rule: nothing that is open stands below something that presses less. Within a heading the longest overdue comes
//! first, what has no day last; what is closed stands only where the headings are how actions stand.

use super::Day;
use super::codes::ActionState;
use super::dossier::SchoolAction;
use super::fold::fold;

/// By what a list of actions is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// When they are due.
    #[default]
    Due,
    /// Whose they are.
    Owner,
    /// Of which school.
    School,
    /// How they stand, those that were closed lately among them.
    State,
}

impl Grouping {
    /// The next one, the first after the last.
    pub const fn next(self) -> Self {
        match self {
            Self::Due => Self::Owner,
            Self::Owner => Self::School,
            Self::School => Self::State,
            Self::State => Self::Due,
        }
    }
}

/// What stands above a group.
#[derive(Clone, PartialEq, Eq)]
pub enum Heading {
    /// Past its day.
    Overdue,
    /// Due within seven days.
    ThisWeek,
    /// Due later.
    Later,
    /// Without a day.
    NoDay,
    /// Of this owner; of nobody when empty.
    Owner(String),
    /// Of this school; of none when empty.
    School(String),
    /// Standing so.
    State(ActionState),
}

impl std::fmt::Debug for Heading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Heading(…)")
    }
}

/// The days that count as soon.
const SOON: i64 = 7;

/// The heading of an action.
pub fn heading(one: &SchoolAction, by: Grouping, today: Day) -> Heading {
    let action = &one.action;
    match by {
        Grouping::Due => match action.due {
            Some(_) if action.is_overdue(today) => Heading::Overdue,
            Some(due) if (due - today).num_days() <= SOON => Heading::ThisWeek,
            Some(_) => Heading::Later,
            None => Heading::NoDay,
        },
        Grouping::Owner => Heading::Owner(action.owner.as_ref().map_or_else(String::new, |who| who.name.clone())),
        Grouping::School => Heading::School(one.school.clone()),
        Grouping::State => Heading::State(action.state),
    }
}

/// The actions of a list, each with its heading: those with all the words that are asked for, group by group. The group
/// with what presses most comes first; each group keeps the order in which the actions come in.
pub fn grouped<'a>(
    actions: &'a [SchoolAction],
    by: Grouping,
    words: &str,
    today: Day,
) -> Vec<(Heading, Vec<&'a SchoolAction>)> {
    let mut groups: Vec<(Heading, Vec<&SchoolAction>)> = Vec::new();
    let shown = actions
        .iter()
        .filter(|one| by == Grouping::State || one.action.state == ActionState::Open)
        .filter(|one| has_words(one, words));
    for one in shown {
        let heading = heading(one, by, today);
        match groups.iter_mut().find(|(there, _)| *there == heading) {
            Some((_, rows)) => rows.push(one),
            None => groups.push((heading, vec![one])),
        }
    }
    groups
}

fn has_words(one: &SchoolAction, words: &str) -> bool {
    let mut text = format!("{} {}", one.action.text, one.school);
    if let Some(owner) = &one.action.owner {
        text = format!("{text} {}", owner.name);
    }
    if let Some(pupil) = &one.pupil {
        text = format!("{text} {}", pupil.name.full());
    }
    let text = fold(&text);
    fold(words).split_whitespace().all(|word| text.contains(word))
}
