//! Results on the screen: which cohort is looked at, beside which, on which date, and by what it is divided.
//!
//! The rule: a key changes one of these and everything is computed again from the file. Both the chair's board and the
//! shared one are made of the same results, the shared one of what publishing leaves of them. For the chair the cursor goes
//! on below the last row, through what came of it besides, page by page.

use super::besides::{Section, form_name, grid, plots, years};
use super::{CohortResult, Results, in_language, label};
use crate::app::sight::{OwnResults, ResultPage};
use crate::domain::codes::ContractForm;
use crate::domain::result::{Division, FOLLOWED, Group, Outcomes, Plot, PublicTable};
use crate::domain::{Day, Id};
use crate::public::{Counted, GroupLine, ResultLine, ResultsView};
use crate::store::Cohort;
use crate::text::Catalog;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultQuery {
    /// The cohort; the first by name when absent or gone.
    pub cohort: Option<Id>,
    /// The cohort beside it.
    pub beside: Option<Id>,
    /// The reference date.
    pub on: Day,
    /// By what it is divided.
    pub by: Option<Division>,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultScreen {
    /// What was asked for.
    pub query: ResultQuery,
    /// Every cohort, by name.
    pub cohorts: Vec<Cohort>,
    /// The results; none when there is no cohort.
    pub results: Option<Results>,
    /// The selected row; beyond the last one a page of what came of it besides.
    pub selected: usize,
}

/// How many rows of a section stand on a page, so that it fits on the smallest window.
const PAGE: usize = 11;

/// A page: of which cohort, which section, and which part of it.
type Page = (usize, Section, usize);

impl ResultScreen {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.results.as_ref().map_or(0, |results| results.set.rows().len())
    }

    /// How many places the cursor can stand on: rows, and for the chair the pages below them.
    pub fn stops(&self) -> usize {
        self.rows() + self.pages().len()
    }

    /// The pages of what came of it besides; none while shared or divided, when it is not even read.
    fn pages(&self) -> Vec<Page> {
        let Some(results) = self.results.as_ref().filter(|results| results.by.is_none()) else {
            return Vec::new();
        };
        let told = results.cohorts.iter().enumerate();
        let told = told.filter_map(|(at, one)| Some((at, one.outcomes.as_ref()?)));
        told.flat_map(|(at, outcomes)| {
            let sections = Section::of(outcomes).into_iter();
            sections.flat_map(move |section| (0..parts(section, outcomes)).map(move |part| (at, section, part)))
        })
        .collect()
    }

    /// The page that the cursor stands on.
    fn page(&self, catalog: &Catalog) -> Option<ResultPage> {
        let (results, pages) = (self.results.as_ref()?, self.pages());
        let at = self.selected.checked_sub(self.rows())?;
        let (cohort, section, part) = *pages.get(at)?;
        let one = results.cohorts.get(cohort)?;
        let named = (one.cohort.name.as_str(), one.outcomes.as_ref()?);
        let grid = grid(section, results, named, catalog);
        let lines = plots(section, named, catalog);
        let rows = grid.rows.iter().map(|row| row.iter().map(|cell| cell.told()).collect());
        let rows: Vec<Vec<String>> = rows.collect();
        let plot: Option<Plot> = lines.into_iter().nth(part);
        // A year of months has its numbers beside its points.
        let drawn = section == Section::Months;
        let rows = rows.into_iter().skip(part * PAGE).take(if drawn { 0 } else { PAGE });
        Some(ResultPage {
            title: plot.as_ref().map_or(grid.title, |plot| plot.title.clone()),
            place: (at + 1, pages.len()),
            columns: if drawn { Vec::new() } else { grid.columns },
            rows: rows.collect(),
            notes: grid.notes,
            plot,
        })
    }

    /// The cohort that is looked at.
    pub fn cohort(&self) -> Option<&Cohort> {
        self.results.as_ref()?.cohorts.first().map(|one| &one.cohort)
    }

    /// The query with the next cohort looked at, or the one before.
    pub fn other_cohort(&self, on: bool) -> ResultQuery {
        let here = self
            .cohort()
            .and_then(|cohort| self.cohorts.iter().position(|one| one.id == cohort.id));
        let len = self.cohorts.len().max(1);
        let next = here.map_or(0, |at| if on { at + 1 } else { at + len - 1 }) % len;
        let cohort = self.cohorts.get(next).map(|cohort| cohort.id);
        ResultQuery {
            cohort,
            beside: self.query.beside.filter(|beside| Some(*beside) != cohort),
            ..self.query
        }
    }

    /// The query with the next cohort beside the one that is looked at; after the last one none.
    pub fn other_beside(&self) -> ResultQuery {
        let at_hand = self.cohort().map(|cohort| cohort.id);
        let others: Vec<Id> = self
            .cohorts
            .iter()
            .map(|one| one.id)
            .filter(|id| Some(*id) != at_hand)
            .collect();
        let beside = match self.query.beside {
            None => others.first(),
            Some(beside) => others.iter().skip_while(|id| **id != beside).nth(1),
        };
        ResultQuery {
            beside: beside.copied(),
            ..self.query
        }
    }

    /// The query divided by what comes next; after the last one not divided.
    pub fn other_division(&self) -> ResultQuery {
        let by = match self.query.by {
            None => Division::ALL.first(),
            Some(by) => Division::ALL.iter().skip_while(|one| **one != by).nth(1),
        };
        ResultQuery {
            by: by.copied(),
            ..self.query
        }
    }

    /// What the chair sees: every count, and what came of it besides.
    pub fn own(&self, catalog: &Catalog) -> Option<OwnResults> {
        let results = self.results.as_ref()?;
        let count = |one: &CohortResult, row: usize| one.table.counts.get(row).copied().unwrap_or(0);
        let mut view = self.view(results, catalog, count);
        let told = results.cohorts.iter().filter(|_| results.by.is_none());
        let told = told.filter_map(|one| Some((one, one.outcomes.as_ref()?)));
        let besides = told.flat_map(|(one, outcomes)| besides(&one.cohort.name, outcomes, catalog));
        let besides = besides.collect();
        let groups = results.cohorts.iter().map(|one| {
            let groups = one.groups.iter();
            groups
                .map(|(group, table)| (group, table.counts.get(self.selected).copied()))
                .collect()
        });
        view.groups = beside_each_other(groups.collect(), |group| results.names.group(group, catalog));
        Some(OwnResults {
            table: view,
            besides,
            goes_on: self.stops() > self.rows(),
            page: self.page(catalog),
        })
    }

    /// What anybody may be told.
    pub fn public(&self, catalog: &Catalog) -> Option<ResultsView<crate::domain::result::PublicCount>> {
        let results = self.results.as_ref()?;
        let told: Vec<_> = results
            .cohorts
            .iter()
            .map(|one| (one.cohort.id, results.public(one)))
            .collect();
        let table = |one: &CohortResult| {
            told.iter()
                .find(|(id, _)| *id == one.cohort.id)
                .map(|(_, (table, _))| table)
        };
        let count = |one: &CohortResult, row: usize| {
            let cell = table(one).and_then(|table| table.cells().get(row).copied());
            cell.unwrap_or_default()
        };
        let mut view = self.view(results, catalog, count);
        let of_selected = |table: &PublicTable| table.cells().get(self.selected).copied();
        let groups = told.iter().map(|(_, (_, groups))| {
            let groups = groups.iter();
            groups.map(|(group, table)| (group, of_selected(table))).collect()
        });
        view.groups = beside_each_other(groups.collect(), |group| results.names.group(group, catalog));
        Some(view)
    }

    fn view<C: Counted>(
        &self,
        results: &Results,
        catalog: &Catalog,
        count: impl Fn(&CohortResult, usize) -> C,
    ) -> ResultsView<C> {
        let rows = results.set.rows().iter().enumerate();
        ResultsView {
            cohorts: results.cohorts.iter().map(|one| one.cohort.name.clone()).collect(),
            on: results.on,
            set: in_language(results.set.names(), catalog.lang).to_owned(),
            rows: rows
                .map(|(at, row)| ResultLine {
                    label: label(&results.set, at, catalog.lang).to_owned(),
                    depth: results.set.depth(at),
                    computed: row.is_computed(),
                    counts: results.cohorts.iter().map(|one| count(one, at)).collect(),
                })
                .collect(),
            selected: self.selected.min(results.set.rows().len().saturating_sub(1)),
            by: results.by,
            groups: Vec::new(),
            remarks: results.remarks.iter().map(|remark| remark.told(catalog)).collect(),
        }
    }
}

/// The groups of each cohort as rows with a count for each, in the order in which they come first. Two groups may have
/// one name, as two schools may: it is only what is drawn.
fn beside_each_other<C: Counted>(
    cohorts: Vec<Vec<(&Group, Option<C>)>>,
    name: impl Fn(&Group) -> String,
) -> Vec<GroupLine<C>> {
    let width = cohorts.len();
    let mut lines: Vec<GroupLine<C>> = Vec::new();
    let mut known: Vec<&Group> = Vec::new();
    for (at, groups) in cohorts.into_iter().enumerate() {
        for (group, count) in groups {
            let found = known.iter().position(|one| *one == group);
            let place = found.unwrap_or_else(|| {
                known.push(group);
                lines.push(GroupLine {
                    name: name(group),
                    counts: vec![None; width],
                });
                lines.len() - 1
            });
            if let Some(cell) = lines.get_mut(place).and_then(|line| line.counts.get_mut(at)) {
                *cell = count;
            }
        }
    }
    lines
}

/// On how many pages a section stands.
fn parts(section: Section, outcomes: &Outcomes) -> usize {
    let rows = match section {
        Section::Instruments => outcomes.instruments.len() + 1,
        Section::Actions => outcomes.actions.len(),
        Section::Lasting | Section::Course => 1,
        Section::Months => return years(outcomes),
    };
    rows.div_ceil(PAGE).max(1)
}

/// The least that tells whether it lasted: instruments, work after a year by form of contract, relapse and gaps.
fn besides(name: &str, outcomes: &Outcomes, catalog: &Catalog) -> Vec<String> {
    let words = &catalog.results;
    let times: u64 = outcomes.instruments.values().map(|used| used.times).sum();
    let mut lines = vec![words.used(name, outcomes.with_instrument, times)];
    let year = FOLLOWED.iter().position(|months| *months == 12).unwrap_or(0);
    let after = |(form, followed): (&Option<ContractForm>, &crate::domain::result::Followed)| {
        let (measured, placed) = followed.after.get(year).copied()?;
        (measured > 0).then(|| format!("{} {}", form_name(*form, catalog), words.of(placed, measured)))
    };
    let lasted: Vec<String> = outcomes.durability.iter().filter_map(after).collect();
    if !lasted.is_empty() {
        lines.push(words.lasted(&lasted.join(" · ")));
    }
    lines.push(words.fell(outcomes.relapsed.0, outcomes.coverage.gap_days));
    lines
}
