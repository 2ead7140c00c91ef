//! Results on the screen: opening them, what their keys do, and who is in which cohort.
//!
//! The rule: a cohort is asked for by its name, with the one that was looked at last already typed; a name that is new
//! makes a cohort. Whatever is changed is one change, so that one undo takes it back.

use crate::app::effect::{Act, Change, Effect};
use crate::app::results::{ResultQuery, ResultScreen};
use crate::app::state::{Overlay, State};
use crate::domain::Id;
use crate::domain::dates::{read_date, read_plain_date};
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Refusal};

use super::{finding, follow_up, writing};

/// Opens the results as they were looked at last, else of the first cohort on today.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    let query = state.result_query.unwrap_or(ResultQuery {
        cohort: None,
        beside: None,
        on: state.today,
        by: None,
    });
    effects.push(Effect::Results(query));
    effects
}

/// The results were computed: they open, or take the place of those before.
pub(super) fn computed(state: &mut State, mut screen: Box<ResultScreen>) {
    if screen.results.is_none() {
        state.overlay = None;
        state.notice = Some(Notice::Refused(Intent::Results, Refusal::NoCohort));
        return;
    }
    if let Some(Overlay::Results(before)) = &state.overlay
        && before.rows() == screen.rows()
    {
        // Divided, or shared, there is nothing below the rows to go on to.
        screen.selected = Some(before.selected).filter(|at| *at < screen.stops()).unwrap_or(0);
    }
    state.result_query = Some(screen.query);
    state.cohort_name = screen.cohort().map(|cohort| cohort.name.clone()).unwrap_or_default();
    if !matches!(state.overlay, Some(Overlay::Prompt { .. } | Overlay::Form(_))) {
        state.overlay = Some(Overlay::Results(screen));
    }
}

/// What a key does in the results; nothing where another overlay is open or the key means the same in all.
pub(super) fn in_overlay(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    let Some(Overlay::Results(screen)) = &state.overlay else {
        return None;
    };
    let query = match intent {
        Intent::Left => screen.other_cohort(false),
        Intent::Right => screen.other_cohort(true),
        Intent::CompareCohort => screen.other_beside(),
        Intent::DivideResults => screen.other_division(),
        Intent::ReferenceDate
        | Intent::AddToCohort
        | Intent::AddSchoolToCohort
        | Intent::AddListToCohort
        | Intent::RemoveFromCohort
        | Intent::NewCohort => {
            // The results lie beneath the question and come back when it is answered.
            state.following.behind = state.overlay.take();
            return Some(ask(state, intent));
        }
        _ => return None,
    };
    Some(vec![Effect::Results(query)])
}

/// Asks which cohort. Before many are put in one it is said how many that are.
pub(super) fn ask(state: &mut State, intent: Intent) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    let name = match intent {
        Intent::NewCohort | Intent::ReferenceDate => String::new(),
        _ => state.cohort_name.clone(),
    };
    state.joining = None;
    match intent {
        Intent::AddSchoolToCohort => effects.extend(state.school_at_hand().map(Effect::CountPupils)),
        Intent::AddListToCohort => {
            state.joining = state
                .last_list
                .as_ref()
                .map(|(school, numbers)| (*school, numbers.len()));
        }
        _ => {}
    }
    effects.extend(finding::prompt(state, intent, &name));
    effects
}

/// So many pupils a school has that is being put in a cohort.
pub(super) fn counted(state: &mut State, school: Id, pupils: usize) {
    state.joining = Some((school, pupils));
}

/// The line that was asked for, when it is one of these.
pub(super) fn answered(state: &mut State, purpose: Intent, text: &str) -> Option<Vec<Effect>> {
    if purpose == Intent::ReferenceDate {
        return Some(dated(state, text));
    }
    let name = text.to_owned();
    let act = match purpose {
        Intent::NewCohort => Act::NewCohort(name),
        Intent::AddToCohort => Act::AddToCohort(name, state.pupil()?),
        Intent::AddListToCohort => {
            let (school, numbers) = state.last_list.clone()?;
            Act::AddListToCohort(name, school, numbers)
        }
        Intent::RemoveFromCohort => Act::RemoveFromCohort(name, state.pupil()?),
        Intent::AddSchoolToCohort => Act::AddSchoolToCohort(name, state.school_at_hand()?),
        _ => return None,
    };
    if text.is_empty() {
        refuse(state, Refusal::Required);
        return Some(Vec::new());
    }
    state.cohort_name = text.to_owned();
    let about_one = matches!(purpose, Intent::AddToCohort | Intent::RemoveFromCohort);
    Some(vec![Effect::Change(Change {
        intent: purpose,
        pupil: state.pupil().filter(|_| about_one),
        acts: vec![act],
    })])
}

/// Another reference date; a day of the past is written in full.
fn dated(state: &mut State, text: &str) -> Vec<Effect> {
    let found = read_plain_date(text).or_else(|| read_date(text, &state.dates()));
    let Some((on, query)) = found.zip(state.result_query) else {
        refuse(state, Refusal::NoDay);
        return Vec::new();
    };
    state.overlay = None;
    follow_up::back(state);
    vec![Effect::Results(ResultQuery { on, ..query })]
}

fn refuse(state: &mut State, why: Refusal) {
    if let Some(Overlay::Prompt { refusal, .. }) = state.overlay.as_mut() {
        *refusal = Some(why);
    }
}

/// The results that are open, computed anew after a change of records or when the screen is shared or private again.
pub(super) fn again(state: &State) -> Option<Effect> {
    match &state.overlay {
        Some(Overlay::Results(screen)) => Some(Effect::Results(screen.query)),
        _ => None,
    }
}
