//! Results put together from the file: the tables of one or more cohorts side by side, what they are divided in, and
//! what came of it besides.
//!
//! The rule: cohorts that are compared count in the same rows, those of the first. Everything is computed from records
//! at the moment it is asked; no total is stored.

mod besides;
mod paper;
mod screen;

use std::collections::HashMap;

use crate::domain::result::{
    Counting, Divided, Division, Group, Member, Month, Outcomes, PublicTable, ResultSet, ResultSets, ResultTable,
    divide, publish, publish_groups, tabulate,
};
use crate::domain::standing::Asking;
use crate::domain::{Day, Id};
use crate::store::{Cohort, Counted, Scope, Store, StoreError};
use crate::text::Catalog;

pub use paper::{chart, in_language, label, paper};
pub use screen::{ResultQuery, ResultScreen};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultAsk {
    /// The cohorts, the first of which chooses the rows.
    pub cohorts: Vec<Id>,
    /// By what the tables are divided.
    pub by: Option<Division>,
    /// Whether what came of it besides is asked for too.
    pub outcomes: bool,
    /// The day on which it is asked, which a reference date should not lie after.
    pub today: Day,
}

/// Why a reference date tells less than it seems to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Of this cohort nothing was recorded before this day, which lies later.
    Before(String, Day),
    /// The date has still to come: what will happen until then is not known.
    ToCome,
}

impl Remark {
    /// The remark as a sentence.
    pub fn told(&self, catalog: &Catalog) -> String {
        match self {
            Self::Before(cohort, began) => catalog.results.before(cohort, *began),
            Self::ToCome => catalog.results.to_come.to_owned(),
        }
    }
}

/// One cohort with its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortResult {
    /// The cohort.
    pub cohort: Cohort,
    /// Its table.
    pub table: ResultTable,
    /// The table of each group, when it was asked for.
    pub groups: Divided,
    /// What came of it besides, when it was asked for.
    pub outcomes: Option<Outcomes>,
}

/// Cohorts side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// The rows.
    pub set: ResultSet,
    /// The reference date.
    pub on: Day,
    /// By what they are divided.
    pub by: Option<Division>,
    /// The smallest count that anybody may be told.
    pub smallest: u64,
    /// What is to be known of the reference date.
    pub remarks: Vec<Remark>,
    /// The cohorts.
    pub cohorts: Vec<CohortResult>,
    /// Schools and parties by name.
    pub names: Names,
}

impl Results {
    /// What anybody may be told of one of the cohorts.
    pub fn public(&self, one: &CohortResult) -> (PublicTable, Vec<(Group, PublicTable)>) {
        if one.groups.is_empty() {
            return (publish(&self.set, &one.table, self.smallest), Vec::new());
        }
        let (table, groups) = publish_groups(&self.set, &one.table, &one.groups, self.smallest);
        (table, groups.into_iter().collect())
    }
}

/// What groups are called that have a name of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    schools: HashMap<Id, String>,
    parties: HashMap<Id, String>,
}

impl Names {
    /// The name of a party.
    pub fn party(&self, id: Id) -> &str {
        self.parties.get(&id).map_or("", String::as_str)
    }

    /// What a group is called in the language in force.
    pub fn group(&self, group: &Group, catalog: &Catalog) -> String {
        let words = &catalog.results;
        match group {
            Group::School(id) => self.schools.get(id).cloned().unwrap_or_default(),
            Group::Party(None) => words.nobody.to_owned(),
            Group::Party(Some(id)) => self.party(*id).to_owned(),
            Group::Route(route) => catalog.codes.route(*route).to_owned(),
            Group::Unknown => words.unknown.to_owned(),
            Group::Residence(place) if place.is_empty() => words.unknown.to_owned(),
            Group::Residence(place) => place.clone(),
            Group::Month(None) => words.no_result.to_owned(),
            Group::Month(Some(first)) => words.month_of(*first),
        }
    }
}

/// Puts results together on the day that is asked about; none when there is no cohort or no set.
///
/// # Errors
/// When the file cannot be read or a record in it is damaged.
pub fn gather(
    store: &Store,
    ask: &ResultAsk,
    sets: &ResultSets,
    asking: &Asking<'_>,
) -> Result<Option<Results>, StoreError> {
    let known = store.cohorts()?;
    let wanted: Vec<Cohort> = ask
        .cohorts
        .iter()
        .filter_map(|id| known.iter().find(|cohort| cohort.id == *id).cloned())
        .collect();
    let Some(set) = wanted.first().and_then(|first| sets.get(&first.set)).cloned() else {
        return Ok(None);
    };
    let mut remarks = Vec::new();
    if asking.today > ask.today {
        remarks.push(Remark::ToCome);
    }
    for cohort in &wanted {
        let began = store.cohort_begins_after(cohort.id, asking.today)?;
        remarks.extend(began.map(|began| Remark::Before(cohort.name.clone(), began)));
    }
    let cohorts = wanted.into_iter().map(|cohort| one(store, cohort, &set, ask, asking));
    let cohorts = cohorts.collect::<Result<Vec<_>, _>>()?;
    let schools = store.schools()?.into_iter().map(|school| (school.id, school.name));
    let schools = schools.collect();
    Ok(Some(Results {
        set,
        on: asking.today,
        by: ask.by,
        smallest: asking.practice.small_counts,
        remarks,
        cohorts,
        names: Names {
            schools,
            parties: store.party_names()?,
        },
    }))
}

/// The table of a scope on a day, and nothing besides: as little as can be read of each.
///
/// # Errors
/// As [`gather`].
pub fn table(store: &Store, scope: Scope, set: &ResultSet, on: Day) -> Result<ResultTable, StoreError> {
    let mut counting = Counting::new(set);
    store.each_member(scope, on, set.asks_for_contracts(), &mut |member| counting.add(member))?;
    Ok(counting.done())
}

fn one(
    store: &Store,
    cohort: Cohort,
    set: &ResultSet,
    ask: &ResultAsk,
    asking: &Asking<'_>,
) -> Result<CohortResult, StoreError> {
    let (scope, on) = (Scope::Cohort(cohort.id), asking.today);
    let mut outcomes = ask.outcomes.then(Outcomes::default);
    let mut holders: HashMap<Id, Option<Id>> = HashMap::new();
    if ask.outcomes || ask.by == Some(Division::Party) {
        store.each_course(scope, asking, &mut |pupil, course| {
            if ask.by == Some(Division::Party) {
                holders.insert(pupil, course.held_by);
            }
            if let Some(outcomes) = &mut outcomes {
                outcomes.add(&course, on);
            }
        })?;
    }
    let (mut groups, mut whole) = (Divided::new(), None);
    if let Some(by) = ask.by {
        let mut counted: Vec<Counted> = Vec::new();
        store.each_counted(scope, on, set.asks_for_contracts(), &mut |one| counted.push(one))?;
        let grouped = counted.iter().map(|one| (group(one, by, &holders), &one.member));
        // Without a group for them the erased could be computed from what the groups lack of the whole.
        let nowhere = match by {
            Division::Residence => Group::Residence(String::new()),
            Division::School | Division::Party | Division::Route | Division::Month => Group::Unknown,
        };
        let mut erased: Vec<Member> = Vec::new();
        store.each_erased(scope, on, &mut |member| erased.push(*member))?;
        // The same members make the table of all, so that they are read once.
        whole = Some(tabulate(set, counted.iter().map(|one| &one.member).chain(&erased)));
        groups = divide(
            set,
            grouped.chain(erased.iter().map(|member| (nowhere.clone(), member))),
        );
    }
    Ok(CohortResult {
        table: match whole {
            Some(whole) => whole,
            None => table(store, scope, set, on)?,
        },
        cohort,
        groups,
        outcomes,
    })
}

fn group(one: &Counted, by: Division, holders: &HashMap<Id, Option<Id>>) -> Group {
    match by {
        Division::School => Group::School(one.school),
        Division::Party => Group::Party(holders.get(&one.pupil).copied().flatten()),
        Division::Route => Group::Route(one.route),
        Division::Residence => Group::Residence(one.residence.trim().to_owned()),
        Division::Month => Group::Month(one.result_on.map(|day| Month::of(day).0)),
    }
}
