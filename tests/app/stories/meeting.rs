//! The chair holds a meeting, from opening to closing, and finds it again.

use dakpan::domain::codes::{ItemState, Lane, Presence, PrimaryResult, Route};

use crate::desk::{Desk, with_proposal};
use dakpan::store::About;

#[test]
fn a_meeting_opens_asks_who_is_there_and_goes_to_the_first_pupil() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S").sees("Els Vos").sees("Karin Smit");
    desk.press("a a f a Enter");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert!(sitting.meeting.is_open());
    let block = &sitting.blocks[0];
    assert_eq!(
        block.attendance.iter().filter(|a| a.state == Presence::Present).count(),
        3
    );
    assert_eq!(
        block.attendance.iter().filter(|a| a.state == Presence::Excused).count(),
        1
    );
    assert!(block.block.present_confirmed_at.is_some());
    // Opening, old actions, first pupil.
    desk.press("PgDn PgDn").sees("Daan B.").sees("SCHRIJF");
}

#[test]
fn note_decision_action_outcome_and_route_of_one_pupil() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("stage gaat goed").press("Enter");
    desk.write("/b proefplaatsing vanaf 1 september").press("Enter");
    desk.write("/a Els mailt asiel half juni");
    desk.sees("Els Vos").sees("ma 15-06");
    desk.press("Enter Esc u b r g k l h");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.notes[0].text.trim_end(), "stage gaat goed");
    assert_eq!(dossier.decisions[0].text, "proefplaatsing vanaf 1 september");
    assert!(!dossier.decisions[0].provisional, "everybody is there");
    let action = &dossier.actions[0];
    assert_eq!(
        (action.text.as_str(), action.due),
        ("mailt asiel", Some("2026-06-15".parse().unwrap()))
    );
    assert_eq!(action.owner.as_ref().unwrap().name, "Els Vos");
    assert_eq!(dossier.result.unwrap().category, PrimaryResult::PaidWork);
    assert_eq!(dossier.pupil.route, Route::Municipality);
    assert_eq!(dossier.chances.len(), 2);
    desk.sees("BESLUIT").sees("ACTIE").sees("stage gaat goed");
}

#[test]
fn an_action_without_owner_or_day_is_taken_and_marked() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn").write("/a iemand belt ooit");
    desk.sees("wie?").sees("datum?");
    desk.press("Enter Esc");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.actions[0].owner, None);
    assert_eq!(dossier.actions[0].due, None);
    desk.press("T").sees("wie?").sees("datum?");
}

#[test]
fn passing_by_is_not_discussing_and_closing_carries_over_what_was_not() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn")
        .write("besproken")
        .press("PgDn PgDn");
    desk.press("Esc S S");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert!(sitting.meeting.is_closed());
    let state = |pupil| {
        sitting.blocks[0]
            .items
            .iter()
            .find(|i| i.item.pupil == Some(pupil))
            .unwrap()
            .item
            .state
    };
    assert_eq!(state(table.pupils[0]), ItemState::Discussed);
    assert_eq!(state(table.pupils[1]), ItemState::Carried);
    assert_eq!(state(table.pupils[2]), ItemState::Carried);
    desk.sees("gesloten");
}

#[test]
fn one_s_does_not_close() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter S").sees("S");
    assert!(desk.store().sitting(table.meeting).unwrap().meeting.is_open());
    desk.press("c Esc");
    assert!(desk.store().sitting(table.meeting).unwrap().meeting.is_open());
}

#[test]
fn a_frozen_meeting_is_corrected_with_a_reason_and_a_date() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter Esc S S");
    desk.press(":")
        .write("heropen")
        .press("Enter")
        .write("besluit vergeten")
        .press("Enter");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert!(sitting.meeting.is_open());
    assert_eq!(sitting.corrections, 1);
}

#[test]
fn hamerstukken_go_one_by_one_or_all_at_once() {
    let (desk, table) = Desk::with_pupils(3);
    let now = desk.now;
    let about = About {
        intent: "edit_item",
        pupil: None,
        meeting: None,
    };
    let mut desk = desk.with_store(|store| {
        let items: Vec<_> = store.sitting(table.meeting).unwrap().blocks[0]
            .items
            .iter()
            .map(|i| i.item.clone())
            .collect();
        store
            .change(about, now, |tx| {
                for item in items.iter().filter(|i| i.pupil.is_some()) {
                    tx.set_lane(item.id, Lane::Agreed)?;
                    tx.set_item(item.id, &with_proposal("nazorg tot december"))?;
                }
                Ok(())
            })
            .unwrap();
    });
    desk.press("S a a a a Enter PgDn PgDn Esc h h");
    let states = |desk: &Desk| -> Vec<ItemState> {
        let sitting = desk.store().sitting(table.meeting).unwrap();
        sitting.blocks[0]
            .items
            .iter()
            .filter(|i| i.item.pupil.is_some())
            .map(|i| i.item.state)
            .collect()
    };
    assert_eq!(states(&desk), [ItemState::Agreed, ItemState::Open, ItemState::Open]);
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().decisions[0].text,
        "nazorg tot december"
    );
    desk.press("Esc H").sees("M.Ö.");
    desk.press("Enter");
    assert_eq!(states(&desk), [ItemState::Agreed; 3]);
    desk.press("Ctrl+z");
    assert_eq!(states(&desk), [ItemState::Agreed, ItemState::Open, ItemState::Open]);
}

#[test]
fn the_clock_runs_per_item_and_the_end_time_moves() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.wait(130).press("PgDn").wait(60).press("PgUp");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let seconds: Vec<u32> = sitting.blocks[0]
        .items
        .iter()
        .filter(|i| i.item.pupil.is_some())
        .map(|i| i.item.seconds)
        .collect();
    assert_eq!(seconds, [130, 60]);
    desk.press("Esc Space").wait(600).press("PgDn");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert_eq!(
        sitting.blocks[0].items[2].item.seconds, 130,
        "nothing is counted while paused"
    );
}

#[test]
fn a_decision_is_provisional_while_a_role_is_missing() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S x x x x Enter Enter PgDn PgDn")
        .write("/b toch maar")
        .press("Enter");
    assert!(desk.store().dossier(table.pupils[0]).unwrap().decisions[0].provisional);
}

#[test]
fn it_is_all_there_tomorrow() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn")
        .write("tot morgen")
        .press("Enter")
        .write("/b gaat door")
        .press("Enter Esc S S");
    let mut desk = desk.kill_and_restart();
    desk.sees("gesloten").sees("tot morgen").sees("gaat door");
}

#[test]
fn a_decision_that_will_be_provisional_says_so_before_it_is_taken() {
    let (mut desk, _) = Desk::with_pupils(1);
    // The school alone is there: nobody of municipality or UWV.
    desk.press("S a f f f Enter PgDn PgDn").write("/b proefplaatsing");
    let line = |desk: &mut Desk| {
        let screen = desk.screen(80, 24);
        let found = screen.lines().find(|line| line.contains("→ BESLUIT"));
        found.unwrap_or_else(|| panic!("{screen}")).to_owned()
    };
    assert!(line(&mut desk).contains("proefplaatsing · onder voorbehoud"));
    desk.press("Enter").sees("BESLUIT proefplaatsing · onder voorbehoud");
    desk.press("Esc w a a a a Enter Esc i").write("/b akkoord");
    assert!(!line(&mut desk).contains("onder voorbehoud"));
}
