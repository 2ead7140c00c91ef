//! Entering a trajectory by keys, changing and ending what is under the cursor, and taking it all back.

use dakpan::domain::codes::{ContractForm, InstrumentKind, PartyKind, Route, TileKind};
use dakpan::domain::trajectory::{Instrument, Part, Tile};
use dakpan::domain::{Day, Id};
use dakpan::store::About;
use dakpan::text::Lang;

use crate::desk::Desk;

mod instruments_entered;

/// Puts the cursor of the timeline on a part, as moving it there does.
pub(super) fn point_at(desk: &mut Desk, part: Part) {
    desk.press("4");
    desk.program.state.part = Some(part);
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn tiles(desk: &Desk, pupil: Id) -> Vec<Tile> {
    desk.store().tiles(pupil).unwrap()
}

fn instruments(desk: &Desk, pupil: Id) -> Vec<Instrument> {
    desk.store().instruments(pupil).unwrap()
}

/// A desk in the private state at a pupil without a trajectory.
fn at_second() -> (Desk, Id) {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("PgDn").private();
    desk.control_keys = 0;
    (desk, table.pupils[1])
}

#[test]
fn guidance_by_whom_the_route_and_the_school_say_is_three_keys() {
    let (mut desk, pupil) = at_second();
    desk.press("n b Enter").sees("Vastgelegd: dakpan");
    assert_eq!(desk.control_keys, 3);
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(
        (tile.kind, tile.party_name.as_str()),
        (TileKind::Guidance, "Sociale Dienst")
    );
    assert_eq!(
        (tile.holder_name.as_deref(), tile.from),
        (Some("Jan de Boer"), day("2026-06-03"))
    );
    assert!(tile.hold().is_some(), "a named person holds");
}

#[test]
fn the_route_decides_whom_a_new_tile_proposes() {
    let (mut desk, pupil) = at_second();
    desk.press("r u n b Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(
        (tile.party_name.as_str(), tile.holder_name.as_deref()),
        ("UWV", Some("Karin Smit"))
    );
    assert_eq!(desk.store().dossier(pupil).unwrap().pupil.route, Route::Uwv);
}

#[test]
fn a_job_with_a_new_employer_is_six_keys_and_one_change() {
    let (mut desk, pupil) = at_second();
    let before = desk.dump();
    desk.press("n w").write("Bakkerij Jansen").sees("nieuwe werkgever");
    desk.press("Tab Tab")
        .write("1 september")
        .press("Tab")
        .write("+6m")
        .sees("28 feb 2027")
        .press("Enter");
    assert!(desk.control_keys <= 6, "{} keys", desk.control_keys);
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(
        (tile.kind, tile.party_name.as_str()),
        (TileKind::Job, "Bakkerij Jansen")
    );
    assert_eq!(tile.party_kind, PartyKind::Employer);
    assert_eq!((tile.from, tile.until), (day("2026-09-01"), Some(day("2027-02-28"))));
    assert_eq!(tile.holder_name.as_deref(), Some("Jan de Boer"));
    desk.press("Ctrl+z");
    assert_eq!(desk.dump(), before, "the employer goes with the tile");
    desk.press("Ctrl+y");
    let desk = desk.restart();
    assert_eq!(tiles(&desk, pupil)[0].party_name, "Bakkerij Jansen");
}

#[test]
fn everything_that_is_told_of_work_is_kept_and_read_back() {
    let (mut desk, pupil) = at_second();
    desk.press("n w")
        .write("Kwekerij Groen")
        .press("Tab Tab Tab Tab")
        .write("kas");
    desk.press("Tab t Tab").write("24").press("Tab").write("45%");
    desk.press("Tab")
        .write("eind augustus")
        .press("Tab")
        .write("de tafel")
        .press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(
        (tile.label.as_str(), tile.contract),
        ("kas", Some(ContractForm::Temporary))
    );
    assert_eq!((tile.details.hours, tile.details.wage_value), (Some(24), Some(45)));
    assert_eq!(
        (tile.no_guidance_on, tile.no_guidance_by.as_str()),
        (Some(day("2026-08-31")), "de tafel")
    );
    // The form of the tile shows it all again, and keeping it as it is changes nothing.
    let before = desk.dump();
    point_at(&mut desk, Part::Tile(tile.id));
    desk.press("e")
        .sees("Kwekerij Groen")
        .sees("31-08-2026")
        .sees("tijdelijk")
        .press("Enter");
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_number_that_cannot_be_is_said_at_its_field() {
    let (mut desk, pupil) = at_second();
    desk.press("n w")
        .write("Kwekerij Groen")
        .press("Tab Tab Tab Tab Tab Tab")
        .write("200");
    desk.press("Tab").write("101").press("Enter").sees("geen heel getal");
    desk.press("Ctrl+e")
        .write("32")
        .press("Tab Ctrl+e")
        .write("0")
        .press("Enter");
    let details = tiles(&desk, pupil).remove(0).details;
    assert_eq!((details.hours, details.wage_value), (Some(32), Some(0)));
}

#[test]
fn an_unknown_party_is_made_for_work_only_and_never_when_the_name_is_half_known() {
    let (mut desk, pupil) = at_second();
    desk.press("n b")
        .write("Onbekend")
        .press("Enter")
        .sees("geen partij met die naam");
    desk.press("Esc n w").sees_not("Onbekend").write("Soc").press("Enter");
    // One party begins so: it is meant, and its name is shown.
    assert_eq!(tiles(&desk, pupil)[0].party_name, "Sociale Dienst");
}

#[test]
fn a_new_tile_begins_where_the_last_one_ends() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press("n n Enter");
    // Two hands hold together on the last twenty-eight days of the tile that ends on 31 August.
    let tile = tiles(&desk, table.pupils[0]).remove(1);
    assert_eq!((tile.kind, tile.from), (TileKind::Aftercare, day("2026-08-04")));
    desk.sees_not("koude overdracht");
}

#[test]
fn work_begins_where_the_last_tile_ends() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press("n w").write("Bakkerij Jansen").press("Enter");
    let tile = tiles(&desk, table.pupils[0]).remove(1);
    assert_eq!((tile.kind, tile.from), (TileKind::Job, day("2026-09-01")));
}

#[test]
fn an_internship_ends_with_school_and_its_coordinator_holds_no_longer_than_that() {
    let (mut desk, pupil) = at_second();
    desk.press("n t")
        .sees("Els Vos")
        .write("Bakkerij Jansen")
        .press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(tile.holder_name.as_deref(), Some("Els Vos"));
    assert_eq!((tile.from, tile.until), (day("2026-06-03"), Some(day("2026-07-31"))));
    // After leaving she lets go: a tile that begins then does not close the gap.
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private()
        .press("n t")
        .sees_not("Els Vos")
        .write("Bakkerij Jansen")
        .press("Enter");
    let tile = tiles(&desk, table.pupils[0]).remove(1);
    assert_eq!((tile.from, tile.holder), (day("2026-09-01"), None));
    assert!(tile.hold().is_none(), "nobody holds");
}

#[test]
fn a_placement_lasts_two_months_from_wherever_it_begins() {
    let (mut desk, pupil) = at_second();
    desk.press("n p")
        .write("Asiel De Poot")
        .press("Tab Tab")
        .write("half september");
    desk.sees("za 14 nov 2026").press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!((tile.from, tile.until), (day("2026-09-15"), Some(day("2026-11-14"))));
}

#[test]
fn another_kind_proposes_anew_and_keeps_what_was_typed() {
    let (mut desk, pupil) = at_second();
    desk.press("n b Tab Tab")
        .write("1 juli")
        .press("Shift+Tab Shift+Tab Shift+Tab s");
    desk.sees("Els Vos").press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!((tile.kind, tile.party_name.as_str()), (TileKind::School, "De Brug"));
    assert_eq!((tile.from, tile.until), (day("2026-07-01"), Some(day("2026-07-31"))));
}

#[test]
fn every_kind_of_tile_and_instrument_can_be_entered() {
    let (mut desk, pupil) = at_second();
    for letter in ["b", "w", "p", "t", "s", "o", "d", "z", "n"] {
        desk.press("n")
            .press(letter)
            .press("Ctrl+e")
            .write("Sociale Dienst")
            .press("Enter");
        assert!(desk.program.state.overlay.is_none(), "{letter}");
    }
    let mut kinds: Vec<TileKind> = tiles(&desk, pupil).iter().map(|t| t.kind).collect();
    kinds.sort();
    assert_eq!(kinds, TileKind::ALL);
    for (at, kind) in InstrumentKind::ALL.iter().enumerate() {
        desk.press("n i");
        for _ in 0..at {
            desk.press("Right");
        }
        if *kind == InstrumentKind::TargetGroupRegister {
            desk.press("Tab")
                .write("volgend jaar")
                .press("Tab")
                .write("ontwikkelt zich");
        }
        desk.press("Enter");
        assert!(desk.program.state.overlay.is_none(), "{kind:?}");
    }
    let mut kinds: Vec<InstrumentKind> = instruments(&desk, pupil).iter().map(|i| i.kind).collect();
    kinds.sort();
    assert_eq!(kinds, InstrumentKind::ALL);
}

#[test]
fn what_is_under_the_cursor_is_changed_ended_and_taken_away() {
    let (mut desk, table) = Desk::with_pupils(1);
    let pupil = table.pupils[0];
    let id = tiles(&desk, pupil)[0].id;
    desk.private();
    let start = desk.dump();
    point_at(&mut desk, Part::Tile(id));
    desk.press("Enter Tab Tab")
        .press("Ctrl+e")
        .write("ria")
        .press("Enter")
        .sees("wijziging van het traject");
    assert_eq!(tiles(&desk, pupil)[0].holder_name.as_deref(), Some("Ria Kok"));
    desk.press("x").write("verhuisd").press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(
        (tile.ended, tile.details.ended_why.as_str()),
        (Some(day("2026-06-03")), "verhuisd")
    );
    desk.press("x Tab").write("eind juni").press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(
        (tile.ended, tile.details.ended_why.as_str()),
        (Some(day("2026-06-30")), "verhuisd")
    );
    desk.press("Delete").sees("ja, doen").press("Esc");
    assert_eq!(tiles(&desk, pupil).len(), 1);
    desk.press("Delete Delete");
    assert!(tiles(&desk, pupil).is_empty());
    // The cursor is on nothing now, so the keys mean what they mean elsewhere.
    desk.press("e").sees("Roepnaam").press("Esc");
    desk.press("Ctrl+z Ctrl+z Ctrl+z Ctrl+z");
    assert_eq!(desk.dump(), start);
    desk.press("Ctrl+y Ctrl+y Ctrl+y");
    let desk = desk.restart();
    assert_eq!(tiles(&desk, pupil)[0].ended, Some(day("2026-06-30")));
}

#[test]
fn an_instrument_is_ended_with_what_came_of_it_and_taken_away() {
    let (mut desk, pupil) = at_second();
    desk.press("n i e Enter");
    let training = instruments(&desk, pupil).remove(0);
    assert_eq!(
        (training.kind, training.started),
        (InstrumentKind::ExtraTraining, Some(day("2026-06-03")))
    );
    desk.now += chrono::Duration::days(40);
    point_at(&mut desk, Part::Instrument(training.id));
    desk.press("x").write("certificaat gehaald").press("Enter");
    let training = instruments(&desk, pupil).remove(0);
    assert_eq!(
        (training.ended, training.result.as_str()),
        (Some(day("2026-07-13")), "certificaat gehaald")
    );
    desk.press("Delete Delete");
    assert!(instruments(&desk, pupil).is_empty());
}

#[test]
fn the_end_never_lies_before_the_start_unless_it_was_called_off() {
    let (mut desk, pupil) = at_second();
    desk.press("n b Tab Tab")
        .write("1 juli")
        .press("Tab")
        .write("15-6-2026")
        .press("Enter");
    desk.sees("het einde ligt voor het begin")
        .press("Ctrl+e")
        .write("+3m")
        .press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert_eq!(tile.until, Some(day("2026-09-30")));
    point_at(&mut desk, Part::Tile(tile.id));
    desk.press("x")
        .write("gaat niet door")
        .press("Enter")
        .sees("het einde ligt voor het begin")
        .press("Esc");
    assert_eq!(tiles(&desk, pupil)[0].ended, None, "nothing is called off by a default");
    point_at(&mut desk, Part::Tile(tile.id));
    desk.press("e");
    for _ in 0..11 {
        desk.press("Tab");
    }
    desk.write("3-6-2026").press("Enter");
    let tile = tiles(&desk, pupil).remove(0);
    assert!(tile.ended.unwrap() < tile.from);
}

#[test]
fn while_shared_every_key_says_why_not_and_nothing_opens() {
    let (mut desk, table) = Desk::with_pupils(1);
    let id = tiles(&desk, table.pupils[0])[0].id;
    let before = desk.dump();
    point_at(&mut desk, Part::Tile(id));
    for keys in ["n", "Enter", "e", "x", "Delete"] {
        desk.press(keys).sees("dit kan alleen privé");
        assert!(
            desk.program.state.overlay.is_none() && desk.program.state.writing.is_none(),
            "{keys}"
        );
    }
    assert_eq!(desk.dump(), before);
    desk.speak(Lang::En).press("x").sees("in private only");
}

#[test]
fn a_form_that_is_left_comes_back_and_closes_when_shared() {
    let (mut desk, pupil) = at_second();
    desk.press("n w")
        .write("Geheime bakkerij")
        .press("Esc")
        .sees_not("Geheime");
    desk.press("n w")
        .sees("Geheime bakkerij")
        .press("F8")
        .sees_not("Geheime");
    desk.private().press("n w").sees("Geheime bakkerij").press("Enter");
    assert_eq!(tiles(&desk, pupil)[0].party_name, "Geheime bakkerij");
}

#[test]
fn the_letters_are_shown_and_a_wrong_one_is_said() {
    let (mut desk, pupil) = at_second();
    desk.press("n")
        .sees("b begeleiding")
        .sees("w werk")
        .sees("i instrument")
        .press("q")
        .sees("doet hier niets");
    assert!(tiles(&desk, pupil).is_empty() && desk.program.state.overlay.is_none());
    desk.speak(Lang::En).press("n").sees("b guidance").sees("i instrument");
}

#[test]
fn the_next_meeting_is_a_day_in_every_form() {
    let (desk, table) = Desk::with_pupils(2);
    let now = desk.now;
    let about = About {
        intent: "correct_times",
        pupil: None,
        meeting: None,
    };
    let mut desk = desk.with_store(|store| {
        store
            .change(about, now, |tx| tx.set_next_day(table.meeting, Some(day("2026-09-02"))))
            .unwrap();
    });
    desk.press("PgDn")
        .private()
        .press("n b Tab Tab Tab")
        .write("volgend overleg")
        .press("Enter");
    assert_eq!(tiles(&desk, table.pupils[1])[0].until, Some(day("2026-09-02")));
}
