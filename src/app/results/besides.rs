//! What came of a cohort besides its table, section by section: instruments, how long work lasts, relapse and terms,
//! actions, in and out. Documents, pictures and the screen are made of the same sections.
//!
//! The rule: nothing of this is told in public, where nearly every one of these counts is small.

use chrono::Datelike;

use super::Results;
use crate::domain::codes::{ActionState, ContractForm};
use crate::domain::result::{FOLLOWED, Flow, Followed, Month, Outcomes, Plot, PlotLine, PlotPoint, Used};
use crate::exchange::results::{Cell, Grid};
use crate::text::Catalog;

/// A cohort by its name, with what came of it.
type Cohort<'o> = (&'o str, &'o Outcomes);

/// A part of what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Persons and instruments.
    Instruments,
    /// How long placements last.
    Lasting,
    /// Relapse, gaps and terms.
    Course,
    /// Actions by party and state.
    Actions,
    /// In and out by month.
    Months,
}

impl Section {
    /// Those that have something to tell.
    pub(super) fn of(outcomes: &Outcomes) -> Vec<Self> {
        let all = [
            (Self::Instruments, true),
            (Self::Lasting, !outcomes.durability.is_empty()),
            (Self::Course, true),
            (Self::Actions, !outcomes.actions.is_empty()),
            (Self::Months, !outcomes.months.is_empty()),
        ];
        let told = all.into_iter().filter(|(_, told)| *told);
        told.map(|(section, _)| section).collect()
    }

    fn title(self, name: &str, catalog: &Catalog) -> String {
        let words = &catalog.results;
        let of = match self {
            Self::Instruments => words.instruments,
            Self::Lasting => words.durability,
            Self::Course => words.course,
            Self::Actions => words.actions,
            Self::Months => words.months,
        };
        format!("{name}: {of}")
    }
}

/// A section as a table.
pub(super) fn grid(section: Section, results: &Results, (name, outcomes): Cohort<'_>, catalog: &Catalog) -> Grid {
    let words = &catalog.results;
    let (columns, rows, notes) = match section {
        Section::Instruments => (
            vec![words.instrument, words.persons, words.times, words.running],
            instruments(outcomes, catalog),
            Vec::new(),
        ),
        Section::Lasting => {
            let mut grid = Grid {
                title: section.title(name, catalog),
                columns: [words.contract, words.placements, words.running]
                    .map(str::to_owned)
                    .to_vec(),
                rows: durability(outcomes, catalog),
                notes: vec![words.measured.to_owned()],
            };
            grid.columns.extend(FOLLOWED.iter().map(|months| words.after(*months)));
            return grid;
        }
        Section::Course => (vec![words.what, words.count], course(outcomes, catalog), Vec::new()),
        Section::Actions => {
            let states = ActionState::ALL.iter().map(|state| catalog.codes.action_state(*state));
            let columns = std::iter::once(catalog.papers.owner).chain(states);
            (columns.collect(), actions(results, outcomes, catalog), Vec::new())
        }
        Section::Months => (
            vec![words.month, words.came, words.left],
            months(outcomes, catalog),
            Vec::new(),
        ),
    };
    Grid {
        title: section.title(name, catalog),
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows,
        notes,
    }
}

fn instruments(outcomes: &Outcomes, catalog: &Catalog) -> Vec<Vec<Cell>> {
    let used = outcomes.instruments.iter().map(|(kind, used)| {
        vec![
            Cell::text(catalog.codes.instrument(*kind)),
            Cell::Count(used.persons),
            Cell::Count(used.times),
            Cell::Count(used.running),
        ]
    });
    let sum = |of: fn(&Used) -> u64| outcomes.instruments.values().map(of).sum();
    let all = vec![
        Cell::text(catalog.results.with_instrument),
        Cell::Count(outcomes.with_instrument),
        Cell::Count(sum(|used| used.times)),
        Cell::Count(sum(|used| used.running)),
    ];
    std::iter::once(all).chain(used).collect()
}

/// What a form of contract is called; absent is one that was not recorded.
pub(super) fn form_name(form: Option<ContractForm>, catalog: &Catalog) -> &str {
    form.map_or(catalog.results.no_contract, |form| catalog.codes.contract(form))
}

fn durability(outcomes: &Outcomes, catalog: &Catalog) -> Vec<Vec<Cell>> {
    let row = |(form, followed): (&Option<ContractForm>, &Followed)| {
        let mut cells = vec![
            Cell::text(form_name(*form, catalog)),
            Cell::Count(followed.placements),
            Cell::Count(followed.running),
        ];
        let after = followed.after.iter();
        cells.extend(after.map(|(measured, placed)| Cell::text(catalog.results.of(*placed, *measured))));
        cells
    };
    outcomes.durability.iter().map(row).collect()
}

fn course(outcomes: &Outcomes, catalog: &Catalog) -> Vec<Vec<Cell>> {
    let words = &catalog.results;
    let count = |what: &str, count: u64| vec![Cell::text(what), Cell::Count(count)];
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    vec![
        count(words.relapsed, outcomes.relapsed.0),
        count(words.relapses, outcomes.relapsed.1),
        count(words.gap_days, outcomes.coverage.gap_days),
        count(words.with_gap, number(outcomes.coverage.with_gap)),
        count(words.cold, number(outcomes.coverage.cold_handovers)),
        count(words.met, outcomes.terms.met),
        count(words.missed, outcomes.terms.missed),
        count(words.open, outcomes.terms.open),
    ]
}

fn actions(results: &Results, outcomes: &Outcomes, catalog: &Catalog) -> Vec<Vec<Cell>> {
    let row = |(party, states): (&Option<_>, &std::collections::BTreeMap<ActionState, u64>)| {
        let name = party.map_or(catalog.results.no_owner, |party| results.names.party(party));
        let counts = ActionState::ALL
            .iter()
            .map(|state| Cell::Count(states.get(state).copied().unwrap_or(0)));
        std::iter::once(Cell::text(name)).chain(counts).collect()
    };
    outcomes.actions.iter().map(row).collect()
}

fn months(outcomes: &Outcomes, catalog: &Catalog) -> Vec<Vec<Cell>> {
    let row = |(month, flow): Flowed| {
        vec![
            Cell::text(catalog.results.month_of(month.0)),
            Cell::Count(flow.came),
            Cell::Count(flow.left),
        ]
    };
    outcomes.flows().into_iter().map(row).collect()
}

/// A section as lines: none for those that are no course of time.
pub(super) fn plots(section: Section, (name, outcomes): Cohort<'_>, catalog: &Catalog) -> Vec<Plot> {
    let title = section.title(name, catalog);
    match section {
        Section::Lasting => vec![lasting(title, outcomes, catalog)],
        Section::Months => flowing(&title, outcomes, catalog),
        Section::Instruments | Section::Course | Section::Actions => Vec::new(),
    }
}

/// Of how many in a hundred it can be said that they were still placed: all forms of contract together, then each.
fn lasting(title: String, outcomes: &Outcomes, catalog: &Catalog) -> Plot {
    const HUNDRED: u64 = 100;
    let words = &catalog.results;
    let line = |name: &str, followed: &Followed| PlotLine {
        name: name.to_owned(),
        points: followed
            .after
            .iter()
            .map(|(measured, placed)| {
                let height = placed.saturating_mul(HUNDRED).checked_div(*measured)?;
                let said = words.of(*placed, *measured);
                Some(PlotPoint { height, said })
            })
            .collect(),
    };
    let forms = outcomes.durability.iter();
    let forms = forms.map(|(form, followed)| line(form_name(*form, catalog), followed));
    let all = line(words.all_forms, &outcomes.lasting());
    Plot {
        title,
        under: FOLLOWED.iter().map(|months| words.after(*months)).collect(),
        most: HUNDRED,
        lines: std::iter::once(all).chain(forms).collect(),
    }
}

/// How many calendar years in and out run through.
pub(super) fn years(outcomes: &Outcomes) -> usize {
    outcomes.flows().chunk_by(same_year).count()
}

/// A month with who came and who left in it.
type Flowed = (Month, Flow);

fn same_year((one, _): &Flowed, (other, _): &Flowed) -> bool {
    one.0.year() == other.0.year()
}

/// In and out, a plot for each calendar year, all on one scale.
fn flowing(title: &str, outcomes: &Outcomes, catalog: &Catalog) -> Vec<Plot> {
    let words = &catalog.results;
    let flows = outcomes.flows();
    let most = flows.iter().map(|(_, flow)| flow.came.max(flow.left)).max();
    let plot = |year: &[Flowed]| {
        let line = |name: &str, of: fn(&Flow) -> u64| {
            let point = |(_, flow): &Flowed| {
                let height = of(flow);
                let said = height.to_string();
                Some(PlotPoint { height, said })
            };
            PlotLine {
                name: name.to_owned(),
                points: year.iter().map(point).collect(),
            }
        };
        let number = year.first().map(|(month, _)| month.0.year()).unwrap_or_default();
        Plot {
            title: format!("{title} {number}"),
            under: year.iter().map(|(month, _)| words.short_month(month.0)).collect(),
            most: most.unwrap_or(0),
            lines: vec![line(words.came, |flow| flow.came), line(words.left, |flow| flow.left)],
        }
    };
    flows.chunk_by(same_year).map(plot).collect()
}
