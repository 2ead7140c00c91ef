//! The roof on the timeline: what is seen of it, where the cursor goes, and the gap that one Enter fills.

use dakpan::app::roof::Spot;
use dakpan::domain::codes::{InstrumentKind, PartyKind, TileKind};
use dakpan::domain::trajectory::{Instrument, Part, TileDetails};
use dakpan::domain::{Day, Id};
use dakpan::public::Pane;
use dakpan::store::{About, NewPerson, NewTile, StoreError, Tx};
use dakpan::ui::theme::Look;
use ratatui::style::Modifier;

use crate::desk::{Desk, Table};

const ABOUT: About = About {
    intent: "add_tile",
    pupil: None,
    meeting: None,
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A party with one person.
fn hand(tx: &mut Tx<'_>, kind: PartyKind, name: &str, person: (&str, &str)) -> Result<(Id, Id), StoreError> {
    let party = tx.insert_party(kind, name, "")?;
    let person = tx.insert_person(&NewPerson {
        party,
        given: person.0.into(),
        family: person.1.into(),
        position: String::new(),
        phone: String::new(),
        email: String::new(),
    })?;
    Ok((party, person))
}

fn tile(kind: TileKind, (party, holder): (Id, Id), from: &str, until: Option<&str>) -> NewTile {
    NewTile {
        kind,
        party,
        holder: Some(holder),
        label: String::new(),
        from: day(from),
        until: until.map(day),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    }
}

/// The second pupil of a table: held by the school until the end of July, and by the municipality from a day on.
fn handed_over_on(from: &str) -> (Desk, Table) {
    let (desk, table) = Desk::with_pupils(2);
    let (pupil, now) = (table.pupils[1], desk.now);
    let mut desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let school = hand(tx, PartyKind::School, "De Werf", ("Els", "Vos"))?;
                let social = hand(tx, PartyKind::Municipality, "Dordrecht", ("Jan", "Boer"))?;
                tx.insert_tile(pupil, &tile(TileKind::School, school, "2025-08-01", Some("2026-07-31")))?;
                tx.insert_tile(pupil, &tile(TileKind::Guidance, social, from, None))?;
                Ok(())
            })
            .unwrap();
    });
    desk.press("PgDn");
    (desk, table)
}

#[test]
fn a_gap_is_read_on_the_screen_and_one_enter_fills_it() {
    let (mut desk, table) = handed_over_on("2026-09-01");
    desk.sees("!! GAT 1 aug – 31 aug !!")
        .sees("! niemand houdt vast 1–31 aug");
    desk.press("g")
        .sees("»Traject")
        .sees("Enter dakpan")
        .sees_not("Enter schrijven")
        .sees("GAT van 1 aug 2026 tot en met 31 aug 2026 · 31 dagen")
        .sees("Laat los: school De Werf (Els Vos) · pakt vast: gemeente Dordrecht (Jan Boer)")
        .sees(
            "Voorstel: gemeente Dordrecht (Jan Boer), van 4 jul 2026 tot en met 31 aug 2026 · Enter legt deze dakpan",
        );
    desk.press("Enter").sees_not("GAT").sees_not("niemand houdt vast");
    let tiles = desk.store().dossier(table.pupils[1]).unwrap().tiles;
    let laid = tiles.iter().find(|tile| tile.from == day("2026-07-04")).unwrap();
    assert_eq!((laid.kind, laid.until), (TileKind::Guidance, Some(day("2026-08-31"))));
    assert_eq!(laid.holder_name.as_deref(), Some("Jan Boer"));
    assert_eq!(
        desk.program.state.part,
        Some(Part::Tile(laid.id)),
        "the cursor stands on it"
    );
    desk.press("Ctrl+z").sees("!! GAT 1 aug – 31 aug !!");
    assert_eq!(desk.store().dossier(table.pupils[1]).unwrap().tiles.len(), 2);
    desk.press("Ctrl+y").sees_not("GAT");
}

#[test]
fn where_nobody_comes_after_the_first_fixed_contact_is_proposed() {
    let (mut desk, table) = Desk::with_pupils(1);
    // Held until the end of August; the school's guidance after leaving ends two years after July.
    desk.press("g").sees("!! GAT 1 sep 2026 – 31 jul 2028 !!");
    desk.sees("Voorstel: gemeente Sociale Dienst (Jan de Boer), van 4 aug 2026 tot en met 31 jul 2028");
    desk.press("Enter").sees_not("GAT");
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().tiles.len(), 2);
}

#[test]
fn a_pupil_without_a_tile_is_in_a_gap_that_can_be_filled_from_today_on() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("PgDn g").sees("GAT van 1 aug 2025 tot en met 31 jul 2028");
    desk.sees("Laat los: niemand · pakt vast: niemand");
    desk.press("Enter");
    let tiles = desk.store().dossier(table.pupils[1]).unwrap().tiles;
    assert_eq!(
        tiles[0].from,
        day("2026-06-03"),
        "days that are gone by are not proposed"
    );
}

#[test]
fn the_next_key_goes_round_gaps_cold_handovers_and_terms() {
    let (mut desk, _) = handed_over_on("2026-08-01");
    desk.sees("K koud");
    desk.press("g");
    let mut spots = Vec::new();
    for _ in 0..30 {
        let spot = desk.program.state.spot.unwrap();
        if spots.first() == Some(&spot) {
            break;
        }
        spots.push(spot);
        desk.press("g");
    }
    let cold = spots.iter().filter(|spot| matches!(spot, Spot::Cold(_))).count();
    let terms = spots.iter().filter(|spot| matches!(spot, Spot::Term(..))).count();
    assert_eq!(cold, 1, "{spots:?}");
    assert!(terms >= 2 && spots.len() == cold + terms, "{spots:?}");
    while !matches!(desk.program.state.spot, Some(Spot::Cold(_))) {
        desk.press("g");
    }
    desk.sees("Koude overdracht · vr 31 jul 2026");
    desk.sees("Laat los: school De Werf (Els Vos) · gaat door: gemeente Dordrecht (Jan Boer) · samen 0 van 28 dagen");
}

#[test]
fn a_warm_handover_shows_two_hands() {
    let (mut desk, _) = handed_over_on("2026-06-15");
    desk.sees("≡≡")
        .sees_not("koud")
        .sees_not("GAT")
        .sees_not("niemand houdt vast");
}

#[test]
fn arrows_go_over_the_tiles_and_the_real_cursor_stands_on_what_is_told() {
    let (mut desk, table) = handed_over_on("2026-09-01");
    let tiles = desk.store().dossier(table.pupils[1]).unwrap().tiles;
    desk.press("4");
    assert_eq!(
        desk.program.state.part,
        Some(Part::Tile(tiles[0].id)),
        "the tile of today"
    );
    desk.sees("School · school De Werf (Els Vos)")
        .sees("Van 1 aug 2025 tot en met 31 jul 2026 · houdt vast");
    desk.press("Down");
    assert_eq!(desk.program.state.part, Some(Part::Tile(tiles[1].id)));
    desk.sees("Begeleiding · gemeente Dordrecht (Jan Boer)")
        .sees("Vanaf 1 sep 2026, zonder einddatum");
    desk.press("z");
    let (buffer, (x, y)) = desk.draw(120, 36, Look::Standard);
    assert!(buffer[(x, y)].modifier.contains(Modifier::REVERSED));
    assert_eq!(buffer[(x - 1, y)].symbol(), "»");
    let line: String = (0..120).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
    assert!(line.contains("gemeente"), "{line}");
    // Another pupil is another roof.
    desk.press("PgUp");
    assert_ne!(desk.program.state.part, Some(Part::Tile(tiles[1].id)));
}

#[test]
fn scales_and_scrolling_keep_the_cursor_in_sight_when_it_moves() {
    let (mut desk, _) = handed_over_on("2027-09-01");
    desk.press("y y").sees("2026 apr");
    assert_eq!(desk.program.state.scroll, 0);
    desk.press(". .").sees("»").sees_not("»jun");
    desk.press(", ,").sees("»jun");
    // The gap of the year to come lies beyond half a year of months: going there scrolls.
    desk.press("4 Down").sees("Vanaf 1 sep 2027").sees("2027 apr");
    assert_eq!(desk.program.state.focus, Pane::Timeline);
    desk.press("y").sees("Vanaf 1 sep 2027");
}

#[test]
fn the_words_of_a_gap_are_read_at_every_size() {
    let (mut desk, _) = handed_over_on("2026-09-01");
    for (columns, rows) in [(80, 24), (120, 36), (200, 50)] {
        let screen = desk.screen(columns, rows);
        let line = screen.lines().find(|line| line.contains("GAT")).unwrap_or_default();
        assert!(line.contains("begeleid "), "{screen}");
        assert!(line.contains("!! GAT 1 aug – 31 aug !!"), "{screen}");
    }
}

#[test]
fn enter_writes_where_the_cursor_is_on_no_gap() {
    let (mut desk, _) = handed_over_on("2026-06-15");
    desk.press("2 Enter").sees("SCHRIJF");
}

/// The second pupil with a register that was put off, an exemption, and a coach, all of the municipality.
fn with_instruments() -> (Desk, Id) {
    let (desk, table) = handed_over_on("2026-06-15");
    let (pupil, now) = (table.pupils[1], desk.now);
    let mut desk = desk.with_store(|store| {
        let party = store.dossier(pupil).unwrap().tiles[1].party;
        store
            .change(ABOUT, now, |tx| {
                let with = |kind, review: Option<&str>, deferred: Option<&str>| Instrument {
                    id: 0,
                    kind,
                    party: Some(party),
                    party_name: None,
                    requested: Some(day("2026-05-04")),
                    decided: None,
                    started: None,
                    ended: None,
                    review: review.map(day),
                    deferred_until: deferred.map(day),
                    deferred_reason: "zij ontwikkelt zich nog".into(),
                    value: None,
                    result: String::new(),
                };
                let register = InstrumentKind::TargetGroupRegister;
                tx.insert_instrument(pupil, &with(register, Some("2026-10-01"), Some("2027-05-01")))?;
                tx.insert_instrument(
                    pupil,
                    &with(InstrumentKind::WorkDutyExemption, Some("2026-10-05"), None),
                )?;
                tx.insert_instrument(pupil, &with(InstrumentKind::JobCoach, Some("2026-11-02"), None))?;
                Ok(())
            })
            .unwrap();
    });
    desk.press("PgDn 4 z");
    (desk, pupil)
}

#[test]
fn register_exemption_and_birthdays_are_not_on_a_shared_timeline_and_no_arrow_reaches_them() {
    let (mut desk, pupil) = with_instruments();
    let shared = desk.screen(200, 50);
    for word in ["register", "ontheffing", "verjaardag", "zoektermijn", "ontwikkelt"] {
        assert!(!shared.contains(word), "{word}\n{shared}");
    }
    assert!(shared.contains("opnieuw bekijken: jobcoach"), "{shared}");
    let instruments = desk.store().dossier(pupil).unwrap().instruments;
    let hidden: Vec<Id> = instruments
        .iter()
        .filter(|i| i.kind != InstrumentKind::JobCoach)
        .map(|i| i.id)
        .collect();
    for key in "Left Right Down Right Right Down Right Right Right Right Down Left Up g g g g g g".split(' ') {
        desk.press(key);
        let state = &desk.program.state;
        let on = match (state.part, state.spot) {
            (Some(Part::Instrument(id)), _) | (_, Some(Spot::Review(id))) => Some(id),
            _ => None,
        };
        assert!(!on.is_some_and(|id| hidden.contains(&id)), "{key}");
        desk.sees_not("register").sees_not("ontheffing").sees_not("ontwikkelt");
    }
    desk.private();
    (desk.program.state.part, desk.program.state.spot) = (None, Some(Spot::Review(hidden[0])));
    let own = desk.screen(200, 50);
    assert!(own.contains("Opnieuw bekijken: doelgroepregister"), "{own}");
    desk.program.state.part = Some(Part::Instrument(hidden[0]));
    let own = desk.screen(200, 50);
    assert!(
        own.contains("uitgesteld tot 1 mei 2027 omdat zij ontwikkelt zich nog"),
        "{own}"
    );
    // Going back to shared with the cursor on it tells nothing of it.
    desk.press("F8").sees_not("register").sees_not("ontwikkelt");
}

#[test]
fn care_is_a_hand_whose_name_is_not_told_in_the_detail_either() {
    let (desk, table) = Desk::with_pupils(1);
    let (pupil, now) = (table.pupils[0], desk.now);
    let mut desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let care = hand(tx, PartyKind::CareProvider, "Zorg Thuis", ("Joke", "Prins"))?;
                tx.insert_tile(pupil, &tile(TileKind::Care, care, "2026-10-01", None))?;
                Ok(())
            })
            .unwrap();
    });
    desk.press("g").sees("!! GAT 1 sep – 30 sep !!");
    desk.sees("pakt vast: andere partij")
        .sees("Voorstel: andere partij, van 4 aug 2026");
    desk.sees_not("Zorg").sees_not("Joke").sees_not("zorgaanbieder");
    desk.private().sees("zorgaanbieder Zorg Thuis (Joke Prins)");
}
