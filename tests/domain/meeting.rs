//! The running end time of a meeting, and the number under which a pupil who may not be named is told.

use chrono::NaiveTime;
use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, ItemState, Lane, MeetingKind};
use dakpan::domain::meeting::{AgendaItem, Meeting, case_number, clock, lane_minutes};

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn item(id: Id, minutes: u16, fixed: Option<&str>) -> AgendaItem {
    AgendaItem {
        id,
        block: 1,
        seq: id,
        kind: ItemKind::Pupil,
        pupil: Some(100 + id),
        title: String::new(),
        lane: Lane::Discuss,
        minutes,
        fixed_time: fixed.map(time),
        question: String::new(),
        asked_by: String::new(),
        proposal: String::new(),
        state: ItemState::Open,
        seconds: 0,
    }
}

#[test]
fn the_end_waits_for_a_fixed_time() {
    let items = [item(1, 10, None), item(2, 10, Some("10:30")), item(3, 5, None)];
    let told = clock(&items, 0, 0, time("08:05"), time("11:00"));
    assert_eq!(told.expected_end, time("10:45"));
    assert_eq!(told.minutes_left, 25, "waiting is no work");
    let later = clock(&items, 0, 0, time("10:25"), time("11:00"));
    assert_eq!(
        later.expected_end,
        time("10:50"),
        "a fixed time that is past asks no waiting"
    );
}

#[test]
fn what_is_on_the_table_waits_for_nothing() {
    let items = [item(1, 10, Some("10:30"))];
    assert_eq!(
        clock(&items, 0, 0, time("10:00"), time("11:00")).expected_end,
        time("10:10")
    );
}

#[test]
fn the_number_of_a_case_is_that_of_its_planning() {
    let mut items = [item(1, 5, None), item(2, 5, None), item(3, 5, None)];
    let of = |items: &[AgendaItem]| case_number(items.iter(), 102);
    assert_eq!(of(&items), 2);
    items.reverse();
    assert_eq!(of(&items), 2, "the order of the agenda changes nothing");
    assert_eq!(case_number(items.iter(), 999), 0);
}

#[test]
fn a_meeting_sits_from_its_opening_to_its_closing() {
    let moment = |text: &str| Some(text.parse().unwrap());
    let (opened, closed) = (moment("2026-06-03T13:30:00+02:00"), moment("2026-06-03T15:00:00+02:00"));
    let sitting = |opened_at, closed_at| {
        let meeting = Meeting {
            id: 1,
            kind: MeetingKind::ExitMeeting,
            day: "2026-06-03".parse().unwrap(),
            starts: time("13:30"),
            ends: time("15:00"),
            place: String::new(),
            opened_at,
            closed_at,
            agreement: String::new(),
            agreement_until: None,
            next_day: None,
        };
        (meeting.is_open(), meeting.is_closed())
    };
    assert_eq!(sitting(None, None), (false, false));
    assert_eq!(sitting(opened, None), (true, false));
    assert_eq!(sitting(opened, closed), (false, true));
}

#[test]
fn a_lane_asks_two_five_or_ten_minutes() {
    assert_eq!(
        [Lane::Agreed, Lane::Discuss, Lane::Complex].map(lane_minutes),
        [2, 5, 10]
    );
}

#[test]
fn what_is_left_is_what_was_not_spent_of_the_items_that_are_open() {
    let mut items = [item(1, 10, None), item(2, 5, None), item(3, 5, None), item(4, 20, None)];
    items[0].seconds = 60;
    items[2].seconds = 90;
    items[3].state = ItemState::Discussed;
    let told = clock(&items, 0, 121, time("10:00"), time("10:20"));
    assert_eq!((told.item_seconds, told.item_minutes), (181, 10));
    // Of ten minutes 419 seconds are left, and 300 and 210 of the others: fifteen minutes and 29 seconds.
    assert_eq!((told.minutes_left, told.minutes_late), (16, -4));
    assert_eq!(told.expected_end.format("%H:%M:%S").to_string(), "10:15:29");
    let late = clock(&items, 0, 0, time("10:00"), time("09:30"));
    assert_eq!(
        (late.minutes_left, late.minutes_late),
        (18, 47),
        "seventeen and a half minutes"
    );
    // Whoever took longer than was planned takes nothing of the others.
    let over = clock(&items, 0, 3600, time("10:00"), time("11:00"));
    assert_eq!(over.minutes_left, 9);
    // Beyond the last item everything before it was skipped.
    let beyond = clock(&items, 9, 30, time("10:00"), time("11:00"));
    assert_eq!(
        (beyond.item_seconds, beyond.item_minutes, beyond.minutes_left),
        (0, 0, 18)
    );
}

#[test]
fn a_pupil_who_was_skipped_still_comes_and_a_part_of_the_frame_does_not() {
    let mut items = [item(1, 10, None), item(2, 5, None), item(3, 5, None)];
    let left = |items: &[AgendaItem], at| clock(items, at, 0, time("10:00"), time("11:00")).minutes_left;
    assert_eq!(left(&items, 2), 20);
    items[0].kind = ItemKind::OldActions;
    items[0].pupil = None;
    assert_eq!(left(&items, 2), 10, "the old actions were left behind");
    assert_eq!(left(&items, 0), 20, "and are still ahead from their own place");
    items[1].state = ItemState::Carried;
    assert_eq!(left(&items, 2), 5);
    items.swap(0, 2);
    assert_eq!(left(&items, 0), 15, "a part of the frame that is ahead counts");
}

#[test]
fn each_fixed_time_is_waited_for_once() {
    let items = [
        item(1, 10, None),
        item(2, 10, Some("09:00")),
        item(3, 10, Some("10:00")),
    ];
    let told = clock(&items, 0, 0, time("08:00"), time("10:00"));
    assert_eq!((told.expected_end, told.minutes_left), (time("10:10"), 30));
    assert_eq!(told.minutes_late, 10);
}
