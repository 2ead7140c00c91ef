//! Looking back at a meeting that was, while today's goes on: read, corrected, and back again with two keys.

use chrono::NaiveTime;
use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, MeetingKind};
use dakpan::store::{About, Plan, PlanBlock};

use crate::desk::{Desk, Table};

/// A desk three months after a meeting was held and closed, with a new one planned for today, and one that is only
/// De Schakel's in between.
pub(super) fn later() -> (Desk, Table, Id) {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter").write("Vlot begonnen").press("PgDn PgDn");
    desk.write("toen ging het goed").press("Enter");
    desk.write("/b proefplaatsing bij het asiel").press("Enter");
    desk.write("/a Els belt de ouders half juni").press("Enter Esc S S");
    desk.sees("gesloten");
    desk.now += chrono::Duration::days(91);
    let now = desk.now;
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    let mut new = 0;
    let desk = desk.with_store(|store| {
        let schakel = store
            .schools()
            .unwrap()
            .iter()
            .find(|s| s.id != table.school)
            .unwrap()
            .id;
        let about = About {
            intent: "plan_meeting",
            pupil: None,
            meeting: None,
        };
        new = store
            .change(about, now, |tx| {
                let mut plan = Plan {
                    kind: MeetingKind::TransferTable,
                    day: "2026-07-01".parse().unwrap(),
                    starts: time("09:00"),
                    ends: time("10:00"),
                    place: String::new(),
                    agreement: String::new(),
                    agreement_until: None,
                    blocks: vec![PlanBlock {
                        school: schakel,
                        pupils: Vec::new(),
                        people: Vec::new(),
                    }],
                };
                tx.plan_meeting(&plan)?;
                plan.day = now.date_naive();
                plan.kind = MeetingKind::ExitMeeting;
                plan.blocks = vec![PlanBlock {
                    school: table.school,
                    pupils: vec![table.pupils[0]],
                    people: Vec::new(),
                }];
                tx.plan_meeting(&plan)
            })
            .unwrap();
    });
    (desk, table, new)
}

fn on_table(desk: &Desk) -> Id {
    desk.program.state.sitting.as_ref().unwrap().meeting.id
}

#[test]
fn an_earlier_meeting_is_read_with_its_notes_decisions_and_actions() {
    let (mut desk, table, new) = later();
    assert_eq!(on_table(&desk), new);
    desk.press("O")
        .sees("Overleggen")
        .sees("wo 3 jun 2026")
        .sees("gesloten")
        .sees("op tafel");
    desk.press("Enter");
    assert_eq!(on_table(&desk), table.meeting);
    desk.sees("3 juni").sees("gesloten");
    desk.sees("toen ging het goed")
        .sees("BESLUIT proefplaatsing bij het asiel")
        .sees("belt de ouders");
    desk.press("PgUp PgUp").sees("Opening").sees("Vlot begonnen");
    desk.press("T")
        .sees("BESLUIT proefplaatsing bij het asiel")
        .sees("belt de ouders")
        .press("Esc");
    desk.press("i").sees("het verslag ligt vast");
    assert!(desk.program.state.writing.is_none());
    desk.press("O Enter");
    assert_eq!(on_table(&desk), new, "the list opens on the way back");
}

#[test]
fn it_is_a_command_with_a_name_too() {
    let (mut desk, _, _) = later();
    desk.press(":")
        .write("ander overleg")
        .press("Enter")
        .sees("wo 3 jun 2026");
    desk.press("Esc").sees_not("wo 3 jun 2026");
}

#[test]
fn the_meeting_that_sits_goes_on_meanwhile_and_its_clock_too() {
    let (mut desk, table, new) = later();
    desk.press("S a a a a Enter PgDn PgDn").write("nu");
    desk.press("Esc O").sees("nu open").press("Enter");
    assert_eq!(on_table(&desk), table.meeting);
    desk.sees("toen ging het goed").wait(90).press("O Enter");
    assert_eq!(on_table(&desk), new);
    assert_eq!(
        desk.program.state.pupil(),
        Some(table.pupils[1]),
        "where it was: carried over comes first"
    );
    desk.sees("SCHRIJF").write(" en verder").press("PgDn");
    let sitting = desk.store().sitting(new).unwrap();
    let item = sitting.blocks[0]
        .items
        .iter()
        .find(|i| i.item.kind == ItemKind::Pupil)
        .unwrap();
    assert_eq!(item.item.seconds, 90);
    let dossier = desk.store().dossier(table.pupils[1]).unwrap();
    let note = dossier.notes.iter().find(|n| n.meeting == Some(new)).unwrap();
    assert_eq!(note.text, "nu en verder");
}

#[test]
fn a_meeting_that_sits_is_stopped_when_the_chair_quits_while_looking_back() {
    let (mut desk, table, new) = later();
    desk.press("S a a a a Enter PgDn PgDn Esc O Enter");
    assert_eq!(on_table(&desk), table.meeting);
    desk.wait(60);
    let desk = desk.restart();
    assert_eq!(on_table(&desk), new, "a start shows what sits");
    let sitting = desk.store().sitting(new).unwrap();
    let seconds: u32 = sitting.blocks[0].items.iter().map(|i| i.item.seconds).sum();
    assert_eq!(seconds, 60);
}

#[test]
fn frozen_minutes_are_corrected_with_a_reason_while_the_new_meeting_sits() {
    let (mut desk, table, new) = later();
    desk.press("S a a a a Enter Esc O Enter");
    desk.press(":")
        .write("heropen")
        .press("Enter")
        .write("naam verkeerd")
        .press("Enter");
    desk.sees("wordt verbeterd");
    desk.press("i Ctrl+End Enter")
        .write("met een verbetering")
        .press("Esc S S")
        .sees("gesloten");
    let sitting = desk.store().sitting(table.meeting).unwrap();
    assert_eq!((sitting.meeting.is_closed(), sitting.corrections), (true, 1));
    desk.press("O Enter");
    assert_eq!(on_table(&desk), new);
    assert!(desk.program.state.is_open());
    let notes = desk.store().dossier(table.pupils[0]).unwrap().notes;
    assert!(
        notes
            .iter()
            .any(|n| n.meeting == Some(table.meeting) && n.text.contains("met een verbetering")),
        "{}",
        notes.len()
    );
}

#[test]
fn no_second_meeting_is_opened_while_one_sits() {
    let (mut desk, _, _) = later();
    desk.press("S Enter Enter Esc")
        .private()
        .press("O Up")
        .sees("wo 1 jul 2026")
        .press("PgDn PgDn");
    let rows = match &desk.program.state.overlay {
        Some(dakpan::app::state::Overlay::Meetings { rows, .. }) => rows.len(),
        _ => 0,
    };
    assert_eq!(rows, 3, "in private every meeting is there");
    desk.press("PgUp PgUp Down Enter").sees("1 juli").sees("gepland");
    desk.press("S").sees("er is een ander overleg open");
    assert!(!desk.program.state.is_open());
    desk.press("F8");
    assert!(
        desk.program.state.is_open(),
        "shared again: what the room may not see went off the table"
    );
}

#[test]
fn while_shared_only_meetings_of_the_school_in_the_room_can_be_chosen() {
    let (mut desk, table, _) = later();
    desk.press("S a a a a Enter Esc O")
        .sees("wo 3 jun 2026")
        .sees_not("wo 1 jul 2026");
    desk.press("Enter");
    assert_eq!(on_table(&desk), table.meeting);
    // The meeting of June sat with De Schakel too; its pupils stay out of sight, by every way.
    for keys in [
        "s", "Esc", "PgUp", "PgUp", "PgUp", "1", "2", "3", "3", "PgDn", "PgDn", "PgDn", "PgDn", "PgDn", "T",
    ] {
        desk.press(keys).sees_not("Y.G.").sees_not("K.V.");
    }
    desk.press("Esc s").sees_not("De Schakel");
}

#[test]
fn the_next_meeting_that_is_planned_is_what_volgend_overleg_means() {
    let (mut desk, table, new) = later();
    // Looking at June's meeting: the next one of this school is today's.
    desk.press("O Enter").sees("gesloten");
    let planned = desk.store().sitting(new).unwrap().meeting.day;
    assert_eq!(desk.program.state.dates().next_meeting, Some(planned));
    desk.press("O Enter");
    assert_eq!(
        desk.program.state.dates().next_meeting,
        None,
        "none is planned after today's"
    );
    let days = desk.store().next_days_of(table.meeting).unwrap();
    assert_eq!(days.len(), 2, "each school its own");
    assert!(days.contains(&(table.school, planned)));
    // As soon as one is planned, the words are understood in an action line.
    desk.private()
        .press("P Tab Ctrl+e")
        .write("4-11-2026")
        .press("Enter F8");
    desk.sees("4 november").press("O Enter");
    assert_eq!(on_table(&desk), new, "what was planned is looked at; back is two keys");
    desk.press("S a a a a Enter PgDn PgDn")
        .write("/a Els belt de ouders bij volgend overleg");
    desk.sees("wo 04-11").press("Enter");
}
