//! Results as JSON: the same in every language but for the labels.
//!
//! The rule: what stood here keeps its name and its place; what is hidden is null, and what is not told is not there.

use serde::Serialize;

use super::tables;
use crate::app::results::{CohortResult, Results, label};
use crate::domain::Day;
use crate::domain::result::{Division, FOLLOWED, Outcomes};
use crate::text::Catalog;

/// One cohort, with the one that it is compared with inside.
#[derive(Serialize)]
pub(super) struct Told {
    cohort: String,
    on: Day,
    total: Option<u64>,
    rows: Vec<Row>,
    set: String,
    public: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unlisted: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    divided_by: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<GroupTold>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcomes: Option<OutcomesTold>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compare: Option<Box<Told>>,
}

#[derive(Serialize)]
struct Row {
    key: String,
    label: String,
    count: Option<u64>,
    computed: bool,
    of: Option<String>,
}

#[derive(Serialize)]
struct GroupTold {
    group: String,
    total: Option<u64>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct OutcomesTold {
    persons: u64,
    persons_with_instrument: u64,
    instruments: Vec<InstrumentTold>,
    durability: Vec<DurabilityTold>,
    relapsed_persons: u64,
    relapses: u64,
    days: u64,
    covered_days: u64,
    gap_days: u64,
    persons_with_gap: usize,
    cold_handovers: usize,
    terms_met: u64,
    terms_missed: u64,
    terms_open: u64,
    actions: Vec<ActionsTold>,
    months: Vec<MonthTold>,
}

#[derive(Serialize)]
struct InstrumentTold {
    kind: &'static str,
    persons: u64,
    times: u64,
    running: u64,
}

#[derive(Serialize)]
struct DurabilityTold {
    contract: Option<&'static str>,
    placements: u64,
    running: u64,
    after: Vec<AfterTold>,
}

#[derive(Serialize)]
struct AfterTold {
    months: u32,
    measured: u64,
    placed: u64,
}

#[derive(Serialize)]
struct ActionsTold {
    party: Option<String>,
    state: &'static str,
    count: u64,
}

#[derive(Serialize)]
struct MonthTold {
    month: String,
    came: u64,
    left: u64,
}

/// The first cohort, with the one that it is compared with inside.
pub(super) fn told(results: &Results, public: bool, catalog: &Catalog) -> Told {
    let mut all: Vec<Told> = results
        .cohorts
        .iter()
        .map(|one| one_told(one, results, public, catalog))
        .collect();
    let compare = (all.len() > 1).then(|| all.pop()).flatten().map(Box::new);
    let mut first = all.pop().unwrap_or_else(|| Told {
        cohort: String::new(),
        on: results.on,
        total: None,
        rows: Vec::new(),
        set: String::new(),
        public,
        unlisted: None,
        divided_by: None,
        groups: Vec::new(),
        outcomes: None,
        compare: None,
    });
    first.compare = compare;
    first
}

fn one_told(one: &CohortResult, results: &Results, public: bool, catalog: &Catalog) -> Told {
    let rows = |counts: &[Option<u64>]| {
        let set = &results.set;
        let row = |(at, row): (usize, &crate::domain::result::ResultRow)| Row {
            key: row.key.clone(),
            label: label(set, at, catalog.lang).to_owned(),
            count: counts.get(at).copied().flatten(),
            computed: row.is_computed(),
            of: row.of.and_then(|of| set.rows().get(of)).map(|of| of.key.clone()),
        };
        set.rows().iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let mut tables = tables(one, results, public, catalog).into_iter();
    let counts = tables.next().map(|(_, counts)| counts).unwrap_or_default();
    Told {
        cohort: one.cohort.name.clone(),
        on: results.on,
        total: counts.first().copied().flatten(),
        rows: rows(&counts),
        set: results.set.id().to_owned(),
        public,
        unlisted: (!public).then_some(one.table.unlisted),
        divided_by: results.by.map(Division::code),
        groups: tables
            .map(|(group, counts)| GroupTold {
                group,
                total: counts.first().copied().flatten(),
                rows: rows(&counts),
            })
            .collect(),
        outcomes: one
            .outcomes
            .as_ref()
            .filter(|_| !public)
            .map(|outcomes| outcomes_told(outcomes, results)),
        compare: None,
    }
}

fn outcomes_told(outcomes: &Outcomes, results: &Results) -> OutcomesTold {
    let instruments = outcomes.instruments.iter().map(|(kind, used)| InstrumentTold {
        kind: kind.code(),
        persons: used.persons,
        times: used.times,
        running: used.running,
    });
    let durability = outcomes.durability.iter().map(|(form, followed)| {
        let after = FOLLOWED.iter().zip(followed.after);
        DurabilityTold {
            contract: form.map(|form| form.code()),
            placements: followed.placements,
            running: followed.running,
            after: after
                .map(|(months, (measured, placed))| AfterTold {
                    months: *months,
                    measured,
                    placed,
                })
                .collect(),
        }
    });
    let actions = outcomes.actions.iter().flat_map(|(party, states)| {
        let party = party.map(|party| results.names.party(party).to_owned());
        states.iter().map(move |(state, count)| ActionsTold {
            party: party.clone(),
            state: state.code(),
            count: *count,
        })
    });
    let months = outcomes.months.iter().map(|(month, flow)| MonthTold {
        month: month.0.format("%Y-%m").to_string(),
        came: flow.came,
        left: flow.left,
    });
    OutcomesTold {
        persons: outcomes.persons,
        persons_with_instrument: outcomes.with_instrument,
        instruments: instruments.collect(),
        durability: durability.collect(),
        relapsed_persons: outcomes.relapsed.0,
        relapses: outcomes.relapsed.1,
        days: outcomes.coverage.days,
        covered_days: outcomes.coverage.covered_days,
        gap_days: outcomes.coverage.gap_days,
        persons_with_gap: outcomes.coverage.with_gap,
        cold_handovers: outcomes.coverage.cold_handovers,
        terms_met: outcomes.terms.met,
        terms_missed: outcomes.terms.missed,
        terms_open: outcomes.terms.open,
        actions: actions.collect(),
        months: months.collect(),
    }
}
