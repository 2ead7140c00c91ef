//! Results as a paper: the tables with their headings in the language in force, for every form they are written in.
//!
//! The rule: the public paper is made of public tables alone, so that no small count can reach it, and it says nothing
//! of what came of it besides, where nearly every count is small.

use super::{CohortResult, Results};
use crate::domain::Moment;
use crate::domain::codes::ActionState;
use crate::domain::result::{FOLLOWED, Group, Outcomes, ResultSet, ResultTable};
use crate::exchange::results::{Bar, Cell, Chart, Grid, ResultPaper};
use crate::text::{Catalog, Lang};

/// What a row is called in a language.
pub fn label(set: &ResultSet, row: usize, lang: Lang) -> &str {
    set.rows().get(row).map_or("", |row| in_language(&row.label, lang))
}

/// Of a pair of names, the one in a language.
pub fn in_language([nl, en]: &[String; 2], lang: Lang) -> &str {
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

/// The counts of one cohort: its own, or what anybody may be told.
struct Column {
    name: String,
    counts: Vec<Option<u64>>,
    groups: Vec<(Group, Vec<Option<u64>>)>,
}

fn shown(table: &ResultTable) -> Vec<Option<u64>> {
    table.counts.iter().copied().map(Some).collect()
}

fn columns(results: &Results, public: bool) -> Vec<Column> {
    let column = |one: &CohortResult| {
        let name = one.cohort.name.clone();
        if !public {
            let groups = one.groups.iter().map(|(group, table)| (group.clone(), shown(table)));
            return Column {
                name,
                counts: shown(&one.table),
                groups: groups.collect(),
            };
        }
        let (table, groups) = one.public(&results.set);
        let groups = groups.into_iter().map(|(group, table)| (group, table.counts()));
        Column {
            name,
            counts: table.counts(),
            groups: groups.collect(),
        }
    };
    results.cohorts.iter().map(column).collect()
}

/// The paper of results; `public` for the version that anybody may read.
pub fn paper(results: &Results, public: bool, catalog: &Catalog, made_at: Moment) -> ResultPaper {
    let words = &catalog.results;
    let columns = columns(results, public);
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut lines = vec![
        words.on(results.on),
        format!("{}: {}", words.set, in_language(results.set.names(), catalog.lang)),
        words.counted_once.to_owned(),
    ];
    if public {
        lines.push(words.small_hidden.to_owned());
    }
    let mut grids = vec![main(results, &columns, public, catalog)];
    for column in columns.iter().filter(|_| results.by.is_some()) {
        grids.push(divided(results, column, catalog));
    }
    for one in results.cohorts.iter().filter(|_| !public) {
        if let Some(outcomes) = &one.outcomes {
            grids.extend(besides(results, &one.cohort.name, outcomes, catalog));
        }
    }
    ResultPaper {
        title: format!("{} {}", words.title, names.join(" · ")),
        lang: catalog.lang,
        made_at,
        lines,
        grids,
    }
}

/// A count, or the word for a hidden one.
fn cell(count: Option<u64>, catalog: &Catalog) -> Cell {
    count.map_or_else(|| Cell::text(catalog.results.hidden), Cell::Count)
}

/// The label of a row, as far in as the row lies; a computed one says so.
fn row_label(set: &ResultSet, row: usize, catalog: &Catalog) -> Cell {
    let computed = set.rows().get(row).is_some_and(|row| row.is_computed());
    let mut text = label(set, row, catalog.lang).to_owned();
    if computed {
        text = format!("{text} ({})", catalog.results.computed);
    }
    Cell::Text(text, set.depth(row))
}

/// The rows, a column for each cohort.
fn main(results: &Results, columns: &[Column], public: bool, catalog: &Catalog) -> Grid {
    let words = &catalog.results;
    let headings = match columns {
        [_] => vec![words.row.to_owned(), words.count.to_owned()],
        several => std::iter::once(words.row.to_owned())
            .chain(several.iter().map(|column| column.name.clone()))
            .collect(),
    };
    let rows = (0..results.set.rows().len()).map(|row| {
        let mut cells = vec![row_label(&results.set, row, catalog)];
        let counts = columns.iter().map(|column| column.counts.get(row).copied().flatten());
        cells.extend(counts.map(|count| cell(count, catalog)));
        cells
    });
    let unlisted = results
        .cohorts
        .iter()
        .map(|one| one.table.unlisted)
        .filter(|count| *count > 0 && !public);
    Grid {
        title: words.title.to_owned(),
        columns: headings,
        rows: rows.collect(),
        notes: unlisted.map(|count| words.unlisted(count)).collect(),
    }
}

/// The rows of one cohort, a line for each group.
fn divided(results: &Results, column: &Column, catalog: &Catalog) -> Grid {
    let (set, words) = (&results.set, &catalog.results);
    let by = results.by.map_or("", |by| words.by(by));
    let mut headings = vec![String::new()];
    headings.extend((0..set.rows().len()).map(|row| label(set, row, catalog.lang).to_owned()));
    let mut rows = Vec::new();
    let groups = column
        .groups
        .iter()
        .map(|(group, counts)| (results.names.group(group, catalog), counts));
    for (name, counts) in groups.chain(std::iter::once((
        label(set, 0, catalog.lang).to_owned(),
        &column.counts,
    ))) {
        let mut cells = vec![Cell::text(name)];
        cells.extend((0..set.rows().len()).map(|row| cell(counts.get(row).copied().flatten(), catalog)));
        rows.push(cells);
    }
    Grid {
        title: format!("{} {by}", column.name),
        columns: headings,
        rows,
        notes: Vec::new(),
    }
}

/// What came of a cohort besides its table.
fn besides(results: &Results, name: &str, outcomes: &Outcomes, catalog: &Catalog) -> Vec<Grid> {
    let words = &catalog.results;
    let title = |of: &str| format!("{name}: {of}");
    let grid = |of: &str, columns: Vec<&str>, rows: Vec<Vec<Cell>>| Grid {
        title: title(of),
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows,
        notes: Vec::new(),
    };
    let mut grids = vec![grid(
        words.instruments,
        vec![words.instrument, words.persons, words.times, words.running],
        instruments(outcomes, catalog),
    )];
    if !outcomes.durability.is_empty() {
        let mut lasting = grid(
            words.durability,
            vec![words.contract, words.placements, words.running],
            Vec::new(),
        );
        lasting
            .columns
            .extend(FOLLOWED.iter().map(|months| words.after(*months)));
        lasting.rows = durability(outcomes, catalog);
        lasting.notes.push(words.measured.to_owned());
        grids.push(lasting);
    }
    let count = |what: &str, count: u64| vec![Cell::text(what), Cell::Count(count)];
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    grids.push(grid(
        words.course,
        vec![words.what, words.count],
        vec![
            count(words.relapsed, outcomes.relapsed.0),
            count(words.relapses, outcomes.relapsed.1),
            count(words.gap_days, outcomes.coverage.gap_days),
            count(words.with_gap, number(outcomes.coverage.with_gap)),
            count(words.cold, number(outcomes.coverage.cold_handovers)),
            count(words.met, outcomes.terms.met),
            count(words.missed, outcomes.terms.missed),
            count(words.open, outcomes.terms.open),
        ],
    ));
    if !outcomes.actions.is_empty() {
        let mut actions = grid(words.actions, vec![catalog.papers.owner], Vec::new());
        let states = ActionState::ALL
            .iter()
            .map(|state| catalog.codes.action_state(*state).to_owned());
        actions.columns.extend(states);
        for (party, states) in &outcomes.actions {
            let name = party.map_or(words.no_owner, |party| results.names.party(party));
            let counts = ActionState::ALL
                .iter()
                .map(|state| states.get(state).copied().unwrap_or(0));
            actions.rows.push(
                std::iter::once(Cell::text(name))
                    .chain(counts.map(Cell::Count))
                    .collect(),
            );
        }
        grids.push(actions);
    }
    if !outcomes.months.is_empty() {
        let months = outcomes.months.iter();
        let rows = months.map(|(month, flow)| {
            vec![
                Cell::text(words.month_of(month.0)),
                Cell::Count(flow.came),
                Cell::Count(flow.left),
            ]
        });
        grids.push(grid(
            words.months,
            vec![words.month, words.came, words.left],
            rows.collect(),
        ));
    }
    grids
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
    let sum = |of: fn(&crate::domain::result::Used) -> u64| outcomes.instruments.values().map(of).sum();
    let all = vec![
        Cell::text(catalog.results.with_instrument),
        Cell::Count(outcomes.with_instrument),
        Cell::Count(sum(|used| used.times)),
        Cell::Count(sum(|used| used.running)),
    ];
    std::iter::once(all).chain(used).collect()
}

fn durability(outcomes: &Outcomes, catalog: &Catalog) -> Vec<Vec<Cell>> {
    let words = &catalog.results;
    let row = |(form, followed): (&Option<_>, &crate::domain::result::Followed)| {
        let name = form.map_or(words.no_contract, |form| catalog.codes.contract(form));
        let mut cells = vec![
            Cell::text(name),
            Cell::Count(followed.placements),
            Cell::Count(followed.running),
        ];
        let after = followed.after.iter();
        cells.extend(after.map(|(measured, placed)| Cell::text(words.of(*placed, *measured))));
        cells
    };
    outcomes.durability.iter().map(row).collect()
}

/// The picture of results: a bar for each row, and lines for in and out of the first cohort.
pub fn chart(results: &Results, public: bool, catalog: &Catalog) -> Chart {
    let words = &catalog.results;
    let columns = columns(results, public);
    let bars = (0..results.set.rows().len()).map(|row| Bar {
        label: label(&results.set, row, catalog.lang).to_owned(),
        depth: results.set.depth(row),
        counts: columns
            .iter()
            .map(|column| column.counts.get(row).copied().flatten())
            .collect(),
        hidden: words.hidden.to_owned(),
    });
    let outcomes = results
        .cohorts
        .first()
        .and_then(|one| one.outcomes.as_ref())
        .filter(|_| !public);
    let months = outcomes.into_iter().flat_map(|outcomes| &outcomes.months);
    Chart {
        title: format!("{} · {}", words.title, words.on(results.on)),
        series: columns.iter().map(|column| column.name.clone()).collect(),
        bars: bars.collect(),
        lines_title: words.months.to_owned(),
        months: months
            .map(|(month, flow)| (words.month_of(month.0), [flow.came, flow.left]))
            .collect(),
        lines: [words.came.to_owned(), words.left.to_owned()],
    }
}
