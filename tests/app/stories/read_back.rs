//! What was agreed is read back whole: what is not read, nobody can agree to.

use dakpan::domain::codes::Route;
use dakpan::store::{About, NewDecision, Tx};

use crate::desk::{Desk, Table};

/// The screen as one text: runs of spaces, lines and borders become single spaces.
fn flat(screen: &str) -> String {
    let words = screen.split([' ', '\n', '│']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn an_action_without_a_decision_is_read_back() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("/a Els mailt asiel half juni").press("Enter Esc T");
    desk.sees("mailt asiel").sees("ma 15-06");
    desk.sees_not("niets vastgelegd");
}

#[test]
fn a_long_decision_and_action_are_read_to_their_end_in_the_smallest_window() {
    let (mut desk, _) = Desk::with_pupils(1);
    let decision = "samen toewerken naar een proefplaatsing bij het asiel vanaf 1 september, met vier dagen per week \
                    en een vast gezicht op de werkplek";
    desk.press("S f f f f Enter Enter PgDn PgDn");
    desk.write(&format!("/b {decision}")).press("Enter");
    desk.write(
        "/a Els vraagt het asiel of de stage in augustus door kan lopen met dezelfde begeleider als nu half juni",
    );
    desk.press("Enter Esc T");
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        let screen = flat(&desk.screen(columns, rows));
        assert!(
            screen.contains(&format!("BESLUIT {decision} · onder voorbehoud")),
            "{screen}"
        );
        assert!(screen.contains("met dezelfde begeleider als nu · ma 15-06"), "{screen}");
    }
}

#[test]
fn what_is_missing_is_flagged_and_mended_in_place() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("/a belt ouders").press("Enter Esc u b r g T");
    desk.sees("D.B. · resultaat betaald werk · route gemeente · ! geen besluit");
    desk.sees("! ACTIE wie?: belt ouders · datum?");
    desk.press("e").sees("belt ouders");
    desk.write(" vrijdag").press("Home").write("Kok ").press("Enter");
    desk.sees("ACTIE Ria Kok (gem.): belt ouders · vr 05-06")
        .sees("Klopt dit zo?");
    let actions = desk.store().dossier(table.pupils[0]).unwrap().actions;
    let mended = actions.iter().find(|action| action.text == "belt ouders").unwrap();
    assert_eq!(mended.owner.as_ref().unwrap().name, "Ria Kok");
    // One undo takes the mending back, and only that.
    desk.press("Esc Ctrl+z T").sees("! ACTIE wie?: belt ouders · datum?");
    desk.press("j");
    assert!(
        desk.store().sitting(table.meeting).unwrap().blocks[0]
            .block
            .read_back_at
            .is_some()
    );
}

#[test]
fn a_line_that_was_not_taken_is_read_and_enter_goes_to_it() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn")
        .write("gesproken")
        .press("Enter");
    desk.write("/b proefplaatsing").press("Enter");
    desk.write("/a Els mailt asiel vrijdag").press("PgDn Esc T");
    desk.sees("BESLUIT proefplaatsing");
    desk.sees("! /a Els mailt asiel vrijdag · regel niet bevestigd");
    desk.press("Down Enter")
        .sees("→ ACTIE Els Vos (school): mailt asiel · vr 05-06");
    desk.press("Enter Esc T").sees_not("niet bevestigd");
    let actions = desk.store().dossier(table.pupils[0]).unwrap().actions;
    assert!(actions.iter().any(|action| action.text == "mailt asiel"));
}

#[test]
fn a_mended_action_reads_as_it_was_when_nothing_was_changed() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("/a de Boer belt ouders vrijdag").press("Enter Esc T e");
    desk.sees("Jan de Boer: belt ouders 5-6-2026")
        .write("7")
        .press("Backspace Enter");
    desk.sees("ACTIE Jan de Boer (gem.): belt ouders · vr 05-06");
}

#[test]
fn a_day_in_the_middle_of_an_action_is_not_read_again_when_it_is_mended() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("/a de Boer belt dinsdag met de ouders")
        .press("Enter Esc T e");
    desk.sees("Jan de Boer: belt dinsdag met de ouders 9-6-2026");
    // Without the day at the end there is none: it was taken away, and what stays is how the sentence runs.
    desk.press(&"Backspace ".repeat(" 9-6-2026".len()));
    desk.sees("→ ACTIE Jan de Boer (gem.): belt dinsdag met de ouders · datum?")
        .press("Enter");
    desk.sees("ACTIE Jan de Boer (gem.): belt dinsdag met de ouders · datum?");
}

#[test]
fn the_cursor_brings_every_line_of_a_long_read_back_in_sight() {
    let (mut desk, _) = Desk::with_pupils(8);
    desk.press("S a a a a Enter PgDn");
    for pupil in 0..8 {
        desk.press("PgDn")
            .write(&format!("/b besluit nummer {pupil}"))
            .press("Enter");
        desk.write("/b nog een").press("Enter");
    }
    desk.press("Esc T");
    assert!(!desk.screen(80, 24).contains("besluit nummer 7"));
    desk.press("PgDn PgDn");
    assert!(desk.screen(80, 24).contains("besluit nummer 7"));
}

#[test]
fn what_is_typed_at_the_mending_is_read_back_before_enter_takes_it() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("/a belt ouders")
        .press("Enter")
        .write("/b stage loopt door")
        .press("Enter Esc T e");
    // The decision stands first.
    desk.sees("→ BESLUIT stage loopt door")
        .write(" tot augustus")
        .sees("→ BESLUIT stage loopt door tot augustus");
    desk.press("Enter Down e").sees("→ ACTIE wie?: belt ouders · datum?");
    desk.write(" vrijdag")
        .press("Home")
        .write("Kok ")
        .sees("→ ACTIE Ria Kok (gem.): belt ouders · vr 05-06");
    assert!(desk.screen(60, 20).contains("→ ACTIE Ria Kok"));
    desk.press("Ctrl+e Backspace").sees_not("→ ACTIE").sees_not("→ BESLUIT");
    desk.press("Ctrl+z Enter");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.decisions[0].text, "stage loopt door tot augustus");
    assert_eq!(dossier.actions[0].owner.as_ref().unwrap().name, "Ria Kok");
}

/// A table that confirmed one decision of its first pupil at 10:55, and goes on.
fn confirmed() -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn")
        .write("/b proefplaatsing")
        .press("Enter Esc");
    desk.clock("10:55:00").press("T Enter T");
    desk.sees("bevestigd om 10:55").sees_not("daarna gewijzigd");
    desk.clock("10:58:00").press("Esc");
    (desk, table)
}

#[test]
fn what_is_recorded_after_the_confirmation_is_marked_and_asked_again() {
    let (mut desk, _) = confirmed();
    desk.press("Enter").write("/a Els belt vrijdag").press("Enter Esc T");
    desk.sees("bevestigd om 10:55, daarna gewijzigd: klopt het nu?");
    let screen = flat(&desk.screen(120, 36));
    assert!(!screen.contains("onder voorbehoud · nog niet"), "{screen}");
    assert_eq!(screen.matches("nog niet teruggelezen").count(), 1, "{screen}");
    // Closing says it as well, until it was read.
    desk.press("Esc S").sees("niet teruggelezen (T) 1");
    desk.press("Esc T Enter T")
        .sees("bevestigd om 10:58")
        .sees_not("daarna gewijzigd")
        .sees_not("nog niet teruggelezen");
    desk.press("Esc S").sees_not("niet teruggelezen");
}

#[test]
fn what_is_taken_back_after_the_confirmation_is_told_and_putting_it_back_restores_it() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc r g u b");
    desk.clock("10:55:00").press("T Enter").clock("10:58:00");
    desk.press("u l T")
        .sees("daarna gewijzigd")
        .sees("nog niet teruggelezen");
    desk.press("Esc Ctrl+z T")
        .sees("bevestigd om 10:55")
        .sees_not("daarna gewijzigd");
    desk.press("Esc Ctrl+y T").sees("daarna gewijzigd");
    desk.press("Esc Ctrl+z");
    let (now, pupil) = (desk.now, table.pupils[0]);
    let decide = |text: &str| NewDecision {
        pupil: Some(pupil),
        meeting: Some(table.meeting),
        item: None,
        text: text.into(),
        provisional: false,
        decided_on: now.date_naive(),
    };
    let of_nobodys_item = decide("zonder agendapunt");
    let elsewhere = About {
        intent: "write",
        pupil: Some(pupil),
        meeting: None,
    };
    let mut desk = desk.with_store(|store| {
        // What is recorded of the pupil outside the meeting is not read back, so it asks for nothing.
        let change = |tx: &mut Tx<'_>| {
            tx.add_decision(&of_nobodys_item)?;
            tx.set_route(pupil, Route::Uwv)
        };
        store.change(elsewhere, now, change).unwrap();
        assert_eq!(store.closing(table.meeting).unwrap().unread, 0);
    });
    desk.press("Esc T")
        .sees("bevestigd om 10:55")
        .sees_not("daarna gewijzigd");
}

#[test]
fn a_tile_that_is_taken_off_after_the_confirmation_leaves_its_item_to_be_read() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc 4 g Enter").sees("gelegd");
    desk.clock("10:55:00").press("1 T Enter").clock("10:58:00");
    let (now, pupil) = (desk.now, table.pupils[0]);
    let mut desk = desk.with_store(|store| {
        let tile = store.tiles(pupil).unwrap().last().unwrap().id;
        let about = About {
            intent: "remove_part",
            pupil: Some(pupil),
            meeting: Some(table.meeting),
        };
        store.change(about, now, |tx| tx.delete_tile(pupil, tile)).unwrap();
    });
    desk.press("Esc T").sees("iets vervallen, nog niet teruggelezen");
}
