//! The timeline: what holds the pupil over time, as roof tiles.
//!
//! The rule: a day has one column for every row and for the header, so that what stands below each other happens at the
//! same time. A tile that holds is a full block, one that does not is grey, and the word of the tile stands in it where
//! it fits: the difference is never a colour alone.

mod axis;

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use axis::Axis;

use crate::domain::Day;
use crate::domain::codes::PartyKind;
use crate::public::{Board, TileView, Timeline, TimelineRow};
use crate::ui::glyphs;
use crate::ui::layout::inside;
use crate::ui::pen::{Pen, columns, row};
use crate::ui::show::{Seen, ShowName};

/// Draws the pane. The pupil is named in its title where no other pane does.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, focused: bool, alone: bool, pen: &mut Pen<'_>, pane: Rect) {
    let timeline = &board.timeline;
    let area = inside(pane);
    let fit = usize::from(area.height.saturating_sub(1));
    let mut title = pen.words.screen.timeline.to_owned();
    if let Some(card) = board.card.as_ref().filter(|_| alone) {
        title = format!("{title} · {}", card.title.name(pen.words));
    }
    let label = label_width(area.width);
    let axis = Axis::new(timeline, area.x + label, area.width.saturating_sub(label));
    let rows = axis.as_ref().map(|axis| in_sight(timeline, axis)).unwrap_or_default();
    if rows.len() > fit {
        title = format!("{title} {fit}/{}", rows.len());
    }
    pen.title(pane, &title, focused);
    if focused {
        pen.set_cursor(area.x, area.y);
    }
    let Some(axis) = axis.filter(|_| !timeline.rows.is_empty()) else {
        pen.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            pen.words.screen.timeline_empty,
            pen.theme.muted,
        );
        return;
    };
    if let Some(line) = row(area, 0) {
        axis.draw_header(timeline.scale, board.today, pen, line.y);
    }
    for (index, party) in (1..).zip(rows.into_iter().take(fit)) {
        let Some(line) = row(area, index) else { break };
        draw_label(party, pen, Rect { width: label, ..line });
        draw_tiles(party, &axis, board.today, pen, line.y);
    }
}

/// The parties with a tile in the days that are shown: one that held the pupil years ago takes no row from those who do.
fn in_sight<'t>(timeline: &'t Timeline, axis: &Axis) -> Vec<&'t TimelineRow> {
    let shown = |tile: &TileView| axis.span(tile.from, tile.until).is_some();
    let rows = timeline.rows.iter();
    rows.filter(|party| party.tiles.iter().any(shown)).collect()
}

/// The columns for the party's word and the initials of who holds the pupil there.
fn label_width(width: u16) -> u16 {
    match width {
        0..100 => 15,
        100..150 => 19,
        _ => 32,
    }
}

/// `gemeente J.B.`
fn draw_label(party: &TimelineRow, pen: &mut Pen<'_>, place: Rect) {
    let holder = party.holder.as_ref().map(ToString::to_string).unwrap_or_default();
    let room = place
        .width
        .saturating_sub(2 + if holder.is_empty() { 0 } else { columns(&holder) + 1 });
    let word = party_word(party, room, pen);
    let x = pen.put(place.x + 1, place.y, room, &word, pen.theme.text);
    let x = x.max(place.x + 10.min(room + 1)) + 1;
    pen.put(x, place.y, place.right().saturating_sub(x), &holder, pen.theme.title);
}

/// The kind of party, with its name where there is room; an employer by name.
fn party_word(party: &TimelineRow, room: u16, pen: &Pen<'_>) -> String {
    let Some(kind) = party.party else {
        return pen.words.screen.other_party.to_owned();
    };
    let word = pen.words.codes.party(kind);
    if kind == PartyKind::Employer && !party.name.is_empty() {
        return party.name.clone();
    }
    let both = format!("{word} {}", party.name);
    match (columns(&both) <= room && !party.name.is_empty(), columns(word) <= room) {
        (true, _) => both,
        (false, true) => word.to_owned(),
        (false, false) => pen.words.codes.party_short(kind).to_owned(),
    }
}

fn draw_tiles(party: &TimelineRow, axis: &Axis, today: Day, pen: &mut Pen<'_>, y: u16) {
    let now = axis.column(today);
    if let Some(x) = now {
        pen.put(x, y, 1, glyphs::BAR, pen.theme.today);
    }
    let mut last: Option<(u16, bool)> = None;
    for tile in &party.tiles {
        let Some((start, end)) = axis.span(tile.from, tile.until) else {
            continue;
        };
        draw_tile(tile, (start, end), today, now, pen, y);
        if last == Some((start, tile.holds)) && end > start + 1 {
            // Two tiles of one party that touch: the seam shows.
            pen.put(start, y, 1, glyphs::BAR, tile_style(tile, pen));
        }
        if let Some(x) = now.filter(|x| (start..end).contains(x)) {
            let style = match tile.holds {
                true => tile_style(tile, pen).add_modifier(Modifier::REVERSED),
                false => pen.theme.today,
            };
            pen.put(x, y, 1, glyphs::BAR, style);
        }
        if tile.broken && tile.until.is_some_and(|until| axis.column(until).is_some()) {
            pen.put(end - 1, y, 1, glyphs::ALERT, pen.theme.overdue);
        }
        last = Some((end, tile.holds));
    }
}

fn tile_style(tile: &TileView, pen: &Pen<'_>) -> ratatui::style::Style {
    if tile.holds { pen.theme.holds } else { pen.theme.beside }
}

fn draw_tile(tile: &TileView, (start, end): (u16, u16), today: Day, now: Option<u16>, pen: &mut Pen<'_>, y: u16) {
    let style = tile_style(tile, pen);
    let glyph = match (tile.holds, tile.from > today) {
        (true, _) => glyphs::HOLDS,
        (false, false) => glyphs::BESIDE,
        (false, true) => glyphs::PLANNED,
    };
    pen.fill(start, y, end - start, glyph, style);
    let word = if tile.label.is_empty() {
        pen.words.codes.tile(tile.kind)
    } else {
        &tile.label
    };
    let wide = columns(word).saturating_add(2);
    if let Some(x) = word_column((start, end), wide, now) {
        // A word in a tile that holds is written on the block itself, so that the roof shows no hole.
        let style = if tile.holds {
            style.add_modifier(Modifier::REVERSED)
        } else {
            style
        };
        pen.put(x, y, wide, &format!(" {word} "), style);
    }
}

/// Where a word of `wide` columns stands in a tile: in the middle, or in the middle of the longer part before or after
/// today when it would cross today's line. None when it fits nowhere with some of the tile left on both sides.
fn word_column((start, end): (u16, u16), wide: u16, now: Option<u16>) -> Option<u16> {
    let middle = |start: u16, end: u16| {
        let room = end.saturating_sub(start);
        (room >= wide.saturating_add(2)).then(|| start + (room - wide) / 2)
    };
    let x = middle(start, end)?;
    match now.filter(|now| (x..x + wide).contains(now)) {
        None => Some(x),
        Some(now) if now - start >= end - now => middle(start, now).or_else(|| middle(now + 1, end)),
        Some(now) => middle(now + 1, end).or_else(|| middle(start, now)),
    }
}
