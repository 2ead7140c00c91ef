//! What somebody who chaired for the first time ran into, each as a story with the keys that showed it.

use dakpan::domain::codes::{ItemState, NoteKind};
use dakpan::domain::{Day, Id};

use crate::desk::Desk;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The pupils on the agenda of a meeting.
fn on_agenda(desk: &Desk, meeting: Id) -> Vec<Id> {
    let sitting = desk.store().sitting(meeting).unwrap();
    let items = sitting.blocks.iter().flat_map(|b| b.items.iter());
    items.filter_map(|i| i.item.pupil).collect()
}

#[test]
fn a_working_note_does_not_hold_a_pupil_on_the_agenda() {
    let (desk, table) = Desk::with_pupils(3);
    let (pupil, meeting) = (table.pupils[0], table.meeting);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let item = store.sitting(meeting).unwrap().blocks[0].items[2].item.id;
        let about = dakpan::store::About {
            intent: "write",
            pupil: Some(pupil),
            meeting: Some(meeting),
        };
        let note = |tx: &mut dakpan::store::Tx<'_>| {
            tx.write_note(NoteKind::Working, pupil, Some(meeting), Some(item), "bel eerst moeder", now)
        };
        store.change(about, now, note).unwrap();
    });
    desk.press("x x");
    assert!(!on_agenda(&desk, meeting).contains(&pupil));
    let working = || desk.store().note_text(NoteKind::Working, pupil, Some(meeting)).unwrap();
    assert_eq!(working().as_deref(), Some("bel eerst moeder"));
    desk.press("Ctrl+z");
    assert!(on_agenda(&desk, meeting).contains(&pupil), "and one undo puts it back");
}

#[test]
fn an_item_with_something_at_it_stays_and_the_sentence_says_why() {
    let (desk, table) = Desk::with_pupils(3);
    let (pupil, meeting) = (table.pupils[0], table.meeting);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let item = store.sitting(meeting).unwrap().blocks[0].items[2].item.id;
        let about = dakpan::store::About {
            intent: "write",
            pupil: Some(pupil),
            meeting: Some(meeting),
        };
        let note = |tx: &mut dakpan::store::Tx<'_>| {
            tx.write_note(NoteKind::Table, pupil, Some(meeting), Some(item), "wil naar het asiel", now)
        };
        store.change(about, now, note).unwrap();
    });
    let at = desk.program.state.at;
    desk.press("x x").sees("schuif het punt door met d d").sees_not("! probleem");
    assert!(on_agenda(&desk, meeting).contains(&pupil));
    assert_eq!(desk.program.state.at, at, "the walk is where it was");
}

#[test]
fn a_nameless_pupil_has_one_number_wherever_they_are_told() {
    let (desk, table) = Desk::with_pupils(4);
    let nameless = table.pupils[1];
    let mut desk = desk.with_store(|store| nameless_now(store, nameless));
    desk.press("PgDn").sees("casus 2").sees_not("M.Ö.");
    desk.press(">");
    let screen = desk.screen(120, 36);
    assert_eq!(screen.matches("casus ").count(), screen.matches("casus 2").count(), "{screen}");
    desk.press("< S a a a a Enter PgDn PgDn PgDn Esc").sees("casus 2");
    let screen = desk.screen(120, 36);
    assert_eq!(screen.matches("casus ").count(), screen.matches("casus 2").count(), "{screen}");
}

#[test]
fn outside_a_meeting_a_nameless_pupil_has_no_number() {
    let (desk, table) = Desk::with_pupils(2);
    let nameless = table.pupils[1];
    let mut desk = desk.with_store(|store| nameless_now(store, nameless));
    desk.press("PgDn x x");
    desk.press("PgDn").sees("casus").sees_not("casus 0").sees_not("casus 1").sees_not("casus 2");
}

fn nameless_now(store: &mut dakpan::store::Store, pupil: Id) {
    let about = dakpan::store::About {
        intent: "edit_pupil",
        pupil: Some(pupil),
        meeting: None,
    };
    let now = crate::desk::ten_o_clock();
    let mut known = store.pupil(pupil).unwrap();
    known.sharing.informed_on = None;
    store.change(about, now, |tx| tx.update_pupil(&known)).unwrap();
}

#[test]
fn frozen_minutes_take_no_result_route_or_chance() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc S S");
    let before = desk.store().dossier(table.pupils[0]).unwrap();
    let after = |desk: &Desk| desk.store().dossier(table.pupils[0]).unwrap();
    for keys in ["u l", "r g", "k l l", "t"] {
        desk.press("PgUp PgUp PgUp PgUp PgUp PgUp PgDn PgDn").press(keys);
    }
    desk.press("u").sees("het verslag ligt vast");
    assert_eq!(after(&desk).result, before.result);
    assert_eq!(after(&desk).pupil.route, before.pupil.route);
    assert_eq!(after(&desk).chances, before.chances);
    desk.sees_not("u resultaat");
}

#[test]
fn the_closed_screen_tells_done_from_carried_over() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn").write("gaat goed");
    desk.press("Esc S S");
    let agenda = desk.screen(120, 36);
    assert!(agenda.contains("»►"), "{agenda}");
    assert!(!agenda.contains("○ Opening") && agenda.contains("√ Opening"), "{agenda}");
    let item = desk.program.state.items().find(|i| i.item.state == ItemState::Carried);
    assert!(item.is_some());
}

#[test]
fn taking_a_closing_back_goes_on_where_the_table_was() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn PgDn Esc");
    let at = desk.program.state.at;
    desk.press("S S");
    assert_ne!(desk.program.state.at, at);
    desk.press("Ctrl+z");
    assert!(desk.program.state.is_open());
    assert_eq!(desk.program.state.at, at);
}

#[test]
fn choosing_the_school_at_hand_changes_nothing() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn PgDn Esc");
    let at = desk.program.state.at;
    desk.press("s Enter");
    assert_eq!(desk.program.state.at, at);
    assert!(desk.program.state.overlay.is_none());
}

#[test]
fn a_meeting_of_another_day_is_opened_with_the_key_twice() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.now = dakpan::domain::Moment::parse_from_rfc3339("2026-06-02T10:00:00+02:00").unwrap();
    desk.press("S").sees("wo 3 jun 2026").sees("nog een keer");
    assert!(!desk.program.state.is_open());
    desk.press("S");
    assert!(desk.program.state.is_open());
}

#[test]
fn a_meeting_is_proposed_on_a_day_on_which_people_work() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private().press("P").sees("10-06-2026");
    assert_eq!(desk.program.state.today, day("2026-06-03"));
    let mut desk = Desk::empty();
    desk.now = dakpan::domain::Moment::parse_from_rfc3339("2026-12-31T10:00:00+01:00").unwrap();
    desk.private().press(":").write("nieuwe school").press("Enter");
    desk.write("De Brug").press("Tab").write("00AB00").press("Enter");
    desk.press("P").sees("04-01-2027");
}

#[test]
fn an_agenda_without_pupils_says_what_to_do_and_offers_them() {
    let (desk, table) = Desk::with_pupils(3);
    let mut desk = desk.with_store(|store| {
        let about = dakpan::store::About {
            intent: "edit_pupil",
            pupil: None,
            meeting: None,
        };
        let now = crate::desk::ten_o_clock();
        for id in &table.pupils {
            let mut pupil = store.pupil(*id).unwrap();
            pupil.leaving = None;
            store.change(about.clone(), now, |tx| tx.update_pupil(&pupil)).unwrap();
        }
    });
    desk.private().press("P Tab Ctrl+e").write("8-7").press("Enter");
    let items = desk.program.state.items().count();
    desk.press("A");
    let _ = items;
}
