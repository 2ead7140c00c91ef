//! What a key that waits for the next one offers: the letters, and what each of them records.

use crate::app::keymap::{CHANCE_LETTERS, INSTRUMENT_LETTER, RESULT_LETTERS, ROUTE_LETTERS, TILE_LETTERS, key_text};
use crate::app::state::State;
use crate::domain::codes::{ChanceKind, ChanceLevel};
use crate::domain::intent::Intent;
use crate::public::{Choice, Pending};
use crate::text::Catalog;

pub(super) fn pending(state: &State, catalog: &Catalog) -> Option<Pending> {
    let waiting = state.waiting?;
    let kind = if waiting.first.is_some() {
        ChanceKind::LastingWork
    } else {
        ChanceKind::FurtherEducation
    };
    let chance = |level: ChanceLevel| Choice::Chance(kind, level);
    let options = match waiting.intent {
        Intent::Result => RESULT_LETTERS
            .iter()
            .map(|(l, r)| (l.to_string(), Choice::Result(*r)))
            .collect(),
        Intent::SetRoute => ROUTE_LETTERS
            .iter()
            .map(|(l, r)| (l.to_string(), Choice::Route(*r)))
            .collect(),
        Intent::SetChances => CHANCE_LETTERS
            .iter()
            .map(|(l, level)| (l.to_string(), chance(*level)))
            .collect(),
        Intent::AddTile => TILE_LETTERS
            .iter()
            .map(|(l, kind)| (l.to_string(), Choice::Tile(*kind)))
            .chain([(INSTRUMENT_LETTER.to_string(), Choice::Instrument)])
            .collect(),
        Intent::Quit | Intent::TogglePrivate => vec![(state.lang.yes_letter().to_string(), Choice::Confirm)],
        _ => vec![(key_text(waiting.key, catalog), Choice::Confirm)],
    };
    Some(Pending {
        keys: key_text(waiting.key, catalog),
        intent: waiting.intent,
        options,
    })
}
