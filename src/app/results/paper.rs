//! Results as a paper: the tables with their headings in the language in force, for every form they are written in.
//!
//! The rule: the public paper is made of public tables alone, so that no small count can reach it, and it says nothing
//! of what came of it besides, where nearly every count is small.

use super::besides::{Section, grid, plots};
use super::{CohortResult, Results};
use crate::domain::Moment;
use crate::domain::result::{Group, ResultSet, ResultTable};
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
        let (table, groups) = results.public(one);
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
        lines.push(words.small_hidden(results.smallest));
    }
    let mut grids = vec![main(results, &columns, public, catalog)];
    for column in columns.iter().filter(|_| results.by.is_some()) {
        grids.push(divided(results, column, catalog));
    }
    for one in results.cohorts.iter().filter(|_| !public) {
        if let Some(outcomes) = &one.outcomes {
            let sections = Section::of(outcomes).into_iter();
            grids.extend(sections.map(|section| grid(section, results, (&one.cohort.name, outcomes), catalog)));
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
    let remarks = results.remarks.iter().map(|remark| remark.told(catalog));
    Grid {
        title: words.title.to_owned(),
        columns: headings,
        rows: rows.collect(),
        notes: remarks.chain(unlisted.map(|count| words.unlisted(count))).collect(),
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

/// The picture of results: a bar for each row, and lines for how long placements last and for in and out by month.
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
    let besides = results.cohorts.iter().filter(|_| !public);
    let besides = besides.filter_map(|one| Some((one, one.outcomes.as_ref()?)));
    let drawn = besides.flat_map(|(one, outcomes)| {
        let sections = Section::of(outcomes).into_iter();
        sections.flat_map(|section| plots(section, (&one.cohort.name, outcomes), catalog))
    });
    Chart {
        title: format!("{} · {}", words.title, words.on(results.on)),
        series: columns.iter().map(|column| column.name.clone()).collect(),
        bars: bars.collect(),
        plots: drawn.collect(),
    }
}
