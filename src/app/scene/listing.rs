//! A list over many pupils, and reasons with the label of their term, as they are shown.

use super::told::name;
use crate::app::listing::view::{ListingRow, ListingView, PupilRow};
use crate::app::listing::{ListKind, ListRow, Listing, Place};
use crate::app::sight::Private;
use crate::app::state::State;
use crate::domain::Id;
use crate::domain::coverage::Tally;
use crate::public::ReasonView;
use crate::text::Lang;

/// How many rows on either side of the selected one are built: more than any window shows.
const NEAR: usize = 80;

/// The list, with the rows near the selected one.
pub(super) fn view(state: &State, listing: &Listing) -> ListingView {
    let places = listing.places();
    let from = listing.selected.saturating_sub(NEAR);
    let shown = places.iter().skip(from).take(2 * NEAR);
    let rows: Vec<ListingRow> = shown.filter_map(|place| row(state, listing, *place)).collect();
    let sum = |of: fn(&crate::app::listing::Section) -> usize| listing.sections.iter().map(of).sum();
    let school = listing.ask.school.and_then(|_| listing.sections.first());
    ListingView {
        kind: listing.ask.kind,
        school: school.map(|section| section.name.clone()),
        selected: listing.selected - from,
        beyond: (from, places.len().saturating_sub(from + rows.len())),
        objections: sum(|section| section.objections),
        removed: sum(|section| section.removed),
        silent: sum(|section| section.silent),
        total: total(listing),
        summer: listing.summer,
        today: state.today,
        rows,
    }
}

/// The days of everybody who was read.
fn total(listing: &Listing) -> Tally {
    let mut total = Tally::default();
    for tally in listing.sections.iter().map(|section| section.tally) {
        total.pupils += tally.pupils;
        total.with_gap += tally.with_gap;
        total.days += tally.days;
        total.covered_days += tally.covered_days;
        total.gap_days += tally.gap_days;
        total.cold_handovers += tally.cold_handovers;
    }
    total
}

fn row(state: &State, listing: &Listing, place: Place) -> Option<ListingRow> {
    let kind = listing.ask.kind;
    Some(match place {
        Place::School(at) => {
            let section = listing.sections.get(at)?;
            ListingRow::School {
                name: section.name.clone(),
                pupils: section.pupils,
                read: section.read,
                empty: section.rows.is_empty(),
                tally: (section.read && matches!(kind, ListKind::Coverage | ListKind::Summer)).then_some(section.tally),
            }
        }
        Place::Pupil(at, row) => {
            let row = listing.sections.get(at)?.rows.get(row)?;
            ListingRow::Pupil(Box::new(pupil(state, row)))
        }
        Place::More(at) => ListingRow::More(listing.sections.get(at)?.more, listing.ask.school.is_some()),
        Place::Hand(at) => ListingRow::Hand(listing.hands.get(at)?.clone()),
    })
}

fn pupil(state: &State, row: &ListRow) -> PupilRow {
    PupilRow {
        name: name::<Private>(state, &row.line),
        on_agenda: state.items().any(|item| item.item.pupil == Some(row.line.id)),
        why: row.why.iter().map(|why| labelled(state, why)).collect(),
        out_of_sight: row.out_of_sight,
        removed: row.removed,
        gaps: row.gaps.clone(),
        gap_days: row.gap_days(),
        cold: row.cold.clone(),
        held: row.held.clone(),
    }
}

/// Why a pupil is to be discussed, as far as it was read.
pub(super) fn why(state: &State, pupil: Id) -> Vec<ReasonView> {
    let known = state.why.get(&pupil).into_iter().flatten();
    known.map(|why| labelled(state, why)).collect()
}

/// A reason with the label of its term, in the language on screen.
fn labelled(state: &State, why: &ReasonView) -> ReasonView {
    let rule = why.reason.rule.as_ref().and_then(|id| state.rules.get(id));
    let term = rule.map(|rule| {
        let words = match state.lang {
            Lang::Nl => &rule.nl,
            Lang::En => &rule.en,
        };
        (words.label.clone(), rule.may_be_shared())
    });
    ReasonView { term, ..why.clone() }
}
