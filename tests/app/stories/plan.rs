//! Planning a meeting, and changing its agenda by hand.

use dakpan::domain::codes::{ItemKind, Lane};

use crate::desk::Desk;

#[test]
fn a_meeting_for_two_schools_is_planned_with_its_agenda() {
    let (mut desk, table) = Desk::with_pupils(4);
    desk.private().press("P");
    // Kind, day, start, end, place, first school, second school.
    desk.press("Tab Ctrl+e")
        .write("over 2 weken")
        .press("Tab Tab Tab Tab Tab")
        .write("schakel")
        .press("Enter");
    let planned = desk.program.state.sitting.clone().unwrap();
    assert_ne!(planned.meeting.id, table.meeting);
    assert_eq!(planned.meeting.day.to_string(), "2026-06-17");
    assert_eq!(planned.blocks.len(), 2);
    let kinds: Vec<ItemKind> = planned.blocks[0].items.iter().map(|i| i.item.kind).collect();
    assert_eq!(kinds.first(), Some(&ItemKind::Opening));
    assert_eq!(
        kinds.iter().filter(|k| **k == ItemKind::Pupil).count(),
        4,
        "who leaves within half a year is proposed"
    );
    assert_eq!(planned.blocks[0].attendance.len(), 4);
}

#[test]
fn what_cannot_be_planned_says_why_at_the_field() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press("P Tab Ctrl+e").write("31 juni").press("Enter");
    assert!(desk.program.state.overlay.is_some());
    desk.press("Ctrl+e")
        .write("12 juni")
        .press("Tab Ctrl+e")
        .write("11:00")
        .press("Tab Ctrl+e")
        .write("10:00")
        .press("Enter");
    assert!(desk.program.state.overlay.is_some(), "the end lies before the start");
    assert_eq!(desk.program.state.sitting.as_ref().unwrap().meeting.id, table.meeting);
}

#[test]
fn the_agenda_changes_by_hand() {
    let (mut desk, table) = Desk::with_pupils(4);
    let order = |desk: &Desk| -> Vec<usize> {
        let sitting = desk.store().sitting(table.meeting).unwrap();
        let pupils = sitting.blocks[0].items.iter().filter_map(|i| i.item.pupil);
        pupils
            .map(|p| table.pupils.iter().position(|x| *x == p).unwrap())
            .collect()
    };
    desk.press("PgDn >");
    assert_eq!(order(&desk), [0, 2, 1, 3]);
    desk.press("<");
    assert_eq!(order(&desk), [0, 1, 2, 3]);
    desk.press("l");
    let lane = desk.store().sitting(table.meeting).unwrap().blocks[0].items[3]
        .item
        .lane;
    assert_eq!(lane, Lane::Complex);
    desk.press("x x");
    assert_eq!(order(&desk), [0, 2, 3]);
    desk.press("A").write("m");
    desk.press("Esc F")
        .write("mededeling")
        .press("Enter")
        .sees("mededeling");
    desk.press("Ctrl+z Ctrl+z");
    assert_eq!(order(&desk), [0, 1, 2, 3]);
}

#[test]
fn a_pupil_off_the_agenda_is_added_with_one_key() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("x x");
    assert_eq!(
        desk.store().sitting(table.meeting).unwrap().blocks[0]
            .items
            .iter()
            .filter(|i| i.item.pupil.is_some())
            .count(),
        1
    );
    desk.press("PgDn A");
    let pupils: Vec<_> = desk.store().sitting(table.meeting).unwrap().blocks[0]
        .items
        .iter()
        .filter_map(|i| i.item.pupil)
        .collect();
    assert_eq!(pupils, [table.pupils[1], table.pupils[0]]);
}

#[test]
fn question_proposal_and_a_fixed_time_are_filled_in() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private()
        .press("E")
        .write("wie houdt vast in augustus?")
        .press("Tab")
        .write("school");
    desk.press("Tab")
        .write("Jan begeleidt")
        .press("Tab Tab Ctrl+e")
        .write("12")
        .press("Tab")
        .write("10.30")
        .press("Enter");
    let item = desk.store().sitting(table.meeting).unwrap().blocks[0].items[2]
        .item
        .clone();
    assert_eq!(item.question, "wie houdt vast in augustus?");
    assert_eq!(
        (item.asked_by.as_str(), item.proposal.as_str(), item.minutes),
        ("school", "Jan begeleidt", 12)
    );
    assert_eq!(item.fixed_time.unwrap().to_string(), "10:30:00");
    desk.press("F8").sees("wie houdt vast");
}

#[test]
fn a_forgotten_start_is_corrected() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter Esc").private();
    desk.press(":")
        .write("begin of einde")
        .press("Enter Ctrl+e")
        .write("9:35")
        .press("Enter");
    let opened = desk.store().sitting(table.meeting).unwrap().meeting.opened_at.unwrap();
    assert_eq!(opened.time().to_string(), "09:35:00");
}

#[test]
fn an_agenda_that_is_longer_than_its_meeting_is_told_when_it_becomes_so() {
    let (mut desk, _) = Desk::with_pupils(12);
    // Opening, actions, pupils, aftercare and read-back of two schools ask more than the hour and a half there is.
    desk.private().press("2 PgDn +").sees("minuten langer dan het overleg");
    let over = |desk: &Desk| {
        let sitting = desk.program.state.sitting.as_ref().unwrap();
        let items = sitting.blocks.iter().flat_map(|b| &b.items);
        items.map(|i| i64::from(i.item.minutes)).sum::<i64>() - 90
    };
    let minutes = over(&desk);
    assert!(minutes > 0);
    desk.sees(&format!("De agenda is {minutes} minuten langer dan het overleg"));
    // One that fits says nothing of it.
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private().press("2 PgDn +").sees_not("langer dan het overleg");
    assert!(over(&desk) <= 0);
}
