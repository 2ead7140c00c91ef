//! What a chair stumbled over while holding a whole meeting.

use dakpan::app::screen::Screen;
use dakpan::app::state::Overlay;
use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, ItemState, Presence};
use dakpan::public::Agenda;
use dakpan::store::About;

use crate::desk::{Desk, Table, ten_o_clock, with_proposal};

/// An open meeting of so many pupils with everybody there, at its first pupil, in KIES.
fn at_the_first(pupils: usize) -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(pupils);
    desk.press("S a a a a Enter PgDn PgDn Esc");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[0]));
    (desk, table)
}

fn old_actions(desk: &Desk) -> (Vec<Id>, usize) {
    match &desk.program.state.overlay {
        Some(Overlay::OldActions { rows, selected }) => (rows.iter().map(|row| row.action.id).collect(), *selected),
        other => panic!("{other:?}"),
    }
}

fn agenda(desk: &Desk) -> Agenda {
    match desk.program.screen() {
        Screen::Shared(board) => board.agenda,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_old_action_that_is_brought_back_stands_in_the_list_with_the_cursor_on_it() {
    let mut desk = Desk::with_demo();
    desk.press("S Enter Enter Esc o Down Down");
    let (before, at) = old_actions(&desk);
    let action = before[at];
    // Which action gets another day stands there before a day is typed.
    let Some(Overlay::OldActions { rows, .. }) = &desk.program.state.overlay else {
        panic!("no list");
    };
    let first: String = rows[at].action.text.chars().take(12).collect();
    desk.press("n").sees("→ ACTIE").sees(&first).press("Enter");
    assert!(!old_actions(&desk).0.contains(&action));
    desk.press("Up Up Ctrl+z").sees("Ongedaan: ");
    let (after, at) = old_actions(&desk);
    assert_eq!((after.len(), after[at]), (before.len(), action));
    desk.press("Ctrl+y").sees("Opnieuw: ");
    assert!(!old_actions(&desk).0.contains(&action));
}

#[test]
fn undo_in_a_note_without_a_letter_says_how_to_take_the_last_change_back() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter").sees("SCHRIJF");
    let before = desk.dump();
    desk.press("Ctrl+z");
    let small = desk.screen(80, 24);
    assert!(
        small.contains("Hier is niets getypt; Esc, dan Ctrl+Z: vorige wijziging terug"),
        "{small}"
    );
    assert_eq!(desk.dump(), before);
    desk.write("a").press("Ctrl+z").sees_not("Hier is niets getypt");
    desk.press("Esc Ctrl+z").sees("Ongedaan: aanwezigheid");
    // A question that is typed is a text too.
    desk.press("/ Ctrl+z").sees("Hier is niets getypt");
}

#[test]
fn attendance_that_was_passed_by_is_asked_once_and_never_takes_the_letters_of_a_note() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter Esc Ctrl+z").sees("wie is er: w");
    desk.press("PgDn PgDn").sees_not("Wie is er ·").sees("wie is er: Esc w");
    desk.write("afgemeld, mooie fax").sees("afgemeld, mooie fax");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let mut marks = sitting.blocks[0].attendance.iter();
    assert!(marks.all(|row| row.state == Presence::Present && row.mandate));
    desk.press("Esc w");
    let small = desk.screen(80, 24);
    let why = "Nog niet bevestigd wie er is: Enter bevestigt, Esc: later, met w ";
    assert!(small.contains(why), "{small}");
    desk.press("Enter").sees_not("wie is er:").sees_not("Wie is er ·");
    // The same after the first one was left.
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S").sees("Wie is er ·").sees_not("Nog niet bevestigd");
    desk.press("Esc")
        .sees("wie is er: w")
        .press("PgDn PgDn")
        .sees_not("Wie is er ·");
}

#[test]
fn who_was_passed_over_by_moving_a_pupil_down_comes_next_and_the_numbers_agree() {
    let (mut desk, table) = at_the_first(5);
    desk.press("> >").sees("3 · Daan B.").sees_not("1 · Daan B.");
    let places = [1, 2, 0, 3, 4].map(|at| table.pupils[at]);
    for (at, pupil) in places.iter().enumerate() {
        desk.press("PgDn Esc");
        assert_eq!(desk.program.state.pupil(), Some(*pupil), "place {at}");
    }
    // After the closing the walk begins at the first pupil.
    desk.press("S S").sees("gesloten");
    desk.press("PgDn PgDn").sees("3 · Daan B.").sees("3 ► D.B.");
}

#[test]
fn a_letter_that_belongs_to_a_refused_key_opens_nothing() {
    let (mut desk, _) = at_the_first(2);
    desk.press("n").sees("dit kan alleen privé: F8 en dan j");
    desk.press("b")
        .sees("dit kan alleen privé: F8 en dan j")
        .sees_not("SCHRIJF");
    assert!(desk.program.state.writing.is_none());
    // Only that one: the next key is a key again.
    desk.press("b").sees("SCHRIJF").sees("/b");
}

#[test]
fn the_footer_does_not_promise_writing_where_enter_means_the_tile() {
    let (mut desk, _) = at_the_first(2);
    desk.sees("Enter schrijven");
    desk.press("4").sees_not("Enter schrijven").sees("i schrijven");
    desk.press("Enter").sees("dit kan alleen privé").sees_not("SCHRIJF");
}

#[test]
fn that_the_time_of_a_pupil_is_over_stands_where_the_agenda_has_no_room() {
    let (mut desk, _) = at_the_first(2);
    let clocks = |screen: &str| screen.matches("20:10/").count();
    assert_eq!(desk.screen(80, 24).matches("0:00/").count(), 0);
    desk.wait(1210);
    let (small, wide) = (desk.screen(80, 24), desk.screen(120, 36));
    assert_eq!(clocks(small.lines().next().unwrap()), 1, "{small}");
    assert_eq!(clocks(&wide), 1, "{wide}");
    assert!(small.contains("GEDEELD"), "{small}");
}

#[test]
fn closing_tells_of_a_school_that_had_no_turn_and_of_what_was_not_read_back() {
    let mut desk = Desk::with_demo();
    desk.press("S Enter Enter PgDn PgDn")
        .write("/b akkoord")
        .press("Enter Esc");
    desk.press("S");
    let screen = desk.screen(80, 24).replace(['│', '└'], " ");
    let line: Vec<&str> = screen.split_whitespace().collect();
    let line = line.join(" ");
    let left = "· school niet aan de beurt geweest 1 · blok niet teruggelezen (T) 1";
    assert!(line.contains("Sluiten? schuift door "), "{screen}");
    assert!(line.contains(left), "{screen}");
    desk.press("Esc T Enter S");
    desk.sees("niet aan de beurt").sees_not("teruggelezen");
}

#[test]
fn a_row_of_hamerstukken_needs_no_escape_between() {
    let (desk, table) = Desk::with_pupils(3);
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: "edit_item",
            pupil: None,
            meeting: None,
        };
        let sitting = store.sitting(table.meeting).unwrap();
        let pupils = sitting.blocks[0].items.iter().filter(|i| i.item.pupil.is_some());
        let items: Vec<Id> = pupils.map(|i| i.item.id).collect();
        store
            .change(about, ten_o_clock(), |tx| {
                for item in items {
                    tx.set_item(item, &with_proposal("door naar werk"))?;
                }
                Ok(())
            })
            .unwrap();
    });
    desk.press("S a a a a Enter PgDn PgDn Esc h h");
    desk.sees("KIES").sees_not("SCHRIJF").press("h h h h");
    let agreed = desk.program.state.items();
    assert_eq!(agreed.filter(|i| i.item.state == ItemState::Agreed).count(), 3);
}

#[test]
fn moving_in_the_agenda_moves_what_is_under_its_cursor_and_never_the_pupil_at_hand() {
    let (mut desk, _) = at_the_first(3);
    let order = |desk: &Desk| -> Vec<Id> { desk.program.state.items().map(|i| i.item.id).collect() };
    let before = order(&desk);
    desk.press("3 <").sees("dit punt hoort bij elke agenda");
    assert_eq!(order(&desk), before);
    desk.press("F")
        .sees("waar het punt over gaat")
        .write("open dag")
        .press("Enter");
    let own = agenda(&desk).parts.iter().position(|part| part.kind == ItemKind::Free);
    for _ in 0..own.unwrap() {
        desk.press("Down");
    }
    // Its form is kept as well, with the pupil still at hand.
    desk.press("F8 j E").write(" in mei").press("Enter");
    let titles: Vec<String> = desk.program.state.items().map(|i| i.item.title.clone()).collect();
    assert!(titles.iter().any(|title| title == "open dag in mei"), "{titles:?}");
    desk.press("F8 3");
    let before = order(&desk);
    desk.press("<");
    let free = desk
        .program
        .state
        .items()
        .find(|i| i.item.kind == ItemKind::Free)
        .unwrap();
    let place = |order: &[Id]| order.iter().position(|id| *id == free.item.id).unwrap();
    assert_eq!(place(&order(&desk)) + 1, place(&before));
    let seen = agenda(&desk);
    assert_eq!(
        seen.parts[seen.selected.unwrap()].kind,
        ItemKind::Free,
        "the cursor goes with it"
    );
}

#[test]
fn what_is_asked_has_a_label_and_what_is_not_there_is_said() {
    let (mut desk, _) = at_the_first(2);
    desk.press("F4").write("qqx").sees("geen school met qqx").press("Esc");
    desk.private()
        .press("V")
        .sees("Enter schrijven")
        .sees_not("Enter bewaren");
    desk.press("Esc S S :").write("heropenen").press("Enter");
    desk.sees("wat er verbeterd wordt, en waarom");
}
