//! The running end time of a meeting, and the number under which a pupil who may not be named is told.

use chrono::NaiveTime;
use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, ItemState, Lane};
use dakpan::domain::meeting::{AgendaItem, case_number, clock};

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
