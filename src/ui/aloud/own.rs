//! What lies over the panes in the private state alone, in sentences and numbered rows.

use super::board::text_of;
use super::overlays::results;
use super::panes::{WIDE, joined};
use super::part::{Choose, Line, Menu, Part, Row, Sort, Which};
use crate::app::listing::view::{ListingRow, ListingView};
use crate::app::sight::{
    EmployerView, FieldValue, FieldView, FormView, HistoryView, PrivateOverlay, ResultPage, RowsView, Tone,
};
use crate::domain::intent::Intent;
use crate::text::Catalog;
use crate::ui::overlays::{employer, history, listing};
use crate::ui::pen::Pen;
use crate::ui::show::marked;

/// What lies over the panes.
pub(in crate::ui) fn part(overlay: &PrivateOverlay, pen: &Pen<'_>) -> Part {
    match overlay {
        PrivateOverlay::Form(view) => form(view, pen.words),
        PrivateOverlay::Pupils(view) => pupils(view, pen),
        PrivateOverlay::Employer(view) => card(view, pen.words),
        PrivateOverlay::History(view) => told(view, pen.words),
        PrivateOverlay::Rows(view) => rows(view),
        PrivateOverlay::Results(view) => match &view.page {
            Some(page) => beside_results(page),
            None => results(&view.table, &view.besides, pen.words),
        },
    }
}

/// A page of what came of a cohort besides its table: what the columns are called stands before each number.
fn beside_results(page: &ResultPage) -> Part {
    let mut part = Part::new(format!("{} {}/{}", page.title, page.place.0, page.place.1));
    for row in &page.rows {
        let cells = page.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let told = cells.map(|(column, cell)| match column.is_empty() {
            true => cell.clone(),
            false => format!("{column} {cell}"),
        });
        part.line(told.collect::<Vec<_>>().join(" · "));
    }
    // Beside a table the lines repeat its numbers.
    if let Some(plot) = page.plot.as_ref().filter(|_| page.columns.is_empty()) {
        for line in &plot.lines {
            let points = plot.under.iter().zip(&line.points);
            let told = points.filter_map(|(under, point)| Some(format!("{under} {}", point.as_ref()?.said)));
            part.line(format!("{}: {}", line.name, told.collect::<Vec<_>>().join(" · ")));
        }
    }
    for note in &page.notes {
        part.after(note.as_str());
    }
    part
}

/// A form: every question once with what stands there, then the one in focus; where there is a list to choose from, its
/// words with their numbers.
fn form(form: &FormView, words: &Catalog) -> Part {
    let mut title = words.line(form.purpose).to_owned();
    if let Some(name) = &form.about {
        title = format!("{title} · {name}");
    }
    let mut part = Part::new(title);
    let of = form.fields.len();
    for (at, field) in form.fields.iter().enumerate() {
        let said = format!("{} {}", at + 1, question(field, words));
        part.lines.push(Line::known(Sort::Place, at.to_string(), &said));
    }
    let Some(field) = form.fields.get(form.focus) else {
        return part;
    };
    let asked = format!(
        "{}: {}",
        words.aloud.question(form.focus + 1, of),
        question(field, words)
    );
    let focus = Line::known(Sort::Here, asked.clone(), &asked);
    match &field.value {
        FieldValue::Text(input) => part.typed = Some((form.focus, input.text.clone())),
        FieldValue::Choice(word) => {
            let at = field.options.iter().position(|option| option == word);
            let rows = field.options.iter().enumerate().map(|(at, option)| Row {
                number: Some(at + 1),
                text: (*option).to_owned(),
                before: Vec::new(),
            });
            let mut menu = Menu::of(rows.collect(), at, Choose::Sideways);
            menu.of = form.focus;
            part.menu = Some(menu);
        }
    }
    part.lines.push(focus);
    for (at, field) in form.fields.iter().enumerate() {
        if let Some(why) = field.refusal {
            let said = format!("{}: {}", words.field(field.field), words.refusal(why));
            part.after
                .push(Line::known(Sort::Wrong, format!("{at} {why:?}"), &said));
        }
    }
    if let Some(said) = &form.read_back {
        part.after.push(Line::known(Sort::Wrong, said.clone(), said));
    }
    part
}

/// `Doel? regulier werk`
fn question(field: &FieldView, words: &Catalog) -> String {
    let value = match &field.value {
        FieldValue::Text(input) if input.text.trim().is_empty() => words.aloud.empty,
        FieldValue::Text(input) => &input.text,
        FieldValue::Choice(word) => word,
    };
    joined(&[&format!("{}? {value}", words.field(field.field)), &field.read_as])
}

fn pupils(view: &ListingView, pen: &Pen<'_>) -> Part {
    let words = pen.words;
    let mut part = Part::new(listing::title(view, words));
    let rows = view.rows.iter().enumerate().map(|(at, row)| Row {
        number: Some(view.beyond.0 + at + 1),
        text: match row {
            ListingRow::School {
                name,
                pupils,
                read,
                empty,
                tally,
            } => joined(&[
                name,
                &listing::of_school((*read, *pupils), tally.as_ref(), *empty, words),
            ]),
            ListingRow::Pupil(pupil) => joined(&[&marked(&pupil.name, words), &listing::aside(view, pupil, pen).0]),
            ListingRow::More(count, whole) => words.listing.more(*count, *whole),
            ListingRow::Hand(hand) => listing::hand_line(hand, words),
        },
        before: Vec::new(),
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        part.line(words.queue.no_pupils);
    }
    let told = listing::detail(view, pen, WIDE)
        .iter()
        .map(|line| text_of(&line.spans))
        .collect();
    let menu = Menu::of(rows, Some(view.selected), Choose::Walk(Some(Intent::Pick)));
    part.menu = Some(menu.telling(told));
    for line in listing::foot(view, pen, WIDE) {
        part.after(text_of(&line.spans));
    }
    part
}

fn card(view: &EmployerView, words: &Catalog) -> Part {
    let mut part = Part::new(joined(&[&view.name, &view.place]));
    if view.rows.is_empty() {
        part.line(words.entry.nobody_placed);
        return part;
    }
    part.line(words.entry.placed(view.rows.len(), view.still));
    for row in &view.rows {
        let [who, lasted, what, days] = employer::cells(row, words);
        part.line(joined(&[&who, &lasted, &what, &days]));
    }
    part
}

fn told(view: &HistoryView, words: &Catalog) -> Part {
    let mut part = Part::new(joined(&[words.screen.timeline, &marked(&view.pupil, words)]));
    // The pane below it is called so too.
    part.key.0 = Which::History;
    if view.rows.is_empty() {
        part.line(words.screen.timeline_empty);
        return part;
    }
    let texts = view.rows.iter().map(|row| history::headline(row, words));
    let chosen = view.rows.get(view.selected);
    let besides = chosen.map(|row| history::told_of(row, words)).unwrap_or_default();
    let menu = Menu::numbered(texts, Some(view.selected), Choose::Walk(None));
    part.menu = Some(menu.telling(besides));
    part
}

fn rows(view: &RowsView) -> Part {
    let mut part = Part::new(view.title.clone());
    let (mut headings, mut rows, mut at) = (Vec::new(), Vec::new(), None);
    for (index, row) in view.rows.iter().enumerate() {
        if row.tone == Tone::Heading {
            headings.push(joined(&[&row.text, &row.aside]));
            continue;
        }
        if index == view.selected {
            at = Some(rows.len());
        }
        rows.push(Row {
            number: Some(rows.len() + 1),
            text: joined(&[&row.text, &row.aside]),
            before: std::mem::take(&mut headings),
        });
    }
    let typing = view.filter.as_ref().filter(|filter| filter.cursor.is_some());
    part.typed = typing.map(|filter| (0, filter.text.clone()));
    let choose = if typing.is_some() {
        Choose::Never
    } else {
        Choose::Walk(None)
    };
    part.menu = Some(Menu::of(rows, at, choose));
    // Headings below which nothing stands: what is told instead of a list.
    part.after.extend(headings.into_iter().map(Line::of));
    part.after.extend(view.foot.iter().cloned().map(Line::of));
    part
}
