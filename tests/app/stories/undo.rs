//! Every change can be taken back and made again, also tomorrow, and says what it was.

use crate::desk::Desk;

#[test]
fn undo_says_what_was_undone_and_redo_brings_it_back() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn Esc u b")
        .press("Ctrl+z")
        .sees("Ongedaan")
        .sees("resultaat");
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().result, None);
    desk.press("Ctrl+y");
    assert!(desk.store().dossier(table.pupils[0]).unwrap().result.is_some());
}

#[test]
fn undo_works_after_a_restart() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn Esc r u");
    let mut desk = desk.kill_and_restart();
    desk.press("Esc Ctrl+z");
    assert_eq!(
        desk.store().dossier(table.pupils[0]).unwrap().pupil.route,
        dakpan::domain::codes::Route::Undecided
    );
}

#[test]
fn undoing_everything_a_chair_did_gives_back_the_table() {
    let (mut desk, _) = Desk::with_pupils(3);
    let before = desk.dump();
    desk.press("S a a a a Enter PgDn PgDn")
        .write("iets")
        .press("Enter")
        .write("/b besluit")
        .press("Enter");
    desk.write("/a Jan belt vrijdag")
        .press("Enter Esc u l r g k h l t l d d PgDn Esc + T Esc S S");
    let after = desk.dump();
    assert_ne!(before, after);
    for _ in 0..40 {
        desk.press("Ctrl+z");
    }
    // The table itself was laid in one change, which these undo as well: make that one again.
    desk.press("Ctrl+y");
    assert_eq!(desk.dump(), before);
    for _ in 0..40 {
        desk.press("Ctrl+y");
    }
    assert_eq!(desk.dump(), after);
}
