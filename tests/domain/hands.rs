//! Whose hands are at a pupil: worked examples by hand.

use dakpan::domain::codes::{PartyKind, TileKind};
use dakpan::domain::roof::{Hold, RoofTile, Span, beside, together};
use dakpan::domain::trajectory::Tile;
use dakpan::domain::{Day, Id};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span::new(day(from), day(until)).unwrap()
}

fn held(tile: Id, hand: Id, from: &str, until: Option<&str>) -> RoofTile {
    RoofTile {
        tile,
        from: day(from),
        until: until.map(day),
        hold: Some(Hold { hand, from: day(from) }),
    }
}

const YEAR: (&str, &str) = ("2026-01-01", "2026-12-31");

#[test]
fn two_hands_are_together_on_the_days_they_share_and_a_renewal_is_one_hand() {
    let tiles = [
        held(1, 10, "2025-08-01", Some("2026-07-31")),
        held(2, 20, "2026-07-04", Some("2026-09-30")),
        // The same hand goes on: nothing is handed over.
        held(3, 20, "2026-09-01", None),
    ];
    let year = span(YEAR.0, YEAR.1);
    assert_eq!(together(&tiles, year), [span("2026-07-04", "2026-07-31")]);
    let reversed: Vec<RoofTile> = tiles.iter().rev().copied().collect();
    assert_eq!(together(&reversed, year), together(&tiles, year));
}

#[test]
fn days_together_are_told_once_and_within_the_period() {
    let tiles = [
        held(1, 10, "2026-01-01", Some("2026-03-31")),
        held(2, 20, "2025-12-01", Some("2026-02-10")),
        held(3, 30, "2026-02-01", Some("2026-02-20")),
        held(4, 40, "2026-02-21", Some("2026-02-21")),
    ];
    // The days of 20, 30 and 40 with 10 overlap or touch: they are one span, cut off at the period.
    let year = span(YEAR.0, YEAR.1);
    assert_eq!(together(&tiles, year), [span("2026-01-01", "2026-02-21")]);
    assert!(together(&tiles[3..], year).is_empty());
    // A day apart they are two.
    let apart = [tiles[0], tiles[2], held(5, 50, "2026-02-22", Some("2026-02-25"))];
    assert_eq!(
        together(&apart, year),
        [span("2026-02-01", "2026-02-20"), span("2026-02-22", "2026-02-25")]
    );
    let silent = RoofTile { hold: None, ..tiles[1] };
    assert!(
        together(&[tiles[0], silent], year).is_empty(),
        "a tile that does not hold has no hand"
    );
}

fn tile(id: Id, from: &str, until: Option<&str>, holder: Option<Id>) -> Tile {
    Tile {
        id,
        kind: TileKind::Guidance,
        party: id,
        party_kind: PartyKind::Municipality,
        party_name: String::new(),
        holder,
        holder_name: None,
        holder_party: holder.map(|_| id),
        label: String::new(),
        from: day(from),
        until: until.map(day),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: Default::default(),
    }
}

#[test]
fn on_either_side_of_a_gap_stands_whoever_holds_on_the_day_next_to_it() {
    let tiles = [
        tile(1, "2025-08-01", Some("2026-07-31"), Some(7)),
        tile(2, "2026-06-01", Some("2026-08-31"), None),
        tile(3, "2026-09-01", None, Some(8)),
        tile(4, "2026-09-02", None, Some(9)),
    ];
    let ids = |gap: Span| {
        let (before, after) = beside(&tiles, gap);
        (before.map(|tile| tile.id), after.map(|tile| tile.id))
    };
    assert_eq!(ids(span("2026-08-01", "2026-08-31")), (Some(1), Some(3)));
    assert_eq!(ids(span("2025-07-01", "2025-07-31")), (None, Some(1)));
    assert_eq!(ids(span("2026-08-01", "2026-08-01")), (Some(1), None));
}
