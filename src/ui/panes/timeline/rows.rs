//! The row of a party: its word, who holds, and its tiles.
//!
//! A tile that holds is a full block, one that does not is grey, and the word of the tile stands in it where it fits:
//! the difference is never a colour alone.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::axis::Axis;
use super::marks;
use crate::domain::Day;
use crate::domain::codes::PartyKind;
use crate::public::{Guard, Hand, InstrumentView, Sight, TileView, TimelineRow, Whose};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns};

/// `gemeente J.B.`
pub(super) fn draw_label<S: Sight>(party: &TimelineRow<S>, pen: &mut Pen<'_>, place: Rect) {
    let holder = match &party.hand {
        Hand::Known(whose) => whose
            .get()
            .initials
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        Hand::Nobody | Hand::Other => String::new(),
    };
    let room = place
        .width
        .saturating_sub(2 + if holder.is_empty() { 0 } else { columns(&holder) + 1 });
    let word = party_word(party, room, pen);
    let x = pen.put(place.x + 1, place.y, room, &word, pen.theme.text);
    let x = x.max(place.x + 10.min(room + 1)) + 1;
    pen.put(x, place.y, place.right().saturating_sub(x), &holder, pen.theme.title);
}

/// The kind of party, with its name where there is room; an employer by name.
fn party_word<S: Sight>(party: &TimelineRow<S>, room: u16, pen: &Pen<'_>) -> String {
    let whose = match &party.hand {
        Hand::Known(whose) => whose.get(),
        Hand::Nobody | Hand::Other => return pen.words.screen.other_party.to_owned(),
    };
    let word = pen.words.codes.party(whose.kind);
    if whose.kind == PartyKind::Employer && !whose.name.is_empty() {
        return whose.name.clone();
    }
    let both = named(whose, word);
    match (columns(&both) <= room && !whose.name.is_empty(), columns(word) <= room) {
        (true, _) => both,
        (false, true) => word.to_owned(),
        (false, false) => pen.words.codes.party_short(whose.kind).to_owned(),
    }
}

/// A party by its kind and name; a name that tells the kind says both.
pub(super) fn named(whose: &Whose, word: &str) -> String {
    let tells = whose.name.to_lowercase().contains(&word.to_lowercase());
    match (tells, whose.name.is_empty()) {
        (true, _) => whose.name.clone(),
        (false, true) => word.to_owned(),
        (false, false) => format!("{word} {}", whose.name),
    }
}

/// The tiles of a row with the line of today, and its instruments, which leave room for the words of the tiles.
pub(super) fn draw_tiles<S: Sight>(
    party: &TimelineRow<S>,
    instruments: &[&InstrumentView<S>],
    axis: &Axis,
    today: Day,
    pen: &mut Pen<'_>,
    y: u16,
) {
    let now = axis.column(today);
    marks::bar(axis, today, pen, y);
    let points = instruments.iter().filter_map(|i| axis.span(i.from, Some(i.until)));
    let mut busy: Vec<u16> = points.map(|(start, _)| start).chain(now).collect();
    busy.sort_unstable();
    let mut last: Option<(u16, bool)> = None;
    let mut taken: Vec<marks::Taken> = Vec::new();
    for tile in &party.tiles {
        let Some((start, end)) = axis.span(tile.from, tile.until) else {
            continue;
        };
        draw_tile(tile, (start, end), today, &busy, pen, y);
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
        taken.push((start..end, tile.holds));
    }
    marks::instruments(instruments.iter().copied(), &taken, axis, pen, y);
}

fn tile_style<S: Sight>(tile: &TileView<S>, pen: &Pen<'_>) -> Style {
    if tile.holds { pen.theme.holds } else { pen.theme.beside }
}

fn draw_tile<S: Sight>(
    tile: &TileView<S>,
    (start, end): (u16, u16),
    today: Day,
    busy: &[u16],
    pen: &mut Pen<'_>,
    y: u16,
) {
    let style = tile_style(tile, pen);
    let glyph = match (tile.holds, tile.from > today) {
        (true, _) => glyphs::HOLDS,
        (false, false) => glyphs::BESIDE,
        (false, true) => glyphs::PLANNED,
    };
    pen.fill(start, y, end - start, glyph, style);
    let work = tile.work.as_ref().map(Guard::get);
    let word = match work {
        Some(work) if work.label.is_empty() => pen.words.codes.tile(work.kind),
        Some(work) => &work.label,
        None => return,
    };
    let wide = columns(word).saturating_add(2);
    if let Some(x) = word_column((start, end), wide, busy) {
        // A word in a tile that holds is written on the block itself, so that the roof shows no hole.
        let style = if tile.holds {
            style.add_modifier(Modifier::REVERSED)
        } else {
            style
        };
        pen.put(x, y, wide, &format!(" {word} "), style);
    }
}

/// Where a word of `wide` columns stands in a tile: in the middle, or in the middle of the longest part between the
/// columns that are busy when it would cross one. None when it fits nowhere with some of the tile left on both sides.
fn word_column((start, end): (u16, u16), wide: u16, busy: &[u16]) -> Option<u16> {
    let middle = |(start, end): (u16, u16)| {
        let room = end.saturating_sub(start);
        (room >= wide.saturating_add(2)).then(|| start + (room - wide) / 2)
    };
    let x = middle((start, end))?;
    let inside = || busy.iter().copied().filter(|column| (start..end).contains(column));
    if !inside().any(|column| (x..x + wide).contains(&column)) {
        return Some(x);
    }
    let starts = std::iter::once(start).chain(inside().map(|column| column + 1));
    let parts = starts.zip(inside().chain(std::iter::once(end)));
    parts
        .max_by_key(|(start, end)| end.saturating_sub(*start))
        .and_then(middle)
}
