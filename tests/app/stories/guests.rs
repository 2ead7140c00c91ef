//! Who is in the room besides the professionals, and that nobody seems to be.

use dakpan::app::screen::Screen;
use dakpan::public::Show;
use dakpan::store::About;

use crate::desk::{Desk, ten_o_clock};

#[test]
fn that_nobody_is_marked_present_is_asked_once_more_and_is_no_stop() {
    let (mut desk, table) = Desk::with_pupils(2);
    let confirmed = |desk: &Desk| {
        let sitting = desk.store().sitting(table.meeting).unwrap();
        sitting.blocks[0].block.present_confirmed_at.is_some()
    };
    desk.press("S Enter")
        .sees("Niemand staat op aanwezig")
        .sees("Wie is er ·");
    assert!(!confirmed(&desk));
    desk.press("Enter").sees_not("Wie is er ·").sees_not("Niemand staat");
    assert!(confirmed(&desk));
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S f a Enter")
        .sees_not("Niemand staat")
        .sees_not("Wie is er ·");
    // Once marked after the question, it is not asked again.
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S Enter a Enter").sees_not("Wie is er ·");
}

#[test]
fn while_a_parent_or_young_person_is_in_the_room_nobody_is_told_but_the_pupil_at_hand() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn")
        .write("/b akkoord")
        .press("Enter Esc");
    desk.press("PgDn").write("/b anders").press("Enter Esc");
    desk.sees("D.B.").sees("M.Ö.").sees("L.W.");
    // Behind the four people stands the row of the pupil's own surroundings.
    desk.press("w").sees("leerling, ouder of ander uit het netwerk");
    desk.press("Down Down Down Down Down a Enter");
    desk.sees("√ leerling, ouder of")
        .sees("Mehmet Ö.")
        .sees_not("D.B.")
        .sees_not("L.W.");
    desk.press("T").sees("anders").sees_not("akkoord").press("Esc");
    let drawn: Screen = desk.program.screen();
    match desk.program.show(&drawn) {
        Show::Scene(scene) => assert!(!format!("{scene:?}").contains("akkoord")),
        Show::Blank(why) => panic!("{why:?}"),
    }
    // Nobody of them decides: no role counts as filled, and the private state goes on.
    desk.private().sees("Daan Bakker").sees("Lotte de Wit").press("F8");
    let mut desk = desk.restart();
    desk.press("Esc").sees("√ leerling, ouder").sees_not("L.W.");
    desk.press("w Down Down Down Down x Enter");
    desk.sees("D.B.").sees("L.W.").sees_not("leerling, ouder");
    desk.press("Ctrl+z").sees("√ leerling, ouder").sees_not("L.W.");
}

#[test]
fn while_a_guest_is_in_the_room_finding_brings_up_nobody_but_the_pupil_at_hand() {
    let (desk, table) = Desk::with_pupils(5);
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: "remove_from_agenda",
            pupil: None,
            meeting: None,
        };
        let item = store.sitting(table.meeting).unwrap().blocks[0].items[6].item.id;
        store.change(about, ten_o_clock(), |tx| tx.remove_item(item)).unwrap();
    });
    desk.press("S a a a a Enter PgDn PgDn Esc /").write("lw").press("Enter");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[2]));
    desk.press("Esc /").write("mo").press("Enter Esc");
    desk.press("A").sees("T.V.").press("Esc");
    desk.press("w Down Down Down Down Down a Enter")
        .sees("√ leerling, ouder of");
    let at_hand = desk.program.state.pupil();
    desk.press("A").sees_not("T.V.").write("tv").sees_not("T.V.");
    desk.press("Enter Esc Esc");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let mut planned = sitting.blocks[0].items.iter().map(|i| i.item.pupil);
    assert!(
        planned.all(|pupil| pupil != Some(table.pupils[4])),
        "no key reaches whom the room may not see"
    );
    desk.press("/").write("lw").sees_not("L.W.");
    desk.press("Enter Esc Esc");
    assert_eq!(desk.program.state.pupil(), at_hand);
}
