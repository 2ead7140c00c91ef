//! The scene of the public window: where we are, the time, and the pupil or point at hand with what was agreed.

use chrono::NaiveTime;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::digits::Digits;
use crate::public::{Card, OldActionRow, Over, Overlay, PointSlide, Projection, PupilSlide, Shared, Written};
use crate::ui::glyphs;
use crate::ui::overlays;
use crate::ui::panes::{action_lines, header, pupil, written_line};
use crate::ui::pen::{Pen, columns, row, wrap};

/// The least columns and rows at which the time is drawn large.
const ROOMY: (u16, u16) = (60, 16);

/// Open actions that are shown.
const OPEN_ACTIONS: usize = 4;

/// Draws a scene.
pub(super) fn draw(scene: &Projection, now: NaiveTime, digits: &Digits, pen: &mut Pen<'_>, area: Rect) {
    let roomy = digits.large && area.width >= ROOMY.0 && area.height >= ROOMY.1;
    let top = if roomy {
        roomy_top(scene, now, digits, pen, area)
    } else {
        narrow_top(scene, now, pen, area)
    };
    let body = Rect {
        y: area.y + top.min(area.height),
        height: area.height.saturating_sub(top),
        ..area
    };
    match &scene.over {
        Some(over) => overlays::draw(&overlay(over), scene.hidden, scene.today, pen, body),
        None => at_hand(scene, pen, body),
    }
}

/// Where, how far and how long, with the time large beside it; how many rows that takes.
fn roomy_top(scene: &Projection, now: NaiveTime, digits: &Digits, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let time = pen.words.time(now);
    let (wide, high) = digits.size(&time, 1);
    digits.draw(&time, 1, pen, (area.right().saturating_sub(wide + 1), area.y));
    let text = Rect {
        width: area.width.saturating_sub(wide + 4),
        ..area
    };
    let lines = [place(scene, pen), far(scene, pen), length(scene, pen)];
    for (at, line) in (0..).zip(&lines) {
        if let Some(line_area) = row(text, at) {
            let style = if at == 0 { pen.theme.title } else { pen.theme.text };
            pen.put(line_area.x + 1, line_area.y, line_area.width, line, style);
        }
    }
    let rows = high.max(3);
    if let Some(line) = row(area, rows) {
        pen.fill(line.x, line.y, line.width, glyphs::LINE, pen.theme.border);
    }
    rows + 1
}

/// The same in one line, with the time as text.
fn narrow_top(scene: &Projection, now: NaiveTime, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let time = pen.words.time(now);
    if let Some(line) = row(area, 0) {
        let room = line.width.saturating_sub(columns(&time) + 2);
        let left = header::alone(&scene.header, pen, room);
        pen.spans(line.x, line.y, room, &left);
        pen.right(line, &time, pen.theme.title);
    }
    1
}

/// `De Brug · uitstroomoverleg 3 juni   blok 1/2`
fn place(scene: &Projection, pen: &Pen<'_>) -> String {
    let (header, words) = (&scene.header, pen.words);
    let meeting = header
        .meeting
        .map(|(kind, day)| words.screen.meeting(words.codes.meeting(kind), day));
    let parts = [header.school.clone(), meeting];
    let named: Vec<String> = parts.into_iter().flatten().collect();
    let block = header.block.filter(|(_, of)| *of > 1);
    let block = block.map(|(at, of)| format!("   {}", words.screen.block(at, of)));
    format!("{}{}", named.join(" · "), block.unwrap_or_default())
}

/// The part of the agenda at hand, and how far the pupils are: `Leerlingen   4/12 √√H»○○○○○○○○   Aanwezig 5/6`.
fn far(scene: &Projection, pen: &Pen<'_>) -> String {
    let part = scene.current.and_then(|at| scene.parts.get(at));
    let part = part.map(|part| match part.title.is_empty() {
        true => pen.words.codes.item(part.kind).to_owned(),
        false => part.title.clone(),
    });
    let mut parts: Vec<String> = part.into_iter().collect();
    if !scene.header.progress.is_empty() {
        parts.push(header::progress_marks(&scene.header));
    }
    let (here, of) = scene.present;
    if of > 0 {
        parts.push(format!("{} {here}/{of}", pen.words.screen.present));
    }
    parts.join("   ")
}

/// How long it takes still, and when it ends.
fn length(scene: &Projection, pen: &Pen<'_>) -> String {
    let screen = &pen.words.screen;
    let clock = scene.header.clock.map(|clock| {
        let left = screen.minutes_left(clock.minutes_left);
        format!("{left} · {}", screen.ends(clock.expected_end, clock.minutes_late))
    });
    let paused = scene.header.paused.then(|| screen.paused.to_owned());
    let parts: Vec<String> = clock.into_iter().chain(paused).collect();
    parts.join("   ")
}

/// The pupil or the point at hand; else the agenda.
fn at_hand(scene: &Projection, pen: &mut Pen<'_>, body: Rect) {
    let area = Rect {
        x: body.x + 1,
        width: body.width.saturating_sub(2),
        ..body
    };
    match (&scene.pupil, &scene.point) {
        (Some(slide), _) => the_pupil(slide, scene, pen, area),
        (None, Some(slide)) => the_point(slide, scene, pen, area),
        (None, None) => agenda(scene, pen, area),
    }
}

fn the_pupil(slide: &PupilSlide, scene: &Projection, pen: &mut Pen<'_>, area: Rect) {
    let card: Card<Shared> = slide.card();
    let title = pupil::title(&card, pen, area.width);
    let mut rows = vec![vec![Span::styled(title, pen.theme.title)]];
    rows.extend(pupil::facts(&card, scene.today, pen, area.width));
    let open = action_lines(
        &card.open_actions,
        OPEN_ACTIONS,
        scene.today,
        (pen.words, pen.theme),
        area.width.saturating_sub(8),
    );
    let word = pen.words.screen.open;
    for (index, line) in open.into_iter().enumerate() {
        let label = if index == 0 { word } else { "" };
        let mut spans = vec![Span::styled(format!("{label:<7} "), pen.theme.label)];
        spans.extend(line.spans);
        rows.push(spans);
    }
    paper(rows, &slide.written, &slide.note, scene, pen, area);
}

fn the_point(slide: &PointSlide, scene: &Projection, pen: &mut Pen<'_>, area: Rect) {
    let title = match slide.title.is_empty() {
        true => pen.words.codes.item(slide.kind).to_owned(),
        false => slide.title.clone(),
    };
    let mut flow = pupil::Flow::new(area.width, pen);
    flow.rows.push(vec![Span::styled(title, pen.theme.title)]);
    flow.question(&slide.question, &slide.asked_by, &slide.proposal, pen);
    paper(flow.rows, &slide.written, &slide.note, scene, pen, area);
}

/// What is known, then what was agreed, then the end of the note. What was agreed is read by everybody, so where there
/// is little room it comes before the rest of what is known.
fn paper(facts: Vec<pupil::Row>, written: &[Written], note: &str, scene: &Projection, pen: &mut Pen<'_>, area: Rect) {
    let height = usize::from(area.height);
    let heads = usize::from(!written.is_empty());
    let agreed = written.len().min(height.saturating_sub(3 + heads));
    let known = facts.len().min(height.saturating_sub(agreed + heads));
    let mut at = 0;
    for spans in facts.iter().take(known) {
        if let Some(line) = row(area, at) {
            pen.spans(line.x, line.y, line.width, spans);
        }
        at += 1;
    }
    if let Some(line) = row(area, at).filter(|_| agreed > 0) {
        pen.fill(line.x, line.y, line.width, glyphs::LINE, pen.theme.border);
        at += 1;
    }
    for each in written.iter().skip(written.len() - agreed) {
        if let Some(line_area) = row(area, at) {
            let line = written_line(each, scene.today, pen.words, pen.theme, area.width);
            pen.line(line_area, &line);
        }
        at += 1;
    }
    let room = area.height.saturating_sub(at);
    if room < 2 || note.is_empty() {
        return;
    }
    if let Some(line) = row(area, at) {
        pen.heading(line, pen.words.screen.note, pen.theme.label);
    }
    let lines = wrap(note, area.width, usize::MAX);
    let skipped = lines.len().saturating_sub(usize::from(room - 1));
    for (index, text) in (at + 1..).zip(lines.iter().skip(skipped)) {
        if let Some(line) = row(area, index) {
            pen.put(line.x, line.y, line.width, text.trim_end(), pen.theme.text);
        }
    }
}

/// The parts of the agenda, with what is done and what is at hand.
fn agenda(scene: &Projection, pen: &mut Pen<'_>, area: Rect) {
    for (index, part) in scene.parts.iter().enumerate() {
        let Some(line) = u16::try_from(index).ok().and_then(|at| row(area, at)) else {
            return;
        };
        let here = scene.current == Some(index);
        let mark = if here {
            glyphs::HERE
        } else {
            glyphs::item_mark(part.state)
        };
        let name = match part.title.is_empty() {
            true => pen.words.codes.item(part.kind).to_owned(),
            false => part.title.clone(),
        };
        let style = if here { pen.theme.title } else { pen.theme.text };
        pen.put(line.x, line.y, line.width, &format!("{mark} {name}"), style);
    }
}

/// The list as the overlay that draws it.
fn overlay(over: &Over) -> Overlay<Shared> {
    match over {
        Over::ReadBack {
            rows,
            selected,
            confirmed,
        } => Overlay::ReadBack {
            rows: rows.iter().map(|row| row.row()).collect(),
            selected: *selected,
            confirmed: *confirmed,
        },
        Over::AgreeAll(rows) => Overlay::AgreeAll { rows: rows.clone() },
        Over::OldActions { rows, selected } => Overlay::OldActions {
            rows: rows
                .iter()
                .map(|(pupil, action)| OldActionRow {
                    pupil: pupil.clone(),
                    action: action.clone(),
                })
                .collect(),
            selected: *selected,
        },
    }
}
