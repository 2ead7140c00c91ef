//! How many keys a meeting costs besides the text.

use crate::desk::Desk;

#[test]
fn a_normal_pupil_costs_at_most_twelve_keys() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn");
    desk.control_keys = 0;
    one_pupil(&mut desk);
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(
        (dossier.notes.len(), dossier.decisions.len(), dossier.actions.len()),
        (1, 1, 1)
    );
    assert!(dossier.result.is_some());
    assert!(desk.control_keys <= 12, "{} keys", desk.control_keys);
}

/// Next, note, decision, action, outcome.
fn one_pupil(desk: &mut Desk) {
    desk.press("PgDn")
        .write("gaat goed, drie dagen per week")
        .press("Enter");
    desk.write("/b proefplaatsing vanaf september").press("Enter");
    desk.write("/a Jan belt asiel vrijdag").press("Enter Esc u g");
}

#[test]
fn a_meeting_of_twelve_costs_at_most_a_hundred_and_twenty_keys() {
    let (mut desk, table) = Desk::with_pupils(12);
    desk.press("S a a a a Enter PgDn");
    for _ in 0..12 {
        one_pupil(&mut desk);
    }
    desk.press("T Enter S S");
    for pupil in &table.pupils {
        let dossier = desk.store().dossier(*pupil).unwrap();
        assert_eq!(
            (dossier.notes.len(), dossier.decisions.len(), dossier.actions.len()),
            (1, 1, 1)
        );
    }
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert!(sitting.meeting.is_closed() && sitting.blocks[0].block.read_back_at.is_some());
    assert!(desk.control_keys <= 120, "{} keys", desk.control_keys);
}
