//! A chair with settings of their own: other keys, and a region for the summer.

use dakpan::app::keymap::{Keymap, Scope, check, read_key};
use dakpan::app::settings::Settings;
use dakpan::domain::holidays::Region;
use dakpan::domain::intent::Intent;

use crate::desk::Desk;

fn keys(changes: &[(Scope, Intent, &[&str])]) -> Settings {
    let mut keys = Keymap::default();
    for (scope, intent, written) in changes {
        assert!(keys.set(
            *scope,
            *intent,
            written.iter().map(|key| read_key(key).unwrap()).collect()
        ));
    }
    assert_eq!(check(keys.bindings()), Ok(()));
    Settings {
        keys,
        ..Settings::default()
    }
}

#[test]
fn an_own_key_acts_and_is_the_one_that_footer_help_and_palette_show() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.settle(keys(&[
        (Scope::Choose, Intent::OpenMeeting, &["M"]),
        (Scope::Choose, Intent::Contacts, &[]),
        (Scope::Anywhere, Intent::Blank, &["F12", "F9"]),
        (Scope::Write, Intent::Next, &["F6", "PgDn"]),
    ]));
    desk.sees("M open overleg").sees_not("S open overleg");
    let wide = desk.screen(200, 50);
    assert!(wide.contains("F4 contact") && !wide.contains("c contact"), "{wide}");
    desk.press("c").sees("c doet hier niets");
    // The palette finds it with its new key, and still finds what has no key.
    desk.press(":").write("vaste contactpersonen").sees("F4").press("Esc");
    desk.press("?").write("overleg openen").sees("M ").press("Esc");
    desk.press("M Enter Enter");
    assert!(desk.program.state.is_open());
    // A key of the other table does nothing any more; in SCHRIJF the new one goes on.
    desk.press("PgDn PgDn").write("een").press("F6");
    assert_eq!(
        desk.program
            .state
            .pupil_items()
            .iter()
            .filter(|i| i.item.state.code() == "discussed")
            .count(),
        1
    );
    // The key that blanks brings back as well, whichever of the two.
    desk.press("F12")
        .sees("Scherm gepauzeerd")
        .press("F12")
        .sees_not("Scherm gepauzeerd");
    desk.press("F12")
        .sees("Scherm gepauzeerd")
        .press("F9")
        .sees_not("Scherm gepauzeerd");
}

#[test]
fn a_second_key_is_asked_after_an_own_key_as_well() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.settle(keys(&[(Scope::Choose, Intent::CloseMeeting, &["X"])]));
    desk.press("S Enter Enter Esc X").sees("X sluiten");
    assert!(desk.program.state.is_open());
    desk.press("X");
    assert!(!desk.program.state.is_open());
}

#[test]
fn after_the_summer_holiday_is_the_first_school_day_of_the_region() {
    for (region, day) in [
        (Region::North, "17-08"),
        (Region::Middle, "31-08"),
        (Region::South, "24-08"),
    ] {
        let (mut desk, _) = Desk::with_pupils(1);
        desk.settle(Settings {
            region: Some(region),
            ..Settings::default()
        });
        desk.press("S Enter Enter PgDn PgDn")
            .write("/a Els mailt na de zomervakantie");
        desk.sees(&format!("ma {day}"));
    }
    // Nobody said which region: a mark, and no guess.
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn")
        .write("/a Els mailt na de zomervakantie");
    desk.sees("datum?");
}

#[test]
fn a_form_reads_the_same_phrases_as_a_line() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.settle(Settings {
        region: Some(Region::Middle),
        ..Settings::default()
    });
    desk.private().press("PgDn e Tab Tab Tab Tab Tab Tab Tab Tab Ctrl+e");
    desk.write("na de zomervakantie").press("Enter");
    let leaving = desk.store().dossier(table.pupils[0]).unwrap().pupil.leaving;
    assert_eq!(leaving.unwrap().to_string(), "2026-08-31");
}
