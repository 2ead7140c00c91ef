//! The pane in focus, in sentences.

use super::board::text_of;
use super::part::{Choose, Line, Menu, Part, Row, Sort, Which};
use crate::domain::codes::{ItemState, Presence};
use crate::domain::roof::Span as Days;
use crate::public::{
    Agenda, Board, Card, Guard, NoteView, Pane, PointView, PresenceRow, Queue, QueueMark, Sight, TileView, Timeline,
    Written,
};
use crate::text::{Catalog, capital};
use crate::ui::overlays::attendance::{sits_for, stands};
use crate::ui::panes::agenda::part_name;
use crate::ui::panes::note::preview_lines;
use crate::ui::panes::pupil::{self, Flow};
use crate::ui::panes::timeline::detail::{told, who, work_word};
use crate::ui::panes::timeline::marks::mark_word;
use crate::ui::panes::{action_line, setup, why, written_line};
use crate::ui::pen::Pen;
use crate::ui::show::{Seen, marked, sentences};

/// As wide as no sentence is, so that nothing is cut or broken.
pub(super) const WIDE: u16 = 30_000;

/// The parts of the pane in focus.
pub(super) fn focused<S: Seen>(board: &Board<S>, pen: &Pen<'_>) -> Vec<Part> {
    match board.focus {
        Pane::Queue => vec![queue(&board.queue, board, pen)],
        Pane::Agenda => vec![agenda(&board.agenda, pen.words)],
        Pane::Timeline => vec![timeline(board, pen)],
        Pane::Pupil => match (&board.card, &board.point) {
            (Some(card), _) => of_card(card, board, pen),
            (None, Some(point)) => of_point(point, board, pen),
            (None, None) => {
                let mut part = Part::new(pen.words.screen.pupil);
                match &board.setup {
                    Some(steps) => setup::told(steps, pen).into_iter().for_each(|line| part.line(line)),
                    None => part.line(pen.words.screen.no_pupil),
                }
                vec![part]
            }
        },
    }
}

/// The card of the pupil at hand, and its note.
fn of_card<S: Seen>(card: &Card<S>, board: &Board<S>, pen: &Pen<'_>) -> Vec<Part> {
    let mut part = Part::new(pupil::title(card, pen, WIDE));
    for fact in pupil::facts(card, board.today, pen, WIDE) {
        // What stands beside another fact for want of rows is a line of its own here.
        for one in fact.chunk_by(|_, next| !next.content.starts_with("    ")) {
            part.line(text_of(one));
        }
    }
    let reasons = why::told(card);
    if !reasons.is_empty() {
        let told = sentences(&reasons, board.today, pen.words);
        part.line(format!("{} {told}", pen.words.listing.why));
    }
    for action in &card.open_actions {
        let line = action_line(action, board.today, pen.words, pen.theme, WIDE);
        part.line(format!("{} {}", pen.words.screen.open, text_of(&line.spans)));
    }
    for row in pupil::extra(card, true, pen) {
        part.line(text_of(&row));
    }
    written(&mut part, &card.written, board, pen);
    let note = note(&card.note, &part.title, board, pen);
    vec![part, note]
}

/// A point that is about no pupil, and its note.
fn of_point<S: Seen>(point: &PointView, board: &Board<S>, pen: &Pen<'_>) -> Vec<Part> {
    let name = match point.title.is_empty() {
        true => pen.words.codes.item(point.kind),
        false => &point.title,
    };
    let mut part = Part::new(name);
    if let Some(hint) = &point.hint {
        part.line(format!("{} {}", hint.keys, pen.words.line(hint.intent)));
    }
    let mut flow = Flow::new(WIDE, pen);
    flow.question(&point.question, &point.asked_by, &point.proposal, pen);
    for row in &flow.rows {
        part.line(text_of(row));
    }
    written(&mut part, &point.written, board, pen);
    let note = note(&point.note, &part.title, board, pen);
    vec![part, note]
}

fn written<S: Seen>(part: &mut Part, all: &[Written], board: &Board<S>, pen: &Pen<'_>) {
    for written in all {
        let line = written_line(written, board.today, pen.words, pen.theme, WIDE);
        part.line(text_of(&line.spans));
    }
}

/// The note with what its line will be. The paragraph that is being written is left out: whoever listens hears its
/// letters as they are typed.
fn note<S: Seen>(note: &NoteView, of: &str, board: &Board<S>, pen: &Pen<'_>) -> Part {
    let screen = &pen.words.screen;
    let mut part = Part::new(if note.working { screen.working_note } else { screen.note });
    part.key = (Which::Note, format!("{} {of}", part.title));
    let mut from = 0;
    for (at, text) in note.input.text.split('\n').enumerate() {
        let until = from + text.len();
        let here = note.input.cursor.is_some_and(|cursor| (from..=until).contains(&cursor));
        if !here && !text.trim().is_empty() {
            part.lines.push(Line::known(Sort::Words, format!("{at} {text}"), text));
        }
        from = until + 1;
    }
    if note.input.cursor.is_some() {
        part.typed = Some((0, note.input.text.clone()));
    }
    if let Some(keys) = &note.headings {
        part.line(pen.words.templates.offer(keys));
    }
    if let Some(preview) = &note.preview {
        for line in preview_lines(preview, board.today, pen, WIDE) {
            part.line(text_of(&line.spans));
        }
    }
    if !note.names.is_empty() {
        let names = note.names.iter().map(|named| {
            let away = named.away.map(|away| format!(" · {}", pen.words.codes.presence(away)));
            let role = pen.words.codes.party_short(named.owner.role);
            format!("{} ({role}){}", named.owner.name, away.unwrap_or_default())
        });
        let take = Choose::Walk(Some(crate::domain::intent::Intent::TakeName));
        part.menu = Some(Menu::numbered(names, Some(note.chosen), take));
    }
    part
}

/// Who is next. A digit goes to a pane here, so that the rows have their places and are walked through.
fn queue<S: Seen>(queue: &Queue<S>, board: &Board<S>, pen: &Pen<'_>) -> Part {
    let words = pen.words;
    let mut part = Part::new(words.screen.queue);
    match board.hidden.queue {
        Some(hidden) => part.line(capital(&words.room.hidden(hidden))),
        None if queue.rows.is_empty() => part.line(words.screen.queue_empty),
        None => {}
    }
    let rows = queue.rows.iter().map(|row| {
        let mark = match row.mark {
            QueueMark::Open | QueueMark::None => "",
            QueueMark::Now => words.aloud.now,
            QueueMark::Discussed => words.codes.item_state(ItemState::Discussed),
            QueueMark::Agreed => words.codes.item_state(ItemState::Agreed),
            QueueMark::Carried => words.codes.item_state(ItemState::Carried),
        };
        let lane = row.lane.map_or("", |lane| words.codes.lane(lane));
        let time = row.fixed_time.map(|time| words.time(time)).unwrap_or_default();
        let leaving = row.leaving.map(|day| words.dates.day_year(day)).unwrap_or_default();
        let why = sentences(&row.why, board.today, words);
        let name = marked(&row.name, words);
        Row {
            number: row.number,
            text: joined(&[&name, mark, lane, &time, &leaving, &why]),
            before: Vec::new(),
        }
    });
    part.menu = Some(Menu::of(rows.collect(), queue.selected, Choose::Never));
    part
}

/// The parts that are not empty, one behind the other.
pub(super) fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Somebody at the table: who, for whom, whether they are there and may decide.
pub(super) fn person(person: &PresenceRow, words: &Catalog) -> String {
    joined(&[&person.name, &sits_for(person, words), &stands(person, words)])
}

fn agenda(agenda: &Agenda, words: &Catalog) -> Part {
    let screen = &words.screen;
    let mut part = Part::new(screen.agenda);
    if agenda.parts.is_empty() {
        part.line(screen.agenda_empty);
    }
    let rows = agenda.parts.iter().enumerate().map(|(at, row)| {
        let state = match (agenda.current == Some(at), row.state) {
            (true, _) => words.aloud.now,
            (false, ItemState::Open) => "",
            (false, state) => words.codes.item_state(state),
        };
        let minutes = words.aloud.minutes(row.planned, row.spent);
        joined(&[part_name(row, words), state, &minutes])
    });
    part.menu = Some(Menu::numbered(rows, agenda.selected, Choose::Never));
    let (here, of) = agenda.present;
    if of > 0 {
        part.after(format!("{} {here}/{of}", screen.present));
    }
    let known = agenda
        .presence
        .iter()
        .filter(|person| person.state != Presence::Unknown);
    for present in known {
        part.after(person(present, words));
    }
    if agenda.family {
        let there = words.codes.presence(Presence::Present);
        part.after(joined(&[screen.family, there]));
    }
    for kind in &agenda.missing {
        part.after(format!("{}: {}", screen.missing, words.codes.party(*kind)));
    }
    if let Some(count) = agenda.contacts_hint {
        part.after(screen.contacts_not_two(count));
    }
    part
}

/// The roof, a sentence for each tile, instrument, day to keep in sight and gap, and what is under the cursor.
fn timeline<S: Seen>(board: &Board<S>, pen: &Pen<'_>) -> Part {
    let (roof, words) = (&board.timeline, pen.words);
    let mut part = Part::new(words.screen.timeline);
    if let Some(card) = &board.card {
        part.title = format!("{} · {}", part.title, marked(&card.title, words));
        part.key.1.clone_from(&part.title);
    }
    for row in &roof.rows {
        for tile in &row.tiles {
            part.line(joined(&[&who(&row.hand, pen), &of_tile(tile, pen)]));
        }
    }
    for line in beside_tiles(roof, pen) {
        part.line(line);
    }
    for gap in &roof.held.gaps {
        part.line(format!(
            "{} · {}",
            words.roof.gap,
            words.roof.nobody_holds(*gap, board.today)
        ));
    }
    for on in &roof.held.cold {
        part.line(format!("{} · {}", words.roof.cold_handover, words.day(*on)));
    }
    if part.lines.is_empty() {
        part.line(words.screen.timeline_empty);
    }
    if let Some(detail) = &roof.detail {
        let said = told(detail, pen).join(" · ");
        let chosen = format!("{} {said}", words.aloud.chosen);
        part.after.push(Line::known(Sort::Here, said, &chosen));
    }
    part
}

fn of_tile<S: Sight>(tile: &TileView<S>, pen: &Pen<'_>) -> String {
    let words = &pen.words.roof;
    let work = tile
        .work
        .as_ref()
        .map(|work| work_word(work.get(), pen))
        .unwrap_or_default();
    let days = match tile.until {
        Some(until) if tile.broken => words.broken_off(tile.from, until, None),
        Some(until) => words.from_until(Days { from: tile.from, until }),
        None => words.from_on(tile.from),
    };
    joined(&[&work, &days, if tile.holds { words.holds } else { words.beside }])
}

/// Instruments and days to keep in sight.
fn beside_tiles<S: Sight>(roof: &Timeline<S>, pen: &Pen<'_>) -> Vec<String> {
    let words = pen.words;
    let instruments = roof.instruments.iter().map(|instrument| {
        let days = match instrument.from == instrument.until {
            true => words.day(instrument.from),
            false => words.roof.from_until(Days {
                from: instrument.from,
                until: instrument.until,
            }),
        };
        joined(&[words.codes.instrument(*instrument.kind.get()), &days])
    });
    let marks = roof.marks.iter();
    let marks = marks.map(|mark| joined(&[&mark_word(mark, pen), &words.day(mark.on)]));
    instruments.chain(marks).collect()
}
