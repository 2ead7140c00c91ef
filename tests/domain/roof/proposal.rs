//! The tile that would fill a gap.

use super::*;
use dakpan::domain::roof::{Proposal, proposal};
use dakpan::domain::trajectory::{Tile, TileDetails};

fn guidance(party: Id, holder: Id, from: &str, until: &str) -> Tile {
    Tile {
        id: holder,
        kind: TileKind::Guidance,
        party,
        party_kind: PartyKind::Municipality,
        party_name: String::new(),
        holder: Some(holder),
        holder_name: None,
        holder_party: Some(party),
        label: String::new(),
        from: day(from),
        until: Some(day(until)),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    }
}

#[test]
fn whoever_comes_after_the_gap_begins_earlier_and_overlaps() {
    let tiles = [
        guidance(SCHOOL, 10, "2025-08-01", "2026-07-31"),
        guidance(TOWN, 20, "2026-09-01", "2026-12-31"),
    ];
    let gap = span("2026-08-01", "2026-08-31");
    let fill = |today| proposal(&tiles, gap, Some((UWV, 30)), day(today), HANDOVER_DAYS, |_| true);
    let expected = Proposal {
        party: TOWN,
        holder: 20,
        from: day("2026-07-04"),
        until: day("2026-08-31"),
    };
    assert_eq!(fill("2026-06-03"), Some(expected));
    assert_eq!(
        fill("2026-08-10"),
        Some(Proposal {
            from: day("2026-08-10"),
            ..expected
        })
    );
    assert_eq!(fill("2026-09-01"), None);

    // With it in place nobody is without hold, and nothing is handed over coldly.
    let filled: Vec<RoofTile> = tiles
        .iter()
        .map(Tile::roof_tile)
        .chain([held(TOWN, "2026-07-04", "2026-08-31")])
        .collect();
    let roof = roof(&filled, &UNKNOWN, day("2026-06-03"), HANDOVER_DAYS);
    assert_eq!((roof.gap_days(), roof.cold.len()), (0, 0));
}

#[test]
fn before_the_first_hand_there_is_nobody_to_take_over_from() {
    let tiles = [guidance(TOWN, 20, "2026-10-01", "2026-12-31")];
    let gap = span("2026-08-01", "2026-09-30");
    let expected = Proposal {
        party: TOWN,
        holder: 20,
        from: day("2026-08-01"),
        until: day("2026-09-30"),
    };
    let today = day("2026-06-03");
    assert_eq!(
        proposal(&tiles, gap, None, today, HANDOVER_DAYS, |_| true),
        Some(expected)
    );
}

#[test]
fn with_nobody_after_the_gap_the_fixed_contact_is_proposed() {
    let tiles = [guidance(SCHOOL, 10, "2025-08-01", "2026-07-31")];
    let gap = span("2026-08-01", "2028-07-31");
    let today = day("2026-06-03");
    let expected = Proposal {
        party: TOWN,
        holder: 21,
        from: day("2026-07-04"),
        until: day("2028-07-31"),
    };
    assert_eq!(
        proposal(&tiles, gap, Some((TOWN, 21)), today, HANDOVER_DAYS, |_| true),
        Some(expected)
    );
    assert_eq!(proposal(&tiles, gap, None, today, HANDOVER_DAYS, |_| true), None);
}

/// The coach of a job is of the employer: the job holds by them, guidance by the employer would not.
#[test]
fn a_hand_that_cannot_hold_guidance_is_passed_over() {
    const BAKER: Id = 4;
    let can_hold = |party| party != BAKER;
    let job = Tile {
        kind: TileKind::Job,
        party_kind: PartyKind::Employer,
        ..guidance(BAKER, 40, "2026-09-01", "2026-12-31")
    };
    let school = guidance(SCHOOL, 10, "2025-08-01", "2026-07-31");
    let gap = span("2026-08-01", "2026-08-31");
    let fill = |tiles: &[Tile], fallback| {
        let found = proposal(tiles, gap, fallback, day("2026-06-03"), HANDOVER_DAYS, can_hold);
        found.map(|tile| (tile.party, tile.holder))
    };
    let tiles = [school.clone(), job.clone()];
    assert_eq!(fill(&tiles, Some((TOWN, 21))), Some((TOWN, 21)));
    assert_eq!(fill(&tiles, None), None);
    assert_eq!(fill(&tiles, Some((BAKER, 40))), None);
    // Who comes after the employer's coach goes before the fixed contact.
    let later = [school, job, guidance(UWV, 30, "2026-10-01", "2026-12-31")];
    assert_eq!(fill(&later, Some((TOWN, 21))), Some((UWV, 30)));

    let found = proposal(
        &tiles,
        gap,
        Some((TOWN, 21)),
        day("2026-06-03"),
        HANDOVER_DAYS,
        can_hold,
    );
    let found = found.expect("a proposal");
    let laid = Tile {
        from: found.from,
        until: Some(found.until),
        ..guidance(found.party, found.holder, "2026-08-01", "2026-08-31")
    };
    let over = |tiles: &[Tile]| {
        let tiles: Vec<RoofTile> = tiles.iter().map(Tile::roof_tile).collect();
        roof(&tiles, &UNKNOWN, day("2026-06-03"), HANDOVER_DAYS).gap_days()
    };
    assert_eq!(over(&tiles), 31);
    assert_eq!(over(&[tiles[0].clone(), laid, tiles[1].clone()]), 0);
}
