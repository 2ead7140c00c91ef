//! The trajectory in words: read, and changed from there.

use dakpan::domain::trajectory::Part;
use dakpan::text::Lang;

use crate::desk::Desk;

/// A desk in private at a pupil with guidance, a deferred register, a job and a relapse.
fn with_a_history() -> Desk {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private();
    desk.press("n i d Tab")
        .write("over 1 jaar")
        .press("Tab")
        .write("ontwikkelt zich nog")
        .press("Enter");
    desk.press("n w")
        .write("Bakkerij Jansen")
        .press("Tab Tab")
        .write("1-5-2026")
        .press("Tab Tab Tab u Tab");
    desk.write("24").press("Tab").write("60").press("Enter u b t");
    desk
}

#[test]
fn everything_is_told_by_day_and_the_selected_row_in_full() {
    let mut desk = with_a_history();
    desk.press("L").sees("Traject · Daan Bakker");
    desk.sees("1 mrt 2026 – 31 aug 2026 · begeleiding · Sociale Dienst · Jan de Boer");
    desk.sees("1 mei 2026 – 3 jun 2026 · werk · Bakkerij Jansen · Jan de Boer");
    desk.sees("terugval 3 jun 2026, was betaald werk")
        .sees("doelgroepregister");
    // The list opens at what happened last: the relapse, of which no more is told.
    desk.press("Up")
        .sees("houdt vast · uitzend · 24 uur · Loonwaarde (%): 60")
        .sees("Waarom geëindigd:");
    desk.press("Down Down").sees("Omdat: ontwikkelt zich nog");
    desk.speak(Lang::En)
        .sees("Because: ontwikkelt zich nog")
        .sees("relapse 3 Jun 2026, was paid work");
    for size in [(60, 20), (80, 24), (200, 50)] {
        assert!(desk.screen(size.0, size.1).contains("Bakkerij"), "{size:?}");
    }
}

#[test]
fn the_same_keys_change_end_and_remove_what_is_selected() {
    let mut desk = with_a_history();
    let pupil = desk.program.state.dossier.as_ref().unwrap().pupil.id;
    desk.press("L PgUp x").write("klaar").press("Enter");
    let tiles = desk.store().tiles(pupil).unwrap();
    assert_eq!(tiles[0].details.ended_why, "klaar");
    desk.press("L").press("PgUp");
    assert_eq!(desk.program.state.part, Some(Part::Tile(tiles[0].id)));
    desk.press("Delete Delete").sees("weghalen van het traject");
    assert_eq!(desk.store().tiles(pupil).unwrap().len(), 1);
    // The list is still there, on what came after it; undo brings the tile back into it.
    desk.press("Ctrl+z")
        .sees("begeleiding")
        .press("PgDn Enter")
        .sees("Omdat");
    desk.press("Esc L PgUp Down Down e").sees("niets gekozen");
}

#[test]
fn it_opens_in_private_only_and_closes_when_shared() {
    let mut desk = with_a_history();
    desk.press("L Down")
        .sees("Omdat")
        .press("F8")
        .sees_not("Omdat")
        .sees_not("Loonwaarde");
    assert!(desk.program.state.overlay.is_none());
    desk.press("L").sees("alleen privé").sees_not("Traject · Daan");
}

#[test]
fn a_pupil_without_a_trajectory_has_an_empty_list() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.private()
        .press("PgDn L")
        .sees("Nog geen dakpannen")
        .press("Down x")
        .sees("niets gekozen")
        .press("q");
    assert!(desk.program.state.overlay.is_none());
}
