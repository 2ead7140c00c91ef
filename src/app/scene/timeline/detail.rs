//! What is told about the thing under the cursor of the timeline.

use super::{hand, initials, mark_view};
use crate::app::roof::{Picture, Spot, What, here};
use crate::app::state::State;
use crate::domain::people::Person;
use crate::domain::roof::{ColdHandover, Span, beside};
use crate::domain::trajectory::{Instrument, Part, Tile};
use crate::domain::{Day, Id};
use crate::public::{Detail, Guard, Hand, Offer, Sight, Step, Whose, Why};

/// What is told; none when that is gone, or may not be told.
pub(super) fn detail<S: Sight>(state: &State, picture: &Picture<'_>, shared: bool) -> Option<Detail<S>> {
    let dossier = picture.dossier;
    let instrument = |id: Id| dossier.instruments.iter().find(|i| i.id == id);
    match here(state)? {
        What::Part(Part::Tile(id)) => dossier.tiles.iter().find(|tile| tile.id == id).map(of_tile),
        What::Part(Part::Instrument(id)) => of_instrument(instrument(id)?),
        What::Spot(spot @ (Spot::Review(_) | Spot::Term(..))) => {
            let marks = picture.marks(shared);
            let mark = marks.iter().find(|mark| mark.spot() == spot)?;
            mark_view(mark, state).map(Detail::Mark)
        }
        What::Spot(Spot::Gap(gap)) => Some(of_gap(state, &dossier.tiles, gap)),
        What::Spot(Spot::Cold(tile)) => {
            let cold = picture.roof.cold.iter().find(|cold| cold.tile == tile)?;
            Some(of_cold(&dossier.tiles, cold))
        }
    }
}

fn of_tile<S: Sight>(tile: &Tile) -> Detail<S> {
    Detail::Tile {
        hand: hand(tile),
        work: S::Of::of(Picture::work(tile)),
        from: tile.from,
        planned: tile.until,
        ended: tile.ended,
        contract: tile.contract,
        no_guidance: tile.no_guidance_on,
        holds: tile.hold().is_some(),
        why: why::<S>(&tile.details.ended_why),
    }
}

fn of_instrument<S: Sight>(instrument: &Instrument) -> Option<Detail<S>> {
    let steps = [
        (Step::Requested, instrument.requested),
        (Step::Decided, instrument.decided),
        (Step::Started, instrument.started),
        (Step::Ended, instrument.ended),
        (Step::Review, instrument.review),
        (Step::Deferred, instrument.deferred_until),
    ];
    let steps: Vec<(Step, Day)> = steps.into_iter().filter_map(|(step, day)| Some((step, day?))).collect();
    Some(Detail::Instrument {
        kind: S::Of::of(instrument.kind)?,
        steps,
        why: why::<S>(&instrument.deferred_reason),
    })
}

fn why<S: Sight>(words: &str) -> Option<S::Of<Why>> {
    let words = Some(words.trim()).filter(|why| !why.is_empty());
    S::Of::of(Why(words?.to_owned()))
}

fn of_gap<S: Sight>(state: &State, tiles: &[Tile], gap: Span) -> Detail<S> {
    let (before, after) = beside(tiles, gap);
    let side = |tile: Option<&Tile>| tile.map_or(Hand::Nobody, hand);
    let offered = state.offer.as_ref().filter(|offer| offer.gap == gap);
    let offer = match offered.and_then(|offer| offer.tile.as_ref()) {
        _ if gap.until < state.today => Offer::Over,
        None => Offer::Nobody,
        Some((tile, person)) => {
            let span = Span {
                from: tile.from,
                until: tile.until,
            };
            Offer::Tile(of_person(person), span)
        }
    };
    Detail::Gap {
        span: gap,
        lets_go: side(before),
        comes: side(after),
        offer,
    }
}

fn of_person<S: Sight>(person: &Person) -> Hand<S> {
    let whose = S::Of::of(Whose {
        kind: person.party_kind,
        name: person.party_name.clone(),
        initials: Some(initials(&person.full())),
        person: person.full(),
    });
    whose.map_or(Hand::Other, Hand::Known)
}

fn of_cold<S: Sight>(tiles: &[Tile], cold: &ColdHandover) -> Detail<S> {
    let lets_go = tiles.iter().find(|tile| tile.id == cold.tile);
    // Whoever goes on holds on the day after.
    let after = Span::new(cold.on, cold.on).and_then(|day| beside(tiles, day).1);
    let side = |tile: Option<&Tile>| tile.map_or(Hand::Nobody, hand);
    Detail::Cold {
        on: cold.on,
        lets_go: side(lets_go),
        comes: side(after),
        overlap: (cold.overlap, cold.needed),
    }
}
