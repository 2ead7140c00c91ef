//! Who is in the room besides the professionals, and that nobody seems to be.

use dakpan::app::screen::Screen;
use dakpan::public::Show;

use crate::desk::Desk;

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
