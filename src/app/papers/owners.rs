//! The open actions of each owner, over all schools.

use super::source::action;
use super::{Draft, PaperError, Wanted, stem};
use crate::domain::Moment;
use crate::domain::dossier::{PupilLine, SchoolAction};
use crate::domain::mask::Mask;
use crate::domain::papers::PaperKind;
use crate::domain::writing::Owner;
use crate::exchange::calendar::{ActionEntry, CalendarPaper};
use crate::exchange::minutes::content::{actions as actions_of, called};
use crate::exchange::minutes::input::{Called, FullName, MadeFor, OwnerAction, OwnerActions, OwnerPaper};
use crate::store::{Store, StoreError};
use crate::text::Catalog;

/// A list for the owner who is asked for, or for each who has an open action.
pub(super) fn drafts(store: &Store, wanted: &Wanted, at: Moment, catalog: &Catalog) -> Result<Vec<Draft>, PaperError> {
    let mut owners: Vec<(Owner, Vec<SchoolAction>)> = Vec::new();
    for one in store.open_actions()? {
        let Some(owner) = one.action.owner.clone() else {
            continue;
        };
        if wanted.owner.is_some_and(|wanted| wanted != owner.person) {
            continue;
        }
        match owners.iter_mut().find(|(there, _)| there.person == owner.person) {
            Some((_, actions)) => actions.push(one),
            None => owners.push((owner, vec![one])),
        }
    }
    let draft = |(owner, actions)| draft(owner, actions, wanted, at, catalog);
    Ok(owners.into_iter().map(draft).collect())
}

fn draft(owner: Owner, actions: Vec<SchoolAction>, wanted: &Wanted, at: Moment, catalog: &Catalog) -> Draft {
    let (words, today) = (&catalog.papers, at.date_naive());
    let made = MadeFor {
        whom: owner.name.clone(),
        at,
    };
    let mut days = CalendarPaper {
        meetings: Vec::new(),
        actions: Vec::new(),
    };
    let mut told = Vec::new();
    for one in actions {
        let pupil = one.pupil.as_ref();
        if let Some(due) = one.action.due {
            let initials = |line: &PupilLine| Called::Initials(line.name.initials());
            let about = pupil.filter(|line| wanted.with_names && line.may_name).map(initials);
            let label = about.as_ref().map(|name| called(name, catalog));
            days.actions.push(ActionEntry {
                id: one.action.id,
                text: masked(pupil, label.as_deref().unwrap_or(words.somebody), &one.action.text),
                about,
                due,
            });
        }
        told.push(OwnerAction {
            action: action(&one.action, &pupil_mask(pupil, wanted.with_names, catalog)),
            called: pupil.and_then(|line| name(line, wanted.with_names)),
            school: one.school,
        });
    }
    let paper = OwnerActions {
        owner: OwnerPaper {
            name: owner.name.clone(),
            role: owner.role,
        },
        today,
        actions: told,
    };
    Draft {
        kind: PaperKind::Actions,
        pupil: None,
        meeting: None,
        stem: stem(words.file_actions, today, &owner.name),
        document: Some(actions_of(&paper, &made, catalog)),
        calendar: Some(days),
        whom: made.whom,
    }
}

/// What a pupil is called outside a meeting; one who may not be named has no number there, and is not told.
fn name(line: &PupilLine, in_full: bool) -> Option<Called> {
    line.may_name.then(|| match in_full {
        true => Called::Full(FullName(line.name.full())),
        false => Called::Initials(line.name.initials()),
    })
}

fn masked(pupil: Option<&PupilLine>, label: &str, text: &str) -> String {
    let mut mask = Mask::default();
    match pupil {
        Some(line) if line.may_name => mask.add(&line.name, label),
        Some(line) => mask.add_nameless(&line.name, label),
        None => {}
    }
    mask.apply(text)
}

/// The mask of an action between meetings: the name of its pupil becomes what the pupil is called. A name that was
/// asked for stays.
fn pupil_mask(pupil: Option<&PupilLine>, in_full: bool, catalog: &Catalog) -> Mask {
    let mut mask = Mask::default();
    match pupil {
        Some(line) if !line.may_name => mask.add_nameless(&line.name, catalog.papers.somebody),
        Some(line) if !in_full => mask.add(&line.name, &line.name.initials().to_string()),
        _ => {}
    }
    mask
}

/// An action between meetings for a list: what it says, and what its pupil is called.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// The action as it is kept, with its text as it may be told.
    pub action: SchoolAction,
    /// What its pupil is called; empty when it is of none, or the pupil may not be named.
    pub pupil: String,
}

impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Listed({})", self.action.action.id)
    }
}

/// The open actions of all schools as a list tells them: overdue first, those without a day last.
///
/// # Errors
/// When the file cannot be read.
pub fn listed(store: &Store, with_names: bool, catalog: &Catalog) -> Result<Vec<Listed>, StoreError> {
    let mut actions = store.open_actions()?;
    for one in &mut actions {
        let mask = pupil_mask(one.pupil.as_ref(), with_names, catalog);
        one.action.text = mask.apply(&one.action.text);
    }
    let listed = actions.into_iter().map(|action| {
        let name = action.pupil.as_ref().and_then(|line| name(line, with_names));
        Listed {
            pupil: name.map_or_else(String::new, |name| called(&name, catalog)),
            action,
        }
    });
    Ok(listed.collect())
}
