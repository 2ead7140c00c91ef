//! A pupil who may not be named, in what people type: nowhere before a room, everywhere for the chair alone.

use dakpan::app::papers::{Wanted, make};
use dakpan::app::screen::Screen;
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::public::Show;
use dakpan::store::About;
use dakpan::text::NL;

use super::papers::wanted;
use crate::desk::{Desk, Table};

/// A table at which the fourth pupil, Samira Kaya, may not be named.
fn table() -> (Desk, Table) {
    let (desk, table) = Desk::with_pupils(4);
    let (now, nameless) = (desk.now, table.pupils[3]);
    let desk = desk.with_store(|store| {
        let about = About {
            intent: "edit_pupil",
            pupil: Some(nameless),
            meeting: None,
        };
        let mut known = store.pupil(nameless).unwrap();
        known.sharing.informed_on = None;
        known.wish = "Samira wil bij Kaya in de zaak".into();
        store.change(about, now, |tx| tx.update_pupil(&known)).unwrap();
    });
    (desk, table)
}

/// Looks for the name on every size of the shared screen, and in what a public window is sent.
fn assert_nameless(desk: &mut Desk, after: &str) {
    for (columns, rows) in [(80, 24), (120, 36), (200, 50)] {
        let screen = desk.screen(columns, rows);
        let found = screen.to_lowercase();
        assert!(
            !found.contains("samira") && !found.contains("kaya"),
            "after {after} at {columns}×{rows}\n{screen}"
        );
    }
    let sent = sent(desk).to_lowercase();
    assert!(
        !sent.contains("samira") && !sent.contains("kaya"),
        "after {after}: {sent}"
    );
}

fn sent(desk: &Desk) -> String {
    let drawn: Screen = desk.program.screen();
    match desk.program.show(&drawn) {
        Show::Scene(scene) => format!("{scene:?}"),
        Show::Blank(why) => format!("{why:?}"),
    }
}

#[test]
fn a_name_that_is_typed_of_a_nameless_pupil_is_read_as_their_case_by_the_room() {
    let (mut desk, table) = table();
    desk.press("S a a a a Enter PgDn PgDn PgDn PgDn PgDn");
    desk.sees("casus 4 wil bij casus 4 in de zaak");
    desk.write("School: samira komt. Samira's moeder belt, Samíra Kaya niet");
    desk.sees("School: casus 4 komt. casus 4's moeder belt, casus 4 niet");
    // Wherever the line breaks: nothing of the surname is there, in capitals or not.
    desk.write(" en kaya ook");
    assert_nameless(&mut desk, "the note");
    desk.press("Enter").write("/b Samira start op proef");
    desk.sees("casus 4 start op proef");
    assert_nameless(&mut desk, "the line of a decision");
    desk.press("Enter").write("/a Jan belt samira morgen");
    assert_nameless(&mut desk, "the line of an action");
    desk.press("Enter");
    assert_nameless(&mut desk, "both were taken");
    desk.press("Esc").press("PgUp");
    desk.write("gaat samen met Samira");
    desk.sees("gaat samen met casus 4");
    assert_nameless(&mut desk, "the note of another pupil");
    desk.press("Esc T").sees("casus 4 start op proef");
    // The same number in the queue, at the read-back and in the minutes.
    let screen = desk.screen(120, 36);
    assert_eq!(
        screen.matches("casus ").count(),
        screen.matches("casus 4").count(),
        "{screen}"
    );
    assert_nameless(&mut desk, "the read-back");
    // The file and the chair keep what was typed.
    desk.press("Esc PgDn Esc").private();
    desk.sees("School: samira komt.").sees("Samira start op proef");
    assert!(sent(&desk).contains("casus 4 start op proef"), "{}", sent(&desk));
    assert!(
        !sent(&desk).contains("Samira"),
        "the window goes on while the chair is private"
    );
    let notes = desk.store().dossier(table.pupils[3]).unwrap().notes;
    assert!(notes[0].text.contains("Samíra Kaya"));
    // The minutes tell as the room read it, with names or without.
    for with_names in [false, true] {
        let wanted = Wanted {
            with_notes: true,
            with_names,
            ..wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown])
        };
        let papers = make(desk.store(), &wanted, desk.now, &NL).unwrap();
        let text = String::from_utf8(papers[0].files[0].1.clone()).unwrap();
        assert!(text.contains("casus 4 komt. casus 4's moeder belt"), "{text}");
        assert!(!text.to_lowercase().contains("samira"), "{text}");
    }
}

#[test]
fn the_cursor_stands_behind_what_stands_for_the_name() {
    let (mut desk, _) = table();
    desk.press("S a a a a Enter PgDn PgDn PgDn PgDn PgDn");
    desk.write("Samira x");
    let place = |desk: &Desk| desk.draw(120, 36, dakpan::ui::theme::Look::Standard).1;
    let (column, row) = place(&desk);
    desk.press("Left Left");
    assert_eq!(place(&desk), (column - 2, row), "behind the name");
    desk.press("Left");
    assert_eq!(place(&desk), (column - 2, row), "within it is behind it");
    desk.press("Home");
    assert_eq!(place(&desk), (column - "casus 4 x".len() as u16, row));
}

#[test]
fn somebody_informed_on_no_basis_is_nameless_and_the_chair_reads_why() {
    let (desk, table) = Desk::with_pupils(2);
    let (now, first) = (desk.now, table.pupils[0]);
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: "edit_pupil",
            pupil: Some(first),
            meeting: None,
        };
        let mut known = store.pupil(first).unwrap();
        known.sharing.basis = String::new();
        store.change(about, now, |tx| tx.update_pupil(&known)).unwrap();
    });
    desk.sees("casus 1").sees_not("D.B.");
    desk.private()
        .sees("Daan Bakker")
        .sees("geen grondslag voor delen met iedereen vastgelegd");
    desk.press(":").write("over delen").press("Enter");
    desk.sees("grondslag vastgelegd").press("Tab Tab Tab Tab Tab");
    desk.write("convenant 2026").press("Enter");
    desk.sees_not("geen grondslag")
        .press("F8")
        .sees("D.B.")
        .sees_not("casus 1");
}

#[test]
fn a_question_to_a_list_of_the_program_is_read_without_the_name_too() {
    let (mut desk, _) = table();
    desk.press("S a a a a Enter PgDn Esc");
    for list in ["?", ":", "F4"] {
        desk.press(list).write("samira Kaya");
        let Screen::Shared(scene) = desk.program.screen() else {
            panic!("not shared after {list}");
        };
        let drawn = format!("{scene:?}");
        assert!(drawn.contains(r#"text: "casus 4""#), "after {list}: {drawn}");
        assert_nameless(&mut desk, list);
        desk.press("Esc Esc");
    }
}
